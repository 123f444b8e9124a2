"""OAI501: services that were switched off."""

from __future__ import annotations

import pytest

from examples import check, examples, lint
from flake8_openai_v1.sdk.services import AS_OF, SERVICES

PLACES = """
--- the call is what is found
from openai import OpenAI
client = OpenAI()
thread = client.beta.threads.create()  # OAI501:10
run = wait(client.beta.threads.runs.create(  # OAI501:12
    thread_id="t", assistant_id="a"))
--- the argument is what is found of a prompt
from openai import OpenAI
OpenAI().responses.create(input="x", prompt={"id": "p"})  # OAI501:38
--- the address is what is found of a request
import requests
requests.post("https://api.openai.com/v1/threads", json={})  # OAI501:15
--- near: a call that is expected to fail
import openai, pytest
def test_gone():
    with pytest.raises(openai.NotFoundError):
        openai.OpenAI().beta.threads.create()
--- near: code for the old SDK
import openai
if openai.__version__.startswith("0."):
    openai.beta.threads.create()
--- near: a test that looks at what was sent
import openai
def test_headers(session):
    session.post.assert_called_with("https://api.openai.com/v1/files", headers={"OpenAI-Beta": "assistants=v2"})
    assert session.headers == {"OpenAI-Beta": "assistants=v2"}
--- near: a package that answers in the service's place
import openai
import requests_mock
with requests_mock.Mocker() as m:
    m.post("https://api.openai.com/v1/assistants", json={})
--- an address that is the name of a variable
import openai, httpx
URL = "https://api.openai.com/v1"
def threads(client: httpx.Client):
    url = f"{URL}/threads"
    return client.post(url)  # OAI501:24
--- an address of Azure whose host is not in the file
import os, requests
endpoint = os.environ["AZURE_OPENAI_ENDPOINT"]
requests.post(f"{endpoint}/openai/assistants?api-version=2024-05-01-preview")  # OAI501:15
--- aiohttp
import aiohttp
async def main():
    async with aiohttp.ClientSession() as session:
        async with session.post("https://api.openai.com/v1/evals", json={}) as response:  # OAI501:33
            return await response.json()
--- urllib
import urllib.request
request = urllib.request.Request("https://api.openai.com/v1/prompts")  # OAI501:34
--- a region
import requests
requests.get("https://eu.api.openai.com/v1/videos")  # OAI501:14
--- a client that is given, or made
import openai
from typing import Optional
def ask(client: Optional[openai.OpenAI] = None):
    client = client or openai.OpenAI()
    return client.beta.threads.create()  # OAI501:12
--- what some call gives is not known, but for what the annotation says
from openai import AsyncOpenAI
class Bot:
    def given(self, client: AsyncOpenAI | None = None) -> AsyncOpenAI:
        return AsyncOpenAI() if client is None else client
    async def one(self, client: AsyncOpenAI | None):
        return await self.given(client).beta.threads.create()  # OAI501:22
    async def other(self, client=None):
        return await self.given(client).beta.threads.create()  # OAI501:22
--- what is returned now and then is not known, but for what the annotation says
from openai import OpenAI
from .clients import build
def given(client: OpenAI | None) -> OpenAI:
    if client is not None:
        return client
    return build()
def ask():
    return given(None).beta.threads.create()  # OAI501:12
--- a variable that holds a method is found where it is bound
from openai import OpenAI
stream = OpenAI().beta.threads.runs.stream  # OAI501:10
stream(thread_id="t")
--- what the SDK itself has no more is found once
from openai import OpenAI
client = OpenAI()
client.beta.assistants.files.list("asst_1")  # OAI201:1
client.beta.assistants.list()  # OAI501:1
"""


@examples(PLACES)
def test_places(source):
    check(source)


def test_a_header_that_vector_stores_want_too():
    given = 'import openai, requests\nrequests.get(URL + "/{}", headers={{"OpenAI-Beta": "assistants=v2"}})\n'
    assert lint(given.format("vector_stores")) == []
    assert [found.code for found in lint(given.format("files"))] == ["OAI501"]
    both = given.format("vector_stores") + 'requests.get(URL + "/assistants", headers={})\n'
    assert [found.code for found in lint(both)] == ["OAI501"]


def test_the_name_of_a_header_is_what_is_found():
    source = 'import openai, requests\nrequests.get(URL, headers={"OpenAI-Beta": "assistants=v2"})\n'
    assert [(found.code, found.line, found.column) for found in lint(source)] == [("OAI501", 2, 27)]


@pytest.mark.parametrize("service", SERVICES, ids=lambda service: service.name)
def test_every_path(service):
    for path in service.paths:
        client = f"from openai import OpenAI\nOpenAI().{path}.list()\n"
        for source in (client, f"import openai\nopenai.{path}.list()\n"):
            (found,) = lint(source)
            assert (found.line, found.code, found.replacement) == (2, "OAI501", service.use)
            assert service.day in found.message
            assert service.name in found.message


def test_the_message():
    (found,) = lint("from openai import OpenAI\nclient = OpenAI()\nclient.beta.threads.create()\n")
    assert found.message == (
        "client.beta.threads.create calls the Assistants API, which was switched off on 2026-08-26 (404); "
        "use client.responses (and client.conversations; on Azure also the Foundry Agent Service)"
    )
    (found,) = lint("from openai import OpenAI\nclient = OpenAI()\nclient.evals.list()\n")
    assert found.message == (
        "client.evals.list calls the Evals API, which ends on 2026-11-30; OpenAI points to Promptfoo"
    )


def test_the_message_where_no_client_is():
    (found,) = lint('import requests\nrequests.get("https://api.openai.com/v1/threads")\n')
    assert found.message.endswith(
        "; use openai.responses, or client.responses (with client = OpenAI(); and client.conversations; "
        "on Azure also the Foundry Agent Service)"
    )


def test_what_is_past_is_past_as_of_the_table():
    for service in SERVICES:
        (found,) = lint(f"from openai import OpenAI\nOpenAI().{service.paths[0]}.list()\n")
        assert ("was switched off" in found.message) is (service.day < AS_OF)


def test_an_address_that_is_put_together_is_shown_with_its_gaps():
    source = 'import requests\ndef f(t):\n    requests.get(f"https://api.openai.com/v1/threads/{t}/runs")\n'
    (found,) = lint(source)
    assert found.message.startswith("/v1/threads/{...}/runs is the Assistants API, which was switched off")
