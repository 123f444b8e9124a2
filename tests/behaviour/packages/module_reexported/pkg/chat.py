from . import openai as ai


def say(text, sdk=ai):
    return sdk.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": text}])
