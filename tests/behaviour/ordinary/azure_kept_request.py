# environment: AZURE_KEY=azure-key
"""Azure, with a model beside a deployment that is in a dict which others read."""
import os

import openai

openai.api_type = "azure"
openai.api_key = os.environ["AZURE_KEY"]
openai.api_base = "https://kept-resource.openai.azure.com"
openai.api_version = "2023-05-15"


def describe(options):
    return ", ".join(f"{name}={options[name]}" for name in options)


def ask(question, options):
    print(describe(options))
    reply = openai.ChatCompletion.create(
        model="gpt-4", messages=[{"role": "user", "content": question}], **options
    )
    return reply["choices"][0]["message"]["content"]


print(ask("first?", {"deployment_id": "chat", "temperature": 0}))
print(ask("second?", {"deployment_id": "writer"}))
print(ask("third?", {"temperature": 1, "deployment_id": "chat", "request_timeout": 7}))
