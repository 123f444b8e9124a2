"""Where a migration stands, as text for a terminal, Markdown, JSON or one HTML page: a module each, with `render`.

What is shown of files is data here; `cli.report` gathers it.
"""

from __future__ import annotations

import os
import re
import shlex
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from enum import Enum
from importlib import import_module
from typing import NamedTuple

from ... import NAME
from ...syntax.diagnostics import Diagnostic, Severity
from .. import About, Failure, place, rules

DAY = re.compile(r"\b20\d\d-\d\d-\d\d\b")
"""A day as messages name it."""
QUOTED = re.compile(r'"[^"]*"')
"""A name or a version as messages name it, which may have a day in it."""

RETIRING = ("OAI5", "OAI307")
"""Beginnings of the codes whose messages say when something ends."""


def explain(first: tuple[str, Diagnostic]) -> str:
    """The command that says what to do by hand about a finding in a file."""
    return f"{NAME} explain {shlex.quote(at(*first))}"


def at(path: str, found: Diagnostic) -> str:
    """Name the place of a finding: `bot.py:16`."""
    return f"{place(path, found.cell)}:{found.line}"


class State(Enum):
    """How far a file is."""

    DONE = "done"
    """It uses the SDK, and nothing is found."""
    PART = "in part"
    """Something is found, beside code for today's SDK."""
    TO_DO = "to do"
    """Something is found, and nothing is for today's SDK."""


class FileStanding(NamedTuple):
    """A file that uses the SDK."""

    path: str
    state: State
    findings: Sequence[Diagnostic]
    safe: int = 0
    """Findings that `fix` takes away."""
    unsafe: int = 0
    """Those that `fix --unsafe-fixes` takes away beyond them."""
    by_hand: int = 0
    """Findings that a person must see to: some come to light when others are fixed."""


class Cause(NamedTuple):
    """Why `fix --unsafe-fixes` leaves findings."""

    reason: str
    findings: int
    files: int
    place: str = ""
    """The line that holds most of them back: `bot.py:16`; empty where it is no line."""

    @property
    def told(self) -> str:
        """The reason, and where it is."""
        return f"{self.place}: {self.reason}" if self.place else self.reason


class Ending(NamedTuple):
    """Something that is retired, or will be."""

    day: str
    """``2026-01-31``; empty where none is known."""
    code: str
    message: str
    findings: int


class Point(NamedTuple):
    """A commit of the past, or the files as they are."""

    day: str
    commit: str
    """The beginning of its name; empty for the files as they are."""
    findings: int
    files: int
    """That have findings."""


class Standing(NamedTuple):
    """Where a migration stands."""

    name: str
    """Of the project: that of its folder."""
    where: str
    """What was looked at, as it is written behind a command."""
    day: str
    searched: int
    files: Sequence[FileStanding]
    causes: Sequence[Cause] = ()
    failures: Sequence[Failure] = ()
    course: Sequence[Point] = ()
    """Oldest first; empty where nobody asked."""

    @property
    def findings(self) -> int:
        """How many findings there are."""
        return sum(len(file.findings) for file in self.files)

    @property
    def safe(self) -> int:
        """How many `fix` takes away."""
        return sum(file.safe for file in self.files)

    @property
    def unsafe(self) -> int:
        """How many more `fix --unsafe-fixes` takes away."""
        return sum(file.unsafe for file in self.files)

    @property
    def by_hand(self) -> int:
        """How many a person must see to."""
        return sum(file.by_hand for file in self.files)

    @property
    def states(self) -> Counter[State]:
        """How many files are how far."""
        return Counter(file.state for file in self.files)

    @property
    def severities(self) -> Counter[Severity]:
        """How many findings are how bad."""
        known = rules() if self.findings else {}
        return Counter(known.get(found.code, About(found.code)).severity for found in self._all())

    def codes(self) -> list[tuple[About, int, int]]:
        """List the rules by how many findings they have, with that number and that of their files."""
        known = rules() if self.findings else {}
        number = Counter(found.code for found in self._all())
        within = Counter(code for file in self.files for code in {found.code for found in file.findings})
        ordered = sorted(number, key=lambda code: (-number[code], code))
        return [(known.get(code, About(code)), number[code], within[code]) for code in ordered]

    def folders(self) -> list[tuple[str, int, int]]:
        """List the folders by how many findings are in them, with that number and that of their files to do."""
        number: Counter[str] = Counter()
        files: Counter[str] = Counter()
        for file in self.files:
            if file.findings:
                folder = os.path.dirname(os.path.normpath(file.path)) or os.curdir
                number[folder] += len(file.findings)
                files[folder] += 1
        return [(folder, number[folder], files[folder]) for folder in sorted(number, key=lambda at: (-number[at], at))]

    def endings(self) -> list[Ending]:
        """List what is retired, the earliest day first."""
        number: Counter[tuple[str, str]] = Counter(
            (found.code, found.message) for found in self._all() if found.code.startswith(RETIRING)
        )
        endings = [
            Ending(found[0] if (found := DAY.search(QUOTED.sub("", message))) else "", code, message, times)
            for (code, message), times in number.items()
        ]
        return sorted(endings, key=lambda one: (one.day == "", one))

    def next_step(self) -> str:
        """Say what to do now, a command where there is one."""
        if not self.findings:
            return "nothing is left to do" if not self.failures else "see to what could not be processed"
        if self.safe:
            return f"{NAME} fix --diff {self.where}"
        if self.unsafe:
            return f"{NAME} fix --unsafe-fixes --diff {self.where}"
        first = next((cause for cause in self.causes if cause.place), None)
        if first is not None:
            held = f"  # holds back {first.findings:,}" if first.findings > 1 else ""
            return f"{NAME} explain {shlex.quote(first.place)}{held}"
        return explain(next((file.path, found) for file in self.files for found in file.findings))

    def _all(self) -> Iterator[Diagnostic]:
        return (found for file in self.files for found in file.findings)


def renderer(name: str) -> Callable[[Standing], str]:
    """Give the function that makes one of the forms, by its module: markdown, json, html."""
    render: Callable[[Standing], str] = import_module(f".{name}", __name__).render
    return render
