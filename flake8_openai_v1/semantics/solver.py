"""Where the values of a program go: what each node of its graphs may be, worked out from the SDK's calls on.

A fact says what a node may be: an object of the SDK, a function, a class or an object of the program, or one of these
within a container (its labels, the innermost first). Facts go along the edges of the graphs; a function or class that
arrives at a call, or at an attribute, makes more edges. A worklist ends when nothing new is found: nodes, values and
labels are finite, and containers are followed `DEEPEST` deep. Values that meet at a node are of one *unit*.
"""

from __future__ import annotations

import ast
import builtins
import os
from collections import deque
from collections.abc import Callable, Collection, Iterable, Sequence
from itertools import islice
from typing import Any, NamedTuple

from ..sdk.clients import CLIENTS, SAME_CLIENT
from ..syntax.written import last_name
from . import responses, transfers, values
from .facts import (
    ANY_NAME,
    DISPLAY,
    FIXTURE,
    FOLLOWED,
    LISTED,
    RAISED,
    SAME_FUNCTION,
    SOME,
    Fact,
    Getter,
    Handed,
    Key,
    Known,
    Maker,
    Method,
    Module,
    Object,
    Super,
    Type,
    Unit,
    is_response,
)
from .foreign import VALIDATES
from .graph import Graph
from .modules import Modules
from .nodes import (
    ANY,
    ANY_ITEM,
    ITS_KEY,
    NO_KEYS,
    START,
    Class,
    Function,
    Label,
    Node,
    Reach,
    Site,
    cell,
    link,
    merge,
    put,
    read,
    with_key,
    with_row,
)
from .values import Client, Coroutine, Either, Items, Many, Mapping, Page, Place, Response, Stream, Value

DEEPEST = 3
"""Containers within each other in which a value is followed."""
ENTERS = frozenset({"__enter__", "__aenter__"})
"""Methods of a client that give the client itself."""
MOST_KEYS = 240
"""Facts of a node beyond which keys are not followed either."""
MOST_FACTS = 60
"""What one node may be; beyond that it is unknown."""


CONTAINERS = frozenset({"dict", "list", "tuple", "OrderedDict", "UserDict", "UserList", "deque", "SimpleNamespace"})
"""Classes of Python's own whose objects hold what they are made of."""
ITEMS = -1
"""Stands in `Class.bound` for what a method gives where it is iterated over."""


class Code(NamedTuple):
    """What is known of the code of a file beside its graph."""

    answer: Callable[[ast.expr], Value]
    """What an expression denotes, by the analysis of its file."""
    is_set_aside: Callable[[ast.AST], bool]
    """True if code is meant for the old SDK only."""
    replaced: set[str]


class _Asked:
    """What `responses.returned` asks of an analysis."""

    def __init__(self, code: Code) -> None:
        self.code = code
        self.replaced = code.replaced
        self.model = self

    def value(self, node: ast.AST) -> Value:
        if isinstance(node, ast.Constant):
            return values.Const(node.value)
        return self.code.answer(node) if isinstance(node, ast.expr) else None


class Solver:
    """What all nodes of a program may be."""

    def __init__(self, paths: Sequence[str], *, keys: Collection[str] = FOLLOWED) -> None:
        """Nothing opened yet; ``paths`` are those of all files of the program, by their number.

        ``keys``: the names of arguments that are followed as keys of dicts.
        """
        self._keys = keys
        self.modules = Modules(paths)
        self.graphs: dict[int, Graph] = {}
        self.codes: dict[int, Code] = {}
        self.waiting: dict[int, list[tuple[Node, str]]] = {}
        """Files that are not open → what is imported from them."""
        self.assigned: dict[int, list[tuple[str, Node]]] = {}
        """Files that are not open → names of theirs that others assign, and the values."""
        self.queue: deque[tuple[Node, Fact]] = deque()
        self.calls: dict[int, tuple[Site, Place]] = {}
        """``id(call)`` → calls of the SDK of 0.x."""
        self.deep: set[Key] = set()
        """Keys of dicts that lie deeper in others than they are followed."""
        self._in_copies: set[int] = set()
        self._done: dict[int, list[int]] = {}
        self._partials: dict[int, Site] = {}
        self._fixtures: list[tuple[str, Graph]] = []

    def open(self, graph: Graph, code: Code) -> None:
        """Take in the graph of a file, and what is known of its code."""
        self.graphs[graph.number] = graph
        self.codes[graph.number] = code
        self._seed(graph)
        for name, home in self._fixtures:
            if _is_conftest_of(home.path, graph.path):
                self._give_fixture(name, home, graph)
        for node, name in self.waiting.pop(graph.number, ()):
            if name in graph.module.bound:
                self.link(graph.module.variable(name), node)
        for name, node in self.assigned.pop(graph.number, ()):
            if name in graph.module.bound:
                self.link(node, graph.module.variable(name))

    # Seeds

    def _seed(self, graph: Graph) -> None:
        """What has come into a graph since it was seeded last."""
        done = self._done.setdefault(graph.number, [0] * 10)
        lists: list[tuple[list[Any], Callable[..., None]]] = [
            (graph.functions, self._seed_function),
            (graph.classes, self._seed_class),
            (graph.imports, self._seed_import),
            (graph.builtins, self._seed_builtin),
            (graph.caught, self._seed_caught),
            (graph.annotated, self._seed_annotated),
            (graph.supers, self._seed_super),
        ]
        for at, (rows, seed) in enumerate(lists):
            while done[at] < len(rows):
                done[at] += 1
                seed(graph, rows[done[at] - 1])
        while done[9] < len(graph.handed):
            done[9] += 1
            node, handed = graph.handed[done[9] - 1]
            self.add(node, Fact(handed))
        while done[7] < len(graph.displays):
            done[7] += 1
            display = graph.displays[done[7] - 1]
            self.add(display, Fact(DISPLAY if isinstance(display.at, (ast.Dict, ast.DictComp)) else LISTED))
        while done[8] < len(graph.keys):
            done[8] += 1
            name, key, container = graph.keys[done[8] - 1]
            if name in self._keys and (name != ANY_NAME or graph.has_names):
                self.store(container, Fact(Key(name, key, graph.number), (("k", name),)), None)

    def _seed_function(self, graph: Graph, row: tuple[Function, Node]) -> None:
        function, node = row
        self.add(node, Fact(Method(function)))
        if function.owner is not None and function.kind != "static" and function.parameters:
            first = next(iter(function.parameters.values()))
            self.add(first, Fact(Type(function.owner) if function.kind == "class" else Object(function.owner)))

    def _seed_class(self, graph: Graph, row: tuple[Class, Node, list[Node]]) -> None:
        cls, node, bases = row
        self.add(node, Fact(Type(cls)))
        for base in bases:
            base.bases_of = with_row(base.bases_of, cls)
            for fact in list(base.facts):
                self._inherit(cls, fact)

    def _inherit(self, cls: Class, fact: Fact) -> None:
        if fact.contents or not isinstance(fact.value, Type) or fact.value.cls is cls:
            return
        base = fact.value.cls
        if base not in cls.bases:
            cls.bases.append(base)
            base.subclasses.append(cls)
            for one in related(cls):
                for name, loads in list(one.loads.items()):
                    for target, of_class in list(loads):
                        self._load_attribute(one, name, target, of_class)

    def _seed_import(self, graph: Graph, row: tuple[Node, str, int, str | None]) -> None:
        node, module, level, name = row
        if not level and module.partition(".")[0] == "openai":
            # The SDK, also where a package has a module of that name: within it the name is absolute.
            place = Place(module)
            self.add(node, Fact(values.attribute(place, name) if name is not None else place))
            return
        number = self.modules.find(module, level, graph.path)
        if name is None:
            if number is not None or self._is_package(module, graph.path):
                self.add(node, Fact(Module(number, module, graph.path)))
            else:
                self.add(node, Fact(Place(module)))
            return
        if number is not None and self._import(number, name, node):
            return
        inner = self.modules.find(f"{module}.{name}" if module else name, level, graph.path)
        if inner is not None:
            self.add(node, Fact(Module(inner, f"{module}.{name}" if module else name, graph.path)))
        elif number is None:
            self.add(node, Fact(values.attribute(Place("." * level + module), name)))

    def _import(self, number: int, name: str, node: Node) -> bool:
        """Link what a name of another file is, now or when it is opened; True if that file binds it."""
        graph = self.graphs.get(number)
        if graph is None:
            self.waiting.setdefault(number, []).append((node, name))
            return False
        if name in graph.module.bound:
            self.link(graph.module.variable(name), node)
        return name in graph.module.bound

    def _is_package(self, name: str, importer: str) -> bool:
        return self.modules.has_package(name, importer)

    def _seed_builtin(self, graph: Graph, row: tuple[Node, str]) -> None:
        node, name = row
        if name == "openai":
            self.add(node, Fact(Place("openai")))
        elif hasattr(builtins, name):
            self.add(node, Fact(Place(f"builtins.{name}")))

    def _seed_caught(self, graph: Graph, row: tuple[Node, Node]) -> None:
        cls, value = row
        cls.catches = with_row(cls.catches, value)
        for fact in list(cls.facts):
            self._catch(value, fact)

    def _catch(self, value: Node, fact: Fact) -> None:
        if not fact.contents and isinstance(fact.value, Type):
            self.add(value, Fact(Object(fact.value.cls)))

    _instance = _catch

    def _seed_annotated(self, graph: Graph, row: tuple[Node, Node]) -> None:
        annotation, parameter = row
        annotation.catches = with_row(annotation.catches, parameter)
        for fact in list(annotation.facts):
            self._catch(parameter, fact)

    def _seed_super(self, graph: Graph, row: tuple[Node, Class]) -> None:
        node, cls = row
        self.add(node, Fact(Super(cls)))

    def seed(self, node: Node, value: Value, origin: ast.AST, *, is_own: bool) -> None:
        """Say what a node is by what its file knows; ``is_own``: for sure, and by itself."""
        node.is_settled = node.is_settled or is_own
        for option in values.alternatives(_awaited(value)):
            self.add(node, Fact(option), Unit(origin) if is_response(option) else None)

    # Facts

    def add(self, node: Node, fact: Fact, unit: Unit | None = None) -> None:
        """A node may be something."""
        if node.refined is not None and not node.refined(fact):
            return
        if node.shift and not fact.contents and isinstance(fact.value, Method):
            fact = fact._replace(value=Method(fact.value.function, fact.value.given + node.shift))
        if node.is_weak and not fact.is_weak:
            fact = Fact(fact.value, fact.contents, True)
        facts = node.facts
        if fact in facts:
            if unit is not None:
                known = facts[fact]
                if known is not None and known is not unit:
                    known.join(unit)
            return
        if len(facts) >= MOST_FACTS and not self._is_kept(fact, len(facts)):
            node.is_unknown = True
            return
        if facts is NO_KEYS:
            node.facts = {fact: unit}
        else:
            facts[fact] = unit
        self.queue.append((node, fact))

    def _is_kept(self, fact: Fact, known: int) -> bool:
        """True for a key, where a node has as many facts of other things as it may have."""
        if isinstance(fact.value, Key):
            if known < MOST_KEYS:
                return True
            self.deep.add(fact.value)
        return False

    def solve(self) -> None:
        """Follow all facts until nothing new is found."""
        queue = self.queue
        while queue:
            node, fact = queue.popleft()
            self._follow(node, fact)

    def _follow(self, node: Node, fact: Fact, since: Reach = START) -> None:
        """Tell where a node leads to what it is: by all its edges, or by those that it has got ``since``."""
        unit = node.facts[fact]
        value, contents, _ = fact
        if node.next:
            add = self.add
            for other in islice(node.next, since.next, None):
                add(other, fact, unit)
        if node.loads:
            for label, target in node.loads[since.loads :]:
                self._load(fact, label, target, unit)
        if node.puts:
            for label, container in node.puts[since.puts :]:
                self._put(fact, label, container, unit)
        if node.merges and (contents or isinstance(value, Mapping)):
            for container in node.merges[since.merges :]:
                self.store(container, fact, unit)
        if node.calls and not contents:
            for site in node.calls[since.calls :]:
                self._call(site, fact)
        if node.given:
            for site, position in node.given[since.given :]:
                self._give(site, position, fact)
        if not contents:
            if isinstance(value, (Object, Type, Module)):
                for label, held in list(node.held):
                    if label[0] == "a":
                        self._store_in(value, str(label[1]), held)
            if isinstance(value, Type):
                for cls in node.bases_of:
                    self._inherit(cls, fact)
                for other in node.catches:
                    self._catch(other, fact)

    def link(self, one: Node, other: Node) -> None:
        """The value of one node is that of another one, too."""
        if other in one.next or one is other:
            return
        link(one, other)
        for fact, unit in list(one.facts.items()):
            self.add(other, fact, unit)
        for fact, unit in list(other.stored.items()):
            self.store(one, fact, unit)

    def part(self, base: Node, label: Label) -> Node:
        """A new node for what is under a label of another one."""
        node = read(base, label, Node())
        for fact, unit in list(base.facts.items()):
            self._load(fact, label, node, unit)
        return node

    def put(self, value: Node, label: Label, container: Node) -> None:
        """A value is put into a container."""
        put(value, label, container)
        for fact, unit in list(value.facts.items()):
            self._put(fact, label, container, unit)

    def merge(self, more: Node, container: Node) -> None:
        """A container gets all that is in another one."""
        merge(more, container)
        for fact, unit in list(more.facts.items()):
            if fact.contents or isinstance(fact.value, Mapping):
                self.store(container, fact, unit)

    # Containers

    def _put(self, fact: Fact, label: Label, container: Node, unit: Unit | None) -> None:
        if isinstance(fact.value, Known) and fact.value not in (DISPLAY, LISTED, RAISED):
            return
        if isinstance(fact.value, Key) and not fact.contents:
            return
        if label[0] == "a" and any(isinstance(one.value, (Object, Type, Module)) for one in container.facts):
            return  # the cells of its class, or the names of the module, have it
        if len(fact.contents) >= DEEPEST:
            if fact.value not in (DISPLAY, LISTED):  # that deep nothing is read as a dict
                container.is_unknown = True
            if isinstance(fact.value, Key):
                self.deep.add(fact.value)
            return
        self.store(container, Fact(fact.value, (*fact.contents, label), fact.is_weak), unit)

    def store(self, node: Node, fact: Fact, unit: Unit | None) -> None:
        """Something is in the object that a node is: so it is in all that may be the same object."""
        waiting = [(node, fact)]
        while waiting:
            node, fact = waiting.pop()
            if fact in node.stored:
                continue
            if len(node.stored) >= MOST_FACTS and not self._is_kept(fact, len(node.stored)):
                continue
            node.stored = with_key(node.stored, fact, unit)
            self.add(node, fact, unit)
            waiting += [(one, fact) for one in node.into]
            if node.of is not None:
                label, base = node.of
                if len(fact.contents) < DEEPEST:
                    waiting.append((base, Fact(fact.value, (*fact.contents, label), fact.is_weak)))
                elif is_response(fact.value):
                    node.is_unknown = base.is_unknown = True  # who reads it there does not show

    def _load(self, fact: Fact, label: Label, target: Node, unit: Unit | None) -> None:
        if fact.contents:
            stored = fact.contents[-1]
            if matches(stored, label):
                is_read_so = _is_key(label) and is_response(fact.value)
                weak = fact.is_weak or ("?" in (stored[0], label[0]) and not is_read_so)
                self.add(target, Fact(fact.value, fact.contents[:-1], weak), unit)
            return
        value = fact.value
        kind, name = label
        if isinstance(value, (Response, Many, Stream, Page, Either, Items)):
            part = self._part_of(value, label)
            if part is not None:
                self.add(target, Fact(part, (), fact.is_weak), unit)
            elif isinstance(value, Response) and value.legacy and kind in ("k", "?") and name is None:
                for one in responses.parts_of(value):  # a dict, read under a key that does not show
                    self.add(target, Fact(one, (), True), unit)
        elif kind != "a" or not isinstance(name, str):
            if isinstance(value, Object):
                self._load_item(value.cls, label, target)
        elif isinstance(value, (Place, Client)):
            found = values.attribute(value, name)
            if found is not None and not _is_too_long(found):
                self.add(target, Fact(found))
        elif isinstance(value, Object):
            self._load_attribute(value.cls, name, target, False)
        elif isinstance(value, Type):
            self._load_attribute(value.cls, name, target, True)
            if name in VALIDATES and not any(name in one.methods for one in (value.cls, *ancestors(value.cls))):
                self.add(target, Fact(Maker(value.cls)))
        elif isinstance(value, Super):
            for base in value.cls.bases:
                self._load_attribute(base, name, target, False, below=False)
        elif isinstance(value, Module):
            self._load_module(value, name, target)

    @staticmethod
    def _part_of(value: Value, label: Label) -> Value:
        kind, name = label
        if kind in ("a", "k") and isinstance(name, str):
            return responses.field(value, name) if responses.is_model(value) else None
        if kind == "i" or (kind == "?" and isinstance(value, Many)):
            if isinstance(value, (Many, Stream, Page)):
                return value.item
            if isinstance(value, Response) and value.items and name is None:
                return responses.of_kind(value.items, value.azure, value.legacy)
            if isinstance(value, Items):
                return values.join_all(value.elements)
        return None

    def _load_module(self, module: Module, name: str, target: Node) -> None:
        if module.number is not None and self._import(module.number, name, target):
            return
        inner = f"{module.name}.{name}"
        number = self.modules.find(inner, 0, module.importer)
        if number is not None or self._is_package(inner, module.importer):
            self.add(target, Fact(Module(number, inner, module.importer)))

    def _store_in(self, owner: Object | Type | Module, name: str, value: Node) -> None:
        """An attribute of something is assigned."""
        if not isinstance(owner, Module):
            self._store_attribute(owner.cls, name, value)
        elif owner.number in self.graphs:
            module = self.graphs[owner.number].module
            if name in module.bound:
                self.link(value, module.variable(name))
        elif owner.number is not None:
            self.assigned.setdefault(owner.number, []).append((name, value))

    # Classes

    def _load_attribute(self, cls: Class, name: str, target: Node, of_class: bool, below: bool = True) -> None:
        """An attribute of an object of a class is read."""
        if below:
            cls.loads.setdefault(name, {})[target, of_class] = None
        # What a class has itself hides what its bases have; what is below it may be the object's own class.
        for one in (*_first_with(cls, name), *(subclasses(cls) if below else ())):
            method = one.methods.get(name)
            if method is not None and method.kind == "property":
                self.link(method.result, target)
            elif method is not None:
                given = 0 if method.kind == "static" or (of_class and method.kind != "class") else 1
                self.link(self._bound(one, name, given), target)
            elif name in one.cells:
                self.link(one.cells[name], target)
            if SOME in one.cells:
                self.link(one.cells[SOME], target)
            if name == SOME:
                for other in one.cells.values():
                    self.link(other, target)

    def _load_item(self, cls: Class, label: Label, target: Node) -> None:
        """An object is iterated over: its class may say what that gives."""
        if label != ANY_ITEM:
            return
        for method in (*_methods(cls, "__next__"), *_methods(cls, "__anext__")):
            self.link(method.result, target)
        for method in (*_methods(cls, "__iter__"), *_methods(cls, "__aiter__")):
            owner = method.owner or cls
            items = owner.bound.get((method.name, ITEMS))
            if items is None:
                items = owner.bound[method.name, ITEMS] = Node()
                self.link(self.part(method.result, ANY_ITEM), items)
            self.link(items, target)

    def _bound(self, cls: Class, name: str, given: int) -> Node:
        """The node of a method as it is read from an object, or from its class."""
        node = cls.bound.get((name, given))
        if node is None:
            node = cls.bound[name, given] = Node()
            node.shift = given
            self.link(cell(cls, name), node)
        return node

    def _store_attribute(self, cls: Class, name: str, value: Node) -> None:
        is_new = name not in cls.cells
        cell(cls, name).is_weak = cell(cls, name).is_unknown = name == SOME
        self.link(value, cell(cls, name))
        for one in (cls, *ancestors(cls)):
            if name in one.setters:
                self.link(value, list(one.setters[name].parameters.values())[-1])
        if is_new:
            for one in related(cls):
                for read in list(one.loads) if name == SOME else {name, SOME} & one.loads.keys():
                    for target, of_class in list(one.loads[read]):
                        self._load_attribute(one, read, target, of_class)

    # Calls

    def _call(self, site: Site, fact: Fact) -> None:
        if fact.contents:
            return
        value = fact.value
        if isinstance(value, Method):
            self._call_function(site, value.function, value.given)
        elif isinstance(value, Type):
            self._make(site, value.cls)
        elif isinstance(value, Maker):
            self.add(site.node, Fact(Object(value.cls)))
        elif isinstance(value, Object):
            for one in _first_with(value.cls, "__call__"):
                if "__call__" in one.methods:
                    self._call_function(site, one.methods["__call__"], 1)
        elif isinstance(value, Getter) and site.args:
            if value not in site.linked:
                site.linked.add(value)
                self.link(self.part(site.args[0][0], value.label), site.node)
        elif isinstance(value, Handed) and value not in site.linked:
            site.linked.add(value)
            if not value.adds:
                self.link(self.part(value.owner, ANY if site.args else ANY_ITEM), site.node)
            elif site.args:
                self.put(site.args[-1][0], ANY_ITEM, value.owner)
        elif isinstance(value, Known) and value.kind.startswith(SAME_FUNCTION.kind):
            if site.args:
                self.link(site.args[0][0], site.node)
                if value is FIXTURE:
                    self.add_fixture(site)
            site.linked.add(value)
        elif isinstance(value, (Place, Client)):
            self._call_place(site, value)

    def _call_function(self, site: Site, function: Function, given: int) -> None:
        if (function, given) in site.linked:
            return
        site.linked.add((function, given))
        if function.is_polymorphic and id(site) not in self._in_copies:
            graph = function.file
            before = len(graph.sites)
            function, around = graph.copy(function)
            self._in_copies.update(id(one) for one in graph.sites[before:])
            if function.owner is not None and function.kind != "static" and function.parameters:
                first = next(iter(function.parameters.values()))
                self.add(first, Fact(Type(function.owner) if function.kind == "class" else Object(function.owner)))
            self._seed(graph)
            for node, known in around.items():
                for fact in list(node.facts):
                    self._follow(node, fact, known)
        self.bind(site, function, given)
        self.link(function.result, site.node)

    def bind(self, site: Site, function: Function, given: int, first: int = 0) -> None:
        """What a call gives to the parameters of a function, from its argument ``first`` on."""
        free = list(function.parameters.items())[given:]
        taken: set[str] = set()
        for number, (node, starred) in enumerate(site.args[first:]):
            if starred:
                for offset, (_, parameter) in enumerate(free[number:]):
                    self.link(self.part(node, ("i", offset)), parameter)
                if function.vararg is not None:
                    self.merge(node, function.vararg)
                break
            if number < len(free):
                taken.add(free[number][0])
                self.link(node, free[number][1])
            elif function.vararg is not None:
                self.put(node, ("i", number - len(free)), function.vararg)
        by_name = {**dict(free), **function.keyword_only}
        written = site.at.keywords if isinstance(site.at, ast.Call) else []
        for number, (name, node) in enumerate(site.keywords):
            if name is None:
                for key, parameter in by_name.items():
                    if key not in taken:
                        self.link(self.part(node, ("k", key)), parameter)
                if function.kwarg is not None:
                    rest = Node()
                    rest.refined = _others_than(frozenset(by_name))
                    self.link(node, rest)
                    self.merge(rest, function.kwarg)
            elif name in by_name:
                self.link(node, by_name[name])
            elif function.kwarg is not None:
                self.put(node, ("k", name), function.kwarg)
                if name in self._keys and number < len(written):
                    named = Key(name, written[number], site.file.number)
                    self.store(function.kwarg, Fact(named, (("k", name),)), None)

    def _make(self, site: Site, cls: Class) -> None:
        if cls in site.linked:
            return
        site.linked.add(cls)
        self.add(site.node, Fact(Object(cls)))
        for one in _first_with(cls, "__init__"):
            if "__init__" in one.methods:
                self.bind(site, one.methods["__init__"], 1)
                return
        self._make_of_bases(site, cls)
        fields = [name for one in reversed([cls, *ancestors(cls)]) for name in one.fields]
        for name, (node, starred) in zip(fields, site.args, strict=False):
            if not starred:
                self._store_attribute(cls, name, node)
        for keyword, node in site.keywords:
            if keyword is not None and (keyword in fields or any(True for _ in cls.at.bases)):
                self._store_attribute(cls, keyword, node)
            elif keyword is None and not cls.at.bases:  # models make other things of what they are given
                for name in fields:
                    self._store_attribute(cls, name, self.part(node, ("k", name)))

    def _make_of_bases(self, site: Site, cls: Class) -> None:
        """An object holds what its bases are given that are containers of Python's own."""
        every = ((one, base) for one in (cls, *ancestors(cls)) for base in one.at.bases)
        bases = [(one, base) for one, base in every if last_name(base) in CONTAINERS]
        held = Node()
        held.refined = _is_held
        for one, base in bases:
            for node in one.file.nodes.get(base, ())[:1]:
                self.link(self.apply(site, node, site.args, site.keywords), held)
        if bases:
            self.link(held, site.node)

    def add_fixture(self, site: Site) -> None:
        """A function is a fixture of pytest: tests of its file, or of the folder if that is ``conftest.py``, get it."""
        function = site.args[0][0].at
        if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
            for graph in self.graphs.values():
                if graph is site.file or _is_conftest_of(site.file.path, graph.path):
                    self._give_fixture(function.name, site.file, graph)
            self._fixtures.append((function.name, site.file))

    def _give_fixture(self, name: str, home: Graph, graph: Graph) -> None:
        made = next((one for one, _ in home.functions if one.name == name and one.owner is None), None)
        for function, _ in graph.functions:
            parameter = function.parameters.get(name)
            if parameter is not None and made is not None and function is not made:
                if function.name.startswith("test") or any(True for _ in getattr(function.at, "decorator_list", ())):
                    self.link(self.part(made.result, ANY_ITEM) if made.is_generator else made.result, parameter)

    # Functions of others

    def _call_place(self, site: Site, place: Place | Client) -> None:
        if place.path in site.linked:
            return
        code = self.codes.get(site.file.number)
        made = _client_of(site, place, code)
        if made is not None:
            site.linked.add(place.path)
            self.add(site.node, Fact(made))
            return
        call = responses.call_of(place)
        if call is not None:
            site.linked.add(place.path)
            if isinstance(site.at, ast.Call) and code is not None and not code.is_set_aside(site.at):
                if call.legacy and isinstance(place, Place):
                    self.calls[id(site.at)] = (site, place)
                asked = _Asked(code)
                value = responses.returned(asked, site.at, place) if call.has_counterpart else None  # type: ignore[arg-type]
                value = value.value if isinstance(value, Coroutine) else value
                if value is not None:
                    self.add(site.node, Fact(value), Unit(site.at))
            return
        if place.path in transfers.KEYLESS:
            site.node.is_keyless = True
        model = transfers.MODELS.get(place.path)
        if model is not None:
            site.linked.add(place.path)
            model(self, site)

    def _give(self, site: Site, position: int | str, fact: Fact) -> None:
        """An argument of a call is known: that matters to those that call it."""
        if position != 0 or id(site) not in self._partials:
            return
        if not isinstance(fact.value, Method):
            self.add(site.node, fact)
        else:
            free = len(site.args) - 1
            self.bind(site, fact.value.function, fact.value.given, 1)
            self.add(site.node, Fact(Method(fact.value.function, fact.value.given + free)))

    def keeps_function(self, site: Site, fixture: bool = False) -> None:
        """A decorator keeps its function: used without brackets, or with them."""
        if site.args:
            self.link(site.args[0][0], site.node)
            if fixture:
                self.add_fixture(site)
        if isinstance(site.at, ast.Call):
            self.add(site.node, Fact(FIXTURE if fixture else SAME_FUNCTION))

    def bind_partly(self, site: Site) -> None:
        """``functools.partial``."""
        if site.args:
            self._partials[id(site)] = site
            for fact in list(site.args[0][0].facts):
                self._give(site, 0, fact)

    def store_attribute(self, target: Node, name: str, value: Node) -> None:
        """``setattr(target, name, value)``."""
        put(value, ("a", name), target)
        for fact in list(value.facts):
            self._put(fact, ("a", name), target, value.facts[fact])
        for fact in list(target.facts):
            if isinstance(fact.value, (Object, Type, Module)) and not fact.contents:
                self._store_in(fact.value, name, value)

    def apply(
        self,
        site: Site,
        function: Node,
        arguments: Iterable[tuple[Node, bool]],
        keywords: Sequence[tuple[str | None, Node]] | None = None,
    ) -> Node:
        """What a function gives that another one calls with these arguments, and with its own keywords or these."""
        value = Node()
        inner = value.site = Site(site.at, site.file, function, value)
        inner.args = list(arguments)
        inner.keywords = site.keywords if keywords is None else list(keywords)
        site.file.sites.append(inner)
        if id(site) in self._in_copies:
            self._in_copies.add(id(inner))  # a copy makes no further copies
        function.calls = with_row(function.calls, inner)
        for fact in list(function.facts):
            self._call(inner, fact)
        return value


def _client_of(site: Site, place: Place | Client, code: Code | None) -> Client | None:
    """The client of today's SDK that a call makes: of its class, or of another client."""
    if isinstance(place, Client):
        return Client(place.cls) if place.path in SAME_CLIENT | ENTERS and place.cls in CLIENTS else None
    if place.path not in CLIENTS:
        return None
    known = code.answer(site.at) if code is not None and isinstance(site.at, ast.Call) else None
    return known if isinstance(known, Client) else Client(place.path)


def _awaited(value: Value) -> Value:
    """What something gives where it is awaited; coroutines in a list, too."""
    if isinstance(value, Coroutine):
        return _awaited(value.value)
    return Many(_awaited(value.item)) if isinstance(value, Many) else value


def _others_than(names: frozenset[str]) -> Callable[[Fact], bool]:
    """Which facts of a dict are left where a function takes some keys as its parameters."""
    labels = {("k", name) for name in names}
    return lambda fact: not fact.contents or fact.contents[-1] not in labels


def matches(stored: Label, read: Label) -> bool:
    """True if what was put under one label may be read under another one."""
    if stored == read:
        return True
    if stored == ITS_KEY:
        return read == ANY_ITEM
    if "?" in (stored[0], read[0]):
        return "a" not in (stored[0], read[0])
    return stored[0] == read[0] and None in (stored[1], read[1])


def _is_key(label: Label) -> bool:
    """True if what is read under a label is read by a key: iterating over a dict gives its keys."""
    return label[0] in ("k", "?") or (label[0] == "i" and label[1] is not None)


def _is_too_long(value: Value) -> bool:
    return isinstance(value, (Place, Client)) and value.path.count(".") > 8


def ancestors(cls: Class) -> list[Class]:
    """The bases of a class, and theirs, nearest first."""
    found: list[Class] = []
    waiting = list(cls.bases)
    for one in waiting:
        if one not in found and one is not cls:
            found.append(one)
            waiting += one.bases
    return found


def subclasses(cls: Class) -> list[Class]:
    """The classes below one."""
    found: dict[Class, None] = {}
    waiting = list(cls.subclasses)
    for one in waiting:
        if one not in found and one is not cls:
            found[one] = None
            waiting += one.subclasses
    return list(found)


def related(cls: Class) -> list[Class]:
    """A class, those above and those below it."""
    return [cls, *ancestors(cls), *subclasses(cls)]


def _first_with(cls: Class, name: str) -> list[Class]:
    """The classes that may give an attribute: cells are filled in any of them, a method hides those above."""
    found: list[Class] = []
    for one in (cls, *ancestors(cls)):
        found.append(one)
        if name in one.methods:
            break
    return found


def _is_held(fact: Fact) -> bool:
    """True if a fact says what is in something."""
    return bool(fact.contents)


def _methods(cls: Class, name: str) -> list[Function]:
    """The methods of a name that objects of a class may have."""
    return [one.methods[name] for one in (*_first_with(cls, name), *subclasses(cls)) if name in one.methods]


def _is_conftest_of(path: str, other: str) -> bool:
    """True if a file holds fixtures for the tests of another one."""
    folder, name = os.path.split(path)
    return name == "conftest.py" and os.path.dirname(other).startswith(folder)
