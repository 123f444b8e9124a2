"""Work beside the editor's messages: a thread that does one thing after another, and lets go what nobody wants."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable
from contextlib import suppress
from queue import SimpleQueue
from typing import Any, TypeVar

Answer = TypeVar("Answer")

STACK = 64 * 2**20
"""Bytes of a thread's stack: Python's parser needs much of it for what is deeply nested."""


class StoppedError(BaseException):
    """Nobody wants the result of some work any more. It is no failure, which others may catch and go on."""


class Worker:
    """A thread. What is given to it is done in order; what is cancelled before its turn, not at all."""

    def __init__(self) -> None:
        """Start it. It ends with the process."""
        self._queue: SimpleQueue[tuple[Callable[[Callable[[], None]], Any], asyncio.Future[Any]]] = SimpleQueue()
        before = threading.stack_size(STACK)
        threading.Thread(target=self._work, daemon=True).start()
        threading.stack_size(before)

    def do(self, work: Callable[[Callable[[], None]], Answer]) -> asyncio.Future[Answer]:
        """Give it something to do; what comes of it is awaited.

        ``work`` is given a function to call from time to time, which raises StoppedError where the future was
        cancelled.
        """
        future: asyncio.Future[Answer] = asyncio.get_running_loop().create_future()
        self._queue.put((work, future))
        return future

    def _work(self) -> None:
        while True:
            work, future = self._queue.get()

            def going(future: asyncio.Future[Any] = future) -> None:
                if future.cancelled():
                    raise StoppedError

            try:
                going()
                settle, result = future.set_result, work(going)
            except StoppedError:
                continue
            except Exception as error:
                settle, result = future.set_exception, error
            with suppress(RuntimeError):  # the loop has ended
                future.get_loop().call_soon_threadsafe(_settle, future, settle, result)


def _settle(future: asyncio.Future[Any], settle: Callable[[Any], None], result: Any) -> None:
    if not future.done():
        settle(result)
