"""Which responses meet somewhere: whatever one of them is made, a dict or an object, the others are made as well."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cached_property

from .nodes import Node
from .reaching import carries_response
from .tracking import Program


class Meeting:
    """Groups of responses, with their parts and with what they are put into, in a program that is solved."""

    def __init__(self, program: Program) -> None:
        """Nothing is looked for before it is asked for."""
        self._graphs = program.graphs

    def of(self, number: int, expression: ast.AST) -> dict[int, frozenset[ast.AST]]:
        """The expressions that may be what one is, where that is a response: all that it meets, by number of file.

        Empty where it is none. ``number`` is that of the file of ``expression``.
        """
        nodes = self._graphs[number].nodes.get(expression, ()) if number in self._graphs else ()
        groups = {id(self._groups[node]): self._groups[node] for node in nodes if node in self._groups}
        found: dict[int, set[ast.AST]] = {}
        for group in groups.values():
            for home, one in self._expressions.get(id(group), ()):
                found.setdefault(home, set()).add(one)
        return {home: frozenset(ones) for home, ones in found.items()}

    def knows(self, number: int, expression: ast.AST) -> bool:
        """True if it shows where an expression may come from, and whether it is a response."""
        graph = self._graphs.get(number)
        return graph is not None and any(node in self._groups for node in graph.nodes.get(expression, ()))

    @cached_property
    def _groups(self) -> dict[Node, list[Node]]:
        """Nodes that may be responses, or that have some in them → those that they are connected with."""
        groups: dict[Node, list[Node]] = {}
        for graph in self._graphs.values():
            for nodes in graph.nodes.values():
                self._join([node for node in nodes if carries_response(node)], groups)
        return groups

    @staticmethod
    def _join(starts: list[Node], groups: dict[Node, list[Node]]) -> None:
        """Make one group of some nodes, and of all that they lead to."""
        group: list[Node] = []
        waiting = starts
        while waiting:
            node = waiting.pop()
            other = groups.get(node)
            if other is None:
                groups[node] = group
                group.append(node)
                waiting += [one for one in _near(node) if groups.get(one) is not group]
            elif other is not group:
                small, group = sorted((group, other), key=len)
                group += small
                groups.update(dict.fromkeys(small, group))

    @cached_property
    def _expressions(self) -> dict[int, list[tuple[int, ast.AST]]]:
        """``id(group)`` → its expressions, each with the number of its file."""
        found: dict[int, list[tuple[int, ast.AST]]] = {}
        for number, graph in self._graphs.items():
            for expression, nodes in graph.nodes.items():
                for group in {id(self._groups[node]) for node in nodes if node in self._groups}:
                    found.setdefault(group, []).append((number, expression))
        return found


def _near(node: Node) -> Iterator[Node]:
    """Yield the responses, and what has some in it, that a node is, is a part of, has in it or is put into."""
    near = [*node.next, *node.into, *node.merges, *(one for _, one in node.loads), *(one for _, one in node.puts)]
    near += [] if node.of is None else [node.of[1]]
    yield from filter(carries_response, near)
