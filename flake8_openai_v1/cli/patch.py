r"""Two states of a file to a unified diff that ``git apply`` takes, in bytes: a file of any encoding comes through.

Lines end at ``\n`` alone, as for git: what stands before it, be it a ``\r``, is part of the line.
"""

from __future__ import annotations

import io
import os
from collections.abc import Iterator
from difflib import diff_bytes, unified_diff

from ..syntax import shown

BOLD, RED, GREEN, CYAN, OFF = b"\033[1m", b"\033[31m", b"\033[32m", b"\033[36m", b"\033[m"
COLOURS = {b"+": GREEN, b"-": RED, b"@": CYAN}
"""Of lines that begin so, as in git's own diffs."""

ESCAPES = {byte: rf"\{byte:03o}".encode() for byte in range(32)} | {ord('"'): rb"\"", ord("\\"): rb"\\"}
"""Bytes that have another meaning in a name, or would end its line."""


def patch(path: str, before: bytes, after: bytes, *, colour: bool = False, for_people: bool = False) -> Iterator[bytes]:
    r"""Yield the lines of a diff of one file, each with its ``\n``; none where nothing differs.

    The file is named as seen from the current folder: there the diff is applied. One that is `for_people` to look at
    has control characters escaped, and cannot be applied where there are some.
    """
    old, new = (io.BytesIO(data).readlines() for data in (before, after))
    lines = diff_bytes(unified_diff, old, new, lineterm=b"\n")
    if next(lines, None) is None:
        return
    next(lines)  # this line and the one before have no names in them
    for line in _head(path):
        yield _painted(line, BOLD if colour else b"")
    for line in map(shown.source_line, lines) if for_people else lines:
        yield _painted(line, COLOURS.get(line[:1], b"") if colour else b"")
        if not line.endswith(b"\n"):
            yield b"\\ No newline at end of file\n"


def _head(path: str) -> tuple[bytes, bytes]:
    # Without a line "diff --git": below it, git takes names from the root of the work tree.
    name = os.fsencode(_relative(path))
    end = b"\t" if b" " in name else b""  # says where a name with a space in it ends
    return b"--- %b%b" % (_quoted(b"a/" + name), end), b"+++ %b%b" % (_quoted(b"b/" + name), end)


def _painted(line: bytes, colour: bytes) -> bytes:
    line = line.removesuffix(b"\n")
    return (colour + line + OFF if colour else line) + b"\n"


def _relative(path: str) -> str:
    """Name a file from the current folder, or, where it is not below that, from the root."""
    absolute, here = os.path.abspath(path), os.path.join(os.getcwd(), "")
    name = absolute.removeprefix(here)
    return os.path.splitdrive(name)[1].replace(os.sep, "/").lstrip("/")


def _quoted(name: bytes) -> bytes:
    """Put a name in quotes where it needs them, as git does."""
    escaped = b"".join(ESCAPES.get(byte, bytes([byte])) for byte in name)
    return b'"%b"' % escaped if escaped != name else name
