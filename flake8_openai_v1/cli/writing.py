"""Bytes to files: each is replaced as a whole or not at all, whatever happens meanwhile."""

from __future__ import annotations

import os
import re
import secrets
import signal
import stat
import sys
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager, suppress
from types import FrameType
from typing import BinaryIO, NoReturn

try:
    import fcntl
except ImportError:  # Windows, where a file that is in use can be neither renamed nor removed
    fcntl = None  # type: ignore[assignment]

TO_END = tuple(getattr(signal, name) for name in ("SIGTERM", "SIGHUP") if hasattr(signal, name))
"""Signals that ask a process to end, or say that its terminal is gone. Ctrl-C raises KeyboardInterrupt already."""


PREFIX, SUFFIX = ".flake8-openai-v1-", ".tmp"
OURS = re.compile(rf"{re.escape(PREFIX)}[0-9a-f]{{16}}{re.escape(SUFFIX)}")
"""What a new file is called before it takes the name of the old one."""

OF_ANOTHER = "cannot write: it belongs to another user, and would not any more"


class WriteError(Exception):
    """A file that cannot be replaced and is as it was; the text is the reason, one line, without the path."""


class StaleError(WriteError):
    """A file that is not what was read: what is known of it is of no use any more."""


def obstacle(path: str, before: bytes, roots: Sequence[str] = ()) -> WriteError | None:
    """Say what keeps a file, whose bytes were `before`, from being replaced; None where nothing is known to."""
    try:
        _examine(_target(path, roots), before)
    except WriteError as error:
        return error
    return None


def replace(path: str, before: bytes, after: bytes, roots: Sequence[str] = ()) -> int:
    """Put `after` in the place of a file's bytes, if they still are `before`.

    The file has the old bytes or the new ones at any moment, even if this process is killed: they are written beside
    it, and then take its name. Its mode and its owner are kept, its group and its extended attributes where that is
    permitted. A link stays a link: the file that it leads to is replaced, if it is below the link's folder, the current
    one, or one of `roots`. Gives the number of other names of the file (hard links), which keep the old bytes.

    Raises WriteError if that is not possible: the file is as it was, and nothing is left beside it.
    """
    target = _target(path, roots)
    # The name is made here and known before the file is: an interruption between the two leaves nothing behind.
    beside = os.path.join(os.path.dirname(target), f"{PREFIX}{secrets.token_hex(8)}{SUFFIX}")
    claim: BinaryIO | None = None
    try:
        status = _examine(target, before)
        claim = _write(beside, after, target, status)
        _examine(target, before)
        os.replace(beside, target)
    except OSError as error:
        raise WriteError(f"cannot write: {error.strerror or error}") from None
    finally:
        with suppress(OSError):  # there is none any more, if all went well
            os.unlink(beside)
        if claim is not None:
            claim.close()
    return status.st_nlink - 1


def sweep(folders: Iterable[str]) -> None:
    """Take away what killed processes have left of `replace` in some folders, and nothing that is in use."""
    if fcntl is None:
        return
    for folder in folders:
        with suppress(OSError), os.scandir(folder) as entries:
            left = [entry.path for entry in entries if OURS.fullmatch(entry.name)]
            for path in left:
                with suppress(OSError):
                    _sweep(path)


def _sweep(path: str) -> None:
    with open(path, "rb", opener=_as_it_is) as file:
        status = os.fstat(file.fileno())
        if stat.S_ISREG(status.st_mode) and os.geteuid() in (0, status.st_uid) and _claim(file):
            os.unlink(path)


def _as_it_is(path: str, flags: int) -> int:
    return os.open(path, flags | os.O_NOFOLLOW | os.O_NONBLOCK)


def _claim(file: BinaryIO) -> bool:
    """True if a file is nobody's, and ours from now on until it is closed."""
    if fcntl is not None:
        try:
            fcntl.flock(file.fileno(), fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        except OSError:  # a file system without locks
            return True
    return True


def _target(path: str, roots: Sequence[str]) -> str:
    """The file itself. Raises WriteError where a link leads to one that the person who named it may not think of."""
    target = os.path.realpath(path)
    if os.path.islink(path):
        within = (os.path.join(os.path.realpath(root), "") for root in (os.curdir, os.path.dirname(path), *roots))
        if not target.startswith(tuple(within)):
            raise WriteError(f"cannot write: a link to {target}, outside of the folders that are named")
    return target


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
        if hasattr(os, "geteuid") and os.geteuid() not in (0, status.st_uid):
            raise WriteError(OF_ANOTHER)
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


def _write(path: str, data: bytes, model: str, status: os.stat_result) -> BinaryIO | None:
    """Write a new file, down to the disk, with the rights of another one. Raises OSError, or WriteError.

    Gives it open, and claimed, where it can have another name so.
    """
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    file = open(os.open(path, flags, stat.S_IRUSR | stat.S_IWUSR), "wb")  # noqa: SIM115
    try:
        if not _claim(file) or not os.fstat(file.fileno()).st_nlink:  # somebody sweeps at this moment
            raise WriteError("cannot write: the new file was taken away")
        file.write(data)
        file.flush()
        if os.name == "posix":
            _give_rights(file.fileno(), model, status)
        os.fsync(file.fileno())
    except BaseException:
        with suppress(OSError):  # what is left to write fails again
            file.close()
        raise
    if fcntl is None:
        file.close()
        return None
    return file


def _give_rights(descriptor: int, model: str, status: os.stat_result) -> None:
    mode = stat.S_IMODE(status.st_mode)
    try:
        os.fchown(descriptor, status.st_uid, status.st_gid)
    except OSError:  # only root may give files away, others may give them to a group of theirs
        own = os.fstat(descriptor)
        if own.st_uid != status.st_uid:
            raise WriteError(OF_ANOTHER) from None
        if own.st_gid != status.st_gid:  # the group that it has now gets no more rights than everybody
            mode = mode & ~(stat.S_ISGID | stat.S_IRWXG) | (mode & mode << 3 & stat.S_IRWXG)
    if sys.platform == "linux":  # access control lists and labels are among them
        with suppress(OSError):
            for name in os.listxattr(model):
                with suppress(OSError):
                    os.setxattr(descriptor, name, os.getxattr(model, name))
    os.fchmod(descriptor, mode)
