# environment: EAST_KEY=az-east WEST_KEY=az-west
import os

import openai

import first
import second

openai.api_type = "azure"
openai.api_version = "2023-05-15"
for region in ("east", "west"):
    openai.api_base = f"https://{region}.openai.azure.com"
    openai.api_key = os.environ[f"{region.upper()}_KEY"]
    print(first.ask("hello"), second.ask("hello"))
