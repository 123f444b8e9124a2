import openai


def ask(text):
    return openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": text}])["choices"][0]["message"]["content"]
