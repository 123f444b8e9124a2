"""What decides where calls go and with which key is never parted from them: by no option, in no order of files."""

from __future__ import annotations

import json

import pytest
from fix.given import reasons, run

from flake8_openai_v1.fix.fixer import Options, Source, fix_files
from flake8_openai_v1.project.config import Config
from flake8_openai_v1.project.environment import Variable

GATEWAY = 'import openai\nopenai.api_base = "https://gateway.example/v1"\n'
QUIET = "try:\n    openai.Edit.create(model='m')\nexcept Exception:\n    pass\n"
"""It is left, and what is around it, too: a call that is gone, and whose error is caught."""
LEFT = GATEWAY + QUIET
ASKS = "import openai\ndef ask():\n    return openai.Model.list()\n"
ASKED = "import openai\ndef ask():\n    return openai.models.list()\n"


def changed(results):
    return sorted(name for name, result in results.items() if result.after != result.before)


@pytest.mark.parametrize(
    "settings",
    [
        LEFT,
        "import openai\nopenai.api_type = 'azure_ad'\n" + QUIET,
        "import openai\nopenai.proxy = 'http://proxy.example'\n" + QUIET,
        "import openai\nopenai.api_key_path = 'key'\n" + QUIET,
        "import openai as ai\nsetattr(ai, 'api_base', 'x')\n" + QUIET.replace("openai", "ai"),
        "import openai\nfor n in NAMES:\n    setattr(openai, n, NAMES[n])\n" + QUIET,
        "import os\nos.environ['OPENAI_API_BASE'] = 'x'\nimport openai\n" + QUIET,
        "import os\nos.environ.update(OPENAI_BASE_URL='x')\nimport openai\n" + QUIET,
        "import openai\ndef use(base):\n    openai.api_base = base\n" + QUIET,
    ],
)
@pytest.mark.parametrize("unsafe", [False, True])
def test_a_file_with_settings_that_is_left(settings, unsafe):
    for main in ("import settings, asks\n", "import settings\n"):
        results = run({"settings.py": settings, "asks.py": ASKS, "main.py": main + "import asks\n"}, unsafe=unsafe)
        assert changed(results) == []
        assert "settings.py, line " in reasons(results["asks.py"])


def test_what_is_read_alike_may_stay():
    """The key, the organisation, the version, a kind of API that has no other name."""
    for line in (
        "openai.api_key = 'k'",
        "openai.organization = 'o'",
        "openai.api_type = 'open_ai'",
        "openai.log = 'debug'",
    ):
        settings = f"import openai\n{line}\n" + QUIET
        results = run({"settings.py": settings, "asks.py": ASKS, "main.py": "import settings, asks\n"}, unsafe=True)
        assert changed(results) == ["asks.py"], line


def test_a_flag_of_azure():
    settings = (
        "import os, openai\nopenai.api_type = 'azure'\nopenai.api_base = 'https://mine.openai.azure.com'\n"
        "openai.api_version = '2023-05-15'\nopenai.api_key = os.environ['TOKEN']\n"
        "if os.environ.get('AZURE_AD'):\n    openai.api_type = 'azure_ad'\n"
    )
    asks = "import openai\ndef vector(text):\n    return openai.Embedding.create(engine='ada', input=text)['data'][0]\n"
    files = {
        "settings.py": settings,
        "asks.py": asks,
        "app.py": "import settings\nfrom asks import vector\nvector('x')\n",
    }
    for client in ("auto", "module", "instance"):
        assert changed(run(files, unsafe=True, client=client)) == []


def many(number: int) -> dict[str, str]:
    """Files that need a change, and import nothing of each other."""
    return {f"part{one}.py": ASKS for one in range(number)}


def test_a_large_program():
    """Settings are nobody's neighbours there, and a call that fails unheard holds nothing back."""
    parts = many(20)
    main = "import settings\n" + "".join(f"import part{one}\n" for one in range(20))
    dynamic = "import openai\nfor n in NAMES:\n    setattr(openai, n, NAMES[n])\n" + QUIET
    results = run({"settings.py": dynamic, "main.py": main, **parts})
    assert changed(results) == []
    assert "settings.py, line 3" in reasons(results["part7.py"])
    results = run({"settings.py": LEFT, "main.py": main, **parts})
    assert changed(results) == sorted({"settings.py", *parts})
    assert "openai.Edit.create has no exact counterpart" in reasons(results["settings.py"])


def test_two_programs_that_share_a_file():
    """One of them sets an address: that concerns itself and what it imports, not the other."""
    shared, one = "import openai\ndef models():\n    return 1\n", LEFT + "import shared\n"
    other = ASKS + "import shared\nshared.models()\n"
    results = run({"shared.py": shared, "one.py": one, "other.py": other, **many(9)}, unsafe=True)
    assert "other.py" in changed(results)


def test_the_package_is_imported_first():
    files = {
        "p/__init__.py": LEFT,
        "p/asks.py": ASKS,
        "main.py": "import p.asks\n",
        "p/q/__init__.py": "",
        "p/q/more.py": ASKS,
    }
    for unsafe in (False, True):
        assert changed(run(files, unsafe=unsafe)) == []
    files = {"p/__init__.py": LEFT, "p/q/__init__.py": "import openai\n", "p/q/more.py": ASKS, **many(5)}
    assert "p/q/more.py" not in changed(run(files, unsafe=True))


@pytest.mark.parametrize(
    "settings",
    [GATEWAY.replace('v1"\n', 'v1"  # noqa\n'), "# flake8: noqa\n" + GATEWAY],
)
def test_a_file_with_settings_that_is_silenced(settings):
    for unsafe in (False, True):
        results = run({"settings.py": settings, "app.py": "import settings\n" + ASKS}, unsafe=unsafe)
        assert changed(results) == []
        assert not results["settings.py"].left
        assert "it goes with settings.py" in reasons(results["app.py"])


def test_a_file_with_settings_that_is_ignored():
    for unsafe in (False, True):
        files = {"settings.py": GATEWAY, "app.py": "import settings\n" + ASKS}
        results = run(files, unsafe=unsafe, per_file_ignores=(("settings.py", ("OAI1",)),))
        assert changed(results) == []
        assert "settings.py, line 2: OAI105 is ignored in this file" in reasons(results["app.py"])


TEST = """\
from unittest import mock
import asks
{}
def test_ask():
    asks.ask()
"""


@pytest.mark.parametrize(
    "patch",
    [
        '@mock.patch("openai.Model.list")  # noqa',
        '@mock.patch("asks.openai.Model.list")  # noqa',
        '@mock.patch.object(asks.openai.Model, "list")  # noqa',
        'import openai\n@mock.patch.object(openai.Model, "list")  # noqa',
        "import openai\nopenai.Model.list = print  # noqa",
    ],
)
def test_no_test_is_let_out(patch):
    """What was mocked would send a request."""
    test = TEST.format(patch)
    if "(" in patch:
        test = test.replace("def test_ask():", "def test_ask(create):")
    for unsafe in (False, True):
        results = run({"asks.py": ASKS, "test_asks.py": test}, unsafe=unsafe)
        assert changed(results) == []


# -- what does not parse

BROKEN = [
    GATEWAY + "openai.api_key = <your key>\n",
    "import openai\nprint 'x'\nopenai.api_type = 'azure'\n",
    "import openai, os\nos.environ['OPENAI_API_BASE'] = 'x'\n(\n",
    "import openai\nsetattr(openai, 'api_base', 'x'\n",
    "import openai\n@mock.patch('openai.Model.list')\ndef f(: pass\n",
]


@pytest.mark.parametrize("settings", BROKEN)
def test_a_file_with_settings_that_does_not_parse(settings):
    for unsafe in (False, True):
        results = run({"settings.py": settings, "app.py": "import settings\n" + ASKS, "beside.py": ASKS}, unsafe=unsafe)
        assert changed(results) == ["beside.py"]
        assert "cannot parse" in str(results["settings.py"].failure)
        assert "it goes with settings.py, line " in reasons(results["app.py"])


def test_over_a_third_file():
    files = {"settings.py": BROKEN[0], "app.py": "import settings, asks\nasks.ask()\n", "asks.py": ASKS}
    results = run(files)
    assert changed(results) == []
    assert "settings.py, line 2: api_base stands there, and the file cannot be read: cannot parse" in reasons(
        results["asks.py"]
    )


def test_what_does_not_parse_and_sets_nothing():
    for text in ("import openai\nprint 'x'\n", "import openai\n# openai.api_base = 'x'\nx = <y>\n"):
        results = run({"other.py": text, "app.py": "import other\n" + ASKS})
        assert changed(results) == ["app.py"]


def notebook(*cells: str) -> str:
    made = [{"cell_type": "code", "metadata": {}, "source": [cell]} for cell in cells]
    return json.dumps({"cells": made, "metadata": {"language_info": {"name": "python"}}, "nbformat": 4})


@pytest.mark.parametrize(
    "cell",
    [
        'import openai\nopenai.api_base = "https://gateway.example/v1"\nopenai.api_key = <your key>',
        "openai.api_type = 'azure\nimport openai",
        "import os\nos.environ['OPENAI_BASE_URL'] = <the gateway>",
    ],
)
def test_a_cell_that_does_not_parse(cell):
    for unsafe in (False, True):
        results = run({"bot.ipynb": notebook(cell, "import openai\nprint(openai.Model.list())")}, unsafe=unsafe)
        assert changed(results) == []
        assert "cell_1, line " in reasons(results["bot.ipynb"])
        assert "stands in a cell that cannot be parsed" in reasons(results["bot.ipynb"])


def test_a_cell_that_does_not_parse_and_sets_nothing():
    for cell in ("x = <y>", "openai.api_key = <your key>"):
        results = run({"bot.ipynb": notebook(cell, "import openai\nprint(openai.Model.list())")})
        assert changed(results) == ["bot.ipynb"]


# -- files that are not among those that are to be fixed


def around(files: dict[str, str], outside: dict[str, str], *variables: Variable, unsafe=False, client="auto"):
    """What becomes of the files of a run, of which some are only seen."""
    sources = [
        *(Source(name, text.encode()) for name, text in files.items()),
        *(Source(name, text.encode(), outside=True) for name, text in outside.items()),
    ]
    results = fix_files(sources, Config(), Options(client, unsafe), variables=variables)
    for one in results[len(files) :]:
        assert one.after is one.before
        assert not one.left
        assert not one.notes
    return dict(zip([*files, *outside], results, strict=True))


@pytest.mark.parametrize(
    "settings",
    [
        GATEWAY,
        "import openai\nopenai.api_type = 'azure_ad'\n",
        "import openai\nopenai.api_key_path = 'key'\n",
        "import openai as ai\nif flag:\n    ai.api_base = 'x'\n",
        "import openai\ndef use(base):\n    setattr(openai, 'api_base', base)\n",
        "import os\nos.environ['OPENAI_API_BASE'] = 'x'\n",
        "import os\nos.environ.setdefault('OPENAI_BASE_URL', 'x')\n",
        "import openai, requests\nopenai.requestssession = requests.Session()\n",
        "import openai\nopenai.proxy = {'https': 'http://proxy.example'}\n",
        "import openai\nopenai.api_base = <broken>\n",
    ],
)
@pytest.mark.parametrize("unsafe", [False, True])
def test_settings_in_a_file_that_is_not_named(settings, unsafe):
    for files, outside in (
        ({"app.py": "import settings\n" + ASKS}, {"settings.py": settings}),
        ({"bot.py": ASKS}, {"main.py": settings.replace("<", "bot.<") + "import bot\nbot.ask()\n"}),
        ({"bot.py": ASKS}, {"main.py": "import settings, bot\n", "settings.py": settings}),
        ({"bot.py": ASKS}, {"test_bot.py": "import bot\n", "conftest.py": settings}),
        ({"p/bot.py": ASKS}, {"p/__init__.py": settings}),
    ):
        results = around(files, outside, unsafe=unsafe)
        assert changed(results) == [], outside
        (result,) = (results[name] for name in files)
        where = next(name for name, text in outside.items() if settings[:20] in text)
        assert f"{where}, line " in reasons(result)
        if "OPENAI_BASE_URL" not in settings:
            assert "name that file, too" in reasons(result) or "cannot be read" in reasons(result)


def test_a_key_in_a_file_that_is_not_named():
    """It is read where it was; but a client that is made here would not have it."""
    main = "import openai\nopenai.api_key = 'k'\nimport bot\nbot.ask()\n"
    results = around({"bot.py": ASKS}, {"main.py": main})
    assert changed(results) == ["bot.py"]
    bot = "import openai\nopenai.api_key = 'k'\nprint(openai.Model.list())\n"
    assert b"client" in around({"bot.py": bot}, {})["bot.py"].after
    assert b"client" not in around({"bot.py": bot}, {"main.py": main})["bot.py"].after


def test_a_file_that_is_not_named_and_reads_a_response():
    bot = "import openai\ndef ask():\n    return openai.Completion.create(model='m', prompt='x')\n"
    for main in ("import bot\nprint(bot.ask()['choices'])\n", "import bot\nfor key in bot.ask():\n    print(key)\n"):
        results = around({"bot.py": bot}, {"main.py": main})
        assert changed(results) == []
        assert "it goes with main.py, line 2: a response of openai 0.x that another file gives" in reasons(
            results["bot.py"]
        )
    results = around({"bot.py": bot}, {"main.py": "import bot\nprint(bot.ask().choices[0].text)\n"})
    assert changed(results) == ["bot.py"]


def test_a_file_that_is_not_named_and_catches_an_exception():
    main = "import openai, bot\ntry:\n    bot.ask()\nexcept openai.error.RateLimitError:\n    pass\n"
    results = around({"bot.py": ASKS}, {"main.py": main})
    assert changed(results) == []
    assert "it goes with main.py, line 4: openai.error.RateLimitError is caught there" in reasons(results["bot.py"])
    # What it imports is not what imports it.
    results = around(
        {"bot.py": ASKS + "import main\n"}, {"main.py": main.replace("bot.ask()", "pass").replace(", bot", "")}
    )
    assert changed(results) == ["bot.py"]


def test_a_file_that_is_not_named_and_calls_for_itself():
    """A program can be migrated in parts."""
    results = around({"bot.py": ASKS}, {"main.py": ASKS + "import bot\nprint(openai.Model.list()['data'])\n"})
    assert changed(results) == ["bot.py"]


@pytest.mark.parametrize("unsafe", [False, True])
def test_a_test_that_is_not_named(unsafe):
    for test in (
        TEST.format("@mock.patch('openai.Model.list')"),
        TEST.format("@mock.patch('asks.openai.Model.list')"),
        TEST.format("@mock.patch.object(asks.openai.Model, 'list')"),
        "import asks, openai\ndef test(monkeypatch):\n    monkeypatch.setattr(openai.Model, 'list', print)\n",
        "import asks\ndef test(monkeypatch):\n    monkeypatch.setattr('openai.Model.list', print)\n",
        "import asks, openai\nopenai.Model.list = lambda: []\n",
    ):
        results = around({"asks.py": ASKS}, {"test_asks.py": test}, unsafe=unsafe)
        assert changed(results) == [], test
        told = reasons(results["asks.py"])
        assert " is replaced there; name that file, too" in told or "in the place of openai.Model.list" in told


def test_a_file_that_is_known_to_be_there():
    sources = [Source("app.py", ("import settings\n" + ASKS).encode()), Source("settings.py", b"", True, True)]
    left, _ = fix_files(sources, Config(), Options(unsafe=True))
    assert left.after is left.before
    assert "it goes with settings.py: the file cannot be read" in reasons(left)


# -- variables that are set outside of the program

BASE = Variable(".env", 3, "OPENAI_API_BASE", "https://gateway.example/v1")
TYPE = Variable("run.sh", 2, "OPENAI_API_TYPE", "azure")
NEW = Variable("ci.yml", 7, "OPENAI_BASE_URL", "https://other.example/v1")
VERSION = Variable("run.sh", 4, "OPENAI_API_VERSION", "2024-02-01")
TEAM = Variable(".env", 1, "OPENAI_ORGANIZATION", "org-1")
NEW_TEAM = Variable(".env", 1, "OPENAI_ORG_ID", "org-1")
KEY_PATH = Variable(".env", 1, "OPENAI_API_KEY_PATH", "/run/key")
ENDPOINT = Variable(".env", 2, "AZURE_OPENAI_ENDPOINT", "https://west.openai.azure.com")
AZURE_KEY = Variable("compose.yml", 5, "AZURE_OPENAI_API_KEY", "")
AZURE_TOKEN = Variable("run.sh", 1, "AZURE_OPENAI_AD_TOKEN", "$TOKEN")
GUESSED = [ENDPOINT, AZURE_KEY, AZURE_TOKEN]
ASK = "print(openai.Model.list())\n"


@pytest.mark.parametrize("variable", [BASE, TYPE, NEW, TEAM, NEW_TEAM, KEY_PATH], ids=lambda one: one.name)
@pytest.mark.parametrize("unsafe", [False, True])
def test_a_variable_that_decides(variable, unsafe):
    for program in (
        "import openai\n" + ASK,
        "import openai\nopenai.api_key = 'k'\n" + ASK,
        "import openai\nif flag:\n    openai.api_base = 'x'\n    openai.api_type = 'azure'\n" + ASK,
        "import openai\ndef f():\n    openai.api_base, openai.organization = 'x', 'y'\nopenai.api_key = 'k'\n" + ASK,
    ):
        results = around({"app.py": program}, {}, variable, unsafe=unsafe)
        assert changed(results) == [], program
        assert f"{variable.path}, line {variable.line} sets {variable.name}, which " in reasons(results["app.py"])


@pytest.mark.parametrize("variable", GUESSED, ids=lambda one: one.name)
@pytest.mark.parametrize("unsafe", [False, True])
def test_a_variable_from_which_azure_is_guessed(variable, unsafe):
    """Nobody has said what kind of API the module is for, and the next SDK finds out by itself."""
    for program in (
        "import openai\n" + ASK,
        "import openai as ai\nprint(ai.Model.list())\n",
        "import openai\ndef f(handle=openai.Model.list):\n    return handle()\n",
        "import openai\nif flag:\n    openai.api_type = 'azure'\n    openai.api_base = base\n" + ASK,
        f"import openai, os\nos.environ['{variable.name}'] = 'x'\n" + ASK,
    ):
        others = [] if variable.name in program else [variable]
        results = around({"app.py": program}, {}, *others, unsafe=unsafe)
        assert changed(results) == [], program
        place = f"{variable.path}, line {variable.line}" if others else "app.py, line 2"
        assert f"{place} sets {variable.name}, from which " in reasons(results["app.py"])


@pytest.mark.parametrize("program", ["import openai\nopenai.api_key = 'k'\n", "import openai\n"])
def test_a_client_does_not_guess(program):
    for variable in GUESSED:
        results = around({"app.py": program + ASK}, {}, variable, client="instance")
        assert changed(results) == ["app.py"]
        assert b"OpenAI(" in results["app.py"].after
        assert changed(around({"app.py": program + ASK}, {}, variable, client="module")) == []


def test_files_without_calls_on_the_module_guess_nothing():
    """A file of settings may be fixed, also where a file that makes calls is left: these raise."""
    errors = "import openai\ntry:\n    pass\nexcept openai.error.APIError:\n    pass\n"
    assert changed(around({"app.py": errors}, {}, *GUESSED)) == ["app.py"]
    files = {"settings.py": "import openai\nopenai.api_type = 'open_ai'\n", "app.py": "import settings\n" + ASKS}
    assert changed(around(files, {}, *GUESSED)) == ["app.py", "settings.py"]
    files["settings.py"] = GATEWAY
    assert changed(around(files, {}, *GUESSED)) == ["settings.py"]


@pytest.mark.parametrize(
    ("program", "variables"),
    [
        ("openai.api_type = 'open_ai'\n", GUESSED),
        ("if os.getenv('AZURE_OPENAI_ENDPOINT'):\n    openai.api_type = 'azure'\n", [ENDPOINT]),
        ("", [ENDPOINT._replace(scope="/elsewhere")]),
        ("openai.api_base = 'https://x.example/v1'\n", [BASE]),
        ("openai.api_base = 'https://x.example/v1'\n", [NEW, BASE]),
        ("openai.api_base = os.environ['OPENAI_API_BASE']\n", [BASE]),
        ("openai.api_base = os.getenv('OPENAI_API_BASE', 'https://x.example/v1')\n", [BASE, NEW]),
        ("if os.getenv('OPENAI_API_BASE'):\n    openai.api_base = os.environ['OPENAI_API_BASE']\n", [BASE]),
        ("def f():\n    openai.api_base = os.environ['OPENAI_API_BASE']\nf()\n", [BASE]),
        ("openai.organization = 'mine'\n", [TEAM, NEW_TEAM]),
        ("openai.api_type = 'open_ai'\n", [TYPE]),
        ("", [VERSION]),
        ("", [BASE._replace(value="https://api.openai.com/v1/")]),
        ("", [NEW._replace(value="https://api.openai.com/v1")]),
        ("", [TYPE._replace(value="open_ai"), TYPE._replace(value="openai")]),
        ("", [BASE, NEW._replace(path=".env", value=BASE.value + "/")]),
        ("", [TEAM, NEW_TEAM]),
        ("", [BASE._replace(scope="/elsewhere")]),
    ],
)
def test_a_variable_that_decides_nothing(program, variables):
    results = around({"app.py": "import os\nimport openai\n" + program + ASK}, {}, *variables)
    assert changed(results) == ["app.py"], reasons(results["app.py"])


def test_a_variable_on_azure():
    program = (
        "import openai\nopenai.api_type = 'azure'\nopenai.api_base = 'https://x.openai.azure.com'\n"
        "openai.api_version = '2024-02-01'\nopenai.api_key = 'k'\n" + ASK
    )
    assert changed(around({"app.py": program}, {}, BASE, NEW, TYPE, VERSION, *GUESSED)) == ["app.py"]


def test_a_variable_is_seen_by_all_that_runs():
    """The address is assigned in what one program imports, and not in another one."""
    files = {"settings.py": GATEWAY, "one.py": "import settings, bot\n" + ASKS, "bot.py": ASKS}
    assert changed(around(files, {}, BASE)) == ["bot.py", "one.py", "settings.py"]
    results = around({**files, "two.py": "import bot\n" + ASKS}, {}, BASE)
    assert "sets OPENAI_API_BASE" in reasons(results["bot.py"])
    assert "sets OPENAI_API_BASE" in reasons(results["two.py"])


def test_the_new_variable_set_by_the_program():
    """For another package, or another process: 0.x did not read it."""
    for line in (
        "os.environ['OPENAI_BASE_URL'] = 'x'",
        "os.environ.update(OPENAI_BASE_URL='x')",
        "os.putenv('OPENAI_BASE_URL', b)",
    ):
        program = f"import os\nimport openai\n{line}\n"
        results = around({"app.py": program + ASK}, {})
        assert changed(results) == []
        assert "app.py, line 3 sets OPENAI_BASE_URL" in reasons(results["app.py"])
        assert changed(around({"app.py": program + "openai.api_base = 'https://x.example/v1'\n" + ASK}, {})) == [
            "app.py"
        ]


@pytest.mark.parametrize("magic", ["%env OPENAI_API_BASE=https://x.example/v1", "%set_env OPENAI_BASE_URL x"])
def test_a_magic_that_sets_a_variable(magic):
    results = run({"bot.ipynb": notebook(magic, "import openai\n" + ASK)})
    assert changed(results) == []
    assert "bot.ipynb sets OPENAI_" in reasons(results["bot.ipynb"])
    results = run({"bot.ipynb": notebook("%env OPENAI_API_KEY=x", "import openai\n" + ASK)})
    assert changed(results) == ["bot.ipynb"]


def test_a_variable_has_nothing_to_do_with_the_other_sdk():
    program = "from azure.ai.inference.models import SystemMessage\nHEAD = [SystemMessage('Be short.')]\n"
    assert changed(around({"app.py": program}, {}, BASE, NEW, TYPE)) == ["app.py"]


@pytest.mark.parametrize(
    "settings",
    [
        "import os\nos.environ['OPENAI_API_BASE'] = 'x'\n",
        "from os import environ\nenviron.update({'OPENAI_API_TYPE': 'azure'})\n",
        "import os\nos.environ.setdefault('OPENAI_API_KEY_PATH', 'x')\n",
        "import os\nos.environ['OPENAI_BASE_URL'] = 'x'\n",
    ],
)
def test_a_file_that_sets_a_variable_and_does_not_name_the_sdk(settings):
    for unsafe in (False, True):
        for app in ("import settings\n" + ASKS, ASKS + "import settings\n"):
            files = {"settings.py": settings, "app.py": app}
            assert changed(run(files, unsafe=unsafe)) == []
            assert changed(around({"app.py": app}, {"settings.py": settings}, unsafe=unsafe)) == []


ENV = """import os
class Env:
    def __init__(self):
        self.base = "https://a.openai.azure.com"
        os.environ["OPENAI_API_TYPE"] = "azure"
        os.environ["OPENAI_API_BASE"] = self.base
"""
ON_AZURE = """import openai
from env import Env
openai.api_type = "azure"
openai.api_version = "2024-06-01"
openai.api_base = Env().base
openai.api_key = "k"
print(openai.Embedding.create(engine="m", input="a"))
"""


def test_variables_for_others_in_a_program_that_assigns_the_same():
    """One file sets them for another package to read, another one assigns what they say: without it calls raise."""
    assert changed(run({"env.py": ENV, "app.py": ON_AZURE})) == ["app.py"]
    others = {
        ENV.replace('"azure"', '"azure_ad"'): ON_AZURE,
        ENV: ON_AZURE.replace('openai.api_type = "azure"\n', ""),
        ENV + "\n": ON_AZURE.replace("openai.api_base = Env().base", "env = Env()"),
        ENV + "\n\n": ON_AZURE.replace('"azure"', '"open_ai"'),
    }
    for env, app in others.items():
        assert changed(run({"env.py": env, "app.py": app})) == [], app


def test_who_imports_a_file_may_set_what_that_set():
    """After it was imported: so its settings are not all that a client needs."""
    bot = "import openai\nopenai.api_key = 'k'\nprint(openai.Model.list())\n" + ASKS
    for line in ("openai.api_key = 'other'", "openai.organization = 'o'", "openai.api_base = 'https://x.example/v1'"):
        files = {"bot.py": bot, "main.py": f"import openai\nimport bot\n{line}\nbot.ask()\n"}
        results = run(files)
        assert b"OpenAI(" not in results["bot.py"].after
    bot = (
        "import openai\nopenai.api_key = 'k'\nasync def ask():\n    return await openai.Completion.acreate(model='m')\n"
    )
    main = "import asyncio, bot, openai\nopenai.api_base = 'https://x.example/v1'\nasyncio.run(bot.ask())\n"
    assert b"AsyncOpenAI(api_key=openai.api_key, base_url=openai.base_url)" in run({"bot.py": bot, "main.py": main})[
        "bot.py"
    ].after.replace(b"organization=openai.organization, ", b"")


# -- who may have set what

OF_THE_MODULE = "api_key=openai.api_key, organization=openai.organization, base_url=openai.base_url,"


def on_one_line(result):
    """The new text, with each space as one, and none within brackets."""
    return " ".join(result.after.decode().split()).replace("( ", "(").replace(" )", ")")


VECTOR = """\
import openai
async def vector(text):
    reply = await openai.Embedding.acreate(model="text-embedding-ada-002", input=text)
    return reply["data"][0]["embedding"]
"""


@pytest.mark.parametrize(
    "beside",
    [
        {"library/__main__.py": "import asyncio, sys, library\nprint(asyncio.run(library.vector(sys.argv[1])))\n"},
        {"library/cli.py": "import library\nif __name__ == '__main__':\n    run(library.vector('x'))\n"},
        {"library/tool.py": "from . import vector\nprint(vector)\n"},
        {"main.py": "import asyncio, library\nprint(asyncio.run(library.vector('x')))\n", "library/more.py": ""},
        {},
    ],
)
def test_a_library_that_may_be_started_as_well(beside):
    """That a module is started as a program does not say that nobody imports it, with a key of its own."""
    results = run({"library/__init__.py": VECTOR, **beside})
    assert f"AsyncOpenAI({OF_THE_MODULE})" in on_one_line(results["library/__init__.py"])


@pytest.mark.parametrize("end", ["", "if __name__ == '__main__':\n    print(vector('x'))\n", "print(vector)\n"])
def test_a_module_of_a_package_that_may_be_started(end):
    results = run({"library/__init__.py": "", "library/vectors.py": VECTOR + end})
    assert f"AsyncOpenAI({OF_THE_MODULE})" in on_one_line(results["library/vectors.py"])
    per_call = VECTOR.replace("async def", "def").replace(
        "await openai.Embedding.acreate(", "openai.Embedding.create(api_key=KEY, "
    )
    results = run({"library/__init__.py": "", "library/vectors.py": per_call + end})
    assert OF_THE_MODULE.partition(", ")[2] in on_one_line(results["library/vectors.py"])
    sets = "import openai\nopenai.api_key = 'k'\ndef models():\n    return openai.Model.list()\n"
    results = run({"library/__init__.py": "", "library/models.py": sets + end.replace("vector('x')", "models()")})
    assert b"client" not in results["library/models.py"].after


def test_a_script():
    """Beside no package, and imported by nobody: what it does not set is not set."""
    end = "import asyncio\nfor text in 'ab':\n    print(asyncio.run(vector(text)))\n"
    assert b"openai.AsyncOpenAI().embeddings" in run({"vectors.py": VECTOR + end})["vectors.py"].after
