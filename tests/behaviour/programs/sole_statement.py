# environment: LLM_BASE=https://sole.internal/v1
import os
import openai

if os.environ.get("LLM_BASE"): openai.api_base = os.environ["LLM_BASE"]  # OAI105:32
if not openai.api_key:
    openai.api_key_path = "key.txt"  # OAI106:5
try:
    openai.proxy  # OAI106:5
except AttributeError:
    pass
for _ in range(2): print(openai.Completion.create(model="m", prompt="sole")["choices"][0]["text"])  # OAI102:26 OAI112:26
with open("speech.wav", "rb") as f: print(openai.Audio.transcribe("whisper-1", f)["text"])  # OAI102:43 OAI112:43 OAI111:67
