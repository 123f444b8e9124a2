def ask(text):
    import openai

    return openai.ChatCompletion.create(engine="chat", messages=[{"role": "user", "content": text}])["choices"][0]["message"]["content"]
