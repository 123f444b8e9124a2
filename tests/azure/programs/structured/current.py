"""An answer of a given form."""

import os

from openai import AzureOpenAI

client = AzureOpenAI(
    azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"],
    api_version="2025-04-01-preview",
    api_key=os.environ["AZURE_OPENAI_API_KEY"],
)

FRUIT = {
    "type": "object",
    "properties": {"apples": {"type": "integer"}},
    "required": ["apples"],
    "additionalProperties": False,
}

reply = client.chat.completions.create(
    model="parser",
    messages=[{"role": "user", "content": "Two apples"}],
    response_format={"type": "json_schema", "json_schema": {"name": "fruit", "schema": FRUIT, "strict": True}},
)
print(reply.choices[0].message.content)
