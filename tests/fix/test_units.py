"""What cannot be migrated is left with its unit: a call, its arguments, all that is done with its response."""

from __future__ import annotations

import pytest
from fix.given import check, examples, reasons, run

HEADER = "import openai\n"

UNITS = '''
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
--- calls that may be given what goes elsewhere, and no other
def options():
    return {"engine": "m"}
def ask(**given):
    return openai.Completion.create(prompt="p", **given).id
def embed(**given):
    return openai.Embedding.create(input="p", **given)["data"]
print(openai.Moderation.create(input="x")["id"])
>>>
left: this may be an argument of the call in line 5, and has another name now
import openai
def options():
    return {"engine": "m"}
def ask(**given):
    return openai.Completion.create(prompt="p", **given).id
def embed(**given):
    return openai.Embedding.create(input="p", **given)["data"]
print(openai.moderations.create(input="x").id)
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
--- a method that is handed on stays with its arguments
from functools import partial
import openai
def setup(hass, key):
    hass.add_executor_job(partial(openai.Engine.list, api_key=key, request_timeout=10))
def ask():
    return openai.Model.list()["data"]
print(ask())
>>>
left: engines became models
from functools import partial
import openai
def setup(hass, key):
    hass.add_executor_job(partial(openai.Engine.list, api_key=key, request_timeout=10))
def ask():
    return openai.models.list().data
print(ask())
--- a key of a call that stays keeps its name where it is named again
COMMON = {"api_base": url(), "headers": {"x-key": "k"}}
def options(user):
    return {**COMMON, "headers": {**COMMON["headers"], "x-user": user}}
def ask(user):
    return openai.Completion.create(model="m", prompt="p", **options(user))["id"]
print(openai.Moderation.create(input="x")["id"], ask("u"))
>>>
left: api_base= is an option of a client now
import openai


def openai_client():
    """Make a client of what the module has set now."""
    return openai.OpenAI(api_key=openai.api_key)


COMMON = {"api_base": url(), "headers": {"x-key": "k"}}
def options(user):
    return {**COMMON, "headers": {**COMMON["headers"], "x-user": user}}
def ask(user):
    return openai.Completion.create(model="m", prompt="p", **options(user))["id"]
print(openai_client().moderations.create(input="x").id, ask("u"))
--- an attribute alone
r = openai.Completion.create(model="m", prompt="p")
print(r.openai_id, r["id"])
>>>
left: today's objects have no openai_id
import openai
r = openai.completions.create(model="m", prompt="p")
print(r.openai_id, r.id)
--- an attribute whose error is caught
r = openai.Completion.create(model="m", prompt="p")
try:
    print(r.openai_id)
except Exception:
    print("slow")
print(r["id"], openai.Model.list()["data"])
>>>
left: today's objects have no openai_id
import openai
r = openai.Completion.create(model="m", prompt="p")
try:
    print(r.openai_id)
except Exception:
    print("slow")
print(r["id"], openai.models.list().data)
--- a method that is awaited and handed on
def methods():
    return openai.Completion.create, openai.Completion.acreate
>>>


def async_openai_client():
    """Make a client of what the module has set now."""
    return openai.AsyncOpenAI(
        api_key=openai.api_key,
        organization=openai.organization,
        base_url=openai.base_url,
    )


def methods():
    return openai.completions.create, lambda **kwargs: async_openai_client().completions.create(**kwargs)
--- a method without a counterpart that is given to a thread
import threading, openai
threading.Thread(target=openai.Edit.create, kwargs={"model": "m"}).start()
print(openai.Model.list()["data"])
>>>
left: openai.Edit.create has no exact counterpart
--- a method without a counterpart that a name gives to a pool
edit = openai.Edit.create
pool.submit(edit, model="m")
print(openai.Model.list()["data"])
>>>
left: openai.Edit.create has no exact counterpart
--- a method without a counterpart that is handed on
import functools, openai
edit = functools.partial(openai.Edit.create, model="m")
print(openai.Model.list()["data"])
>>>
left: openai.Edit.create has no exact counterpart
import functools, openai
edit = functools.partial(openai.Edit.create, model="m")
print(openai.models.list().data)
--- a method that asks another address today, and is handed on
engines = openai.Engine.list
>>>
left: engines became models: another address is asked
--- a method that returned bytes, and is handed on
load = openai.File.download
>>>
left: openai.File.download has no exact counterpart
--- a class without a counterpart under a condition
C = openai.Edit if input() else openai.Completion
>>>
left: openai.Edit has no exact counterpart
import openai
C = openai.Edit if input() else openai.completions
--- an attribute that today's objects do not have, in a function that is handed on, under a clause
def ms(r):
    return r.response_ms
def safe(f, r):
    try:
        return f(r)
    except AttributeError:
        return 0
r = openai.Completion.create(model="m", prompt="x")
print(safe(ms, r), r["id"])
>>>
left: today's objects have no response_ms
--- a class that is derived from another one of the program, and is made
class Base:
    def __init__(self):
        openai.Edit.create(model="m", instruction="Shorten")
class Bot(Base):
    def models(self):
        return openai.Model.list()
Bot().models()
>>>
left: openai.Edit.create has no exact counterpart
import openai
class Base:
    def __init__(self):
        openai.Edit.create(model="m", instruction="Shorten")
class Bot(Base):
    def models(self):
        return openai.models.list()
Bot().models()
--- another function of the same name that is handed on
import threading, openai
class A:
    def run(self):
        openai.Edit.create(model="m", instruction="Shorten")
class B:
    def run(self):
        return openai.Model.list()
threading.Thread(target=B().run).start()
A().run()
>>>
left: openai.Edit.create has no exact counterpart
import threading, openai
class A:
    def run(self):
        openai.Edit.create(model="m", instruction="Shorten")
class B:
    def run(self):
        return openai.models.list()
threading.Thread(target=B().run).start()
A().run()
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
--- a call, where a client object is asked for, which what is left would not be made on [instance]
openai.api_key = "k"
openai.Edit.create(model="m", instruction="Shorten")
openai.Model.list()
>>>
left: openai.Edit.create has no exact counterpart
import openai
openai.api_key = "k"
openai.Edit.create(model="m", instruction="Shorten")
openai.models.list()
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
--- a resource that goes on under a name, and its calls
edit = openai.Edit
edit.create(model="m", instruction="Shorten")
openai.Model.list()
>>>
edit = openai.Edit
edit.create(model="m", instruction="Shorten")
openai.models.list()
--- an attribute of 0.x by its name, which would be missing unheard
import sys
r = openai.Completion.create(model="m", prompt="p")
print(getattr(r, "response_ms", 0), r["id"])
s = openai.Completion.create(model="m", prompt="p")
print(hasattr(s, "keys"), s["id"])
t = openai.Completion.create(model="m", prompt="p")
print(getattr(t, sys.argv[1], 0), t["id"])
u = openai.Completion.create(model="m", prompt="p")
print(getattr(u, "service", 0), u["id"])
>>>
import sys
r = openai.Completion.create(model="m", prompt="p")
print(getattr(r, "response_ms", 0), r["id"])
s = openai.Completion.create(model="m", prompt="p")
print(hasattr(s, "keys"), s["id"])
t = openai.Completion.create(model="m", prompt="p")
print(getattr(t, sys.argv[1], 0), t["id"])
u = openai.completions.create(model="m", prompt="p")
print(getattr(u, "service", 0), u.id)
--- nothing, where a resource is given to others, who may catch its error
import langchain
langchain.use(openai.Edit)
openai.Model.list()
>>>
left: openai.Edit
--- what is kept in a dict beside what can be done
TABLE = {"edit": openai.Edit, "chat": openai.ChatCompletion}
def ask(kind, text):
    return TABLE[kind].create(model="m", messages=text)
openai.Model.list()
>>>
TABLE = {"edit": openai.Edit, "chat": openai.chat.completions}
def ask(kind, text):
    return TABLE[kind].create(model="m", messages=text)
openai.models.list()
'''


OLD = 'openai.Edit.create(model="m", instruction="Shorten")'
QUIET = {
    "a clause under another name": f"from openai.error import OpenAIError as E\ntry:\n    {OLD}\nexcept E:\n    pass\n",
    "a tuple of classes": f"T = (Exception,)\ntry:\n    {OLD}\nexcept T:\n    pass\n",
    "a clause that raises sometimes": (
        f"def f(x):\n    try:\n        {OLD}\n    except Exception:\n        if x:\n"
        f"            return\n        raise\nf(1)\n"
    ),
    "a clause that raises something else": f"try:\n    {OLD}\nexcept Exception as e:\n    raise SystemExit from e\n",
    "finally": f"def f():\n    try:\n        {OLD}\n    finally:\n        return 1\nf()\n",
    "suppress under another name": f"from contextlib import suppress as quiet\nwith quiet(Exception):\n    {OLD}\n",
    "a context manager of the program": f"with guarded():\n    {OLD}\n",
    "a test that expects it": f"import pytest\nwith pytest.raises(Exception):\n    {OLD}\n",
    "a property": f"class B:\n    @property\n    def old(self):\n        return {OLD}\n",
    "a decorator that tries again": (
        f"import backoff\n@backoff.on_exception(backoff.expo, Exception)\ndef f():\n    {OLD}\nf()\n"
    ),
    "a generator": f"def f():\n    yield {OLD}\nfor x in f():\n    pass\n",
    "a method of a class that is made": (
        f"class B:\n    def __init__(self):\n        {OLD}\ntry:\n    B()\nexcept Exception:\n    pass\n"
    ),
    "a function that is handed on": f"def f():\n    {OLD}\npool.submit(f)\n",
    "a timer": f"import threading\ndef f():\n    {OLD}\nthreading.Timer(1, f).start()\n",
    "a class whose base is not seen": f"class B(Tool):\n    def run(self):\n        {OLD}\n",
    "a task": (
        f"import asyncio\nasync def f():\n    {OLD}\nasync def g():\n"
        f"    await asyncio.gather(f(), return_exceptions=True)\n"
    ),
    "a lambda": f"f = lambda: {OLD}\n",
    "a method of something that is not seen": (
        f"class B:\n    def old(self):\n        {OLD}\ntry:\n    make().old()\nexcept Exception:\n    pass\n"
    ),
}
"""Where an error does not come out, or does not show whether it does."""


@pytest.mark.parametrize("title", QUIET)
def test_nothing_is_done_where_it_would_not_be_loud(title):
    check(f"import openai\n{QUIET[title]}openai.Model.list()\n", "left: openai.Edit.create has no exact counterpart")


def test_an_argument_in_a_dict_of_a_file_that_does_not_name_the_sdk():
    files = {
        "common.py": 'OPTIONS = {\n    "engine": "m",\n}\n',
        "main.py": "import openai\nfrom common import OPTIONS\nopenai.Completion.create(prompt='x', **OPTIONS)\n",
    }
    results = run(files)
    assert not any(one.after != one.before for one in results.values())
    why = "a dict that is spread into this call has an argument of 0.x: common.py, line 2"
    assert why in reasons(results["main.py"])


def test_a_module_that_is_imported_with_care():
    files = {
        "old.py": f"import openai\n{OLD}\n",
        "main.py": "import openai\ntry:\n    import old\nexcept Exception:\n    old = None\nopenai.Model.list()\n",
    }
    assert not any(one.after != one.before for one in run(files).values())


def test_a_name_that_a_test_replaces_is_not_parted_from_its_import():
    files = {
        "bot.py": "from openai import Completion, Engine\ndef ask():\n"
        "    return Completion.create(model='m', prompt='p')\n"
        "def old():\n    return Engine.list()\n",
        "test_bot.py": "import bot\nbot.Completion = Fake\nbot.ask()\n",
    }
    assert not any(one.after != one.before for one in run(files).values())


@examples(UNITS, header=HEADER)
def test_units(before, expected, settings):
    check(before, expected, **settings)


TOOLS = """\
import openai


def took(reply):
    return reply.response_ms, reply["choices"][0]["text"]


def embed(text):
    return openai.Embedding.create(model="m", input=text)["data"][0]["embedding"]
"""
EMBEDS = TOOLS.replace("Embedding.create", "embeddings.create").replace(
    '["data"][0]["embedding"]', ".data[0].embedding"
)
APP = """\
import openai
import tools
openai.api_base = "https://gateway.example/v1"
reply = openai.Completion.create(model="m", prompt="p")
print(tools.took(reply))
print(openai.Model.list()["data"][0]["id"])
"""
ASKS = (
    APP.replace("api_base", "base_url")
    .replace("/v1", "/v1/")
    .replace('Model.list()["data"][0]["id"]', "models.list().data[0].id")
)


def test_a_unit_that_goes_on_in_another_file():
    results = run({"app.py": APP, "tools.py": TOOLS})
    assert [one.after.decode() for one in results.values()] == [ASKS, EMBEDS]
    assert [(one.finding.line, one.reason) for one in results["app.py"].left] == [
        (4, "it goes with tools.py, line 5: today's objects have no response_ms")
    ]


def test_its_place_where_that_file_has_other_lines_now():
    longer = (
        TOOLS.replace("import openai\n", "import openai\nimport os, sys\n")
        + "async def ask(text):\n    return await openai.Embedding.acreate(model='m', input=text)\n"
    )
    results = run({"app.py": APP, "tools.py": longer})
    lines = results["tools.py"].after.decode().splitlines()
    (left,) = results["app.py"].left
    assert "reply.response_ms" in lines[left.cause.line - 1]


def test_a_unit_that_comes_from_another_file():
    """What stands against it is in the file with the call; what is read elsewhere is left there."""
    app = APP.replace("print(tools", 'print(getattr(reply, "response_ms", 0))\nprint(tools')
    tools = TOOLS.replace("reply.response_ms, ", "")
    results = run({"app.py": app, "tools.py": tools})
    assert 'return reply["choices"][0]["text"]' in results["tools.py"].after.decode()
    assert "openai.embeddings.create" in results["tools.py"].after.decode()
    assert 'openai.Completion.create(model="m", prompt="p")' in results["app.py"].after.decode()
    assert "openai.models.list().data[0].id" in results["app.py"].after.decode()


def test_a_file_that_stays_leaves_the_rest_of_its_units():
    """A comment takes one file out: what it makes is read as it was, and only that."""
    bot = "import openai\ndef ask():\n    return openai.Completion.create(model='m', prompt='p')  # noqa\n"
    reads = "import bot, openai\nprint(bot.ask()['choices'][0]['text'])\nprint(openai.Model.list()['data'])\n"
    results = run({"bot.py": bot, "reads.py": reads, **{f"other{one}.py": "x = 1\n" for one in range(12)}})
    assert results["bot.py"].after == results["bot.py"].before
    assert "bot.ask()['choices'][0]['text']" in results["reads.py"].after.decode()


def test_a_statement_that_would_change_around_what_is_left():
    """It is left, too; in a small run all is, as it may raise another error then."""
    bot = """\
import openai
def ask(text):
    reply = openai.Completion.create(model="m", prompt=text)
    if getattr(reply, "response_ms", 0) > 9000:
        raise openai.error.APIError(reply["id"])
    return openai.Model.list()["data"]
"""
    results = run({"bot.py": bot, **{f"other{one}.py": "x = 1\n" for one in range(12)}})
    assert results["bot.py"].after.decode() == bot.replace('Model.list()["data"]', "models.list().data")
    assert run({"bot.py": bot})["bot.py"].after.decode() == bot


def test_a_statement_that_sets_something_around_what_is_left():
    """It cannot be left: where its error is caught, the calls behind it would go elsewhere."""
    bot = """\
import openai
try:
    openai.api_base, took = "https://gateway.example/v1", getattr(openai.Completion.create(model="m"), "openai_id", 0)
except Exception:
    took = None
print(openai.Model.list()["data"])
"""
    results = run({"bot.py": bot, **{f"other{one}.py": "x = 1\n" for one in range(12)}})
    assert results["bot.py"].after.decode() == bot


ASKS_WITH_ERROR = """\
import openai
from openai import error
def ask():
    try:
        return openai.Model.list()
    except error.RateLimitError:
        return None
"""


def test_a_name_of_the_standard_library_is_not_that_of_a_file():
    """Another file imports `error`, but not from here."""
    files = {
        "bot.py": ASKS_WITH_ERROR,
        "other.py": "from struct import error\nimport bot\nprint(error, bot.ask())\n",
    }
    assert run(files)["bot.py"].after.decode() == ASKS_WITH_ERROR.replace("from openai import error\n", "").replace(
        "openai.Model", "openai.models"
    ).replace("error.RateLimitError", "openai.RateLimitError")
    files["other.py"] = "from bot import error, ask\nprint(error, ask())\n"
    result = run(files)["bot.py"]
    assert "another file imports error from here" in reasons(result)
    assert result.after == result.before


def test_a_name_that_another_file_reads_of_a_module():
    bot = "from openai import error\nimport openai\n\n\ndef ask():\n    return openai.Completion.create(prompt='x')\n"
    main = "import bot\n\ntry:\n    print(bot.ask().choices)\nexcept bot.error.RateLimitError:\n    pass\n"
    result = run({"bot.py": bot, "main.py": main})
    assert "error" not in result["bot.py"].after.decode()
    after = result["main.py"].after.decode()
    assert "import openai\n" in after
    assert "except openai.RateLimitError:" in after


def test_the_module_that_another_file_hands_on():
    bot = "async def ask(api, text):\n    try:\n        r = await api.Completion.acreate(model='m', prompt=text)\n"
    bot += "        return r['choices'][0]['text']\n    except api.error.Timeout:\n        return None\n"
    main = "import asyncio\nimport openai\nfrom bot import ask\n\nprint(asyncio.run(ask(openai, 'x')))\n"
    after = run({"bot.py": bot, "main.py": main})["bot.py"].after.decode()
    assert "await api.AsyncOpenAI().completions.create(model='m', prompt=text)" in after
    assert "return r.choices[0].text" in after
    assert "except api.APITimeoutError:" in after
    # What a test hands on in its place would not have the new names.
    test = "import bot\nfrom unittest.mock import Mock\n\nprint(bot.ask(Mock(), 'x'))\n"
    assert run({"bot.py": bot, "main.py": main, "test_bot.py": test})["bot.py"].after.decode() == bot


@pytest.mark.parametrize("main", ["import bot\n\nfailed = bot.error\n", "import bot\n\nbot.ChatCompletion.create()\n"])
def test_what_another_file_has_of_a_module_holds_its_names(main):
    bot = "from openai import ChatCompletion, error\n\n\ndef ask():\n    return ChatCompletion.create(model='m')\n"
    result = run({"bot.py": bot, "main.py": main})
    assert result["bot.py"].after.decode() == bot
    assert "from here, and it is called otherwise today" in reasons(result["bot.py"])
