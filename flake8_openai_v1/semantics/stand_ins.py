"""What a program calls in the place of a method of 0.x: a function of a test that is given for its default, a mock."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple, TypeAlias

from .facts import Fact, Method
from .graph import Graph
from .nodes import FunctionNode, Node, Site
from .tracking import Program, is_call
from .values import Place

MOCKS = ("unittest.mock.", "mock.")
"""What makes a mock that may be called as anything."""


Made: TypeAlias = FunctionNode | ast.Call


class StandIn(NamedTuple):
    """A function, or a call that makes a mock."""

    number: int
    """The file that it stands in."""
    at: Made
    path: str
    """Of the method of 0.x that is called where it is, too."""
    calls: tuple[tuple[int, ast.AST], ...]
    """These calls, each with the number of its file."""


def stand_ins(program: Program) -> list[StandIn]:
    """Find the stand-ins of a program that is solved: one path to a call is enough."""
    sites: dict[ast.AST, list[Site]] = {}
    for site in (site for graph in program.graphs.values() for site in graph.sites):
        if isinstance(site.at, ast.Call):
            sites.setdefault(site.at, []).append(site)
    numbers = {graph: number for number, graph in program.graphs.items()}
    found: dict[tuple[int, Made, str], list[tuple[int, ast.AST]]] = {}
    for at, same in sites.items():
        (path, *others) = [*dict.fromkeys(path for site in same for path in _methods(site.function)), ""]
        if not path or others != [""]:
            continue
        for site in same:
            for graph, one in (*_functions(site.function), *_mocks(site.function)):
                found.setdefault((numbers[graph], one, path), []).append((numbers[site.file], at))
    return [StandIn(*key, tuple(dict.fromkeys(calls))) for key, calls in found.items()]


def _methods(function: Node) -> Iterator[str]:
    """Yield the methods of 0.x that something may be."""
    for fact in function.facts:
        if isinstance(fact.value, Place) and not fact.contents and is_call(fact.value):
            yield fact.value.path


def _functions(function: Node) -> Iterator[tuple[Graph, Made]]:
    """Yield the functions of the program that something may be, each with its file."""
    for fact in function.facts:
        if isinstance(fact.value, Method) and not fact.contents:
            yield fact.value.function.file, fact.value.function.at


def _mocks(function: Node) -> Iterator[tuple[Graph, Made]]:
    """Yield the calls that make the mocks which something may be, each with its file."""
    waiting = [function]
    seen = set(waiting)
    for node in waiting:
        made = node.site
        if made is not None and isinstance(made.at, ast.Call) and any(map(_makes_mock, made.function.facts)):
            yield made.file, made.at
        more = [one for one in node.into if one not in seen]
        seen.update(more)
        waiting += more


def _makes_mock(fact: Fact) -> bool:
    return isinstance(fact.value, Place) and not fact.contents and fact.value.path.startswith(MOCKS)
