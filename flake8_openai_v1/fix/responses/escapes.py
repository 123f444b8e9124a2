"""Responses that leave our sight, and code that handles what may be one of them.

A *hole* is where a response goes that cannot be followed: into a container, to a function of another package. A
*residue* is code that treats something unknown as a dict that has the fields of a response. Where there are both, it
cannot be proven that the program still works: then a plain dict is put through the hole, if nothing reads it as an
object; else the file is left.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cached_property
from typing import NamedTuple

from ...rules.facts import COROUTINE, METHOD, RESOURCE, removed
from ...sdk.shapes import FIELDS, RETURNS
from ...semantics.foreign import FILLS
from ...semantics.library import DICTS
from ...semantics.local import Local
from ...semantics.places import CALLS, PATCH_ATTRIBUTE
from ...semantics.responses import is_model, legacy_parts
from ...semantics.travel import OTHERS
from ...semantics.uses import CALL, LOAD, SPREAD
from ...semantics.values import (
    NONE,
    Class,
    Const,
    Either,
    Function,
    Items,
    Many,
    Mapping,
    Object,
    Place,
    Response,
    Value,
    alternatives,
)
from ..causes import Code
from ..names.annotations import is_annotation
from ..names.paths import certain_path, is_own_name
from ..plan import Plan, about
from .forms import TO_DICT
from .origins import is_own

OF_DICTS = frozenset({"get", "keys", "values", "items", "pop", "popitem", "update", "setdefault", "clear", "copy"})
WRITERS = frozenset(
    {"debug", "info", "warning", "warn", "error", "exception", "critical", "log", "echo", "pprint", "print"}
    | {"dumps", "dump", "jsonify", "format", "write"}
)
"""Methods that write what they are given."""
DISPLAYS = (ast.Tuple, ast.List, ast.Set, ast.Dict, ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.DictComp)
PASSES_UP = (ast.BoolOp, ast.IfExp, ast.Await, ast.Starred, ast.NamedExpr)
READS = (ast.Attribute, ast.Subscript, ast.FormattedValue, ast.Compare, ast.If, ast.While, ast.Assert, ast.UnaryOp)
FOLLOWED_BY = (ast.For, ast.AsyncFor, ast.comprehension, ast.withitem, ast.Expr, ast.YieldFrom, ast.Raise, ast.Delete)
WEAK = frozenset(
    {"id", "model", "object", "created", "name", "text", "data", "index", "type", "status", "error", "title"}
)
"""Fields whose names say nothing: many other things have attributes that are called so."""


RETURNED = "returned"
GIVEN = "of the method that is handed on"
APPENDED = "added to a list"
KEPT = "kept in an attribute"
NAMED = "kept under another name"


LOOKS_INTO = (ast.Subscript, ast.Attribute, ast.Compare)
"""What reads something as a response is read."""
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
LAZY = frozenset({"map", "filter", "iter", "reversed", "zip", "chain", "from_iterable", "islice"})
"""Functions that give items while they are asked for."""
LISTS = frozenset({"list", "sorted"})


GIVEN_TO = "given to "
OR_ELSE = "this may be a response, an object today, or something else, and code that does not show gets it"
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
        as_dict = residues.of_dicts(fields, names=_names_given(plan, hole))
        as_object = residues.of_objects(fields)
        options = alternatives(hole.value)
        single = bool(options) and all(isinstance(one, Response) and not one.items for one in options)
        many = isinstance(hole.value, Many) and is_model(hole.value.item)
        if hole.foreign and as_object is None and (single or many):
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
            plan.problem(hole.node, OR_ELSE, about_responses=True)
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
            giver=hole.node,
        )
    for node in _open_arguments(plan):
        plan.problem(node, OR_ELSE, about_responses=True)
    for name, fields in called_unseen(plan):
        as_dict = residues.of_dicts(fields)
        if as_dict is not None:
            plan.problem(
                as_dict,
                f"this is read as a dict, and may be the response which {name}() gives, which is an object today",
                about_responses=True,
            )
    gone = plan.travel.travel.gone if plan.travel is not None else frozenset()
    strong = residues.of_dicts((STRONG & gone) - made_dicts, certain=True)
    if strong is not None:
        plan.problem(
            strong,
            "this is read as a dict, and may be a response, an object today; where it comes from does not show",
            about_responses=True,
        )


def _is_whole(value: Value) -> bool:
    """True if a value is a response of 0.x, and no stream of its parts."""
    return isinstance(value, Response) and value.legacy and not value.items


def _open_arguments(plan: Plan) -> Iterator[ast.expr]:
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
            plan.problem(node, f"this may be a response, or something else that has {name}()", about_responses=True)


def _is_lazy(plan: Plan, node: ast.expr) -> bool | None:
    """True if what an expression gives is made while it is read: a generator. None where that does not show."""
    if isinstance(node, ast.GeneratorExp):
        return True
    if not isinstance(node, ast.Call):
        return False
    name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    if name in LAZY | LISTS:
        return name in LAZY
    own = [one for one in plan.text.each(ast.FunctionDef) if one.name == name]
    yielding = {id(plan.text.function_of(part)) for part in plan.text.each(ast.Yield, ast.YieldFrom)}
    kinds = {id(one) in yielding for one in own}
    return kinds.pop() if len(kinds) == 1 else None


@about(Code.ESCAPES)
def look_at_spread(plan: Plan) -> None:
    """``dict(response)`` and ``{**response}`` kept objects inside: what reads them as such would find dicts."""
    uses = (use for use in plan.examined.uses if use.role == SPREAD and not plan.is_hidden(use.node))
    spread = [use for use in uses if use.extra in ("**", "dict")]
    if not spread:
        return
    residues = Residues(plan)
    for use in spread:
        fields = frozenset(all_fields(use.value)) - _direct_fields(use.value)
        found = residues.of_objects(fields)
        if found is not None:
            plan.problem(found, f"this may be a part of the response that becomes a dict in line {plan.line(use.node)}")


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


def is_certain(value: Value) -> bool:
    """Is a value certainly what it is known to be?"""
    if isinstance(value, Either):
        return not value.maybe
    if isinstance(value, Many):
        return is_certain(value.item) and value.item is not None
    return value is not None


def _direct_fields(value: Value) -> frozenset[str]:
    return frozenset(name for part in legacy_parts(value) for name in FIELDS.get(part.shape, ()))


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
        return how if not _is_messages(plan, parent) and _is_read_as_dict(plan, travel, parent) else ""
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
    if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)) and _is_route(function):
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
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
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
        plan.problem(node, why, about_responses=True)
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


def _names_given(plan: Plan, hole: Hole) -> frozenset[str]:
    """The names that a response is kept under, where it goes nowhere else; none where that does not show."""
    parent = plan.text.parents.get(id(hole.node))
    if hole.where != NAMED or not isinstance(parent, (ast.Assign, ast.AnnAssign)):
        return frozenset()
    targets = parent.targets if isinstance(parent, ast.Assign) else [parent.target]
    return frozenset(part.id for target in targets for part in ast.walk(target) if isinstance(part, ast.Name))


def _is_of(node: ast.expr, names: frozenset[str]) -> bool:
    """True if one of some names stands in an expression, or none is asked for."""
    return not names or any(isinstance(part, ast.Name) and part.id in names for part in ast.walk(node))


def _is_own_object(plan: Plan, name: ast.Name) -> bool:
    """Is a name bound to nothing but objects of classes that the file defines?"""
    scope = plan.text.function_of(name) or plan.text.tree
    made = [plan.text.parents.get(id(node)) for node in plan.text.index.stores_in(scope, name.id)]
    classes = {node.name for node in plan.text.tree.body if isinstance(node, ast.ClassDef)}
    return bool(made) and all(
        isinstance(one, ast.Assign)
        and isinstance(one.value, ast.Call)
        and isinstance(one.value.func, ast.Name)
        and one.value.func.id in classes
        for one in made
    )


def _parts(node: ast.expr) -> Iterator[ast.expr]:
    """An expression, and what stands in it where it is a display."""
    yield node
    if isinstance(node, ast.Dict):
        for value in node.values:
            yield from _parts(value)
    elif isinstance(node, (ast.List, ast.Tuple)):
        for element in node.elts:
            yield from _parts(element)


class Residues:
    """Code of a file that treats something unknown as a dict, or as an object; found where it is asked for."""

    def __init__(self, plan: Plan) -> None:
        """Nothing is looked for yet."""
        self._plan = plan

    def of_dicts(
        self, fields: frozenset[str], *, certain: bool = False, names: frozenset[str] = frozenset()
    ) -> ast.AST | None:
        """Where something unknown is treated as a dict with one of these fields.

        ``certain``: by one of their names, and not seen to be in a dict of the program's own. ``names``: where it is
        read from one of these.
        """
        found = [one for field in fields if (one := self._with_key(field, certain, names)) is not None]
        if found:
            return min(found, key=lambda node: (node.lineno, self._number(node)))
        return None if certain else next((one for one in self._serialised if _is_of(one.args[0], names)), None)

    def of_objects(self, fields: frozenset[str], *, certain: bool = False) -> ast.AST | None:
        """Where something unknown is treated as an object with one of these fields; `certain`: by its name."""
        found = [one for field in fields if (one := self._with_attribute(field)) is not None]
        if found:
            return min(found, key=self._number)
        return None if certain else self._by_any_name

    def _number(self, node: ast.AST) -> int:
        return self._plan.text.index.numbers[id(node)]

    def _with_key(self, field: str, certain: bool, names: frozenset[str]) -> ast.expr | None:
        """The first expression that reads or looks for a key of something unknown."""
        for node, owner in self._plan.text.index.keys.get(field, ()):
            if _is_of(owner, names) and not self._plan.is_set_aside(node) and self._is_unknown(owner):
                if not certain or not is_own(self._plan, owner, loops=True):
                    return node
        return None

    def _with_attribute(self, name: str) -> ast.Attribute | None:
        """The first expression that reads an attribute of something unknown."""
        for node in self._plan.text.loads.get(name, ()):
            if isinstance(node, ast.Attribute) and not self._plan.is_set_aside(node):
                if self._is_read(node) and self._is_unknown(node.value):
                    return node
        return None

    @cached_property
    def _serialised(self) -> list[ast.Call]:
        """The calls that may write a response which is somewhere in a list or dict."""
        return [
            node
            for node in self._plan.text.each(ast.Call)
            if isinstance(node.func, ast.Attribute) and node.func.attr in ("dumps", "dump") and node.args
            if not self._plan.is_set_aside(node) and any(map(self._may_hold, _parts(node.args[0])))
        ]

    @cached_property
    def _by_any_name(self) -> ast.AST | None:
        """The last call that reads an attribute of something unknown whose name shows at run time."""
        found = None
        for node in self._plan.text.each(ast.Call):
            if isinstance(node.func, ast.Name) and node.func.id in ("getattr", "hasattr") and len(node.args) > 1:
                if not isinstance(node.args[1], ast.Constant) and not self._plan.is_set_aside(node):
                    found = node if self._is_unknown(node.args[0]) else found
        return found

    def _may_hold(self, node: ast.expr) -> bool:
        """True if a list or dict that is serialised may hold a response, without that being certain."""
        value = self._plan.value(node)
        if isinstance(node, (ast.Dict, ast.List, ast.Tuple, ast.Constant)):
            return False
        if any(True for _ in legacy_parts(value)):
            return not is_model(value) and not (isinstance(value, Many) and is_model(value.item))
        return not isinstance(value, Mapping)

    def _is_unknown(self, node: ast.expr) -> bool:
        value = self._plan.value(node)
        if self._plan.is_hidden(node) or not self._plan.may_come_in(node):
            return False
        if isinstance(value, (Mapping, Const, Place, Function, Class, Object)) and value != NONE:
            return False
        is_open = (
            value == NONE
            or not is_certain(value)
            or (isinstance(value, (Items, Many)) and not any(True for _ in legacy_parts(value)))
        )
        return is_open and not is_own(self._plan, node)

    def _is_read(self, node: ast.Attribute) -> bool:
        """True if an attribute may be a field of a response: it is not called, and no object of the file has it."""
        parent = self._plan.text.parents.get(id(node))
        if isinstance(parent, ast.Call) and parent.func is node:
            return False
        owner = node.value
        if isinstance(owner, ast.Name) and (owner.id in ("self", "cls") or _is_own_object(self._plan, owner)):
            return False
        return node.attr not in WEAK or isinstance(owner, (ast.Call, ast.Subscript))
