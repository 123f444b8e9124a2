"""Attributes of objects and classes."""

from __future__ import annotations

import pytest
from values.given import GIVEN, check_with

from examples import examples

CLASSES = r"""
--- the client on self
class Bot:
    def __init__(self):
        self.client = OpenAI()
    def ask(self):
        r = self.client.chat.completions.create()
        return r["id"]  # OAI112:16
--- the response on self
class Bot:
    def ask(self):
        self.r = chat.create()
    def show(self):
        return self.r["id"]  # OAI112:16
--- used in an earlier method
class Bot:
    def show(self):
        return self.r["id"]  # OAI112:16
    def ask(self):
        self.r = chat.create()
--- None in the constructor
class Bot:
    def __init__(self):
        self.r = None
    def ask(self):
        self.r = chat.create()
    def show(self):
        return self.r["id"]  # OAI112:16
--- a method of the class
class Bot:
    def ask(self):
        return chat.create()
    def show(self):
        return self.ask()["id"]  # OAI112:16
--- an object of the class
class Bot:
    def ask(self):
        return chat.create()
print(Bot().ask()["id"])  # OAI112:7
bot = Bot()
print(bot.ask()["id"])  # OAI112:7
--- an attribute of an object
class Bot:
    def __init__(self):
        self.client = OpenAI()
print(Bot().client.chat.completions.create()["id"])  # OAI112:7
--- a class attribute
class Bot:
    client = OpenAI()
    def ask(self):
        return self.client.chat.completions.create()["id"]  # OAI112:16
print(Bot.client.chat.completions.create()["id"])  # OAI112:7
--- a static method
class Bot:
    @staticmethod
    def ask():
        return chat.create()
print(Bot.ask()["id"])  # OAI112:7
--- a class method
class Bot:
    client = OpenAI()
    @classmethod
    def ask(cls):
        return cls.client.chat.completions.create()
print(Bot.ask()["id"])  # OAI112:7
--- a property
class Bot:
    @property
    def client(self):
        return OpenAI()
    def ask(self):
        return self.client.chat.completions.create()["id"]  # OAI112:16
--- a cached property
from functools import cached_property
class Bot:
    @cached_property
    def client(self):
        return OpenAI()
    def ask(self):
        return self.client.chat.completions.create()["id"]  # OAI112:16
--- inherited
class Base:
    def __init__(self):
        self.client = OpenAI()
    def ask(self):
        return self.client.chat.completions.create()
class Bot(Base):
    def show(self):
        return self.ask()["id"]  # OAI112:16
--- super
class Base:
    def ask(self):
        return chat.create()
class Bot(Base):
    def ask(self):
        r = super().ask()
        return r["id"]  # OAI112:16
--- overridden
class Base:
    def ask(self):
        return chat.create()
class Bot(Base):
    def ask(self):
        return {"id": 1}
print(Bot().ask()["id"])
--- a parameter of the constructor
class Bot:
    def __init__(self, c):
        self.c = c
    def ask(self):
        return self.c.chat.completions.create()["id"]  # OAI112:16
Bot(OpenAI())
--- an annotated parameter of the constructor
class Bot:
    def __init__(self, c: OpenAI):
        self.c = c
    def ask(self):
        return self.c.chat.completions.create()["id"]  # OAI112:16
--- an annotated attribute
class Bot:
    c: OpenAI
    def ask(self):
        return self.c.chat.completions.create()["id"]  # OAI112:16
--- a dataclass
from dataclasses import dataclass
@dataclass
class Bot:
    c: OpenAI
    def ask(self):
        return self.c.chat.completions.create()["id"]  # OAI112:16
--- a dataclass with a factory
from dataclasses import dataclass, field
@dataclass
class Bot:
    c: OpenAI = field(default_factory=OpenAI)
    def ask(self):
        return self.c.chat.completions.create()["id"]  # OAI112:16
--- a factory without annotation
from dataclasses import dataclass, field
@dataclass
class Bot:
    c: object = field(default_factory=OpenAI)
    def ask(self):
        return self.c.chat.completions.create()["id"]  # OAI112:16
--- an attrs class
import attrs
@attrs.define
class Bot:
    c: OpenAI
    def ask(self):
        return self.c.chat.completions.create()["id"]  # OAI112:16
--- a pydantic model
from pydantic import BaseModel
class Holder(BaseModel):
    r: openai.types.chat.ChatCompletion
def f(h: Holder):
    return h.r["id"]  # OAI112:12
--- a response in an object
class Result:
    def __init__(self, r):
        self.r = r
result = Result(chat.create())
print(result.r["id"])  # OAI112:7
--- set from outside
class Bot:
    pass
bot = Bot()
bot.r = chat.create()
print(bot.r["id"])  # OAI112:7
--- a nested object
class Inner:
    def __init__(self):
        self.client = OpenAI()
class Outer:
    def __init__(self):
        self.inner = Inner()
    def ask(self):
        return self.inner.client.models.retrieve("m")["id"]  # OAI112:16
--- a list on self
class Bot:
    def __init__(self):
        self.rs = []
    def ask(self):
        self.rs.append(chat.create())
    def show(self):
        return self.rs[0]["id"]  # OAI112:16
--- an object that is called
class Bot:
    def __call__(self):
        return chat.create()
print(Bot()()["id"])  # OAI112:7
--- an object that is iterated over
class Bot:
    def __iter__(self):
        yield chat.create()
for r in Bot():
    print(r["id"])  # OAI112:11
--- an object in a with
class Bot:
    def __enter__(self):
        return OpenAI()
    def __exit__(self, *a): pass
with Bot() as c:
    print(c.models.retrieve("m")["id"])  # OAI112:11
--- an object that gives itself in a with
class Bot:
    def __init__(self):
        self.client = OpenAI()
    def __enter__(self):
        return self
    def __exit__(self, *a): pass
with Bot() as bot:
    print(bot.client.models.retrieve("m")["id"])  # OAI112:11
--- a subclass of the client
class Own(OpenAI):
    pass
print(Own().chat.completions.create()["id"])  # OAI112:7
--- an async method
class Bot:
    def __init__(self):
        self.client = AsyncOpenAI()
    async def ask(self):
        return await self.client.chat.completions.create()
    async def show(self):
        return (await self.ask())["id"]  # OAI112:16
--- near: an attribute that is also something else
class Bot:
    def ask(self):
        self.r = chat.create()
    def load(self):
        self.r = load()
    def show(self):
        return self.r["id"]
--- an empty stand-in in the constructor
class Bot:
    def __init__(self):
        self.r = {}
    def ask(self):
        self.r = chat.create()
    def show(self):
        return self.r["id"]  # OAI112:16
--- near: an attribute set to a dict elsewhere
class Bot:
    def __init__(self):
        self.r = {"id": 1}
    def ask(self):
        self.r = chat.create()
    def show(self):
        return self.r["id"]
--- near: the same attribute of another class
class Bot:
    def ask(self):
        self.r = chat.create()
class Other:
    def show(self):
        return self.r["id"]
--- near: a class that can be subscripted
class Bag(dict):
    def __init__(self):
        self.r = chat.create()
print(Bag()["r"])
--- not followed: the order of assignments to an attribute
class Bot:
    def ask(self):
        self.r = chat.create()
        return self.r["id"]
    def load(self):
        self.r = load()
"""


@pytest.mark.parametrize("sdk", GIVEN)
@examples(CLASSES)
def test_classes(source, sdk):
    check_with(source, sdk)
