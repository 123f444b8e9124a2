"""Show an answer while it comes."""

import os

from openai import OpenAI

client = OpenAI(
    base_url=f"{os.environ['AZURE_OPENAI_ENDPOINT']}/openai/v1/",
    api_key=os.environ["AZURE_OPENAI_API_KEY"],
)


def pieces(question):
    with client.chat.completions.create(
        model="stories",
        messages=[{"role": "user", "content": question}],
        stream=True,
    ) as stream:
        for chunk in stream:
            if chunk.choices:
                yield chunk.choices[0].delta.content or ""


for piece in pieces("Tell me a story about a lighthouse."):
    print(piece, end="", flush=True)
print()
