"""What cannot be migrated is left with its unit: a call, its arguments, all that is done with its response."""

from __future__ import annotations

from rewrite.given import check, examples

HEADER = "import openai\n"

UNITS = """
--- a call beside others
openai.Edit.create(model="m", instruction="Shorten")
print(openai.Completion.create(model="m", prompt="p")["id"])
>>>
left: openai.Edit.create has no exact counterpart
import openai
openai.Edit.create(model="m", instruction="Shorten")
print(openai.completions.create(model="m", prompt="p").id)
--- a response, and not the one of another call under the same name
r = openai.Model.list()
for key in r:
    print(key)
r = openai.Completion.create(model="n", prompt="p")
print(r["id"])
>>>
left: what a list call returned gave its keys, and gives its items today
import openai
r = openai.Model.list()
for key in r:
    print(key)
r = openai.completions.create(model="n", prompt="p")
print(r.id)
--- two responses that meet are one unit
def read(r):
    for key in r:
        print(key)
read(openai.Model.list())
read(openai.File.list())
print(openai.Moderation.create(input="x")["id"])
>>>
left: what a list call returned gave its keys, and gives its items today
import openai
def read(r):
    for key in r:
        print(key)
read(openai.Model.list())
read(openai.File.list())
print(openai.moderations.create(input="x").id)
--- a name that is imported stays with what uses it
from openai import Edit, Completion
Edit.create(model="m", instruction="Shorten")
>>>
left: openai.Edit.create has no exact counterpart
--- an attribute alone
r = openai.Completion.create(model="m", prompt="p")
print(r.response_ms, r["id"])
>>>
left: today's objects have no response_ms
import openai
r = openai.completions.create(model="m", prompt="p")
print(r.response_ms, r.id)
--- an attribute whose error is caught
r = openai.Completion.create(model="m", prompt="p")
try:
    print(r.response_ms)
except Exception:
    print("slow")
print(r["id"], openai.Model.list()["data"])
>>>
left: today's objects have no response_ms
import openai
r = openai.Completion.create(model="m", prompt="p")
try:
    print(r.response_ms)
except Exception:
    print("slow")
print(r["id"], openai.models.list().data)
--- a method that is awaited and handed on
def methods():
    return openai.Completion.create, openai.Completion.acreate
>>>
left: a method that is awaited is handed on
import openai
def methods():
    return openai.completions.create, openai.Completion.acreate
--- the settings stay those of the module
openai.api_key = "k"
openai.api_base = "https://gateway.example/v1/"
openai.Edit.create(model="m", instruction="Shorten")
openai.Model.list()
>>>
left: openai.Edit.create has no exact counterpart
import openai
openai.api_key = "k"
openai.base_url = "https://gateway.example/v1/"
openai.Edit.create(model="m", instruction="Shorten")
openai.models.list()
--- nothing, where a client object is asked for [instance]
openai.api_key = "k"
openai.Edit.create(model="m", instruction="Shorten")
openai.Model.list()
>>>
left: openai.Edit.create has no exact counterpart
--- nothing, where its error would be caught
def old():
    openai.Edit.create(model="m", instruction="Shorten")
try:
    old()
except:
    print("no")
openai.Model.list()
>>>
left: openai.Edit.create has no exact counterpart
--- nothing, where a resource goes on under a name
edit = openai.Edit
edit.create(model="m", instruction="Shorten")
openai.Model.list()
>>>
left: openai.Edit
"""


@examples(UNITS, header=HEADER)
def test_units(before, expected, settings):
    check(before, expected, **settings)
