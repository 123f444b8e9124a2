"""Workflow commands of GitHub Actions: each finding becomes an annotation of its line.

GitHub shows the first ten errors, warnings and notices of a step. So what was not processed comes first, then one
finding of each cause, then the second of each, and so on. A cause is the reason that `fix` gives, else the code.

GitHub counts the lines of a notebook's JSON, not those of a cell: there that line is annotated, and the message names
the cell.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from ..fix.causes import Cause
from ..lint.excerpts import Excerpts
from ..syntax import shown
from ..syntax.diagnostics import Diagnostic, Severity
from . import About, Run, left, rules
from .paths import from_root

COMMANDS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "notice"}


def render(run: Run) -> Iterator[str]:
    """Yield one command per failure and finding."""
    files = list(run.files)
    known = rules() if files else {}
    for failure in run.failures:
        cell = "" if failure.cell is None else f"cell_{failure.cell}: "
        properties = {"file": from_root(failure.path), "title": "not processed"}
        yield _command("error", properties, f"{cell}{failure.reason}")
    seen: Counter[str] = Counter()
    commands: list[tuple[int, str]] = []
    for file in files:
        excerpts = Excerpts(file.path, file.data)
        for found, cause, _ in file.rows():
            kind = cause.text if cause is not None else found.code
            about = known.get(found.code, About(found.code))
            commands.append((seen[kind], _annotation(from_root(file.path), found, about, cause, excerpts)))
            seen[kind] += 1
    for _, command in sorted(commands, key=_rank):
        yield command


def _rank(command: tuple[int, str]) -> int:
    return command[0]


def _annotation(path: str, found: Diagnostic, about: About, cause: Cause | None, excerpts: Excerpts) -> str:
    message = f"{found.code} {found.message}{left(cause)}"
    properties = {"file": path, "line": str(excerpts.line_in_file(found))}
    if found.cell is None:
        properties["col"] = str(found.column + 1)
        properties["endLine"] = str(found.end_line)
    else:
        message = f"cell_{found.cell}:{found.line}:{found.column + 1}: {message}"
    properties["title"] = about.title
    if found.cell is None and found.end_line == found.line:  # GitHub takes an end column within one line only
        properties["endColumn"] = str(found.end_column + 1)
    return _command(COMMANDS[about.severity], properties, message)


def _command(name: str, properties: dict[str, str], message: str) -> str:
    listed = ",".join(f"{key}={_escape(shown.name(value), ':,')}" for key, value in properties.items())
    return f"::{name} {listed}::{_escape(message)}\n"


def _escape(text: str, more: str = "") -> str:
    """Escape what has a meaning of its own in a command: line ends always, `more` within properties."""
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text
