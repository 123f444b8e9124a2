import openai


def embed(text):
    return len(openai.Embedding.create(engine="vectors", input=text)["data"][0]["embedding"])
