"""OAI901 and OAI903: opinions. More of what is found where is in ``exams/opinions.txt``."""

from __future__ import annotations

import pytest

from examples import check, examples, lint
from flake8_openai_v1.sdk.responses_api import NOT_SERVED

OPINIONS = """
--- a method of the module that is handed on
import asyncio
import openai
async def ask(text):
    return await asyncio.to_thread(openai.embeddings.create, model="m", input=text)  # OAI901:36
--- a raw response of the module
import openai
openai.chat.completions.with_raw_response.create(model="m", messages=[], n=2)  # OAI901:1
--- of a module that may be a client
import sys
import openai
client = openai.OpenAI() if sys.argv else openai
client.embeddings.create(model="m", input="x")
--- a class that is answered with, awaited
import asyncio
from openai import AsyncOpenAI
from pydantic import BaseModel
class Answer(BaseModel):
    text: str
async def main():
    await AsyncOpenAI().chat.completions.parse(model="m", messages=[], response_format=Answer)  # OAI903:11
asyncio.run(main())
--- near: arguments that are left out do not matter, those of others do
import openai
from openai import OpenAI
client = OpenAI()
client.chat.completions.create(model="m", messages=[], stop=None, n=openai.omit)  # OAI903:1
client.chat.completions.create(model="m", messages=[], anything=1)
--- a raw response, and a resource in a variable
from openai import OpenAI
chat = OpenAI().chat
OpenAI().chat.completions.with_raw_response.create(model="m", messages=[])  # OAI903:1
chat.completions.create(model="m", messages=[])  # OAI903:1
--- near: another company serves it
from openai import OpenAI
from openai.providers import bedrock
OpenAI(provider=bedrock(region="us-west-2")).chat.completions.create(model="gpt-4", messages=[])
OpenAI(provider=None).chat.completions.create(model="m", messages=[])  # OAI903:1
--- near: a model that speaks
from openai import OpenAI
client = OpenAI()
client.chat.completions.create(model="gpt-audio-2", messages=[])
client.chat.completions.create(model="gpt-5-search-api", messages=[])
--- near: a client that comes in, and what is called later
import functools
from openai import OpenAI
def ask(client: OpenAI):
    return client.chat.completions.create(model="m", messages=[])
later = functools.partial(OpenAI().chat.completions.create, model="m")
--- near: what is set on the module, and read
import openai
openai.api_key = "k"
openai.base_url = "https://gateway.corp/"
print(openai.base_url, openai.OpenAI)
--- near: tests are mocked
import pytest
from openai import OpenAI
OpenAI().chat.completions.create(model="m", messages=[])
"""
SELECTED = ("OAI901", "OAI903")


@examples(OPINIONS)
def test_opinions(source):
    check(source, extend_select=SELECTED)


@examples(OPINIONS)
def test_they_are_off(source):
    assert lint(source) == []


@pytest.mark.parametrize("name", sorted(NOT_SERVED))
def test_what_responses_has_not(name):
    source = f"from openai import OpenAI\nOpenAI().chat.completions.create(model='m', messages=[], {name}=given)\n"
    assert [one for one in lint(source, extend_select=SELECTED) if one.code == "OAI903"] == []


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (
            "create(model='m', messages=[])",
            "client.chat.completions.create can be client.responses.create: messages= is input=, "
            "the text is output_text, store=False keeps it from being stored",
        ),
        (
            "create(model='m', messages=[], max_tokens=9, stream=True, store=False)",
            "client.chat.completions.create can be client.responses.create: messages= is input=, "
            "max_tokens= is max_output_tokens=, chunks become events: response.output_text.delta",
        ),
        (
            "with_raw_response.create(model='m', messages=[], store=True, temperature=0)",
            "client.chat.completions.with_raw_response.create can be client.responses.with_raw_response.create: "
            "messages= is input=, the text is output_text",
        ),
        (
            "parse(model='m', messages=[], response_format=dict, store=True)",
            "client.chat.completions.parse can be client.responses.parse: messages= is input=, "
            "response_format= is text_format=, the text is output_parsed",
        ),
    ],
)
def test_what_differs_for_a_call(call, message):
    source = f"from openai import OpenAI\nclient = OpenAI()\nclient.chat.completions.{call}\n"
    (found,) = lint(source, extend_select=SELECTED)
    assert found.message == message
    assert found.replacement == f"client.responses.{call.partition('(')[0]}"


def test_the_message_about_the_module():
    (found,) = lint("import openai\nopenai.models.list()\n", extend_select=SELECTED)
    assert found.message == (
        "openai.models.list uses the module's client, which all code of the process shares; "
        "use client.models.list with client = OpenAI()"
    )


def test_only_where_there_is_a_responses_api():
    source = "from openai import OpenAI\nOpenAI().chat.completions.create(model='m', messages=[])\n"
    assert [found.code for found in lint(source, extend_select=SELECTED, target=(1, 66, 0))] == ["OAI903"]
    assert lint(source, extend_select=SELECTED, target=(1, 65, 5)) == []
