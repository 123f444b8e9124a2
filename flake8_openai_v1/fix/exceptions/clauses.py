"""Clauses that would catch more than they did: what was for a later one, which catches all, is told apart.

``except APIError`` did not catch 503, ``except APIConnectionError`` no timeouts. Where the same ``try`` has a clause
for all errors behind them, that one had these. Where it has none, and stands within a ``try`` that has one, these are
raised again.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence, Set
from typing import NamedTuple

from ...semantics.uses import CALL
from ...syntax.written import last_name
from ..causes import Code
from ..names.scopes import module_name
from ..plan import Plan, about

Part = tuple[int, int] | str
"""A piece of the text with the edits in it, or new text."""

API, BUSY = "openai.error.APIError", "openai.error.ServiceUnavailableError"
CONNECTION, TIMEOUT = "openai.error.APIConnectionError", "openai.error.Timeout"
ALL = frozenset({"openai.error.OpenAIError", "openai.OpenAIError", "builtins.Exception", "builtins.BaseException"})
"""Classes that caught each of these."""
TOLD_APART = ((API, BUSY), (BUSY, API), (CONNECTION, TIMEOUT))
"""A class, and one that today's class for it catches, too."""


class Clause(NamedTuple):
    """A clause of a ``try``."""

    node: ast.ExceptHandler
    start: int
    """Where its lines begin."""
    end: int
    colon: int
    paths: list[str]
    """What it catches, as far as that is known."""

    @property
    def catches_all(self) -> bool:
        """Does it catch all errors of the SDK?"""
        return self.node.type is None or not ALL.isdisjoint(self.paths)


@about(Code.CLAUSE)
def told_apart(plan: Plan, clauses: Sequence[Clause], around: Set[str]) -> dict[int, list[Part]]:
    """The clauses that are written anew, so that each exception goes to the one that it went to.

    ``around`` are the classes that are caught further out.
    """
    caught = {path for clause in clauses for path in clause.paths}
    made: dict[int, list[Part]] = {}
    for one, other in TOLD_APART:
        number = next((at for at, clause in enumerate(clauses) if one in clause.paths), None)
        if number is None or other in caught or not plan.wants("OAI109", clauses[number].node):
            continue
        if any(clause.catches_all for clause in clauses[: number + 1]):
            continue
        rest = next((clause for clause in clauses[number + 1 :] if clause.catches_all), None)
        further_out = other in around or not ALL.isdisjoint(around)
        if (rest is None and not further_out) or _same(clauses[number].node, rest.node if rest else None):
            continue
        if other == TIMEOUT:
            parts = _before(plan, clauses[number], rest)
            parts = parts and [*parts, *made.get(number, [(clauses[number].start, clauses[number].end)])]
        else:
            parts = _within(plan, clauses[number], rest, busy=other == BUSY)
        if parts:
            made[number] = parts
        else:
            where = "below" if rest is not None else "further out"
            plan.problem(clauses[number].node, f"it would catch {other} today, for which there is a clause {where}")
    return made


def _same(one: ast.ExceptHandler, other: ast.ExceptHandler | None) -> bool:
    if other is None:
        return isinstance(one.body[0], ast.Raise) and one.body[0].exc is None
    return one.name == other.name and [ast.dump(part) for part in one.body] == [ast.dump(part) for part in other.body]


def _before(plan: Plan, clause: Clause, rest: Clause | None) -> list[Part]:
    """A clause for timeouts that does what the one for all errors does; empty where it cannot be written."""
    indent, newline = plan.text.indentation(plan.text.span(clause.node)[0]), plan.text.newline
    body: list[Part] = _body(plan, rest, "") if rest else [f"{indent}{plan.text.indent}raise{newline}"]
    if not body:
        return []
    name = f" as {rest.node.name}" if rest and rest.node.name else ""
    return [f"{indent}except {module_name(plan, clause.node)}.APITimeoutError{name}:{newline}", *body]


def _within(plan: Plan, clause: Clause, rest: Clause | None, *, busy: bool) -> list[Part]:
    """A clause for the server, which asks for the status: 503, or all but that, is for the clause for all errors."""
    text, handler = plan.text, clause.node
    step = text.indent
    own = _body(plan, clause, step if rest else "")
    other: list[Part] = _body(plan, rest, step) if rest else [" "]
    named = {one.name for one in (handler, rest.node if rest else handler) if one.name}
    free = not any(node.id == "error" for node in text.each(ast.Name))
    name = named.pop() if len(named) == 1 else "error" if not named and free else ""
    if not own or not other or not name or handler.type is None:
        return []
    indent, newline = text.indentation(text.span(handler)[0]), text.newline
    alone = len(clause.paths) == 1 and not isinstance(handler.type, ast.Tuple)
    status = f"{name}.status_code" if alone else f'getattr({name}, "status_code", None)'
    if busy:
        test = f"{status} == 503"
    else:
        test = f"{status} != 503" if alone else f"({status} or 0) >= 500 and {status} != 503"
    comment = text.text[clause.colon + 1 : text.line_end(clause.colon)] if _is_long(plan, clause) else ""
    first = f" as {name}:{comment.rstrip()}{newline}{indent}{step}if {test}:{newline}"
    begins: list[Part] = [f"{indent}except ", text.whole(handler.type), first]
    if rest is None:
        return [*begins, f"{indent}{step * 2}raise{newline}", *own]
    return [*begins, *other, f"{indent}{step}else:{newline}", *own]


def _is_long(plan: Plan, clause: Clause) -> bool:
    """Does the body of a clause begin behind the line of its colon?"""
    return plan.text.line_end(clause.colon) < plan.text.span(clause.node.body[0])[0]


def _body(plan: Plan, clause: Clause, step: str) -> list[Part]:
    """The lines of a clause behind its first, further to the right by a step; empty where that cannot be done."""
    text, newline = plan.text, plan.text.newline
    if step and text.has_long_string(clause.start, clause.end):
        return []
    if not _is_long(plan, clause):
        start = text.span(clause.node.body[0])[0]
        inner = text.indentation(text.span(clause.node)[0]) + text.indent
        return [f"{step}{inner}", (start, text.line_end(start)), newline]
    parts: list[Part] = []
    start = text.behind_line(clause.colon)
    while start < clause.end:
        stop = min(text.behind_line(start), clause.end)
        line = text.text[start:stop]
        parts += [step, (start, stop)] if line.strip() and step else [(start, stop)]
        if not line.endswith(("\n", "\r")):
            parts.append(newline)
        start = stop
    while parts and isinstance(parts[-1], tuple) and not text.text[slice(*parts[-1])].strip():
        parts.pop()
    return parts


def covers(handler: ast.ExceptHandler) -> bool:
    """True if a clause catches all errors of the SDK, or all there are."""
    if handler.type is None:
        return True
    named = {last_name(part) for part in ast.walk(handler.type)}
    return bool(named & {"OpenAIError", "Exception", "BaseException"})


def handler_of(plan: Plan, error: ast.expr) -> ast.ExceptHandler | None:
    """The clause around a name that binds it."""
    for around in plan.text.around(error):
        if isinstance(around, ast.ExceptHandler) and isinstance(error, ast.Name) and around.name == error.id:
            return around
    return None


def is_of_call(plan: Plan, error: ast.expr) -> bool:
    """True if an exception is what a clause for all of them caught, where the SDK is called."""
    handler = handler_of(plan, error)
    if handler is None or not covers(handler):
        return False
    attempt = plan.text.parents.get(id(handler))
    inside = {id(node) for part in getattr(attempt, "body", ()) for node in ast.walk(part)}
    return any(use.role == CALL and id(use.node) in inside for use in plan.examined.uses)
