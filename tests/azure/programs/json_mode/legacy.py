"""An answer that is JSON."""

import os

import openai

openai.api_type = "azure"  # OAI306:1
openai.api_base = os.environ["AZURE_OPENAI_ENDPOINT"]  # OAI105:1
openai.api_version = "2024-02-01"
openai.api_key = os.environ["AZURE_OPENAI_API_KEY"]

reply = openai.ChatCompletion.create(  # OAI102:9
    engine="parser",  # OAI110:5
    messages=[{"role": "user", "content": "As JSON: two apples, one pear"}],
    response_format={"type": "json_object"},
)
print(reply["choices"][0]["message"]["content"])  # OAI112:7
