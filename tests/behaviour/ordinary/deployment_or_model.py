# environment: ON_AZURE=1
"""A model, and a deployment where there is one: by keyword, in dicts, and under a name that is made."""
import hashlib
import os
import sys

import openai

openai.api_key = "key-1"
if os.environ.get("ON_AZURE"):
    openai.api_type = "azure"
    openai.api_base = "https://both.openai.azure.com"
    openai.api_version = "2023-05-15"


class Writer:
    def __init__(self, model, deployment=None):
        self.model = model
        self.deployment = deployment

    def options(self):
        kwargs = {}
        if self.deployment:
            kwargs["engine"] = self.deployment
        return kwargs

    def write(self, text):
        kwargs = self.options()
        return openai.Completion.create(model=self.model, prompt=text, **kwargs)["choices"][0]["text"]

    def chat(self, text):
        given = {"model": self.model, "messages": [{"role": "user", "content": text}]}
        if self.deployment is not None:
            given["engine"] = self.deployment
        return openai.ChatCompletion.create(**given)["choices"][0]["message"]["content"]


def vector(text, name):
    key = "deployment_id" if openai.api_type == "azure" else "model"
    return openai.Embedding.create(input=text, **{key: name})["data"][0]["embedding"]


def judge(text, engine):
    options = dict(input=text)
    if engine:
        options.update(engine=engine)
    else:
        options.update(model="text-moderation-latest")
    print(len(options), file=sys.stderr)
    return options


writer = Writer("gpt-3.5-turbo-instruct", "writer")
print(writer.write("a tale"))
print(writer.chat("hello"))
print(vector("tide", "vectors"))
print(hashlib.md5(repr(sorted(judge("rude", "e"))).encode()).hexdigest())
