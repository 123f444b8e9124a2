"""Chunks without choices, and fields that may be missing under a clause that catches that."""

from __future__ import annotations

from fix.given import check, examples

STREAMS = r"""
--- a chunk without choices, on Azure
openai.api_type = "azure"
openai.api_base = "https://mine.openai.azure.com"
openai.api_version = "2023-05-15"
openai.api_key = "k"
def show():
    for chunk in openai.ChatCompletion.create(engine="d", messages=[], stream=True):
        print("a chunk")
        delta = chunk["choices"][0]["delta"]
        print(delta.get("content", ""), chunk["choices"][0]["finish_reason"])
>>>
import openai
openai.api_type = "azure"
openai.azure_endpoint = "https://mine.openai.azure.com"
openai.api_version = "2023-05-15"
openai.api_key = "k"
def show():
    for chunk in openai.chat.completions.create(model="d", messages=[], stream=True):
        print("a chunk")
        if not chunk.choices:
            continue
        delta = chunk.choices[0].delta
        print(delta.content or "", chunk.choices[0].finish_reason)
--- the same, joined
openai.api_type = "azure"
openai.api_base = "https://mine.openai.azure.com"
openai.api_version = "2023-05-15"
openai.api_key = "k"
stream = openai.ChatCompletion.create(engine="d", messages=[], stream=True)
print("".join(chunk["choices"][0]["delta"].get("content", "") for chunk in stream))
>>>
from openai import AzureOpenAI
client = AzureOpenAI(
    api_key="k",
    azure_endpoint="https://mine.openai.azure.com",
    api_version="2023-05-15",
)
stream = client.chat.completions.create(model="d", messages=[], stream=True)
print("".join(chunk.choices[0].delta.content or "" for chunk in stream if chunk.choices))
--- the same, asked already
openai.api_type = "azure"
openai.api_base = "https://mine.openai.azure.com"
openai.api_version = "2023-05-15"
openai.api_key = "k"
for chunk in openai.ChatCompletion.create(engine="d", messages=[], stream=True):
    if chunk["choices"]:
        print(chunk["choices"][0]["delta"])
>>>
from openai import AzureOpenAI
client = AzureOpenAI(
    api_key="k",
    azure_endpoint="https://mine.openai.azure.com",
    api_version="2023-05-15",
)
for chunk in client.chat.completions.create(model="d", messages=[], stream=True):
    if chunk.choices:
        print(chunk.choices[0].delta)
--- a chunk in OpenAI's own service
for chunk in openai.ChatCompletion.create(model="m", messages=[], stream=True):
    print(chunk["choices"][0]["finish_reason"])
>>>
import openai
for chunk in openai.chat.completions.create(model="m", messages=[], stream=True):
    print(chunk.choices[0].finish_reason)
"""

CAUGHT = r"""
--- what may be missing, under a clause that catches that as well
reply = openai.ChatCompletion.create(model="m", messages=[])
try:
    spent = reply["usage"]["total_tokens"]
except Exception:
    spent = 0
>>>
import openai
reply = openai.chat.completions.create(model="m", messages=[])
try:
    spent = reply.usage.total_tokens
except Exception:
    spent = 0
--- the same, and the clause tells what it was
reply = openai.ChatCompletion.create(model="m", messages=[])
try:
    spent = reply["usage"]["total_tokens"]
except Exception as error:
    print(error)
>>>
import openai
reply = openai.chat.completions.create(model="m", messages=[]).to_dict()
try:
    spent = reply["usage"]["total_tokens"]
except Exception as error:
    print(error)
--- the same, and another clause is for what it would be today
reply = openai.ChatCompletion.create(model="m", messages=[])
try:
    spent = reply["usage"]["total_tokens"]
except AttributeError:
    raise
except Exception:
    spent = 0
>>>
import openai
reply = openai.chat.completions.create(model="m", messages=[]).to_dict()
try:
    spent = reply["usage"]["total_tokens"]
except AttributeError:
    raise
except Exception:
    spent = 0
--- the same, and nothing of it is read
reply = openai.ChatCompletion.create(model="m", messages=[])
try:
    spent = reply["usage"]
except Exception:
    spent = {}
>>>
import openai
reply = openai.chat.completions.create(model="m", messages=[]).to_dict()
try:
    spent = reply["usage"]
except Exception:
    spent = {}
"""


@examples(STREAMS, header="import openai\n")
def test_streams(before, expected, settings):
    check(before, expected, **settings)


@examples(CAUGHT, header="import openai\n")
def test_what_is_caught(before, expected, settings):
    check(before, expected, **settings)
