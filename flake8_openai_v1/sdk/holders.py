"""Other packages that need openai before 1.0, up to some release. One row a line."""

# fmt: off

from __future__ import annotations

from typing import NamedTuple

AS_OF = "2026-11-30"
"""The day on which this was looked up: what the releases say that they require, on the package index."""


class Holder(NamedTuple):
    """A package that keeps the old SDK installed, up to some release."""

    name: str
    """As the package index knows it."""
    since: tuple[int, int, int]
    """The first release that can be installed beside openai 1.0 or later."""
    made: str
    """The first release that asks for it."""
    newest: tuple[int, int, int]
    """The newest release on that day."""
    needs: str
    """What the release before the first one asks for."""


HOLDERS: tuple[Holder, ...] = (
    Holder("aider-chat", (0, 19, 0), "0.19.0", (0, 86, 2), "openai==0.28.1"),
    Holder("instructor", (0, 3, 0), "0.3.0", (1, 17, 0), "openai<0.29.0"),
    Holder("llama-index", (0, 8, 63), "0.9.0", (0, 14, 25), "openai<1"),
    Holder("litellm", (0, 14, 0), "1.0.3", (1, 110, 2), "openai<0.29.0"),
    Holder("open-interpreter", (0, 1, 18), "0.2.0", (0, 4, 3), "openai<0.29.0"),
    Holder("pyautogen", (0, 2, 0), "0.2.0", (0, 10, 0), "openai<1"),
    Holder("semantic-kernel", (0, 4, 0), "0.4.0", (1, 45, 0), "openai<0.29"),
)
