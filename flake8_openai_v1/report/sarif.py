"""SARIF 2.1.0, for code scanning. What could not be processed is a notification of the run, which then failed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any
from urllib.parse import quote

from .. import NAME, SITE, __version__
from ..lint.excerpts import Excerpts, unique_fingerprints
from ..syntax import shown
from ..syntax.diagnostics import Applicability, Diagnostic, Fix, Severity
from ..syntax.differences import with_needs
from . import About, Failure, Found, Run, left, rules
from .paths import from_root

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.HINT: "note"}
MOST_EDITS = 200
"""Of a fix that is shown; a larger one is for the command."""
FINGERPRINT = "flake8OpenaiV1/1"
"""What the fingerprints are called; another number where they are made in another way."""


def render(run: Run) -> Iterator[str]:
    """Yield the log in pieces, a result a line."""
    files = list(run.files)
    known = rules() if files else {}
    codes = {finding.code for file in files for finding in file.findings}
    broken = [about for about in known.values() if about.code in codes]
    results = [
        result for file in files for result in _results(file, known, [about.code for about in broken], run.fixes)
    ]
    driver = {
        "name": NAME,
        "version": __version__,
        "informationUri": SITE,
        "rules": [_rule(about) for about in broken],
    }
    invocation = {
        "executionSuccessful": not run.failures,
        "toolExecutionNotifications": [_notification(failure) for failure in run.failures],
    }
    head = {"tool": {"driver": driver}, "columnKind": "unicodeCodePoints", "invocations": [invocation]}
    inner = ",\n  ".join(f"{shown.as_json(key)}: {shown.as_json(value)}" for key, value in head.items())
    listed = ",".join(f"\n   {shown.as_json(result)}" for result in results)
    yield f'{{\n "$schema": "{SCHEMA}",\n "version": "2.1.0",\n "runs": [{{\n  {inner},\n'
    yield f'  "results": [{listed}\n  ]\n }}]\n}}\n'


def _rule(about: About) -> dict[str, Any]:
    return {
        "id": about.code,
        "name": about.name,
        "shortDescription": {"text": about.summary},
        "help": {"text": about.page, "markdown": about.page},
        "helpUri": about.url,
        "defaultConfiguration": {"level": LEVELS[about.severity]},
    }


def _results(
    file: Found, known: Mapping[str, About], order: list[str], fixes: Mapping[str, Fix]
) -> Iterator[dict[str, Any]]:
    path = from_root(file.path)
    excerpts = Excerpts(file.path, file.data)
    names = unique_fingerprints(path, file.data, file.findings)
    for (found, cause, fix), fingerprint in zip(file.rows(), names, strict=True):
        where = "" if found.cell is None else f"cell_{found.cell}:{found.line}: "
        result: dict[str, Any] = {
            "ruleId": found.code,
            "level": LEVELS[known.get(found.code, About(found.code)).severity],
            "message": {"text": f"{where}{found.message}{left(cause)}"},
            "locations": [_location(path, _region(found, excerpts))],
            "partialFingerprints": {FINGERPRINT: fingerprint},
        }
        if fix is not None:
            result.update(_fixes(fix, fixes))
        if found.code in order:
            result["ruleIndex"] = order.index(found.code)
        yield result


def _fixes(fix: Fix, fixes: Mapping[str, Fix]) -> dict[str, Any]:
    """A fix with all that it needs; nothing where that is long, or in cells, whose lines in the file do not show."""
    edits = with_needs(fix, fixes)
    if any(shown.holds_key(edit.text) for edit in edits):
        return {}
    if len(edits) > MOST_EDITS or any(edit.cell is not None for edit in edits):
        return {}
    files: dict[str, list[dict[str, Any]]] = {}
    for edit in edits:
        region = {"startLine": edit.line, "startColumn": edit.column + 1}
        region |= {"endLine": edit.end_line, "endColumn": edit.end_column + 1}
        row = {"deletedRegion": region, "insertedContent": {"text": edit.text}}
        files.setdefault(edit.path, []).append(row)
    changes = [
        {"artifactLocation": _artifact(from_root(path)), "replacements": rows} for path, rows in sorted(files.items())
    ]
    unsafe = "" if fix.applicability is Applicability.SAFE else " (unsafe: look at what changes)"
    return {"fixes": [{"description": {"text": fix.title + unsafe}, "artifactChanges": changes}]}


def _region(found: Diagnostic, excerpts: Excerpts) -> dict[str, int]:
    """In a notebook only the line can be told."""
    if found.cell is not None:
        return {"startLine": excerpts.line_in_file(found)}
    return {
        "startLine": found.line,
        "startColumn": found.column + 1,
        "endLine": found.end_line,
        "endColumn": found.end_column + 1,
    }


def _location(path: str, region: dict[str, int] | None = None) -> dict[str, Any]:
    physical: dict[str, Any] = {"artifactLocation": _artifact(path)}
    if region is not None:
        physical["region"] = region
    return {"physicalLocation": physical}


def _artifact(path: str) -> dict[str, str]:
    return {"uri": quote(path.encode("utf-8", "surrogateescape")), "uriBaseId": "%SRCROOT%"}


def _notification(failure: Failure) -> dict[str, Any]:
    return {
        "level": "error",
        "message": {"text": f"not processed: {failure.where}: {failure.reason}"},
        "locations": [_location(from_root(failure.path))],
    }
