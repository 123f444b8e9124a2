"""Code that treats something unknown as a dict, or as an object."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cached_property

from ...semantics.responses import is_model, legacy_parts
from ...semantics.values import (
    NONE,
    Class,
    Const,
    Either,
    Function,
    Items,
    Many,
    Mapping,
    Object,
    Place,
    Value,
)
from ..plan import Plan
from .origins import is_own

WEAK = frozenset(
    {"id", "model", "object", "created", "name", "text", "data", "index", "type", "status", "error", "title"}
)
"""Fields whose names say nothing: many other things have attributes that are called so."""


def is_certain(value: Value) -> bool:
    """Is a value certainly what it is known to be?"""
    if isinstance(value, Either):
        return not value.maybe
    if isinstance(value, Many):
        return is_certain(value.item) and value.item is not None
    return value is not None


def _is_of(node: ast.expr, names: frozenset[str]) -> bool:
    """True if one of some names stands in an expression, or none is asked for."""
    return not names or any(isinstance(part, ast.Name) and part.id in names for part in ast.walk(node))


def _is_own_object(plan: Plan, name: ast.Name) -> bool:
    """Is a name bound to nothing but objects of classes that the file defines?"""
    scope = plan.text.function_of(name) or plan.text.tree
    made = [plan.text.parents.get(id(node)) for node in plan.text.index.stores_in(scope, name.id)]
    classes = {node.name for node in plan.text.tree.body if isinstance(node, ast.ClassDef)}
    return bool(made) and all(
        isinstance(one, ast.Assign)
        and isinstance(one.value, ast.Call)
        and isinstance(one.value.func, ast.Name)
        and one.value.func.id in classes
        for one in made
    )


def _parts(node: ast.expr) -> Iterator[ast.expr]:
    """An expression, and what stands in it where it is a display."""
    yield node
    if isinstance(node, ast.Dict):
        for value in node.values:
            yield from _parts(value)
    elif isinstance(node, (ast.List, ast.Tuple)):
        for element in node.elts:
            yield from _parts(element)


class Residues:
    """Code of a file that treats something unknown as a dict, or as an object; found where it is asked for."""

    def __init__(self, plan: Plan) -> None:
        """Nothing is looked for yet."""
        self._plan = plan

    def of_dicts(
        self, fields: frozenset[str], *, certain: bool = False, names: frozenset[str] = frozenset()
    ) -> ast.AST | None:
        """Where something unknown is treated as a dict with one of these fields.

        ``certain``: by one of their names, and not seen to be in a dict of the program's own. ``names``: where it is
        read from one of these.
        """
        found = [one for field in fields if (one := self._with_key(field, certain, names)) is not None]
        if found:
            return min(found, key=lambda node: (node.lineno, self._number(node)))
        return None if certain else next((one for one in self._serialised if _is_of(one.args[0], names)), None)

    def of_objects(self, fields: frozenset[str], *, certain: bool = False) -> ast.AST | None:
        """Where something unknown is treated as an object with one of these fields; `certain`: by its name."""
        found = [one for field in fields if (one := self._with_attribute(field)) is not None]
        if found:
            return min(found, key=self._number)
        return None if certain else self._by_any_name

    def _number(self, node: ast.AST) -> int:
        return self._plan.text.index.numbers[id(node)]

    def _with_key(self, field: str, certain: bool, names: frozenset[str]) -> ast.expr | None:
        """The first expression that reads or looks for a key of something unknown."""
        for node, owner in self._plan.text.index.keys.get(field, ()):
            if _is_of(owner, names) and not self._plan.is_set_aside(node) and self._is_unknown(owner):
                if not certain or not is_own(self._plan, owner, loops=True):
                    return node
        return None

    def _with_attribute(self, name: str) -> ast.Attribute | None:
        """The first expression that reads an attribute of something unknown."""
        for node in self._plan.text.loads.get(name, ()):
            if isinstance(node, ast.Attribute) and not self._plan.is_set_aside(node):
                if self._is_read(node) and self._is_unknown(node.value):
                    return node
        return None

    @cached_property
    def _serialised(self) -> list[ast.Call]:
        """The calls that may write a response which is somewhere in a list or dict."""
        return [
            node
            for node in self._plan.text.each(ast.Call)
            if isinstance(node.func, ast.Attribute) and node.func.attr in ("dumps", "dump") and node.args
            if not self._plan.is_set_aside(node) and any(map(self._may_hold, _parts(node.args[0])))
        ]

    @cached_property
    def _by_any_name(self) -> ast.AST | None:
        """The last call that reads an attribute of something unknown whose name shows at run time."""
        found = None
        for node in self._plan.text.each(ast.Call):
            if isinstance(node.func, ast.Name) and node.func.id in ("getattr", "hasattr") and len(node.args) > 1:
                if not isinstance(node.args[1], ast.Constant) and not self._plan.is_set_aside(node):
                    found = node if self._is_unknown(node.args[0]) else found
        return found

    def _may_hold(self, node: ast.expr) -> bool:
        """True if a list or dict that is serialised may hold a response, without that being certain."""
        value = self._plan.value(node)
        if isinstance(node, (ast.Dict, ast.List, ast.Tuple, ast.Constant)):
            return False
        if any(True for _ in legacy_parts(value)):
            return not is_model(value) and not (isinstance(value, Many) and is_model(value.item))
        if isinstance(value, Mapping):
            return False
        return self._plan.travel is None or self._plan.travel.may_hold_others(node)

    def _is_unknown(self, node: ast.expr) -> bool:
        value = self._plan.value(node)
        if self._plan.is_hidden(node) or not self._plan.may_come_in(node):
            return False
        if self._plan.travel is not None and self._plan.travel.is_stood_in(node):
            return False
        if isinstance(value, (Mapping, Const, Place, Function, Class, Object)) and value != NONE:
            return False
        is_open = (
            value == NONE
            or not is_certain(value)
            or (isinstance(value, (Items, Many)) and not any(True for _ in legacy_parts(value)))
        )
        return is_open and not is_own(self._plan, node)

    def _is_read(self, node: ast.Attribute) -> bool:
        """True if an attribute may be a field of a response: it is not called, and no object of the file has it."""
        parent = self._plan.text.parents.get(id(node))
        if isinstance(parent, ast.Call) and parent.func is node:
            return False
        owner = node.value
        if isinstance(owner, ast.Name) and (owner.id in ("self", "cls") or _is_own_object(self._plan, owner)):
            return False
        return node.attr not in WEAK or isinstance(owner, (ast.Call, ast.Subscript))
