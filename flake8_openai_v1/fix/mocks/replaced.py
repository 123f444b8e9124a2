"""Methods of 0.x that a program assigns: ``openai.ChatCompletion.create = fake``, and puts back."""

from __future__ import annotations

import ast

from ...rules.facts import COROUTINE, METHOD, find
from ...semantics.uses import STORE, Use
from ..names.paths import certain_path
from ..names.scopes import module_name
from ..plan import Plan
from .fakes import is_mock, make_objects
from .patches import target_of


def stores_method(plan: Plan, path: str) -> bool:
    """Does the file itself put something in the place of a method?"""
    return any(use.role == STORE and certain_path(use.value) == path for use in plan.examined.uses)


def rewrite_store(plan: Plan, use: Use) -> bool:
    """Assign to the method of the class that all clients share. False where that is not the same."""
    node, path = use.node, certain_path(use.value) or ""
    found = find(path)
    if use.role != STORE or found is None or found.path != path or found.kind not in (METHOD, COROUTINE):
        return False
    statement = plan.text.statement_of(node)
    if not isinstance(node, ast.Attribute) or not isinstance(statement, ast.Assign) or statement.targets != [node]:
        return False
    value = statement.value
    if isinstance(value, ast.Name) and value.id in _saved(plan, path):
        return _write(plan, node, path)
    if not (_is_function(plan, value) or is_mock(plan, value)) or not _write(plan, node, path):
        return False
    make_objects(plan, value, path)
    if not is_mock(plan, value):
        plan.wrap(value, "staticmethod(", ")")
    return True


def rewrite_saved(plan: Plan, use: Use) -> bool:
    """``original = openai.ChatCompletion.create``, to put it back later. False where it is something else."""
    node, path = use.node, certain_path(use.value) or ""
    found = find(path)
    if id(node) not in plan.text.parents or found is None or found.path != path:
        return False  # in an annotation that is a text, or something else of a class
    statement = plan.text.statement_of(node)
    names = _saved(plan, path) if stores_method(plan, path) else set()
    if not isinstance(node, ast.Attribute) or not isinstance(statement, ast.Assign) or statement.value is not node:
        return False
    (target, *more) = statement.targets
    return not more and isinstance(target, ast.Name) and target.id in names and _write(plan, node, path)


def _write(plan: Plan, node: ast.Attribute, path: str) -> bool:
    target = target_of(plan, node, path)
    if target is not None:
        plan.replace(node, f"{module_name(plan, node)}{target.removeprefix('openai')}")
    return target is not None


def _is_function(plan: Plan, node: ast.expr) -> bool:
    """Is it a function of the file?"""
    is_named = isinstance(node, ast.Name) and bool(plan.text.index.functions(node.id))
    return isinstance(node, ast.Lambda) or is_named


def _saved(plan: Plan, path: str) -> set[str]:
    """Names that hold a method, and of which nothing is done but to put it back."""
    held: set[str] = set()
    other: set[str] = set()
    for node in plan.text.nodes:
        if not isinstance(node, ast.Assign):
            continue
        for target in node.targets:
            if isinstance(target, ast.Name):
                is_method = isinstance(node.value, ast.Attribute) and certain_path(plan.value(node.value)) == path
                (held if is_method else other).add(target.id)
    loads = plan.text.loads
    return {name for name in held - other if all(_is_put_back(plan, one, path) for one in loads.get(name, ()))}


def _is_put_back(plan: Plan, node: ast.AST, path: str) -> bool:
    statement = plan.text.parents.get(id(node))
    return isinstance(statement, ast.Assign) and all(
        isinstance(target, ast.Attribute) and _spells(plan, target, path) for target in statement.targets
    )


def _spells(plan: Plan, target: ast.Attribute, path: str) -> bool:
    return any(
        use.node is target and use.role == STORE and certain_path(use.value) == path for use in plan.examined.uses
    )
