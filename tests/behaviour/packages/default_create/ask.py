import openai


def ask(text, create=openai.ChatCompletion.create, model="gpt-4"):
    got = create(model=model, messages=[{"role": "user", "content": text}])
    return got["choices"][0]["message"]["content"]
