"""Keys of dicts that come to calls as arguments, and what may be such a key where it is not seen."""

from __future__ import annotations

import ast
import re

from ...rules.arguments import called
from ...rules.facts import GENERAL, METHOD, removed
from ...sdk.arguments import GONE, PER_CALL, TODAY
from ...sdk.names import RESOURCES
from ...semantics.facts import ANY_NAME, Key
from ...semantics.local import Local
from ...semantics.travel import CALLERS
from ...semantics.uses import CALL, LOAD, Use
from ...syntax.written import last_name
from ..causes import Code
from ..plan import Plan, about
from ..responses.origins import is_parsed
from . import at_call, key_names
from .given import Argument, rename_argument, write_name
from .parameters import is_taken_by_name
from .paths import is_own_name

RESOURCE_NAMES = frozenset(row.path.rpartition(".")[2] for row in RESOURCES)
"""How a call of 0.x names what it calls."""


def _is_taken_out(plan: Plan, node: ast.expr) -> bool:
    """Did an earlier pass take the options of a client out of this dict?"""
    if is_taken_by_name(plan, node):
        return True
    return plan.settings.each_call and isinstance(node, ast.DictComp) and ast.unparse(node.key) == "name"


@about(Code.ARGUMENT)
def rewrite_keys(plan: Plan) -> None:
    """Rename the keys that calls of other files are given, and what reads them; look for those that are not seen."""
    travel = plan.travel
    if travel is None:
        return
    key_names.rewrite(plan, travel)
    for key in (key for key in travel.renamed() if key.name != ANY_NAME):
        if at_call.keeps_its_name(plan, key):
            continue  # each call that is given it sees to that
        name = TODAY.get(key.name)
        if key.number == travel.number and id(key.at) not in plan.arguments and not plan.is_set_aside(key.at):
            plan.arguments.add(id(key.at))
            if name is None and key.name in PER_CALL and plan.settings.each_call and _is_taken_out_where(travel, key):
                continue
            if name is None and key.name in GENERAL:
                why = f"{key.name}= comes to a call by a dict, and is no argument of it today"
                plan.problem(key.at, why, about_settings=key.name in PER_CALL)
            elif name is not None:
                rename_argument(plan, Argument(key.name, key.at, False), name)
        for node in travel.named(key) if name is not None and travel.mentions(key).against is None else ():
            if id(node) not in plan.arguments:
                plan.arguments.add(id(node))
                write_name(plan, node, name or "")
    _look_for_unseen(plan, travel)


def _is_taken_out_where(travel: Local, key: Key) -> bool:
    """True if all calls that a key comes to can give it to their client, or say themselves why not."""
    return all(
        isinstance(call.func, ast.Attribute) and last_name(call.func.value) in RESOURCE_NAMES
        for call in travel.keys.arguments[key]
    )


def _look_for_unseen(plan: Plan, travel: Local) -> None:
    """Arguments that come in by ``**`` from where they cannot be followed, beside keys that may be among them."""
    spread = [
        (use.node, keyword.value)
        for use in plan.examined.uses
        if use.role == CALL and isinstance(use.node, ast.Call) and called(use, plan.examined.file) is not None
        if not plan.is_left(use.node)
        for keyword in use.node.keywords
        if keyword.arg is None and not _is_taken_out(plan, keyword.value)
    ]
    for _, value in spread:
        if _comes_from_outside(plan, value):
            plan.doubt(value, "what is not known at this place may be an argument of 0.x")
    methods = (use for use in plan.examined.uses if use.role == LOAD and _is_method(use))
    handed = [use.node for use in methods if _is_given_away(plan, use) and not plan.is_left(use.node)]
    unseen: dict[ast.AST, frozenset[str]] = dict.fromkeys(handed, frozenset())
    unseen |= {call: _taken_by_name(plan, value) for call, value in spread if travel.may_come_in(value)}
    if not unseen:
        return
    values = dict(spread)
    from_others = any(travel.may_come_from_others(value) for _, value in spread) or bool(handed)

    def takers(key: Key, who: str) -> list[ast.AST]:
        """The calls that may be given a key."""
        return [
            call
            for call, taken in unseen.items()
            if key.name not in taken
            and (call not in values or who == CALLERS or travel.may_be_given(key, values[call]))
        ]

    rows = [(key, who) for key, who in travel.keys.released.items() if from_others or who == CALLERS]
    released = {key: calls for key, who in rows if (calls := takers(key, who))}
    noted: set[ast.AST] = set()
    for key in released:
        if key.number != travel.number:
            for call in released[key]:
                why = f"what {travel.place(key)} has may be an argument here, and has another name now"
                plan.doubt(call, why)
                if call not in noted:
                    noted.add(call)
                    plan.note(call, why)
    own = {id(key.at): calls for key, calls in released.items()}
    for node in plan.text.nodes:
        is_named = id(node) in own or (
            isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.target.id in GONE
        )
        if isinstance(node, ast.Constant) and isinstance(node.value, str) and not _is_key(plan, node):
            is_named = WORDS.search(node.value) is not None and _is_config(plan, node)
        if is_named and id(node) not in plan.arguments and not plan.is_set_aside(node):
            calls = own.get(id(node), [*unseen])
            why = f"this may be an argument of the call in line {plan.line(calls[0])}, and has another name now"
            for call in calls:
                plan.doubt(node, why, giver=call)
            plan.note(node, why)


def _taken_by_name(plan: Plan, value: ast.expr) -> frozenset[str]:
    """What the ``**kwargs`` of a function cannot have, as a parameter of that name takes it."""
    function = plan.text.kwargs_of(value)
    return frozenset(one.arg for one in (*function.args.args, *function.args.kwonlyargs)) if function else frozenset()


def _is_given_away(plan: Plan, use: Use) -> bool:
    """True if a method is given to code that is not seen, which may call it with anything."""
    call = plan.text.parents.get(id(use.node))
    call = plan.text.parents.get(id(call)) if isinstance(call, ast.keyword) else call
    return isinstance(call, ast.Call) and call.func is not use.node and not plan.is_followed(call)


def _comes_from_outside(plan: Plan, node: ast.expr) -> bool:
    """True if a mapping is read from a text or a file, or has keys that are known at run time only."""
    if isinstance(node, ast.Call):
        return is_parsed(node)
    if isinstance(node, ast.Dict):
        keys = [key for key in node.keys if key is not None and id(key) not in plan.arguments]
        return any(not isinstance(key, ast.Constant) for key in keys)
    if not isinstance(node, ast.Name):
        return False
    bound = [plan.text.parents.get(id(one)) for one in plan.text.index.stores.get(node.id, ())]
    return any(
        isinstance(one, ast.Assign) and not isinstance(one.value, ast.Name) and _comes_from_outside(plan, one.value)
        for one in bound
    )


_WORD = "(?:engine|deployment_id|request_timeout|api_base)"
WORDS = re.compile(rf"^-*{_WORD}$|[\"']{_WORD}[\"']\s*:")
"""A text that is one of these arguments, as an option of a command is, or has one as a key, as JSON has."""


def _is_method(use: Use) -> bool:
    found = removed(use.value)
    return found is not None and found.kind == METHOD and not is_own_name(use.value)


def _is_key(plan: Plan, node: ast.Constant) -> bool:
    return isinstance(plan.text.parents.get(id(node)), (ast.Dict, ast.Subscript))


def _is_config(plan: Plan, node: ast.Constant) -> bool:
    """May a text name the arguments of a call: options of a command, JSON?"""
    return (
        isinstance(plan.text.parents.get(id(node)), (ast.Call, ast.Assign))
        and " " not in str(node.value).strip().partition(":")[0]
    )
