"""An answer of a given form."""

import os

from azure.ai.inference import ChatCompletionsClient  # OAI401:32
from azure.ai.inference.models import JsonSchemaFormat  # OAI403:39
from azure.core.credentials import AzureKeyCredential

client = ChatCompletionsClient(  # OAI401:10
    endpoint=os.environ["AZURE_INFERENCE_ENDPOINT"],
    credential=AzureKeyCredential(os.environ["AZURE_INFERENCE_KEY"]),
)

FRUIT = {
    "type": "object",
    "properties": {"apples": {"type": "integer"}},
    "required": ["apples"],
    "additionalProperties": False,
}

reply = client.complete(  # OAI402:9
    model="parser",
    messages=[{"role": "user", "content": "Two apples"}],
    response_format=JsonSchemaFormat(name="fruit", schema=FRUIT, strict=True),  # OAI403:21
)
print(reply.choices[0].message.content)
