"""What a rule reports: plain values that pickle and sort, with no logic of their own."""

from __future__ import annotations

from enum import Enum
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


class Severity(Enum):
    """How bad it is that a finding stays. A property of its rule."""

    ERROR = "error"
    """It raises, goes to another address, or does something else than was meant."""
    WARNING = "warning"
    """The service refuses it, or retires it."""
    HINT = "hint"
    """An opinion, or something for a person to look at."""


class Applicability(Enum):
    """How far a fix can be trusted."""

    SAFE = "safe"
    """The program behaves as before: provably, from the files that were looked at."""
    UNSAFE = "unsafe"
    """Likely right; a person should look."""


class Edit(NamedTuple):
    """One replacement in a file's text. Offsets count characters (code points) from 0, `end` behind the last."""

    start: int
    end: int
    text: str
    """What takes the place of what stands there."""
    expected: str
    """What must stand there: whoever applies the edit checks it, and gives up where it does not."""


class TextEdit(NamedTuple):
    """One replacement in a file. Lines count from 1, columns count characters from 0, as those of findings do."""

    path: str
    cell: int | None
    """In a notebook the code cell, from 1, whose lines are counted; None elsewhere."""
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    """What takes the place of what stands there. Its lines end as those of the file do."""


class Scope(Enum):
    """What a fix is about."""

    CALL = "call"
    """Calls whose responses meet, with their arguments and all that is done with these responses."""
    REST = "rest"
    """What a file has besides: settings, imports, handlers, mocks."""
    FILE = "file"
    """A whole file, and what belongs to it in others."""


class Fix(NamedTuple):
    """What can be done about findings, as a whole."""

    id: str
    """Another one for each fix of a run."""
    title: str
    """For a person: ``Migrate this call and its 3 reads``."""
    scope: Scope
    applicability: Applicability
    edits: tuple[TextEdit, ...]
    """In order. They do not touch each other, nor those of another fix of the same applicability."""
    needs: tuple[str, ...] = ()
    """The ids of fixes that must be made with it: settings, imports and handlers, in any file."""
