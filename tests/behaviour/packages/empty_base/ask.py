import os

import openai


def ask(text):
    r = openai.ChatCompletion.create(
        model="gpt-4",
        messages=[{"role": "user", "content": text}],
        api_base=os.environ.get("LLM_BASE", ""),
        api_key=os.environ.get("LLM_KEY", ""),
    )
    return r["choices"][0]["message"]["content"]
