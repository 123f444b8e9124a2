"""The kind of API: its names, and who reads it."""

from __future__ import annotations

import ast

from ...rules.hosts import PLAIN
from ...sdk.settings import TOKENS
from ...semantics.uses import STORE, Use
from ...semantics.values import Const
from ..causes import Code
from ..names.paths import certain_path
from ..plan import Plan, about
from .again import varies
from .assigned import assigned_in, is_beside, kind_named, kind_of
from .reading import alternatives, is_put_back, is_set_before, put_or

MAKERS = ("openai_client", "make_openai_client", "new_openai_client")
"""Names for the function that makes a client for each call; the first that is free is taken."""


@about(Code.CONFIGURATION)
def look_for_unwanted_kinds(plan: Plan) -> None:
    """A kind of API that has another name today, and may not be touched, is in the way of all else."""
    for use in plan.model.of(STORE):
        if certain_path(use.value) == "openai.api_type" and not plan.wants("OAI306", use.node):
            if kind_of(use, plan.text) and use.extra != Const("azure"):
                plan.problem(use.node, "OAI306 is not selected, and the rest needs it", Code.NOT_SELECTED)


def is_in_maker(plan: Plan, node: ast.AST) -> bool:
    """Does a node stand in a function that an earlier pass wrote?"""
    function = plan.text.function_of(node)
    return plan.settings.each_call and getattr(function, "name", "").removeprefix("async_") in MAKERS


FROM_OUTSIDE = "if OPENAI_API_TYPE is set to azure, set AZURE_OPENAI_ENDPOINT and OPENAI_API_VERSION as well"


@about(Code.CONFIGURATION)
def rewrite_kinds(plan: Plan) -> None:
    """0.x had a kind of API where none was set; today's module has None."""
    if plan.carrier is not None and not plan.carrier.made:
        return
    if "api_type" in plan.settings.stored and not plan.settings.each_call:
        return
    for node in plan.text.each(ast.Attribute):
        is_read = node.attr == "api_type" and isinstance(node.ctx, ast.Load)
        if is_read and certain_path(plan.value(node)) == "openai.api_type" and not is_in_maker(plan, node):
            _kind_read(plan, node)


def _kind_read(plan: Plan, node: ast.Attribute) -> None:
    if not plan.settings.kinds and not plan.settings.each_call:
        plan.note(node, FROM_OUTSIDE)
    if plan.settings.kinds & TOKENS and plan.settings.kinds <= TOKENS | PLAIN:
        plan.problem(node, "the kind of API is read, and that of a token has another name now")
    elif not (
        is_put_back(plan, node)
        or is_set_before(plan, node, "openai.api_type")
        or _says_default(plan, node)
        or _is_compared_with_azure(plan, node)
        or _is_compared_then(plan, node)
    ) and plan.placed(node):
        put_or(plan, node, plan.text.of(node), f"{plan.quote(node)}open_ai{plan.quote(node)}")


def _says_default(plan: Plan, node: ast.AST) -> bool:
    """``openai.api_type or "open_ai"``, as an earlier pass wrote it."""
    return any(
        ast.unparse(one) == "'open_ai'" or plan.value(one) == Const("open_ai") for one in alternatives(plan, node)
    )


def _is_compared_then(plan: Plan, node: ast.AST) -> bool:
    """``openai.api_type and openai.api_type == "azure"``, which is false for either default."""
    parent = plan.text.parents.get(id(node))
    if not isinstance(parent, ast.BoolOp) or not isinstance(parent.op, ast.And) or node not in parent.values:
        return False
    later = parent.values[parent.values.index(node) + 1 :]
    kinds = [one.left for one in later if isinstance(one, ast.Compare) and isinstance(one.ops[0], ast.Eq)]
    return any(
        certain_path(plan.value(kind)) == "openai.api_type" and _is_compared_with_azure(plan, kind) for kind in kinds
    )


def _is_compared_with_azure(plan: Plan, node: ast.AST) -> bool:
    """``openai.api_type == "azure"``, which neither default is."""
    parent = plan.text.parents.get(id(node))
    if not isinstance(parent, ast.Compare) or len(parent.ops) != 1:
        return False
    (other,) = parent.comparators if parent.left is node else (parent.left,)
    if isinstance(parent.ops[0], (ast.In, ast.NotIn)) and isinstance(other, (ast.Tuple, ast.List, ast.Set)):
        kinds = other.elts
    elif isinstance(parent.ops[0], (ast.Eq, ast.NotEq)):
        kinds = [other]
    else:
        return False
    return all(isinstance(kind, ast.Constant) and kind.value in TOKENS | {"azure"} for kind in kinds)


def rewrite_kind(plan: Plan, use: Use) -> None:
    """``openai.api_type = "azure_ad"``: the key is a token."""
    if kind_named(use, plan.text) not in TOKENS:
        _lower(plan, use)
        return
    value = assigned_in(plan.text, use.node) if isinstance(use.node, ast.expr) else None
    if not isinstance(value, ast.Constant):
        plan.problem(use.node, "the kind of API is not written here")
        return
    text = plan.text.of(value)
    if plan.settings.each_call:
        # Where the key is a token only sometimes, whoever makes a client asks.
        kind = "azure" if plan.settings.kinds <= TOKENS | PLAIN else str(value.value).lower()
        if kind != value.value:
            if kind != "azure" and "api_type" in plan.settings.read:
                plan.problem(use.node, f'the kind of API is read, and is called "{kind}" today')
            plan.replace(value, text[0] + kind + text[0])
        return
    stores = [
        other for other in plan.examined.uses if other.role == STORE and certain_path(other.value) == "openai.api_key"
    ]
    if not stores:
        why = "where the token comes from is not to be seen in this file"
        plan.problem(use.node, why, about_settings=True)
        return
    beside = [store for store in stores if is_beside(plan, store, use)]
    if len(beside) == 1 and all(_is_beside_other_kind(plan, store) for store in stores if store not in beside):
        stores = beside
    in_functions = any(plan.text.function_of(store.node) is not None for store in stores)
    if len(stores) > 1 or in_functions or any(varies(store, plan.text, [plan.text]) for store in stores):
        why = "the token is renewed, which needs openai.azure_ad_token_provider"
        plan.problem(use.node, why, about_settings=True)
        return
    if "api_type" in plan.settings.read:
        plan.problem(use.node, "the kind of API is read, and that of a token has another name now")
    if "api_key" in plan.settings.read:
        why = "the token is read again, and is openai.azure_ad_token now"
        plan.problem(use.node, why, about_settings=True)
        return
    plan.replace(value, text[0] + "azure" + text[0])
    for store in stores:
        if isinstance(store.node, ast.Attribute):
            plan.edits.replace(*plan.text.name(store.node), "azure_ad_token")


def _is_beside_other_kind(plan: Plan, store: Use) -> bool:
    """Does a kind of API with which the key is none stand beside the assignment of a key?"""
    return any(
        kind_of(other, plan.text) is not None
        and kind_named(other, plan.text) not in TOKENS
        and is_beside(plan, store, other)
        for other in plan.model.of(STORE)
        if certain_path(other.value) == "openai.api_type"
    )


def _lower(plan: Plan, use: Use) -> None:
    """``"Azure"``, ``"open_ai"``: today's module knows only ``"azure"`` and ``"openai"``."""
    value = assigned_in(plan.text, use.node) if isinstance(use.node, ast.expr) else None
    if not isinstance(value, ast.Constant) or not isinstance(value.value, str):
        return
    kind = value.value.lower().replace("open_ai", "openai")
    if kind in ("azure", "openai") and kind != value.value:
        if "api_type" in plan.settings.read:
            plan.problem(use.node, f'the kind of API is read, and is called "{kind}" today')
        plan.replace(value, plan.text.of(value).replace(value.value, kind))
