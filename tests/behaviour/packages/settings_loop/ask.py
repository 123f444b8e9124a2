import openai


def ask(text):
    return openai.Completion.create(model="gpt-3.5-turbo-instruct", prompt=text)["choices"][0]["text"]
