"""Which lines of a file can matter: those with a word that denotes something of the SDK.

Analysis is paid for by the lines that mention the SDK, not by the file: a statement that names nothing
known cannot denote anything. Words are found textually and may be too many, never too few.
"""

from __future__ import annotations

import ast
import re
from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

from .places import FACTORIES
from .watched import asks_by_hand, watched_in

SEEDS = (
    "openai", "OPENAI_", "OpenAI-Beta", "import", "azure.ai", "dataSources", "global ", "nonlocal ", "httpx", "respx",
    *FACTORIES,
)  # fmt: skip
"""The SDK's name in any form (also within a string), every import, names that functions share, what names
azure-ai-inference or what the SDK sends with, a header, and a key that was renamed: a long dict is looked at only where
it has a word that matters."""


WORD = re.compile(r"\w+")
FEW_SEARCHES = 60
"""Searches of the whole file before an index of it pays."""


class Word(NamedTuple):
    """A name that matters, and the lines (1-based) where it can mean what was learned of it."""

    text: str
    first: int = 1
    last: int = 1 << 60


class Relevance:
    """The relevant lines (1-based) of one file; grows as more words are learned."""

    def __init__(self, lines: Sequence[str]) -> None:
        """Start with the lines that name the SDK."""
        self.lines = lines
        self.text = "".join(lines)
        """The whole file."""
        self._starts = [0, *accumulate(map(len, lines))]
        self._known: set[int] = set()
        self._words: set[Word] = set()
        self._searches = 0
        self._words_at: dict[str, list[int]] = {}
        for seed in SEEDS:
            self._known.update(self._lines_with(seed, 1, len(lines)))
        self._known.update(bisect_right(self._starts, at) for at in watched_in(self.text))
        self.addresses = asks_by_hand(self.text)
        """Do addresses of the service matter?"""
        self.numbers = sorted(self._known)
        """The relevant lines, ascending."""

    def _lines_with(self, text: str, first: int, last: int) -> Iterator[int]:
        """The lines from first to last that contain a text."""
        find, starts = self.text.find, self._starts
        end = starts[min(last, len(starts) - 1)]
        at = find(text, starts[min(first, len(starts)) - 1], end)
        while at >= 0:
            line = bisect_right(starts, at)
            yield line
            # One hit a line is enough.
            at = find(text, starts[min(line, len(starts) - 1)], end) if line < len(starts) else -1

    def _lines_with_word(self, word: Word) -> Iterator[int]:
        """The lines that contain a whole word."""
        if word.first == 1 and word.last > len(self.lines):
            self._searches += 1
            if self._searches > FEW_SEARCHES:
                yield from self._index().get(word.text, ())
                return
        text, starts, length = self.text, self._starts, len(word.text)
        find = text.find
        end = starts[min(word.last, len(starts) - 1)]
        at = find(word.text, starts[word.first - 1], end)
        while at >= 0:
            before, after = text[at - 1 : at] if at else "", text[at + length : at + length + 1]
            if before.isalnum() or before == "_" or after.isalnum() or after == "_":
                at = find(word.text, at + 1, end)
                continue
            line = bisect_right(starts, at)
            yield line
            at = find(word.text, starts[line], end) if line < len(starts) else -1

    def _index(self) -> dict[str, list[int]]:
        """All words of the file with their lines: where many are sought, cheaper than to seek each."""
        if not self._words_at:
            at = self._words_at
            for number, line in enumerate(self.lines, 1):
                for text in set(WORD.findall(line)):
                    at.setdefault(text, []).append(number)
        return self._words_at

    def defines(self, name: str) -> bool:
        """True if the file may define a function or a class of this name."""
        return f"def {name}" in self.text or f"class {name}" in self.text

    def learn(self, words: Iterable[Word]) -> set[int]:
        """Add the lines that contain one of the words; those that are new."""
        more: set[int] = set()
        for word in words:
            if word not in self._words:
                self._words.add(word)
                more.update(self._lines_with_word(word))
        return self._add(more)

    def learn_range(self, first: int, last: int) -> set[int]:
        """Add all lines from first to last; those that are new."""
        return self._add(set(range(first, last + 1)))

    def _add(self, lines: set[int]) -> set[int]:
        more = lines - self._known
        if not more:
            return more
        self._known |= more
        if len(more) < 20:
            for number in more:
                insort(self.numbers, number)
        else:
            self.numbers = sorted(self._known)
        return more

    def within(self, first: int, last: int) -> bool:
        """Is any line from first to last relevant?"""
        numbers = self.numbers
        at = bisect_left(numbers, first)
        return at < len(numbers) and numbers[at] <= last

    def statement(self, node: ast.stmt) -> bool:
        """Has a statement, with its decorators, a relevant line?"""
        first = node.lineno
        decorators = getattr(node, "decorator_list", None)
        if decorators:
            first = decorators[0].lineno
        numbers = self.numbers
        at = bisect_left(numbers, first)
        return at < len(numbers) and numbers[at] <= (node.end_lineno or first)
