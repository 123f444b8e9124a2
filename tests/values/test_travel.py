"""Responses, methods and arguments of 0.x that travel: through containers, wrappers, classes and functions."""

from __future__ import annotations

import pytest
from values.given import GIVEN, check_with

from examples import examples

TRAVEL = r"""
--- a wrapper of the method
def retried(function):
    def inner(*args, **kwargs):
        for _ in range(3):
            try:
                return function(*args, **kwargs)
            except OSError:
                pass
    return inner
ask = retried(chat.create)
r = ask(model="m")
print(r["id"])  # OAI112:7
--- the key of sorted
print(sorted([chat.create(), chat.create()], key=lambda one: one["created"]))  # OAI112:62
--- the key of a sort
rows = [chat.create() for _ in "ab"]
rows.sort(key=lambda one: one["created"])  # OAI112:27
--- pickled and back
import pickle
text = pickle.dumps({"found": chat.create()})
print(pickle.loads(text)["found"]["id"])  # OAI112:7
--- two functions behind one wrapper
def retried(function):
    def inner(*args, **kwargs):
        return function(*args, **kwargs)
    return inner
ask, load = retried(chat.create), retried(read_file)
print(load("x")["id"])
print(ask(model="m")["id"])  # OAI112:7
--- a wrapper in an attribute
class Bot:
    def __init__(self):
        self.ask = self.retried(chat.create)
    def retried(self, function):
        return function
    def run(self):
        return self.ask(model="m")["id"]  # OAI112:16
--- a decorator of the file
def logged(function):
    def inner(*args):
        print(args)
        return function(*args)
    return inner
@logged
def ask(text):
    return chat.create(messages=text)
print(ask("x")["id"])  # OAI112:7
--- a base class calls what its subclass is given
class Base:
    def __init__(self, function):
        self.function = function
    def run(self):
        return self.show(self.function(model="m"))
class Bot(Base):
    def __init__(self):
        super().__init__(chat.create)
    def show(self, answer):
        return answer["choices"]  # OAI112:16
Bot().run()
--- near: items of a list of a response that were replaced
import multiprocessing
def plain(prompt):
    found = chat.create(prompt=prompt).choices
    for number, one in enumerate(found):
        found[number] = one.model_dump()
    return found
for one in plain("x"):
    print(one["message"])
for batch in [plain(prompt) for prompt in prompts]:
    for one in batch:
        print(one["message"])
with multiprocessing.Pool() as pool:
    batches = list(pool.imap(plain, prompts))
every = [one for batch in batches for one in batch]
print([one["message"] for one in every])
--- items of a list of a response, and one more
def more(prompt):
    found = chat.create(prompt=prompt).choices
    found.append(chat.create().choices[0])
    return found
print([one["message"] for batch in [more(prompt) for prompt in prompts] for one in batch])  # OAI112:8
--- a client in an attribute of a base class
from openai import OpenAI
class Base:
    def __init__(self):
        self.client = OpenAI()
        self.function = chat.create
class Bot(Base):
    def ask(self):
        return self.function(model="m")
print(Bot().ask()["choices"])  # OAI112:7
--- near: a base class whose subclass may get something else
class Base:
    def run(self, answer):
        return self.show(answer)
class Bot(Base):
    def show(self, answer):
        return answer["choices"]
Bot().run(chat.create())
Bot().run({"choices": []})
--- a text, a number, a truth value, an exception where it failed
def ask(kind):
    try:
        return chat.create()
    except ValueError:
        return "failed"
    except TypeError:
        return -1
    except KeyError:
        return False
    except OSError as e:
        return str(e)
    except LookupError as e:
        return f"failed: {e}"
    except Exception as e:
        return e
print(ask(1)["id"], ask(2).get("id"), ask(3).choices[0]["message"])  # OAI112:7 OAI113:21 OAI112:39
--- what writes to a log where it failed
import logging
def ask():
    try:
        return chat.create()
    except Exception as e:
        return logging.error("failed: %s", e)
print(ask()["id"])  # OAI112:7
--- a part of what may be a text
def ask():
    try:
        return chat.create()
    except Exception:
        return "failed"
import json
reply = ask()
usage = reply["usage"]  # OAI112:9
print(json.dumps(usage))  # OAI114:18
--- a number beside the response
def ask():
    try:
        return 0, chat.create()
    except Exception as e:
        return -1, str(e)
code, reply = ask()
if code == 0:
    print(reply["id"])  # OAI112:11
--- a list beside the response
reply = chat.create() if a else [1, 2]
print(reply["id"])  # OAI112:7
--- what a function gives that has nothing to give
class Bot:
    def usage(self, on):
        found = {}
        if on:
            return found
    def ask(self):
        self.count(chat.create()["usage"])  # OAI112:20
        self.count(self.usage(True))
    def count(self, usage):
        print(usage["total_tokens"])  # OAI112:15
--- an attribute that only responses have
reply = plugins.call() or chat.create()
print(reply.choices[0]["message"])  # OAI112:7
--- near: a dict where it failed
def ask():
    try:
        return chat.create()
    except Exception:
        return {"id": "failed"}
print(ask()["id"])
--- near: what is done with texts, too
def ask():
    try:
        return chat.create()
    except Exception:
        return "failed"
reply = ask()
print("id" in reply, len(reply), [one for one in reply], reply == {})
--- near: what is said in a text, and parsed
import json
def ask():
    try:
        return chat.create()
    except Exception as e:
        return json.loads(str(e))
print(ask()["id"])
--- near: an item, or what another list holds
reply = [chat.create(), read_file()][number()]
print(reply["id"])
--- near: data behind a sign, and what is compared with data
reply = chat.create() if a else -read_file()
print(reply["id"])
--- near: what an exception carries
def ask():
    try:
        return chat.create()
    except Exception as e:
        return e.json_body
print(ask()["id"])
--- near: an attribute that exceptions have
def ask():
    try:
        return chat.create()
    except Exception as e:
        return e
print(ask().error["id"])
--- an empty stand-in before a try
r = {}
try:
    r = chat.create()
except OSError:
    print(r["id"])  # OAI112:11
print(r["choices"])  # OAI112:7
--- near: a dict before a try
r = {"choices": []}
try:
    r = chat.create()
except OSError:
    pass
print(r["choices"])
--- near: a response or what another function gives
def ask(text):
    if text in cache:
        return cache[text]
    return chat.create(messages=text)
print(ask("x")["id"])
--- an attribute of an exception
class Refused(Exception):
    def __init__(self, answer):
        self.answer = answer
try:
    raise Refused(chat.create())
except Refused as refused:
    print(refused.answer["id"])  # OAI112:11
--- a queue between threads
import queue
answers = queue.Queue()
def ask():
    answers.put(chat.create())
def show():
    print(answers.get()["id"])  # OAI112:11
--- a list that grows
rows = []
for text in texts:
    rows += [chat.create()]
for row in rows:
    print(row["id"])  # OAI112:11
--- a list in an attribute
class Bot:
    def __init__(self):
        self.rows = []
    def ask(self):
        self.rows.append(chat.create())
    def show(self):
        for row in self.rows:
            print(row["id"])  # OAI112:19
--- a list with other dicts in it
rows = [{"id": 1}]
rows.append(chat.create())
for row in rows:
    print(row["id"])  # OAI112:11
--- an alias of a dict
page = load()
page = {}
same = page
same["cover"] = chat.create()
print(page["cover"]["id"])  # OAI112:7
--- setattr
class Page:
    pass
page = Page()
setattr(page, "answer", chat.create())
print(page.answer["id"])  # OAI112:7
--- setitem
import operator
shelf = {}
operator.setitem(shelf, "a", chat.create())
print(shelf["a"]["id"])  # OAI112:7
--- behind decorators of other packages
import torch
from func_timeout import func_set_timeout
from langfuse.decorators import observe
from promptflow import tool
@tool
@observe(name="ask")
@func_set_timeout(60)
@torch.no_grad()
def ask(text):
    return chat.create(messages=text)
print(ask("x")["id"])  # OAI112:7
--- a dict with a response in it is written
import json
reply = chat.create()
record = {"asked": "a", "reply": reply}
print(json.dumps(record))  # OAI114:18
--- a dict with a part in it, put there later
import json
record = {"asked": "a"}
record["usage"] = chat.create().usage
with open("log", "w") as file:
    json.dump(record, file)  # OAI114:15
--- a list of messages to which one is added that was received
import json
messages = [{"role": "user", "content": "a"}]
messages.append(chat.create().choices[0].message)
print(json.dumps(messages))  # OAI114:18
--- records in a list, written by a function
import json
def save(records):
    with open("log", "w") as file:
        json.dump(records, file)  # OAI114:19
records = []
for number in range(3):
    records.append({"number": number, "reply": chat.create()})
save(records)
--- an object whose attribute has one
import json
class Talk:
    def __init__(self):
        self.lines = []
    def ask(self):
        self.lines.append(chat.create().choices[0].message)
    def save(self):
        return json.dumps({"lines": self.lines}), json.dumps(self.lines)  # OAI114:37 OAI114:62
--- a call without a counterpart that a function of the file is given
def run(function):
    return function()
print(run(openai.Engine.list)["data"])  # OAI112:7 OAI104:11
--- a default that writes the text of an object
import json
record = {"reply": chat.create()}
print(json.dumps(record, default=str))  # OAI114:18
--- near: what is written says how
import json
record = {"reply": chat.create()}
print(json.dumps(record, default=as_data), json.dumps(record, cls=Encoder))
--- near: the response was replaced
import json
record = {"reply": chat.create()}
record["reply"] = record["reply"].to_dict()
print(json.dumps(record))
--- near: the response was taken out
import json
record = {"reply": chat.create(), "asked": "a"}
reply = record.pop("reply")
print(json.dumps(record))
--- near: texts and numbers of a response
import json
reply = chat.create()
record = {"text": reply.choices[0].message.content, "total": reply.usage.total_tokens, "dict": reply.to_dict()}
print(json.dumps(record), json.dumps([one.message.content for one in reply.choices]))
--- near: a response or data under a key
import json
record = {"reply": chat.create() if a else read_file()}
print(json.dumps(record))
--- near: what was made data on the way
import json
def plain(found):
    if isinstance(found, dict):
        return {key: plain(value) for key, value in found.items()}
    if isinstance(found, list):
        return [plain(value) for value in found]
    if hasattr(found, "to_dict"):
        return found.to_dict()
    return found
print(json.dumps(plain({"reply": chat.create()})), json.dumps(plain([chat.create(), 1])))
record, rows = {"reply": chat.create()}, [chat.create(), 1]
print(json.dumps(plain(record)), json.dumps(plain(rows)))
--- near: items that were replaced
import json
messages = [{"role": "user", "content": "a"}]
messages.append(chat.create().choices[0].message)
for number, one in enumerate(messages):
    if not isinstance(one, dict):
        messages[number] = one.to_dict()
print(json.dumps(messages))
--- near: the keys of a dict with responses
import json
found = {name: chat.create() for name in names}
names = sorted({"a": chat.create()})
print(json.dumps(list(found)), json.dumps({name: 1 for name in found}), json.dumps(names))
--- near: an attribute of an object that is written itself
import json
class Talk:
    pass
talk = Talk()
talk.last = chat.create()
print(json.dumps(talk.__dict__, default=vars), json.dumps(talk.name))
--- a dict filled in a loop, read under another key
shelf = {}
for name in names:
    shelf[name] = chat.create()
print(shelf[other]["id"], shelf["a"]["id"], shelf.get(third)["id"])  # OAI112:7 OAI112:27 OAI112:45
--- the values and items of a dict filled in a loop
shelf = {name: chat.create() for name in names}
for name, one in shelf.items():
    print(name, one["id"])  # OAI112:17
print([one["id"] for one in shelf.values()])  # OAI112:8
--- results of threads, by their number
found = {}
def ask(number):
    found[number] = chat.create()
for number in range(3):
    start(ask, number)
print(found[0]["id"])  # OAI112:7
--- near: the keys of a dict filled in a loop
import json
shelf = {}
for name in names:
    shelf[name] = chat.create()
for name in shelf:
    print(name["id"], len(name), "id" in name)
print(json.dumps(list(shelf)), json.dumps(sorted(shelf)), [one["id"] for one in sorted(shelf)])
--- near: a dict filled in a loop, and with other things
shelf = {}
for name in names:
    shelf[name] = chat.create()
shelf["count"] = read_file()
print(shelf[other]["id"])
--- near: a dict that was read from a file
import json
shelf = json.load(file)
shelf[name] = chat.create()
print(shelf[other]["id"], shelf["a"]["id"])
--- near: an attribute that shows at run time only
class Shelf:
    pass
shelf = Shelf()
setattr(shelf, name, chat.create())
print(shelf.first["id"])
--- near: keys that are not known
shelf = {}
shelf[key] = chat.create()
shelf["a"] = {"id": 1}
print(shelf[other]["id"])
--- a method by the name of a harmless one
class Shelf:
    def write(self, item):
        self.item = item
shelf = Shelf()
shelf.write(chat.create())
print(shelf.item["id"])  # OAI112:7
--- a method in a table
table = {"chat": chat.create}
print(table["chat"](model="m")["id"])  # OAI112:7
--- a lambda under a name
ask = lambda text: chat.create(messages=text)
print(ask("x")["id"])  # OAI112:7
--- an optional parameter
def show(answer=None):
    if answer is None:
        answer = chat.create()
    return answer["id"]  # OAI112:12
--- near: an optional parameter that another call gives
def show(answer=None):
    answer = answer or chat.create()
    return answer["id"]
show({"id": 1})
--- a fixture
import pytest
@pytest.fixture
def answer():
    return chat.create()
def test_answer(answer):
    assert answer["id"]  # OAI112:12
--- near: behind a test of the type
def show(r):
    if isinstance(r, str):
        return r["x"]
    return r["id"]  # OAI112:12
show(chat.create())
--- near: assigned again
r = chat.create()
rows = [r]
r = {"id": 1}
print(r["id"])
--- what a base class gives to what its subclass overrides
class Runner:
    def run(self, text):
        return self.parse(self.send(text))
    def send(self, text):
        raise NotImplementedError
    def parse(self, reply):
        raise NotImplementedError
class Chat(Runner):
    def send(self, text):
        return chat.create(model="m")
    def parse(self, reply):
        return reply["id"]  # OAI112:16
print(Chat().run("x"))
--- an abstract method
import abc
class Runner(abc.ABC):
    def run(self, text):
        return self.send(text)["id"]  # OAI112:16
    @abc.abstractmethod
    def send(self, text):
        "Send it."
class Chat(Runner):
    def send(self, text):
        return chat.create(model="m")
--- near: a base class of which another subclass gives a dict
class Runner:
    def run(self, text):
        return self.send(text)["id"]
    def send(self, text):
        raise NotImplementedError
class Chat(Runner):
    def send(self, text):
        return chat.create(model="m")
class Fake(Runner):
    def send(self, text):
        return {"id": text}
--- near: a base class with a default of its own
class Runner:
    def run(self, text):
        return self.send(text)["id"]
    def send(self, text):
        return {"id": text}
class Chat(Runner):
    def send(self, text):
        return chat.create(model="m")
--- a decorator that is made, and its function
import functools
def retry(tries):
    def decorate(function):
        @functools.wraps(function)
        def inner(*args, **kwargs):
            for _ in range(tries):
                return function(*args, **kwargs)
        return inner
    return decorate
@retry(3)
def ask(text):
    return chat.create(model="m")
again = retry(5)(chat.create)
print(ask("x")["id"], again(model="m")["id"])  # OAI112:7 OAI112:23
--- a decorator without brackets
import functools
@functools.lru_cache
def ask(text):
    return chat.create(model="m")
def show(text):
    print(ask(text)["id"])  # OAI112:11
--- pairs that become a dict
def pair(text):
    return text, chat.create(model="m")
found = dict([pair(text) for text in "ab"])
for name, reply in found.items():
    print(name, reply["id"])  # OAI112:17
print(dict(map(pair, "ab"))["a"]["id"])  # OAI112:7
print(dict(zip("ab", [chat.create()]))["a"]["id"])  # OAI112:7
--- near: a dict of pairs of which the first is a response
found = dict([(chat.create(), {"id": 1})])
print(list(found.values())[0]["id"])
--- futures as keys
from concurrent.futures import ThreadPoolExecutor, as_completed, wait
def ask(text):
    return chat.create(model="m")
with ThreadPoolExecutor() as pool:
    futures = {pool.submit(ask, text): text for text in "ab"}
    for one in as_completed(futures):
        print(futures[one], one.result()["id"])  # OAI112:29
    done, rest = wait([pool.submit(ask, text) for text in "ab"])
    for one in done:
        print(one.result()["id"])  # OAI112:15
--- near: what futures are the keys of
from concurrent.futures import ThreadPoolExecutor
def ask(text):
    return chat.create(model="m")
with ThreadPoolExecutor() as pool:
    futures = {pool.submit(ask, text): {"id": text} for text in "ab"}
    for one in futures.values():
        print(one["id"])
--- pools of processes and threads
from multiprocessing.pool import ThreadPool
def ask(text):
    return chat.create(model="m")
with ThreadPool(2) as pool:
    for one in pool.imap_unordered(ask, "ab"):
        print(one["id"])  # OAI112:15
    print(pool.starmap(ask, [("a",)])[0]["id"])  # OAI112:11
    print(pool.apply(ask, ("a",))["id"])  # OAI112:11
    print(pool.apply_async(ask, ("a",)).get()["id"])  # OAI112:11
--- near: a column of a frame
import pandas
frame = pandas.read_csv("x.csv")
print(frame.text.apply(lambda text: {"id": text})["id"], frame.apply(len, axis=1)["id"])
--- pairs that are gathered
import asyncio
async def pair(text):
    return text, await achat.create(model="m")
async def main():
    found = dict(await asyncio.gather(*[pair(text) for text in "ab"]))
    print(found["a"]["id"])  # OAI112:11
--- tasks in a list
import asyncio
async def ask(text):
    return await achat.create(model="m")
async def main():
    tasks = [asyncio.create_task(ask(text)) for text in "ab"]
    for one in await asyncio.gather(*tasks):
        print(one["id"])  # OAI112:15
--- exceptions that are gathered, and told apart
import asyncio
async def ask(text):
    return await achat.create(model="m")
async def main():
    for one in await asyncio.gather(*[ask(text) for text in "ab"], return_exceptions=True):
        if isinstance(one, Exception):
            continue
        print(one["id"])  # OAI112:15
--- exceptions that are gathered, of which no key is read
import asyncio
async def ask(text):
    return await achat.create(model="m")
async def main():
    for one in await asyncio.gather(*[ask(text) for text in "ab"], return_exceptions=True):
        print(one["id"])  # OAI112:15
--- a validator of pydantic
import pydantic
class Bot(pydantic.BaseModel):
    client: object = None
    @pydantic.root_validator()
    def check(cls, values):
        values["client"] = chat
        return values
    def ask(self):
        reply = self.client.create(model="m")
        print(reply["id"])  # OAI112:15
--- near: a function that is no validator
import pydantic
class Bot(pydantic.BaseModel):
    client: object = None
    def check(self, values):
        values["client"] = chat
        return values
    def ask(self):
        print(self.client.create(model="m")["id"])
"""

KEYS = r"""
--- keys in an attribute
import openai
class Bot:
    def __init__(self, model):
        self.options = {"engine": model, "n": 1}  # OAI110:25
    def ask(self):
        return openai.Completion.create(prompt="x", **self.options)  # OAI102:16
--- keys that a method gives
import openai
class Bot:
    def options(self):
        return {"request_timeout": 3}  # OAI110:17
    def ask(self):
        options = self.options()
        return openai.Completion.create(prompt="x", **options)  # OAI102:16
--- keys in a dict of a dict
import openai
base = {"engine": "m"}  # OAI110:9
options = {**base, "n": 1}
def ask():
    return openai.Completion.create(prompt="x", **options)  # OAI102:12
--- near: a key that is taken out again
import openai
def options():
    return {"engine": "m"}
def ask():
    given = options()
    given.pop("engine")
    return openai.Completion.create(prompt="x", **given)  # OAI102:12
--- near: keys of a dict that goes elsewhere
import openai
car = {"engine": "V8"}
def ask(options):
    return openai.Completion.create(prompt="x", **options)  # OAI102:12
ask({"n": 1})
print(car)
"""


@pytest.mark.parametrize("sdk", GIVEN)
@examples(TRAVEL)
def test_travel(source, sdk):
    check_with(source, sdk)


@examples(KEYS)
def test_keys(source):
    check_with(source, "current")


@pytest.mark.parametrize("depth", [900, 20000])
def test_a_chain_deeper_than_python_can_walk_hides_nothing_else(depth):
    chain = "x" + ".y" * depth
    check_with(f"r = [chat.create()]\n{chain}\nprint(r[0]['id'])  # OAI112:7\n" if depth < 1000 else "pass\n", "legacy")
