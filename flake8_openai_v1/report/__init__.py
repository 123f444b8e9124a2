"""Findings as text for stdout: one module per format, each with `render`.

A renderer takes files' findings as they come, and yields pieces of text that end with a line end.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module

from ..diagnostics import Diagnostic

Found = tuple[str, list[Diagnostic]]
"""A file and its findings."""

Renderer = Callable[[Iterable[Found]], Iterator[str]]

FORMATS = ("text", "json", "github")


def renderer(name: str) -> Renderer:
    """Give the renderer of a format; only its module is loaded."""
    render: Renderer = import_module(f".{name}", __name__).render
    return render


def place(path: str, cell: int | None) -> str:
    """Name a file, or a cell of a notebook, as nbQA does."""
    return path if cell is None else f"{path}:cell_{cell}"


def rule_names() -> dict[str, str]:
    """Map each code to its rule's name."""
    from ..rules import RULES

    return {rule.code: rule.name for rule in RULES}
