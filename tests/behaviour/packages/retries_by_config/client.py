import openai

from retry import retrying


@retrying
def ask(model):
    return openai.ChatCompletion.create(model=model, messages=[{"role": "user", "content": "hi"}]).choices[0].message.content
