"""What an analysis remembers: the uses found, the names that matter from now on, the era of the code."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from contextlib import contextmanager

from . import texts
from .options import namespace
from .progress import Progress
from .questions import (
    about_sdk,
    is_inference,
    names_of,
    path_of,
    spell,
    summary_of,
)
from .relevance import Relevance, Word
from .scopes import FUNCTION, INNER, Scope, Sides
from .uses import ACCESS, AWAIT, CALL, CHOICE, KIND, LACK, RESPONSE_ROLES, Model, Use
from .values import (
    Class,
    Era,
    Function,
    Text,
    Value,
    rebound,
)

Elsewhere = Callable[[str, int], "dict[str, Value] | None"]
"""A module by the name in an import, and its level → what its names denote; None for a module that is not seen."""


def nowhere(module: str, level: int) -> None:
    """Where one file is looked at alone."""


class During:
    """A context in which code is meant for one SDK. There are many: a class is faster than a generator."""

    __slots__ = ("_before", "_era", "_on")

    def __init__(self, on: Following, era: Era) -> None:
        """Not yet entered."""
        self._on = on
        self._era = era
        self._before = on.era

    def __enter__(self) -> None:
        """From here on."""
        self._before = self._on.era
        self._on.enter(self._era)

    def __exit__(self, *exception: object) -> None:
        """As it was before."""
        self._on.era = self._before


class Following:
    """The state of the analysis of one file."""

    def __init__(self, relevance: Relevance) -> None:
        """Nothing evaluated yet."""
        self.relevance = relevance
        self.model = Model()
        self.scope = Scope("module", None, {})
        self.era: Era = None
        self.learned = False
        """Has this round learned something that it should have known before?"""
        self.progress = Progress()
        self.wanted: set[str] = set()
        """Names of functions whose result or parameters matter: all of their lines are read."""
        self.methods: set[str] = set()
        """Names of methods of classes of this file, as far as they were read."""
        self.star = False
        self.annotating = False
        self.string: ast.Constant | None = None
        self.formatted: ast.JoinedStr | None = None
        self.guarded = False
        """Has the file any test of the SDK's version?"""
        self.replaced: set[str] = set()
        """Methods of the SDK behind which the file puts another function (a mock), and settings for all calls."""
        self.path = ""
        """Of the file, where it is looked at as one of several."""
        self.carried: set[str] = set()
        """Attributes of classes of this file that have to do with the SDK: whose they are matters."""
        self.classes: dict[int, Class] = {}
        """Those of the file, by the ``id`` of their statement."""
        self.options = namespace()
        """What options of a command line are."""
        self.taken = False
        """Is what is evaluated called with arguments that are seen?"""
        self.comparing = 0
        """Within how many comparisons is what is evaluated?"""
        self.keep: list[ast.AST] = []
        """Trees of annotations in quotes: they must live as long as the uses that point into them."""
        self.open: set[int] = set()
        """``id(node)`` of chains into a response that need a rewrite and are not yet at their end."""
        self.dotted: set[str] = set()
        """Last parts of the dotted names that a test has told something of."""
        self.tested: set[str] = set()
        """Chunks whose ``choices`` a condition has looked at."""
        self.catching_index = 0
        self.caught: frozenset[str] = frozenset()
        """Builtin exceptions that are caught, and dealt with, around the present statement."""
        self.elsewhere: Elsewhere = nowhere
        """What other files that are looked at together bind."""
        self.sides: Sides = ()
        """The conditions around the present statement."""
        self.put: dict[int, Sides] = {}
        """``id`` of a key that was put into a dict with visible keys → where that was."""
        self.under: dict[int, ast.expr] = {}
        """``id`` of a key of a dict → what is under it, where nothing is known of that so far."""
        self.told: dict[int, Value] = {}
        """``id(expression)`` → what it denotes, known by what travels through the program."""
        self.position: dict[tuple[int, str], int] = {}
        """``id(node)`` and role → the place in ``model.uses``."""

    def emit(self, role: str, node: ast.AST, value: Value, extra: object = None, spelled: str | None = None) -> None:
        """Record one use. A loop body is seen twice: the second look at a node replaces the first."""
        text = spelled or spell(node.func if isinstance(node, ast.Call) and role is CALL else node) or path_of(value)
        use = Use(role, node, value, text, self.era, extra, self.string or self.formatted, caught=self.caught)
        if role in RESPONSE_ROLES or role in (AWAIT, CHOICE, KIND, LACK):
            use.inference = self._of_inference(node, value)
        at = self.position.setdefault((id(node), role), len(self.model.uses))
        if at < len(self.model.uses):
            self.model.uses[at] = use
        else:
            self.model.uses.append(use)

    def _of_inference(self, node: ast.AST, value: Value) -> bool:
        """Is what is done, done with a response of azure-ai-inference?"""
        while not is_inference(value):
            if isinstance(node, ast.Call):
                node = node.func
            elif isinstance(node, (ast.Attribute, ast.Subscript)):
                node = node.value
            else:
                return False
            value = self.model.value(node)
        return True

    def enter(self, era: Era) -> None:
        """From here on the code is meant for one SDK; a legacy branch stays one."""
        if era is not None and self.era not in ("legacy", "either") and (self.era, era) != ("older", "new"):
            self.era = era

    def during(self, era: Era) -> During:
        """Within code that is meant for one SDK."""
        return During(self, era)

    def extend(self, base: ast.expr, node: ast.expr, broken: bool = False) -> None:
        """A chain goes on from ``base`` to ``node``; ``broken`` if by a subscript or ``get``."""
        if id(base) in self.open:
            self.open.discard(id(base))
            self.open.add(id(node))
        elif broken:
            self.open.add(id(node))

    def drop(self, node: ast.expr) -> None:
        """A chain ends in something that is a use of its own."""
        self.open.discard(id(node))

    def close(self, node: ast.expr) -> None:
        """A chain ends here."""
        if id(node) in self.open:
            self.open.discard(id(node))
            self.emit(ACCESS, node, self.model.value(node))

    def bind(self, name: str, value: Value) -> None:
        """Bind a name in the present scope, and follow it from now on if it matters."""
        if value is not None and about_sdk(value):
            self.follow(name, self.scope)
            known = self.scope.sides.setdefault(name, self.sides)
            self.scope.sides[name] = known if known == self.sides else None
        self.scope.bind(name, value, self.era)

    def follow(self, name: str, scope: Scope | None = None) -> None:
        """A name matters from now on: within the function that binds it, else in the whole file."""
        while scope is not None and scope.kind is INNER:
            scope = scope.parent
        if scope is not None and scope.kind is FUNCTION and scope.function is not None and scope.home(name)[1]:
            self.follow_in(name, scope.function)
        else:
            self._learn(Word(name))

    def follow_in(self, name: str, function: Function) -> None:
        """A local name of a function matters from now on."""
        node = function.node
        self._learn(Word(name, node.lineno, node.end_lineno or node.lineno))

    def follow_range(self, first: int, last: int) -> None:
        """All lines from first to last matter from now on."""
        self.note(self.relevance.learn_range(first, last))

    def _learn(self, word: Word) -> None:
        self.note(self.relevance.learn((word,)))

    def note(self, lines: set[int]) -> None:
        """More lines matter. Those still ahead are read in this round, for the others there must be another."""
        if lines and not self.learned:
            self.learned = not all(map(self.progress.ahead, lines))

    def follow_calls(self, function: Function) -> None:
        """What calls give to a function matters from now on: all of them must be seen."""
        self.follow(function.node.name)
        if function.owner is not None and function.node.name == "__init__":
            self.follow(function.owner.node.name)

    def carry(self, cls: Class, name: str) -> None:
        """An attribute of a class of this file has to do with the SDK."""
        self.follow(name)
        self.follow(cls.node.name)
        self.carried.add(name)

    def want(self, node: ast.expr) -> None:
        """The value of an expression matters: follow the name that it comes from."""
        if isinstance(node, ast.Name):
            function = self.scope.function
            if function is not None and function.node.args.kwarg and function.node.args.kwarg.arg == node.id:
                self.follow_in(node.id, function)
                self.follow(function.node.name)
            else:
                self.follow(node.id)
        elif isinstance(node, ast.Attribute):
            self.want_function(node)  # a property
            self.carried.add(node.attr)
        elif isinstance(node, ast.Subscript):
            self.want(node.value)
        elif isinstance(node, ast.BinOp):
            self.want(node.left)
            self.want(node.right)
        elif isinstance(node, ast.Call):
            self.want_function(node.func)
            if isinstance(node.func, ast.Attribute) and node.func.attr in self.methods:
                self.want_owner(node.func.value)

    def want_owner(self, node: ast.expr) -> None:
        """What something is of which a method is called matters: it may be of a class of this file."""
        if isinstance(node, ast.Name) and self.model.value(node) is None:
            self.follow(node.id)

    def want_text(self, node: ast.expr, value: Value) -> None:
        """What a text is matters: follow what it is put together of, as far as it is not known."""
        if value is not None and not isinstance(value, Text):
            return
        function = self.scope.function
        for part in texts.holes(node):
            if self.model.value(part) is not None:
                continue
            if isinstance(part, ast.Name) and function is not None and part.id in names_of(function):
                self.follow_in(part.id, function)
            else:
                self.want(part)

    def want_function(self, node: ast.expr) -> None:
        """What a function does matters: read all of it."""
        name = node.id if isinstance(node, ast.Name) else getattr(node, "attr", None)
        if name:
            self.follow(name)
            if name not in self.wanted:
                self.wanted.add(name)
                self.learned |= self.relevance.defines(name)

    def give(self, function: Function, parameter: str, value: Value) -> None:
        """A call of a function of this file passes a value for a parameter."""
        if about_sdk(value) and function.home is not None and function.home is not self:
            function.home.follow_in(parameter, function)
            function.home.follow_calls(function)
        elif about_sdk(value):
            self.follow_in(parameter, function)
            self.follow_calls(function)
        summary_of(function.parameters, parameter).add(rebound(value))

    @contextmanager
    def inner(self) -> Iterator[Scope]:
        """Within a comprehension or lambda."""
        outer = self.scope
        self.scope = Scope(INNER, outer, {})
        try:
            yield self.scope
        finally:
            self.scope = outer
