"""What the tables say, looked up by name."""

from __future__ import annotations

from typing import NamedTuple

from . import removals


class Gone(NamedTuple):
    """What became of one name that openai 1.x, 2.x or 3.x had."""

    since: str
    """The first release without it."""
    use: str | None
    """What to write instead; None: nothing."""
    note: str


REMOVED: dict[str, Gone] = {
    row.owner + (name if name.startswith("(") else f".{name}"): Gone(
        row.since, row.use.replace("*", name) if row.use else None, row.note
    )
    for row in removals.REMOVED
    for name in row.names.split()
}
"""Each name for itself: ``openai.types.Edit``, ``client.evals.create(share_with_openai)``."""
