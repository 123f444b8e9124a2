import openai
from . import _config


def summarise(text):
    _config.check()
    r = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": "Summarise " + text}])
    return r["choices"][0]["message"]["content"]
