"""Edits of a cell as it stands in the virtual module, made in its text as it is written.

A line of the module may have lost something at its front: its margin, where the whole cell is indented, and behind the
indentation that is left a magic (``%time``). Both stay where they are; new lines get the margin.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, takewhile
from typing import NamedTuple

from .diagnostics import Edit
from .ipython import SKIPPED, cell_magics, to_python
from .notebook import Cell, Notebook, cell_lines
from .notebook_json import EditError
from .source import SourceError

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
"""A line with its end, as `cell_lines` tells them apart."""
LINE_END = re.compile(r"\r\n|\r|\n")


def in_cell(notebook: Notebook, cell: Cell, edits: Iterable[Edit], line_end: str) -> list[Edit]:
    r"""Turn edits of a cell's lines in the module into edits of its text, in order, without those that change nothing.

    Offsets of `edits` are characters of the module from the cell's first, those of the result are characters of
    ``"".join(cell.source)``. `edits` are in order, do not overlap, find what they expect, and end lines with ``\n``;
    they are given the line end of the cell, or `line_end` where it has none.

    Raises EditError where an edit touches what is not the user's Python, or the cell would not be read as edited.
    """
    writer = _Writer(notebook, cell, line_end)
    for edit in edits:
        writer.make(edit._replace(text=LINE_END.sub("\n", edit.text)))
    return writer.finish()


def line_end_of(texts: Iterable[str]) -> str | None:
    """The line end that is in use in texts, None if there is none."""
    ends = Counter(LINE_END.findall("".join(texts))).most_common(1)
    return str(ends[0][0]) if ends else None


class _Line(NamedTuple):
    """A line of a cell, as it is written and as it stands in the module."""

    number: int
    """Within the cell, from 1."""
    start: int
    """Where it begins in the cell's text, in characters from 0."""
    text: str
    """As it is written, without its end."""
    end: str
    """How it ends; empty where it does not, as the last line of a cell may."""
    python: str
    """As it is in the module, with its end."""
    margin: int
    """How many characters of the cell's indentation it has lost."""
    magic: int
    """How many characters it has lost behind the indentation that is left."""

    @property
    def indent(self) -> int:
        """How long that indentation is: the magic was in front of this column of the module."""
        return len(self.python) - len(self.python.lstrip(" \t"))

    @property
    def stop(self) -> int:
        """Where the next line begins in the cell's text."""
        return self.start + len(self.text) + len(self.end)

    def place(self, column: int, is_behind: bool) -> int:
        """Lead from a column of the module to the cell's text; `is_behind`: behind a magic that was there."""
        if column == len(self.python):
            return self.stop
        magic = self.magic if column > self.indent or (column == self.indent and is_behind) else 0
        return self.start + self.margin + column + magic

    @property
    def visible(self) -> str:
        """What is written there but for what was lost at the front, with the end that lines of the module have."""
        text = self.text[self.margin :]
        return text[: self.indent] + text[self.indent + self.magic :] + "\n" if self.magic else text + "\n"

    @property
    def has_columns(self) -> bool:
        """Do columns of the module lead to the cell's text? Not where something of ours stands in the module."""
        return len(self.visible) == len(self.python)

    def has(self, start: int, stop: int) -> bool:
        """Is what the module has between two columns what the user wrote?"""
        return self.has_columns and self.visible[start:stop] == self.python[start:stop]


def _lines(notebook: Notebook, cell: Cell) -> Iterator[_Line]:
    """The lines of a cell."""
    texts = LINE.findall("".join(cell.source))
    begin = cell.first - 1
    shifts = notebook.shifts[begin : begin + len(texts)]
    # `to_python` takes the margin off all lines that have it, or off none.
    margin = ""
    first = next((number for number, text in enumerate(texts) if not SKIPPED.match(text)), None)
    if first is not None:
        indent = texts[first][: len(texts[first]) - len(texts[first].lstrip(" \t"))]
        margin = indent if shifts[first] >= len(indent) else ""
    start = 0
    for number, (text, shift) in enumerate(zip(texts, shifts, strict=True), 1):
        lost = len(margin) if text.startswith(margin) else 0
        body = text.rstrip("\r\n")
        yield _Line(
            number, start, body, text[len(body) :], notebook.lines[begin + number - 1], lost, max(shift - lost, 0)
        )
        start += len(text)


class _Piece(NamedTuple):
    """A piece of a cell's text."""

    text: str
    at: int | None = None
    """Where it stood before, in characters from 0; None if it is new."""


class _Writer:
    """Writes the text of a cell anew, of pieces of the old one and of new text."""

    def __init__(self, notebook: Notebook, cell: Cell, line_end: str):
        self.where = f"cell {cell.number}"
        self.old = "".join(cell.source)
        self.line_end = line_end_of(cell.source) or line_end
        self.lines = list(_lines(notebook, cell))
        self.starts = [0, *accumulate(len(line.python) for line in self.lines)]
        """Where each line begins in the module, from the cell's first character, and where the last one ends."""
        self.margin = next((line.text[: line.margin] for line in self.lines if line.margin), "")
        self.is_last = cell.first - 1 + len(self.lines) == len(notebook.lines)
        self.pieces: list[_Piece] = []
        self.python: list[str] = []
        """What the pieces will be in the module. None of the strings is empty."""
        self.is_fresh = True
        """Does what comes next begin a line?"""
        self.done = 0
        """How far the old lines have been dealt with: an offset as in `starts`."""
        self.shown = 0
        """The last line whose magic was written before what follows it."""

    def make(self, edit: Edit) -> None:
        """Make the next edit."""
        edit = _shortened(edit)
        self._keep(edit.start)
        if edit.start == edit.end:
            self._before_insertion(edit)
        else:
            self._before_replacement(edit)
        for text in LINE.findall(edit.text):
            if self.is_fresh and text != "\n":
                self.pieces.append(_Piece(self.margin))
            self.pieces.append(_Piece(text.replace("\n", self.line_end)))
            self._is_now(text)
        self.done = edit.end

    def finish(self) -> list[Edit]:
        """Keep the rest, and give what all this is as edits of the old text."""
        self._keep(self.starts[-1])
        python = "".join(self.python)
        if python and not python.endswith("\n"):
            if not self.is_last:
                raise EditError(f"an edit takes the end of the last line away, in {self.where}")
            python += "\n"
        if not self.lines[-1].end:
            self._take_end()
        self._check(python)
        edits: list[Edit] = []
        at, text = 0, ""
        for piece in (*self.pieces, _Piece("", len(self.old))):
            if piece.at is None:
                text += piece.text
                continue
            if text != self.old[at : piece.at]:
                edits.append(_shortened(Edit(at, piece.at, text, self.old[at : piece.at])))
            at, text = piece.at + len(piece.text), ""
        return edits

    def _within(self, start: int, end: int) -> Iterator[tuple[_Line, int, int]]:
        """The lines between two offsets, and from which column to which."""
        number = bisect_right(self.starts, start) - 1
        while number < len(self.lines) and self.starts[number] < end:
            line, begin = self.lines[number], self.starts[number]
            yield line, max(start - begin, 0), min(end - begin, len(line.python))
            number += 1

    def _keep(self, end: int) -> None:
        """Write what stands before an offset as it is."""
        for line, start, stop in self._within(self.done, end):
            is_whole = start == 0 and stop == len(line.python)
            if not line.has_columns and not (is_whole and self.is_fresh):
                raise self._not_python(line)
            if self.is_fresh and start == 0:
                self._keep_text(line.start, line.start + line.margin)
            elif self.is_fresh and line.python[start] != "\n":
                self.pieces.append(_Piece(self.margin))
            self._keep_text(
                line.place(start, is_behind=self.shown == line.number),
                line.place(stop, is_behind=False),
            )
            if stop == len(line.python) and not line.end:
                self.pieces.append(_Piece(self.line_end))
            self._is_now(line.python[start:stop])
        self.done = end

    def _before_insertion(self, edit: Edit) -> None:
        """Write the magic that belongs before an insertion."""
        for line, start, _ in self._within(edit.start, edit.start + 1):
            # Whole lines come before a magic, but what begins its statement behind it.
            if start == line.indent and not edit.text.endswith("\n" + line.python[:start]):
                self._keep_magic(line)

    def _before_replacement(self, edit: Edit) -> None:
        """Check what is replaced, and write the magic that belongs before it."""
        for line, start, stop in self._within(edit.start, edit.end):
            if not line.has(start, stop):
                raise self._not_python(line)
            if not line.magic or not start <= line.indent < stop:
                continue
            is_deleted = not edit.text and stop == len(line.python)
            if is_deleted and start == 0:
                continue
            is_first = self.starts[line.number - 1] + line.indent == edit.start
            if is_deleted or not is_first:
                raise EditError(f"an edit takes a magic away, in {self.where}, line {line.number}")
            self._keep_magic(line)

    def _keep_magic(self, line: _Line) -> None:
        if line.magic and self.shown != line.number:
            if self.is_fresh:
                self._keep_text(line.start, line.start + line.margin)
                self.is_fresh = False
            self._keep_text(line.place(line.indent, is_behind=False), line.place(line.indent, is_behind=True))
            self.shown = line.number

    def _is_now(self, python: str) -> None:
        """Note what the last pieces are in the module."""
        self.python.append(python)
        self.is_fresh = python.endswith("\n")

    def _keep_text(self, start: int, stop: int) -> None:
        """Write what the cell's text has there."""
        self.pieces.append(_Piece(self.old[start:stop], start))

    def _take_end(self) -> None:
        """Leave the last line without an end, as it was, where the lines are the same without."""
        while self.pieces and not self.pieces[-1].text:
            self.pieces.pop()
        new = self._new()
        end = LINE_END.findall(new)[-1] if new.endswith(("\n", "\r")) else ""
        if end and cell_lines((new.removesuffix(end),)) == cell_lines((new,)):
            self.pieces[-1] = self.pieces[-1]._replace(text=self.pieces[-1].text.removesuffix(end))

    def _new(self) -> str:
        return "".join(piece.text for piece in self.pieces)

    def _check(self, python: str) -> None:
        """Read the cell again: is it what the edits made of the module?"""
        lines = cell_lines((self._new(),))
        try:
            again = to_python(lines)
        except SourceError as error:
            raise EditError(f"{self.where} could not be read after the edits: {error}") from None
        if again is None or "".join(again.lines) != python:
            raise EditError(f"{self.where} would not be read as it was edited")
        if [*cell_magics(lines)] != [*cell_magics(cell_lines((self.old,)))]:
            raise EditError(f"an edit comes before a magic of the whole of {self.where}")

    def _not_python(self, line: _Line) -> EditError:
        return EditError(f"an edit touches what is not Python, in {self.where}, line {line.number}")


def _shortened(edit: Edit) -> Edit:
    """An edit without what it leaves as it is at its beginning and end: whole lines first, then characters."""
    at, old, new = edit.start, edit.expected, edit.text
    for split in (LINE.findall, list):
        before, after = split(old), split(new)
        head = sum(map(len, _common(before, after)))
        at, old, new = at + head, old[head:], new[head:]
        tail = sum(map(len, _common(split(old)[::-1], split(new)[::-1])))
        old, new = old[: len(old) - tail], new[: len(new) - tail]
    return Edit(at, at + len(old), new, old)


def _common(one: Sequence[str], other: Sequence[str]) -> list[str]:
    """What two sequences begin with."""
    return [each for each, _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False))]
