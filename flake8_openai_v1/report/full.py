"""The format for people at a terminal: the line, what of it is meant, what is wrong, what to write, where to read on.

Findings of a file that have one cause are one block: the first is shown, the others are named. A cause is the reason
that `fix` gives; what is said of the finding, where it gives none or never fixes such a thing.
"""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from textwrap import wrap

from ..fix.causes import Cause, Code
from ..lint.excerpts import Excerpts
from ..syntax import shown
from ..syntax.diagnostics import Diagnostic, Fix, Severity
from . import About, Found, Run, mark, place, rules
from .colour import BLUE, BOLD, CYAN, RED, YELLOW, painted
from .snippet import snippet

COLOURS = {Severity.ERROR: RED, Severity.WARNING: YELLOW, Severity.HINT: BLUE}
MOST = 10
"""Others of a cause that are named, and places of each."""

Row = tuple[Diagnostic, Cause | None, Fix | None]


def render(run: Run) -> Iterator[str]:
    """Yield a block per cause of each file."""
    width = shutil.get_terminal_size((100, 24)).columns
    told: set[str] = set()
    for file in run.files:
        known = rules()
        excerpts = Excerpts(file.path, file.data)
        for rows in _by_cause(file):
            first, _, fix = rows[0]
            about = known.get(first.code, About(first.code))
            notes = [*_notes(rows), *([] if first.code in told else [about.url])]
            told.add(first.code)
            source = excerpts.lines(first)
            block = _block(file.path, first, about, mark(fix), source, notes, width, coloured=run.coloured)
            yield "\n".join(block) + "\n\n"


def _by_cause(file: Found) -> Iterator[list[Row]]:
    """Yield the findings of a file that belong together, in the order of the first of each."""
    causes: dict[object, list[Row]] = {}
    for found, cause, fix in file.rows():
        alone = cause is None or cause.code is Code.NO_FIX
        key = (found.code, found.message, mark(fix)) if alone else (cause, mark(fix))
        causes.setdefault(key, []).append((found, cause, fix))
    yield from causes.values()


def _notes(rows: list[Row]) -> Iterator[str]:
    """Yield what is to be said of findings that have one cause."""
    first, cause, _ = rows[0]
    places: dict[str, list[str]] = {f"{first.code} {first.message}": []}
    for found, *_ in rows[1:]:
        cell = "" if found.cell is None else f"cell_{found.cell}:"
        where = f"{cell}{found.line}:{found.column + 1}"
        places.setdefault(f"{found.code} {found.message}", []).append(where)
    yield first.message
    for number, (what, listed) in enumerate(places.items()):
        if number > MOST:
            yield f"and {len(places) - number:,} more"
            break
        if listed:
            more = f" and {len(listed) - MOST:,} more" if len(listed) > MOST else ""
            yield f"also at {', '.join(listed[:MOST])}{more}{f': {what}' if number else ''}"
    if cause is not None:
        yield f"fix leaves it: {shown.text(cause.text)} [{cause.code.value}]"
        if cause.code is not Code.NO_FIX:
            yield f"to do: {shown.text(cause.next)}"


def _block(
    path: str,
    found: Diagnostic,
    about: About,
    marked: str,
    source: list[str],
    notes: list[str],
    width: int,
    *,
    coloured: bool,
) -> Iterator[str]:
    """Yield the lines of a block: head, excerpt, notes."""

    def paint(text: str, *colours: str) -> str:
        return painted(text, *colours) if coloured else text

    colour = COLOURS[about.severity]
    where = f"{place(path, found.cell)}:{found.line}:{found.column + 1}"
    yield f"{paint(where, BOLD)} {paint(about.severity.value, BOLD, colour)} {paint(about.title, BOLD)}{marked}"
    margin = " " * len(str(found.line))
    if source:
        end = found.end_column if found.end_line == found.line else len(source[0].rstrip())
        line, mark = snippet(source[0], found.column, end, width - len(margin) - len("  | "))
        yield f" {paint(f'{found.line} |', CYAN)} {shown.name(line.rstrip())}"
        yield f" {paint(f'{margin} |', CYAN)} {paint(mark, colour)}"
    for note in notes:
        first, *more = wrap(note, max(width - len(margin) - 4, 40), break_long_words=False, break_on_hyphens=False)
        yield f" {margin} {paint('=', CYAN)} {first}"
        yield from (f" {margin}   {shown.name(line)}" for line in more)
