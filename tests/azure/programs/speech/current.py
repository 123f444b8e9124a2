"""Read a text aloud into a file."""

import os

from openai import AzureOpenAI

client = AzureOpenAI(
    azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"],
    api_version="2025-04-01-preview",
    api_key=os.environ["AZURE_OPENAI_API_KEY"],
)

with client.audio.speech.with_streaming_response.create(
    model="voice",
    voice="alloy",
    input="The train is late.",
) as response:
    response.stream_to_file("speech.mp3")

print(os.path.getsize("speech.mp3"))
