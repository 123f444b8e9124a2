"""Values that travel: from what the analyses of files know to what the graphs of their program know, and back.

The analysis of a file follows names in order, with tests and versions; `solver` follows values through calls,
containers, attributes and files. Each tells the other what it has found until neither finds more. A file of the program
is looked at only where something of 0.x may get into it.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Collection, Container, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, NamedTuple

from ..sdk.clients import CLIENTS, MODULE_RESOURCES
from ..sdk.names import RESOURCES
from ..syntax.index import statements
from .facts import FOLLOWED, SOME, Fact, Key, Method, Module, Object, Type, is_of_legacy, is_response
from .flows import Flows
from .graph import Graph
from .key_reads import may_read_as_dict
from .nodes import Class, Function, Node
from .places import is_legacy as is_legacy_place
from .responses import FIELDS, RETURNS, call_of
from .solver import Code, Solver
from .uses import CALL, HOLDS, ITEM, LOAD, POSSIBLE, Use
from .values import (
    DENIED,
    Client,
    Const,
    Either,
    Many,
    Mapping,
    Page,
    Place,
    Response,
    Stream,
    Value,
    alternatives,
)

if TYPE_CHECKING:
    from .flow import Flow

MOST_EXCHANGES = 6
"""How often files and program tell each other what they know; each time more is known than before."""

MOST_STEPS = 3
"""From a file that calls the SDK of 0.x, over how many imports values are followed into files that do not."""
MOST_STEPS_OF_TODAY = 1
"""The same in a program that calls no SDK but today's: what such a call gives is mostly read as it should be."""


LEGACY = frozenset(row.path for row in RESOURCES)
"""Resources of 0.x."""

SDK = Place("openai")
"""The module itself."""


ALL_FIELDS = frozenset(name for fields in FIELDS.values() for name in fields)
"""What may be read of what a client gives."""


class File(NamedTuple):
    """A file of a program, and its analysis."""

    path: str
    tree: ast.Module
    flow: Flow


def is_legacy(flow: Flow) -> bool:
    """True if a file names a method or resource of 0.x, has a response of one, or hands on the module itself."""
    return any(
        (use.role is CALL and is_call(use.value)) or (use.role is LOAD and use.value == SDK) for use in flow.model.uses
    ) or any(
        is_call(value)
        or (isinstance(value, Place) and value.path in LEGACY)
        or (is_response(value) and is_of_legacy(value))
        for value in flow.model.values.values()
    )


def is_current(flow: Flow) -> bool:
    """True if a file has a client of today's SDK, or what one gives."""
    return any(
        is_response(value) or (isinstance(value, Client) and value.cls in CLIENTS)
        for value in flow.model.values.values()
    )


def is_followed(flow: Flow) -> bool:
    """True if it matters where what a file has of the SDK gets to within it."""
    return is_legacy(flow) or (may_read_as_dict(flow.relevance.text) and is_current(flow))


def is_call(value: Value) -> bool:
    """True if a value is a method of 0.x, and what it gives is followed."""
    if not isinstance(value, (Place, Client)):
        return False
    call = call_of(value)
    return call is not None and call.legacy and call.has_counterpart


def gives_response(value: Value) -> bool:
    """True if a value is a method of the SDK, of 0.x or of today, and what it gives is followed."""
    call = call_of(value) if isinstance(value, (Place, Client)) else None
    return call is not None and not call.foreign and call.has_counterpart and call.path in RETURNS


class Export(NamedTuple):
    """Something of 0.x that a module gives to those that import it."""

    name: str
    """Under which the module has it."""
    attribute: str
    """Of an object: under which this has it."""
    fields: frozenset[str]
    """What may be read of it."""
    is_given: bool = False
    """Is it a function of which it matters what others give it?"""


class Program:
    """The files of a program, opened as values get into them."""

    def __init__(
        self,
        paths: Sequence[str],
        opened: Callable[[int], File | None],
        importers: Callable[[int, Iterable[Export]], Iterable[int]] = lambda number, exports: (),
        *,
        keys: Collection[str] = FOLLOWED,
        steps: int = MOST_STEPS,
        going: Callable[[], None] = lambda: None,
    ) -> None:
        """Nothing opened yet.

        ``opened`` gives a file by its number in ``paths``, or None where it cannot be parsed; ``importers`` gives the
        numbers of the files that import one and may use one of its exports. ``keys``: see `Solver`;
        ``steps``: over how many imports are values followed into files that do not call the SDK?
        ``going`` is called between two pieces of work, and may raise where nobody wants the rest any more.
        """
        self.files: dict[int, File] = {}
        self.graphs: dict[int, Graph] = {}
        self.solver = Solver(paths, keys=keys)
        self._number = len(paths)
        self._opened = opened
        self._importers = importers
        self._going = going
        self._told: dict[int, dict[int, Value]] = {}
        self._tried: set[int] = set()
        self._exported: dict[int, set[Export]] = {}
        self._steps = 0
        self._most_steps = steps
        self.changed: set[int] = set()
        """Files of which more is known by the others than by themselves."""

    def open(self, number: int) -> None:
        """Look at a file."""
        if number in self._tried:
            return
        self._tried.add(number)
        self._going()
        file = self._opened(number)
        if file is None:
            return
        graph = Graph(number, file.path, file.tree)
        try:
            graph.build()
        except RecursionError:  # nested deeper than Python can walk: nothing travels in it
            return
        self.files[number], self.graphs[number], self._told[number] = file, graph, {}
        self.solver.open(graph, Code(file.flow.model.value, _Aside(file.flow), file.flow.replaced))

    def follow(self) -> None:
        """Follow values until neither the files nor the program know more."""
        for _ in range(MOST_EXCHANGES):
            self.solve()
            while self._open_callers():
                self.solve()
            if not self._tell():
                break
        self._note_possible()

    def touched(self, numbers: Collection[int]) -> set[int]:
        """Some files, and those that something of them, of the SDK or for its calls gets into."""
        return {
            number
            for number, graph in self.graphs.items()
            if number in numbers
            or any(_is_of(fact.value, numbers) for node in _all_nodes(graph) for fact in node.facts)
        }

    def solve(self) -> None:
        """Follow what the analyses of the files know now."""
        for number, file in self.files.items():
            known = {one: value for one, value in file.flow.model.values.items() if _is_seed(value)}
            is_own = not self._told[number]
            for expression, nodes in self.graphs[number].nodes.items() if known else ():
                value = known.get(id(expression))
                if value is not None:
                    # A copy of a function for one call knows better than the file which of several things it is.
                    for node in nodes[:1] if isinstance(value, Either) else nodes:
                        self.solver.seed(node, value, expression, is_own=is_own)
        self.solver.solve()
        while self._steps < self._most_steps and len(self._tried) < self._number:
            wanted = {number for number in self._wanted() if number not in self._tried}
            if not wanted:
                break
            self._steps += 1
            for number in sorted(wanted):
                self.open(number)
            self.solver.solve()

    def _tell(self) -> bool:
        """Tell each file what the program knows of it; True if that was news."""
        news = self._news(Flows(self.solver))
        for number, found in news.items():
            file, told = self.files[number], self._told[number]
            self.changed.add(number)
            told.update((id(node), value) for node, value in found)
            file.flow.tell(told, [node for node, _ in found], file.tree)
        return bool(news)

    def _note_possible(self) -> None:
        """Note in each file what may read a response of 0.x as a dict, and what gives one away within a container.

        Of a chain of reads the last one.
        """
        flows = Flows(self.solver)
        for number, file in self.files.items():
            self._going()
            aside = _Aside(file.flow)
            chains: dict[tuple[int, int], Use] = {}
            for node, value, is_item in flows.possible(self.graphs[number]):
                if _is_open(file.flow.model.value(_base(node))) and not aside(node):
                    start = (node.lineno, node.col_offset)
                    if start not in chains or _end(chains[start].node) < _end(node):
                        chains[start] = Use(ITEM if is_item else POSSIBLE, node, value, "")
            held = [
                Use(HOLDS, node, None, "", extra=path)
                for node, path in flows.serialised(self.graphs[number])
                if not isinstance(node, (ast.Dict, ast.List, ast.Tuple)) and not aside(node)
                if (known := file.flow.model.value(node)) is not DENIED and not is_response(known)
            ]
            chains = {start: use for start, use in chains.items() if not _is_for_both(use, file.tree)}
            file.flow.model.possible = [*chains.values(), *held]
            reads = self.graphs[number].key_reads
            guessed = {node for node in flows.guessed(self.graphs[number]) if id(reads[node][0]) in self._told[number]}
            file.flow.model.guessed = set(map(id, guessed))
            if file.flow.model.possible or file.flow.model.guessed:
                self.changed.add(number)

    def _news(self, flows: Flows) -> dict[int, list[tuple[ast.AST, Value]]]:
        """What the program knows of each file, and the file does not."""
        news: dict[int, list[tuple[ast.AST, Value]]] = {}
        for number, file in self.files.items():
            self._going()
            for node, value in flows.all(self.graphs[number]):
                known = file.flow.model.value(node)
                if isinstance(node, ast.Attribute) and flows.is_place(self.graphs[number], node.value):
                    continue  # the file knows it, once it knows what is before the dot
                if id(node) not in self._told[number] and _is_open(known):
                    if isinstance(value, Mapping) and isinstance(known, Mapping):
                        value = known.with_entries(value.entries)
                    news.setdefault(number, []).append((node, value))
            for node, value in flows.read(self.graphs[number]):
                known = file.flow.model.value(node)
                if id(node) not in self._told[number] and known is not DENIED and not is_response(known):
                    news.setdefault(number, []).append((node, value))
        return news

    def _open_callers(self) -> bool:
        """Look at the files that may call a function on whose parameters news depend; True if there are any."""
        if len(self._tried) == self._number:
            return False
        flows = Flows(self.solver)
        news = self._news(flows)
        nodes = ((self.graphs[number].nodes, one) for number, found in news.items() for one, _ in found)
        asked = flows.functions(node for known, one in nodes for node in known.get(one, ()))
        of = _Exports(asked)
        wanted = {
            other
            for number, graph in (self.graphs.items() if asked else ())
            for other in self._importers(number, of.graph(graph))
            if other not in self._tried
        }
        for number in sorted(wanted):
            self.open(number)
        return bool(wanted)

    # Which files matter

    def _wanted(self) -> Iterable[int]:
        """The numbers of files that something of 0.x gets into from those that are open."""
        of = _Exports()
        for number, waiting in list(self.solver.waiting.items()):
            if number not in self._tried and any(_is_given(node, of) for node, _ in waiting):
                yield number
        for number, assigned in list(self.solver.assigned.items()):
            if number not in self._tried and any(of.fact(fact) for _, node in assigned for fact in node.facts):
                yield number
        for number, graph in list(self.graphs.items()):
            exports = of.graph(graph)
            known = self._exported.setdefault(number, set())
            if self._steps:
                # Far from the calls only those count that read a response as a dict.
                exports = {export for export in exports if export.fields}
            news = exports - known
            if news:
                known |= news
                yield from self._importers(number, news)


def follow_values(path: str, tree: ast.Module, flow: Flow) -> Program:
    """Tell the analysis of a file that is looked at alone what travels in it."""
    program = Program([path], lambda number: File(path, tree, flow), keys=FOLLOWED if is_legacy(flow) else ())
    program.open(0)
    program.follow()
    return program


def _all_nodes(graph: Graph) -> Iterator[Node]:
    """Yield the nodes of a file: of expressions, imports, shared names, parameters, results and attributes."""
    yield from (node for nodes in graph.nodes.values() for node in nodes)
    yield from (row[0] for row in graph.imports)
    yield from graph.module.shared.values()
    for function, _ in graph.functions:
        yield from (*function.parameters.values(), *function.keyword_only.values(), function.result)
        yield from (one for one in (function.vararg, function.kwarg) if one is not None)
    for cls, _, _ in graph.classes:
        yield from cls.cells.values()


def _is_of(value: object, numbers: Collection[int]) -> bool:
    """True if something is of the SDK, for its calls, or a function, class, object or module of some files."""
    if isinstance(value, Method):
        return value.function.file.number in numbers
    if isinstance(value, (Object, Type)):
        return value.cls.file.number in numbers
    if isinstance(value, Module):
        return value.number in numbers
    return (
        isinstance(value, Key) or is_response(value) or (isinstance(value, Place) and value.path.startswith("openai"))
    )


def _is_open(value: Value) -> bool:
    """True if the analysis of a file does not know for sure what something is, or only from where it is imported."""
    if isinstance(value, Place):
        return value.path.partition(".")[0] not in ("openai", "azure")
    known = alternatives(value)
    return value is not DENIED and all(isinstance(one, (Const, Mapping)) for one in known)


class _Exports:
    """What of 0.x others get from files, or the names for functions that are asked for, as far as is known now.

    What a function or a class gives is worked out once.
    """

    def __init__(self, asked: Container[Function] = ()) -> None:
        """Without ``asked``, what of 0.x they get."""
        self._asked = asked
        self._known: dict[tuple[Function | Class, int], frozenset[Export]] = {}

    def graph(self, graph: Graph) -> set[Export]:
        """What a file gives to those that import it."""
        return {
            export._replace(name=name)
            for name, node in graph.module.shared.items()
            for fact in node.facts
            if not fact.is_weak
            for export in self.fact(fact)
            if export.attribute != SOME and export.is_given == bool(self._asked)
        }

    def fact(self, fact: Fact, depth: int = 2) -> frozenset[Export]:
        """What others get from something that is a fact of a name."""
        value = fact.value
        if is_response(value):
            return frozenset({Export("", "", frozenset(fields_of(value)))})
        if isinstance(value, Place):
            return frozenset({Export("", "", frozenset())} if _calls_sdk(value.path) else ())
        if isinstance(value, Client):
            return frozenset({Export("", "", ALL_FIELDS)})
        if not depth or not isinstance(value, (Method, Type, Object)):
            return frozenset()
        giver = value.function if isinstance(value, Method) else value.cls
        if (giver, depth) not in self._known:
            given = self._class(giver, depth) if isinstance(giver, Class) else self._function(giver, depth)
            self._known[giver, depth] = frozenset(given)
        return self._known[giver, depth]

    def _function(self, function: Function, depth: int) -> Iterator[Export]:
        if not function.is_polymorphic:  # else what it gives depends on the call
            for one in function.result.facts:
                yield from self.fact(one, depth - 1)
        if function in self._asked:
            yield Export("", "", frozenset(), True)

    def _class(self, cls: Class, depth: int) -> Iterator[Export]:
        results = ((name, method.result) for name, method in cls.methods.items() if not method.is_polymorphic)
        for name, node in (*cls.cells.items(), *results):
            for one in node.facts:
                for export in self.fact(one, depth - 1):
                    yield export._replace(attribute=name)
        for name, method in cls.methods.items():
            if method in self._asked:
                yield Export("", "" if name.startswith("__") else name, frozenset(), True)


def fields_of(value: Value) -> Iterator[str]:
    """Yield the names of the fields of a response, or of the responses in something."""
    if isinstance(value, Response):
        yield from FIELDS.get(value.shape, ())
        if value.items:
            yield from FIELDS.get(value.items, ())
    elif isinstance(value, (Many, Stream, Page)):
        yield from fields_of(value.item)
    elif isinstance(value, Either):
        for option in value.options:
            yield from fields_of(option)


def _calls_sdk(path: str) -> bool:
    """True for a name that only 0.x has, and for a resource of today's module or what is below it."""
    return is_legacy_place(path) or ".".join(path.split(".")[:2]) in MODULE_RESOURCES


def _is_seed(value: Value) -> bool:
    """True for what is followed from where a file knows it: responses and clients."""
    return is_response(value) or (isinstance(value, Client) and not value.path and value.cls in CLIENTS)


def _base(node: ast.expr) -> ast.AST:
    """What a read is done on."""
    node = node.func if isinstance(node, ast.Call) else node
    return node.value if isinstance(node, (ast.Subscript, ast.Attribute)) else node


def _end(node: ast.AST) -> tuple[int, int]:
    return getattr(node, "end_lineno", 0), getattr(node, "end_col_offset", 0)


def _is_given(node: Node, of: _Exports) -> bool:
    """True if what is imported gets something of 0.x: as an argument, or from a class that is derived from it."""
    seen = {node}
    waiting = [node]
    for one in waiting:
        for site in one.calls:
            given = [argument for argument, _ in site.args] + [argument for _, argument in site.keywords]
            if any(fact.value == SDK or of.fact(fact) for argument in given for fact in argument.facts):
                return True
            given = [site.node]
            waiting += [other for other in given if other not in seen]
            seen.update(given)
        if any(of.fact(fact) for label, value in one.held for fact in value.facts):
            return True
        for cls in one.bases_of:
            if any(of.fact(fact) for value in cls.cells.values() for fact in value.facts):
                return True
        for other in (*one.next, *(target for _, target in one.loads)):
            if other not in seen and len(seen) < 50:
                seen.add(other)
                waiting.append(other)
    return False


def _is_for_both(use: Use, tree: ast.AST) -> bool:
    """True if what a read of a dict raises on an object is caught: ``try: r["x"] except TypeError: r.x``."""
    line = getattr(use.node, "lineno", 0)
    errors = {"TypeError"} | ({"AttributeError"} if isinstance(use.node, ast.Call) else set())
    return any(
        isinstance(node, ast.Try)
        and node.body[0].lineno <= line <= (node.body[-1].end_lineno or 0)
        and not errors.isdisjoint(
            kind.id
            for handler in node.handlers
            for kind in (handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type])
            if isinstance(kind, ast.Name)
        )
        for node in statements(tree)
    )


class _Aside:
    """Which code of a file is meant for the old SDK."""

    def __init__(self, flow: Flow) -> None:
        self._lines = flow.set_aside
        self._calls = {id(use.node) for use in flow.model.of(CALL) if use.era in ("legacy", "either")}

    def __call__(self, node: ast.AST) -> bool:
        line = getattr(node, "lineno", 0)
        return id(node) in self._calls or any(first <= line <= last for first, last in self._lines)
