"""Units: a call of 0.x with its arguments and all that is done with its response.

What cannot be migrated is left with the rest of its unit, and holds no other unit back: the call raises with today's
SDK. That must be loud. Where something would catch it and go on, more than the unit is left.
"""

from __future__ import annotations

import ast
import os
import sys
from collections.abc import Iterator, Sequence
from functools import cached_property
from typing import NamedTuple

from ..rules.facts import COROUTINE, METHOD, RESOURCE, SETTING, removed
from ..sdk.names import RESOURCES
from ..semantics.facts import Key, Method, Type, Unit
from ..semantics.flow import Flow
from ..semantics.keys import Keys
from ..semantics.meeting import Meeting
from ..semantics.nodes import Node, Site
from ..semantics.solver import ancestors
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
HANDED_ON = (RESOURCE, METHOD, COROUTINE)
TRIES = (ast.Try, ast.TryStar) if sys.version_info >= (3, 11) else (ast.Try,)
YIELDS = (ast.Yield, ast.YieldFrom)
RUNNERS = frozenset({"run", "run_until_complete"})
"""What runs a coroutine, and raises what that raises."""
PLAIN_DECORATORS = frozenset(
    {"staticmethod", "classmethod", "abstractmethod", "override", "wraps", "fixture", "route", "get", "post", "put"}
    | {
        "delete",
        "patch",
        "command",
        "group",
        "option",
        "argument",
        "lru_cache",
        "cache",
        "cache_data",
        "cache_resource",
    }
)
"""Last names of decorators behind which errors come out as they are; a web framework answers with them."""
LOOKS = frozenset({"str", "repr", "len", "getattr", "hasattr", "isinstance", "dict", "list", "bool", "dumps", "dump"})
"""Functions that look at a response, and are written otherwise with it."""
NAMES_CLASSES = (ast.ClassDef, ast.arg, ast.AnnAssign, ast.FunctionDef, ast.AsyncFunctionDef)
"""What names classes as bases and in annotations; decorators have a rule of their own."""
PASSIVE = frozenset(
    {"object", "ABC", "BaseModel", "Protocol", "Generic", "NamedTuple", "TypedDict", "Enum"} | {"TestCase"}
)
"""Bases that run no method of a class, or tell of each error."""
LET_THROUGH = (
    *("open", "lock", "semaphore", "session", "client", "executor", "pool", "connect", "spinner", "status", "tqdm"),
    *("temporarydirectory", "namedtemporaryfile", "temporaryfile", "patch", "object", "dict", "chdir", "cursor"),
    *("closing", "nullcontext", "catch_warnings", "redirect_stdout", "redirect_stderr", "no_grad", "zipfile"),
)
"""How the names of context managers end that let errors through."""


class Part(NamedTuple):
    """A file of a program."""

    path: str
    tree: ast.Module
    flow: Flow
    nodes: Index


class Units:
    """The calls of 0.x in a program, and what belongs to each of them."""

    def __init__(
        self, parts: Sequence[Part], is_small: bool = True, program: Program | None = None, keys: Keys | None = None
    ) -> None:
        """Nothing is followed before it is asked for.

        ``is_small``: nothing is left whose error may be caught, so that the program goes on. What is left in a larger
        one is a finding among many, and people mend it before they run that. ``program`` has the files, solved, and
        ``keys`` answers about it.
        """
        self._parts = parts
        self._of_keys = keys
        self.is_small = is_small
        if program is not None:
            self._program = program
        self._numbers = {part.path: number for number, part in enumerate(parts)}
        self._from_sdk: dict[int, list[ast.ImportFrom]] = {}
        self._known_whole: dict[tuple[int, frozenset[ast.AST]], frozenset[ast.AST] | None] = {}

    def of(self, path: str, node: ast.AST) -> dict[str, frozenset[ast.AST]] | None:
        """All that is to be left with a node that cannot be migrated, by the path of its file.

        None where the node belongs to no unit, or what is left would not be loud.
        """
        number = self._numbers[path]
        members: dict[int, set[ast.AST]] = {}
        calls: set[ast.AST] = set()
        resources: set[str] = set()
        waiting = [*self._calls_at(number, node)]
        handed = set() if waiting else {resource for resource, at in self._handed.items() if (number, node) in at}
        while waiting or handed:
            if handed:
                resource = handed.pop()
                resources.add(resource)
                waiting += self._unspelled.get(resource, ())
                found = self._handed.get(resource, ())
                if self.is_small and any(self._is_given_away(*one) for one in found):
                    return None
            else:
                call = waiting.pop()
                if call in calls:
                    continue
                calls.add(call)
                site, places = self._calls[id(call)]
                if self.is_small and self._is_quiet(site.file.number, call):
                    return None
                if not self._is_spelled(site.file.number, call):
                    handed |= {_resource(place) for place in places} - resources
                more, others = self._unit(call)
                found = [(site.file.number, call), *more]
                waiting += others
            for home, expression in found:
                members.setdefault(home, set()).add(expression)
        whole = {self._parts[home].path: self._whole(home, nodes) for home, nodes in members.items()}
        left = {name: nodes for name, nodes in whole.items() if nodes is not None}
        return left if left and len(left) == len(whole) else None

    def on(self, path: str, line: int) -> dict[str, frozenset[ast.AST]]:
        """All that is to be left with what stands on a line (from 1): the units of its expressions, by path."""
        number = self._numbers[path]
        found: dict[str, frozenset[ast.AST]] = {}
        for members in self._members.values():
            at = next((one for home, one in members if home == number and getattr(one, "lineno", 0) == line), None)
            for name, nodes in ((at and self.of(path, at)) or {}).items():
                found[name] = found.get(name, frozenset()) | nodes
        return found

    def beyond(self, path: str) -> dict[str, frozenset[ast.AST]]:
        """What is to be left in other files with a file that stays as it is: the rest of its units."""
        number = self._numbers[path]
        members: dict[int, set[ast.AST]] = {}
        for home, expression in (one for unit in self._by_file.get(number, ()) for one in unit):
            members.setdefault(home, set()).add(expression)
        members.pop(number, None)
        found = {self._parts[home].path: self._whole(home, nodes) for home, nodes in members.items()}
        return {name: nodes for name, nodes in found.items() if nodes is not None}

    def _whole(self, number: int, nodes: set[ast.AST]) -> frozenset[ast.AST] | None:
        """Expressions of a file with what goes on from them, and the imports that they need; None if others do, too."""
        key = number, frozenset(nodes)
        if key not in self._known_whole:
            self._known_whole[key] = self._look_for_whole(number, nodes)
        return self._known_whole[key]

    def _look_for_whole(self, number: int, nodes: set[ast.AST]) -> frozenset[ast.AST] | None:
        index = self._index(number)
        whole = {part for one in nodes for part in self._with_arguments(number, _chain(one, index))}
        inside = {id(part) for one in whole for part in ast.walk(one)}
        names = {part.id for one in whole for part in ast.walk(one) if isinstance(part, ast.Name)}
        for statement in self._imports(number):
            bound = {name.asname or name.name for name in statement.names}
            if not bound.isdisjoint(names):
                # It stays as a whole, and so must all that it binds: a test may put something in the place of a name.
                if any(id(load) not in inside for name in bound for load in index.loads.get(name, ())):
                    return None
                whole.add(statement)
        return frozenset(whole)

    def together(self, path: str, node: ast.AST) -> dict[ast.AST, frozenset[ast.AST]]:
        """The calls of a file that a node is part of, or may come from, with all that their responses are and meet.

        Empty where something of it stands in other files.
        """
        number = self._numbers[path]
        found = {call: self._meeting.of(number, call) for call in self._calls_at(number, node)}
        return found if all(found.values()) else {}

    def is_met(self, path: str, node: ast.AST) -> bool:
        """True if an expression of a file is among what responses of the program are and meet."""
        return self._meeting.knows(self._numbers[path], node)

    def together_on(self, path: str, line: int) -> dict[ast.AST, frozenset[ast.AST]]:
        """The same of all that stands on a line (from 1)."""
        graph = self._program.graphs.get(self._numbers[path])
        nodes = graph.nodes if graph is not None else {}
        found = [self.together(path, node) for node in nodes if getattr(node, "lineno", 0) == line]
        return {call: more for one in found for call, more in one.items()}

    @cached_property
    def _meeting(self) -> Meeting:
        return Meeting(self._program)

    def groups(self) -> list[set[tuple[str, ast.AST]]]:
        """The units of the program: of each the calls that send requests, with their responses and arguments.

        Each with the path of its file.
        """
        groups: dict[tuple[int, ast.AST], set[tuple[int, ast.AST]]] = {}
        for site, places in self._calls.values():
            sends = all(f"{place.path}.".startswith(HELD_IN_PLACE) for place in places)
            if not sends or not self._is_spelled(site.file.number, site.at):
                continue  # it sends no request, or has what it calls from elsewhere, which changes with the rest
            own = {(site.file.number, site.at), *self._expressions(site)}
            met = {id(groups[one]): groups[one] for one in own if one in groups}
            whole = max([own, *met.values()], key=len)
            whole.update(own, *met.values())
            groups.update(dict.fromkeys(own.union(*met.values()), whole))
        return [
            {(self._parts[number].path, _chain(node, self._index(number))) for number, node in group}
            for group in {id(group): group for group in groups.values()}.values()
        ]

    def alone(self, path: str, node: ast.AST) -> frozenset[ast.AST] | None:
        """A place that raises with today's SDK by itself; None where something catches that and goes on."""
        number = self._numbers[path]
        errors = OF_IMPORTS if isinstance(node, (ast.Import, ast.ImportFrom)) else OF_NAMES
        if self.is_small and (self._is_swallowed(number, node, errors, set()) or any(self._are_quiet(number, node))):
            return None
        return frozenset(self._with_arguments(number, _chain(node, self._index(number))))

    def is_loud(self, path: str) -> bool:
        """True if nothing of 0.x in a file would raise where something catches that and goes on."""
        number = self._numbers[path]
        if any(site.file.number == number and self._is_quiet(number, site.at) for site, _ in self._calls.values()):
            return False
        graph = self._program.graphs.get(number)
        return graph is not None and not any(
            self._is_swallowed(number, node, _errors_of(fact.value.path), set())
            for node, values in graph.nodes.items()
            if isinstance(node, (ast.Name, ast.Attribute))
            for value in values
            for fact in value.facts
            if isinstance(fact.value, Place) and removed(fact.value) is not None
        )

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
    def _calls(self) -> dict[int, tuple[Site, list[Place]]]:
        """``id(call)`` → each call of something that was removed, with all that it may call of that."""
        calls: dict[int, tuple[Site, list[Place]]] = {}
        for graph in self._program.graphs.values():
            for site in graph.sites:
                for place in (fact.value for fact in site.function.facts):
                    found = removed(place) if isinstance(place, Place) else None
                    if found is not None and found.kind != SETTING:  # which is for all calls
                        calls.setdefault(id(site.at), (site, []))[1].append(place)
        return calls

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

    @cached_property
    def _by_file(self) -> dict[int, list[frozenset[tuple[int, ast.AST]]]]:
        """The number of a file → the units of which something stands there, each with all that it has."""
        units = {frozenset({(site.file.number, site.at), *self._expressions(site)}) for site, _ in self._calls.values()}
        found: dict[int, list[frozenset[tuple[int, ast.AST]]]] = {}
        for unit in units:
            for home in {home for home, _ in unit}:
                found.setdefault(home, []).append(unit)
        return found

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
        """True if a call names what it calls by an import: ``openai.Model.list()``."""
        node = call.func if isinstance(call, ast.Call) else call
        while isinstance(node, ast.Attribute):
            node = node.value
        nodes = self._program.graphs[number].nodes.get(node, ())
        facts = {fact.value for one in nodes for fact in one.facts}
        return isinstance(node, ast.Name) and (facts == {Place("openai")} or node.id in self._imported(number))

    @cached_property
    def _unspelled(self) -> dict[str, list[ast.AST]]:
        """Resource of 0.x → the calls of it that do not name it."""
        calls: dict[str, list[ast.AST]] = {}
        for site, places in self._calls.values():
            if not self._is_spelled(site.file.number, site.at):
                for resource in {_resource(place) for place in places}:
                    calls.setdefault(resource, []).append(site.at)
        return calls

    @cached_property
    def _handed(self) -> dict[str, list[tuple[int, ast.AST]]]:
        """Resource of 0.x → where it, or a method of it, is named and not called, each with the number of its file."""
        handed: dict[str, list[tuple[int, ast.AST]]] = {}
        for number, graph in self._program.graphs.items():
            parents = self._index(number).parents
            for expression, nodes in graph.nodes.items():
                parent = parents.get(id(expression))
                goes_on = isinstance(parent, ast.Attribute) or (
                    isinstance(parent, ast.Call) and parent.func is expression
                )
                if isinstance(expression, (ast.Name, ast.Attribute)) and not goes_on:
                    for place in (fact.value for node in nodes for fact in node.facts):
                        found = removed(place) if isinstance(place, Place) else None
                        if found is not None and found.kind in HANDED_ON:
                            handed.setdefault(_resource(place), []).append((number, expression))
        return handed

    def _with_arguments(self, number: int, node: ast.AST) -> Iterator[ast.AST]:
        """Yield an expression, and what stands behind it where it is handed on: ``partial(method, engine="e")``."""
        yield node
        call = self._index(number).parents.get(id(node))
        if isinstance(call, ast.Call) and node in call.args and (number, node) in self._all_handed:
            yield from call.args[call.args.index(node) + 1 :]
            yield from call.keywords

    @cached_property
    def _all_handed(self) -> set[tuple[int, ast.AST]]:
        return {one for found in self._handed.values() for one in found}

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

    def _unit(self, call: ast.AST) -> tuple[Iterator[tuple[int, ast.AST]], list[ast.AST]]:
        """The expressions of a call's unit, each with the number of its file, and the other calls in it."""
        site, _ = self._calls[id(call)]
        others = [one for unit in site.node.facts.values() for one in self._made_by(unit)]
        others += [one for at in self._keys[id(call)] for one in self._given[at]]
        return self._expressions(site), others

    def _expressions(self, site: Site) -> Iterator[tuple[int, ast.AST]]:
        """Yield what may be the response of a call, and the keys of its arguments, each with the number of its file.

        A key is there also where it is named again.
        """
        for top in {id(unit.top()) for unit in site.node.facts.values() if unit is not None}:
            yield from self._members.get(top, ())
        for key in self._keys[id(site.at)].values():
            yield key.number, key.at
            yield from self._of_keys.mentions(key).named if self._of_keys is not None else ()

    # Loudness

    def _is_quiet(self, number: int, call: ast.AST) -> bool:
        """True if what a call of 0.x raises with today's SDK may be caught, so that the program goes on."""
        errors = OF_CALLS.union(*(_errors_of(place.path) for place in self._calls[id(call)][1]))
        return self._is_swallowed(number, call, errors, set())

    def _are_quiet(self, number: int, node: ast.AST) -> Iterator[bool]:
        """Yield for all that is done with a method that a node hands on whether its error may be caught."""
        nodes = self._program.graphs[number].nodes.get(node, ())
        paths = tuple(f"{fact.value.path}." for one in nodes for fact in one.facts if isinstance(fact.value, Place))
        if not paths:
            return
        for site, places in self._calls.values():
            if any(f"{place.path}.".startswith(paths) for place in places):
                yield self._is_quiet(site.file.number, site.at)
        for home, graph in self._program.graphs.items():
            for expression, values in graph.nodes.items():
                facts = (fact.value for one in values for fact in one.facts)
                if any(isinstance(value, Place) and f"{value.path}.".startswith(paths) for value in facts):
                    yield self._is_given_away(home, expression)

    def _is_given_away(self, number: int, node: ast.AST) -> bool:
        """True if something is an argument of a call that is not of a function of the program."""
        parents = self._index(number).parents
        call = parents.get(id(node))
        if isinstance(call, ast.keyword):
            call = parents.get(id(call))
        if not isinstance(call, ast.Call) or call.func is node or _last_name(call) == "partial":
            return False
        function = self._program.graphs[number].nodes.get(call.func, ())
        return not any(isinstance(fact.value, (Method, Type)) for one in function for fact in one.facts)

    def _is_swallowed(self, number: int, node: ast.AST, errors: frozenset[str], seen: set[int]) -> bool:
        """True if an error that is raised at a node may be caught by one of these names, and the program goes on.

        What does not show counts as that: a context manager or a decorator that is not known, a function that is handed
        on, whose callers nobody sees.
        """
        index = self._index(number)
        inner: ast.AST = node
        around = index.parents.get(id(node))
        while around is not None:
            if isinstance(around, TRIES) and self._is_passed_over(number, around, inner, errors):
                return True
            if isinstance(around, (ast.With, ast.AsyncWith)) and inner in around.body and not _lets_through(around):
                return True
            if isinstance(around, ast.Lambda):
                return True
            if isinstance(around, (ast.FunctionDef, ast.AsyncFunctionDef)):
                if id(around) in seen:
                    return False
                seen.add(id(around))
                if self._is_hidden(number, around):
                    return True
                owner = index.parents.get(id(around))
                name = owner.name if around.name == "__init__" and isinstance(owner, ast.ClassDef) else around.name
                callers = self._callers.get(id(around), []) + self._unresolved.get(name, [])
                return any(
                    (isinstance(around, ast.AsyncFunctionDef) and not self._is_awaited(*place))
                    or self._is_swallowed(*place, errors, seen)
                    for place in callers
                )
            inner, around = around, index.parents.get(id(around))
        return self._is_imported_with_care(number)

    def _is_passed_over(self, number: int, around: ast.AST, inner: ast.AST, errors: frozenset[str]) -> bool:
        """True if a ``try`` may catch what is raised in it, or ends without raising it."""
        assert isinstance(around, TRIES)
        leaves = (ast.Return, ast.Break, ast.Continue)
        if any(isinstance(part, leaves) for one in around.finalbody for part in ast.walk(one)):
            return True
        own = self._own_names(number)
        return inner in around.body and any(_goes_on(handler, errors, own) for handler in around.handlers)

    def _own_names(self, number: int) -> frozenset[str]:
        """Names of a file that may stand for any class of errors: assigned ones, and those of imports from the SDK."""
        index = self._index(number)
        renamed = {name.asname for one in self._imports(number) for name in one.names if name.asname}
        return frozenset({*index.stores, *index.arguments, *renamed})

    def _is_hidden(self, number: int, function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
        """True if it does not show who runs a function, and what becomes of its errors."""
        own = self._own_names(number)
        if not all(_last_name(one) in PLAIN_DECORATORS or _tries_again(one, own) for one in function.decorator_list):
            return True
        is_special = function.name.startswith("__") and function.name != "__init__"
        if is_special or any(isinstance(part, YIELDS) for part in ast.walk(function)):
            return True
        return self._owner(number, function) in self._derived or id(function) in self._handed_on

    def _owner(self, number: int, function: ast.AST) -> int:
        """The ``id`` of the class that a method stands in."""
        return id(self._index(number).parents.get(id(function)))

    @cached_property
    def _derived(self) -> set[int]:
        """``id(class)`` of those that have a base which nobody sees, and which may run their methods."""
        return {
            id(cls.at)
            for graph in self._program.graphs.values()
            for cls, _, bases in graph.classes
            for base, node in zip(cls.at.bases, bases, strict=True)
            if _last_name(base) not in PASSIVE and not any(isinstance(fact.value, Type) for fact in node.facts)
        }

    @cached_property
    def _handed_on(self) -> set[int]:
        """``id(function)`` of those that are given to something that may run them."""
        found: set[int] = set()
        for number, graph in self._program.graphs.items():
            parents = self._index(number).parents
            for expression, nodes in graph.nodes.items():
                parent = parents.get(id(expression))
                is_called = isinstance(parent, ast.Call) and parent.func is expression
                is_named = isinstance(parent, NAMES_CLASSES) or _last_name(parent or expression) in (
                    "isinstance",
                    "issubclass",
                )
                if isinstance(expression, (ast.Name, ast.Attribute)) and not is_called and not is_named:
                    if isinstance(expression.ctx, ast.Load):
                        found.update(one for node in nodes for one in _functions(node))
        return found

    def _is_awaited(self, number: int, call: ast.AST) -> bool:
        """True if what an asynchronous function raises reaches the place where it is called."""
        parent = self._index(number).parents.get(id(call))
        return isinstance(parent, ast.Await) or (isinstance(parent, ast.Call) and _name(parent.func) in RUNNERS)

    def _is_imported_with_care(self, number: int) -> bool:
        """True if an import of a file, which raises what it does at its top, stands where that may be caught."""
        stem = os.path.splitext(os.path.basename(self._parts[number].path))[0]
        word = (
            os.path.basename(os.path.dirname(os.path.abspath(self._parts[number].path))) if stem == "__init__" else stem
        )
        for other, part in enumerate(self._parts):
            if other == number:
                continue
            for node in part.nodes.nodes:
                if isinstance(node, TRIES):
                    for inner in (inner for one in node.body for inner in ast.walk(one)):
                        if isinstance(inner, (ast.Import, ast.ImportFrom)):
                            names = {part for alias in inner.names for part in alias.name.split(".")}
                            if word in names or word in (getattr(inner, "module", None) or "").split("."):
                                return True
                        elif isinstance(inner, ast.Call) and _name(inner.func) in ("import_module", "__import__"):
                            return True
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
    def _unresolved(self) -> dict[str, list[tuple[int, ast.AST]]]:
        """The last name of what is called → the calls of which it does not show what they call."""
        calls: dict[str, list[tuple[int, ast.AST]]] = {}
        for number, graph in self._program.graphs.items():
            for site in graph.sites:
                if isinstance(site.at, ast.Call) and not site.function.facts:
                    calls.setdefault(_name(site.at.func), []).append((number, site.at))
        return calls

    def _imports(self, number: int) -> list[ast.ImportFrom]:
        """The imports of names from the SDK."""
        if number not in self._from_sdk:
            found = [node for node in self._index(number).nodes if isinstance(node, ast.ImportFrom)]
            self._from_sdk[number] = [node for node in found if (node.module or "").partition(".")[0] == "openai"]
        return self._from_sdk[number]


def _chain(node: ast.AST, index: Index) -> ast.AST:
    """The longest expression that goes on from a node: ``r["a"].get("b")``, ``"a" in r``, ``len(r)``."""
    parent = index.parents.get(id(node))
    while parent is not None:
        owner = getattr(parent, "func", None) or getattr(parent, "value", None)
        goes_on = isinstance(parent, (ast.Attribute, ast.Subscript, ast.Call)) and owner is node
        looks = isinstance(parent, ast.Call) and node in parent.args and _name(parent.func) in LOOKS
        if not goes_on and not looks and not isinstance(parent, ast.Compare):
            break
        node, parent = parent, index.parents.get(id(parent))
    return node


def _goes_on(handler: ast.ExceptHandler, errors: frozenset[str], own: frozenset[str]) -> bool:
    """True if a clause may catch something by one of these names, and does not raise it again on every path."""
    if handler.type is not None:
        classes = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
        if not any(_name(one) in errors or _name(one) in own or not _name(one) for one in classes):
            return False
    last = handler.body[-1]
    again = isinstance(last, ast.Raise) and (last.exc is None or _name(last.exc) == handler.name)
    leaves = (ast.Return, ast.Break, ast.Continue)
    return not again or any(isinstance(part, leaves) for one in handler.body for part in ast.walk(one))


def _resource(place: Place) -> str:
    """``openai.ChatCompletion``, of it and of its methods."""
    return ".".join(place.path.split(".")[:2])


def _errors_of(path: str) -> frozenset[str]:
    """What catches the error of something of 0.x."""
    return OF_CALLS if f"{path}.".startswith(HELD_IN_PLACE) else OF_NAMES


def _tries_again(decorator: ast.AST, own: frozenset[str]) -> bool:
    """True if a decorator tries again after certain errors, and none of them is what 0.x raises today."""
    if not isinstance(decorator, ast.Call) or _last_name(decorator) not in ("on_exception", "retry"):
        return False
    told = decorator.args[1:] if _last_name(decorator) == "on_exception" else [one.value for one in decorator.keywords]
    names = {_name(part) for one in told for part in ast.walk(one)}
    classes = {name for name in names if name.endswith(("Error", "Exception", "Timeout", "Unavailable"))}
    is_told = all(one.arg != "retry_error_callback" for one in decorator.keywords)
    return bool(classes) and is_told and names.isdisjoint(OF_NAMES | own)


def _lets_through(node: ast.With | ast.AsyncWith) -> bool:
    """True if a ``with`` is known to let errors through."""
    return all(_last_name(item.context_expr).lower().endswith(LET_THROUGH) for item in node.items)


def _last_name(node: ast.AST) -> str:
    """The last name of ``a.b.name`` or ``a.b.name(…)``."""
    return _name(node.func if isinstance(node, ast.Call) else node)


def _name(node: ast.AST) -> str:
    return node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""


def _functions(node: Node) -> Iterator[int]:
    """Yield the ``id`` of each function that something may be; of a class that of its ``__init__``."""
    for fact in node.facts:
        if isinstance(fact.value, Method) and not fact.contents:
            yield id(fact.value.function.at)
        elif isinstance(fact.value, Type) and not fact.contents:
            classes = [fact.value.cls, *ancestors(fact.value.cls)]
            made = next((one.methods["__init__"] for one in classes if "__init__" in one.methods), None)
            if made is not None:
                yield id(made.at)
