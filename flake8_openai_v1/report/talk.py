"""What goes to stderr: failures, progress on a terminal, the last line."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Mapping
from contextlib import suppress
from time import monotonic
from typing import NamedTuple

from ..syntax import shown
from . import Failure

PATIENCE = 1.0
"""Seconds until progress is shown."""
PACE = 0.1
"""Seconds between two updates of it."""


def say(text: str) -> None:
    """Write to stderr, if somebody still listens there."""
    if sys.stderr is not None:
        with suppress(OSError):
            sys.stderr.write(text)
            sys.stderr.flush()


class Tally(NamedTuple):
    """How many findings, in how many files."""

    findings: int
    files: int


class Talk:
    """Speaks to the person at the terminal, and stays out of the way of results and of log files."""

    def __init__(self, *, quiet: bool = False) -> None:
        """Start the clock. Quiet leaves out progress, remarks and the last line, never a failure."""
        self._quiet = quiet
        self._terminal = not quiet and sys.stderr is not None and sys.stderr.isatty()
        self._due = monotonic() + PATIENCE
        self._width = 0
        self.failures: list[Failure] = []

    def failed(self, path: str, reason: object) -> None:
        """Say why a file or folder could not be processed, and keep it."""
        self._keep(Failure(path, shown.text(str(reason))))

    def unread(self, path: str, cells: Iterable[tuple[int, str]]) -> None:
        """Say why cells of a notebook (number, reason) could not be processed, and keep them."""
        for number, reason in cells:
            self._keep(Failure(path, shown.text(reason), number))

    def _keep(self, failure: Failure) -> None:
        self.failures.append(failure)
        self.clear()
        say(f"{failure.where}: {failure.reason}\n")

    def progress(self, done: int, total: int, what: str, things: str = "files") -> None:
        """Show how far a long run is, if anybody looks: things of `total` done, and what is done to them."""
        if self._terminal and monotonic() >= self._due:
            self._due = monotonic() + PACE
            line = f"{what} {done:,} of {total:,} {things}"
            say(f"\r{line.ljust(self._width)}")
            self._width = len(line)

    def clear(self) -> None:
        """Take the progress line away."""
        if self._width:
            say(f"\r{' ' * self._width}\r")
            self._width = 0

    def remark(self, text: str, path: str | None = None) -> None:
        """Say what is good to know, of a file perhaps, and no failure; not where it is to be quiet."""
        if not self._quiet:
            self.clear()
            say(f"{shown.name(path)}: {shown.text(text)}\n" if path is not None else f"{shown.text(text)}\n")

    def hint(self, text: str) -> None:
        """Say what to do next, where somebody is there to do it."""
        if self._terminal and text:
            self.remark(text)

    def last_line(self, files: int, relevant: int, findings: int, replaceable: int) -> None:
        """Sum a run of the linter up."""
        self.remark(
            f"{self._processed(files)}, {relevant:,} with OpenAI code, "
            f"{count(findings, 'finding')}, {replaceable:,} with what to write"
        )

    def last_line_of_plan(self, files: int, relevant: int, numbers: Mapping[str, int], standing: Standing) -> None:
        """Sum a run of the linter up that knows what `fix` does."""
        found = count(sum(numbers.values()), "finding")
        ways = {"safe": "by fix", "unsafe": "by fix --unsafe-fixes", "by_hand": "by hand"}
        parts = ", ".join(f"{numbers[kind]:,} {way}" for kind, way in ways.items() if numbers[kind])
        what = f": {parts}" if parts else ""
        self.standing(standing)
        self.remark(f"{self._processed(files)}, {relevant:,} with OpenAI code, {found}{what}")

    def standing(self, standing: Standing) -> None:
        """Say how far files come, where there are several and not all are done."""
        done, part, to_do = standing
        if sum(standing) > 1 and done < sum(standing):
            self.remark(f"files: {done:,} done, {part:,} in part, {to_do:,} to do")

    def last_line_of_fixes(self, files: int, fixed: Tally, left: Tally, *, written: bool) -> None:
        """Sum a run of the fixer up: what it wrote, or would have written."""
        done = f"{count(fixed.findings, 'finding')} {'' if written else 'would be '}fixed{_within(fixed)}"
        result = f"{done}, {left.findings:,} left{_within(left)}" if any((*fixed, *left)) else "nothing to fix"
        self.remark(f"{self._processed(files)}: {result}")

    def _processed(self, files: int) -> str:
        failed = len({failure.path for failure in self.failures})
        return count(files, "file") + (f", {failed:,} not processed" if failed else "")


class Standing(NamedTuple):
    """Files with findings, by how far a fix takes them."""

    done: int = 0
    part: int = 0
    to_do: int = 0

    @classmethod
    def of(cls, files: Iterable[tuple[int, int]]) -> Standing:
        """Count files by how many of their findings are fixed, and how many are left."""
        kinds = Counter("done" if not left else "part" if fixed else "to_do" for fixed, left in files)
        return cls(kinds["done"], kinds["part"], kinds["to_do"])


def _within(tally: Tally) -> str:
    return f" in {count(tally.files, 'file')}" if tally.files else ""


def count(number: int, noun: str) -> str:
    """Say a number of things: "1 file", "1,200 files"."""
    return f"{number:,} {noun}{'' if number == 1 else 's'}"
