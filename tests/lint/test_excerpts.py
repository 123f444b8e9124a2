"""What stands at a finding, and its fingerprint."""

from __future__ import annotations

import json

import pytest

from flake8_openai_v1.lint.excerpts import Excerpts, fingerprints, unique_fingerprints
from flake8_openai_v1.lint.linter import lint_source
from flake8_openai_v1.syntax.diagnostics import Diagnostic


def finding(line, column, end_line, end_column, cell=None):
    return Diagnostic(line, column, end_line, end_column, "OAI102", "m", None, cell)


SOURCE = "import openai\nä = f(1)[\n  'x'\n]; g()\n"


@pytest.mark.parametrize(
    ("place", "text"),
    [((1, 0, 1, 6), "import"), ((2, 4, 2, 8), "f(1)"), ((2, 4, 4, 1), "f(1)[\n  'x'\n]"), ((9, 0, 9, 1), "")],
)
@pytest.mark.parametrize("coding", ["", "latin-1"])
def test_text(place, text, coding):
    data = f"# coding: {coding}\n{SOURCE}".encode(coding) if coding else SOURCE.encode()
    line, column, end_line, end_column = place
    more = bool(coding)
    assert Excerpts("a.py", data).text(finding(line + more, column, end_line + more, end_column)) == text


def test_lines():
    assert Excerpts("a.py", SOURCE.encode()).lines(finding(2, 4, 4, 1)) == ["ä = f(1)[", "  'x'", "]; g()"]
    assert Excerpts("a.py", b"\xff").lines(finding(1, 0, 1, 1)) == []
    assert Excerpts("a.ipynb", b"{").lines(finding(1, 0, 1, 1, 1)) == []


def test_cells():
    cells = ["%pip install openai\n", "import openai\nx = 1"]
    data = json.dumps({"cells": [{"cell_type": "code", "source": cell} for cell in cells]}).encode()
    assert Excerpts("a.ipynb", data).text(finding(2, 4, 2, 5, 2)) == "1"


def own(text, path="a.py"):
    return list(fingerprints(path, text.encode(), lint_source(text)))


LEGACY = "import openai\nr = openai.Completion.create(engine='x')\nprint(r['choices'])\n"


@pytest.mark.parametrize(
    "text",
    [
        "# more\n\n" + LEGACY,
        LEGACY.replace("'", '"'),
        LEGACY.replace("engine='x'", "\n    engine='x',\n"),
        "import openai\ndef f():\n    r = openai.Completion.create(engine='x')\n    print(r['choices'])\n",
        LEGACY.replace("r = ", "r = 1 and "),
        LEGACY.replace("'x'", "name"),
        LEGACY.replace("engine='x'", "engine='x', max_tokens=7"),
        LEGACY.replace("engine='x'", "\n  engine='x',  # why\n  # because\n"),
    ],
)
def test_a_fingerprint_survives_moves_and_formatters(text):
    assert own(text) == own(LEGACY)
    assert len(own(LEGACY)) == 3


@pytest.mark.parametrize(
    "text", [LEGACY.replace("Completion", "ChatCompletion"), LEGACY.replace("'choices'", "'usage'")]
)
def test_another_thing_has_another_one(text):
    assert len(set(own(text)) - set(own(LEGACY))) == 1


def test_unique_ones():
    text = "import openai\n" + "openai.Completion.create()\n" * 3
    found = lint_source(text)
    one, two, three = unique_fingerprints("a.py", text.encode(), found)
    assert len({one, two, three}) == 3
    moved = "import openai\n\n" + "openai.Completion.create()\n" * 4
    assert list(unique_fingerprints("a.py", moved.encode(), lint_source(moved)))[:3] == [one, two, three]
    assert set(unique_fingerprints("b.py", text.encode(), found)).isdisjoint({one, two, three})
    assert len(set(own(text))) == 1
