"""Name the models of the resource."""

import os

from openai import OpenAI

client = OpenAI(
    base_url=f"{os.environ['AZURE_OPENAI_ENDPOINT']}/openai/v1/",
    api_key=os.environ["AZURE_OPENAI_API_KEY"],
)

for row in client.models.list():
    print(row.id)
