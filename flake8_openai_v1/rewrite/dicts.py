"""Responses as plain dicts: where a file uses them as nothing else, ``to_dict()`` behind each call is enough."""

from __future__ import annotations

import ast

from ..sdk.fields import LEGACY_ONLY
from ..sdk.shapes import FIELDS
from ..semantics.responses import is_model
from ..semantics.values import Coroutine, Page, Partial, Place, Response, Stream, Value, alternatives
from .escapes import GIVEN, Residues, holes, is_sdk, legacy_parts
from .plan import Plan
from .responses import TO_DICT

OF_DICTS = frozenset({"get", "keys", "values", "items", "pop", "popitem", "update", "setdefault", "clear", "copy"})
CONVERTS = frozenset({"to_dict", "to_dict_recursive"})
"""Methods that gave a plain dict, which it is already."""


def rewrite(plan: Plan) -> None:
    """Put ``to_dict()`` behind each call of 0.x, if that is enough; say so where it is not."""
    for node in plan.text.nodes:
        if not isinstance(node, ast.expr) or plan.is_set_aside(node):
            continue
        value = plan.value(node)
        if isinstance(node, ast.Call) and is_call(plan, node):
            _convert(plan, node, value)
        if isinstance(node, ast.Attribute):
            _attribute(plan, node)
        if is_model(value) and any(True for _ in legacy_parts(value)) and _is_written(plan, node):
            plan.problem(node, "a response is written as a whole, which a dict is in another form")
    for use in plan.examined.uses:
        if isinstance(use.value, Place) and use.value.path.startswith("openai.openai_object"):
            plan.problem(use.node, "a class is named of which responses are objects")
    fields = frozenset(name for names in FIELDS.values() for name in names)
    for hole in holes(plan):
        if hole.where == GIVEN:
            plan.problem(hole.node, "what a method gives that is handed on cannot be made a dict")
        found = Residues(plan).of_objects(fields & frozenset(FIELDS.get(_shape(hole.value), ())))
        if found is not None:
            plan.problem(found, "this may be a response, which is used as a dict elsewhere")


def _is_written(plan: Plan, node: ast.expr) -> bool:
    """Is the text of an expression made: by ``print``, ``str``, an f-string?"""
    parent = plan.text.parents.get(id(node))
    if isinstance(parent, ast.Call) and node in parent.args:
        return getattr(parent.func, "id", "") in ("print", "str", "repr", "format")
    return isinstance(parent, ast.FormattedValue) or (isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Mod))


def _shape(value: Value) -> str:
    return next((part.shape for part in legacy_parts(value)), "")


def is_call(plan: Plan, node: ast.Call) -> bool:
    """Is it a call of 0.x itself that gives a response?"""
    callee = plan.value(node.func)
    options = alternatives(callee.function if isinstance(callee, Partial) else callee)
    value = plan.value(node)
    if isinstance(value, Coroutine):
        value = value.value
    return bool(options) and all(map(is_sdk, options)) and any(True for _ in legacy_parts(value))


def _convert(plan: Plan, node: ast.Call, value: Value) -> None:
    whole: ast.expr = node
    if isinstance(value, Coroutine):
        parent = plan.text.parents.get(id(node))
        if not isinstance(parent, ast.Await):
            plan.problem(node, "what is awaited here cannot be seen")
            return
        whole, value = parent, value.value
    if isinstance(value, Stream) or (isinstance(value, Response) and value.items):
        plan.problem(node, "a stream gives objects, and the file reads them as dicts")
    elif all(isinstance(option, (Response, Page)) for option in alternatives(value)) and plan.placed(whole):
        plan.behind(whole, TO_DICT)


def _attribute(plan: Plan, node: ast.Attribute) -> None:
    """A response that is read by an attribute cannot be a dict."""
    value = plan.value(node.value)
    if not is_model(value) or not any(True for _ in legacy_parts(value)):
        return
    parent = plan.text.parents.get(id(node))
    called = isinstance(parent, ast.Call) and parent.func is node
    if called and node.attr in CONVERTS and isinstance(parent, ast.Call) and not parent.args:
        start, _ = plan.text.suffix(node)
        plan.edits.replace(start, plan.text.span(parent)[1], "")
    elif not (called and node.attr in OF_DICTS) or node.attr in LEGACY_ONLY:
        plan.problem(node, "a response is read both as a dict and as an object")
