# environment: OPENAI_TYPE=azure AZURE_KEY=key-az AZURE_BASE=https://contoso.openai.azure.com
"""The environment says where the model is."""
import os
import openai

USE_AZURE = os.environ.get("OPENAI_TYPE", "").lower() == "azure"

if USE_AZURE:
    openai.api_type = "azure"  # OAI306:5
    openai.api_base = os.environ["AZURE_BASE"]  # OAI105:5
    openai.api_version = os.environ.get("AZURE_VERSION", "2023-05-15")
    openai.api_key = os.environ["AZURE_KEY"]
else:
    openai.api_key = os.environ["OPENAI_API_KEY"]


def model_argument(name):
    return {"engine": name} if USE_AZURE else {"model": "gpt-4"}  # OAI110:13


result = openai.ChatCompletion.create(  # OAI102:10
    messages=[{"role": "user", "content": "Where are you?"}],
    temperature=0,
    **model_argument("agent"),
)
print(result["choices"][0]["message"]["content"], USE_AZURE)  # OAI112:7
