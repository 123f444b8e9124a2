"""What is left by causes: a reason that is another place's counts there."""

from __future__ import annotations

import pytest

from flake8_openai_v1 import SITE, fixer
from flake8_openai_v1.diagnostics import Diagnostic
from flake8_openai_v1.linter import lint_source
from flake8_openai_v1.report import Found
from flake8_openai_v1.report.causes import NO_FIX, Cause, causes, lines


def found(path: str, *rows: tuple[int, str]) -> Found:
    findings = [Diagnostic(line, 0, line, 1, "OAI102", "m") for line, _ in rows]
    return Found(path, findings, [reason for _, reason in rows])


def test_what_is_held_back_has_the_cause_of_its_place():
    bot = found("bot.py", (3, "it goes with line 9: no counterpart: x"), (9, "no counterpart: x"))
    other = found("other.py", (1, "it goes with bot.py, line 9: no counterpart: x"), (2, "a person must decide"))
    assert causes([other, bot]) == [
        Cause("no counterpart: x", 3, 2, ["bot.py:9"]),
        Cause("a person must decide", 1, 1, ["other.py:2"]),
    ]


@pytest.mark.parametrize(
    ("reason", "expected"),
    [
        ("it goes with line 9: why", ("why", "a.ipynb:9")),
        ("it goes with cell_2, line 9: why", ("why", "a.ipynb:cell_2:9")),
        ("it goes with b.ipynb, cell_2, line 9: why", ("why", "b.ipynb:cell_2:9")),
        ("it goes with ./b/line 3, c.py, line 9: why", ("why", "./b/line 3, c.py:9")),
        ("it goes with line 9: line 7: why", ("line 7: why", "a.ipynb:9")),
        ("this goes with line 9: why", ("this goes with line 9: why", "a.ipynb:1")),
        ("it goes with what is in line 9", ("it goes with what is in line 9", "a.ipynb:1")),
    ],
)
def test_names_of_places(reason, expected):
    [cause] = causes([found("a.ipynb", (1, reason))])
    assert (cause.reason, *cause.places) == expected


def test_what_was_not_to_be_fixed_has_no_cause():
    assert causes([Found("a.py", [Diagnostic(1, 0, 1, 1, "OAI102", "m")])]) == []


def test_all_calls_of_a_service_that_ends_have_one_cause():
    source = (
        "from openai import OpenAI\nclient = OpenAI()\nclient.beta.threads.create()\nclient.beta.assistants.list()\n"
    )
    findings = lint_source(source)
    [cause] = causes([Found("a.py", findings, [NO_FIX] * len(findings))])
    assert cause.findings == 2
    assert cause.reason.startswith("the Assistants API, which was switched off on ")


def test_the_summary():
    many = [found(f"{name}.py", (1, f"why {name}")) for name in "abcdefghijklmn"]
    told = list(lines(causes([found("z.py", *[(line, "all of them") for line in range(1, 11)]), *many])))
    assert told[0] == "24 findings are left, by 15 causes:"
    assert told[1] == "  10  z.py:1 and 9 more: all of them"
    assert told[2] == "   1  a.py:1: why a"
    assert told[-2:] == ["   3  by 3 more causes", f"what to do about each: {SITE}fixing/#what-is-left-and-what-to-do"]


def test_no_summary_of_what_is_seen_at_a_glance():
    assert list(lines(causes([found("a.py", (1, "x"), (2, "x"))]))) == []
    assert list(lines(causes([found("a.py", (1, "x"), (2, "y"), (3, "z"))]))) == []


def test_what_is_never_fixed_is_its_own_cause():
    assert fixer.NO_FIX == NO_FIX
    old = [Diagnostic(line, 0, line, 1, "OAI502", 'the model "x" was shut down') for line in (1, 2)]
    other = Diagnostic(3, 0, 3, 1, "OAI307", "retired")
    assert causes([Found("a.py", [*old, other], [NO_FIX] * 3)]) == [
        Cause('the model "x" was shut down (OAI502, a person must decide)', 2, 1, ["a.py:1", "a.py:2"]),
        Cause("retired (OAI307, a person must decide)", 1, 1, ["a.py:3"]),
    ]
