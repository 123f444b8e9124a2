"""What a rule reports: plain values that pickle and sort, with no logic of their own."""

from __future__ import annotations

from typing import NamedTuple


class Diagnostic(NamedTuple):
    """One finding in one file. Sorts by position, within a cell if the file is a notebook.

    Lines are 1-based. Columns are 0-based and count characters (code points), not bytes;
    ``end_column`` is the column behind the last character.
    """

    line: int
    column: int
    end_line: int
    end_column: int
    code: str
    """``OAI`` and three digits."""
    message: str
    """One line, without the code: what is wrong, since when, what to write."""
    replacement: str | None = None
    """What to write instead, valid at the target version; None where there is no counterpart."""
    cell: int | None = None
    """In a notebook the code cell, from 1, whose lines are counted; None elsewhere."""
