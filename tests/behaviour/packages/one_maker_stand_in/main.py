import types
import unittest.mock

import openai

import ask
import embed

openai.api_type = "azure"
openai.api_version = "2023-05-15"
for region in ("east", "west"):
    openai.api_base = f"https://{region}.openai.azure.com"
    openai.api_key = "az-" + region
    print(ask.ask("hello"), embed.embed("tide"))
fake = types.SimpleNamespace(Embedding=types.SimpleNamespace(create=lambda **_: {"data": [{"embedding": [1, 2]}]}))
with unittest.mock.patch("embed.openai", fake):
    print(embed.embed("tide"), ask.ask("again"))
