import openai


def correct(text):
    res = openai.Edit.create(model="text-davinci-edit-001", input=text, instruction="Fix the spelling")
    return res["choices"][0]["text"]


def explain(text):
    res = openai.Completion.create(model="gpt-3.5-turbo-instruct", prompt="Explain " + text)
    return res["choices"][0]["text"]
