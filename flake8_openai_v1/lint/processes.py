"""Processes that help with the work, as they are started: they run nothing of the folder that is looked at."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager

SAFE_PATH = "PYTHONSAFEPATH"
"""The variable that keeps Python (from 3.11 on) from looking for modules in the current folder."""


def can_be_started() -> bool:
    """True if processes can be started that import nothing from the current folder."""
    import multiprocessing

    return sys.version_info >= (3, 11) or multiprocessing.get_start_method() == "fork"


@contextmanager
def starting() -> Iterator[None]:
    """Start processes within this: Ctrl-C is not for them, and they import nothing from the current folder."""
    import signal

    before = os.environ.get(SAFE_PATH)
    os.environ[SAFE_PATH] = "1"
    mask = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT}) if hasattr(signal, "pthread_sigmask") else None
    try:
        yield
    finally:
        if before is None:
            del os.environ[SAFE_PATH]
        else:
            os.environ[SAFE_PATH] = before
        if mask is not None:
            signal.pthread_sigmask(signal.SIG_SETMASK, mask)
