"""Find the nearest of some sentences."""
import math

import openai

DOCS = ["The sky is blue.", "Bread is made of flour.", "Whales are mammals."]


def embed(texts, model="text-embedding-ada-002"):
    res = openai.embeddings.create(input=texts, model=model)
    return [record.embedding for record in res.data]


def cosine(a, b):
    dot = sum(x * y for x, y in zip(a, b))
    return dot / math.sqrt(sum(x * x for x in a)) / math.sqrt(sum(y * y for y in b))


vectors = embed(DOCS)
query = embed(["What colour is the sky?"])[0]
ranked = sorted(zip(DOCS, vectors), key=lambda pair: cosine(query, pair[1]), reverse=True)
for text, vector in ranked:
    print(f"{cosine(query, vector):+.4f} {text}")
