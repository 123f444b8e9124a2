"""Ask with a token of Microsoft Entra ID."""

import os

import openai
from credential import Badge

token = Badge().get_token("https://cognitiveservices.azure.com/.default")

openai.api_type = "azure_ad"  # OAI306:1
openai.api_base = os.environ["AZURE_OPENAI_ENDPOINT"]  # OAI105:1
openai.api_version = "2023-05-15"
openai.api_key = token.token

reply = openai.ChatCompletion.create(  # OAI102:9
    engine="orders-chat",  # OAI110:5
    messages=[{"role": "user", "content": "Who am I?"}],
)
print(reply.choices[0].message.content)
