"""How close are two sentences?"""

import os

from openai import AzureOpenAI

client = AzureOpenAI(
    azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"],
    api_version="2024-10-21",
    api_key=os.environ["AZURE_OPENAI_API_KEY"],
)


def vector(text):
    reply = client.embeddings.create(model="vectors", input=text)
    return reply.data[0].embedding


pair = zip(vector("A red boat"), vector("A blue ship"), strict=True)
print(round(sum(a * b for a, b in pair), 6))
