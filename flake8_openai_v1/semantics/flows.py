"""What the solver's facts come to: which expressions are responses on every path, and where responses go."""

from __future__ import annotations

import ast
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

from ..sdk.fields import LEGACY_ONLY
from ..sdk.shapes import FIELDS
from . import values
from .facts import ANY_NAME, Fact, Key, Method, Object, Type, has_no_keys, is_of_legacy, is_response
from .graph import Graph
from .library import as_text, is_told_how
from .nodes import ANY, ANY_ITEM, Function, Label, Node, Site
from .places import SERIALISERS, is_legacy
from .responses import DICT_METHODS
from .solver import DEEPEST, Solver, ancestors, matches
from .values import Client, Many, Mapping, Place, Response, Value

Asked = TypeVar("Asked", bound=Hashable)

NAMED = frozenset(
    name
    for fields in FIELDS.values()
    for name in fields
    if not any(hasattr(kind, name) for kind in (str, bytes, int, float, list, tuple, set))
) - {"code", "error", "message", "param", "type"}
"""Fields of responses that no text, number, list and exception has."""
TELLING = frozenset({"choices", "usage"})
"""Fields of responses that are hardly an attribute of anything else."""
READ_OF_DICTS = DICT_METHODS | LEGACY_ONLY
"""What responses of 0.x had, and objects have not."""
SDK = "openai"
MOST_ALIASES = 400
"""Nodes that may be the same container; where there are more, nothing is certain of what is in it."""


class Flows:
    """Answers about a program that is solved."""

    def __init__(self, solver: Solver, *, by_name: bool = True) -> None:
        """Look at what is handed to code that nobody sees; ``by_name``: are some attributes taken for a response's?"""
        self._solver = solver
        self._by_name = by_name
        self._unknown: dict[tuple[Node, bool], bool] = {}
        self._dropped = {name for graph in solver.graphs.values() for name, _ in graph.dropped}
        for graph in solver.graphs.values():
            for site in graph.sites:
                if not site.linked:
                    for node, _ in site.args:
                        _hand(node)
                    for _, node in site.keywords:
                        _hand(node)

    def all(self, graph: Graph) -> Iterator[tuple[ast.AST, Value]]:
        """Yield all that is known of the expressions of a file."""
        yield from self.certain(graph)
        yield from self.spread(graph)

    def certain(self, graph: Graph) -> Iterator[tuple[ast.AST, Value]]:
        """Yield the expressions of a file that are responses, or what only 0.x has, whatever the path.

        Of today's responses those are left out with which nothing is done that only a dict allows: they are as they
        should be.
        """
        asked = _asked(graph)
        for expression, nodes in graph.nodes.items():
            if expression in asked or any(map(_is_old, nodes)):
                value = self._value_of(nodes, False)
                if value is not None:
                    yield expression, value

    def read(self, graph: Graph) -> Iterator[tuple[ast.AST, Value]]:
        """Yield what is read by a key in a file, and is a response of 0.x wherever that can be done."""
        for base, _ in graph.key_reads.values():
            value = self._value_of(graph.nodes.get(base, ()), True)
            if value is not None:
                yield base, value

    def possible(self, graph: Graph) -> Iterator[tuple[ast.expr, Value, bool]]:
        """Yield what reads a field by a key, of what may be a response, and may be something else.

        Of today's responses only items of such a list. Last is said whether it is read of each item of a list that has
        a response in it, whatever the path.
        """
        for expression, (base, key) in graph.key_reads.items():
            nodes = graph.nodes.get(base, ())
            for fact in (fact for node in nodes for fact in node.facts if not fact.contents and not fact.is_weak):
                if isinstance(fact.value, Response) and key in FIELDS.get(fact.value.shape, ()):
                    is_item = any(map(self._is_item, nodes))
                    # Who has today's responses beside dicts mostly tells them apart, in ways that do not show here.
                    if (fact.value.legacy or is_item) and self._value_of(nodes, True) is None:
                        yield expression, fact.value, is_item
                    break

    def _is_item(self, node: Node) -> bool:
        """True if a node gets each item of a list that has a response of 0.x in it, whatever the path."""
        seen = {node}
        waiting = [node]
        for one in waiting:
            if one.of is not None and one.at is None and one.of[0] == ANY_ITEM:
                if any(is_response(self._value(value)) for value in _put_into(one.of[1], ANY_ITEM)):
                    return True
            more = [other for other in one.into if other not in seen and any(map(_is_own_response, other.facts))]
            seen.update(more)
            waiting += more
        return False

    def guessed(self, graph: Graph) -> Iterator[ast.expr]:
        """Yield what reads a part of a response by a key, where its name alone says that it is one (``x.choices``)."""
        strict = Flows(self._solver, by_name=False)
        for expression, (base, _) in graph.key_reads.items():
            nodes = graph.nodes.get(base, ())
            if self.is_read(nodes) and not strict.is_read(nodes):
                yield expression

    def is_read(self, nodes: Iterable[Node]) -> bool:
        """True if an expression is a response of 0.x for sure where it is read by a key."""
        return self._value_of(nodes, True) is not None

    def serialised(self, graph: Graph) -> Iterator[tuple[ast.expr, str]]:
        """Yield what a file gives to a serialiser, and has a response of 0.x in it; and the serialiser."""
        for site in graph.sites:
            paths = {fact.value.path for fact in site.function.facts if isinstance(fact.value, Place)} & SERIALISERS
            path = min(paths, default="")
            if not path or not isinstance(site.at, ast.Call) or not site.args:
                continue
            defaults = (fact.value for name, node in site.keywords if name == "default" for fact in node.facts)
            text = max(map(as_text, defaults), default="")
            if is_told_how(site.at, path) and not text:
                continue
            node = site.args[0][0]
            held = {fact.contents for fact in node.facts if fact.contents and is_response(fact.value)}
            if any(self._holds(node, contents) for contents in held):
                yield site.at.args[0], f"{path}{text}"

    def _holds(self, node: Node, contents: tuple[Label, ...]) -> bool:
        """True if a container has a response under some labels, the outermost last, whatever the path."""
        if not contents:
            return is_response(self._value(node))
        *rest, label = contents
        # A list of a dict is one of its keys, and what was tested may have been made another thing.
        stored = list(_stored(node, label, lambda one: one.refined is None))
        held = [self._holds(value, tuple(rest)) for _, value in stored]
        # Of a list some item is enough. What is under a key, or a number, may be replaced.
        if label[0] == "i" and all(key != ANY for key, _ in stored):
            return any(self._holds(value, tuple(rest)) for value in _put_into(node, label))
        return bool(held) and all(held) and label[1] not in self._dropped

    def _value_of(self, nodes: Iterable[Node], by_key: bool) -> Value:
        """What an expression is for sure by all its nodes; ``by_key``: where it is read so."""
        value: Value = None
        for at, node in enumerate(nodes):
            if at and not node.facts and not self.is_known(node, by_key):
                return None  # a copy of a function for one call, which gives it something else
            if node.facts:
                one = self._value(node, by_key)
                if one is None:
                    return None
                value = one if value is None else values.join(value, one)
        return value

    def is_place(self, graph: Graph, expression: ast.AST) -> bool:
        """True if an expression of a file is a module, class or function of the SDK, whatever the path."""
        facts = [fact for node in graph.nodes.get(expression, ()) for fact in node.facts]
        return bool(facts) and all(_is_of_sdk(fact.value) for fact in facts)

    def spread(self, graph: Graph) -> Iterator[tuple[ast.AST, Value]]:
        """Yield what calls of 0.x in a file are given with two stars, with the keys of it that stand in the file."""
        for site, _ in self._solver.calls.values():
            if site.file is not graph or not isinstance(site.at, ast.Call) or not site.keywords:
                continue
            given = [keyword.value for keyword in site.at.keywords]
            for expression, (name, node) in zip(given, site.keywords, strict=True):
                keys = [fact.value for fact in node.facts if isinstance(fact.value, Key) and not fact.is_weak]
                entries = tuple(
                    (key.name, key.at)
                    for key in keys
                    if key.number == graph.number and key.name != ANY_NAME and not self._is_dropped(graph, key)
                )
                if name is None and entries:
                    yield expression, Mapping(entries)

    @staticmethod
    def _is_dropped(graph: Graph, key: Key) -> bool:
        """True if a file takes a key out of what may be the dict that has it."""
        return any(name == key.name and any(fact.value == key for fact in node.facts) for name, node in graph.dropped)

    def _value(self, node: Node, by_key: bool = False) -> Value:
        """What a node is for sure, if that is of the SDK; ``by_key``: where it is read so."""
        facts: list[Fact] = [fact for fact in node.facts if not (by_key and has_no_keys(fact))]
        if any(fact.contents or fact.is_weak for fact in facts):
            return None
        own = [fact.value for fact in facts]
        if not own or not (all(map(is_response, own)) or (all(map(_is_of_sdk, own)) and not by_key)):
            return None
        return values.rebound(values.join_all(own)) if self.is_known(node, by_key) else None

    def is_known(self, node: Node, by_key: bool = False) -> bool:
        """True if all that a node may be is among its facts; ``by_key``: all that has keys."""
        asked = (node, by_key)
        if asked not in self._unknown:
            settle(asked, self._unknown, self._asks, _is_unknown)
        return not self._unknown[asked]

    def _asks(self, asked: tuple[Node, bool]) -> Iterable[tuple[Node, bool]]:
        """What must be known for a node to be known, and whether only what has keys counts."""
        node, by_key = asked
        for other in Flows._needs(node):
            if node.of is not None and other is node.of[1]:
                if not (self._by_name and _is_told_by_name(node)):
                    yield other, _is_named(node.of[0])
            else:
                yield other, by_key and (node.site is None or other is not node.site.function)

    def functions(self, starts: Iterable[Node]) -> set[Function]:
        """The functions whose parameters decide what some nodes are: it matters who else calls them."""
        seen = set(starts)
        waiting = list(seen)
        for node in waiting:
            more = [one for one in self._needs(node) if one not in seen]
            seen.update(more)
            waiting += more
        return {
            function
            for graph in self._solver.graphs.values()
            for function, _ in graph.functions
            if not seen.isdisjoint((*function.parameters.values(), *function.keyword_only.values()))
        }

    @staticmethod
    def _needs(node: Node) -> Iterable[Node]:
        """What must be known for a node to be known."""
        if node.is_placeholder or node.is_settled:
            return
        yield from node.into
        if node.site is not None and not node.site.is_container:
            yield node.site.function
        if node.of is not None:
            yield node.of[1]
            yield from held_under(node)


def _is_old(node: Node) -> bool:
    """True if a node may be a response of 0.x, a name that only 0.x has, or the module itself."""
    return any(
        is_of_legacy(fact.value) or _is_name_of_old(fact.value)
        for fact in node.facts
        if not fact.contents
    )


def _is_name_of_old(value: object) -> bool:
    return isinstance(value, Place) and (value.path == SDK or is_legacy(value.path))


def _asked(graph: Graph) -> set[ast.AST]:
    """The expressions of a file with which something is done that only a dict allows."""
    found: set[ast.AST] = {base for base, _ in graph.key_reads.values()}
    for expression in graph.nodes:
        if isinstance(expression, ast.Attribute) and expression.attr in READ_OF_DICTS:
            found.add(expression.value)
        elif isinstance(expression, ast.Dict):
            found.update(value for key, value in zip(expression.keys, expression.values, strict=True) if key is None)
        elif isinstance(expression, ast.Call):
            found.update(keyword.value for keyword in expression.keywords if keyword.arg is None)
    for site in graph.sites:
        if isinstance(site.at, ast.Call) and site.at.args:
            if any(isinstance(fact.value, Place) and fact.value.path in SERIALISERS for fact in site.function.facts):
                found.add(site.at.args[0])
    return found


def settle(
    start: Asked,
    found: dict[Asked, bool],
    needs: Callable[[Asked], Iterable[Asked]],
    is_source: Callable[[Asked], bool],
) -> None:
    """Find out for a node, and for all that it depends on, whether one of these is a source, or depends on one."""
    users: dict[Asked, list[Asked]] = {}
    sources: list[Asked] = []
    seen = {start}
    waiting = [start]
    while waiting:
        node = waiting.pop()
        if found.get(node, False) or (node not in found and is_source(node)):
            sources.append(node)
        elif node not in found:
            for other in needs(node):
                users.setdefault(other, []).append(node)
                if other not in seen:
                    seen.add(other)
                    waiting.append(other)
    for node in seen:
        found.setdefault(node, False)
    done: set[Asked] = set()
    while sources:
        node = sources.pop()
        if node not in done:
            done.add(node)
            found[node] = True
            sources += users.get(node, ())


def held_under(node: Node) -> Iterator[Node]:
    """Yield all that is put under the label of a node into what may be the container that it is read from."""
    if node.of is not None:
        label, base = node.of
        if any(fact.contents and matches(fact.contents[-1], label) for fact in base.facts):
            yield from _held(base, label)


def put_under(node: Node) -> Iterator[Node]:
    """Yield the same, and what nothing is known of."""
    if node.of is not None:
        yield from _held(node.of[1], node.of[0])


def _is_named(label: Label) -> bool:
    """True if only what has fields, or keys, has something under a label."""
    return label[0] == "k" or (label[0] == "a" and label[1] in NAMED)


def _is_told_by_name(node: Node) -> bool:
    """True if a node is what an attribute gives that only responses have, of what may be one."""
    if node.of is None or node.of[0][0] != "a" or node.of[0][1] not in TELLING:
        return False
    values = [fact.value for fact in node.of[1].facts if not fact.contents and not fact.is_weak]
    return any(isinstance(one, Response) and node.of[0][1] in FIELDS.get(one.shape, ()) for one in values)


def _is_unknown(asked: tuple[Node, bool]) -> bool:
    """True if a node may be something that does not show, whatever comes into it."""
    node, by_key = asked
    if node.is_settled or (by_key and node.is_keyless):
        return False
    if node.is_unknown or (node.site is not None and not node.site.is_container and not _is_linked(node.site)):
        return True
    if node.site is not None and len(node.site.args) > 2 and "builtins.getattr" in node.site.linked:
        return any(_is_of_sdk(fact.value) for fact in node.facts)  # what today's module lacks is the default
    if node.of is not None and any(_may_be_of_a_base(fact.value, node.of[0]) for fact in node.of[1].facts):
        return True
    if any(isinstance(fact.value, Many) and not fact.contents for fact in node.facts):
        return not all(map(_holds_responses, _replaced(node)))
    if node.facts or node.is_placeholder or (node.of is not None and _has_no_items(*node.of)):
        return False
    if node.site is not None:  # of functions of the program it is seen what they give
        called = [one[0] for one in node.site.linked if isinstance(one, tuple)]
        is_own = all(isinstance(one, Function) for one in called) and len(called) == len(node.site.linked)
        return not node.into or not is_own
    return not node.into or node.of is not None


def _may_be_of_a_base(value: object, label: Label) -> bool:
    """True if an object may have an attribute from a base that is not seen, before one that is seen has it."""
    kind, name = label
    if not isinstance(value, (Object, Type)) or kind != "a":
        return False
    cls = value.cls
    if name in cls.cells or name in cls.methods:
        return False
    for base in cls.at.bases:
        facts = [fact.value for node in cls.file.nodes.get(base, ()) for fact in node.facts]
        seen = [one for fact in facts if isinstance(fact, Type) for one in (fact.cls, *ancestors(fact.cls))]
        if not seen or any(name in one.cells or name in one.methods for one in seen):
            return not seen
    return False


def _is_linked(site: Site) -> bool:
    """True if of all that a call may call it is seen what it gives."""
    called = (fact.value for fact in site.function.facts if not fact.contents)
    return bool(site.linked) and site.linked >= {one.path for one in called if isinstance(one, (Place, Client))}


def _is_own_response(fact: Fact) -> bool:
    """True if a fact says that a node is a response itself."""
    return not fact.contents and isinstance(fact.value, Response)


def _is_of_sdk(value: object) -> bool:
    return isinstance(value, Place) and value.path.partition(".")[0] == "openai"


def _hand(node: Node) -> None:
    """Code that is not seen may call a function with anything."""
    for fact in node.facts:
        if isinstance(fact.value, Method) and not fact.contents:
            function = fact.value.function
            for parameter in (*list(function.parameters.values())[fact.value.given :], *function.keyword_only.values()):
                parameter.is_unknown = True


def _put_into(base: Node, label: Label) -> Iterator[Node]:
    """Yield what is put under a label into a container, also where this is read anew out of what has it."""
    return (value for node in _same(base) for stored, value in node.held if matches(stored, label))


def _same(base: Node) -> Iterable[Node]:
    """What a container is made as, and all that gets it from there: one that is made at each call is another one."""
    groups: list[dict[Node, None]] = [{base: None}]
    """What may be the same container; then what may be the one that it is read out of; and so on."""
    reads: list[Label] = []
    while len(reads) < DEEPEST:
        _add(groups[-1], lambda node: node.into)
        read, owner = next((node.of for node in groups[-1] if node.of is not None), (None, None))
        if read is None or owner is None:
            break
        reads.append(read)
        groups.append({owner: None})
    for number in range(len(groups) - 1, -1, -1):
        _add(groups[number], lambda node: (other for other in node.next if other.site is None))
        if number:
            parts = (row for owner in groups[number] for row in (*owner.held, *owner.loads))
            groups[number - 1].update((other, None) for label, other in parts if matches(label, reads[number - 1]))
    return groups[0]


def _add(group: dict[Node, None], edges: Callable[[Node], Iterable[Node]]) -> None:
    """Add to nodes those that some edges lead to."""
    waiting = list(group)
    for node in waiting:
        for other in edges(node) if node.refined is None else ():
            if other not in group and len(group) < MOST_ALIASES and other.facts:
                group[other] = None
                waiting.append(other)


def _replaced(base: Node) -> Iterator[Node]:
    """All that is put into a list of responses, wherever it is the same list."""
    seen = {base}
    waiting = [base]
    for node in waiting:
        yield from (value for stored, value in node.held if matches(stored, ANY_ITEM))
        nearer = (node.of[1],) if node.of is not None else ()
        for other in (*node.into, *nearer, *(value for _, value in node.held)):
            if other not in seen and len(seen) < MOST_ALIASES and any(map(_holds_list, other.facts)):
                seen.add(other)
                waiting.append(other)


def _has_no_items(label: Label, base: Node) -> bool:
    """True if an item is read of clients, which have none: ``with client as c`` gives the client itself."""
    return label == ANY_ITEM and bool(base.facts) and all(isinstance(fact.value, Client) for fact in base.facts)


def _holds_responses(node: Node) -> bool:
    """True if a node is a response, or has some in it, and nothing else is known of it."""
    return bool(node.facts) and all(is_response(fact.value) for fact in node.facts)


def _holds_list(fact: Fact) -> bool:
    """True if a fact says that something is a list which a response has, or that one is in it."""
    return isinstance(fact.value, Many)


def _held(base: Node, label: Label) -> Iterator[Node]:
    """All that is put under a label into what may be the same container."""
    return (value for _, value in _stored(base, label, lambda node: True))


def _stored(base: Node, label: Label, is_same: Callable[[Node], bool]) -> Iterator[tuple[Label, Node]]:
    """The same, with the labels under which it is put; ``is_same``: is it followed past this node?"""
    seen = {base}
    waiting = [base]
    for node in waiting:
        for stored, value in node.held:
            if matches(stored, label):
                yield stored, value
        for other in (*node.into, *node.next) if is_same(node) else ():
            if other not in seen and len(seen) < MOST_ALIASES and other.facts:
                seen.add(other)
                waiting.append(other)
