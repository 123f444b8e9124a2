"""Dicts that are certainly no responses: a file shows them, or a parser gave them."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ..plan import Plan

PARSERS = frozenset({"json", "yaml", "toml", "tomllib", "tomli", "simplejson", "orjson", "ujson"})
"""Modules whose ``load`` and ``loads`` give plain dicts."""
MAKES_DICT = frozenset({"to_dict", "to_dict_recursive", "model_dump", "convert_to_dict", "_asdict"})
KEEPS = frozenset({"enumerate", "sorted", "reversed", "list", "iter", "tqdm"})
"""Functions that give the items of what they are given."""
VIEWS = frozenset({"items", "values", "get", "copy"})
"""Methods that give what is in a dict."""
ADDS = frozenset({"append", "extend", "insert", "update", "setdefault", "add"})
"""Methods that put something into a list or dict."""
DEEPEST = 5


def is_own(plan: Plan, node: ast.expr, loops: bool = False, depth: int = DEEPEST) -> bool:
    """Is it certainly a dict of the program's own, or in one, to which nothing is added?

    ``loops``: also over what such a list, or such a dict, holds.
    """
    while isinstance(node, (ast.Subscript, ast.Await)):
        node = node.value
    if isinstance(node, (ast.Dict, ast.List, ast.Tuple)):
        return loops and _is_literal(node)
    if isinstance(node, ast.Call):
        return is_parsed(node) or (loops and _keeps(plan, node, depth))
    if not isinstance(node, ast.Name) or not depth:
        return False
    home = next((one for one in plan.text.around(node) if _binds(plan, one, node.id)), None)
    scope: ast.AST = home or plan.text.tree
    if home is not None and any(plan.text.index.parameters_in(home, node.id)):
        return False
    given = list(_bindings(plan, scope, node.id, loops))
    return (
        bool(given)
        and all(one is not None and is_own(plan, one, loops, depth - 1) for one in given)
        and not _is_added_to(plan, node.id)
    )


def _binds(plan: Plan, node: ast.AST, name: str) -> bool:
    functions = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
    return isinstance(node, functions) and name in plan.text.index.bound_in(node)


def _is_literal(node: ast.expr) -> bool:
    """Is it a display that holds something, and nothing but texts, numbers and displays?"""
    parts = [*node.keys, *node.values] if isinstance(node, ast.Dict) else getattr(node, "elts", [])
    return bool(parts) and all(
        isinstance(part, (ast.Constant, ast.JoinedStr)) or (part is not None and _is_literal(part)) for part in parts
    )


def is_parsed(node: ast.Call) -> bool:
    """True if a call gives a plain dict that a parser has read."""
    function = node.func
    if not isinstance(function, ast.Attribute):
        return isinstance(function, ast.Name) and function.id in ("convert_to_dict", "DictReader")
    if function.attr in MAKES_DICT or function.attr == "DictReader":
        return True
    module = function.value.id if isinstance(function.value, ast.Name) else ""
    return function.attr == "json" or (function.attr in ("load", "loads", "safe_load") and module in PARSERS)


def _keeps(plan: Plan, node: ast.Call, depth: int) -> bool:
    """Does a call give what is in something of the program's own?"""
    function = node.func
    if isinstance(function, ast.Name) and function.id in KEEPS and node.args:
        return is_own(plan, node.args[0], True, depth)
    return isinstance(function, ast.Attribute) and function.attr in VIEWS and is_own(plan, function.value, True, depth)


def _bindings(plan: Plan, scope: ast.AST, name: str, loops: bool) -> Iterator[ast.expr | None]:
    """What a name is bound to in a scope: an expression, for a loop what it goes over; None for anything else."""
    for node in plan.text.index.stores_in(scope, name):
        parent = plan.text.parents.get(id(node))
        if isinstance(parent, ast.Tuple):
            parent = plan.text.parents.get(id(parent))
            if not isinstance(parent, (ast.For, ast.comprehension)):
                yield None
                continue
        if isinstance(parent, (ast.Assign, ast.AnnAssign, ast.NamedExpr)):
            yield parent.value
        else:
            yield parent.iter if loops and isinstance(parent, (ast.For, ast.comprehension)) else None


def _is_added_to(plan: Plan, name: str) -> bool:
    """Is something put into what a name holds?"""
    for node in plan.text.nodes:
        target: ast.AST | None = None
        if isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load):
            target = node
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in ADDS:
            target = node.func
        while isinstance(target, (ast.Subscript, ast.Attribute)):
            target = target.value
        if isinstance(target, ast.Name) and target.id == name:
            return True
    return False
