"""Settings that are made where there is something to set: ``if base: openai.api_base = base``."""

from __future__ import annotations

import ast

from ..text.text import Text

OPTIONAL = frozenset({"api_key", "api_base", "organization"})
"""Settings that a client may be given None for, as if it were not given."""


def condition(statement: ast.stmt, text: Text) -> ast.If | None:
    """The test around a setting that asks whether there is a value for it; None where there is no such test."""
    around = text.parents.get(id(statement))
    if (
        not isinstance(around, ast.If)
        or around.orelse
        or len(around.body) != 1
        or not isinstance(statement, ast.Assign)
    ):
        return None
    test, value = around.test, ast.unparse(statement.value)
    if not isinstance(statement.value, (ast.Name, ast.Attribute, ast.Subscript)) or "#" in text.of(around):
        return None
    return around if ast.unparse(test) in (value, f"{value} is not None") else None


def anchor(statement: ast.stmt, text: Text) -> ast.stmt:
    """The statement of a setting, with the test around it."""
    return condition(statement, text) or statement


def given(statement: ast.Assign, text: Text) -> str:
    """The value of a setting as a client is given it: None where there is nothing to set."""
    around, value = condition(statement, text), text.of(statement.value)
    return f"{value} or None" if around is not None and not isinstance(around.test, ast.Compare) else value
