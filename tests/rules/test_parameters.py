"""OAI503: deprecated parameters. More of what is found where is in ``exams/parameters.txt``."""

from __future__ import annotations

import pytest

from examples import check, examples, lint
from flake8_openai_v1.sdk.parameters import REFUSING

PLACES = """
--- put into a dict where it is there
from openai import OpenAI
client = OpenAI()
def ask(functions=None):
    options = {"model": "gpt-6-luna", "messages": []}
    if functions:
        options["functions"] = functions  # OAI503:17
    return client.chat.completions.create(**options)
--- a raw response, a partial, a coroutine
import functools
from openai import AsyncOpenAI, OpenAI
client = OpenAI()
client.chat.completions.with_raw_response.create(model="m", messages=[], functions=[])  # OAI503:74
ask = functools.partial(client.chat.completions.create, model="m", function_call="none")  # OAI503:68
async def main():
    await AsyncOpenAI().chat.completions.create(model="m", messages=[], function_call="none")  # OAI503:73
--- one of several models that refuse it
import sys
from openai import OpenAI
model = "gpt-5.4-mini" if sys.argv else "gpt-5.5"
OpenAI().chat.completions.create(model=model, messages=[], max_tokens=9)  # OAI503:60
--- of 0.x
import openai
openai.Image.create(prompt="x", response_format="url")  # OAI102:1 OAI503:33
--- by hand
import requests
url = "https://api.openai.com/v1/chat/completions"
requests.post(url, json={"model": "gpt-6-luna", "messages": [], "functions": []})  # OAI503:65
requests.post(url, json={"model": "gpt-5.5", "messages": [], "max_tokens": 9})  # OAI503:62
--- on Azure, with a version that has tools, or one that is not shown
import os
from openai import AzureOpenAI
one = AzureOpenAI(azure_endpoint="https://r.openai.azure.com", api_version="2024-10-21")
one.chat.completions.create(model="chat", messages=[], functions=[])  # OAI503:56
other = AzureOpenAI(azure_endpoint="https://r.openai.azure.com", api_version=os.environ["V"])
other.chat.completions.create(model="chat", messages=[], functions=[])  # OAI503:58
--- near: on Azure, by 0.x, with a version that has no tools
import openai
openai.api_type, openai.api_version = "azure", "2023-07-01-preview"  # OAI306:1 OAI307:18
openai.ChatCompletion.create(deployment_id="chat", messages=[], functions=[])  # OAI102:1 OAI110:30
--- near: a model that takes it, now and then
import sys
from openai import OpenAI
model = "gpt-5.4-mini" if sys.argv else "gpt-7-of-mine"
OpenAI().chat.completions.create(model=model, messages=[], max_tokens=9)
--- near: left out
import openai
from openai import OpenAI
client = OpenAI()
client.chat.completions.create(model="gpt-5.5", messages=[], max_tokens=None, functions=openai.NOT_GIVEN)
client.chat.completions.create(model="gpt-5.5", messages=[], max_tokens=openai.omit)
--- near: one parameter or the other
from openai import OpenAI
client = OpenAI()
def ask(limit, model="gpt-5.5"):
    options = {"messages": []}
    if model.startswith("gpt-5"):
        options["max_completion_tokens"] = limit
    else:
        options["max_tokens"] = limit
    return client.chat.completions.create(model=model, **options)
--- near: by hand, to another server
import requests
import openai
requests.post("http://localhost/v1/chat/completions", json={"model": "gpt-5.5", "functions": []})
requests.post("https://api.openai.com/v1/responses", json={"model": "gpt-5.5", "functions": []})
--- near: a client whose address is not shown refuses nothing for sure
from openai import OpenAI
def ask(client: OpenAI):
    client.chat.completions.create(model="gpt-5.5", messages=[], max_tokens=9)
    client.images.generate(model="gpt-image-2", prompt="x", response_format="b64_json")
--- near: tests
import pytest
from openai import OpenAI
OpenAI().chat.completions.create(model="gpt-5.5", messages=[], max_tokens=9, functions=[])
"""


@examples(PLACES)
def test_places(source):
    check(source)


@pytest.mark.parametrize("name", sorted(REFUSING))
def test_every_model_that_refuses_it(name):
    call = f'OpenAI().chat.completions.create(model="{name}", messages=[], max_tokens=9)\n'
    found = [one for one in lint(f"from openai import OpenAI\n{call}") if one.code == "OAI503"]
    assert [one.message for one in found] == [
        f'max_tokens= is refused by the model "{name}" (400); use max_completion_tokens='
    ]
    assert found[0].replacement == "max_completion_tokens="


def test_only_from_the_release_that_has_what_to_write_instead():
    source = "from openai import OpenAI\nOpenAI().chat.completions.create(model='m', messages=[], functions=[])\n"
    assert [found.code for found in lint(source, target=(1, 1, 0))] == ["OAI503"]
    assert lint(source, target=(1, 0, 0)) == []
    limited = source.replace("'m'", "'gpt-5.5'").replace("functions=[]", "max_tokens=9")
    assert [found.code for found in lint(limited, target=(1, 45, 0))] == ["OAI503"]
    assert lint(limited, target=(1, 44, 0)) == []


def test_messages():
    source = (
        "from openai import OpenAI\nOpenAI().chat.completions.create(\n"
        "    model='m', messages=[],\n    functions=[],\n    function_call='auto')\n"
        "OpenAI().images.generate(prompt='x',\n    response_format='url')\n"
    )
    assert [found.message for found in lint(source)] == [
        'functions= is deprecated; use tools= (each {"type": "function", "function": ...}; '
        "answers come in message.tool_calls)",
        "function_call= is deprecated; use tool_choice=",
        "response_format= is refused by all models that are left; they always return b64_json, remove it",
    ]
