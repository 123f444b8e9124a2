# ruff: noqa: E501
"""Responses that travel: known to be responses where they are read, dicts where code that is not seen looks at them."""

from __future__ import annotations

import textwrap

from fix.given import check, examples, run

SEEN = r'''
--- a method that a class has as its own
class Asks:
    create = staticmethod(openai.Completion.create)
    def ask(self, text):
        return self.create(engine="e", prompt=text, request_timeout=3)["choices"][0]["text"]
print(Asks().ask("x"), Asks.create(engine="e", prompt="y").choices[0].text)
>>>
import openai
class Asks:
    create = staticmethod(openai.completions.create)
    def ask(self, text):
        return self.create(model="e", prompt=text, timeout=3).choices[0].text
print(Asks().ask("x"), Asks.create(model="e", prompt="y").choices[0].text)
--- a quiz that is no response, beside one
def show(quiz):
    for choice in quiz["choices"]:
        print(choice)
show({"choices": ["a", "b"]})
print(openai.Completion.create(model="m", prompt="p")["choices"][0]["text"])
>>>
import openai
def show(quiz):
    for choice in quiz["choices"]:
        print(choice)
show({"choices": ["a", "b"]})
print(openai.completions.create(model="m", prompt="p").choices[0].text)
--- a class with subscripts of its own
class Cache:
    def __init__(self):
        self.kept = {}
    def __setitem__(self, name, item):
        self.kept[name] = item
    def __getitem__(self, name):
        return self.kept[name]
cache = Cache()
cache["a"] = openai.Completion.create(model="m", prompt="p")
print(cache["a"]["choices"][0]["text"])
>>>
import openai
class Cache:
    def __init__(self):
        self.kept = {}
    def __setitem__(self, name, item):
        self.kept[name] = item
    def __getitem__(self, name):
        return self.kept[name]
cache = Cache()
cache["a"] = openai.completions.create(model="m", prompt="p")
print(cache["a"].choices[0].text)
--- a property that is assigned
class Talk:
    @property
    def last(self):
        return self._last
    @last.setter
    def last(self, last):
        self._last = last
talk = Talk()
talk.last = openai.Completion.create(model="m", prompt="p")
print(talk.last["choices"][0]["text"])
>>>
import openai
class Talk:
    @property
    def last(self):
        return self._last
    @last.setter
    def last(self, last):
        self._last = last
talk = Talk()
talk.last = openai.completions.create(model="m", prompt="p")
print(talk.last.choices[0].text)
--- tasks that are waited for
import openai
import asyncio
async def main():
    tasks = [asyncio.ensure_future(openai.Completion.acreate(model="m", prompt=p)) for p in "ab"]
    done, _ = await asyncio.wait(tasks)
    return [task.result()["choices"][0]["text"] for task in done]
>>>
import openai
import asyncio


def async_openai_client():
    """Make a client of what the module has set now."""
    return openai.AsyncOpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


async def main():
    tasks = [asyncio.ensure_future(async_openai_client().completions.create(model="m", prompt=p)) for p in "ab"]
    done, _ = await asyncio.wait(tasks)
    return [task.result().choices[0].text for task in done]
--- one of several tools
reply = openai.ChatCompletion.create(model="m", messages=[])
for call in reply["choices"][0]["message"]["tool_calls"]:
    print(call["function"]["name"])
>>>
import openai
reply = openai.chat.completions.create(model="m", messages=[])
for call in reply.choices[0].message.tool_calls:
    print(call.function.name)
--- a list of a function that calls what it is given, and is looked at for each of its calls
import openai
def plan(prompt, handler=None):
    parts = []
    for chunk in openai.Completion.create(model="m", prompt=prompt, stream=True):
        parts.append(chunk["choices"][0])
        if handler:
            handler(prompt)
    return "".join(part.get("text", "") for part in parts)
def write(prompt, handler=None):
    return plan(prompt, handler)
print(write("a", print))
>>>
import openai
def plan(prompt, handler=None):
    parts = []
    for chunk in openai.completions.create(model="m", prompt=prompt, stream=True):
        parts.append(chunk.choices[0])
        if handler:
            handler(prompt)
    return "".join(part.text or "" for part in parts)
def write(prompt, handler=None):
    return plan(prompt, handler)
print(write("a", print))
--- a list in a field of a dataclass
import openai
from dataclasses import dataclass, field
@dataclass
class Talk:
    replies: list = field(default_factory=list)
    def last(self):
        return self.replies[-1]["choices"][0]["text"]
talk = Talk()
talk.replies.append(openai.Completion.create(model="m", prompt="p"))
print(talk.last())
>>>
import openai
from dataclasses import dataclass, field
@dataclass
class Talk:
    replies: list = field(default_factory=list)
    def last(self):
        return self.replies[-1].choices[0].text
talk = Talk()
talk.replies.append(openai.completions.create(model="m", prompt="p"))
print(talk.last())
--- a resource that is made for a field
import openai
from dataclasses import dataclass, field
def api():
    return openai.Completion
@dataclass
class Asks:
    api: object = field(default_factory=api)
    def ask(self):
        return self.api.create(engine="m", prompt="p")["choices"][0]["text"]
print(Asks().ask())
>>>
import openai
from dataclasses import dataclass, field
def api():
    return openai.completions
@dataclass
class Asks:
    api: object = field(default_factory=api)
    def ask(self):
        return self.api.create(model="m", prompt="p").choices[0].text
print(Asks().ask())
--- a wrapper that is given something else, too
def retry(f, *a, **kw):
    return f(*a, **kw)
print(retry(openai.Completion.create, model="m", prompt="p")["choices"][0]["text"])
print(retry(load, "a")["rows"])
>>>
import openai
def retry(f, *a, **kw):
    return f(*a, **kw)
print(retry(openai.completions.create, model="m", prompt="p").choices[0].text)
print(retry(load, "a")["rows"])
--- a client's method as a default, beside another function's dict [instance]
def ask(q, create=openai.Completion.create):
    return create(model="m", prompt=q)["choices"][0]["text"]
print(ask("a"), ask("b", create=lambda **kw: {"choices": [{"text": "c"}]}))
>>>
left: what this call gives is read as a dict in
'''

OUT = r"""
--- a list in a field of a dataclass that is written as JSON
import openai
import json
from dataclasses import asdict, dataclass, field
@dataclass
class Talk:
    replies: list = field(default_factory=list)
talk = Talk()
talk.replies.append(openai.Completion.create(model="m", prompt="p"))
print(json.dumps(asdict(talk)))
>>>
import openai
import json
from dataclasses import asdict, dataclass, field
@dataclass
class Talk:
    replies: list = field(default_factory=list)
talk = Talk()
talk.replies.append(openai.completions.create(model="m", prompt="p").to_dict())
print(json.dumps(asdict(talk)))
--- a list in a field that others make
import openai
from dataclasses import dataclass, field
from other import Shared
@dataclass
class Talk:
    replies: list = field(default_factory=Shared)
talk = Talk()
talk.replies.append(openai.Completion.create(model="m", prompt="p"))
print(talk.replies[0]["choices"])
>>>
import openai
from dataclasses import dataclass, field
from other import Shared
@dataclass
class Talk:
    replies: list = field(default_factory=Shared)
talk = Talk()
talk.replies.append(openai.completions.create(model="m", prompt="p").to_dict())
print(talk.replies[0]["choices"])
--- a dataclass that is made of a part
import openai
from dataclasses import dataclass
@dataclass
class Choice:
    text: str
    logprobs: object
choice = Choice(**openai.Completion.create(model="m", prompt="p")["choices"][0])
print(choice.logprobs.tokens)
>>>
import openai
from dataclasses import dataclass
@dataclass
class Choice:
    text: str
    logprobs: object
choice = Choice(**openai.completions.create(model="m", prompt="p").to_dict()["choices"][0])
print(choice.logprobs["tokens"])
--- a model that takes apart what it is given
import openai
from pydantic import BaseModel
class Delta(BaseModel):
    content: str | None = None
class Choice(BaseModel):
    delta: Delta
class Chunk(BaseModel):
    choices: list[Choice]
def ask():
    response = openai.ChatCompletion.create(model="m", messages=[], stream=True)
    return (Chunk.model_validate(chunk) for chunk in response)
for chunk in ask():
    print(chunk.choices[0].delta.content)
>>>
import openai
from pydantic import BaseModel
class Delta(BaseModel):
    content: str | None = None
class Choice(BaseModel):
    delta: Delta
class Chunk(BaseModel):
    choices: list[Choice]
def ask():
    response = openai.chat.completions.create(model="m", messages=[], stream=True)
    return (Chunk.model_validate(chunk.to_dict()) for chunk in response)
for chunk in ask():
    print(chunk.choices[0].delta.content)
--- a model that keeps some of it as it was
import openai
from typing import Any
from pydantic import BaseModel
class Choice(BaseModel):
    delta: Any
class Chunk(BaseModel):
    choices: list[Choice]
def ask():
    response = openai.ChatCompletion.create(model="m", messages=[], stream=True)
    return (Chunk.model_validate(chunk) for chunk in response)
for chunk in ask():
    print(chunk.choices[0].delta.content)
>>>
left: what this call gives is read as a dict
--- a model that keeps what it has no field for
import openai
from pydantic import BaseModel
class Choice(BaseModel):
    model_config = {"extra": "allow"}
    index: int
class Chunk(BaseModel):
    choices: list[Choice]
def ask():
    response = openai.ChatCompletion.create(model="m", messages=[], stream=True)
    return (Chunk.model_validate(chunk) for chunk in response)
for chunk in ask():
    print(chunk.choices[0].delta.content)
>>>
left: what this call gives is read as a dict
--- such a list that others make
import openai
from other import make
def plan(prompt, handler=None):
    parts = make()
    for chunk in openai.Completion.create(model="m", prompt=prompt, stream=True):
        parts.append(chunk["choices"][0])
        if handler:
            handler(prompt)
    return "".join(part.get("text", "") for part in parts)
def write(prompt, handler=None):
    return plan(prompt, handler)
print(write("a", print))
>>>
import openai
from other import make
def plan(prompt, handler=None):
    parts = make()
    for chunk in openai.completions.create(model="m", prompt=prompt, stream=True):
        parts.append(chunk.choices[0].to_dict())
        if handler:
            handler(prompt)
    return "".join(part.get("text", "") for part in parts)
def write(prompt, handler=None):
    return plan(prompt, handler)
print(write("a", print))
--- a part in a dict that others are given
import openai
from reports import send
reply = openai.Completion.create(model="m", prompt="p")
send({"usage": reply["usage"], "text": reply["choices"][0]["text"]})
>>>
import openai
from reports import send
reply = openai.completions.create(model="m", prompt="p")
send({"usage": reply.usage.to_dict(), "text": reply.choices[0].text})
--- the same, and the program reads it, too
import openai
import requests
reply = openai.Completion.create(model="m", prompt="p")
body = {"usage": reply["usage"]}
requests.post("https://x.example", json=body)
print(body["usage"]["total_tokens"])
>>>
import openai
import requests
reply = openai.completions.create(model="m", prompt="p").to_dict()
body = {"usage": reply["usage"]}
requests.post("https://x.example", json=body)
print(body["usage"]["total_tokens"])
--- a variable of a context
import openai
import contextvars
last = contextvars.ContextVar("last")
last.set(openai.Completion.create(model="m", prompt="p"))
print(last.get()["choices"][0]["text"])
>>>
import openai
import contextvars
last = contextvars.ContextVar("last")
last.set(openai.completions.create(model="m", prompt="p").to_dict())
print(last.get()["choices"][0]["text"])
--- the state of a session
import openai
import streamlit as st
st.session_state["last"] = openai.Completion.create(model="m", prompt="p")
st.write(st.session_state["last"]["choices"][0]["text"])
>>>
import openai
import streamlit as st
st.session_state["last"] = openai.completions.create(model="m", prompt="p").to_dict()
st.write(st.session_state["last"]["choices"][0]["text"])
--- a record of which all is taken
import openai
import json
from dataclasses import asdict, dataclass
@dataclass
class Answer:
    raw: dict
print(json.dumps(asdict(Answer(raw=openai.Completion.create(model="m", prompt="p")))))
>>>
import openai
import json
from dataclasses import asdict, dataclass
@dataclass
class Answer:
    raw: dict
print(json.dumps(asdict(Answer(raw=openai.completions.create(model="m", prompt="p").to_dict()))))
--- a model that looks at what it is made of
import openai
from pydantic import BaseModel
class Answer(BaseModel):
    usage: dict
reply = openai.Completion.create(model="m", prompt="p")
print(Answer(usage=reply["usage"]).usage["total_tokens"])
>>>
import openai
from pydantic import BaseModel
class Answer(BaseModel):
    usage: dict
reply = openai.completions.create(model="m", prompt="p").to_dict()
print(Answer(usage=reply["usage"]).usage["total_tokens"])
--- an argument of an exception
try:
    raise LookupError("no", openai.Completion.create(model="m", prompt="p"))
except LookupError as error:
    print(error.args[1]["choices"][0]["text"])
>>>
import openai
try:
    raise LookupError("no", openai.completions.create(model="m", prompt="p").to_dict())
except LookupError as error:
    print(error.args[1]["choices"][0]["text"])
--- a function that gets a response, and a dict that looks like one
def text_of(reply):
    return reply["choices"][0]["text"]
print(text_of(openai.Completion.create(model="m", prompt="p")), text_of({"choices": [{"text": "a"}]}))
>>>
import openai
def text_of(reply):
    return reply["choices"][0]["text"]
print(text_of(openai.completions.create(model="m", prompt="p").to_dict()), text_of({"choices": [{"text": "a"}]}))
--- one of several responses, for another package
import openai
import operator
from functools import reduce
def dig(found, *keys):
    return reduce(operator.getitem, keys, found)
print(dig(openai.Completion.create(model="m", prompt="p"), "choices"), dig(openai.Embedding.create(model="m", input="x"), "data"))
>>>
import openai
import operator
from functools import reduce
def dig(found, *keys):
    return reduce(operator.getitem, keys, found.to_dict())
print(dig(openai.completions.create(model="m", prompt="p"), "choices"), dig(openai.embeddings.create(model="m", input="x"), "data"))
--- a response, or what others give, for another package
import openai
import operator
from functools import reduce
def dig(found, *keys):
    return reduce(operator.getitem, keys, found)
print(dig(openai.Completion.create(model="m", prompt="p"), "choices"), dig({"a": 1}, "a"))
>>>
import openai
import operator
from functools import reduce
def dig(found, *keys):
    return reduce(operator.getitem, keys, found)
print(dig(openai.completions.create(model="m", prompt="p").to_dict(), "choices"), dig({"a": 1}, "a"))
--- names that are bound unseen
globals()["last"] = openai.Completion.create(model="m", prompt="p")
print(last["choices"][0]["text"])
>>>
import openai
globals()["last"] = openai.completions.create(model="m", prompt="p").to_dict()
print(last["choices"][0]["text"])
--- what a library gives, and takes
def ask(prompt):
    return openai.Completion.create(model="m", prompt=prompt)
def text_of(reply):
    return reply["choices"][0]["text"]
>>>
import openai
def ask(prompt):
    return openai.completions.create(model="m", prompt=prompt).to_dict()
def text_of(reply):
    return reply["choices"][0]["text"]
"""


@examples(SEEN, header="import openai\n")
def test_what_shows(before, expected, settings):
    check(before, expected, **settings)


@examples(OUT, header="import openai\n")
def test_what_goes_out(before, expected, settings):
    check(before, expected, **settings)


def test_a_method_that_is_handed_to_another_file():
    files = {
        "bot.py": "import openai\ndef ask(p):\n    return openai.Completion.create(model='m', prompt=p)\n",
        "main.py": "import bot\ndef show(make):\n    print(make('x')['choices'][0]['text'])\nshow(bot.ask)\n",
    }
    results = run(files)
    assert b"openai.completions.create(model='m', prompt=p)\n" in results["bot.py"].after
    assert b"print(make('x').choices[0].text)" in results["main.py"].after


def test_where_another_file_keeps_what_comes_back():
    store = """
        import json, redis
        db = redis.Redis()
        def keep(name, reply):
            db.set(name, reply)
        def read(name):
            return db.get(name)["usage"]["total_tokens"]
        """
    files = {
        "store.py": textwrap.dedent(store),
        "main.py": "import openai, store\nstore.keep('a', openai.Completion.create(model='m', prompt='p'))\nprint(store.read('a'))\n",
    }
    results = run(files)
    assert b"store.keep('a', openai.completions.create(model='m', prompt='p').to_dict())" in results["main.py"].after


def held(files: dict[str, str], reason: str) -> None:
    """Fail unless nothing becomes of the files, for this reason."""
    results = run({name: textwrap.dedent(text) for name, text in files.items()})
    assert all(one.after == one.before for one in results.values())
    assert any(reason in left.reason for one in results.values() for left in one.left)


def test_a_dict_is_made_for_another_file_that_reads_it_as_an_object():
    meter = """
        class Meter:
            def note(self, reply):
                self.tokens = reply["usage"]["total_tokens"]
                self.took = reply.response_ms
        """
    main = """
        import openai
        from meter import Meter
        Meter().note(openai.Completion.create(model="m", prompt="p"))
        """
    held({"meter.py": meter, "main.py": main}, "is read by attributes in meter.py, line 5")


def test_a_dict_comes_back_to_another_file_that_reads_it_as_an_object():
    judge = """
        import openai
        from collections import namedtuple
        Result = namedtuple("Result", "verdict raw")
        def judge(text):
            return Result(text, openai.Completion.create(model="m", prompt=text))
        """
    main = """
        from concurrent.futures import ThreadPoolExecutor, as_completed
        from judge import judge
        with ThreadPoolExecutor() as pool:
            for done in as_completed({pool.submit(judge, *[text]): text for text in "ab"}):
                print(done.result().raw.choices[0].text)
        """
    held({"judge.py": judge, "main.py": main}, "is read by attributes in main.py, line 6")


def test_an_attribute_that_no_dict_has_that_others_get_is_another_one():
    """``usage`` is not in what goes out, which is a usage itself: nothing is held back."""
    store = """
        import openai
        from sqlalchemy import insert
        print(openai.VERSION)
        def save(documents):
            for document in documents:
                statement = insert(document.meta)
                yield statement.on_conflict(set_=dict(usage=statement.excluded.usage))
        """
    main = """
        import openai
        import store
        from db import put
        class Embedder:
            def embed(self, text):
                reply = openai.Embedding.create(input=text, model="m")
                put({})
                return len(reply.data)
        store.save([Embedder().embed("x")])
        """
    results = run({"store.py": textwrap.dedent(store), "main.py": textwrap.dedent(main.format('reply["usage"]'))})
    expected = textwrap.dedent(main.format("reply.usage.to_dict()")).replace("openai.Embedding", "openai.embeddings")
    assert results["main.py"].after.decode() == expected


def test_a_dict_that_is_read_as_such_by_another_file():
    files = {
        "show.py": "def show(reply):\n    print(reply.get('usage'), reply['choices'][0]['text'])\n",
        "main.py": "import json, show, openai\nshow.show(json.loads('{}'))\n"
        "show.show(openai.Completion.create(model='m', prompt='p'))\n",
    }
    assert b".to_dict()" in run(files)["main.py"].after


def test_a_partial_of_another_file():
    bot = """
        import operator
        from functools import partial, reduce
        import openai
        ask = partial(openai.Completion.create, model="m")
        def dig(found, *keys):
            return reduce(operator.getitem, keys, found)
        texts = {"a": lambda: dig(ask(prompt="a"), "choices")}
        """
    files = {"bot.py": textwrap.dedent(bot), "main.py": "from bot import ask\nprint(ask(prompt='b')['choices'][0]['text'])\n"}
    results = run(files)
    assert b"keys, found.to_dict())" in results["bot.py"].after
    assert b"print(ask(prompt='b').choices[0].text)" in results["main.py"].after


RETRY = """import functools


def retry(tries):
    def decorate(function):
        @functools.wraps(function)
        def inner(*args, **kwargs):
            for _ in range(tries):
                return function(*args, **kwargs)

        return inner

    return decorate
"""


def test_a_decorator_of_a_file_that_does_not_name_the_sdk():
    app = """import openai
from tools import retry


@retry(3)
def ask(**options):
    return openai.Completion.create(**options)


def text(prompt):
    return ask(model="m", prompt=prompt)["choices"][0]["text"]
"""
    results = run({"app.py": app, "tools.py": RETRY})
    assert results["tools.py"].after.decode() == RETRY
    assert results["app.py"].after.decode() == app.replace("Completion.create", "completions.create").replace(
        '["choices"][0]["text"]', ".choices[0].text"
    )


def test_a_base_class_of_a_file_that_does_not_name_the_sdk():
    base = """class Runner:
    def run(self, text):
        return self.parse(self.send(text))

    def send(self, text):
        raise NotImplementedError
"""
    app = """import openai
from base import Runner


class Bot(Runner):
    def send(self, text):
        return openai.Completion.create(model="m", prompt=text)

    def parse(self, reply):
        return reply["choices"][0]["text"]


print(Bot().run("x"))
"""
    results = run({"app.py": app, "base.py": base})
    assert results["base.py"].after.decode() == base
    assert "openai.completions.create(model" in results["app.py"].after.decode()
    assert "return reply.choices[0].text" in results["app.py"].after.decode()


def test_pairs_that_are_gathered_are_read_as_what_they_are():
    app = """import asyncio
import openai


async def one(text):
    return text, await openai.Completion.acreate(model="m", prompt=text)


async def main():
    found = dict(await asyncio.gather(*[one(text) for text in "ab"]))
    for text, reply in found.items():
        print(text, reply["choices"][0]["text"])
"""
    results = run({"app.py": app})
    assert "reply.choices[0].text" in results["app.py"].after.decode()


WALK = """
--- a loop that goes along a path
reply = openai.Completion.create(model="m", prompt="p")
node = reply
for part in ["choices", 0, "text"]:
    node = node[part]
print(node, reply.usage.total_tokens, reply.get("model"))
>>>
import openai
reply = openai.completions.create(model="m", prompt="p").to_dict()
node = reply
for part in ["choices", 0, "text"]:
    node = node[part]
print(node, reply["usage"]["total_tokens"], reply.get("model"))
--- along a path, and changed there
reply = openai.Completion.create(model="m", prompt="p")
node = reply
for part in ["choices", 0]:
    node = node[part]
node["text"] = "changed"
print(reply["choices"][0]["text"])
>>>
import openai
reply = openai.completions.create(model="m", prompt="p").to_dict()
node = reply
for part in ["choices", 0]:
    node = node[part]
node["text"] = "changed"
print(reply["choices"][0]["text"])
--- along a path, where it may be None
def ask(text):
    if text:
        return openai.Completion.create(model="m", prompt=text)
node = ask("x")
for part in ["choices", 0, "text"]:
    node = node[part]
print(node)
>>>
import openai
def ask(text):
    if text:
        return openai.completions.create(model="m", prompt=text).to_dict()
node = ask("x")
for part in ["choices", 0, "text"]:
    node = node[part]
print(node)
--- along a path of a response, and of a dict from a file
import openai
import json
def ask(text):
    return openai.Completion.create(model="m", prompt=text)
def walk(node):
    for part in ["choices", 0, "text"]:
        node = node[part]
    return node
print(walk(json.load(open("a.json"))), walk(ask("x")))
>>>
import openai
import json
def ask(text):
    return openai.completions.create(model="m", prompt=text).to_dict()
def walk(node):
    for part in ["choices", 0, "text"]:
        node = node[part]
    return node
print(walk(json.load(open("a.json"))), walk(ask("x")))
--- under a key that does not show
reply = openai.Completion.create(model="m", prompt="p")
for key in ("id", "model"):
    print(reply[key])
>>>
import openai
reply = openai.completions.create(model="m", prompt="p")
for key in ("id", "model"):
    print(reply.to_dict()[key])
"""


@examples(WALK, header="import openai\n")
def test_paths(before, expected, settings):
    check(before, expected, **settings)


NAMES = """
--- under a name that may be something else, beside what is read elsewhere
import openai
from other import other, load
def ask(prompt):
    if prompt:
        reply = openai.Completion.create(model="m", prompt=prompt)
        print(reply["id"])
    else:
        reply = other()
    print(reply.model)
def show(path):
    for row in load(path):
        if "id" in row:
            print(row["id"])
>>>
import openai
from other import other, load
def ask(prompt):
    if prompt:
        reply = openai.completions.create(model="m", prompt=prompt)
        print(reply.id)
    else:
        reply = other()
    print(reply.model)
def show(path):
    for row in load(path):
        if "id" in row:
            print(row["id"])
--- under a name that may be something else, and is read by a function within
import openai
from other import other
def ask(prompt):
    if prompt:
        reply = openai.Completion.create(model="m", prompt=prompt)
    else:
        reply = other()
    print(reply.model)
    def choices():
        return reply["choices"]
    return choices
>>>
left: this is read as a dict, and may be the response kept under another name in line 5
--- what may be its response elsewhere
import openai
from lib import register
class Asks:
    def chat(self, prompt):
        return openai.Completion.create(model="m", prompt=prompt)
print(Asks().chat("p").id)
@register
def show(other):
    reply = other.chat("x")
    print(reply["choices"])
@register
def look(choice):
    return choice.finish_reason
>>>
left: may be the response which chat() gives
--- what may be its response elsewhere, and raises if it is, as a person will see [unsafe]
import openai
from lib import register
class Asks:
    def chat(self, prompt):
        return openai.Completion.create(model="m", prompt=prompt)
print(Asks().chat("p").id)
@register
def show(other):
    reply = other.chat("x")
    print(reply["choices"])
@register
def look(choice):
    return choice.finish_reason
>>>
import openai
from lib import register
class Asks:
    def chat(self, prompt):
        return openai.completions.create(model="m", prompt=prompt)
print(Asks().chat("p").id)
@register
def show(other):
    reply = other.chat("x")
    print(reply["choices"])
@register
def look(choice):
    return choice.finish_reason
--- what may be its response elsewhere, beside a call that no fix changes [unsafe]
import openai, store
def ask(prompt):
    reply = openai.Completion.create(model="m", prompt=prompt)
    store.keep(reply if prompt else store.last())
    return reply.choices[0].text
def load():
    return store.last()["choices"]
def edit():
    return openai.Edit.create(model="m", input="a", instruction="b")
>>>
left: has no exact counterpart
import openai, store
def ask(prompt):
    reply = openai.completions.create(model="m", prompt=prompt)
    store.keep(reply if prompt else store.last())
    return reply.choices[0].text
def load():
    return store.last()["choices"]
def edit():
    return openai.Edit.create(model="m", input="a", instruction="b")
--- what may be its response elsewhere, and raises nothing [unsafe]
import openai
from lib import register
class Asks:
    def chat(self, prompt):
        return openai.Completion.create(model="m", prompt=prompt)
print(Asks().chat("p").id)
@register
def show(other):
    reply = other.chat("x")
    print("choices" in reply)
@register
def look(choice):
    return choice.finish_reason
>>>
left: may be the response which chat() gives
--- under a name that may be something else, and returned
import openai
from other import other
def ask(prompt):
    if prompt:
        reply = openai.Completion.create(model="m", prompt=prompt)
    else:
        reply = other()
    print(reply.model)
    return reply
print(ask("x")["choices"])
>>>
left: is an object today
--- under a name that may be something else, and under another one
import openai
from other import other
def ask(prompt):
    if prompt:
        reply = openai.Completion.create(model="m", prompt=prompt)
        print(reply.id)
    else:
        reply = other()
    again = reply
    return again["choices"]
>>>
import openai
from other import other
def ask(prompt):
    if prompt:
        reply = openai.completions.create(model="m", prompt=prompt).to_dict()
        print(reply["id"])
    else:
        reply = other()
    again = reply
    return again["choices"]
--- under a name that may be something else, and written as JSON
import openai
import json
from other import other
def ask(prompt):
    if prompt:
        reply = openai.Completion.create(model="m", prompt=prompt)
        print(reply.id)
    else:
        reply = other()
    print(reply.model)
    return json.dumps({"reply": reply})
>>>
left: this is read as a dict, and may be the response kept under another name in line 6
"""


@examples(NAMES, header="import openai\n")
def test_names(before, expected, settings):
    check(before, expected, **settings)


def test_a_resource_that_a_class_hands_on_goes_with_what_reads_its_responses():
    base = """
        class Model:
            endpoint = None
            def ask(self, **given):
                return self.read(self.request(**given))
            def request(self, **given):
                return self.endpoint.create(**given)
        """
    chat = """
        import openai
        from base import Model
        class Text(Model):
            endpoint = openai.Completion
            def read(self, reply):
                return reply["choices"][0]["text"]
        """
    azure = """
        import openai
        from chat import Text
        class Azure(Text):
            def __init__(self, name):
                self.options = {"engine": name, "api_type": "azure", "api_base": "https://a.example", "api_version": "v"}
            def ask(self, **given):
                return super().ask(**self.options, **given)
            def request(self, **given):
                return openai.Completion.create(**given)
        """
    main = """
        from azure import Azure
        from chat import Text
        print(Text().ask(model="m", prompt="p"), Azure("e").ask(prompt="p"))
        """
    files = {"base.py": base, "chat.py": chat, "azure.py": azure, "main.py": main}
    after = run({name: textwrap.dedent(text) for name, text in files.items()})["chat.py"].after
    assert (b"openai.completions" in after) == (b".choices[0].text" in after)


def test_a_resource_that_is_handed_to_a_file_whose_call_gives_what_is_read_as_a_dict():
    base = """
        from reader import text_of
        class Model:
            endpoint = None
            def ask(self, **given):
                return text_of(self.endpoint.create(**given))
        """
    reader = """
        import json
        def text_of(reply):
            return reply["choices"][0]["text"]
        def cached(text):
            return text_of(json.loads(text))
        """
    chat = """
        import openai
        from base import Model
        class Text(Model):
            endpoint = openai.Completion
        print(Text().ask(model="m", prompt="p"))
        """
    held({"base.py": base, "reader.py": reader, "chat.py": chat}, "is read as a dict in reader.py, line 4")


WRITTEN = """import json
import openai
import store
def show(place, unit):
    info = {"place": place, "unit": [unit]}
    BODY
    return json.dumps(info)
def main(message):
    history = store.get("history")
    history.append(openai.Completion.create(model="m", prompt="p"))
    print(message.usage, show(json.loads("{}")["x"], "a"))
"""
"""A program that writes a dict of its own, beside a response that is kept by others."""
MAY_HOLD = """
info["more"] = store.get("y")
info.update(store.get("y"))
info |= store.get("y")
info = {**info, **store.get("y")}
store.fill(info)
store.more([info])
store.x = info
setattr(store, "x", info)
other = info; other["z"] = store.get("a")
info["unit"].append(store.get("b"))
info.setdefault("l", []).append(store.get("a"))
info["l"] = l = []; l.append(store.get("z"))
info["q"] = [store.get(c) for c in "ab"]
for one in [info]: one["q"] = store.get("z")
"""


def test_a_dict_of_the_programs_own_that_is_written():
    assert b"openai.completions.create" in run({"app.py": WRITTEN.replace("BODY", "pass")})["app.py"].after
    for line in MAY_HOLD.strip().splitlines():
        assert b"openai.Completion.create" in run({"app.py": WRITTEN.replace("BODY", line)})["app.py"].after, line


SERIALISED = """import json, os, openai, store
STREAM = os.environ.get("S") == "1"
def talk(messages):
    response = openai.ChatCompletion.create(model="m", messages=messages, stream=STREAM)
    if not STREAM:
        box = {PUT}
        BODY
        return json.dumps(box)
"""
"""A response, or a stream, that is put into a dict which is only serialised."""


def test_a_dict_that_is_only_serialised_is_given_dicts():
    def after(put: str, body: str = "pass") -> str:
        (found,) = run({"app.py": SERIALISED.replace("PUT", put).replace("BODY", body)}).values()
        return found.after.decode()

    assert 'box = {"r": response.to_dict(), "m": response.model}' in after('"r": response, "m": response.model')
    assert '{"r": [response.to_dict()], "u": response.usage.to_dict()}' in after('"r": [response], "u": response["usage"]')
    for left in ('print(box["r"].usage)', "store.keep(box)", 'box["x"] = 1', "print(box)", "other = box"):
        assert "openai.ChatCompletion.create" in after('"r": response', left), left
