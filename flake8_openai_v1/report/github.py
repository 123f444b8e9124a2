"""Workflow commands of GitHub Actions: each finding becomes an annotation of the changed line.

GitHub counts the lines of a notebook's JSON, not those of a cell: there the whole file is annotated, and the message
says where.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator

from . import Found, left, rule_names


def render(files: Iterable[Found]) -> Iterator[str]:
    """Yield one ``::error`` command per finding."""
    names: dict[str, str] = {}
    for file in files:
        names = names or rule_names()
        for found, reason in file.rows():
            message = f"{found.code} {found.message}{left(reason)}"
            properties = {"file": os.path.normpath(file.path).replace(os.sep, "/")}
            if found.cell is None:
                properties["line"] = str(found.line)
                properties["col"] = str(found.column + 1)
                properties["endLine"] = str(found.end_line)
            else:
                message = f"cell_{found.cell}:{found.line}:{found.column + 1}: {message}"
            properties["title"] = " ".join(filter(None, (found.code, names.get(found.code))))
            if found.cell is None and found.end_line == found.line:  # GitHub takes an end column within one line only
                properties["endColumn"] = str(found.end_column + 1)
            listed = ",".join(f"{key}={_escape(value, ':,')}" for key, value in properties.items())
            yield f"::error {listed}::{_escape(message)}\n"


def _escape(text: str, more: str = "") -> str:
    """Escape what has a meaning of its own in a command: line ends always, `more` within properties."""
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text
