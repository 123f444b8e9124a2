"""Say what is on a picture."""

import base64
import os

from openai import AzureOpenAI

client = AzureOpenAI(
    azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"],
    azure_deployment="eyes",
    api_version="2024-10-21",
    api_key=os.environ["AZURE_OPENAI_API_KEY"],
)

with open("picture.png", "rb") as file:
    picture = "data:image/png;base64," + base64.b64encode(file.read()).decode()

# With azure_deployment= the name of the model decides nothing: it only must be given.
reply = client.chat.completions.create(
    model="gpt-4o",
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
print(reply.choices[0].message.content)
