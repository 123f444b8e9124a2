"""Why findings are left: many findings, few causes. What another place holds back has the cause of that place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .. import SITE
from ..fix.causes import Cause, Code
from ..syntax import shown
from ..syntax.diagnostics import Diagnostic
from . import Found, place

CALLS = re.compile(r"^\S+ calls (?=the )")
"""How a message begins about a service that ends: all its calls have one cause."""
SHOWN = 12
"""Causes that are told one by one."""
FEW = 2
"""Findings that need no summary."""


class Counted(NamedTuple):
    """One reason why findings are left, and how many."""

    code: Code
    reason: str
    next: str
    """What a person does about it."""
    findings: int
    files: int
    places: list[str]
    """Where it is, as findings there are named: `bot.py:16`. In the order in which they were met."""


def own(cause: Cause, found: Diagnostic) -> str:
    """Say what holds a finding back, without the place; what the fixer never fixes is its own cause."""
    if cause.code is Code.NO_FIX:
        return f"{CALLS.sub('', shown.text(found.message), count=1)} ({found.code}, a person must decide)"
    return shown.text(cause.own)


def where(cause: Cause, path: str, found: Diagnostic) -> str:
    """Name the place of a cause, as a finding there would be named: that of the finding, unless it is elsewhere."""
    if not cause.is_elsewhere:
        return f"{place(path, found.cell)}:{found.line}"
    name = place(cause.path or path, cause.cell)
    return f"{name}:{cause.line}" if cause.line else name


def causes(files: Iterable[Found]) -> list[Counted]:
    """List the causes that hold findings back, the one that holds most first."""
    first: dict[tuple[Code, str], Cause] = {}
    paths: dict[tuple[Code, str], list[str]] = {}
    places: dict[tuple[Code, str], dict[str, None]] = {}
    for file in files:
        for found, cause, _ in file.rows():
            if cause is not None:
                key = cause.code, own(cause, found)
                first.setdefault(key, cause)
                paths.setdefault(key, []).append(file.path)
                places.setdefault(key, {})[where(cause, file.path, found)] = None
    result = [
        Counted(code, why, shown.text(first[code, why].next), len(found), len(set(found)), [*places[code, why]])
        for (code, why), found in paths.items()
    ]
    return sorted(result, key=lambda cause: -cause.findings)


def lines(found: list[Counted]) -> Iterator[str]:
    """Yield a summary of causes for people; nothing where each finding has its own, or there are few."""
    total = sum(cause.findings for cause in found)
    if total <= FEW or total == len(found):
        return
    yield f"{total:,} findings are left, by {len(found):,} cause{'s' if len(found) > 1 else ''}:"
    width = len(str(found[0].findings))
    for cause in found[:SHOWN]:
        more = f" and {len(cause.places) - 1:,} more" if len(cause.places) > 1 else ""
        yield f"  {cause.findings:>{width}}  {cause.places[0]}{more}: {cause.reason} [{cause.code.value}]"
        if cause.code is not Code.NO_FIX:
            yield f"  {'':>{width}}  {cause.next}"
    if len(found) > SHOWN:
        rest = found[SHOWN:]
        yield f"  {sum(cause.findings for cause in rest):>{width}}  by {len(rest):,} more causes"
    yield f"what to do about each: {SITE}fixing/#what-is-left-and-what-to-do"
