"""Deployments that are called as the model behind them."""

import os

from azure.ai.inference import ChatCompletionsClient, EmbeddingsClient  # OAI401:32 OAI401:55
from azure.core.credentials import AzureKeyCredential

CHAT = "gpt-35-turbo"

endpoint = os.environ["AZURE_INFERENCE_ENDPOINT"]
credential = AzureKeyCredential(os.environ["AZURE_INFERENCE_KEY"])

chat = ChatCompletionsClient(endpoint, credential)  # OAI401:8
reply = chat.complete(  # OAI402:9
    model=CHAT,
    messages=[{"role": "user", "content": "A word that rhymes with moon"}],
)
word = reply.choices[0].message.content
print(word)

vectors = EmbeddingsClient(endpoint, credential)  # OAI401:11
found = vectors.embed(  # OAI402:9
    model="text-embedding-ada-002",
    input=[word],
)
print(len(found.data[0].embedding))
