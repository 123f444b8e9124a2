"""Ways for a response to travel through a program, from where it is made to where it is read as the dict that it was.

Each way is a program with places to fill in; with each of ``RESOURCES`` it is a program of its own. They are run with
openai 0.28.1, fixed, and run with today's SDK: all of them by ``python tests/behaviour/ways.py [word …]``, in the tests
each way once. What is left as a whole, with its cause, is no error; what behaves otherwise is one.

``<call>`` makes a response, ``<read>`` are the keys that lead to what is printed. ``<part>`` leads to an object within
the response, ``<rest>`` from there to what is printed. A line ``# name.py`` begins another file; the first one is
``main.py``.
"""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

sys.path[:0] = [str(Path(__file__).parents[1]), str(Path(__file__).parents[2])]

from behaviour.running import Did, Program, run  # noqa: E402

from flake8_openai_v1.fix.fixer import Options, Source, fix_files  # noqa: E402
from flake8_openai_v1.fix.results import Fixed  # noqa: E402
from flake8_openai_v1.project.config import Config  # noqa: E402


class Resource(NamedTuple):
    """A call, and keys into what it gives."""

    call: str
    part: str
    rest: str

    @property
    def read(self) -> str:
        """The keys from the response itself."""
        return self.part + self.rest


RESOURCES = {
    "chat": Resource(
        'openai.ChatCompletion.create(model="gpt-4o", messages=[{"role": "user", "content": "tide"}])',
        '["choices"][0]["message"]',
        '["content"]',
    ),
    "embedding": Resource(
        'openai.Embedding.create(model="text-embedding-ada-002", input="tide")', '["data"][0]', '["embedding"][:2]'
    ),
    "moderation": Resource('openai.Moderation.create(input="is this rude?")', '["results"][0]', '["flagged"]'),
    "image": Resource('openai.Image.create(prompt="a lighthouse")', '["data"][0]', '["url"]'),
}

WAYS = {
    "alias of a dict": """
import json, openai
album = json.loads('{"title": "sea"}')
page = album
page["cover"] = <call>
print(album["cover"]<read>)
""",
    "setattr": """
import openai
class Page: pass
page = Page()
setattr(page, "check", <call>)
print(page.check<read>)
""",
    "write() of a shelf": """
import openai
from shelf import shelf
shelf.write(<call>)
print(shelf.item<read>)
# shelf.py
class Shelf:
    def write(self, item):
        self.item = item
shelf = Shelf()
""",
    "info() of a shelf": """
import openai
from shelf import make
shelf = make("info")
shelf.info(<call>)
print(shelf.items[-1]<read>)
# shelf.py
class Shelf:
    def __init__(self, name):
        self.name, self.items = name, []
    def info(self, item):
        self.items.append(item)
def make(name):
    return Shelf(name)
""",
    "attribute of an exception": """
import openai
class Refused(Exception):
    def __init__(self, verdict):
        self.verdict = verdict
try:
    raise Refused(<call>)
except Refused as refusal:
    print(refusal.verdict<read>)
""",
    "args of an exception": """
import openai
def ask():
    raise LookupError("no", <call>)
try:
    ask()
except LookupError as error:
    print(error.args[1]<read>)
""",
    "operator.setitem": """
import operator, openai
shelf = {}
operator.setitem(shelf, "tide", <call>)
print(shelf["tide"]<read>)
""",
    "deque, popleft": """
import collections, openai
recent = collections.deque([<call>], maxlen=1)
print(recent.popleft()<read>)
""",
    "setdefault": """
import openai
known = {}
def ask(name):
    return known.setdefault(name, <call>)
ask("tide")
print(known["tide"]<read>)
""",
    "update of a dict": """
import json, openai
page = json.loads("{}")
page.update(cover=<call>)
print(page["cover"]<read>)
""",
    "__dict__": """
import openai
class Page: pass
page = Page()
page.__dict__["check"] = <call>
print(page.check<read>)
""",
    "SimpleNamespace": """
import openai
from types import SimpleNamespace
page = SimpleNamespace(title="sea", cover=<call>)
print(page.title, page.cover<read>)
""",
    "queue": """
import queue, threading, openai
jobs = queue.Queue()
def work():
    jobs.put(("tide", <call>))
thread = threading.Thread(target=work)
thread.start()
thread.join()
name, found = jobs.get()
print(name, found<read>)
""",
    "thread local": """
import threading, openai
local = threading.local()
def ask():
    local.found = <call>
ask()
print(local.found<read>)
""",
    "context variable": """
import contextvars, openai
current = contextvars.ContextVar("current")
current.set(<call>)
def show():
    print(current.get()<read>)
show()
""",
    "send to a generator": """
import openai
def show():
    while True:
        found = yield
        print(found<read>)
shower = show()
next(shower)
shower.send(<call>)
""",
    "named tuple": """
import collections, openai
Page = collections.namedtuple("Page", "title found")
pages = [Page("sea", <call>)]
for page in pages:
    print(page.title, page.found<read>)
""",
    "dataclass in another file": """
import openai
from pages import Page, show
show(Page("sea", <call>))
# pages.py
from dataclasses import dataclass
from typing import Any
@dataclass
class Page:
    title: str
    found: Any
def show(page):
    print(page.title, page.found<read>)
""",
    "module attribute": """
import openai
import store
from show import show
store.last = <call>
show()
# store.py
last = None
# show.py
import store
def show():
    print(store.last<read>)
""",
    "globals()": """
import openai
globals()["found"] = <call>
print(found<read>)
""",
    "__setitem__ of a class": """
import openai
class Shelf:
    def __init__(self):
        self.kept = []
    def __setitem__(self, name, item):
        self.kept.append((name, item))
    def __getitem__(self, name):
        return dict(self.kept)[name]
shelf = Shelf()
shelf["tide"] = <call>
print(shelf["tide"]<read>)
""",
    "property setter": """
import openai
class Shelf:
    @property
    def item(self):
        return self._item
    @item.setter
    def item(self, item):
        self._item = item
shelf = Shelf()
shelf.item = <call>
print(shelf.item<read>)
""",
    "subscribers": """
import openai
from bus import publish
import show
publish("found", <call>)
# bus.py
handlers = {}
def on(event):
    def keep(handler):
        handlers.setdefault(event, []).append(handler)
        return handler
    return keep
def publish(event, found):
    for handler in handlers.get(event, []):
        handler(found)
# show.py
from bus import on
@on("found")
def show(found):
    print(found<read>)
""",
    "keywords handed on": """
import openai
from shelf import keep, kept
keep(title="sea", cover=<call>)
print(kept["cover"]<read>)
# shelf.py
kept = {}
def keep(**named):
    kept.update(named)
""",
    "defaultdict of lists": """
import collections, openai
rows = collections.defaultdict(list)
rows["tide"].append(<call>)
for name, found in rows.items():
    print(name, [one<read> for one in found])
""",
    "heap": """
import heapq, openai
heap = []
heapq.heappush(heap, (1, "tide", <call>))
order, name, found = heapq.heappop(heap)
print(name, found<read>)
""",
    "closure": """
import openai
def box():
    held = None
    def put(item):
        nonlocal held
        held = item
    def get():
        return held
    return put, get
put, get = box()
put(<call>)
print(get()<read>)
""",
    "pickle": """
import pickle, openai
text = pickle.dumps(dict(found=<call>))
print(pickle.loads(text)["found"]<read>)
""",
    "executor": """
from concurrent.futures import ThreadPoolExecutor
import openai
def ask(text):
    return {"text": text, "found": <call>}
with ThreadPoolExecutor(2) as pool:
    jobs = [pool.submit(ask, text) for text in "ab"]
for job in jobs:
    print(job.result()["text"], job.result()["found"]<read>)
""",
    "handler of a log": """
import logging, openai
class Keep(logging.Handler):
    def emit(self, record):
        print(record.found<read>)
log = logging.getLogger("keep")
log.addHandler(Keep())
log.error("found", extra={"found": <call>})
""",
    "a part returned by another file": """
from judge import verdict
print(verdict("tide")["result"]<rest>)
# judge.py
import openai
def verdict(text):
    found = <call>
    return {"text": text, "result": found<part>}
""",
    "a part given to another file": """
import ledger, openai
found = <call>
print(ledger.book({"user": "ann", "found": found<part>}))
# ledger.py
import json
def book(entry):
    return json.loads(json.dumps(entry))["found"]<rest>
""",
    "a part in a list of another file": """
from talk import Talk
talk = Talk()
talk.say("hello")
print([line<rest> for line in talk.lines])
# talk.py
import openai
class Talk:
    def __init__(self):
        self.lines = []
    def say(self, text):
        found = <call>
        self.lines.append(found<part>)
""",
    "a part in a tuple of another file": """
from judge import verdict
text, found = verdict("tide")
print(text, found<rest>)
# judge.py
import openai
def verdict(text):
    return text, <call><part>
""",
    "a part that a class keeps": """
from judge import Judge
judge = Judge()
judge.look()
print(judge.report()["last"]<rest>)
# judge.py
import openai
class Judge:
    last = None
    def look(self):
        self.last = <call><part>
    def report(self):
        return {"last": self.last}
""",
    "a part that is filtered and sorted": """
from judge import found
best = sorted(filter(None, found()), key=len)[-1]
print(best<rest>)
# judge.py
import openai
def found():
    return [None, <call><part>]
""",
    "callback of a future": """
from concurrent.futures import ThreadPoolExecutor
import openai
kept = []
def ask():
    return <call>
with ThreadPoolExecutor(1) as pool:
    pool.submit(ask).add_done_callback(lambda future: kept.append(future.result()))
print(kept[0]<read>)
""",
    "object that is iterated over": """
import openai
class Asker:
    def __call__(self, text):
        self.last = <call>
        return self.last
    def __iter__(self):
        yield self.last
asker = Asker()
asker("tide")
for one in asker:
    print(one<read>)
""",
    "object that is entered": """
import openai
from shelf import Shelf
class Asked(Shelf):
    def __init__(self):
        self.found = <call>
with Asked() as found:
    print(found<read>)
# shelf.py
class Shelf:
    def __enter__(self):
        return self.found
    def __exit__(self, *problem):
        return False
""",
    "keys that show at run time": """
import operator, openai
r = <call>
keys = sorted(r)
print(keys[0], operator.itemgetter(keys[0])(r) == r[keys[0]])
""",
    "text with names that show at run time": """
import openai
r = <call>
key = "id" if "id" in r else "created"
print(("%(" + key + ")s") % r is not None)
""",
    "text that was printed": """
import contextlib, io, json, openai
out = io.StringIO()
with contextlib.redirect_stdout(out):
    print(<call>)
print(json.loads(out.getvalue())<read>)
""",
    "cell of a table": """
import csv, io, json, openai
out = io.StringIO()
csv.writer(out).writerow(["tide", <call><part>])
print(json.loads(next(csv.reader([out.getvalue()]))[1])<rest>)
""",
    "queue, by iter": """
import queue, openai
jobs = queue.Queue()
jobs.put(<call>)
jobs.put(None)
for found in iter(jobs.get, None):
    print(found<read>)
""",
    "append that is handed on": """
import openai
from work import Asker
rows = []
Asker(rows.append).ask()
print(rows[0]<read>)
# work.py
import openai
class Asker:
    def __init__(self, then):
        self.then = then
    def ask(self):
        self.then(<call>)
""",
    "callback of a pool": """
from multiprocessing.pool import ThreadPool
import openai
rows = []
def ask():
    return <call>
with ThreadPool(1) as pool:
    pool.apply_async(ask, callback=rows.append).wait()
print(rows[0]<read>)
""",
    "deep in a dict": """
import openai
state = {"user": {"session": {"calls": []}}}
state["user"]["session"]["calls"].append({"n": 1, "found": <call>})
print(state["user"]["session"]["calls"][-1]["found"]<read>)
""",
    "class below a dict of Python's own": """
import collections, openai
class Box(collections.UserDict):
    pass
box = Box({"found": <call>})
print(box["found"]<read>)
""",
    "popitem, fromkeys, get that is handed on": """
import openai
known = dict.fromkeys(["a"], <call>)
def look(get):
    return get("a")
print(look(known.get)<read>, known["a"]<read>, known.popitem()[1]<read>)
""",
    "loop that is left before its else": """
import openai
found = <call>
for _ in range(2):
    if found:
        break
else:
    found = {}
print(found<read>)
""",
    "pattern for a dict": """
import openai
def kind(found):
    match found:
        case str():
            return "text"
        case {"choices": _} | {"data": _} | {"results": _}:
            return "response"
    return "?"
print(kind("a"), kind(<call>))
""",
    "settings made by a file that is given the module": """
import openai
from boot import boot
boot(openai)
print(<call><read>)
# boot.py
from config import Config
def boot(sdk):
    Config(sdk).apply()
# config.py
class Config:
    def __init__(self, sdk):
        self.sdk = sdk
    def apply(self):
        self.sdk.api_base = "https://gateway.internal/v1"
""",
}  # fmt: skip
"""What is done with a response → the program."""

FILE = re.compile(r"^# (\w+\.py)\n", re.MULTILINE)


def program(way: str, resource: str) -> Program:
    """A way with a resource."""
    text, with_it = WAYS[way].lstrip("\n"), RESOURCES[resource]
    for name in ("call", "read", "part", "rest"):
        text = text.replace(f"<{name}>", getattr(with_it, name))
    first, *others = FILE.split(text)
    files = {"main.py": first, **dict(zip(others[::2], others[1::2], strict=True))}
    return Program(f"{way}, {resource}", {name: one.encode() for name, one in files.items()}, "main.py")


def fixed(one: Program) -> list[Fixed]:
    """What becomes of its files."""
    return fix_files([Source(name, content) for name, content in one.files.items()], Config(), Options())


class Outcome(NamedTuple):
    """What came of one way."""

    before: Did
    results: list[Fixed]
    after: Did | None
    """None where a file is left."""

    @property
    def verdict(self) -> str:
        """``same``, ``left``, or what is wrong."""
        if self.before.status:
            return f"wrong: does not run before: {self.before.complaint}"
        if self.after is None:
            changed = any(one.after != one.before for one in self.results)
            caused = all(left.reason for one in self.results for left in one.left)
            return "left" if caused and not changed else "wrong: left in part"
        return "same" if self.after.said() == self.before.said() else f"wrong: {self.after.complaint[-300:]}"


def outcome(one: Program) -> Outcome:
    """Run a program, fix it, run it again."""
    results = fixed(one)
    left = any(found.failure or any(one.finding.code != "OAI502" for one in found.left) for found in results)
    text = {**one.files, **{found.path: found.after for found in results}}
    return Outcome(run(one), results, None if left else run(one._replace(files=text), "current"))


def rotating() -> Iterator[tuple[str, str]]:
    """Each way once, each resource in turn."""
    names = list(RESOURCES)
    for number, way in enumerate(WAYS):
        yield way, names[number % len(names)]


def main(words: list[str]) -> int:
    """Try all ways with all resources, or those of which a word is named; show what is left and what is wrong."""
    counted: dict[str, int] = {}
    for way in WAYS:
        for resource in RESOURCES:
            name = f"{way}, {resource}"
            if words and not any(word in name for word in words):
                continue
            found = outcome(program(way, resource))
            verdict = found.verdict
            counted[verdict[:5]] = counted.get(verdict[:5], 0) + 1
            print(f"{name}: {verdict}")
            if verdict == "left":
                for reason in {left.reason for one in found.results for left in one.left}:
                    print(f"    {reason}")
    print(counted)
    return int(any(verdict.startswith("wrong") for verdict in counted))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
