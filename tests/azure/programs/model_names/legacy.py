"""Deployments that are called as the model behind them."""

import os

import openai

openai.api_type = "azure"  # OAI306:1
openai.api_base = os.environ["AZURE_OPENAI_ENDPOINT"]  # OAI105:1
openai.api_version = "2023-05-15"
openai.api_key = os.environ["AZURE_OPENAI_API_KEY"]

CHAT = "gpt-35-turbo"

reply = openai.ChatCompletion.create(  # OAI102:9
    engine=CHAT,  # OAI110:5
    messages=[{"role": "user", "content": "A word that rhymes with moon"}],
)
word = reply.choices[0].message.content
print(word)

found = openai.Embedding.create(  # OAI102:9
    engine="text-embedding-ada-002",  # OAI110:5
    input=[word],
    encoding_format="float",  # without numpy
)
print(len(found.data[0].embedding))
