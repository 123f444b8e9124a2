"""Calls of 0.x → those of today: what is called."""

from __future__ import annotations

import ast

from ...rules.arguments import FORWARDERS, called
from ...rules.facts import COROUTINE, GENERAL, METHOD, RESOURCE, callee, find
from ...sdk.arguments import PER_CALL
from ...sdk.methods import BYTES, DOUBTFUL, RAW, UPLOADS
from ...semantics.calls import TAKERS
from ...semantics.uses import Use
from ...semantics.values import Place, Value, alternatives
from ..causes import Code
from ..clients import clients, makers
from ..clients.placed import placed
from ..mocks.converted import make_converted
from ..mocks.replaced import stores_method
from ..mocks.stand_ins import make_empty
from ..plan import Plan, about
from .arguments import rewrite_arguments
from .given import arguments_of, values_of
from .names import evaluates_early, rename, rename_function
from .options import given_to_maker
from .paths import certain_path, is_own_name
from .uploads import keep_name, open_as_bytes


@about(Code.ARGUMENT)
def rewrite_call(plan: Plan, use: Use) -> None:
    """Rewrite a call, legacy or current, whose function is known."""
    node = use.node
    assert isinstance(node, ast.Call)
    path = certain_path(use.value)
    found = find(path) if path else None
    if found is not None and found.path == path and found.kind in (METHOD, COROUTINE) and not is_own_name(use.value):
        code = "OAI103" if found.kind == COROUTINE else "OAI102"
        if not plan.wants(code, node):
            return
        if plan.settings.unknown:
            plan.problem(node, plan.settings.unknown, Code.MOCK)
            return
        if plan.settings.dynamic and not plan.settings.each_call:
            plan.problem(node, plan.settings.dynamic, Code.CONFIGURATION, about_settings=True)
            return
        if plan.settings.made and not plan.settings.each_call:
            why = f"the program calls on clients that are made in {plan.settings.made}: make one so for this call"
            plan.problem(node, why, Code.CLIENT)
            return
        if found.path in plan.settings.replaced and not stores_method(plan, found.path):
            plan.problem(node, f"the program puts a function of its own in the place of {found.path}", Code.MOCK)
            return
        _rewrite_function(plan, node, path or "", found.kind == COROUTINE)
    elif found is not None and not is_own_name(use.value) and plan.wants("OAI102", node):
        if rename_function(plan, node, found.path):
            return
        if found.kind == RESOURCE and not node.args and not node.keywords and not evaluates_early(plan, node):
            rename(plan, node)  # an object of a class whose methods were those of the class
            return
        if make_empty(plan, node, found.path) or make_converted(plan, node, found.path):
            return
        note = getattr(found.row, "note", "")
        plan.problem(node, f"{found.path} has no counterpart{': ' + note if note else ''}", Code.NO_COUNTERPART)
        return
    if path is None and _is_awaited(use.value) and _is_of_resource(plan, node.func):
        plan.problem(node, "one of several resources is awaited, and has a client of its own today", Code.HANDED_ON)
        return
    reached = called(use, plan.examined.file)
    if reached is not None:
        method, positional, _ = reached
        forwarded = isinstance(use.value, Place) and use.value.path in FORWARDERS
        rewrite_arguments(plan, node, method, positional, per_call=not forwarded)


def _is_awaited(value: Value) -> bool:
    """True if something that is called may be a method of 0.x that is awaited."""
    rows = [find(one.path) for one in alternatives(value) if isinstance(one, Place)]
    return any(row is not None and row.kind == COROUTINE for row in rows)


def _is_of_resource(plan: Plan, node: ast.expr) -> bool:
    """True if a function is named as a method of what may be a resource, so that the name changes with it."""
    owners = alternatives(plan.value(node.value)) if isinstance(node, ast.Attribute) else ()
    rows = [find(one.path) for one in owners if isinstance(one, Place)]
    return any(row is not None and row.kind == RESOURCE for row in rows)


def _rewrite_function(plan: Plan, node: ast.Call, path: str, asynchronous: bool) -> None:
    if not is_exact(plan, node, path, called=True):
        return
    legacy = getattr(found_row(path), "path", path)
    options = [one for one in arguments_of(plan, node) if one.direct and one.name in PER_CALL]
    root = ""
    if plan.carrier is not None and plan.carrier.made:
        root = makers.client_for(plan, node, given_to_maker(plan, node, options), asynchronous)
        if not root:
            return
    elif options and plan.carrier is not None:
        root = clients.with_options(plan, options)
    elif (options or asynchronous) and plan.carrier is None:
        client = clients.made_for_call(plan, node, options, asynchronous)
        root = placed(plan, node, client, values_of(options), asynchronous=asynchronous) if client is not None else ""
    if not root and (options or (asynchronous and plan.carrier is None)):
        return
    rename(plan, node.func, root, asynchronous)
    if legacy in UPLOADS:
        open_as_bytes(plan, node)
    if legacy == "openai.File.create":
        keep_name(plan, node)
    if legacy in BYTES:
        whole: ast.expr = node
        parent = plan.text.parents.get(id(node))
        if isinstance(parent, ast.Await):
            start, end = plan.text.span(parent)
            plan.edits.wrap(start, end, "(", ").read()")
            return
        if asynchronous:
            plan.problem(node, "what is awaited here cannot be seen")
            return
        plan.edits.wrap(*plan.text.span(whole), "", ".read()")


def found_row(path: str) -> object:
    """The row of a name of 0.x."""
    found = find(path)
    assert found is not None
    return found.row


@about(Code.ARGUMENT)
def is_exact(plan: Plan, node: ast.AST, path: str, *, called: bool) -> bool:
    """True if what takes the place of a resource or method does the same; if not, that is said.

    ``called``: is it called here, so that the call can be changed with it, or is it handed on?
    """
    row = found_row(path)
    legacy = getattr(row, "path", path)
    doubts = [why for name, why in DOUBTFUL.items() if f"{name}.".startswith(f"{legacy}.")]
    note = getattr(row, "note", "")
    if doubts:
        plan.doubt(node, doubts[0], Code.NO_COUNTERPART)
    elif not getattr(row, "exact", True) and not (called and legacy in BYTES | RAW):
        plan.problem(
            node,
            f"{path} has no exact counterpart{': ' + note if note else ''}",
            Code.NO_COUNTERPART,
            is_loud=not called,
        )
        return False
    if plan.settings.azure is not False and f"{legacy}.".startswith("openai.Image."):
        plan.problem(
            node, "images on Azure are made by a deployment now, which only a person knows", Code.NO_COUNTERPART
        )
        return False
    return True


def rewrite_passed_on(plan: Plan, use: Use) -> None:
    """A method that is handed to a function, with the arguments for it beside: ``pool.submit(method, engine=...)``."""
    node = use.node
    assert isinstance(node, ast.expr)
    call = plan.text.parents.get(id(node))
    if isinstance(call, ast.keyword) and call.arg == "target":
        thread = plan.text.parents.get(id(call))
        if isinstance(thread, ast.Call) and any(keyword.arg in ("args", "kwargs") for keyword in thread.keywords):
            plan.problem(node, "it is called with the arguments beside it, which are for 0.x")
        return
    if not isinstance(call, ast.Call) or node not in call.args:
        return
    path = certain_path(plan.value(call.func))
    if path in FORWARDERS:
        return
    method = callee(use.value, plan.examined.file.target)
    if method is None:
        return
    at = call.args.index(node)
    name = call.func.attr if isinstance(call.func, ast.Attribute) else ""
    taker = name in TAKERS and name != "map"
    positional = call.args[at + 1 :] if taker else []
    if taker or any(keyword.arg in GENERAL for keyword in call.keywords):
        rewrite_arguments(plan, call, method, positional, per_call=False)
    if name == "map" and method.signature is not None and not method.signature.positional:
        plan.problem(call, "map gives its arguments without names, and today's call takes keywords only")
