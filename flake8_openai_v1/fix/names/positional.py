"""Arguments of 0.x without a name, which get one."""

from __future__ import annotations

import ast

from ...rules.facts import GENERAL, Callee, argument_of
from ...sdk.arguments import DEPLOYMENTS, POSITIONAL
from ...syntax.written import FUNCTIONS
from ..plan import Plan
from .given import either


def name_positional(plan: Plan, node: ast.Call, method: Callee, positional: list[ast.expr]) -> None:
    """Give the arguments that stand without a name the one that they have."""
    if method.legacy is None or method.signature is None or not positional:
        return
    positional = [one for one in positional if not _is_empty(plan, one, method.legacy.path)]
    if any(isinstance(argument, ast.Starred) for argument in positional):
        plan.problem(node, "arguments come in by *args, and today's call takes keywords only")
        return
    allowed = len(method.signature.positional)
    engine = any(keyword.arg in DEPLOYMENTS for keyword in node.keywords)
    names = POSITIONAL.get(method.legacy.path, ())
    for number, argument in enumerate(positional):
        if number < allowed and number < len(names) and names[number] not in GENERAL:
            continue
        if not plan.wants("OAI111", argument):
            continue
        if number >= len(names) or names[number] in GENERAL or names[number] in ("user_provided_filename", "filename"):
            plan.problem(argument, "an argument without a name that today's call does not take")
            return
        if names[number] == "model" and engine:
            _drop_positional(plan, node, argument)
            continue
        row = argument_of(method, names[number])
        name = row.use[:-1] if row is not None and row.use and row.use.endswith("=") else names[number]
        if row is not None and row.use is None:
            plan.problem(argument, "an argument without a name that today's call does not take")
            return
        if plan.placed(argument):
            plan.edits.wrap(*plan.text.whole(argument), f"{name}=", "")


def _is_empty(plan: Plan, argument: ast.expr, path: str) -> bool:
    """Is it ``*args`` of a function that nobody gives an argument without a name, so that nothing goes on?"""
    function = plan.text.function_of(argument)
    if not isinstance(argument, ast.Starred) or not isinstance(function, FUNCTIONS):
        return False
    taken = function.args.vararg
    if taken is None or not isinstance(argument.value, ast.Name) or argument.value.id != taken.arg:
        return False
    if POSITIONAL.get(path, ("",))[0] in GENERAL:
        return True  # the first one was the key, which nobody gives so
    is_method = isinstance(plan.text.parents.get(id(function)), ast.ClassDef)
    if function.name in plan.settings.exported or (is_method and (plan.settings.files > 1 or function.decorator_list)):
        return False
    allowed = len(function.args.posonlyargs) + len(function.args.args) - is_method
    named = [one for one in plan.text.loads.get(function.name, ()) if is_method or isinstance(one, ast.Name)]
    calls = [(one, plan.text.parents.get(id(one))) for one in named]
    return bool(calls) and all(
        isinstance(call, ast.Call)
        and call.func is one
        and len(call.args) <= allowed
        and not any(isinstance(part, ast.Starred) for part in call.args)
        for one, call in calls
    )


def _drop_positional(plan: Plan, node: ast.Call, argument: ast.expr) -> None:
    """The model stands without a name, beside a deployment."""
    engine = next(keyword for keyword in node.keywords if keyword.arg in DEPLOYMENTS)
    if plan.settings.azure is not True and not isinstance(engine.value, ast.Constant):
        either(plan, engine.value, argument)
    plan.cut(node, argument)
