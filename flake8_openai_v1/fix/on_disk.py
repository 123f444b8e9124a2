"""What is left, numbered as the files are on disk: before the edits are made, for who sees a diff, and behind them."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping, Sequence

from ..project.discovery import is_notebook
from ..syntax.differences import Hunk, hunks
from ..syntax.source import SourceError, decode
from .causes import Cause
from .remaining import with_lines
from .results import Fixed, Left

NAMED = re.compile(r"(?P<path>[^\s(]+), line (?P<line>\d+)")
"""How a reason names a line of another file: as that was before any edit."""


def on_disk(results: Iterable[Fixed]) -> dict[str, list[Left]]:
    """Give what is left of each file, by path; a cause is numbered as its own file is, like the findings in that."""
    known = list(results)
    lines = {one.path: _line_before(one) for one in known if one.after != one.before and not is_notebook(one.path)}
    return {one.path: [_moved(row, one.path, lines) for row in one.left] for one in known}


def as_written(results: Iterable[Fixed]) -> dict[str, list[Left]]:
    """Give what is left of each file, by path, where the files are written: lines of other files are those of now."""
    known = list(results)
    lines = {one.path: _line_after(one) for one in known if one.after != one.before and not is_notebook(one.path)}

    def named(found: re.Match[str]) -> str:
        line_after = lines.get(found["path"])
        return found[0] if line_after is None else f"{found['path']}, line {line_after(int(found['line']))}"

    return {
        one.path: [
            row._replace(cause=row.cause._replace(reason=NAMED.sub(named, row.cause.reason))) for row in one.left
        ]
        for one in known
    }


def _moved(row: Left, path: str, lines: Mapping[str, Callable[[int], int]]) -> Left:
    found, was = row.finding, row.was
    if was is not None:
        found = found._replace(line=was.line, column=was.column, end_line=was.end_line, end_column=was.end_column)
    elif path in lines:
        found = found._replace(line=lines[path](found.line), end_line=lines[path](found.end_line))
    return row._replace(finding=found, cause=_told(row.cause, lines.get(row.cause.path or path)))


def _told(cause: Cause, line_before: Callable[[int], int] | None) -> Cause:
    if line_before is None:
        return cause
    line = line_before(cause.line) if cause.line else 0
    return cause._replace(line=line, reason=with_lines(cause.reason, line_before))


def _line_before(result: Fixed) -> Callable[[int], int]:
    """Where a line (from 1) of the new text is in the old one; of a new line: where it was put."""
    return _line_in_other(_changed(result))


def _line_after(result: Fixed) -> Callable[[int], int]:
    """Where a line (from 1) of the old text is in the new one; of a line that was taken out: where it was."""
    return _line_in_other([Hunk(one.new, one.new_end, one.old, one.old_end) for one in _changed(result)])


def _changed(result: Fixed) -> list[Hunk]:
    try:
        return hunks(decode(result.before), decode(result.after))
    except SourceError:
        return []


def _line_in_other(changed: Sequence[Hunk]) -> Callable[[int], int]:
    """Where a line of the second of two texts is in the first."""

    def line_before(line: int) -> int:
        shift = 0
        for hunk in changed:
            if line <= hunk.new:
                break
            if line <= hunk.new_end:
                return max(1, min(line - hunk.new + hunk.old, hunk.old_end))
            shift = hunk.new_end - hunk.old_end
        return line - shift

    return line_before
