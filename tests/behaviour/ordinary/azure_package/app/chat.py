import openai

from . import config


def reply(text):
    r = openai.ChatCompletion.create(
        engine=config.CHAT,
        messages=[{"role": "user", "content": text}],
    )
    return r["choices"][0]["message"]["content"]
