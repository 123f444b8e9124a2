"""Options of one call, which are those of a client today."""

from __future__ import annotations

import ast
from typing import NamedTuple

from ...rules.facts import COROUTINE, METHOD, Callee, removed
from ...sdk.arguments import PER_CALL
from ...semantics.values import Mapping
from ..causes import Code
from ..clients import makers
from ..plan import Plan, about
from .given import Argument, arguments_of
from .parameters import takes_by_name
from .paths import is_own_name


def given_to_maker(plan: Plan, node: ast.Call, options: list[Argument]) -> list[makers.Given]:
    """What a call gives the function that makes its client: options of its own, and dicts of nothing but such."""
    given = []
    for option in options:
        assert isinstance(option.node, ast.keyword)
        given.append(makers.Given(f"{option.name}={plan.text.of(option.node.value)}", frozenset({option.name})))
    for keyword, within in dicts_of_options(plan, node):
        if takes_by_name(plan, keyword.value, within.options):
            taken = [name for name in PER_CALL if name in within.options]
            given += [makers.Given(f"{name}={name}", frozenset({name})) for name in taken]
        else:
            given.append(makers.Given(f"**{plan.text.of(keyword.value)}", within.options, within.has_others))
    return given


class Within(NamedTuple):
    """What is in a dict that a call is given by ``**``."""

    options: frozenset[str]
    """Those of a client."""
    nodes: frozenset[int]
    """``id(node)`` of where these stand in the file."""
    has_others: bool
    """May there be more in it, which is for the call?"""


def _within(plan: Plan, keyword: ast.keyword) -> Within:
    """What is in a dict that a call is given, by what it is and by what travels there from elsewhere."""
    value = plan.value(keyword.value)
    entries = value.entries if isinstance(value, Mapping) else ()
    nodes = {id(at) for name, at in entries if name in PER_CALL}
    names = {name for name, _ in entries}
    travel = plan.travel if isinstance(keyword.value, (ast.Name, ast.Attribute)) else None
    keys = [key for key in travel.given_by(keyword.value) if key.name in PER_CALL] if travel is not None else []
    keys = [key for key in keys if id(key.at) not in nodes]
    others = bool(keys) or not names <= set(PER_CALL) or plan.text.kwargs_of(keyword.value) is not None
    options = frozenset(names & set(PER_CALL)).union(key.name for key in keys)
    return Within(options, frozenset(nodes).union(id(key.at) for key in keys), others)


def dicts_of_options(plan: Plan, node: ast.Call) -> list[tuple[ast.keyword, Within]]:
    """Dicts that a call is given by ``**``, in which there are options of a client; a dict with others has a name.

    None for what calls a method by a name of the program's own: its client was made where that name was given to it.
    """
    if plan.carrier is None or not plan.carrier.made or is_own_name(plan.value(node.func)):
        return []
    found = []
    for keyword in node.keywords:
        within = _within(plan, keyword) if keyword.arg is None else None
        if within is not None and within.options:
            if not within.has_others or isinstance(keyword.value, (ast.Name, ast.Attribute)):
                found.append((keyword, within))
    return found


def take_option(plan: Plan, node: ast.Call, one: Argument, method: Callee, per_call: bool) -> None:
    """Options of one call: those that stand in a legacy call are given to the client that it is made on."""
    if one.direct and per_call and method.legacy is not None and not is_own_name(plan.value(node.func)):
        plan.cut(node, one.node)
        return
    if any(one in options_beside(plan, argument) for argument in node.args):
        plan.cut(node, one.node)  # for the client on which the method is that is handed on
        return
    why = f"{one.name}= is an option of a client now, and comes in another way here"
    plan.problem(one.node, why, about_settings=True)


@about(Code.ARGUMENT)
def options_beside(plan: Plan, node: ast.expr) -> list[Argument]:
    """The options of a client that stand beside a method which is handed on: ``partial(Model.list, api_key=key)``."""
    call = plan.text.parents.get(id(node))
    found = removed(plan.value(node))
    if not isinstance(call, ast.Call) or node not in call.args or found is None or is_own_name(plan.value(node)):
        return []
    if found.kind not in (METHOD, COROUTINE) or plan.settings.each_call or plan.carrier is not None:
        return []
    return [one for one in arguments_of(plan, call) if one.direct and one.name in PER_CALL]
