"""Name the models of the resource."""

import os

import openai

openai.api_type = "azure"  # OAI306:1
openai.api_base = os.environ["AZURE_OPENAI_ENDPOINT"]  # OAI105:1
openai.api_version = "2023-05-15"
openai.api_key = os.environ["AZURE_OPENAI_API_KEY"]

for row in openai.Model.list()["data"]:  # OAI102:12 OAI112:12
    print(row["id"])  # OAI112:11
