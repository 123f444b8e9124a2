"""Ask with a token of Microsoft Entra ID."""

import os

from azure.ai.inference import ChatCompletionsClient  # OAI401:32
from credential import Badge

client = ChatCompletionsClient(  # OAI401:10
    endpoint=os.environ["AZURE_INFERENCE_ENDPOINT"],
    credential=Badge(),
    credential_scopes=["https://cognitiveservices.azure.com/.default"],
)

reply = client.complete(  # OAI402:9
    model="orders-chat",
    messages=[{"role": "user", "content": "Who am I?"}],
)
print(reply.choices[0].message.content)
