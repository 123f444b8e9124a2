"""Ask three times, then give up."""

import os

import azure.core.exceptions  # OAI404:8
from azure.ai.inference import ChatCompletionsClient  # OAI401:32
from azure.ai.inference.models import UserMessage  # OAI403:39
from azure.core.credentials import AzureKeyCredential

client = ChatCompletionsClient(  # OAI401:10
    endpoint=os.environ["AZURE_INFERENCE_ENDPOINT"],
    credential=AzureKeyCredential(os.environ["AZURE_INFERENCE_KEY"]),
    retry_total=2,
)


def ask(question):
    return client.complete(  # OAI402:12
        model="status-429",
        messages=[UserMessage(question)],  # OAI403:19
    )


try:
    print(ask("Anyone?").choices[0].message.content)
except azure.core.exceptions.HttpResponseError as e:  # OAI404:8
    print("gave up:", e.status_code)
