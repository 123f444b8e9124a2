"""Why findings are left: many findings, few causes. What another place holds back has the cause of that place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .. import SITE, shown
from ..diagnostics import Diagnostic
from . import Found, place

HELD_BACK = re.compile(
    r"it goes with (?:(?P<path>(?!cell_\d+, line )(?!line ).+?), )?(?:cell_(?P<cell>\d+), )?line (?P<line>\d+): "
)
"""How a reason begins that is another place's."""
NO_FIX = "there is no fix for this rule, a person must decide"
"""The reason for what the fixer never fixes: then the finding itself is the cause."""
CALLS = re.compile(r"^\S+ calls (?=the )")
"""How a message begins about a service that ends: all its calls have one cause."""
UNSAFE = "--unsafe-fixes does it"
"""How a reason ends where that option would change more."""
SHOWN = 12
"""Causes that are told one by one."""
FEW = 2
"""Findings that need no summary."""


class Cause(NamedTuple):
    """One reason why findings are left."""

    reason: str
    findings: int
    files: int
    places: list[str]
    """Where it is, as findings there are named: `bot.py:16`. In the order in which they were met."""


def own(reason: str, found: Diagnostic) -> str:
    """Give the cause of a finding: its reason, without the place that this is handed on from."""
    if reason == NO_FIX:
        return f"{CALLS.sub('', shown.text(found.message), count=1)} ({found.code}, a person must decide)"
    return HELD_BACK.sub("", reason, count=1) if HELD_BACK.match(reason) else reason


def causes(files: Iterable[Found]) -> list[Cause]:
    """List the causes that hold findings back, the one that holds most first."""
    paths: dict[str, list[str]] = {}
    places: dict[str, dict[str, None]] = {}
    for file in files:
        for found, reason in file.rows():
            if reason is None:
                continue
            other = HELD_BACK.match(reason)
            if other is None:
                where = f"{place(file.path, found.cell)}:{found.line}"
            else:
                cell = int(other["cell"]) if other["cell"] else None
                where = f"{place(other['path'] or file.path, cell)}:{other['line']}"
            cause = own(reason, found)
            paths.setdefault(cause, []).append(file.path)
            places.setdefault(cause, {})[where] = None
    result = [Cause(why, len(found), len(set(found)), [*places[why]]) for why, found in paths.items()]
    return sorted(result, key=lambda cause: -cause.findings)


def lines(found: list[Cause]) -> Iterator[str]:
    """Yield a summary of causes for people; nothing where each finding has its own, or there are few."""
    total = sum(cause.findings for cause in found)
    if total <= FEW or total == len(found):
        return
    yield f"{total:,} findings are left, by {len(found):,} cause{'s' if len(found) > 1 else ''}:"
    width = len(str(found[0].findings))
    for cause in found[:SHOWN]:
        more = f" and {len(cause.places) - 1:,} more" if len(cause.places) > 1 else ""
        yield f"  {cause.findings:>{width}}  {cause.places[0]}{more}: {cause.reason}"
    if len(found) > SHOWN:
        rest = found[SHOWN:]
        yield f"  {sum(cause.findings for cause in rest):>{width}}  by {len(rest):,} more causes"
    yield f"what to do about each: {SITE}fixing/#what-is-left-and-what-to-do"
