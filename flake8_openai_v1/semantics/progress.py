"""How far a round has come: which lines it will still read."""

from __future__ import annotations

import sys
from bisect import bisect_right


class Progress:
    """The place of execution in a round, and the functions that wait for their turn.

    The module is executed first, then the functions in the order in which they were defined.
    """

    def __init__(self) -> None:
        """Before the first line."""
        self.line = 0
        """The first line of the statement that is being executed."""
        self._first: list[int] = []
        self._last: list[int] = []
        self._running = -1

    def start(self) -> None:
        """A new round."""
        self.line = 0
        self._first.clear()
        self._last.clear()
        self._running = -1

    def wait(self, first: int, last: int) -> None:
        """A function on these lines waits for its turn."""
        self._first.append(first)
        self._last.append(last)

    def run(self, number: int) -> None:
        """The function that was the ``number``th to wait begins."""
        self._running = number
        self.line = self._first[number]

    def end(self) -> None:
        """The round is over: nothing is ahead."""
        self.start()
        self.line = sys.maxsize

    def ahead(self, line: int) -> bool:
        """Will this round still read a line? False where that is not certain."""
        running = self._running
        if running < 0:
            if line >= self.line:
                return True
        elif self.line <= line <= self._last[running]:
            return True
        # Those defined by the module stand in the order of their lines; one defined within the function
        # that runs lies behind its present line or is not found.
        at = bisect_right(self._first, line) - 1
        return at > running and self._first[at] <= line <= self._last[at]
