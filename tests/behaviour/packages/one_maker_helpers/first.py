import openai

import second

print("first is read")


def ask(text):
    return second.shown(openai.ChatCompletion.create(engine="chat", messages=[{"role": "user", "content": text}]))
