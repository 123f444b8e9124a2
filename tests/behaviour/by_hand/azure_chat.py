# environment: AZURE_OPENAI_KEY=key-of-azure AZURE_OPENAI_ENDPOINT=https://contoso.openai.azure.com OPENAI_API_KEY=
import os

import openai

openai.api_type = "azure"
openai.azure_endpoint = os.getenv("AZURE_OPENAI_ENDPOINT")
openai.api_version = "2023-05-15"
openai.api_key = os.getenv("AZURE_OPENAI_KEY")

response = openai.chat.completions.create(
    model="support",
    messages=[
        {"role": "system", "content": "You are a helpful assistant."},
        {"role": "user", "content": "Does Azure OpenAI support customer managed keys?"},
    ],
)

print(response.choices[0].message.content)
print(response.usage.total_tokens)
