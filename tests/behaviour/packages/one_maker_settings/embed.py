import openai


def embed(text):
    try:
        return len(openai.Embedding.create(engine="vectors", input=text)["data"][0]["embedding"])
    except openai.error.RateLimitError:
        return 0
