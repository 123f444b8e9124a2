"""How close are two sentences?"""

import os

import openai

openai.api_type = "azure"  # OAI306:1
openai.api_base = os.environ["AZURE_OPENAI_ENDPOINT"]  # OAI105:1
openai.api_version = "2023-05-15"
openai.api_key = os.environ["AZURE_OPENAI_API_KEY"]


def vector(text):
    reply = openai.Embedding.create(  # OAI102:13
        deployment_id="vectors",  # OAI110:9
        input=text,
        encoding_format="float",  # without numpy
    )
    return reply["data"][0]["embedding"]  # OAI112:12


pair = zip(vector("A red boat"), vector("A blue ship"), strict=True)
print(round(sum(a * b for a, b in pair), 6))
