"""What must hold of every example, however it is changed: looked at in full, in another branch, of another package."""

from __future__ import annotations

import ast
import re
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from rows import each

from examples import Found, expected, lint, split
from flake8_openai_v1.semantics.relevance import Relevance

TESTS = Path(__file__).parent.parent
BLOCK = re.compile(r"^[A-Z_]+ = r?(\"\"\"|''')\n(.*?)^\1", re.MULTILINE | re.DOTALL)
PLACES = ("semantics", "rules")


def examples() -> Iterator[tuple[str, str]]:
    """The title and the source of each."""
    for path in sorted(path for place in PLACES for path in (TESTS / place).glob("test_*.py")):
        module = path.read_text(encoding="utf-8")
        if "check_with" in module:
            continue  # its examples begin with lines that they do not show
        for _, text in BLOCK.findall(module):
            for title, source in split(text):
                if sys.version_info >= (3, 11) or "except*" not in source:
                    yield f"{path.stem}: {title}", source


EACH = each(list(examples()))


def found(source):
    shown = {"extend_select": ("OAI9",)} if "# OAI9" in source else {}
    return [Found(d.line, d.column + 1, d.code) for d in lint(source, **shown)]


def test_there_are_examples():
    assert len(list(examples())) > 600


@EACH
def test_nothing_is_missed_by_looking_at_some_lines_only(title, source):
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Relevance, "within", lambda self, first, last: True)
        patch.setattr(Relevance, "statement", lambda self, node: True)
        assert found(source) == expected(source)


@EACH
def test_another_package_of_the_same_shape_is_none_of_ours(title, source):
    renamed = source.replace("openai", "gateway").replace("OPENAI_", "GATEWAY_")
    # The word makes the linter look.
    assert found(f"{renamed}\n'openai'\n") == []


@EACH
def test_in_a_branch_for_the_old_sdk_nothing_is_found(title, source):
    """But where a program must begin with a line, or has a text over several lines."""
    body = "".join(f"    {line}" if line.strip() else line for line in source.splitlines(keepends=True))
    guarded = f"import openai as _sdk\nif _sdk.__version__.startswith('0.'):\n    pass\n{body}"
    if "__future__" not in source and is_python(guarded):
        assert found(guarded) == []


def is_python(source: str) -> bool:
    try:
        ast.parse(source)
    except SyntaxError:
        return False
    return True
