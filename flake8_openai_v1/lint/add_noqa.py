"""``# noqa`` comments for findings: a file's bytes with them, everything else the same."""

from __future__ import annotations

import ast
import io
import re
from collections.abc import Iterable, Sequence
from itertools import accumulate
from tokenize import detect_encoding
from typing import NamedTuple

from ..project.discovery import is_notebook
from ..syntax.diagnostics import Diagnostic, Edit
from ..syntax.source import SourceError, comment_line, parse, silencer

COMMENT = re.compile(r"# noqa:\s?[A-Z]+[0-9]+(?:[,\s]+[A-Z]+[0-9]+)*", re.IGNORECASE)
"""A comment that names codes."""

LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n)|[^\r\n]+")
BODY = re.compile(r".*[^\s]")
"""A line without the white space at its end."""


class Silenced(NamedTuple):
    """What became of a file."""

    data: bytes
    refused: Sequence[Diagnostic] = ()
    """The findings for which there can be no comment."""


def add_noqa(path: str, data: bytes, findings: Sequence[Diagnostic]) -> Silenced:
    """Add comments to the lines of findings. Raises SourceError where that cannot be done in this file at all."""
    if is_notebook(path):
        from ..syntax.notebook import read_notebook
        from ..syntax.notebook_edits import EditError, edited

        notebook = read_notebook(data)
        first = {cell.number: cell.first for cell in notebook.cells}
        places = [found.line if found.cell is None else first[found.cell] + found.line - 1 for found in findings]
        edits, refused = _edits(path, notebook.lines, findings, places)
        try:
            return Silenced(edited(data, notebook, edits), refused)
        except EditError as error:
            raise SourceError(f"cannot add comments: {error}") from None
    encoding, text = _decoded(data)
    lines = LINE.findall(text)
    edits, refused = _edits(path, lines, findings, [found.line for found in findings])
    return Silenced(_applied(text, edits).encode(encoding), refused)


def _decoded(data: bytes) -> tuple[str, str]:
    head = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    encoding, _ = detect_encoding(io.BytesIO(head).readline)
    text = io.TextIOWrapper(io.BytesIO(data), encoding, newline="").read()
    if text.encode(encoding) != data:
        raise SourceError("cannot add comments: its encoding does not give back the same bytes")
    return encoding, text


def _edits(
    path: str, lines: Sequence[str], findings: Sequence[Diagnostic], places: Sequence[int]
) -> tuple[list[Edit], list[Diagnostic]]:
    """Work out the edits of a file's text, and which findings have none. `places` are their lines in it, from 1."""
    plain = [re.sub(r"\r\n?", "\n", line) for line in lines]
    end = comment_line(plain, path)
    codes: dict[int, set[str]] = {}
    for found, place in zip(findings, places, strict=True):
        codes.setdefault(end(place), set()).add(found.code)
    starts = [0, *accumulate(map(len, lines))]
    edits = []
    for line, wanted in sorted(codes.items()):
        column, text = _comment(lines[line - 1], sorted(wanted))
        at = starts[line - 1] + column
        edits.append(Edit(at, at, text, ""))
    after = [re.sub(r"\r\n?", "\n", line) for line in LINE.findall(_applied("".join(lines), edits))]
    if not _same(plain, after):
        return [], list(findings)
    silences = silencer(after, path)
    pairs = list(zip(findings, places, strict=True))
    good = [(found, place) for found, place in pairs if silences(place, found.code)]
    if good and len(good) < len(pairs):
        edits, _ = _edits(path, lines, [found for found, _ in good], [place for _, place in good])
    return edits if good else [], [pair[0] for pair in pairs if pair not in good]


def _comment(line: str, codes: Sequence[str]) -> tuple[int, str]:
    """Where in a line to write what, so that its comment names codes."""
    there = COMMENT.search(line)
    if there is not None:
        between = ", " if ", " in there[0] else ","
        return there.end(), "".join(between + code for code in codes)
    body = BODY.match(line)
    return (body.end() if body else 0), f"  # noqa: {','.join(codes)}"


def _same(before: Sequence[str], after: Sequence[str]) -> bool:
    """True if two texts are the same program."""
    try:
        return len(before) == len(after) and ast.dump(parse(before)) == ast.dump(parse(after))
    except (SourceError, RecursionError):
        return False


def _applied(text: str, edits: Iterable[Edit]) -> str:
    """A text after insertions that are in order."""
    parts = []
    at = 0
    for edit in edits:
        parts += [text[at : edit.start], edit.text]
        at = edit.end
    return "".join([*parts, text[at:]])
