"""Read a text aloud into a file."""

import os

from openai import AzureOpenAI

client = AzureOpenAI(
    azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"],
    api_version="2024-02-01",
    api_key=os.environ["AZURE_OPENAI_API_KEY"],
)

response = client.audio.speech.create(  # OAI308:12
    model="voice",
    voice="alloy",
    input="The train is late.",
)
response.write_to_file("speech.mp3")

print(os.path.getsize("speech.mp3"))
