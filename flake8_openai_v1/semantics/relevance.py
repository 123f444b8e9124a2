"""Which lines of a file can matter: those with a word that denotes something of the SDK.

Analysis is paid for by the lines that mention the SDK, not by the file: a statement that names nothing
known cannot denote anything. Words are found textually and may be too many, never too few.
"""

from __future__ import annotations

import ast
import re
from bisect import bisect_left, insort
from collections.abc import Iterable, Sequence

SEED = re.compile(r"openai|OPENAI_|^\s*(?:from|import)\s")
"""The SDK's name in any form (also within a string), and every import."""


class Relevance:
    """The relevant lines (1-based) of one file; grows as more words are learned."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Start with the lines that name the SDK."""
        self._lines = lines
        search = SEED.search
        self._numbers = [number for number, line in enumerate(lines, 1) if search(line)]
        self._known = set(self._numbers)
        self._words: set[str] = set()

    def learn(self, words: Iterable[str]) -> bool:
        """Add the lines that contain one of the words; True if there were new ones."""
        new = [word for word in words if word not in self._words]
        if not new:
            return False
        self._words.update(new)
        search = re.compile(r"\b(?:%s)\b" % "|".join(map(re.escape, new))).search
        known = self._known
        more = [number for number, line in enumerate(self._lines, 1) if number not in known and search(line)]
        return self._add(more)

    def learn_range(self, first: int, last: int) -> bool:
        """Add all lines from first to last; True if there were new ones."""
        return self._add([number for number in range(first, last + 1) if number not in self._known])

    def _add(self, more: list[int]) -> bool:
        if not more:
            return False
        self._known.update(more)
        if len(more) < 20:
            for number in more:
                insort(self._numbers, number)
        else:
            self._numbers = sorted(self._known)
        return True

    def within(self, first: int, last: int) -> bool:
        """Is any line from first to last relevant?"""
        numbers = self._numbers
        at = bisect_left(numbers, first)
        return at < len(numbers) and numbers[at] <= last

    def statement(self, node: ast.stmt) -> bool:
        """Has a statement, with its decorators, a relevant line?"""
        first = node.lineno
        decorators = getattr(node, "decorator_list", None)
        if decorators:
            first = decorators[0].lineno
        return self.within(first, node.end_lineno or first)
