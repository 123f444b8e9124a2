"""An index of one file's tree, made once: parents, who reads and binds a name, what stands within what."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cached_property


class Index:
    """The nodes of a tree, and answers about them that need no walk."""

    def __init__(self, tree: ast.Module) -> None:
        """Nothing is looked up before it is asked for."""
        self.tree = tree

    @cached_property
    def nodes(self) -> list[ast.AST]:
        """All nodes, in the order of ``ast.walk``."""
        return list(ast.walk(self.tree))

    @cached_property
    def parents(self) -> dict[int, ast.AST]:
        """``id(node)`` → the node around it."""
        return {id(child): node for node in self.nodes for child in ast.iter_child_nodes(node)}

    @cached_property
    def loads(self) -> dict[str, list[ast.Name | ast.Attribute]]:
        """Names, and names of attributes, that are read → where."""
        found: dict[str, list[ast.Name | ast.Attribute]] = {}
        for node in self.nodes:
            if isinstance(node, (ast.Name, ast.Attribute)) and isinstance(node.ctx, ast.Load):
                found.setdefault(node.id if isinstance(node, ast.Name) else node.attr, []).append(node)
        return found

    @cached_property
    def stores(self) -> dict[str, list[ast.Name]]:
        """Names that are bound or deleted by an expression → where."""
        found: dict[str, list[ast.Name]] = {}
        for node in self.nodes:
            if isinstance(node, ast.Name) and not isinstance(node.ctx, ast.Load):
                found.setdefault(node.id, []).append(node)
        return found

    @cached_property
    def arguments(self) -> dict[str, list[ast.arg]]:
        """Names of parameters → where."""
        found: dict[str, list[ast.arg]] = {}
        for node in self.nodes:
            if isinstance(node, ast.arg):
                found.setdefault(node.arg, []).append(node)
        return found

    @cached_property
    def _order(self) -> dict[int, tuple[int, int]]:
        """``id(node)`` → when a walk that goes down first comes to the node, and when it has left all that is in it."""
        order: dict[int, tuple[int, int]] = {}
        entered: dict[int, int] = {}
        count = 0
        stack: list[tuple[ast.AST, bool]] = [(self.tree, False)]
        while stack:
            node, is_left = stack.pop()
            if is_left:
                order[id(node)] = entered[id(node)], count
                continue
            entered[id(node)] = count = count + 1
            stack.append((node, True))
            stack.extend((child, False) for child in ast.iter_child_nodes(node))
        return order

    def is_within(self, node: ast.AST, around: ast.AST) -> bool:
        """True if ``node`` stands in ``around``, or is it."""
        first, last = self._order[id(around)]
        return first <= self._order[id(node)][0] <= last

    def stores_in(self, scope: ast.AST, name: str) -> Iterator[ast.Name]:
        """Where an expression in ``scope`` binds or deletes ``name``, nested functions included."""
        return (node for node in self.stores.get(name, ()) if self.is_within(node, scope))

    def parameters_in(self, scope: ast.AST, name: str) -> Iterator[ast.arg]:
        """The parameters of a name of the functions in ``scope``."""
        return (node for node in self.arguments.get(name, ()) if self.is_within(node, scope))
