"""Read a text aloud into a file."""

import os

from openai import OpenAI

client = OpenAI(
    base_url=f"{os.environ['AZURE_OPENAI_ENDPOINT']}/openai/v1/",
    api_key=os.environ["AZURE_OPENAI_API_KEY"],
)

response = client.audio.speech.create(
    model="voice",
    voice="alloy",
    input="The train is late.",
)
response.write_to_file("speech.mp3")

print(os.path.getsize("speech.mp3"))
