"""``response.get(key)``, with or without what stands in for it."""

from __future__ import annotations

import ast

from ...rules.responses import known_attribute
from ...sdk.fields import ALWAYS
from ...semantics.responses import attribute_for, is_model
from ...semantics.uses import SPREAD
from ...syntax.written import is_none
from ..causes import Code
from ..plan import Plan
from ..text.precedence import CHOICE, OR, brackets
from . import empties
from .forms import STANDS_IN, TO_DICT, has_field, is_always_sent, is_falsy, is_stored, stay_dict

NO_EDIT = "there is no edit for this get(): read the attribute, with your default"


def rewrite_get(plan: Plan, node: ast.Call) -> None:
    """``get`` becomes an attribute, with its default where that may be what is given."""
    assert isinstance(node.func, ast.Attribute)
    owner = node.func.value
    value = plan.value(owner)
    if not plan.placed(node) or node.keywords or not isinstance(node.args[0], ast.Constant):
        plan.problem(node, NO_EDIT, about_responses=True)
        return
    key = str(node.args[0].value)
    start, _ = plan.text.suffix(node.func)
    end = plan.text.span(node)[1]
    name = known_attribute(value, key)
    default, quote = node.args[1] if len(node.args) > 1 else None, plan.quote(node)
    if empties.has_stand_in(plan, owner):
        # What may be an empty dict has no attributes.
        if name is None or _goes_on(plan, node):
            plan.problem(node, STANDS_IN, Code.ESCAPES, about_responses=True)
            return
        _by_getattr(plan, node, f"{quote}{name}{quote}", default)
        return
    if name is None or not name.isidentifier() or not has_field(value, name):
        if is_stored(plan, key) and key.isidentifier():
            _by_getattr(plan, node, plan.text.of(node.args[0]), default)
        elif is_model(plan.value(node)) and not _goes_on(plan, node):
            # One of several responses has it: what it is goes on as an object.
            if name is None or not name.isidentifier() or not (default is None or is_none(default)):
                plan.problem(node, STANDS_IN, Code.ESCAPES, about_responses=True)
                return
            _by_getattr(plan, node, f"{quote}{name}{quote}", None)
        else:
            plan.edits.wrap(start, start, "", TO_DICT)
            stay_dict(plan, node)
        return
    goes_on = _goes_on(plan, node)
    needless = default is not None and is_none(default)
    if default is not None and not needless and any(use.node is node for use in plan.model.of(SPREAD)):
        plan.edits.wrap(start, start, "", TO_DICT)
        stay_dict(plan, node)
        return
    if default is None or needless or (is_always_sent(value, name) and not goes_on) or (goes_on and key in ALWAYS):
        _in_place(plan, node.func, end, f".{name}")
    elif goes_on:
        # The default stands for an object: what follows must not run on None.
        plan.edits.wrap(start, start, "", TO_DICT)
        stay_dict(plan, node)
    elif empties.gives_empty(plan, node) and not empties.is_read_by_name(plan, node):
        plan.problem(node, STANDS_IN, Code.ESCAPES, about_responses=True)
    elif is_falsy(default):
        _in_place(plan, node.func, end, f".{name}")
        text = plan.text.of(default)
        write_behind(plan, node, f" or {text}")
    elif _is_pure(owner):
        _in_place(plan, node.func, end, f".{name}")
        again = _as_attributes(plan, node, name)
        if again is None:
            plan.problem(node, NO_EDIT, about_responses=True)
            return
        write_behind(plan, node, f" if {again} is not None else {plan.text.of(default)}")
    else:
        plan.edits.wrap(start, start, "", TO_DICT)


def _by_getattr(plan: Plan, node: ast.Call, key: str, default: ast.expr | None) -> None:
    """``x.get(key, default)`` → ``getattr(x, key, default)``, with None where there is no default."""
    assert isinstance(node.func, ast.Attribute)
    rest = plan.text.of(default) if default is not None else "None"
    plan.edits.wrap(*plan.text.span(node), "getattr(", "")
    _in_place(plan, node.func, plan.text.span(node)[1], f", {key}, {rest})")


def _in_place(plan: Plan, function: ast.Attribute, end: int, text: str) -> None:
    """Put a text in the place of a method and of its call; brackets around the method go."""
    whole, span = plan.text.whole(function), plan.text.span(function)
    if whole != span:
        plan.edits.replace(whole[0], span[0], "")
    plan.edits.replace(plan.text.suffix(function)[0], end, text)


def _goes_on(plan: Plan, node: ast.AST) -> bool:
    """Is something reached through a node?"""
    parent = plan.text.parents.get(id(node))
    return isinstance(parent, (ast.Attribute, ast.Subscript)) and parent.value is node


def _is_pure(node: ast.AST) -> bool:
    """May an expression be written twice?"""
    if isinstance(node, ast.Name):
        return True
    if isinstance(node, ast.Attribute):
        return _is_pure(node.value)
    return isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant) and _is_pure(node.value)


def _as_attributes(plan: Plan, node: ast.Call, name: str) -> str | None:
    """The text of ``x["a"].get("b")`` as attributes."""
    assert isinstance(node.func, ast.Attribute)
    owner = _attributes(plan, node.func.value)
    return f"{owner}.{name}" if owner is not None else None


def _attributes(plan: Plan, node: ast.AST) -> str | None:
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        owner = _attributes(plan, node.value)
        return f"{owner}.{node.attr}" if owner is not None else None
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        owner = _attributes(plan, node.value)
        if owner is None:
            return None
        if is_model(plan.value(node.value)) and isinstance(node.slice.value, str):
            return f"{owner}.{attribute_for(plan.value(node.value), node.slice.value)}"
        return f"{owner}[{plan.text.of(node.slice)}]"
    return None


def write_behind(plan: Plan, node: ast.expr, after: str) -> None:
    """Put a text behind an expression, in brackets where it would bind otherwise."""
    opening, closing = brackets(plan.text, node, CHOICE if " else " in after else OR)
    plan.edits.wrap(*plan.text.span(node), opening, after + closing)
