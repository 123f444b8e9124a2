"""Workflow commands of GitHub Actions: each finding becomes an annotation of the changed line."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from . import Found, rule_names


def render(files: Iterable[Found]) -> Iterator[str]:
    """Yield one ``::error`` command per finding."""
    names: dict[str, str] = {}
    for path, findings in files:
        names = names or rule_names()
        for found in findings:
            properties = {
                "file": os.path.normpath(path).replace(os.sep, "/"),
                "line": str(found.line),
                "col": str(found.column + 1),
                "endLine": str(found.end_line),
                "title": " ".join(filter(None, (found.code, names.get(found.code)))),
            }
            if found.end_line == found.line:  # GitHub takes an end column within one line only
                properties["endColumn"] = str(found.end_column + 1)
            listed = ",".join(f"{key}={_escape(value, ':,')}" for key, value in properties.items())
            yield f"::error {listed}::{_escape(found.code + ' ' + found.message)}\n"


def _escape(text: str, more: str = "") -> str:
    """Escape what has a meaning of its own in a command: line ends always, `more` within properties."""
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text
