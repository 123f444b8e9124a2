"""What annotations, casts and tests of the class promise."""

from __future__ import annotations

import pytest
from values.given import GIVEN, check_with

from examples import examples

ANNOTATIONS = r"""
--- a client
def f(c: OpenAI):
    return c.chat.completions.create()["id"]  # OAI112:12
--- a client in quotes
def f(c: "OpenAI"):
    return c.chat.completions.create()["id"]  # OAI112:12
--- a client by its module
def f(c: openai.OpenAI):
    return c.chat.completions.create()["id"]  # OAI112:12
--- an optional client
from typing import Optional
def f(c: Optional[OpenAI] = None):
    return c.chat.completions.create()["id"]  # OAI112:12
--- a client or None
def f(c: OpenAI | None = None):
    return c.chat.completions.create()["id"]  # OAI112:12
--- one of two clients
def f(c: OpenAI | openai.AzureOpenAI):
    return c.chat.completions.create()["id"]  # OAI112:12
--- Union of two clients
from typing import Union
def f(c: Union[OpenAI, openai.AzureOpenAI]):
    return c.chat.completions.create()["id"]  # OAI112:12
--- a response
from openai.types.chat import ChatCompletion
def f(r: ChatCompletion):
    return r["id"]  # OAI112:12
--- a part of a response
from openai.types.chat import ChatCompletionMessage
def f(m: ChatCompletionMessage):
    return m["content"]  # OAI112:12
--- a part by its module
from openai.types.chat.chat_completion import Choice
def f(c: Choice):
    return c["message"]  # OAI112:12
--- an embedding
from openai.types import CreateEmbeddingResponse
def f(r: CreateEmbeddingResponse):
    return r["data"][0]["embedding"]  # OAI112:12
--- a list of parts
from openai.types.chat import ChatCompletion
def f(rs: list[ChatCompletion]):
    for r in rs:
        print(r["id"])  # OAI112:15
--- typing.List
from typing import List
from openai.types.chat import ChatCompletion
def f(rs: List[ChatCompletion]):
    return rs[0]["id"]  # OAI112:12
--- Iterable, Sequence
from collections.abc import Iterable, Sequence
from openai.types.chat import ChatCompletionChunk
def f(chunks: Iterable[ChatCompletionChunk], more: Sequence[ChatCompletionChunk]):
    for c in chunks:
        print(c["id"])  # OAI112:15
    return more[0]["id"]  # OAI112:12
--- a stream
from openai import Stream
from openai.types.chat import ChatCompletionChunk
def f(stream: Stream[ChatCompletionChunk]):
    for c in stream:
        print(c["id"])  # OAI112:15
--- an async stream
from openai import AsyncStream
from openai.types.chat import ChatCompletionChunk
async def f(stream: AsyncStream[ChatCompletionChunk]):
    async for c in stream:
        print(c["id"])  # OAI112:15
--- an async iterator
from typing import AsyncIterator
from openai.types.chat import ChatCompletionChunk
async def f(stream: AsyncIterator[ChatCompletionChunk]):
    async for c in stream:
        print(c["id"])  # OAI112:15
--- what a function promises
from openai.types.chat import ChatCompletion
def ask() -> ChatCompletion:
    return elsewhere()
print(ask()["id"])  # OAI112:7
--- what an async function promises
from openai.types.chat import ChatCompletion
async def ask() -> ChatCompletion:
    return await elsewhere()
async def f():
    print((await ask())["id"])  # OAI112:11
--- what a function promises, optional
from typing import Optional
from openai.types.chat import ChatCompletion
def ask() -> Optional[ChatCompletion]:
    return elsewhere()
print(ask()["id"])  # OAI112:7
--- a client promised
def connect() -> OpenAI:
    return make()
print(connect().models.retrieve("m")["id"])  # OAI112:7
--- a variable
from openai.types.chat import ChatCompletion
r: ChatCompletion = load()
print(r["id"])  # OAI112:7
--- a variable declared
from openai.types.chat import ChatCompletion
r: ChatCompletion
print(r["id"])  # OAI112:7
--- an attribute declared in the constructor
from openai.types.chat import ChatCompletion
class Bot:
    def __init__(self):
        self.r: ChatCompletion = load()
    def show(self):
        return self.r["id"]  # OAI112:16
--- an attribute declared and None
from typing import Optional
from openai.types.chat import ChatCompletion
class Bot:
    def __init__(self):
        self.r: Optional[ChatCompletion] = None
    def show(self):
        return self.r["id"]  # OAI112:16
--- cast
from typing import cast
from openai.types.chat import ChatCompletion
r = cast(ChatCompletion, load())
print(r["id"])  # OAI112:7
--- cast in quotes
from typing import cast
from openai.types.chat import ChatCompletion
r = cast("ChatCompletion", load())
print(r["id"])  # OAI112:7
--- cast of a known value
from typing import cast, Any
r = cast(Any, chat.create())
print(r["id"])  # OAI112:7
--- cast to a dict of a known value
import typing
r = typing.cast(dict, chat.create())
print(r["id"])  # OAI112:7
--- cast to something else
from typing import cast
r = cast(dict, load())
print(r["id"])
--- isinstance
from openai.types.chat import ChatCompletion
def f(r):
    if isinstance(r, ChatCompletion):
        return r["id"]  # OAI112:16
    return r["id"]
--- isinstance of a client
def f(c):
    if isinstance(c, OpenAI):
        return c.models.retrieve("m")["id"]  # OAI112:16
--- isinstance with assert
from openai.types.chat import ChatCompletion
def f(r):
    assert isinstance(r, ChatCompletion)
    return r["id"]  # OAI112:12
--- isinstance, the other way
from openai.types.chat import ChatCompletion
def f(r):
    if not isinstance(r, ChatCompletion):
        return r["id"]
    return r["id"]  # OAI112:12
--- isinstance of an attribute
from openai.types.chat import ChatCompletion
def f(self):
    if isinstance(self.r, ChatCompletion):
        return self.r["id"]  # OAI112:16
--- isinstance in a conditional expression
from openai.types.chat import ChatCompletion
def f(r):
    return r["id"] if isinstance(r, ChatCompletion) else r["id"]  # OAI112:12
--- isinstance of a dict
def f():
    r = chat.create()
    if isinstance(r, dict):  # 0.x: OAI113:19
        return r["id"]
    return r["id"]  # OAI112:12
--- isinstance of a dict, the other way
def f():
    r = chat.create()
    if not isinstance(r, dict):  # 0.x: OAI113:23
        r = r.model_dump()
    return r["id"]
--- isinstance in and
from openai.types.chat import ChatCompletion
def f(r):
    if isinstance(r, ChatCompletion) and r["id"]:  # OAI112:42
        return 1
--- near: parameters are TypedDicts
from openai.types.chat import ChatCompletionMessageParam, ChatCompletionToolParam
def f(m: ChatCompletionMessageParam, t: ChatCompletionToolParam):
    return m["content"], t["function"]
--- near: a model or a dict
from typing import Union
from openai.types.chat import ChatCompletion
def f(r: Union[ChatCompletion, dict]):
    return r["id"]
--- near: a model or a dict, with a bar
from openai.types.chat import ChatCompletion
def f(r: ChatCompletion | dict):
    return r["id"]
--- near: a dict of models
from openai.types.chat import ChatCompletion
def f(rs: dict[str, ChatCompletion]):
    return rs["a"]
--- near: a type
from openai.types.chat import ChatCompletion
def f(kind: type[ChatCompletion]):
    return kind["a"]
--- near: an own class of that name
class ChatCompletion(dict):
    pass
def f(r: ChatCompletion):
    return r["id"]
--- near: another package's class
from litellm import ChatCompletion
def f(r: ChatCompletion):
    return r["id"]
--- near: a callable
from typing import Callable
from openai.types.chat import ChatCompletion
def f(g: Callable[..., ChatCompletion]):
    return g["a"]
"""


@pytest.mark.parametrize("sdk", GIVEN)
@examples(ANNOTATIONS)
def test_annotations(source, sdk):
    check_with(source, sdk)
