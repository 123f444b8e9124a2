"""Keys of dicts that are arguments of the SDK's calls: which reach a call by ``**``, and who else names them."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from functools import cached_property
from typing import NamedTuple

from ..sdk.arguments import GONE, TODAY
from ..syntax.index import Index
from .facts import ANY_NAME, Key
from .foreign import keeps_nothing
from .graph import copied_by
from .nodes import Node, Site
from .responses import call_of
from .rivals import Rivals
from .travel import OTHERS, Travel
from .values import Client, Place

READS = frozenset({"get", "pop", "setdefault", "__getitem__", "__contains__"})
"""Methods of dicts that are given a key."""
WHOLE = frozenset({"update", "copy", "clear", "values"})
"""Methods of dicts that show none of the keys."""
TESTS = frozenset({"len", "bool", "isinstance", "type", "id", "dict", "deepcopy", "copy"})
"""Functions that show none of the keys of a dict."""
LISTS = frozenset({"sorted", "list", "tuple", "frozenset", "set", "dict"})
"""Functions of which what they make has the keys of a dict in it."""
TELLS = frozenset({"str", "repr", "hash", "dumps", "print"})
"""Functions that make a text, or a number, of what they are given."""
PASSES = (
    *(ast.Assign, ast.AnnAssign, ast.AugAssign, ast.NamedExpr, ast.Return, ast.Yield, ast.IfExp, ast.BoolOp, ast.Await),
    *(ast.Lambda, ast.withitem, ast.Expr, ast.If, ast.While, ast.Assert, ast.UnaryOp, ast.Dict, ast.List, ast.Tuple),
    *(ast.Set, ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.DictComp, ast.BinOp, ast.arguments, ast.Attribute),
)
"""Where a dict goes on, or is only asked whether it is empty."""


class Mentions(NamedTuple):
    """What is done with the dicts that have a key, beside giving them to calls."""

    named: tuple[tuple[int, ast.expr], ...]
    """Where the key is named again, each with the number of the file."""
    is_shown: bool
    """Is a text made of such a dict?"""
    against: ast.AST | None
    """Where something is done with one that the key decides."""


class Keys:
    """Answers about the keys of a program that is solved."""

    def __init__(self, travel: Travel, indexes: Sequence[Index]) -> None:
        """Nothing is followed before it is asked for; ``indexes`` are those of the files."""
        self._travel = travel
        self._graphs = travel.program.graphs
        self._indexes = indexes
        self._known: dict[Key, Mentions] = {}

    def given(self, number: int, call: ast.Call) -> list[Key]:
        """The keys that a call may be given by ``**``."""
        sites = [site for site in self._travel.sites(call) if site.file.number == number]
        nodes = [node for site in sites for name, node in site.keywords if name is None]
        return list(dict.fromkeys(fact.value for node in nodes for fact in node.facts if _is_key_of(fact)))

    def given_by(self, number: int, expression: ast.AST) -> list[Key]:
        """The keys that a dict may have which is spread into a call."""
        nodes = self._graphs[number].nodes.get(expression, ())
        return list(dict.fromkeys(fact.value for node in nodes for fact in node.facts if _is_key_of(fact)))

    def spread(self, key: Key, call: ast.Call) -> list[ast.keyword]:
        """The dicts of a call, given by ``**``, that may have a key; where there is but one, that."""
        found = [one for one in call.keywords if one.arg is None]
        numbers = {site.file.number for site in self._travel.sites(call)}
        if len(found) == 1 or not numbers:
            return found
        return [one for one in found if any(key in self.given_by(number, one.value) for number in numbers)]

    def may_reach(self, number: int, at: ast.expr | ast.keyword, call: ast.Call) -> bool:
        """True if a dict with a key, or with an argument by keyword, may be what a call is given by ``**``."""
        graph = self._graphs[number]
        containers = [container for _, key, container in graph.keys if key is at]
        if isinstance(at, ast.keyword):
            values = graph.nodes.get(at.value, ())
            containers += [container for node in values for label, container in node.puts if label == ("k", at.arg)]
        spread = {node for site in self._travel.sites(call) for name, node in site.keywords if name is None}
        return not containers or not spread.isdisjoint(self._travel.reached(containers))

    @cached_property
    def arguments(self) -> dict[Key, list[ast.Call]]:
        """All keys that calls of the SDK may be given, and those calls."""
        found: dict[Key, list[ast.Call]] = {}
        for number, graph in self._graphs.items():
            for site in graph.sites:
                if isinstance(site.at, ast.Call) and self._is_sdk(site):
                    for key in self.given(number, site.at):
                        found.setdefault(key, []).append(site.at)
        return found

    @cached_property
    def released(self) -> dict[Key, str]:
        """Keys, and arguments by keyword, that code which is not seen is given, and may give back; and who that is."""
        found: dict[Key, str] = {}
        for number, graph in self._graphs.items():
            for name, at, container in graph.keys:
                key = Key(name, at, number)
                if name in GONE and key not in self.arguments:
                    found[key] = self._travel.holds_out(container, key)
            for site in graph.sites:
                if isinstance(site.at, ast.Call) and not self._is_sdk(site) and self._travel.is_opaque(site.function):
                    if not any(isinstance(fact.value, Place) for fact in site.function.facts):
                        named = (Key(one.arg, one, number) for one in site.at.keywords if one.arg in GONE)
                        found |= dict.fromkeys(named, OTHERS)
        return {key: who for key, who in found.items() if who}

    def may_be_given(self, key: Key, number: int, expression: ast.AST) -> bool:
        """True if code that is not seen may be given a key, and give it where an expression is.

        What one package is given, another one does not give. A file that is alone may import others of its project.
        """
        if len(self._graphs) == 1:
            return True
        containers = [one for _, at, one in self._graphs[key.number].keys if at is key.at]
        taken = [self._travel.given_packages(one, key) for one in containers]
        giving = self._travel.giving_packages(number, expression)
        if not taken or giving is None or "" in giving or any(one is None or "" in one for one in taken):
            return True
        return any(not giving.isdisjoint(one) for one in taken if one is not None)

    def rivals(self, key: Key) -> list[Key]:
        """The keys that may be in the dict of a key, have the same name today, and decided nothing beside it."""
        return self._rivals.of(key)

    @cached_property
    def _rivals(self) -> Rivals:
        sites = (site for graph in self._graphs.values() for site in graph.sites if self._is_sdk(site))
        return Rivals(self._travel, [node for site in sites for name, node in site.keywords if name is None])

    def mentions(self, key: Key, name: str = "") -> Mentions:
        """What is done with the dicts that have a key; ``name``: that of one which shows at run time only."""
        known = key._replace(name=name or key.name)
        if known not in self._known:
            self._known[known] = self._look_at(known, self._holders.get(key, ()))
        return self._known[known]

    @cached_property
    def _holders(self) -> dict[Key, list[tuple[int, ast.expr, Node, bool]]]:
        """Key → the expressions that may be a dict with it, or (True) hold one."""
        found: dict[Key, list[tuple[int, ast.expr, Node, bool]]] = {}
        for number, graph in self._graphs.items():
            for expression, nodes in graph.nodes.items():
                if isinstance(expression, ast.expr):
                    for node in nodes:
                        for fact in node.facts:
                            if isinstance(fact.value, Key) and fact.contents:
                                row = number, expression, node, len(fact.contents) > 1
                                found.setdefault(fact.value, []).append(row)
        return found

    def _look_at(self, key: Key, holders: Sequence[tuple[int, ast.expr, Node, bool]]) -> Mentions:
        if not {key, key._replace(name=ANY_NAME)}.isdisjoint(self._travel.program.solver.deep):
            return Mentions((), False, key.at)
        named: dict[int, tuple[int, ast.expr]] = {}
        is_shown = False
        for number, expression, node, is_around in holders:
            if self._travel.is_given_away(node):
                return Mentions((), False, expression)
            parent = self._indexes[number].parents.get(id(expression))
            use = self._around(number, expression, parent) if is_around else self._use(key, number, expression, parent)
            if use is AGAINST:
                return Mentions((), False, expression)
            if use is SHOWN:
                is_shown = True
            elif isinstance(use, ast.expr) and use is not key.at:
                if not self._is_all(key, node) or self._has_new_name(key, node):
                    return Mentions((), False, expression)
                named[id(use)] = number, use
        return Mentions(tuple(named.values()), is_shown, None)

    def _is_all(self, key: Key, node: Node) -> bool:
        """True if all that is read under a key is an argument of the SDK's calls."""
        own = {fact.value for fact in node.facts if _is_key_of(fact) and fact.value.name == key.name}
        return own <= self.arguments.keys() and not self._travel.is_opaque(node)

    def _has_new_name(self, key: Key, node: Node) -> bool:
        """True if something may be in a dict under the name that a key has today."""
        label = ("k", TODAY.get(key.name))
        return any(one == label for other in self._travel.reached([node]) for one, _ in other.held)

    def _use(self, key: Key, number: int, node: ast.expr, parent: ast.AST | None) -> object:
        """What is done with a dict."""
        parents = self._indexes[number].parents
        if isinstance(parent, ast.Subscript) and parent.value is node:
            return _named(key, parent.slice, node)
        if isinstance(parent, ast.Attribute):
            call = parents.get(id(parent))
            if not isinstance(call, ast.Call) or call.func is not parent:
                return AGAINST
            if parent.attr in READS:
                return _named(key, call.args[0], node) if call.args else AGAINST
            if _is_told(call, parents):
                return SHOWN
            return None if parent.attr in WHOLE or _is_copied(call, parents) else AGAINST
        if isinstance(parent, ast.Compare):
            if isinstance(parent.ops[0], (ast.In, ast.NotIn)) and node is parent.comparators[0]:
                return _named(key, parent.left, node)
            return (
                None if all(isinstance(one, (ast.Is, ast.IsNot, ast.In, ast.NotIn)) for one in parent.ops) else AGAINST
            )
        if isinstance(parent, (ast.comprehension, ast.For, ast.AsyncFor, ast.Starred)):
            return AGAINST
        if isinstance(parent, ast.keyword) and parent.arg is None:
            call = parents.get(id(parent))
            return self._spread(key, call) if isinstance(call, ast.Call) else AGAINST
        return self._around(number, node, parent)

    def _around(self, number: int, node: ast.expr, parent: ast.AST | None) -> object:
        """What is done with a dict, or with something that it is in, whatever its keys are."""
        if isinstance(parent, ast.keyword):
            parent = self._indexes[number].parents.get(id(parent))
        if isinstance(parent, ast.Call):
            return None if parent.func is node else self._in_call(number, parent)
        if isinstance(parent, ast.FormattedValue) or (isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Mod)):
            return SHOWN
        is_iterated = isinstance(parent, (ast.comprehension, ast.For, ast.AsyncFor, ast.Subscript, ast.Compare))
        return None if isinstance(parent, PASSES) or is_iterated else AGAINST

    def _in_call(self, number: int, call: ast.Call) -> object:
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        paths = {
            fact.value.path
            for site in self._travel.sites(call)
            for fact in site.function.facts
            if isinstance(fact.value, Place)
        }
        if name in TESTS:
            return None
        if paths and all(map(keeps_nothing, paths)):
            return SHOWN
        return None if self._travel.is_followed(number, call) and not paths & ITERATES else AGAINST

    def _spread(self, key: Key, call: ast.Call) -> object:
        """What a call that is given a dict by ``**`` does with a key of it."""
        for site in self._travel.sites(call):
            if self._is_sdk(site):
                continue
            functions = [one for target in site.linked for one in self._travel.called_by(target)]
            is_taken = any(key.name in (*one.parameters, *one.keyword_only) for one in functions)
            if not functions or site.function.is_unknown or is_taken:
                is_dict = any(fact.value == Place("builtins.dict") for fact in site.function.facts)
                return None if is_dict else AGAINST
        return None

    @staticmethod
    def _is_sdk(site: Site) -> bool:
        """True if what is called is a method of the SDK, or hands on to one."""
        places = [fact.value for fact in site.function.facts if isinstance(fact.value, (Place, Client))]
        forwards = any(isinstance(one, Place) and one.path in FORWARDERS for one in places)
        inner = [fact.value for node, _ in site.args[:1] for fact in node.facts] if forwards else places
        return any(call_of(one) is not None for one in inner if isinstance(one, (Place, Client)))


AGAINST = object()
SHOWN = object()
FORWARDERS = frozenset({"functools.partial", "asyncio.to_thread"})
"""Functions that pass what they are given on to their first argument."""
ITERATES = frozenset(
    f"builtins.{name}"
    for name in ("list", "tuple", "sorted", "reversed", "iter", "set", "enumerate", "zip", "map", "filter")
)
"""Functions that go through the keys of a dict."""


def _is_key_of(fact: object) -> bool:
    """True if a node is a dict with a key, by one of its facts."""
    return isinstance(fact.value, Key) and len(fact.contents) == 1  # type: ignore[attr-defined]


def _named(key: Key, node: ast.expr, owner: ast.expr) -> object:
    """The expression that names a key, where it does; `AGAINST` where that does not show."""
    if node is key.at:
        return node
    if not isinstance(node, ast.Constant):
        return AGAINST
    return node if node.value == key.name else None


def _is_told(call: ast.AST, parents: dict[int, ast.AST]) -> bool:
    """True if only a text is made of the keys, or of the items, of a dict: ``str(sorted(d.items()))``."""
    around = parents.get(id(call))
    while isinstance(around, ast.Call) and call in around.args and _name_of(around) in LISTS:
        call, around = around, parents.get(id(around))
    if isinstance(around, ast.Call):
        return call in around.args and _name_of(around) in TELLS
    return isinstance(around, ast.FormattedValue)


def _name_of(call: ast.Call) -> str:
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _is_copied(call: ast.Call, parents: dict[int, ast.AST]) -> bool:
    """True if ``d.items()`` only serves to make another dict of it: ``{name: value for name, value in d.items()}``."""
    generator = parents.get(id(call))
    around = parents.get(id(generator))
    return isinstance(around, ast.DictComp) and copied_by(around) is not None
