"""What goes to stderr."""

from __future__ import annotations

import io
import sys

import pytest

from flake8_openai_v1.report import Failure, talk
from flake8_openai_v1.report.talk import Talk, Tally, say


class Terminal(io.StringIO):
    def isatty(self):
        return True


@pytest.fixture
def listen(monkeypatch):
    """Give a function that takes the place of stderr: within a test, as pytest puts its own there before."""

    def replace(stream):
        monkeypatch.setattr(sys, "stderr", stream)
        return stream

    return replace


def test_the_last_line(listen):
    log = listen(io.StringIO())
    Talk().last_line(1, 1, 1, 1)
    Talk().last_line(2806, 3, 1200, 11)
    assert log.getvalue() == (
        "1 file, 1 with OpenAI code, 1 finding, 1 with what to write\n"
        "2,806 files, 3 with OpenAI code, 1,200 findings, 11 with what to write\n"
    )


@pytest.mark.parametrize(
    ("fixed", "left", "written", "line"),
    [
        ((12, 2), (1, 1), True, "3 files: 12 findings fixed in 2 files, 1 left in 1 file"),
        ((1, 1), (0, 0), True, "3 files: 1 finding fixed in 1 file, 0 left"),
        ((0, 0), (1200, 2), True, "3 files: 0 findings fixed, 1,200 left in 2 files"),
        ((0, 0), (0, 0), True, "3 files: nothing to fix"),
        ((0, 0), (0, 0), False, "3 files: nothing to fix"),
        ((2, 1), (3, 2), False, "3 files: 2 findings would be fixed in 1 file, 3 left in 2 files"),
    ],
)
def test_the_last_line_of_fixes(listen, fixed, left, written, line):
    log = listen(io.StringIO())
    Talk().last_line_of_fixes(3, Tally(*fixed), Tally(*left), written=written)
    assert log.getvalue() == f"{line}\n"


def test_remarks_are_no_failures(listen):
    log = listen(io.StringIO())
    speaker = Talk()
    speaker.remark("by the way")
    assert (log.getvalue(), speaker.failures) == ("by the way\n", [])


def test_failures_are_said_and_counted(listen):
    log = listen(io.StringIO())
    speaker = Talk()
    speaker.failed("a.py", "cannot read: x")
    assert speaker.failures == [Failure("a.py", "cannot read: x")]
    speaker.last_line(2, 0, 0, 0)
    assert log.getvalue() == (
        "a.py: cannot read: x\n2 files, 1 not processed, 0 with OpenAI code, 0 findings, 0 with what to write\n"
    )
    speaker.last_line_of_fixes(2, Tally(0, 0), Tally(0, 0), written=True)
    assert log.getvalue().endswith("\n2 files, 1 not processed: nothing to fix\n")


def test_a_notebook_counts_once(listen):
    log = listen(io.StringIO())
    speaker = Talk()
    speaker.unread("nb.ipynb", [(2, "cannot parse: x"), (4, "cannot parse: y")])
    assert log.getvalue() == "nb.ipynb:cell_2: cannot parse: x\nnb.ipynb:cell_4: cannot parse: y\n"
    assert speaker.failures == [Failure("nb.ipynb", "cannot parse: x", 2), Failure("nb.ipynb", "cannot parse: y", 4)]
    speaker.last_line_of_fixes(1, Tally(0, 0), Tally(0, 0), written=True)
    assert log.getvalue().endswith("1 file, 1 not processed: nothing to fix\n")


def test_quiet_says_failures_only(listen, monkeypatch):
    terminal = listen(Terminal())
    monkeypatch.setattr(talk, "PATIENCE", 0)
    speaker = Talk(quiet=True)
    speaker.progress(1, 2, "read")
    speaker.last_line(1, 1, 1, 1)
    speaker.last_line_of_fixes(1, Tally(1, 1), Tally(0, 0), written=True)
    speaker.remark("by the way")
    assert terminal.getvalue() == ""
    speaker.failed("a.py", "reason")
    assert terminal.getvalue() == "a.py: reason\n"


def test_progress_on_a_terminal(listen, monkeypatch):
    terminal = listen(Terminal())
    monkeypatch.setattr(talk, "PATIENCE", 0)
    monkeypatch.setattr(talk, "PACE", 0)
    speaker = Talk()
    speaker.progress(1, 1200, "checked")
    assert terminal.getvalue() == "\rchecked 1 of 1,200 files"
    speaker.progress(2, 3, "read")
    assert terminal.getvalue().endswith("\rread 2 of 3 files       ")
    speaker.failed("a.py", "reason")
    assert terminal.getvalue().endswith("\r                 \ra.py: reason\n")
    before = terminal.getvalue()
    speaker.clear()
    assert terminal.getvalue() == before


def test_progress_waits_for_a_long_run(listen):
    terminal = listen(Terminal())
    Talk().progress(1, 2, "read")
    assert terminal.getvalue() == ""


def test_no_progress_in_a_log(listen, monkeypatch):
    log = listen(io.StringIO())
    monkeypatch.setattr(talk, "PATIENCE", 0)
    Talk().progress(1, 2, "read")
    assert log.getvalue() == ""


def test_nobody_listens(listen):
    class Gone(Terminal):
        def write(self, text):
            raise BrokenPipeError

    for stream in (None, Gone()):
        listen(stream)
        say("x\n")
        speaker = Talk()
        speaker.failed("a.py", "reason")
        speaker.last_line(1, 1, 1, 1)
