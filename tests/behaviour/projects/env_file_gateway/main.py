# fix: .
# environment: OPENAI_API_BASE=
import os

with open(".env") as lines:
    for line in lines:
        if line.strip() and not line.startswith("#"):
            name, _, value = line.strip().partition("=")
            os.environ[name] = value

import openai

reply = openai.Embedding.create(model="text-embedding-ada-002", input=["tide", "ebb"])
for item in reply["data"]:
    print(item["index"], len(item["embedding"]))
