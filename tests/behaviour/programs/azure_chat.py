# environment: AZURE_OPENAI_KEY=key-of-azure AZURE_OPENAI_ENDPOINT=https://contoso.openai.azure.com OPENAI_API_KEY=
import os
import openai

openai.api_type = "azure"  # OAI306:1
openai.api_base = os.getenv("AZURE_OPENAI_ENDPOINT")  # OAI105:1
openai.api_version = "2023-05-15"
openai.api_key = os.getenv("AZURE_OPENAI_KEY")

response = openai.ChatCompletion.create(  # OAI102:12
    engine="support",  # OAI110:5
    messages=[
        {"role": "system", "content": "You are a helpful assistant."},
        {"role": "user", "content": "Does Azure OpenAI support customer managed keys?"},
    ],
)

print(response["choices"][0]["message"]["content"])  # OAI112:7
print(response["usage"]["total_tokens"])  # OAI112:7
