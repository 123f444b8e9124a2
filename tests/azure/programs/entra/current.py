"""Ask with a token of Microsoft Entra ID."""

import os

from azure.identity import get_bearer_token_provider
from credential import Badge
from openai import AzureOpenAI

provider = get_bearer_token_provider(Badge(), "https://cognitiveservices.azure.com/.default")

client = AzureOpenAI(
    azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"],
    api_version="2024-10-21",
    azure_ad_token_provider=provider,
)

reply = client.chat.completions.create(
    model="orders-chat",
    messages=[{"role": "user", "content": "Who am I?"}],
)
print(reply.choices[0].message.content)
