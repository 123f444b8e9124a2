"""Units: a call of 0.x with its arguments and all that is done with its response.

What cannot be migrated is left with the rest of its unit, and holds no other unit back: the call raises with today's
SDK. That must be loud. Where something would catch it and go on, more than the unit is left.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from ..rules.facts import COROUTINE, METHOD, RESOURCE, SETTING, removed
from ..semantics.facts import Key, Unit
from ..semantics.keys import Keys
from ..semantics.meeting import Meeting
from ..semantics.nodes import Site
from ..semantics.tracking import File, Program
from ..semantics.values import Place
from ..syntax.index import Index
from ..syntax.written import FUNCTIONS, last_name, root_of
from .loudness import HELD_IN_PLACE, OF_IMPORTS, OF_NAMES, Loudness, Part, errors_of

HANDED_ON = (RESOURCE, METHOD, COROUTINE)
LOOKS = frozenset({"str", "repr", "len", "getattr", "hasattr", "isinstance", "dict", "list", "bool", "dumps", "dump"})
"""Functions that look at a response, and are written otherwise with it."""


Together = Mapping[ast.AST, Mapping[str, frozenset[ast.AST]]]
"""Calls → the path of a file → the expressions in it that their responses are and meet, which become dicts together."""


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
        attempt = None if waiting else self._attempt_of(number, node)
        if attempt is not None:
            # What a clause does that is left: each call whose errors may come to it is left with it.
            waiting = self._loudness.reaching(number, attempt)
            members[number] = {*attempt.handlers} if waiting else set()
        handed = set() if waiting else {resource for resource, at in self._handed.items() if (number, node) in at}
        while waiting or handed:
            if handed:
                resource = handed.pop()
                resources.add(resource)
                waiting += self._unspelled.get(resource, ())
                found = self._handed.get(resource, ())
                if self.is_small and any(self._loudness.is_given_away(*one) for one in found):
                    return None
            else:
                call = waiting.pop()
                if call in calls:
                    continue
                calls.add(call)
                site, places = self._calls[id(call)]
                if self.is_small and self._loudness.is_quiet(site.file.number, call, attempt):
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

    def _attempt_of(self, number: int, node: ast.AST) -> ast.Try | None:
        """The ``try`` in a clause of which a node stands; None where it stands in none."""
        parents = self._index(number).parents
        inner: ast.AST | None = node
        while inner is not None and not isinstance(inner, (ast.ExceptHandler, *FUNCTIONS)):
            inner = parents.get(id(inner))
        return parents.get(id(inner)) if isinstance(inner, ast.ExceptHandler) else None  # type: ignore[return-value]

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
        for statement in self._parts[number].imports:
            bound = {name.asname or name.name for name in statement.names}
            if not bound.isdisjoint(names):
                # It stays as a whole, and so must all that it binds: a test may put something in the place of a name.
                if any(id(load) not in inside for name in bound for load in index.loads.get(name, ())):
                    return None
                whole.add(statement)
        return frozenset(whole)

    def together(self, path: str, node: ast.AST) -> Together:
        """The calls that a node is part of, or may come from, each with all that its responses are and meet.

        Empty where that does not show of one of them, or something of it stands in a file that is only read.
        """
        found: dict[ast.AST, dict[str, frozenset[ast.AST]]] = {}
        for call in self._calls_at(self._numbers[path], node):
            met = self._meeting.of(self._calls[id(call)][0].file.number, call)
            if not met or not all(self._parts[home].may_change for home in met):
                return {}
            found[call] = {self._parts[home].path: nodes for home, nodes in met.items()}
        return found

    def is_met(self, path: str, node: ast.AST) -> bool:
        """True if an expression of a file is among what responses of the program are and meet."""
        return self._meeting.knows(self._numbers[path], node)

    def together_on(self, path: str, line: int) -> Together:
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
        if self.is_small and (
            self._loudness.is_swallowed(number, node, errors, set()) or any(self._loudness.are_quiet(number, node))
        ):
            return None
        return frozenset(self._with_arguments(number, _chain(node, self._index(number))))

    def is_loud(self, path: str) -> bool:
        """True if nothing of 0.x in a file would raise where something catches that and goes on."""
        number = self._numbers[path]
        if any(
            site.file.number == number and self._loudness.is_quiet(number, site.at) for site, _ in self._calls.values()
        ):
            return False
        graph = self._program.graphs.get(number)
        return graph is not None and not any(
            self._loudness.is_swallowed(number, node, errors_of(fact.value.path), set())
            for node, values in graph.nodes.items()
            if isinstance(node, (ast.Name, ast.Attribute))
            for value in values
            for fact in value.facts
            if isinstance(fact.value, Place) and removed(fact.value) is not None
        )

    # Analysis

    @cached_property
    def _program(self) -> Program:
        files = [File(part.path, part.tree, part.flow) for part in self._parts]
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
    def _loudness(self) -> Loudness:
        return Loudness(self._parts, self._program, self._calls)

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
        node = root_of(call.func if isinstance(call, ast.Call) else call)
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
        return {alias.asname or alias.name for node in self._parts[number].imports for alias in node.names}

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


def _chain(node: ast.AST, index: Index) -> ast.AST:
    """The longest expression that goes on from a node: ``r["a"].get("b")``, ``"a" in r``, ``len(r)``."""
    parent = index.parents.get(id(node))
    while parent is not None:
        owner = getattr(parent, "func", None) or getattr(parent, "value", None)
        goes_on = isinstance(parent, (ast.Attribute, ast.Subscript, ast.Call)) and owner is node
        looks = isinstance(parent, ast.Call) and node in parent.args and last_name(parent.func) in LOOKS
        if not goes_on and not looks and not isinstance(parent, ast.Compare):
            break
        node, parent = parent, index.parents.get(id(parent))
    return node


def _resource(place: Place) -> str:
    """``openai.ChatCompletion``, of it and of its methods."""
    return ".".join(place.path.split(".")[:2])
