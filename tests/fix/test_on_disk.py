"""What is left, numbered as the files on disk are."""

from __future__ import annotations

from flake8_openai_v1.fix.causes import Cause, Code
from flake8_openai_v1.fix.on_disk import as_written, on_disk
from flake8_openai_v1.fix.results import Fixed, Left
from flake8_openai_v1.syntax.diagnostics import Diagnostic

BEFORE = b"a\nb\nc\nd\n"
AFTER = b"new\na\nnew\nB\nc\nd\n"


def found(line):
    return Diagnostic(line, 0, line, 1, "OAI101", "x", None)


def test_findings_and_causes_have_the_numbers_of_their_own_files():
    cause = Cause(Code.ESCAPES, "given in line 6", 5, "a.py", is_elsewhere=True)
    one = Fixed("a.py", BEFORE, AFTER, left=[Left(found(5), cause._replace(path="")), Left(found(4), cause, found(2))])
    other = Fixed("b.py", BEFORE, BEFORE, left=[Left(found(4), cause)])
    rows = on_disk([one, other])
    assert [row.finding.line for row in rows["a.py"]] == [3, 2]
    assert [row.finding.line for row in rows["b.py"]] == [4]
    assert {(row.cause.line, row.cause.reason) for part in rows.values() for row in part} == {(3, "given in line 4")}


def test_where_files_are_written_lines_of_others_are_those_of_now():
    cause = Cause(Code.ARGUMENT, "model= comes from another file (a.py, line 3), and b.py, line 2, in line 4")
    rows = as_written([Fixed("a.py", BEFORE, AFTER), Fixed("b.py", BEFORE, BEFORE, left=[Left(found(4), cause)])])
    [row] = rows["b.py"]
    assert row.cause.reason == "model= comes from another file (a.py, line 5), and b.py, line 2, in line 4"


def test_what_is_new_is_where_it_was_put():
    one = Fixed("a.py", BEFORE, AFTER, left=[Left(found(line), Cause(Code.FORM, "x")) for line in range(1, 7)])
    assert [row.finding.line for row in on_disk([one])["a.py"]] == [1, 1, 2, 2, 3, 4]
