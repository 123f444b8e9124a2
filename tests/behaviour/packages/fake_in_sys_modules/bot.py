import openai


def reply(text):
    done = openai.ChatCompletion.create(model="gpt-3.5-turbo", messages=[{"role": "user", "content": text}])
    return done["choices"][0]["message"]["content"]
