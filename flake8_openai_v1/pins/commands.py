"""Words of commands that install: `pip install openai==0.28` in a Dockerfile, a script, a workflow, a notebook."""

from __future__ import annotations

import re
from collections.abc import Iterator

from . import Pin
from .versions import Requirement, requirements

INSTALL = re.compile(
    r"(?<![\w.-])(?:pip3?(?:\.\d+)?|pipx|uv|poetry|pdm|conda|mamba|micromamba)[\"',]*[ \t]+(?:[^\r\n;&|]*?[ \t\"',]+)?"
    r"[\"']?(?:install|add|inject)(?![\w-])"
)
"""A command that installs, up to its verb; also where its words are strings of a list."""
END = re.compile(r"(?<!\\)(?:\r?\n|\r)|&&|\|\||[;|]|(?<=[ \t])#")
"""Where a command ends; not at the end of a line that goes on."""
CONTINUED = re.compile(r"\\[ \t]*(?:\r\n|\r|\n)")
PLAIN = re.compile(r"[\w.\[\],=~!-]+")
"""A word that a shell takes as it is."""


def command_pins(text: str, target: int, start: int = 0, end: int | None = None, *, quote: str = '"') -> Iterator[Pin]:
    r"""Yield the pins of commands in a stretch of text. ``quote`` is a double quote as it is written there (``\"``)."""
    last = len(text) if end is None else end
    for command in INSTALL.finditer(text, start, last):
        line = _line_start(text, command.start(), start)
        if text[line : command.start()].lstrip().startswith("#"):
            continue
        stop = _end(text, command.end(), last)
        for one in requirements(text, command.end(), stop):
            held = one.obstacle(target)
            pin = _pin(text, one, target, line, quote) if held is not None else None
            if pin is not None:
                yield pin._replace(obstacle=held or "")


def _line_start(text: str, at: int, start: int) -> int:
    return max(text.rfind("\n", start, at), text.rfind("\r", start, at), start - 1) + 1


def _end(text: str, at: int, last: int) -> int:
    """Where a command ends that has its verb at an offset."""
    while True:
        found = END.search(text, at, last)
        if found is None:
            return last
        line = text[: found.end()]
        if found[0][-1] in "\r\n" and re.search(CONTINUED.pattern + r"\Z", line[-4:]):
            at = found.end()
            continue
        return found.start()


def _pin(text: str, one: Requirement, target: int, line: int, quote: str) -> Pin | None:
    """The pin of a requirement that is a word of a command; None where it is no word by itself."""
    begin = one.begin
    word = text[begin : one.end]
    new = text[begin : one.start] + one.raised(target)
    for mark in (quote, "'"):
        if text.endswith(mark, 0, begin) and text.startswith(mark, one.end):
            return Pin(one.start, one.end, one.raised(target), one.shown)
    behind = text[one.end : one.end + 1]
    if not PLAIN.fullmatch(word) or not (behind == "" or behind in " \t\r\n\\&;|\"')]"):
        return None
    inside = text[line:begin].count(quote) % 2
    mark = "'" if inside else quote
    if text[line:begin].count("'") % 2:
        mark = quote
    return Pin(begin, one.end, f"{mark}{new}{mark}", one.shown)
