"""The page on what is followed: each row names an example, and tells what that shows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from examples import MARK, split

HERE = Path(__file__).parent
PAGE = HERE.parents[1] / "docs" / "followed.md"
ROW = re.compile(r"^\| (.+) \| (yes|no) \| (\w+) \| (.+) \|$", re.MULTILINE)
ROWS = ROW.findall(PAGE.read_text(encoding="utf-8"))


def programs(subject: str) -> dict[str, str]:
    """The examples of one subject: title → source."""
    text = (HERE / f"test_{subject}.py").read_text(encoding="utf-8")
    return dict(split(re.split('= r"""\n|\n"""\n\n\n', text)[1] + "\n"))


@pytest.mark.parametrize(("way", "followed", "subject", "title"), ROWS)
def test_row(way, followed, subject, title):
    source = programs(subject)[title]
    marked = any(MARK.search(line.replace("# 0.x: ", "# ")) for line in source.splitlines())
    assert marked == (followed == "yes" and not way.endswith(": silent"))


SUBJECTS = {
    path.stem.removeprefix("test_")
    for path in HERE.glob("test_*.py")
    if "\nfrom values.given import" in path.read_text(encoding="utf-8")
}


def test_every_subject_has_rows():
    assert {subject for _, _, subject, _ in ROWS} == SUBJECTS


def test_what_is_not_followed_is_on_the_page():
    titles = {title for subject in SUBJECTS for title in programs(subject) if title.startswith("not followed")}
    assert titles - {title for *_, title in ROWS} == set()
