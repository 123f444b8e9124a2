"""Sources + fixes → sources: what `fix` makes of the files of one run, without touching the disk."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import NamedTuple

from .config import Config
from .diagnostics import Diagnostic

CLIENTS = ("auto", "instance", "module")
"""How configuration is carried: by a client object, by the module's own client, or as the program allows."""


class Options(NamedTuple):
    """What a user can decide about fixes."""

    client: str = "auto"
    """One of `CLIENTS`."""
    unsafe: bool = False
    """Also apply fixes that a person should look at."""


class Source(NamedTuple):
    """A file of the run: its name, which may be shown, and its bytes."""

    path: str
    data: bytes


class Left(NamedTuple):
    """A finding that remains, at its place in the new text, and why it was left."""

    finding: Diagnostic
    reason: str
    """One line."""


class Fixed(NamedTuple):
    """What became of one file. Plain values, so that they can come out of other processes."""

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


def fix_files(
    sources: Sequence[Source],
    config: Config,
    options: Options = Options(),  # noqa: B008
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> list[Fixed]:
    """Fix the files of one run, which are seen together. Gives one result for each, in their order.

    Files that have no word of the SDK in them may be left out of `sources`, but need not be.
    `progress` is called with the number of files done and of all. Never raises an Exception for what stands in a file.
    """
    raise NotImplementedError
