"""Statements with branches: conditions, loops, ``match``."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence

from ..sdk.clients import CLIENTS
from . import responses
from .bindings import Bindings
from .blocks import breaks_off, leaves
from .narrowing import narrowing
from .questions import about_sdk, instance_of
from .scopes import merge
from .uses import SPREAD
from .values import (
    DENIED,
    Era,
    Guard,
    Place,
    Value,
    Version,
    rebound,
)

MOST_LOOKS = 2
CLIENT_NAMES = frozenset(path.rpartition(".")[2] for path in CLIENTS)
WITH_CLIENT = (Guard(None, "either"), Guard("either", None))
"""What a test says that asks whether there is a client."""


class Branches(Bindings):
    """Paths through a block, and where they meet."""

    def _if(self, node: ast.If) -> None:
        # An ``elif`` ladder nests as deep as it is long: walk it in a loop.
        outer, sides = self.era, self.sides
        ends: list[dict[str, Value]] = []
        first: Guard | None = None
        afterwards: Era = None
        rung: ast.If | None = node
        while rung is not None:
            guard = self._condition(rung.test)
            if guard in WITH_CLIENT and self._makes_what_is_tested(rung):
                guard = None
            first = first or guard
            around, self.sides = self.sides, (*self.sides, (id(rung), True))
            end = self._knowing(narrowing(self, rung.test, True), rung.body, guard.true if guard else None)
            self.sides = (*around, (id(rung), False))
            self._reaches(rung.body, end, ends)
            # ``if not isinstance(x, dict): return``: from here on it is one.
            otherwise = narrowing(self, rung.test, False)
            if otherwise:
                self.scope.names = dict(self.scope.names)
                self.narrow(otherwise)
            following = rung.orelse
            rung_below = following[0] if len(following) == 1 and isinstance(following[0], ast.If) else None
            if guard is not None:
                self._follow_flags(rung.body, following)
                if breaks_off(rung.body):
                    afterwards = guard.false
                elif following and rung_below is None and breaks_off(following):
                    afterwards = guard.true
                # The rest of the ladder runs where the test was false.
                self.enter(guard.false)
            if rung_below is None:
                end = self._branch(following, None) if following else self.scope.names
                self._reaches(following, end, ends)
            rung = rung_below
        self.era, self.sides = outer, sides
        if ends:
            names = ends[0]
            for end in ends[1:]:
                names = self._meet(names, end, first)
            self.scope.names = names
        self.enter(afterwards)

    def _makes_what_is_tested(self, node: ast.If) -> bool:
        """True if a statement makes the client that it asks for: ``if client is None: client = OpenAI(…)``."""
        tested = {self.spelled(part) for part in ast.walk(node.test) if isinstance(part, (ast.Name, ast.Attribute))}
        for part in (part for statement in (*node.body, *node.orelse) for part in ast.walk(statement)):
            if isinstance(part, ast.Assign) and any(
                isinstance(target, (ast.Name, ast.Attribute)) and self.spelled(target) in tested - {None}
                for target in part.targets
            ):
                calls = (call.func for call in ast.walk(part.value) if isinstance(call, ast.Call))
                return any(getattr(func, "attr", getattr(func, "id", None)) in CLIENT_NAMES for func in calls)
        return False

    def _reaches(self, body: Sequence[ast.stmt], end: dict[str, Value], ends: list[dict[str, Value]]) -> None:
        """What is known at the end of a block goes on behind it, or at the end of the loop, or nowhere."""
        if not breaks_off(body):
            ends.append(end)
        elif self.exits is not None and not leaves(body):
            self.exits.append(end)

    def _knowing(self, narrowed: dict[str, Value], body: Sequence[ast.stmt], era: Era) -> dict[str, Value]:
        """Execute a block with what a test says of some names; behind it they are what they were."""
        before = self.scope.names
        if narrowed:
            self.scope.names = dict(before)
            self.narrow(narrowed)
        end = self._branch(body, era)
        self.scope.names = before
        for name, value in narrowed.items():
            if end.get(name) == value:
                end.pop(name)
                if name in before:
                    end[name] = before[name]
        return end

    def _for(self, node: ast.For | ast.AsyncFor) -> None:
        element = self.element(node.iter, isinstance(node, ast.AsyncFor))
        before = dict(self.scope.names)
        self.assign(node.target, element)
        self._looped(node.body)
        self._again(before, node.body, lambda: self.assign(node.target, element))
        self.body(node.orelse)

    def _while(self, node: ast.While) -> None:
        guard = self._condition(node.test)
        before = dict(self.scope.names)
        with self.during(guard.true if guard else None), self.narrowed(narrowing(self, node.test, True)):
            self._looped(node.body)
        self._again(before, node.body, lambda: None)
        self.body(node.orelse)

    def _looped(self, body: Sequence[ast.stmt]) -> None:
        """A loop body once; what ``continue`` and ``break`` leave with is known behind it too."""
        ends: list[dict[str, Value]] = []
        outside, self.exits = self.exits, ends
        self.body(body)
        self.exits = outside
        for end in ends:
            self.scope.names = merge(self.scope.names, end)

    def _again(self, before: dict[str, Value], body: Sequence[ast.stmt], start: Callable[[], None]) -> None:
        """A loop body runs zero or more times: look a second time if the first changed a name."""
        names = merge(before, self.scope.names)
        changed = any(name in before and before[name] != value for name, value in names.items())
        self.scope.names = names
        # Each loop around doubles the work: the innermost ones are not looked at again for each of them.
        if changed and self.looking_again < MOST_LOOKS:
            self.looking_again += 1
            start()
            self._looped(body)
            self.looking_again -= 1
            self.scope.names = merge(names, self.scope.names)

    def _match(self, node: ast.Match) -> None:
        subject = self.eval(node.subject)
        ends: list[dict[str, Value]] = []
        for case in node.cases:
            if isinstance(case.pattern, ast.MatchMapping) and responses.is_model(subject):
                self.emit(SPREAD, case.pattern, subject, "match")
            self._pattern(case.pattern)
            matched = self._matched(case.pattern, subject, self.spelled(node.subject))
            if case.guard is not None:
                with self.narrowed(matched):
                    self.eval(case.guard)
            end = self._knowing(matched, case.body, "either" if isinstance(subject, Version) else None)
            self._reaches(case.body, end, ends)
        for end in ends:
            self.scope.names = merge(self.scope.names, end)

    def _matched(self, pattern: ast.pattern, subject: Value, name: str | None) -> dict[str, Value]:
        """Bind what a whole pattern is called; what the name of the subject is where it matches."""
        as_name = pattern.name if isinstance(pattern, ast.MatchAs) else None
        inner = pattern.pattern if isinstance(pattern, ast.MatchAs) else pattern
        value = subject
        if isinstance(inner, ast.MatchClass):
            cls = self.model.value(inner.cls)
            value = subject if cls == Place("builtins.object") else instance_of(cls) or DENIED
        elif inner is not None:
            value = DENIED
        if as_name is not None:
            self.bind(as_name, rebound(value))
        if name is None or inner is None or not (about_sdk(value) or about_sdk(subject)):
            return {}
        self.follow(name.partition(".")[0], self.scope)
        return {name: value}

    def _pattern(self, pattern: ast.pattern) -> None:
        for part in ast.walk(pattern):
            name = getattr(part, "name", None) or getattr(part, "rest", None)
            if isinstance(name, str):
                self.bind(name, None)
            if isinstance(part, ast.MatchClass):
                self.exception_class(part.cls)
            elif isinstance(part, ast.MatchValue):
                self.eval(part.value)

    def _assert(self, node: ast.Assert) -> None:
        guard = self.test(node.test)
        if node.msg is not None:
            self.eval(node.msg)
        self.narrow(narrowing(self, node.test, True))
        if guard is not None and guard.true in ("new", "legacy"):
            self.enter(guard.true)
