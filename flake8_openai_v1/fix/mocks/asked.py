"""What tests say of the arguments that a mock of a method of 0.x was given, which have other names today."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ...sdk.arguments import GONE, TODAY
from ..causes import Code
from ..plan import Plan, about

ASSERTS = frozenset({"assert_called_with", "assert_called_once_with", "assert_any_call", "assert_awaited_with"})
CALLS = frozenset({"call_args", "call_args_list", "await_args", "await_args_list", "mock_calls"})
"""Attributes of a mock that have the arguments of its calls."""


def rename_of(plan: Plan, key: str, scope: ast.AST) -> None:
    """Rename arguments where a test looks at those of a mock that is written as ``key``."""
    for node in ast.walk(scope):
        if isinstance(node, (ast.Name, ast.Attribute)) and ast.unparse(node) == key:
            rename(plan, node, scope)


@about(Code.MOCK)
def rename(plan: Plan, mock: ast.expr, scope: ast.AST) -> None:
    """The same at one place where the mock stands."""
    node = plan.text.parents.get(id(mock))
    if not isinstance(node, ast.Attribute):
        return
    call = plan.text.parents.get(id(node))
    if node.attr in ASSERTS and isinstance(call, ast.Call):
        for keyword in call.keywords:
            if keyword.arg in GONE | TODAY.keys():
                _rename_keyword(plan, keyword, str(keyword.arg))
    elif node.attr in CALLS:
        for text in _keys(plan, node, scope):
            _rename_key(plan, text)


def _rename_keyword(plan: Plan, keyword: ast.keyword, name: str) -> None:
    start = plan.text.span(keyword)[0]
    if name in TODAY:
        plan.edits.replace(start, start + len(name), TODAY[name])
    else:
        plan.problem(keyword, f"a test asks for {name}=, which is no argument today")


def _rename_key(plan: Plan, text: ast.Constant) -> None:
    name = str(text.value)
    if name in TODAY:
        quote = plan.quote(text)
        plan.replace(text, f"{quote}{TODAY[name]}{quote}")
    else:
        plan.problem(text, f"a test asks for {name}=, which is no argument today")


def _keys(plan: Plan, node: ast.AST, scope: ast.AST) -> Iterator[ast.Constant]:
    """Yield the keys of old arguments that are read from what an expression begins with, or from names for it."""
    parent = plan.text.parents.get(id(node))
    while isinstance(parent, (ast.Attribute, ast.Subscript)) and parent.value is node:
        if isinstance(parent, ast.Subscript) and _is_old(parent.slice):
            assert isinstance(parent.slice, ast.Constant)
            yield parent.slice
            return
        node, parent = parent, plan.text.parents.get(id(parent))
    if isinstance(parent, ast.Assign):
        names = {one.id for target in parent.targets for one in ast.walk(target) if isinstance(one, ast.Name)}
        for one in ast.walk(scope):
            if isinstance(one, ast.Name) and one.id in names and isinstance(one.ctx, ast.Load):
                yield from _keys(plan, one, scope)
    elif isinstance(parent, ast.Compare) and parent.comparators[0] is node and _is_old(parent.left):
        assert isinstance(parent.left, ast.Constant)
        yield parent.left


def _is_old(node: ast.expr) -> bool:
    return isinstance(node, ast.Constant) and node.value in GONE | TODAY.keys()
