"""A line of source for a terminal, and a line below it that marks a part of it."""

from __future__ import annotations

import unicodedata

from ..syntax import shown

GAP = "..."
"""What stands for the part of a long line that is left out."""

LONGEST = 2000
"""Characters of a line that are looked at."""

ENOUGH = 30
"""Characters of a long part that tell what is marked."""


def snippet(line: str, start: int, end: int, width: int) -> tuple[str, str]:
    """Give a line and its mark, from one character to another (from 0, `end` behind the last), within a width."""
    away = max(0, start - LONGEST // 2)
    line, start, end = line[away : away + LONGEST], start - away, end - away
    cells = [_shown(character) for character in shown.masked(line)]
    widths = [_width(cell) for cell in cells]
    first = _first(widths, start, end, width)
    front = GAP if first or away else ""
    room = width - len(front)
    last = first
    while last < len(cells) and room >= widths[last]:
        room -= widths[last]
        last += 1
    if last < len(cells):
        while last > first and room < len(GAP):
            last -= 1
            room += widths[last]
        back = GAP
    else:
        back = ""
    before = len(front) + sum(widths[first:start])
    marked = max(1, sum(widths[start : min(end, last)]))
    return front + "".join(cells[first:last]) + back, " " * before + "^" * marked


def _first(widths: list[int], start: int, end: int, width: int) -> int:
    """Which character to show first: that of the line, or one shortly before what is marked where that is far off."""
    if sum(widths[: min(end, start + ENOUGH)]) + len(GAP) <= width:
        return 0
    first = start
    room = max(0, (width - sum(widths[start:end])) // 2 - len(GAP))
    while first and widths[first - 1] <= room:
        first -= 1
        room -= widths[first]
    return first


def _shown(character: str) -> str:
    if character == "\t":
        return "    "
    return character if character.isprintable() else character.encode("unicode_escape").decode()


def _width(text: str) -> int:
    if len(text) != 1:
        return len(text)
    if unicodedata.combining(text):
        return 0
    return 2 if unicodedata.east_asian_width(text) in "WF" else 1
