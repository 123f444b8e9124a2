"""What stands where a finding is: its lines, its text, and a fingerprint of it that survives moved lines."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Callable, Iterable, Iterator

from ..project.discovery import is_notebook
from ..syntax.diagnostics import Diagnostic
from ..syntax.source import SourceError, decode

HEAD = re.compile(r"[\s(]*(\w+(?=\s*=[^=])|[^(]*)")
"""What a finding is about: the name of a keyword argument without its value, a call without its arguments."""

LOOKS = re.compile(r"[\s\"'\\]+")
"""What a formatter changes."""


class Excerpts:
    """The text of a file, of which parts are shown. In a notebook, lines are those of a cell."""

    def __init__(self, path: str, data: bytes) -> None:
        """Nothing is read before it is asked for."""
        self._path = path
        self._data = data
        self._cells: dict[int | None, list[str]] | None = None
        self._places: Callable[[int, int], int] | None = None

    def lines(self, found: Diagnostic) -> list[str]:
        """Give the lines that a finding spans, without their ends; none where the file cannot be read."""
        lines = self._all().get(found.cell, [])
        return [line.rstrip("\n") for line in lines[found.line - 1 : found.end_line]]

    def text(self, found: Diagnostic) -> str:
        """Give what stands at a finding, from its first character to its last."""
        lines = self.lines(found)
        if not lines:
            return ""
        if found.end_line - found.line < len(lines):
            lines[-1] = lines[-1][: found.end_column]
        lines[0] = lines[0][found.column :]
        return "\n".join(lines)

    def line_in_file(self, found: Diagnostic) -> int:
        """Give the line of the file itself where a finding begins: in a notebook that of the JSON."""
        if found.cell is None:
            return found.line
        if self._places is None:
            self._places = _lines_of_json(self._data)
        return self._places(found.cell, found.line)

    def all_lines(self) -> Iterator[tuple[tuple[int | None, int], str]]:
        """Yield each line with its place: the cell of a notebook, else None, and its number."""
        for cell, lines in self._all().items():
            for number, line in enumerate(lines, 1):
                yield (cell, number), line.rstrip("\n")

    def _all(self) -> dict[int | None, list[str]]:
        if self._cells is None:
            self._cells = dict(self._read())
        return self._cells

    def _read(self) -> Iterator[tuple[int | None, list[str]]]:
        try:
            if not is_notebook(self._path):
                yield None, decode(self._data)
                return
            from ..syntax.notebook import cell_lines, read_notebook

            for cell in read_notebook(self._data).cells:
                yield cell.number, cell_lines(cell.source)
        except SourceError:
            return


def _lines_of_json(data: bytes) -> Callable[[int, int], int]:
    """Make a function from a cell (its number) and a line of it to the line of a notebook's JSON, all from 1.

    What the JSON has on one line is there; a cell that is not found is on the first.
    """
    from ..syntax.notebook import read_notebook
    from ..syntax.notebook_json import EditError, find_sources

    text = data.decode("utf-8", "replace")
    found: dict[tuple[int, int], int] = {}
    try:
        sources = find_sources(text)
        for cell in read_notebook(data).cells:
            source = sources[cell.cell_index]
            line = 1
            for string, (start, _) in zip(cell.source, source.strings if source else (), strict=False):
                place = text.count("\n", 0, start) + 1
                for part in string.splitlines(keepends=True):
                    found.setdefault((cell.number, line), place)
                    line += part.endswith("\n")
    except (EditError, SourceError, LookupError):
        pass
    return lambda cell, line: found.get((cell, line), 1)


def fingerprint(code: str, text: str) -> str:
    """Name a finding by its code and by what it is about, not by its place, its looks or what else stands there."""
    head = HEAD.match(text)
    what = LOOKS.sub("", head[1] if head else text)
    return hashlib.sha256(f"{code}\0{what}".encode("utf-8", "surrogatepass")).hexdigest()[:16]


def fingerprints(path: str, data: bytes, findings: Iterable[Diagnostic]) -> Iterator[str]:
    """Yield the fingerprint of each finding in a file. The same thing twice has the same one."""
    excerpts = Excerpts(path, data)
    return (fingerprint(found.code, excerpts.text(found)) for found in findings)


def unique_fingerprints(path: str, data: bytes, findings: Iterable[Diagnostic]) -> Iterator[str]:
    """Yield fingerprints that no two findings of a run share: they hold for one file."""
    seen: Counter[str] = Counter()
    for own in fingerprints(path, data, findings):
        seen[own] += 1
        yield hashlib.sha256(f"{path}\0{own}\0{seen[own]}".encode("utf-8", "surrogatepass")).hexdigest()[:32]
