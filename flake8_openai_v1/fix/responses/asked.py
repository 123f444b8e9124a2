"""Tests which say that a key is there: ``if message.get("function_call"): message["function_call"]``."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from ..plan import Plan

LEAVES = (ast.Return, ast.Raise, ast.Continue, ast.Break)
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)


def is_asked_for(plan: Plan, node: ast.Subscript, key: str) -> bool:
    """True if a key is read only where a test says that it is there."""
    owner = node.value
    if any(isinstance(part, ast.Call) for part in ast.walk(owner)):
        return False
    inner: ast.AST = node
    for around in plan.text.around(node):
        for test, outcome, within in _tests(around, inner):
            if _says(test, owner, key, outcome) and not _is_bound_in(plan, owner, within):
                return True
        if isinstance(around, FUNCTIONS):
            return False
        inner = around
    return False


def _tests(around: ast.AST, inner: ast.AST) -> Iterator[tuple[ast.expr, bool, Sequence[ast.AST]]]:
    """Tests that have an outcome where a part of a node is reached, and what runs between."""
    if isinstance(around, (ast.If, ast.While)) and inner in around.body:
        yield around.test, True, around.body
    elif isinstance(around, ast.If) and inner in around.orelse:
        yield around.test, False, around.orelse
    elif isinstance(around, ast.IfExp) and inner in (around.body, around.orelse):
        yield around.test, inner is around.body, ()
    elif isinstance(around, ast.BoolOp):
        for value in around.values[: around.values.index(inner)]:  # type: ignore[arg-type]
            yield value, isinstance(around.op, ast.And), ()
    for name in ("body", "orelse", "finalbody"):
        block = getattr(around, name, None)
        if isinstance(block, list) and inner in block:
            number = block.index(inner)
            for at, one in enumerate(block[:number]):
                if isinstance(one, ast.If) and isinstance(one.body[-1], LEAVES) and not one.orelse:
                    yield one.test, False, block[at + 1 :]


def _says(test: ast.expr, owner: ast.expr, key: str, outcome: bool) -> bool:
    """True if a key is there whenever a test has an outcome."""
    if isinstance(test, ast.NamedExpr):
        return _says(test.value, owner, key, outcome)
    if isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
        return _says(test.operand, owner, key, not outcome)
    if isinstance(test, ast.BoolOp):
        said = (_says(value, owner, key, outcome) for value in test.values)
        return any(said) if isinstance(test.op, ast.And) is outcome else all(said)
    if not isinstance(test, ast.Compare):
        return outcome and _is_read(test, owner, key)
    if len(test.ops) != 1:
        return False
    left, right = test.left, test.comparators[0]
    if isinstance(test.ops[0], (ast.In, ast.NotIn)):
        is_key = isinstance(left, ast.Constant) and left.value == key
        return is_key and _is_same(right, owner) and isinstance(test.ops[0], ast.In) is outcome
    is_none = isinstance(right, ast.Constant) and right.value is None and isinstance(test.ops[0], (ast.Is, ast.IsNot))
    return is_none and _is_read(left, owner, key) and isinstance(test.ops[0], ast.IsNot) is outcome


def _is_read(node: ast.expr, owner: ast.expr, key: str) -> bool:
    """True if an expression is what stands under a key, or something false where there is no such key."""
    if isinstance(node, ast.NamedExpr):
        return _is_read(node.value, owner, key)
    if isinstance(node, ast.Attribute):
        return node.attr == key and _is_same(node.value, owner)
    if isinstance(node, ast.Subscript):
        return isinstance(node.slice, ast.Constant) and node.slice.value == key and _is_same(node.value, owner)
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or node.func.attr != "get":
        return False
    first, *rest = node.args or (None,)
    asks = isinstance(first, ast.Constant) and first.value == key and not node.keywords
    return (
        asks
        and all(isinstance(one, ast.Constant) and one.value is None for one in rest)
        and _is_same(node.func.value, owner)
    )


def _is_same(one: ast.expr, other: ast.expr) -> bool:
    return ast.dump(one) == ast.dump(other)


def _is_bound_in(plan: Plan, owner: ast.expr, within: Sequence[ast.AST]) -> bool:
    """True if a name of an expression is bound in some statements, so that it may be another object behind."""
    spans = [plan.text.span(part) for part in within]
    parts = list(ast.walk(owner))
    bound: list[ast.AST] = [
        one for part in parts if isinstance(part, ast.Name) for one in plan.text.index.stores.get(part.id, ())
    ]
    attributes = {part.attr for part in parts if isinstance(part, ast.Attribute)}
    named = plan.text.each(ast.Attribute) if attributes else ()
    bound += [one for one in named if one.attr in attributes and not isinstance(one.ctx, ast.Load)]
    places = [plan.text.span(one)[0] for one in bound]
    return any(start <= place < end for place in places for start, end in spans)
