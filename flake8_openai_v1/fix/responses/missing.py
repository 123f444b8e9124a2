"""Fields that a response may not have, and who catches that."""

from __future__ import annotations

import ast

from ...rules.facts import is_exception
from ...sdk.fields import ALWAYS, OPTIONAL, REQUIRED
from ...semantics.values import Items, Response, Value, alternatives
from ...syntax.written import bound_by, last_name, root_of
from ..causes import Code
from ..names.paths import certain_path
from ..plan import Plan, about
from .asked import is_asked_for
from .forms import is_legacy

DELTA = frozenset({"ChatCompletionChunk.ChoiceDelta", "ChatCompletionChunk.ChoiceDeltaFunctionCall"})
"""Shapes that may have no field at all, and are false then as dicts."""


def misses_are_caught(plan: Plan, node: ast.Subscript, value: Value, key: str) -> bool:
    """Is a key that is not there caught (``except KeyError``), so that an attribute that is None would be missed?"""
    if key in ALWAYS or _is_required(value, key) or is_asked_for(plan, node, key):
        return False
    delta = any(isinstance(option, Response) and option.shape in DELTA for option in alternatives(value))
    optional = delta or key in OPTIONAL
    for around, inner in plan.text.steps(node):
        if isinstance(around, ast.Try) and inner in around.body:
            alike = _raises_all_the_same(plan, node, around)
            for handler in around.handlers:
                caught = names_in(handler.type)
                if caught & MISSES or (optional and not alike and caught & ANY):
                    return True
        elif isinstance(around, (ast.With, ast.AsyncWith)) and _suppresses(around):
            return True
    misses = [handler for handler in plan.text.handlers if names_in(handler.type) & MISSES]
    return optional and any(_may_come_from_elsewhere(plan, handler) for handler in misses)


def _is_required(value: Value, key: str) -> bool:
    """True if each of the models that a value may be always has a field."""
    return all(isinstance(one, Response) and key in REQUIRED.get(one.shape, ()) for one in alternatives(value))


def _may_come_from_elsewhere(plan: Plan, handler: ast.ExceptHandler) -> bool:
    """True if what a clause catches may be raised in a function of the program that its ``try`` calls."""
    body: list[ast.stmt] = getattr(plan.text.parents[id(handler)], "body", [])
    calls = [node for part in body for node in ast.walk(part) if isinstance(node, ast.Call)]
    return any(_may_call_back(plan, call) for call in calls)


def _may_call_back(plan: Plan, call: ast.Call) -> bool:
    """True if a call may come to code of the program: all but functions of modules that it imports from elsewhere."""
    root = root_of(call.func)
    if not isinstance(root, ast.Name) or last_name(call.func) in plan.settings.defined:
        return True
    imported = {bound_by(alias) for one in plan.text.each(ast.Import) for alias in one.names}
    given = [*call.args, *(keyword.value for keyword in call.keywords)]
    return root.id not in imported or any(isinstance(one, (ast.Lambda, ast.Starred)) for one in given)


def _raises_all_the_same(plan: Plan, node: ast.AST, around: ast.Try) -> bool:
    """True if what is read of a field that is None raises, too, in a ``try`` whose clauses do not tell that apart."""
    parent = plan.text.parents.get(id(node))
    goes_on = isinstance(parent, (ast.Attribute, ast.Subscript)) and parent.value is node
    names = {name for handler in around.handlers for name in names_in(handler.type)}
    told = any(_tells_apart(plan, handler) for handler in around.handlers)
    return goes_on and not names & OF_NONE and not told


def _tells_apart(plan: Plan, handler: ast.ExceptHandler) -> bool:
    """True if a clause may do another thing for a key that is missing than for what reading of None raises."""
    loads = [one for one in plan.text.loads.get(handler.name or "", ()) if isinstance(one, ast.Name)]
    inside = {id(node) for part in handler.body for node in ast.walk(part)}
    return any(id(one) in inside and not _is_of_others(plan, one) for one in loads)


def _is_of_others(plan: Plan, error: ast.Name) -> bool:
    """True if it is asked whether an exception is one of the SDK, which neither of the two is."""
    parent = plan.text.parents.get(id(error))
    if not isinstance(parent, ast.Call) or not isinstance(parent.func, ast.Name) or error not in parent.args[:1]:
        return False
    if parent.func.id != "isinstance" or len(parent.args) != 2:
        return False
    value = plan.value(parent.args[1])
    classes = value.elements if isinstance(value, Items) else (value,)
    return all(is_exception(certain_path(one) or "") for one in classes)


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
        if not is_legacy(value) or plan.is_set_aside(node) or _is_required(value, node.attr):
            continue
        parent = plan.text.parents.get(id(node))
        if isinstance(parent, ast.Attribute) and parent.value is node:
            continue  # reading of None raises the same
        delta = any(isinstance(option, Response) and option.shape in DELTA for option in alternatives(value))
        if not delta and node.attr not in OPTIONAL:
            continue
        for around, inner in plan.text.steps(node):
            if isinstance(around, ast.Try) and inner in around.body:
                if any(names_in(handler.type) & {"AttributeError"} for handler in around.handlers):
                    plan.problem(node, f"{node.attr} is always there now, and may be None", about_responses=True)
