"""A model beside a deployment, which decided in 0.x: both are called ``model`` today."""

from __future__ import annotations

import ast

from ...semantics.facts import Key
from ...syntax.written import is_none
from ..causes import Code
from ..plan import Plan, about

LOOPS = (ast.For, ast.AsyncFor, ast.While)
FIRM = (ast.Name, ast.Attribute, ast.Subscript, ast.Call, ast.Constant, ast.JoinedStr, ast.List, ast.Tuple, ast.Dict)
"""Expressions that need no brackets on either side of ``or``."""


def is_certain(plan: Plan, value: ast.expr) -> bool:
    """True if a deployment is one for sure, not None: a text, on Azure, or behind a test of it."""
    if isinstance(value, ast.JoinedStr) or (isinstance(value, ast.Constant) and value.value) or plan.settings.azure:
        return True
    for around, inner in plan.text.steps(value):
        if isinstance(around, (ast.If, ast.IfExp)) and _is_in_body(around, inner):
            tests = around.test.values if isinstance(around.test, ast.BoolOp) else [around.test]
            is_any = isinstance(around.test, ast.BoolOp) and isinstance(around.test.op, ast.Or)
            if not is_any and any(_asks_for(plan, test, value) for test in tests):
                return True
    return False


def _is_in_body(around: ast.If | ast.IfExp, inner: ast.AST) -> bool:
    return inner in around.body if isinstance(around, ast.If) else inner is around.body


def _asks_for(plan: Plan, test: ast.expr, value: ast.expr) -> bool:
    """True if a test is only passed where a value, named or read, is something."""
    if not isinstance(value, (ast.Name, ast.Attribute, ast.Subscript)):
        return False
    if isinstance(test, ast.Compare) and len(test.ops) == 1 and isinstance(test.ops[0], ast.IsNot):
        (other,) = test.comparators
        test = test.left if is_none(other) else test
    return ast.dump(test) == ast.dump(value)


@about(Code.ARGUMENT)
def spread_model(plan: Plan, call: ast.Call, model: ast.keyword, deployments: list[ast.expr | ast.keyword]) -> bool:
    """Have the model of a call decide only where the dict that it is given by ``**`` has no deployment.

    False where that cannot be written. ``deployments`` are the keys of these in the file.
    """
    spread = [one for one in call.keywords if one.arg is None]
    if len(spread) != 1 or not isinstance(spread[0].value, (ast.Name, ast.Attribute)):
        return False
    quote, given, text = plan.quote(call), plan.text.of(model.value), plan.text.of(spread[0].value)
    values = [value_of(plan, one) if plan.text.is_placed(one) else None for one in deployments]
    if all(value is not None and is_certain(plan, value) for value in values):
        plan.wrap(spread[0].value, f"{{{quote}model{quote}: {given}, **", "}")
    else:
        given = given if isinstance(model.value, FIRM) else f"({given})"
        plan.wrap(spread[0].value, "{**", f", {quote}model{quote}: {text}.get({quote}model{quote}) or {given}}}")
    plan.cut(call, model)
    return True


def value_of(plan: Plan, key: ast.expr | ast.keyword) -> ast.expr | None:
    """What stands under a key, where it is written."""
    if isinstance(key, ast.keyword):
        return key.value
    parent = plan.text.parents.get(id(key))
    if isinstance(parent, ast.Dict) and key in parent.keys:
        return parent.values[parent.keys.index(key)]
    if isinstance(parent, ast.Call) and parent.args[:1] == [key] and len(parent.args) == 2:
        return parent.args[1]
    statement = plan.text.parents.get(id(parent))
    if isinstance(parent, ast.Subscript) and isinstance(statement, ast.Assign) and statement.targets == [parent]:
        return statement.value
    return None


def is_decided(plan: Plan, deployment: Key, model: Key, *, is_asked: bool = False) -> bool:
    """True if of a deployment and a model in one dict the deployment still decides where both are called model.

    It is put there later, or never where the model is. Where it may be None, that is written, unless that ``is_asked``.
    """
    if deployment.number != model.number:
        return False
    one, other = deployment.at, model.at
    owner, is_made = _owner(plan, other)
    if owner is None or owner != _owner(plan, one)[0] or not _is_new(plan, other, owner):
        return False
    function = plan.text.function_of(one)
    if function is not plan.text.function_of(other):
        return False
    if _exclude_each_other(plan, one, other):
        return True
    value, parent = value_of(plan, one), plan.text.parents.get(id(one))
    is_later = (one.lineno, one.col_offset) > (other.lineno, other.col_offset)
    is_again = any(isinstance(at, LOOPS) for at in plan.text.around(one)) and not is_made
    if value is None or not is_later or is_again or isinstance(parent, ast.Dict):
        return False
    if not is_certain(plan, value):
        if not isinstance(parent, ast.Subscript):
            return False
        quote, is_firm = plan.quote(parent), isinstance(value, FIRM)
        after = f" or {owner}.get({quote}model{quote})"
        if not is_asked:
            plan.wrap(value, "" if is_firm else "(", after if is_firm else f"){after}")
    return True


def _owner(plan: Plan, key: ast.expr | ast.keyword) -> tuple[str | None, bool]:
    """The variable whose dict gets a key where that is written, and whether the dict is made there."""
    parents = plan.text.parents
    holder: ast.AST | None = parents.get(id(key))
    if isinstance(holder, ast.Subscript):
        return getattr(holder.value, "id", None), False
    if isinstance(holder, ast.Dict) and isinstance(parents.get(id(holder)), ast.Call):
        holder = parents.get(id(holder))
    if isinstance(holder, ast.Call) and isinstance(holder.func, ast.Attribute):
        return (getattr(holder.func.value, "id", None) if holder.func.attr == "update" else None), False
    statement = parents.get(id(holder))
    if isinstance(holder, ast.Call) and getattr(holder.func, "id", "") != "dict":
        return None, False
    targets = statement.targets if isinstance(statement, ast.Assign) else [getattr(statement, "target", None)]
    return (getattr(targets[0], "id", None) if len(targets) == 1 else None), True


def _is_new(plan: Plan, node: ast.AST, name: str) -> bool:
    """True if a variable of the function around a node is a dict that the function makes, each time that it runs."""
    function = plan.text.function_of(node)
    stores = plan.text.index.stores.get(name, ())
    if any(isinstance(one, (ast.Global, ast.Nonlocal)) and name in one.names for one in plan.text.nodes):
        return False
    own = [plan.text.parents.get(id(one)) for one in stores if plan.text.function_of(one) is function]
    if not own:
        kwarg = getattr(getattr(function, "args", None), "kwarg", None)
        return kwarg is not None and kwarg.arg == name
    return all(isinstance(one, (ast.Assign, ast.AnnAssign)) and _makes_dict(one.value) for one in own)


def _makes_dict(node: ast.expr | None) -> bool:
    """True for an expression that makes a dict which nobody else has."""
    if isinstance(node, ast.Call):
        return getattr(node.func, "id", "") == "dict" or getattr(node.func, "attr", "") == "copy"
    return isinstance(node, (ast.Dict, ast.DictComp))


def _exclude_each_other(plan: Plan, one: ast.AST, other: ast.AST) -> bool:
    """True if of two places in a function one is run only where the other is not."""
    branches: dict[int, ast.AST] = {}
    inner = one
    for around in plan.text.around(one):
        if isinstance(around, LOOPS):
            return False  # the next time it may be the other
        branches[id(around)] = inner
        inner = around
    for around, inner in plan.text.steps(other):
        if isinstance(around, (ast.If, ast.IfExp)) and id(around) in branches:
            first = branches[id(around)]
            return (
                inner is not around.test
                and first is not around.test
                and (_is_in_body(around, inner) is not _is_in_body(around, first))
            )
        if id(around) in branches:
            return False
    return False
