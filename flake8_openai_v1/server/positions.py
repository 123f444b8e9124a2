"""Places in a text as the protocol counts them: lines from 0, columns in units of the client's encoding."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from enum import Enum
from itertools import accumulate

from ..syntax.differences import split_lines


class Units(Enum):
    """What columns count."""

    UTF8 = "utf-8"
    UTF16 = "utf-16"
    UTF32 = "utf-32"

    def count(self, text: str) -> int:
        """Count the units of a text."""
        if self is Units.UTF32 or text.isascii():
            return len(text)
        if self is Units.UTF8:
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text) + sum(character > "\uffff" for character in text)

    def characters(self, text: str, units: int) -> int:
        """Count the characters of a text within its first units; one that is cut through counts."""
        if self is Units.UTF32 or text.isascii():
            return min(units, len(text))
        for number, character in enumerate(text):
            if units <= 0:
                return number
            units -= self.count(character)
        return len(text)


class Places:
    """Where characters of a text are."""

    def __init__(self, text: str, units: Units) -> None:
        """Nothing is counted before it is asked for."""
        self._lines: Sequence[str] = split_lines(text)
        self._starts = [0, *accumulate(map(len, self._lines))]
        self._units = units

    def column(self, line: int, character: int) -> int:
        """The units before a character of a line."""
        return self._units.count(self.line(line)[:character])

    def character(self, line: int, column: int) -> int:
        """The characters before a column of a line; one behind its end is its end."""
        return self._units.characters(self.line(line), column)

    def place(self, offset: int) -> tuple[int, int]:
        """The line of a character of the text, and its column there."""
        line = self._line_of(offset)
        return line, self.column(line, offset - self._starts[line])

    def line(self, number: int) -> str:
        """A line without its end; empty where there is none."""
        return self._lines[number].rstrip("\r\n") if 0 <= number < len(self._lines) else ""

    def _line_of(self, offset: int) -> int:
        line = bisect_right(self._starts, offset) - 1
        ends_open = not self._lines or not self._lines[-1].endswith(("\r", "\n"))
        return min(line, max(0, len(self._lines) - 1)) if ends_open else line
