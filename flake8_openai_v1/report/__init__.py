"""Findings as text for stdout: one module per format, each with `render`.

A renderer takes files' findings as they come, and yields pieces of text that end with a line end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from itertools import zip_longest
from typing import NamedTuple

from ..diagnostics import Diagnostic


class Found(NamedTuple):
    """A file and its findings."""

    path: str
    findings: Sequence[Diagnostic]
    reasons: Sequence[str] = ()
    """Why the fixer left each of them, one line each; empty where nothing was to be fixed."""

    def rows(self) -> Iterator[tuple[Diagnostic, str | None]]:
        """Yield each finding with the reason why it was left, if there is one."""
        return zip_longest(self.findings, self.reasons)


Renderer = Callable[[Iterable[Found]], Iterator[str]]

FORMATS = ("text", "json", "github")


def renderer(name: str) -> Renderer:
    """Give the renderer of a format; only its module is loaded."""
    render: Renderer = import_module(f".{name}", __name__).render
    return render


def place(path: str, cell: int | None) -> str:
    """Name a file, or a cell of a notebook, as nbQA does."""
    return path if cell is None else f"{path}:cell_{cell}"


def left(reason: str | None) -> str:
    """Say behind a message why the finding was left; nothing where no reason is given."""
    return "" if reason is None else f" [not fixed: {reason}]"


def rule_names() -> dict[str, str]:
    """Map each code to its rule's name."""
    from ..rules import RULES

    return {rule.code: rule.name for rule in RULES}


def statistics(counts: Mapping[str, Counter[str]]) -> Iterator[str]:
    """Yield a line per code: its number in each count, with the count's name if it has one, and its rule's name."""
    names = rule_names()
    for code in sorted(set().union(*counts.values())):
        numbers = [part for what, count in counts.items() for part in (f"{count[code]:<5}", what)]
        yield " ".join(filter(None, (*numbers, code, names.get(code)))) + "\n"
