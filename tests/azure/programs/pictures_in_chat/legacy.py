"""Say what is on a picture."""

import base64
import os

import openai

openai.api_type = "azure"  # OAI306:1
openai.api_base = os.environ["AZURE_OPENAI_ENDPOINT"]  # OAI105:1
openai.api_version = "2024-02-01"
openai.api_key = os.environ["AZURE_OPENAI_API_KEY"]

with open("picture.png", "rb") as file:
    picture = "data:image/png;base64," + base64.b64encode(file.read()).decode()

reply = openai.ChatCompletion.create(  # OAI102:9
    engine="eyes",  # OAI110:5
    messages=[
        {
            "role": "user",
            "content": [
                {"type": "text", "text": "What is this?"},
                {"type": "image_url", "image_url": {"url": picture, "detail": "low"}},
            ],
        },
    ],
    max_tokens=100,
)
print(reply["choices"][0]["message"]["content"])  # OAI112:7
