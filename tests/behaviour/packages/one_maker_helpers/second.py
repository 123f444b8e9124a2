import openai

print("second is read")


def shown(reply):
    return reply["choices"][0]["message"]["content"]


def ask(text):
    import first

    return first.ask(text), shown(openai.ChatCompletion.create(engine="west-chat", messages=[{"role": "user", "content": text}]))
