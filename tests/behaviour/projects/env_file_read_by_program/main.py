# fix: .
# environment: OPENAI_API_BASE=
import os

import openai

with open(".env") as lines:
    for line in lines:
        name, _, value = line.strip().partition("=")
        os.environ.setdefault(name, value)

openai.api_base = os.environ["OPENAI_API_BASE"]
openai.api_key = os.environ["GATEWAY_KEY"]

reply = openai.Moderation.create(input="is this rude?")
print(reply["results"][0]["flagged"])
