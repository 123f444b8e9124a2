"""A report of GitLab's Code Quality: a JSON array with an object per finding, after what could not be processed.

GitLab compares the fingerprints of two branches to tell what is new, so they do not change where lines move.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import Any

from ..lint.excerpts import Excerpts, unique_fingerprints
from ..syntax import shown
from ..syntax.diagnostics import Severity
from . import About, Failure, Found, Run, left, rules
from .paths import from_root

SEVERITIES = {Severity.ERROR: "critical", Severity.WARNING: "major", Severity.HINT: "info"}


def render(run: Run) -> Iterator[str]:
    """Yield the array in pieces."""
    files = list(run.files)
    known = rules() if files else {}
    rows = [_failure(failure) for failure in run.failures]
    for file in files:
        rows.extend(_findings(file, known))
    yield "[" + ",".join(f"\n  {shown.as_json(row)}" for row in rows) + ("\n]\n" if rows else "]\n")


def _findings(file: Found, known: dict[str, About]) -> Iterator[dict[str, Any]]:
    path = from_root(file.path)
    excerpts = Excerpts(file.path, file.data)
    names = unique_fingerprints(path, file.data, file.findings)
    for (found, cause, _), fingerprint in zip(file.rows(), names, strict=True):
        about = known.get(found.code, About(found.code))
        line = excerpts.line_in_file(found)
        end = found.end_line if found.cell is None else line
        where = "" if found.cell is None else f"cell_{found.cell}:{found.line}: "
        yield {
            "description": f"{where}{found.code} {found.message}{left(cause)}",
            "check_name": found.code,
            "fingerprint": fingerprint,
            "severity": SEVERITIES[about.severity],
            "location": {"path": path, "lines": {"begin": line, "end": end}},
        }


def _failure(failure: Failure) -> dict[str, Any]:
    path = from_root(failure.path)
    what = f"{failure.where}: {failure.reason}"
    return {
        "description": f"not processed: {what}",
        "check_name": "not-processed",
        "fingerprint": hashlib.sha256(what.encode("utf-8", "surrogatepass")).hexdigest()[:32],
        "severity": "blocker",
        "location": {"path": path, "lines": {"begin": 1}},
    }
