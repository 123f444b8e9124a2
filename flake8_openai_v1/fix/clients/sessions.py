"""Sessions of aiohttp that a program gave the SDK of 0.x for its requests; today's SDK keeps connections by itself."""

from __future__ import annotations

import ast

from ...semantics.uses import Use
from ..names.imports import write_import
from ..names.paths import certain_path
from ..plan import Plan

SETTING = "openai.aiosession"
PLAIN = ("aiohttp.ClientSession", "ClientSession")
COOKIES = frozenset({"cookies", "cookie_jar"})
HARMLESS = frozenset({"trust_env", "loop"}) | COOKIES
"""Arguments of a session for which no client needs to be made: today's SDK trusts the environment as it comes."""


def rewrite(plan: Plan, use: Use) -> bool:
    """Take out the statement that gives the SDK a session without settings of its own; False where it must stay."""
    statement = plan.text.statement_of(use.node)
    if not isinstance(statement, ast.Expr) or not _goes(plan, statement.value):
        return False
    if any(isinstance(given, ast.Name) for given in _all_given(plan)):
        plan.note(statement, "the program's own session needs aiohttp: install it, as openai 0.x had brought it")
        if any(_has_cookies(made) for given in _all_given(plan) for made in _made(plan, given)):
            plan.doubt(statement, "cookies of the session went to the service, too")
    write_import(plan, statement, [])
    _remove_import(plan)
    return True


def _goes(plan: Plan, node: ast.expr) -> bool:
    given = _given(plan, node)
    if given is not None:
        return _is_plain(plan, given)
    # await openai.aiosession.get().close(): of a session that nobody has who does not ask for it.
    closed = node.value if isinstance(node, ast.Await) else None
    if not isinstance(closed, ast.Call) or not isinstance(closed.func, ast.Attribute) or closed.func.attr != "close":
        return False
    got = closed.func.value
    if not isinstance(got, ast.Call) or not isinstance(got.func, ast.Attribute) or got.func.attr != "get":
        return False
    return certain_path(plan.value(got.func.value)) == SETTING and all(
        _is_plain(plan, session) for session in _all_given(plan)
    )


def _given(plan: Plan, node: ast.AST) -> ast.expr | None:
    """The session in ``openai.aiosession.set(session)``."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "set":
        if certain_path(plan.value(node.func.value)) == SETTING and len(node.args) == 1 and not node.keywords:
            return node.args[0]
    return None


def _all_given(plan: Plan) -> list[ast.expr]:
    return [given for node in plan.text.nodes if (given := _given(plan, node)) is not None]


def _is_plain(plan: Plan, node: ast.expr) -> bool:
    """Is it a session as it comes, or none?"""
    if isinstance(node, ast.Constant):
        return node.value is None
    made = _made(plan, node)
    return bool(made) and all(
        isinstance(one, ast.Call)
        and ast.unparse(one.func) in PLAIN
        and not one.args
        and {keyword.arg for keyword in one.keywords} <= HARMLESS
        for one in made
    )


def _made(plan: Plan, node: ast.expr) -> list[ast.expr]:
    """The calls that make a session; of one with a name all that it is bound to in its function, or none."""
    if not isinstance(node, ast.Name):
        return [node]
    scope = plan.text.function_of(node)
    if scope is not None and any(isinstance(one, ast.arg) and one.arg == node.id for one in ast.walk(scope.args)):
        return []
    made: list[ast.expr] = []
    for store in plan.text.index.stores.get(node.id, ()):
        if plan.text.function_of(store) is scope:
            parent = plan.text.parents.get(id(store))
            if isinstance(parent, ast.withitem):
                made.append(parent.context_expr)
            elif isinstance(parent, ast.Assign) and parent.targets == [store]:
                made.append(parent.value)
            else:
                return []
    return made


def _has_cookies(node: ast.expr) -> bool:
    return isinstance(node, ast.Call) and any(keyword.arg in COOKIES for keyword in node.keywords)


def _remove_import(plan: Plan) -> None:
    """Take out ``from aiohttp import ClientSession`` where only statements that go used it."""
    given = {id(part) for session in _all_given(plan) for part in ast.walk(session)}
    for statement in plan.text.tree.body:
        if isinstance(statement, ast.ImportFrom) and statement.module == "aiohttp" and len(statement.names) == 1:
            name = statement.names[0].asname or statement.names[0].name
            if _are_all(plan, name, given):
                write_import(plan, statement, [])
        elif isinstance(statement, ast.Import) and [alias.name for alias in statement.names] == ["aiohttp"]:
            name = statement.names[0].asname or "aiohttp"
            if _are_all(plan, name, given):
                write_import(plan, statement, [])


def _are_all(plan: Plan, name: str, given: set[int]) -> bool:
    """True if a name is used, and nowhere but in what goes."""
    loads = plan.text.loads.get(name, ())
    return bool(loads) and all(id(node) in given for node in loads)
