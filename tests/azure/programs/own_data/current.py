"""Answer from documents of our own."""

import os

from openai import AzureOpenAI

client = AzureOpenAI(
    azure_endpoint=os.environ["AZURE_OPENAI_ENDPOINT"],
    api_version="2024-10-21",
    api_key=os.environ["AZURE_OPENAI_API_KEY"],
)

reply = client.chat.completions.create(
    model="library",
    messages=[{"role": "user", "content": "When does the library close?"}],
    extra_body={
        "data_sources": [
            {
                "type": "azure_search",
                "parameters": {
                    "endpoint": os.environ["AZURE_SEARCH_ENDPOINT"],
                    "index_name": "opening-hours",
                    "authentication": {"type": "api_key", "key": os.environ["AZURE_SEARCH_KEY"]},
                },
            },
        ],
    },
)
print(reply.choices[0].message.content)
