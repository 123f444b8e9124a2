"""Deployments that are called as the model behind them."""

import os

from openai import OpenAI

CHAT = "gpt-35-turbo"

client = OpenAI(
    base_url=os.environ["AZURE_OPENAI_ENDPOINT"] + "/openai/v1/",
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
