"""What settings of the module are assigned, as far as it shows."""

from __future__ import annotations

import ast

from ..linter import Examined
from ..rules.hosts import PLAIN
from ..semantics.uses import Use
from ..semantics.values import Const, Value
from .names import certain_path
from .plan import Plan
from .text import Text


def assigned_in(text: Text, target: ast.expr) -> ast.expr | None:
    """The expression that a target is assigned, where it can be told."""
    statement = text.statement_of(target)
    if isinstance(statement, (ast.AnnAssign, ast.AugAssign)):
        return statement.value
    if not isinstance(statement, ast.Assign):
        return None
    if target in statement.targets:
        return statement.value
    for each in statement.targets:
        if isinstance(each, ast.Tuple) and target in each.elts and isinstance(statement.value, ast.Tuple):
            if len(each.elts) == len(statement.value.elts):
                return statement.value.elts[each.elts.index(target)]
    return None


def stored(use: Use, text: Text) -> Value:
    """What a setting is assigned; None where a function is given it, of whose calls not all may be seen."""
    function = text.function_of(use.node)
    value = assigned_in(text, use.node) if isinstance(use.node, ast.expr) else None
    if function is None or value is None or isinstance(value, ast.Constant):
        return use.extra  # type: ignore[return-value]
    given = {one.arg for one in ast.walk(function.args) if isinstance(one, ast.arg)}
    for statement in ast.walk(function):
        if isinstance(statement, ast.Assign) and _names(statement.value) & given:
            given |= {name for target in statement.targets for name in _names(target)}
    return None if _names(value) & given else use.extra  # type: ignore[return-value]


def _names(node: ast.expr) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def kind_named(use: Use, text: Text) -> str | None:
    """The kind of API that is assigned, in small letters; None where it does not show."""
    value = stored(use, text)
    return value.value.lower() if isinstance(value, Const) and isinstance(value.value, str) else None


def kind_of(use: Use, text: Text) -> bool | None:
    """Is the kind of API that is assigned Azure? None where it does not show."""
    kind = kind_named(use, text)
    return None if kind is None else True if kind.startswith("azure") else False if kind in PLAIN else None


def is_made_name(node: ast.Call, examined: Examined) -> bool:
    """Is it ``setattr(openai, name, value)``, whose name shows at run time?"""
    return (
        isinstance(node.func, ast.Name)
        and node.func.id == "setattr"
        and len(node.args) == 3
        and not isinstance(node.args[1], ast.Constant)
        and certain_path(examined.file.model.value(node.args[0])) == "openai"
    )


def ends_in_slash(value: ast.expr) -> bool:
    """Is it ``something + "/"``?"""
    return (
        isinstance(value, ast.BinOp)
        and isinstance(value.op, ast.Add)
        and isinstance(value.right, ast.Constant)
        and str(value.right.value).endswith("/")
    )


def is_slashed(known: object, value: ast.expr | None) -> bool:
    """Does a text that is known, or the expression for it, end in a slash?"""
    if isinstance(known, Const) and isinstance(known.value, str) and known.value.endswith("/"):
        return True
    return value is not None and ends_in_slash(value)


def is_beside(plan: Plan, one: Use, other: Use) -> bool:
    """Do two uses stand in statements of the same block?"""
    statement, beside = plan.text.statement_of(one.node), plan.text.statement_of(other.node)
    parent = plan.text.parents.get(id(statement))
    return parent is plan.text.parents.get(id(beside)) and _same_block(parent, statement, beside)


def _same_block(parent: ast.AST | None, one: ast.stmt, other: ast.stmt) -> bool:
    if parent is None:
        return False
    return any(isinstance(value, list) and one in value and other in value for _, value in ast.iter_fields(parent))
