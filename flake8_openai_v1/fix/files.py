"""The files of a run as the fixer sees them. Each text is read and analysed once, whoever asks."""

from __future__ import annotations

import ast
import codecs
import io
import tokenize
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from typing import NamedTuple

from ..lint.linter import Examined, examined, findings
from ..project.config import Config
from ..project.discovery import is_notebook
from ..rules import RULES
from ..semantics.looks import Looks
from ..syntax.diagnostics import Diagnostic, Edit
from ..syntax.notebook import Notebook, read_notebook
from ..syntax.notebook_edits import edited
from ..syntax.source import decoded, parse, silencer, skips_file
from .causes import Cause, Code
from .clients.configuration import named_in
from .plan import Reason
from .results import Span
from .text.edits import applied
from .text.text import Text

CLIENTS = ("auto", "instance", "module")
"""How configuration is carried: by a client object, by the module's own client, or as the program allows."""


class Options(NamedTuple):
    """What a user can decide about fixes."""

    client: str = "auto"
    """One of `CLIENTS`."""
    unsafe: bool = False
    """Also apply fixes that a person should look at."""
    trusting: bool = False
    """Is what may be a response somewhere, without being seen to come there, no more than a note?"""


class Source(NamedTuple):
    """A file of the run: its name, which may be shown, and its bytes."""

    path: str
    data: bytes
    outside: bool = False
    """Is it there to be seen only, and not to be changed?"""
    unreadable: bool = False
    """Is it known that there is such a file, and no more?"""
    kept: str | None = None
    """Why nothing may be changed in it, though it could; one line."""


PROMISED = (
    *("OAI10", "OAI110", "OAI111", "OAI112", "OAI113", "OAI114", "OAI115", "OAI306"),
    *("OAI401", "OAI402", "OAI403", "OAI404"),
)
"""Beginnings of the codes whose findings break a program: a fix leaves none of them, or does nothing."""
BY_ITSELF = ("OAI3", "OAI5", "OAI6", "OAI9")
"""Beginnings of the codes of what is about a text or an argument: only a change of that is a fix.

What an exception or a type is follows from its import, and what a call needs from the settings.
"""
LEGACY = tuple(rule.code for rule in RULES if rule.code.startswith("OAI1") and rule.code.startswith(PROMISED))
"""Those of openai 0.x. A fix of one of them needs the fixes of all others that are found in the file."""


class File(NamedTuple):
    """A file of the run that has to do with the SDK."""

    source: Source
    encoding: str
    text: Text
    """Of a notebook, that of its virtual module."""
    findings: list[Diagnostic]
    """What is selected and not silenced; in a notebook, at its place in the virtual module."""
    wants: Callable[[str, ast.AST], bool]
    looks: Looks
    """Its analysis, without what other files give it."""
    notebook: Notebook | None = None
    kept: Reason | None = None
    """Why nothing may change in the file, though it breaks: a comment, or the settings for this file, say so."""
    lines: Sequence[int] = ()
    """Where helpers of 0.x were put into it: for each of its lines that of the file as it was given."""
    given: str | None = None
    """Its text before that."""
    notes: tuple[str, ...] = ()
    """What a person should know of that."""
    legacy: bool = True
    """Is a code of openai 0.x selected?"""
    unread: Reason | None = None
    """What in it does not parse and may be about calls elsewhere: the whole file, or a cell."""
    parses: bool = True

    def place(self, line: int) -> tuple[int | None, int]:
        """The cell of a line, if the file is a notebook, and the line as a person would look for it."""
        if self.notebook is None:
            return None, line
        cell, inner, _ = self.notebook.place(line, 0)
        return cell.number, inner

    def where(self, line: int) -> str:
        """Name a line as a person would look for it."""
        cell, inner = self.place(line)
        return f"line {inner}" if cell is None else f"cell_{cell}, line {inner}"

    def span(self, node: ast.AST) -> Span:
        """Where a node is in the file."""
        start, end = self.text.span(node)
        line, end_line = self.text.line_of(start), self.text.line_of(end)
        column, end_column = start - self.text.offset(line, 0), end - self.text.offset(end_line, 0)
        if self.notebook is None:
            return Span(None, line, column, end_line, end_column)
        cell, line, column = self.notebook.place(line, column)
        return Span(cell.number, line, column, *self.notebook.place(end_line, end_column)[1:])

    def cause_of_others(self, reason: Reason) -> Cause:
        """A reason as the cause of findings elsewhere in the file."""
        if reason.elsewhere is not None or not reason.line:
            return reason.cause
        cell, line = self.place(reason.line)
        return reason.cause._replace(cell=cell, line=line, is_elsewhere=True)

    def alone(self, config: Config) -> Examined | None:
        """What the file does with the SDK, as far as it shows that alone; None where its `openai` is not the SDK."""
        return examined(self.looks.alone(), self.text.lines, self.source.path, config)

    def shown(self, finding: Diagnostic) -> Diagnostic:
        """A finding at its place in the file."""
        return finding if self.notebook is None else self.notebook.in_cell(finding)


def is_by_itself(found: Diagnostic) -> bool:
    """True if only a change of what was found explains that it is found no more."""
    return found.code.startswith(BY_ITSELF) and not found.code.startswith(PROMISED)


class Reader:
    """Reads the files of a run, and what edits make of them: each text once."""

    def __init__(self, config: Config) -> None:
        """Nothing read yet."""
        self.config = config
        self._known: dict[tuple[str, bytes], File | None] = {}

    def read(self, source: Source) -> File | None:
        """Read a file; None if nothing in it is to be looked at. Raises SourceError."""
        key = source.path, source.data
        if key not in self._known:
            self._known[key] = self._read(source)
        known = self._known[key]
        return known and known._replace(source=source)

    def forget(self) -> None:
        """Drop what is known."""
        self._known.clear()

    def _read(self, source: Source) -> File | None:
        if is_notebook(source.path):
            notebook = read_notebook(source.data)
            if not notebook.lines:
                return None
            text, lines = Text("".join(notebook.lines), notebook.tree), notebook.lines
            skips = skips_file(notebook.text)
            file = _file(source, "utf-8", text, lines, self.config, skips)
            unread = _unread_cell(notebook)
            return file._replace(notebook=notebook, unread=unread, kept=file.kept or unread)
        encoding, written = decoded(source.data)
        lines = io.StringIO(written, newline=None).readlines()
        return _file(source, encoding, Text(written, parse(lines)), lines, self.config, skips_file(lines))


def unread(source: Source, error: str) -> File | None:
    """A file that does not parse, in which something stands that calls elsewhere depend on; else None."""
    lines = source.data.decode("utf-8", "replace").splitlines()
    found = named_in(lines)
    if found is None:
        return None
    why = f"{found.text} stands there, and the file cannot be read: {error}"
    return without_text(source, Reason(found.line, why, Code.OTHER_FILE))


def without_text(source: Source, reason: Reason) -> File:
    """A file of which no more is known than why."""
    empty = Text("", ast.Module([], []))
    looks = Looks(source.path, empty.tree, [])
    return File(source, "utf-8", empty, [], lambda code, node: False, looks, unread=reason, parses=False)


def _unread_cell(notebook: Notebook) -> Reason | None:
    """A cell that does not parse, in which something stands that calls depend on."""
    for number, _ in notebook.unread:
        for cell in notebook.cells:
            found = named_in("".join(cell.source).splitlines()) if cell.number == number else None
            if found is not None:
                why = f"{found.text} stands in a cell that cannot be parsed"
                return Reason(cell.first + found.line - 1, why, Code.OTHER_FILE)
    return None


def _file(source: Source, encoding: str, text: Text, lines: list[str], config: Config, skips: bool) -> File:
    path = source.path
    looks = Looks(path, text.tree, lines)
    every = findings(examined(looks.followed(), lines, path, config), lines)
    silences = silencer(lines, path) if not config.disable_noqa else _never
    skips = skips and not config.disable_noqa
    shown = [
        found
        for found in every
        if config.shows(found.code, path) and not silences(found.line, found.code) and not skips
    ]
    kept = next((reason for found in every if (reason := _reason_to_keep(found, config, path, skips, silences))), None)

    def wants(code: str, node: ast.AST) -> bool:
        return config.shows(code, path) and not skips and not silences(getattr(node, "lineno", 1), code)

    legacy = any(config.shows(code, path) for code in LEGACY)
    return File(source, encoding, text, shown, wants, looks, None, kept, legacy=legacy)


def _reason_to_keep(
    found: Diagnostic, config: Config, path: str, skips: bool, silences: Callable[[int, str], bool]
) -> Reason | None:
    """Why a finding that breaks the file is not to be touched, and the rest of the file with it."""
    if not found.code.startswith(PROMISED):
        return None
    if not config.shows(found.code):
        # The two SDKs have nothing to do with each other, and what is found of azure-ai-inference looks for itself.
        needed = found.code in LEGACY and any(config.shows(code, path) for code in LEGACY)
        why = f"{found.code} is not selected, and the rest needs it"
        return Reason(found.line, why, Code.NOT_SELECTED) if needed else None
    if skips:
        return Reason(0, "a comment takes the whole file out (# flake8: noqa)", Code.NOT_SELECTED)
    if silences(found.line, found.code):
        return Reason(found.line, f"{found.code} is silenced here, and the rest goes with it", Code.NOT_SELECTED)
    if not config.shows(found.code, path):
        return Reason(found.line, f"{found.code} is ignored in this file", Code.NOT_SELECTED)
    return None


def _never(line: int, code: str) -> bool:
    return False


def counted(text: Text) -> Counter[str]:
    """The comments of a file, each as often as it stands there."""
    return Counter(comment for _, comment in comments(text))


def comments(text: Text) -> Iterator[tuple[int, str]]:
    """The comments of a file, with their lines."""
    lines = iter(text.lines)
    with suppress(tokenize.TokenError, SyntaxError):
        for token in tokenize.generate_tokens(lambda: next(lines, "")):
            if token.type == tokenize.COMMENT:
                yield token.start[0], token.string.rstrip()


def bytes_after(file: File, edits: Sequence[Edit]) -> bytes:
    """The bytes of a file after edits of its text. Raises Conflict or EditError where they cannot be made."""
    if not edits:
        return file.source.data
    if file.notebook is not None:
        return edited(file.source.data, file.notebook, edits)
    return applied(file.text.text, edits).encode(file.encoding)


def is_written_back(file: File) -> bool:
    """True if the text of a file, encoded line by line, is the bytes that it came from."""
    if file.notebook is not None:
        return True  # its bytes are edited, not its text
    encoding, bom = (file.encoding, b"") if file.encoding != "utf-8-sig" else ("utf-8", codecs.BOM_UTF8)
    try:
        return bom + b"".join(line.encode(encoding) for line in file.text.raw_lines) == file.source.data
    except UnicodeError:
        return False
