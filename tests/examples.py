"""Small programs with their findings written beside them.

A text of examples: each begins with a line ``--- title``; a line of code ends in ``# OAI102:5`` (code
and 1-based column in characters, several with a space between) where something must be found. Nothing
else may be found. Lines that cannot carry a comment are marked on the line behind by ``#^ OAI102:5``.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

import pytest

from flake8_openai_v1.lint.linter import lint_source
from flake8_openai_v1.project.config import Config
from flake8_openai_v1.syntax.diagnostics import Diagnostic

TITLE = re.compile(r"^--- *(.+)\n", re.MULTILINE)
MARK = re.compile(r"#(\^?)((?: *OAI\d{3}:\d+)+) *$")


class Found(NamedTuple):
    """One finding, as an example marks it."""

    line: int
    column: int
    code: str


def split(text: str) -> Iterator[tuple[str, str]]:
    """Cut a text of examples into (title, source)."""
    _, *parts = TITLE.split(text)
    for title, source in zip(parts[::2], parts[1::2], strict=True):
        yield title.strip(), source.strip("\n") + "\n"


def expected(source: str) -> list[Found]:
    """What the marks of a source say."""
    found = []
    for number, line in enumerate(source.splitlines(), 1):
        match = MARK.search(line)
        if match:
            for code, column in re.findall(r"(OAI\d{3}):(\d+)", match[2]):
                found.append(Found(number - bool(match[1]), int(column), code))
    return sorted(found)


def lint(source: str, **settings: object) -> list[Diagnostic]:
    """The findings in a source, without those that are off by default."""
    config = Config(**settings)  # type: ignore[arg-type]
    return [found for found in lint_source(source, config=config) if config.shows(found.code)]


def check(source: str, **settings: object) -> None:
    """Fail unless exactly what is marked is found, with sound messages and ends."""
    __tracebackhide__ = True
    diagnostics = lint(source, **settings)
    found = [Found(d.line, d.column + 1, d.code) for d in diagnostics]
    assert found == expected(source), "\n".join(
        ["found:", *(f"  {d.line}:{d.column + 1} {d.code} {d.message}" for d in diagnostics), source]
    )
    lines = source.splitlines()
    for d in diagnostics:
        assert "\n" not in d.message, d
        assert "None" not in re.sub("(base_url|api_version)=None", "", d.message), d
        assert (d.line, d.column) < (d.end_line, d.end_column), d
        assert d.column < len(lines[d.line - 1]), d


def examples(text: str) -> pytest.MarkDecorator:
    """Run a test on each example of a text, as its parameter ``source``."""
    rows = list(split(text))
    titles = [title for title, _ in rows]
    assert len(set(titles)) == len(titles), [title for title in titles if titles.count(title) > 1]
    return pytest.mark.parametrize("source", [pytest.param(source, id=title) for title, source in rows])
