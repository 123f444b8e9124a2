# environment: AZURE_OPENAI_SERVICE=press OPENAI_API_KEY= OPENAI_API_BASE= OPENAI_BASE_URL=
import os
import time

import openai

from approach import ChatReadRetrieveReadApproach
from identity import DefaultAzureCredential

AZURE_OPENAI_SERVICE = os.environ.get("AZURE_OPENAI_SERVICE") or "myopenai"
AZURE_OPENAI_GPT_DEPLOYMENT = os.environ.get("AZURE_OPENAI_GPT_DEPLOYMENT") or "completer"
AZURE_OPENAI_CHATGPT_DEPLOYMENT = os.environ.get("AZURE_OPENAI_CHATGPT_DEPLOYMENT") or "chat"
AZURE_OPENAI_EMB_DEPLOYMENT = os.environ.get("AZURE_OPENAI_EMB_DEPLOYMENT") or "vectors"

azure_credential = DefaultAzureCredential()

# Used by the OpenAI SDK
openai.api_type = "azure_ad"
openai.api_base = f"https://{AZURE_OPENAI_SERVICE}.openai.azure.com"
openai.api_version = "2023-05-15"

openai_token = azure_credential.get_token("https://cognitiveservices.azure.com/.default")
openai.api_key = openai_token.token


def search(query, vector, top):
    return [f"doc{n}: {query.strip()} {len(vector)}" for n in range(top)]


approach = ChatReadRetrieveReadApproach(
    search, AZURE_OPENAI_CHATGPT_DEPLOYMENT, AZURE_OPENAI_GPT_DEPLOYMENT, AZURE_OPENAI_EMB_DEPLOYMENT)


def ensure_openai_token():
    global openai_token
    if openai_token.expires_on < int(time.time()) + 60:
        openai_token = azure_credential.get_token("https://cognitiveservices.azure.com/.default")
        openai.api_key = openai_token.token


def chat(body):
    ensure_openai_token()
    try:
        return approach.run(body["history"], body.get("overrides") or {})
    except Exception as e:
        return {"error": str(e)}


r = chat({"history": [{"user": "What is in the box?"}], "overrides": {"top": 2}})
print(r)
