"""OAI601: keys in the source. More of what is found where is in ``exams/keys.txt``.

No key stands in this file: ``{legacy}`` and its like are texts that are made at run time.
"""

from __future__ import annotations

import contextlib
import io
import json
import random
import re
import string
import subprocess
import sys

import pytest
from documents import ROOT
from exam_keys import KEYS

from examples import examples, expected, lint
from flake8_openai_v1 import MARKERS
from flake8_openai_v1.cli import main
from flake8_openai_v1.report import FORMATS
from flake8_openai_v1.rules.keys import SHAPES, is_placeholder
from flake8_openai_v1.sdk import keys
from flake8_openai_v1.syntax import shown

PLACES = """
--- each kind of OpenAI's
from openai import OpenAI
OpenAI(api_key="{legacy}")  # OAI601:16
OpenAI(api_key="{project}")  # OAI601:16
OpenAI(api_key="{service}")  # OAI601:16
OpenAI(api_key="{admin}")  # OAI601:16
--- under the name of a key, whoever takes it
OPENAI_API_KEY = "{legacy}"  # OAI601:18
openai_key: str = "{project}"  # OAI601:19
OPENAI_TOKEN = "{project}"  # OAI601:16
settings = {"openai_api_key": "{legacy}"}  # OAI601:31
settings["api_key"] = "{project}"  # OAI601:23
class Config:
    api_key = "{legacy}"  # OAI601:15
llm = make_llm(openai_api_key="{legacy}")  # OAI601:31
--- once where it stands, however often it is used
from openai import AsyncOpenAI, OpenAI
KEY = "{legacy}"  # OAI601:7
one, other = OpenAI(api_key=KEY), AsyncOpenAI(api_key=KEY)
--- either of two
import sys
from openai import OpenAI
key = "{legacy}" if sys.argv else "{project}"  # OAI601:7 OAI601:57
OpenAI(api_key=key)
--- in two pieces
from openai import OpenAI
OpenAI(api_key="{head}" "{tail}")  # OAI601:16
OpenAI(api_key="{head}" + "{tail}")  # OAI601:{at}
--- in a partial, in a subclass, in a dict
import functools
from openai import AzureOpenAI, OpenAI
make = functools.partial(OpenAI, api_key="{legacy}")  # OAI601:42
azure = functools.partial(AzureOpenAI, api_key="{hex}")  # OAI601:48
class Mine(AzureOpenAI):
    pass
Mine(azure_endpoint="https://r.openai.azure.com", api_version="2024-10-21", api_key="{hex}")  # OAI601:85
options = {"api_key": "{project}"}  # OAI601:23
OpenAI(**options)
--- Azure's old kind, of 0.x
import openai
openai.api_type = "azure"
openai.api_key = "{hex}"  # OAI601:18
--- in a test, too
import pytest
from openai import OpenAI
def test_it():
    with pytest.raises(Exception):
        OpenAI(api_key="{legacy}").models.list()  # OAI601:24
--- near: what only looks like one
from openai import AzureOpenAI, OpenAI
OpenAI(api_key="sk-{hex}")
OpenAI(api_key="{anthropic}")
AzureOpenAI(azure_endpoint="https://r.openai.azure.com", api_version="2024-10-21", api_key="{uuid}")
AzureOpenAI(azure_endpoint="https://r.openai.azure.com", api_version="2024-10-21", azure_ad_token="{hex}")
--- near: what is asked of a search service
from azure.core.credentials import AzureKeyCredential
from azure.search.documents import SearchClient
import openai
SearchClient("https://s.search.windows.net", "i", AzureKeyCredential("{hex}"))
--- near: its header
import openai
import requests
requests.get("https://s.search.windows.net/indexes", headers={"api-key": "{hex}"})
--- near: a name of a key, and a hash
import openai
CACHE_KEY = "{hex}"
api_key = "{hex}"
"""
LETTERS = string.ascii_letters + string.digits


def made(seed: int, count: int) -> str:
    return "".join(random.Random(seed).choices(LETTERS, k=count))


MORE = {
    "admin": f"sk-admin-{made(1, 58)}{MARKERS[2]}{made(2, 58)}",
    "head": KEYS["project"][:30],
    "tail": KEYS["project"][30:],
    "at": "47",
    "uuid": "7d0a3f6c-5be9-4128-a06f-d2c4e81b953a",
    **KEYS,
}


def check_with_keys(source: str) -> str:
    for name, text in MORE.items():
        source = source.replace(f"{{{name}}}", text)
    return source


@examples(PLACES)
def test_places(source):
    """Columns are written down for keys of 51 characters, and looked up where another one stands before."""
    source = check_with_keys(source)
    found = [(one.line, one.code) for one in lint(source)]
    assert found == [(one.line, one.code) for one in expected(source)], source
    for one in (one for one in lint(source) if one.code == "OAI601"):
        assert source.splitlines()[one.line - 1][one.column] in "\"'"


def test_the_marks_are_those_of_the_table():
    assert MARKERS[2:4] == keys.ANCHORS


@pytest.mark.parametrize("name", ["legacy", "project", "service", "admin", "azure"])
def test_a_shape_takes_its_keys_only(name):
    key = MORE[name]
    assert [owner for owner, shape in SHAPES if shape.fullmatch(key)]
    assert not [owner for owner, shape in SHAPES if shape.search(f"x{key}") or shape.search(f"{key}={LETTERS}")]
    head = re.split("|".join(keys.ANCHORS), key)[0]
    assert not [owner for owner, shape in SHAPES if shape.search(head) or shape.search(head + key[-20:])]


@pytest.mark.parametrize("name", ["storage", "anthropic", "openrouter", "hex"])
def test_no_shape_takes_other_keys(name):
    assert not [owner for owner, shape in SHAPES if shape.search(MORE[name])]


def test_placeholders_are_told_from_keys():
    anchor = MARKERS[2]
    halves = ["x" * 20, "0" * 20, "1234567890" * 2, "abcdefghijklmnopqrst", "XxXxXxXxXxXxXxXxXxXx"]
    assert all(is_placeholder(f"sk-{half}{anchor}{half}") for half in halves)
    assert is_placeholder(f"sk-proj-your-{made(3, 40)}{anchor}{made(4, 40)}")
    assert is_placeholder("0123456789abcdef" * 2)
    assert is_placeholder("deadbeef" * 4)
    assert is_placeholder("a" * 31 + "b")


def test_of_ten_thousand_keys_hardly_one_is_taken_for_a_placeholder():
    numbers = random.Random(5)

    def some(count: int, of: str = LETTERS) -> str:
        return "".join(numbers.choice(of) for _ in range(count))

    new = [f"sk-{some(20)}{MARKERS[2]}{some(20)}" for _ in range(10_000)]
    old = [some(32, "0123456789abcdef") for _ in range(10_000)]
    assert sum(map(is_placeholder, new)) <= 2
    assert sum(map(is_placeholder, old)) <= 5


def test_the_message():
    (found,) = lint(check_with_keys("from openai import OpenAI\nOpenAI(api_key='{legacy}')\n"))
    assert found.message == (
        'a key of OpenAI stands in the source; use os.environ["OPENAI_API_KEY"], and revoke this one'
    )
    assert found.replacement == 'os.environ["OPENAI_API_KEY"]'
    (found,) = lint(check_with_keys("import os\nos.environ['AZURE_OPENAI_API_KEY'] = '{azure}'\n"))
    assert found.message == (
        "a key of Azure AI stands in the source; set it outside of the program, and revoke this one"
    )


def test_a_file_without_the_word_is_looked_at_for_the_mark_of_a_key():
    assert [one.code for one in lint(check_with_keys("OPENAI_API_KEY = '{legacy}'\n"))] == ["OAI601"]
    assert lint(check_with_keys("OPENAI_API_KEY = '{hex}'\n")) == []


def test_a_variable_that_a_notebook_sets(tmp_path, monkeypatch):
    lines = ["%env OPENAI_API_KEY={project}\n", "%set_env OPENAI_API_KEY '{legacy}'\n", "%env OPENAI_API_KEY=$KEY\n"]
    lines += ["%env OTHER={hex}\n", "import openai\n"]
    cell = {"cell_type": "code", "metadata": {}, "outputs": [], "execution_count": 1}
    cell["source"] = [check_with_keys(line) for line in lines]
    notebook = {"cells": [cell], "metadata": {}, "nbformat": 4, "nbformat_minor": 5}
    (tmp_path / "a.ipynb").write_text(json.dumps(notebook), "utf-8")
    monkeypatch.chdir(tmp_path)
    for name in FORMATS:
        text = said("check", "--output-format", name, "a.ipynb")
        assert not any(MORE[key][8:20] in text for key in ("project", "legacy"))
    found = re.findall(r"cell_1:(\d+):(\d+): (OAI\d+)", said("check", "--output-format", "text", "a.ipynb"))
    assert found == [("1", "1", "OAI601"), ("2", "1", "OAI601")]


SOURCE = """\
import openai
import requests

openai.api_base = "https://gateway.corp"
openai.api_key = "{legacy}"
reply = openai.ChatCompletion.create(model="gpt-4", messages=[], api_key="{project}", engine="{service}")
print(reply["choices"], "{legacy}"); OTHER_API_KEY = "{azure}"
requests.get("https://r.openai.azure.com/openai/v1/models", headers={{"api-key": "{hex}"}})
"""


@pytest.fixture
def folder(tmp_path, monkeypatch):
    (tmp_path / "bot.py").write_text(check_with_keys(SOURCE.replace("{{", "{").replace("}}", "}")), "utf-8")
    monkeypatch.chdir(tmp_path)
    return tmp_path


def said(*words: str) -> str:
    """All that the command writes."""
    out, err = io.StringIO(), io.StringIO()
    with contextlib.redirect_stdout(out), contextlib.redirect_stderr(err):
        main(words)
    return out.getvalue() + err.getvalue()


RUNS = [
    *(("check", "--output-format", name, "bot.py") for name in FORMATS),
    ("check", "--statistics", "bot.py"),
    ("report", "."),
    ("report", ".", "--markdown"),
    ("report", ".", "--json"),
    ("report", ".", "--html"),
    ("explain", "bot.py:5"),
    ("explain", "bot.py:6"),
    ("baseline", "."),
    ("fix", "bot.py"),
]


@pytest.mark.parametrize("words", RUNS, ids=[" ".join(words) for words in RUNS])
def test_no_output_shows_a_key_or_a_part_of_it(words, folder):
    text = said(*words)
    text += "".join(path.read_text("utf-8") for path in folder.rglob("*") if path.is_file() and path.name != "bot.py")
    assert len(text) > 100
    for name in ("legacy", "project", "service", "azure", "hex"):
        key = MORE[name]
        assert not any(key[at : at + 8] in text for at in range(8, len(key) - 8)), name


def test_five_are_found(folder):
    found = re.findall(r":(\d+):\d+: OAI601", said("check", "--output-format", "text", "bot.py"))
    assert found == ["5", "6", "7", "8"]


def test_flake8_shows_none_either(folder):
    command = [sys.executable, "-m", "flake8", "--select=OAI", "--isolated", "bot.py"]
    text = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    assert "OAI601" in text
    assert not any(MORE[name][8:20] in text for name in ("legacy", "project", "service", "azure", "hex"))


def test_what_stands_around_the_mark_is_masked_whatever_it_is():
    few_digits = "abcdefGHIJ" * 5 + "ab" + MARKERS[3] + "aBcdefghijklmnopqrACOGabcd"
    assert shown.text(f'it is "{few_digits}"') == 'it is "***"'
    assert shown.masked(few_digits) == "*" * len(few_digits)


def test_masking_takes_time_in_proportion():
    from time import perf_counter

    text = "a-b_c" * 40_000
    before = perf_counter()
    shown.masked(text)
    assert perf_counter() - before < 5


def test_no_key_stands_in_this_repository():
    shapes = [shape for _, shape in SHAPES]
    for path in (path for path in ROOT.rglob("*") if path.suffix in (".py", ".md", ".txt", ".ipynb", ".toml", ".yml")):
        if not {".git", ".venv", "build", "node_modules"} & set(path.relative_to(ROOT).parts):
            text = path.read_text("utf-8", "replace")
            assert not any(shape.search(text) for shape in shapes), path
