"""How a text became another one, and where in the second a finding of the first stands."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from ..syntax.diagnostics import Diagnostic
from ..syntax.differences import hunks


class Drift:
    """The way from an old text to a new one, both as lines."""

    def __init__(self, old: Sequence[str], new: Sequence[str]) -> None:
        """Compare them."""
        self._old, self._new = old, new
        self.hunks = hunks(old, new)

    def moved(self, found: Diagnostic) -> Diagnostic | None:
        """A finding in the old text as one in the new text; None where what was found is not there any more."""
        lines = [line.rstrip("\r\n") for line in self._old[found.line - 1 : found.end_line]]
        height = found.end_line - found.line
        for line in self._places(found.line - 1):
            others = [other.rstrip("\r\n") for other in self._new[line : line + height + 1]]
            if _within(others, found) == _within(lines, found) is not None:
                return found._replace(line=line + 1, end_line=line + 1 + height)
        return None

    def all_moved(self, findings: Iterable[Diagnostic]) -> Iterator[Diagnostic]:
        """Yield what is still there of several findings, at its new place."""
        for found in findings:
            moved = self.moved(found)
            if moved is not None:
                yield moved

    def _places(self, line: int) -> Iterator[int]:
        """Yield the lines of the new text at which a line of the old one may be, the likeliest first."""
        shift = 0
        for hunk in self.hunks:
            if line < hunk.old:
                break
            if line < hunk.old_end:
                near = hunk.new + line - hunk.old
                yield from sorted(range(hunk.new, hunk.new_end), key=lambda one: (abs(one - near), one))
                return
            shift = hunk.new_end - hunk.old_end
        yield line + shift


def _within(lines: Sequence[str], found: Diagnostic) -> list[str] | None:
    """What stands in lines where a finding does; None where they are not as many, or too short."""
    if len(lines) != found.end_line - found.line + 1 or len(lines[-1]) < found.end_column:
        return None
    inner = list(lines)
    inner[-1] = inner[-1][: found.end_column]
    inner[0] = inner[0][found.column :]
    return inner
