"""Answer from documents of our own."""

import os

from openai import AzureOpenAI

DEPLOYMENT = "library"

client = AzureOpenAI(
    base_url=f"{os.environ['AZURE_OPENAI_ENDPOINT']}/openai/deployments/{DEPLOYMENT}/extensions",  # OAI309:5
    api_version="2023-08-01-preview",  # OAI307:17
    api_key=os.environ["AZURE_OPENAI_API_KEY"],
)

reply = client.chat.completions.create(
    model=DEPLOYMENT,
    messages=[{"role": "user", "content": "When does the library close?"}],
    extra_body={
        "dataSources": [  # OAI309:9
            {
                "type": "AzureCognitiveSearch",
                "parameters": {
                    "endpoint": os.environ["AZURE_SEARCH_ENDPOINT"],
                    "key": os.environ["AZURE_SEARCH_KEY"],
                    "indexName": "opening-hours",
                },
            },
        ],
    },
)
print(reply.choices[0].message.content)
