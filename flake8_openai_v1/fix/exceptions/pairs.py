"""Two exceptions of 0.x that are told apart by ``isinstance(e, Timeout)``, where one is a kind of the other today.

Clauses of one ``try`` are put into order elsewhere. A test that asks for the narrower class before is right as it is.
"""

from __future__ import annotations

import ast
from typing import NamedTuple

from ...sdk.exceptions import SERVER, WIDER
from ...semantics.uses import CATCH, LOAD
from ...semantics.values import Raised
from ..causes import Code
from ..names.paths import exception_path
from ..names.scopes import module_name
from ..plan import Plan, about

WHAT = {SERVER: "are one class today", WIDER: "are one a kind of the other today"}
API, BUSY = SERVER
CONNECTION, TIMEOUT = WIDER


class Test(NamedTuple):
    """A test of what kind an exception is."""

    node: ast.Call | ast.Compare
    of: str
    """What is tested, written in one way."""
    paths: list[str]
    """The classes of 0.x that it asks for."""


@about(Code.CLAUSE)
def rewrite(plan: Plan) -> None:
    """Have each test of a kind ask for what it asked for."""
    groups: dict[tuple[int, str], list[Test]] = {}
    for test in _tests(plan):
        groups.setdefault((id(plan.text.function_of(test.node)), test.of), []).append(test)
    for tests in groups.values():
        known = {path for test in tests for path in (*test.paths, *_caught(plan, test.node))}
        for pair in (SERVER, WIDER):
            if set(pair) <= known:
                for test in tests:
                    _tell_apart(plan, test, tests, pair)
    _look_for_tables(plan)


def _tests(plan: Plan) -> list[Test]:
    """The tests of a file that name one of these classes."""
    found: dict[int, Test] = {}
    for use in plan.examined.uses:
        path = exception_path(use.value)
        if use.role not in (CATCH, LOAD) or path not in (*SERVER, *WIDER):
            continue
        test = plan.text.parents.get(id(use.node))
        if isinstance(test, (ast.Tuple, ast.List)):
            test = plan.text.parents.get(id(test))
        if isinstance(test, ast.Call) and getattr(test.func, "id", "") == "isinstance" and len(test.args) == 2:
            found.setdefault(id(test), Test(test, ast.dump(test.args[0]), [])).paths.append(path)
        elif isinstance(test, ast.Compare):
            found.setdefault(id(test), Test(test, _compared(test), [])).paths.append(path)
    return list(found.values())


def _compared(node: ast.Compare) -> str:
    """What is compared with a class: of ``type(e)`` the exception itself."""
    call = node.left
    return ast.dump(call.args[0] if isinstance(call, ast.Call) and len(call.args) == 1 else call)


def _caught(plan: Plan, test: ast.Call | ast.Compare) -> tuple[str, ...]:
    """What the tested exception may be, by the clause that caught it."""
    value = plan.value(test.args[0]) if isinstance(test, ast.Call) else None
    return value.classes if isinstance(value, Raised) else ()


def _tell_apart(plan: Plan, test: Test, tests: list[Test], pair: tuple[str, str]) -> None:
    """Add to a test what tells one class of a pair from the other, where that does not show already."""
    asked = [path for path in pair if path in test.paths]
    if len(asked) != 1 or asked == [TIMEOUT] or any(_is_before(plan, one, test, pair) for one in tests):
        return
    node = test.node
    if isinstance(node, ast.Compare):
        if pair == SERVER:
            _say(plan, node, pair)
        return  # an exact class is told from those that are a kind of it
    error, module = plan.text.of(node.args[0]), module_name(plan, node)
    status = f"{error}.status_code"
    if isinstance(node.args[1], ast.Tuple):
        status = f"getattr({error}, {plan.quote(node)}status_code{plan.quote(node)}, None)"
        if asked == [BUSY]:
            _say(plan, node, pair)
            return
    more = {
        CONNECTION: f"not isinstance({error}, {module}.APITimeoutError)",
        API: f"{status} != 503",
        BUSY: f"{status} == 503",
    }[asked[0]]
    parent = plan.text.parents.get(id(node))
    is_bare = isinstance(parent, (ast.If, ast.While, ast.IfExp, ast.Return, ast.Assign)) or (
        isinstance(parent, ast.BoolOp) and isinstance(parent.op, ast.And)
    )
    plan.wrap(node, "" if is_bare else "(", f" and {more}{'' if is_bare else ')'}")


def _is_before(plan: Plan, one: Test, other: Test, pair: tuple[str, str]) -> bool:
    """True if a test is reached only where another one, which asks for the other class of a pair, has failed."""
    if one is other or not (set(pair) - set(other.paths)) & set(one.paths):
        return False
    for around, inner in plan.text.steps(other.node):
        if isinstance(around, (ast.If, ast.IfExp)) and around.test is one.node:
            orelse = around.orelse if isinstance(around.orelse, list) else [around.orelse]
            return inner in orelse
    return False


def _look_for_tables(plan: Plan) -> None:
    """Two classes of a pair that are keys or values of one dict, of which it does not show how it is read."""
    named: dict[int, dict[str, ast.AST]] = {}
    for use in plan.examined.uses:
        parent = plan.text.parents.get(id(use.node))
        if isinstance(parent, ast.Dict):
            named.setdefault(id(parent), {})[exception_path(use.value) or ""] = use.node
    for group in named.values():
        for pair in (WIDER, SERVER):
            if set(pair) <= set(group):
                _say(plan, group[max(pair)], pair)


def _say(plan: Plan, node: ast.AST, pair: tuple[str, str]) -> None:
    first, second = sorted(pair)
    plan.problem(node, f"{first} and {second} {WHAT[pair]}, and are told apart here")
