"""Write down what is said in a recording."""

import os

import openai

openai.api_type = "azure"  # OAI306:1
openai.api_base = os.environ["AZURE_OPENAI_ENDPOINT"]  # OAI105:1
openai.api_version = "2024-02-01"
openai.api_key = os.environ["AZURE_OPENAI_API_KEY"]

with open("recording.mp3", "rb") as file:
    reply = openai.Audio.transcribe(  # OAI102:13
        file=file,
        model="whisper-1",
        deployment_id="ears",  # OAI110:9
        language="en",
    )
print(reply["text"])  # OAI112:7
