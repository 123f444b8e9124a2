"""Rebinding, the module as an object, functions and classes that carry it."""

from __future__ import annotations

from examples import check, examples

REBINDING = r"""
--- the class under another name
import openai
cc = openai.ChatCompletion  # OAI104:6
cc.create()  # OAI102:1
--- the method under another name
import openai
create = openai.ChatCompletion.create  # OAI104:10
create(model="m")
create(model="m")
--- the method with a removed argument
import openai
create = openai.ChatCompletion.create  # OAI104:10
create(engine="m")  # OAI110:8
--- the module under another name
import openai
ai = openai
ai.Image.create()  # OAI102:1
--- chain of names
import openai
a = b = c = openai
d = c
d.Image.create()  # OAI102:1
a.Image.create()  # OAI102:1
--- tuple assignment
import openai, os
ai, system = openai, os
ai.Image.create()  # OAI102:1
system.Image.create()
--- swapped
import openai, json
a, b = openai, json
a, b = b, a
a.Image.create()
b.Image.create()  # OAI102:1
--- nested tuple
import openai
(a, (b, c)) = (1, (openai, 2))
b.Image.create()  # OAI102:1
--- starred assignment
import openai
a, *b = openai, 1, 2
a.Image.create()  # OAI102:1
b.Image.create()
--- list of classes
import openai
for cls in [openai.ChatCompletion, openai.Completion]:  # OAI104:13 OAI104:36
    cls.create()  # OAI102:5
--- list of a class and something else
import openai
for cls in [openai.ChatCompletion, other()]:  # OAI104:13
    cls.create()
--- element of a tuple
import openai
pair = (openai.Edit, 1)  # OAI104:9
pair[0].create()  # OAI102:1
--- dict of methods
import openai
ROUTES = {"chat": openai.ChatCompletion.create, "text": openai.Completion.create}  # OAI104:19 OAI104:57
--- walrus
import openai
if (cc := openai.ChatCompletion):  # OAI104:11
    cc.create()  # OAI102:5
--- walrus of the module in a comprehension
import openai
[(m := openai) for _ in range(1)]
m.Edit.create()  # OAI102:1
--- conditional expression
import openai
cls = openai.ChatCompletion if chat else openai.Completion  # OAI104:7 OAI104:42
cls.create()  # OAI102:1
--- conditional expression with something else
import openai
cls = openai.ChatCompletion if chat else Mine  # OAI104:7
cls.create()
--- either of them through or
import openai
cls = Mine or openai.ChatCompletion  # OAI104:15
cls.create()
--- annotated assignment
import openai
cc: type = openai.ChatCompletion  # OAI104:12
cc.create()  # OAI102:1
--- result of a call is another thing
import openai
response = openai.ChatCompletion.create()  # OAI102:12
response.create()
response.ChatCompletion.create()
--- a name reused
import openai
ai = openai
ai = object()
ai.ChatCompletion.create()
--- a name used before it is reused
import openai
ai = openai
ai.ChatCompletion.create()  # OAI102:1
ai = object()
ai.ChatCompletion.create()
--- deleted
import openai
del openai
--- deleted and bound anew
import openai
del openai
import gateway as openai
openai.ChatCompletion.create()
--- augmented
import openai
openai += 1
openai.ChatCompletion.create()
--- async in one
import openai
acreate = openai.ChatCompletion.acreate  # OAI104:11
async def f():
    await acreate()
"""

MODULE_AS_OBJECT = r"""
--- attribute of self
import openai
class Bot:
    def __init__(self):
        self.openai = openai
    def ask(self):
        return self.openai.ChatCompletion.create()  # OAI102:16
--- attribute of self under another name
import openai
class Bot:
    def __init__(self):
        self._sdk = openai
    def ask(self):
        return self._sdk.ChatCompletion.create()  # OAI102:16
--- attribute of self set later in the file
import openai
class Bot:
    def ask(self):
        return self.sdk.ChatCompletion.create()  # OAI102:16
    def connect(self):
        self.sdk = openai
--- attribute that may be something else
import openai
class Bot:
    def __init__(self, sdk):
        self.sdk = openai
        if sdk:
            self.sdk = sdk
    def ask(self):
        return self.sdk.ChatCompletion.create()
--- attribute that is None at first
import openai
class Bot:
    sdk = None
    def __init__(self):
        self.sdk = None
    def connect(self):
        self.sdk = openai
    def ask(self):
        return self.sdk.ChatCompletion.create()  # OAI102:16
--- attribute of another class
import openai
class Bot:
    def __init__(self):
        self.openai = openai
class Other:
    def __init__(self):
        self.openai = Gateway()
    def ask(self):
        return self.openai.ChatCompletion.create()
--- attribute of an unknown object
class Bot:
    def ask(self):
        return self.openai.ChatCompletion.create()
--- attribute inherited
import openai
class Base:
    def __init__(self):
        self.sdk = openai
class Bot(Base):
    def ask(self):
        return self.sdk.ChatCompletion.create()  # OAI102:16
--- attribute of a base that comes first
import openai
class A:
    sdk = Gateway()
class B:
    sdk = openai
class Bot(A, B):
    def ask(self):
        return self.sdk.Model.list()
class Other(B, A):
    def ask(self):
        return self.sdk.Model.list()  # OAI102:16
--- attribute behind a base of another file
import openai
from elsewhere import Base
class B:
    sdk = openai
class Bot(Base, B):
    def ask(self):
        return self.sdk.Model.list()
--- attribute of an abstract class
import abc
import openai
class Base(abc.ABC):
    sdk = openai
class Bot(abc.ABC, Base):
    def ask(self):
        return self.sdk.Model.list()  # OAI102:16
--- attribute set by setattr
import openai
class Bot:
    def __init__(self):
        self.sdk = openai
        self.ai = openai
        setattr(self, "ai", Gateway())
    def ask(self):
        self.sdk.Model.list()  # OAI102:9
        return self.ai.Model.list()
--- field of a dataclass
import openai
from dataclasses import dataclass
@dataclass
class Bot:
    name: str
    sdk: object = openai
    def ask(self):
        return self.sdk.Model.list()  # OAI102:16
Bot("a")
Bot(name="b")
--- field of a dataclass that a call fills
import openai
from dataclasses import dataclass
@dataclass
class One:
    name: str
    sdk: object = openai
    def ask(self):
        return self.sdk.Model.list()
One("a", Gateway())
@dataclass
class Two:
    sdk: object = openai
    def ask(self):
        return self.sdk.Model.list()
Two(sdk=Gateway())
--- imported in the constructor
class Bot:
    def __init__(self):
        try:
            import openai
        except ImportError:
            raise ValueError("openai")
        self.client = openai.ChatCompletion  # OAI104:23
    def ask(self):
        return self.client.create()  # OAI102:16
--- class attribute
import openai
class Bot:
    sdk = openai
    chat = openai.ChatCompletion  # OAI104:12
    def ask(self):
        self.sdk.Completion.create()  # OAI102:9
        Bot.sdk.Completion.create()  # OAI102:9
        return self.chat.create()  # OAI102:16
    @classmethod
    def all(cls):
        return cls.sdk.Model.list()  # OAI102:16
Bot.chat.create()  # OAI102:1
Bot().chat.create()  # OAI102:1
--- class attribute in the class body
import openai
class Bot:
    sdk = openai
    models = sdk.Model.list()  # OAI102:14
--- class scope is not seen by its methods
import openai
class Bot:
    sdk = openai
    def ask(self):
        return sdk.Model.list()
--- default argument
import openai
def ask(sdk=openai):
    return sdk.Model.list()  # OAI102:12
--- keyword-only default argument
import openai
def ask(*, sdk=openai):
    return sdk.Model.list()  # OAI102:12
--- default argument, and called with something else
import openai
def ask(sdk=openai):
    return sdk.Model.list()
ask(Gateway())
--- parameter only ever given the module
import openai
def ask(sdk):
    return sdk.Model.list()  # OAI102:12
ask(openai)
ask(sdk=openai)
--- parameter given the module and something else
import openai
def ask(sdk):
    return sdk.Model.list()
ask(openai)
ask(gateway)
--- parameter of a method
import openai
class Bot:
    def __init__(self, sdk):
        self.sdk = sdk
    def ask(self):
        return self.sdk.Model.list()  # OAI102:16
bot = Bot(openai)
--- parameter of a method called on an object
import openai
class Bot:
    def ask(self, sdk, n):
        return sdk.Model.list()  # OAI102:16
Bot().ask(openai, 1)
--- parameter of a static method
import openai
class Bot:
    @staticmethod
    def ask(sdk):
        return sdk.Model.list()  # OAI102:16
Bot.ask(openai)
--- parameter of a function that is called in another one
import openai
def ask(sdk):
    return sdk.Model.list()  # OAI102:12
def main():
    ask(openai)
--- parameter through two functions
import openai
def outer(a):
    return inner(a)
def inner(b):
    return b.Model.list()  # OAI102:12
outer(openai)
--- parameter by unpacking is unknown
import openai
def ask(sdk):
    return sdk.Model.list()
ask(*args)
--- a function that returns the module
def sdk():
    import openai
    return openai
sdk().Model.list()  # OAI102:1
--- a function that returns the module or something else
import openai
def sdk():
    if own:
        return Gateway()
    return openai
sdk().Model.list()
--- a function that returns a class
import openai
def chat():
    return openai.ChatCompletion  # OAI104:12
chat().create()  # OAI102:1
--- a function that returns the module or None
import openai
def sdk():
    if not ready:
        return None
    return openai
sdk().Model.list()  # OAI102:1
--- a property
import openai
class Bot:
    @property
    def sdk(self):
        return openai
    def ask(self):
        return self.sdk.Model.list()  # OAI102:16
--- a property with a setter
import openai
class Bot:
    @property
    def base(self):
        return openai.api_base  # OAI105:16
    @base.setter
    def base(self, value):
        openai.api_base = value  # OAI105:9
    @base.deleter
    def base(self):
        pass
    def ask(self):
        return self.base.strip()
--- a cached property
import functools
import openai
class Bot:
    @functools.cached_property
    def sdk(self):
        return openai
    def ask(self):
        return self.sdk.Model.list()  # OAI102:16
--- a method that returns the module
class Bot:
    def _sdk(self):
        import openai
        return openai
    def ask(self):
        return self._sdk().Model.list()  # OAI102:16
--- an opaque decorator
import openai
@wrap
def sdk():
    return openai
sdk().Model.list()
--- an attribute of a function or other object is unknown
import openai
state.sdk = openai
state.sdk.Model.list()
--- with as
import openai
with openai.ChatCompletion.create() as r:  # OAI102:6
    r.create()
--- the module passed on
import openai
run(openai)
print(openai)
--- a class passed on
import openai
run(openai.ChatCompletion)  # OAI104:5
run(chat=openai.ChatCompletion)  # OAI104:10
run(*[openai.ChatCompletion])  # OAI104:7
--- a method passed on
import openai
asyncio.to_thread(openai.ChatCompletion.create, model="m")  # OAI104:19
"""

PARTIAL = r"""
--- partial
import functools, openai
ask = functools.partial(openai.ChatCompletion.create, model="m")  # OAI104:25
ask(messages=[])
--- partial imported
from functools import partial
import openai
ask = partial(openai.ChatCompletion.create, engine="m")  # OAI104:15 OAI110:45
ask(request_timeout=3)  # OAI110:5
--- partial of something else
from functools import partial
import openai
ask = partial(mine.create, engine="m")
ask(request_timeout=3)
--- partial of a current call
from functools import partial
from openai import OpenAI
ask = partial(OpenAI().chat.completions.create, engine="m")  # OAI110:49
--- partial in self
import functools, openai
class Bot:
    def __init__(self):
        self.ask = functools.partial(openai.Completion.create, model="m")  # OAI104:38
    def run(self):
        return self.ask(prompt="x")
--- to_thread
import asyncio, openai
async def f():
    await asyncio.to_thread(openai.Completion.create, engine="m")  # OAI104:29 OAI110:55
--- run_in_executor
import openai
def f(loop):
    loop.run_in_executor(None, openai.Completion.create)  # OAI104:32
--- lambda
import openai
ask = lambda p: openai.Completion.create(prompt=p)  # OAI102:17
--- lambda default
import openai
ask = lambda p, sdk=openai.Completion: sdk  # OAI104:21
--- lambda parameter shadows
import openai
ask = lambda openai: openai.Completion.create()
--- map
import openai
list(map(openai.Moderation.create, texts))  # OAI104:10
"""


@examples(REBINDING)
def test_rebinding(source):
    check(source)


@examples(MODULE_AS_OBJECT)
def test_module_as_object(source):
    check(source)


@examples(PARTIAL)
def test_partial(source):
    check(source)
