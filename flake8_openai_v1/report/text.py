"""flake8's default format: ``path:line:column: CODE message``; in notebooks, as nbQA, ``path:cell_3:line:…``.

What `fix` left ends with ``[not fixed: reason]``; a reason at another place is told once, then that place is named.
What could not be processed stands on stderr. On a terminal it has flake8's colours.
"""

from __future__ import annotations

from collections.abc import Iterator

from ..fix.causes import Cause
from . import Run, left, place
from .colour import BOLD, CYAN, OFF, RED

LINE = "{path}:{line}:{column}: {code} {message}{left}\n"
COLON = f"{CYAN}:{OFF}"
COLOURED = f"{BOLD}{{path}}{OFF}{COLON}{{line}}{COLON}{{column}}{COLON} {BOLD}{RED}{{code}}{OFF} {{message}}{{left}}\n"


def render(run: Run) -> Iterator[str]:
    """Yield one line per finding; lines and columns (characters) from 1."""
    template = COLOURED if run.coloured else LINE
    told: set[Cause] = set()
    for file in run.files:
        for found, cause, _ in file.rows():
            yield template.format(
                path=place(file.path, found.cell),
                line=found.line,
                column=found.column + 1,
                code=found.code,
                message=found.message,
                left=left(cause, file.path, told),
            )
