"""Paths to the bytes behind them: what `check` and `fix` work on."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from . import MARKERS
from .report.talk import Talk
from .source import SourceError, read

STDIN = "-"
"""The path that stands for standard input."""

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


def read_all(paths: Sequence[str], stdin: str, talk: Talk) -> Iterator[Input]:
    """Read files, in their order; `stdin` is the name of standard input. What cannot be read is said and left out."""
    for number, path in enumerate(paths):
        talk.progress(number, len(paths), "read")
        is_stdin = path == STDIN
        try:
            data = _read_stdin() if is_stdin else read(path)
        except SourceError as error:
            talk.failed(stdin if is_stdin else path, error)
        else:
            yield Input(stdin if is_stdin else path, data, is_stdin)


def _read_stdin() -> bytes:
    if sys.stdin is None:
        raise SourceError("cannot read: standard input is closed")
    return sys.stdin.buffer.read()
