"""What later SDKs took away: programs before and after, each run with the newest SDK.

A title says what a program does before, and behind ``=>`` what the one that becomes of it does; see
``tests/rules/test_unseen.py``.
"""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import sdks
from fix.given import ARROW, LEFT, SAME, run

FOLDER = Path(__file__).parent
TITLE = re.compile(r"(?m)^--- *(.+) @ (.+)\n")
SERVICE = FOLDER.parent / "rules" / "unseen" / "inside.py"
BESIDE = ("httpx==0.28.1", "respx==0.23.1", "pytest-httpx==0.36.2", "packaging==26.2")


def rows():
    """Title, program, what becomes of it, and what the two do."""
    _, *parts = TITLE.split((FOLDER / "later_examples.txt").read_text("utf-8"))
    for title, does, text in zip(parts[::3], parts[1::3], parts[2::3], strict=True):
        before, after = ARROW.split(text)
        yield pytest.param(before, after, does.split(" => "), id=title)


ROWS = list(rows())


@pytest.mark.parametrize(("before", "after", "does"), ROWS)
def test_examples(before, after, does):
    result = run({"program.py": before})["program.py"]
    if after.startswith(LEFT):
        assert result.after is result.before
        assert after.removeprefix(LEFT).strip() in " ".join(one.reason for one in result.left)
    elif after.strip() == SAME:
        assert result.after is result.before
    else:
        assert result.after.decode() == after
        assert not [one for one in result.left if one.finding.code != "OAI502"]


@pytest.fixture(scope="module")
def ended():
    """What came of each program."""
    programs = [text for row in ROWS for text in row.values[:2]]
    told = sdks.ended(sdks.NEWEST, SERVICE, "ends", [{"main.py": text} for text in programs], (BESIDE,))
    return dict(zip(programs, told, strict=True))


@pytest.mark.index
@pytest.mark.parametrize(("before", "after", "does"), ROWS)
def test_what_they_do(before, after, does, ended):
    for text, what in zip((before, after), does, strict=False):
        done = ended[text]
        if what == "warns":
            assert done["warned"]
        elif what.startswith("sends "):
            assert any(all(word in line for word in what.split()[1:]) for line in done["sent"]), done
        else:
            assert re.match(rf"([\w.]+\.)?{what}\b", done["ended"]), done["ended"]
        assert text is before or not done["warned"]
