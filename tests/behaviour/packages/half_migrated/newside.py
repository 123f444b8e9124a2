from openai import OpenAI

client = OpenAI()


def complete(text):
    done = client.chat.completions.create(model="gpt-4", messages=[{"role": "user", "content": text}])
    return done.choices[0].message.content
