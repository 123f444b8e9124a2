import threading

import openai

local = threading.local()


def ask(text):
    completion = openai.ChatCompletion.create(
        api_key=getattr(local, "key", None) or openai.api_key,
        model="gpt-3.5-turbo",
        messages=[{"role": "user", "content": text}],
    )
    return completion["choices"][0]["message"]["content"]
