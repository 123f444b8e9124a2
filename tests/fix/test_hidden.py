"""What no analysis follows: names made at run time, code in texts, what stands in the SDK's place."""

from __future__ import annotations

import pytest
from fix.given import check, examples, fixed, reasons, run

HIDDEN = r"""
--- a name made at run time, and nothing else
import sys
import openai
print(getattr(openai, sys.argv[1]).create(model="m"))
>>>
left: 3: which name of the module this is shows at run time only
--- code that is executed
import openai
CODE = '''
answer = openai.Completion.create(model="m", prompt=text)
'''
exec(CODE, {"openai": openai, "text": "a"})
>>>
left: 2: a text has code with openai.Completion.create, and texts are executed here
--- code that is executed, beside a call
import openai
print(eval("openai.Model.list()"), openai.Model.list())
>>>
left: 2: a text has code with openai.Model.list, and texts are executed here
--- code in a text that is a text
import openai
EXAMPLE = "openai.Completion.create(prompt='a')"
print(openai.Moderation.create(input=EXAMPLE))
>>>
import openai
EXAMPLE = "openai.Completion.create(prompt='a')"
print(openai.moderations.create(input=EXAMPLE))
--- a message beside code that is executed
import openai
exec("x = 1")
print("openai.Completion.create failed", openai.Model.list())
>>>
import openai
exec("x = 1")
print("openai.Completion.create failed", openai.models.list())
--- a path that is looked up
import importlib
def resolve(path):
    module, _, name = path.rpartition(".")
    return getattr(importlib.import_module(module), name)
print(resolve("openai.ChatCompletion").create(model="m", messages=[]))
>>>
left: 5: a text names openai.ChatCompletion, and what texts name is looked up at run time
--- a path in JSON that is looked up
import json
from pydoc import locate
PLAN = json.loads('{"call": "openai.Embedding.create"}')
print(locate(PLAN["call"])(model="m", input="a"))
>>>
left: 3: a text names openai.Embedding.create, and what texts name is looked up at run time
--- a path, where nothing is looked up
import openai
span = {"operation": "openai.ChatCompletion"}
print(openai.Model.list(), getattr(span, "a", None))
>>>
import openai
span = {"operation": "openai.ChatCompletion"}
print(openai.models.list(), getattr(span, "a", None))
--- a path in a docstring and in what is printed, where other names are looked up
'''openai.ChatCompletion'''
import openai
def field(row, name):
    '''openai.Completion'''
    print("openai.ChatCompletion")
    return getattr(row, name)
openai.Model.list()
>>>
'''openai.ChatCompletion'''
import openai
def field(row, name):
    '''openai.Completion'''
    print("openai.ChatCompletion")
    return getattr(row, name)
openai.models.list()
--- a path of today that is looked up
from pydoc import locate
print(locate("openai." + "OpenAI")(), "openai.OpenAI")
>>>
the same
--- names in the module
import openai
print([name for name in vars(openai) if name.startswith("Fine")], openai.Model.list())
>>>
left: 2: the names in the module are looked at, and are others today
--- names in the module, by its dict
import openai
print(openai.__dict__["Completion"], openai.Model.list())
>>>
left: 2: the names in the module are looked at, and are others today
--- names in something else
import openai
print(vars(argparse), dir(), openai.Model.list())
>>>
import openai
print(vars(argparse), dir(), openai.models.list())
--- parameters
import inspect
import openai
known = inspect.signature(openai.Moderation.create).parameters
print(openai.Moderation.create(**{k: v for k, v in options.items() if k in known}))
>>>
left: 3: how something of 0.x is made is looked at, and is another way today
--- parameters of the program's own
import inspect
import openai
print(inspect.signature(print).parameters, openai.Model.list())
>>>
import inspect
import openai
print(inspect.signature(print).parameters, openai.models.list())
--- one of several modules, all of which are the SDK
import openai
def ask(p, api=None):
    api = api or DEFAULT
    return api.Completion.create(model="m", prompt=p)["choices"][0]["text"]
DEFAULT = openai
print(ask("a"))
>>>
import openai
def ask(p, api=None):
    api = api or DEFAULT
    return api.completions.create(model="m", prompt=p).choices[0].text
DEFAULT = openai
print(ask("a"))
--- one of several modules
import openai
import stand_in
def ask(p, api=None):
    api = api or DEFAULT
    return api.Completion.create(model="m", prompt=p)["choices"][0]["text"]
DEFAULT = openai
print(ask("a"), ask("b", stand_in))
>>>
left: 5: Completion.create may be that of the SDK, or of what a test puts in its place
--- today's SDK, and a model of the program's own
import openai
from database import models
client = openai.OpenAI()
def keep(text):
    models.Completion.create(text=client.completions.create(model="m", prompt=text).choices[0].text)
>>>
the same
--- today's SDK, and a name made at run time
import openai
client = getattr(openai, kind)()
openai.OpenAI().models.list()
>>>
the same
"""


@examples(HIDDEN)
def test_hidden(before, expected, settings):
    check(before, expected, **settings)


def test_it_is_said_though_nothing_is_found():
    result = fixed("import openai\nprint(getattr(openai, name)())\n")
    assert not result.left
    assert result.doubtful
    assert not fixed("import openai\nprint(openai.OpenAI())\n").doubtful


def test_todays_sdk_is_told_by_its_clients():
    source = "from openai import OpenAI\nclient = OpenAI()\ncall(engine='e', **more)\nask(db.Completion.create())\n"
    result = fixed(source)
    assert not result.doubtful
    assert not result.notes


def test_a_client_of_another_package_beside_calls_of_another_file():
    main = "from bot import ask\nfrom langchain.llms import OpenAI\nprint(call(ask, OpenAI)['choices'][0]['text'])\n"
    bot = "import openai\ndef ask(p):\n    return openai.Completion.create(model='m', prompt=p)\n"
    results = run({"main.py": main, "bot.py": bot})
    assert results["bot.py"].after == results["bot.py"].before or b".to_dict()" in results["bot.py"].after


APP = "import openai\ndef ask(p):\n    return openai.Completion.create(model='m', prompt=p)['choices'][0]['text']\n"


@pytest.mark.parametrize(
    ("fake", "is_left"),
    [
        ("fake = MagicMock()\nfake.Completion.create.return_value = {'choices': [{'text': 'a'}]}\n", True),
        ("fake = MagicMock()\n", False),
    ],
)
def test_something_else_in_the_place_of_the_sdk(fake, is_left):
    test = f"import sys\nfrom unittest.mock import MagicMock\n{fake}sys.modules['openai'] = fake\nimport app\n"
    result = run({"app.py": APP, "test_app.py": test})["app.py"]
    assert (result.after == result.before) == is_left
    if is_left:
        assert "test_app.py puts something else in the place of the SDK" in reasons(result)


def test_settings_under_names_made_at_run_time_are_those_of_their_program():
    configures = (
        "import openai\ndef configure(**given):\n    for name in given:\n        setattr(openai, name, given[name])\n"
    )
    files = {
        "a/app.py": APP,
        "a/main.py": "import app\nimport settings\n",
        "a/settings.py": configures,
        "b/app.py": APP,
    }
    results = run(files)
    assert "a/settings.py, line 4" in reasons(results["a/app.py"])
    assert results["b/app.py"].after != results["b/app.py"].before


def test_what_is_imported_by_a_text():
    plugin = "import openai\ndef run(p):\n    return openai.Completion.create(model='m', prompt=p)\n"
    main = "import importlib\nm = importlib.import_module('plugins.gpt')\nprint(m.run('a')['choices'][0]['text'])\n"
    results = run({"main.py": main, "plugins/gpt.py": plugin})
    assert b"prompt=p).to_dict()" in results["plugins/gpt.py"].after


def test_a_run_from_within_a_package(tmp_path, monkeypatch):
    package = tmp_path / "outer" / "bot"
    package.mkdir(parents=True)
    for folder in (package, package.parent):
        (folder / "__init__.py").touch()
    monkeypatch.chdir(package)
    plugin = "import openai\ndef run(p):\n    return openai.Completion.create(model='m', prompt=p)\n"
    main = "from outer.bot.core import run\nprint(run('a')['choices'][0]['text'])\n"
    results = run({"cli.py": main, "core.py": plugin})
    assert b".choices[0].text" in results["cli.py"].after
