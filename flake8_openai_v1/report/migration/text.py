"""The report for a terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from ...syntax import shown
from ...syntax.diagnostics import Severity
from ..colour import BLUE, BOLD, CYAN, RED, YELLOW, painted
from ..talk import count
from . import Standing, State

MOST = 10
"""Rows of each part."""
WIDEST = 30
"""Characters of the longest bar."""

COLOURS = {Severity.ERROR: RED, Severity.WARNING: YELLOW, Severity.HINT: BLUE}


def render(standing: Standing, *, coloured: bool = False) -> str:
    """Give the report."""
    return "\n".join(_lines(standing, coloured)) + "\n"


def _lines(standing: Standing, coloured: bool) -> Iterator[str]:
    def paint(text: str, *colours: str) -> str:
        return painted(text, *colours) if coloured else text

    states = standing.states
    parts = ", ".join(f"{states[state]:,} {state.value}" for state in State)
    title = f"{shown.name(standing.name)}: {count(len(standing.files), 'file')} with OpenAI code: {parts}"
    yield paint(title, BOLD)
    if standing.findings:
        severities = standing.severities
        bad = ", ".join(paint(count(severities[one], one.value), COLOURS[one]) for one in Severity if severities[one])
        yield f"{count(standing.findings, 'finding')}: {bad}"
        yield (
            f"{standing.safe:,} can be fixed safely, {standing.unsafe:,} with --unsafe-fixes, "
            f"{standing.by_hand:,} by hand"
        )
        rows = [(number, f"{about.title} ({count(files, 'file')})") for about, number, files in standing.codes()]
        yield from _part("by rule", rows, paint)
        rows = [(number, f"{shown.name(at)} ({count(files, 'file')})") for at, number, files in standing.folders()]
        yield from _part("by folder", rows, paint)
    if standing.causes:
        rows = [(cause.findings, shown.text(cause.told)) for cause in standing.causes]
        yield from _part("by hand because", rows, paint, bars=False)
    endings = standing.endings()
    if endings:
        rows = [(one.findings, f"{one.day or 'some day'} {one.code} {shown.text(one.message)}") for one in endings]
        yield from _part("ends", rows, paint, bars=False)
    if standing.course:
        rows = [
            (point.findings, f"{point.day} {point.commit or 'now'} ({count(point.files, 'file')})")
            for point in standing.course
        ]
        yield from _part("course", rows, paint, most=len(rows))
    yield ""
    yield f"next: {paint(shown.name(standing.next_step()), BOLD)}"


def _part(
    title: str, rows: list[tuple[int, str]], paint: Callable[..., str], *, bars: bool = True, most: int = MOST
) -> Iterator[str]:
    """Yield a part: a number, a bar and what it is, a line each."""
    yield ""
    yield paint(title, BOLD)
    top = max((number for number, _ in rows), default=0) or 1
    width = max(len(f"{number:,}") for number, _ in rows)
    for number, what in rows[:most]:
        bar = "#" * -(-number * WIDEST // top)
        yield f"  {number:>{width},} {paint(f'{bar:{WIDEST}} ', CYAN) if bars else ''}{what}"
    if len(rows) > most:
        yield f"  {'':>{width}} and {len(rows) - most:,} more"
