"""Times to wait: pairs, and None, which was the default of 0.x and is no limit today."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ...semantics.values import Const, Either, Items, Value
from ..plan import Plan
from .deployments import FIRM
from .given import Argument
from .scopes import module_name

DEEPEST = 4
"""Names that are followed one after the other to what they are assigned."""
DEFAULT = 600
"""Seconds that 0.28.1 waited where a call gave no time, or None (``TIMEOUT_SECS`` of its ``api_requestor``)."""


def is_default(plan: Plan, one: Argument) -> bool:
    """True if the time to wait of a call is None for sure, so that it is that of the SDK."""
    return isinstance(one.node, ast.keyword) and plan.value(one.node.value) == Const(None)


def _may_be_pair(value: Value) -> bool:
    options = value.options if isinstance(value, Either) else (value,)
    return any(isinstance(option, Items) for option in options)


def rewrite_timeout(plan: Plan, one: Argument) -> None:
    """A pair was (to connect, to read); None was the default."""
    given = _value(plan, one)
    if given is None:
        return
    if isinstance(given, ast.Constant) and given.value is None:
        plan.edits.replace(*plan.text.span(given), str(DEFAULT))
        return
    if _may_be_none(plan, given):
        is_firm = isinstance(given, FIRM)
        plan.wrap(given, "" if is_firm else "(", f"{'' if is_firm else ')'} or {DEFAULT}")
        return
    if isinstance(given, ast.Tuple) and len(given.elts) == 2:
        connect, read = map(plan.text.of, given.elts)
        start, end = plan.text.whole(given)
        plan.edits.replace(start, end, f"{module_name(plan, given)}.Timeout({read}, connect={connect})")
        return
    value = plan.value(given)
    pairs = _pairs_passed(plan, given)
    if pairs and all(pairs):
        for pair in pairs:
            assert pair is not None
            connect, read = map(plan.text.of, pair.elts)
            plan.edits.replace(*plan.text.whole(pair), f"{module_name(plan, pair)}.Timeout({read}, connect={connect})")
    elif _may_be_pair(value) or pairs:
        plan.problem(given, "the timeout may be a pair (to connect, to read), which is openai.Timeout(...) now")


def _value(plan: Plan, one: Argument) -> ast.expr | None:
    """What an argument is, where that stands beside its name: in the call, or in a dict."""
    if isinstance(one.node, ast.keyword):
        return one.node.value
    parent = plan.text.parents.get(id(one.node))
    if isinstance(parent, ast.Dict):
        return next((value for key, value in zip(parent.keys, parent.values, strict=True) if key is one.node), None)
    return None


def _may_be_none(plan: Plan, given: ast.expr, depth: int = 0) -> bool:
    """True if the file shows that a value may be None: a default, an assignment, a ``get``."""
    if isinstance(given, ast.Constant):
        return given.value is None
    if isinstance(given, ast.IfExp):
        return any(_may_be_none(plan, one, depth) for one in (given.body, given.orelse))
    if isinstance(given, ast.BoolOp):
        return isinstance(given.op, ast.Or) and _may_be_none(plan, given.values[-1], depth)
    if isinstance(given, ast.Call):
        is_get = isinstance(given.func, ast.Attribute) and given.func.attr == "get" and not given.keywords
        return is_get and (len(given.args) == 1 or (len(given.args) == 2 and _may_be_none(plan, given.args[1], depth)))
    if depth > DEEPEST or not isinstance(given, (ast.Name, ast.Attribute)):
        return False
    index = plan.text.index
    if isinstance(given, ast.Name):
        values = [*index.assigned(given.id), *_defaults(plan, given)]
    else:
        values = [one.value for one in index.each(ast.Assign) if any(_is_named(to, given.attr) for to in one.targets)]
        values += [
            one.value
            for one in index.each(ast.AnnAssign)
            if _is_named(one.target, given.attr) and one.value is not None
        ]
    return any(_may_be_none(plan, value, depth + 1) for value in values)


def _defaults(plan: Plan, given: ast.Name) -> Iterator[ast.expr]:
    """Yield what a name is where it is a parameter of a function around it that a call leaves out."""
    for function in plan.text.around(given):
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            named = [*function.args.posonlyargs, *function.args.args]
            pairs = [*zip(reversed(named), reversed(function.args.defaults), strict=False)]
            pairs += [
                (arg, default)
                for arg, default in zip(function.args.kwonlyargs, function.args.kw_defaults, strict=True)
                if default is not None
            ]
            yield from (default for arg, default in pairs if arg.arg == given.id)


def _is_named(target: ast.expr, name: str) -> bool:
    """True if what is assigned is an attribute, or a name in a class, of this name."""
    return (target.attr if isinstance(target, ast.Attribute) else getattr(target, "id", None)) == name


def _pairs_passed(plan: Plan, given: ast.expr) -> list[ast.Tuple | None]:
    """The pairs of numbers that the file passes to the parameter that is given on; None for one that must stay."""
    if not isinstance(given, ast.Name):
        return []
    function = plan.text.function_of(given)
    if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return []
    names = [arg.arg for arg in (*function.args.posonlyargs, *function.args.args)]
    if given.id not in {*names, *(arg.arg for arg in function.args.kwonlyargs)}:
        return []
    uses = [node for node in plan.text.loads.get(given.id, ()) if plan.text.function_of(node) is function]
    found: list[ast.Tuple | None] = []
    for node in plan.text.nodes:
        if not isinstance(node, ast.Call):
            continue
        for number, argument in enumerate((*node.args, *(keyword.value for keyword in node.keywords))):
            if not _is_pair(argument):
                continue
            assert isinstance(argument, ast.Tuple)
            named = number >= len(node.args) and node.keywords[number - len(node.args)].arg == given.id
            by_position = number < min(len(node.args), len(names)) and names[number] == given.id
            known = isinstance(node.func, ast.Name) and node.func.id == function.name and (named or by_position)
            found.append(argument if known and len(uses) == 1 else None)
    return found


def _is_pair(node: ast.expr) -> bool:
    return (
        isinstance(node, ast.Tuple)
        and len(node.elts) == 2
        and all(isinstance(part, ast.Constant) and isinstance(part.value, (int, float)) for part in node.elts)
    )
