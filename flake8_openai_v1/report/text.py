"""flake8's default format: ``path:line:column: CODE message``; in notebooks, as nbQA, ``path:cell_3:line:…``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from . import Found, place

LINE = "{path}:{line}:{column}: {code} {message}\n"


def render(files: Iterable[Found], template: str = LINE) -> Iterator[str]:
    """Yield one line per finding; lines and columns (characters) from 1."""
    for path, findings in files:
        for found in findings:
            where = place(path, found.cell)
            yield template.format(
                path=where, line=found.line, column=found.column + 1, code=found.code, message=found.message
            )
