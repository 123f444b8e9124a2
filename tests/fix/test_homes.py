# ruff: noqa: E501
"""``--client instance`` in programs: a client where its settings are complete, used by all that calls; or none, and why."""

from __future__ import annotations

import pytest
from fix.given import files_of, run

from examples import split

STAYS = "stays: "
"""Behind this, a part of the reason why calls stay on the module."""

PROGRAMS = r"""
--- settings in one file, calls in others
## config.py
import os
import openai

openai.api_key = os.environ["OPENAI_API_KEY"]
openai.api_base = "https://gw.example/v1"
MODEL = "m"
## bot.py
import openai
from config import MODEL


def ask(text):
    try:
        return openai.Completion.create(model=MODEL, prompt=text)["choices"][0]["text"]
    except openai.error.RateLimitError:
        return None
## embed.py
import openai
import config


def embed(text):
    return openai.Embedding.create(model="m", input=text)["data"][0]["embedding"]
## main.py
from bot import ask
from embed import embed

print(ask("Hi"), embed("x"))
>>>
## config.py
import os
from openai import OpenAI

client = OpenAI(api_key=os.environ["OPENAI_API_KEY"], base_url="https://gw.example/v1")
MODEL = "m"
## bot.py
import openai
from config import MODEL, client


def ask(text):
    try:
        return client.completions.create(model=MODEL, prompt=text).choices[0].text
    except openai.RateLimitError:
        return None
## embed.py
import config


def embed(text):
    return config.client.embeddings.create(model="m", input=text).data[0].embedding
--- the file with the settings calls, too, and the name is taken elsewhere
## llm.py
import openai
openai.api_key = "k"
def ask(text):
    return openai.Completion.create(model="m", prompt=text)["choices"][0]["text"]
## web.py
import openai
from llm import ask
client = object()
print(ask("a"), openai.Model.list(), client)
>>>
## llm.py
from openai import OpenAI
openai_client = OpenAI(api_key="k")
def ask(text):
    return openai_client.completions.create(model="m", prompt=text).choices[0].text
## web.py
from llm import ask, openai_client
client = object()
print(ask("a"), openai_client.models.list(), client)
--- each file sets the same
## a.py
import os
import openai
openai.api_key = os.getenv("OPENAI_API_KEY")
def ask(text):
    return openai.Completion.create(model="m", prompt=text)["choices"][0]["text"]
## b.py
import os
import openai
from a import ask
openai.api_key = os.getenv("OPENAI_API_KEY")
print(ask("a"), openai.Model.list())
>>>
## a.py
import os
from openai import OpenAI
client = OpenAI(api_key=os.getenv("OPENAI_API_KEY"))
def ask(text):
    return client.completions.create(model="m", prompt=text).choices[0].text
## b.py
import os
from openai import OpenAI
from a import ask
client = OpenAI(api_key=os.getenv("OPENAI_API_KEY"))
print(ask("a"), client.models.list())
--- a class that sets up when an object is made, with a subclass in another file
## bot.py
import openai


class Bot:
    def __init__(self, key, model="m"):
        self.model = model
        openai.api_key = key

    def ask(self, text):
        return openai.Completion.create(model=self.model, prompt=text)["choices"][0]["text"]
## more.py
import openai
from bot import Bot


class Embedder(Bot):
    def __init__(self, key):
        super().__init__(key)
        self.seen = []

    def embed(this, text):
        return [row["embedding"] for row in openai.Embedding.create(model="m", input=text)["data"]]
## main.py
import os
from more import Embedder

bot = Embedder(os.environ["KEY"])
print(bot.ask("Hi"), bot.embed("x"))
>>>
## bot.py
from openai import OpenAI


class Bot:
    def __init__(self, key, model="m"):
        self.model = model
        self.client = OpenAI(api_key=key)

    def ask(self, text):
        return self.client.completions.create(model=self.model, prompt=text).choices[0].text
## more.py
from bot import Bot


class Embedder(Bot):
    def __init__(self, key):
        super().__init__(key)
        self.seen = []

    def embed(this, text):
        return [row.embedding for row in this.client.embeddings.create(model="m", input=text).data]
--- a class on Azure, whose client has a name already
## bot.py
import os
import openai

class Bot:
    def __init__(self, client):
        openai.api_type = "azure"
        openai.api_base = os.environ["ENDPOINT"]
        openai.api_version = "2023-05-15"
        openai.api_key = os.environ["KEY"]
        self.client = client

    def ask(self, text):
        r = openai.ChatCompletion.create(engine="d", messages=[{"role": "user", "content": text}])
        return r["choices"][0]["message"]["content"]

print(Bot(None).ask("Hi"))
>>>
## bot.py
import os
from openai import AzureOpenAI

class Bot:
    def __init__(self, client):
        self.openai_client = AzureOpenAI(
            api_key=os.environ["KEY"],
            azure_endpoint=os.environ["ENDPOINT"],
            api_version="2023-05-15",
        )
        self.client = client

    def ask(self, text):
        r = self.openai_client.chat.completions.create(model="d", messages=[{"role": "user", "content": text}])
        return r.choices[0].message.content

print(Bot(None).ask("Hi"))
--- functions that set up and call
## a.py
import openai

def ask(key, base, text):
    openai.api_key = key
    openai.api_base = base
    for _ in range(3):
        r = openai.Completion.create(model="m", prompt=text)
    return r["choices"][0]["text"]

async def models(key):
    openai.api_base = "https://gw.example/v1"
    openai.api_key = key
    return await openai.Model.alist()
>>>
## a.py
from openai import AsyncOpenAI, OpenAI

def ask(key, base, text):
    client = OpenAI(api_key=key, base_url=base)
    for _ in range(3):
        r = client.completions.create(model="m", prompt=text)
    return r.choices[0].text

async def models(key):
    client = AsyncOpenAI(api_key=key, base_url="https://gw.example/v1")
    return await client.models.list()
--- a test that patches, where the key is there
## bot.py
import openai
openai.api_key = "k"
def ask(text):
    return openai.Completion.create(model="m", prompt=text)["choices"][0]["text"]
## test_bot.py
from unittest.mock import patch
from bot import ask

def test_ask():
    with patch("openai.Completion.create", return_value={"choices": [{"text": "a"}]}):
        assert ask("b") == "a"
>>>
## bot.py
from openai import OpenAI
client = OpenAI(api_key="k")
def ask(text):
    return client.completions.create(model="m", prompt=text).choices[0].text
## test_bot.py
from unittest.mock import patch
import openai
from bot import ask

def test_ask():
    with patch("openai.resources.completions.Completions.create", return_value=openai.types.Completion.construct(choices=[{"text": "a"}])):
        assert ask("b") == "a"
--- a program whose main function sets up for the others
## a.py
import argparse
import openai

def ask(text):
    return openai.Completion.create(model="m", prompt=text)["choices"][0]["text"]

def main():
    args = argparse.ArgumentParser().parse_args()
    openai.api_key = args.key
    openai.api_base = "https://gw.example/v1"
    print(ask("Hi"), openai.Model.list())

if __name__ == "__main__":
    main()
>>>
## a.py
import argparse
from openai import OpenAI

def ask(text):
    return client.completions.create(model="m", prompt=text).choices[0].text

def main():
    args = argparse.ArgumentParser().parse_args()
    global client
    client = OpenAI(api_key=args.key, base_url="https://gw.example/v1")
    print(ask("Hi"), client.models.list())

if __name__ == "__main__":
    main()
--- a file that uses settings which are always made before
## settings.py
import os
import openai

openai.api_key = os.environ["OPENAI_API_KEY"]
MODEL = "m"
## bot.py
import json

import openai


def ask(text):
    return openai.Completion.create(model="m", prompt=json.loads(text))["choices"][0]["text"]
## main.py
from settings import MODEL
from bot import ask

print(ask(MODEL))
>>>
## settings.py
import os
from openai import OpenAI

client = OpenAI(api_key=os.environ["OPENAI_API_KEY"])
MODEL = "m"
## bot.py
import json

from settings import client


def ask(text):
    return client.completions.create(model="m", prompt=json.loads(text)).choices[0].text
--- files that read the same environment, which each fills before
## a.py
import os
import openai
from dotenv import load_dotenv
load_dotenv()
openai.api_key = os.environ["KEY"]
def ask():
    return openai.Model.list()
## b.py
import os
import openai
from dotenv import load_dotenv
from a import ask
load_dotenv()
openai.api_key = os.environ["KEY"]
print(ask(), openai.Model.list())
>>>
## a.py
import os
from openai import OpenAI
from dotenv import load_dotenv
load_dotenv()
client = OpenAI(api_key=os.environ["KEY"])
def ask():
    return client.models.list()
## b.py
import os
from openai import OpenAI
from dotenv import load_dotenv
from a import ask
load_dotenv()
client = OpenAI(api_key=os.environ["KEY"])
print(ask(), client.models.list())
--- a package that sets up for its modules
## pkg/__init__.py
import os

import openai
from dotenv import load_dotenv

load_dotenv()
openai.api_key = os.environ["OPENAI_API_KEY"]
## pkg/bot.py
import openai


def ask(text):
    return openai.Completion.create(model="m", prompt=text)["choices"][0]["text"]
## main.py
from pkg.bot import ask
print(ask("a"))
>>>
## pkg/__init__.py
import os

from openai import OpenAI
from dotenv import load_dotenv

load_dotenv()
client = OpenAI(api_key=os.environ["OPENAI_API_KEY"])
## pkg/bot.py
from . import client


def ask(text):
    return client.completions.create(model="m", prompt=text).choices[0].text
--- all names of the settings are imported
## config.py
import openai
openai.api_key = "k"
A = 1
## bot.py
import openai
from config import *


def ask(text):
    return openai.Completion.create(model="m", prompt=text)["choices"][0]["text"], A
## main.py
from bot import ask
print(ask("a"))
>>>
## config.py
from openai import OpenAI
client = OpenAI(api_key="k")
A = 1
## bot.py
from config import *
from config import client


def ask(text):
    return client.completions.create(model="m", prompt=text).choices[0].text, A
--- comments behind settings
## a.py
import os
import openai

openai.api_type = "azure"  # not the public service
openai.api_base = os.environ["ENDPOINT"]  # https://name.openai.azure.com
openai.api_version = "2023-05-15"
openai.api_key = os.environ["KEY"]  # noqa: S105
print(openai.Model.list())
>>>
## a.py
import os
from openai import AzureOpenAI

# not the public service
client = AzureOpenAI(
    api_key=os.environ["KEY"],  # noqa: S105
    azure_endpoint=os.environ["ENDPOINT"],  # https://name.openai.azure.com
    api_version="2023-05-15",
)
print(client.models.list())
--- an address that may not be given
## bot.py
import openai

class Bot:
    def __init__(self, key, base=None, organization=None):
        openai.api_key = key
        if organization is not None:
            openai.organization = organization
        if base:
            openai.api_base = base

    def models(self):
        return openai.Model.list()
## main.py
from bot import Bot
print(Bot("a").models())
>>>
## bot.py
from openai import OpenAI

class Bot:
    def __init__(self, key, base=None, organization=None):
        self.client = OpenAI(
            api_key=key,
            organization=organization,
            base_url=base or None,
        )

    def models(self):
        return self.client.models.list()
--- names are imported in their order
## config.py
import openai
MODEL = "m"
openai.api_key = "k"
class Settings: pass
def wait(): pass
## a.py
import openai
from config import (
    MODEL,
    Settings,
    wait,
)
print(openai.Completion.create(model=MODEL, prompt="a"), Settings, wait)
>>>
## config.py
from openai import OpenAI
MODEL = "m"
client = OpenAI(api_key="k")
class Settings: pass
def wait(): pass
## a.py
from config import (
    MODEL,
    Settings,
    client,
    wait,
)
print(client.completions.create(model=MODEL, prompt="a"), Settings, wait)
--- a program that sets up where it is run
## a.py
import os
import openai

def ask(text):
    return openai.Completion.create(model="m", prompt=text)["choices"][0]["text"]

if __name__ == "__main__":
    openai.api_key = os.environ["KEY"]
    print(ask("Hi"))
>>>
## a.py
import os
from openai import OpenAI

def ask(text):
    return client.completions.create(model="m", prompt=text).choices[0].text

if __name__ == "__main__":
    client = OpenAI(api_key=os.environ["KEY"])
    print(ask("Hi"))
--- objects with settings of their own [unsafe]
## a.py
import openai
class Bot:
    def __init__(self, key):
        openai.api_key = key
    def models(self):
        return openai.Model.list()
one, other = Bot("a"), Bot("b")
print(one.models(), other.models())
>>>
## a.py
from openai import OpenAI
class Bot:
    def __init__(self, key):
        self.client = OpenAI(api_key=key)
    def models(self):
        return self.client.models.list()
one, other = Bot("a"), Bot("b")
print(one.models(), other.models())
"""

STAY = r"""
--- objects with settings of their own
## a.py
import openai
class Bot:
    def __init__(self, key):
        openai.api_key = key
    def models(self):
        return openai.Model.list()
one, other = Bot("a"), Bot("b")
print(one.models(), other.models())
stays: objects of Bot may have settings of their own, and had those of the last one
--- objects that are made in a loop
## a.py
import openai
class Bot:
    def __init__(self, key):
        openai.api_key = key
    def models(self):
        return openai.Model.list()
bots = [Bot(key) for key in ("a", "b")]
print(bots[0].models())
stays: objects of Bot may have settings of their own
--- one function sets the address for another one
## a.py
import openai
def first(key):
    openai.api_key = key
    openai.api_base = "https://gw.example/v1"
    return openai.Model.list()
def second(key):
    openai.api_key = key
    return openai.Model.list()
print(first("a"), second("b"))
stays: settings are made in several places, and not all of them in each
--- the file with the settings imports the one that calls
## config.py
import openai
from bot import ask
openai.api_key = "k"
print(ask("a"))
## bot.py
import openai
import config
def ask(text):
    return openai.Model.list()
stays: config.py imports bot.py, which cannot import its client
--- another file changes what a module has set
## config.py
import openai
openai.api_key = "k"
## bot.py
import openai
import config
def use(key):
    openai.api_key = key
def ask():
    return openai.Model.list()
stays: openai.api_key is set in several places, and may be another one in each
--- a function that is called later, when another one is set
## a.py
import openai
def maker(key):
    openai.api_key = key
    def ask():
        return openai.Model.list()
    return ask
one, other = maker("a"), maker("b")
print(one(), other())
stays: others may set something before a.py, line 5 calls
--- a function that waits between two calls
## a.py
import asyncio
import openai
async def ask(key):
    openai.api_key = key
    await openai.Model.alist()
    return await openai.Model.alist()
async def both():
    await asyncio.gather(ask("a"), ask("b"))
asyncio.run(both())
stays: others may set something before a.py, line 6 calls
--- a generator that waits before it calls
## a.py
import openai
def ask(key):
    openai.api_key = key
    for n in range(2):
        yield openai.Model.list()
one, other = ask("a"), ask("b")
print(next(one), next(other), next(one))
stays: others may set something before a.py, line 5 calls
--- a function that calls another one that sets
## a.py
import openai
def other():
    openai.api_key = "b"
    return openai.Model.list()
def ask():
    openai.api_key = "a"
    print(other())
    return openai.Model.list()
print(ask())
stays: others may set something before a.py, line 8 calls
--- what a setting is made of changes before the last one
## a.py
import openai
class Keys:
    def ask(self):
        openai.api_key = self.key
        self.key = "b"
        openai.api_base = "https://gw.example/v1"
        return openai.Model.list()
keys = Keys()
keys.key = "a"
print(keys.ask())
stays: something runs between the settings
--- an object that is made before its settings are
## a.py
import openai
class Bot:
    def __init__(self, key=None):
        if key is None:
            return
        openai.api_key = key
    def ask(self):
        return openai.Model.list()
print(Bot("a").ask())
stays: openai.api_key is set under a condition
--- a file that calls before it imports the settings
## config.py
import openai
openai.api_key = "k"
## a.py
import openai
def ask():
    return openai.Model.list()
print(ask())
import config
print(ask())
stays: openai.Model.list is named before the client is imported
--- a program that puts something in the place of the module
## bot.py
import openai
openai.api_key = "k"
def ask():
    return openai.Model.list()
## a.py
import bot
bot.openai = bot.openai
print(bot.ask())
stays: tests put something in the place of the module
--- a setting is read
## a.py
import openai
def ask(key):
    openai.api_key = key
    print(openai.api_key)
    return openai.Model.list()
stays: openai.api_key is read or changed in a.py, line 4
--- it calls before all is set
## a.py
import openai
def ask(key):
    openai.api_base = "https://gw.example/v1"
    openai.Model.list()
    openai.api_key = key
    return openai.Model.list()
stays: openai.Model.list is named before all settings are made
--- a function is called before main sets up
## a.py
import openai
def ask():
    return openai.Model.list()
def main(key):
    ask()
    openai.api_key = key
    ask()
main("k")
stays: a function of the file is called before all settings are made
--- a function is called before it is run
## a.py
import openai
def ask():
    return openai.Model.list()
ask()
if __name__ == "__main__":
    openai.api_key = "k"
    ask()
stays: a function of the file is called before all settings are made
--- main is called again
## a.py
import openai
def ask():
    return openai.Model.list()
def main(key):
    openai.api_key = key
    ask()
for key in ("a", "b"):
    main(key)
stays: uses settings that are made elsewhere
--- others import what sets up where it is run
## a.py
import openai
def ask():
    return openai.Model.list()
if __name__ == "__main__":
    openai.api_key = "k"
    ask()
## b.py
from a import ask
print(ask())
stays: openai.api_key is set where the file is run, and others import it
--- other processes do not run what sets up
## a.py
import multiprocessing
import openai
def ask(n):
    return openai.Model.list()
if __name__ == "__main__":
    openai.api_key = "k"
    print(multiprocessing.Pool().map(ask, [1]))
stays: openai.api_key is set where the file is run, and not in other processes
--- one branch sets
## a.py
import openai
def ask(key):
    if key != "b":
        openai.api_key = key
    return openai.Model.list()
stays: openai.Model.list is named before all settings are made
--- a function that keeps the address of the call before
## a.py
import openai
def ask(key, base=None):
    openai.api_key = key
    if base:
        openai.api_base = base
    return openai.Model.list()
print(ask("a", "https://gw.example/v1"), ask("b"))
stays: openai.api_base stays what it was set to where it is not set again
--- an address on Azure that may not be given
## a.py
import openai
def ask(base):
    openai.api_type = "azure"
    openai.api_version = "2023-05-15"
    openai.api_key = "k"
    if base:
        openai.api_base = base
    return openai.Embedding.create(engine="e", input="a")
print(ask("https://gw.example"))
stays: what a client for Azure needs is set under a condition
--- one branch of a class sets
## a.py
import openai
class Bot:
    def __init__(self, key):
        if key != "b":
            openai.api_key = key
    def models(self):
        return openai.Model.list()
print(Bot("a").models())
stays: openai.api_key is set under a condition
--- objects that are copied
## a.py
import copy
import openai
class Bot:
    def __init__(self, key):
        openai.api_key = key
    def models(self):
        return openai.Model.list()
print(copy.deepcopy(Bot("a")).models())
stays: objects may be copied, or sent to another process
--- objects that are shown with all that they have
## a.py
import openai
class Bot:
    def __init__(self, key):
        openai.api_key = key
    def models(self):
        return openai.Model.list()
    def __repr__(self):
        return f"Bot({self.__dict__})"
print(Bot("a").models())
stays: objects may be copied, or sent to another process
--- objects that go to other processes
## a.py
import openai
from concurrent.futures import ProcessPoolExecutor
class Bot:
    def __init__(self, key):
        openai.api_key = key
    def models(self):
        return openai.Model.list()
bot = Bot("a")
print(ProcessPoolExecutor().submit(bot.models).result())
stays: objects may be copied, or sent to another process
--- a class whose attributes are declared
## a.py
import openai
from pydantic import BaseModel
class Bot(BaseModel):
    model: str
    def __init__(self, key):
        super().__init__(model="m")
        openai.api_key = key
    def models(self):
        return openai.Model.list()
print(Bot("a").models())
stays: what BaseModel permits is not seen
--- a class with slots
## a.py
import openai
class Bot:
    __slots__ = ("key",)
    def __init__(self, key):
        openai.api_key = self.key = key
        openai.api_key = key
    def models(self):
        return openai.Model.list()
print(Bot("a").models())
stays: openai.api_key is set several times in one place
--- a subclass that sets nothing
## a.py
import openai
class Bot:
    def __init__(self, key):
        openai.api_key = key
    def models(self):
        return openai.Model.list()
class Other(Bot):
    def __init__(self):
        self.n = 1
print(Bot("a").models(), Other().models())
stays: Other may not set what Bot sets
--- a method without an object
## a.py
import openai
class Bot:
    def __init__(self, key):
        openai.api_key = key
    @staticmethod
    def models():
        return openai.Model.list()
print(Bot("a").models())
stays: Bot calls where there is no object of it
--- tests that have no key
## bot.py
import os
import openai
openai.api_key = os.getenv("OPENAI_API_KEY")
def ask():
    return openai.Model.list()
## test_bot.py
from unittest.mock import patch
import bot
def test_ask():
    with patch("openai.Model.list", return_value=None):
        assert bot.ask() is None
stays: tests may have no key
--- the environment changes between two that read it
## a.py
import os
import openai
openai.api_key = os.environ["KEY"]
def one():
    return openai.Model.list()
## b.py
import os
os.environ["KEY"] = "other"
import openai
from a import one
openai.api_key = os.environ["KEY"]
print(one(), openai.Model.list())
stays: the environment is set by the program, and read in several places
--- only one of two fills the environment
## a.py
import os
import openai
openai.api_key = os.getenv("KEY")
def one():
    return openai.Model.list()
## b.py
import os
import openai
from a import one
from dotenv import load_dotenv
load_dotenv()
openai.api_key = os.getenv("KEY")
print(one(), openai.Model.list())
stays: the environment is set by the program, and read in several places
--- a module of a package that is run
## pkg/__init__.py
import openai
openai.api_key = "k"
## pkg/bot.py
import openai
print(openai.Model.list())
stays: pkg/bot.py does not import pkg/__init__.py, where the settings are made
--- a file that runs without the settings, too
## settings.py
import openai
openai.api_key = "k"
MODEL = "m"
## bot.py
import openai
def ask():
    return openai.Model.list()
if __name__ == "__main__":
    ask()
## main.py
from settings import MODEL
from bot import ask
print(ask())
stays: bot.py does not import settings.py, where the settings are made
--- another program has no settings
## settings.py
import openai
openai.api_key = "k"
MODEL = "m"
## bot.py
import openai
def ask():
    return openai.Model.list()
## main.py
from settings import MODEL
from bot import ask
print(ask())
## other.py
from bot import ask
print(ask())
stays: bot.py does not import settings.py, where the settings are made
--- settings that do more
## settings.py
import openai
print("Hello")
openai.api_key = "k"
MODEL = "m"
## bot.py
import openai
def ask():
    return openai.Model.list()
## main.py
from bot import ask
from settings import MODEL
print(ask())
stays: bot.py does not import settings.py, where the settings are made
--- the environment is filled before the settings are made
## settings.py
import os
import openai
openai.api_key = os.environ["KEY"]
MODEL = "m"
## bot.py
import openai
def ask():
    return openai.Model.list()
## main.py
from dotenv import load_dotenv
from bot import ask
load_dotenv()
from settings import MODEL
print(ask())
stays: main.py sets the environment, which the settings are made of
--- an object that is awaited in several loops
## a.py
import asyncio
import openai
class Bot:
    def __init__(self, key):
        openai.api_key = key
    async def models(self):
        return await openai.Model.alist()
bot = Bot("a")
asyncio.run(bot.models())
asyncio.run(bot.models())
stays: whether there is one event loop is not known
"""


EACH = [(title, *program.split(">>>\n")) for title, program in split(PROGRAMS)]
EACH_STAYS = [(title, *program.split(STAYS)) for title, program in split(STAY)]


@pytest.mark.parametrize(("title", "before", "expected"), EACH, ids=[one[0] for one in EACH])
def test_clients_where_the_settings_are(title, before, expected):
    files = files_of(before)
    results = run(files, client="instance", unsafe="[unsafe]" in title)
    assert {path: one.after.decode() for path, one in results.items()} == files | files_of(expected)


@pytest.mark.parametrize(("title", "before", "reason"), EACH_STAYS, ids=[one[0] for one in EACH_STAYS])
def test_calls_that_stay_on_the_module(title, before, reason):
    """No client is made, and a note says why; the rest is done as ever."""
    files = files_of(before)
    results = run(files, client="instance")
    assert not any("OpenAI(" in one.after.decode() for path, one in results.items() if "await" not in files[path])
    notes = [note for one in results.values() for note in one.notes]
    assert any(reason.strip() in note for note in notes), notes
    on_module = run(files, client="module")
    assert [one.after for one in results.values()] == [one.after for one in on_module.values()]


def test_who_has_objects_of_unseen_callers_is_told():
    source = "import openai\nclass Bot:\n    def __init__(self, key):\n        openai.api_key = key\n    def ask(self):\n        return openai.Model.list()\n"
    result = run({"a.py": source}, client="instance")["a.py"]
    assert "self.client = OpenAI(api_key=key)" in result.after.decode()
    assert list(result.notes) == [
        "line 2: each object of Bot has the settings that it is given, no longer those of the last one"
    ]


def test_an_import_within_a_function_stays_the_only_one():
    """The SDK may not be there where the file is imported."""
    source = "def ask(key):\n    import openai\n    openai.api_key = key\n    return openai.Model.list()\n"
    expected = (
        "def ask(key):\n    import openai\n    client = openai.OpenAI(api_key=key)\n    return client.models.list()\n"
    )
    assert run({"a.py": source}, client="instance")["a.py"].after.decode() == expected


@pytest.mark.parametrize(
    "patch", ['patch("bot.openai.Model.list")', 'patch("bot.openai")', 'patch.object(bot, "openai")']
)
@pytest.mark.parametrize("key", ["", 'openai.api_key = "k"\n'], ids=["no key", "a key"])
def test_a_module_that_tests_replace_is_not_taken_out(patch, key):
    bot = f"import openai\n{key}def ask():\n    return openai.Model.list()\n"
    test = f"from unittest.mock import patch\nimport bot\ndef test_ask():\n    with {patch}:\n        bot.ask()\n"
    results = run({"bot.py": bot, "test_bot.py": test}, client="instance")
    assert "OpenAI(" not in results["bot.py"].after.decode()


def test_tests_without_a_key_import_no_client():
    bot = "import openai\ndef ask():\n    return openai.Model.list()\n"
    test = 'from unittest.mock import patch\nimport bot\ndef test_ask():\n    with patch("openai.Model.list"):\n        bot.ask()\n'
    results = run({"bot.py": bot, "test_bot.py": test}, client="instance")
    assert results["bot.py"].after.decode() == bot.replace("Model", "models")
    assert any("tests may have no key" in note for note in results["bot.py"].notes)
