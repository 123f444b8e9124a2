"""Reviewdog's diagnostic format. Its columns count bytes of UTF-8."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from .. import NAME, SITE
from ..lint.excerpts import Excerpts
from ..syntax import shown
from ..syntax.diagnostics import Applicability, Diagnostic, Fix, Severity
from ..syntax.differences import as_one, split_lines, with_needs
from ..syntax.source import decoded
from . import About, Failure, Found, Run, left, rules
from .paths import from_root

MOST_LINES = 30
"""Of what a suggestion changes."""
SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.HINT: "INFO"}


def render(run: Run) -> Iterator[str]:
    """Yield the object in pieces."""
    files = list(run.files)
    known = rules() if files else {}
    rows = [_failure(failure) for failure in run.failures]
    told: set[str] = set()
    for file in files:
        excerpts = Excerpts(file.path, file.data)
        for found, cause, fix in file.rows():
            about = known.get(found.code, About(found.code))
            where = "" if found.cell is None else f"cell_{found.cell}:{found.line}: "
            row = {
                "message": f"{where}{found.message}{left(cause)}",
                "location": {"path": from_root(file.path), "range": _range(found, excerpts)},
                "severity": SEVERITIES[about.severity],
                "code": {"value": found.code, "url": about.url},
            }
            if fix is not None and fix.id not in told:
                told.add(fix.id)
                row |= _suggestions(file, fix, run.fixes)
            rows.append(row)
    source = shown.as_json({"name": NAME, "url": SITE})
    listed = ",".join(f"\n  {shown.as_json(row)}" for row in rows)
    yield f'{{"source": {source},\n "diagnostics": [{listed}\n ]}}\n'


def _suggestions(file: Found, fix: Fix, fixes: Mapping[str, Fix]) -> dict[str, Any]:
    """A safe fix as one change of lines; nothing where it changes another file, a cell, or more than a person reads."""
    edits = with_needs(fix, fixes)
    if fix.applicability is not Applicability.SAFE or any(edit.path != file.path or edit.cell for edit in edits):
        return {}
    _, text = decoded(file.data)
    one = as_one(text, edits)
    if one.end_line - one.line >= MOST_LINES or shown.holds_key(one.text):
        return {}
    lines = [line.rstrip("\r\n") for line in split_lines(text)] + [""]
    where = {
        "start": {"line": one.line, "column": _bytes(lines[one.line - 1], one.column) + 1},
        "end": {"line": one.end_line, "column": _bytes(lines[one.end_line - 1], one.end_column) + 1},
    }
    return {"suggestions": [{"range": where, "text": one.text}]}


def _range(found: Diagnostic, excerpts: Excerpts) -> dict[str, Any]:
    """In a notebook only the line can be told."""
    if found.cell is not None:
        return {"start": {"line": excerpts.line_in_file(found)}}
    lines = excerpts.lines(found) or [""]
    return {
        "start": {"line": found.line, "column": _bytes(lines[0], found.column) + 1},
        "end": {"line": found.end_line, "column": _bytes(lines[-1], found.end_column) + 1},
    }


def _bytes(line: str, characters: int) -> int:
    """How many bytes the first characters of a line take. What is behind its end counts as one each."""
    return len(line[:characters].encode("utf-8", "surrogatepass")) + max(0, characters - len(line))


def _failure(failure: Failure) -> dict[str, Any]:
    return {
        "message": f"not processed: {failure.where}: {failure.reason}",
        "location": {"path": from_root(failure.path)},
        "severity": "ERROR",
    }
