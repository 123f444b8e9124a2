"""What a graph is made of: nodes and their edges, calls, functions, classes, scopes."""

from __future__ import annotations

import ast
from collections.abc import Callable, Sequence
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, NamedTuple, TypeAlias, TypeVar, cast

from ..syntax.index import INNER, walked

if TYPE_CHECKING:
    from .graph import Graph

Label: TypeAlias = tuple[str, object]
"""A place in a container: ``("a", name)`` an attribute, ``("k", key)`` a key (None: any), ``("i", number)`` an item
(None: any), ``("?", None)`` a subscript that does not show."""

ANY_ITEM: Label = ("i", None)
ANY_KEY: Label = ("k", None)
ANY: Label = ("?", None)
ITS_KEY: Label = ("y", None)
"""A key of a dict, which is what iterating over it gives."""

FunctionNode: TypeAlias = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda

NO_ROWS = cast("list[Any]", ())
"""What a node has before the first edge of a kind: most have few kinds, and there are many nodes."""
NO_KEYS = cast("dict[Any, Any]", MappingProxyType({}))
"""The same of what has an order and is looked for."""
Row = TypeVar("Row")


class Node:
    """A value at one place of the program."""

    __slots__ = (
        "at", "bases_of", "calls", "catches", "facts", "given", "held", "into", "is_keyless", "is_placeholder",
        "is_settled", "is_unknown", "is_weak", "loads", "merges", "next", "of", "puts", "refined", "shift", "site",
        "stored",
    )  # fmt: skip

    def __init__(self, at: ast.AST | None = None) -> None:
        """A value of which nothing is known; ``at``: the expression that has it."""
        self.at = at
        self.next: dict[Node, None] = NO_KEYS
        """Nodes that have this value, too."""
        self.into: dict[Node, None] = NO_KEYS
        """The reverse of `next`."""
        self.loads: list[tuple[Label, Node]] = NO_ROWS
        """What is read out of it."""
        self.of: tuple[Label, Node] | None = None
        """The reverse of `loads`."""
        self.puts: list[tuple[Label, Node]] = NO_ROWS
        """Containers that it is put into."""
        self.held: list[tuple[Label, Node]] = NO_ROWS
        """The reverse of `puts`."""
        self.merges: list[Node] = NO_ROWS
        """Containers that get all that is in it."""
        self.calls: list[Site] = NO_ROWS
        """Calls of it."""
        self.given: list[tuple[Site, int | str]] = NO_ROWS
        """Calls that are given it: the number of the argument or its keyword, ``*`` or ``**``."""
        self.site: Site | None = None
        """The call that gives it."""
        self.bases_of: list[Class] = NO_ROWS
        """Classes that are derived from it."""
        self.catches: list[Node] = NO_ROWS
        """Nodes that are an object of it: what ``except`` binds, annotated parameters."""
        self.shift = 0
        """How many parameters a method that comes here is given: 1 where it is read from an object."""
        self.is_placeholder = False
        """Is it an empty stand-in: ``None``, ``{}``, ``""``?"""
        self.is_keyless = False
        """Is it a text, a number, an exception: something of which nothing can be read by a key?"""
        self.is_settled = False
        """Does its file say what it is, whatever comes into it?"""
        self.is_unknown = False
        """May it be something that the file does not show?"""
        self.is_weak = False
        """Is it one of several things, of which it does not show which?"""
        self.refined: Callable[[Any], bool] | None = None
        """Which facts a test lets through."""
        self.facts: dict[Any, Any] = NO_KEYS
        """What `solver` found out."""
        self.stored: dict[Any, Any] = NO_KEYS
        """Of these what was put into it, so that all who have the same object have it."""


class Site:
    """A call."""

    __slots__ = ("args", "at", "file", "function", "is_container", "keywords", "linked", "node")

    def __init__(self, at: ast.AST, file: Graph, function: Node, node: Node) -> None:
        """Nothing given yet; ``node`` is what the call gives."""
        self.at = at
        self.file = file
        self.function = function
        self.node = node
        self.args: list[tuple[Node, bool]] = []
        """Positional arguments; True: with a star."""
        self.keywords: list[tuple[str | None, Node]] = []
        self.linked: set[object] = set()
        """What it is known to call."""
        self.is_container = False
        """Is it a method by which something is taken out of a container, or by which a function is called?"""


class Function:
    """A function of the program."""

    __slots__ = (
        "at",
        "defaults",
        "env",
        "file",
        "is_async",
        "is_generator",
        "is_open",
        "is_polymorphic",
        "keyword_only",
        "kind",
        "kwarg",
        "name",
        "owner",
        "parameters",
        "result",
        "scope",
        "vararg",
    )  # fmt: skip

    def __init__(self, at: FunctionNode, file: Graph, scope: Scope, owner: Class | None) -> None:
        """``scope`` is the one that it stands in."""
        self.at = at
        self.file = file
        self.scope = scope
        self.owner = owner
        self.name = getattr(at, "name", "<lambda>")
        self.kind = "function"
        """``function``, ``static``, ``class`` or ``property``."""
        self.is_async = isinstance(at, ast.AsyncFunctionDef)
        self.is_generator = False
        self.is_polymorphic = False
        """Does it return, or call, what it is given? Then each call is looked at by itself."""
        self.is_open = False
        """Behind a decorator that is not known."""
        self.parameters: dict[str, Node] = {}
        """Those that can be given by position."""
        self.keyword_only: dict[str, Node] = {}
        self.vararg: Node | None = None
        self.kwarg: Node | None = None
        self.result = Node()


class Class:
    """A class of the program, and the cells of its objects: one for each attribute."""

    __slots__ = (
        "annotated",
        "at",
        "bases",
        "bound",
        "cells",
        "fields",
        "file",
        "loads",
        "methods",
        "name",
        "setters",
        "subclasses",
    )

    def __init__(self, at: ast.ClassDef, file: Graph) -> None:
        """Without bases; they become known like other values."""
        self.at = at
        self.file = file
        self.name = at.name
        self.methods: dict[str, Function] = {}
        self.setters: dict[str, Function] = {}
        """Name of a property → what an assignment to it calls."""
        self.cells: dict[str, Node] = {}
        self.bound: dict[tuple[str, int], Node] = {}
        """Methods as they are read from objects."""
        self.fields: list[str] = []
        """Annotated names of its body: what a dataclass or a model is made of."""
        self.annotated: list[tuple[ast.expr, dict[str, Node]]] = []
        """These annotations, and what the names in them are."""
        self.bases: list[Class] = []
        self.subclasses: list[Class] = []
        self.loads: dict[str, dict[tuple[Node, bool], None]] = {}
        """Attribute → nodes that read it; True: of the class itself."""


class Reach(NamedTuple):
    """How many edges of each kind a node has."""

    next: int = 0
    loads: int = 0
    puts: int = 0
    merges: int = 0
    calls: int = 0
    given: int = 0

    @classmethod
    def of(cls, node: Node) -> Reach:
        """Those of a node now."""
        return cls(*map(len, (node.next, node.loads, node.puts, node.merges, node.calls, node.given)))


START = Reach()


class Scope:
    """The names of a module or a function."""

    __slots__ = ("bound", "cls", "env", "escaping", "function", "globals", "nonlocals", "parent", "shared")

    def __init__(self, parent: Scope | None, bound: set[str], function: Function | None = None) -> None:
        """``bound`` are the names that it binds."""
        self.parent = parent
        self.bound = bound
        self.function = function
        self.cls: Class | None = None
        self.env: dict[str, Node] = {}
        self.shared: dict[str, Node] = {}
        """Names as functions within see them: all that is ever bound to them."""
        self.escaping: set[str] = set()
        """Names that functions within bind."""
        self.globals: set[str] = set()
        self.nonlocals: set[str] = set()

    def variable(self, name: str) -> Node:
        """The node for all that is ever bound to a name of this scope."""
        node = self.shared.get(name)
        if node is None:
            node = self.shared[name] = Node()
        return node


class BlockNames:
    """The names that a block binds, without those of functions and classes within."""

    __slots__ = ("bound", "globals", "inner_shared", "nonlocals", "yields")

    def __init__(self, body: Sequence[ast.AST], inner: bool) -> None:
        """Look at a block; ``inner``: also for names that functions within declare as shared."""
        self.bound: set[str] = set()
        self.globals: set[str] = set()
        self.nonlocals: set[str] = set()
        self.inner_shared: set[str] = set()
        """Names that functions within bind by ``global`` or ``nonlocal``."""
        self.yields = False
        bound = self.bound
        waiting = list(body)
        while waiting:
            node = waiting.pop()
            kind = type(node)
            if kind is ast.Name:
                if type(node.ctx) is not ast.Load:  # type: ignore[attr-defined]
                    bound.add(node.id)  # type: ignore[attr-defined]
                continue
            if kind in BINDS and self._binds(node, inner):
                waiting += getattr(node, "decorator_list", ())
                continue
            for name in INNER[kind]:
                child = getattr(node, name, None)
                if type(child) is list:
                    waiting += [one for one in child if isinstance(one, ast.AST)]
                elif isinstance(child, ast.AST):
                    waiting.append(child)

    def _binds(self, node: ast.AST, inner: bool) -> bool:
        """Note what a node binds or declares; True if nothing else of the block stands in it, but for decorators."""
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            self.bound.add(node.name)
            if inner:
                for one in walked(node):
                    if isinstance(one, (ast.Nonlocal, ast.Global)):
                        self.inner_shared.update(one.names)
            return True
        if isinstance(node, (ast.Import, ast.ImportFrom)):
            self.bound.update(alias.asname or alias.name.partition(".")[0] for alias in node.names)
            return True
        if isinstance(node, ast.Global):
            self.globals.update(node.names)
        elif isinstance(node, ast.Nonlocal):
            self.nonlocals.update(node.names)
        elif isinstance(node, (ast.Yield, ast.YieldFrom)):
            self.yields = True
        elif isinstance(node, (ast.ExceptHandler, ast.MatchAs, ast.MatchStar)) and node.name:
            self.bound.add(node.name)
        elif isinstance(node, ast.MatchMapping) and node.rest:
            self.bound.add(node.rest)
        return isinstance(node, (ast.Constant, ast.Lambda))


BINDS = frozenset(
    {ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Import, ast.ImportFrom, ast.Global, ast.Nonlocal}
    | {ast.Yield, ast.YieldFrom, ast.ExceptHandler, ast.MatchAs, ast.MatchStar, ast.MatchMapping}
    | {ast.Constant, ast.Lambda}
)
"""Nodes that bind a name, say whose it is, or have nothing in them that does."""


def with_row(rows: list[Row], row: Row) -> list[Row]:
    """The edges of one kind of a node, and one more."""
    if rows is NO_ROWS:
        return [row]
    rows.append(row)
    return rows


def with_key(keys: dict[Row, Any], key: Row, value: object = None) -> dict[Row, Any]:
    """The same of what has an order and is looked for."""
    if keys is NO_KEYS:
        return {key: value}
    keys[key] = value
    return keys


def read(base: Node, label: Label, node: Node) -> Node:
    """A node is what is under a label of another one."""
    node.of = (label, base)
    base.loads = with_row(base.loads, (label, node))
    return node


def link(one: Node, other: Node) -> None:
    """The value of a node goes on to another one."""
    if one is not other:
        one.next = with_key(one.next, other)
        other.into = with_key(other.into, one)


def put(value: Node, label: Label, container: Node) -> None:
    """A value is put into a container."""
    value.puts = with_row(value.puts, (label, container))
    container.held = with_row(container.held, (label, value))


def merge(more: Node, container: Node) -> None:
    """A container gets all that is in another one."""
    more.merges = with_row(more.merges, container)


def cell(cls: Class, name: str) -> Node:
    """The node for what an attribute of the objects of a class may be."""
    node = cls.cells.get(name)
    if node is None:
        node = cls.cells[name] = Node()
    return node


def is_polymorphic(node: FunctionNode) -> bool:
    """True if a function returns or calls what it is given."""
    args = node.args
    names = {arg.arg for arg in (*args.posonlyargs, *args.args, *args.kwonlyargs)} - {"self", "cls"}
    if not names or (node.end_lineno or 0) - node.lineno > 80:
        return False
    for part in walked(node):
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id in names:
            return True
        if isinstance(part, ast.Return) and isinstance(part.value, ast.Name) and part.value.id in names:
            return True
    return False
