"""What a rule is."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator, Sequence
from typing import ClassVar, NamedTuple, TypeVar

from ..semantics.uses import Model, Use
from ..syntax.diagnostics import Severity
from .facts import Target
from .module import ModuleUse

Answer = TypeVar("Answer")


class Finding(NamedTuple):
    """What a rule says of one node; the linter turns it into a ``Diagnostic``."""

    node: ast.AST
    """An expression, a keyword or an import alias: where the user must change something."""
    message: str
    replacement: str | None = None
    """None where there is no counterpart."""


class File(NamedTuple):
    """What a rule may know beyond one use."""

    model: Model
    target: Target
    lines: Sequence[str]
    """The lines of the file, with their ends."""
    deployments: frozenset[str]
    """Names of deployments on Azure that the user has told."""
    azure: bool
    """Does the program use Azure at all?"""
    azure_module: bool
    """Is the module-level client on Azure, by ``openai.api_type``?"""
    module: ModuleUse = ModuleUse()
    """What the module itself is used for."""
    path: str = ""
    """Its name; empty or that of no file where it is a text only."""
    is_test: bool = False
    """Does it hold tests?"""

    known: dict[object, object] = {}  # noqa: RUF012 (each file is made with its own)
    """Answers about the whole file that were given once."""

    def count(self, word: str) -> int:
        """How often a word stands in the file, also in a text or a comment."""
        return self.once(("count", word), lambda: self._count(word))

    def _count(self, word: str) -> int:
        return sum(len(re.findall(rf"\b{re.escape(word)}\b", line)) for line in self.lines if word in line)

    def once(self, question: object, answer: Callable[[], Answer]) -> Answer:
        """The answer to a question about the file, worked out the first time."""
        if question not in self.known:
            self.known[question] = answer()
        return self.known[question]  # type: ignore[return-value]


class Rule:
    """One code. The docstring of a rule is its documentation: ``page`` in this package renders it."""

    code: ClassVar[str]
    name: ClassVar[str]
    """Kebab-case, names the bad pattern."""
    since: ClassVar[str] = "0.1.0"
    severity: ClassVar[Severity] = Severity.ERROR
    roles: ClassVar[tuple[str, ...]]
    """The syntactic positions that the rule wants to see."""
    opinion: ClassVar[bool] = False
    """True: off unless selected by its own family or code."""

    inference: ClassVar[bool] = False
    """Does it look at what is done with responses of azure-ai-inference?"""
    remote: ClassVar[bool] = False
    """Is it about what a service answers? It is silent in tests, whose requests are mocked or replayed."""

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """The findings that one use gives rise to."""
        raise NotImplementedError
