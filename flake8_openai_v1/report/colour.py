"""The text format in flake8's colours, for terminals."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import TextIO

from . import Run, text

BOLD, RED, CYAN, OFF = "\033[1m", "\033[31m", "\033[36m", "\033[m"
COLON = f"{CYAN}:{OFF}"
LINE = f"{BOLD}{{path}}{OFF}{COLON}{{line}}{COLON}{{column}}{COLON} {BOLD}{RED}{{code}}{OFF} {{message}}{{left}}\n"


def render(run: Run) -> Iterator[str]:
    """Yield one line per finding."""
    return text.render(run, LINE)


def is_wanted(stream: TextIO | None, refused: bool) -> bool:
    """True if a stream is a terminal that shows colours, and nobody has `refused` them."""
    environment = os.environ
    if refused or environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    if stream is None or not stream.isatty():
        return False
    return sys.platform != "win32" or "WT_SESSION" in environment
