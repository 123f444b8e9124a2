"""Lines that stand below what an open bracket holds move with it, where edits move that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from ...syntax.diagnostics import Edit
from .brackets import Bracket, Source, bracket_of


def aligned(text: str, edits: Sequence[Edit], kept: Sequence[tuple[int, int]] = ()) -> list[Edit]:
    """The edits of a text, and those that keep its further lines in line with the brackets that they stand in.

    ``kept`` are stretches of the text that stay as they are, with the lines that they are on.
    """
    if not edits:
        return []
    source = Source(text)
    rows = {source.line_of(edit.start) for edit in edits}
    shifts: dict[int, int] = {}
    """Numbers of lines, from 0 → by how many characters they move."""
    for row, nodes in source.nodes_by_row(rows).items():
        brackets = [made for node in nodes if (made := bracket_of(node)) is not None]
        for number, shift in _shifts(source, row, brackets, edits).items():
            shifts[number] = shifts.get(number, 0) + shift
    stays = {row for start, end in kept for row in range(source.line_of(start), source.line_of(end) + 1)}
    more = [one for one in _moves(source, shifts) if source.line_of(one.start) not in stays]
    return sorted([*edits, *(one for one in more if not any(_meets(one, edit) for edit in edits))])


def _shifts(source: Source, row: int, brackets: Sequence[Bracket], edits: Sequence[Edit]) -> dict[int, int]:
    """By how much lines move that stand below something in a line, the innermost bracket that opens there deciding."""
    found: dict[int, int] = {}
    begin = source.starts[row]
    for bracket in brackets:
        last = source.line_of(bracket.closing)
        if not bracket.items or not begin <= bracket.opening < bracket.items[0].start < source.starts[row + 1]:
            continue
        column = bracket.items[0].start - begin
        behind = [number for number in range(row + 1, last + 1) if source.lines[number].strip()]
        if not behind or len(source.indentation(behind[0])) != column or "\t" in source.indentation(behind[0]):
            continue
        grown = _growth(edits, begin, bracket.opening + 1)
        if grown is not None:
            found.update((number, grown) for number in behind if len(source.indentation(number)) >= column)
    return found


def _growth(edits: Sequence[Edit], start: int, end: int) -> int | None:
    """By how much a stretch of text grows by edits; None where that does not show."""
    within = [edit for edit in edits if edit.end > start and edit.start < end]
    if any(edit.start < start or edit.end > end or "\n" in edit.text for edit in within):
        return None
    return sum(len(edit.text) - len(edit.expected) for edit in within)


def _moves(source: Source, shifts: Mapping[int, int]) -> Iterator[Edit]:
    for number, shift in sorted(shifts.items()):
        old = source.indentation(number)
        start = source.starts[number]
        if shift and not source.is_in_string(start):
            yield Edit(start, start + len(old), " " * (len(old) + shift), old)


def _meets(one: Edit, other: Edit) -> bool:
    return one.start < other.end and other.start < one.end
