"""Blocks of statements: what is known after each, and which SDK a branch is meant for."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from typing import TypeAlias

from . import guards
from .expressions import Expressions
from .questions import summary_of
from .relevance import Relevance
from .scopes import Scope, merge
from .values import (
    Const,
    Era,
    Function,
    Guard,
    Summary,
    Value,
)

FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef
String: TypeAlias = ast.Constant | None
Formatted: TypeAlias = ast.JoinedStr | None
Exits: TypeAlias = list[dict[str, Value]] | None
State: TypeAlias = tuple[
    Scope, Exits, tuple[ast.Try, ...], int, int, bool, bool, bool, String, Formatted, frozenset[str]
]


def leaves(body: Sequence[ast.stmt]) -> bool:
    """Does a block always leave the function (``return``, ``raise``, ``sys.exit()``)?"""
    return _ends(body, (ast.Return, ast.Raise))


def breaks_off(body: Sequence[ast.stmt]) -> bool:
    """Does a block never reach the statement behind it?"""
    return _ends(body, (ast.Return, ast.Raise, ast.Continue, ast.Break))


def _ends(body: Sequence[ast.stmt], kinds: tuple[type, ...]) -> bool:
    while body:
        last = body[-1]
        if isinstance(last, kinds):
            return True
        if isinstance(last, ast.If) and last.orelse:
            if not _ends(last.body, kinds):
                return False
            body = last.orelse
        elif isinstance(last, (ast.With, ast.AsyncWith)):
            body = last.body
        elif isinstance(last, ast.Expr) and isinstance(last.value, ast.Call):
            function = last.value.func
            name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
            return name in ("exit", "_exit", "quit", "skipTest") or (
                # pytest.skip(..., allow_module_level=True)
                name == "skip" and isinstance(function, ast.Attribute) and getattr(function.value, "id", "") == "pytest"
            )
        else:
            return False
    return False


class Blocks(Expressions):
    """Executes the relevant statements of a block, in order."""

    def __init__(self, relevance: Relevance) -> None:
        """Nothing executed yet."""
        super().__init__(relevance)
        self._statements: dict[type, Callable[..., None]] = {}
        """Kind of statement → what executes it."""
        self.summaries: dict[int, dict[str, Summary]] = {}
        self.shared: dict[int, set[str]] = {}
        """``id`` of a module or function → names of it that functions within bind, too."""
        self.functions: dict[int, Function] = {}
        self.pending: list[tuple[Function, Scope, Era]] = []
        self.pended: dict[tuple[int, int], int] = {}
        """A function and the function around it, by their ``id`` → its place in ``pending``."""
        self.looking_again = 0
        """How many of the loops around the present statement are looked at for the second time."""
        self.tries: tuple[ast.Try, ...] = ()
        """The ``try`` statements around the present one, the outermost first."""
        self.exits: Exits = None
        """For each loop around: what is known where it is left or gone on with."""
        self.standing_in = False
        """Within ``except ImportError``: what is bound here stands in for what could not be imported."""
        self.imported: dict[int, list[tuple[str, Value]]] = {}
        """``id(from … import)`` → what it binds."""
        self.promised: dict[int, Value] = {}
        """``id(parameter)`` → what its annotation promises."""
        self.set_aside: list[tuple[int, int]] = []
        """First and last lines of the blocks for the old SDK."""

    def body(self, statements: Sequence[ast.stmt]) -> None:
        """Execute a block. An early exit on a test of the version leaves the rest to the other SDK."""
        era = self.era
        within = self.relevance.statement
        state = self._state()
        if statements and era in ("legacy", "either"):
            self.set_aside.append((statements[0].lineno, statements[-1].end_lineno or statements[-1].lineno))
        for statement in statements:
            if within(statement):
                self.progress.line = statement.lineno
                present, names = self.era, self.scope.names
                try:
                    handler = self._statements.get(type(statement))
                    if handler is None:
                        self._generic(statement)
                    else:
                        handler(statement)
                except RecursionError:
                    # Nested deeper than Python can walk: nothing is known of this statement.
                    (
                        self.scope, self.exits, self.tries, self.catching_index, self.looking_again,
                        self.standing_in, self.annotating, self.taken, self.string, self.formatted, self.caught,
                    ) = state  # fmt: skip
                    self.comparing = 0
                    self.era, self.scope.names = present, names
        self.era = era

    def _state(self) -> State:
        """All that a statement changes and puts back at its end."""
        return (
            self.scope, self.exits, self.tries, self.catching_index, self.looking_again,
            self.standing_in, self.annotating, self.taken, self.string, self.formatted, self.caught,
        )  # fmt: skip

    def _branch(self, statements: Sequence[ast.stmt], era: Era) -> dict[str, Value]:
        """Execute a block on a copy of the names; the names after it."""
        before = self.scope.names
        self.scope.names = dict(before)
        with self.during(era):
            self.body(statements)
        after, self.scope.names = self.scope.names, before
        return after

    def _condition(self, node: ast.expr) -> Guard | None:
        if not self.relevance.within(node.lineno, node.end_lineno or node.lineno):
            return None
        return self.test(node)

    def _meet(self, one: dict[str, Value], other: dict[str, Value], guard: Guard | None) -> dict[str, Value]:
        """Join two branches; a flag set differently in them remembers the test."""
        names = merge(one, other)
        if guard is not None:
            for name, value in one.items():
                against = other.get(name)
                if (
                    isinstance(value, Const)
                    and isinstance(against, Const)
                    and value is not against
                    and bool(value.value) != bool(against.value)
                ):
                    flag = guard if value.value else guards.inverted(guard)
                    names[name] = flag
                    self.follow(name, self.scope)
                    summary_of(self.scope.summaries, name).replace(flag)
        return names

    def _follow_flags(self, *blocks: Sequence[ast.stmt]) -> None:
        """Flags that a test of the version sets are tested in its stead later on."""
        self.guarded = True
        if self.scope.function is not None:
            # So does what is returned.
            self.follow_in("return", self.scope.function)
        for block in blocks:
            for statement in block:
                if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant):
                    for target in statement.targets:
                        if isinstance(target, ast.Name):
                            self.follow(target.id, self.scope)
                        elif isinstance(target, ast.Attribute):
                            self.follow(target.attr)
