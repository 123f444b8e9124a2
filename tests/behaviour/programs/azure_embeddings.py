# environment: AZURE_ENDPOINT=https://fabrikam.openai.azure.com AZURE_KEY=key-fabrikam
"""Embeddings in batches: the service took sixteen at a time."""
import os
from typing import List

import openai

openai.api_type = "azure"  # OAI306:1
openai.api_base = os.environ["AZURE_ENDPOINT"]  # OAI105:1
openai.api_version = "2023-05-15"
openai.api_key = os.environ["AZURE_KEY"]

BATCH = 2


def embed_all(texts: List[str]) -> List[List[float]]:
    vectors = []
    for start in range(0, len(texts), BATCH):
        batch = texts[start : start + BATCH]
        response = openai.Embedding.create(input=batch, deployment_id="vectors")  # OAI102:20 OAI110:57
        vectors.extend(item["embedding"] for item in sorted(response["data"], key=lambda item: item["index"]))  # OAI112:24 OAI112:61 OAI112:96
    return vectors


for vector in embed_all(["apple", "pear", "plum"]):
    print(vector)
