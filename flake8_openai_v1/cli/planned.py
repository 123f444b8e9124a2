"""What `check` says of fixes, in the formats that show them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from ..project.config import Config
from ..report import Found
from ..report.talk import Standing, Talk
from ..syntax.diagnostics import Applicability, Fix
from .search import Search

KINDS = ("safe", "unsafe", "by_hand")
QUICK = 100_000
"""Bytes of files with findings for which a person waits some seconds."""
MUCH = 300_000
"""Bytes of them for which a program that reads fixes waits, a minute perhaps."""
NOT_PLANNED = (
    f"fixes and causes are left out, as the files with findings hold more than {MUCH // 1000} kB: "
    "name some of them, or look at fix --diff"
)


class Planned(NamedTuple):
    """What is found, and what `fix` would do about it."""

    files: Sequence[Found]
    fixes: Mapping[str, Fix]
    """By their ids: those of the findings, and what these need."""

    @property
    def numbers(self) -> dict[str, int]:
        """How many findings are fixed by safe fixes, by unsafe ones, or by none."""
        return numbers_of(self.files)

    @property
    def is_only_unsafe(self) -> bool:
        """True if nothing is fixed but by unsafe fixes."""
        return not self.numbers["safe"] and bool(self.numbers["unsafe"])

    @property
    def standing(self) -> Standing:
        """How far safe fixes take the files."""
        safe = [(sum(map(_is_safe, file.fixes)), len(file.fixes)) for file in self.files]
        return Standing.of((fixed, number - fixed) for fixed, number in safe)


def numbers_of(files: Iterable[Found]) -> dict[str, int]:
    """How many findings in files are fixed by safe fixes, by unsafe ones, or by none; where that was worked out."""
    kinds = Counter("by_hand" if fix is None else fix.applicability.value for file in files for fix in file.fixes)
    return {kind: kinds[kind] for kind in KINDS}


def _is_safe(fix: Fix | None) -> bool:
    return fix is not None and fix.applicability is Applicability.SAFE


def size(files: Sequence[Found]) -> int:
    """How much there is to look at, in bytes."""
    return sum(len(file.data) for file in files)


def with_fixes(files: Sequence[Found], search: Search, config: Config, talk: Talk) -> Planned | None:
    """Say which fix each finding has, or why it has none; None where what fixes need cannot be imported.

    It is loaded only where something is found.
    """
    if not files:
        return Planned(files, {})
    try:
        from ..fix.fixer import Source
        from ..fix.planning import plan
        from ..lint.surroundings import surroundings
    except ImportError:
        return None

    around = surroundings(search.inputs)
    sources = [
        *(Source(file.path, file.data) for file in search.inputs),
        *(Source(file.path, file.data, outside=True) for file in around.inputs),
        *(Source(path, b"", outside=True, unreadable=True) for path in around.unreadable),
    ]
    found = {file.path: file.findings for file in files}
    progress = partial(talk.progress, what="planned")
    known = plan(sources, config, found=found, progress=progress, variables=around.variables, seen=search.seen)
    talk.clear()
    planned = [
        file._replace(causes=[row.cause for row in rows], fixes=[row.fix for row in rows])
        for file in files
        for rows in (known.findings[file.path],)
    ]
    return Planned(planned, known.fixes)
