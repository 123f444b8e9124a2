import openai


def ask(question):
    reply = openai.ChatCompletion.create(engine="chat", messages=[{"role": "user", "content": question}])
    return reply["choices"][0]["message"]["content"]
