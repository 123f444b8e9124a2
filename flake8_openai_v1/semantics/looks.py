"""The analysis of one text by itself, made once for all who ask."""

from __future__ import annotations

import ast
from collections.abc import Sequence

from . import analyse_alone
from .flow import Flow
from .tracking import Program, follow_values, is_followed


class Looks:
    """What a text shows alone, and with what travels in it."""

    def __init__(self, path: str, tree: ast.Module, lines: Sequence[str]) -> None:
        """Nothing is looked at before it is asked for."""
        self._path = path
        self.tree = tree
        self._lines = lines
        self._flow: Flow | None = None
        self._program: Program | None = None

    def alone(self) -> Flow:
        """The analysis without what travels: made anew where a program has told the last one more."""
        if self._flow is None or self._flow.told:
            self._flow, self._program = analyse_alone(self.tree, self._lines), None
        return self._flow

    def followed(self) -> Flow:
        """The analysis with what travels within the file, if it has something of 0.x."""
        flow = self.alone() if self._flow is None else self._flow
        return self.program()[0] if is_followed(flow) else flow

    def program(self) -> tuple[Flow, Program]:
        """The file as a program of its own, whatever is in it, and the analysis that is told what travels there."""
        if self._program is None or self._flow is None:
            self._program = follow_values(self._path, self.tree, self.alone())
        assert self._flow is not None
        return self._flow, self._program

    def forget(self) -> None:
        """Drop the program of the file, which has its place in a larger one."""
        self._program = None
