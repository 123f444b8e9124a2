"""Two turns of a talk about an order."""

import os

from azure.ai.inference import ChatCompletionsClient  # OAI401:32
from azure.ai.inference.models import AssistantMessage, SystemMessage, UserMessage  # OAI403:39 OAI403:57 OAI403:72
from azure.core.credentials import AzureKeyCredential

client = ChatCompletionsClient(  # OAI401:10
    endpoint=os.environ["AZURE_INFERENCE_ENDPOINT"],
    credential=AzureKeyCredential(os.environ["AZURE_INFERENCE_KEY"]),
)

talk = [
    SystemMessage("You know all orders of a shop."),  # OAI403:5
    UserMessage("Where is order 1017?"),  # OAI403:5
]
for question in ("And order 1018?", None):
    reply = client.complete(  # OAI402:13
        model="orders-chat",
        messages=talk,
        temperature=0,
        max_tokens=60,
    )
    answer = reply.choices[0].message.content
    print(answer)
    print(reply["choices"][0]["finish_reason"], reply.usage["total_tokens"])  # OAI402:11 OAI402:49
    if question:
        talk += [AssistantMessage(answer), UserMessage(question)]  # OAI403:18 OAI403:44
