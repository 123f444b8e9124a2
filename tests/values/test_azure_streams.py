"""Streams that may come from Azure: the first chunk has no choices (OAI117)."""

from __future__ import annotations

from examples import check, examples

CASES = """
--- a client for Azure
from openai import AzureOpenAI
for c in AzureOpenAI(api_version=v).chat.completions.create(model="d", messages=[], stream=True):
    print(c.choices[0].delta)  # OAI117:11
--- a client for OpenAI
import openai
from openai import OpenAI
openai.api_type = "azure"
for c in OpenAI().chat.completions.create(model="d", messages=[], stream=True):
    print(c.choices[0].delta)
--- a client that may be either
from openai import AzureOpenAI, OpenAI
client = AzureOpenAI(api_version=v) if azure else OpenAI()
for c in client.chat.completions.create(model="d", messages=[], stream=True):
    print(c.choices[0].delta)  # OAI117:11
--- the module on Azure
import openai
openai.api_type = "azure"
for c in openai.chat.completions.create(model="d", messages=[], stream=True):
    print(c.choices[0].delta)  # OAI117:11
--- the module on Azure, the old way
import openai
openai.api_type = "azure"  # OAI306:1
for c in openai.ChatCompletion.create(model="d", messages=[], stream=True):  # OAI102:10
    print(c.choices[0].delta)  # OAI117:11
--- the module, not on Azure
import openai
for c in openai.chat.completions.create(model="d", messages=[], stream=True):
    print(c.choices[0].delta)
--- a client for Azure beside the module
import openai
client = openai.AzureOpenAI(api_version=v)
for c in openai.chat.completions.create(model="d", messages=[], stream=True):
    print(c.choices[0].delta)
--- a condition on the choices
from openai import AzureOpenAI
for c in AzureOpenAI(api_version=v).chat.completions.create(model="d", messages=[], stream=True):
    if c.choices:
        print(c.choices[0].delta)
--- a condition on the choices of a dict
import openai
openai.api_type = "azure"  # OAI306:1
for c in openai.ChatCompletion.create(model="d", messages=[], stream=True):  # OAI102:10
    if c["choices"]:  # OAI112:8
        print(c["choices"][0].delta)  # OAI112:15
--- a condition that takes the first is none
from openai import AzureOpenAI
for c in AzureOpenAI(api_version=v).chat.completions.create(model="d", messages=[], stream=True):
    if c.choices[0].delta.content:  # OAI117:8
        print(c.id)
--- the first of two operands is a condition
from openai import AzureOpenAI
for c in AzureOpenAI(api_version=v).chat.completions.create(model="d", messages=[], stream=True):
    print(c.choices and c.choices[0].delta)
--- a default is none
from openai import AzureOpenAI
for c in AzureOpenAI(api_version=v).chat.completions.create(model="d", messages=[], stream=True):
    print(c.choices[0].delta.content or "")  # OAI117:11
--- the whole response has its choices
from openai import AzureOpenAI
c = AzureOpenAI(api_version=v).chat.completions.create(model="d", messages=[])
print(c.choices[0].message)
"""


@examples(CASES)
def test_streams_on_azure(source):
    check(source)
