"""The parts of the server, each by itself."""

from __future__ import annotations

import ast
import random
from itertools import pairwise

import pytest
from documents import ROOT
from hypothesis import given, settings
from hypothesis import strategies as st
from server.test_random_edits import edited

from flake8_openai_v1.fix.text.edits import applied
from flake8_openai_v1.project.config import Config
from flake8_openai_v1.server.documents import Document, Part, decoded, encoded
from flake8_openai_v1.server.drift import Drift
from flake8_openai_v1.server.positions import Places, Units
from flake8_openai_v1.server.programs import Programs
from flake8_openai_v1.server.reading import Reader
from flake8_openai_v1.server.salvage import salvaged
from flake8_openai_v1.server.worker import StoppedError
from flake8_openai_v1.syntax.diagnostics import Diagnostic
from flake8_openai_v1.syntax.differences import edits, split_lines
from flake8_openai_v1.syntax.source import parse

TEXT = st.text(st.sampled_from("ab (\n\r\f\x0b\u2028é日🦜\"'"), max_size=60)


@given(TEXT, TEXT)
def test_edits_make_the_other_text(before, after):
    made = edits(before, after)
    assert applied(before, made) == after
    assert all(one.end < other.start for one, other in pairwise(made))
    assert (made == []) == (before == after)


def test_an_edit_is_as_small_as_it_can_be():
    before = "x = 1\nr = openai.ChatCompletion.create(model='m')\ny = 2\n"
    made = edits(before, before.replace("openai.ChatCompletion", "client.chat.completions"))
    assert [(one.expected, one.text) for one in made] == [("openai", "client"), ("ChatCompletion", "chat.completions")]


def test_a_change_of_many_words():
    before, after = "\n".join(["word " * 3] * 2000), "\n".join(["other " * 4] * 1500)
    assert applied(before, edits(before, after)) == after


@given(TEXT, st.sampled_from(Units))
def test_places(text, units):
    places = Places(text, units)
    lines = split_lines(text)
    assert "".join(lines) == text
    for offset in range(len(text) + 1):
        line, column = places.place(offset)
        before = "".join(lines[:line])
        assert text[:offset].startswith(before)
        assert units.count(text[len(before) : offset].rstrip("\r\n")) <= column or text[offset - 1 : offset] in "\r\n"
        if "\n" not in text[len(before) : offset] and "\r" not in text[len(before) : offset]:
            assert places.character(line, column) == offset - len(before)


@pytest.mark.parametrize(
    ("units", "columns"), [("utf-8", [0, 1, 5, 7]), ("utf-16", [0, 1, 3, 4]), ("utf-32", [0, 1, 2, 3])]
)
def test_columns_of_an_emoji(units, columns):
    places = Places("a🦜é", Units(units))
    assert [places.column(0, number) for number in range(4)] == columns
    assert [places.character(0, column) for column in columns] == [0, 1, 2, 3]


def test_encodings_are_those_of_the_comment():
    for text in ("x = 'é'\n", "# coding: latin-1\nx = 'é'\n", "\ufeffx = 'é'\n", "# coding: cp1252\rx = '€'\r"):
        assert decoded(encoded(text)) == text
    assert encoded("# coding: latin-1\nx = 'é'\n") == "# coding: latin-1\nx = 'é'\n".encode("latin-1")
    for text in ("# coding: ascii\nx = 'é'\n", "# coding: nonsense\nx = 1\n"):
        assert encoded(text) == text.encode()


# Findings move


def finding(line, column, text):
    return Diagnostic(line, column, line, column + len(text), "OAI102", "m")


@pytest.mark.parametrize(
    ("after", "expected"),
    [
        ("a = 1\nb = name\n", 2),
        ("x\nx\na = 1\nb = name\n", 4),
        ("b = name\n", 1),
        ("a = 1\nb = name + x\n", 2),
        ("a = 2\n\nb = name # \nc\n", 3),
        ("a = 1\nb = other\n", None),
        ("a = 1\n b = name\n", None),
        ("a = 1\nb = na\n", None),
        ("", None),
    ],
)
def test_a_finding_moves(after, expected):
    before = ["a = 1\n", "b = name\n"]
    moved = Drift(before, after.splitlines(keepends=True)).moved(finding(2, 4, "name"))
    assert (moved.line if moved else None) == expected


def test_a_finding_of_several_lines_moves():
    found = Diagnostic(1, 4, 3, 1, "OAI102", "m")
    before = ["x = f(\n", "  1,\n", ")\n"]
    assert Drift(before, ["\n", *before]).moved(found) == found._replace(line=2, end_line=4)
    assert Drift(before, ["x = f(\n", "  2,\n", ")\n"]).moved(found) is None


# What does not parse


@pytest.mark.parametrize(
    ("text", "known", "expected"),
    [
        ("a = 1\nb = (\nc = 2\n", None, "a = 1\npass\nc = 2\n"),
        ("a = 1\nb = (\nc = 2\n", "a = 1\nb = 3\nc = 2\n", "a = 1\nb = 3\nc = 2\n"),
        ("a = 1\nnew (\nc = 2\nd = 4\n", "a = 1\nc = 2\n", "a = 1\nc = 2\nd = 4\n"),
        ("def f(:\n    return 1\n", None, "if 1:\n    return 1\n"),
        ("try:\n    x = 1\ny = 2\n", None, "if 1:\n    x = 1\ny = 2\n"),
        ("if x:\ny = 1\n", None, "pass\ny = 1\n"),
        ("x = 1\n  y = 2\n  z = 3\nw = 4\n", None, "x = 1\npass\n\nw = 4\n"),
        ("class A:\n    def f(self):\n        g(\n    def h(self):\n        pass\n", None, None),
        ("x = '''\ny = 1\nz = 2\n", None, "pass\ny = 1\nz = 2\n"),
        ("x = 1\0\ny = 2\n", None, "pass\ny = 2\n"),
    ],
)
def test_salvaged(text, known, expected):
    lines = salvaged(text.splitlines(keepends=True), known and known.splitlines(keepends=True), parse)
    assert lines is not None
    ast.parse("".join(lines))
    if expected is not None:
        assert "".join(lines) == expected


def test_what_is_nested_too_deeply():
    assert salvaged(["(" * 300 + ")" * 300 + "\n"], None, parse) in (None, ["pass\n"])
    assert salvaged(["(" * 300 + ")" * 300 + "\n"], ["x\n"], parse) == ["x\n"]


@settings(max_examples=20)
@given(st.integers(0, 2**32))
def test_what_was_read_parses(seed):
    chance = random.Random(seed)
    reader = Reader()
    text = (ROOT / "examples" / "before.py").read_text()
    for _ in range(15):
        text = edited(text, chance)
        document = Document("file:///a.py", "/nowhere/a.py", {None: Part("file:///a.py", text)})
        reading = reader.read(document, Config())
        if reading.checked.failure is None:
            parse(reading.texts["file:///a.py"])
        lines = split_lines(text)
        for found in reading.with_whole(None)["file:///a.py"]:
            assert 0 < found.line <= found.end_line <= len(lines)
            assert 0 <= found.column <= len(lines[found.line - 1])


def test_who_types_does_not_wait_for_the_program(tmp_path):
    """Looking at many files ends between two of them, and knows as much the next time."""
    for number in range(20):
        text = f"import openai\nimport part{number + 1}\ndef ask(q):\n    return openai.Completion.create(prompt=q)\n"
        (tmp_path / f"part{number}.py").write_text(text)
    path = tmp_path / "main.py"
    text = "import openai\nimport part0\nprint(part0.ask('x')['choices'], openai)\n"
    document = Document(path.as_uri(), str(path), {None: Part(path.as_uri(), text)})
    programs, reading = Programs(), Reader().read(document, Config())
    called = 0

    def going(last=None):
        nonlocal called
        called += 1
        if called == last:
            raise StoppedError

    def look(going=lambda: None):
        (whole,) = programs.look([reading], str(tmp_path), Config(), 1, going)
        return [found.code for found in whole.found[document.uri]]

    assert look(going) == ["OAI112"]
    assert called > 4 * 20  # each file is opened, twice asked what is news, and once what is possible
    number, called = called, 0
    for last in range(1, number, 9):
        called = 0
        with pytest.raises(StoppedError):
            look(lambda last=last: going(last))
    assert look() == ["OAI112"]
