"""An answer of a given form."""

import os

from openai import OpenAI

client = OpenAI(
    base_url=f"{os.environ['AZURE_OPENAI_ENDPOINT']}/openai/v1/",
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
