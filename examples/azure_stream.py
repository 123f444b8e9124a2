"""Stream from a deployment on Azure: half migrated, with what fails only when it runs."""

import json
import os

from openai import AzureOpenAI

client = AzureOpenAI(
    api_key=os.environ["AZURE_OPENAI_KEY"],
    azure_endpoint="https://example.openai.azure.com",
    api_version="2024-10-21",
)


def stream(messages):
    """Yield the pieces of an answer."""
    for chunk in client.chat.completions.create(model="chat", messages=messages, stream=True):
        piece = chunk.choices[0].delta
        if "content" in piece:
            yield piece["content"]


def record(messages, path):
    """Write an answer to a file, with what it has cost."""
    response = client.chat.completions.create(model="chat", messages=messages)
    with open(path, "w") as file:
        file.write(json.dumps(response))
    return response.get("usage", {})
