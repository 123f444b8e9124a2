# environment: EAST_KEY=key-east WEST_KEY=key-west OPENAI_API_KEY=
"""Chat is in one region, embeddings in another."""
import os

import openai

openai.api_type = "azure"  # OAI306:1


def use_east():
    openai.api_base = "https://contoso-east.openai.azure.com"  # OAI105:5
    openai.api_key = os.environ["EAST_KEY"]
    openai.api_version = "2023-05-15"


def use_west():
    openai.api_base = "https://contoso-west.openai.azure.com"  # OAI105:5
    openai.api_key = os.environ["WEST_KEY"]
    openai.api_version = "2024-02-01"


use_east()
chat = openai.ChatCompletion.create(engine="east-chat", messages=[{"role": "user", "content": "East?"}])  # OAI102:8 OAI110:37
print(chat["choices"][0]["message"]["content"])  # OAI112:7
use_west()
vec = openai.Embedding.create(engine="vectors", input="West?")  # OAI102:7 OAI110:31
print(vec["data"][0]["embedding"][0])  # OAI112:7
use_east()
print(openai.ChatCompletion.create(engine="east-chat", messages=[{"role": "user", "content": "Back"}])["choices"][0]["message"]["content"])  # OAI102:7 OAI112:7 OAI110:36
