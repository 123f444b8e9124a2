"""The order of the clauses of a ``try``, and two of them that become one."""

from __future__ import annotations

import ast
import re

from ...sdk.exceptions import (
    SERVER,
    STILL_THERE,
    WIDER,
)
from ...semantics.uses import Use
from ..causes import Code
from ..plan import Plan, about
from . import unraised
from .clauses import Clause, Part, covers, told_apart


def further_out(plan: Plan, attempt: ast.AST) -> list[ast.ExceptHandler]:
    """The clauses of the tries in whose bodies one stands."""
    found: list[ast.ExceptHandler] = []
    for around, inner in plan.text.steps(attempt):
        if isinstance(around, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            break
        if inner in getattr(around, "body", ()):
            found += getattr(around, "handlers", ())
    return found


# Clauses


@about(Code.CLAUSE)
def rewrite_clauses(plan: Plan, use: Use) -> None:
    """Put the clauses of a ``try`` into the order that they need today."""
    handlers = use.node.handlers  # type: ignore[attr-defined]
    clauses = plan.model.clauses.get(id(use.node), ())
    legacy = plan.is_legacy
    paths = [[STILL_THERE.get(path, path) if legacy else path for _, path in clause] for clause in clauses]
    server = [number for number, clause in enumerate(paths) if set(clause) & set(SERVER)]
    wide = next((number for number, clause in enumerate(paths) if WIDER[0] in clause), None)
    narrow = next(
        (number for number, clause in enumerate(paths) if WIDER[1] in clause and WIDER[0] not in clause), None
    )
    gone = unraised.clauses(plan, use.node)
    order = [number for number, handler in enumerate(handlers) if handler not in gone]
    if wide is not None and narrow is not None and wide < narrow and plan.wants("OAI109", handlers[wide]):
        if any(map(covers, handlers[wide + 1 : narrow + 1])):
            plan.problem(
                handlers[narrow], "the order of the clauses must change, and one of them catches more than these"
            )
            return
        order.remove(narrow)
        order.insert(order.index(wide), narrow)
    around = {path for outer in use.extra for clause in plan.model.clauses.get(id(outer), ()) for _, path in clause}  # type: ignore[attr-defined]
    if any(handler.type is None for handler in further_out(plan, use.node)):
        around.add("builtins.BaseException")
    made = told_apart(plan, _clauses(plan, handlers, paths), around)
    if len(server) > 1 and plan.wants("OAI109", handlers[server[1]]):
        if _merge_server(plan, handlers, paths, server, order, made):
            return
    if made or order != list(range(len(handlers))):
        _reorder(plan, handlers, order, made)


def _merge_server(
    plan: Plan,
    handlers: list[ast.ExceptHandler],
    paths: list[list[str]],
    server: list[int],
    order: list[int],
    made: dict[int, list[Part]],
) -> bool:
    """Two clauses, for 503 and for what else is wrong with the server: one class is raised for both today."""
    first, second = (handlers[number] for number in server[:2])
    if do_the_same(first, second) and len(server) == 2:
        return False
    text = plan.text
    alone = all(paths[number] in ([SERVER[0]], [SERVER[1]]) for number in server)
    named = {handler.name for handler in (first, second) if handler.name}
    name = named.pop() if len(named) == 1 else "error" if not named else ""
    used = name == "error" and any(node.id == name for node in plan.text.each(ast.Name))
    starts, ends = _extents(plan, handlers)
    bodies = [_lines_of_body(plan, handlers[number], ends[number]) for number in server[:2]]
    if len(server) > 2 or not alone or not name or used or None in bodies:
        plan.doubt(
            second,
            "openai.InternalServerError is raised both for openai.error.APIError and for "
            "openai.error.ServiceUnavailableError, and their clauses differ",
        )
        return False
    is_busy = paths[server[0]] == [SERVER[1]]
    busy, other = bodies if is_busy else reversed(bodies)
    said_of_busy, said_of_other = (_said(plan, one) for one in ((first, second) if is_busy else (second, first)))
    indent = text.indentation(starts[server[0]])
    step, newline = text.indent, text.newline
    assert busy is not None
    assert other is not None
    wider = (second if is_busy else first).type  # that of APIError, which is two classes today
    assert wider is not None
    merged: list[tuple[int, int] | str] = [f"{indent}except ", text.whole(wider), f" as {name}:{newline}"]
    for test, said, lines in ((f"if {name}.status_code == 503", said_of_busy, busy), ("else", said_of_other, other)):
        merged.append(f"{indent}{step}{test}:{said}{newline}")
        for line in lines:
            merged += [step, line] if text.text[slice(*line)].strip() else [line]
    parts: list[tuple[int, int] | str] = []
    for number in order:
        if number != server[1]:
            parts += merged if number == server[0] else made.get(number, [(starts[number], ends[number])])
    if not text.text[: ends[-1]].endswith(("\n", "\r")) and order[-1] != len(handlers) - 1:
        plan.problem(second, "the order of the clauses must change, and the last line has no end")
        return False
    plan.edits.rearrange(starts[0], ends[-1], parts)
    return True


def _extents(plan: Plan, handlers: list[ast.ExceptHandler]) -> tuple[list[int], list[int]]:
    """Where the lines of each clause begin, and where they end."""
    starts = [plan.text.line_start(plan.text.span(handler)[0]) for handler in handlers]
    return starts, [*starts[1:], _end_of_clause(plan, handlers[-1])]


def _clauses(plan: Plan, handlers: list[ast.ExceptHandler], paths: list[list[str]]) -> list[Clause]:
    """The clauses of a ``try``, and where they stand."""
    rows = zip(handlers, *_extents(plan, handlers), paths, strict=True)
    return [Clause(handler, start, end, _colon(plan, handler), of) for handler, start, end, of in rows]


def _said(plan: Plan, handler: ast.ExceptHandler) -> str:
    """The comment behind the colon of a clause."""
    colon = _colon(plan, handler)
    comment = re.match(r":[ \t]*(#.*)$", plan.text.text[colon : plan.text.line_end(colon)])
    return f"  {comment[1]}" if comment else ""


def _colon(plan: Plan, handler: ast.ExceptHandler) -> int:
    """Where the colon of a clause stands."""
    behind = plan.text.whole(handler.type)[1] if handler.type is not None else plan.text.span(handler)[0]
    return plan.text.text.index(":", behind)


def _lines_of_body(plan: Plan, handler: ast.ExceptHandler, end: int) -> list[tuple[int, int]] | None:
    """The lines of a clause behind its first, with their ends; None where they cannot be moved to the right."""
    text = plan.text
    start = text.behind_line(_colon(plan, handler))
    if start > text.line_start(text.span(handler.body[0])[0]):
        return None
    if text.has_long_string(start, end):
        return None
    lines: list[tuple[int, int]] = []
    while start < end:
        stop = min(text.behind_line(start), end)
        lines.append((start, stop))
        start = stop
    while lines and not text.text[slice(*lines[-1])].strip():
        lines.pop()
    if lines and not text.text[lines[-1][0] : lines[-1][1]].endswith(("\n", "\r")):
        return None
    return lines


def do_the_same(one: ast.ExceptHandler, other: ast.ExceptHandler) -> bool:
    """True if two clauses do the same with what they catch."""
    return [ast.dump(part) for part in one.body] == [ast.dump(part) for part in other.body]


def _reorder(plan: Plan, handlers: list[ast.ExceptHandler], order: list[int], made: dict[int, list[Part]]) -> None:
    """Put clauses into another order, some of them as they were made anew."""
    text = plan.text
    starts, ends = _extents(plan, handlers)
    for handler, start in zip(handlers, starts, strict=True):
        if text.text[start : text.span(handler)[0]].strip():
            plan.problem(handler, "the order of the clauses must change, and they do not begin lines")
            return
    parts: list[Part] = [part for number in order for part in made.get(number, [(starts[number], ends[number])])]
    if order[-1] != len(handlers) - 1 and not text.text[: ends[-1]].endswith(("\n", "\r")):
        if made or len(order) < len(handlers):
            plan.problem(handlers[-1], "the order of the clauses must change, and the last line has no end")
            return
        # The clause that is the last of the file gets a line end, and the one that becomes it gives its own.
        parts.insert(order.index(len(handlers) - 1) + 1, text.newline)
        start, end = starts[order[-1]], ends[order[-1]]
        parts[-1] = (start, start + len(text.text[start:end].rstrip("\r\n")))
    plan.edits.rearrange(starts[0], ends[-1], parts)


def _end_of_clause(plan: Plan, handler: ast.ExceptHandler) -> int:
    """The end of the last line of a clause, with its line end."""
    return plan.text.behind_line(plan.text.span(handler)[1])
