"""Scopes as Python has them, and what their names denote."""

from __future__ import annotations

from .values import Class, Era, Function, Summary, Value

MODULE = "module"
FUNCTION = "function"
CLASS = "class"
INNER = "inner"
"""A comprehension or a lambda: its own names, evaluated where it stands."""


Sides = tuple[tuple[int, bool], ...]
"""The conditions around a statement, the outermost first: ``id`` of the ``if``, and is it in its body?"""


def exclude(one: Sides, other: Sides) -> bool:
    """True if two places are on different sides of one condition."""
    return any((number, not side) in other for number, side in one)


class Scope:
    """The names of one scope: now (``names``, in order of execution), and for inner functions (``summaries``)."""

    __slots__ = (
        "cls", "function", "global_names", "kind", "names", "nonlocal_names", "parent", "shared", "sides", "summaries",
    )  # fmt: skip

    def __init__(
        self,
        kind: str,
        parent: Scope | None,
        summaries: dict[str, Summary],
        function: Function | None = None,
        cls: Class | None = None,
        shared: set[str] | None = None,
    ) -> None:
        """An empty scope; ``summaries`` and ``shared`` outlive it from round to round.

        ``shared`` are names that functions within bind, too (``global``, ``nonlocal``): when is not known.
        """
        self.kind = kind
        self.parent = parent
        self.summaries = summaries
        self.function = function
        self.cls = cls
        self.names: dict[str, Value] = {}
        self.global_names: set[str] = set()
        self.nonlocal_names: set[str] = set()
        self.shared = shared if shared is not None else set()
        self.sides: dict[str, Sides | None] = {}
        """Where a name was bound to something of the SDK; None: in several places."""

    def module(self) -> Scope:
        """The outermost scope."""
        scope = self
        while scope.parent is not None:
            scope = scope.parent
        return scope

    def lookup(self, name: str) -> tuple[bool, Value]:
        """Whether anything in sight binds a name, and what it denotes.

        A function runs later than the code around it, so it sees of the enclosing scopes not the
        present value but all that is ever bound there.
        """
        scope: Scope | None = self
        in_order = True
        while scope is not None:
            if scope.kind is not CLASS or scope is self:
                if name in scope.global_names:
                    summary = scope.module().summaries.get(name)
                    return (summary is not None, summary.read() if summary else None)
                if in_order and name in scope.names and name not in scope.shared:
                    return True, scope.names[name]
                if not in_order or name in scope.nonlocal_names or name in scope.shared:
                    summary = scope.summaries.get(name)
                    if summary is not None:
                        return True, summary.read()
            if scope.kind is FUNCTION:
                in_order = False
            scope = scope.parent
        return False, None

    def home(self, name: str) -> tuple[Scope, bool]:
        """The scope in which an assignment binds a name, and whether it is this one."""
        if name in self.global_names:
            return self.module(), False
        if name in self.nonlocal_names:
            scope = self.parent
            nearest: Scope | None = None
            while scope is not None and scope.parent is not None:
                if scope.kind is FUNCTION:
                    if name in scope.summaries or name in scope.names:
                        return scope, False
                    nearest = nearest or scope
                scope = scope.parent
            if nearest is not None:  # which binds it in a line that nobody has looked at yet
                return nearest, False
        return self, True

    def declare(self, name: str) -> None:
        """``name: Type`` without a value: the name is of this scope, nothing is bound to it."""
        self.names.setdefault(name, None)
        if name not in self.summaries:
            self.summaries[name] = Summary()

    def bind(self, name: str, value: Value, era: Era = None) -> None:
        """Bind a name here, or where ``global`` or ``nonlocal`` says; ``era``: in code for which SDK."""
        scope, here = self.home(name)
        if here:
            scope.names[name] = value
        summary = scope.summaries.get(name)
        if summary is None:
            summary = scope.summaries[name] = Summary()
        summary.add(value, era)
        if self.cls is not None and self.kind is CLASS and here:
            attributes = self.cls.attributes
            if name not in attributes:
                attributes[name] = Summary()
            attributes[name].add(value, era)


def merge(one: dict[str, Value], other: dict[str, Value]) -> dict[str, Value]:
    """The names after two paths meet; a name that one path leaves unbound keeps the value of the other."""
    from .values import join

    if one is other:
        return one
    result = dict(one)
    for name, value in other.items():
        result[name] = join(result[name], value) if name in result else value
    return result
