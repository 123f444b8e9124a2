"""OAI201 to OAI205: an exam that was written before the rules, from what the SDKs do; each program is run."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import NamedTuple

import pytest
import sdks

from examples import expected, lint, split
from flake8_openai_v1.lint.linter import lint_tree
from flake8_openai_v1.sdk.versions import NEWEST
from flake8_openai_v1.syntax.notebook import read_notebook

FOLDER = Path(__file__).parent / "later"
TITLE = re.compile(r"#: (?:@(\S+) )?(alone )?(.*)")
BESIDE = ("httpx==0.28.1", "respx==0.23.1", "pytest-httpx==0.36.2", "packaging==26.2")
"""What the programs import beside the SDK."""


class Case(NamedTuple):
    """One program of the exam."""

    title: str
    release: str
    alone: bool
    """Is nothing installed beside the SDK?"""
    outcome: str
    """A part of what it ends in."""
    source: str

    @property
    def found(self) -> list[tuple[int, int, str]]:
        """The findings of these rules: line, column, code."""
        target = sdks.installs.release_key(self.release)
        diagnostics = lint(self.source, target=target)
        return [(d.line, d.column + 1, d.code) for d in diagnostics if d.code.startswith("OAI2")]


def cases() -> list[Case]:
    """All programs of the exam."""
    found = []
    for file in sorted(FOLDER.glob("exam_*.txt")):
        for title, source in split(file.read_text(encoding="utf-8")):
            match = TITLE.match(source)
            assert match, title
            release = match[1] or ".".join(map(str, NEWEST))
            found.append(Case(title, release, bool(match[2]), match[3], source))
    return found


CASES = cases()


@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in CASES])
def test_what_is_found(case):
    assert case.found == expected(case.source), case.source


@pytest.fixture(scope="module")
def ended():
    """What each program ended in, by its title."""
    found = {}
    for release, alone in sorted({(case.release, case.alone) for case in CASES}):
        group = [case for case in CASES if (case.release, case.alone) == (release, alone)]
        programs = [case.source for case in group]
        outcomes = sdks.ended(release, FOLDER / "inside.py", "outcomes", programs, () if alone else (BESIDE,))
        found |= {case.title: outcome for case, outcome in zip(group, outcomes, strict=True)}
    return found


@pytest.mark.index
@pytest.mark.parametrize("case", [pytest.param(case, id=case.title) for case in CASES])
def test_what_it_does(case, ended):
    assert case.outcome in ended[case.title]


def test_half_of_the_exam_is_fine():
    fine = [case for case in CASES if not expected(case.source)]
    assert len(CASES) >= 200
    assert len(fine) >= 0.4 * len(CASES)


NOTEBOOK = (
    "!openai tools fine_tunes.prepare_data -f {name}\n",
    "import os\nout = !openai api models.list\n!pip install openai\n!openai responses create",
    "!openai \\\n  migrate\n!cd data && OPENAI_API_KEY=k openai api files.list > files.txt",
    "!echo openai api\n%pip install openai\n!openai --help",
)


def test_commands_of_a_notebook():
    cells = [{"cell_type": "code", "source": text, "metadata": {}} for text in NOTEBOOK]
    notebook = read_notebook(json.dumps({"cells": cells, "metadata": {}, "nbformat": 4}).encode())
    found = [notebook.in_cell(one) for one in lint_tree(notebook.tree, notebook.lines)]
    assert [(d.cell, d.line, d.column, d.end_column, d.code) for d in found] == [
        (1, 1, 0, 47, "OAI204"),
        (2, 2, 6, 29, "OAI204"),
        (3, 1, 0, 9, "OAI204"),
        (3, 3, 0, 62, "OAI204"),
    ]
