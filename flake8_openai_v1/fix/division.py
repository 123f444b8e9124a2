"""What is changed in the files of a run, divided among its units: each becomes a fix, and the rest of each file."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..project.discovery import is_notebook
from ..sdk.clients import CLIENTS
from ..syntax.diagnostics import Applicability, Diagnostic, Fix, Scope, TextEdit
from ..syntax.differences import Places, edits, split_lines
from ..syntax.notebook import Notebook, all_cells, content_of, read_notebook, source_of
from ..syntax.source import decode, decoded, parse
from .results import Fixed, Span

GAP = 12
"""Characters between two edits of one line that become one edit: they are of one expression."""
CLOSES = re.compile(r"\s*[)\]}]")
"""How a line begins that closes a bracket."""
CALLS = ("OAI102", "OAI103")
READS = ("OAI112", "OAI113", "OAI114", "OAI115")
"""Codes of findings about what is done with a response."""
Place = tuple[int | None, int]
"""The cell of a notebook, else None, and a line."""


class _Edit(NamedTuple):
    """A change of a file."""

    where: Span
    text: str


class Division:
    """The fixes that the results of a run are made of."""

    def __init__(self, results: Sequence[Fixed], applicability: Applicability) -> None:
        """Divide what is changed among the units of the run and the rest of each file."""
        self._results = {one.path: one for one in results if one.after is not one.before}
        self._edits = {path: list(_changes(one)) for path, one in self._results.items()}
        self._statements = {path: _statements(one) for path, one in self._results.items()}
        self._beside = {path: self._by_statement(path) for path in self._results}
        """The statements of a file → the units that are changed in them."""
        self._top: dict[object, object] = {}
        for path, one in self._results.items():
            self._divide(path, one)
        self._made = self._make(applicability)

    def all(self) -> Iterable[Fix]:
        """All of them."""
        return self._made.values()

    def ids(self) -> Iterator[str]:
        """Yield their ids."""
        return (fix.id for fix in self._made.values())

    def of(self, path: str, found: Diagnostic) -> Fix | None:
        """The fix that takes a finding away; None where nothing of its file changes."""
        result = self._results.get(path)
        if result is None:
            return None
        place = Span(found.cell, *found[:4])
        near = [self._find(self._owner(path, edit)) for edit in self._edits[path] if _touch(edit.where, place)]
        anywhere = [self._find(self._owner(path, edit)) for edit in self._edits[path]]
        mine = self._unit_of(result, place)
        own = [] if mine is None else [self._find(mine)]
        return next((self._made[one] for one in (*own, *near, path, *anywhere) if one in self._made), None)

    def _unit_of(self, result: Fixed, place: Span) -> int | None:
        """The unit that a place is of: the narrowest in which it begins, else one that it touches."""
        start = Span(*place[:3], *place[1:3])
        spans = [(span, number) for number, span in result.units if _touch(span, start)]
        if spans:
            return min(spans, key=_size)[1]
        return next((number for number, span in result.units if _touch(span, place)), None)

    # A forest: numbers of units, and paths for what else changes in a file

    def _find(self, one: object) -> object:
        while one in self._top:
            one = self._top[one]
        return one

    def _join(self, one: object, other: object) -> None:
        one, other = self._find(one), self._find(other)
        if one != other:
            # What belongs to a file keeps its name.
            if isinstance(one, str):
                one, other = other, one
            self._top[one] = other

    def _divide(self, path: str, result: Fixed) -> None:
        numbers = {number for number, _ in result.units}
        if result.is_whole or len(numbers) < 2 or _makes_clients(self._edits[path]) or _loses_names(result):
            for number in numbers:
                self._join(number, path)
        for edit in self._edits[path]:
            first, *others = self._owners(path, edit)
            for other in others:
                self._join(first, other)

    def _touched(self, path: str, edit: _Edit) -> list[object]:
        return [number for number, span in self._results[path].units if _touch(span, edit.where)]

    def _by_statement(self, path: str) -> dict[Place, list[object]]:
        found: dict[Place, list[object]] = {}
        for edit in self._edits[path]:
            touched = self._touched(path, edit)
            for place in self._places(path, edit):
                found.setdefault(place, []).extend(touched)
        return found

    def _places(self, path: str, edit: _Edit) -> set[Place]:
        """The statements that an edit is in."""
        where, known = edit.where, self._statements[path]
        lines = ((where.cell, line) for line in range(where.line, where.end_line + 1))
        return {known.get(line, line) for line in lines}

    def _owners(self, path: str, edit: _Edit) -> list[object]:
        """The units that an edit changes, or whose statements it lays out; if none, the rest of the file."""
        beside = (one for place in self._places(path, edit) for one in self._beside[path].get(place, ()))
        return self._touched(path, edit) or [*dict.fromkeys(beside)] or [path]

    def _owner(self, path: str, edit: _Edit) -> object:
        return self._owners(path, edit)[0]

    def _make(self, applicability: Applicability) -> dict[object, Fix]:
        parts: dict[object, list[TextEdit]] = {}
        for path, changes in self._edits.items():
            before: tuple[object, _Edit] | None = None
            text = _Lines(self._results[path])
            for edit in changes:
                owner = self._find(self._owner(path, edit))
                own = parts.setdefault(owner, [])
                if (
                    before is not None
                    and before[0] == owner
                    and (gap := text.gap(before[1].where, edit.where)) is not None
                ):
                    made = _Edit(_between(before[1].where, edit.where), before[1].text + gap + edit.text)
                    own[-1] = TextEdit(path, *made.where, made.text)
                else:
                    made = edit
                    own.append(TextEdit(path, *edit.where, edit.text))
                before = owner, made
        names = {owner: _name(owner, edits, applicability) for owner, edits in parts.items()}
        return {
            owner: Fix(
                *(names[owner], *self._told(owner), applicability, tuple(edits), self._needs(owner, edits, names))
            )
            for owner, edits in parts.items()
        }

    def _needs(self, owner: object, edits: Iterable[TextEdit], names: Mapping[object, str]) -> tuple[str, ...]:
        """What the calls of a unit cannot do without: the rest of their files, and what those need."""
        if isinstance(owner, str) and not any(self._find(number) == owner for number, _ in self._results[owner].units):
            return ()
        paths = {edit.path for edit in edits}
        paths |= {other for path in paths for other in self._results[path].needs}
        others = {self._find(path) for path in paths} - {owner}
        return tuple(sorted(names[other] for other in others if other in names))

    def _told(self, owner: object) -> tuple[str, Scope]:
        """The title and the scope of a fix."""
        found = {
            (path, one)
            for path, result in self._results.items()
            for one in result.fixed
            if (number := self._unit_of(result, Span(one.cell, *one[:4]))) is not None and self._find(number) == owner
        }
        if isinstance(owner, str) and not found:
            return "Migrate the rest of this file: settings, imports, handlers", Scope.REST
        if isinstance(owner, str):
            return "Migrate this file", Scope.FILE
        return title([one.code for _, one in found]), Scope.CALL


def title(codes: Sequence[str]) -> str:
    """What is done to the calls of a unit, whose findings have these codes."""
    reads, calls = (sum(code in those for code in codes) for those in (READS, CALLS))
    what, owner = ("this call", "its") if calls < 2 else (f"these {calls} calls", "their")
    more = f" and {owner} {'read' if reads == 1 else f'{reads} reads'}" if reads else ""
    return f"Migrate {what}{more}"


def _name(owner: object, edits: Sequence[TextEdit], applicability: Applicability) -> str:
    """The id of a fix: the file that it is the rest of, or where it begins."""
    first = edits[0]
    cell = "" if first.cell is None else f"cell_{first.cell}:"
    place = owner if isinstance(owner, str) else f"{first.path}:{cell}{first.line}:{first.column + 1}"
    return f"{place}" if applicability is Applicability.SAFE else f"{place} (unsafe)"


# Texts and places in them


class _Lines:
    """The parts of a file before it was changed: the file, or the cells of a notebook."""

    def __init__(self, result: Fixed) -> None:
        """Nothing is read before it is asked for."""
        self._lines = {cell: split_lines(text) for cell, text in _parts(result.path, result.before).items()}

    def gap(self, one: Span, other: Span) -> str | None:
        """The text between two edits; None where it is long, or more than a line."""
        if one.cell != other.cell or one.end_line != other.line or other.column - one.end_column > GAP:
            return None
        return self._lines[one.cell][one.end_line - 1][one.end_column : other.column]


def _changes(result: Fixed) -> Iterator[_Edit]:
    """Yield what changes in a file, in order."""
    after = _parts(result.path, result.after)
    for cell, text in _parts(result.path, result.before).items():
        places = Places(text)
        for edit in edits(text, after[cell]):
            start, end, new = edit.start, edit.end, edit.text
            if start == end and CLOSES.match(new) and text[:start].endswith("\n") and new.endswith("\n"):
                # A line that closes what stands before it: it is of that line, and not of the next one.
                newline = "\r\n" if text[:start].endswith("\r\n") else "\n"
                start = end = start - len(newline)
                new = newline + new.removesuffix(newline)
            yield _Edit(Span(cell, *places.of(start), *places.of(end)), new)


def _parts(path: str, data: bytes) -> dict[int | None, str]:
    """The text of a file, or those of the code cells of a notebook by their number."""
    if not is_notebook(path):
        return {None: decoded(data)[1]}
    code = [cell for cell in all_cells(content_of(data)) if cell.get("cell_type") == "code"]
    return {number: "".join(source_of(cell) or ()) for number, cell in enumerate(code, 1)}


def _touch(one: Span, other: Span) -> bool:
    """True if two stretches of a file have something in common, or one begins where the other ends."""
    return one.cell == other.cell and one[1:3] <= other[3:] and other[1:3] <= one[3:]


def _size(row: tuple[Span, int]) -> tuple[int, int]:
    span, _ = row
    return span.end_line - span.line, span.end_column - span.column


def _between(one: Span, other: Span) -> Span:
    """From the beginning of one stretch to the end of another one."""
    return Span(*one[:3], *other[3:])


def _statements(result: Fixed) -> dict[Place, Place]:
    """The lines of simple statements, and of the heads of others → the first of them."""
    notebook = read_notebook(result.before) if is_notebook(result.path) else None
    found: dict[Place, Place] = {}
    for node in ast.walk(_tree(result.path, result.before)):
        if isinstance(node, ast.stmt):
            body = getattr(node, "body", None)
            last = body[0].lineno - 1 if isinstance(body, list) else node.end_lineno or node.lineno
            places = [
                (None, line) if notebook is None else _in_cell(notebook, line)
                for line in range(node.lineno, max(last, node.lineno) + 1)
            ]
            found.update(dict.fromkeys(places, places[0]))
    return found


def _in_cell(notebook: Notebook, line: int) -> Place:
    cell, inner, _ = notebook.place(line, 0)
    return cell.number, inner


def _makes_clients(changes: Iterable[_Edit]) -> bool:
    """True if calls get clients of their own, which are made of settings that are written otherwise as well."""
    names = {path.rpartition(".")[2] for path in CLIENTS}
    return any(f"{name}(" in edit.text for edit in changes for name in names)


def _loses_names(result: Fixed) -> bool:
    """True if names that imports bound are bound no more, so that a call which is left would not know them."""
    before, after = (_tree(result.path, data) for data in (result.before, result.after))
    lost = _imported(before) - _imported(after)
    if not lost:
        return False
    if is_notebook(result.path):
        return True
    lines = decode(result.before)
    return any(
        isinstance(node, ast.Name)
        and node.id in lost
        and any(_touch(span, _span(node, lines)) for _, span in result.units)
        for node in ast.walk(before)
    )


def _tree(path: str, data: bytes) -> ast.Module:
    return read_notebook(data).tree if is_notebook(path) else parse(decode(data))


def _imported(tree: ast.Module) -> set[str]:
    return {
        alias.asname or alias.name.partition(".")[0]
        for node in ast.walk(tree)
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for alias in node.names
    }


def _span(node: ast.Name, lines: Sequence[str]) -> Span:
    column = len(lines[node.lineno - 1].encode("utf-8", "surrogatepass")[: node.col_offset].decode("utf-8", "replace"))
    return Span(None, node.lineno, column, node.lineno, column + len(node.id))
