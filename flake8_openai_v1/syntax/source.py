"""One file's text: its bytes, encoding and line ends, its tree, and what ``# noqa`` silences in it."""

from __future__ import annotations

import ast
import io
import os
import re
import stat
import warnings
from collections.abc import Callable, Sequence

NOQA = "noqa"
LARGEST = 2**30
"""Bytes of a file that is read. Python takes no source of the double, and needs many times the memory to parse it."""
HUGE = re.compile(r"0[xXoObB][0-9a-fA-F_]{3500}")
"""A number that may have more digits than Python writes."""


class SourceError(Exception):
    """A file that cannot be processed; the text is the reason, one line, without the path."""


def read(path: str) -> bytes:
    """Read a file, or a pipe that somebody writes to. Raises SourceError if it cannot be read."""
    try:
        # A pipe that nobody writes to is empty, instead of waited for.
        with open(path, "rb", buffering=0, opener=_without_waiting) as file:
            status = os.fstat(file.fileno())
            if stat.S_ISCHR(status.st_mode) or stat.S_ISBLK(status.st_mode):
                if _is_null(status):
                    return b""
                raise SourceError("cannot read: a device")
            if status.st_size > LARGEST:
                raise SourceError(f"cannot read: larger than {LARGEST:,} bytes")
            if stat.S_ISFIFO(status.st_mode):
                os.set_blocking(file.fileno(), True)
            return file.read()
    except OSError as error:
        raise SourceError(f"cannot read: {error.strerror or error}") from None
    except ValueError as error:  # a null character in the path
        raise SourceError(f"cannot read: {error}") from None
    except MemoryError as error:
        raise SourceError(f"cannot read: {internal(error)}") from None


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOCTTY", 0))


def _is_null(status: os.stat_result) -> bool:
    """True if a file is the empty one of the system."""
    return hasattr(status, "st_rdev") and status.st_rdev == os.stat(os.devnull).st_rdev


def decode(data: bytes) -> list[str]:
    r"""Turn a file's bytes into lines as Python and flake8 read them.

    The encoding is that of the BOM or of the coding comment, else UTF-8; the BOM is not part of the text.
    Every ``\r\n`` and ``\r`` becomes ``\n``; a form feed ends no line.

    Raises SourceError if the encoding is unknown or the bytes do not follow it.
    """
    from tokenize import detect_encoding

    # Python ends lines at a lone \r, its reader of the coding comment does not.
    head = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    try:
        encoding, _ = detect_encoding(io.BytesIO(head).readline)
        return io.TextIOWrapper(io.BytesIO(data), encoding).readlines()
    except (SyntaxError, LookupError, ValueError) as error:
        raise SourceError(f"cannot decode: {one_line(error)}") from None


def decoded(data: bytes) -> tuple[str, str]:
    """The encoding of a file and its text with its own line ends. Raises SourceError."""
    import tokenize

    try:
        encoding, _ = tokenize.detect_encoding(io.BytesIO(data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")).readline)
        text = data.decode(encoding)
    except (SyntaxError, LookupError, ValueError) as error:
        raise SourceError(f"cannot decode: {one_line(error)}") from None
    return encoding, text


def parse(lines: Sequence[str]) -> ast.Module:
    """Parse a file's lines as flake8 does.

    Raises SourceError if they are not Python as the running interpreter has it, or nested too deeply for it.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # of invalid escapes and the like: another tool's findings
            text = "".join(lines)
            tree = ast.parse(text)
            if HUGE.search(text):
                _spell_huge_numbers(tree)
            return tree
    except SyntaxError as error:
        where = f" (line {error.lineno})" if error.lineno else ""
        raise SourceError(f"cannot parse: {' '.join(error.msg.split())}{where}") from None
    except (ValueError, RecursionError, MemoryError) as error:
        raise SourceError(f"cannot parse: {one_line(error) or 'nested too deeply'}") from None


class _Huge(int):
    """A number that Python does not write as a decimal one, and that is not to fail for it."""

    def __repr__(self) -> str:
        return hex(self)


def _spell_huge_numbers(tree: ast.Module) -> None:
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and type(node.value) is int:
            node.value = _Huge(node.value)


def internal(error: Exception) -> str:
    """Say in one line that something of ours failed, not the user's; or that a file is more than Python can follow."""
    if isinstance(error, RecursionError):
        return "nested too deeply to be followed"
    if isinstance(error, MemoryError):
        return "too large for the memory"
    return f"internal error, please report it: {type(error).__name__}: {one_line(error)}"


def one_line(error: Exception) -> str:
    """Give the text of an exception without its line ends."""
    return " ".join(str(error).split())


def skips_file(lines: Sequence[str]) -> bool:
    """Tell whether ``# flake8: noqa`` takes the whole file out, by flake8's own rule."""
    if not any(NOQA in line.lower() for line in lines):
        return False
    from flake8.defaults import NOQA_FILE  # type: ignore[import-untyped]

    return any(NOQA_FILE.match(line) for line in lines)


def silencer(lines: Sequence[str], filename: str) -> Callable[[int, str], bool]:
    """Make a test whether a ``# noqa`` comment silences a code on a line (from 1).

    flake8 itself is asked, so that no form of the comment means one thing there and another here: which
    comment holds for a line of a multi-line string or of one continued by a backslash, and what it names.
    """
    if not any(NOQA in line.lower() for line in lines):
        return lambda line, code: False
    from flake8.violation import Violation  # type: ignore[import-untyped]

    comment_for = _comment_for(lines, filename)

    known: dict[tuple[str | None, str], bool] = {}  # one comment may hold for many lines, and name many codes

    def silences(line: int, code: str) -> bool:
        text = comment_for(line)
        if (text, code) not in known:
            known[text, code] = bool(Violation(code, filename, line, 1, "", text).is_inline_ignored(False))
        return known[text, code]

    return silences


def comment_line(lines: Sequence[str], filename: str) -> Callable[[int], int]:
    """Make a function from a line (from 1) to the one on which flake8 takes a ``# noqa`` comment for it."""
    comment_for = _comment_for(lines, filename)

    def last(line: int) -> int:
        text = comment_for(line) or ""
        number = text.count("\n") + (not text.endswith("\n"))
        for first in range(max(1, line - number + 1), line + 1):
            if "".join(lines[first - 1 : first - 1 + number]) == text:
                return first + number - 1
        return line

    return last


def _comment_for(lines: Sequence[str], filename: str) -> Callable[[int], str | None]:
    from flake8.processor import FileProcessor  # type: ignore[import-untyped]

    comment_for: Callable[[int], str | None] = FileProcessor(filename, _Options(), list(lines)).noqa_line_for
    return comment_for


class _Options:
    """Options for flake8's reader of a file: it stores them all and none decides on ``# noqa``."""

    def __getattr__(self, name: str) -> int:
        return 0
