"""The text format in flake8's colours, for terminals."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from . import Found, text

BOLD, RED, CYAN, OFF = "\033[1m", "\033[31m", "\033[36m", "\033[m"
COLON = f"{CYAN}:{OFF}"
LINE = f"{BOLD}{{path}}{OFF}{COLON}{{line}}{COLON}{{column}}{COLON} {BOLD}{RED}{{code}}{OFF} {{message}}\n"


def render(files: Iterable[Found]) -> Iterator[str]:
    """Yield one line per finding."""
    return text.render(files, LINE)
