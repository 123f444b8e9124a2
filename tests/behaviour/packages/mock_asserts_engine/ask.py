import openai


def ask(question, engine="text-davinci-003"):
    response = openai.Completion.create(engine=engine, prompt=question, max_tokens=16)
    return response.choices[0].text.strip()
