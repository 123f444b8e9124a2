"""Edits of one text: collected in any order, moved as a whole, and made at last on the original text."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import pairwise

from ...syntax.diagnostics import Edit

Piece = tuple[int, int]


class Conflict(Exception):
    """Two edits want the same characters; the text says where."""


class Edits:
    """What is to change in a text. Offsets count characters from 0."""

    def __init__(self, text: str) -> None:
        """Nothing yet."""
        self.text = text
        self._replaced: dict[Piece, str] = {}
        self._before: list[tuple[int, int, str]] = []
        """Offset, end of what it opens, text."""
        self._after: list[tuple[int, int, str]] = []
        """Offset, start of what it closes, text."""
        self._moves: list[tuple[int, int, list[Piece | str]]] = []

    def __bool__(self) -> bool:
        """Is there anything?"""
        return bool(self._replaced or self._before or self._after or self._moves)

    def replace(self, start: int, end: int, text: str) -> None:
        """Put a text in the place of another; the same edit twice is one. Raises Conflict for a second text."""
        known = self._replaced.get((start, end))
        if known is not None and known != text:
            raise Conflict(f"{known!r} and {text!r} for {self.text[start:end]!r}")
        if self.text[start:end] != text:
            self._replaced[start, end] = text

    def replacement(self, start: int, end: int) -> str | None:
        """What was said to take the place of exactly these characters."""
        return self._replaced.get((start, end))

    def wrap(self, start: int, end: int, before: str, after: str) -> None:
        """Put texts around another; of several around the same, the first is the innermost."""
        if before and (start, end, before) not in self._before:
            self._before.append((start, end, before))
        if after and (end, start, after) not in self._after:
            self._after.append((end, start, after))

    def insert(self, at: int, text: str) -> None:
        """Put a text before what stands at an offset. Several at one place keep their order."""
        if (at, len(self.text) + 1, text) not in self._before:
            self._before.append((at, len(self.text) + 1, text))

    def discard(self, start: int, end: int) -> None:
        """Forget all that was to change within a stretch of text, which goes as a whole."""
        self._replaced = {span: text for span, text in self._replaced.items() if not start <= span[0] <= span[1] <= end}
        self._before = [row for row in self._before if not start <= row[0] <= end or row[1] > len(self.text)]
        self._after = [row for row in self._after if not start < row[0] <= end]

    def rearrange(self, start: int, end: int, parts: list[Piece | str]) -> None:
        """Make a stretch of text of these: pieces of the text, with the edits in them, and new text."""
        self._moves.append((start, end, parts))

    def finished(self) -> list[Edit]:
        """The edits in order. Raises Conflict where they overlap."""
        edits = self._plain(0, len(self.text))
        for start, end, parts in self._moves:
            # What closes the last piece goes with it; what is put before that which follows the stretch stays behind.
            closing = self.closing(end)
            edits = [
                part
                for edit in edits
                for part in (
                    (Edit(end, end, closing, ""), Edit(end, end, edit.text.removeprefix(closing), ""))
                    if closing and edit.start == edit.end == end
                    else (edit,)
                )
            ]
            inner = [
                edit
                for edit in edits
                if (start <= edit.start < end and edit.end <= end) or (closing and edit == (end, end, closing, ""))
            ]
            made = "".join(
                part
                if isinstance(part, str)
                else applied(self.text[part[0] : part[1]], _shifted(inner, part), check=False)
                for part in parts
            )
            kept = [edit for edit in edits if edit not in inner]
            edits = sorted([*kept, Edit(start, end, made, self.text[start:end])])
        check(edits)
        return edits

    def closing(self, at: int) -> str:
        """What closes something that ends at an offset, the innermost first."""
        rows = sorted(enumerate(self._after), key=lambda row: (-row[1][1], row[0]))
        return "".join(text for _, (where, _, text) in rows if where == at)

    def _plain(self, start: int, end: int) -> list[Edit]:
        edits = [Edit(a, b, text, self.text[a:b]) for (a, b), text in self._replaced.items()]
        edits = sorted(edits)
        # A wider replacement swallows narrower ones only where these were asked for by mistake: that is a conflict.
        check(edits)
        places: dict[int, list[str]] = {}
        closing = sorted(enumerate(self._after), key=lambda row: (row[1][0], -row[1][1], row[0]))
        for _, (at, _, text) in closing:
            places.setdefault(at, []).append(text)
        opening = sorted(enumerate(self._before), key=lambda row: (row[1][0], -row[1][1], -row[0]))
        plain = [row for row in self._before if row[1] == len(self.text) + 1]
        for at in {row[0] for row in plain}:
            places.setdefault(at, []).extend(text for where, _, text in plain if where == at)
        for _, (at, until, text) in opening:
            if until != len(self.text) + 1:
                places.setdefault(at, []).append(text)
        result = list(edits)
        for at, texts in places.items():
            inside = next((edit for edit in edits if edit.start < at < edit.end), None)
            if inside is not None:
                raise Conflict(f"something is to stand within {inside.expected!r}")
            result.append(Edit(at, at, "".join(texts), ""))
        return sorted(result)


def _shifted(edits: Iterable[Edit], piece: Piece) -> list[Edit]:
    start, end = piece
    return [
        edit._replace(start=edit.start - start, end=edit.end - start)
        for edit in edits
        if start <= edit.start and edit.end <= end
    ]


def check(edits: Sequence[Edit]) -> None:
    """Raise Conflict where edits, which are in order, overlap."""
    for one, other in pairwise(edits):
        if other.start < one.end:
            raise Conflict(f"{one.expected!r} and {other.expected!r} overlap")


def applied(text: str, edits: Iterable[Edit], *, check: bool = True) -> str:
    """The text with edits made in it. Raises Conflict where they overlap, or where something else stands there."""
    pieces, at = [], 0
    for edit in sorted(edits):
        if edit.start < at or (check and text[edit.start : edit.end] != edit.expected):
            raise Conflict(f"expected {edit.expected!r} at {edit.start}")
        pieces += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*pieces, text[at:]])


def lines_before(text: str, edits: Sequence[Edit]) -> list[int]:
    """For each line of a text after edits, the line before them (from 1) in which it began."""
    made, at, line = [1], 0, 1
    for edit in sorted(edits):
        kept = text[at : edit.start].count("\n")
        made += range(line + 1, line + kept + 1)
        line += kept
        inner = edit.text.count("\n")
        ends = edit.text.endswith("\n")  # what follows is a line of its own
        made += [line] * (inner - ends)
        line += text[edit.start : edit.end].count("\n")
        made += [line] * ends
        at = edit.end
    return [*made, *range(line + 1, line + text[at:].count("\n") + 1)]
