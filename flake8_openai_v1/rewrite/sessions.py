"""Sessions of aiohttp that a program gave the SDK of 0.x for its requests; today's SDK keeps connections by itself."""

from __future__ import annotations

import ast

from ..semantics.uses import Use
from .names import certain_path, write_import
from .plan import Plan

SETTING = "openai.aiosession"
PLAIN = ("aiohttp.ClientSession", "ClientSession")


def rewrite(plan: Plan, use: Use) -> bool:
    """Take out the statement that gives the SDK a session without settings of its own; False where it must stay."""
    statement = plan.text.statement_of(use.node)
    if not isinstance(statement, ast.Expr) or not _goes(plan, statement.value):
        return False
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
    # One that has a name is the program's own, which needs aiohttp then: it does not come with today's SDK.
    return isinstance(node, ast.Call) and ast.unparse(node.func) in PLAIN and not node.args and not node.keywords


def _remove_import(plan: Plan) -> None:
    """Take out ``from aiohttp import ClientSession`` where only statements that go used it."""
    given = {id(part) for session in _all_given(plan) for part in ast.walk(session)}
    for statement in plan.text.tree.body:
        if isinstance(statement, ast.ImportFrom) and statement.module == "aiohttp" and len(statement.names) == 1:
            name = statement.names[0].asname or statement.names[0].name
            if all(id(node) in given for node in plan.text.loads.get(name, ())):
                write_import(plan, statement, [])
        elif isinstance(statement, ast.Import) and [alias.name for alias in statement.names] == ["aiohttp"]:
            name = statement.names[0].asname or "aiohttp"
            if all(id(node) in given for node in plan.text.loads.get(name, ())):
                write_import(plan, statement, [])
