"""Ask three times, then give up."""

import os

import openai
from openai import AzureOpenAI

client = AzureOpenAI(
    azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"],
    api_version="2024-10-21",
    api_key=os.environ["AZURE_OPENAI_API_KEY"],
)


def ask(question):
    return client.with_options(max_retries=2).chat.completions.create(
        model="status-429",
        messages=[{"role": "user", "content": question}],
    )


try:
    print(ask("Anyone?").choices[0].message.content)
except openai.APIStatusError as e:
    print("gave up:", e.status_code)
