# environment: AZURE_KEY=azure-key
"""Azure, where a model may stand beside the deployment that decides."""
import os

import openai

openai.api_type = "azure"
openai.api_key = os.environ["AZURE_KEY"]
openai.api_base = "https://beside-resource.openai.azure.com"
openai.api_version = "2023-05-15"
DEPLOYMENTS = {"gpt-4": "chat", "gpt-3.5-turbo": "writer"}


def ask(question, fixed=False, **kwargs):
    name = os.environ.get("NO_SUCH_DEPLOYMENT")
    if name is not None:
        kwargs["deployment_id"] = name
    elif fixed:
        kwargs["deployment_id"] = "chat"
    else:
        kwargs["engine"] = DEPLOYMENTS[kwargs["model"]]
        kwargs.pop("model")
    reply = openai.ChatCompletion.create(messages=[{"role": "user", "content": question}], **kwargs)
    return reply["choices"][0]["message"]["content"]


def embed(text, options):
    options["model"] = "text-embedding-ada-002"
    return openai.Embedding.create(input=text, **options)["data"][0]["embedding"]


class Kept:
    def __init__(self, engine):
        self.given = {"engine": engine}

    def ask(self, model):
        self.given["model"] = model
        reply = openai.ChatCompletion.create(messages=[{"role": "user", "content": "kept"}], **self.given)
        return reply["choices"][0]["message"]["content"], sorted(self.given)


print(ask("first?", model="gpt-4", temperature=0))
print(ask("second?", model="gpt-3.5-turbo", request_timeout=9))
print(ask("third?", model="gpt-3.5-turbo", fixed=True))
print(embed("tide", {"engine": "vectors"}))
print(Kept("chat").ask("gpt-4"))
