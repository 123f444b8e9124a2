"""Cases that were written from what the rules promise, before there were the rules: half of them must be silent.

A case is a program below a line ``--- title``. A line ends in the codes that are found there. ``{legacy}`` and its like
stand for texts in the shape of keys, which no file may contain.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from exam_keys import KEYS

from flake8_openai_v1.lint.linter import lint_source
from flake8_openai_v1.project.config import Config

FOLDER = Path(__file__).parent / "exams"
OPINIONS = "opinions"
"""The cases of rules that are off by default."""
MARK = re.compile(r"#((?: OAI\d{3})+)$")


def cases() -> Iterator[object]:
    """The cases of all files: the file's name, and the program."""
    for path in sorted(FOLDER.glob("*.txt")):
        _, *parts = re.split(r"(?m)^--- *(.+)\n", path.read_text("utf-8"))
        for title, source in zip(parts[::2], parts[1::2], strict=True):
            yield pytest.param(path.stem, source, id=f"{path.stem}: {title}")


def with_keys(source: str) -> str:
    for name, key in KEYS.items():
        source = source.replace(f"{{{name}}}", key)
    return source


def expected(source: str) -> list[tuple[int, str]]:
    marks = [(number, MARK.search(line)) for number, line in enumerate(source.splitlines(), 1)]
    return sorted((number, code) for number, mark in marks if mark for code in mark[1].split())


@pytest.mark.parametrize(("exam", "source"), list(cases()))
def test_case(exam, source):
    config = Config(extend_select=("OAI901", "OAI903") if exam == OPINIONS else ())
    found = [one for one in lint_source(with_keys(source), config=config) if config.shows(one.code)]
    assert [(one.line, one.code) for one in found] == expected(source), source
    for one in found:
        assert "\n" not in one.message
        assert not any(key in repr(one) for key in KEYS.values())
