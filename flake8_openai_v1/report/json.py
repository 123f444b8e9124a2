"""A JSON array with an object per finding, one object a line.

===============  =======================================================================
``path``         the file, as it was found from the path that was given
``cell``         in a notebook the code cell that it is in, from 1, else null
``line``         first line, from 1; in a notebook that of the cell
``column``       first character in it, from 1
``end_line``     last line, from 1
``end_column``   the character behind the last one, from 1
``code``         ``OAI102``
``name``         ``removed-call``
``message``      one line, without the code
``replacement``  what to write instead, or null
``page``         the page that documents the code, as a path in the project
``reason``       why `fix` left it, one line; `check` has no such key
===============  =======================================================================
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator

from .. import rule_page
from . import Found, rule_names


def render(files: Iterable[Found]) -> Iterator[str]:
    """Yield the array in pieces."""
    names: dict[str, str] = {}
    opening = "["
    for file in files:
        names = names or rule_names()
        for found, reason in file.rows():
            row = {
                "path": file.path,
                "cell": found.cell,
                "line": found.line,
                "column": found.column + 1,
                "end_line": found.end_line,
                "end_column": found.end_column + 1,
                "code": found.code,
                "name": names.get(found.code),
                "message": found.message,
                "replacement": found.replacement,
                "page": rule_page(found.code),
            }
            if reason is not None:
                row["reason"] = reason
            yield f"{opening}\n  {json.dumps(row)}"
            opening = ","
    yield "[]\n" if opening == "[" else "\n]\n"
