"""Show an answer while it comes."""

import os

from openai import AzureOpenAI

client = AzureOpenAI(
    azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"],
    api_version="2024-10-21",
    api_key=os.environ["AZURE_OPENAI_API_KEY"],
)


def pieces(question):
    stream = client.chat.completions.create(
        model="stories",
        messages=[{"role": "user", "content": question}],
        stream=True,
    )
    for chunk in stream:
        if chunk.choices:
            yield chunk.choices[0].delta.content or ""


for piece in pieces("Tell me a story about a lighthouse."):
    print(piece, end="", flush=True)
print()
