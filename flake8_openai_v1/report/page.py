"""The page of a rule, which is Markdown, for a terminal."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import wrap

from .colour import BOLD, CYAN, painted

WIDEST = 100
"""Columns of running text, on a terminal that has more."""

SPAN = re.compile(r"`([^`]+)`|\*\*([^*]+)\*\*")
"""Code, or what is emphasised, in running text."""

KEPT = "\0"
"""Stands for a space at which no line is broken."""


def rendered(markdown: str, width: int) -> Iterator[str]:
    """Yield the lines of a page in the colours of a terminal."""
    paragraph: list[str] = []
    in_code = False
    for line in [*markdown.splitlines(), ""]:
        fence = line.startswith("```")
        is_text = bool(line) and not in_code and not fence and not line.startswith(("#", "    ", "---", "|"))
        if paragraph and not is_text:
            yield from _wrapped(" ".join(paragraph), min(width, WIDEST))
            paragraph.clear()
        if fence:
            in_code = not in_code
        elif in_code or line.startswith("    "):
            yield f"    {painted(line.removeprefix('    ') if not in_code else line, CYAN)}" if line else ""
        elif line.startswith("#"):
            yield painted(line.lstrip("# "), BOLD)
        elif is_text:
            paragraph.append(line)
        elif line != "---":
            yield line


def _wrapped(text: str, width: int) -> Iterator[str]:
    """Yield the lines of a paragraph. What is between marks is not broken."""
    text = SPAN.sub(lambda found: found[0].replace(" ", KEPT), text)
    for line in wrap(text, width, break_long_words=False, break_on_hyphens=False):
        yield SPAN.sub(_span, line.replace(KEPT, " "))


def _span(found: re.Match[str]) -> str:
    return painted(found[1], CYAN) if found[1] else painted(found[2], BOLD)
