"""The order of the keys of a response: that in which the service sent them, or today that of the fields of a class."""

from __future__ import annotations

import ast

from ...sdk.fields import ALIKE
from ...semantics.uses import ITERATE, METHOD, Use
from ...semantics.values import Response, Value, alternatives
from ...syntax.written import last_name
from ..text.text import Text

OTHER_ORDER = "keys come in another order than the service sent them"
VIEWS = frozenset({"keys", "values", "items"})
ORDERLESS = frozenset({"sorted", "set", "dict", "len", "any", "all", "Counter", "update", "frozenset"})
"""Functions for which the order of what they are given makes no difference."""
PICKS = frozenset({"max", "min", "sorted", "sum"})
"""Functions for which it makes one only where two are alike, which numbers of the service are not."""
LOOKS = frozenset({"get", "setdefault", "int", "float", "str", "len", "round", "isinstance"})
"""Functions that show nothing of what they are given."""


def depends_on_order(text: Text, use: Use) -> bool:
    """Does what the program does depend on the order of the keys of a response?"""
    if use.role == METHOD:
        return use.extra in VIEWS and _shows(text, use.node, use.value)
    return use.role == ITERATE and use.extra is None and _shows(text, use.node, use.value)


def _shows(text: Text, node: ast.AST, value: Value) -> bool:
    for around, inner in text.steps(node):
        if isinstance(around, ast.Call) and inner is not around.func:
            name = last_name(around.func)
            if name in ORDERLESS and not around.keywords:
                return False
            if name in PICKS and not _may_be_alike(value):
                return False
        elif isinstance(around, (ast.DictComp, ast.SetComp)) or (isinstance(around, ast.Compare) and inner is node):
            return False
        elif isinstance(around, (ast.For, ast.AsyncFor)):
            return inner is not around.iter or not all(map(_only_collects, around.body))
        elif isinstance(around, ast.stmt):
            return True
    return True


def _may_be_alike(value: Value) -> bool:
    return any(isinstance(option, Response) and option.shape in ALIKE for option in alternatives(value))


def _only_collects(statement: ast.stmt) -> bool:
    """Does a statement of a loop only put something under a key of a dict?"""
    calls = [node for node in ast.walk(statement) if isinstance(node, ast.Call)]
    names = {last_name(call.func) for call in calls}
    if not names <= LOOKS:
        return False
    if isinstance(statement, ast.If):
        return all(map(_only_collects, (*statement.body, *statement.orelse)))
    if isinstance(statement, (ast.Assign, ast.AugAssign)):
        targets = statement.targets if isinstance(statement, ast.Assign) else [statement.target]
        return all(isinstance(target, ast.Subscript) for target in targets)
    return isinstance(statement, (ast.Pass, ast.Continue))
