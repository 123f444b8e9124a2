"""Functions and methods: what they return, yield, and are given."""

from __future__ import annotations

import pytest
from values.given import GIVEN, check_with

from examples import examples

FUNCTIONS = r"""
--- returns it
def ask():
    return chat.create()
print(ask()["id"])  # OAI112:7
--- returns a name
def ask():
    r = chat.create()
    return r
print(ask()["id"])  # OAI112:7
--- defined after its use in a function
def main():
    print(ask()["id"])  # OAI112:11
def ask():
    return chat.create()
--- two functions deep
def one():
    return chat.create()
def two():
    return one()
def three():
    return two()
print(three()["id"])  # OAI112:7
--- returns a part
def ask():
    return chat.create().choices[0].message
print(ask()["content"])  # OAI112:7
--- returns plain text
def ask():
    return chat.create().choices[0].message.content
print(ask()["x"])
--- returns or gives up
def ask():
    try:
        return chat.create()
    except ValueError:
        return None
print(ask()["id"])  # OAI112:7
--- returns a response or a dict
def ask():
    if x:
        return {"id": 1}
    return chat.create()
print(ask()["id"])
--- returns a response or something unknown
def ask():
    if x:
        return load()
    return chat.create()
print(ask()["id"])
--- returns a tuple
def ask():
    return chat.create(), 1
r, n = ask()
print(r["id"], n["x"])  # OAI112:7
print(ask()[0]["id"])  # OAI112:7
--- returns tuples in two places
def ask():
    if x:
        return chat.create(), 1
    return chat.create(), 2
r, n = ask()
print(r["id"])  # OAI112:7
--- returns a tuple or None twice
def ask():
    try:
        return chat.create(), None
    except ValueError as e:
        return None, e
r, e = ask()
print(r["id"])  # OAI112:7
--- returns a list
def ask():
    return [chat.create() for _ in range(3)]
for r in ask():
    print(r["id"])  # OAI112:11
--- returns a dict of it
def ask():
    return {"response": chat.create(), "n": 1}
print(ask()["response"]["id"])  # OAI112:7
--- recursive
def ask(n):
    if n:
        return ask(n - 1)
    return chat.create()
print(ask(3)["id"])  # OAI112:7
--- mutually recursive
def a(n):
    return b(n - 1) if n else chat.create()
def b(n):
    return a(n)
print(b(1)["id"])  # OAI112:7
--- a nested function
def outer():
    def inner():
        return chat.create()
    return inner()["id"]  # OAI112:12
--- a closure
def outer():
    r = chat.create()
    def inner():
        return r["id"]  # OAI112:16
    return inner
--- a function that makes a client
def connect():
    return OpenAI()
print(connect().chat.completions.create()["id"])  # OAI112:7
--- a function that makes one of two clients
def connect(azure):
    if azure:
        return openai.AzureOpenAI(api_version=v)
    return OpenAI()
print(connect(True).chat.completions.create()["id"])  # OAI112:7
--- a lambda
ask = lambda: chat.create()
print(ask()["id"])  # OAI112:7
--- a lambda at once
print((lambda: chat.create())()["id"])  # OAI112:7
--- a parameter at every call
def show(r):
    print(r["id"])  # OAI112:11
show(chat.create())
show(chat.create(n=2))
--- a parameter by keyword
def show(*, r):
    print(r["id"])  # OAI112:11
show(r=chat.create())
--- a parameter two functions deep
def show(r):
    inner(r)
def inner(r):
    print(r["id"])  # OAI112:11
show(chat.create())
--- near: one call gives something else
def show(r):
    print(r["id"])
show(chat.create())
show(load())
--- near: one call gives a dict
def show(r):
    print(r["id"])
show(chat.create())
show({"id": 1})
--- near: the function is handed on
def show(r):
    print(r["id"])
show(chat.create())
callbacks.append(show)
--- near: a default that is a dict
def show(r={"id": 1}):
    print(r["id"])
show(chat.create())
show()
--- near: a star
def show(r):
    print(r["id"])
show(chat.create())
show(*rows)
--- near: two stars
def show(r):
    print(r["id"])
show(chat.create())
show(**row)
--- a default of None
def show(r=None):
    print(r["id"])  # OAI112:11
show(chat.create())
--- returns its parameter
def same(r):
    return r
print(same(chat.create())["id"])  # OAI112:7
--- a client as parameter
def ask(c):
    return c.chat.completions.create()
print(ask(client)["id"])  # OAI112:7
--- a method as parameter
def retry(f):
    return f()
print(retry(chat.create)["id"])  # OAI112:7
--- partial
from functools import partial
ask = partial(chat.create, model="m")
print(ask()["id"])  # OAI112:7
--- partial by its module
import functools
ask = functools.partial(chat.create)
print(ask(n=1)["id"])  # OAI112:7
--- partial of a function of the file
from functools import partial
def ask(n):
    return chat.create(n=n)
print(partial(ask, 3)()["id"])  # OAI112:7
--- partial with a stream
from functools import partial
ask = partial(chat.create, stream=True)
for chunk in ask():
    print(chunk["id"])  # OAI112:11
--- tenacity
from tenacity import retry, stop_after_attempt
@retry(stop=stop_after_attempt(3))
def ask():
    return chat.create()
print(ask()["id"])  # OAI112:7
--- tenacity by its module
import tenacity
@tenacity.retry
def ask():
    return chat.create()
print(ask()["id"])  # OAI112:7
--- tenacity around a call
from tenacity import Retrying
for attempt in Retrying():
    with attempt:
        r = chat.create()
print(r["id"])  # OAI112:7
--- backoff
import backoff
@backoff.on_exception(backoff.expo, ValueError)
def ask():
    return chat.create()
print(ask()["id"])  # OAI112:7
--- a local decorator
import functools
def retry(f):
    @functools.wraps(f)
    def wrapper(*args, **kwargs):
        for _ in range(3):
            try:
                return f(*args, **kwargs)
            except ValueError:
                pass
    return wrapper
@retry
def ask():
    return chat.create()
print(ask()["id"])  # OAI112:7
--- a local decorator with arguments
def retry(times):
    def decorate(f):
        def wrapper(*args, **kwargs):
            return f(*args, **kwargs)
        return wrapper
    return decorate
@retry(3)
def ask():
    return chat.create()
print(ask()["id"])  # OAI112:7
--- cached
import functools
@functools.lru_cache(maxsize=3)
def ask():
    return chat.create()
print(ask()["id"])  # OAI112:7
--- cached client
import functools
@functools.cache
def connect():
    return OpenAI()
print(connect().models.retrieve("m")["id"])  # OAI112:7
--- near: an unknown decorator
import elsewhere
@elsewhere.jsonify
def ask():
    return chat.create()
print(ask()["id"])
--- near: a local decorator that changes the result
def as_dict(f):
    def wrapper(*args, **kwargs):
        return f(*args, **kwargs).model_dump()
    return wrapper
@as_dict
def ask():
    return chat.create()
print(ask()["id"])
--- a generator
def chunks():
    for chunk in chat.create(stream=True):
        yield chunk
for c in chunks():
    print(c["id"])  # OAI112:11
--- a generator of parts
def deltas():
    for chunk in chat.create(stream=True):
        yield chunk.choices[0].delta
for d in deltas():
    print(d["content"])  # OAI112:11
--- a generator of text
def texts():
    for chunk in chat.create(stream=True):
        yield chunk.choices[0].delta.content
for d in texts():
    print(d["x"])
--- yield from
def chunks():
    yield from chat.create(stream=True)
for c in chunks():
    print(c["id"])  # OAI112:11
--- yield from a generator of the file
def one():
    yield chat.create()
def two():
    yield from one()
for r in two():
    print(r["id"])  # OAI112:11
--- next of a generator
def one():
    yield chat.create()
print(next(one())["id"])  # OAI112:7
--- a generator that yields something else too
def rows():
    yield {"id": 1}
    yield chat.create()
for r in rows():
    print(r["id"])  # OAI112:11
--- near: a function that is replaced
def ask():
    return chat.create()
def ask():
    return {"id": 1}
print(ask()["id"])
--- a context manager of the file
from contextlib import contextmanager
@contextmanager
def asked():
    yield chat.create()
with asked() as r:
    print(r["id"])  # OAI112:11
--- a client from a with
with OpenAI() as c:
    print(c.chat.completions.create()["id"])  # OAI112:11
--- a stream from a with
with chat.create(stream=True) as stream:
    for chunk in stream:
        print(chunk["id"])  # OAI112:15
--- closing
from contextlib import closing
with closing(OpenAI()) as c:
    print(c.chat.completions.create()["id"])  # OAI112:11
--- an executor
from concurrent.futures import ThreadPoolExecutor
with ThreadPoolExecutor() as pool:
    future = pool.submit(chat.create, model="m")
    print(future.result()["id"])  # OAI112:11
--- map of an executor
from concurrent.futures import ThreadPoolExecutor
def ask(p):
    return chat.create(messages=p)
with ThreadPoolExecutor() as pool:
    for r in pool.map(ask, prompts):
        print(r["id"])  # OAI112:15
--- map
def ask(p):
    return chat.create(messages=p)
for r in map(ask, prompts):
    print(r["id"])  # OAI112:11
--- globals
r = None
def ask():
    global r
    r = chat.create()
def show():
    print(r["id"])  # OAI112:11
--- nonlocal
def outer():
    r = None
    def ask():
        nonlocal r
        r = chat.create()
    ask()
    return r["id"]  # OAI112:12
--- a global that a function binds, read by the module
r = None
def ask():
    global r
    r = chat.create()
ask()
print(r["id"])  # OAI112:7
--- near: a global that a function binds to something else too
r = None
def ask():
    global r
    r = chat.create()
def forget():
    global r
    r = load()
ask()
print(r["id"])
--- a module global read in a function
r = chat.create()
def show():
    print(r["id"])  # OAI112:11
--- near: a module global bound to something else too
r = chat.create()
def show():
    print(r["id"])
r = load()
--- near: a local name hides the global
r = chat.create()
def show():
    r = load()
    print(r["id"])
"""


@pytest.mark.parametrize("sdk", GIVEN)
@examples(FUNCTIONS)
def test_functions(source, sdk):
    check_with(source, sdk)
