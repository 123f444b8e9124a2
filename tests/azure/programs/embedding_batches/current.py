"""Vectors of many texts, a few in one request."""

import os

from openai import AzureOpenAI

client = AzureOpenAI(
    azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"],
    api_version="2024-10-21",
    api_key=os.environ["AZURE_OPENAI_API_KEY"],
)

SIZE = 16
texts = [f"Line {number} of the log" for number in range(20)]

vectors = []
for start in range(0, len(texts), SIZE):
    reply = client.embeddings.create(model="vectors", input=texts[start : start + SIZE])
    rows = sorted(reply.data, key=lambda row: row.index)
    vectors += [row.embedding for row in rows]
print(len(vectors), len(vectors[0]))
