"""Responses, methods and arguments of 0.x that travel: through containers, wrappers, classes and functions."""

from __future__ import annotations

import pytest
from values.given import check_with

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
--- near: a base class whose subclass may get something else
class Base:
    def run(self, answer):
        return self.show(answer)
class Bot(Base):
    def show(self, answer):
        return answer["choices"]
Bot().run(chat.create())
Bot().run({"choices": []})
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
--- near: a list with other dicts in it
rows = [{"id": 1}]
rows.append(chat.create())
for row in rows:
    print(row["id"])
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


@examples(TRAVEL)
def test_travel(source):
    check_with(source, "legacy")


@examples(KEYS)
def test_keys(source):
    check_with(source, "current")


@pytest.mark.parametrize("depth", [900, 20000])
def test_a_chain_deeper_than_python_can_walk_hides_nothing_else(depth):
    chain = "x" + ".y" * depth
    check_with(f"r = [chat.create()]\n{chain}\nprint(r[0]['id'])  # OAI112:7\n" if depth < 1000 else "pass\n", "legacy")
