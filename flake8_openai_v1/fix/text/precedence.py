"""Whether an expression that is put somewhere needs brackets: the one table of what binds how."""

from __future__ import annotations

import ast

from .text import Text

CHOICE, OR, AND, COMPARE, FIRM = range(5)
"""How expressions bind, the loosest first: ``a if b else c`` and ``lambda``, ``or``, … ; names, calls, displays."""
OF_OPERATORS: dict[type[ast.AST], int] = {ast.Or: OR, ast.And: AND}
TAKES_FIRM = (ast.Attribute, ast.Await, ast.BinOp, ast.Compare, ast.Slice, ast.Starred)
"""Around what everything looser needs brackets; behind ``not``, too, where a test would be read with difficulty."""


def needed(text: Text, node: ast.expr) -> int:
    """How an expression must bind at least to stand in the place of another one."""
    around = text.parents.get(id(node))
    if around is None or isinstance(around, TAKES_FIRM):
        return FIRM
    if isinstance(around, (ast.BoolOp, ast.UnaryOp)):
        return OF_OPERATORS.get(type(around.op), FIRM)
    if isinstance(around, (ast.IfExp, ast.FormattedValue, ast.comprehension)):
        return OR  # behind ``else`` a choice needs none, but is easier to read with them
    is_owner = (isinstance(around, ast.Subscript) and around.value is node) or (
        isinstance(around, ast.Call) and around.func is node
    )
    is_spread = (
        isinstance(around, ast.Dict) and node in around.values and around.keys[around.values.index(node)] is None
    )
    return FIRM if is_owner or is_spread else CHOICE


def fitted(text: Text, node: ast.expr, new: str, level: int) -> str:
    """What is put in the place of an expression, in brackets where it would bind otherwise there."""
    is_bracketed = text.whole(node) != text.span(node)
    return new if is_bracketed or level >= needed(text, node) else f"({new})"


def brackets(text: Text, node: ast.expr, level: int) -> tuple[str, str]:
    """The brackets for that, as two texts; both empty where it needs none."""
    return ("", "") if fitted(text, node, "", level) == "" else ("(", ")")
