"""Names of arguments that are values of the program: ``name = "engine" if on_azure else "model"``, ``{name: it}``."""

from __future__ import annotations

import ast

from ...rules.facts import removed
from ...sdk.arguments import GONE, TODAY
from ...semantics.facts import ANY_NAME, Key
from ...semantics.local import Local
from ..causes import Code
from ..plan import Plan, about


@about(Code.ARGUMENT)
def rewrite(plan: Plan, travel: Local) -> None:
    """Rename the texts that are names of arguments where a dict gets one, or say that it is not known which."""
    keys = [key for key in travel.renamed() if key.name == ANY_NAME and key.number == travel.number]
    own = {id(key.at) for key in keys}
    for key in keys:
        calls = travel.keys.arguments[key]
        if plan.is_set_aside(key.at) or plan.is_left(key.at) or not any(_is_legacy(plan, call) for call in calls):
            continue
        texts = _texts(plan, key.at, own) if isinstance(key.at, ast.expr) else None
        if texts is None:
            why = "which argument of the call this is shows at run time only, and it may have another name today"
            plan.problem(key.at, why)
            continue
        plan.arguments.add(id(key.at))
        for text in texts:
            if text.value in GONE:
                _rename(plan, travel, key, text, str(text.value))


def _is_legacy(plan: Plan, call: ast.Call) -> bool:
    """True if a call is one of 0.x, or stands in another file."""
    return id(call) not in plan.text.parents or removed(plan.value(call.func)) is not None


def _rename(plan: Plan, travel: Local, key: Key, text: ast.Constant, old: str) -> None:
    """Give a text that names an argument the name that this has today."""
    name, mentions = TODAY.get(old), travel.mentions(key, old)
    if name is None or mentions.against is not None or mentions.named:
        plan.problem(key.at, f"the key {old!r} of a dict is used elsewhere, too")
        return
    if mentions.is_shown:
        plan.doubt(key.at, f"a text is made of a dict whose key {old!r} has another name today")
    if id(text) not in plan.arguments:
        plan.arguments.add(id(text))
        plan.replace(text, plan.text.of(text).replace(old, name))


def _texts(plan: Plan, node: ast.expr, own: set[int]) -> list[ast.Constant] | None:
    """The texts that a key may be; None where that is not all, or where they mean something else, too.

    ``own``: the ``id`` of all such keys.
    """
    if not isinstance(node, ast.Name):
        return _of(node)
    function = plan.text.function_of(node)
    named = [*plan.text.index.stores.get(node.id, ()), *plan.text.loads.get(node.id, ())]
    others = [one for one in named if plan.text.function_of(one) is not function]
    if others and (function is None or any(function in plan.text.around(one) for one in others)):
        return None  # a function within reads it, or sets it
    stores = [one for one in named if one not in others and not isinstance(getattr(one, "ctx", None), ast.Load)]
    loads = [one for one in named if one not in others and one not in stores]
    if not stores or any(id(one) not in own or plan.is_left(one) for one in loads):
        return None
    found: list[ast.Constant] = []
    for store in stores:
        statement = plan.text.parents.get(id(store))
        texts = _of(statement.value) if isinstance(statement, (ast.Assign, ast.AnnAssign)) else None
        if texts is None:
            return None
        found += texts
    return found


def _of(node: ast.expr | None) -> list[ast.Constant] | None:
    """The texts of which an expression is one."""
    if isinstance(node, ast.IfExp):
        first, second = _of(node.body), _of(node.orelse)
        return None if first is None or second is None else [*first, *second]
    return [node] if isinstance(node, ast.Constant) and isinstance(node.value, str) else None
