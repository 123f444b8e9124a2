"""Bytes to files: each is replaced as a whole or not at all, whatever happens meanwhile."""

from __future__ import annotations

import os
import secrets
import signal
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from types import FrameType
from typing import NoReturn

TO_END = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""Signals that ask a process to end, or say that its terminal is gone. Ctrl-C raises KeyboardInterrupt already."""


class WriteError(Exception):
    """A file that cannot be replaced and is as it was; the text is the reason, one line, without the path."""


class StaleError(WriteError):
    """A file that is not what was read: what is known of it is of no use any more."""


def obstacle(path: str, before: bytes) -> WriteError | None:
    """Say what keeps a file, whose bytes were `before`, from being replaced; None where nothing is known to."""
    try:
        _examine(os.path.realpath(path), before)
    except WriteError as error:
        return error
    return None


def replace(path: str, before: bytes, after: bytes) -> None:
    """Put `after` in the place of a file's bytes, if they still are `before`.

    The file has the old bytes or the new ones at any moment, even if this process is killed: they are written beside
    it, and then take its name. Its mode is kept, its owner and its extended attributes where that is permitted. A link
    stays a link: the file that it leads to is replaced.

    Raises WriteError if that is not possible: the file is as it was, and nothing is left beside it.
    """
    target = os.path.realpath(path)
    # The name is made here and known before the file is: an interruption between the two leaves nothing behind.
    beside = os.path.join(os.path.dirname(target), f".flake8-openai-v1-{secrets.token_hex(8)}.tmp")
    try:
        status = _examine(target, before)
        _write(beside, after, target, status)
        _examine(target, before)
        os.replace(beside, target)
    except OSError as error:
        raise WriteError(f"cannot write: {error.strerror or error}") from None
    finally:
        with suppress(OSError):  # there is none any more, if all went well
            os.unlink(beside)


@contextmanager
def orderly_end() -> Iterator[None]:
    """Let a signal to end do so by SystemExit, so that what `replace` has begun is taken away first."""

    def stop(number: int, frame: FrameType | None) -> NoReturn:
        sys.exit(128 + number)

    taken = [number for number in TO_END if signal.getsignal(number) is signal.SIG_DFL]
    try:
        for number in taken:
            signal.signal(number, stop)
    except ValueError:  # not the main thread: whoever runs us there handles signals
        taken = []
    try:
        yield
    finally:
        for number in taken:
            signal.signal(number, signal.SIG_DFL)


def _examine(target: str, before: bytes) -> os.stat_result:
    """Give the status of a file that may be replaced and is what it was. Raises WriteError for any other."""
    try:
        status = os.stat(target)
        if not stat.S_ISREG(status.st_mode):
            raise WriteError("cannot write: not a regular file")
        # Root may write to any file: then the mode says what its owner wants.
        if not os.access(target, os.W_OK) or not status.st_mode & (stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH):
            raise WriteError("cannot write: the file is read-only")
        if not os.access(os.path.dirname(target), os.W_OK | os.X_OK):
            raise WriteError("cannot write: no permission to replace files in its folder")
        with open(target, "rb", buffering=0) as file:
            if file.read() != before:
                raise StaleError("cannot write: it changed since it was read")
    except FileNotFoundError:
        raise StaleError("cannot write: it was removed since it was read") from None
    except OSError as error:
        raise WriteError(f"cannot write: {error.strerror or error}") from None
    return status


def _write(path: str, data: bytes, model: str, status: os.stat_result) -> None:
    """Write a new file, down to the disk, with the rights of another one. Raises OSError."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    with open(os.open(path, flags, stat.S_IRUSR | stat.S_IWUSR), "wb") as file:
        file.write(data)
        file.flush()
        if os.name == "posix":
            _give_rights(file.fileno(), model, status)
        os.fsync(file.fileno())


def _give_rights(descriptor: int, model: str, status: os.stat_result) -> None:
    for owner in (status.st_uid, -1):  # only root may give files away, others may give them to a group of theirs
        with suppress(OSError):
            os.fchown(descriptor, owner, status.st_gid)
            break
    if sys.platform == "linux":  # access control lists and labels are among them
        with suppress(OSError):
            for name in os.listxattr(model):
                with suppress(OSError):
                    os.setxattr(descriptor, name, os.getxattr(model, name))
    os.fchmod(descriptor, stat.S_IMODE(status.st_mode))
