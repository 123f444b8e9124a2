import openai


def text(prompt):
    return openai.Completion.create(model="gpt-3.5-turbo-instruct", prompt=prompt, max_tokens=5)["choices"][0]["text"]
