"""Which files of a run are looked at, told by their bytes."""

from __future__ import annotations

import pytest

from flake8_openai_v1.lint.relevant import relevant

USES = b"import openai\n"


def looked_at(files):
    """The paths of the files that are looked at."""
    paths = list(files)
    return {paths[number] for number in relevant(list(files.items()))}


@pytest.mark.parametrize(
    "statement",
    [
        b"from bot import ask",
        b"import os, bot",
        b"import bot as b",
        b"if True: import bot",
        b"import os; from bot import ask",
        b"from . import (  # all\n    other,\n    bot,\n)",
        b"from . import other, \\\n    bot",
        b"    from .bot import *\r\n",
        b"from\t.bot import ask",
        b"m = importlib.import_module('bot')",
        b'm = __import__("bot")',
    ],
)
def test_a_file_that_imports_one_that_uses_it(statement):
    files = {"a/bot.py": USES, "a/main.py": statement, "a/rest.py": b"import os\nbot = 1\n"}
    assert looked_at(files) == {"a/bot.py", "a/main.py"}


def test_over_several_imports():
    files = {"a.py": USES, "b.py": b"import a", "c.py": b"import b", "d.py": b"import c", "e.py": b"import d"}
    assert looked_at(files) == {"a.py", "b.py", "c.py", "d.py"}


def test_a_package():
    files = {"p/__init__.py": USES, "p/main.py": b"from . import ask", "run.py": b"import p", "q/x.py": b"import os"}
    assert looked_at(files) == {"p/__init__.py", "p/main.py", "run.py"}


@pytest.mark.parametrize("store", [b"m.api_base = 'x'", b"m.api_key, m.organization = x", b"setattr(m, 'api_type', x)"])
def test_what_is_given_the_module_and_sets_something(store):
    files = {"bot.py": USES + b"import boot, rest", "boot.py": b"import conf", "conf.py": store, "rest.py": b"api_base"}
    assert looked_at(files) == {"bot.py", "boot.py", "conf.py"}


def test_what_is_given_a_response():
    files = {"bot.py": USES, "main.py": b"import bot, show, rest", "show.py": b"r['choices']", "rest.py": b"pass"}
    assert looked_at(files) == {"bot.py", "main.py", "show.py"}


@pytest.mark.parametrize(
    "use",
    [b"except error.RateLimitError:", b"except errors.error.Timeout:", b"ChatCompletion.create()", b"Image.acreate("],
)
def test_what_is_given_the_module(use):
    assert looked_at({"main.py": b"import openai, ask", "ask.py": use}) == {"main.py", "ask.py"}


@pytest.mark.parametrize(
    "use", [b"except urllib.error.URLError:", b"except error.Unknown:", b"error.Timeouts", b"PhotoImage.create()"]
)
def test_exceptions_and_methods_of_others(use):
    assert looked_at({"main.py": b"import openai, ask", "ask.py": use}) == {"main.py"}


def test_what_is_only_called_after_it():
    files = {"flows.py": b"FLOWS = ['openai_conversation']", "core.py": b"import flows", "bot.py": USES}
    assert looked_at(files) == {"flows.py", "bot.py"}


def test_what_is_no_module():
    files = {"bot.py": USES, "a.ipynb": b"import bot", "notes": b"import bot", "\udce4.py": b"\xff\xfe"}
    assert looked_at(files) == {"bot.py"}


def test_nothing():
    assert relevant([]) == []
    assert looked_at({"a.py": b"import os", "b.py": b"import a"}) == set()
