"""Which files may do with a response what only a dict allows: told by their text, before anything is followed.

A response of 0.x is followed wherever it is made: each place that has it is to be changed. One of today's SDK is as it
should be, but where somebody takes it for a dict; without such a place it need not be followed.
"""

from __future__ import annotations

import re
from functools import cache

from .responses import FIELDS


@cache
def _pattern() -> re.Pattern[str]:
    names = sorted({name for fields in FIELDS.values() for name in fields})
    keys = f"[\"'](?:{'|'.join(map(re.escape, names))})[\"']"
    return re.compile(rf"\[{keys}\]|\.get\({keys}|\bdumps?\(|\.(?:auto_paging_iter|to_dict_recursive)\(")


@cache
def _pattern_of_bytes() -> re.Pattern[bytes]:
    return re.compile(_pattern().pattern.encode())


def may_read_as_dict(text: str | bytes) -> bool:
    """True if a file reads by a key what a response has as a field, or writes something as JSON."""
    found = _pattern().search(text) if isinstance(text, str) else _pattern_of_bytes().search(text)
    return found is not None
