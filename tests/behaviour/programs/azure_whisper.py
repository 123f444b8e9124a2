# environment: OPENAI_API_KEY=
import openai

openai.api_type = "azure"  # OAI306:1
openai.api_base = "https://voices.openai.azure.com"  # OAI105:1
openai.api_key = "key-of-voices"
openai.api_version = "2024-02-01"

with open("recording.mp3", "rb") as audio:
    result = openai.Audio.transcribe(model="whisper-1", file=audio, deployment_id="ears")  # OAI102:14 OAI110:69
print(result["text"])  # OAI112:7
