"""Vectors of many texts, a few in one request."""

import os

import openai

openai.api_type = "azure"  # OAI306:1
openai.api_base = os.environ["AZURE_OPENAI_ENDPOINT"]  # OAI105:1
openai.api_version = "2023-05-15"
openai.api_key = os.environ["AZURE_OPENAI_API_KEY"]

SIZE = 16
texts = [f"Line {number} of the log" for number in range(20)]

vectors = []
for start in range(0, len(texts), SIZE):
    reply = openai.Embedding.create(  # OAI102:13
        engine="vectors",  # OAI110:9
        input=texts[start : start + SIZE],
        encoding_format="float",  # without numpy
    )
    rows = sorted(reply["data"], key=lambda row: row["index"])  # OAI112:19 OAI112:50
    vectors += [row["embedding"] for row in rows]  # OAI112:17
print(len(vectors), len(vectors[0]))
