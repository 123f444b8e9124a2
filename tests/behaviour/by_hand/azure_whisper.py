# environment: OPENAI_API_KEY=
from openai import AzureOpenAI

client = AzureOpenAI(
    azure_endpoint="https://voices.openai.azure.com", api_key="key-of-voices", api_version="2024-02-01"
)

with open("recording.mp3", "rb") as audio:
    result = client.audio.transcriptions.create(model="ears", file=audio)
print(result.text)
