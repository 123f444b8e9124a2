"""The parts of a file that can be migrated by themselves: calls of 0.x, each with all that is done with its response.

What `fix` makes of a part is what it makes of the file, without what it changes in other parts.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..diagnostics import Diagnostic
from ..rules.facts import removed
from ..semantics import analyse_alone
from ..semantics.tracking import File, Program
from ..semantics.values import Place
from ..source import parse
from ..syntax.index import Index
from .edits import edits
from .positions import Places, Units

Position = tuple[int, int]
"""A line from 1, and the characters before a place in it."""
Span = tuple[Position, Position]


class Unit(NamedTuple):
    """Calls whose responses meet, and what is done with these."""

    spans: tuple[Span, ...]

    def touches(self, start: Position, end: Position) -> bool:
        """True if a stretch of text is in the unit, or ends or begins where something of it does."""
        return any(start <= last and first <= end for first, last in self.spans)

    def has(self, found: Diagnostic) -> bool:
        """True if a finding is about the unit."""
        return self.touches((found.line, found.column), (found.end_line, found.end_column))


def units(path: str, lines: Sequence[str]) -> list[Unit]:
    """The units of a file. Raises SourceError where it does not parse."""
    tree = parse(lines)
    program = Program([path], lambda number: File(path, tree, analyse_alone(tree, lines)))
    program.open(0)
    program.solve()
    graph = program.graphs.get(0)
    if graph is None:
        return []
    members: dict[int, set[ast.AST]] = {}
    for expression, nodes in graph.nodes.items():
        for unit in (unit for node in nodes for unit in node.facts.values() if unit is not None):
            members.setdefault(id(unit.top()), set()).add(expression)
    groups: list[set[ast.AST]] = []
    for site in graph.sites:
        if any(isinstance(fact.value, Place) and removed(fact.value) is not None for fact in site.function.facts):
            tops = {id(unit.top()) for unit in site.node.facts.values() if unit is not None}
            own = {site.at}.union(*(members.get(top, ()) for top in tops))
            for other in [group for group in groups if group & own]:
                groups.remove(other)
                own |= other
            groups.append(own)
    index = Index(tree)
    return [Unit(tuple(sorted({_span(_chain(node, index), lines) for node in group}))) for group in groups]


def part(before: str, after: str, chosen: Unit, others: Iterable[Unit]) -> str:
    """A text with the changes that lead to another one, but for those in other units than the one that is chosen."""
    places = Places(before, Units.UTF32)
    pieces, at = [], 0
    for edit in edits(before, after):
        start, end = _position(places, edit.start), _position(places, edit.end)
        if chosen.touches(start, end) or not any(other.touches(start, end) for other in others):
            pieces += [before[at : edit.start], edit.text]
            at = edit.end
    return "".join([*pieces, before[at:]])


def counted(findings: Iterable[Diagnostic]) -> Counter[tuple[str, str]]:
    """Findings without their places, each as often as it is there."""
    return Counter((found.code, found.message) for found in findings)


def _position(places: Places, offset: int) -> Position:
    line, column = places.place(offset)
    return line + 1, column


def _span(node: ast.AST, lines: Sequence[str]) -> Span:
    first, last = node.lineno, node.end_lineno  # type: ignore[attr-defined]
    return (first, _characters(lines, first, node.col_offset)), (  # type: ignore[attr-defined]
        last,
        _characters(lines, last, node.end_col_offset),  # type: ignore[attr-defined]
    )


def _characters(lines: Sequence[str], line: int, column: int) -> int:
    return len(lines[line - 1].encode("utf-8", "surrogatepass")[:column].decode("utf-8", "replace"))


def _chain(node: ast.AST, index: Index) -> ast.AST:
    """The longest expression that goes on from a node: ``r["a"].get("b")``, ``"a" in r``."""
    for parent in _parents(node, index):
        if isinstance(parent, (ast.Attribute, ast.Subscript, ast.Call)):
            if (parent.func if isinstance(parent, ast.Call) else parent.value) is not node:
                break
        elif not isinstance(parent, ast.Compare):
            break
        node = parent
    return node


def _parents(node: ast.AST, index: Index) -> Iterator[ast.AST]:
    parent = index.parents.get(id(node))
    while parent is not None:
        yield parent
        parent = index.parents.get(id(parent))
