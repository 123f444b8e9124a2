import os

import openai

openai.api_type = "azure"
openai.api_base = "https://mine.openai.azure.com"
openai.api_version = "2023-05-15"
openai.api_key = os.environ["TOKEN"]
if os.environ.get("AZURE_AD"):
    openai.api_type = "azure_ad"


def where():
    return "at work"
