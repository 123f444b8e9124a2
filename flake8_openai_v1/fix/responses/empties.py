"""``response.get("usage", {})``: what may be a part of a response, or the empty dict where it is missing."""

from __future__ import annotations

import ast

from ...sdk.fields import ALWAYS
from ...semantics.facts import is_of_legacy
from ...semantics.responses import is_model
from ...syntax.written import last_name
from ..plan import Plan

SHOWN = frozenset({"print", "input", "debug", "info", "warning", "warn", "error", "exception", "critical", "log"})
"""Functions that show a text to a person."""
TESTS = (ast.If, ast.While, ast.IfExp, ast.UnaryOp, ast.Compare, ast.Assert)
"""Where a value is looked at, and no more."""


def has_stand_in(plan: Plan, node: ast.AST) -> bool:
    """True if an expression may be an empty dict beside a response: ``response or {}``, or a name of such."""
    if isinstance(node, ast.Name):
        scope = plan.text.function_of(node) or plan.text.tree
        made = (plan.text.parents.get(id(store)) for store in plan.text.index.stores_in(scope, node.id))
        return any(isinstance(one, ast.Assign) and gives_empty(plan, one.value) for one in made)
    return is_or_dict(node)


def is_or_dict(node: ast.AST) -> bool:
    """True if an expression is ``response or {}``."""
    return isinstance(node, ast.BoolOp) and any(isinstance(part, ast.Dict) for part in node.values)


def gives_empty(plan: Plan, node: ast.AST) -> bool:
    """True if a call is ``get(key, {})`` of a response of 0.x: of a field that may be missing, and is an object."""
    if not isinstance(node, ast.Call) or id(node) not in plan.model.gets or len(node.args) < 2:
        return False
    key, default = node.args[:2]
    is_empty = isinstance(default, ast.Dict) and not default.keys
    known = isinstance(key, ast.Constant) and key.value in ALWAYS
    value = plan.value(node)
    return is_empty and not known and is_model(value) and is_of_legacy(value)


def is_read_by_name(plan: Plan, node: ast.Call) -> bool:
    """True if what a call gives gets a name, of which no more is done than what an empty dict bears, too."""
    parent = plan.text.parents.get(id(node))
    if isinstance(parent, TESTS) or (isinstance(parent, ast.Call) and shows(parent)):
        return True
    if not isinstance(parent, ast.Assign) or len(parent.targets) != 1 or not isinstance(parent.targets[0], ast.Name):
        return False
    if isinstance(plan.text.parents.get(id(parent)), ast.ClassDef):
        return False
    scope = plan.text.function_of(node)
    for name in plan.text.loads.get(parent.targets[0].id, ()):
        if not isinstance(name, ast.Name) or (scope is not None and not plan.text.index.is_within(name, scope)):
            continue
        around = plan.text.parents.get(id(name))
        is_read = isinstance(around, (ast.Subscript, ast.Attribute)) and not _is_other_method(plan, around)
        is_tested = isinstance(around, TESTS) or (isinstance(around, ast.BoolOp) and around.values[-1] is not name)
        if is_model(plan.value(name)) and not is_read and not is_tested:
            return False
    return True


def _is_other_method(plan: Plan, node: ast.Attribute | ast.Subscript) -> bool:
    """True if a method is called that is not ``get``."""
    call = plan.text.parents.get(id(node))
    return isinstance(call, ast.Call) and call.func is node and getattr(node, "attr", "") != "get"


def shows(call: ast.Call, *, captured: bool = False) -> bool:
    """True if a function shows a person what it is given, as a text; ``captured``: what is printed is read."""
    name = last_name(call.func)
    if name == "print":
        given = next((keyword.value for keyword in call.keywords if keyword.arg == "file"), None)
        if given is None or (isinstance(given, ast.Attribute) and given.attr == "stdout"):
            return not captured
        return isinstance(given, ast.Attribute) and given.attr == "stderr"
    return name in SHOWN
