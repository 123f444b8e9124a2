"""Embeddings with a key, or with a token of the directory, as the caller has it."""
import os

import openai


class FakeCredential:
    """Stands for azure.identity here."""

    def get_token(self, scope):
        return type("AccessToken", (), {"token": "token-of-the-directory", "expires_on": 0})


def get_embedding(text, credential=None):
    openai.api_version = "2023-05-15"
    openai.api_base = "https://corp.openai.azure.com"
    if credential is not None:
        openai.api_key = credential.get_token("https://cognitiveservices.azure.com/.default").token
        openai.api_type = "azure_ad"
    else:
        openai.api_type = "azure"
        openai.api_key = os.environ.get("EMBEDDING_KEY", "key-of-the-resource")
    return openai.Embedding.create(deployment_id="vectors", input=text)["data"][0]["embedding"]


print(len(get_embedding("with a key")))
print(len(get_embedding("with a token", FakeCredential())))
print(len(get_embedding("with a key again")))
