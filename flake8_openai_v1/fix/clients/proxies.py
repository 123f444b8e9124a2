"""The proxy of 0.x → a client that has it."""

from __future__ import annotations

import ast

from ...semantics.uses import Use
from ...semantics.values import Const, Environ
from ...semantics.values import Text as Known
from ..plan import Plan
from .assigned import assigned_in

PROXY = "openai_proxy"
"""The variable of the program that takes the place of ``openai.proxy`` where calls are awaited."""
MAY_BE_DICT = "openai.proxy may be a dict here, with a proxy for each scheme, and today's client takes one text"
OF_TEXTS = frozenset({"format", "join", "lower", "rstrip", "strip"})
"""Methods of texts that give texts."""


def rewrite_proxy(plan: Plan, use: Use) -> None:
    """``openai.proxy = "http://…"``."""
    value = assigned_in(plan.text, use.node) if isinstance(use.node, ast.Attribute) else None
    known = plan.value(value) if value is not None else None
    if value is None or not isinstance(use.node, ast.Attribute):
        plan.problem(use.node, "what openai.proxy is assigned cannot be seen")
        return
    if plan.settings.asynchronous and not plan.settings.each_call:
        plan.problem(use.node, "calls are awaited, and their client needs the proxy, too", about_settings=True)
        return
    is_none = isinstance(known, Const) and known.value is None
    one = only_proxy(value)
    if one is None and isinstance(value, ast.Dict):
        plan.problem(use.node, MAY_BE_DICT)
        return
    if one is None and not isinstance(known, (Const, Known, Environ)) and not is_text(value):
        plan.doubt(use.node, MAY_BE_DICT)
    if plan.settings.asynchronous:
        _proxy_for_each_call(plan, use.node, value, one)
        return
    module = plan.text.of(use.node.value)
    plan.edits.replace(*plan.text.name(use.node), "http_client")
    if one is not None:
        plan.replace(value, f"{module}.DefaultHttpxClient(proxy={plan.text.of(one)})")
    elif not is_none:
        empty = " or None" if isinstance(value, ast.Call) and is_text(value) else ""
        plan.wrap(value, f"{module}.DefaultHttpxClient(proxy=", f"{_of_https(plan, value)}{empty})")


def is_text(node: ast.expr) -> bool:
    """True if an expression is a text by its form, whatever it is made of."""
    if isinstance(node, ast.Call):
        function = node.func
        if isinstance(function, ast.Attribute):
            return function.attr in OF_TEXTS and is_text(function.value)
        return isinstance(function, ast.Name) and function.id == "str"
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Mod)):
        return is_text(node.left) or (isinstance(node.op, ast.Add) and is_text(node.right))
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _of_https(plan: Plan, value: ast.expr) -> str:
    """What stands behind a value that is named as a dict of proxies is, to get the one for the service."""
    is_dict = isinstance(value, (ast.Name, ast.Attribute)) and plan.text.of(value).lower().endswith("proxies")
    return f".get({plan.quote(value)}https{plan.quote(value)}) or None" if is_dict else ""


def _proxy_for_each_call(plan: Plan, node: ast.Attribute, value: ast.expr, one: ast.expr | None) -> None:
    """The proxy becomes a variable of the program, of which who makes a client makes its connections."""
    function = plan.text.function_of(node)
    if plan.settings.callers != 1 or not plan.makers_are_here or PROXY in plan.text.names_used():
        plan.problem(node, "openai.proxy is set in another file than that of the calls")
        return
    if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
        if any(isinstance(around, ast.ClassDef) for around in plan.text.around(node)):
            plan.problem(node, "openai.proxy is set in the body of a class")
            return
    else:
        first = function.body[0]
        has_text = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and len(function.body) > 1
        start = plan.text.span(function.body[1] if has_text else first)[0]
        if plan.text.text[plan.text.line_start(start) : start].strip():
            plan.problem(node, "openai.proxy is set where there is no place for a global statement")
            return
        if function not in plan.globals:
            plan.globals.append(function)
            plan.edits.insert(start, f"global {PROXY}{plan.text.newline}{plan.text.indentation(start)}")
    plan.edits.replace(*plan.text.span(node), PROXY)
    if one is not None:
        plan.replace(value, plan.text.of(one))
    elif _of_https(plan, value):
        plan.wrap(value, "", _of_https(plan, value))


def only_proxy(node: ast.expr) -> ast.expr | None:
    """Return the proxy in ``{"http": proxy, "https": proxy}``."""
    if not isinstance(node, ast.Dict) or len(node.values) != 2:
        return None
    keys = {key.value for key in node.keys if isinstance(key, ast.Constant)}
    first, second = map(ast.unparse, node.values)
    simple = isinstance(node.values[0], (ast.Constant, ast.Name, ast.Attribute, ast.Subscript, ast.JoinedStr))
    return node.values[0] if keys == {"http", "https"} and first == second and simple else None
