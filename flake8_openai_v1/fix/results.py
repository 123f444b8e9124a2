"""What became of the files of a run: plain values, so that they can come out of other processes."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..syntax.diagnostics import Diagnostic
from ..syntax.differences import Hunk, Places, edits, hunks
from .causes import UNSAFE, UNTOUCHED, Cause


class Left(NamedTuple):
    """A finding that remains, at its place in the new text, and why it was left."""

    finding: Diagnostic
    cause: Cause
    was: Diagnostic | None = None
    """The same at its place in the old text; None where it shows in the new one only."""

    @property
    def reason(self) -> str:
        """Why, as it is said at the finding: one line."""
        return self.cause.text


class Span(NamedTuple):
    """A stretch of a file: lines from 1, columns (characters) from 0, `end_column` behind the last."""

    cell: int | None
    """The code cell, whose lines are counted, in a notebook."""
    line: int
    column: int
    end_line: int
    end_column: int


class Fixed(NamedTuple):
    """What became of one file."""

    path: str
    before: bytes
    after: bytes
    """The same object as `before` where nothing was changed."""
    fixed: Sequence[Diagnostic] = ()
    """What had been found and is gone, at its place in the old text."""
    left: Sequence[Left] = ()
    failure: str | None = None
    """Why the file could not be processed, one line; it is as it was."""
    notes: Sequence[str] = ()
    """What a person should know of what was done, one line each."""
    unread: Sequence[tuple[int, str]] = ()
    """Cells of a notebook that could not be processed: their number among the code cells, and why."""
    doubtful: bool = False
    """May it break, though nothing is found in it? Then it is as it was, and a note says where."""
    units: Sequence[tuple[int, Span]] = ()
    """Where its units are in the old text, each with its number in the run. Only where they are asked for."""
    is_whole: bool = False
    """Is what is changed in it right as a whole only: are its calls made on a client, or their responses all dicts?"""
    needs: frozenset[str] = frozenset()
    """The paths of other files that decide where its calls go, who mocks them and who catches their errors."""

    @property
    def has_claims(self) -> bool:
        """True if a cause says that an unsafe fix would do it."""
        return any(left.cause.is_unsafe for left in self.left) or any(note.endswith(UNSAFE) for note in self.notes)

    def _with_true_claims(self, unsafe: Fixed) -> Fixed:
        """The same, where a cause says that an unsafe fix does it if, and only if, it does.

        ``unsafe`` is what unsafe fixes make of the file.
        """
        still = {left.was for left in unsafe.left}

        def true(cause: Cause, was: Diagnostic | None) -> Cause:
            return cause if was is None else cause._replace(is_unsafe=was not in still)

        left = [row._replace(cause=true(row.cause, row.was)) for row in self.left]
        notes = self.notes if unsafe.after != unsafe.before else [note.removesuffix(UNSAFE) for note in self.notes]
        return self._replace(left=left, notes=notes)

    def then(self, later: Fixed) -> Fixed:
        """What became of the file, if what it became was fixed once more."""
        known = {left.finding: left.was for left in self.left}
        left = [left._replace(was=known.get(left.was) if left.was is not None else None) for left in later.left]
        return later._replace(
            before=self.before,
            fixed=(*self.fixed, *later.fixed),
            left=[*left, *(one for one in self.left if one.cause == UNTOUCHED)],
            notes=(*self.notes, *later.notes),
            units=self.units,
            is_whole=self.is_whole or later.is_whole,
            needs=self.needs,
        )


def with_true_claims(safe: Sequence[Fixed], unsafe: Sequence[Fixed]) -> list[Fixed]:
    """What became of the files of a run, where it is said that unsafe fixes do something only if they do."""
    return [one._with_true_claims(other) for one, other in zip(safe, unsafe, strict=True)]


def remaining(
    before: Sequence[Diagnostic], old: Sequence[str], after: Sequence[Diagnostic], new: Sequence[str]
) -> dict[Diagnostic, Diagnostic]:
    """The findings of a text after its edits → what they were before, as far as they were there.

    Both texts are given as their lines.
    """
    lines = dict(_same_lines(old, new))
    waiting: dict[tuple[str, str], list[Diagnostic]] = {}
    for found in before:
        waiting.setdefault((found.code, found.message), []).append(found)
    result: dict[Diagnostic, Diagnostic] = {}
    for sure in (True, False):
        for found in after:
            known = waiting.get((found.code, found.message), [])
            was = next((one for one in known if not sure or one.line == lines.get(found.line)), None)
            if found not in result and was is not None:
                result[found] = was
                known.remove(was)
    return result


def untouched(found: Iterable[Diagnostic], before: str, after: str) -> dict[Diagnostic, Diagnostic]:
    """Those of the findings of a text where nothing was changed → the same at their places in the new text."""
    changes = edits(before, after)
    old, new = Places(before), Places(after)
    result: dict[Diagnostic, Diagnostic] = {}
    for one in found:
        start, end = old.offset(one.line, one.column), old.offset(one.end_line, one.end_column)
        if not any(change.start <= end and start <= change.end for change in changes):
            shift = sum(len(change.text) - (change.end - change.start) for change in changes if change.end < start)
            (line, column), (end_line, end_column) = new.of(start + shift), new.of(end + shift)
            result[one] = one._replace(line=line, column=column, end_line=end_line, end_column=end_column)
    return result


def _same_lines(old: Sequence[str], new: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Yield each line of a new text (from 1) that stands in the old one, and where."""
    at, shift = 0, 0
    for hunk in [*hunks(old, new), Hunk(len(old), len(old), len(new), len(new))]:
        yield from ((line + 1, line + 1 - shift) for line in range(at, hunk.new))
        at, shift = hunk.new_end, hunk.new_end - hunk.old_end
