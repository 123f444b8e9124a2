"""An answer that is JSON."""

import os

from openai import AzureOpenAI

client = AzureOpenAI(
    azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"],
    api_version="2024-10-21",
    api_key=os.environ["AZURE_OPENAI_API_KEY"],
)

reply = client.chat.completions.create(
    model="parser",
    messages=[{"role": "user", "content": "As JSON: two apples, one pear"}],
    response_format={"type": "json_object"},
)
print(reply.choices[0].message.content)
