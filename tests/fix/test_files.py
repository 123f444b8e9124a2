# ruff: noqa: E501
"""Files of one run, notebooks, and what stands in bytes."""

from __future__ import annotations

import json

import pytest
from fix.given import after, comments, fixed, reasons, run
from syntax.test_notebook import code, dump, split

from flake8_openai_v1.fix import fixer, program
from flake8_openai_v1.fix.causes import Code
from flake8_openai_v1.fix.fixer import Options, Source, fix_files, fix_source
from flake8_openai_v1.fix.planning import plan
from flake8_openai_v1.project.config import Config

CHAT = "import openai\n\ndef ask(p):\n    return openai.ChatCompletion.create(model='m', messages=p)\n"
CHAT_THEN = "import openai\n\ndef ask(p):\n    return openai.chat.completions.create(model='m', messages=p)\n"
EDIT = "import openai\n\ndef old(p):\n    return openai.Edit.create(model='m', instruction=p)\n"


def texts(results):
    """Path → text of what was changed."""
    return {path: one.after.decode() for path, one in results.items() if one.after is not one.before}


# -- several files


def test_what_a_function_of_another_file_returns():
    results = run(
        {
            "bot.py": CHAT,
            "main.py": "from bot import ask\nprint(ask([])['choices'][0]['message']['content'])\n",
        }
    )
    assert texts(results) == {
        "bot.py": CHAT_THEN,
        "main.py": "from bot import ask\nprint(ask([]).choices[0].message.content)\n",
    }


def test_what_a_function_of_another_file_is_given():
    results = run(
        {
            "show.py": "def show(answer):\n    print(answer['choices'][0]['message']['content'])\n",
            "main.py": CHAT + "\nfrom show import show\nshow(ask([]))\n",
        }
    )
    if "show.py" in texts(results):
        assert texts(results)["show.py"] == "def show(answer):\n    print(answer.choices[0].message.content)\n"
    else:
        assert "show(ask([]).to_dict())" in texts(results)["main.py"]


GATEWAY = """\
import openai


def complete(text):
    return openai.Completion.create(model="m", prompt=text)
"""
SERVICE = """\
from gateway import complete


class Service:
    def raw(self, text):
        return complete(text)

    def first(self, response):
        return response["choices"][0]
"""


def test_objects_of_a_class_of_another_file():
    main = "from service import Service\n\ns = Service()\nr = s.raw('a')\nprint(r['id'], s.first(r).text)\n"
    results = run({"gateway.py": GATEWAY, "service.py": SERVICE, "main.py": main})
    assert texts(results)["service.py"] == SERVICE.replace('response["choices"]', "response.choices")
    assert texts(results)["main.py"] == main.replace("r['id']", "r.id")


def test_arguments_of_a_file_of_settings():
    results = run(
        {
            "main.py": "import openai\nimport settings\nopenai.Completion.create(prompt='p', **settings.PARAMS)\n",
            "settings.py": "BASE = 'https://api.openai.com/v1'\nPARAMS = {'engine': 'm', 'max_tokens': 5}\n",
        }
    )
    assert texts(results) == {
        "main.py": "import openai\nimport settings\nopenai.completions.create(prompt='p', **settings.PARAMS)\n",
        "settings.py": "BASE = 'https://api.openai.com/v1'\nPARAMS = {'model': 'm', 'max_tokens': 5}\n",
    }


def test_what_others_call_it_with():
    results = run(
        {
            "bot.py": "import openai\ndef ask(**kw):\n    return openai.Completion.create(**kw)\n",
            "main.py": "from bot import ask\nask(engine='d', prompt='p', request_timeout=3)\n",
        }
    )
    assert texts(results) == {
        "bot.py": "import openai\ndef ask(**kw):\n    return openai.completions.create(**kw)\n",
        "main.py": "from bot import ask\nask(model='d', prompt='p', timeout=3)\n",
    }


@pytest.mark.parametrize(
    ("where", "statement"),
    [
        ("bot.py", "import bot"),
        ("bot.py", "import bot as b"),
        ("bot/__init__.py", "import bot"),
        ("pkg/bot.py", "from pkg import bot"),
        ("pkg/bot.py", "import pkg.bot"),
        ("pkg/bot.py", "from pkg import bot as b"),
    ],
)
def test_modules_by_their_names(where, statement):
    name = statement.split(" as ")[-1].rpartition("import ")[2]
    results = run({where: CHAT, "main.py": f"{statement}\nprint({name}.ask([])['id'])\n"})
    assert texts(results)["main.py"] == f"{statement}\nprint({name}.ask([]).id)\n"


@pytest.mark.parametrize(
    ("where", "other", "statement"),
    [
        ("pkg/main.py", "pkg/bot.py", "from .bot import ask"),
        ("pkg/main.py", "pkg/__init__.py", "from . import ask"),
        ("pkg/sub/main.py", "pkg/bot.py", "from ..bot import ask"),
        ("pkg/sub/main.py", "pkg/other/bot.py", "from ..other.bot import ask"),
        ("src/pkg/main.py", "src/pkg/bot.py", "from pkg.bot import ask"),
    ],
)
def test_relative_imports(where, other, statement):
    results = run({other: CHAT, where: f"{statement}\nprint(ask([])['id'])\n"})
    assert texts(results) == {other: CHAT_THEN, where: f"{statement}\nprint(ask([]).id)\n"}


def test_through_a_package():
    results = run(
        {
            "pkg/__init__.py": "from .bot import ask\n",
            "pkg/bot.py": CHAT,
            "main.py": "from pkg import ask\nprint(ask([])['id'])\n",
        }
    )
    assert texts(results)["main.py"] == "from pkg import ask\nprint(ask([]).id)\n"


def test_a_module_of_settings():
    results = run(
        {
            "config.py": "import openai\n\nopenai.api_type = 'azure'\nopenai.api_version = '2023-05-15'\n"
            "openai.api_base = 'https://a.openai.azure.com'\nopenai.api_key = 'k'\n",
            "bot.py": "import openai\nimport config\n\ndef ask():\n    return openai.ChatCompletion.create(engine='d', messages=[])\n",
        }
    )
    assert "openai.azure_endpoint = 'https://a.openai.azure.com'" in texts(results)["config.py"]
    assert "openai.chat.completions.create(model='d', messages=[])" in texts(results)["bot.py"]


AZURE = """import openai
openai.api_type = "azure"
openai.api_version = "2023-05-15"
def use(region):
    openai.api_base = f"https://{region}.openai.azure.com"
def models():
    return openai.Model.list()
"""


@pytest.mark.parametrize(
    "files",
    [
        {},
        {"main.py": "import bot\nfor region in ('eu', 'us'):\n    bot.use(region)\n    print(bot.models())\n"},
        {"main.py": "import bot\nbot.use('eu')\nprint(bot.models())\nbot.use('us')\nprint(bot.models())\n"},
    ],
    ids=["by whom is not seen", "in a loop", "twice"],
)
def test_an_endpoint_of_azure_that_others_switch(files):
    results = run({"bot.py": AZURE, **files})
    assert "return openai_client().models.list()" in texts(results)["bot.py"]


def test_an_endpoint_of_azure_that_takes_turns_when_another_file_asks():
    turns = AZURE.replace("use(region)", "use()").replace('f"https://{region}.openai.azure.com"', "next(ADDRESSES)")
    results = run(
        {
            "bot.py": turns.replace("import openai\n", "import openai\nfrom addresses import ADDRESSES\n", 1),
            "main.py": "import bot\nbot.use()\nprint(bot.models())\nbot.use()\nprint(bot.models())\n",
        }
    )
    assert "return openai_client().models.list()" in texts(results)["bot.py"]


def test_an_endpoint_of_azure_that_another_file_chooses_once():
    results = run({"bot.py": AZURE, "main.py": "import bot\nbot.use('eu')\nprint(bot.models())\n"})
    assert "openai.azure_endpoint = f" in texts(results)["bot.py"]


def test_a_script_whose_settings_another_file_makes_keeps_the_module():
    results = run(
        {
            "config.py": "import openai\nopenai.api_key = 'sk-1'\n",
            "bot.py": "import openai\nimport config\nprint(openai.Model.list())\n",
        }
    )
    assert texts(results) == {"bot.py": "import openai\nimport config\nprint(openai.models.list())\n"}


def test_a_name_of_the_module_in_another_file():
    results = run(
        {
            "api.py": "import openai\nchat = openai.ChatCompletion\n",
            "bot.py": "from api import chat\nchat.create(engine='m', messages=[])\n",
        }
    )
    assert texts(results) == {
        "api.py": "import openai\nchat = openai.chat.completions\n",
        "bot.py": "from api import chat\nchat.create(model='m', messages=[])\n",
    }


def test_exceptions_by_another_file():
    results = run(
        {
            "errors.py": "from openai.error import RateLimitError, Timeout\nRETRY = (RateLimitError, Timeout)\n",
            "bot.py": "import openai\nfrom errors import RETRY\ntry:\n    openai.Model.list()\nexcept RETRY as e:\n    print(e)\n",
        }
    )
    assert "from openai import APITimeoutError, RateLimitError" in texts(results)["errors.py"]
    assert "except RETRY as e" in texts(results)["bot.py"]


def test_a_name_that_another_file_imports_is_not_lost():
    results = run(
        {
            "errors.py": "from openai.error import Timeout\n",
            "bot.py": "import openai\nfrom errors import Timeout\ntry:\n    openai.Model.list()\nexcept Timeout:\n    pass\n",
        }
    )
    changed = texts(results)
    if "errors.py" in changed:
        name = changed["errors.py"].split()[-1]
        assert f"from errors import {name}\n" in changed["bot.py"], changed
        assert f"except {name}:" in changed["bot.py"], changed


def test_the_files_of_a_small_program_do_not_go_together():
    results = run({"old.py": EDIT, "main.py": "import old\n" + CHAT})
    assert texts(results) == {"main.py": "import old\n" + CHAT_THEN}
    assert "openai.Edit.create has no exact counterpart" in reasons(results["old.py"])


@pytest.mark.parametrize(
    ("old", "more"),
    [
        (EDIT.replace("    return", "    try:\n        return") + "    except Exception:\n        return ''\n", ""),
        (EDIT.replace("    return", "    with contextlib.suppress(Exception):\n        return"), ""),
        (EDIT, "try:\n    old.old('x')\nexcept (KeyError, openai.error.OpenAIError):\n    pass\n"),
        (EDIT, "import threading\nthreading.Thread(target=old.old).start()\n"),
    ],
)
def test_they_do_where_an_error_of_today_would_be_caught(old, more):
    results = run({"old.py": old, "main.py": "import old\n" + CHAT + more})
    assert texts(results) == {}
    assert "old.py, line " in reasons(results["main.py"])


@pytest.mark.parametrize(
    "clause",
    ["except Exception:\n        print('no')\n        raise", "except (AttributeError, KeyError):\n        return ''"],
)
def test_what_raises_again_or_is_another_error_is_loud(clause):
    old = EDIT.replace("    return", "    try:\n        return") + f"    {clause}\n"
    results = run({"old.py": old, "main.py": "import old\n" + CHAT})
    assert texts(results) == {"main.py": "import old\n" + CHAT_THEN}


def test_files_that_have_nothing_to_do_with_each_other_do_not():
    results = run({"old.py": EDIT, "other.py": CHAT})
    assert texts(results) == {"other.py": CHAT_THEN}


def test_what_can_be_done_is_done_where_it_is_asked_for():
    results = run({"old.py": EDIT, "main.py": "import old\n" + CHAT}, unsafe=True)
    assert texts(results) == {"main.py": "import old\n" + CHAT_THEN}


def test_a_large_program_is_migrated_but_for_what_is_silenced_near():
    files = {f"bot{n}.py": CHAT for n in range(12)}
    files["main.py"] = "".join(f"import bot{n}\n" for n in range(12)) + "import old\n"
    files["near.py"] = "import old\n" + CHAT
    quiet = EDIT.replace("    return", "    try:\n        return") + "    except Exception:\n        pass\n"
    for old, changed in [(quiet, True), (quiet.replace("p)\n", "p)  # noqa\n"), False)]:
        results = run({**files, "old.py": old})
        assert {f"bot{n}.py" for n in range(12)} <= set(texts(results))
        assert ("near.py" in texts(results)) == changed
    few = {name: files[name] for name in ("bot1.py", "bot2.py", "main.py", "near.py")}
    assert texts(run({**few, "main.py": files["main.py"], "old.py": quiet})) == {}


def test_a_file_that_does_not_parse_beside():
    results = run({"bad.py": "import openai\ndef\n", "good.py": CHAT})
    assert "cannot parse" in results["bad.py"].failure
    assert texts(results) == {"good.py": CHAT_THEN}


def test_results_come_in_the_order_of_the_files():
    files = {f"{name}.py": CHAT if number % 2 else "x = 1\n" for number, name in enumerate("zayb")}
    assert list(run(files)) == list(files)
    assert len(texts(run(files))) == 2


def test_no_files():
    assert fix_files([], Config()) == []


def test_the_same_file_twice():
    one, other = fix_files([Source("a.py", CHAT.encode()), Source("a.py", CHAT.encode())], Config())
    assert one.after == other.after == CHAT_THEN.encode()


# -- what a user asks for


def test_a_line_that_is_silenced():
    source = CHAT.replace("messages=p)", "messages=p)  # noqa: OAI102") + "openai.Model.list()\n"
    result = fixed(source)
    assert result.after is result.before
    assert "OAI102 is silenced here" in reasons(result)


@pytest.mark.parametrize("comment", ["# noqa", "# NOQA", "# noqa: OAI102", "# noqa:OAI1", "# noqa: E501, OAI102"])
def test_comments_that_silence(comment):
    assert after(CHAT.replace("messages=p)", f"messages=p)  {comment}")) == CHAT.replace(
        "messages=p)", f"messages=p)  {comment}"
    )


@pytest.mark.parametrize("comment", ["# noqa: E501", "# noqa: OAI112", "# no qa", "# a noqua"])
def test_comments_that_do_not(comment):
    assert after(CHAT.replace("messages=p)", f"messages=p)  {comment}")) == CHAT_THEN.replace(
        "messages=p)", f"messages=p)  {comment}"
    )


def test_comments_that_do_not_count():
    source = CHAT.replace("messages=p)", "messages=p)  # noqa")
    assert after(source, disable_noqa=True) == CHAT_THEN.replace("messages=p)", "messages=p)  # noqa")


def test_a_file_that_is_taken_out():
    result = fixed("# flake8: noqa\n" + CHAT)
    assert result.after is result.before
    assert result.left == []
    assert after("# flake8: noqa\n" + CHAT, disable_noqa=True) == "# flake8: noqa\n" + CHAT_THEN


def test_a_file_beside_one_that_is_taken_out():
    results = run({"bot.py": "# flake8: noqa\n" + CHAT, "main.py": "import openai\nimport bot\nopenai.Model.list()\n"})
    assert texts(results) == {}
    assert "bot.py: a comment takes the whole file out" in reasons(results["main.py"])


def test_files_whose_codes_are_ignored():
    results = run({"legacy/bot.py": CHAT, "bot.py": CHAT}, per_file_ignores=((("*/legacy/*"), ("OAI1",)),))
    assert texts(results) == {"bot.py": CHAT_THEN}
    results = run({"legacy/bot.py": CHAT}, per_file_ignores=((("bot.py"), ("OAI102",)),))
    assert texts(results) == {}


SELECTED = """\
import openai
openai.api_key = "sk-mine"
openai.api_base = "https://gateway.example/v1"
try:
    print(openai.Image.create(prompt="a lighthouse")["data"][0]["url"])
except openai.error.RateLimitError:
    print("later")
"""
"""A call, what is read of its response, settings, a client that could be made, and a clause."""


@pytest.mark.parametrize("client", ["auto", "module", "instance"])
@pytest.mark.parametrize(
    ("settings", "missing"),
    [
        ({"select": ("OAI102",)}, "OAI105"),
        ({"select": ("OAI107",)}, "OAI105"),
        ({"select": ("OAI102", "OAI105", "OAI112")}, "OAI107"),
        ({"select": ("OAI102", "OAI105", "OAI107")}, "OAI112"),
        ({"ignore": ("OAI102",)}, "OAI102"),
        ({"ignore": ("OAI105",)}, "OAI105"),
        ({"extend_ignore": ("OAI112",)}, "OAI112"),
        ({"ignore": ("OAI107",)}, "OAI107"),
    ],
)
def test_nothing_is_done_by_halves(settings, missing, client):
    for unsafe in (False, True):
        result = fixed(SELECTED, client=client, unsafe=unsafe, **settings)
        assert result.after is result.before
        assert f"{missing} is not selected, and the rest needs it" in reasons(result)


@pytest.mark.parametrize(
    "settings",
    [
        {"select": ("OAI301",)},
        {"select": ("OAI4",)},
        {"select": ("OAI5",)},
        {"ignore": ("OAI1",)},
        {"ignore": ("OAI",)},
    ],
)
def test_where_nothing_of_the_old_sdk_is_selected_it_is_as_it_was(settings):
    for source in (
        SELECTED,
        "from openai.embeddings_utils import get_embedding\nprint(get_embedding('tide', engine='ada'))\n",
        "import openai\nprint(openai.api_key, openai.api_type)\n",
        "from openai import ChatCompletion, api_key\n",
    ):
        result = fixed(source, **settings)
        assert result.after is result.before
        assert not result.left
        assert not result.notes


def test_all_that_is_needed_may_be_selected_one_by_one():
    codes = ("OAI102", "OAI105", "OAI107", "OAI112")
    assert after(SELECTED, select=codes) == after(SELECTED) != SELECTED
    assert after(SELECTED, ignore=("OAI4", "OAI3")) == after(SELECTED)


def test_helpers_are_not_put_in_where_their_calls_are_not_selected():
    source = "from openai.embeddings_utils import get_embedding\nprint(get_embedding('tide', engine='ada'))\n"
    assert after(source) != source
    for settings in (
        {"select": ("OAI101",)},
        {"select": ("OAI104",)},
        {"select": ("OAI102",)},
        {"ignore": ("OAI102",)},
    ):
        assert after(source, **settings) == source, settings


def test_a_kind_of_api_that_is_not_selected():
    source = (
        "import openai\nopenai.api_type = 'azure'\nopenai.api_base = 'https://x.openai.azure.com'\n"
        "openai.api_version = '2024-02-01'\nopenai.api_key = 'k'\nprint(openai.Model.list())\n"
    )
    assert "AzureOpenAI(" in after(source, select=("OAI1",))
    for kind in ("azure_ad", "Azure", "azuread"):
        other = source.replace("'azure'", repr(kind))
        assert after(other) != other
        result = fixed(other, select=("OAI1",))
        assert result.after is result.before
        assert "OAI306 is not selected" in reasons(result)
    variable = "import os\nos.environ['OPENAI_API_TYPE'] = 'azure'\nimport openai\nprint(openai.Model.list())\n"
    assert after(variable, select=("OAI1",)) == variable


def test_of_two_sdks_one_is_selected():
    before = (
        "import openai\nfrom azure.ai.inference.models import SystemMessage\n"
        "print(openai.Model.list())\nprint(SystemMessage('Be short.'))\n"
    )
    inference = fixed(before, select=("OAI4",)).after.decode()
    assert "openai.Model.list()" in inference
    assert "SystemMessage" not in inference
    legacy = fixed(before, select=("OAI1",)).after.decode()
    assert "openai.models.list()" in legacy
    assert "SystemMessage('Be short.')" in legacy


def test_what_is_ignored_in_a_file_holds_the_others_back_and_is_not_said_there():
    files = {
        "settings.py": "import openai\nopenai.api_base = 'https://x.example/v1'\n",
        "bot.py": "import settings\n" + CHAT,
    }
    results = run(files, per_file_ignores=(("settings.py", ("OAI1",)),))
    assert texts(results) == {}
    assert not results["settings.py"].left
    assert not results["settings.py"].notes
    assert not results["settings.py"].doubtful
    assert "settings.py, line 2: OAI105 is ignored in this file" in reasons(results["bot.py"])


def test_a_target_of_yore():
    source = "import openai\ntry:\n    openai.Model.list()\nexcept openai.error.RateLimitError:\n    pass\n"
    expected = "import openai\ntry:\n    openai.models.list()\nexcept openai.RateLimitError:\n    pass\n"
    assert after(source, target=(1, 30, 0)) == expected


# -- notebooks


def notebook(*cells, **more):
    """What becomes of a notebook: the sources of its code cells."""
    result = run({"a.ipynb": dump(*cells, **more)})["a.ipynb"]
    content = json.loads(result.after)
    return ["".join(cell["source"]) for cell in content["cells"] if cell["cell_type"] == "code"]


def test_cells_are_one_program():
    assert notebook(
        "import openai\nopenai.api_key = 'sk-1'",
        "r = openai.ChatCompletion.create(model='m', messages=[])",
        "print(r['choices'][0]['message']['content'])",
        "r['usage']",
    ) == [
        "from openai import OpenAI\nclient = OpenAI(api_key='sk-1')",
        "r = client.chat.completions.create(model='m', messages=[])",
        "print(r.choices[0].message.content)",
        "r.usage",
    ]


def test_magics_stay():
    assert notebook(
        "!pip install openai==0.28\n%matplotlib inline\nimport openai",
        "%%time\nr = openai.Model.list()",
        "x = !ls\nopenai.Model.list()?\nfor m in r['data']:\n    %timeit m['id']\n    print(m['id'])",
        "%%bash\necho openai.Model.list()",
    ) == [
        "!pip install openai==0.28\n%matplotlib inline\nimport openai",
        "%%time\nr = openai.models.list()",
        "x = !ls\nopenai.Model.list()?\nfor m in r.data:\n    %timeit m.id\n    print(m.id)",
        "%%bash\necho openai.Model.list()",
    ]


def test_the_layout_stays():
    data = dump(
        "import openai",
        code(
            "openai.Model.list()",
            outputs=[{"output_type": "stream", "name": "stdout", "text": ["ä"]}],
            execution_count=3,
        ),
        {"cell_type": "markdown", "metadata": {}, "source": ["openai.Model.list()"]},
    )
    for layout in (data, data.replace(b"\n", b"\r\n"), json.dumps(json.loads(data)).encode(), data.rstrip()):
        result = run({"a.ipynb": layout})["a.ipynb"]
        assert result.after == layout.replace(b'"openai.Model.list()"', b'"openai.models.list()"', 1)


def test_an_import_that_is_added():
    first, second = notebook("import openai", "if not openai.api_key:\n    print('no key')\nopenai.Model.list()")
    assert "import os" in first
    assert "os.environ" in second


def test_a_cell_that_is_not_read():
    data = dump("import openai\nopenai.Model.list()", "this is no Python", "openai.Model.list()")
    result = run({"a.ipynb": data})["a.ipynb"]
    assert [number for number, _ in result.unread] == [2]
    sources = ["".join(cell["source"]) for cell in json.loads(result.after)["cells"]]
    assert sources == ["import openai\nopenai.models.list()", "this is no Python", "openai.models.list()"]


def test_a_notebook_that_is_fixed_in_part():
    result = run({"a.ipynb": dump("import openai", "x = 1", "openai.Edit.create(input='a')\nopenai.Model.list()")})[
        "a.ipynb"
    ]
    assert {one.finding.cell for one in result.left} == {3}
    assert "openai.Edit.create has no exact counterpart" in reasons(result)
    assert b"openai.models.list()" in result.after


def test_cells_of_one_line_ends_and_lists():
    data = dump("import openai\nopenai.Model.list()")
    content = json.loads(data)
    content["cells"][0]["source"] = split("import openai\nr = openai.Model.list()\nr['data']")
    result = run({"a.ipynb": json.dumps(content, indent=1).encode()})["a.ipynb"]
    assert json.loads(result.after)["cells"][0]["source"] == ["import openai\n", "r = openai.models.list()\n", "r.data"]


@pytest.mark.parametrize("data", [b"", b"{}", b"[]", b"not json", b'{"cells": 3}', b"\xff\xfe", b'{"cells": [{}]}'])
def test_what_is_no_notebook(data):
    (result,) = run({"a.ipynb": data + b"" if b"openai" in data else data}).values()
    assert result.after is result.before


def test_a_notebook_and_a_module():
    results = run({"bot.py": CHAT, "a.ipynb": dump("from bot import ask", "import openai\nprint(ask([])['id'])")})
    assert "ask([]).id" in results["a.ipynb"].after.decode()


# -- bytes


@pytest.mark.parametrize("newline", ["\n", "\r\n", "\r"])
@pytest.mark.parametrize("bom", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", [True, False])
def test_line_ends_and_marks(newline, bom, end):
    source = (
        "import os\nfrom openai import ChatCompletion, OpenAIError\n\n\ndef ask():\n    '''ä'''\n"
        "    return ChatCompletion.create(\n        model='m', timeout=3,\n        messages=[])['choices'][0]\n"
    )
    then = (
        "import os\nimport openai\nfrom openai import OpenAIError\n\n\ndef ask():\n    '''ä'''\n"
        "    return openai.chat.completions.create(\n        model='m', messages=[]).choices[0]\n"
    )
    data, expected = (
        bom + text.removesuffix("" if end else "\n").replace("\n", newline).encode() for text in (source, then)
    )
    assert run({"a.py": data})["a.py"].after == expected


def test_mixed_line_ends():
    data = b"import openai\r\nx = 1\n# a\r\ndef f():\n\treturn openai.Model.list()\r\n\r\n"
    assert run({"a.py": data})["a.py"].after == data.replace(b"Model", b"models")


@pytest.mark.parametrize("coding", ["latin-1", "cp1252", "iso-8859-15", "utf-8", "koi8-r", "shift_jis", "utf-8-sig"])
def test_encodings(coding):
    text = "é€" if coding == "cp1252" else "é" if coding.startswith(("latin", "iso", "utf")) else "я"
    data = (
        f"# -*- coding: {coding} -*-\nimport openai\nprint('{text}', openai.Model.list()['data'])  # {text}\n".encode(
            coding
        )
    )
    expected = (
        f"# -*- coding: {coding} -*-\nimport openai\nprint('{text}', openai.models.list().data)  # {text}\n".encode(
            coding
        )
    )
    result = run({"a.py": data})["a.py"]
    assert result.failure is None
    assert result.after == expected


@pytest.mark.parametrize(
    ("data", "why"),
    [
        ("import openai\nopenai.Model.list()\n".encode("utf-16"), ""),
        ("import openai\nopenai.Model.list()\n".encode("utf-16-le"), ""),
        (b"# coding: nothing\nimport openai\nopenai.Model.list()\n", "cannot decode"),
        (b"import openai\n'\xe9'\nopenai.Model.list()\n", "cannot decode"),
        (b"\xef\xbb\xbf# coding: latin-1\nimport openai\nopenai.Model.list()\n", "cannot decode"),
        (b"import openai\nopenai.Model.list()\n\0", "cannot parse"),
        (b"import openai\nopenai.Model.list(\n", "cannot parse"),
        (b"import openai\nprint openai.Model.list()\n", "cannot parse"),
        (b"import openai\n  openai.Model.list()\n", "cannot parse"),
        (b"import openai\n\xc3", "cannot decode"),
    ],
)
def test_what_cannot_be_read(data, why):
    (result,) = run({"a.py": data}).values()
    assert result.after is result.before
    assert why in (result.failure or "")
    assert result.failure or not why
    assert "\n" not in (result.failure or "")


@pytest.mark.parametrize(
    "data", [b"", b"\n", b"\r\n", b"#", b"\xef\xbb\xbf", b"\x0c", b"import openai", b"# openai\n", b"'''openai'''"]
)
def test_what_has_nothing_in_it(data):
    (result,) = run({"a.py": data}).values()
    assert result.after is result.before
    assert (result.failure, tuple(result.left), tuple(result.notes)) == (None, (), ())


def test_odd_characters_between_lines():
    source = "import openai\n\x0c\ndef f():\n    x = '\x0b\x1c\x1d\u2028\x85'; return openai.Model.list()  # \u2029\n"
    assert after(source) == source.replace("Model", "models")


def test_tabs_and_spaces():
    source = "import openai\nif True:\n\tif True:\n\t\tx = openai.Model.list()\n  \t \ny = 1  \n\t\n"
    assert after(source) == source.replace("Model", "models")


def test_what_is_not_touched_stays_to_the_byte():
    odd = "x = {'a' :1 ,\n  'b':2}  ;y=x\n\n\n\n@ f\ndef   g( a,b ) :   pass\nz = \\\n   1\n#   b\nprint ( 'a'  'b' )   \n"
    source = f"import openai\n{odd}r = openai.Model.list()\n{odd}"
    assert after(source) == source.replace("Model", "models")


def test_stubs_and_other_names():
    results = run({"a.pyi": "import openai\ndef f(r: openai.ChatCompletion) -> None: ...\n", "b": CHAT, "c.PY": CHAT})
    assert texts(results)["a.pyi"] == "import openai\ndef f(r: openai.types.chat.ChatCompletion) -> None: ...\n"
    assert texts(results)["b"] == CHAT_THEN


def test_fix_source():
    assert fix_source(CHAT) == CHAT_THEN
    assert fix_source("x = 1\n") == "x = 1\n"
    for source in ("import openai\n(", "import openai\nx = '\ud800'\n", "import openai\n\0"):
        with pytest.raises(SyntaxError):
            fix_source(source)


def test_a_person_can_choose():
    source = "import openai\nopenai.api_key = 'sk-1'\nopenai.Model.list()\n"
    assert "client = OpenAI(" in fix_source(source)
    assert "client" not in fix_source(source, options=Options("module"))


def test_nothing_of_a_program_is_lost():
    """Comments of all places are there afterwards."""
    source = (
        "# 1\nimport openai  # 2\n# 3\nfrom openai.error import (RateLimitError)  # 4\n\ndef f():  # 5\n    # 6\n    try:  # 7\n"
        "        r = openai.ChatCompletion.create(  # 8\n            # 9\n            engine='m',  # 10\n            messages=[  # 11\n"
        "                # 12\n            ],  # 13\n        )  # 14\n        return r[  # 15\n            'choices'  # 16\n"
        "        ][0]['message']['content']  # 17\n    # 18\n    except RateLimitError as e:  # 19\n        # 20\n"
        "        print(e.http_status)  # 21\n    # 22\n# 23\n"
    )
    assert len(comments(source.encode())) == 23
    result = fixed(source)
    if result.after is not result.before:
        assert comments(result.after) == comments(source.encode())


# -- responses that are dicts in all files of a program


def test_a_response_that_another_file_changes():
    results = run(
        {
            "bot.py": CHAT,
            "main.py": "from bot import ask\nr = ask([])\nr.pop('usage')\nprint(r.choices[0].message.content)\n",
        }
    )
    assert texts(results) == {
        "bot.py": CHAT_THEN.replace("messages=p)", "messages=p).to_dict()"),
        "main.py": 'from bot import ask\nr = ask([])\nr.pop(\'usage\')\nprint(r["choices"][0]["message"]["content"])\n',
    }


def test_keys_that_another_file_goes_through():
    results = run(
        {
            "gate.py": "import openai\ndef gate(t):\n    return openai.Moderation.create(input=t).results[0]\n",
            "main.py": "from gate import gate\nprint([k for k, v in gate('a').categories.items() if v])\n",
        }
    )
    call = "openai.moderations.with_raw_response.create(input=t).http_response.json()"
    assert texts(results) == {
        "gate.py": f'import openai\ndef gate(t):\n    return {call}["results"][0]\n',
        "main.py": "from gate import gate\nprint([k for k, v in gate('a')[\"categories\"].items() if v])\n",
    }


def test_what_one_file_changes_and_another_may_read_as_an_object():
    results = run(
        {
            "bot.py": CHAT + "\nask([]).pop('usage')\n",
            "main.py": "import bot\ndef show(make):\n    print(make([]).choices[0].message.content)\nshow(bot.ask)\n",
        }
    )
    assert texts(results) == {
        "bot.py": CHAT_THEN.replace("=p)", "=p).to_dict()") + "\nask([]).pop('usage')\n",
        "main.py": "import bot\ndef show(make):\n"
        '    print(make([])["choices"][0]["message"]["content"])\nshow(bot.ask)\n',
    }


def test_a_method_that_another_file_calls_on_what_is_not_known():
    bot = 'import openai\n\nclass Bot:\n    def ask(self, p):\n        return {}["choices"][0]["message"]\n'
    main = "import json\nfrom bot import Bot\n\nbots = {'a': Bot()}\nprint(bots['a'].ask([])['content'])\n"
    results = run(
        {"bot.py": bot.format("openai.ChatCompletion.create(model='m', messages=p)"), "main.py": main},
    )
    assert texts(results) == {
        "bot.py": "import openai\n\nclass Bot:\n    def ask(self, p):\n"
        "        return openai.chat.completions.create(model='m', messages=p).choices[0].message\n",
        "main.py": main.replace("['content']", ".content"),
    }


def test_a_file_with_the_key_whose_responses_others_read_is_not_alone():
    bot = "import openai\nopenai.api_key = 'sk-1'\n\ndef ask(p):\n    r = {}\n    {}\n    return r\n"
    main = "from bot import ask\nprint(ask([]).choices[0].message.content)\n"
    results = run(
        {"bot.py": bot.format("openai.ChatCompletion.create(model='m', messages=p)", "r.pop('usage')"), "main.py": main}
    )
    assert texts(results) == {
        "bot.py": bot.format("openai.chat.completions.create(model='m', messages=p).to_dict()", "r.pop('usage')"),
        "main.py": 'from bot import ask\nprint(ask([])["choices"][0]["message"]["content"])\n',
    }


@pytest.mark.parametrize(("module", "step"), [(fixer, "having_helpers"), (program, "for_each_call")])
def test_an_error_of_ours_is_said_and_the_other_programs_are_fixed(module, step, monkeypatch):
    real = getattr(module, step)

    def fail(first, *rest):
        if step == "for_each_call" or first.source.path == "azure.py":
            raise ZeroDivisionError("by us")
        return real(first, *rest)

    monkeypatch.setattr(module, step, fail)
    azure = f"{AZURE}use('east')\nprint(models())\nuse('west')\nprint(models())\n"
    programs = {"azure.py": azure, "other.py": "import openai\nprint(openai.Model.list())\n"}
    left, done = fix_files([Source(path, text.encode()) for path, text in programs.items()], Config())
    assert "internal error, please report it: ZeroDivisionError: by us" in (left.failure or "")
    assert left.after is left.before
    assert done.failure is None
    assert b"models.list" in done.after


def test_it_is_not_said_that_unsafe_fixes_do_what_they_leave():
    """A doubt in one test holds the clients of all calls, and so does a dict in another one, which no fix changes."""
    bot = (
        "import openai\nopenai.api_type = 'azure'\nopenai.api_version = '2023-05-15'\nopenai.api_key = 'k'\n"
        "def use(name):\n    openai.api_base = f'https://{name}.openai.azure.com'\n"
        "def vector(text):\n    return openai.Embedding.create(engine='d', input=text)\n"
        "def names():\n    return [one['id'] for one in openai.Model.list()['data']]\n"
    )
    patched = (
        "from unittest.mock import patch\nimport bot\n"
        "def test_{0}(data):\n    with patch('openai.{1}') as sdk:\n{2}        bot.{0}()\n"
    )
    files = {
        "bot.py": bot,
        "test_a.py": patched.format("vector", "Embedding.create", ""),
        "test_b.py": patched.format("names", "Model.list", "        sdk.return_value = {'data': data}\n"),
    }

    def left(files, **options):
        sources = [Source(path, text.encode()) for path, text in files.items()]
        return [row for one in fix_files(sources, Config(), Options(**options)) for row in one.left]

    doubted = left({path: text for path, text in files.items() if path != "test_b.py"})
    assert {row.cause.code for row in doubted} == {Code.MOCK}
    assert all(row.cause.is_unsafe for row in doubted)
    assert [row.was for row in left(files)] == [row.was for row in left(files, unsafe=True)] != []
    assert not any(row.cause.is_unsafe for row in left(files))
    planned = plan([Source(path, text.encode()) for path, text in files.items()], Config()).findings
    causes = [row.cause for rows in planned.values() for row in rows]
    assert [(cause.code, cause.is_unsafe) for cause in causes] == [(Code.MOCK, False)] * len(left(files))


MADE_OF_SETTINGS = """\
import os, openai
openai.api_type = "azure"
openai.api_base = os.environ["HOST"]
def client():
    return openai.AsyncAzureOpenAI(azure_endpoint=openai.api_base, api_version="2024-06-01")
"""


def test_settings_that_are_variables_of_the_program_stay():
    assert texts(run({"app.py": MADE_OF_SETTINGS})) == {}


def test_settings_that_are_variables_of_one_file_and_settings_for_another_do_not():
    bot = "import app, openai\ndef ask(p):\n    return openai.ChatCompletion.create(engine='e', messages=p)\n"
    results = run({"app.py": MADE_OF_SETTINGS, "bot.py": bot})
    assert "openai.azure_endpoint = os.environ" in texts(results)["app.py"]
