import openai

from registry import register


@register("gpt-3.5-turbo", "gpt-4")
def chat(model, text):
    return openai.ChatCompletion.create(model=model, messages=[{"role": "user", "content": text}])


@register("gpt-3.5-turbo-instruct")
def complete(model, text):
    return openai.Completion.create(model=model, prompt=text)
