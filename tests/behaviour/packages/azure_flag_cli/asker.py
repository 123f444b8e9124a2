import openai


def ask(question, deployment=None):
    where = {"engine": deployment} if deployment else {"model": "gpt-3.5-turbo"}
    reply = openai.ChatCompletion.create(messages=[{"role": "user", "content": question}], **where)
    return reply["choices"][0]["message"]["content"]
