"""Keys that keep their name where they are written, as more than calls reads them: the call itself gives them another.

``create(**{"model" if name == "engine" else name: value for name, value in request.items()})``
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable

from ...rules.facts import Callee, argument_of
from ...sdk.arguments import DEPLOYMENTS, TODAY
from ...semantics.facts import Key
from ...semantics.keys import Keys
from ..plan import Plan
from .deployments import FIRM, is_decided

NAMED = (ast.Name, ast.Attribute)
"""Expressions of a dict that may stand several times in a call."""

HAS_ITEMS = (ast.Name, ast.Attribute, ast.Subscript, ast.Call)
"""Expressions of a dict that may have its ``items()`` read where they stand."""


def keeps_its_name(plan: Plan, key: Key) -> bool:
    """True if a key stays as it is written, and each call that is given it can rename it.

    Its dict is read by others, or shown; or a model may be in it, beside which a deployment decided.
    """
    if plan.travel is None or key.name not in TODAY:
        return False
    keys, mentions = plan.travel.keys, plan.travel.mentions(key)
    calls = keys.arguments.get(key, ())
    spreads = [dict_with(keys, key, call) for call in calls]
    if None in spreads:
        return False
    is_read = mentions.against is not None or mentions.is_shown or not isinstance(key.at, (ast.keyword, ast.Constant))
    rivals = plan.travel.rivals(key)
    if not rivals:
        return is_read
    if not all(id(one) in plan.text.parents for one in (key.at, *calls, *(at for _, at in mentions.named))):
        return False  # which of both decides is seen where all of it stands
    is_named = all(isinstance(spread.value, NAMED) for spread in spreads if spread is not None)
    is_named = is_named and all(map(_only_dict, calls))
    return is_named and (is_read or not all(is_decided(plan, key, one, is_asked=True) for one in rivals))


def kept(plan: Plan, call: ast.Call, method: Callee) -> list[Key]:
    """The keys that come to a call under a name that is gone, and that keep it where they are written.

    None where the call may be given the same argument under today's name, too; but a model, beside which a deployment
    decided.
    """
    if plan.travel is None:
        return []
    given, own = plan.travel.given(call), plan.travel.number
    found = [key for key in given if argument_of(method, key.name) is not None and keeps_its_name(plan, key)]
    found = [key for key in found if plan.wants("OAI110", key.at if key.number == own else call)]
    names = {key.name for key in found}
    beside = {keyword.arg for keyword in call.keywords} | {key.name for key in given if key.name != "model"}
    if model_of(call) is not None and _decides(call, names):
        beside.discard("model")
    return found if beside.isdisjoint(TODAY[name] for name in names) else []


def model_of(call: ast.Call) -> ast.keyword | None:
    """The model that a call names beside a dict."""
    return next((one for one in call.keywords if one.arg == "model"), None)


def _decides(call: ast.Call, names: Collection[str]) -> bool:
    """True if a dict with these names, of which one is a deployment, can be asked for that in the call."""
    keyword = _only_dict(call)
    return keyword is not None and isinstance(keyword.value, NAMED) and not set(names).isdisjoint(DEPLOYMENTS)


def spread(
    plan: Plan, call: ast.Call, keyword: ast.keyword, keys: Collection[Key], without: Iterable[str] = ()
) -> None:
    """Spread a dict into a call with today's names for some of its keys, and without others."""
    if not plan.placed(keyword.value):
        return
    quote, text, names = plan.quote(keyword.value), plan.text.of(keyword.value), {key.name for key in keys}

    def shown(name: str) -> str:
        return f"{quote}{name}{quote}"

    others = [one.value for one in call.keywords if one.arg is None and one is not keyword]
    beside = next((one for one in others if plan.may_come_in(one)), None)
    for name in sorted(names) if beside is not None else ():
        why = f"what is spread beside {text} may have {TODAY[name]!r}, too, which {text} has today"
        plan.doubt(beside or keyword.value, why)
    model, has_model = model_of(call), any(plan.travel is not None and plan.travel.rivals(key) for key in keys)
    first = [name for name in DEPLOYMENTS if name in names] if model is not None or has_model else []
    asked = " or ".join(f"{text}.get({shown(name)})" for name in (*first, *(["model"] if has_model else [])))
    if first and model is not None:
        is_firm = isinstance(model.value, FIRM)
        plan.wrap(model.value, f"{asked} or {'' if is_firm else '('}", "" if is_firm else ")")
    elif first:
        plan.edits.insert(plan.text.span(keyword)[0], f"model={asked}, ")
    names = names.difference(first)
    without = [*first, *(["model"] if has_model and first else []), *without]
    renamed = [(shown(name), shown(TODAY[name])) for name in TODAY if name in names]
    key = "name"
    if len(renamed) == 1:
        ((old, new),) = renamed
        key = f"{new} if name == {old} else name"
    elif renamed:
        key = f"{{{', '.join(f'{old}: {new}' for old, new in renamed)}}}.get(name, name)"
    gone = [shown(name) for name in without]
    test = f" if name != {gone[0]}" if len(gone) == 1 else f" if name not in ({', '.join(gone)})" if gone else ""
    plan.replace(keyword.value, f"{{{key}: value for name, value in {text}.items(){test}}}")


def spreads(plan: Plan, call: ast.Call, kept: Iterable[Key]) -> dict[ast.keyword, list[Key]]:
    """The dicts of a call with the keys in them that keep their names where they are written."""
    found: dict[ast.keyword, list[Key]] = {}
    for key in kept:
        keyword = dict_with(plan.travel.keys, key, call) if plan.travel is not None else None
        if keyword is not None:
            found.setdefault(keyword, []).append(key)
    return found


def dict_with(keys: Keys, key: Key, call: ast.Call) -> ast.keyword | None:
    """The one dict of a call that has a key, if it has a name, or comes out of something that has one."""
    found = keys.spread(key, call)
    if len(found) != 1 or not isinstance(found[0].value, HAS_ITEMS):
        return None
    return found[0]


def _only_dict(call: ast.Call) -> ast.keyword | None:
    """The one dict that a call is given by two stars."""
    found = [one for one in call.keywords if one.arg is None]
    return found[0] if len(found) == 1 else None
