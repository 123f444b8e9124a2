"""What accesses of responses look like, and what is known of their fields."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ...sdk.fields import NULLABLE
from ...sdk.shapes import FIELDS
from ...semantics.responses import is_model
from ...semantics.values import Page, Response, Value, alternatives
from ..plan import Plan
from . import written

TO_DICT = ".to_dict()"
"""Gives what the service sent, in plain dicts and lists, as objects of 0.x were. (Since 1.17.0.)"""
TO_JSON = ".to_json()"
"""Gives the text that objects of 0.x had."""
MESSAGE = "ChatCompletionMessage"
STANDS_IN = "this may be a response, or a dict that stands in for it"


def links(node: ast.AST) -> Iterator[ast.AST]:
    """The links of a chain of accesses, the last first."""
    while isinstance(node, (ast.Attribute, ast.Subscript, ast.Call, ast.Await)):
        yield node
        node = node.func if isinstance(node, ast.Call) else node.value


def has_field(value: Value, name: str) -> bool:
    """Has each of the models that a value may be a field of this name?"""
    options = alternatives(value)
    return bool(options) and all(
        (isinstance(option, Response) and name in FIELDS.get(option.shape, ()))
        or (isinstance(option, Page) and name in ("data", "object", "has_more", "first_id", "last_id"))
        for option in options
    )


def is_always_sent(value: Value, name: str) -> bool:
    """Does the service always send a field that may be null, so that its key was always there?"""
    if name in NULLABLE:
        return True
    return name == "content" and all(
        isinstance(option, Response) and option.shape == MESSAGE for option in alternatives(value)
    )


def is_stored(plan: Plan, key: str) -> bool:
    """Does the program itself put something under a key of a response?"""
    return any(
        isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Store) and is_model(plan.value(owner))
        for node, owner in plan.text.index.keys.get(key, ())
    )


def stay_dict(plan: Plan, node: ast.AST) -> None:
    """Behind ``to_dict()`` the rest of a chain stays as it is: what was to become an attribute must not."""
    parent = plan.text.parents.get(id(node))
    while isinstance(parent, (ast.Attribute, ast.Subscript, ast.Call)):
        if (parent.func if isinstance(parent, ast.Call) else parent.value) is not node:
            break
        plan.frozen.add(id(parent))
        node, parent = parent, plan.text.parents.get(id(parent))


def is_cell(plan: Plan, node: ast.AST) -> bool:
    """True if an expression is written as a cell of a table: ``writer.writerow([name, response])``."""
    call = written.is_cell(plan.text.parents, node)
    return call is not None and not plan.is_set_aside(call) and not (plan.travel and plan.travel.is_followed(call))


def is_falsy(node: ast.expr) -> bool:
    """True if an expression is written as something empty, or zero."""
    if isinstance(node, ast.Constant):
        return not node.value
    return (isinstance(node, (ast.List, ast.Tuple)) and not node.elts) or (isinstance(node, ast.Dict) and not node.keys)


def is_legacy(value: Value) -> bool:
    """True if a value is a response of 0.x, whichever it is."""
    options = alternatives(value)
    return bool(options) and all(isinstance(option, Response) and option.legacy for option in options)
