"""What the formats for people make of findings, and what holds for all formats."""

from __future__ import annotations

from collections import Counter

import pytest
from report.given import FAILURES, FILES, IN_CELL, LEFT, rendered

from flake8_openai_v1.report import FORMATS, Found, renderer, rules, statistics
from flake8_openai_v1.report.output import FOR_PEOPLE
from flake8_openai_v1.rules import RULES
from flake8_openai_v1.syntax.diagnostics import Severity


def test_text():
    assert rendered("text", FILES) == (
        "./a b,c.py:2:1: OAI102 x was removed; use y\n"
        "./a b,c.py:3:5: OAI106 50% of it, a: b\n"
        "d:e.py:2:1: OAI102 x was removed; use y\n"
    )


def test_colours_change_nothing_but_colour():
    text = rendered("text", FILES, coloured=True)
    assert "\033[1m" in text
    for escape in ("\033[1m", "\033[31m", "\033[36m", "\033[m"):
        text = text.replace(escape, "")
    assert text == rendered("text", FILES)


def test_cells():
    assert rendered("text", [Found("nb.ipynb", [IN_CELL])]) == "nb.ipynb:cell_3:2:1: OAI102 x was removed; use y\n"


def test_what_was_left():
    assert rendered("text", LEFT) == (
        "a.py:2:1: OAI102 x was removed; use y [not fixed: x: y]\n"
        "a.py:3:5: OAI106 50% of it, a: b [not fixed: 50% of it]\n"
    )
    assert rendered("text", LEFT, coloured=True).count(" [not fixed: 50% of it]\n") == 1


def test_statistics():
    some, more = Counter(OAI102=2, OAI105=12345), Counter(OAI102=1, OAI106=1)
    assert list(statistics({"": some})) == ["2     OAI102 removed-call\n", "12345 OAI105 renamed-setting\n"]
    assert list(statistics({"fixed": some, "left": more})) == [
        "2     fixed 1     left OAI102 removed-call\n",
        "12345 fixed 0     left OAI105 renamed-setting\n",
        "0     fixed 1     left OAI106 removed-setting\n",
    ]
    assert list(statistics({"fixed": Counter()})) == []


@pytest.mark.parametrize("name", ["full", "text", "github"])
def test_nothing_found(name):
    assert rendered(name, []) == ""


def test_every_format_can_be_asked_for():
    assert all(callable(renderer(name)) for name in FORMATS)


@pytest.mark.parametrize("name", [name for name in FORMATS if name not in FOR_PEOPLE])
def test_failures_are_in_every_format_for_programs(name):
    """In those for people they are on stderr, as flake8's own are."""
    text = rendered(name, [], FAILURES)
    assert "gone.py" in text
    assert "nb.ipynb" in text
    assert "cannot parse: x (line 1)" in text


def test_rules_are_known():
    known = rules()
    assert [(rule.code, rule.name, rule.severity) for rule in known.values()] == [
        (rule.code, rule.name, rule.severity) for rule in RULES
    ]
    assert known["OAI102"].title == "OAI102 removed-call"


def test_opinions_are_hints_and_no_others():
    assert [rule.code for rule in RULES if (rule.severity is Severity.HINT) != rule.opinion] == []
