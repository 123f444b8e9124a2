"""A text that parses, made of one that does not, as it is while somebody types.

Where it has changed since it last parsed, it is as it was then; what has never parsed becomes ``pass``. All else is
as it stands, so that what is found there stays found.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Sequence

from ..syntax.differences import Hunk, hunks
from ..syntax.source import SourceError

Parser = Callable[[Sequence[str]], object]
"""Parses lines. Raises SourceError where they are not Python, with the line at which they cease to be."""

UNTOLD = -1
"""The line of a fault that the parser does not tell."""

LARGE = 3
"""Lines of a change in which more may be right than wrong."""
PASS, IF = "pass\n", "if 1:\n"
MOST_TRIES = 25
INDENTATION = re.compile(r"[ \t\f]*")
TRY = re.compile(r"[ \t\f]*try\b")
END = re.compile(r"[ \t\f]*(?:except|finally)\b")
PLACE = re.compile(r"on line (\d+)|\(line (\d+)\)")
"""How a message names lines: the first is that of a statement without its block."""


def salvaged(lines: Sequence[str], known: Sequence[str] | None, parser: Parser) -> list[str] | None:
    """Lines that parse, as much as possible as some that do not; None where none can be made.

    ``known`` is what the text was when it last parsed.
    """
    if known is None:
        return _cut(lines, parser)
    changes = hunks(known, lines)
    undone: set[Hunk] = set()
    for _ in range(len(changes)):
        text, places = _without(lines, known, changes, undone)
        at = _fault(text, parser)
        if at is None:
            return text
        left = [hunk for hunk in changes if hunk not in undone]
        guilty = max((hunk for hunk in left if places[hunk] <= at), key=lambda hunk: places[hunk], default=left[0])
        if guilty.new_end - guilty.new > LARGE:
            cut = _cut(text, parser)
            if cut is not None:
                return cut
        undone.add(guilty)
    return list(known)


def _without(
    lines: Sequence[str], known: Sequence[str], changes: Sequence[Hunk], undone: set[Hunk]
) -> tuple[list[str], dict[Hunk, int]]:
    """Lines with some changes undone, and at which of them each change is."""
    text: list[str] = []
    places = {}
    at = 0
    for hunk in changes:
        text += lines[at : hunk.new]
        places[hunk] = len(text)
        text += known[hunk.old : hunk.old_end] if hunk in undone else lines[hunk.new : hunk.new_end]
        at = hunk.new_end
    return text + list(lines[at:]), places


def _cut(lines: Sequence[str], parser: Parser) -> list[str] | None:
    """Lines with a ``pass`` in the place of those that are at fault; None where that leads nowhere."""
    text = list(lines)
    tried: Counter[int] = Counter()
    for _ in range(MOST_TRIES):
        at = _fault(text, parser)
        if at is None:
            return text
        if tried[at] > 2:
            at = next((line for line in range(at - 1, -1, -1) if not tried[line] and text[line].strip()), UNTOLD)
        if at == UNTOLD:
            return None
        tried[at] += 1
        if tried[at] > 1:  # what stands there was right before other lines went
            filling = _filling(text, at)
            text[at] = filling if text[at] != filling else filling.replace(IF, PASS)
            continue
        for line in range(at, _end(text, at)):
            text[line] = "\n" if line > at else _filling(text, at)
    return None


def _fault(text: Sequence[str], parser: Parser) -> int | None:
    """The line (from 0) of the first fault, or None where there is none."""
    try:
        parser(text)
    except SourceError as error:
        place = PLACE.search(str(error))
        if place is None:
            return next((number for number, line in enumerate(text) if "\0" in line), UNTOLD)
        at = min(int(place[1] or place[2]), len(text)) - 1
        return _try_before(text, at) if "expected 'except'" in str(error) else at
    return None


def _try_before(text: Sequence[str], at: int) -> int:
    """The line of the ``try`` whose end is missing at a line."""
    ended: set[int] = set()
    for line in range(at - 1, -1, -1):
        width = _width(text[line])
        if TRY.match(text[line]):
            if width not in ended:
                return line
            ended.remove(width)
        elif END.match(text[line]):
            ended.add(width)
    return at


def _end(text: Sequence[str], at: int) -> int:
    """Behind the line that goes: with it goes what is deeper than all before it."""
    width = _width(text[at])
    above = next((line for line in reversed(text[:at]) if line.strip()), "")
    end = at + 1
    if width > _width(above) and not above.rstrip().endswith(":"):
        while end < len(text) and text[end].strip() and _width(text[end]) >= width:
            end += 1
    return end


def _filling(text: Sequence[str], at: int) -> str:
    """What stands in the place of a line: with a block behind it something that may have one."""
    width = _width(text[at])
    above = [line for line in range(at) if text[line].strip()]
    around = next((line for line in reversed(above) if _width(text[line]) <= width), None)
    begins = around is not None and around == above[-1] and text[around].rstrip().endswith(":")
    indentation = INDENTATION.match(text[at])[0]  # type: ignore[index]
    if around is None:
        indentation = ""
    elif _width(text[around]) < width and not begins:
        indentation = INDENTATION.match(text[around])[0]  # type: ignore[index]
    below = next((line for line in text[at + 1 :] if line.strip()), "")
    return f"{indentation}{IF if _width(below) > _width(indentation) else PASS}"


def _width(line: str) -> int:
    return len(INDENTATION.match(line)[0].expandtabs())  # type: ignore[index]
