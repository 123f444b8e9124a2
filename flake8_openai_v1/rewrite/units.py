"""Units: a call of 0.x with its arguments and all that is done with its response.

What cannot be migrated is left with the rest of its unit, and holds no other unit back: the call raises with today's
SDK. That must be loud. Where something would catch it and go on, more than the unit is left.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from ..rules.facts import SETTING, removed
from ..sdk.names import RESOURCES
from ..semantics.facts import Key, Method, Unit
from ..semantics.flow import Flow
from ..semantics.graph import Node, Site
from ..semantics.tracking import File, Program
from ..semantics.values import Place
from ..syntax.index import Index

ANY = frozenset({"Exception", "BaseException"})
OF_CALLS = ANY | {"OpenAIError"}
"""What catches the error of a call of a resource of 0.x: the SDK has something in its place, which raises it."""
OF_NAMES = OF_CALLS | {"AttributeError"}
"""What catches the error of another name that is gone."""
OF_IMPORTS = ANY | {"ImportError", "ModuleNotFoundError"}
HELD_IN_PLACE = tuple(f"{row.path}." for row in RESOURCES)
THREAD = "threading.Thread"
"""What runs a function whose errors end nothing."""


class Part(NamedTuple):
    """A file of a program."""

    path: str
    tree: ast.Module
    flow: Flow
    nodes: Index


class Units:
    """The calls of 0.x in a program, and what belongs to each of them."""

    def __init__(self, parts: Sequence[Part]) -> None:
        """Nothing is followed before it is asked for."""
        self._parts = parts
        self._numbers = {part.path: number for number, part in enumerate(parts)}
        self._from_sdk: dict[int, list[ast.ImportFrom]] = {}

    def of(self, path: str, node: ast.AST) -> frozenset[ast.AST] | None:
        """All that is to be left in a file with a node of it that cannot be migrated.

        None where the node belongs to no unit, the unit goes on in another file, or what is left would not be loud.
        """
        number = self._numbers[path]
        index = self._index(number)
        calls: set[ast.AST] = set()
        expressions: set[ast.AST] = set()
        waiting = [*self._calls_at(number, node)]
        for call in waiting:
            if call in calls:
                continue
            home, more, others = self._unit(call)
            if home != {number} or not self._is_spelled(number, call) or self._is_quiet(number, call):
                return None
            calls.add(call)
            expressions |= more
            waiting += others
        if not calls:
            return None
        whole = {_chain(one, index) for one in (*calls, *expressions)}
        names = {part.id for one in whole for part in ast.walk(one) if isinstance(part, ast.Name)}
        bound = (one for one in self._imports(number) if any((name.asname or name.name) in names for name in one.names))
        return frozenset({*whole, *bound})

    def alone(self, path: str, node: ast.AST) -> frozenset[ast.AST] | None:
        """A place that raises with today's SDK by itself; None where something catches that and goes on."""
        number = self._numbers[path]
        errors = OF_IMPORTS if isinstance(node, (ast.Import, ast.ImportFrom)) else OF_NAMES
        is_quiet = self._is_swallowed(number, node, errors, set()) or any(self._are_quiet(number, node))
        return None if is_quiet else frozenset({_chain(node, self._index(number))})

    def is_loud(self, path: str) -> bool:
        """True if no call of 0.x in a file would raise where something catches that and goes on."""
        number = self._numbers[path]
        sites = [site for site, _ in self._calls.values() if site.file.number == number]
        return not any(self._is_quiet(number, site.at) for site in sites)

    # Analysis

    @cached_property
    def _program(self) -> Program:
        files = [File(*part[:3]) for part in self._parts]
        program = Program([part.path for part in self._parts], lambda number: files[number])
        for number in range(len(files)):
            program.open(number)
        program.solve()
        return program

    @cached_property
    def _calls(self) -> dict[int, tuple[Site, Place]]:
        """``id(call)`` → each call of something that was removed."""
        return {
            id(site.at): (site, fact.value)
            for graph in self._program.graphs.values()
            for site in graph.sites
            for fact in site.function.facts
            if isinstance(fact.value, Place)
            if (found := removed(fact.value)) is not None and found.kind != SETTING  # which is for all calls
        }

    @cached_property
    def _members(self) -> dict[int, set[tuple[int, ast.AST]]]:
        """``id(unit)`` → its expressions, each with the number of its file."""
        members: dict[int, set[tuple[int, ast.AST]]] = {}
        for number, graph in self._program.graphs.items():
            for expression, nodes in graph.nodes.items():
                for node in nodes:
                    for unit in node.facts.values():
                        if unit is not None:
                            members.setdefault(id(unit.top()), set()).add((number, expression))
        return members

    def _index(self, number: int) -> Index:
        return self._parts[number].nodes

    def _calls_at(self, number: int, node: ast.AST) -> Iterator[ast.AST]:
        """Yield the calls of 0.x that a node is part of, or whose responses, methods or arguments it is."""
        graph, index = self._program.graphs.get(number), self._index(number)
        one: ast.AST | None = node
        while one is not None and not isinstance(one, ast.stmt):
            if id(one) in self._calls:
                yield one
                return
            one = index.parents.get(id(one))
        if graph is None or isinstance(node, (ast.mod, ast.stmt)):
            return
        found: set[ast.AST] = set()
        for inner in ast.walk(node):
            for value in graph.nodes.get(inner, ()):
                for unit in value.facts.values():
                    found.update(self._made_by(unit))
            found.update(self._given.get(id(inner), ()))
        yield from found

    def _made_by(self, unit: Unit | None) -> Iterator[ast.AST]:
        """Yield the calls whose responses meet in a unit."""
        if unit is not None:
            yield from (one for one in unit.top().origins if id(one) in self._calls)

    def _is_spelled(self, number: int, call: ast.AST) -> bool:
        """True if a call names what it calls by an import: ``openai.Model.list()``; what is handed on is not left."""
        node = call.func if isinstance(call, ast.Call) else call
        while isinstance(node, ast.Attribute):
            node = node.value
        nodes = self._program.graphs[number].nodes.get(node, ())
        facts = {fact.value for one in nodes for fact in one.facts}
        return isinstance(node, ast.Name) and (facts == {Place("openai")} or node.id in self._imported(number))

    def _imported(self, number: int) -> set[str]:
        """The names that imports from the SDK bind in a file."""
        return {alias.asname or alias.name for node in self._imports(number) for alias in node.names}

    @cached_property
    def _keys(self) -> dict[int, dict[int, Key]]:
        """``id(call)`` → the keys of the dicts that it is given with two stars, by the ``id`` of where they stand."""
        keys: dict[int, dict[int, Key]] = {}
        for number, (site, _) in self._calls.items():
            nodes = [node for name, node in site.keywords if name is None]
            facts = [fact.value for node in nodes for fact in node.facts if isinstance(fact.value, Key)]
            keys[number] = {id(key.at): key for key in facts}
        return keys

    @cached_property
    def _given(self) -> dict[int, list[ast.AST]]:
        """``id(key)`` → the calls that are given a dict with it."""
        given: dict[int, list[ast.AST]] = {}
        for number, keys in self._keys.items():
            for key in keys:
                given.setdefault(key, []).append(self._calls[number][0].at)
        return given

    def _unit(self, call: ast.AST) -> tuple[set[int], set[ast.AST], list[ast.AST]]:
        """The files of a call's unit, its expressions, and the other calls in it."""
        site, _ = self._calls[id(call)]
        files, expressions, others = {site.file.number}, set[ast.AST](), list[ast.AST]()
        tops = {id(unit.top()): unit for unit in site.node.facts.values() if unit is not None}
        for top, unit in tops.items():
            others += self._made_by(unit)
            for number, expression in self._members.get(top, ()):
                files.add(number)
                expressions.add(expression)
        for at, key in self._keys[id(call)].items():
            files.add(key.number)
            expressions.add(key.at)
            others += self._given[at]
        return files, expressions, others

    # Loudness

    def _is_quiet(self, number: int, call: ast.AST) -> bool:
        """True if what a call of 0.x raises with today's SDK may be caught, so that the program goes on."""
        path = self._calls[id(call)][1].path
        return self._is_swallowed(number, call, OF_CALLS if path.startswith(HELD_IN_PLACE) else OF_NAMES, set())

    def _are_quiet(self, number: int, node: ast.AST) -> Iterator[bool]:
        """Yield for each call of a method that a node hands on whether its error may be caught."""
        nodes = self._program.graphs[number].nodes.get(node, ())
        paths = tuple(f"{fact.value.path}." for one in nodes for fact in one.facts if isinstance(fact.value, Place))
        for site, place in self._calls.values() if paths else ():
            if f"{place.path}.".startswith(paths):
                yield self._is_quiet(site.file.number, site.at)

    def _is_swallowed(self, number: int, node: ast.AST, errors: frozenset[str], seen: set[int]) -> bool:
        """True if an error that is raised at a node may be caught by one of these names, and the program goes on."""
        index = self._index(number)
        inner: ast.AST = node
        around = index.parents.get(id(node))
        while around is not None:
            if isinstance(around, ast.Try) and inner in around.body:
                if any(_goes_on(handler, errors) for handler in around.handlers):
                    return True
            if isinstance(around, (ast.With, ast.AsyncWith)) and inner in around.body and _suppresses(around, errors):
                return True
            if isinstance(around, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
                if id(around) in seen:
                    return False
                seen.add(id(around))
                callers = self._callers.get(id(around), ())
                return id(around) in self._in_threads or any(
                    self._is_swallowed(*place, errors, seen) for place in callers
                )
            inner, around = around, index.parents.get(id(around))
        return False

    @cached_property
    def _callers(self) -> dict[int, list[tuple[int, ast.AST]]]:
        """``id(function)`` → its calls, each with the number of its file."""
        callers: dict[int, list[tuple[int, ast.AST]]] = {}
        for number, graph in self._program.graphs.items():
            for site in graph.sites:
                for function in _functions(site.function):
                    callers.setdefault(function, []).append((number, site.at))
        return callers

    @cached_property
    def _in_threads(self) -> set[int]:
        """``id(function)`` of those that a thread runs: their errors are written, and the program goes on."""
        sites = [site for graph in self._program.graphs.values() for site in graph.sites]
        threads = [site for site in sites if any(fact.value == Place(THREAD) for fact in site.function.facts)]
        return {function for site in threads for _, node in site.keywords for function in _functions(node)}

    def _imports(self, number: int) -> list[ast.ImportFrom]:
        """The imports of names from the SDK."""
        if number not in self._from_sdk:
            found = [node for node in self._index(number).nodes if isinstance(node, ast.ImportFrom)]
            self._from_sdk[number] = [node for node in found if (node.module or "").partition(".")[0] == "openai"]
        return self._from_sdk[number]


def _chain(node: ast.AST, index: Index) -> ast.AST:
    """The longest expression that goes on from a node: ``r["a"].get("b")``."""
    parent = index.parents.get(id(node))
    while parent is not None:
        owner = getattr(parent, "func", None) or getattr(parent, "value", None)
        if not isinstance(parent, (ast.Attribute, ast.Subscript, ast.Call)) or owner is not node:
            break
        node, parent = parent, index.parents.get(id(parent))
    return node


def _goes_on(handler: ast.ExceptHandler, errors: frozenset[str]) -> bool:
    """True if a clause catches something by one of these names, and does not end by raising."""
    if isinstance(handler.body[-1], ast.Raise):
        return False
    if handler.type is None:
        return True
    return any(_name(part) in errors for part in ast.walk(handler.type))


def _suppresses(node: ast.With | ast.AsyncWith, errors: frozenset[str]) -> bool:
    calls = (item.context_expr for item in node.items if isinstance(item.context_expr, ast.Call))
    return any(_name(one.func) == "suppress" and any(_name(arg) in errors for arg in one.args) for one in calls)


def _name(node: ast.AST) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _functions(node: Node) -> Iterator[int]:
    """Yield the ``id`` of each function that something may be."""
    yield from (
        id(fact.value.function.at) for fact in node.facts if isinstance(fact.value, Method) and not fact.contents
    )
