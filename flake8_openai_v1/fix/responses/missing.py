"""Fields that a response may not have, and who catches that."""

from __future__ import annotations

import ast

from ...sdk.fields import ALWAYS, OPTIONAL
from ...semantics.values import Response, Value, alternatives
from ..causes import Code
from ..plan import Plan, about
from .forms import is_legacy

DELTA = frozenset({"ChatCompletionChunk.ChoiceDelta", "ChatCompletionChunk.ChoiceDeltaFunctionCall"})
"""Shapes that may have no field at all, and are false then as dicts."""


def misses_are_caught(plan: Plan, node: ast.AST, value: Value, key: str) -> bool:
    """Is a key that is not there caught (``except KeyError``), so that an attribute that is None would be missed?"""
    if key in ALWAYS:
        return False
    delta = any(isinstance(option, Response) and option.shape in DELTA for option in alternatives(value))
    optional = delta or key in OPTIONAL
    inner: ast.AST = node
    for around in plan.text.around(node):
        if isinstance(around, ast.Try) and inner in around.body:
            alike = _raises_all_the_same(plan, node, around)
            for handler in around.handlers:
                caught = names_in(handler.type)
                if caught & MISSES or (optional and not alike and caught & ANY):
                    return True
        elif isinstance(around, (ast.With, ast.AsyncWith)) and _suppresses(around):
            return True
        inner = around
    return optional and any(names_in(handler.type) & MISSES for handler in plan.text.handlers)


def _raises_all_the_same(plan: Plan, node: ast.AST, around: ast.Try) -> bool:
    """True if what is read of a field that is None raises, too, in a ``try`` whose clauses do not tell that apart."""
    parent = plan.text.parents.get(id(node))
    goes_on = isinstance(parent, (ast.Attribute, ast.Subscript)) and parent.value is node
    names = {name for handler in around.handlers for name in names_in(handler.type)}
    used = {one.id for handler in around.handlers for one in ast.walk(handler) if isinstance(one, ast.Name)}
    named = {handler.name for handler in around.handlers if handler.name}
    return goes_on and not names & OF_NONE and not named & used


MISSES = frozenset({"KeyError", "LookupError"})


ANY = frozenset({"Exception", "BaseException", ""})


OF_NONE = frozenset({"AttributeError", "TypeError"})
"""What reading something of None raises."""


def names_in(node: ast.expr | None) -> set[str]:
    """The names of classes in a clause; the empty one where it names none."""
    if node is None:
        return {""}
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def _suppresses(node: ast.With | ast.AsyncWith) -> bool:
    return any(isinstance(item.context_expr, ast.Call) and names_in(item.context_expr) & MISSES for item in node.items)


@about(Code.RESPONSE)
def look_for_caught_attributes(plan: Plan) -> None:
    """``try: delta.content`` / ``except AttributeError``: the attribute is always there now."""
    for node in plan.text.each(ast.Attribute):
        if not isinstance(node.ctx, ast.Load) or node.attr in ALWAYS:
            continue
        value = plan.value(node.value)
        if not is_legacy(value) or plan.is_set_aside(node):
            continue
        delta = any(isinstance(option, Response) and option.shape in DELTA for option in alternatives(value))
        if not delta and node.attr not in OPTIONAL:
            continue
        inner: ast.AST = node
        for around in plan.text.around(node):
            if isinstance(around, ast.Try) and inner in around.body:
                if any(names_in(handler.type) & {"AttributeError"} for handler in around.handlers):
                    plan.problem(node, f"{node.attr} is always there now, and may be None", about_responses=True)
            inner = around
