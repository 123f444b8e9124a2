"""Draw a picture."""

import os

from openai import AzureOpenAI

client = AzureOpenAI(
    azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"],
    api_version="2024-10-21",
    api_key=os.environ["AZURE_OPENAI_API_KEY"],
)

reply = client.images.generate(
    model="painter",
    prompt="A lighthouse in the fog",
    size="1024x1024",
    n=1,
)
print(reply.data[0].url)
