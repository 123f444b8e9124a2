"""The text of a client that takes the place of settings, with what was said of these."""

from __future__ import annotations

import ast
from dataclasses import dataclass, field

from ...semantics.uses import Use
from ..plan import Plan
from .conditions import anchor
from .makers import spelled


@dataclass
class Found:
    """The settings of a file, as a client needs them."""

    stores: list[Use] = field(default_factory=list)
    options: dict[str, str] = field(default_factory=dict)
    """Name of the option → text of its value."""
    azure: bool = False
    proxy: str = ""
    """The text of the address of the proxy."""
    read_anew: bool = False
    """Is the key read from a file for each call?"""
    comments: dict[str, str] = field(default_factory=dict)
    """Name of the option → the comment that stands behind it; of others, under the name of the setting."""
    above: dict[str, ast.stmt] = field(default_factory=dict)
    """Name of the option → the statement that it comes from, above which others may stand."""


def constructed(plan: Plan, indent: str, call: str, arguments: list[str], found: Found) -> list[str]:
    """The lines that make a client, with the comments that stood behind its settings."""
    above = _comments_above(plan, found)
    if not found.comments and not above:
        return spelled(indent, plan.text.indent, call, arguments)
    behind = {name: f"  {comment}" for name, comment in found.comments.items() if name in found.options}
    lines = []
    for name in found.above:
        if name not in found.options:
            lines += [f"{indent}{comment}" for comment in (*above.get(name, ()), found.comments.get(name)) if comment]
    found.comments.clear()  # each stands there once
    found.above.clear()
    if not behind and above.keys().isdisjoint(found.options):
        return [*lines, *spelled(indent, plan.text.indent, call, arguments)]
    lines.append(f"{indent}{call}(")
    for one in arguments:
        name = one.partition("=")[0]
        lines += [f"{indent}{plan.text.indent}{comment}" for comment in above.get(name, ())]
        lines.append(f"{indent}{plan.text.indent}{one},{behind.get(name, '')}")
    return [*lines, f"{indent})"]


def _comments_above(plan: Plan, found: Found) -> dict[str, list[str]]:
    """The lines of comments right above settings, but the first one: name of the option → texts. They are taken out."""
    rows = {name: anchor(statement, plan.text) for name, statement in found.above.items()}
    first = min((one.lineno for one in rows.values()), default=0)
    result = {}
    for name, statement in rows.items():
        line = statement.lineno
        while line - 1 > first and plan.text.lines[line - 2].strip().startswith("#"):
            line -= 1
        if line < statement.lineno and statement.lineno > first:
            result[name] = [one.strip() for one in plan.text.lines[line - 1 : statement.lineno - 1]]
            plan.edits.replace(plan.text.offset(line, 0), plan.text.offset(statement.lineno, 0), "")
    return result


def replace_settings(plan: Plan, found: Found, text: str) -> None:
    """Put a text in the place of the last setting of a client; the others go, with the lines that they stand on."""
    statements = [anchor(plan.text.statement_of(use.node), plan.text) for use in found.stores]
    last = max(statements, key=lambda one: one.lineno)
    for statement in statements:
        start, end = plan.text.span(statement)
        if statement is last:
            plan.edits.replace(start, plan.text.line_end(end), text)
        else:
            plan.edits.replace(plan.text.line_start(start), plan.text.line_start_after(end), "")
