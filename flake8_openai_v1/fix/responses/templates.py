"""Texts with places that ``%`` and ``format`` fill."""

from __future__ import annotations

import itertools
import re
import string
from typing import NamedTuple

CONVERSION = re.compile(r"%(?:\((?P<key>[^)]*)\))?[-#0 +]*(?:\*|\d+)?(?:\.(?:\*|\d+))?(?P<kind>[a-zA-Z%])")
"""A place of a text that ``%`` fills."""


class Field(NamedTuple):
    """A place of a text that ``format`` fills."""

    name: str
    """The number or the keyword of the argument that it takes."""
    rest: str
    """What it reads of that: ``[key]``, ``.name``, or nothing."""
    is_plain: bool
    """Is that written as ``str`` does?"""


def conversions(template: str) -> list[tuple[str | int, str]]:
    """The places that ``%`` fills: the key or the number of what each takes, and how it writes that (``s``, ``d``)."""
    found = [match for match in CONVERSION.finditer(template) if match["kind"] != "%"]
    return [(at if match["key"] is None else match["key"], match["kind"]) for at, match in enumerate(found)]


def fields(template: str) -> list[Field]:
    """The places that ``format`` fills; none where the text cannot be read so."""
    found = []
    numbers = itertools.count()
    try:
        for _, whole, spec, conversion in string.Formatter().parse(template):
            if whole is not None:
                name, rest = re.fullmatch(r"([^.\[]*)(.*)", whole, re.DOTALL).groups()  # type: ignore[union-attr]
                found.append(Field(name or str(next(numbers)), rest, not spec and conversion in (None, "s")))
    except ValueError:
        return []
    return found
