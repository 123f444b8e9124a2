"""How close are two sentences?"""

import os

from openai import OpenAI

client = OpenAI(
    base_url=os.environ["AZURE_OPENAI_ENDPOINT"].rstrip("/") + "/openai/v1/",
    api_key=os.environ["AZURE_OPENAI_API_KEY"],
)


def vector(text):
    reply = client.embeddings.create(model="vectors", input=text)
    return reply.data[0].embedding


pair = zip(vector("A red boat"), vector("A blue ship"), strict=True)
print(round(sum(a * b for a, b in pair), 6))
