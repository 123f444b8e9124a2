"""OAI502: names of models that have an end. What is found where is in ``exams/models.txt``."""

from __future__ import annotations

import datetime

from rows import each

from examples import check, examples, lint
from flake8_openai_v1.rules.models import end_of, message, successors
from flake8_openai_v1.sdk.retirements import AS_OF, ENDS, FINE_TUNED

PLACES = """
--- where the name stands, once
from openai import OpenAI
MODEL = "gpt-4"  # OAI502:9
client = OpenAI()
client.chat.completions.create(model=MODEL, messages=[])
client.chat.completions.create(model=MODEL, messages=[])
--- each of several places
import sys
from openai import OpenAI
if sys.argv:
    model = "gpt-4"  # OAI502:13
else:
    model = "gpt-4"  # OAI502:13
OpenAI().chat.completions.create(model=model, messages=[])
--- in a tuple, and from it
from openai import OpenAI
model, temperature = "gpt-4", 0  # OAI502:22
OpenAI().chat.completions.create(model=model, messages=[], temperature=temperature)
--- through two functions
from openai import OpenAI
client = OpenAI()
def ask(text, model):
    return client.responses.create(model=model, input=text)
def main(model="gpt-4o"):  # OAI502:16
    return ask("x", model)
--- a setting of a class that is made elsewhere
from openai import OpenAI
class Settings:
    def __init__(self, model="gpt-4.1"):  # OAI502:30
        self.model = model
class Bot:
    def __init__(self, settings: Settings):
        self.settings = settings
        self.client = OpenAI()
    def ask(self):
        return self.client.responses.create(model=self.settings.model, input="x")
--- pydantic
from openai import OpenAI
from pydantic import BaseModel, Field
class Settings(BaseModel):
    model: str = Field(default="gpt-4", description="x")  # OAI502:32
    other: str = Field("gpt-4o")  # OAI502:24
settings = Settings()
OpenAI().responses.create(model=settings.model, input="x")
OpenAI().responses.create(model=settings.other, input="x")
--- near: what replaces the name before it is sent
from openai import OpenAI
model = "gpt-4"
model = "gpt-6-luna"
OpenAI().responses.create(model=model, input="x")
--- near: tests are mocked
import pytest
from openai import OpenAI
def test_it():
    OpenAI().responses.create(model="gpt-4", input="x")
--- near: what a response says
from openai import OpenAI
def price(response):
    return {"gpt-4": 1, "gpt-4o": 2}[response.model]
price(OpenAI().responses.create(model="gpt-6-luna", input="x"))
--- near: a service that has ended itself
from openai import OpenAI
OpenAI().beta.assistants.create(model="gpt-4")  # OAI501:1
--- a body that is dumped
import json, requests
requests.post("https://api.openai.com/v1/responses", data=json.dumps({"model": "gpt-4"}))  # OAI502:80
--- a proxy of the module is no other address
import openai
openai.http_client = openai.DefaultHttpxClient(proxy="http://10.0.0.1:3128")
openai.chat.completions.create(model="gpt-4", messages=[])  # OAI502:38
--- nor is one that is set for some only
import os, openai
if os.environ.get("PROXY"):
    http = openai.DefaultHttpxClient(proxy=os.environ["PROXY"], timeout=5, verify=False)
    openai.http_client = http
openai.chat.completions.create(model="gpt-4", messages=[])  # OAI502:38
--- nor one of a client, by way of an attribute, or one or none
import os, openai, httpx2
class Bot:
    def __init__(self, proxy):
        self.http = openai.DefaultHttpxClient(mounts={"http://": httpx2.HTTPTransport(proxy=proxy), "https://": None})
        self.client = openai.OpenAI(http_client=self.http)
        self.other = openai.AsyncOpenAI(http_client=openai.DefaultAsyncHttpxClient(proxy=proxy) if proxy else None)
    async def ask(self):
        self.client.responses.create(model="gpt-4", input="x")  # OAI502:44
        await self.other.responses.create(model="gpt-4", input="x")  # OAI502:49
--- nor one that a function makes
import openai, httpx2
def http():
    return openai.DefaultHttpxClient(transport=httpx2.MockTransport(print))
def proxy():
    return openai.DefaultHttpxClient(proxy="http://10.0.0.1:3128")
openai.OpenAI(http_client=http()).responses.create(model="gpt-4", input="x")
openai.OpenAI(http_client=proxy()).responses.create(model="gpt-4", input="x")  # OAI502:59
--- near: transports that lead elsewhere, or that nobody sees
import openai, httpx2, transports
def clients(http, options):
    yield openai.OpenAI(http_client=openai.DefaultHttpxClient(mounts={"all://": transports.Recorded()}))
    yield openai.OpenAI(http_client=openai.DefaultHttpxClient(mounts=transports.mounts()))
    yield openai.OpenAI(http_client=openai.DefaultHttpxClient(transport=httpx2.HTTPTransport(uds="/run/llm")))
    yield openai.OpenAI(http_client=openai.DefaultHttpxClient(**options))
    yield openai.OpenAI(http_client=http)
for client in clients(None, {}):
    client.responses.create(model="gpt-4", input="x")
--- near: a class of one's own, a client of it or a plain one
import sys, openai, httpx2
class Recorded(httpx2.Client):
    pass
openai.OpenAI(http_client=Recorded()).responses.create(model="gpt-4", input="x")
http = openai.DefaultHttpxClient(proxy="x") if sys.argv else Recorded()
openai.OpenAI(http_client=http).responses.create(model="gpt-4", input="x")
--- near: another address beside the proxy
import openai
openai.http_client = openai.DefaultHttpxClient(proxy="http://10.0.0.1:3128")
openai.base_url = "http://localhost:8000/v1/"
openai.chat.completions.create(model="gpt-4", messages=[])
--- a client with the address of the module, which nobody sets
import openai
def client():
    return openai.OpenAI(api_key=openai.api_key, base_url=openai.base_url)
client().responses.create(model="gpt-4", input="x")  # OAI502:33
--- near: which somebody sets
import openai
openai.base_url = "http://localhost:8000/v1/"
def client():
    return openai.OpenAI(api_key=openai.api_key, base_url=openai.base_url)
client().responses.create(model="gpt-4", input="x")
--- near: which is another's where it is set later
import openai
class Bot:
    def __init__(self, config):
        openai.base_url = config.address
        self.client = openai.OpenAI(base_url=openai.base_url, http_client=openai.DefaultHttpxClient(proxy="x"))
    def ask(self):
        self.client.responses.create(model="gpt-4", input="x")
--- a method that is asked for at each call
import openai
class Bot:
    def __init__(self, model="gpt-4"):  # OAI502:30
        self.create = lambda **given: openai.OpenAI().responses.create(**given)
        self.other = lambda *args, **given: openai.OpenAI().responses.create(*args, stream=False, **given)
        self.model = model
    def ask(self):
        self.create(model=self.model, input="x")
        self.other(model="gpt-4o", input="x")  # OAI502:26
--- near: functions that do something else with what they are given
import openai
ask = lambda **given: openai.OpenAI().responses.create(**convert(given))
one = lambda model, **given: openai.OpenAI().responses.create(model="gpt-6-luna", **given)
two = lambda **given: openai.OpenAI(base_url="http://localhost/v1").responses.create(**given)
ask(model="gpt-4")
one(model="gpt-4")
two(model="gpt-4")
"""


@examples(PLACES)
def test_places(source):
    check(source)


@each(ENDS)
def test_every_name(name):
    (found,) = lint(f'from openai import OpenAI\nOpenAI().responses.create(model="{name}", input="x")\n')
    assert (found.code, found.line, found.column) == ("OAI502", 2, 32)
    assert f'"{name}"' in found.message
    assert ENDS[name].day in found.message
    assert ("was shut down" in found.message) is (ENDS[name].day < AS_OF)


@each(ENDS)
def test_what_is_recommended_in_the_end_has_no_end(name):
    recommended = successors(ENDS[name])
    assert not recommended.keys() & ENDS.keys()
    assert recommended or "no successor" in message(name, ENDS[name]) or ENDS[name].note


def test_the_message():
    assert message("gpt-4", ENDS["gpt-4"]) == (
        'the model "gpt-4" was shut down on 2026-10-23 (404); use gpt-5.6-sol (recommended as of 2026-08-26)'
    )
    assert message("gpt-5", ENDS["gpt-5"]) == (
        'the model "gpt-5" will be shut down on 2026-12-11; use gpt-6.1-sol (recommended as of 2026-11-30)'
    )
    assert message("gpt-4-0314", ENDS["gpt-4-0314"]) == (
        'the model "gpt-4-0314" was shut down on 2026-03-26 (404); use gpt-6.1-sol or gpt-6-luna '
        "(recommended as of 2026-11-30)"
    )


def test_arguments_that_the_successor_does_not_take():
    """As they are given in the call; of several calls with one name, the first says what it is."""
    head = "from openai import OpenAI\nclient = OpenAI()\n"
    call = 'client.chat.completions.create(model="gpt-4", messages=[], {})\n'

    def told(text):
        (found,) = lint(head + text)
        return found.message.partition("(recommended as of 2026-08-26)")[2]

    assert told(call.format("temperature=0")) == "; gpt-5.6-sol may refuse temperature="
    assert told(call.format("n=1")) == ""
    both = "gpt-5.6-sol refuses max_tokens= (use max_completion_tokens=) and may refuse temperature="
    assert told(call.format("max_tokens=9, temperature=0")) == f"; {both}"
    assert told("options = {'temperature': 0}\n" + call.format("**options")) == "; gpt-5.6-sol may refuse temperature="
    model = 'model = "gpt-4"\n'
    one = call.replace('"gpt-4"', "model")
    assert told(model + one.format("temperature=0") + one.format("n=1")) == "; gpt-5.6-sol may refuse temperature="


def test_the_clock_of_the_machine_is_not_asked(monkeypatch):
    source = 'from openai import OpenAI\nOpenAI().responses.create(model="gpt-4o", input="x")\n'
    before = lint(source)

    class Later(datetime.date):
        @classmethod
        def today(cls):
            return cls(2040, 1, 1)

    monkeypatch.setattr(datetime, "date", Later)
    monkeypatch.setattr("time.time", lambda: 2_209_000_000.0)
    assert lint(source) == before
    assert "will be shut down on" in before[0].message


def test_models_that_were_tuned():
    assert end_of("ft:gpt-3.5-turbo-0613:acme::1") == FINE_TUNED["gpt-3.5-turbo"]
    assert end_of("ft:gpt-4o-mini-2024-07-18:acme:name:1") == FINE_TUNED["gpt-4o-mini-2024-07-18"]
    assert end_of("ft:gpt-4.1-nano-2025-04-14:acme::1") == FINE_TUNED["gpt-4.1-nano-2025-04-14"]
    assert end_of("ft:gpt-7:acme::1") is None
    assert end_of("gpt-4-mine") is None
