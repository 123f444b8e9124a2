"""A file of a run: its path and its bytes."""

from __future__ import annotations

from typing import NamedTuple

from .. import MARKERS

_WORDS = tuple(marker.encode() for marker in MARKERS)


class Input(NamedTuple):
    """A file of the run: its path, under which it is shown, and its bytes."""

    path: str
    data: bytes
    is_stdin: bool = False

    @property
    def is_relevant(self) -> bool:
        """Whether a word stands in it that rules ask for. Else nothing can be found in it."""
        return any(word in self.data for word in _WORDS)
