import os

import openai

openai.api_type = "azure"
openai.api_base = "https://package.openai.azure.com/"
openai.api_version = "2023-05-15"
openai.api_key = os.environ["AZURE_OPENAI_KEY"]

CHAT = "docs-chat"
EMBEDDING = "vectors"
