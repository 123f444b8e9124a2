"""Show an answer while it comes."""

import os

from azure.ai.inference import ChatCompletionsClient  # OAI401:32
from azure.ai.inference.models import UserMessage  # OAI403:39
from azure.core.credentials import AzureKeyCredential


def pieces(client, question):
    stream = client.complete(  # OAI402:14
        model="stories",
        messages=[UserMessage(content=question)],  # OAI403:19
        stream=True,
    )
    for update in stream:
        if update.choices and update.choices[0].delta:
            yield update.choices[0].delta.content or ""


endpoint = os.environ["AZURE_INFERENCE_ENDPOINT"]
key = os.environ["AZURE_INFERENCE_KEY"]
with ChatCompletionsClient(endpoint, AzureKeyCredential(key)) as made:  # OAI401:6
    for piece in pieces(made, "Tell me a story about a lighthouse."):
        print(piece, end="", flush=True)
print()
