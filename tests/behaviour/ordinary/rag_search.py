import math
import os

import openai

openai.api_key = os.environ["OPENAI_API_KEY"]
EMBEDDING_MODEL = "text-embedding-ada-002"

DOCS = ["The sky is blue.", "Grass is green.", "Tents hold four people."]


def get_embedding(text, model=EMBEDDING_MODEL):
    text = text.replace("\n", " ")
    return openai.Embedding.create(input=[text], model=model)["data"][0]["embedding"]


def cosine(a, b):
    dot = sum(x * y for x, y in zip(a, b))
    return dot / (math.sqrt(sum(x * x for x in a)) * math.sqrt(sum(y * y for y in b)))


index = [(doc, get_embedding(doc)) for doc in DOCS]


def search(query, top=2):
    q = get_embedding(query)
    ranked = sorted(index, key=lambda pair: cosine(q, pair[1]), reverse=True)
    return [doc for doc, _ in ranked[:top]]


def answer(query):
    context = "\n".join(search(query))
    response = openai.ChatCompletion.create(
        messages=[
            {"role": "system", "content": "Answer from the context only."},
            {"role": "user", "content": f"Context:\n{context}\n\nQuestion: {query}"},
        ],
        model="gpt-3.5-turbo",
        temperature=0,
    )
    return response["choices"][0]["message"]["content"]


print(search("What colour is the sky?"))
print(answer("What colour is the sky?"))
