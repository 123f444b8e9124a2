"""What decides where calls go and with which key is never parted from them: by no option, in no order of files."""

from __future__ import annotations

import json

import pytest
from rewrite.given import reasons, run

GATEWAY = 'import openai\nopenai.api_base = "https://gateway.example/v1"\n'
LEFT = GATEWAY + "openai.Edit.create(model='m')\n"
"""It is left: one of its calls is gone."""
ASKS = "import openai\ndef ask():\n    return openai.Model.list()\n"
ASKED = "import openai\ndef ask():\n    return openai.models.list()\n"


def changed(results):
    return sorted(name for name, result in results.items() if result.after != result.before)


@pytest.mark.parametrize(
    "settings",
    [
        LEFT,
        "import openai\nopenai.api_type = 'azure_ad'\nopenai.Edit.create(model='m')\n",
        "import openai\nopenai.proxy = 'http://proxy.example'\nopenai.Edit.create(model='m')\n",
        "import openai\nopenai.api_key_path = 'key'\nopenai.Edit.create(model='m')\n",
        "import openai as ai\nsetattr(ai, 'api_base', 'x')\nai.Edit.create(model='m', instruction='x')\n",
        "import openai\nfor n in NAMES:\n    setattr(openai, n, NAMES[n])\nopenai.Edit.create(model='m')\n",
        "import os\nos.environ['OPENAI_API_BASE'] = 'x'\nimport openai\nopenai.Edit.create(model='m')\n",
        "import os\nos.environ.update(OPENAI_BASE_URL='x')\nimport openai\nopenai.Edit.create(model='m')\n",
        "import openai\ndef use(base):\n    openai.api_base = base\nopenai.Edit.create(model='m')\n",
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
        settings = f"import openai\n{line}\nopenai.Edit.create(model='m')\n"
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
    """Settings are nobody's neighbours there."""
    parts = many(20)
    main = "import settings\n" + "".join(f"import part{one}\n" for one in range(20))
    results = run({"settings.py": LEFT, "main.py": main, **parts})
    assert changed(results) == []
    assert "it goes with settings.py, line 3" in reasons(results["part7.py"])


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
    files = {"p/__init__.py": LEFT, "p/q/__init__.py": "import openai\n", "p/q/more.py": ASKS, **many(9)}
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
