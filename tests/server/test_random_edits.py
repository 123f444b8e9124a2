"""Edits without end: nothing breaks, and what is shown then is what a fresh start shows.

OAI_TEST_EDITS says how many.
"""

from __future__ import annotations

import ast
import os
import random

import pytest
from documents import ROOT

EDITS = int(os.environ.get("OAI_TEST_EDITS", "150"))
PIECES = [
    *("(", ")", "[", "]", "{", "}", "'", '"', '"""', "f'{", "\\", "#", ":", "=", ",", ".", "\n", "\n    ", "    "),
    *("🦜", "\0", "\r", "if x:\n", "try:\n", "def f(", "async ", "# noqa", "import openai", "from openai import "),
    *("r = openai.ChatCompletion.create(model='m')\n", "openai.api_base = 'x'\n", "r['choices']"),
    "except openai.error.APIError as e:\n",
]
"""What somebody may type next."""


def edited(text, chance):
    """A text after an edit somewhere in it."""
    at = chance.randrange(len(text) + 1)
    end = min(len(text), at + chance.choice([0, 0, 0, 1, 3, 20, 200]))
    piece = chance.choice([*PIECES, "", "", text[at:end][::-1], text[chance.randrange(len(text) + 1) :][:100]])
    return text[:at] + piece + text[end:]


def parses(text):
    """True if Python reads a text."""
    try:
        ast.parse(text.encode())
    except (SyntaxError, ValueError):
        return False
    return True


def comes_to(editor, uri, expected):
    """True if what is shown becomes what is expected, and stays."""
    editor.diagnostics(uri, lambda found: found == expected)
    return editor.settled(uri) == expected


@pytest.mark.parametrize("seed", range(3))
def test_a_file(editors, tmp_path, seed):
    chance = random.Random(seed)
    editor = editors(tmp_path)
    good = (ROOT / "examples" / "before.py").read_text()
    uri = editor.open(tmp_path / "a.py", good)
    text = good
    for number in range(EDITS // 3):
        text = edited(text, chance) if chance.random() < 0.9 else good
        editor.change(uri, text)
        if number % 3 == 0:
            editor.diagnostics(uri)
    last = next(text for text in iter(lambda: edited(good, chance), good) if parses(text))
    editor.change(uri, last)
    fresh = editors(tmp_path)
    assert comes_to(editor, uri, fresh.settled(fresh.open(tmp_path / "a.py", last)))
    editor.change(uri, good)
    fresh = editors(tmp_path)
    expected = fresh.diagnostics(fresh.open(tmp_path / "a.py", good))
    assert [one["code"] for one in expected] == ["OAI105", "OAI102", "OAI110", "OAI107", "OAI108", "OAI112"]
    assert comes_to(editor, uri, expected)


def test_a_notebook(editors, tmp_path):
    chance = random.Random(1)
    editor = editors(tmp_path)
    good = ["import openai\nopenai.api_base = 'x'", "r = openai.ChatCompletion.create(model='m')\n", "r['choices']", ""]
    uri, cells = editor.open_notebook(tmp_path / "a.ipynb", good)
    for number in range(EDITS // 3):
        cell = chance.choice(cells)
        editor.change_cell(uri, cell, edited(editor.texts[cell], chance))
        if number % 3 == 0:
            editor.diagnostics(cell)
    for cell, text in zip(cells, good, strict=True):
        editor.change_cell(uri, cell, text)
    fresh = editors(tmp_path)
    _, others = fresh.open_notebook(tmp_path / "a.ipynb", good)
    expected = [fresh.diagnostics(cell) for cell in others]
    assert [len(found) for found in expected] == [1, 1, 1, 0]
    assert all(comes_to(editor, *row) for row in zip(cells, expected, strict=True))


def test_a_program(editors, tmp_path):
    chance = random.Random(2)
    editor = editors(tmp_path)
    good = {
        "bot.py": "import openai\nimport config\n\n\ndef ask(q):\n    return openai.ChatCompletion.create(model=q)\n",
        "config.py": "import openai\nopenai.api_base = 'https://x.example'\n",
        "main.py": "from bot import ask\n\nprint(ask('x')['choices'][0]['message']['content'])\n",
    }
    for name, text in good.items():
        (tmp_path / name).write_text(text)
    uris = [editor.open(tmp_path / name) for name in good]
    for number in range(EDITS // 3):
        uri = chance.choice(uris)
        editor.change(uri, edited(editor.texts[uri], chance))
        if number % 3 == 0:
            editor.diagnostics(uri)
    for uri, text in zip(uris, good.values(), strict=True):
        editor.change(uri, text)
    fresh = editors(tmp_path)
    others = [fresh.open(tmp_path / name) for name in good]
    expected = [fresh.diagnostics(uri, lambda found: len(found) == 1) for uri in others]
    assert all(comes_to(editor, *row) for row in zip(uris, expected, strict=True))
