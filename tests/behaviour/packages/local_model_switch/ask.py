import openai


def ask(text):
    r = openai.Completion.create(model="gpt-3.5-turbo-instruct", prompt=text)
    return r.choices[0].text
