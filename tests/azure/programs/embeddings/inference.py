"""How close are two sentences?"""

import os

from azure.ai.inference import EmbeddingsClient  # OAI401:32
from azure.core.credentials import AzureKeyCredential

client = EmbeddingsClient(  # OAI401:10
    endpoint=os.environ["AZURE_INFERENCE_ENDPOINT"],
    credential=AzureKeyCredential(os.environ["AZURE_INFERENCE_KEY"]),
)


def vector(text):
    reply = client.embed(model="vectors", input=[text])  # OAI402:13
    return reply.data[0].embedding


pair = zip(vector("A red boat"), vector("A blue ship"), strict=True)
print(round(sum(a * b for a, b in pair), 6))
