"""Show an answer while it comes."""

import os

import openai

openai.api_type = "azure"  # OAI306:1
openai.api_base = os.environ["AZURE_OPENAI_ENDPOINT"]  # OAI105:1
openai.api_version = "2023-05-15"
openai.api_key = os.environ["AZURE_OPENAI_API_KEY"]


def pieces(question):
    stream = openai.ChatCompletion.create(  # OAI102:14
        deployment_id="stories",  # OAI110:9
        messages=[{"role": "user", "content": question}],
        stream=True,
    )
    for chunk in stream:
        if chunk["choices"]:  # OAI112:12
            yield chunk["choices"][0]["delta"].get("content", "")  # OAI112:19


for piece in pieces("Tell me a story about a lighthouse."):
    print(piece, end="", flush=True)
print()
