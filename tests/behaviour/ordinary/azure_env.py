# environment: AZURE_OPENAI_API_KEY=az-key AZURE_OPENAI_ENDPOINT=https://my-resource.openai.azure.com AZURE_OPENAI_VERSION=2023-05-15
import os
import openai

openai.api_type = "azure"
openai.api_key = os.getenv("AZURE_OPENAI_API_KEY")
openai.api_base = os.getenv("AZURE_OPENAI_ENDPOINT")
openai.api_version = os.getenv("AZURE_OPENAI_VERSION", "2023-05-15")

DEPLOYMENT = os.environ.get("DEPLOYMENT", "support")

for question in ["Does Azure OpenAI support customer managed keys?", "Do other Azure services too?"]:
    response = openai.ChatCompletion.create(
        engine=DEPLOYMENT,
        messages=[
            {"role": "system", "content": "You are a helpful assistant."},
            {"role": "user", "content": question},
        ],
    )
    print(response['choices'][0]['message']['content'])
    print(response['choices'][0]['finish_reason'])
