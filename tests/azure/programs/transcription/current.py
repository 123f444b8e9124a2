"""Write down what is said in a recording."""

import os

from openai import AzureOpenAI

client = AzureOpenAI(
    azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"],
    api_version="2024-10-21",
    api_key=os.environ["AZURE_OPENAI_API_KEY"],
)

with open("recording.mp3", "rb") as file:
    reply = client.audio.transcriptions.create(
        file=file,
        model="ears",
        language="en",
    )
print(reply.text)
