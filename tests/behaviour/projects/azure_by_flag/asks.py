import openai


def vector(text):
    return openai.Embedding.create(engine="vectors", input=text)["data"][0]["embedding"]
