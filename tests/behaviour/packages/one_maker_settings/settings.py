"""Where the requests go."""
import os

import openai

openai.api_type = "azure"
openai.api_version = "2023-05-15"


def use(region):
    openai.api_base = f"https://{region}.openai.azure.com"
    openai.api_key = os.environ[f"{region.upper()}_KEY"]
