"""Other packages that need openai before 1.0, and their first release that takes a later one. One row a line."""

# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from typing import NamedTuple


class Holder(NamedTuple):
    """A package that keeps the old SDK installed, up to some release."""

    name: str
    """As the package index knows it."""
    since: tuple[int, int, int]
    """The first release that takes openai 1.0 or later."""
    newest: tuple[int, int, int]
    """The newest release when this was looked up."""
    needs: str
    """What the release before that asks for."""


# Source: Requires-Dist of the releases on the package index, looked up on 2026-11-30.
HOLDERS: tuple[Holder, ...] = (
    Holder("litellm", (1, 0, 0), (1, 79, 0), "openai<0.29"),
)
