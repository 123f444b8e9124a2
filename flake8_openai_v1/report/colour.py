"""Colours of terminals."""

from __future__ import annotations

import os
import sys
from typing import TextIO

BOLD, RED, YELLOW, BLUE, CYAN = "\033[1m", "\033[31m", "\033[33m", "\033[34m", "\033[36m"
OFF = "\033[m"


def painted(text: str, *colours: str) -> str:
    """Put a text in colours; none, and the text is as it was."""
    return f"{''.join(colours)}{text}{OFF}" if colours else text


def is_wanted(stream: TextIO | None, refused: bool) -> bool:
    """True if a stream is a terminal that shows colours, and nobody has `refused` them."""
    environment = os.environ
    if refused or environment.get("NO_COLOR") or environment.get("TERM") == "dumb":
        return False
    if not is_terminal(stream):
        return False
    return sys.platform != "win32" or "WT_SESSION" in environment


def is_terminal(stream: TextIO | None) -> bool:
    """True if somebody looks at a stream."""
    return stream is not None and stream.isatty()
