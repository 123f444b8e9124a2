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
FIXER = [path for path in FILES if path.relative_to(PACKAGE).parts[0] == "fix"]
TREES = {path: ast.parse(path.read_text("utf-8")) for path in FIXER}


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


MOST = 500
"""Lines of a module of ``fix/``: it has one subject, and is read in one go."""


def test_no_module_of_the_fixer_is_too_long():
    lines = {str(path.relative_to(PACKAGE)): len(path.read_text("utf-8").splitlines()) for path in FILES}
    assert {path: count for path, count in lines.items() if path.startswith("fix/") and count > MOST} == {}


def test_each_module_of_the_fixer_says_what_it_is_about():
    assert [str(path) for path in FIXER if not ast.get_docstring(TREES[path])] == []


def test_modules_of_the_fixer_go_in_no_circle():
    waiting = {path: set(targets(path)) & set(FIXER) for path in FIXER}
    while ready := [path for path, others in waiting.items() if not others & waiting.keys()]:
        for path in ready:
            del waiting[path]
    assert sorted(map(str, waiting)) == []


def test_what_another_module_uses_has_no_underscore():
    wrong = [
        f"{path.relative_to(PACKAGE)}: {alias.name}"
        for path in FIXER
        for node in ast.walk(TREES[path])
        if isinstance(node, ast.ImportFrom) and node.level
        for alias in node.names
        if alias.name.startswith("_")
    ]
    assert wrong == []


def targets(path: Path) -> Iterator[Path]:
    """The modules that a module needs when it is imported itself."""
    for node in TREES[path].body:
        if isinstance(node, ast.ImportFrom) and node.level:
            home = path.parents[node.level - 1].joinpath(*(node.module or "").split("."))
            for alias in node.names:
                inner = home / f"{alias.name}.py"
                yield inner if inner.exists() else home.with_suffix(".py")


def imported(path: Path) -> Iterator[str]:
    """The rooms that a module imports from, also within functions and for types alone."""
    inside = path.relative_to(PACKAGE).parts[:-1]
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.ImportFrom) and node.level:
            parts = [*inside[: len(inside) - (node.level - 1)], *(node.module or "").split(".")]
            for alias in node.names:
                yield next(part for part in (*parts, alias.name) if part)
