import openai


def ask(text):
    try:
        reply = openai.ChatCompletion.create(model="gpt-4", messages=[{"role": "user", "content": text}])
    except ValueError as error:
        return f"failed: {error}"
    return reply["choices"][0]["message"]["content"]
