# environment: STAGE=gateway GATEWAY_KEY=gateway-secret
import os
import openai

stage = os.environ.get("STAGE", "public")

if stage == "gateway":
    openai.api_base = "https://gateway.corp.internal/v1"  # OAI105:5
    openai.api_key = os.environ["GATEWAY_KEY"]
elif stage == "local":
    openai.api_base = "http://localhost:8000/v1"  # OAI105:5
    openai.api_key = "none"
else:
    openai.api_key = os.environ["OPENAI_API_KEY"]

print("using", openai.api_base)  # OAI105:16
result = openai.Embedding.create(model="text-embedding-ada-002", input="ocean")  # OAI102:10
print(len(result["data"]), result["data"][0]["embedding"][:2])  # OAI112:11 OAI112:28
