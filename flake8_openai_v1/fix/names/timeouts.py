"""Times to wait that are pairs."""

from __future__ import annotations

import ast

from ...semantics.values import Either, Items, Value
from ..plan import Plan
from .given import Argument
from .scopes import module_name


def _may_be_pair(value: Value) -> bool:
    options = value.options if isinstance(value, Either) else (value,)
    return any(isinstance(option, Items) for option in options)


def rewrite_timeout(plan: Plan, one: Argument) -> None:
    """A pair was (to connect, to read)."""
    if not isinstance(one.node, ast.keyword):
        return
    given = one.node.value
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
