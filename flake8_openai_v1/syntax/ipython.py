"""What IPython accepts and Python does not: magics, shell lines, questions. Cells of notebooks are written so.

A cell that is Python as it stands is never touched. In others a line of IPython becomes a ``pass``, or the Python that
it holds (``%time f()``). Lines keep their number; where text goes at the front of a line, its length is kept.
"""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..sdk.keys import ANCHORS
from .source import SourceError, parse

# fmt: off
STATEMENT_MAGICS = frozenset([
    "lprun", "memit", "mprun", "prun", "pyinstrument", "snakeviz", "time", "timeit",
])
"""Magics of a line that are given a statement, after options. They are magics of a cell, too."""

CELL_MAGICS = STATEMENT_MAGICS | {"capture", "debug", "heat", "ipytest", "python", "python3", "scalene"}
"""Magics of a whole cell that holds Python. All others hold another language, or text."""

LANGUAGES = frozenset(["fs", "html", "javascript", "js", "latex", "md", "r", "scala", "sh", "sql"])
"""Magics of a line that Databricks takes for the language of the whole cell."""

AUTOMAGICS = frozenset([
    "alias", "autoreload", "cat", "cd", "clear", "conda", "config", "cp", "env", "history", "less", "ll", "load",
    "load_ext", "ls", "magic", "mamba", "man", "matplotlib", "micromamba", "mkdir", "more", "mv", "pinfo", "pip",
    "pip3", "precision", "pushd", "pycat", "pylab", "reload_ext", "reset", "rm", "rmdir", "run", "set_env",
    "tensorflow_version", "time", "timeit", "unalias", "uv", "who", "whos", "xmode",
])
# fmt: on
"""Magics that people write without a %, which IPython allows."""

UNKNOWN = "get_ipython()"
"""An expression of which nothing is known."""

MAGIC = re.compile(r"%{1,2}[ \t]*(\w*)")
BARE = re.compile(r"(\w+)(?=[ \t]+(?:[^\s=.,:;(\[]|\.[./\s]))")
"""A word and something behind it that no expression could go on with."""
ENV = re.compile(r"%(?:set_)?env[ \t]+(\w+)[ \t]*[=\s][ \t]*[\"']?([^\s\"']+)")
"""A variable of the environment that is set, and its value."""
OPTION = re.compile(r"[ \t]*-(?:[nrp][ \t]*\d+|[TDlfms][ \t]*\S+|-?[\w-]+)(?=\s|$)")
"""An option of a magic that is given a statement, with its value."""
ASSIGNED = re.compile(r"([\w \t.,*\[\]'\"]+=[ \t]*)(?:!|%[ \t]*(\w+))")
TOKEN = re.compile(r"\"\"\"|'''|[\"'#]|[(\[{]|[)\]}]|\\\n|\?\s*$")
INSIDE = {quote: re.compile(rf"\\.|{quote}", re.DOTALL) for quote in ('"""', "'''", '"', "'")}
SKIPPED = re.compile(r"\s*(?:#.*)?$")
"""A line that holds nothing but a comment."""


class Python(NamedTuple):
    """A cell as Python."""

    tree: ast.Module
    lines: list[str]
    """As many as the cell has, each with its end."""
    shifts: list[int]
    """How many characters each line has lost at its front."""


def to_python(lines: Sequence[str]) -> Python | None:
    """Turn the lines of a cell, each with its end, into Python. None where the cell is in another language.

    Raises SourceError where it is neither Python nor what IPython makes Python of.
    """
    try:
        return Python(parse(lines), list(lines), [0] * len(lines))
    except SourceError as error:
        reason = error
    if not all(name in CELL_MAGICS for name in cell_magics(lines)):
        return None
    dedented, shifts = _dedent(lines)
    for automagic, statements in ((False, True), (False, False), (True, True), (True, False)):
        text, more = _translate(dedented, automagic, statements)
        try:
            return Python(parse(text), text, [one + other for one, other in zip(shifts, more, strict=True)])
        except SourceError as error:
            reason = error
    if _language(lines) in LANGUAGES:
        return None
    raise reason


def cell_magics(lines: Sequence[str]) -> Iterator[str]:
    """Yield the names of the magics that a cell begins with: one can be given another."""
    for line in lines:
        found = MAGIC.match(line.strip())
        if found is not None and found[0].startswith("%%"):
            yield found[1]
        elif not SKIPPED.match(line):
            return


def _language(lines: Sequence[str]) -> str | None:
    """The magic in the first line that is not empty."""
    first = next((line for line in lines if not SKIPPED.match(line)), "")
    found = MAGIC.match(first)
    return found[1] if found else None


def _dedent(lines: Sequence[str]) -> tuple[list[str], list[int]]:
    """Take the indentation of the first line off all lines that have it, as IPython does."""
    first = next((line for line in lines if not SKIPPED.match(line)), "")
    indent = first[: len(first) - len(first.lstrip(" \t"))]
    shifts = [len(indent) if line.startswith(indent) else 0 for line in lines]
    return [line[shift:] for line, shift in zip(lines, shifts, strict=True)], shifts


def _translate(lines: Sequence[str], automagic: bool, statements: bool) -> tuple[list[str], list[int]]:
    """Make Python of lines; `automagic`: of magics without a %, too; `statements`: keep those that magics are given."""
    text: list[str] = []
    shifts: list[int] = []
    place = Place()
    continued = False
    for number, line in enumerate(lines):
        python, shift = line, 0
        if continued:  # of a line that is not Python
            python = "\n"
            continued = line.endswith("\\\n")
        elif place.at_start:
            translated = _line(line, automagic, statements, _whole(lines, number))
            if translated is not None:
                python, shift = translated
                continued = line.endswith("\\\n") and not python.endswith("\\\n")
            elif place.after(line).asked:
                python = _pass(line)
        if not continued:
            place = place.after(python)
        text.append(python)
        shifts.append(shift)
    return text, shifts


def _whole(lines: Sequence[str], number: int) -> str:
    """A line with those that it goes on in, by a backslash."""
    whole = lines[number]
    while whole.endswith("\\\n") and number + 1 < len(lines):
        number += 1
        whole = whole.removesuffix("\\\n") + lines[number]
    return whole


def _pass(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" \t"))] + "pass\n"


def _line(line: str, automagic: bool, statements: bool, whole: str) -> tuple[str, int] | None:
    """A first line of a statement as Python, and what it has lost at its front. None where it may be Python.

    ``whole`` is the line with those that it goes on in.
    """
    body = line.lstrip(" \t")
    indent = line[: len(line) - len(body)]
    if body[:1] == "!" and "openai" in body:
        return f"{indent}{_system(whole.lstrip()[1:])}\n", 0
    if body[:1] in ("!", "?", ",", ";", "/"):
        return _pass(line), 0
    variable = ENV.match(body)
    if variable is not None and any(anchor in body for anchor in ANCHORS):
        return f"{indent}{UNKNOWN}.set_env({json.dumps(variable[1])}, {json.dumps(variable[2])})\n", 0
    found = MAGIC.match(body)
    if found is None and automagic:
        found = BARE.match(body)
        if found is not None and found[1] not in AUTOMAGICS:
            found = None
    if found is not None:
        statement = _statement(body, found.end()) if statements and found[1] in STATEMENT_MAGICS else ""
        if not statement.strip():
            return _pass(line), 0
        return indent + statement, len(body) - len(statement)
    found = ASSIGNED.match(line)
    if found is None:
        return None
    if found[2] == "time" and statements:  # gives what the expression gives
        return found[1] + " " * (found.end() - found.end(1)) + line[found.end() :], 0
    command = whole[found.end() :] if found[2] is None and "openai" in line else ""
    return f"{found[1]}{_system(command) if command else UNKNOWN}\n", 0


def _system(command: str) -> str:
    """The call that IPython makes of a command for the shell."""
    return f"{UNKNOWN}.system({json.dumps(command.strip())})"


def _statement(body: str, start: int) -> str:
    """The statement that a magic is given, behind its options."""
    while (option := OPTION.match(body, start)) is not None:
        start = option.end()
    return body[start:].lstrip(" \t")


class Place(NamedTuple):
    """Where in a statement the end of a line is."""

    depth: int = 0
    """Of brackets."""
    quote: str = ""
    """What the string that goes on will end with."""
    continued: bool = False
    """By a backslash."""
    asked: bool = False
    """Did the line end with a question mark?"""

    @property
    def at_start(self) -> bool:
        """Does the next line begin a statement?"""
        return not (self.depth or self.quote or self.continued)

    def after(self, line: str) -> Place:
        """Where the end of the next line is."""
        depth, quote, at = self.depth, self.quote, 0
        while True:
            if quote:
                token = INSIDE[quote].search(line, at)
                if token is None:
                    return Place(depth, quote if len(quote) == 3 else "")
                at = token.end()
                if token[0] == quote:
                    quote = ""
                elif token[0] == "\\\n":
                    return Place(depth, quote)
                continue
            token = TOKEN.search(line, at)
            if token is None or token[0] == "#":
                return Place(depth)
            at, text = token.end(), token[0]
            if text == "\\\n":
                return Place(depth, "", True)
            if text[0] == "?":
                return Place(depth, asked=True)
            if text[0] in "\"'":
                quote = text
            else:
                depth = depth + 1 if text in "([{" else max(depth - 1, 0)
