"""The arguments of a call of 0.x → those of today."""

from __future__ import annotations

import ast

from ...rules.arguments import QUERIES
from ...rules.facts import Callee, argument_of, callee
from ...sdk.arguments import DEPLOYMENTS, GONE, PER_CALL, POSITIONAL, TODAY
from ...sdk.methods import BUDGETS
from ...semantics.values import Place, alternatives
from ..causes import Code
from ..plan import Plan, about
from . import at_call, deployments
from .given import Argument, arguments_of, either, rename_argument
from .options import dicts_of_options, take_option
from .parameters import take_by_name, takes_by_name
from .positional import name_positional
from .timeouts import is_default, rewrite_timeout
from .uploads import file_name


def _travelled(plan: Plan, node: ast.Call, method: Callee, known: set[int], gone: set[int]) -> list[Argument]:
    """The arguments that come to a call in dicts, from elsewhere in the program; but for those that are seen to."""
    result = []
    for key in plan.travel.given(node) if plan.travel is not None else ():
        if argument_of(method, key.name) is None or id(key.at) in gone:
            continue
        if plan.travel is not None and key.number != plan.travel.number:
            if key.name not in TODAY or plan.travel.mentions(key).against is not None:
                why = f"{key.name}= comes from another file ({plan.travel.place(key)}), and has another name today"
                plan.problem(node, why, about_settings=key.name in PER_CALL)
        elif id(key.at) not in known:
            result.append(Argument(key.name, key.at, False))
    return result


@about(Code.ARGUMENT)
def rewrite_arguments(
    plan: Plan, node: ast.Call, method: Callee, positional: list[ast.expr], *, per_call: bool = True
) -> None:
    """Rewrite the arguments of a call of a method that is known."""
    name_positional(plan, node, method, positional)
    given = arguments_of(plan, node)
    dicts = dicts_of_options(plan, node) if per_call else []
    kept = at_call.kept(plan, node, method)
    seen_to = {at for _, within in dicts for at in within.nodes}.union(id(key.at) for key in kept)
    given += _travelled(plan, node, method, {id(one.node) for one in given}, seen_to)
    given = [one for one in given if one.direct or id(one.node) not in seen_to]
    plan.arguments |= seen_to
    spreads = at_call.spreads(plan, node, kept)
    for keyword, within in dicts:
        options = [name for name in PER_CALL if name in within.options]
        if takes_by_name(plan, keyword.value, options):
            take_by_name(plan, keyword.value, options)
        elif within.has_others:
            at_call.spread(plan, node, keyword, spreads.pop(keyword, ()), options)
        else:
            plan.cut(node, keyword)
    for keyword, keys in spreads.items():
        at_call.spread(plan, node, keyword, keys)
    names = {one.name for one in given}
    engines = [one for one in given if one.name in DEPLOYMENTS]
    direct = {one.name for one in engines if one.direct}
    elsewhere = [one for one in _deployments_elsewhere(plan, node) if id(one.node) not in seen_to]
    if len(direct) > 1 or (direct and (elsewhere or any(not one.direct for one in engines))):
        plan.problem(node, "engine= and deployment_id= are both given")
        return
    extra: list[ast.keyword] = []
    for one in given:
        if not plan.wants("OAI110", one.node):
            continue
        plan.arguments.add(id(one.node))
        row = argument_of(method, one.name)
        unknown = row is None and method.legacy is not None and not _is_taken(plan, node, method, one.name)
        if one.name in PER_CALL and row is not None:
            take_option(plan, node, one, method, per_call)
        elif one.name == "model" and (engines or elsewhere) and method.legacy is not None:
            _drop_model(plan, node, one, [*engines, *elsewhere])
        elif one.name == "timeout" and method.legacy is not None and method.legacy.path in BUDGETS:
            _cut(plan, node, one, "timeout= limits the request today, and was the time to wait for a model to load")
            plan.note(node, "timeout= was the time to wait for a model to load, not for an answer: it is taken out")
        elif row is not None and row.use == "model=" and one.name in DEPLOYMENTS:
            rename_argument(plan, one, "model")
        elif one.name == "request_timeout" and is_default(plan, one):
            _cut(plan, node, one, "")
        elif one.name == "request_timeout":
            rename_argument(plan, one, "timeout")
            rewrite_timeout(plan, one)
        elif one.name == "headers" and row is not None:
            rename_argument(plan, one, "extra_headers")
        elif one.name == "request_id" and row is not None:
            _request_id(plan, node, one, names)
        elif one.name in ("user_provided_filename", "filename") and row is not None:
            file_name(plan, node, one)
        elif row is not None and row.use and row.use.endswith("=") and one.direct:
            rename_argument(plan, one, row.use[:-1])
        elif row is not None and row.use is None and one.direct:
            _cut(plan, node, one, "")
        elif row is not None and row.use and row.use.startswith("extra_body=") and isinstance(one.node, ast.keyword):
            plan.edits.replace(
                plan.text.span(one.node)[0], plan.text.whole(one.node.value)[0], row.use.partition("...")[0]
            )
            plan.edits.wrap(*plan.text.whole(one.node.value), "", "}")
        elif row is not None:
            plan.problem(one.node, f"{one.name}=: {row.use or row.note}")
        elif unknown and one.direct and isinstance(one.node, ast.keyword):
            extra.append(one.node)
        elif unknown and not one.direct and (plan.travel is None or plan.travel.may_reach(one.node, node)):
            plan.problem(one.node, f"{one.name} is an argument that today's call does not take, and comes in by a dict")
    if extra:
        _extra(plan, node, method, extra, names)
    _look_for_missing(plan, node, method, positional, given)


def _deployments_elsewhere(plan: Plan, node: ast.Call) -> list[Argument]:
    """The deployments that come to a call in dicts, from other files."""
    keys = plan.travel.given(node) if plan.travel is not None else ()
    own = plan.travel.number if plan.travel is not None else 0
    return [Argument(one.name, one.at, False) for one in keys if one.name in DEPLOYMENTS and one.number != own]


def _is_taken(plan: Plan, node: ast.Call, method: Callee, name: str) -> bool:
    """Does a method that a call may reach take an argument? One of which that is not known may."""
    reached = [callee(option, plan.examined.file.target) for option in alternatives(plan.value(node.func))]
    methods = [method, *(one for one in reached if one is not None and len(reached) > 1)]
    return any(one.signature is None or name in one.signature.keywords for one in methods)


def _look_for_missing(
    plan: Plan, node: ast.Call, method: Callee, positional: list[ast.expr], given: list[Argument]
) -> None:
    """What today's call requires, and 0.x left to the service."""
    opened = any(keyword.arg is None for keyword in node.keywords) or any(
        isinstance(a, ast.Starred) for a in positional
    )
    if (
        method.legacy is None
        or method.signature is None
        or opened
        or plan.value(node.func) != Place(method.legacy.path)
    ):
        return
    names = {one.name for one in given} | set(POSITIONAL.get(method.legacy.path, ())[: len(positional)])
    for name in tuple(names):
        row = argument_of(method, name)
        if row is not None and row.use and row.use.endswith("="):
            names.add(row.use[:-1])
    missing = sorted(method.signature.required - names)
    if missing:
        plan.problem(node, f"today's call requires {missing[0]}=")


def _cut(plan: Plan, node: ast.Call, one: Argument, why: str) -> None:
    parent = plan.text.parents.get(id(one.node))
    if one.direct and isinstance(one.node, ast.keyword):
        plan.cut(node, one.node)
    elif isinstance(parent, (ast.Dict, ast.Call)) and _is_only_of_budgets(plan, one):
        plan.cut(parent, one.node)
    else:
        plan.problem(one.node, why or f"{one.name}= is gone")


def _is_only_of_budgets(plan: Plan, one: Argument) -> bool:
    """True if a key of a dict is only the time to wait of calls of this file, which today's have no argument for.

    Who gets the dict is known by a key beside it that has another name today.
    """
    parent, travel = plan.text.parents.get(id(one.node)), plan.travel
    if travel is None or one.name != "timeout" or not isinstance(parent, (ast.Dict, ast.Call)):
        return False
    beside = parent.keywords if isinstance(parent, ast.Call) else parent.keys
    named = [(node.arg if isinstance(node, ast.keyword) else getattr(node, "value", None), node) for node in beside]
    key = next((travel.key(name, node) for name, node in named if name in GONE and node is not None), None)
    if key is None or travel.reads(one.name):
        return False
    mentions, calls = travel.mentions(key), travel.keys.arguments[key]
    reached = [
        callee(plan.value(call.func), plan.examined.file.target) for call in calls if id(call) in plan.text.parents
    ]
    legacy = [method.legacy for method in reached if method is not None]
    is_shown = mentions.against is not None or mentions.is_shown
    return not is_shown and len(legacy) == len(calls) and all(row is not None and row.path in BUDGETS for row in legacy)


def _drop_model(plan: Plan, node: ast.Call, one: Argument, engines: list[Argument]) -> None:
    """``model`` beside ``engine``: the deployment decided, where there was one."""
    engine = next((other for other in engines if other.direct == one.direct), engines[0])
    if isinstance(one.node, ast.keyword) and isinstance(engine.node, ast.keyword) and one.direct and engine.direct:
        given = engine.node.value
        certain = isinstance(given, (ast.Constant, ast.JoinedStr)) or plan.settings.azure is True
        if not certain:
            either(plan, given, one.node.value)
        plan.cut(node, one.node)
    elif isinstance(one.node, ast.keyword) and one.direct and not any(other.direct for other in engines):
        if not deployments.spread_model(plan, node, one.node, [other.node for other in engines]):
            plan.problem(one.node, f"model and {engine.name} are both given")
    elif one.direct or engine.direct or plan.text.parents.get(id(one.node)) is plan.text.parents.get(id(engine.node)):
        plan.problem(one.node, f"model and {engine.name} are both given")


def _request_id(plan: Plan, node: ast.Call, one: Argument, names: set[str]) -> None:
    if not isinstance(one.node, ast.keyword) or "headers" in names:
        plan.problem(one.node, 'request_id= is extra_headers={"X-Request-Id": ...} now')
        return
    rename_argument(plan, one, "extra_headers")
    quote = plan.quote(node)
    plan.edits.wrap(*plan.text.whole(one.node.value), f"{{{quote}X-Request-Id{quote}: ", "}")


def _extra(plan: Plan, node: ast.Call, method: Callee, extra: list[ast.keyword], names: set[str]) -> None:
    """What 0.x sent on unseen goes into ``extra_body``, or ``extra_query`` where the request has no body."""
    name = "extra_query" if method.shown.rpartition(".")[2] in QUERIES else "extra_body"
    if name in names:
        plan.problem(extra[0], f"{name}= is given already")
        return
    quote = plan.quote(node)
    first, *rest = extra
    more = "".join(f", {quote}{keyword.arg}{quote}: {plan.text.of(keyword.value)}" for keyword in rest)
    plan.edits.replace(
        plan.text.span(first)[0], plan.text.whole(first.value)[0], f"{name}={{{quote}{first.arg}{quote}: "
    )
    plan.edits.wrap(*plan.text.whole(first.value), "", f"{more}}}")
    for keyword in rest:
        plan.cut(node, keyword)
