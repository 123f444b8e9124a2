"""Findings, each with the fix that takes it away or the cause why there is none.

A fix is what `fix` does to one unit: a call with its arguments and all that is done with its response. What else
changes in a file, its settings, imports, handlers and mocks, is one more fix, which those of the calls need. Where
calls are made on a client object, a file is one fix: half of it would be wrong. All fixes that are safe, together, are
what `fix` writes.
"""

from __future__ import annotations

import ast
from bisect import bisect_right
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum
from itertools import accumulate
from typing import NamedTuple

from .causes import Cause, Code
from .config import Config
from .diagnostics import Applicability, Diagnostic
from .differences import edits, split_lines
from .discovery import is_notebook
from .environment import Variable
from .fixer import Options, Source, fix_files
from .notebook import all_cells, content_of, read_notebook, source_of
from .results import Fixed, Span
from .sdk.clients import CLIENTS
from .source import decode, decoded, parse

GAP = 12
"""Characters between two edits of one line that become one edit: they are of one expression."""
CALLS = ("OAI102", "OAI103")
READS = ("OAI112", "OAI113", "OAI114", "OAI115")
"""Codes of findings about what is done with a response."""


class TextEdit(NamedTuple):
    """One replacement in a file. Lines count from 1, columns count characters from 0, as those of findings do."""

    path: str
    cell: int | None
    """In a notebook the code cell, from 1, whose lines are counted; None elsewhere."""
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    """What takes the place of what stands there. Its lines end as those of the file do."""


class Scope(Enum):
    """What a fix is about."""

    CALL = "call"
    """Calls whose responses meet, with their arguments and all that is done with these responses."""
    REST = "rest"
    """What a file has besides: settings, imports, handlers, mocks."""
    FILE = "file"
    """A whole file, and what belongs to it in others."""


class Fix(NamedTuple):
    """What can be done about findings, as a whole."""

    id: str
    """Another one for each fix of a run."""
    title: str
    """For a person: ``Migrate this call and its 3 reads``."""
    scope: Scope
    applicability: Applicability
    edits: tuple[TextEdit, ...]
    """In order. They do not touch each other, nor those of another fix of the same applicability."""
    needs: tuple[str, ...] = ()
    """The ids of fixes that must be made with it: settings, imports and handlers, in any file."""


def with_edits(text: str, changes: Iterable[TextEdit]) -> str:
    """A text, or that of a cell, with edits made in it."""
    starts = [0, *accumulate(map(len, split_lines(text)))]

    def offset(line: int, column: int) -> int:
        return min(starts[min(line, len(starts)) - 1] + column, len(text))

    pieces, at = [], 0
    for edit in sorted(changes, key=_place):
        pieces += [text[at : offset(edit.line, edit.column)], edit.text]
        at = offset(edit.end_line, edit.end_column)
    return "".join([*pieces, text[at:]])


class Planned(NamedTuple):
    """A finding, and what can be done about it."""

    finding: Diagnostic
    fix: Fix | None = None
    cause: Cause | None = None
    """Why `fix` leaves it. Where the fix is unsafe, there is a cause, too: what a person should look at."""


class Plan(NamedTuple):
    """What can be done to the files of a run."""

    findings: Mapping[str, Sequence[Planned]]
    """Path of a file → what is found in it, by place."""
    fixes: Mapping[str, Fix]
    """By their ids."""
    results: Sequence[Fixed]
    """What `fix` makes of the files, in their order."""

    def of(self, path: str, found: Diagnostic) -> Fix | None:
        """The fix of a finding; None where it has none."""
        known = (one for one in self.findings.get(path, ()) if _same(one.finding, found))
        return next((one.fix for one in known), None)

    def whole(self, fix: Fix) -> tuple[TextEdit, ...]:
        """The edits of a fix and of all that it needs, by file and place."""
        found = {fix.id: fix}
        waiting = [*fix.needs]
        for name in waiting:
            if name not in found:
                found[name] = self.fixes[name]
                waiting += found[name].needs
        return tuple(sorted({edit for one in found.values() for edit in one.edits}, key=_place))


def fixes(
    source: str, filename: str = "<unknown>", config: Config | None = None, client: str = "auto"
) -> list[Planned]:
    """Find what is to be changed in one source text, seen alone, and what can be done about each finding.

    ``client`` is what calls are made on, as for the command: a client object, for which a file is one fix, the module,
    on which each call is one, or as the program permits. The text of a notebook is its JSON, and its name ends in
    ``.ipynb``.

    Raises ``SyntaxError`` where ``source`` is not Python.
    """
    data = source.encode("utf-8", "surrogatepass")
    made = plan([Source(filename, data)], config or Config(), client)
    if made.results[0].failure is not None:
        raise SyntaxError(made.results[0].failure)
    return list(made.findings[filename])


def plan(
    sources: Sequence[Source],
    config: Config,
    client: str = "auto",
    found: Mapping[str, Sequence[Diagnostic]] | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
    variables: Sequence[Variable] = (),
) -> Plan:
    """Say of each finding in the files of a run which fix it has, or why it has none.

    ``found`` are the findings by the paths of files, where it is known that there are more than a file alone shows.
    """
    safe = fix_files(sources, config, Options(client), progress, variables, units=True)
    unsafe = safe
    if any(left.cause.is_unsafe for one in safe for left in one.left):
        unsafe = fix_files(sources, config, Options(client, unsafe=True), progress, variables, units=True)
    sure, more = _Fixes(safe, Applicability.SAFE), _Fixes(unsafe, Applicability.UNSAFE)
    findings: dict[str, list[Planned]] = {}
    for one, other in zip(safe, unsafe, strict=True):
        own = sorted([*one.fixed, *(left.was for left in one.left if left.was is not None)])
        findings[one.path] = [
            _planned(each, one, other, sure, more) for each in (own if found is None else found.get(one.path, ()))
        ]
    used = {planned.fix.id for rows in findings.values() for planned in rows if planned.fix is not None}
    known = {fix.id: fix for fix in (*sure.all(), *(fix for fix in more.all() if unsafe is not safe))}
    waiting = [*used, *sure.ids()]
    needed: dict[str, Fix] = {}
    for name in waiting:
        if name not in needed:
            needed[name] = known[name]
            waiting += needed[name].needs
    return Plan(findings, needed, safe)


def _planned(found: Diagnostic, one: Fixed, other: Fixed, sure: _Fixes, more: _Fixes) -> Planned:
    """What can be done about a finding by safe fixes, or by unsafe ones."""
    cause = _cause(found, one)
    if cause is None:
        return Planned(found, sure.of(one.path, found))
    fix = more.of(one.path, found) if cause.is_unsafe and _cause(found, other) is None else None
    return Planned(found, fix, cause)


def _same(one: Diagnostic, other: Diagnostic) -> bool:
    """True if two findings are one, whatever is said of it."""
    return (one[:4], one.code, one.cell) == (other[:4], other.code, other.cell)


def _cause(found: Diagnostic, result: Fixed) -> Cause | None:
    """Why a finding is left; None where it is not."""
    for left in result.left:
        if left.was is not None and _same(left.was, found):
            return left.cause
    if any(_same(one, found) for one in result.fixed):
        return None
    if result.after is result.before:
        # It shows only beside other files, which the fixer has looked at, too.
        return result.left[0].cause if result.left else Cause(Code.ESCAPES, "what it reads comes from another file")
    return None


# From results to fixes


class _Edit(NamedTuple):
    """A change of a file."""

    where: Span
    text: str


class _Fixes:
    """The fixes that the results of a run are made of."""

    def __init__(self, results: Sequence[Fixed], applicability: Applicability) -> None:
        """Divide what is changed among the units of the run and the rest of each file."""
        self._results = {one.path: one for one in results if one.after is not one.before}
        self._edits = {path: list(_changes(one)) for path, one in self._results.items()}
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

    def _owners(self, path: str, edit: _Edit) -> list[object]:
        """The units that an edit changes; if none, the rest of the file."""
        found = [number for number, span in self._results[path].units if _touch(span, edit.where)]
        return [*found] or [path]

    def _owner(self, path: str, edit: _Edit) -> object:
        return self._owners(path, edit)[0]

    def _make(self, applicability: Applicability) -> dict[object, Fix]:
        parts: dict[object, list[TextEdit]] = {}
        for path, changes in self._edits.items():
            before: tuple[object, _Edit] | None = None
            text = _Text(self._results[path])
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


class _Text:
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
        places = _Places(text)
        for edit in edits(text, after[cell]):
            yield _Edit(Span(cell, *places.of(edit.start), *places.of(edit.end)), edit.text)


class _Places:
    """Where the characters of a text are."""

    def __init__(self, text: str) -> None:
        """Count the lines."""
        lines = split_lines(text)
        self._starts = [0, *accumulate(map(len, lines))]
        if lines and not lines[-1].endswith(("\r", "\n")):
            self._starts.pop()  # the last line has no end, behind which another one would begin

    def of(self, offset: int) -> tuple[int, int]:
        """The line (from 1) and the column of a character."""
        line = bisect_right(self._starts, offset)
        return line, offset - self._starts[line - 1]


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


def _place(edit: TextEdit) -> tuple[str, int, tuple[int, ...]]:
    return edit.path, edit.cell or 0, edit[2:6]


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
