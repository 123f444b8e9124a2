"""Options of a client that come to a function by its ``**kwargs``: they become parameters of its own."""

from __future__ import annotations

import ast
from collections.abc import Collection

from ...syntax.written import FUNCTIONS
from ..clients.kinds import MAKERS
from ..plan import Plan


def takes_by_name(plan: Plan, node: ast.expr, names: Collection[str]) -> bool:
    """True if a dict is the ``**kwargs`` of a function that may have parameters of these names in its place.

    It is only given on to the call, and the names mean nothing else in the function.
    """
    function = plan.text.kwargs_of(node)
    kwarg = function.args.kwarg if isinstance(function, FUNCTIONS) else None
    if function is None or kwarg is None or not names or not plan.text.is_placed(kwarg):
        return False
    used = [one for one in ast.walk(function) if isinstance(one, ast.Name)]
    is_only_given = [one for one in used if one.id == kwarg.arg] == [node]
    return (
        is_only_given
        and plan.text.index.bound_in(function).isdisjoint(names)
        and not any(one.id in names for one in used)
    )


def take_by_name(plan: Plan, node: ast.expr, names: Collection[str]) -> None:
    """Give the function whose ``**kwargs`` a dict is parameters for some of what is in it."""
    function = plan.text.function_of(node)
    assert isinstance(function, FUNCTIONS)
    assert function.args.kwarg is not None
    start = plan.text.text.rindex("**", 0, plan.text.span(function.args.kwarg)[0])
    plan.edits.insert(start, "".join(f"{name}=None, " for name in names))


def is_taken_by_name(plan: Plan, node: ast.expr) -> bool:
    """True for the ``**kwargs`` of a call whose client an earlier pass made of parameters beside them."""
    call = plan.text.parents.get(id(plan.text.parents.get(id(node))))
    inner: ast.AST | None = call.func if plan.again and isinstance(call, ast.Call) else None
    while isinstance(inner, ast.Attribute):
        inner = inner.value
    if not isinstance(inner, ast.Call) or not isinstance(inner.func, ast.Name):
        return False
    return (
        inner.func.id.removeprefix("async_") in MAKERS
        and bool(inner.keywords)
        and all(isinstance(one.value, ast.Name) and one.value.id == one.arg for one in inner.keywords)
    )
