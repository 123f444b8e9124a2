"""The texts of cells in the JSON of a notebook: where they stand, and what they are after edits.

The JSON is read as a text with places. What is no part of an edited text is never written anew, so that layout,
order, numbers and escapes stay what they are.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from .diagnostics import Edit

SPACE = re.compile(r"[ \t\n\r]*")
DECODER = json.JSONDecoder(parse_int=str, parse_float=str)
"""Asked for the ends of values: how large a number may be does not matter then."""

CHARACTER = re.compile(
    r"\\u[dD][89abAB][0-9a-fA-F]{2}\\u[dD][c-fC-F][0-9a-fA-F]{2}|\\u[0-9a-fA-F]{4}|\\.|[^\\]", re.DOTALL
)
"""What stands for one character within a string."""
HALF = re.compile("[\ud800-\udfff]")
"""Half of a character, which no encoding can write."""


class EditError(ValueError):
    """Edits that cannot be made in a notebook; the text is the reason, one line."""


class Source(NamedTuple):
    """The text of a cell in the JSON: a string or a list of strings. Places are characters of the JSON, from 0."""

    start: int
    end: int
    """Behind the closing quote or bracket."""
    strings: tuple[tuple[int, int], ...]
    """From the opening quote of each to behind its closing quote."""
    is_list: bool
    separator: str
    """What stands between the first two members of the cell: a comma, and space."""


def find_sources(text: str) -> list[Source | None]:
    """Find the texts of all cells, numbered as by `notebook.all_cells`; None where a cell has no text.

    `text` is JSON that `json.loads` accepts, or that behind a byte order mark. Of several members of one name the
    last counts, as there. Raises EditError if `text` is something else, or is no notebook.
    """
    try:
        return [_source(text, at) for at in _cells(text)]
    except (ValueError, LookupError, RecursionError, MemoryError):
        raise EditError("the JSON is none, or has no cells") from None


def values(text: str, source: Source) -> tuple[str, ...]:
    """The strings of a cell's text, as in `notebook.Cell`."""
    return tuple(json.loads(text[start:end]) for start, end in source.strings)


def inline_separator(text: str, sources: Iterable[Source | None]) -> str:
    """What stands between two items on one line: as in another list of the notebook, else as between members."""
    found = [source for source in sources if source is not None]
    of_lists = (between for source in found for between in _separators(text, source))
    of_members = (source.separator for source in found)
    return next((between for between in (*of_lists, *of_members) if not _breaks(between)), ", ")


def with_edits(text: str, source: Source, edits: Iterable[Edit], is_ascii: bool, separator: str) -> str:
    """The JSON of a cell's text after edits: what to put in place of ``text[source.start : source.end]``.

    Offsets of the edits are characters of the cell's text, which is its strings joined; they are in order and do not
    overlap. `is_ascii` says that characters beyond ASCII are to be escaped. `separator` is the `inline_separator`.
    """
    atoms = _edited(_atoms(text, source), edits, len(source.strings), is_ascii)
    if not source.is_list:
        return _string(atoms)
    items = list(_items(atoms, by_lines=all(map(_is_line, values(text, source)))))
    if not items:
        return "[]"
    before = text[source.start : source.strings[0][0]]
    if _breaks(before):
        separator = source.separator.rstrip() + before[1:]
    between = _separators(text, source) or [separator]
    written = [before, _string(items[0])]
    for item in items[1:]:
        written += [between[min(max(item[0].slot - 1, 0), len(between) - 1)], _string(item)]
    return "".join(written) + text[source.strings[-1][1] : source.end]


# Strings and lists of them


class _Atom(NamedTuple):
    """One character of a cell's text, or, where a string of a list is empty, none."""

    character: str
    written: str
    """In JSON, as the file has it."""
    slot: int
    """The string whose place it takes, counted from 0."""
    at: int | None
    """Its place in the text before the edits, in characters from 0; None if it is new."""


def _atoms(text: str, source: Source) -> list[_Atom]:
    """The characters of a cell's text as they are."""
    atoms: list[_Atom] = []
    at = 0
    for slot, (start, end) in enumerate(source.strings):
        written = CHARACTER.findall(text, start + 1, end - 1)
        value = json.loads(text[start:end])
        if len(written) != len(value):
            raise EditError("a string in the JSON is not understood")
        if not value:
            atoms.append(_Atom("", "", slot, at))
        for character, each in zip(value, written, strict=True):
            atoms.append(_Atom(character, each, slot, at))
            at += 1
    return atoms


def _edited(atoms: Sequence[_Atom], edits: Iterable[Edit], strings: int, is_ascii: bool) -> list[_Atom]:
    """Make the edits. `strings`: how many the cell's text has."""
    # An empty string stands at the place of what follows it, so that nothing is put between: places are not indexes.
    places = [index for index, atom in enumerate(atoms) if atom.character]
    made: list[_Atom] = []
    done = 0
    for edit in edits:
        start = places[edit.start] if edit.start < len(places) else len(atoms)
        end = start if edit.start == edit.end else places[edit.end - 1] + 1
        first = atoms[start].slot if start < len(atoms) else strings - 1
        last = atoms[end - 1].slot if end > start else first
        made += atoms[done:start]
        slot = first
        for character in edit.text:
            made.append(_Atom(character, _written(character, is_ascii), slot, None))
            if character == "\n":
                slot = min(slot + 1, last)
        done = end
    return [*made, *atoms[done:]]


def _written(character: str, is_ascii: bool) -> str:
    return json.dumps(character, ensure_ascii=is_ascii or HALF.match(character) is not None)[1:-1]


def _items(atoms: Sequence[_Atom], by_lines: bool) -> Iterator[Sequence[_Atom]]:
    """Cut a text into the strings of a list. `by_lines`: into lines, else lines of one string stay together."""
    start = 0
    for index in range(1, len(atoms)):
        one, other = atoms[index - 1], atoms[index]
        if one.slot == other.slot and not by_lines:
            continue
        is_old_end = one.slot != other.slot and one.at is not None and other.at == one.at + len(one.character)
        is_line_end = one.character == "\n" or (one.character == "\r" and other.character != "\n")
        if is_old_end or is_line_end or not one.character or not other.character:
            yield atoms[start:index]
            start = index
    if atoms:
        yield atoms[start:]


def _is_line(value: str) -> bool:
    """Is a string of a list no more than one line?"""
    return not _breaks(value.replace("\r\n", "\n")[:-1])


def _string(atoms: Iterable[_Atom]) -> str:
    return '"' + "".join(atom.written for atom in atoms) + '"'


def _separators(text: str, source: Source) -> list[str]:
    """What stands between each two strings of a list."""
    strings = source.strings if source.is_list else ()
    return [text[end:start] for (_, end), (start, _) in pairwise(strings)]


def _breaks(text: str) -> bool:
    return "\n" in text or "\r" in text


# Places


class _Member(NamedTuple):
    """A member of an object: its name, and where its value begins and ends."""

    name: str
    start: int
    end: int


def _cells(text: str) -> list[int]:
    """Where the cells begin, in the order of `notebook.all_cells`."""
    members = _named(_members(text, _skip(text, 1 if text.startswith("\ufeff") else 0)))
    if "cells" not in members:
        sheets = [at for at in _elements(text, members["worksheets"].start) if text[at] == "{"]
        lists = [sheet["cells"].start for sheet in (_named(_members(text, at)) for at in sheets) if "cells" in sheet]
        return [cell for at in lists if text[at] == "[" for cell in _elements(text, at)]
    return _elements(text, members["cells"].start)


def _source(text: str, at: int) -> Source | None:
    """The text of the cell that begins there."""
    members = _members(text, at) if text[at] == "{" else []
    named = _named(members)
    member = named.get("source", named.get("input"))
    if member is None:
        return None
    is_list = text[member.start] == "["
    starts = _elements(text, member.start) if is_list else [member.start]
    if any(text[start] != '"' for start in starts):
        return None
    strings = tuple((start, _end(text, start)) for start in starts)
    separator = ", "
    if len(members) > 1:
        # From the value's end to the name's quote; the name itself may be written with escapes.
        start = members[0].end
        comma = _skip(text, start) + 1
        separator = text[start : _skip(text, comma)]
    return Source(member.start, member.end, strings, is_list, separator)


def _named(members: Iterable[_Member]) -> dict[str, _Member]:
    return {member.name: member for member in members}


def _members(text: str, at: int) -> list[_Member]:
    """The members of the object that begins there."""
    members: list[_Member] = []
    at = _opened(text, at, "{", "}")
    while at:
        if text[at] != '"':
            raise ValueError
        name, end = DECODER.raw_decode(text, at)
        start = _skip(text, _behind(text, _skip(text, end), ":"))
        members.append(_Member(name, start, _end(text, start)))
        at = _next(text, members[-1].end, "}")
    return members


def _elements(text: str, at: int) -> list[int]:
    """Where the elements of the list that begins there begin."""
    elements: list[int] = []
    at = _opened(text, at, "[", "]")
    while at:
        elements.append(at)
        at = _next(text, _end(text, at), "]")
    return elements


def _opened(text: str, at: int, bracket: str, closing: str) -> int:
    """Where the first thing within brackets begins; 0 where there is none."""
    at = _skip(text, _behind(text, at, bracket))
    return 0 if text[at] == closing else at


def _next(text: str, at: int, closing: str) -> int:
    """Where the next thing within brackets begins, behind the end of one; 0 where there is none."""
    at = _skip(text, at)
    return 0 if text[at] == closing else _skip(text, _behind(text, at, ","))


def _behind(text: str, at: int, character: str) -> int:
    if text[at] != character:
        raise ValueError
    return at + 1


def _skip(text: str, at: int) -> int:
    found = SPACE.match(text, at)
    return found.end() if found else at


def _end(text: str, at: int) -> int:
    """Where the value that begins there ends."""
    return int(DECODER.raw_decode(text, at)[1])
