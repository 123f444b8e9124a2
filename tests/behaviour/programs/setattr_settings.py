import json

import openai

with open("settings.json", "w") as f:
    json.dump({"api_key": "sk-json", "organization": "org-json", "api_base": "https://json.internal/v1"}, f)
with open("settings.json") as f:
    for name, value in json.load(f).items():
        setattr(openai, name, value)  # missed: OAI105:9
setattr(openai, "api_key", openai.api_key + "-2")
r = openai.Embedding.create(model="m", input=["set"])  # OAI102:5
print(r.data[0]["embedding"], getattr(openai, "api_base", None))  # OAI112:7
