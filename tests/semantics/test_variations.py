"""What must hold of every example, however it is changed: looked at in full, in another branch, of another package."""

from __future__ import annotations

import ast
import re
import sys
from pathlib import Path

import pytest

from examples import Found, expected, lint, split
from flake8_openai_v1.semantics.relevance import Relevance

TESTS = Path(__file__).parent.parent
BLOCK = re.compile(r"^[A-Z_]+ = r?(\"\"\"|''')\n(.*?)^\1", re.MULTILINE | re.DOTALL)
PLACES = ("semantics", "rules")


def _rows():
    for path in sorted(path for place in PLACES for path in (TESTS / place).glob("test_*.py")):
        module = path.read_text(encoding="utf-8")
        if "check_with" in module:
            continue  # its examples begin with lines that they do not show
        for _, text in BLOCK.findall(module):
            for title, source in split(text):
                if sys.version_info >= (3, 11) or "except*" not in source:
                    yield pytest.param(source, id=f"{path.stem}-{title}")


ROWS = list(_rows())


def found(source):
    shown = {"extend_select": ("OAI9",)} if "# OAI9" in source else {}
    return [Found(d.line, d.column + 1, d.code) for d in lint(source, **shown)]


def test_there_are_examples():
    assert len(ROWS) > 600


@pytest.mark.parametrize("source", ROWS)
def test_nothing_is_missed_by_looking_at_some_lines_only(source, monkeypatch):
    monkeypatch.setattr(Relevance, "within", lambda self, first, last: True)
    monkeypatch.setattr(Relevance, "statement", lambda self, node: True)
    assert found(source) == expected(source)


@pytest.mark.parametrize("source", ROWS)
def test_another_package_of_the_same_shape_is_none_of_ours(source):
    renamed = source.replace("openai", "gateway").replace("OPENAI_", "GATEWAY_")
    # The word makes the linter look.
    assert found(f"{renamed}\n'openai'\n") == []


@pytest.mark.parametrize("source", ROWS)
def test_in_a_branch_for_the_old_sdk_nothing_is_found(source):
    if "__future__" in source:
        pytest.skip("must stand at the beginning")
    body = "".join(f"    {line}" if line.strip() else line for line in source.splitlines(keepends=True))
    guarded = f"import openai as _sdk\nif _sdk.__version__.startswith('0.'):\n    pass\n{body}"
    try:
        ast.parse(guarded)
    except SyntaxError:
        pytest.skip("a text over several lines")
    assert found(guarded) == []
