"""Continue a text."""

import os

import openai

openai.api_type = "azure"  # OAI306:1
openai.api_base = os.environ["AZURE_OPENAI_ENDPOINT"]  # OAI105:1
openai.api_version = "2022-12-01"
openai.api_key = os.environ["AZURE_OPENAI_API_KEY"]

reply = openai.Completion.create(  # OAI102:9
    engine="continue",  # OAI110:5
    prompt="Once upon a time",
    max_tokens=20,
    stop=["\n"],
)
print(reply["choices"][0]["text"].strip(" \n"))  # OAI112:7
print(reply["choices"][0].finish_reason)  # OAI112:7
