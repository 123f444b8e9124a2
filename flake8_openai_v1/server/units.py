"""The parts of a file that can be migrated by themselves: calls of 0.x, each with all that is done with its response.

What `fix` makes of a part is what it makes of the file, without what it changes in other parts.
"""

from __future__ import annotations

import ast
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..diagnostics import Diagnostic
from ..differences import edits
from ..rewrite.units import Part
from ..rewrite.units import Units as OfProgram
from ..semantics import analyse_alone
from ..source import parse
from ..syntax.index import Index
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
    groups = OfProgram([Part(path, tree, analyse_alone(tree, lines), Index(tree))]).groups(path)
    return [Unit(tuple(sorted({_span(node, lines) for node in group}))) for group in groups]


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
