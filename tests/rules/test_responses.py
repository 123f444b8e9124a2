"""OAI112 to OAI117: what is found, and what is near it and right."""

from __future__ import annotations

import pytest
from values.given import GIVEN, check_with

from examples import examples, lint

SUBSCRIPTS = r"""
--- a chain is one finding
r = chat.create()
print(r["choices"][0]["message"]["content"])  # OAI112:7
--- a chain at once
print(chat.create()["choices"][0]["message"]["content"])  # OAI112:7
--- attributes first, then a subscript
r = chat.create()
print(r.choices[0].message["content"])  # OAI112:7
--- a subscript first, then attributes
r = chat.create()
print(r["choices"][0].message.content)  # OAI112:7
--- a method of the text behind
r = chat.create()
text = r["choices"][0]["message"]["content"].strip().split("x")[0]  # OAI112:8
--- two chains in a line
r = chat.create()
f(r["id"], r["model"])  # OAI112:3 OAI112:12
--- usage
r = chat.create()
total = r["usage"]["total_tokens"]  # OAI112:9
--- completions
r = client.completions.create()
print(r["choices"][0]["text"])  # OAI112:7
--- embeddings
r = client.embeddings.create()
v = r["data"][0]["embedding"][3]  # OAI112:5
--- images
print(client.images.generate()["data"][0]["url"])  # OAI112:7
--- moderations
print(client.moderations.create()["results"][0]["flagged"])  # OAI112:7
--- transcriptions
t = client.audio.transcriptions.create()
print(t["text"])  # OAI112:7
--- files
print(client.files.create()["id"], client.files.list()["data"])  # OAI112:7 OAI112:36
--- responses
print(client.responses.create()["output"])  # OAI112:7
--- the module's client
print(openai.chat.completions.create()["id"])  # OAI112:7
--- function calls
r = chat.create()
m = r["choices"][0]["message"]  # OAI112:5
if m.get("function_call"):  # OAI113:4
    name = m["function_call"]["name"]  # OAI112:12
--- a store
r = chat.create()
r["id"] = 1  # OAI112:1
--- a store deep
r = chat.create()
r.choices[0].message["content"] = "x"  # OAI112:1
--- a store into an attribute of what a subscript gave
r = chat.create()
r["choices"][0].text = "x"  # OAI112:1
--- an augmented store
r = chat.create()
r["usage"]["total_tokens"] += 1  # OAI112:1
--- a delete
r = chat.create()
del r["id"]  # OAI112:5
--- a delete deep
r = chat.create()
del r.choices[0].message["content"]  # OAI112:5
--- an f-string
r = chat.create()
print(f"{r['id']}")  # OAI112:10
--- two in an f-string
r = chat.create()
print(f"{r['id']} and {r['model']!r:>{r['x']}}")  # OAI112:10 OAI112:24 OAI112:39
--- percent and format
r = chat.create()
print("%s" % r["id"], "{}".format(r["id"]))  # OAI112:14 OAI112:35
--- a key that is a variable
r = chat.create()
print(r[key])  # OAI112:7
--- a key in a loop
r = chat.create()
for key in ("id", "model"):
    print(r[key])  # OAI112:11
--- the key of a tuple
r = chat.create()
print(r["a", "b"])  # OAI112:7
--- over two lines
r = chat.create()
print(r  # OAI112:7
      ["id"])
--- two stars in a call
r = chat.create()
f(**r)  # OAI112:5
--- two stars in a dict
r = chat.create()
d = {**r, "x": 1}  # OAI112:8
--- two stars, a part
r = chat.create()
f(**r.choices[0].message)  # OAI112:5
--- a mapping pattern
r = chat.create()
match r:
    case {"id": x}:  # OAI112:10
        print(x)
--- mapping patterns are one each
match chat.create():
    case {"error": x}:  # OAI112:10
        pass
    case {"id": x}:  # OAI112:10
        pass
--- itemgetter called on it
import operator
r = chat.create()
print(operator.itemgetter("id")(r))  # OAI112:7
--- itemgetter as the key
from operator import itemgetter
data = sorted(client.embeddings.create().data, key=itemgetter("index"))  # OAI112:52
--- itemgetter as the key of sort
from operator import itemgetter
data = client.embeddings.create().data
data.sort(key=itemgetter("index"))  # OAI112:15
--- itemgetter as the key of min and max
from operator import itemgetter
data = client.embeddings.create().data
print(min(data, key=itemgetter("index")), max(data, key=itemgetter("index")))  # OAI112:21 OAI112:57
--- itemgetter mapped
from operator import itemgetter
texts = list(map(itemgetter("text"), chat.create().choices))  # OAI112:18
--- itemgetter in groupby
from operator import itemgetter
import itertools
for k, g in itertools.groupby(chat.create().choices, key=itemgetter("text")):  # OAI112:58
    print(k)
--- itemgetter of several
from operator import itemgetter
a, b = itemgetter("id", "model")(chat.create())  # OAI112:8
--- itemgetter under a name
from operator import itemgetter
get = itemgetter("id")  # OAI112:7
print(get(chat.create()))
--- near: itemgetter of dicts
from operator import itemgetter
data = sorted(rows, key=itemgetter("index"))
d = itemgetter("id")(chat.create().model_dump())
--- near: itemgetter with a number of a list
from operator import itemgetter
print(itemgetter(0)(chat.create().choices))
--- near: itemgetter with a number, of pairs
from operator import itemgetter
data = sorted([(d.index, d) for d in client.embeddings.create().data], key=itemgetter(0))
--- near: model_dump
r = chat.create()
print(r.model_dump()["choices"][0]["message"]["content"])
d = r.model_dump()
print(d["id"], d.get("id"), "id" in d, len(d), {**d})
--- near: to_dict
r = chat.create()
print(r.to_dict()["id"])
--- near: dict of it
r = chat.create()
print(r.dict()["id"])
--- near: json
import json
r = chat.create()
print(json.loads(r.model_dump_json())["id"], json.loads(r.to_json())["id"], json.loads(r.json())["id"])
--- near: raw responses
raw = client.chat.completions.with_raw_response.create()
print(raw.headers["x-request-id"])
r = raw.parse()
print(r["id"])
--- near: streaming responses
with client.chat.completions.with_streaming_response.create() as s:
    print(s.headers["x"])
--- near: requests
import requests, httpx
print(requests.post("u").json()["choices"][0], httpx.get("u").json()["id"])
--- near: the content is JSON
import json
r = chat.create()
d = json.loads(r.choices[0].message.content)
print(d["x"])
--- near: arguments of tool calls
import json
for call in chat.create().choices[0].message.tool_calls:
    args = json.loads(call.function.arguments)
    print(args["x"], call.function.arguments[0])
--- near: lists
r = chat.create()
print(r.choices[0], r.choices[-1], r.choices[1:], r.choices[0].message.content[:3])
--- near: extra fields
r = chat.create()
print(r.model_extra["x"], r.model_fields_set)
--- near: fields that no model has
r = chat.create()
print(r.choices[0].message.context["citations"], r.choices[0].message.reasoning_details[0]["text"])
--- near: top_logprobs of completions are dicts
r = client.completions.create()
print(r.choices[0].logprobs.top_logprobs[0]["token"], r.choices[0].logprobs.tokens[0])
--- near: metadata is a dict
print(client.batches.retrieve("b").metadata["x"])
--- near: text as answer
t = client.audio.transcriptions.create(response_format="text")
print(t[0])
--- near: a format that is not known
t = client.audio.transcriptions.create(response_format=f)
print(t["text"])
--- near: contents of files
print(client.files.content("f").text[0], client.files.content("f").content[0])
--- near: the request
messages = [{"role": "user"}]
print(messages[0]["role"])
r = chat.create(messages=messages)
print(messages[0]["content"])
--- near: other clients
from anthropic import Anthropic
print(Anthropic().messages.create()["id"])
--- near: litellm
import litellm
print(litellm.completion()["choices"])
--- near: a mapping pattern on a dict
match chat.create().model_dump():
    case {"id": x}:
        print(x)
--- near: a class pattern
match chat.create():
    case object(id=x):
        print(x)
--- near: two stars of a dict
r = chat.create()
f(**r.model_dump())
--- near: both versions, by TypeError
r = chat.create()
try:
    t = r["choices"][0]["text"]
except TypeError:
    t = r.choices[0].text
--- near: both versions, by TypeError and more
r = chat.create()
try:
    t = r["choices"][0]["text"]
except (TypeError, KeyError):
    t = r.choices[0].text
--- near: both versions, by hasattr
r = chat.create()
if hasattr(r, "choices"):
    t = r.choices[0].text
else:
    t = r["choices"][0]["text"]
--- near: both versions, by hasattr in an expression
r = chat.create()
t = r.choices if hasattr(r, "choices") else r["choices"]
--- near: both versions, by isinstance
def text(r):
    if isinstance(r, dict):
        return r["choices"]
    return r.choices
text(chat.create())
text(load())
--- near: both versions, by the version
import openai
if openai.__version__.startswith("0."):
    r = openai.ChatCompletion.create()
    t = r["choices"]
else:
    r = openai.chat.completions.create()
    t = r.choices
--- near: an attempt that suppresses
import contextlib
r = chat.create()
with contextlib.suppress(TypeError):
    print(r["id"])
"""

METHODS = r"""
--- get
r = chat.create()
print(r.get("id"))  # OAI113:7
--- get with a default
r = chat.create()
print(r.get("id", ""))  # OAI113:7
--- get with None
r = chat.create()
print(r.get("id", None))  # OAI113:7
--- get behind attributes
for chunk in chat.create(stream=True):
    print(chunk.choices[0].delta.get("content", ""), end="")  # OAI113:11
--- get behind a subscript is one with it
for chunk in chat.create(stream=True):
    print(chunk["choices"][0]["delta"].get("content", ""))  # OAI112:11
--- get behind get
r = chat.create()
print(r.get("usage").get("total_tokens"))  # OAI113:7
--- get, then a subscript
r = chat.create()
print(r.get("usage")["total_tokens"])  # OAI112:7
--- get with a key that is not known
r = chat.create()
print(r.get(key))  # OAI113:7
--- in
r = chat.create()
if "usage" in r:  # OAI113:4
    pass
--- not in
r = chat.create()
if "usage" not in r:  # OAI113:4
    pass
--- in a delta
for chunk in chat.create(stream=True):
    if "content" in chunk.choices[0].delta:  # OAI113:8
        pass
--- in behind a subscript
r = chat.create()
if "content" in r["choices"][0]:  # OAI113:4 OAI112:17
    pass
--- keys, values, items
r = chat.create()
print(r.keys(), r.values())  # OAI113:7 OAI113:17
for k, v in r.items():  # OAI113:13
    print(k, v)
--- pop, update, setdefault, popitem, clear
r = chat.create()
r.pop("id")  # OAI113:1
r.update({"a": 1})  # OAI113:1
r.setdefault("a", 1)  # OAI113:1
r.popitem()  # OAI113:1
r.clear()  # OAI113:1
--- len
r = chat.create()
print(len(r))  # OAI113:7
--- len of a page
print(len(client.models.list()))  # OAI113:7
--- to_dict_recursive
r = chat.create()
print(r.to_dict_recursive())  # OAI113:7
--- to_dict_recursive of a part
r = chat.create()
m = r.choices[0].message.to_dict_recursive()  # OAI113:5
--- iteration
r = chat.create()
for key in r:  # 0.x: OAI113:12
    print(key)
--- dict
r = chat.create()
d = dict(r)  # 0.x: OAI113:10
--- isinstance
r = chat.create()
assert isinstance(r, dict)  # 0.x: OAI113:19
--- what a gone call gave, read as its replacement gives it
import openai
jobs = openai.FineTune.list()  # OAI102:8
for job in jobs["data"]:  # OAI112:12
    print(job.get("status"), openai.Engine.list()["data"][0]["id"])  # OAI102:30 OAI112:30 OAI113:11
--- deployments
import openai
for deployment in openai.Deployment.list().data:  # OAI102:19
    if "status" in deployment and deployment["status"] == "succeeded":  # OAI112:35 OAI113:8
        print(deployment.get("id"))  # OAI113:15
--- near: what takes the place has another form
import openai
print(openai.File.download("x")["a"], openai.File.wait_for_processing("x")["b"])  # OAI102:7 OAI102:39
--- near: get of a dict
r = chat.create()
print(r.model_dump().get("id"), r.to_dict().get("id", 1))
for k, v in r.model_dump().items():
    print(k, v)
--- near: in the text
r = chat.create()
if "x" in r.choices[0].message.content:
    print(len(r.choices[0].message.content))
--- near: in a list
r = chat.create()
if x in r.choices:
    print(len(r.choices))
--- near: len of the data of a page
print(len(client.models.list().data), len(list(client.models.list())))
--- near: methods that are there
r = chat.create()
print(r.model_copy(), r.copy(), r.model_dump_json(), r.to_json(), r.model_dump(exclude_unset=True))
--- near: get of headers
raw = client.chat.completions.with_raw_response.create()
print(raw.headers.get("x"))
--- near: get of other things
import requests, os
print(requests.get("u").json().get("id"), os.environ.get("X"), {}.get("x"))
--- near: pop of a list
choices = chat.create().choices
print(choices.pop().message.content)
--- near: update and pop of keyword arguments
kwargs = {"model": "m"}
kwargs.update(n=1)
kwargs.pop("n")
r = chat.create(**kwargs)
print(kwargs.get("model"))
--- near: metadata
print(client.batches.retrieve("b").metadata.get("x"))
--- near: both versions, by AttributeError
r = chat.create()
try:
    u = r.get("usage")
except AttributeError:
    u = r.usage
--- near: both versions, by isinstance
r = chat.create()
u = r.get("usage") if isinstance(r, dict) else r.usage  # 0.x: OAI113:34
--- near: both versions, by hasattr
r = chat.create()
u = r.to_dict_recursive() if hasattr(r, "to_dict_recursive") else r.model_dump()
--- near: both versions, by hasattr of get
r = chat.create()
if hasattr(r, "get"):
    u = r.get("usage")
--- near: getattr
r = chat.create()
print(getattr(r, "usage", None), getattr(r, "id"))
"""

SERIALISERS = r"""
--- json.dumps
import json
print(json.dumps(chat.create()))  # OAI114:18
--- json.dumps of a name
import json
r = chat.create()
print(json.dumps(r, indent=2))  # OAI114:18
--- json.dump
import json
json.dump(chat.create(), f)  # OAI114:11
--- dumps imported
from json import dumps
print(dumps(chat.create()))  # OAI114:13
--- a part
import json
print(json.dumps(chat.create().choices[0].message))  # OAI114:18
--- a list of parts
import json
print(json.dumps(chat.create().choices))  # OAI114:18
--- within a dict
import json
r = chat.create()
print(json.dumps({"response": r, "n": 1}))  # OAI114:31
--- within a list
import json
r = chat.create()
print(json.dumps([r, r.choices]))  # OAI114:19 OAI114:22
--- deep within
import json
r = chat.create()
print(json.dumps({"a": [{"b": r.usage}]}))  # OAI114:31
--- a comprehension
import json
print(json.dumps([c.message for c in chat.create().choices]))  # OAI114:18
--- yaml
import yaml
print(yaml.dump(chat.create()), yaml.safe_dump(chat.create()))  # OAI114:17 OAI114:48
--- a default that makes a text of what was a dict
import json
r = chat.create()
print(json.dumps(r, default=str), json.dumps({"u": r.usage}, default=str))  # 0.x: OAI114:18 OAI114:52
print(json.dumps([c.message for c in r.choices], default=str))  # 0.x: OAI114:18
--- near: a default that may know what to do
import json
r = chat.create()
print(json.dumps(r, default=lambda o: o.to_dict()), json.dumps({"r": r}, default=encode))
--- orjson, ujson, simplejson
import orjson, ujson, simplejson
orjson.dumps(chat.create())  # OAI114:14
ujson.dumps(chat.create())  # OAI114:13
simplejson.dumps(chat.create())  # OAI114:18
--- flask
from flask import jsonify
def view():
    return jsonify(chat.create())  # OAI114:20
--- format_map
r = chat.create()
print("{id}".format_map(r))  # OAI114:25
--- format with stars
r = chat.create()
print("{id}".format(**r))  # OAI112:23
--- a subscript within
import json
r = chat.create()
print(json.dumps(r["choices"]))  # OAI112:18 OAI114:18
--- the text is parsed
import json
r = chat.create()
print(json.loads(str(r)))  # 0.x: OAI114:18
--- the text of a part
import json
r = chat.create()
print(json.loads(str(r.choices[0].message)))  # 0.x: OAI114:18
--- the text under a name
import json
r = chat.create()
text = str(r)  # 0.x: OAI114:8
print(json.loads(text))
--- the text that a function gives
import json
def ask():
    return str(chat.create())  # 0.x: OAI114:12
print(json.loads(ask()))
--- an f-string of it alone
import json
r = chat.create()
print(json.loads(f"{r}"), json.loads(f"{r!s}"))  # 0.x: OAI114:18 OAI114:38
--- the method behind str
import json
r = chat.create()
print(json.loads(r.__str__()))  # 0.x: OAI114:18
--- other parsers
import ast, yaml
r = chat.create()
print(ast.literal_eval(str(r)))  # 0.x: OAI114:24
print(eval(str(r)))  # 0.x: OAI114:12
print(yaml.safe_load(str(r)))  # 0.x: OAI114:22
--- the text of an item
import json
for choice in chat.create().choices:
    print(json.loads(str(choice)))  # 0.x: OAI114:22
--- near: the text is shown
r = chat.create()
print(str(r), f"{r}")
--- near: the text of what was parsed
import json
r = json.loads(read())
print(json.loads(str(r)))
--- near: the text that the model wrote
import json
r = chat.create()
print(json.loads(r.choices[0].message.content), json.loads(str(r.choices[0].message.content)))
--- near: more than the response in the text
import json
r = chat.create()
print(json.loads(f'{{"a": "{r}"}}'), json.loads(f"{r!r}"))
--- near: a text that may be another
import json
text = str(chat.create()) if x else read()
print(json.loads(text))
--- near: the text of something else, or of nothing
import json
print(json.loads(str()), json.loads(str(b"{}", "utf-8")))
--- near: a default
import json
print(json.dumps(chat.create(), default=encode))
--- near: a class
import json
print(json.dumps(chat.create(), cls=Encoder))
--- near: stars
import json
print(json.dumps(chat.create(), **options))
--- near: orjson's default by position
import orjson
print(orjson.dumps(chat.create(), str))
--- near: text
import json
r = chat.create()
print(json.dumps(r.choices[0].message.content), json.dumps({"id": r.id, "n": r.usage.total_tokens}))
--- near: model_dump
import json
print(json.dumps(chat.create().model_dump()), json.dumps([c.model_dump() for c in chat.create().choices]))
--- near: vectors
import json
print(json.dumps([d.embedding for d in client.embeddings.create().data]))
--- near: pickle and str
import pickle
r = chat.create()
pickle.dumps(r)
print(str(r), repr(r), f"{r}")
--- near: FastAPI's encoder
from fastapi.encoders import jsonable_encoder
import json
print(json.dumps(jsonable_encoder(chat.create())))
--- near: format_map of a dict
print("{id}".format_map(chat.create().model_dump()))
--- near: another json
from elsewhere import json
print(json.dumps(chat.create()))
--- near: both versions
import json
r = chat.create()
try:
    t = json.dumps(r)
except TypeError:
    t = r.model_dump_json()
"""

PAGES = r"""
--- a list of jobs
for job in client.fine_tuning.jobs.list().auto_paging_iter():  # OAI115:12
    print(job.id)
--- under a name
page = client.models.list()
for m in page.auto_paging_iter():  # OAI115:10
    print(m["id"])  # OAI112:11
--- the legacy call
import openai
for m in openai.Model.list().auto_paging_iter():  # OAI102:10 OAI115:10
    print(m["id"])  # OAI112:11
--- in a comprehension
ids = [m.id for m in client.files.list().auto_paging_iter()]  # OAI115:22
--- near: stripe
import stripe
for c in stripe.Customer.list().auto_paging_iter():
    print(c["id"])
--- near: iteration
for m in client.models.list():
    print(m.id)
--- near: pages one by one
page = client.models.list()
while page.has_next_page():
    page = page.get_next_page()
    print(page.data[0].id)
"""

ASYNC = r"""
--- await on a sync client
async def f():
    r = await chat.create()  # OAI116:9
--- await on a sync client, a stream
async def f():
    for c in await chat.create(stream=True):  # OAI116:14
        print(c)
--- await on the module's client
async def f():
    r = await openai.chat.completions.create()  # OAI116:9
--- await on a client of self
class Bot:
    def __init__(self):
        self.client = OpenAI()
    async def f(self):
        return await self.client.chat.completions.create()  # OAI116:16
--- no await, the result is used
def f():
    r = achat.create()
    print(r.choices[0])  # OAI116:11
--- no await, subscripted
def f():
    print(achat.create()["choices"])  # OAI116:11
--- no await, at once
def f():
    print(achat.create().choices)  # OAI116:11
--- no await, dropped
async def f():
    achat.create()  # OAI116:5
--- no await, async for
async def f():
    async for c in achat.create(stream=True):  # OAI116:20
        print(c)
--- no await, for
def f():
    for c in achat.create(stream=True):  # OAI116:14
        print(c)
--- for over an async stream
async def f():
    for c in await achat.create(stream=True):  # OAI116:14
        print(c)
--- for over an async stream under a name
async def f():
    s = await achat.create(stream=True)
    for c in s:  # OAI116:14
        print(c)
--- async for over a sync stream
async def f():
    async for c in chat.create(stream=True):  # OAI116:20
        print(c)
--- async comprehension over a sync stream
async def f():
    return [c async for c in chat.create(stream=True)]  # OAI116:30
--- for over an async page
def f():
    for m in aclient.models.list():  # OAI116:14
        print(m)
--- async for over a sync page
async def f():
    async for m in client.models.list():  # OAI116:20
        print(m)
--- await on a sync page
async def f():
    page = await client.models.list()  # OAI116:12
--- await in an assertion
async def f():
    assert (await chat.create()).id  # OAI116:13
--- asyncio.run of a sync call
import asyncio
asyncio.run(chat.create())
--- await on a sync Azure client
async def f():
    c = openai.AzureOpenAI(api_version="2024-10-21", azure_endpoint="https://x.openai.azure.com")
    await c.chat.completions.create()  # OAI116:5
--- near: await on an async client
async def f():
    return await achat.create()
--- near: async Azure
async def f():
    c = openai.AsyncAzureOpenAI(api_version="2024-10-21", azure_endpoint="https://x.openai.azure.com")
    await c.chat.completions.create()
--- near: returned
def f():
    return achat.create()
--- near: yielded
def f():
    yield achat.create()
--- near: gather
import asyncio
async def f():
    await asyncio.gather(achat.create(), achat.create())
    await asyncio.gather(*[achat.create() for _ in range(3)])
    await asyncio.gather(*(achat.create() for _ in range(3)))
--- near: tasks
import asyncio
async def f():
    t = asyncio.create_task(achat.create())
    loop.create_task(achat.create())
    asyncio.ensure_future(achat.create())
    await asyncio.wait_for(achat.create(), 3)
    await t
--- near: a list of coroutines
async def f():
    cs = [achat.create()]
    cs.append(achat.create())
    for c in cs:
        await c
--- near: awaited later
async def f():
    c = achat.create()
    r = await c
    print(r.id)
--- near: one or the other
async def f(fast):
    c = achat.create() if fast else achat.create(n=2)
    r = await c
    print(r.id)
--- near: asyncio.run
import asyncio
asyncio.run(achat.create())
asyncio.get_event_loop().run_until_complete(achat.create())
--- near: a lambda
make = lambda: achat.create()
--- near: an argument
def f():
    wrap(achat.create())
    wrap(coroutine=achat.create())
--- near: async for over an async stream
async def f():
    async for c in await achat.create(stream=True):
        print(c)
--- near: async for over an async page
async def f():
    async for m in aclient.models.list():
        print(m)
--- near: an awaited page
async def f():
    page = await aclient.models.list()
    print(page.data)
    for m in page.data:
        print(m)
--- near: async with streaming
async def f():
    async with aclient.chat.completions.with_streaming_response.create() as s:
        print(await s.parse())
--- near: beta streams are managers
async def f():
    async with aclient.beta.chat.completions.stream() as s:
        async for e in s:
            print(e)
--- near: either client
async def f(asynchronous):
    c = AsyncOpenAI() if asynchronous else OpenAI()
    r = c.chat.completions.create()
    if asynchronous:
        r = await r
    return r
--- near: a parameter decides which client it is
def make(asynchronous=False):
    if asynchronous:
        return AsyncOpenAI()
    return OpenAI()
def talk():
    for c in make().chat.completions.create(stream=True):
        print(c.id)
    made = make()
    for c in made.chat.completions.create(stream=True):
        print(c.id)
async def atalk():
    async for c in await make(True).chat.completions.create(stream=True):
        print(c.id)
--- near: a parameter decides, in a method
class Bot:
    def client(self, asynchronous):
        return AsyncOpenAI() if asynchronous else OpenAI()
    def talk(self):
        for c in self.client(False).chat.completions.create(stream=True):
            print(c.id)
--- near: an attribute that is one client or the other
class Bot:
    def __init__(self, asynchronous):
        self.client = AsyncOpenAI() if asynchronous else OpenAI()
    def talk(self):
        return [c.id for c in self.client.chat.completions.create(stream=True)]
    async def atalk(self):
        return [c.id async for c in await self.client.chat.completions.create(stream=True)]
    def models(self):
        for m in self.client.models.list():
            print(m)
    async def amodels(self):
        async for m in self.client.models.list():
            print(m)
--- near: a table of clients
CLIENTS = [OpenAI(), AsyncOpenAI()]
def talk(kind):
    for c in CLIENTS[kind].chat.completions.create(stream=True):
        print(c.id)
--- near: a parameter that takes either client
def talk(client: OpenAI | AsyncOpenAI):
    for c in client.chat.completions.create(stream=True):
        print(c.id)
--- near: a method of either client, on Azure too
def talk(asynchronous):
    either = openai.AsyncAzureOpenAI(api_version=v, azure_endpoint=e) if asynchronous else client
    create = either.chat.completions.create
    for c in create(stream=True):
        print(c.id)
--- two async clients, of which a parameter decides
def make(azure=False):
    if azure:
        return openai.AsyncAzureOpenAI(api_version="2024-10-21", azure_endpoint="https://x.openai.azure.com")
    return AsyncOpenAI()
def talk():
    for c in make().chat.completions.create(stream=True):  # OAI116:14
        print(c.id)
async def atalk():
    for c in await make().chat.completions.create(stream=True):  # OAI116:14
        print(c.id)
--- near: inspect.isawaitable
import inspect
async def f(c):
    r = chat.create()
    if inspect.isawaitable(r):
        r = await r
    return r
--- near: a sync client closes itself
async def f():
    client.close()
    await aclient.close()
--- near: a call in a thread
import asyncio
async def f():
    await asyncio.to_thread(chat.create)
    await asyncio.get_running_loop().run_in_executor(None, lambda: chat.create())
--- near: an unknown async decorator
import elsewhere
wrapped = elsewhere.make_async(chat.create)
async def f():
    await wrapped()
--- near: mocks
from unittest.mock import AsyncMock
async def f():
    c = OpenAI()
    c.chat.completions.create = AsyncMock()
    await c.chat.completions.create()
"""

CHOICES = r"""
--- near: asked for with getattr
az = openai.AzureOpenAI(api_version="2024-10-21", azure_endpoint="https://x.openai.azure.com").chat.completions
for c in az.create(stream=True):
    if not getattr(c, "choices", None):
        continue
    print(c.choices[0].delta.content)
--- near: answers from the user's data
az = openai.AzureOpenAI(api_version="2024-10-21", azure_endpoint="https://x.openai.azure.com").chat.completions
for c in az.create(stream=True, extra_body={"data_sources": [source]}):
    print(c.choices[0].delta.content)
def show(stream):
    for c in stream:
        print(c.choices[0].delta.content)
show(az.create(stream=True, extra_body={"data_sources": [source]}))
--- Azure
az = openai.AzureOpenAI(api_version="2024-10-21", azure_endpoint="https://x.openai.azure.com").chat.completions
for c in az.create(stream=True):
    print(c.choices[0].delta.content)  # OAI117:11
--- Azure, under a name
az = openai.AzureOpenAI(api_version="2024-10-21", azure_endpoint="https://x.openai.azure.com").chat.completions
stream = az.create(stream=True)
for c in stream:
    d = c.choices[0].delta  # OAI117:9
    print(d.content)
--- async Azure
az = openai.AsyncAzureOpenAI(api_version="2024-10-21", azure_endpoint="https://x.openai.azure.com").chat.completions
async def f():
    async for c in await az.create(stream=True):
        print(c.choices[0].delta.content)  # OAI117:15
--- a comprehension
az = openai.AzureOpenAI(api_version="2024-10-21", azure_endpoint="https://x.openai.azure.com").chat.completions
t = [c.choices[0].delta.content for c in az.create(stream=True)]  # OAI117:6
--- the finish reason
az = openai.AzureOpenAI(api_version="2024-10-21", azure_endpoint="https://x.openai.azure.com").chat.completions
for c in az.create(stream=True):
    if c.choices[0].finish_reason:  # OAI117:8
        break
--- the module
import openai
openai.api_type = "azure"
for c in openai.chat.completions.create(stream=True):
    print(c.choices[0].delta.content)  # OAI117:11
--- either client
if x:
    c = openai.AzureOpenAI(api_version="2024-10-21", azure_endpoint="https://x.openai.azure.com")
else:
    c = OpenAI()
for k in c.chat.completions.create(stream=True):
    print(k.choices[0].delta.content)  # OAI117:11
--- a subscript is OAI112
az = openai.AzureOpenAI(api_version="2024-10-21", azure_endpoint="https://x.openai.azure.com").chat.completions
for c in az.create(stream=True):
    print(c["choices"][0]["delta"])  # OAI117:11 OAI112:11
--- a legacy stream on Azure
import openai
openai.api_type = "azure"  # OAI306:1
for c in openai.ChatCompletion.create(engine="e", stream=True):  # OAI102:10 OAI110:39
    print(c["choices"][0]["delta"])  # OAI112:11 OAI117:11
--- guarded later is too late
az = openai.AzureOpenAI(api_version="2024-10-21", azure_endpoint="https://x.openai.azure.com").chat.completions
for c in az.create(stream=True):
    print(c.choices[0].delta.content)  # OAI117:11
    if c.choices:
        pass
--- a condition on something else
az = openai.AzureOpenAI(api_version="2024-10-21", azure_endpoint="https://x.openai.azure.com").chat.completions
for c in az.create(stream=True):
    if verbose:
        print(c.choices[0].delta.content)  # OAI117:15
--- near: not on Azure
for c in chat.create(stream=True):
    print(c.choices[0].delta.content)
--- near: no stream
az = openai.AzureOpenAI(api_version="2024-10-21", azure_endpoint="https://x.openai.azure.com").chat.completions
print(az.create().choices[0].message.content)
--- near: guards
az = openai.AzureOpenAI(api_version="2024-10-21", azure_endpoint="https://x.openai.azure.com").chat.completions
for c in az.create(stream=True):
    if c.choices:
        print(c.choices[0].delta.content)
for c in az.create(stream=True):
    if len(c.choices) > 0:
        print(c.choices[0].delta.content)
for c in az.create(stream=True):
    if not c.choices:
        continue
    print(c.choices[0].delta.content)
for c in az.create(stream=True):
    if len(c.choices) == 0:
        continue
    print(c.choices[0].delta.content)
for c in az.create(stream=True):
    if c.choices and c.choices[0].delta.content:
        print(c.choices[0].delta.content)
for c in az.create(stream=True):
    if c.choices != []:
        print(c.choices[0].delta.content)
for c in az.create(stream=True):
    if bool(c.choices):
        print(c.choices[0].delta.content)
--- near: guards in expressions
az = openai.AzureOpenAI(api_version="2024-10-21", azure_endpoint="https://x.openai.azure.com").chat.completions
for c in az.create(stream=True):
    t = c.choices[0].delta.content if c.choices else ""
for c in az.create(stream=True):
    t = c.choices and c.choices[0].delta.content
for c in az.create(stream=True):
    t = not c.choices or c.choices[0].delta.content
t = [c.choices[0].delta.content for c in az.create(stream=True) if c.choices]
t = "".join(c.choices[0].delta.content or "" for c in az.create(stream=True) if len(c.choices) > 0)
--- near: IndexError
az = openai.AzureOpenAI(api_version="2024-10-21", azure_endpoint="https://x.openai.azure.com").chat.completions
for c in az.create(stream=True):
    try:
        print(c.choices[0].delta.content)
    except IndexError:
        pass
for c in az.create(stream=True):
    try:
        print(c.choices[0].delta.content)
    except (AttributeError, IndexError):
        pass
for c in az.create(stream=True):
    try:
        print(c.choices[0].delta.content)
    except Exception:
        pass
--- near: suppress
import contextlib
az = openai.AzureOpenAI(api_version="2024-10-21", azure_endpoint="https://x.openai.azure.com").chat.completions
for c in az.create(stream=True):
    with contextlib.suppress(IndexError):
        print(c.choices[0].delta.content)
--- near: a loop over the choices
az = openai.AzureOpenAI(api_version="2024-10-21", azure_endpoint="https://x.openai.azure.com").chat.completions
for c in az.create(stream=True):
    for choice in c.choices:
        print(choice.delta.content)
--- near: the choices under a name
az = openai.AzureOpenAI(api_version="2024-10-21", azure_endpoint="https://x.openai.azure.com").chat.completions
for c in az.create(stream=True):
    choices = c.choices
    if choices:
        print(choices[0].delta.content)
for c in az.create(stream=True):
    if choices := c.choices:
        print(choices[0].delta.content)
--- near: while
az = openai.AzureOpenAI(api_version="2024-10-21", azure_endpoint="https://x.openai.azure.com").chat.completions
for c in az.create(stream=True):
    while c.choices:
        print(c.choices[0].delta.content)
--- near: assert
az = openai.AzureOpenAI(api_version="2024-10-21", azure_endpoint="https://x.openai.azure.com").chat.completions
for c in az.create(stream=True):
    assert c.choices
    print(c.choices[0].delta.content)
--- near: a flag of the guard
az = openai.AzureOpenAI(api_version="2024-10-21", azure_endpoint="https://x.openai.azure.com").chat.completions
for c in az.create(stream=True):
    has = len(c.choices) > 0
    if has:
        print(c.choices[0].delta.content)
"""


@pytest.mark.parametrize("sdk", GIVEN)
@examples(SUBSCRIPTS)
def test_subscripts(source, sdk):
    check_with(source, sdk)


@pytest.mark.parametrize("sdk", GIVEN)
@examples(METHODS)
def test_methods(source, sdk):
    check_with(source, sdk)


@pytest.mark.parametrize("sdk", GIVEN)
@examples(SERIALISERS)
def test_serialisers(source, sdk):
    check_with(source, sdk)


@pytest.mark.parametrize("sdk", GIVEN)
@examples(PAGES)
def test_pages(source, sdk):
    check_with(source, sdk)


@pytest.mark.parametrize("sdk", GIVEN)
@examples(ASYNC)
def test_async(source, sdk):
    check_with(source, sdk)


@pytest.mark.parametrize("sdk", GIVEN)
@examples(CHOICES)
def test_choices(source, sdk):
    check_with(source, sdk)


MESSAGES = {
    'r["choices"][0]["message"]["content"]': "r.choices[0].message.content",
    'r.choices[0]["message"].content': "r.choices[0].message.content",
    'r.get("usage")["total_tokens"]': "r.usage.total_tokens",
    'r["usage"].get("total_tokens", 0)': "r.usage.total_tokens or 0",
    'r.get("id", "")': 'r.id or ""',
    'r.get("id")': "r.id",
    "r[key]": "r.to_dict()[key]",
    'client.models.list()["data"][0]["id"]': "client.models.list().data[0].id",
    'client.completions.create(model="m")["choices"]': "client.completions.create(...).choices",
    '"usage" in r': "r.usage is not None",
    '"usage" not in r': "r.usage is None",
    '"error" in r': 'hasattr(r, "error")',
    '"error" not in r': 'not hasattr(r, "error")',
    'r.get("error")': 'getattr(r, "error", None)',
    'r.get("error", 1)': 'getattr(r, "error", 1)',
    "f(**r)": "**r.to_dict()",
    "r.keys()": "r.to_dict().keys()",
    "r.to_dict_recursive()": "r.to_dict()",
    "len(client.models.list())": "len(client.models.list().data)",
    "json.dumps(r)": "r.to_dict()",
    "yaml.dump(r)": "r.to_dict()",
    "json.dumps(r.choices)": "[item.to_dict() for item in r.choices]",
    "client.files.list().auto_paging_iter()": "iterate over client.files.list()",
    'operator.itemgetter("id")(r)': 'operator.attrgetter("id")',
}
"""An expression → what its message says to write."""


@pytest.mark.parametrize(("expression", "instead"), MESSAGES.items())
def test_messages_say_what_to_write(expression, instead):
    given = GIVEN["current"] + "import json, operator, yaml\nr = chat.create()\n"
    (diagnostic,) = lint(f"{given}print({expression})\n")
    assert instead in diagnostic.message


def test_a_loop_along_a_path_needs_a_dict():
    source = """import openai
node = openai.Completion.create(model="m", prompt="p")
for part in ["choices", 0, "text"]:
    node = node[part]
"""
    (found,) = [one for one in lint(source) if one.line == 4]
    assert found.code == "OAI112"
    assert found.message == (
        "node[part] raises TypeError since openai 1.0, responses are objects; "
        "make a dict of the response first, by to_dict()"
    )
    assert found.replacement is None
