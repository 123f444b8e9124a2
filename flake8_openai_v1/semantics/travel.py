"""What the graphs of a program do not show: where code of others gets a value, and where it may give one back.

A value *goes out* where something that is not seen is given it: a function of another package without a transfer model,
an object of one, callers that nobody sees. It may *come in* again wherever such code gives something. What neither
shows in a graph nor comes in from outside is none of it. Both answers are over-approximations: one path is enough.
"""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterable, Iterator
from functools import cached_property

from ..sdk.shapes import FIELDS
from .facts import Fact, Key, Maker, Method, Module, Object, Type, is_response
from .flows import put_under, settle
from .foreign import APPLIES, FILLS, LOOKS, PASSIVE, REFLECTS, VALIDATES, is_foreign, is_plain, keeps_nothing
from .graph import Graph
from .models import Models
from .nodes import Class, Function, Label, Node, Site
from .places import SERIALISERS
from .reaching import carries_response, holds_response, is_one, reached, same
from .solver import ancestors, related, subclasses
from .stand_ins import StandIn, stand_ins
from .tracking import Program
from .values import Either, Many, Page, Place, Response, Stream, Value

BY_NAME: Label = ("a", "__dict__")
WRITERS = frozenset({"builtins.print", "builtins.str", "builtins.len", "builtins.repr", "json.dump", "json.dumps"})
"""Functions that look at what they are given, and put nothing into it."""
OTHERS = "others"
"""Code that is not seen: of other packages, or of a framework that calls a function."""
CALLERS = "callers"
"""Those who call what the program itself calls nowhere: users of a library."""


class Travel:
    """Answers about a program that is solved, by the number of a file and an expression of it."""

    def __init__(self, program: Program) -> None:
        """Nothing is followed before it is asked for."""
        self.program = program
        self._opaque: dict[Node, bool] = {}
        self._from_others: dict[Node, bool] = {}
        self._of_others: dict[Node, bool] = {}
        self._graphs = list(program.graphs.values())
        self._out: dict[tuple[Node, bool], str] = {}
        self._carrying: dict[Node, bool] = {}
        self._taken_out: dict[tuple[int, ast.AST], list[tuple[int, ast.AST]]] = {}

    @cached_property
    def stand_ins(self) -> list[StandIn]:
        """What the program calls in the place of methods of 0.x."""
        return stand_ins(self.program)

    def may_come_in(self, number: int, expression: ast.AST) -> bool:
        """True if an expression may be something that code which is not seen gives."""
        graph = self.program.graphs.get(number)
        nodes = graph.nodes.get(expression) if graph is not None else None
        return nodes is None or any(map(self.is_opaque, nodes))

    def may_come_from_others(self, number: int, expression: ast.AST) -> bool:
        """The same, but for what those give who call what the program calls nowhere."""
        nodes = self.program.graphs[number].nodes.get(expression, ())
        for node in nodes:
            if node not in self._from_others:
                settle(node, self._from_others, self._needs, self._is_from_others)
        return any(self._from_others[node] for node in nodes)

    def may_hold_others(self, number: int, expression: ast.AST) -> bool:
        """True if something may be, or hold at any depth, what code that is not seen gives.

        False is only said of displays: that all that is ever put into them shows.
        """
        graph = self.program.graphs.get(number)
        nodes = [*(graph.nodes.get(expression, ()) if graph is not None else ())]
        waiting, seen = list(nodes), set(nodes)
        for start in waiting:
            for node in reached([start], lambda _: True, parts=True):
                held = [other for _, other in node.held]
                if node in self._merged or self._results.get(node, False):
                    return True
                if any(map(self._is_of_others, (node, *held))):
                    return True
                if any(label[0] == "a" for label, _ in node.puts) or not all(map(_only_reads, dict(node.given))):
                    return True
                waiting += [one for one in held if one not in seen and not isinstance(one.at, ast.Constant)]
                seen.update(held)
        return not nodes

    def _is_of_others(self, node: Node) -> bool:
        """True if a node may be what code that is not seen was given: what a parser reads is no such thing."""
        if node not in self._of_others:
            settle(node, self._of_others, self._needs_of_others, self._is_source)
        return self._of_others[node]

    def _needs_of_others(self, node: Node) -> Iterable[Node]:
        is_plain_call = node.site is not None and not node.site.linked and bool(_paths(node.site))
        return node.into if is_plain_call else self._needs(node)

    @cached_property
    def _merged(self) -> set[Node]:
        """The containers that get all that is in another one."""
        every = (node for graph in self._graphs for nodes in graph.nodes.values() for node in nodes)
        return {container for node in every for container in node.merges}

    def may_be_response(self, number: int, expression: ast.AST) -> bool:
        """True if an expression may be a response of 0.x, or of today."""
        graph = self.program.graphs.get(number)
        nodes = graph.nodes.get(expression, ()) if graph is not None else ()
        return any(is_response(fact.value) and not fact.contents for node in nodes for fact in node.facts)

    def is_followed(self, number: int, call: ast.Call) -> bool:
        """True if all that a call does with what it is given shows."""
        sites = [site for site in self.sites(call) if site.file.number == number]
        return bool(sites) and all(map(self._is_seen, sites))

    def goes_out(self, number: int, expression: ast.AST) -> str:
        """Who may be given a container of responses, or what that is put into: `OTHERS`, `CALLERS`, or nobody."""
        graph = self.program.graphs.get(number)
        nodes = graph.nodes.get(expression) if graph is not None else None
        if nodes is None or any(map(self.is_opaque, nodes)):
            return OTHERS
        return self._given_to(nodes)

    def _carries(self, node: Node) -> bool:
        """True if a node may be a response, or what one is in."""
        if node not in self._carrying:
            self._carrying[node] = carries_response(node)
        return self._carrying[node]

    def taken_out(self, number: int, expression: ast.AST) -> list[tuple[int, ast.AST]]:
        """The expressions, each with its file, that may be what is in a container or an object.

        Or in what a container is put into.
        """
        if (number, expression) not in self._taken_out:
            self._taken_out[number, expression] = [*self._found_in(number, expression)]
        return self._taken_out[number, expression]

    def _found_in(self, number: int, expression: ast.AST) -> Iterator[tuple[int, ast.AST]]:
        nodes = self.program.graphs[number].nodes.get(expression, ())
        found = reached(nodes, self._carries, parts=True)
        items = {node for node in found if is_one(node) and not holds_response(node)}
        for cls in {fact.value.cls for node in nodes for fact in node.facts if isinstance(fact.value, Object)}:
            items |= {node for one in _lineage(cls) for node in one.cells.values() if self._carries(node)}
        yield from self._expressions(items)

    def _expressions(self, nodes: Iterable[Node]) -> Iterator[tuple[int, ast.AST]]:
        """Yield the expressions that may be the values of some nodes, each with the number of its file."""
        taken = reached(nodes, self._carries, is_container=False)
        rows = {number: row for node in taken for number, row in self._placed.get(node, {}).items()}
        yield from (rows[number] for number in sorted(rows))

    @cached_property
    def _placed(self) -> dict[Node, dict[int, tuple[int, ast.AST]]]:
        """Nodes that may be responses, and parameters → the expressions that are these, in order, with their files."""
        found: dict[Node, dict[int, tuple[int, ast.AST]]] = {}
        every = ((home, *row) for home, graph in self.program.graphs.items() for row in graph.nodes.items())
        for number, (home, one, nodes) in enumerate(every):
            for node in nodes if isinstance(one, ast.expr) else ():
                if node.is_unknown or isinstance(node.at, ast.arg) or self._carries(node):
                    found.setdefault(node, {})[number] = home, one
        return found

    def read_by(self, number: int, call: ast.Call, argument: ast.expr) -> Iterator[tuple[int, ast.AST]]:
        """Yield the expressions that may be what a call gives functions of the program by an argument."""
        graph = self.program.graphs[number]
        own = {one for site in self._sites.get(id(call), ()) for target in site.linked for one in _called_by(target)}
        parameters = {id(arg) for one in own for arg in ast.walk(one.at.args) if isinstance(arg, ast.arg)}
        given = {one for node in graph.nodes.get(argument, ()) for one in node.next if id(one.at) in parameters}
        yield from self._expressions(given)

    def readers(self, function: ast.AST) -> str:
        """Who may be given what a function returns, beside those who call it in the program."""
        results = [one.result for one in self._functions.get(id(function), ()) if one.result in self._results]
        return "" if not results else OTHERS if any(self._results[one] for one in results) else CALLERS

    def sites(self, call: ast.Call) -> list[Site]:
        """The sites of a call: one, or one for each call of the function around it."""
        sites = self._sites.get(id(call), [])
        # A function is also looked at for none of its calls: then nothing is known of what it calls there.
        return [site for site in sites if site.function.facts or self.is_opaque(site.function)] or sites

    @staticmethod
    def called_by(target: object) -> Iterator[Function]:
        """Yield the functions that a call runs which is known to call something."""
        return _called_by(target)

    def is_given_away(self, node: Node) -> bool:
        """True if code that is not seen gets a node, by what a function returns that it calls, or by an attribute."""
        is_lost = any(label[0] == "a" and self._is_lost(label, container) for label, container in node.puts)
        return is_lost or self._results.get(node, False)

    @staticmethod
    def reached(containers: Iterable[Node]) -> list[Node]:
        """All nodes that some containers may be, or may be in."""
        return reached(containers, lambda node: True)

    def holds_out(self, container: Node, key: Key) -> str:
        """Who may be given a dict with a key: `OTHERS`, `CALLERS`, or nobody."""
        return self._goes_out(reached([container], lambda node: any(fact.value == key for fact in node.facts)))

    def made_by(self, call: ast.Call) -> set[Class]:
        """The classes of the program of which a call makes objects."""
        return {one for site in self._sites.get(id(call), ()) for one in site.linked if isinstance(one, Class)}

    def given_packages(self, container: Node, key: Key) -> frozenset[str] | None:
        """The packages whose code is given a dict with a key; None where it does not show which."""
        found: set[str] = set()
        for node in reached([container], lambda node: any(fact.value == key for fact in node.facts)):
            given = [site for site, _ in node.given if not self._is_seen(site)]
            is_put = any(self._is_lost(label, owner) for label, owner in node.puts)
            if node.is_unknown or is_put or self._results.get(node, False) or not all(map(_paths, given)):
                return None
            found.update(_package(path) for site in given for path in _paths(site))
        return frozenset(found)

    def giving_packages(self, number: int, expression: ast.AST) -> frozenset[str] | None:
        """The packages whose code may give what an expression is; None where it does not show which."""
        found: set[str] = set()
        waiting = [*self.program.graphs[number].nodes.get(expression, ())]
        seen = set(waiting)
        for node in waiting:
            if self._is_from_others(node):
                functions = [one for one in self._handed if node in _parameters_of(one)]
                if not functions or node.is_unknown or any(self._takers[one] is None for one in functions):
                    return None
                found.update(name for one in functions for name in self._takers[one] or ())
            more = [one for one in self._needs(node) if one not in seen]
            seen.update(more)
            waiting += more
        return frozenset(found)

    @cached_property
    def _takers(self) -> dict[Function, frozenset[str] | None]:
        """Functions that code which is not seen may call → the packages of that; None where these do not show."""
        found: dict[Function, frozenset[str] | None] = {}

        def add(functions: Iterable[Function], names: frozenset[str] | None) -> None:
            for one in functions:
                known = found.get(one, frozenset())
                found[one] = None if known is None or names is None else known | names

        for graph in self._graphs:
            for site in graph.sites:
                if not site.linked and not self._keeps_nothing(site):
                    paths = _paths(site)
                    names = frozenset(map(_package, paths)) if paths else None
                    for node in (*(one for one, _ in site.args), *(one for _, one in site.keywords)):
                        add(_functions_of(node.facts), names)
            for node in _attributes_put(graph):
                add(_functions_of(node.facts), None)
        for cls in self._derived:
            add(cls.methods.values(), None)
        return found

    def makes_given_object(self, call: ast.Call) -> bool:
        """True if a call makes an object that code which is not seen looks into: a model, a record given away."""
        made = self.made_by(call)
        return not self._derived.isdisjoint(made) or any(one in self._given_objects and one.fields for one in made)

    def is_lost(self, number: int, target: ast.Attribute) -> bool:
        """True if it does not show who reads what is put into an attribute."""
        graph = self.program.graphs.get(number)
        nodes = graph.nodes.get(target.value) if graph is not None else None
        return nodes is None or any(self._is_lost(("a", target.attr), node) for node in nodes)

    @cached_property
    def gone(self) -> frozenset[str]:
        """The fields of all responses of the program that go out somewhere, as a whole or in part."""
        fields: set[str] = set()
        for site, _ in self.program.solver.calls.values():
            own = [fact.value for fact in site.node.facts if is_response(fact.value)]
            if self._given_to([site.node], parts=True):
                fields.update(name for value in own for name in all_fields(value))
        return frozenset(fields)

    # What comes in

    def is_opaque(self, node: Node) -> bool:
        """True if a node may be something that code which is not seen gives."""
        if node not in self._opaque:
            settle(node, self._opaque, self._needs, self._is_source)
        return self._opaque[node]

    @staticmethod
    def _needs(node: Node) -> Iterable[Node]:
        """Nodes of which one is opaque if this one is, unless it is a source itself."""
        yield from node.into
        site = node.site
        if site is not None:
            if site.linked:
                if not _paths(site):
                    yield site.function
            elif site.function.of is not None:
                yield site.function.of[1]
        if node.of is not None:
            yield node.of[1]
            yield from put_under(node)

    def _is_source(self, node: Node) -> bool:
        """True if a node is something that code which is not seen gives, whatever comes into it from elsewhere."""
        if node.is_unknown or isinstance(node.at, (ast.ExceptHandler, ast.Yield)):
            return True
        if node in self._unseen_parameters or node in self._reflected:
            return True
        site = node.site
        if site is not None and not site.linked:
            return self._gives_others(site)
        if any(is_foreign(fact) for fact in node.facts):
            return True
        if node.of is not None:
            label, base = node.of
            if label == BY_NAME:
                return True
            owners = [fact.value for fact in base.facts if not fact.contents]
            if label[0] == "a":
                classes = [one.cls for one in owners if isinstance(one, (Object, Type))]
                return any(cls in self._derived and not _has(cls, label[1]) for cls in classes)
            return any(isinstance(one, Object) for one in owners)  # its class tells what that gives
        is_named = isinstance(node.at, (ast.Name, ast.alias)) and not node.into
        return is_named and not any(fact.value for fact in node.facts)

    def _is_from_others(self, node: Node) -> bool:
        is_parameter = node in self._unseen_parameters and node not in self._handed_parameters
        return not is_parameter and self._is_source(node)

    def _gives_others(self, site: Site) -> bool:
        """True if a call that is not followed may give what others were given."""
        paths = _paths(site)
        if paths:
            return not all(is_plain(path) or path.startswith("openai.") for path in paths)
        if site.function.of is None:
            return True
        if site.function.of[0][1] in VALIDATES and self._makes_plain(site.function):
            return False
        # A method: of a class that is seen only in part, or of plain data.
        return any(isinstance(fact.value, (Object, Type, Module)) for fact in site.function.of[1].facts)

    def _makes_plain(self, function: Node) -> bool:
        """True if all that something makes are models that take apart what they are given, and keep none of it."""
        made = [fact.value for fact in function.facts]
        return bool(made) and all(isinstance(one, Maker) and self._models.is_plain(one.cls) for one in made)

    # What goes out

    def _given_to(self, nodes: Iterable[Node], *, parts: bool = False) -> str:
        """Who may be given what some nodes are, or what that is put into; ``parts``: or what it holds."""
        found = set()
        for node in nodes:
            if (node, parts) not in self._out:
                who = self._goes_out(reached([node], self._carries, parts=parts))
                self._out.update(dict.fromkeys(((one, parts) for one in same(node)), who))
            found.add(self._out[node, parts])
        return OTHERS if OTHERS in found else CALLERS if CALLERS in found else ""

    def _goes_out(self, nodes: Iterable[Node]) -> str:
        """Who may be given one of some nodes."""
        found = ""
        for node in nodes:
            if node.is_unknown or not all(self._is_seen(site) for site, _ in node.given):
                return OTHERS
            if node in self._given_fields:
                return OTHERS
            if any(self._is_lost(label, container) for label, container in node.puts):
                return OTHERS
            if node in self._results:
                if self._results[node]:
                    return OTHERS
                found = CALLERS
        return found

    def _is_lost(self, label: Label, container: Node) -> bool:
        """True if it does not show who reads what is put into something."""
        owners = [fact.value for fact in container.facts if not fact.contents]
        if label[0] != "a":
            return self.is_opaque(container) or any(isinstance(one, Object) for one in owners)
        classes = [one.cls for one in owners if isinstance(one, (Object, Type))]
        own = bool(classes) or any(isinstance(one, Module) or is_response(one) for one in owners)
        return not own or any(cls in self._given_objects for cls in classes)

    @cached_property
    def _models(self) -> Models:
        return Models((cls, bases) for graph in self._graphs for cls, _, bases in graph.classes)

    @cached_property
    def _results(self) -> dict[Node, bool]:
        """What functions return whose callers are not all seen → True: to code of others."""
        return {
            function.result: function in self._handed
            for graph in self._graphs
            for function, _ in graph.functions
            if function in self._handed or function not in self._called
        }

    @cached_property
    def _given_objects(self) -> set[Class]:
        """Classes of which code that is not seen gets objects, as ``asdict(x)`` does, or a method: ``x.dict()``."""
        found: set[Class] = set()
        for graph in self._graphs:
            for site in graph.sites:
                if site.linked:
                    continue
                nodes = [] if self._keeps_nothing(site) else [node for node, _ in site.args]
                nodes += [] if self._keeps_nothing(site) else [node for _, node in site.keywords]
                nodes += [site.function.of[1]] if site.function.of is not None else []
                found.update(_classes_of(nodes))
            for node in (node for nodes in graph.nodes.values() for node in nodes if node.of is not None):
                if node.of is not None and node.of[0] == BY_NAME:
                    found.update(_classes_of([node.of[1]]))
        return found

    @cached_property
    def _given_fields(self) -> set[Node]:
        """Attributes of these that stand in their classes, where nothing puts a list into them that it makes there."""
        return {node for cls in self._given_objects for node in _fields_of(cls)}

    def _is_seen(self, site: Site) -> bool:
        """True if what a call does with what it is given shows."""
        paths = _paths(site)
        if paths:
            return all(path in site.linked or self._is_sink(path) for path in paths)
        if site.linked:
            return not self.is_opaque(site.function)
        if site.function.of is None:
            return False
        label, owner = site.function.of
        if label[1] in APPLIES:
            return True
        if any(isinstance(fact.value, (Object, Type, Module)) and not fact.contents for fact in owner.facts):
            return False
        if self.is_opaque(owner):
            return False
        return label[1] in FILLS | LOOKS

    @cached_property
    def _sites(self) -> dict[int, list[Site]]:
        """``id(call)`` → its sites: one, or one for each call of the function around it."""
        sites: dict[int, list[Site]] = {}
        for graph in self._graphs:
            for site in graph.sites:
                if isinstance(site.at, ast.Call) and site.node in graph.nodes.get(site.at, ()):
                    sites.setdefault(id(site.at), []).append(site)
        return sites

    @cached_property
    def _functions(self) -> dict[int, list[Function]]:
        """``id`` of a definition → the function."""
        functions: dict[int, list[Function]] = {}
        for graph in self._graphs:
            for function, _ in graph.functions:
                functions.setdefault(id(function.at), []).append(function)
        return functions

    @cached_property
    def _called(self) -> set[Function]:
        """Functions that a call of the program reaches."""
        sites = (site for graph in self._graphs for site in graph.sites)
        return {function for site in sites for target in site.linked for function in _called_by(target)}

    @cached_property
    def _derived(self) -> set[Class]:
        """Classes with a base that is not seen."""
        found: set[Class] = set()
        for graph in self._graphs:
            for cls, _, bases in graph.classes:
                if any(not any(isinstance(fact.value, Type) for fact in base.facts) for base in bases):
                    if any(_last_name(base) not in PASSIVE for base in cls.at.bases):
                        found.add(cls)
        return found | {
            cls for graph in self._graphs for cls, _, _ in graph.classes if not found.isdisjoint(ancestors(cls))
        }

    @cached_property
    def _handed(self) -> set[Function]:
        """Functions that code which is not seen may call: given to it, or methods of what it is given."""
        handed: set[Function] = set()
        for graph in self._graphs:
            for site in graph.sites:
                if not site.linked and not self._keeps_nothing(site):
                    for node in (*(one for one, _ in site.args), *(one for _, one in site.keywords)):
                        handed.update(_functions_of(node.facts))
            for node in _attributes_put(graph):
                handed.update(_functions_of(node.facts))
        handed.update(method for cls in self._derived for method in cls.methods.values())
        return handed

    def _is_sink(self, path: str) -> bool:
        return keeps_nothing(path) and not (path.startswith("logging.") and self._has_handler)

    @cached_property
    def _has_handler(self) -> bool:
        """True if the program has a class of its own that gets what is logged."""
        bases = (base for graph in self._graphs for _, _, bases in graph.classes for base in bases)
        places = (fact.value for base in bases for fact in base.facts if isinstance(fact.value, Place))
        return any(place.path.startswith("logging.") for place in places)

    def _keeps_nothing(self, site: Site) -> bool:
        paths = _paths(site)
        named = site.function.of is not None and site.function.of[0][1] in FILLS | APPLIES
        return named or (bool(paths) and all(map(self._is_sink, paths)))

    @cached_property
    def _unseen_parameters(self) -> set[Node]:
        """Parameters that code which is not seen may fill: callers of a library, a framework."""
        functions = (function for graph in self._graphs for function, _ in graph.functions)
        uncalled = [one for one in functions if one not in self._called]
        return self._handed_parameters.union(*map(_parameters_of, uncalled), *map(_fields_of, self._unmade))

    @cached_property
    def _unmade(self) -> list[Class]:
        """Classes of which the program makes no objects."""
        sites = (site for graph in self._graphs for site in graph.sites)
        made = {one for site in sites for one in site.linked if isinstance(one, Class)}
        classes = (cls for graph in self._graphs for cls, _, _ in graph.classes)
        return [cls for cls in classes if made.isdisjoint([cls, *subclasses(cls)])]

    @cached_property
    def _handed_parameters(self) -> set[Node]:
        """Of these those of functions that such code is given."""
        return {node for function in self._handed for node in _parameters_of(function)}

    @cached_property
    def _reflected(self) -> set[Node]:
        """The names of modules that bind and read names which do not show."""
        return {
            node
            for graph in self._graphs
            if any(name in REFLECTS and not _is_of_function(graph, node, name) for node, name in graph.builtins)
            for node in graph.module.shared.values()
        }


def _is_of_function(graph: Graph, node: Node, name: str) -> bool:
    """True for ``locals`` within a function, which gives what that binds."""
    at = (getattr(node.at, "lineno", 0), getattr(node.at, "col_offset", 0))
    bodies = [function.at.body for function, _ in graph.functions]
    lines = [(one[0], one[-1]) if isinstance(one, list) else (one, one) for one in bodies]
    return name == "locals" and any(
        (first.lineno, first.col_offset) <= at <= (last.end_lineno or 0, last.end_col_offset or 0)
        for first, last in lines
    )


def _package(path: str) -> str:
    """The package that a path begins with, or its family: all of Python's own are one; empty for the program's own."""
    first = path.partition(".")[0]
    return "python" if first in sys.stdlib_module_names else first.partition("_")[0].lower()


def _only_reads(site: Site) -> bool:
    """True if a call puts nothing into what it is given, unless that shows: it writes it, or is one of the program."""
    paths = _paths(site)
    return all(path in SERIALISERS or path in WRITERS for path in paths) if paths else bool(site.linked)


def _paths(site: Site) -> set[str]:
    """What a call calls of other packages."""
    return {fact.value.path for fact in site.function.facts if isinstance(fact.value, Place)}


def all_fields(value: Value) -> Iterator[str]:
    """Yield the names of the fields of a response, and of all that is in it."""
    seen: set[str] = set()
    shapes = list(_shapes(value))
    for shape in shapes:
        if shape not in seen:
            seen.add(shape)
            for name, kind in FIELDS.get(shape, {}).items():
                yield name
                shapes += kind.lstrip("[").split("|")


def _shapes(value: Value) -> Iterator[str]:
    """Yield the shapes of the responses that something is, or holds."""
    if isinstance(value, Response):
        yield value.shape
        yield from [value.items] if value.items else []
    elif isinstance(value, (Many, Stream, Page)):
        yield from _shapes(value.item)
    elif isinstance(value, Either):
        for option in value.options:
            yield from _shapes(option)


def _parameters_of(function: Function) -> list[Node]:
    """The parameters of a function that its callers fill."""
    free = list(function.parameters.values())
    if function.owner is not None and function.kind != "static":
        free = free[1:]
    rest = [one for one in (function.vararg, function.kwarg) if one is not None]
    return [*free, *function.keyword_only.values(), *rest]


def _fields_of(cls: Class) -> list[Node]:
    """The attributes of a class that whoever makes an object of it gives it, as no method of its own takes them."""
    has_own = any("__init__" in one.methods for one in _lineage(cls))
    return [] if has_own else [cls.cells[name] for name in cls.fields if name in cls.cells]


def _classes_of(nodes: Iterable[Node]) -> Iterator[Class]:
    """Yield the classes of the objects that some nodes are, with those that are related to them."""
    for fact in (fact for node in nodes for fact in node.facts):
        if isinstance(fact.value, Object):
            yield from related(fact.value.cls)


def _functions_of(facts: Iterable[Fact]) -> Iterator[Function]:
    """Yield the functions that something is, or that are methods of it."""
    for fact in facts:
        if isinstance(fact.value, Method):
            yield fact.value.function
        elif isinstance(fact.value, (Object, Type)):
            for cls in _lineage(fact.value.cls):
                yield from cls.methods.values()


def _attributes_put(graph: Graph) -> Iterator[Node]:
    """Yield what a file puts into attributes of what is not of the program."""
    for nodes in graph.nodes.values():
        for node in nodes:
            for label, container in node.puts:
                if label[0] == "a" and not any(
                    isinstance(fact.value, (Object, Type, Module)) for fact in container.facts
                ):
                    yield node


def _has(cls: Class, name: object) -> bool:
    """True if the program itself gives objects of a class an attribute."""
    return any(name in one.methods or name in one.cells for one in _lineage(cls))


def _called_by(target: object) -> Iterator[Function]:
    """Yield the functions that a call runs which is known to call something."""
    if isinstance(target, tuple) and isinstance(target[0], Function):
        yield target[0]
    elif isinstance(target, Class):
        yield from (one.methods["__init__"] for one in _lineage(target) if "__init__" in one.methods)


def _lineage(cls: Class) -> list[Class]:
    return [cls, *ancestors(cls)]


def _last_name(node: ast.AST) -> str:
    node = node.value if isinstance(node, ast.Subscript) else node
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
