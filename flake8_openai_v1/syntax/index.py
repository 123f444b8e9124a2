"""An index of one file's tree, made once: parents, who reads and binds a name, what stands within what."""

from __future__ import annotations

import ast
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import cached_property
from itertools import chain
from typing import TypeVar, overload

from .written import FUNCTIONS, bound_by

A = TypeVar("A", bound=ast.AST)
B = TypeVar("B", bound=ast.AST)
C = TypeVar("C", bound=ast.AST)
D = TypeVar("D", bound=ast.AST)


class Index:
    """The nodes of a tree, and answers about them that need no walk."""

    def __init__(self, tree: ast.Module) -> None:
        """Nothing is looked up before it is asked for."""
        self.tree = tree
        self._bound: dict[int, frozenset[str]] = {}
        self._places: dict[tuple[str, str], tuple[list[int], list[int]]] = {}

    @cached_property
    def _walked(self) -> tuple[list[ast.AST], dict[int, ast.AST]]:
        """All nodes, and those around them: one walk, in the order of ``ast.walk``."""
        nodes: list[ast.AST] = [self.tree]
        parents: dict[int, ast.AST] = {}
        for node in nodes:  # grows while it runs
            for name in node._fields:
                value = getattr(node, name, None)
                for child in value if type(value) is list else (value,):
                    if isinstance(child, ast.AST):
                        nodes.append(child)
                        parents[id(child)] = node
        return nodes, parents

    @cached_property
    def nodes(self) -> list[ast.AST]:
        """All nodes, in the order of ``ast.walk``."""
        return self._walked[0]

    @cached_property
    def numbers(self) -> dict[int, int]:
        """``id(node)`` → its number in `nodes`."""
        return {id(node): number for number, node in enumerate(self.nodes)}

    @cached_property
    def parents(self) -> dict[int, ast.AST]:
        """``id(node)`` → the node around it."""
        return self._walked[1]

    @cached_property
    def _by_class(self) -> dict[type[ast.AST], list[tuple[int, ast.AST]]]:
        """The nodes of each class, with their numbers in `nodes`."""
        found: dict[type[ast.AST], list[tuple[int, ast.AST]]] = {}
        for number, node in enumerate(self.nodes):
            found.setdefault(type(node), []).append((number, node))
        return found

    @overload
    def each(self, one: type[A], /) -> Iterator[A]: ...
    @overload
    def each(self, one: type[A], two: type[B], /) -> Iterator[A | B]: ...
    @overload
    def each(self, one: type[A], two: type[B], three: type[C], /) -> Iterator[A | B | C]: ...
    @overload
    def each(self, one: type[A], two: type[B], three: type[C], four: type[D], /) -> Iterator[A | B | C | D]: ...

    def each(self, *classes: type[ast.AST]) -> Iterator[ast.AST]:
        """The nodes of some classes, in the order of ``ast.walk``."""
        rows = [row for cls, row in self._by_class.items() if issubclass(cls, classes)]
        return (node for _, node in (rows[0] if len(rows) == 1 else sorted(chain(*rows))))

    @cached_property
    def loads(self) -> dict[str, list[ast.Name | ast.Attribute]]:
        """Names, and names of attributes, that are read → where."""
        found: dict[str, list[ast.Name | ast.Attribute]] = {}
        for node in self.nodes:
            if isinstance(node, (ast.Name, ast.Attribute)) and isinstance(node.ctx, ast.Load):
                found.setdefault(node.id if isinstance(node, ast.Name) else node.attr, []).append(node)
        return found

    @cached_property
    def keys(self) -> dict[str, list[tuple[ast.expr, ast.expr]]]:
        """Texts → the expressions that read or look for them as keys, ``x["key"]``, each with what is read."""
        found: dict[str, list[tuple[ast.expr, ast.expr]]] = {}
        for node in self.each(ast.Subscript, ast.Call, ast.Compare):
            key, owner = _key(node)
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                found.setdefault(key.value, []).append((node, owner))
        return found

    @cached_property
    def stores(self) -> dict[str, list[ast.Name]]:
        """Names that are bound or deleted by an expression → where."""
        found: dict[str, list[ast.Name]] = {}
        for node in self.nodes:
            if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
                found.setdefault(node.id, []).append(node)
        return found

    @cached_property
    def arguments(self) -> dict[str, list[ast.arg]]:
        """Names of parameters → where."""
        found: dict[str, list[ast.arg]] = {}
        for node in self.nodes:
            if isinstance(node, ast.arg):
                found.setdefault(node.arg, []).append(node)
        return found

    @cached_property
    def bindings(self) -> dict[str, list[ast.AST]]:
        """Names → all that binds them: assignments, parameters, imports, definitions."""
        found: dict[str, list[ast.AST]] = {}
        for node in self.nodes:
            if isinstance(node, ast.Name):
                bound = node.id if not isinstance(node.ctx, ast.Load) else None
            elif isinstance(node, ast.arg):
                bound = node.arg
            elif isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
                bound = node.name
            elif isinstance(node, ast.alias):
                bound = bound_by(node)
            else:
                continue
            if bound is not None:
                found.setdefault(bound, []).append(node)
        return found

    def functions(self, name: str) -> list[ast.FunctionDef | ast.AsyncFunctionDef]:
        """The functions and methods of this name."""
        return [one for one in self.bindings.get(name, ()) if isinstance(one, FUNCTIONS)]

    def assigned(self, name: str) -> list[ast.expr]:
        """What the file assigns to a name, by statements of their own."""
        parents = (self.parents.get(id(store)) for store in self.stores.get(name, ()))
        return [one.value for one in parents if isinstance(one, ast.Assign)]

    @cached_property
    def _order(self) -> dict[int, tuple[int, int]]:
        """``id(node)`` → when a walk that goes down first comes to the node, and when it has left all that is in it."""
        order: dict[int, tuple[int, int]] = {}
        entered: dict[int, int] = {}
        count = 0
        stack: list[tuple[ast.AST, bool]] = [(self.tree, False)]
        while stack:
            node, is_left = stack.pop()
            if is_left:
                order[id(node)] = entered[id(node)], count
                continue
            entered[id(node)] = count = count + 1
            stack.append((node, True))
            stack.extend((child, False) for child in ast.iter_child_nodes(node))
        return order

    def is_within(self, node: ast.AST, around: ast.AST) -> bool:
        """True if ``node`` stands in ``around``, or is it."""
        first, last = self._order[id(around)]
        return first <= self._order[id(node)][0] <= last

    def bound_in(self, function: ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda) -> frozenset[str]:
        """The names that a function binds itself, other than by imports."""
        if id(function) not in self._bound:
            args = function.args
            named = [*args.posonlyargs, *args.args, *args.kwonlyargs, *filter(None, (args.vararg, args.kwarg))]
            names = {arg.arg for arg in named}
            shared: set[str] = set()
            for node in ast.walk(function):
                if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store):
                    names.add(node.id)
                elif isinstance(node, (ast.Global, ast.Nonlocal)):
                    shared.update(node.names)
            self._bound[id(function)] = frozenset(names - shared)
        return self._bound[id(function)]

    def stores_in(self, scope: ast.AST, name: str) -> list[ast.Name]:
        """Where an expression in ``scope`` binds or deletes ``name``, nested functions included."""
        return self._inside("stores", self.stores.get(name, ()), name, scope)

    def loads_in(self, scope: ast.AST, name: str) -> list[ast.Name | ast.Attribute]:
        """Where a name, or an attribute of that name, is read in ``scope``."""
        return self._inside("loads", self.loads.get(name, ()), name, scope)

    def parameters_in(self, scope: ast.AST, name: str) -> list[ast.arg]:
        """The parameters of a name of the functions in ``scope``."""
        return self._inside("arguments", self.arguments.get(name, ()), name, scope)

    def _inside(self, kind: str, nodes: Sequence[A], name: str, scope: ast.AST) -> list[A]:
        """Those of the nodes of a name that stand in a scope: a search, as there may be many of one name."""
        if (kind, name) not in self._places:
            rows = sorted((self._order[id(node)][0], number) for number, node in enumerate(nodes))
            self._places[kind, name] = [at for at, _ in rows], [number for _, number in rows]
        places, numbers = self._places[kind, name]
        first, last = self._order[id(scope)]
        return [nodes[one] for one in sorted(numbers[bisect_left(places, first) : bisect_right(places, last)])]


NO_NODES = frozenset(
    {"attr", "conversion", "ctx", "id", "is_async", "kind", "level", "lineno", "module", "op", "ops", "simple"}
    | {"type_comment"}
)
"""Fields of nodes in which no other node stands but an operator or a context."""
INNER = {
    kind: tuple(name for name in kind._fields if name not in NO_NODES)
    for kind in vars(ast).values()
    if isinstance(kind, type) and issubclass(kind, ast.AST)
}
"""The other fields of each kind of node."""


def walked(start: ast.AST) -> Iterator[ast.AST]:
    """Yield a node and all that is in it but operators and contexts, in no order that counts."""
    waiting = [start]
    while waiting:
        node = waiting.pop()
        yield node
        for name in INNER[type(node)]:
            child = getattr(node, name, None)
            if type(child) is list:
                waiting += [one for one in child if isinstance(one, ast.AST)]
            elif isinstance(child, ast.AST):
                waiting.append(child)


BLOCKS = ("body", "orelse", "finalbody", "handlers", "cases")
"""Fields of statements in which others stand."""


def statements(tree: ast.AST) -> Iterator[ast.AST]:
    """Yield all statements of a tree, and their clauses, without what stands in expressions."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        for name in BLOCKS:
            value = getattr(node, name, None)
            if type(value) is list:
                waiting += value


def _key(node: ast.Subscript | ast.Call | ast.Compare) -> tuple[ast.expr | None, ast.expr]:
    """What is used as a key, and of what: ``x["key"]``, ``x.get("key")``, ``"key" in x``."""
    if isinstance(node, ast.Subscript):
        return node.slice, node.value
    if isinstance(node, ast.Compare):
        owner = node.comparators[0]
        is_test = isinstance(node.ops[0], (ast.In, ast.NotIn)) and not isinstance(owner, (ast.List, ast.Tuple))
        return node.left if is_test else None, owner
    is_get = isinstance(node.func, ast.Attribute) and node.func.attr == "get" and bool(node.args)
    return node.args[0] if is_get else None, node.func.value if isinstance(node.func, ast.Attribute) else node.func
