"""One JSON object. New keys may come; those that are here stay, see docs/stability.md.

``version``   of this format: 1
``tool``      the name and the version of this package
``summary``   ``files`` that were looked at, ``findings`` in all and as ``errors``, ``warnings`` and ``hints``,
              ``failures``; after `check`, where fixes are planned, how many are fixed by ``safe`` ones, by
              ``unsafe`` ones, or by none (``by_hand``); after `fix` how many were ``fixed``; with a baseline how
              many are ``known`` and not shown, and how many were ``paid_off``; with a base how many are
              ``elsewhere`` than on changed lines
``files``     those that have findings: ``path`` and the number of ``findings``
``failures``  what could not be processed: ``path``, ``cell``, ``reason``
``findings``  one object a line, by file and place
``fixes``     what `fix` does, in parts: ``id``, ``title``, ``scope`` (``call``, ``rest`` of a file, whole ``file``),
              ``applicability`` (``safe``, ``unsafe``), ``needs`` (the ids of fixes that must be made with it) and
              ``edits``: ``path``, ``cell``, ``line``, ``column``, ``end_line``, ``end_column``, counted as those of
              findings are, and the ``text`` that is to stand there. All safe ones together are what `fix` writes.
              ``edits`` is null where a text has a key in it, which no output shows: `fix` makes them
``causes``    why findings are left: ``code``, ``reason``, ``next`` (what a person does about it) and ``url`` (where
              that is explained), in how many ``findings`` and ``files``, and the ``places`` where it is
              (``a.py:7``), which hold back others
``pins``      after `fix`, what asks for the old SDK outside of the code: ``path``, ``line``, ``requirement``
              (``openai==0.28.1``), ``raised`` (what stands there now, or null) and ``reason`` (why it stays, or null)

A finding has:

``path``         the file, as it was found from the path that was given
``cell``         in a notebook the code cell that it is in, from 1, else null
``line``         first line, from 1; in a notebook that of the cell
``column``       first character in it, from 1
``end_line``     last line, from 1
``end_column``   the character behind the last one, from 1
``code``         ``OAI102``
``name``         ``removed-call``
``severity``     ``error``, ``warning`` or ``hint``
``message``      one line, without the code
``replacement``  what to write instead, or null
``url``          the page that documents the code
``fix``          what takes it away, where `check` has it: ``id``, ``applicability`` and ``title`` of one of the fixes
``cause``        why `fix` leaves it: an object with ``code``, ``reason``, ``next`` and ``url`` as above, and the
                 ``path``, ``cell`` and ``line`` of what is in the way, which may be elsewhere
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from .. import NAME, __version__
from ..fix.causes import Cause
from ..syntax import shown
from ..syntax.diagnostics import Diagnostic, Fix, Severity
from . import About, Asked, Found, Run, rules
from .causes import causes

VERSION = 1
"""Of the format: another one where a key goes or gets another meaning."""


def render(run: Run) -> Iterator[str]:
    """Yield the object in pieces."""
    files = list(run.files)
    rows = list(finding_rows(files))
    severities = Counter(row["severity"] for row in rows)
    summary = {
        "files": run.searched,
        "findings": len(rows),
        **{f"{severity.value}s": severities[severity.value] for severity in Severity},
        "failures": len(run.failures),
        **run.numbers,
    }
    parts: dict[str, Any] = {
        "version": VERSION,
        "tool": {"name": NAME, "version": __version__},
        "summary": summary,
        "files": [{"path": file.path, "findings": len(file.findings)} for file in files],
        "failures": [
            {"path": failure.path, "cell": failure.cell, "reason": failure.reason} for failure in run.failures
        ],
        "findings": rows,
        "fixes": [_fix(fix) for fix in run.fixes.values()],
        "causes": [{**cause._asdict(), "code": cause.code.value, "url": cause.code.url} for cause in causes(files)],
        "pins": [_pin(pin) for pin in run.pins],
    }
    yield "{\n" + ",\n".join(f" {shown.as_json(key)}: {_part(value)}" for key, value in parts.items()) + "\n}\n"


def finding_rows(files: Iterable[Found]) -> Iterator[dict[str, Any]]:
    """Yield an object per finding."""
    known: dict[str, About] = {}
    for file in files:
        known = known or rules()
        for found, cause, fix in file.rows():
            yield _row(file.path, found, known.get(found.code, About(found.code)), cause, fix)


def _pin(pin: Asked) -> dict[str, Any]:
    return {
        "path": pin.path,
        "line": pin.line,
        "requirement": pin.shown,
        "raised": pin.new or None,
        "reason": pin.why or None,
    }


def _fix(fix: Fix) -> dict[str, Any]:
    return {
        "id": shown.text(fix.id),
        "title": fix.title,
        "scope": fix.scope.value,
        "applicability": fix.applicability.value,
        "needs": [shown.text(one) for one in fix.needs],
        "edits": None if any(shown.holds_key(edit.text) for edit in fix.edits) else _edits(fix),
    }


def _edits(fix: Fix) -> list[dict[str, Any]]:
    return [{**edit._asdict(), "column": edit.column + 1, "end_column": edit.end_column + 1} for edit in fix.edits]


def _part(value: Any) -> str:
    """Write a value, the members of a list on lines of their own."""
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(f"  {shown.as_json(member)}" for member in value) + "\n ]"
    return shown.as_json(value)


def _row(path: str, found: Diagnostic, about: About, cause: Cause | None, fix: Fix | None) -> dict[str, Any]:
    row: dict[str, Any] = {
        "path": path,
        "cell": found.cell,
        "line": found.line,
        "column": found.column + 1,
        "end_line": found.end_line,
        "end_column": found.end_column + 1,
        "code": found.code,
        "name": about.name,
        "severity": about.severity.value,
        "message": found.message,
        "replacement": found.replacement,
        "url": about.url,
    }
    if fix is not None:
        row["fix"] = {"id": shown.text(fix.id), "applicability": fix.applicability.value, "title": fix.title}
    if cause is not None:
        row["cause"] = {
            "code": cause.code.value,
            "reason": shown.text(cause.text),
            "path": cause.path or path,
            "cell": cause.cell if cause.is_elsewhere else found.cell,
            "line": cause.line or None if cause.is_elsewhere else found.line,
            "next": shown.text(cause.next),
            "url": cause.code.url,
        }
    return row
