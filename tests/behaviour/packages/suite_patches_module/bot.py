import openai


def reply(text):
    try:
        done = openai.ChatCompletion.create(model="gpt-3.5-turbo", messages=[{"role": "user", "content": text}])
    except openai.error.RateLimitError:
        return "Please wait."
    return done["choices"][0]["message"]["content"]


def vector(text):
    return openai.Embedding.create(input=[text], model="text-embedding-ada-002")["data"][0]["embedding"]
