"""What loops, comprehensions, unpacking and the functions on iterables give."""

from __future__ import annotations

import pytest
from values.given import GIVEN, check_with

from examples import examples

LOOPS = r"""
--- choices of a response
for choice in chat.create().choices:
    print(choice["text"])  # OAI112:11
--- choices taken by subscript
r = chat.create()
for choice in r["choices"]:  # OAI112:15
    print(choice["message"]["content"])  # OAI112:11
--- a stream
for chunk in chat.create(stream=True):
    print(chunk["choices"][0]["delta"])  # OAI112:11
--- a stream under a name
stream = chat.create(stream=True)
for chunk in stream:
    print(chunk["id"])  # OAI112:11
--- a page
for model in client.models.list():
    print(model["id"])  # OAI112:11
--- data of a page
for model in client.models.list().data:
    print(model["id"])  # OAI112:11
--- enumerate
for n, choice in enumerate(chat.create().choices):
    print(n, choice["text"])  # OAI112:14
--- enumerate with a start
for n, choice in enumerate(chat.create().choices, 1):
    print(n["x"], choice["text"])  # OAI112:19
--- zip
for row, item in zip(rows, client.embeddings.create().data):
    print(row["x"], item["embedding"])  # OAI112:21
--- zip, strict
for item, row in zip(client.embeddings.create().data, rows, strict=True):
    print(row["x"], item["embedding"])  # OAI112:21
--- enumerate of zip
for n, (row, item) in enumerate(zip(rows, client.embeddings.create().data)):
    print(n, row["x"], item["embedding"])  # OAI112:24
--- sorted and reversed
for item in reversed(sorted(client.embeddings.create().data, key=lambda d: d.index)):
    print(item["embedding"])  # OAI112:11
--- the key of sorted
data = client.embeddings.create().data
data = sorted(data, key=lambda d: d["index"])  # OAI112:35
--- the key of sort
data = client.embeddings.create().data
data.sort(key=lambda d: d["index"])  # OAI112:25
print(data[0]["embedding"])  # OAI112:7
--- min and max
r = chat.create()
print(min(r.choices, key=lambda c: c.index)["text"])  # OAI112:7
print(max(r.choices)["text"])  # OAI112:7
--- next
print(next(iter(chat.create().choices))["text"])  # OAI112:7
--- next of a stream
stream = chat.create(stream=True)
first = next(stream)
print(first["id"])  # OAI112:7
--- list and tuple
print(list(chat.create(stream=True))[0]["id"])  # OAI112:7
print(tuple(client.models.list())[0]["id"])  # OAI112:7
--- filter
for c in filter(lambda c: c["text"], chat.create().choices):  # OAI112:27
    print(c["text"])  # OAI112:11
--- filter with None
for c in filter(None, chat.create().choices):
    print(c["text"])  # OAI112:11
--- map with a lambda
for t in map(lambda c: c["text"], chat.create().choices):  # OAI112:24
    print(t["x"])
--- map to models
for m in map(lambda c: c.message, chat.create().choices):
    print(m["content"])  # OAI112:11
--- map with a function of the file
def message(c):
    return c["message"]  # OAI112:12
for m in map(message, chat.create().choices):
    print(m["content"])  # OAI112:11
--- list comprehension
texts = [c["text"] for c in chat.create().choices]  # OAI112:10
--- list comprehension makes a list of models
messages = [c.message for c in chat.create().choices]
print(messages[0]["content"])  # OAI112:7
--- generator expression
m = next(c.message for c in chat.create().choices)
print(m["content"])  # OAI112:7
--- set comprehension
ids = {m["id"] for m in client.models.list()}  # OAI112:8
--- dict comprehension
d = {m["id"]: m["owned_by"] for m in client.models.list()}  # OAI112:6 OAI112:15
--- nested comprehension
t = [c["text"] for r in [chat.create(), chat.create()] for c in r.choices]  # OAI112:6
--- comprehension condition
t = [c for c in chat.create().choices if c["text"]]  # OAI112:42
--- a list filled in a loop
rs = []
for p in prompts:
    rs.append(chat.create())
for r in rs:
    print(r["id"])  # OAI112:11
--- a list display
rs = [chat.create(), chat.create()]
print(rs[0]["id"], rs[-1]["id"])  # OAI112:7 OAI112:20
--- a slice
for c in chat.create().choices[1:]:
    print(c["text"])  # OAI112:11
--- while
r = chat.create()
while r["choices"]:  # OAI112:7
    r = chat.create()
--- while with walrus
while (r := chat.create()):
    print(r["id"])  # OAI112:11
--- assigned late in the loop, used early
r = None
while True:
    if r:
        print(r["id"])  # OAI112:15
    r = chat.create()
--- maybe in a loop
r = {"id": 1}
for x in xs:
    print(r["id"])
    r = chat.create()
--- for with else
for x in xs:
    r = chat.create()
else:
    r = chat.create()
print(r["id"])  # OAI112:7
--- retry loop with break
while True:
    try:
        r = chat.create()
        break
    except ValueError:
        continue
print(r["id"])  # OAI112:7
--- tuple unpacking of a list
first, second = chat.create().choices
print(first["text"], second["text"])  # OAI112:7 OAI112:22
--- starred unpacking
first, *rest = chat.create().choices
print(first["text"])  # OAI112:7
for c in rest:
    print(c["text"])  # OAI112:11
--- unpacking of a pair
a, b = chat.create(), load()
print(a["id"])  # OAI112:7
print(b["id"])
--- swapped
a, b = chat.create(), load()
a, b = b, a
print(a["id"])
print(b["id"])  # OAI112:7
--- a pair in a list
pairs = [(p, chat.create()) for p in prompts]
for p, r in pairs:
    print(p["x"], r["id"])  # OAI112:19
--- pairs appended
pairs = []
for p in prompts:
    pairs.append((p, chat.create()))
for p, r in pairs:
    print(p["x"], r["id"])  # OAI112:19
--- dict of responses
d = {"a": chat.create()}
print(d["a"]["id"])  # OAI112:7
--- dict of responses filled
d = {}
for p in prompts:
    d[p] = chat.create()
print(d[p]["id"])  # OAI112:7
--- items of a dict of responses
d = {p: chat.create() for p in prompts}
for p, r in d.items():
    print(p["x"], r["id"])  # OAI112:19
--- values of a dict of responses
d = {p: chat.create() for p in prompts}
for r in d.values():
    print(r["id"])  # OAI112:11
--- copies
import copy
print(copy.copy(chat.create())["id"])  # OAI112:7
print(copy.deepcopy(chat.create())["id"])  # OAI112:7
--- tqdm
from tqdm import tqdm
for m in tqdm(client.models.list()):
    print(m["id"])  # OAI112:11
--- itertools
import itertools
for c in itertools.islice(chat.create().choices, 2):
    print(c["text"])  # OAI112:11
for c in itertools.chain(chat.create().choices, chat.create().choices):
    print(c["text"])  # OAI112:11
--- near: chain of something else too
import itertools
for c in itertools.chain(chat.create().choices, rows):
    print(c["text"])
--- near: min of two things
print(max(chat.create(), load())["id"])
--- a list that also takes something else
rs = []
rs.append(chat.create())
rs.append(load())
for r in rs:
    print(r["id"])  # OAI112:11
--- near: a list from elsewhere
rs = load()
rs.append(chat.create())
print(rs[0]["id"])
--- near: list of plain values
for t in [c.message.content for c in chat.create().choices]:
    print(t["x"])
--- near: an index into a list is fine
print(chat.create().choices[0].message.content[0])
--- near: vectors are lists
v = client.embeddings.create().data[0].embedding
print(v[0], v[1:], len(v), 3 in v)
--- near: zip of vectors
for a, b in zip(client.embeddings.create().data[0].embedding, v):
    print(a["x"], b["x"])
--- near: parts of a page
print(client.models.list().data[0].id)
"""


@pytest.mark.parametrize("sdk", GIVEN)
@examples(LOOPS)
def test_loops(source, sdk):
    check_with(source, sdk)
