# ruff: noqa: E501
"""Arguments that come to a call in dicts: who has such a dict decides whether its keys can be renamed."""

from __future__ import annotations

import pytest
from fix.given import check, examples, run

KEYS = r"""
--- beside something that is deeper than values are followed
def options():
    return {"engine": "m"}
def both():
    rows = [{"a": [{"b": [1]}]}]
    return rows, options()
def ask():
    rows, given = both()
    print(rows)
    return openai.Completion.create(prompt="p", **given)
>>>
import openai
def options():
    return {"model": "m"}
def both():
    rows = [{"a": [{"b": [1]}]}]
    return rows, options()
def ask():
    rows, given = both()
    print(rows)
    return openai.completions.create(prompt="p", **given)
--- deeper than values are followed
def ask(keep):
    given = {"engine": "m"}
    rows = [{"a": [{"b": [given]}]}]
    keep(rows)
    return openai.Completion.create(prompt="p", **given)
>>>
import openai
def ask(keep):
    given = {"engine": "m"}
    rows = [{"a": [{"b": [given]}]}]
    keep(rows)
    return openai.completions.create(prompt="p", **{"model" if name == "engine" else name: value for name, value in given.items()})
--- a model beside a deployment that comes in a dict where there is one
def ask(engine, text):
    kwargs = {}
    if engine:
        kwargs["engine"] = engine
    return openai.Completion.create(model="m", prompt=text, **kwargs)
>>>
import openai
def ask(engine, text):
    kwargs = {}
    if engine:
        kwargs["model"] = engine
    return openai.completions.create(prompt=text, **{"model": "m", **kwargs})
--- a model beside a deployment that comes in a dict, and may be None
def ask(engine, small, text):
    kwargs = {"engine": engine}
    return openai.Completion.create(model="s" if small else "m", prompt=text, **kwargs)
>>>
import openai
def ask(engine, small, text):
    kwargs = {"model": engine}
    return openai.completions.create(prompt=text, **{**kwargs, "model": kwargs.get("model") or ("s" if small else "m")})
--- a deployment that is put behind the model
def ask(model, engine, text):
    kwargs = {"model": model}
    if engine is not None:
        kwargs["engine"] = engine
    return openai.Completion.create(prompt=text, **kwargs)
>>>
import openai
def ask(model, engine, text):
    kwargs = {"model": model}
    if engine is not None:
        kwargs["model"] = engine
    return openai.completions.create(prompt=text, **kwargs)
--- a deployment that is put behind the model, and may be None
def ask(model, engine, text):
    kwargs = dict(model=model)
    kwargs["engine"] = engine
    return openai.Completion.create(prompt=text, **kwargs)
>>>
import openai
def ask(model, engine, text):
    kwargs = dict(model=model)
    kwargs["model"] = engine or kwargs.get("model")
    return openai.completions.create(prompt=text, **kwargs)
--- two names of a deployment in one dict: engine decided
def ask(first, second):
    given = {"engine": first}
    given["deployment_id"] = second
    return openai.Completion.create(prompt="p", **given)
>>>
import openai
def ask(first, second):
    given = {"engine": first}
    given["model"] = second
    return openai.completions.create(prompt="p", model=given.get("engine") or given.get("model"), **{name: value for name, value in given.items() if name not in ("engine", "model")})
--- two names of a deployment in one dict, the one that decided last
def ask(first, second):
    given = {"deployment_id": first}
    if second:
        given["engine"] = second
    return openai.Completion.create(prompt="p", **given)
>>>
import openai
def ask(first, second):
    given = {"model": first}
    if second:
        given["model"] = second
    return openai.completions.create(prompt="p", **given)
--- a deployment by keyword, and the other name of one in a dict
def ask(first, second):
    given = {"engine": first}
    return openai.Completion.create(prompt="p", deployment_id=second, **given)
>>>
left: engine= and deployment_id= are both given
--- a deployment or a model
def ask(on_azure, name, text):
    kwargs = {}
    if on_azure:
        kwargs["engine"] = name
    else:
        kwargs["model"] = name
    return openai.Completion.create(prompt=text, **kwargs)
>>>
import openai
def ask(on_azure, name, text):
    kwargs = {}
    if on_azure:
        kwargs["model"] = name
    else:
        kwargs["model"] = name
    return openai.completions.create(prompt=text, **kwargs)
--- a deployment of one call, and a model of another
def complete(**options):
    return openai.Completion.create(prompt="p", **options)
complete(engine="e")
complete(model="m")
>>>
import openai
def complete(**options):
    return openai.completions.create(prompt="p", **options)
complete(model="e")
complete(model="m")
--- a model that is put behind the deployment
def ask(engine, text):
    kwargs = {}
    kwargs["engine"] = engine
    kwargs["model"] = "m"
    return openai.Completion.create(prompt=text, **kwargs)
>>>
import openai
def ask(engine, text):
    kwargs = {}
    kwargs["engine"] = engine
    kwargs["model"] = "m"
    return openai.completions.create(prompt=text, model=kwargs.get("engine") or kwargs.get("model"), **{name: value for name, value in kwargs.items() if name not in ("engine", "model")})
--- a model or a deployment, the next time the other
def ask(texts, kinds, name):
    kwargs = {}
    for text, kind in zip(texts, kinds):
        if kind:
            kwargs["engine"] = name
        else:
            kwargs["model"] = name
        openai.Completion.create(prompt=text, **kwargs)
>>>
import openai
def ask(texts, kinds, name):
    kwargs = {}
    for text, kind in zip(texts, kinds):
        if kind:
            kwargs["engine"] = name
        else:
            kwargs["model"] = name
        openai.completions.create(prompt=text, model=kwargs.get("engine") or kwargs.get("model"), **{name: value for name, value in kwargs.items() if name not in ("engine", "model")})
--- a model or a deployment, in a dict that others have, too
def ask(kwargs, text, kind, name):
    if kind:
        kwargs["engine"] = name
    else:
        kwargs["model"] = name
    return openai.Completion.create(prompt=text, **kwargs)
print(ask({}, "p", True, "n"))
>>>
import openai
def ask(kwargs, text, kind, name):
    if kind:
        kwargs["engine"] = name
    else:
        kwargs["model"] = name
    return openai.completions.create(prompt=text, model=kwargs.get("engine") or kwargs.get("model"), **{name: value for name, value in kwargs.items() if name not in ("engine", "model")})
print(ask({}, "p", True, "n"))
--- a model by keyword beside a dict with a deployment
def complete(**options):
    return openai.Completion.create(prompt="p", **options)
given = {"engine": "e"}
complete(model="m", **given)
>>>
import openai
def complete(**options):
    return openai.completions.create(prompt="p", model=options.get("engine") or options.get("model"), **{name: value for name, value in options.items() if name not in ("engine", "model")})
given = {"engine": "e"}
complete(model="m", **given)
--- two dicts become one
first, second = {"engine": "e"}, {"model": "m"}
openai.Completion.create(prompt="p", **{**first, **second})
>>>
left: model and this engine may be in one dict
--- two dicts are given to one call
first = {"engine": "e"}
second = {"model": "m"}
openai.Completion.create(prompt="p", **first, **second)
>>>
left: model and this engine may be in one dict
--- a model that a function adds to what it is given
def complete(**options):
    options.setdefault("model", "m")
    return openai.Completion.create(prompt="p", **options)
complete(engine="e")
>>>
import openai
def complete(**options):
    options.setdefault("model", "m")
    return openai.completions.create(prompt="p", model=options.get("engine") or options.get("model"), **{name: value for name, value in options.items() if name not in ("engine", "model")})
complete(engine="e")
--- a model that is put into what an object keeps
class Asker:
    def __init__(self, engine):
        self._given = {"engine": engine}
    def ask(self, model):
        self._given["model"] = model
        return openai.Completion.create(prompt="p", **self._given)
print(Asker("e").ask("m"))
>>>
import openai
class Asker:
    def __init__(self, engine):
        self._given = {"engine": engine}
    def ask(self, model):
        self._given["model"] = model
        return openai.completions.create(prompt="p", model=self._given.get("engine") or self._given.get("model"), **{name: value for name, value in self._given.items() if name not in ("engine", "model")})
print(Asker("e").ask("m"))
--- a model that is merged behind the deployment
def ask(engine):
    more = {"model": "m"}
    given = {}
    given["engine"] = engine
    given.update(more)
    return openai.Completion.create(prompt="p", **given)
>>>
import openai
def ask(engine):
    more = {"model": "m"}
    given = {}
    given["engine"] = engine
    given.update(more)
    return openai.completions.create(prompt="p", model=given.get("engine") or given.get("model"), **{name: value for name, value in given.items() if name not in ("engine", "model")})
--- the name of an argument by a test
import openai
import sys
def ask(text, name):
    key = "engine" if sys.argv else 'model'
    given = {key: name}
    return openai.Completion.create(prompt=text, **given)
>>>
import openai
import sys
def ask(text, name):
    key = "model" if sys.argv else 'model'
    given = {key: name}
    return openai.completions.create(prompt=text, **given)
--- the name of an argument, set again, in two functions
def ask(text, name, azure):
    key = "model"
    if azure:
        key = "deployment_id"
    given = dict(prompt=text)
    given[key] = name
    return openai.Completion.create(**given)
def show(key):
    print(key)
>>>
import openai
def ask(text, name, azure):
    key = "model"
    if azure:
        key = "model"
    given = dict(prompt=text)
    given[key] = name
    return openai.completions.create(**given)
def show(key):
    print(key)
--- the name of an argument where it stands
def ask(text, name, azure):
    return openai.Completion.create(prompt=text, **{"engine" if azure else "model": name})
>>>
import openai
def ask(text, name, azure):
    return openai.completions.create(prompt=text, **{"model" if azure else "model": name})
--- the name of an argument that is shown
def ask(text, name, azure):
    key = "engine" if azure else "model"
    print("by", key)
    return openai.Completion.create(prompt=text, **{key: name})
>>>
left: which argument of the call this is shows at run time only
--- the name of an argument that a function within reads
def ask(text, name, azure):
    key = "engine" if azure else "model"
    def show():
        print(key)
    show()
    return openai.Completion.create(prompt=text, **{key: name})
>>>
left: which argument of the call this is shows at run time only
--- the name of an argument, which is read by its old name
def ask(text, name, azure):
    key = "engine" if azure else "model"
    given = {key: name}
    print(given.get("engine"))
    return openai.Completion.create(prompt=text, **given)
>>>
left: the key 'engine' of a dict is used elsewhere, too
--- the names of arguments in a list
def ask(text, settings):
    given = {}
    for name in ("engine", "max_tokens"):
        given[name] = settings[name]
    return openai.Completion.create(prompt=text, **given)
>>>
left: which argument of the call this is shows at run time only
--- an engine of something else, beside a dict whose keys are not known
def ask(text, pairs):
    print("engine")
    table = {}
    for name, value in pairs:
        table[name] = value
    print(table)
    return openai.Completion.create(model="m", prompt=text)
>>>
import openai
def ask(text, pairs):
    print("engine")
    table = {}
    for name, value in pairs:
        table[name] = value
    print(table)
    return openai.completions.create(model="m", prompt=text)
--- the names of a function as the arguments of a call
def ask(engine, prompt):
    given = locals()
    return openai.Completion.create(**given)
>>>
import openai
def ask(engine, prompt):
    given = locals()
    return openai.completions.create(**{"model" if name == "engine" else name: value for name, value in given.items()})
--- the names of a function as the arguments of another one
def ask(engine, prompt):
    return complete(**vars())
def complete(**given):
    return openai.Completion.create(**given)
ask(engine="a", prompt="b")
>>>
import openai
def ask(engine, prompt):
    return complete(**vars())
def complete(**given):
    return openai.completions.create(**{"model" if name == "engine" else name: value for name, value in given.items()})
ask(engine="a", prompt="b")
--- the names of a function as data, beside calls
def note(text):
    print(sorted(locals()))
def options(engine):
    return {"engine": engine}
def ask(text):
    note(text)
    return openai.Completion.create(prompt=text, **options("m"))
>>>
import openai
def note(text):
    print(sorted(locals()))
def options(engine):
    return {"model": engine}
def ask(text):
    note(text)
    return openai.completions.create(prompt=text, **options("m"))
--- a response among the names of a function
def ask(text):
    reply = openai.Completion.create(model="m", prompt=text)
    return locals()
print(ask("a")["reply"]["choices"][0]["text"])
>>>
import openai
def ask(text):
    reply = openai.completions.create(model="m", prompt=text).to_dict()
    return locals()
print(ask("a")["reply"]["choices"][0]["text"])
--- a text of all arguments
import openai
import hashlib
def ask(**given):
    print(hashlib.md5(str(sorted(given.items())).encode()).hexdigest())
    return openai.Completion.create(**given)
ask(engine="m", prompt="p")
>>>
import openai
import hashlib
def ask(**given):
    print(hashlib.md5(str(sorted(given.items())).encode()).hexdigest())
    return openai.completions.create(**{"model" if name == "engine" else name: value for name, value in given.items()})
ask(engine="m", prompt="p")
--- a dict with arguments beside more than is followed
def call(**given):
    return openai.Completion.create(**given)
def ask(pieces):
    rows = [[[{"a": one, "b": print, "c": [one]}]] for one in pieces]
    return call(engine="m", prompt=rows)
>>>
import openai
def call(**given):
    return openai.completions.create(**given)
def ask(pieces):
    rows = [[[{"a": one, "b": print, "c": [one]}]] for one in pieces]
    return call(model="m", prompt=rows)
--- cars that have an engine
def complete(text, **options):
    return openai.Completion.create(model="m", prompt=text, **options)["choices"][0]["text"]
for car in [{"name": "A", "engine": "V8"}]:
    print(complete(f"Describe a car with a {car['engine']}", max_tokens=20))
>>>
import openai
def complete(text, **options):
    return openai.completions.create(model="m", prompt=text, **options).choices[0].text
for car in [{"name": "A", "engine": "V8"}]:
    print(complete(f"Describe a car with a {car['engine']}", max_tokens=20))
--- a reader of tables beside a call of which users give the arguments
import openai
import pandas
def complete(text, **options):
    return openai.Completion.create(model="m", prompt=text, **options)
print(pandas.read_csv("x.csv", engine="python"))
>>>
import openai
import pandas
def complete(text, **options):
    return openai.completions.create(model="m", prompt=text, **options)
print(pandas.read_csv("x.csv", engine="python"))
--- asked, read and taken out
def ask(options):
    if "engine" not in options:
        options["engine"] = "m"
    print(options.get("engine"), options["engine"])
    return openai.Completion.create(prompt="p", **options)
ask({"engine": "d"})
>>>
import openai
def ask(options):
    if "model" not in options:
        options["model"] = "m"
    print(options.get("model"), options["model"])
    return openai.completions.create(prompt="p", **options)
ask({"model": "d"})
--- gone through
options = {"engine": "d"}
for name, value in options.items():
    print(name, value)
openai.Completion.create(prompt="p", **options)
>>>
import openai
options = {"engine": "d"}
for name, value in options.items():
    print(name, value)
openai.completions.create(prompt="p", **{"model" if name == "engine" else name: value for name, value in options.items()})
--- copied by a comprehension
options = {"engine": "d", "stop": None}
openai.Completion.create(prompt="p", **{name: value for name, value in options.items() if value is not None})
>>>
import openai
options = {"model": "d", "stop": None}
openai.completions.create(prompt="p", **{name: value for name, value in options.items() if value is not None})
--- a parameter of that name
def ask(engine, **options):
    return openai.Completion.create(prompt="p", model=engine, **options)
ask(**{"engine": "d", "request_timeout": 3})
>>>
import openai
def ask(engine, **options):
    return openai.completions.create(prompt="p", model=engine, **options)
ask(**{"engine": "d", "timeout": 3})
--- given to others, which may give it back
import openai
from lib import keep, run
options = {"engine": "d"}
keep(options)
def ask(**options):
    return openai.Completion.create(prompt="p", **options)
run(ask)
>>>
left: this may be an argument of the call in line 6, and has another name now
--- given to others, which may give it back, and a person has looked [unsafe]
import openai
from lib import keep, run
options = {"engine": "d"}
keep(options)
def ask(**options):
    return openai.Completion.create(prompt="p", **options)
run(ask)
>>>
import openai
from lib import keep, run
options = {"engine": "d"}
keep(options)
def ask(**options):
    return openai.completions.create(prompt="p", **options)
run(ask)
--- an option of a command
import openai
import argparse
parser = argparse.ArgumentParser()
parser.add_argument("--engine")
def ask(options):
    return openai.Completion.create(prompt="p", **options)
ask(vars(parser.parse_args()))
>>>
left: this may be an argument of the call in line 6, and has another name now
--- a table of models
MODELS = {"a": {"engine": "m", "max_tokens": 3}, "b": {"engine": "n"}}
def ask(name):
    return openai.Completion.create(prompt="p", **MODELS[name])
>>>
import openai
MODELS = {"a": {"model": "m", "max_tokens": 3}, "b": {"model": "n"}}
def ask(name):
    return openai.completions.create(prompt="p", **MODELS[name])
--- compared as a whole
options = {"engine": "d"}
print(options == {"engine": "d"})
openai.Completion.create(prompt="p", **options)
>>>
import openai
options = {"engine": "d"}
print(options == {"engine": "d"})
openai.completions.create(prompt="p", **{"model" if name == "engine" else name: value for name, value in options.items()})
--- a name that shows at run time
options = {"engine": "d"}
print(options[input()])
openai.Completion.create(prompt="p", **options)
>>>
import openai
options = {"engine": "d"}
print(options[input()])
openai.completions.create(prompt="p", **{"model" if name == "engine" else name: value for name, value in options.items()})
--- in a list that is sent
import openai
import requests
jobs = [{"engine": "d", "prompt": "p"}]
requests.post("https://x.example", json=jobs)
for job in jobs:
    openai.Completion.create(**job)
>>>
import openai
import requests
jobs = [{"engine": "d", "prompt": "p"}]
requests.post("https://x.example", json=jobs)
for job in jobs:
    openai.completions.create(**{"model" if name == "engine" else name: value for name, value in job.items()})
--- a read of a dict that may be another one
import openai
import json
def engine_of(options):
    return options["engine"]
mine = {"engine": "d"}
print(engine_of(mine), engine_of(json.load(open("x"))))
openai.Completion.create(prompt="p", **mine)
>>>
import openai
import json
def engine_of(options):
    return options["engine"]
mine = {"engine": "d"}
print(engine_of(mine), engine_of(json.load(open("x"))))
openai.completions.create(prompt="p", **{"model" if name == "engine" else name: value for name, value in mine.items()})
--- two names that are gone, in a dict that is kept
import openai
seen = []
def ask(**given):
    seen.append(list(given))
    return openai.Completion.create(prompt="p", **given)
ask(engine="d", request_timeout=3)
>>>
import openai
seen = []
def ask(**given):
    seen.append(list(given))
    return openai.completions.create(prompt="p", **{{"engine": "model", "request_timeout": "timeout"}.get(name, name): value for name, value in given.items()})
ask(engine="d", request_timeout=3)
--- a deployment in a dict that is kept, beside a model
import openai
import json
def ask(given):
    with open("log", "w") as file:
        json.dump([*given.items()], file)
    return openai.Completion.create(prompt="p", model="m" if file else "n", **given)
ask({"engine": "d"})
ask({})
>>>
import openai
import json
def ask(given):
    with open("log", "w") as file:
        json.dump([*given.items()], file)
    return openai.completions.create(prompt="p", model=given.get("engine") or ("m" if file else "n"), **{name: value for name, value in given.items() if name != "engine"})
ask({"engine": "d"})
ask({})
--- a deployment in a dict that is kept and made anew, beside a model
import openai
def given():
    options = {"engine": "d"}
    print(options == {})
    return options
openai.Completion.create(prompt="p", model="m", **given())
>>>
left: model and engine are both given
--- a deployment and a model in one dict that is kept
import openai
options = {"engine": "d", "model": "m"}
print(options == {})
openai.Completion.create(prompt="p", **options)
>>>
import openai
options = {"engine": "d", "model": "m"}
print(options == {})
openai.completions.create(prompt="p", model=options.get("engine") or options.get("model"), **{name: value for name, value in options.items() if name not in ("engine", "model")})
--- a dict that is kept, and given with another one
import openai
options = {"engine": "d"}
print(options == {})
openai.Completion.create(**{"prompt": "p"}, **options)
>>>
import openai
options = {"engine": "d"}
print(options == {})
openai.completions.create(**{"prompt": "p"}, **{"model" if name == "engine" else name: value for name, value in options.items()})
--- two dicts that are kept, each with names of its own
import openai
options = {"engine": "d"}
more = {"request_timeout": 3}
print(options == {}, more == {})
openai.Completion.create(prompt="p", **options, **more)
>>>
import openai
options = {"engine": "d"}
more = {"request_timeout": 3}
print(options == {}, more == {})
openai.completions.create(prompt="p", **{"model" if name == "engine" else name: value for name, value in options.items()}, **{"timeout" if name == "request_timeout" else name: value for name, value in more.items()})
--- a dict that is kept, beside one that may have the model
import openai
options = {"engine": "d"}
print(options == {})
def ask(more):
    return openai.Completion.create(prompt="p", **options, **more)
>>>
left: what is spread beside options may have 'model', too, which options has today; --unsafe-fixes does it
--- a dict that is kept, and may be either of two
import openai
options = {"engine": "d"}
print(options == {})
def ask(one, other):
    return openai.Completion.create(prompt="p", **one, **other)
ask(options, {})
ask({}, options)
>>>
left: the key 'engine' of a dict is used elsewhere, too
--- a dict that is kept, and given to a call of another method
import openai
def ask(call, options):
    print(options == {})
    return call(prompt="p", **options), openai.Completion.create(prompt="p", **options)
ask(print, {"engine": "d"})
>>>
import openai
def ask(call, options):
    print(options == {})
    return call(prompt="p", **options), openai.completions.create(prompt="p", **{"model" if name == "engine" else name: value for name, value in options.items()})
ask(print, {"engine": "d"})
--- two dicts with one name, which are kept, to one call
import openai
def ask(given):
    print(list(given))
    return openai.Completion.create(prompt="p", **given)
ask({"engine": "d"})
ask({"engine": "e", "n": 2})
>>>
import openai
def ask(given):
    print(list(given))
    return openai.completions.create(prompt="p", **{"model" if name == "engine" else name: value for name, value in given.items()})
ask({"engine": "d"})
ask({"engine": "e", "n": 2})
--- a time in a dict that is kept, beside one in the call
import openai
options = {"request_timeout": 3}
print(options == {})
openai.Edit.create(timeout=2, **options)
>>>
left: timeout and request_timeout may be in one dict
--- two dicts, of which one is kept; a model in the other one
import openai
def key(raw):
    return {**raw, "again": True}
print(sorted(key({"engine": "d"})), sorted(key({"model": "m"})))
one, other = {"engine": "d"}, {"model": "m"}
print(key(one), key(other))
openai.Completion.create(prompt="p", **one)
>>>
import openai
def key(raw):
    return {**raw, "again": True}
print(sorted(key({"engine": "d"})), sorted(key({"model": "m"})))
one, other = {"engine": "d"}, {"model": "m"}
print(key(one), key(other))
openai.completions.create(prompt="p", **{"model" if name == "engine" else name: value for name, value in one.items()})
--- in a thread
import openai
from concurrent.futures import ThreadPoolExecutor
def ask(prompt, **options):
    return openai.Completion.create(prompt=prompt, **options)
with ThreadPoolExecutor() as pool:
    print(pool.submit(ask, "p", engine="d").result()["id"])
>>>
import openai
from concurrent.futures import ThreadPoolExecutor
def ask(prompt, **options):
    return openai.completions.create(prompt=prompt, **options)
with ThreadPoolExecutor() as pool:
    print(pool.submit(ask, "p", model="d").result().id)
--- asked for, beside the name that it has today
def ask(options):
    options["model"] = "m"
    if "engine" in options:
        print("a deployment")
    return openai.Completion.create(prompt="p", **options)
ask({"engine": "d"})
>>>
import openai
def ask(options):
    options["model"] = "m"
    if "engine" in options:
        print("a deployment")
    return openai.completions.create(prompt="p", model=options.get("engine") or options.get("model"), **{name: value for name, value in options.items() if name not in ("engine", "model")})
ask({"engine": "d"})
--- keywords of two functions behind one decorator
def retry(function):
    def inner(*args, **kwargs):
        return function(*args, **kwargs)
    return inner
@retry
def chat(**kwargs):
    return openai.ChatCompletion.create(**kwargs)
@retry
def embed(**kwargs):
    return openai.Embedding.create(**kwargs)
print(chat(model="m", messages=[])["id"], embed(model="m", input="a")["data"][0]["index"])
>>>
import openai
def retry(function):
    def inner(*args, **kwargs):
        return function(*args, **kwargs)
    return inner
@retry
def chat(**kwargs):
    return openai.chat.completions.create(**kwargs)
@retry
def embed(**kwargs):
    return openai.embeddings.create(**kwargs)
print(chat(model="m", messages=[]).id, embed(model="m", input="a").data[0].index)
"""


@examples(KEYS, header="import openai\n")
def test_keys(before, expected, settings):
    check(before, expected, **settings)


def test_a_dict_of_another_file_that_is_read_there():
    files = {
        "common.py": "import openai\nOPTIONS = {'engine': 'm'}\ndef show():\n    print(OPTIONS['engine'], openai.api_key)\n",
        "main.py": "import openai, common\ncommon.show()\nopenai.Completion.create(prompt='x', **common.OPTIONS)\n",
    }
    results = run(files)
    assert b"OPTIONS = {'model': 'm'}" in results["common.py"].after
    assert b"print(OPTIONS['model'], openai.api_key" in results["common.py"].after
    assert b"openai.completions.create(prompt='x', **common.OPTIONS)" in results["main.py"].after


def test_a_dict_of_another_file_that_is_gone_through_there():
    files = {
        "common.py": "import openai\nOPTIONS = {'engine': 'm'}\nfor name in OPTIONS:\n    print(name, openai.api_key)\n",
        "main.py": "import openai, common\nopenai.Completion.create(prompt='x', **common.OPTIONS)\n",
    }
    results = run(files)
    assert b"OPTIONS = {'engine': 'm'}" in results["common.py"].after
    named = b'{"model" if name == "engine" else name: value for name, value in common.OPTIONS.items()}'
    assert b"openai.completions.create(prompt='x', **" + named + b")" in results["main.py"].after


def test_a_deployment_of_another_file_beside_a_model():
    files = {
        "lib.py": "import openai\n\n\ndef ask(**kw):\n    openai.Completion.create(model='m', prompt='p', **kw)\n",
        "main.py": "from lib import ask\nask(engine='e')\nask()\n",
    }
    results = run(files)
    assert b"openai.completions.create(prompt='p', **{\"model\": 'm', **kw})" in results["lib.py"].after
    assert b"ask(model='e')\nask()\n" in results["main.py"].after


def test_a_deployment_of_another_file_in_a_dict_that_gets_a_model():
    files = {
        "lib.py": "import openai\ndef ask(kw):\n    kw['model'] = 'm'\n    openai.Completion.create(prompt='p', **kw)\n",
        "main.py": "from lib import ask\nask({'engine': 'e'})\n",
    }
    results = run(files)
    assert all(one.after == one.before for one in results.values())
    assert any("may be in one dict" in left.reason for left in results["lib.py"].left)


ASKS = "import openai\nfrom {0} import run\ndef ask(**given):\n    openai.Completion.create(prompt='p', **given)\nrun(ask)\n"
KEEPS = "import openai\nfrom {0} import keep\nfrom pack import asks\nkeep({{'engine': 'e'}})\nprint(asks, openai.api_key)\n"


@pytest.mark.parametrize(
    ("keeper", "runner", "is_done"),
    [
        ("manifest", "frame", True),
        ("frame", "frame", False),
        ("frame_core.tools", "frame.app", False),
        ("sched", "queue", False),
        (".keeping", "frame", False),
        ("manifest", ".running", False),
    ],
)
def test_what_one_package_is_given_another_does_not_give(keeper, runner, is_done):
    files = {"pack/__init__.py": "", "pack/asks.py": ASKS.format(runner), "pack/main.py": KEEPS.format(keeper)}
    result = run(files)["pack/asks.py"]
    assert (b"openai.completions.create(" in result.after) is is_done, result.left


def test_what_goes_to_another_package_may_come_back_in_a_file_that_is_alone():
    program = ASKS.format("running") + KEEPS.format("keeping")
    assert run({"app.py": program})["app.py"].after == program.encode()
    more = program + "from running import put\nput.ask = ask\n"
    assert run({"app.py": more, "other.py": "import openai\n"})["app.py"].after == more.encode()
