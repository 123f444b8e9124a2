"""The report as Markdown: for the summary of a job, or a comment on a pull request."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..summary import code
from ..talk import count
from . import Standing, State

MOST = 20
"""Rows of each table."""


def render(standing: Standing) -> str:
    """Give the report."""
    return "".join(_pieces(standing))


def _pieces(standing: Standing) -> Iterator[str]:
    states = standing.states
    parts = ", ".join(f"{states[state]:,} {state.value}" for state in State)
    yield f"### Migration of {code(standing.name)} to today's openai\n\n"
    yield f"**{count(len(standing.files), 'file')} with OpenAI code: {parts}.** "
    yield f"{count(standing.findings, 'finding')}: {standing.safe:,} can be fixed safely, "
    yield f"{standing.unsafe:,} with `--unsafe-fixes`, {standing.by_hand:,} by hand.\n\n"
    yield f"Next: {code(standing.next_step())}\n\n"
    yield from _table(
        ("Rule", "Findings", "Files"),
        [
            (f"[{about.code}]({about.url}) {about.name}", f"{number:,}", f"{files:,}")
            for about, number, files in standing.codes()
        ],
    )
    yield from _table(
        ("Folder", "Findings", "Files"),
        [(code(folder), f"{number:,}", f"{files:,}") for folder, number, files in standing.folders()],
    )
    yield from _table(
        ("By hand because", "Findings", "Files"),
        [(code(cause.told), f"{cause.findings:,}", f"{cause.files:,}") for cause in standing.causes],
    )
    yield from _table(
        ("Ends", "Findings", "What"),
        [(one.day or "some day", f"{one.findings:,}", f"{one.code} {code(one.message)}") for one in standing.endings()],
    )
    yield from _table(
        ("Day", "Findings", "Files", "Commit"),
        [
            (point.day, f"{point.findings:,}", f"{point.files:,}", code(point.commit) if point.commit else "now")
            for point in standing.course
        ],
        most=len(standing.course),
    )
    yield from _table(
        ("Not processed", "Why"), [(code(failure.where), code(failure.reason)) for failure in standing.failures]
    )


def _table(head: Sequence[str], rows: Sequence[Iterable[str]], *, most: int = MOST) -> Iterator[str]:
    """Yield a table; nothing where it has no rows."""
    if not rows:
        return
    numbers = ("Findings", "Files")
    yield f"| {' | '.join(head)} |\n|{'|'.join('---:' if name in numbers else '---' for name in head)}|\n"
    for row in rows[:most]:
        yield f"| {' | '.join(row)} |\n"
    if len(rows) > most:
        yield f"| and {len(rows) - most:,} more |{' |' * (len(head) - 1)}\n"
    yield "\n"
