"""What stands against a response that becomes an object, where it is not seen to be one."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ...sdk.shapes import FIELDS
from ...semantics.library import DICTS
from ...semantics.responses import is_model, legacy_parts
from ...semantics.uses import METHOD, SPREAD, Use
from ...semantics.values import (
    Either,
    Items,
    Many,
    Response,
    Value,
    alternatives,
)
from ...syntax.written import last_name
from ..causes import Code
from ..names.paths import certain_path
from ..plan import Plan, about
from .forms import TO_DICT
from .holes import GIVEN, NAMED, RETURNED, holes, names_given, open_arguments
from .residues import Residues

OF_DICTS = frozenset({"get", "keys", "values", "items", "pop", "popitem", "update", "setdefault", "clear", "copy"})
STRONG = frozenset(
    {
        "choices",
        "usage",
        "finish_reason",
        "delta",
        "total_tokens",
        "prompt_tokens",
        "completion_tokens",
        "function_call",
    }
)
"""Fields whose names say that something is a response."""
PLAIN_TYPES = frozenset(
    {"Any", "object", "dict", "Dict", "list", "List", "tuple", "Optional", "Union", "Mapping", "Sequence", "str"}
)
"""Annotations that make no object of what is given to a field."""
LAZY = frozenset({"map", "filter", "iter", "reversed", "zip", "chain", "from_iterable", "islice"})
"""Functions that give items while they are asked for."""
LISTS = frozenset({"list", "sorted"})
OR_ELSE = "this may be a response, an object today, or something else, and code that does not show gets it"


@about(Code.ESCAPES)
def guard(plan: Plan) -> None:
    """Look for holes and residues; put dicts through holes, or say that the file must be left."""
    found = holes(plan)
    if not found and not plan.settings.calls:
        return
    residues = Residues(plan)
    made_dicts: frozenset[str] = frozenset()
    for hole in found:
        fields = _direct_fields(hole.value)
        as_dict = residues.of_dicts(fields, names=names_given(plan, hole))
        as_object = residues.of_objects(fields)
        options = alternatives(hole.value)
        single = bool(options) and all(isinstance(one, Response) and not one.items for one in options)
        many = isinstance(hole.value, Many) and is_model(hole.value.item)
        inner = _of_object(plan, _nested(hole.value), frozenset(all_fields(hole.value)) - fields)
        if hole.foreign and as_object is None and inner is None and (single or many):
            # What another package is given was a dict, or a list of them.
            made_dicts |= fields
            if single:
                plan.behind(hole.node, TO_DICT)
            elif _is_lazy(plan, hole.node):
                plan.wrap(hole.node, "(item.to_dict() for item in ", ")")
            elif _is_lazy(plan, hole.node) is None:
                plan.problem(hole.node, "whether this is a list does not show", about_responses=True)
            else:
                plan.wrap(hole.node, "[item.to_dict() for item in ", "]")
            continue
        if hole.foreign and isinstance(hole.value, Either) and any(_is_whole(one) for one in hole.value.options):
            plan.problem(hole.node, OR_ELSE, about_responses=True, is_suspicion=True)
            continue
        if hole.foreign and inner is not None and as_object is None:
            plan.problem(hole.node, OR_ELSE, about_responses=True, is_suspicion=True)
            continue
        if as_dict is None:
            continue
        if as_object is None and single and hole.where not in (RETURNED, NAMED, GIVEN):
            plan.behind(hole.node, TO_DICT)
            made_dicts |= fields
            continue
        plan.problem(
            as_dict,
            f"this is read as a dict, and may be the response {hole.where} in line {plan.line(hole.node)}, "
            "which is an object today",
            about_responses=True,
            is_suspicion=_would_raise(as_dict),
            giver=hole.node,
        )
    for node in open_arguments(plan):
        plan.problem(node, OR_ELSE, about_responses=True, is_suspicion=True)
    for name, fields in called_unseen(plan):
        as_dict = residues.of_dicts(fields)
        if as_dict is not None:
            plan.problem(
                as_dict,
                f"this is read as a dict, and may be the response which {name}() gives, which is an object today",
                about_responses=True,
                is_suspicion=_would_raise(as_dict),
            )
    gone = plan.travel.travel.gone if plan.travel is not None else frozenset()
    strong = residues.of_dicts((STRONG & gone) - made_dicts, certain=True)
    if strong is not None:
        plan.problem(
            strong,
            "this is read as a dict, and may be a response, an object today; where it comes from does not show",
            about_responses=True,
            is_suspicion=_would_raise(strong),
        )


def _would_raise(node: ast.AST) -> bool:
    """True if what is read as a dict raises where it is an object: ``"key" in it`` does not."""
    return not isinstance(node, ast.Compare)


def _is_whole(value: Value) -> bool:
    """True if a value is a response of 0.x, and no stream of its parts."""
    return isinstance(value, Response) and value.legacy and not value.items


def called_unseen(plan: Plan) -> Iterator[tuple[str, frozenset[str]]]:
    """Names of methods that return responses, and are called on what is not known; the fields of these."""
    for name, fields in plan.settings.returning.items():
        for node in plan.text.loads.get(name, ()):
            call = plan.text.parents.get(id(node))
            if isinstance(node, ast.Attribute) and isinstance(call, ast.Call) and call.func is node:
                if plan.value(node) is None and plan.value(call) is None:
                    yield name, fields
                    break


@about(Code.ESCAPES)
def look_for_types(plan: Plan) -> None:
    """``isinstance(x, dict)``, where x may be a response."""
    for node in plan.text.each(ast.Call):
        if len(node.args) != 2 or plan.is_set_aside(node):
            continue
        value, cls = plan.value(node.args[0]), plan.value(node.args[1])
        classes = cls.elements if isinstance(cls, Items) else (cls,)
        if certain_path(plan.value(node.func)) != "builtins.isinstance" or not isinstance(value, Either):
            continue
        if any(True for _ in legacy_parts(value)) and not is_model(value) and any(one in DICTS for one in classes):
            plan.problem(node, "this may be a response, or something else that is a dict", about_responses=True)


@about(Code.ESCAPES)
def look_for_methods(plan: Plan) -> None:
    """A method of dicts that is called on what may be a response."""
    for node in plan.text.each(ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else ""
        if name not in OF_DICTS - {"get"} or plan.is_set_aside(node):
            continue
        value = plan.value(node.func.value)  # type: ignore[attr-defined]
        if not isinstance(value, Either) or is_model(value):
            continue
        if any(isinstance(option, Response) and option.legacy for option in value.options):
            why = f"this may be a response, or something else that has {name}()"
            plan.problem(node, why, about_responses=True, is_suspicion=True)


def _is_lazy(plan: Plan, node: ast.expr) -> bool | None:
    """True if what an expression gives is made while it is read: a generator. None where that does not show."""
    if isinstance(node, ast.GeneratorExp):
        return True
    if not isinstance(node, ast.Call):
        return False
    name = last_name(node.func)
    if name in LAZY | LISTS:
        return name in LAZY
    own = [one for one in plan.text.each(ast.FunctionDef) if one.name == name]
    yielding = {id(plan.text.function_of(part)) for part in plan.text.each(ast.Yield, ast.YieldFrom)}
    kinds = {id(one) in yielding for one in own}
    return kinds.pop() if len(kinds) == 1 else None


@about(Code.ESCAPES)
def look_at_spread(plan: Plan) -> None:
    """``dict(response)`` and ``{**response}`` kept objects inside: what reads them as such would find dicts."""
    uses = [use for use in plan.examined.uses if _makes_dict(use) and not plan.is_hidden(use.node)]
    if not uses:
        return
    residues = Residues(plan)
    for use in uses:
        fields = frozenset(all_fields(use.value)) - _direct_fields(use.value)
        found = None if plan.as_dicts else residues.of_objects(fields)
        found = found or _of_object(plan, _nested(use.value), fields) or _of_item(plan, use.node, fields)
        if found is not None:
            why = f"this may be a part of the response that becomes a dict in line {plan.line(use.node)}"
            plan.problem(found, why, about_responses=True)


def _makes_dict(use: Use) -> bool:
    """True if what is done with a response makes a plain dict of it, and of all that is in it."""
    if use.role == METHOD:
        return use.extra in ("values", "items", "copy")
    return use.role == SPREAD and use.extra in ("**", "dict")


def _of_object(plan: Plan, parts: frozenset[str], fields: frozenset[str]) -> ast.AST | None:
    """Where one of some parts is read as an object, out of something that is no response."""
    parts -= _typed_fields(plan)
    for field in sorted(fields) if parts else ():
        for node in plan.text.loads.get(field, ()):
            if not isinstance(node, ast.Attribute) or plan.is_set_aside(node):
                continue
            part = node.value
            while isinstance(part, ast.Subscript) and not isinstance(getattr(part.slice, "value", None), str):
                part = part.value
            if isinstance(part, (ast.Attribute, ast.Subscript)):
                key = part.attr if isinstance(part, ast.Attribute) else getattr(part.slice, "value", None)
                owner = plan.value(part.value)
                is_inside = is_model(owner) or next(legacy_parts(owner), None) is not None
                is_rewritten = plan.as_dicts and next(legacy_parts(plan.value(node.value)), None) is not None
                if key in parts and not is_inside and not is_rewritten:
                    return node
    return None


def _typed_fields(plan: Plan) -> set[str]:
    """The fields of classes of a file that say of which class what is in them is made."""
    found = set()
    for cls in plan.text.each(ast.ClassDef):
        for node in getattr(cls, "body", ()):
            if isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name):
                names = {part.id for part in ast.walk(node.annotation) if isinstance(part, ast.Name)}
                found |= {node.target.id} if names - PLAIN_TYPES else set()
    return found


def _of_item(plan: Plan, given: ast.AST, fields: frozenset[str]) -> ast.AST | None:
    """Where a loop over the values of a response reads one of them as an object."""
    for around in plan.text.around(given):
        if isinstance(around, (ast.For, ast.comprehension)):
            names = {part.id for part in ast.walk(around.target) if isinstance(part, ast.Name)}
            reads = (node for field in sorted(fields) for node in plan.text.loads.get(field, ()))
            read = (node for node in reads if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name))
            return next((node for node in read if node.value.id in names), None)  # type: ignore[attr-defined]
        if isinstance(around, ast.stmt):
            break
    return None


def _nested(value: Value) -> frozenset[str]:
    """The names of the fields of a response that are objects, or lists of them."""
    rows = (FIELDS.get(part.shape, {}) for part in legacy_parts(value))
    return frozenset(name for row in rows for name, kind in row.items() if kind.lstrip("["))


def all_fields(value: Value) -> Iterator[str]:
    """The names of the fields of a response, and of what is in it."""
    seen: set[str] = set()
    shapes = [part.shape for part in legacy_parts(value)]
    while shapes:
        shape = shapes.pop()
        if shape in seen:
            continue
        seen.add(shape)
        for name, kind in FIELDS.get(shape, {}).items():
            yield name
            shapes += kind.lstrip("[").split("|") if kind.lstrip("[") else []


def _direct_fields(value: Value) -> frozenset[str]:
    return frozenset(name for part in legacy_parts(value) for name in FIELDS.get(part.shape, ()))
