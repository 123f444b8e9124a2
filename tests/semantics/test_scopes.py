"""Scopes, shadowing by every binding form, closures, and names in many syntactic positions."""

from __future__ import annotations

from examples import check, examples

SHADOWING = r"""
--- parameter
import openai
def ask(openai):
    return openai.ChatCompletion.create()
--- positional-only parameter
import openai
def ask(openai, /):
    return openai.ChatCompletion.create()
--- keyword-only parameter
import openai
def ask(*, openai):
    return openai.ChatCompletion.create()
--- star parameter
import openai
def ask(*openai):
    return openai.ChatCompletion.create()
--- double-star parameter
import openai
def ask(**openai):
    return openai.ChatCompletion.create()
--- parameter of a method
import openai
class Bot:
    def ask(self, openai):
        return openai.ChatCompletion.create()
--- parameter of a coroutine
import openai
async def ask(openai):
    return await openai.ChatCompletion.acreate()
--- parameter of a lambda
import openai
f = lambda openai: openai.ChatCompletion.create()
--- parameter of an outer function
import openai
def outer(openai):
    def inner():
        return openai.ChatCompletion.create()
    return inner
--- assignment in a function
import openai
def ask():
    openai = Gateway()
    return openai.ChatCompletion.create()
--- assignment in a function, the module outside
import openai
def ask():
    openai = Gateway()
    return openai.ChatCompletion.create()
openai.ChatCompletion.create()  # OAI102:1
--- assignment at module level
openai = Gateway()
openai.ChatCompletion.create()
--- assignment after the import
import openai
openai = wrap(openai)
openai.ChatCompletion.create()
--- assignment at module level seen from a function
import openai
openai = wrap(openai)
def ask():
    return openai.ChatCompletion.create()
--- annotation without value at module level
openai: Gateway
openai.ChatCompletion.create()
--- for target
import openai
for openai in clients:
    openai.ChatCompletion.create()
--- for target in a tuple
import openai
for _, openai in clients:
    openai.ChatCompletion.create()
--- for target in a function
import openai
def f():
    for openai in clients:
        openai.ChatCompletion.create()
--- async for target
import openai
async def f():
    async for openai in clients():
        openai.ChatCompletion.create()
--- with target
import openai
with client() as openai:
    openai.ChatCompletion.create()
--- with target in a tuple
import openai
with client() as (openai, _):
    openai.ChatCompletion.create()
--- async with target
import openai
async def f():
    async with client() as openai:
        await openai.ChatCompletion.acreate()
--- except target
import openai
try:
    pass
except ValueError as openai:
    openai.ChatCompletion.create()
--- comprehension target
import openai
[openai.ChatCompletion.create() for openai in clients]
--- comprehension target does not leak
import openai
[openai.ChatCompletion.create() for openai in clients]
openai.ChatCompletion.create()  # OAI102:1
--- first iterable of a comprehension is outside
import openai
[openai for openai in openai.Model.list()]  # OAI102:23
--- set comprehension
import openai
{openai.Model.list() for openai in clients}
--- dict comprehension
import openai
{k: openai.Model.list() for k, openai in clients}
--- generator
import openai
list(openai.Model.list() for openai in clients)
--- walrus
import openai
if (openai := client()):
    openai.ChatCompletion.create()
--- walrus in a comprehension leaks
import openai
[openai := c for c in clients]
openai.ChatCompletion.create()
--- def
import openai
def openai():
    pass
openai.ChatCompletion.create()
--- async def
import openai
async def openai():
    pass
openai.ChatCompletion.create()
--- class
class openai:
    api_base = "x"
    class ChatCompletion:
        pass
openai.ChatCompletion.create()
openai.api_base = "y"
--- match capture
import openai
match x:
    case openai:
        openai.ChatCompletion.create()
--- match as
import openai
match x:
    case [1] as openai:
        openai.ChatCompletion.create()
--- match star
import openai
match x:
    case [1, *openai]:
        openai.ChatCompletion.create()
--- match rest
import openai
match x:
    case {"a": 1, **openai}:
        openai.ChatCompletion.create()
--- match keyword
import openai
match x:
    case Point(openai=y):
        openai.ChatCompletion.create()  # OAI102:9
--- import of another thing
import openai
from gateway import openai
openai.ChatCompletion.create()
--- import as
import openai
import gateway as openai
openai.ChatCompletion.create()
--- augmented assignment
openai = 1
openai += 2
openai.ChatCompletion.create()
--- star assignment
import openai
*openai, x = things
openai.ChatCompletion.create()
--- own class called ChatCompletion
import openai
class ChatCompletion:
    @classmethod
    def create(cls, engine): ...
ChatCompletion.create(engine="x")
--- own class after import
from openai import ChatCompletion  # OAI101:20
class ChatCompletion:
    def create(self): ...
ChatCompletion.create()
--- own exception of the same name
import openai
class RateLimitError(Exception): ...
try:
    pass
except RateLimitError as e:
    print(e.http_status)
--- attribute called openai of something else
import openai
settings.openai.api_base = "x"
self.openai.ChatCompletion.create()
--- key called openai
import openai
config["openai"].api_base = "x"
config["openai"]["api_base"] = "x"
--- keyword argument called openai
import openai
f(openai=1, api_base="x", engine="y")
--- a word in strings and comments
import openai
"openai.ChatCompletion.create()"
x = "openai.error.RateLimitError"  # openai.api_base = 1
--- docstring
'''Call openai.ChatCompletion.create().'''
def f():
    '''openai.api_base'''
--- type parameter
import openai
class Box:
    openai: int
    def f(self):
        return self.openai.ChatCompletion
"""

CLOSURES = r"""
--- nested function
import openai
def outer():
    def inner():
        return openai.Edit.create()  # OAI102:16
    return inner
--- closure over a local
import openai
def outer():
    sdk = openai
    def inner():
        return sdk.Edit.create()  # OAI102:16
    return inner
--- closure over a local bound after
import openai
def outer():
    def inner():
        return sdk.Edit.create()  # OAI102:16
    sdk = openai
    return inner()
--- closure over a local that is bound twice
import openai
def outer():
    sdk = openai
    def inner():
        return sdk.Edit.create()
    sdk = Gateway()
    return inner()
--- nonlocal
import openai
def outer():
    sdk = None
    def connect():
        nonlocal sdk
        sdk = openai
    connect()
    return sdk.Edit.create()  # OAI102:12
--- global
import openai
sdk = None
def connect():
    global sdk
    sdk = openai
def ask():
    return sdk.Edit.create()  # OAI102:12
--- global to something else
import openai
def connect():
    global openai
    openai = Gateway()
def ask():
    return openai.Edit.create()
--- global in one function, local in another
import openai
def f():
    openai = Gateway()
def g():
    return openai.Edit.create()  # OAI102:12
--- decorator
import openai
@openai.util.logger  # OAI104:2
def f(): ...
--- decorator with arguments
import openai
@cache(on=openai.Model.list())  # OAI102:11
def f(): ...
--- decorator of a class
import openai
@register(openai.ChatCompletion)  # OAI104:11
class A: ...
--- default value of a parameter
import openai
def f(model=openai.Model.list()): ...  # OAI102:13
--- annotations
import openai
def f(a: openai.ChatCompletion, *b: openai.Edit, **c: openai.Image) -> openai.Model: ...
#^ OAI104:10 OAI104:37 OAI104:55 OAI104:72
--- variable annotation
import openai
x: openai.Completion  # OAI104:4
y: list[openai.Completion] = []  # OAI104:9
class A:
    z: "openai.Completion | None" = None  # OAI104:9
--- local variable annotation
import openai
def f():
    x: openai.Completion = g()  # OAI104:8
--- quoted annotation inside another
import openai
from typing import Optional
def f(a: Optional["openai.Completion"]): ...  # OAI104:20
--- quoted annotation that is not Python
import openai
x: "openai.Completion ["
y: "see openai.Completion"
--- Literal and Annotated texts
from typing import Annotated, Literal
import openai
x: Literal["openai.Completion"]
--- bases
import openai
class Mine(openai.ChatCompletion):  # OAI104:12
    pass
--- bases and metaclass
import openai
class Mine(Base, metaclass=openai.util.Meta):  # OAI104:28
    pass
--- subclass of an exception
import openai
class Mine(openai.error.OpenAIError):  # OAI107:12
    pass
--- subclass of a name from an import
from openai.error import APIError  # OAI101:26
class Mine(APIError):  # OAI107:12
    pass
--- match value
import openai
match kind:
    case openai.ChatCompletion:  # OAI104:10
        pass
--- match class
import openai
match error:
    case openai.error.RateLimitError():  # OAI107:10
        pass
--- match class or class
import openai
match error:
    case openai.error.RateLimitError() | openai.error.Timeout():  # OAI107:10 OAI107:42
        pass
--- match subject and guard
import openai
match openai.Model.list():  # OAI102:7
    case x if openai.Edit.create():  # OAI102:15
        pass
--- with items
import openai
with a, openai.Edit.create(), b:  # OAI102:9
    pass
--- async for, async with, await
import openai
async def f():
    async for x in await openai.ChatCompletion.acreate(stream=True):  # OAI103:26
        print(x)
    async with openai.ChatCompletion.acreate():  # OAI103:16
        pass
--- yield
import openai
def f():
    yield openai.Edit.create()  # OAI102:11
    yield from openai.Model.list()  # OAI102:16
--- comprehension parts
import openai
[openai.Edit.create() for x in openai.Model.list() if openai.Moderation.create()]  # OAI102:2 OAI102:32 OAI102:55
{openai.Edit.create(): openai.Image.create() for x in y}  # OAI102:2 OAI102:24
--- slices
import openai
x[openai.Edit.create():openai.Image.create()] = 1  # OAI102:3 OAI102:24
--- starred call
import openai
f(*openai.Model.list(), **openai.Edit.create())  # OAI102:4 OAI102:27 OAI112:27
--- assert and raise
import openai
assert openai.Model.list(), openai.Edit.create()  # OAI102:8 OAI102:29
raise openai.error.APIError from openai.error.Timeout  # OAI107:7 OAI107:34
--- return, delete, global statement, pass
import openai
def f():
    global openai
    return openai.Edit.create()  # OAI102:12
--- while and for with else
import openai
while openai.Model.list():  # OAI102:7
    break
else:
    openai.Edit.create()  # OAI102:5
for x in openai.Model.list():  # OAI102:10
    pass
else:
    openai.Edit.create()  # OAI102:5
--- try, else, finally
import openai
try:
    openai.Edit.create()  # OAI102:5
except ValueError:
    openai.Edit.create()  # OAI102:5
else:
    openai.Edit.create()  # OAI102:5
finally:
    openai.Edit.create()  # OAI102:5
--- elif ladder
import openai
if a:
    pass
elif openai.Model.list():  # OAI102:6
    openai.Edit.create()  # OAI102:5
else:
    openai.Image.create()  # OAI102:5
--- boolean, comparison, unary, conditional, subscript, arithmetic
import openai
x = openai.Model.list() and not openai.Edit.create() or -openai.Image.create()  # OAI102:5 OAI102:33 OAI102:58
y = 1 < openai.Model.list() < 2 if openai.Edit.create() else openai.Image.create()  # OAI102:9 OAI102:36 OAI102:62
z = openai.Model.list()[0] + openai.Edit.create()["a"] * 2  # OAI102:5 OAI112:5 OAI102:30 OAI112:30
--- nested calls
import openai
openai.Edit.create(openai.Edit.create(openai.Edit.create()))  # OAI102:1 OAI111:20 OAI102:20 OAI111:39 OAI102:39
--- several lines
import openai
reply = (
    openai  # OAI102:5
    .ChatCompletion  # why
    .create(
        model="m",
        engine=(  # OAI110:9
            "x"
        ),
    )
)
--- method chain on the result
import openai
openai.Completion.create().to_dict_recursive().get("x")  # OAI102:1 OAI113:1
--- class body
import openai
class A:
    models = openai.Model.list()  # OAI102:14
    class B:
        edit = openai.Edit.create()  # OAI102:16
--- type alias and generics of a class
import openai
Alias = list[openai.Completion]  # OAI104:14
class A(list[openai.Edit]): ...  # OAI104:14
--- print to a file
import openai
print("x", file=openai.log)  # OAI106:17
--- semicolon
import openai; x = 1; openai.Edit.create(); y = openai.Image.create()  # OAI102:23 OAI102:49
"""

JOINS = r"""
--- both branches the module
if a:
    import openai as sdk
else:
    sdk = __import__("openai")
sdk.Edit.create()  # OAI102:1
--- one branch something else
if a:
    import openai as sdk
else:
    sdk = Gateway()
sdk.Edit.create()
--- one branch unbound
import openai
if a:
    sdk = openai
sdk.Edit.create()  # OAI102:1
--- one branch None
import openai
sdk = None
if a:
    sdk = openai
sdk.Edit.create()  # OAI102:1
--- one branch raises
import openai
if a:
    sdk = openai
else:
    raise ValueError
sdk.Edit.create()  # OAI102:1
--- one branch returns something else
import openai
def f():
    if a:
        sdk = Gateway()
        return sdk
    else:
        sdk = openai
    return sdk.Edit.create()  # OAI102:12
--- two classes
import openai
cls = openai.ChatCompletion  # OAI104:7
if old:
    cls = openai.Completion  # OAI104:11
cls.create()  # OAI102:1
--- a removed class or an own
import openai
cls = openai.ChatCompletion  # OAI104:7
if mine:
    cls = Mine
cls.create()
--- a loop that rebinds
import openai
sdk = openai
for x in y:
    sdk.Edit.create()
    sdk = Gateway()
sdk.Edit.create()
--- a loop that rebinds under a condition
import openai
sdk = openai
while x:
    if y:
        sdk = Gateway()
    sdk.Edit.create()
--- match branches
import openai
match x:
    case 1:
        sdk = openai
    case _:
        sdk = openai
sdk.Edit.create()  # OAI102:1
--- match branches with something else
import openai
match x:
    case 1:
        sdk = openai
    case _:
        sdk = Gateway()
sdk.Edit.create()
--- try and except give two things
import openai
try:
    sdk = openai
except ValueError:
    sdk = Gateway()
sdk.Edit.create()
--- try may fail before it binds
import openai
sdk = Gateway()
try:
    sdk = openai
except ValueError:
    pass
sdk.Edit.create()
--- finally binds
import openai
try:
    sdk = Gateway()
finally:
    sdk = openai
sdk.Edit.create()  # OAI102:1
--- with rebinds
import openai
sdk = openai
with suppress(ValueError):
    sdk = Gateway()
sdk.Edit.create()
--- import error that falls back to another package
try:
    import openai
except ImportError:
    import litellm as openai
openai.Edit.create()  # OAI102:1
--- another package that falls back to it
try:
    import litellm as openai
except ImportError:
    import openai
openai.Edit.create()
--- the exception is bound on one path
import openai
try:
    from openai.error import RateLimitError  # OAI101:30
except ImportError:
    RateLimitError = Exception
try:
    pass
except RateLimitError:  # OAI107:8
    pass
--- a stand-in from another module
try:
    import openai
except ImportError:
    from fakes import openai
openai.Edit.create()  # OAI102:1
--- a stand-in mock
from unittest.mock import MagicMock
try:
    import openai
except ImportError:
    openai = MagicMock()
openai.Edit.create()  # OAI102:1
"""


@examples(SHADOWING)
def test_shadowing(source):
    check(source)


@examples(CLOSURES)
def test_closures_and_positions(source):
    check(source)


@examples(JOINS)
def test_joins(source):
    check(source)
