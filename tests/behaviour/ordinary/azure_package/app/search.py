import openai

from .config import EMBEDDING


def vector(text):
    return openai.Embedding.create(input=text, engine=EMBEDDING)["data"][0]["embedding"]


def best(query, texts):
    q = vector(query)
    return max(texts, key=lambda t: sum(a * b for a, b in zip(q, vector(t))))
