"""Ask with a token of Microsoft Entra ID."""

import os

from azure.identity import get_bearer_token_provider
from credential import Badge
from openai import OpenAI

client = OpenAI(
    base_url=f"{os.environ['AZURE_OPENAI_ENDPOINT']}/openai/v1/",
    api_key=get_bearer_token_provider(Badge(), "https://cognitiveservices.azure.com/.default"),
)

reply = client.chat.completions.create(
    model="orders-chat",
    messages=[{"role": "user", "content": "Who am I?"}],
)
print(reply.choices[0].message.content)
