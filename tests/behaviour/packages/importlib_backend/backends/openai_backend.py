import importlib

openai = importlib.import_module("openai")


def complete(text):
    res = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": text}])
    return res["choices"][0]["message"]["content"]
