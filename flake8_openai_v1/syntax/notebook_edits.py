"""Edits of a notebook's virtual module, made in the bytes of the notebook that it was read from.

What cannot be done without guessing is refused, and what came out is read again before it is given.
"""

from __future__ import annotations

import json
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, groupby, pairwise
from typing import Any

from .diagnostics import Edit
from .notebook import Cell, Notebook, all_cells, is_python_cell
from .notebook_cell import in_cell, line_end_of
from .notebook_json import EditError, find_sources, inline_separator, values, with_edits
from .source import one_line

__all__ = ["EditError", "edited"]

BOM = "\ufeff"


def edited(data: bytes, notebook: Notebook, edits: Sequence[Edit]) -> bytes:
    """The bytes of a notebook with edits made in its cells; everything else is the same bytes.

    `notebook` is what `read_notebook` has made of `data`. Offsets of the edits are characters of
    ``"".join(notebook.lines)``. Their order does not matter, but that insertions at one place come in the order given,
    before what stands there. An insertion at the beginning of a line is in the cell of that line; at the end of the
    module, in the last cell that has lines.

    Raises EditError, and nothing is done, if an edit overlaps another, is not within one cell, does not find the text
    that it expects, touches what is not the user's Python (a line that is one of IPython's, a cell that was not read),
    takes away the end of a cell's last line, or if the notebook would not be read as edited.
    """
    if not edits:
        return data
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise EditError(f"cannot decode: {one_line(error)}") from None
    is_ascii = text.removeprefix(BOM).isascii()
    sources = find_sources(text)
    separator = inline_separator(text, sources)
    line_end = line_end_of(part for cell in notebook.cells for part in cell.source) or "\n"
    content = _content(text)
    cells = all_cells(content)
    after: list[str] = []
    at = 0
    changed: dict[int, str] = {}
    for cell, own in _by_cell(notebook, edits):
        source = sources[cell.cell_index] if cell.cell_index < len(sources) else None
        if source is None or values(text, source) != cell.source:
            raise EditError(f"cell {cell.number} is not as it was read")
        if not is_python_cell(cells[cell.cell_index]):
            raise EditError(f"cell {cell.number} is not Python")
        made = in_cell(notebook, cell, own, line_end)
        if made:
            changed[cell.cell_index] = _applied("".join(cell.source), made)
            after += [text[at : source.start], with_edits(text, source, made, is_ascii, separator)]
            at = source.end
    if not changed:
        return data
    result = "".join([*after, text[at:]])
    _check(content, _content(result), changed)
    return result.encode("utf-8")


def _applied(text: str, edits: Iterable[Edit]) -> str:
    """A text after edits that are in order."""
    parts: list[str] = []
    at = 0
    for edit in edits:
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, text[at:]])


def _content(text: str) -> dict[str, Any]:
    """The content of a notebook, to compare with another. Numbers are as they are written."""
    try:
        content = json.loads(text.removeprefix(BOM), parse_int=str, parse_float=str, parse_constant=str)
    except (ValueError, RecursionError, MemoryError):
        raise EditError("the JSON cannot be read") from None
    return content if isinstance(content, dict) else {}


def _check(before: dict[str, Any], after: dict[str, Any], changed: Mapping[int, str]) -> None:
    """Raise EditError unless all is the same but the texts of the cells that are named. Changes `before`."""
    try:
        old, new = all_cells(before), all_cells(after)
        for index, text in changed.items():
            key = "source" if "source" in old[index] else "input"
            source = new[index][key]
            if type(source) is not type(old[index][key]) or "".join(source) != text:
                raise EditError("the notebook would not be as it was edited")
            old[index][key] = source
        is_same = before == after
    except (LookupError, RecursionError):
        is_same = False
    if not is_same:
        raise EditError("the notebook would change elsewhere, too")


# Which cell


def _by_cell(notebook: Notebook, edits: Iterable[Edit]) -> Iterator[tuple[Cell, list[Edit]]]:
    """Put edits in order and check them against the module. Gives them by cell, with offsets from the cell's start."""
    module = "".join(notebook.lines)
    starts = [0, *accumulate(map(len, notebook.lines))]
    unread = {cell.number for cell in notebook.unread}
    ordered = sorted(edits, key=lambda edit: (edit.start, edit.end))
    for one, other in pairwise(ordered):
        if other.start < one.end:
            raise EditError("two edits overlap")
    placed: list[tuple[Cell, Edit]] = []
    for edit in ordered:
        if not 0 <= edit.start <= edit.end <= len(module) or not module:
            raise EditError("an edit is outside of the notebook")
        cell = _cell(notebook, starts, edit.start)
        last = _cell(notebook, starts, max(edit.start, edit.end - 1))
        if last is not cell:
            raise EditError(f"an edit reaches from cell {cell.number} into cell {last.number}")
        if cell.number in unread:
            raise EditError(f"cell {cell.number} could not be read, so nothing is edited there")
        if module[edit.start : edit.end] != edit.expected:
            raise EditError(f"the text to replace is not there, in cell {cell.number}")
        start = starts[cell.first - 1]
        placed.append((cell, edit._replace(start=edit.start - start, end=edit.end - start)))
    for _, group in groupby(placed, key=lambda pair: pair[0].cell_index):
        pairs = list(group)
        yield pairs[0][0], [edit for _, edit in pairs]


def _cell(notebook: Notebook, starts: Sequence[int], offset: int) -> Cell:
    """The cell of a character of the module; behind the last one, the cell that has that."""
    line = min(bisect_right(starts, offset), len(notebook.lines))
    return notebook.place(line, 0)[0]
