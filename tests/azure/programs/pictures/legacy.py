"""Draw a picture."""

import os
import urllib.request

import openai

openai.api_type = "azure"  # OAI306:1
openai.api_base = os.environ["AZURE_OPENAI_ENDPOINT"]  # OAI105:1
openai.api_version = "2023-06-01-preview"  # OAI308:1
openai.api_key = os.environ["AZURE_OPENAI_API_KEY"]

reply = openai.Image.create(prompt="A lighthouse in the fog", size="1024x1024", n=1)  # OAI102:9
with urllib.request.urlopen(reply["data"][0]["url"]) as file:  # OAI112:29
    picture = file.read()
print(len(picture), "bytes")
