"""Deployments that are called as the model behind them."""

import os

from openai import AzureOpenAI

CHAT = "gpt-35-turbo"

client = AzureOpenAI(
    azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"],
    api_version="2024-10-21",
    api_key=os.environ["AZURE_OPENAI_API_KEY"],
)

reply = client.chat.completions.create(
    model=CHAT,
    messages=[{"role": "user", "content": "A word that rhymes with moon"}],
)
word = reply.choices[0].message.content
print(word)

found = client.embeddings.create(
    model="text-embedding-ada-002",
    input=[word],
)
print(len(found.data[0].embedding))
