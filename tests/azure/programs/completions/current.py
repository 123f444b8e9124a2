"""Continue a text."""

import os

from openai import AzureOpenAI

client = AzureOpenAI(
    azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"],
    api_version="2024-10-21",
    api_key=os.environ["AZURE_OPENAI_API_KEY"],
)

reply = client.completions.create(
    model="continue",
    prompt="Once upon a time",
    max_tokens=20,
    stop=["\n"],
)
print(reply.choices[0].text.strip(" \n"))
print(reply.choices[0].finish_reason)
