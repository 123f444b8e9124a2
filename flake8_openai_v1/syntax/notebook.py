"""A notebook as one virtual module: its code cells in order are one program, as for the person who runs them.

A line of the module is a line of a cell; what is not Python is an empty line there. `Notebook.place` leads from the
module back to the cell. The JSON around the cells is not kept: `Cell` says which cell of it a change belongs to.
"""

from __future__ import annotations

import ast
import io
import json
import re
from bisect import bisect_right
from keyword import iskeyword
from typing import Any, NamedTuple

from .. import MARKERS
from .diagnostics import Diagnostic
from .ipython import UNKNOWN, Python, to_python
from .source import SourceError, one_line, parse

PYTHON = ("python", "ipython", "pyspark", "sage")
"""What the names of languages that are Python begin with."""

OTHER_KERNELS = frozenset(["ir", "julia", "bash", "javascript", "deno", "java", "scala", ".net", "rust", "gophernotes"])
"""Names of kernels for other languages, without a version: asked where nothing else tells."""

BOUND = re.compile(r"(?:async[ \t]+)?(?:def|class)[ \t]+(\w+)[ \t]*[(:\[]|(\w+)[ \t]*(?::[^=]*)?=(?!=)")
"""The beginning of a line that binds a name of the module."""


class Cell(NamedTuple):
    """A code cell."""

    cell_index: int
    """Among all cells of the notebook, from 0."""
    number: int
    """Among its code cells, from 1: what people are shown, as by nbQA."""
    source: tuple[str, ...]
    """The strings that the JSON has, be it a list or one alone. Joined they are the text of the cell."""
    first: int
    """The line of the virtual module (from 1) that is the cell's first."""


class Unread(NamedTuple):
    """A code cell that was passed over."""

    number: int
    """Among the code cells, from 1."""
    reason: str
    """One line; lines that it names are those of the cell."""


class Notebook(NamedTuple):
    """The code of a notebook. Lines count from 1, columns from 0 in characters, as in `Diagnostic`."""

    cells: list[Cell]
    """The code cells that have a text, in order."""
    lines: list[str]
    """The virtual module: the lines of all cells as Python, each with its end."""
    shifts: list[int]
    """How many characters each of them has lost at its front."""
    widths: list[int]
    """How many characters each of them has as it is written, without its end."""
    tree: ast.Module
    """What they are parsed to."""
    unread: list[Unread]

    @property
    def text(self) -> list[str]:
        """The lines of all cells as they are written."""
        return [line for cell in self.cells for line in cell_lines(cell.source)]

    def place(self, line: int, column: int) -> tuple[Cell, int, int]:
        """Lead from a line and column of the virtual module to a cell, and the line and column in it."""
        # An empty cell begins where the next one does: of those that begin there, the last has the line.
        cell = self.cells[bisect_right(self.cells, line, key=_first) - 1]
        return cell, line - cell.first + 1, column + self.shifts[line - 1]

    def in_cell(self, found: Diagnostic) -> Diagnostic:
        """A finding in the virtual module as one in a cell."""
        cell, line, column = self.place(found.line, found.column)
        _, end_line, end_column = self.place(found.end_line, found.end_column)
        # A line that IPython reads in its own way may be longer as Python.
        end_column = min(end_column, self.widths[found.end_line - 1])
        return found._replace(line=line, column=column, end_line=end_line, end_column=end_column, cell=cell.number)


def _first(cell: Cell) -> int:
    return cell.first


def read_notebook(data: bytes) -> Notebook:
    """Read the bytes of a notebook, of format 4 or an older one that has worksheets.

    Where no code in it can have a finding, or its language is not Python, the virtual module is empty. A cell that
    cannot be read is named in `Notebook.unread`; of the names that it binds nothing is known.

    Raises SourceError if the bytes are no notebook.
    """
    content = content_of(data)
    notebook = Notebook([], [], [], [], ast.Module([], []), [])
    code = [(index, cell) for index, cell in enumerate(all_cells(content)) if cell.get("cell_type") == "code"]
    sources = [source_of(cell) for _, cell in code]
    if not _is_python(content) or not any(map(_is_relevant, sources)):
        return notebook
    for number, ((index, cell), source) in enumerate(zip(code, sources, strict=True), 1):
        if source is None:
            notebook.unread.append(Unread(number, "cannot read: its source is no text"))
            continue
        notebook.cells.append(Cell(index, number, source, len(notebook.lines) + 1))
        try:
            _add(notebook, cell_lines(source), is_python_cell(cell))
        except SourceError as error:
            notebook.unread.append(Unread(number, str(error)))
    return notebook


def cell_lines(source: tuple[str, ...]) -> list[str]:
    """The lines of a cell, each with its end, which the last may lack in the JSON."""
    lines = io.StringIO("".join(source), newline=None).readlines()
    if lines and not lines[-1].endswith("\n"):
        lines[-1] += "\n"
    return lines


def _add(notebook: Notebook, lines: list[str], is_python: bool) -> None:
    """Put a cell behind the virtual module. Raises SourceError if it is not Python, after that."""
    before = len(notebook.lines)
    failure = None
    try:
        python = to_python(lines) if is_python else None
    except SourceError as error:
        failure = error
        unknown = list(map(_unknown, lines))
        python = Python(parse(unknown), unknown, [0] * len(lines))
    if python is None:
        python = Python(ast.Module([], []), ["\n"] * len(lines), [0] * len(lines))
    notebook.lines.extend(python.lines)
    notebook.shifts.extend(python.shifts)
    notebook.widths.extend(len(line.rstrip("\n")) for line in lines)
    notebook.tree.body.extend(ast.increment_lineno(python.tree, before).body)
    if failure is not None:
        raise failure


def _unknown(line: str) -> str:
    """In place of a line of a cell that cannot be parsed: what it would bind may be anything from there on."""
    bound = BOUND.match(line)
    name = (bound[1] or bound[2]) if bound else ""
    return f"{name} = {UNKNOWN}\n" if name.isidentifier() and not iskeyword(name) else "\n"


# The JSON


def content_of(data: bytes) -> dict[str, Any]:
    """Read the JSON of a notebook. Raises SourceError if the bytes are none."""
    try:
        content = json.loads(data.decode("utf-8-sig"))
    except json.JSONDecodeError as error:
        raise SourceError(f"not a notebook: no JSON: {error.msg} (line {error.lineno})") from None
    except UnicodeDecodeError as error:
        raise SourceError(f"cannot decode: {one_line(error)}") from None
    except (ValueError, RecursionError, MemoryError):  # a number of thousands of digits, lists in lists
        raise SourceError("not a notebook: JSON that Python cannot read") from None
    if not isinstance(content, dict):
        raise SourceError("not a notebook: no object")
    return content


def all_cells(content: dict[str, Any]) -> list[dict[str, Any]]:
    """All cells. Formats 2 and 3 have them in worksheets."""
    if "cells" not in content and isinstance(content.get("worksheets"), list):
        cells = [cell for sheet in content["worksheets"] for cell in _list(_object(sheet).get("cells"))]
    elif isinstance(content.get("cells"), list):
        cells = content["cells"]
    else:
        raise SourceError("not a notebook: it has no cells")
    return list(map(_object, cells))


def source_of(cell: dict[str, Any]) -> tuple[str, ...] | None:
    """The strings of a cell, in formats 2 and 3 its input. None where it is something else."""
    source = cell.get("source", cell.get("input"))
    if isinstance(source, str):
        return (source,)
    if isinstance(source, list) and all(isinstance(part, str) for part in source):
        return tuple(source)
    return None


def _is_relevant(source: tuple[str, ...] | None) -> bool:
    text = "".join(source or ())
    return any(marker in text for marker in MARKERS)


def _is_python(content: dict[str, Any]) -> bool:
    """Is a notebook in Python, or does it not say?"""
    metadata = _object(content.get("metadata"))
    kernel = _object(metadata.get("kernelspec"))
    said = (_object(metadata.get("language_info")).get("name"), kernel.get("language"))
    language = next((name for name in said if isinstance(name, str) and name), None)
    if language is None:
        return str(kernel.get("name")).lower().split("-")[0] not in OTHER_KERNELS
    return language.lower().startswith(PYTHON)


def is_python_cell(cell: dict[str, Any]) -> bool:
    """Is a cell in Python, by what VS Code and formats 2 and 3 say of each?"""
    said = (_object(_object(cell.get("metadata")).get("vscode")).get("languageId"), cell.get("language"))
    return all(name.lower().startswith(PYTHON) for name in said if isinstance(name, str) and name)


def _object(value: object) -> dict[str, Any]:
    return value if isinstance(value, dict) else {}


def _list(value: object) -> list[Any]:
    return value if isinstance(value, list) else []
