"""Vectors of many texts, a few in one request."""

import os

from azure.ai.inference import EmbeddingsClient  # OAI401:32
from azure.core.credentials import AzureKeyCredential

client = EmbeddingsClient(  # OAI401:10
    endpoint=os.environ["AZURE_INFERENCE_ENDPOINT"],
    credential=AzureKeyCredential(os.environ["AZURE_INFERENCE_KEY"]),
    model="vectors",  # OAI405:5
)

SIZE = 16
texts = [f"Line {number} of the log" for number in range(20)]

vectors = []
for start in range(0, len(texts), SIZE):
    reply = client.embed(input=texts[start : start + SIZE])  # OAI402:13
    rows = sorted(reply.data, key=lambda row: row.index)
    vectors += [row["embedding"] for row in rows]  # OAI402:17
print(len(vectors), len(vectors[0]))
