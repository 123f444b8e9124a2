# ruff: noqa: E501
"""Responses that leave our sight, responses that stay dicts, and patches of tests."""

from __future__ import annotations

from fix.given import check, examples

HEADER = "import openai\nr = openai.ChatCompletion.create(model='m', messages=[])\n"
PLAIN = "import openai\n"
THEN = "import openai\nr = openai.chat.completions.create(model='m', messages=[])\n"

ESCAPES = r'''
--- appended to a list, and read as dicts
results = []
results.append(r)
for x in results:
    print(x["choices"][0]["message"]["content"])
>>>
...
results = []
results.append(r)
for x in results:
    print(x.choices[0].message.content)
--- appended to a list of an object
class Log:
    def __init__(self):
        self.rows = []
    def add(self):
        self.rows.append(openai.ChatCompletion.create(model="m", messages=[]))
    def show(self):
        for row in self.rows:
            print(row["choices"][0]["message"]["content"])
>>>
...
class Log:
    def __init__(self):
        self.rows = []
    def add(self):
        self.rows.append(openai.chat.completions.create(model="m", messages=[]))
    def show(self):
        for row in self.rows:
            print(row.choices[0].message.content)
--- appended, and given to somebody
results = []
results.append(r)
save(results)
>>>
...
results = []
results.append(r)
save([item.to_dict() for item in results])
--- appended to a list that holds others, too
rows = [{"choices": []}]
rows.append(r)
for row in rows:
    print(row["choices"])
>>>
...
rows = [{"choices": []}]
rows.append(r.to_dict())
for row in rows:
    print(row["choices"])
--- put into a dict
cache = {}
cache["a"] = r
print(cache["a"]["choices"][0]["message"]["content"])
>>>
...
cache = {}
cache["a"] = r
print(cache["a"].choices[0].message.content)
--- put into a dict of an object
class Cache:
    def __init__(self):
        self.known = {}
    def ask(self, p):
        if p not in self.known:
            self.known[p] = openai.ChatCompletion.create(model="m", messages=p)
        return self.known[p]["choices"][0]["message"]["content"]
>>>
...
class Cache:
    def __init__(self):
        self.known = {}
    def ask(self, p):
        if p not in self.known:
            self.known[p] = openai.chat.completions.create(model="m", messages=p)
        return self.known[p].choices[0].message.content
--- a display
d = {"answer": r, "n": 1}
print(d["answer"]["choices"][0]["message"]["content"])
>>>
...
d = {"answer": r, "n": 1}
print(d["answer"].choices[0].message.content)
--- a tuple
pair = (r, 3)
print(pair[0]["choices"][0]["message"]["content"])
>>>
...
pair = (r, 3)
print(pair[0].choices[0].message.content)
--- a tuple of a function
def ask():
    return openai.ChatCompletion.create(model="m", messages=[]), 3
answer, n = ask()
print(answer["choices"][0]["message"]["content"])
>>>
...
def ask():
    return openai.chat.completions.create(model="m", messages=[]), 3
answer, n = ask()
print(answer.choices[0].message.content)
--- a queue
import queue
import openai
q = queue.Queue()
q.put(openai.ChatCompletion.create(model="m", messages=[]))
print(q.get()["choices"][0]["message"]["content"])
>>>
import queue
import openai
q = queue.Queue()
q.put(openai.chat.completions.create(model="m", messages=[]))
print(q.get().choices[0].message.content)
--- another package's function
from other import save
import openai
save(openai.ChatCompletion.create(model="m", messages=[]))
>>>
from other import save
import openai
save(openai.chat.completions.create(model="m", messages=[]).to_dict())
--- another package's function, a part
from other import save
import openai
r = openai.ChatCompletion.create(model="m", messages=[])
save(r["choices"][0]["message"], r["choices"][0]["message"]["content"], r["choices"])
>>>
from other import save
import openai
r = openai.chat.completions.create(model="m", messages=[])
save(r.choices[0].message.to_dict(), r.choices[0].message.content, [item.to_dict() for item in r.choices])
--- another package's function, and objects are read
from other import save
import openai
save(openai.ChatCompletion.create(model="m", messages=[]))
def load(x):
    return x.choices[0].message.content
>>>
from other import save
import openai
save(openai.chat.completions.create(model="m", messages=[]))
def load(x):
    return x.choices[0].message.content
--- a data frame
import pandas as pd
import openai
df = pd.DataFrame(openai.Embedding.create(model="m", input=["a"])["data"])
>>>
import pandas as pd
import openai
df = pd.DataFrame([item.to_dict() for item in openai.embeddings.create(model="m", input=["a"]).data])
--- a web framework
from flask import Flask, jsonify
import openai
app = Flask(__name__)
@app.route("/")
def ask():
    return jsonify(openai.ChatCompletion.create(model="m", messages=[]))
>>>
from flask import Flask, jsonify
import openai
app = Flask(__name__)
@app.route("/")
def ask():
    return jsonify(openai.chat.completions.create(model="m", messages=[]).to_dict())
--- a web framework, returned
from fastapi import FastAPI
import openai
app = FastAPI()
@app.get("/")
def ask():
    return openai.ChatCompletion.create(model="m", messages=[])
>>>
from fastapi import FastAPI
import openai
app = FastAPI()
@app.get("/")
def ask():
    return openai.chat.completions.create(model="m", messages=[]).to_dict()
--- a callback
def ask(callback):
    callback(openai.ChatCompletion.create(model="m", messages=[]))
def show(answer):
    print(answer["choices"][0]["message"]["content"])
ask(show)
>>>
...
def ask(callback):
    callback(openai.chat.completions.create(model="m", messages=[]))
def show(answer):
    print(answer.choices[0].message.content)
ask(show)
--- a thread pool's results
from concurrent.futures import ThreadPoolExecutor
import openai
with ThreadPoolExecutor() as pool:
    f = pool.submit(openai.Completion.create, model="m", prompt="p")
    print(f.result()["choices"][0]["text"])
>>>
from concurrent.futures import ThreadPoolExecutor
import openai
with ThreadPoolExecutor() as pool:
    f = pool.submit(openai.completions.create, model="m", prompt="p")
    print(f.result().choices[0].text)
--- gathered results
import asyncio
import openai
async def main():
    rs = await asyncio.gather(*[openai.Completion.acreate(model="m", prompt=p) for p in "ab"])
    for r in rs:
        print(r["choices"][0]["text"])
>>>
import asyncio
import openai


def async_openai_client():
    """Make a client of what the module has set now."""
    return openai.AsyncOpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


async def main():
    rs = await asyncio.gather(*[async_openai_client().completions.create(model="m", prompt=p) for p in "ab"])
    for r in rs:
        print(r.choices[0].text)
--- a decorator that keeps results
import functools
import openai
@functools.lru_cache
def ask(p):
    return openai.Completion.create(model="m", prompt=p)
print(ask("a")["choices"][0]["text"])
>>>
import functools
import openai
@functools.lru_cache
def ask(p):
    return openai.completions.create(model="m", prompt=p)
print(ask("a").choices[0].text)
--- a decorator of its own
def twice(f):
    def wrapper(*args):
        f(*args)
        return f(*args)
    return wrapper
@twice
def ask(p):
    return openai.Completion.create(model="m", prompt=p)
print(ask("a")["choices"][0]["text"])
>>>
...
def twice(f):
    def wrapper(*args):
        f(*args)
        return f(*args)
    return wrapper
@twice
def ask(p):
    return openai.completions.create(model="m", prompt=p)
print(ask("a").choices[0].text)
--- a retry of its own
def retry(f, *args, **kw):
    for _ in range(3):
        return f(*args, **kw)
print(retry(openai.Completion.create, model="m", prompt="p")["choices"][0]["text"])
>>>
...
def retry(f, *args, **kw):
    for _ in range(3):
        return f(*args, **kw)
print(retry(openai.completions.create, model="m", prompt="p").choices[0].text)
--- a retry of its own, for several methods
class Bot:
    def retry(self, f, *args, **kw):
        return f(*args, **kw)
    def ask(self):
        r = self.retry(openai.Completion.create, engine="m", prompt="p")
        print(r["choices"][0]["text"])
        print(self.retry(openai.Moderation.create, input="p")["results"][0]["flagged"])
>>>
...
class Bot:
    def retry(self, f, *args, **kw):
        return f(*args, **kw)
    def ask(self):
        r = self.retry(openai.completions.create, model="m", prompt="p")
        print(r.choices[0].text)
        print(self.retry(openai.moderations.create, input="p").results[0].flagged)
--- one of several methods
for method, given in [(openai.Completion.create, {"model": "m", "prompt": "p"}), (openai.Moderation.create, {"input": "a"})]:
    print(sorted(method(**given)))
>>>
...
for method, given in [(openai.completions.create, {"model": "m", "prompt": "p"}), (openai.moderations.create, {"input": "a"})]:
    print(sorted(method(**given).to_dict()))
--- a retry of its own, with arguments without names
def retry(f, *args, **kw):
    return f(*args, **kw)
print(retry(openai.Audio.transcribe, "whisper-1", open("a.mp3", "rb"))["text"])
>>>
...
def retry(f, *args, **kw):
    return f(*args, **kw)
print(retry(openai.Audio.transcribe, "whisper-1", open("a.mp3", "rb"))["text"])
--- an unknown function takes what it gives
def text(x):
    return x["choices"][0]["text"]
def use(handlers):
    for h in handlers:
        h(openai.Completion.create(model="m", prompt="p"))
>>>
...
def text(x):
    return x["choices"][0]["text"]
def use(handlers):
    for h in handlers:
        h(openai.completions.create(model="m", prompt="p").to_dict())
--- pickled and read again
import pickle
import openai
with open("a", "wb") as f:
    pickle.dump(openai.Completion.create(model="m", prompt="p"), f)
with open("a", "rb") as f:
    print(pickle.load(f)["choices"][0]["text"])
>>>
import pickle
import openai
with open("a", "wb") as f:
    pickle.dump(openai.completions.create(model="m", prompt="p").to_dict(), f)
with open("a", "rb") as f:
    print(pickle.load(f)["choices"][0]["text"])
--- a global
answer = None
def ask():
    global answer
    answer = openai.Completion.create(model="m", prompt="p")
def show():
    print(answer["choices"][0]["text"])
>>>
...
answer = None
def ask():
    global answer
    answer = openai.completions.create(model="m", prompt="p")
def show():
    print(answer.choices[0].text)
--- an attribute of something unknown
def ask(self):
    self.answer = openai.Completion.create(model="m", prompt="p")
def show(self):
    print(self.answer["choices"][0]["text"])
>>>
...
def ask(self):
    self.answer = openai.completions.create(model="m", prompt="p").to_dict()
def show(self):
    print(self.answer["choices"][0]["text"])
--- a field of a dataclass
from dataclasses import dataclass
import openai
@dataclass
class Answer:
    raw: dict
a = Answer(raw=openai.Completion.create(model="m", prompt="p"))
print(a.raw["choices"][0]["text"])
>>>
from dataclasses import dataclass
import openai
@dataclass
class Answer:
    raw: dict
a = Answer(raw=openai.completions.create(model="m", prompt="p"))
print(a.raw.choices[0].text)
--- a generator that is handed on
def answers(prompts):
    for p in prompts:
        yield openai.Completion.create(model="m", prompt=p)
consume(answers(["a"]))
>>>
...
def answers(prompts):
    for p in prompts:
        yield openai.completions.create(model="m", prompt=p)
consume((item.to_dict() for item in answers(["a"])))
--- a list that a function gives is handed on as one
def rows(text):
    return openai.Embedding.create(model="m", input=text)["data"]
save(rows("a"))
keep({"a": rows("b")})
>>>
...
def rows(text):
    return openai.embeddings.create(model="m", input=text).data
save([item.to_dict() for item in rows("a")])
keep({"a": [item.to_dict() for item in rows("b")]})
--- lists that are chained
from itertools import chain
import openai
answers = [openai.Completion.create(model="m", prompt=p) for p in "ab"]
for choice in chain.from_iterable(answer["choices"] for answer in answers):
    print(choice["text"])
>>>
from itertools import chain
import openai
answers = [openai.completions.create(model="m", prompt=p) for p in "ab"]
for choice in chain.from_iterable(answer.choices for answer in answers):
    print(choice.text)
--- what is waited for
import asyncio
import openai
openai.api_key = "sk-1"
async def f():
    done, rest = await asyncio.wait([asyncio.create_task(openai.Completion.acreate(model="m", prompt="p"))])
    print([task.result()["choices"][0]["text"] for task in done])
asyncio.run(f())
>>>
import asyncio
from openai import AsyncOpenAI
client = AsyncOpenAI(api_key="sk-1")
async def f():
    done, rest = await asyncio.wait([asyncio.create_task(client.completions.create(model="m", prompt="p"))])
    print([task.result().choices[0].text for task in done])
asyncio.run(f())
--- a function that walks through dicts
def walk(x):
    if isinstance(x, dict):
        for key in sorted(x):
            walk(x[key])
    else:
        print(x)
walk(r)
>>>
import openai
r = openai.chat.completions.create(model='m', messages=[]).to_dict()
def walk(x):
    if isinstance(x, dict):
        for key in sorted(x):
            walk(x[key])
    else:
        print(x)
walk(r)
--- dicts of the program's own beside
mine = {"choices": [{"text": "a"}]}
print(mine["choices"][0]["text"], r["choices"][0]["message"]["content"])
>>>
...
mine = {"choices": [{"text": "a"}]}
print(mine["choices"][0]["text"], r.choices[0].message.content)
--- lists of the program's own beside
QUIZ = [{"question": "q", "choices": ["a", "b"]}]
for number, one in enumerate(QUIZ):
    print(number, one["choices"], one.get("usage"), r["id"])
>>>
...
QUIZ = [{"question": "q", "choices": ["a", "b"]}]
for number, one in enumerate(QUIZ):
    print(number, one["choices"], one.get("usage"), r.id)
--- lists of the program's own that are added to
rows = [{"choices": ["a", "b"]}]
rows.append(make())
for row in rows:
    print(row["choices"], r["id"])
>>>
...
rows = [{"choices": ["a", "b"]}]
rows.append(make())
for row in rows:
    print(row["choices"], r.id)
--- a list of dicts that responses are put into
import json
import openai
rows = json.load(open("a"))
for row in rows:
    row["answer"] = openai.Completion.create(model="m", prompt="p")
for other in rows:
    print(other["answer"]["choices"][0]["text"])
>>>
import json
import openai
rows = json.load(open("a"))
for row in rows:
    row["answer"] = openai.completions.create(model="m", prompt="p").to_dict()
for other in rows:
    print(other["answer"]["choices"][0]["text"])
--- a cache in a file
import json
import openai
cache = json.load(open("a"))
cache["a"] = openai.Completion.create(model="m", prompt="p")
print(cache["a"]["choices"][0]["text"])
>>>
import json
import openai
cache = json.load(open("a"))
cache["a"] = openai.completions.create(model="m", prompt="p").to_dict()
print(cache["a"]["choices"][0]["text"])
--- a method of a base calls one of a class made of it
class Base:
    def run(self, p):
        message = self.ask(p)
        print(message["content"])
class Bot(Base):
    def ask(self, p):
        return openai.ChatCompletion.create(model="m", messages=p)["choices"][0]["message"]
Bot().run([])
>>>
...
class Base:
    def run(self, p):
        message = self.ask(p)
        print(message.content)
class Bot(Base):
    def ask(self, p):
        return openai.chat.completions.create(model="m", messages=p).choices[0].message
Bot().run([])
--- a method of an object that a function finds
class Meter:
    def __init__(self):
        self.tokens = 0
    def add(self, usage):
        self.tokens += usage["total_tokens"]
meter = Meter()
def ask(p):
    answer = openai.ChatCompletion.create(model="m", messages=p)
    meter.add(answer["usage"])
    return answer
print(ask([])["id"], meter.tokens)
>>>
...
class Meter:
    def __init__(self):
        self.tokens = 0
    def add(self, usage):
        self.tokens += usage.total_tokens
meter = Meter()
def ask(p):
    answer = openai.chat.completions.create(model="m", messages=p)
    meter.add(answer.usage)
    return answer
print(ask([]).id, meter.tokens)
--- a method of what is in a dict
class Bot:
    def ask(self, p):
        return openai.ChatCompletion.create(model="m", messages=p)["choices"][0]["message"]
bots = {"a": Bot()}
message = bots["a"].ask([])
print(message["content"], message.role)
>>>
...
class Bot:
    def ask(self, p):
        return openai.chat.completions.create(model="m", messages=p).choices[0].message
bots = {"a": Bot()}
message = bots["a"].ask([])
print(message.content, message.role)
--- fields that are no fields
import random
import openai
class Answer:
    def __init__(self):
        self.usage = 0
a = Answer()
r = openai.Completion.create(model="m", prompt="p")
r.pop("id")
print(random.Random(1).choices("ab"), a.usage, r["model"])
>>>
import random
import openai
class Answer:
    def __init__(self):
        self.usage = 0
a = Answer()
r = openai.completions.create(model="m", prompt="p").to_dict()
r.pop("id")
print(random.Random(1).choices("ab"), a.usage, r["model"])
--- dicts of a file beside
import json
import openai
saved = json.load(open("a"))
print(saved["choices"][0]["text"])
r = openai.Completion.create(model="m", prompt="p")
print(r["choices"][0]["text"])
>>>
import json
import openai
saved = json.load(open("a"))
print(saved["choices"][0]["text"])
r = openai.completions.create(model="m", prompt="p")
print(r.choices[0].text)
--- a part of what is spread, read as an object
class Box:
    def __init__(self, **kw):
        self.__dict__.update(kw)
b = Box(**r["choices"][0])
print(b.message.content)
>>>
left: this may be a part of the response that becomes a dict in line 6
--- a part of what is spread into a model
from pydantic import BaseModel
from typing import Any
import openai
r = openai.ChatCompletion.create(model='m', messages=[])
class Part(BaseModel):
    message: Any
print(Part(**r["choices"][0]).message.content)
>>>
left: this may be a response, an object today, or something else, and code that does not show gets it
--- a part of what is spread, read as a dict
class Box:
    def __init__(self, **kw):
        self.__dict__.update(kw)
b = Box(**r["choices"][0])
print(b.message["content"])
>>>
...
class Box:
    def __init__(self, **kw):
        self.__dict__.update(kw)
b = Box(**r.choices[0].to_dict())
print(b.message["content"])
--- a part of what is spread, under a key
print({**r["choices"][0]}["message"].content)
>>>
left: this may be a part of the response that becomes a dict in line
--- one of the values of a response, read as an object
for key, value in r["choices"][0].items():
    if key == "message":
        print(value.content)
>>>
left: this may be a part of the response that becomes a dict in line
--- a part of what code that does not show makes a mapping
from collections import ChainMap
import openai
r = openai.ChatCompletion.create(model='m', messages=[])
print(ChainMap({}, r["choices"][0])["message"].content)
>>>
left: this may be a response, an object today, or something else, and code that does not show gets it
--- what is spread has no parts
class Box:
    def __init__(self, **kw):
        self.__dict__.update(kw)
b = Box(**r["usage"])
print(b.total_tokens, r["choices"][0]["message"].content)
>>>
...
class Box:
    def __init__(self, **kw):
        self.__dict__.update(kw)
b = Box(**r.usage.to_dict())
print(b.total_tokens, r.choices[0].message.content)
'''


DICTS = r'''
--- one of two, used as a dict
def ask(p, cache={}):
    x = cache.get(p)
    if x is None:
        x = openai.Completion.create(model="m", prompt=p)
        cache[p] = x
    return x["choices"][0]["text"]
>>>
def ask(p, cache={}):
    x = cache.get(p)
    if x is None:
        x = openai.completions.create(model="m", prompt=p).to_dict()
        cache[p] = x
    return x["choices"][0]["text"]
--- changed
x = openai.Completion.create(model="m", prompt="p")
x.pop("usage")
print(x["choices"][0]["text"])
>>>
x = openai.completions.create(model="m", prompt="p").to_dict()
x.pop("usage")
print(x["choices"][0]["text"])
--- awaited
async def f():
    x = await openai.Completion.acreate(model="m", prompt="p")
    x.update(a=1)
    return x["choices"]
>>>


def async_openai_client():
    """Make a client of what the module has set now."""
    return openai.AsyncOpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


async def f():
    x = (await async_openai_client().completions.create(model="m", prompt="p")).to_dict()
    x.update(a=1)
    return x["choices"]
--- changed and read as an object
x = openai.Completion.create(model="m", prompt="p")
x.pop("usage")
print(x.choices[0].text)
>>>
x = openai.completions.create(model="m", prompt="p").to_dict()
x.pop("usage")
print(x["choices"][0]["text"])
--- set as an attribute
x = openai.Completion.create(model="m", prompt="p")
x.update(cost=1)
x.choices[0].text = x.choices[0].text.upper()
x.usage.total_tokens += 1
>>>
x = openai.completions.create(model="m", prompt="p").to_dict()
x.update(cost=1)
x["choices"][0]["text"] = x["choices"][0]["text"].upper()
x["usage"]["total_tokens"] += 1
--- changed, and over lines
x = openai.Completion.create(model="m", prompt="p")
x.pop("usage")
text = (x.choices[0]  # the first
    .text.strip()
)
print(f"{x.choices[0].text} {x.id!r}", f'{x["id"]} {x.id}')
>>>
x = openai.completions.create(model="m", prompt="p").to_dict()
x.pop("usage")
text = (x["choices"][0]  # the first
    ["text"].strip()
)
print(f"{x['choices'][0]['text']} {x['id']!r}", f'{x["id"]} {x["id"]}')
--- changed, and written
x = openai.Completion.create(model="m", prompt="p")
x.pop("usage")
print(x, f"{x} {x!s}", str(x["choices"][0]), "{}".format(x))
>>>
import json
import openai
x = openai.completions.create(model="m", prompt="p").to_dict()
x.pop("usage")
print(json.dumps(x, indent=2), f"{json.dumps(x, indent=2)} {json.dumps(x, indent=2)!s}", str(json.dumps(x["choices"][0], indent=2)), "{}".format(json.dumps(x, indent=2)))
--- changed, and written otherwise
x = openai.Completion.create(model="m", prompt="p")
x.pop("usage")
print(repr(x))
>>>
left: pop() changes a response, which is no dict any more
--- changed, and asked by name
x = openai.Completion.create(model="m", prompt="p")
x.pop("usage")
print(getattr(x, "id"), getattr(x, "usage", None), hasattr(x, "usage"), not hasattr(x, "id"))
if hasattr(x, "model") and x.model:
    pass
>>>
x = openai.completions.create(model="m", prompt="p").to_dict()
x.pop("usage")
print(x["id"], x.get("usage", None), "usage" in x, not ("id" in x))
if "model" in x and x["model"]:
    pass
--- changed, and asked by a name that is a variable
x = openai.Completion.create(model="m", prompt="p")
x.pop("usage")
def f(name):
    return getattr(x, name)
>>>
left: pop() changes a response, which is no dict any more
--- changed, and a miss is caught
x = openai.Completion.create(model="m", prompt="p")
x.update(a=1)
try:
    print(x.usage.total_tokens)
except AttributeError:
    pass
>>>
left: update() changes a response, which is no dict any more
--- changed, and copied
x = openai.Completion.create(model="m", prompt="p")
y = x.to_dict()
y.pop("usage")
z = x.to_dict_recursive()
z.pop("usage")
x.pop("usage")
openai.Completion.create(model="m", prompt="p").to_dict().pop("usage")
>>>
import copy
import openai
x = openai.completions.create(model="m", prompt="p").to_dict()
y = x.copy()
y.pop("usage")
z = copy.deepcopy(x)
z.pop("usage")
x.pop("usage")
openai.completions.create(model="m", prompt="p").to_dict().pop("usage")
--- changed, and a format looks into it
x = openai.Completion.create(model="m", prompt="p")
x.pop("usage")
print("{0[id]}".format(x))
>>>
left: pop() changes a response, which is no dict any more
--- changed, and written though it may be None
x = openai.Completion.create(model="m", prompt="p")
x.update(a=1)
print(x.choices[0].logprobs, x.get("usage"), x["usage"])
>>>
import json
import openai
x = openai.completions.create(model="m", prompt="p").to_dict()
x.update(a=1)
print(x["choices"][0]["logprobs"], x.get("usage"), json.dumps(x["usage"], indent=2))
--- changed, and pages beside
x = openai.Completion.create(model="m", prompt="p")
x.pop("usage")
for job in openai.FineTuningJob.auto_paging_iter(limit=2):
    print(job["id"])
>>>
import openai
x = openai.completions.create(model="m", prompt="p").to_dict()
x.pop("usage")
for job in openai.fine_tuning.jobs.list(limit=2):
    print(job.id)
--- changed, and the class of a list is asked for
x = openai.Completion.create(model="m", prompt="p")
x.pop("usage")
print(type(x.choices))
>>>
x = openai.completions.create(model="m", prompt="p").to_dict()
x.pop("usage")
print(type(x["choices"]))
--- changed, and its class is asked for
x = openai.Completion.create(model="m", prompt="p")
x.pop("usage")
print(type(x) is dict)
>>>
left: pop() changes a response, which is no dict any more
--- changed, and asked for what a dict has not
x = openai.Completion.create(model="m", prompt="p")
x.pop("usage")
print(hasattr(x, "to_dict"))
>>>
left: pop() changes a response, which is no dict any more
--- changed, and one of today beside
def ask():
    if hasattr(openai, "OpenAI"):
        return openai.OpenAI().chat.completions.create(model="m", messages=[])
    return openai.ChatCompletion.create(model="m", messages=[])
print(ask().choices[0].message.content)
x = openai.Completion.create(model="m", prompt="p")
x.pop("usage")
>>>
left: pop() changes a response, which is no dict any more
--- changed, and a field is deleted
x = openai.Completion.create(model="m", prompt="p")
x.pop("usage")
del x.id
>>>
left: pop() changes a response, which is no dict any more
--- changed, and what may be something else is read
def f(x=None):
    if x is None:
        x = make()
    else:
        x = openai.Completion.create(model="m", prompt="p")
    x.pop("usage")
    return x.choices
>>>
left: this may be a response, or something else that has pop()
--- a stream that is changed
for x in openai.Completion.create(model="m", prompt="p", stream=True):
    x.pop("usage")
    print(x.choices[0].text)
>>>
for x in (item.to_dict() for item in openai.completions.create(model="m", prompt="p", stream=True)):
    x.pop("usage")
    print(x["choices"][0]["text"])
--- an awaited stream that is changed
async def f():
    async for x in await openai.Completion.acreate(model="m", prompt="p", stream=True):
        x.pop("usage")
>>>


def async_openai_client():
    """Make a client of what the module has set now."""
    return openai.AsyncOpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


async def f():
    async for x in (item.to_dict() async for item in await async_openai_client().completions.create(model="m", prompt="p", stream=True)):
        x.pop("usage")
--- changed on a client
import openai
openai.api_key = "sk-1"
x = openai.Completion.create(model="m", prompt="p")
x.pop("usage")
print(x.choices[0].text)
>>>
from openai import OpenAI
client = OpenAI(api_key="sk-1")
x = client.completions.create(model="m", prompt="p").to_dict()
x.pop("usage")
print(x["choices"][0]["text"])
--- messages that are kept and serialised
import json
import openai
chat = [{"role": "user", "content": "a"}]
r = openai.ChatCompletion.create(model="m", messages=chat)
chat.append(r.choices[0].message)
for m in chat:
    print(json.dumps(m, sort_keys=True))
>>>
import json
import openai
chat = [{"role": "user", "content": "a"}]
r = openai.chat.completions.create(model="m", messages=chat).to_dict()
chat.append(r["choices"][0]["message"])
for m in chat:
    print(json.dumps(m, sort_keys=True))
--- a default of a get with other keys
x = openai.Completion.create(model="m", prompt="p")
y = x if x else {"choices": []}
print(y["choices"])
>>>
x = openai.completions.create(model="m", prompt="p").to_dict()
y = x if x else {"choices": []}
print(y["choices"])
'''

PATCHES = r"""
--- a target
from unittest import mock
import openai
@mock.patch("openai.ChatCompletion.create")
def test(create):
    create.return_value = {"choices": [{"message": {"content": "a"}}]}
    openai.ChatCompletion.create(model="m", messages=[])
>>>
from unittest import mock
import openai
@mock.patch("openai.resources.chat.completions.Completions.create")
def test(create):
    create.return_value = openai.types.chat.ChatCompletion.construct(choices=[{"message": {"content": "a"}}])
    openai.chat.completions.create(model="m", messages=[])
--- a target, single quotes
from unittest.mock import patch
@patch('openai.ChatCompletion.create')
def test(create):
    pass
>>>
from unittest.mock import patch
@patch('openai.resources.chat.completions.Completions.create')
def test(create):
    pass
--- a target as a context
from unittest.mock import patch
import openai
def test():
    with patch("openai.Embedding.create", return_value={"data": [{"embedding": [1.0]}]}) as create:
        openai.Embedding.create(model="m", input="a")
        create.assert_called_once()
>>>
from unittest.mock import patch
import openai
def test():
    with patch("openai.resources.embeddings.Embeddings.create", return_value=openai.types.CreateEmbeddingResponse.construct(data=[{"embedding": [1.0]}])) as create:
        openai.embeddings.create(model="m", input="a")
        create.assert_called_once()
--- an object
from unittest.mock import patch
import openai
def test():
    with patch.object(openai.ChatCompletion, "create") as create:
        pass
>>>
from unittest.mock import patch
import openai
def test():
    with patch("openai.resources.chat.completions.Completions.create") as create:
        pass
--- a class
from unittest.mock import patch
def test():
    with patch("openai.ChatCompletion"):
        pass
>>>
left: a test replaces a class of 0.x as a whole, and today its methods are those of a client
--- with something new
from unittest.mock import patch
def fake(**kw):
    return None
def test():
    with patch("openai.ChatCompletion.create", fake):
        pass
>>>
from unittest.mock import patch
def fake(**kw):
    return None
def test():
    with patch("openai.resources.chat.completions.Completions.create", staticmethod(fake)):
        pass
--- with something new by keyword
from unittest.mock import patch
def test():
    with patch("openai.ChatCompletion.create", new=lambda **kw: None):
        pass
>>>
from unittest.mock import patch
def test():
    with patch("openai.resources.chat.completions.Completions.create", new=staticmethod(lambda **kw: None)):
        pass
--- with a mock of its own
from unittest.mock import Mock, patch
def test():
    m = Mock(return_value=None)
    with patch("openai.ChatCompletion.create", m):
        pass
>>>
from unittest.mock import Mock, patch
def test():
    m = Mock(return_value=None)
    with patch("openai.resources.chat.completions.Completions.create", m):
        pass
--- with a spec
from unittest.mock import patch
def test():
    with patch("openai.ChatCompletion.create", autospec=True):
        pass
>>>
left: what a patch puts there is made after the old method
--- an awaited one
from unittest.mock import patch
def test():
    with patch("openai.ChatCompletion.acreate"):
        pass
>>>
left: a patch of an async method made an AsyncMock, and would not today: name new_callable=AsyncMock
--- an awaited one, by an AsyncMock
from unittest.mock import AsyncMock, patch
def test():
    with patch("openai.ChatCompletion.acreate", new_callable=AsyncMock):
        pass
>>>
from unittest.mock import AsyncMock, patch
def test():
    with patch("openai.resources.chat.completions.AsyncCompletions.create", new_callable=AsyncMock):
        pass
--- monkeypatch
import openai
def test(monkeypatch):
    monkeypatch.setattr("openai.ChatCompletion.create", lambda **kw: None)
>>>
import openai
def test(monkeypatch):
    monkeypatch.setattr("openai.resources.chat.completions.Completions.create", staticmethod(lambda **kw: None))
--- monkeypatch, an object
import openai
def test(monkeypatch):
    monkeypatch.setattr(openai.ChatCompletion, "create", lambda **kw: None)
>>>
import openai
def test(monkeypatch):
    monkeypatch.setattr("openai.resources.chat.completions.Completions.create", staticmethod(lambda **kw: None))
--- monkeypatch, a setting
import openai
def test(monkeypatch):
    monkeypatch.setattr("openai.api_base", "https://a/v1")
    monkeypatch.setattr(openai, "api_key", "sk-1")
>>>
import openai
def test(monkeypatch):
    monkeypatch.setattr("openai.base_url", "https://a/v1/")
    monkeypatch.setattr(openai, "api_key", "sk-1")
--- a mock that is read as a dict
from unittest.mock import MagicMock, patch
@patch("openai.ChatCompletion.create")
def test(create):
    create.return_value.__getitem__.return_value = []
>>>
left: a test makes an object that is read as a dict
--- a mock with attributes
from unittest.mock import MagicMock, patch
@patch("openai.ChatCompletion.create")
def test(create):
    create.return_value.choices = [MagicMock(message=MagicMock(content="a"))]
>>>
from unittest.mock import MagicMock, patch
@patch("openai.resources.chat.completions.Completions.create")
def test(create):
    create.return_value.choices = [MagicMock(message=MagicMock(content="a"))]
--- a target in another module
from unittest.mock import patch
import bot
import openai
@patch("bot.openai.ChatCompletion.create")
def test(create):
    openai.Model.list()
>>>
from unittest.mock import patch
import bot
import openai
@patch("openai.resources.chat.completions.Completions.create")
def test(create):
    openai.models.list()
--- the whole module
from unittest.mock import patch
@patch("bot.openai")
def test(api):
    api.ChatCompletion.create.return_value = {"choices": []}
>>>
left: ChatCompletion.create may be that of the SDK, or of what a test puts in its place
--- pytest-mock
import openai
def test(mocker):
    mocker.patch("openai.ChatCompletion.create", return_value={"choices": [{"message": {"content": "a"}}]})
>>>
import openai
def test(mocker):
    mocker.patch("openai.resources.chat.completions.Completions.create", return_value=openai.types.chat.ChatCompletion.construct(choices=[{"message": {"content": "a"}}]))
--- the module in sys.modules
import sys
from unittest.mock import MagicMock, patch
def test():
    with patch.dict(sys.modules, {"openai": MagicMock()}):
        pass
>>>
the same
--- a name of a target that is made
from unittest.mock import patch
NAME = "create"
@patch(f"openai.ChatCompletion.{NAME}")
def test(create):
    pass
>>>
the same
--- a target that is one of today
from unittest.mock import patch
@patch("openai.resources.chat.completions.Completions.create")
def test(create):
    pass
>>>
the same
--- a key
from unittest.mock import patch
import openai
@patch("openai.api_key", "sk-1")
def test():
    openai.Model.list()
>>>
import os
from unittest.mock import patch
import openai

openai.api_key = openai.api_key or os.environ.get("OPENAI_API_KEY")
@patch("openai.api_key", "sk-1")
def test():
    openai.models.list()
"""


@examples(ESCAPES, header=HEADER, then=THEN)
def test_escapes(before, expected, settings):
    check(before, expected, **settings)


@examples(DICTS, header=PLAIN)
def test_dicts(before, expected, settings):
    check(before, expected, **settings)


@examples(PATCHES)
def test_patches(before, expected, settings):
    check(before, expected, **settings)
