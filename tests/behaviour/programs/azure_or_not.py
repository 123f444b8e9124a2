# environment: OPENAI_API_KEY=sk-plain AZ=key-az
# run: azure
"""A class for each provider, chosen while the program runs."""
import os
import sys

import openai


class Provider:
    def __init__(self, kind, base=None, version=None, key=None):
        self.kind, self.base, self.version, self.key = kind, base, version, key

    def __enter__(self):
        self.before = openai.api_type, openai.api_base, openai.api_version, openai.api_key  # OAI105:40
        openai.api_type = self.kind
        if self.base:
            openai.api_base = self.base  # OAI105:13
        openai.api_version = self.version
        openai.api_key = self.key
        return self

    def __exit__(self, *error):
        openai.api_type, openai.api_base, openai.api_version, openai.api_key = self.before  # OAI105:26


def ask(text, name="gpt-4"):
    named = {"engine": name} if openai.api_type == "azure" else {"model": name}  # OAI110:14
    try:
        r = openai.ChatCompletion.create(messages=[{"role": "user", "content": text}], **named)  # OAI102:13
    except openai.error.InvalidRequestError as error:  # OAI107:12
        return f"refused: {error.http_status}"  # OAI108:28
    return r["choices"][0]["message"]["content"]  # OAI112:12


print(ask("plain"))
with Provider(sys.argv[1], "https://contoso.openai.azure.com", "2023-05-15", os.environ["AZ"]):
    print(ask("azure", "chat"))
    print(ask("missing", "status-404"))
print(ask("plain again"))
