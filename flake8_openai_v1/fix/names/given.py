"""The arguments by keyword that a call is given, and the names that they get."""

from __future__ import annotations

import ast
from typing import NamedTuple

from ...semantics.values import Mapping
from ..plan import Plan
from . import deployments
from .at_call import keeps_its_name
from .deployments import FIRM


class Argument(NamedTuple):
    """One argument by keyword, where it is written."""

    name: str
    node: ast.keyword | ast.expr
    """The keyword of the call, or what names it in a dict that is given as ``**kwargs``."""
    direct: bool
    """Does it stand in the call itself?"""


def values_of(options: list[Argument]) -> list[ast.expr]:
    """The values of arguments by keyword."""
    return [one.node.value for one in options if isinstance(one.node, ast.keyword)]


def arguments_of(plan: Plan, node: ast.Call) -> list[Argument]:
    """The arguments by keyword of a call, and those in dicts that the file itself gives it."""
    result = []
    for keyword in node.keywords:
        if keyword.arg is not None:
            result.append(Argument(keyword.arg, keyword, True))
        else:
            value = plan.value(keyword.value)
            entries = value.entries if isinstance(value, Mapping) else ()
            result += [Argument(name, entry, False) for name, entry in entries if id(entry) in plan.text.parents]
    return result


def either(plan: Plan, first: ast.expr, second: ast.expr) -> None:
    """Make one expression ``first or second``: brackets where one of them binds less."""
    other = plan.text.of(second)
    plan.wrap(
        first,
        "" if isinstance(first, FIRM) else "(",
        f"{'' if isinstance(first, FIRM) else ')'} or {other if isinstance(second, FIRM) else f'({other})'}",
    )


def rename_argument(plan: Plan, one: Argument, name: str) -> None:
    """Give an argument another name, where all that reads it by the old one gets the new one, too."""
    node = one.node
    if one.direct or plan.travel is None:
        write_name(plan, node, name)
        return
    # A key of a dict: whoever reads it by its old name would not find it.
    key = plan.travel.key(one.name, node)
    if key is not None and keeps_its_name(plan, key):
        plan.problem(node, f"{name} and {one.name} may be in one dict, where both are called {name} today")
        return
    mentions = plan.travel.mentions(key) if key is not None else None
    is_written = isinstance(node, (ast.keyword, ast.Constant))
    if key is None or mentions is None or mentions.against is not None or not is_written:
        plan.problem(node, f"the key {one.name!r} of a dict is used elsewhere, too")
        return
    if mentions.is_shown:
        plan.doubt(node, f"a text is made of a dict whose key {one.name!r} has another name today")
    for rival in plan.travel.rivals(key):
        if not deployments.is_decided(plan, key, rival):
            why = f"{rival.name} and this {one.name} may be in one dict, where both are called model today"
            plan.problem(node, why)
            return
    write_name(plan, node, name)


def write_name(plan: Plan, node: ast.expr | ast.keyword, name: str) -> None:
    """Give an argument another name: a keyword, or a key of a dict."""
    if isinstance(node, ast.keyword):
        if plan.placed(node):
            plan.edits.replace(*plan.text.keyword_name(node), name)
        return
    text = plan.text.of(node)
    plan.replace(node, text[: len(text) - len(text.lstrip("rRuUbB"))] + _requoted(text, name))


def _requoted(text: str, name: str) -> str:
    text = text.lstrip("rRuUbB")
    quote = text[:3] if text[:3] in ('"""', "'''") else text[0]
    return f"{quote}{name}{quote}"
