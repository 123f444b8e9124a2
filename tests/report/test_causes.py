"""What is left by causes: what is held back by another place counts there."""

from __future__ import annotations

import pytest

from flake8_openai_v1 import SITE
from flake8_openai_v1.fix.causes import HARMLESS, NO_FIX, Cause, Code
from flake8_openai_v1.lint.linter import lint_source
from flake8_openai_v1.report import Found
from flake8_openai_v1.report.causes import Counted, causes, lines
from flake8_openai_v1.syntax.diagnostics import Diagnostic

WHY = Cause(Code.NO_COUNTERPART, "no counterpart: x")
DECIDE = Cause(Code.CLIENT, "a person must decide")


def found(path: str, *rows: tuple[int, Cause]) -> Found:
    findings = [Diagnostic(line, 0, line, 1, "OAI102", "m") for line, _ in rows]
    return Found(path, findings, [cause for _, cause in rows])


def counted(cause: Cause, *rest: object) -> Counted:
    return Counted(cause.code, cause.reason, cause.next, *rest)


def at(path: str = "", line: int = 0, cell: int | None = None) -> Cause:
    return WHY._replace(path=path, line=line, cell=cell, is_elsewhere=True)


def test_what_is_held_back_has_the_cause_of_its_place():
    bot = found("bot.py", (3, at(line=9)), (9, WHY))
    other = found("other.py", (1, at("bot.py", 9)), (2, DECIDE))
    assert causes([other, bot]) == [counted(WHY, 3, 2, ["bot.py:9"]), counted(DECIDE, 1, 1, ["other.py:2"])]


@pytest.mark.parametrize(
    ("cause", "expected"),
    [
        (WHY, ("no counterpart: x", "a.ipynb:1")),
        (at(line=9), ("it goes with line 9: no counterpart: x", "a.ipynb:9")),
        (at(line=9, cell=2), ("it goes with cell_2, line 9: no counterpart: x", "a.ipynb:cell_2:9")),
        (at("b.ipynb", 9, 2), ("it goes with b.ipynb, cell_2, line 9: no counterpart: x", "b.ipynb:cell_2:9")),
        (at("b, line 3.py", 9), ("it goes with b, line 3.py, line 9: no counterpart: x", "b, line 3.py:9")),
        (at("b.py"), ("it goes with b.py: no counterpart: x", "b.py")),
    ],
)
def test_names_of_places(cause, expected):
    [told] = causes([found("a.ipynb", (1, cause))])
    assert (cause.text, *told.places) == expected
    assert told.reason == WHY.reason


def test_what_unsafe_fixes_do():
    unsafe = WHY._replace(is_unsafe=True)
    assert unsafe.text == "no counterpart: x; --unsafe-fixes does it"
    [told] = causes([found("a.py", (1, unsafe))])
    assert (told.reason, told.next) == (unsafe.text, "look at what fix --unsafe-fixes --diff makes of it")


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
    many = [found(f"{name}.py", (1, WHY._replace(reason=f"why {name}"))) for name in "abcdefghijklmn"]
    told = list(
        lines(causes([found("z.py", *[(line, WHY._replace(reason="all of them")) for line in range(1, 11)]), *many]))
    )
    assert told[0] == "24 findings are left, by 15 causes:"
    assert told[1] == "  10  z.py:1 and 9 more: all of them [no-counterpart]"
    assert told[2] == f"      {Code.NO_COUNTERPART.step}"
    assert told[3] == "   1  a.py:1: why a [no-counterpart]"
    assert told[-2:] == ["   3  by 3 more causes", f"what to do about each: {SITE}fixing/#what-is-left-and-what-to-do"]


def test_no_summary_of_what_is_seen_at_a_glance():
    assert list(lines(causes([found("a.py", (1, WHY), (2, WHY))]))) == []
    assert list(lines(causes([found("a.py", (1, WHY), (2, DECIDE), (3, HARMLESS))]))) == []


def test_what_is_never_fixed_is_its_own_cause():
    old = [Diagnostic(line, 0, line, 1, "OAI502", 'the model "x" was shut down') for line in (1, 2)]
    other = Diagnostic(3, 0, 3, 1, "OAI307", "retired")
    assert causes([Found("a.py", [*old, other], [NO_FIX] * 3)]) == [
        Counted(
            Code.NO_FIX,
            'the model "x" was shut down (OAI502, a person must decide)',
            NO_FIX.next,
            2,
            1,
            ["a.py:1", "a.py:2"],
        ),
        Counted(Code.NO_FIX, "retired (OAI307, a person must decide)", NO_FIX.next, 1, 1, ["a.py:3"]),
    ]
