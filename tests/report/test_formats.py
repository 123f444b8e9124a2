"""What the formats make of findings."""

from __future__ import annotations

import json
from collections import Counter
from inspect import getdoc

import pytest

from flake8_openai_v1 import report, rule_page
from flake8_openai_v1.diagnostics import Diagnostic
from flake8_openai_v1.report import FORMATS, Found, colour, renderer, rule_names, statistics
from flake8_openai_v1.rules import RULES

ONE = Diagnostic(2, 0, 2, 28, "OAI102", "x was removed; use y", "y")
TWO = Diagnostic(3, 4, 5, 1, "OAI106", "50% of it, a: b", None)
IN_CELL = ONE._replace(cell=3)
FILES = [Found("./a b,c.py", [ONE, TWO]), Found("d:e.py", [ONE])]
LEFT = [Found("a.py", [ONE, TWO], ["x: y", "50% of it"])]


def rendered(name, files):
    return "".join(renderer(name)(iter(files)))


def test_text():
    assert rendered("text", FILES) == (
        "./a b,c.py:2:1: OAI102 x was removed; use y\n"
        "./a b,c.py:3:5: OAI106 50% of it, a: b\n"
        "d:e.py:2:1: OAI102 x was removed; use y\n"
    )


def test_colours_change_nothing_but_colour():
    text = "".join(colour.render(FILES))
    assert "\033[1m" in text
    for escape in ("\033[1m", "\033[31m", "\033[36m", "\033[m"):
        text = text.replace(escape, "")
    assert text == rendered("text", FILES)


def test_json():
    rows = json.loads(rendered("json", FILES))
    assert [(row["path"], row["line"]) for row in rows] == [
        ("./a b,c.py", 2),
        ("./a b,c.py", 3),
        ("d:e.py", 2),
    ]
    assert rows[1] == {
        "path": "./a b,c.py",
        "cell": None,
        "line": 3,
        "column": 5,
        "end_line": 5,
        "end_column": 2,
        "code": "OAI106",
        "name": "removed-setting",
        "message": "50% of it, a: b",
        "replacement": None,
        "page": rule_page("OAI106"),
    }
    assert rows[0]["replacement"] == "y"


def test_the_json_schema_is_documented():
    [row, *_] = json.loads(rendered("json", LEFT))
    documentation = getdoc(report.import_module("flake8_openai_v1.report.json"))
    assert [line.split("``")[1] for line in documentation.splitlines() if line.startswith("``")] == list(row)


def test_json_of_names_that_are_no_text():
    assert json.loads(rendered("json", [Found("\udcff.py", [ONE])]))[0]["path"] == "\udcff.py"


def test_github():
    assert rendered("github", FILES) == (
        "::error file=a b%2Cc.py,line=2,col=1,endLine=2,title=OAI102 removed-call,endColumn=29"
        "::OAI102 x was removed; use y\n"
        "::error file=a b%2Cc.py,line=3,col=5,endLine=5,title=OAI106 removed-setting"
        "::OAI106 50%25 of it, a: b\n"
        "::error file=d%3Ae.py,line=2,col=1,endLine=2,title=OAI102 removed-call,endColumn=29"
        "::OAI102 x was removed; use y\n"
    )


def test_cells():
    files = [Found("nb.ipynb", [IN_CELL])]
    assert rendered("text", files) == "nb.ipynb:cell_3:2:1: OAI102 x was removed; use y\n"
    assert [(row["cell"], row["line"]) for row in json.loads(rendered("json", files))] == [(3, 2)]
    assert rendered("github", files) == (
        "::error file=nb.ipynb,title=OAI102 removed-call::cell_3:2:1: OAI102 x was removed; use y\n"
    )


def test_what_was_left():
    assert rendered("text", LEFT) == (
        "a.py:2:1: OAI102 x was removed; use y [not fixed: x: y]\n"
        "a.py:3:5: OAI106 50% of it, a: b [not fixed: 50% of it]\n"
    )
    assert rendered("colour", LEFT).count(" [not fixed: 50% of it]\n") == 1
    assert [row["reason"] for row in json.loads(rendered("json", LEFT))] == ["x: y", "50% of it"]
    assert rendered("github", LEFT) == (
        "::error file=a.py,line=2,col=1,endLine=2,title=OAI102 removed-call,endColumn=29"
        "::OAI102 x was removed; use y [not fixed: x: y]\n"
        "::error file=a.py,line=3,col=5,endLine=5,title=OAI106 removed-setting"
        "::OAI106 50%25 of it, a: b [not fixed: 50%25 of it]\n"
    )


def test_statistics():
    some, more = Counter(OAI102=2, OAI105=12345), Counter(OAI102=1, OAI106=1)
    assert list(statistics({"": some})) == ["2     OAI102 removed-call\n", "12345 OAI105 renamed-setting\n"]
    assert list(statistics({"fixed": some, "left": more})) == [
        "2     fixed 1     left OAI102 removed-call\n",
        "12345 fixed 0     left OAI105 renamed-setting\n",
        "0     fixed 1     left OAI106 removed-setting\n",
    ]
    assert list(statistics({"fixed": Counter()})) == []


@pytest.mark.parametrize(("name", "empty"), [("text", ""), ("github", ""), ("json", "[]\n")])
def test_nothing_found(name, empty):
    assert rendered(name, []) == empty


def test_every_format_can_be_asked_for():
    assert all(callable(renderer(name)) for name in FORMATS)


def test_rules_have_names():
    assert rule_names() == {rule.code: rule.name for rule in RULES}
