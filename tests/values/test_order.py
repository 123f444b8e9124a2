"""What a name is after assignments, in order."""

from __future__ import annotations

import pytest
from values.given import GIVEN, check_with

from examples import examples

ORDER = r"""
--- assigned
r = chat.create()
print(r["id"])  # OAI112:7
--- assigned twice, the last counts
r = chat.create()
r = {"id": 1}
print(r["id"])
--- a dict before, a response after
r = {"id": 1}
print(r["id"])
r = chat.create()
print(r["id"])  # OAI112:7
--- not assigned
print(chat.create()["id"])  # OAI112:7
--- chained assignment
a = b = chat.create()
print(a["id"])  # OAI112:7
print(b["id"])  # OAI112:7
--- a chain of names
a = chat.create()
b = a
c = b
print(c["id"])  # OAI112:7
--- a part under a name
r = chat.create()
choice = r.choices[0]
message = choice.message
print(message["content"])  # OAI112:7
--- rebound to a plain part
r = chat.create()
r = r.choices[0].message.content
print(r["x"])
--- rebound to a model below
r = chat.create()
r = r.choices[0]
print(r["text"])  # OAI112:7
--- rebound to itself as a dict
r = chat.create()
r = r.model_dump()
print(r["id"])
--- deleted
r = chat.create()
del r
r["id"]
--- augmented
r = chat.create()
r += x
print(r["id"])
--- with an annotation of something else
r: dict = load()
print(r["id"])
--- annotated assignment keeps the known value
r: object = chat.create()
print(r["id"])  # OAI112:7
--- an alias of the method
create = chat.create
r = create()
print(r["id"])  # OAI112:7
--- an alias of the resource
c = chat
print(c.create()["id"])  # OAI112:7
--- the client below the client
c = client.with_options(timeout=3)
print(c.chat.completions.create()["id"])  # OAI112:7
--- used before it is assigned
print(r["id"])
r = chat.create()
--- walrus in a condition
if (r := chat.create()):
    print(r["id"])  # OAI112:11
--- walrus in an argument
print((r := chat.create()).id, r["id"])  # OAI112:32
--- walrus in a comprehension
ids = [r["id"] for x in xs if (r := chat.create())]  # OAI112:8
print(r["id"])  # OAI112:7
--- walrus subscripted at once
print((r := chat.create())["id"])  # OAI112:7
--- assigned in parentheses
(r) = (chat.create())
print((r)["id"])  # OAI112:7
--- near: a name of a loop that hides it
r = chat.create()
for r in rows:
    print(r["id"])
--- near: a parameter that hides it
r = chat.create()
def show(r):
    return r["id"]
--- near: an import that hides it
r = chat.create()
import r
print(r["id"])
--- near: a with that hides it
r = chat.create()
with open("f") as r:
    print(r["id"])
--- near: an except that hides it
r = chat.create()
try:
    pass
except ValueError as r:
    print(r["id"])
--- near: a def that hides it
r = chat.create()
def r(): pass
print(r["id"])
"""


@pytest.mark.parametrize("sdk", GIVEN)
@examples(ORDER)
def test_order(source, sdk):
    check_with(source, sdk)
