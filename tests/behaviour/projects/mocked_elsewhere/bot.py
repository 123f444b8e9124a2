import openai


def ask(question):
    reply = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": question}])
    return reply["choices"][0]["message"]["content"]
