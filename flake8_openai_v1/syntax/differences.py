"""One text → another one: the smallest changes that lead there."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from difflib import SequenceMatcher
from itertools import accumulate
from typing import NamedTuple

from .diagnostics import Edit, Fix, TextEdit

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+\Z")
TOKEN = re.compile(r"\w+|\r\n|\s|.", re.DOTALL)
MOST_TOKENS = 2_000
"""Of a change, before or after: within a larger one nothing is compared."""

LARGEST = 1_000_000
"""Lines before times lines after that are compared one by one; where it is more, all of them have changed."""


class Hunk(NamedTuple):
    """Lines (from 0) of the old text, and those of the new one that are in their place."""

    old: int
    old_end: int
    new: int
    new_end: int


def hunks(old: Sequence[str], new: Sequence[str]) -> list[Hunk]:
    """What has changed, in order."""
    start = 0
    while start < len(old) and start < len(new) and old[start] == new[start]:
        start += 1
    end = 0
    while end < min(len(old), len(new)) - start and old[-1 - end] == new[-1 - end]:
        end += 1
    before, after = old[start : len(old) - end], new[start : len(new) - end]
    if not before and not after:
        return []
    if len(before) * len(after) > LARGEST:
        return [Hunk(start, start + len(before), start, start + len(after))]
    return [
        Hunk(start + one, start + two, start + three, start + four)
        for kind, one, two, three, four in SequenceMatcher(None, before, after).get_opcodes()
        if kind != "equal"
    ]


def split_lines(text: str) -> list[str]:
    r"""The lines of a text, each with its end: ``\n``, ``\r\n`` or ``\r``, and nothing else ends one."""
    return LINE.findall(text)


class Places:
    """Where the characters of a text are."""

    def __init__(self, text: str) -> None:
        """Count the lines."""
        lines = split_lines(text)
        self._starts = [0, *accumulate(map(len, lines))]
        if lines and not lines[-1].endswith(("\r", "\n")):
            self._starts.pop()  # the last line has no end, behind which another one would begin

    def of(self, offset: int) -> tuple[int, int]:
        """The line (from 1) and the column of a character."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1]

    def offset(self, line: int, column: int) -> int:
        """Where a line (from 1) and a column are: the characters in front of it."""
        return self._starts[line - 1] + column


def edits(before: str, after: str) -> list[Edit]:
    """The changes in order. They do not touch each other; made in ``before`` they give ``after``."""
    old, new = split_lines(before), split_lines(after)
    starts, others = [0, *accumulate(map(len, old))], [0, *accumulate(map(len, new))]
    result: list[Edit] = []
    for hunk in hunks(old, new):
        start = starts[hunk.old]
        was = before[start : starts[hunk.old_end]]
        now = after[others[hunk.new] : others[hunk.new_end]]
        result.extend(_changes(start, was, now))
    return result


def _changes(start: int, was: str, now: str) -> Iterator[Edit]:
    """Yield the changes within some lines."""
    old, new = TOKEN.findall(was), TOKEN.findall(now)
    if max(len(old), len(new)) > MOST_TOKENS:
        yield from _trimmed(start, was, now)
        return
    places = [start, *accumulate(map(len, old), initial=start)][1:]
    for kind, one, two, three, four in SequenceMatcher(None, old, new, autojunk=False).get_opcodes():
        if kind != "equal":
            text = "".join(old[one:two])
            yield Edit(places[one], places[one] + len(text), "".join(new[three:four]), text)


def _trimmed(start: int, was: str, now: str) -> Iterator[Edit]:
    """Yield one change, without what is the same at its front and at its end."""
    front = _common(was, now)
    back = _common(was[front:][::-1], now[front:][::-1])
    end = len(was) - back
    yield Edit(start + front, start + end, now[front : len(now) - back], was[front:end])


def _common(one: str, other: str) -> int:
    """How many characters two texts begin with are the same."""
    differing = (number for number, (a, b) in enumerate(zip(one, other, strict=False)) if a != b)
    return next(differing, min(len(one), len(other)))


def with_edits(text: str, changes: Iterable[TextEdit]) -> str:
    """A text, or that of a cell, with edits made in it."""
    starts = [0, *accumulate(map(len, split_lines(text)))]

    def offset(line: int, column: int) -> int:
        return min(starts[min(line, len(starts)) - 1] + column, len(text))

    pieces, at = [], 0
    for edit in sorted(changes, key=place_of):
        pieces += [text[at : offset(edit.line, edit.column)], edit.text]
        at = offset(edit.end_line, edit.end_column)
    return "".join([*pieces, text[at:]])


def with_needs(fix: Fix, fixes: Mapping[str, Fix]) -> tuple[TextEdit, ...]:
    """The edits of a fix and of all that it needs, by file and place."""
    found = {fix.id: fix}
    waiting = [*fix.needs]
    for name in waiting:
        if name not in found:
            found[name] = fixes[name]
            waiting += found[name].needs
    return tuple(sorted({edit for one in found.values() for edit in one.edits}, key=place_of))


def as_one(text: str, changes: Sequence[TextEdit]) -> TextEdit:
    """One edit of a text that does what several do."""
    ordered = sorted(changes, key=place_of)
    first, last = ordered[0], ordered[-1]
    start, end = (offset_of(text, *place) for place in ((first.line, first.column), (last.end_line, last.end_column)))
    after = with_edits(text, ordered)
    return last._replace(line=first.line, column=first.column, text=after[start : len(after) - (len(text) - end)])


def offset_of(text: str, line: int, column: int) -> int:
    """The characters before a place in a text."""
    starts = [0, *accumulate(map(len, split_lines(text)))]
    return min(starts[min(line, len(starts)) - 1] + column, len(text))


def place_of(edit: TextEdit) -> tuple[str, int, tuple[int, ...]]:
    """What edits are ordered by: file, cell, place."""
    return edit.path, edit.cell or 0, edit[2:6]
