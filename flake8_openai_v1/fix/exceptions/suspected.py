"""Attributes of what may be an exception of the SDK, where the file does not show it."""

from __future__ import annotations

import ast

from ...rules.facts import is_exception
from ...sdk.exceptions import ATTRIBUTES, OF_RESPONSE
from ...semantics.values import Items, Raised
from ...syntax.written import FUNCTIONS, is_none
from ..causes import Code
from ..names.paths import certain_path
from ..plan import Plan, about
from .attributes import rewrite_read
from .class_names import CAUSES, may_be_any
from .clauses import is_of_call

OWN_NAMES = ("http_status", "json_body", "http_body", "user_message")
"""Attributes that only exceptions of 0.x are likely to have."""
ATTRIBUTE_NAMES = frozenset(row.name for row in ATTRIBUTES)
OF_ANSWERS = frozenset({*OF_RESPONSE, "organization"})
"""Attributes that need an answer of the service today."""


@about(Code.CLAUSE)
def look_for_unknown(plan: Plan) -> None:
    """Attributes of what may be an exception of the SDK, where the file does not show it."""
    for node in plan.text.each(ast.Attribute, ast.Call):
        if isinstance(node, ast.Attribute) and node.attr == "code" and isinstance(node.ctx, ast.Load):
            if plan.is_legacy and plan.value(node.value) is None and not plan.is_set_aside(node):
                if _is_handed(plan, node.value) and plan.placed(node):
                    rewrite_read(plan, node, ("openai.error.OpenAIError",), False)
        elif isinstance(node, ast.Attribute) and node.attr in ATTRIBUTE_NAMES and isinstance(node.ctx, ast.Load):
            _rewrite_suspected(plan, node)
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("getattr", "hasattr"):
            name = node.args[1] if len(node.args) > 1 else None
            if isinstance(name, ast.Constant) and name.value in OWN_NAMES and not plan.is_set_aside(node):
                _rewrite_named(plan, node, name)


def _rewrite_suspected(plan: Plan, node: ast.Attribute) -> None:
    """``e.http_status``, where ``e`` is nothing known, or what a clause for all exceptions caught."""
    parent = plan.text.parents.get(id(node))
    is_method = isinstance(parent, ast.Call) and parent.func is node
    is_own = isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")
    value = plan.value(node.value)
    if is_method or is_own or plan.is_set_aside(node) or (value is not None and not may_be_any(value)):
        return
    caught = is_of_call(plan, node.value)
    if node.attr not in OWN_NAMES and not caught:
        return
    handed = value is None and _is_handed(plan, node.value)
    if not (handed or caught) or not plan.wants("OAI108", node) or not plan.placed(node):
        plan.problem(node, f"{node.attr} may be that of an exception of the SDK, which has it no more")
        return
    if caught:
        plan.doubt(node, f"this may be an exception of others, which never had {node.attr}")
    rewrite_read(plan, node, ("openai.error.OpenAIError",), caught and node.attr in OF_ANSWERS)


def _rewrite_named(plan: Plan, node: ast.Call, name: ast.Constant) -> None:
    """``getattr(e, "http_status", None)``: where there is no status, it gives None with either SDK."""
    error = plan.value(node.args[0])
    default = node.args[2] if len(node.args) == 3 else None
    ours = isinstance(error, Raised) and all(is_exception(path) for path in error.classes)
    if name.value == "http_status" and ours and is_none(default):
        quote = plan.text.of(name)[0]
        plan.replace(name, f"{quote}status_code{quote}")
    else:
        plan.problem(node, f"{name.value!s} may be that of an exception of the SDK, which has it no more")


PREDICATES = {"backoff.on_exception": "giveup", "tenacity.retry_if_exception": "predicate"}
"""What asks a function about an exception → the parameter that the function is."""
HANDLERS = frozenset({"errorhandler", "app_errorhandler", "exception_handler"})
"""Decorators of web frameworks that give a function the exceptions of a class, behind what else they give it."""


def _is_handed(plan: Plan, owner: ast.expr) -> bool:
    """Is something an exception of the SDK, since a retry asks about it, or since nothing else is a cause?"""
    if isinstance(owner, ast.Attribute):
        return owner.attr in CAUSES and _are_causes(plan)
    if not isinstance(owner, ast.Name):
        return False
    function = plan.text.function_of(owner)
    if isinstance(function, FUNCTIONS) and _handles(plan, function):
        return (
            bool(function.args.args) and owner.id == function.args.args[-1].arg and owner.id not in _assigned(function)
        )
    if function is not None and function.args.args and function.args.args[0].arg == owner.id:
        return owner.id not in _assigned(function) and _is_predicate(plan, function)
    stored = [
        node
        for node in ast.walk(function or plan.text.tree)
        if isinstance(node, ast.Name) and node.id == owner.id and isinstance(node.ctx, ast.Store)
    ]
    if len(stored) != 1:
        return False
    statement = plan.text.parents.get(id(stored[0]))
    value = statement.value if isinstance(statement, (ast.Assign, ast.NamedExpr)) else None
    return isinstance(value, ast.Attribute) and value.attr in CAUSES and _are_causes(plan)


def _handles(plan: Plan, function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """``@app.errorhandler(RateLimitError)``: is a function given exceptions of the SDK by a web framework?"""
    if len(function.decorator_list) != 1:
        return False
    call = function.decorator_list[0]
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute) or len(call.args) != 1:
        return False
    return call.func.attr in HANDLERS and _are_ours(plan, call.args[0])


def _assigned(function: ast.AST) -> set[str]:
    return {node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}


def _is_predicate(plan: Plan, function: ast.AST) -> bool:
    """Is a function given to a retry that is for exceptions of the SDK alone?"""
    given: list[ast.AST] = [function]
    if isinstance(function, FUNCTIONS):
        given = list(plan.text.loads.get(function.name, ()))
    return bool(given) and all(_is_asked(plan, node) for node in given)


def _is_asked(plan: Plan, node: ast.AST) -> bool:
    parent = plan.text.parents.get(id(node))
    call = plan.text.parents.get(id(parent)) if isinstance(parent, ast.keyword) else parent
    path = certain_path(plan.value(call.func)) if isinstance(call, ast.Call) else None
    if not isinstance(call, ast.Call) or path not in PREDICATES:
        return False
    if isinstance(parent, ast.keyword):
        if parent.arg != PREDICATES[path]:
            return False
    elif path == "backoff.on_exception" or call.args[0] is not node:
        return False
    return path != "backoff.on_exception" or (len(call.args) > 1 and _are_ours(plan, call.args[1]))


def _are_ours(plan: Plan, node: ast.expr) -> bool:
    """Does an expression name exceptions of the SDK alone?"""
    value = plan.value(node)
    classes = value.elements if isinstance(value, Items) else (value,)
    return all(is_exception(certain_path(one) or "") for one in classes)


def _are_causes(plan: Plan) -> bool:
    """Is every exception from which the file raises another one of the SDK?"""
    causes = [node.cause for node in plan.text.each(ast.Raise) if node.cause is not None]
    values = [plan.value(cause) for cause in causes]
    return bool(values) and all(
        isinstance(value, Raised) and all(is_exception(path) for path in value.classes) for value in values
    )
