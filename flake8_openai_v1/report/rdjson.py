"""Reviewdog's diagnostic format. Its columns count bytes of UTF-8."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from .. import NAME, SITE, shown
from ..diagnostics import Diagnostic, Severity
from ..excerpts import Excerpts
from . import About, Failure, Run, left, rules
from .paths import from_root

SEVERITIES = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.HINT: "INFO"}


def render(run: Run) -> Iterator[str]:
    """Yield the object in pieces."""
    files = list(run.files)
    known = rules() if files else {}
    rows = [_failure(failure) for failure in run.failures]
    for file in files:
        excerpts = Excerpts(file.path, file.data)
        for found, cause in file.rows():
            about = known.get(found.code, About(found.code))
            where = "" if found.cell is None else f"cell_{found.cell}:{found.line}: "
            rows.append(
                {
                    "message": f"{where}{found.message}{left(cause)}",
                    "location": {"path": from_root(file.path), "range": _range(found, excerpts)},
                    "severity": SEVERITIES[about.severity],
                    "code": {"value": found.code, "url": about.url},
                }
            )
    source = shown.as_json({"name": NAME, "url": SITE})
    listed = ",".join(f"\n  {shown.as_json(row)}" for row in rows)
    yield f'{{"source": {source},\n "diagnostics": [{listed}\n ]}}\n'


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
