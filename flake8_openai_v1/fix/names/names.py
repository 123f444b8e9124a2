"""Names of 0.x in expressions → those of today."""

from __future__ import annotations

import ast

from ...rules.facts import find
from ...sdk.names import CLASSES, METHODS_NOW
from ...semantics.responses import is_model
from ...semantics.uses import STORE
from ...syntax.written import is_none
from ..causes import Code
from ..plan import Plan, about
from .paths import below_client, certain_path, is_own_name
from .scopes import module_name

BY_HAND = "this is written in a way for which there is no edit: below a client it is {} today"
"""Why a name is left; it takes the path of today."""


@about(Code.FORM)
def rename(plan: Plan, node: ast.expr, root: str = "", asynchronous: bool = False) -> bool:
    """Make an expression that denotes something of 0.x denote what took its place.

    ``root`` is put between the module and what is below a client: ``AsyncOpenAI()``. False, and a problem, where
    that cannot be done.
    """
    path = certain_path(plan.value(node))
    if path is None:
        plan.problem(node, "this name may be one of several things, each of which has another name today", Code.DYNAMIC)
        return False
    new = below_client(path, plan)
    if new is None:
        found = find(path)
        note = found.row.note if found is not None else ""
        call = plan.text.parents.get(id(node))
        is_called = isinstance(call, ast.Call) and call.func is node
        text = f"{path} has no counterpart{': ' + note if note else ''}"
        plan.problem(node, text, Code.NO_COUNTERPART, is_loud=not is_called)
        return False
    if id(node) in plan.raw:
        resource, _, method = new.rpartition(".")
        new = f"{resource}.with_raw_response.{method}"
    if isinstance(node, ast.Attribute):
        return _rename_attribute(plan, node, new, root, asynchronous)
    if isinstance(node, ast.Name):
        if is_own_name(plan.value(node)):
            return True
        if is_tested(plan, node) and plan.carrier is None:
            plan.replace(node, module_name(plan, node))
            return True
        plan.replace(
            node, below(plan, node, module_name(plan, node) if plan.carrier is None else "", root, new, asynchronous)
        )
        return True
    if (
        isinstance(node, ast.Call)
        and certain_path(plan.value(node.func)) == path
        and not node.args
        and not node.keywords
    ):
        # An object of a class whose methods were those of the class.
        if not is_own_name(plan.value(node.func)) and not rename(plan, node.func, root, asynchronous):
            return False
        plan.edits.replace(plan.text.whole(node.func)[1], plan.text.span(node)[1], "")
        return True
    if isinstance(node, ast.Call):
        return _rename_getattr(plan, node, new, root)
    plan.problem(node, BY_HAND.format(new))
    return False


def _rename_attribute(plan: Plan, node: ast.Attribute, new: str, root: str, asynchronous: bool) -> bool:
    base = certain_path(plan.value(node.value))
    if base is None:
        plan.problem(node, "this name may be one of several things, each of which has another name today", Code.DYNAMIC)
        return False
    if base == "openai":
        if plan.carrier is None or not plan.carrier.made:
            stands = root in plan.standing
            plan.edits.replace(*plan.text.name(node), ".".join(filter(None, ("" if stands else root, new))))
            if stands:
                plan.replace(node.value, root)
            elif plan.carrier is not None:
                plan.replace(node.value, client_name(plan, node, asynchronous))
        else:
            plan.edits.replace(*plan.text.name(node), new)
            plan.replace(node.value, root or client_name(plan, node, asynchronous))
        return plan.placed(node)
    owner = below_client(base, plan)
    if base.startswith("openai.api_resources"):
        # from openai import api_resources: its classes are those of the module.
        plan.replace(node, ".".join(filter(None, (module_name(plan, node), root, new))))
        return True
    if owner is None or not f"{new}.".startswith(f"{owner}."):
        plan.problem(node, BY_HAND.format(new))
        return False
    if is_own_name(plan.value(node.value)):
        if root or asynchronous:
            # What is kept under the name has no such client.
            module = module_name(plan, node) if plan.carrier is None else ""
            plan.replace(node, below(plan, node, module, root, new, asynchronous))
            return plan.placed(node)
    elif not rename(plan, node.value, root, asynchronous):
        return False
    if plan.placed(node):
        plan.edits.replace(*plan.text.name(node), new.removeprefix(owner).lstrip("."))
    return True


def _rename_getattr(plan: Plan, node: ast.Call, new: str, root: str) -> bool:
    """``getattr(openai, "ChatCompletion")``."""
    if len(node.args) == 2 and isinstance(node.func, ast.Name) and node.func.id == "getattr":
        base = certain_path(plan.value(node.args[0]))
        if base == "openai":
            plan.replace(node, below(plan, node, plan.text.of(node.args[0]), root, new, False))
            return True
        owner = below_client(base, plan) if base else None
        if owner is not None and not root and new.startswith(f"{owner}."):
            name = new.removeprefix(f"{owner}.")
            if not is_own_name(plan.value(node.args[0])) and not rename(plan, node.args[0]):
                return False
            if "." in name:
                plan.problem(node, BY_HAND.format(new))
                return False
            text = plan.text.of(node.args[1])
            plan.replace(node.args[1], text[0] + name + text[0])
            return True
    plan.problem(node, BY_HAND.format(new))
    return False


def below(plan: Plan, node: ast.AST, module: str, root: str, new: str, asynchronous: bool) -> str:
    """What stands in the place of a node, below the client, which a root is part of, or takes the place of."""
    if plan.carrier is None:
        before = "" if root in plan.standing else module
    elif plan.carrier.made and root:
        before = ""
    else:
        before = client_name(plan, node, asynchronous)
    return ".".join(filter(None, (before, root, new)))


def client_name(plan: Plan, node: ast.AST, asynchronous: bool) -> str:
    """The variable that holds the client on which a call is made; ``node`` names the SDK in it."""
    assert plan.carrier is not None
    if plan.carrier.at is None:
        return plan.carrier.names[asynchronous]
    if id(node) not in plan.carrier.at:
        plan.problem(node, "which client this call is made on does not show", Code.CLIENT)
    return plan.carrier.at.get(id(node), "client")


def is_tested(plan: Plan, node: ast.expr) -> bool:
    """True if it is only asked whether something is there: ``ChatCompletion is None``, ``if ChatCompletion:``."""
    parent = plan.text.parents.get(id(node))
    if isinstance(parent, ast.Compare):
        is_alone = parent.left is node and len(parent.ops) == 1 and isinstance(parent.ops[0], (ast.Is, ast.IsNot))
        return is_alone and is_none(parent.comparators[0])
    if isinstance(parent, ast.UnaryOp):
        return isinstance(parent.op, ast.Not)
    return isinstance(parent, (ast.If, ast.IfExp, ast.While, ast.Assert)) and parent.test is node


def rename_function(plan: Plan, node: ast.Call, path: str) -> bool:
    """``util.convert_to_dict(response)`` → ``response.to_dict()``; False where it is another function."""
    behind = METHODS_NOW.get(path)
    if behind is None or len(node.args) != 1 or node.keywords or not is_model(plan.value(node.args[0])):
        return False
    inner = plan.text.whole(node.args[0])
    start, end = plan.text.span(node)
    if plan.placed(node):
        plan.edits.replace(start, inner[0], "")
        plan.edits.replace(inner[1], end, behind)
    return True


def evaluates_early(plan: Plan, node: ast.AST) -> bool:
    """Would naming a resource make the module's client for Azure before its settings are complete?"""
    if plan.settings.azure is False or plan.text.function_of(node) is not None:
        return False
    stores = [
        use
        for use in plan.model.of(STORE)
        if (certain_path(use.value) or "").removeprefix("openai.") in ("api_base", "api_type", "api_version", "api_key")
    ]
    kinds = {certain_path(use.value) for use in stores}
    early = all(plan.text.function_of(use.node) is None and plan.line(use.node) < plan.line(node) for use in stores)
    return not (len(kinds) == 4 and early)


@about(Code.FORM)
def rename_helper(plan: Plan, node: ast.AST, path: str) -> None:
    """Classes and functions of modules of 0.x."""
    found = find(path)
    if path not in CLASSES or not isinstance(node, (ast.Name, ast.Attribute)):
        note = found.row.note if found is not None else ""
        plan.problem(node, f"{path} has no counterpart{': ' + note if note else ''}", Code.NO_COUNTERPART, is_loud=True)
        return
    if isinstance(node, ast.Attribute):
        plan.replace(node, f"{module_name(plan, node)}.{CLASSES[path]}")
