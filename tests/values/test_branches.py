"""Branches that meet: what is sure on every path, and what is only maybe."""

from __future__ import annotations

import pytest
from values.given import GIVEN, check_with

from examples import examples

BRANCHES = r"""
--- both branches the same call
if x:
    r = chat.create()
else:
    r = chat.create(n=2)
print(r["id"])  # OAI112:7
--- two kinds of responses
if x:
    r = chat.create()
else:
    r = client.completions.create()
print(r["choices"])  # OAI112:7
--- maybe is silent
if x:
    r = chat.create()
else:
    r = load()
print(r["id"])
--- maybe a dict display
r = {"id": 1}
if x:
    r = chat.create()
print(r["id"])
--- within the branch it is sure
r = load()
if x:
    r = chat.create()
    print(r["id"])  # OAI112:11
print(r["id"])
--- None as a stand-in
r = None
if x:
    r = chat.create()
print(r["id"])  # OAI112:7
--- the other branch leaves
if x:
    r = chat.create()
else:
    raise SystemExit
print(r["id"])  # OAI112:7
--- the other branch of a function returns
def f(x):
    r = load()
    if x:
        r = chat.create()
    else:
        return r["id"]
    return r["id"]  # OAI112:12
--- the other branch of a loop goes on
for x in xs:
    r = load()
    if x:
        r = chat.create()
    else:
        continue
    print(r["id"])  # OAI112:11
--- elif
if a:
    r = chat.create()
elif b:
    r = chat.create(n=1)
else:
    r = chat.create(n=2)
print(r["id"])  # OAI112:7
--- elif with an unknown
if a:
    r = chat.create()
elif b:
    r = load()
else:
    r = chat.create(n=2)
print(r["id"])
--- conditional expression
r = chat.create() if x else chat.create(n=1)
print(r["id"])  # OAI112:7
--- conditional expression with an unknown
r = chat.create() if x else load()
print(r["id"])
--- conditional expression with None
r = chat.create() if x else None
print(r["id"])  # OAI112:7
--- or with an unknown
r = cached or chat.create()
print(r["id"])
--- or with an empty dict
r = chat.create() or {}
print(r["id"])  # OAI112:7
--- try and give up
try:
    r = chat.create()
except ValueError:
    r = None
print(r["id"])  # OAI112:7
--- try and a dict instead
try:
    r = chat.create()
except ValueError:
    r = {"id": 0}
print(r["id"])
--- try and leave
try:
    r = chat.create()
except ValueError:
    raise
print(r["id"])  # OAI112:7
--- try with else
try:
    r = chat.create()
except ValueError:
    print("no")
else:
    print(r["id"])  # OAI112:11
--- finally
try:
    r = chat.create()
finally:
    print("done")
print(r["id"])  # OAI112:7
--- nested
if a:
    if b:
        r = chat.create()
    else:
        r = chat.create(n=1)
else:
    r = chat.create(n=2)
print(r["id"])  # OAI112:7
--- a class by choice
cls = AsyncOpenAI if x else OpenAI
c = cls()
print(c.chat.completions.create())
--- match binds it
match chat.create():
    case r:
        print(r["id"])  # OAI112:15
--- match in its cases
match kind:
    case "a":
        r = chat.create()
    case _:
        r = chat.create(n=1)
print(r["id"])  # OAI112:7
--- match where one case is something else
match kind:
    case "a":
        r = chat.create()
    case _:
        r = load()
print(r["id"])
--- match with as
match chat.create():
    case object() as r:
        print(r["id"])  # OAI112:15
--- behind a match its subject is what it was
r = chat.create()
match r:
    case None | 1:
        r["id"]
    case int():
        r["id"]
r["id"]  # OAI112:1
--- match takes parts of a class
r = chat.create()
match r.choices[0]:
    case object(message=m):
        print(m["content"])  # OAI112:15
--- near: match in which no case need apply
r = load()
match kind:
    case "a":
        r = chat.create()
print(r["id"])
--- near: a case binds the name to something else
r = chat.create()
match x:
    case {"a": r}:
        print(r["id"])
"""


@pytest.mark.parametrize("sdk", GIVEN)
@examples(BRANCHES)
def test_branches(source, sdk):
    check_with(source, sdk)
