# ruff: noqa: E501
"""Names and imports, however a program says them."""

from __future__ import annotations

from fix.given import check, examples

IMPORTS = r"""
--- a resource by name, beside the module of exceptions
from openai import Embedding
import openai.error

def f():
    try:
        return Embedding.create(model="m", input="a")
    except openai.error.RateLimitError:
        return None
>>>
import openai

def f():
    try:
        return openai.embeddings.create(model="m", input="a")
    except openai.RateLimitError:
        return None
--- an alias
import openai as ai
ai.Completion.create(model="m", prompt="p")
>>>
import openai as ai
ai.completions.create(model="m", prompt="p")
--- an alias, beside a class
import openai as ai
from openai import Completion, Embedding

def f():
    from openai import Embedding as E
    return E.create(model="m", input="a"), ai.Model.list()

Completion.create(model="m", prompt="p")
>>>
import openai as ai

def f():
    import openai
    return openai.embeddings.create(model="m", input="a"), ai.models.list()

ai.completions.create(model="m", prompt="p")
--- beside others in one statement
import os, openai, sys
openai.Completion.create(model="m", prompt="p")
>>>
import os, openai, sys
openai.completions.create(model="m", prompt="p")
--- a class
from openai import ChatCompletion
ChatCompletion.create(model="m", messages=[])
>>>
import openai
openai.chat.completions.create(model="m", messages=[])
--- a class under another name
from openai import ChatCompletion as Chat
Chat.create(model="m", messages=[])
>>>
import openai
openai.chat.completions.create(model="m", messages=[])
--- two classes
from openai import ChatCompletion, Embedding
ChatCompletion.create(model="m", messages=[])
Embedding.create(model="m", input="a")
>>>
import openai
openai.chat.completions.create(model="m", messages=[])
openai.embeddings.create(model="m", input="a")
--- a class beside the module
import openai
from openai import ChatCompletion
ChatCompletion.create(model="m", messages=[])
openai.Model.list()
>>>
import openai
openai.chat.completions.create(model="m", messages=[])
openai.models.list()
--- a class that is not used
from openai import ChatCompletion
from openai.error import RateLimitError
try:
    pass
except RateLimitError:
    pass
>>>
import openai
from openai import RateLimitError
try:
    pass
except RateLimitError:
    pass
--- a class beside an exception
from openai import ChatCompletion, OpenAIError
try:
    ChatCompletion.create(model="m", messages=[])
except OpenAIError:
    pass
>>>
import openai
from openai import OpenAIError
try:
    openai.chat.completions.create(model="m", messages=[])
except OpenAIError:
    pass
--- exceptions
from openai.error import RateLimitError, APIConnectionError
try:
    pass
except (RateLimitError, APIConnectionError):
    pass
>>>
from openai import RateLimitError, APIConnectionError
try:
    pass
except (RateLimitError, APIConnectionError):
    pass
--- an exception under another name
from openai.error import RateLimitError as RLE
try:
    pass
except RLE:
    pass
>>>
from openai import RateLimitError as RLE
try:
    pass
except RLE:
    pass
--- an exception that has another name today
from openai.error import Timeout
try:
    pass
except Timeout:
    pass
>>>
from openai import APITimeoutError
try:
    pass
except APITimeoutError:
    pass
--- an exception that has another name today, under a name of its own
from openai.error import Timeout as OpenAITimeout
try:
    pass
except OpenAITimeout:
    pass
>>>
from openai import APITimeoutError as OpenAITimeout
try:
    pass
except OpenAITimeout:
    pass
--- an exception that is two today
from openai.error import InvalidRequestError
try:
    pass
except InvalidRequestError as e:
    print(e)
>>>
from openai import BadRequestError, NotFoundError
try:
    pass
except (BadRequestError, NotFoundError) as e:
    print(e)
--- an exception that is two today, under a name of its own
from openai.error import InvalidRequestError as IRE
try:
    pass
except IRE as e:
    print(e)
>>>
from openai import BadRequestError, NotFoundError
try:
    pass
except (BadRequestError, NotFoundError) as e:
    print(e)
--- two imports are one
from openai import OpenAIError
from openai.error import RateLimitError, OpenAIError
try:
    pass
except (RateLimitError, OpenAIError):
    pass
>>>
from openai import OpenAIError
from openai import RateLimitError
try:
    pass
except (RateLimitError, OpenAIError):
    pass
--- many exceptions
from openai.error import (
    APIError,
    APIConnectionError,
    InvalidRequestError,
    RateLimitError,
    ServiceUnavailableError,
    Timeout,
)
RETRY = (APIError, APIConnectionError, RateLimitError, ServiceUnavailableError, Timeout)
>>>
from openai import (
    InternalServerError,
    UnprocessableEntityError,
    APIConnectionError,
    BadRequestError,
    NotFoundError,
    RateLimitError,
    APITimeoutError,
)
RETRY = (InternalServerError, UnprocessableEntityError, APIConnectionError, RateLimitError, APITimeoutError)
--- within brackets
from openai.error import (RateLimitError, Timeout)
print(RateLimitError, Timeout)
>>>
from openai import APITimeoutError, RateLimitError
print(RateLimitError, APITimeoutError)
--- a backslash
from openai.error import RateLimitError, \
    Timeout
print(RateLimitError, Timeout)
>>>
from openai import APITimeoutError, RateLimitError
print(RateLimitError, APITimeoutError)
--- the module of exceptions
import openai.error
try:
    pass
except openai.error.RateLimitError:
    pass
>>>
import openai
try:
    pass
except openai.RateLimitError:
    pass
--- the module of a class of responses
import openai.openai_object
def took(reply: openai.openai_object.OpenAIObject): pass
took(openai.Model.list())
>>>
import openai
def took(reply: openai.BaseModel): pass
took(openai.models.list())
--- the module of a class of responses, under another name
import openai.openai_object as objects
print(objects)
>>>
left: openai.openai_object has no counterpart
--- the module of exceptions, beside openai
import openai
import openai.error
try:
    openai.Model.list()
except openai.error.RateLimitError:
    pass
>>>
import openai
try:
    openai.models.list()
except openai.RateLimitError:
    pass
--- the module of exceptions, in one statement
import openai, openai.error
try:
    openai.Model.list()
except openai.error.RateLimitError:
    pass
>>>
import openai
try:
    openai.models.list()
except openai.RateLimitError:
    pass
--- the module of exceptions under another name
import openai.error as oe
try:
    pass
except (oe.RateLimitError, oe.Timeout):
    pass
>>>
import openai as oe
try:
    pass
except (oe.RateLimitError, oe.APITimeoutError):
    pass
--- the module of exceptions from the package
from openai import error
try:
    pass
except error.RateLimitError:
    pass
>>>
import openai
try:
    pass
except openai.RateLimitError:
    pass
--- the module of exceptions from the package, with a name of its own
from openai import error as oe
try:
    pass
except oe.InvalidRequestError:
    pass
>>>
import openai
try:
    pass
except (openai.BadRequestError, openai.NotFoundError):
    pass
--- all exceptions by a star
from openai.error import *
try:
    pass
except RateLimitError:
    pass
>>>
from openai import RateLimitError
try:
    pass
except RateLimitError:
    pass
--- imports in a function
def f():
    import openai
    return openai.Model.list()
>>>
def f():
    import openai
    return openai.models.list()
--- from imports in a function
def f():
    from openai import ChatCompletion
    return ChatCompletion.create(model="m", messages=[])
>>>
def f():
    import openai
    return openai.chat.completions.create(model="m", messages=[])
--- a from import at the top, used in a function that has openai as something else
from openai import ChatCompletion
def f(openai):
    return ChatCompletion.create(model="m", messages=[])
>>>
left: the name openai is something else here
--- a from import in a try
try:
    from openai import ChatCompletion
except ImportError:
    ChatCompletion = None
if ChatCompletion is not None:
    ChatCompletion.create(model="m", messages=[])
>>>
try:
    import openai
except ImportError:
    openai = None
if openai is not None:
    openai.chat.completions.create(model="m", messages=[])
--- from imports in a try, with stand-ins for all
try:
    import openai
    from openai import ChatCompletion, Embedding
    from openai.error import RateLimitError
except ImportError:
    openai = None
    ChatCompletion = None
    Embedding = RateLimitError = None
def ask(text):
    if not ChatCompletion:
        return None
    return ChatCompletion.create(model="m", messages=[])
>>>
left: except ImportError gives ChatCompletion and Embedding another value, and today that is a part of the module
--- from imports in a try, each with a stand-in
try:
    import openai
    from openai import ChatCompletion, Embedding
    from openai.error import RateLimitError
except ImportError:
    openai = None
    ChatCompletion = None
    Embedding = None
    RateLimitError = None
def ask(text):
    if not ChatCompletion:
        return None
    try:
        return ChatCompletion.create(model="m", messages=[]) if text else Embedding.create(model="m", input=text)
    except RateLimitError:
        return None
>>>
try:
    import openai
    from openai import RateLimitError
except ImportError:
    openai = None
    RateLimitError = None
def ask(text):
    if not openai:
        return None
    try:
        return openai.chat.completions.create(model="m", messages=[]) if text else openai.embeddings.create(model="m", input=text)
    except RateLimitError:
        return None
--- a from import in a try, with a stand-in that is something
try:
    from openai import ChatCompletion
except ImportError:
    from tools import Fake
    ChatCompletion = Fake
ChatCompletion.create(model="m", messages=[])
>>>
left: except ImportError gives ChatCompletion another value
--- a from import in a try, with a stand-in that goes on
try:
    from openai import ChatCompletion
except ImportError:
    ChatCompletion = None
def kind():
    return [ChatCompletion]
def ask():
    return ChatCompletion.create(model="m", messages=[])
>>>
left: except ImportError gives ChatCompletion another value
--- the module in a try
try:
    import openai
except ImportError:
    openai = None
def f():
    return openai.Model.list()
>>>
try:
    import openai
except ImportError:
    openai = None
def f():
    return openai.models.list()
--- under TYPE_CHECKING
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from openai.openai_object import OpenAIObject
def f(x: "OpenAIObject"):
    return x
>>>
from typing import TYPE_CHECKING
if TYPE_CHECKING:
    from openai import BaseModel as OpenAIObject
def f(x: "OpenAIObject"):
    return x
--- the object of responses
import openai
from openai.openai_object import OpenAIObject
def f(x) -> OpenAIObject:
    return openai.Completion.create(model="m", prompt=x)
>>>
import openai
from openai import BaseModel as OpenAIObject
def f(x) -> OpenAIObject:
    return openai.completions.create(model="m", prompt=x)
--- the object of responses, by its module
import openai
def f(x) -> openai.openai_object.OpenAIObject:
    return openai.Completion.create(model="m", prompt=x)
>>>
import openai
def f(x) -> openai.BaseModel:
    return openai.completions.create(model="m", prompt=x)
--- convert_to_dict
import openai
from openai.util import convert_to_dict
print(convert_to_dict(openai.Model.retrieve("m")))
>>>
import openai
print(openai.models.retrieve("m").to_dict())
--- convert_to_dict by the module
import openai
from openai import util
print(util.convert_to_dict(openai.Model.retrieve("m")))
>>>
import openai
print(openai.models.retrieve("m").to_dict())
--- the name of what an exception becomes is taken
from openai.error import Timeout
class APITimeoutError(Exception): pass
try:
    pass
except Timeout:
    pass
>>>
left: the name APITimeoutError is taken
--- a comment behind an import
from openai.error import RateLimitError  # limited
from openai import ChatCompletion  # chat
try:
    ChatCompletion.create(model="m", messages=[])
except RateLimitError:
    pass
>>>
from openai import RateLimitError  # limited
import openai  # chat
try:
    openai.chat.completions.create(model="m", messages=[])
except RateLimitError:
    pass
--- a comment within an import
from openai.error import (
    RateLimitError,  # limited
)
print(RateLimitError)
>>>
from openai import (
    RateLimitError,  # limited
)
print(RateLimitError)
--- semicolons
import os; from openai import ChatCompletion; import sys
ChatCompletion.create(model="m", messages=[])
>>>
import os; import openai; import sys
openai.chat.completions.create(model="m", messages=[])
--- an import that goes, between semicolons
import openai; from openai import ChatCompletion; import sys
ChatCompletion.create(model="m", messages=[])
>>>
import openai; import sys
openai.chat.completions.create(model="m", messages=[])
--- an import that goes, behind a semicolon
import openai; from openai import ChatCompletion
ChatCompletion.create(model="m", messages=[])
>>>
import openai
openai.chat.completions.create(model="m", messages=[])
--- an import that goes, before a semicolon
import openai
from openai import ChatCompletion; import sys
ChatCompletion.create(model="m", messages=[])
>>>
import openai
import sys
openai.chat.completions.create(model="m", messages=[])
--- an import that goes, alone in a block
import openai
if True:
    from openai import ChatCompletion
ChatCompletion.create(model="m", messages=[])
>>>
import openai
if True:
    pass
openai.chat.completions.create(model="m", messages=[])
--- an import behind a docstring and from __future__
'''What it does.'''
from __future__ import annotations

from openai import ChatCompletion

def f():
    return ChatCompletion.create(model="m", messages=[])
>>>
'''What it does.'''
from __future__ import annotations

import openai

def f():
    return openai.chat.completions.create(model="m", messages=[])
--- a resource by its module
from openai.api_resources import ChatCompletion
ChatCompletion.create(model="m", messages=[])
>>>
import openai
openai.chat.completions.create(model="m", messages=[])
--- a resource by its own module
from openai.api_resources.chat_completion import ChatCompletion
ChatCompletion.create(model="m", messages=[])
>>>
import openai
openai.chat.completions.create(model="m", messages=[])
--- all by a star
from openai import *
ChatCompletion.create(model="m", messages=[])
>>>
import openai
from openai import *
openai.chat.completions.create(model="m", messages=[])
--- once with the module and once with a class, in functions
def f():
    import openai
    return openai.Model.list()

def g():
    from openai import Model
    return Model.list()
>>>
def f():
    import openai
    return openai.models.list()

def g():
    import openai
    return openai.models.list()
"""

NAMES = r"""
--- one of two, awaited
import openai
async def ask(chat):
    resource = openai.ChatCompletion if chat else openai.Completion
    return await resource.acreate(model="m")
>>>
left: one of several resources is awaited, and has a client of its own today
--- the type of what is handed on
import openai
from typing import Type, Union
Kind = Union[Type[openai.Completion], Type[openai.ChatCompletion]]
def endpoint(chat: bool) -> Kind:
    return openai.ChatCompletion if chat else openai.Completion
def name(kind: "type[openai.Embedding]") -> str:
    return str(kind)
>>>
left: openai.Embedding is not a class any more
--- the type of what is handed on, as an alias
import openai
from typing import Type, Union
from openai import Completion
Kind = Union[Type[Completion], Type[openai.ChatCompletion]]
def endpoint(chat: bool) -> Kind:
    return openai.ChatCompletion if chat else Completion
>>>
import openai
from typing import Type, Union
Kind = Union[openai.resources.completions.Completions, openai.resources.chat.completions.Completions]
def endpoint(chat: bool) -> Kind:
    return openai.chat.completions if chat else openai.completions
--- the type of what is handed on, in a field
import openai
from pydantic import BaseModel
from typing import Type
class Settings(BaseModel):
    kind: Type[openai.Completion] = None
>>>
left: what the annotation of a field says may be looked at when the program runs; --unsafe-fixes does it
--- the type of what is handed on, in a field [unsafe]
import openai
from pydantic import BaseModel
from typing import Type
class Settings(BaseModel):
    kind: Type[openai.Completion] = None
>>>
import openai
from pydantic import BaseModel
from typing import Type
class Settings(BaseModel):
    kind: openai.resources.completions.Completions = None
--- a module of a class
from openai import openai_object
from typing import Union
Text = Union[str, openai_object.OpenAIObject]
def text(reply: openai_object.OpenAIObject) -> Text:
    return reply
>>>
import openai
from typing import Union
Text = Union[str, openai.BaseModel]
def text(reply: openai.BaseModel) -> Text:
    return reply
--- a module of a class of which more is used
from openai import openai_object
def text(reply: openai_object.OpenAIObject):
    return openai_object.OpenAIObject.construct_from(reply)
>>>
left: openai.openai_object.OpenAIObject.construct_from has no counterpart
--- bound to a variable
import openai
chat = openai.ChatCompletion
chat.create(model="m", messages=[])
>>>
import openai
chat = openai.chat.completions
chat.create(model="m", messages=[])
--- a method bound to a variable
import openai
create = openai.ChatCompletion.create
create(model="m", messages=[], request_timeout=3)
>>>
import openai
create = openai.chat.completions.create
create(model="m", messages=[], timeout=3)
--- the module bound to a variable
import openai
ai = openai
ai.ChatCompletion.create(model="m", messages=[])
>>>
import openai
ai = openai
ai.chat.completions.create(model="m", messages=[])
--- getattr
import openai
getattr(openai, "ChatCompletion").create(model="m", messages=[])
>>>
import openai
openai.chat.completions.create(model="m", messages=[])
--- getattr with a default
import openai
getattr(openai, "ChatCompletion", None).create(model="m", messages=[])
>>>
the same
--- getattr of a method
import openai
getattr(openai.ChatCompletion, "create")(model="m", messages=[])
>>>
import openai
getattr(openai.chat.completions, "create")(model="m", messages=[])
--- getattr with a name that is not known
import openai
def f(name):
    return getattr(openai, name).create(model="m", messages=[])
>>>
left: which name of the module this is shows at run time only
--- an attribute of a class
import openai
class Bot:
    api = openai.ChatCompletion
    def ask(self):
        return self.api.create(model="m", messages=[])
>>>
import openai
class Bot:
    api = openai.chat.completions
    def ask(self):
        return self.api.create(model="m", messages=[])
--- an attribute of an object
import openai
class Bot:
    def __init__(self):
        self.openai = openai
    def ask(self):
        return self.openai.ChatCompletion.create(model="m", messages=[])
>>>
import openai
class Bot:
    def __init__(self):
        self.openai = openai
    def ask(self):
        return self.openai.chat.completions.create(model="m", messages=[])
--- the module as a parameter
import openai
def f(api=openai):
    return api.ChatCompletion.create(model="m", messages=[])
f()
>>>
import openai
def f(api=openai):
    return api.chat.completions.create(model="m", messages=[])
f()
--- one of two
import openai
def f(chat):
    api = openai.ChatCompletion if chat else openai.Completion
    return api.create(model="m")
>>>
import openai
def f(chat):
    api = openai.chat.completions if chat else openai.completions
    return api.create(model="m")
--- one of two methods, called with what both take
import openai
def f(chat, **kw):
    call = (openai.ChatCompletion if chat else openai.Completion).create
    return call(model="m", **kw)
>>>
left: this name may be one of several things, each of which has another name today
--- a dict of methods
import openai
APIS = {"chat": openai.ChatCompletion.create, "text": openai.Completion.create}
APIS["chat"](model="m", messages=[])
>>>
import openai
APIS = {"chat": openai.chat.completions.create, "text": openai.completions.create}
APIS["chat"](model="m", messages=[])
--- a base class
import openai
class Mine(openai.ChatCompletion):
    pass
>>>
left: a class of the program is derived from one that was removed
--- a base class, beside calls
import openai
class Mine(openai.ChatCompletion):
    pass
print(openai.Moderation.create(input="a")["results"][0]["flagged"])
>>>
left: a class of the program is derived from one that was removed
import openai
class Mine(openai.ChatCompletion):
    pass
print(openai.moderations.create(input="a").results[0].flagged)
--- what a class is made of, beside calls
import openai
BASES = openai.api_resources.completion.Completion.__bases__
def ask(text):
    openai.api_resources.completion.Completion.__bases__ = BASES
    return openai.Moderation.create(input=text)["results"][0]["flagged"]
print(ask("a"))
>>>
left: openai.Completion.__bases__ has no counterpart
import openai
BASES = openai.api_resources.completion.Completion.__bases__
def ask(text):
    openai.api_resources.completion.Completion.__bases__ = BASES
    return openai.moderations.create(input=text).results[0].flagged
print(ask("a"))
--- what a class is made of, assigned where it is silent
import openai
def ask(text):
    openai.Completion.model = "m"
    return openai.Moderation.create(input=text)["results"][0]["flagged"]
print(ask("a"))
>>>
left: openai.Completion.model is gone, and is assigned or deleted here
--- a type
import openai
def show(r: openai.ChatCompletion) -> None:
    print(r)
>>>
import openai
def show(r: openai.types.chat.ChatCompletion) -> None:
    print(r)
--- a type in quotes
import openai
def show(r: "openai.ChatCompletion") -> None:
    print(r)
>>>
import openai
def show(r: "openai.types.chat.ChatCompletion") -> None:
    print(r)
--- an object of a class
import openai
openai.ChatCompletion().create(model="m", messages=[])
>>>
import openai
openai.chat.completions.create(model="m", messages=[])
--- an object of a class, under a name
import openai
completion = openai.Completion()
class Bot:
    def __init__(self):
        self.chat = openai.ChatCompletion()
    def ask(self):
        return self.chat.create(model="m", messages=[])["choices"][0]["message"]["content"]
print(completion.create(engine="m", prompt="p").choices[0]["text"], Bot().ask())
>>>
import openai
completion = openai.completions
class Bot:
    def __init__(self):
        self.chat = openai.chat.completions
    def ask(self):
        return self.chat.create(model="m", messages=[]).choices[0].message.content
print(completion.create(model="m", prompt="p").choices[0].text, Bot().ask())
--- an object of a class that is made of something
import openai
completion = openai.Completion("id-1")
>>>
left: openai.Completion has no counterpart
--- brackets around parts
import openai
(openai.ChatCompletion).create(model="m", messages=[])
(openai).Completion.create(model="m", prompt="p")
(openai.Embedding.create)(model="m", input="a")
>>>
import openai
(openai.chat.completions).create(model="m", messages=[])
(openai).completions.create(model="m", prompt="p")
(openai.embeddings.create)(model="m", input="a")
--- over lines
import openai
x = (
    openai
    .ChatCompletion  # the resource
    .create(model="m", messages=[])
)
>>>
import openai
x = (
    openai
    .chat.completions  # the resource
    .create(model="m", messages=[])
)
--- a backslash
import openai
x = openai.ChatCompletion \
    .create(model="m", messages=[])
>>>
import openai
x = openai.chat.completions \
    .create(model="m", messages=[])
--- spaces
import openai
x = openai . ChatCompletion . create (model="m", messages=[])
>>>
import openai
x = openai . chat.completions . create (model="m", messages=[])
--- a walrus
import openai
if (r := openai.Model.list()):
    print(r)
>>>
import openai
if (r := openai.models.list()):
    print(r)
--- a decorator
import openai
@lambda f: f
def g():
    return openai.Model.list()
>>>
import openai
@lambda f: f
def g():
    return openai.models.list()
--- a lambda
import openai
f = lambda p: openai.Completion.create(model="m", prompt=p)
>>>
import openai
f = lambda p: openai.completions.create(model="m", prompt=p)
--- a default
import openai
def f(create=openai.Completion.create):
    return create(model="m", prompt="p")
>>>
import openai
def f(create=openai.completions.create):
    return create(model="m", prompt="p")
--- deleted
import openai
del openai.ChatCompletion
>>>
left: openai.ChatCompletion is gone, and is assigned or deleted here
--- assigned
import openai
openai.ChatCompletion = None
openai.ChatCompletion.create(model="m", messages=[])
>>>
left: openai.ChatCompletion is gone, and is assigned or deleted here
--- assigned a method of its own
import openai
def fake(**kw):
    return {"choices": []}
openai.ChatCompletion.create = fake
openai.ChatCompletion.create(model="m", messages=[])
>>>
import openai
def fake(**kw):
    return openai.types.chat.ChatCompletion.construct(choices=[])
openai.resources.chat.completions.Completions.create = staticmethod(fake)
openai.chat.completions.create(model="m", messages=[])
--- assigned a method of its own, and put back
import openai
def test():
    original = openai.Completion.create
    openai.Completion.create = lambda **kw: Answer("a")
    try:
        assert openai.Completion.create(model="m", prompt="p").text == "a"
    finally:
        openai.Completion.create = original
>>>
import openai
def test():
    original = openai.resources.completions.Completions.create
    openai.resources.completions.Completions.create = staticmethod(lambda **kw: Answer("a"))
    try:
        assert openai.completions.create(model="m", prompt="p").text == "a"
    finally:
        openai.resources.completions.Completions.create = original
--- assigned a mock, awaited
import openai
from unittest.mock import AsyncMock
openai.Completion.acreate = AsyncMock(return_value={"choices": [{"text": "a"}]})
>>>
import openai
from unittest.mock import AsyncMock
openai.resources.completions.AsyncCompletions.create = AsyncMock(return_value=openai.types.Completion.construct(choices=[{"text": "a"}]))
--- assigned what calls the method
import functools
import openai
openai.api_key = "k"
original = openai.Completion.create
@functools.wraps(original)
def counted(**kw):
    return original(**kw)
openai.Completion.create = counted
>>>
import functools
import openai
openai.api_key = "k"
original = openai.completions.create
@functools.wraps(original)
def counted(**kw):
    return original(**kw)
openai.resources.completions.Completions.create = staticmethod(counted)
--- assigned what a function makes
import openai
openai.Completion.create = cached(openai.Completion.create)
>>>
left: openai.Completion.create is gone, and is assigned or deleted here
--- guarded by the version
import openai
if openai.__version__.startswith("0."):
    openai.ChatCompletion.create(model="m", messages=[])
else:
    openai.chat.completions.create(model="m", messages=[])
>>>
the same
--- guarded by hasattr
import openai
if hasattr(openai, "OpenAI"):
    r = openai.OpenAI().chat.completions.create(model="m", messages=[])
else:
    r = openai.ChatCompletion.create(model="m", messages=[])
>>>
the same
--- guarded by an import
try:
    from openai import OpenAI
    client = OpenAI()
except ImportError:
    import openai
    client = None
    openai.ChatCompletion.create(model="m", messages=[])
>>>
the same
--- a class by the module that had it
import openai
print(openai.api_resources.ChatCompletion.create(model="m", messages=[])["id"])
print(openai.api_resources.embedding.Embedding.create(model="m", input="a")["model"])
>>>
import openai
print(openai.chat.completions.create(model="m", messages=[]).id)
print(openai.embeddings.create(model="m", input="a").model)
"""

NEAR_MISSES = r"""
--- a class of the program's own
class ChatCompletion:
    @staticmethod
    def create(**kw):
        return {"openai": kw}
ChatCompletion.create(model="m")["openai"]
>>>
the same
--- a module of another name
import myopenai
myopenai.ChatCompletion.create(model="m")
>>>
the same
--- another distribution
from litellm import completion, openai
openai.ChatCompletion.create(model="m")
>>>
the same
--- a local openai
def f(openai):
    return openai.error.RateLimitError
>>>
the same
--- only in text
'''openai.ChatCompletion.create(...) was the call.'''
# openai.error.RateLimitError
print("openai.ChatCompletion.create")
>>>
the same
--- already migrated, with an instance
from openai import OpenAI, RateLimitError
client = OpenAI()
try:
    r = client.chat.completions.create(model="m", messages=[])
    print(r.choices[0].message.content)
except RateLimitError:
    pass
>>>
the same
--- already migrated, with the module
import openai
openai.base_url = "https://a/v1/"
print(openai.chat.completions.create(model="m", messages=[]).choices[0].message.content)
>>>
the same
--- dicts of its own
import openai
r = {"choices": [{"message": {"content": "a"}}]}
print(r["choices"][0]["message"]["content"], openai.OpenAI)
>>>
the same
--- exceptions that keep their name
from openai import APIConnectionError, RateLimitError
try:
    pass
except (RateLimitError, APIConnectionError):
    pass
>>>
the same
--- openai.Timeout of today
import openai
t = openai.Timeout(3)
>>>
the same
"""


@examples(IMPORTS)
def test_imports(before, expected, settings):
    check(before, expected, **settings)


@examples(NAMES)
def test_names(before, expected, settings):
    check(before, expected, **settings)


@examples(NEAR_MISSES)
def test_near_misses(before, expected, settings):
    check(before, expected, **settings)
