"""How single nodes of a tree are written."""

from __future__ import annotations

import ast

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def last_name(node: ast.AST | None) -> str:
    """``name`` of ``a.b.name``, and of ``name``; empty for all else."""
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def root_of(node: ast.AST) -> ast.AST:
    """What attributes are read of: ``a`` of ``a.b.name``."""
    while isinstance(node, ast.Attribute):
        node = node.value
    return node


def is_none(node: ast.AST | None) -> bool:
    """True if an expression is written ``None``."""
    return isinstance(node, ast.Constant) and node.value is None


def bound_by(alias: ast.alias) -> str:
    """The name that an import binds for one of those that it names."""
    return alias.asname or alias.name.partition(".")[0]


def value_given(call: ast.Call, name: str, at: int | None = None) -> ast.expr | None:
    """What a call is given by a name, or, if that is a number, without a name at a place."""
    if at is not None and len(call.args) > at:
        return call.args[at]
    return next((keyword.value for keyword in call.keywords if keyword.arg == name), None)
