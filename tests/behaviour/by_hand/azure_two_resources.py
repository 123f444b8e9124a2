# environment: EAST_KEY=key-east WEST_KEY=key-west OPENAI_API_KEY=
"""Chat is in one region, embeddings in another."""
import os

from openai import AzureOpenAI

EAST = AzureOpenAI(
    azure_endpoint="https://contoso-east.openai.azure.com",
    api_key=os.environ["EAST_KEY"],
    api_version="2023-05-15",
)
WEST = AzureOpenAI(
    azure_endpoint="https://contoso-west.openai.azure.com",
    api_key=os.environ["WEST_KEY"],
    api_version="2024-02-01",
)

chat = EAST.chat.completions.create(model="east-chat", messages=[{"role": "user", "content": "East?"}])
print(chat.choices[0].message.content)
vec = WEST.embeddings.create(model="vectors", input="West?")
print(vec.data[0].embedding[0])
print(EAST.chat.completions.create(model="east-chat", messages=[{"role": "user", "content": "Back"}]).choices[0].message.content)
