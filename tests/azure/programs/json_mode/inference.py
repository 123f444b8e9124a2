"""An answer that is JSON."""

import os

from azure.ai.inference import ChatCompletionsClient  # OAI401:32
from azure.core.credentials import AzureKeyCredential

client = ChatCompletionsClient(  # OAI401:10
    endpoint=os.environ["AZURE_INFERENCE_ENDPOINT"],
    credential=AzureKeyCredential(os.environ["AZURE_INFERENCE_KEY"]),
)

reply = client.complete(  # OAI402:9
    model="parser",
    messages=[{"role": "user", "content": "As JSON: two apples, one pear"}],
    response_format="json_object",  # OAI402:5
)
print(reply.choices[0].message.content)
