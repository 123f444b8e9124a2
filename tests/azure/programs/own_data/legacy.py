"""Answer from documents of our own."""

import os

import openai
import requests

openai.api_type = "azure"  # OAI306:1
openai.api_base = os.environ["AZURE_OPENAI_ENDPOINT"]  # OAI105:1
openai.api_version = "2023-08-01-preview"  # OAI307:1
openai.api_key = os.environ["AZURE_OPENAI_API_KEY"]

DEPLOYMENT = "library"


class ByExtensions(requests.adapters.HTTPAdapter):  # OAI309:20
    """Sends requests for the deployment to its path for extensions."""

    def send(self, request, **options):
        path = f"/openai/deployments/{DEPLOYMENT}/extensions/chat/completions?api-version={openai.api_version}"
        request.url = openai.api_base + path  # OAI105:23
        return super().send(request, **options)


session = requests.Session()
session.mount(f"{openai.api_base}/openai/deployments/{DEPLOYMENT}", ByExtensions())  # OAI105:18
openai.requestssession = session  # OAI106:1

reply = openai.ChatCompletion.create(  # OAI102:9
    deployment_id=DEPLOYMENT,  # OAI110:5
    messages=[{"role": "user", "content": "When does the library close?"}],
    dataSources=[  # OAI110:5
        {
            "type": "AzureCognitiveSearch",
            "parameters": {
                "endpoint": os.environ["AZURE_SEARCH_ENDPOINT"],
                "key": os.environ["AZURE_SEARCH_KEY"],
                "indexName": "opening-hours",
            },
        },
    ],
)
print(reply["choices"][0]["message"]["content"])  # OAI112:7
