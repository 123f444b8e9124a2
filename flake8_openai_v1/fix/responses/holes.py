"""Where responses leave our sight."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ...rules.facts import COROUTINE, METHOD, RESOURCE, removed
from ...sdk.shapes import RETURNS
from ...semantics.foreign import FILLS
from ...semantics.local import Local
from ...semantics.places import CALLS, PATCH_ATTRIBUTE
from ...semantics.responses import legacy_parts
from ...semantics.travel import OTHERS
from ...semantics.uses import CALL, LOAD
from ...semantics.values import (
    NONE,
    Const,
    Either,
    Items,
    Place,
    Response,
    Value,
    alternatives,
)
from ...syntax.written import FUNCTIONS, last_name
from ..names.annotations import is_annotation
from ..names.paths import certain_path, is_own_name
from ..plan import Plan
from .forms import is_cell
from .residues import is_certain

WRITERS = frozenset(
    {"debug", "info", "warning", "warn", "error", "exception", "critical", "log", "echo", "pprint", "print"}
    | {"dumps", "dump", "jsonify", "format", "write"}
)
"""Methods that write what they are given."""
DISPLAYS = (ast.Tuple, ast.List, ast.Set, ast.Dict, ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.DictComp)
PASSES_UP = (ast.BoolOp, ast.IfExp, ast.Await, ast.Starred, ast.NamedExpr)
READS = (ast.Attribute, ast.Subscript, ast.FormattedValue, ast.Compare, ast.If, ast.While, ast.Assert, ast.UnaryOp)
FOLLOWED_BY = (ast.For, ast.AsyncFor, ast.comprehension, ast.withitem, ast.Expr, ast.YieldFrom, ast.Raise, ast.Delete)
RETURNED = "returned"
GIVEN = "of the method that is handed on"
APPENDED = "added to a list"
KEPT = "kept in an attribute"
NAMED = "kept under another name"
LOOKS_INTO = (ast.Subscript, ast.Attribute, ast.Compare)
"""What reads something as a response is read."""
GIVEN_TO = "given to "
ROUTE = "route"
"""Stands for a package that calls a function by its decorator, and sends on what it returns."""
ROUTES = frozenset({"get", "post", "put", "patch", "delete", "route", "api_route", "websocket", "view"})


def _is_route(function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """``@app.get("/")``"""
    return any(
        isinstance(decorator, ast.Call) and isinstance(decorator.func, ast.Attribute) and decorator.func.attr in ROUTES
        for decorator in function.decorator_list
    )


class Hole(NamedTuple):
    """Where a response leaves our sight."""

    node: ast.expr
    value: Value
    where: str
    foreign: bool = False
    """Is it given to a function of another package?"""


def holes(plan: Plan) -> list[Hole]:
    """All places where responses leave our sight."""
    found = [*_holes(plan)] if plan.in_dicts else [*_holes(plan), *_references(plan), *_transcripts(plan)]
    return [hole for hole in found if not plan.is_left(hole.node)]


def open_arguments(plan: Plan) -> Iterator[ast.expr]:
    """Yield what functions of other packages are given that may be a response, and of which the file knows nothing."""
    travel = plan.travel
    if travel is None:
        return
    for call in plan.text.each(ast.Call):
        for node in (*call.args, *(keyword.value for keyword in call.keywords)):
            is_open = plan.value(node) is None and not plan.is_hidden(node) and not plan.is_set_aside(node)
            if is_open and travel.may_be_response(node):
                if not plan.is_left(node) and _into_call(plan, travel, call, node).startswith(GIVEN_TO):
                    yield node


def _holes(plan: Plan) -> Iterator[Hole]:
    for node in plan.known:
        value = plan.value(node)
        if not isinstance(node, ast.expr) or next(legacy_parts(value), None) is None or plan.is_set_aside(node):
            continue
        where = _leaves(plan, node, value)
        if where:
            name = where.removeprefix(GIVEN_TO)
            foreign = name != where and name.isidentifier() and name not in plan.settings.defined
            yield Hole(node, value, where, foreign or where.startswith(("put into", "kept in")))


def _transcripts(plan: Plan) -> Iterator[Hole]:
    """Transcriptions in a format that shows at run time: texts, or responses."""
    for use in plan.examined.uses:
        found = removed(use.value) if use.role == CALL else None
        if found is not None and found.path in CALLS and isinstance(use.node, ast.Call):
            row = RETURNS.get(CALLS[found.path])
            if row is not None and row.formats and plan.value(use.node) is None:
                if any(
                    keyword.arg == "response_format" and not isinstance(plan.value(keyword.value), Const)
                    for keyword in use.node.keywords
                ):
                    yield Hole(use.node, Response(row.shape, legacy=True), GIVEN)


def _references(plan: Plan) -> Iterator[Hole]:
    """Methods and resources of 0.x that are handed on: what calling them gives is not seen."""
    for use in plan.examined.uses:
        if use.role != LOAD or not isinstance(use.node, ast.expr):
            continue
        found = removed(use.value)
        if found is None or found.kind not in (RESOURCE, METHOD, COROUTINE) or is_own_name(use.value):
            continue
        if is_annotation(plan, use.node):
            continue
        call = plan.text.parents.get(id(use.node))
        if isinstance(call, ast.Call) and certain_path(plan.value(call.func)) in PATCH_ATTRIBUTE:
            continue
        shapes = {
            row.shape
            for path, current in CALLS.items()
            if path == found.path or path.startswith(f"{found.path}.")
            for row in [RETURNS.get(current)]
            if row is not None
        }
        if shapes:
            yield Hole(use.node, Either(tuple(Response(shape, legacy=True) for shape in sorted(shapes))), GIVEN)


def _leaves(plan: Plan, node: ast.expr, value: Value) -> str:
    """How what an expression denotes leaves our sight; empty if it does not."""
    parent = plan.text.parents.get(id(node))
    travel = plan.travel
    if isinstance(parent, PASSES_UP):
        upper = plan.value(parent)
        return "" if next(legacy_parts(upper), None) is not None else _leaves_unknown(plan, parent)
    if travel is None or isinstance(parent, (*READS, *FOLLOWED_BY)) or parent is None:
        return ""
    if isinstance(parent, ast.keyword):
        call = plan.text.parents.get(id(parent))
        return _into_call(plan, travel, call, node) if isinstance(call, ast.Call) else ""
    if isinstance(parent, ast.Call):
        return "" if parent.func is node else _into_call(plan, travel, parent, node)
    if isinstance(parent, DISPLAYS):
        how = "put into a dict" if isinstance(parent, (ast.Dict, ast.DictComp)) else "put into a list"
        is_data = _is_messages(plan, parent) or is_cell(plan, node)
        return how if not is_data and _is_read_as_dict(plan, travel, parent) else ""
    if isinstance(parent, (ast.Assign, ast.AnnAssign)):
        targets = parent.targets if isinstance(parent, ast.Assign) else [parent.target]
        return next(filter(None, (_into_target(plan, travel, target, value) for target in targets)), "")
    if isinstance(parent, ast.Return):
        return _returned(plan, travel, parent)
    if isinstance(parent, ast.AugAssign):
        return APPENDED if _is_read_as_dict(plan, travel, parent.target) else ""
    if isinstance(parent, ast.BinOp) and not isinstance(parent.op, ast.Mod) and not _is_messages(plan, parent):
        return APPENDED if _is_read_as_dict(plan, travel, parent) else ""
    return ""


def _returned(plan: Plan, travel: Local, node: ast.Return) -> str:
    function = plan.text.function_of(node)
    if function is None:
        return ""
    if isinstance(function, FUNCTIONS) and _is_route(function):
        return f"{GIVEN_TO}{ROUTE}"
    return RETURNED if travel.readers(function) == OTHERS else ""


def _leaves_unknown(plan: Plan, node: ast.expr) -> str:
    parent = plan.text.parents.get(id(node))
    return "" if isinstance(parent, (*READS, *FOLLOWED_BY, ast.BoolOp)) else "one of several things"


def _is_messages(plan: Plan, node: ast.AST) -> bool:
    """Is a display part of what a call of the SDK is given? It takes its own objects."""
    for around in (node, *plan.text.around(node)):
        parent = plan.text.parents.get(id(around))
        if isinstance(parent, ast.keyword):
            call = plan.text.parents.get(id(parent))
            return isinstance(call, ast.Call) and is_sdk(plan.value(call.func))
        if isinstance(around, ast.stmt):
            return False
    return False


def is_sdk(value: Value) -> bool:
    """Is a value something of the SDK that can be called?"""
    options = alternatives(value)
    return bool(options) and all(isinstance(option, Place) and option.path.startswith("openai.") for option in options)


def _into_call(plan: Plan, travel: Local, call: ast.Call, node: ast.expr) -> str:
    """How what a call is given leaves our sight."""
    name = last_name(call.func)
    if is_sdk(plan.value(call.func)) or certain_path(plan.value(call.func)) in PATCH_ATTRIBUTE:
        return ""
    if travel.is_followed(call):
        if travel.makes_object(call):
            is_object = _is_taken_as_object(plan, travel, call)
            if travel.makes_given_object(call):
                return "" if is_object and _say_both(plan, call) else KEPT
            if is_object is False:
                return KEPT
        if _is_object(plan, travel.read_by(call, node)) is False:
            return f"{GIVEN_TO}{name}"
        filled = call.func.value if isinstance(call.func, ast.Attribute) and name in FILLS else None
        return APPENDED if filled is not None and _is_read_as_dict(plan, travel, filled) else ""
    is_named = isinstance(plan.value(call.func), Place)
    if next(legacy_parts(plan.value(call)), None) is not None and is_named:
        return ""  # what it gives is followed
    if isinstance(call.func, ast.Attribute) and name in WRITERS and not is_named:
        return ""
    return f"{GIVEN_TO}{name or 'a function'}"


def _into_target(plan: Plan, travel: Local, target: ast.expr, value: Value) -> str:
    """How what is assigned leaves our sight."""
    if isinstance(target, ast.Name):
        return NAMED if _is_lost(plan, target) else ""
    if isinstance(target, ast.Attribute):
        is_object = _is_taken_as_object(plan, travel, target.value)
        return KEPT if is_object is False or (is_object is None and travel.is_lost(target)) else ""
    if isinstance(target, ast.Subscript):
        is_own = next(legacy_parts(plan.value(target.value)), None) is not None
        return "put into a dict or list" if not is_own and _is_read_as_dict(plan, travel, target.value) else ""
    if isinstance(target, (ast.Tuple, ast.List)):
        values = value.elements if isinstance(value, Items) else [value] * len(target.elts)
        parts = zip(target.elts, values, strict=False)
        own = ((one, part) for one, part in parts if next(legacy_parts(part), None) is not None)
        return next(filter(None, (_into_target(plan, travel, one, part) for one, part in own)), "")
    return ""


def _is_read_as_dict(plan: Plan, travel: Local, container: ast.expr) -> bool:
    """True if what is put into a container may be read as a dict: by others, or where other things come, too."""
    is_object = _is_taken_as_object(plan, travel, container)
    if travel.goes_out(container) != OTHERS:
        return is_object is False
    return not (is_object and _say_both(plan, container))


def _say_both(plan: Plan, node: ast.expr) -> bool:
    """Say that a response is looked at by others, and read as an object by the file. Always True."""
    if not plan.as_dicts and not plan.in_dicts:
        why = "code that does not show reads what this response is put into as a dict, and others read it as an object"
        plan.problem(node, why, about_responses=True, is_suspicion=True)
    return True


def _is_taken_as_object(plan: Plan, travel: Local, container: ast.expr) -> bool | None:
    """True if what is in something is known to be a response where it is read; None where nobody reads it."""
    return _is_object(plan, travel.taken_out(container))


def _is_object(plan: Plan, read: Iterable[ast.AST | None]) -> bool | None:
    """True if one of some expressions, which may be a response, is known to be one; None where there are none."""
    known = [one is None or is_certain(plan.value(one)) for one in read]
    return any(known) if known else None


def _is_lost(plan: Plan, target: ast.Name) -> bool:
    """Is a name read somewhere, as a response would be, where it is not known to be one?"""
    home = plan.text.function_of(target)
    key = target.id, id(home)
    if key not in plan.lost:
        plan.lost[key] = _is_lost_in(plan, target.id, home)
    return plan.lost[key]


def _is_lost_in(plan: Plan, name: str, home: ast.AST | None) -> bool:
    """Is a name that a function binds, or the module, read somewhere as a response would be?"""
    for node in plan.text.index.loads_in(home or plan.text.tree, name):
        if is_certain(plan.value(node)) and plan.value(node) != NONE:
            continue
        if isinstance(node, ast.Name) and isinstance(plan.text.parents.get(id(node)), LOOKS_INTO):
            inside = plan.text.function_of(node)
            if inside is home or inside is None or name not in plan.text.index.bound_in(inside):
                return True
    return False


def names_given(plan: Plan, hole: Hole) -> frozenset[str]:
    """The names that a response is kept under, where it goes nowhere else; none where that does not show."""
    parent = plan.text.parents.get(id(hole.node))
    if hole.where != NAMED or not isinstance(parent, (ast.Assign, ast.AnnAssign)):
        return frozenset()
    targets = parent.targets if isinstance(parent, ast.Assign) else [parent.target]
    return frozenset(part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name))
