"""The command ``skill``: what a coding agent should know before it migrates a program."""

from __future__ import annotations

from pathlib import Path

TEXT = Path(__file__).with_suffix(".md")
"""Where the text is: Markdown, with a head that agents read."""


def skill() -> str:
    """Give the text."""
    return TEXT.read_text(encoding="utf-8")
