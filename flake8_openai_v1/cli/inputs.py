"""Paths to the bytes behind them: what `check` and `fix` work on."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Sequence

from ..lint.inputs import Input
from ..report.talk import Talk
from ..syntax.source import SourceError, read

STDIN = "-"
"""The path that stands for standard input."""


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
