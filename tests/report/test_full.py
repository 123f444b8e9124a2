"""The format for people at a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from report.given import HOSTILE, IN_CELL, causes, rendered

from flake8_openai_v1 import rule_url
from flake8_openai_v1.fix.causes import NO_FIX, Code
from flake8_openai_v1.report import Found
from flake8_openai_v1.report.snippet import snippet
from flake8_openai_v1.syntax.diagnostics import Diagnostic

SOURCE = b"""\
import openai
openai.api_base = 'x'
def f():
\tr = openai.Edit.create(
\t\tengine='x')
\treturn r['a'], r['a']
openai.Edit.create()
"""


@pytest.fixture(autouse=True)
def _terminal(monkeypatch):
    monkeypatch.setenv("COLUMNS", "100")


def finding(line, column, end_line, end_column, code="OAI102", message="it was removed", **more):
    return Diagnostic(line, column, end_line, end_column, code, message, **more)


FINDINGS = [
    finding(2, 0, 2, 15, "OAI105", "it is ignored; use another"),
    finding(4, 5, 5, 13),
    finding(6, 8, 6, 14, "OAI112", "r['a'] raises"),
    finding(6, 16, 6, 22, "OAI112", "r['a'] raises"),
    finding(7, 0, 7, 20),
]


def test_blocks():
    assert rendered("full", [Found("a.py", FINDINGS, data=SOURCE)]) == (
        "a.py:2:1 error OAI105 renamed-setting\n"
        " 2 | openai.api_base = 'x'\n"
        "   | ^^^^^^^^^^^^^^^\n"
        "   = it is ignored; use another\n"
        f"   = {rule_url('OAI105')}\n"
        "\n"
        "a.py:4:6 error OAI102 removed-call\n"
        " 4 |     r = openai.Edit.create(\n"
        "   |         ^^^^^^^^^^^^^^^^^^^\n"
        "   = it was removed\n"
        "   = also at 7:1\n"
        f"   = {rule_url('OAI102')}\n"
        "\n"
        "a.py:6:9 error OAI112 response-subscript\n"
        " 6 |     return r['a'], r['a']\n"
        "   |            ^^^^^^\n"
        "   = r['a'] raises\n"
        "   = also at 6:17\n"
        f"   = {rule_url('OAI112')}\n"
        "\n"
    )


def test_causes():
    """What `fix` leaves for one reason is one block."""
    reasons = ["a reason", "another", "a reason", "a reason", "a reason"]
    shown = rendered("full", [Found("a.py", FINDINGS, causes(*reasons), SOURCE)])
    first, second, _ = shown.split("\n\n")
    assert first.splitlines()[3:] == [
        "   = it is ignored; use another",
        "   = also at 6:9, 6:17: OAI112 r['a'] raises",
        "   = also at 7:1: OAI102 it was removed",
        "   = fix leaves it: a reason [form]",
        f"   = to do: {Code.FORM.step}",
        f"   = {rule_url('OAI105')}",
    ]
    assert "   = fix leaves it: another [form]\n" in second


def test_what_is_never_fixed_is_not_one_cause():
    findings = [finding(5, 0, 5, 1, code, message=code) for code in ("OAI502", "OAI503", "OAI502")]
    blocks = rendered("full", [Found("a.py", findings, [NO_FIX] * 3, SOURCE)]).split("\n\n")
    assert [block.splitlines()[0].partition(" ")[0] for block in blocks if block.strip()] == ["a.py:5:1"] * 2
    assert "OAI503" not in blocks[0]
    assert all(f"   = fix leaves it: {NO_FIX.reason} [no-fix]\n" in f"{block}\n" for block in blocks if block.strip())


def test_long_lists_are_cut():
    findings = [finding(line, 0, line, 1) for line in range(1, 30)]
    places = ", ".join(f"{line}:1" for line in range(2, 12))
    assert f"   = also at {places} and 18 more\n" in rendered("full", [Found("a.py", findings)])
    findings = [finding(line, 0, line, 1, message=f"m{line}") for line in range(1, 30)]
    shown = rendered("full", [Found("a.py", findings, causes("why") * 29)])
    assert "   = also at 11:1: OAI102 m11\n   = and 18 more\n   = fix leaves it: why [form]\n" in shown


def test_a_page_is_named_once():
    shown = rendered("full", [Found("a.py", FINDINGS[:1], data=SOURCE), Found("b.py", FINDINGS[:1], data=SOURCE)])
    assert shown.count(rule_url("OAI105")) == 1
    assert shown.count("^^^\n") == 2


def test_cells_and_files_that_cannot_be_read():
    shown = rendered("full", [Found("nb.ipynb", [IN_CELL, IN_CELL._replace(line=7)])])
    assert shown == (
        "nb.ipynb:cell_3:2:1 error OAI102 removed-call\n"
        "   = x was removed; use y\n"
        "   = also at cell_3:7:1\n"
        f"   = {rule_url('OAI102')}\n\n"
    )


def test_colours_change_nothing_but_colour():
    files = [Found("a.py", FINDINGS, data=SOURCE)]
    shown = rendered("full", files, coloured=True)
    assert "\033[31m^^^^^^^^^^^^^^^\033[m\n" in shown
    for colour in ("\033[1m", "\033[31m", "\033[36m", "\033[m"):
        shown = shown.replace(colour, "")
    assert shown == rendered("full", files)


def test_long_messages_are_wrapped(monkeypatch):
    monkeypatch.setenv("COLUMNS", "60")
    found = finding(2, 0, 2, 6, message="word " * 30 + "x" * 80)
    lines = rendered("full", [Found("a.py", [found], data=SOURCE)]).splitlines()
    assert all(len(line) <= 60 for line in lines if "xxx" not in line and "http" not in line)
    assert f"     {'x' * 80}" in lines


# The excerpt


@pytest.mark.parametrize(
    ("line", "start", "end", "width", "shown"),
    [
        ("abc = def", 6, 9, 80, ("abc = def", "      ^^^")),
        ("\tx", 1, 2, 80, ("    x", "    ^")),
        ("日本 = x", 5, 6, 80, ("日本 = x", "       ^")),
        ("日本 = x", 0, 2, 80, ("日本 = x", "^^^^")),
        ("e\u0301 = x", 5, 6, 80, ("e\u0301 = x", "    ^")),
        ("a\x1b = x", 5, 6, 80, ("a\\x1b = x", "        ^")),
        ("abc", 3, 3, 80, ("abc", "   ^")),
        ("a" * 50, 2, 4, 20, ("a" * 17 + "...", "  ^^")),
        ("a" * 30 + "XX" + "b" * 30, 30, 32, 20, ("..." + "a" * 6 + "XX" + "b" * 6 + "...", "         ^^")),
        ("a" * 30 + "XX", 30, 32, 20, ("..." + "a" * 6 + "XX", "         ^^")),
        ("a" * 5 + "X" * 90, 5, 95, 40, ("a" * 5 + "X" * 32 + "...", "     " + "^" * 32)),
    ],
)
def test_snippets(line, start, end, width, shown):
    assert snippet(line, start, end, width) == shown


@given(st.text(st.characters(codec="utf-8"), max_size=300), st.data(), st.integers(40, 200))
def test_any_snippet_fits_and_marks_something(line, data, width):
    start = data.draw(st.integers(0, len(line)))
    end = data.draw(st.integers(start, len(line)))
    shown, mark = snippet(line, start, end, width)
    assert shown.isprintable()
    assert mark.strip("^ ") == ""
    assert mark.endswith("^")
    assert len(mark.rstrip("^")) <= width
    assert len(shown) <= width


def test_a_line_of_a_million_characters():
    line = "x = '" + "a" * 1_000_000 + "' + openai.Edit.create() + '" + "b" * 1_000_000 + "'"
    start = line.index("openai")
    shown, mark = snippet(line, start, start + len("openai.Edit.create"), 80)
    assert shown[mark.index("^") : mark.rindex("^") + 1] == "openai.Edit.create"
    assert len(shown) <= 80


@pytest.mark.parametrize("shape", ["sk-{}", "https://{}@host/path", "https://host/?code={}"])
def test_secrets_are_starred_and_columns_stay(shape):
    secret = shape.format("a1B2" * 8)
    line = f'f(api_key="{secret}", engine="x")'
    start = line.index("engine")
    shown, mark = snippet(line, start, start + 6, 200)
    assert "a1B2" not in shown
    assert shown[mark.index("^") :].startswith("engine")


def test_hostile_lines_and_names():
    files = [
        Found(text, [finding(1, 0, 1, 3, message="m")], data=f"x = {text!r}; {text}".encode("utf-8", "replace"))
        for text in HOSTILE
    ]
    shown = rendered("full", files)
    assert all(line.isprintable() for line in shown.splitlines())
    assert [line for line in shown.splitlines() if line.startswith("::")] == []
