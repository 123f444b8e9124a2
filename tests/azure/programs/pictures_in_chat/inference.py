"""Say what is on a picture."""

import os

import azure.ai.inference as inference  # OAI401:8
from azure.ai.inference import models  # OAI403:32
from azure.core.credentials import AzureKeyCredential

client = inference.ChatCompletionsClient(  # OAI401:10
    endpoint=os.environ["AZURE_INFERENCE_ENDPOINT"],
    credential=AzureKeyCredential(os.environ["AZURE_INFERENCE_KEY"]),
)

picture = models.ImageUrl.load(  # OAI405:11
    image_file="picture.png",
    image_format="png",
    detail=models.ImageDetailLevel.LOW,  # OAI403:12
)
reply = client.complete(  # OAI402:9
    model="eyes",
    messages=[
        models.UserMessage(  # OAI403:9
            [
                models.TextContentItem(text="What is this?"),  # OAI403:17
                models.ImageContentItem(image_url=picture),  # OAI403:17
            ]
        ),
    ],
    max_tokens=100,
)
print(reply.choices[0].message.content)
