"""Imports of clients from the file that makes them, and of the module where nothing needs it any more."""

from __future__ import annotations

import ast

from ..names.imports import write_import
from ..plan import Plan
from .links import Linked


def import_beside(plan: Plan, linked: Linked) -> None:
    """Import clients beside what a file imports from the file that makes them, in the order that is there."""
    statement = linked.link.statement
    assert isinstance(statement, ast.ImportFrom)
    present = [alias.name for alias in statement.names]
    in_order = present == sorted(present, key=_rank)
    for name in linked.names:
        later = next((one for one in statement.names if in_order and _rank(one.name) > _rank(name)), None)
        at = plan.text.span(later or statement.names[-1])
        indent = plan.text.text[plan.text.line_start(at[0]) : at[0]]
        between = f"{plan.text.newline}{indent}" if not indent.strip() else " "
        if later is not None:
            plan.edits.insert(at[0], f"{name},{between}")
        else:
            plan.edits.insert(at[1], f",{between}{name}")


def line_of(linked: Linked) -> str:
    """The import of clients from a file from which nothing is imported yet."""
    return f"from {linked.link.module} import {', '.join(linked.names)}"


def import_anew(plan: Plan, line: str) -> None:
    """Put an import of clients behind the other imports."""
    last = last_import(plan)
    start = line.split(" import ")[0]
    is_own = isinstance(last, ast.ImportFrom) and (last.level > 0 or plan.text.of(last).startswith(start))
    gap = "" if is_own else plan.text.newline
    plan.edits.insert(plan.text.line_end(plan.text.span(last)[1]), f"{plan.text.newline}{gap}{line}")


def last_import(plan: Plan) -> ast.stmt:
    """The last import of a module."""
    return [one for one in plan.text.tree.body if isinstance(one, (ast.Import, ast.ImportFrom))][-1]


def _rank(name: str) -> tuple[bool, bool, str]:
    """Where a name stands in an import: constants first, then classes, then all else."""
    return not name.isupper(), not name[:1].isupper(), name


def take_out(plan: Plan, statement: ast.stmt) -> None:
    """Take an import out, with the empty line behind it where nothing stands before it in its block."""
    start, end = plan.text.span(statement)
    first = plan.text.line_start(start)
    text = plan.text.text
    before, behind = text[:first], plan.text.behind_line(end)
    is_alone = not text[end : plan.text.line_end(end)].strip() and not text[first:start].strip()
    opens = not before or before.endswith(plan.text.newline * 2)
    if is_alone and opens and text.startswith(plan.text.newline, behind) and len(plan.text.tree.body) > 1:
        plan.edits.replace(first, plan.text.behind_line(behind), "")
    else:
        write_import(plan, statement, [])
