# environment: OPENAI_API_KEY=
"""What is deployed where is in a file."""
import json
import openai

with open("azure.json") as f:
    settings = json.load(f)

openai.api_type = settings["type"]
openai.api_base = settings["endpoint"]  # OAI105:1
openai.api_version = settings["version"]
openai.api_key = settings["key"]
deployments = settings["deployments"]

reply = openai.ChatCompletion.create(engine=deployments["chat"], messages=[{"role": "user", "content": "file"}])  # OAI102:9 OAI110:38
print(reply["choices"][0]["message"]["content"])  # OAI112:7
vec = openai.Embedding.create(engine=deployments["embeddings"], input="file")  # OAI102:7 OAI110:31
print(vec["data"][0]["embedding"])  # OAI112:7
