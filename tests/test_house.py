"""Who may import whom: DESIGN's doors, as CONTRIBUTING.md says them."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parent.parent / "flake8_openai_v1"
ROOMS = ("sdk", "syntax", "project", "pins", "semantics", "rules", "lint", "fix", "report", "server", "cli")
"""Each may import those before it. Faces know each other only where one starts another."""
TOP = {"__init__", "__main__", "plugin"}
"""What lies in no room: the doors of the library, of the process and of flake8."""
FILES = sorted(PACKAGE.rglob("*.py"))


def test_every_module_has_a_room():
    assert {path.stem for path in PACKAGE.glob("*.py")} == TOP
    assert {path.parent.name for path in PACKAGE.glob("*/__init__.py")} == set(ROOMS)


@pytest.mark.parametrize("room", ROOMS)
def test_imports_go_one_way(room):
    later = set(ROOMS[ROOMS.index(room) + 1 :])
    wrong = [
        f"{path.relative_to(PACKAGE)}: {target}"
        for path in FILES
        if path.relative_to(PACKAGE).parts[0] == room
        for target in imported(path)
        if target in later
    ]
    assert wrong == []


def test_only_the_fixer_works_with_the_other_tree():
    users = {path for path in FILES if "from ast_grep_py import" in path.read_text("utf-8")}
    assert {path.parent for path in users} == {PACKAGE / "fix" / "text"}


def imported(path: Path) -> Iterator[str]:
    """The rooms that a module imports from, also within functions and for types alone."""
    inside = path.relative_to(PACKAGE).parts[:-1]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            parts = [*inside[: len(inside) - (node.level - 1)], *(node.module or "").split(".")]
            for alias in node.names:
                yield next(part for part in (*parts, alias.name) if part)
