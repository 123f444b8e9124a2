"""What ``fix`` promises of a tree of files, looked at from outside: the real command, and what is there after it.

Used by ``benchmarks/corpus.py`` on whole projects and by ``tests/test_fixed_projects.py``.
"""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sysconfig
import warnings
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

from flake8_openai_v1.syntax.notebook import read_notebook
from flake8_openai_v1.syntax.source import SourceError

PROGRAM = Path(sysconfig.get_path("scripts")) / "flake8-openai-v1"

FIXED = re.compile(r"^(\d+) +fixed .*(OAI\d{3})", re.MULTILINE)
"""How ``--statistics`` begins a line."""

LINE = re.compile(r"^(.+?)(?::cell_(\d+))?:(\d+):(\d+): (OAI\d{3}) (.*)$", re.MULTILINE)
"""A finding, as ``check`` prints it for flake8's readers."""

LEGACY = "OAI1"
"""The family of what openai 1.0 removed or changed."""

FOUND, FAILED = 1, 2
"""Exit statuses: something was found or is left; something could not be processed."""


class Row(NamedTuple):
    """A finding, as the command prints it in JSON."""

    path: str
    cell: int | None
    line: int
    column: int
    code: str
    text: str
    """Its message; of what is left after `fix` the reason."""

    @property
    def place(self) -> tuple[str, int, int, int, str]:
        """Everything but the text, to compare by."""
        return self.path, self.cell or 0, self.line, self.column, self.code

    def __str__(self) -> str:
        """Show it as a line of the command's own output."""
        cell = "" if self.cell is None else f"cell_{self.cell}:"
        return f"{self.path}:{cell}{self.line}:{self.column}: {self.code} {self.text}"


class Attempt(NamedTuple):
    """What came of `fix` in a folder. Files are named by their path in it."""

    before: dict[str, bytes]
    after: dict[str, bytes]
    found: list[Row]
    """What `check` found before."""
    left: list[Row]
    """What `fix` said is left, with its reasons."""
    rest: list[Row]
    """What `check` found after."""
    talk: str
    """What `fix` wrote to standard error."""
    broken: list[str]
    """Which promises were broken, a line each."""

    @property
    def changed(self) -> list[str]:
        """The files that were changed."""
        return [path for path, data in self.before.items() if self.after.get(path) != data]


def attempt(folder: Path, *options: str) -> Attempt:
    """Fix what is in a folder, with options for `fix`, and look at what is promised of it.

    Promised is that the command itself does not fail; that files which parsed do so after; that what was fixed
    is not found again and what is found is what was said to be left, no more and no less; that a second run
    changes nothing and says the same; that files without findings keep their bytes; and that no file comes or goes.
    """
    before = _files(folder)
    found, _, broken = _rows(folder, "check")
    left, talk, problems = _rows(folder, "fix", "--statistics", *options)
    broken += problems
    after = _files(folder)
    rest, problems = _lines(folder)
    broken += problems
    second, _, problems = _rows(folder, "fix", *options)
    broken += [f"second run: {problem}" for problem in problems]
    final = _files(folder)
    broken += _compared("files", before.keys(), after.keys())
    broken += unparsable(before, after)
    broken += _compared("left", [row.place for row in left], [row.place for row in rest])
    broken += _accounts(found, left, talk)
    broken += [f"{path}: changed, though nothing was found in it" for path in _touched(before, after, found)]
    broken += [f"{path}: changed by the second run" for path in sorted(after) if after[path] != final.get(path)]
    broken += _compared("left by the second run", left, second)
    return Attempt(before, after, found, left, rest, talk, broken)


def unparsable(before: dict[str, bytes], after: dict[str, bytes]) -> Iterator[str]:
    """Yield a line for each file that was changed and does not parse any more, though it did."""
    for path, data in after.items():
        if data != before.get(path) and (problem := _problem(path, data)):
            if not _problem(path, before.get(path, b"")):
                yield f"{path}: does not parse any more: {problem}"


def _problem(path: str, data: bytes) -> str:
    """Say why a file, or a cell of a notebook, does not parse, or nothing."""
    try:
        if path.endswith(".ipynb"):
            return "; ".join(f"cell {cell.number}: {cell.reason}" for cell in read_notebook(data).unread)
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(data)
    except (SyntaxError, ValueError, SourceError, RecursionError, MemoryError) as error:
        return str(error) or type(error).__name__
    return ""


def _accounts(found: list[Row], left: list[Row], talk: str) -> Iterator[str]:
    """Yield a line for each code of which less was fixed and left than had been found, or more.

    Of what 0.x is not to blame for there may be more: rules about Azure look at calls that today's SDK has.
    """
    before, after = Counter(row.code for row in found), Counter(row.code for row in left)
    fixed = Counter({code: int(number) for number, code in FIXED.findall(talk)})
    for code in sorted(before | after | fixed):
        more = fixed[code] + after[code] - before[code]
        if more < 0 or (more > 0 and code.startswith(LEGACY)):
            yield f"{code}: {before[code]} were found, {fixed[code]} were fixed, {after[code]} are left"


def _touched(before: dict[str, bytes], after: dict[str, bytes], found: list[Row]) -> Iterator[str]:
    named = {row.path for row in found}
    return (path for path in sorted(after) if path not in named and after[path] != before.get(path))


def _compared(what: str, expected: Any, got: Any) -> Iterator[str]:
    """Yield a line for each thing that is only in one of two collections."""
    expected, got = Counter(expected), Counter(got)
    for thing in sorted((expected - got) | (got - expected)):
        known = "only expected" if thing in expected - got else "not expected"
        yield f"{what}: {known}: {thing if isinstance(thing, (str, Row)) else ':'.join(map(str, thing))}"


def _files(folder: Path) -> dict[str, bytes]:
    """Read all that is in a folder."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def _run(folder: Path, *words: str) -> tuple[subprocess.CompletedProcess[str], list[str]]:
    """Run the command in a folder: what came of it, and what went wrong."""
    environment = {**os.environ, "PYTHONIOENCODING": "utf-8"}
    what = [str(PROGRAM), *words, "."]
    done = subprocess.run(what, cwd=folder, env=environment, capture_output=True, encoding="utf-8", check=False)
    problems = [f"{words[0]}: {line}" for line in done.stderr.splitlines() if "internal error" in line]
    if "Traceback" in done.stderr or done.returncode not in (0, FOUND, FAILED):
        problems.append(f"{words[0]}: status {done.returncode}: {done.stderr.strip()[-2000:]}")
    return done, problems


def _path(text: str) -> str:
    return os.path.normpath(text).replace(os.sep, "/")


def _lines(folder: Path) -> tuple[list[Row], list[str]]:
    """Check a folder as a gate does, which plans no fixes: what is found, what went wrong."""
    done, problems = _run(folder, "check", "--output-format", "text")
    found = [
        Row(_path(path), int(cell) if cell else None, int(line), int(column), code, text)
        for path, cell, line, column, code, text in LINE.findall(done.stdout)
    ]
    if len(found) != len(done.stdout.splitlines()):
        problems.append(f"check: printed what is no finding: {done.stdout[:500]!r}")
    return sorted(found), problems


def _rows(folder: Path, *words: str) -> tuple[list[Row], str, list[str]]:
    """Run the command in a folder: the findings that it prints, what it says beside, what went wrong."""
    done, problems = _run(folder, *words, "--output-format", "json")
    try:
        rows = json.loads(done.stdout)["findings"]
    except (ValueError, KeyError):
        return [], done.stderr, problems or [f"{words[0]}: printed no JSON: {done.stdout[:500]!r}"]
    found = [
        Row(
            _path(row["path"]),
            row["cell"],
            row["line"],
            row["column"],
            row["code"],
            row["cause"]["reason"] if "cause" in row else row["message"],
        )
        for row in rows
    ]
    return sorted(found), done.stderr, problems
