"""Annotations that say that a response is a dict, which it is no more."""

from __future__ import annotations

import ast

from ...sdk.names import PART_TYPES, TYPES
from ...semantics.responses import is_model
from ...semantics.values import Response
from ..names.imports import shown, write_import
from ..names.paths import certain_path
from ..names.scopes import is_bound, module_name
from ..plan import Plan

DICTS = frozenset(
    f"{module}.{name}"
    for module, kinds in (
        ("builtins", ("dict",)),
        ("typing", ("Dict", "Mapping", "MutableMapping")),
        ("collections.abc", ("Mapping", "MutableMapping")),
    )
    for name in kinds
)
"""Types of dicts."""
MODULES = ("typing", "collections.abc")
PLAIN = ("staticmethod", "classmethod")
"""Decorators that do not ask for annotations."""
TYPE_OF = {path.rpartition(".")[2]: path for path in (*PART_TYPES.values(), *TYPES.values())}
"""The name of a shape → where its class is."""


def rewrite_annotations(plan: Plan) -> None:
    """Take the annotation from what holds a response, and name the type where a function takes or returns one."""
    if plan.as_dicts:
        return
    gone: list[ast.expr] = []
    for node in plan.text.each(ast.AnnAssign, ast.FunctionDef, ast.AsyncFunctionDef):
        if isinstance(node, ast.AnnAssign) and _is_stale(plan, node):
            start, end = plan.text.span(node.target)[1], plan.text.whole(node.annotation)[1]
            if "#" not in plan.text.text[start:end]:
                plan.edits.discard(start, end)
                plan.edits.replace(start, end, "")
                gone.append(node.annotation)
        elif not isinstance(node, ast.AnnAssign):
            gone += _retyped(plan, node)
        if not isinstance(node, ast.AnnAssign) and node.returns is not None:
            path = _returned(plan, node) if _is_dict(plan, node.returns) and not node.decorator_list else None
            if path is not None and plan.placed(node.returns):
                _say_returned(plan, node.returns, path)
                gone.append(node.returns)
    _drop_imports(plan, {id(node): node for one in gone for node in ast.walk(one) if isinstance(node, ast.Name)})


def _say_returned(plan: Plan, annotation: ast.expr, path: str) -> None:
    """Name the type that a function returns; say nothing where the function itself imports the module."""
    if is_bound(plan, annotation):
        plan.replace(annotation, f"{module_name(plan, annotation)}.{path}")
        return
    first, last = plan.text.whole(annotation)
    before = plan.text.text[: plan.text.text.rindex("->", 0, first)].rstrip()
    plan.edits.discard(len(before), last)
    plan.edits.replace(len(before), last, "")


def _retyped(plan: Plan, function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[ast.expr]:
    """Say of parameters that are always a response, or a part of one, what that is today; else they say nothing."""
    arguments = function.args
    gone: list[ast.expr] = []
    if any(getattr(one, "id", "") not in PLAIN for one in function.decorator_list):
        return []  # which may read the annotations
    for one in (*arguments.posonlyargs, *arguments.args, *arguments.kwonlyargs):
        if one.annotation is None or not _is_dict(plan, one.annotation) or not plan.placed(one.annotation):
            continue
        read = [
            node
            for node in plan.text.loads.get(one.arg, ())
            if isinstance(node, ast.Name) and function in plan.text.around(node)
        ]
        shapes = {value.shape if isinstance(value := plan.value(node), Response) else "" for node in read}
        start, end = plan.text.span(one)[0] + len(one.arg), plan.text.whole(one.annotation)[1]
        if len(shapes) != 1 or not all(_is_object(plan, node) for node in read) or "#" in plan.text.text[start:end]:
            continue
        path = TYPE_OF.get(shapes.pop())
        if path is not None and is_bound(plan, function) and not (plan.carrier is not None and plan.carrier.alone):
            plan.replace(one.annotation, f"{module_name(plan, function)}.{path}")
        else:
            plan.edits.replace(start, end, "")
        gone.append(one.annotation)
    return gone


def _is_stale(plan: Plan, node: ast.AnnAssign) -> bool:
    """True if a variable, not one of a class, is annotated as a dict and is an object."""
    is_local = node.simple and not isinstance(plan.text.parents.get(id(node)), ast.ClassDef)
    if not is_local or node.value is None or not plan.placed(node):
        return False
    return _is_dict(plan, node.annotation) and _is_object(plan, node.value)


def _drop_imports(plan: Plan, gone: dict[int, ast.Name]) -> None:
    """Take names out of imports that only the annotations used that are gone."""
    unused = {
        name
        for name in {node.id for node in gone.values()}
        if all(id(node) in gone for node in plan.text.loads.get(name, ()))
    }
    for statement in plan.text.tree.body if unused else ():
        if not isinstance(statement, ast.ImportFrom) or statement.module not in MODULES:
            continue
        kept = [alias for alias in statement.names if (alias.asname or alias.name) not in unused]
        if len(kept) < len(statement.names) and "\n" not in plan.text.of(statement):
            line = f"from {statement.module} import {', '.join(shown(one.name, one.asname) for one in kept)}"
            write_import(plan, statement, [line] if kept else [])


def _is_dict(plan: Plan, annotation: ast.expr) -> bool:
    base = annotation.value if isinstance(annotation, ast.Subscript) else annotation
    return certain_path(plan.value(base)) in DICTS


def _is_object(plan: Plan, value: ast.expr) -> bool:
    """True if an expression is a response, and stays an object."""
    inner = value.value if isinstance(value, ast.Await) else value
    if not is_model(plan.value(value)) or not plan.wants("OAI112", value) or plan.is_set_aside(value):
        return False
    return not any("to_dict" in plan.edits.closing(plan.text.whole(one)[1]) for one in (value, inner))


def _returned(plan: Plan, function: ast.FunctionDef | ast.AsyncFunctionDef) -> str | None:
    """Today's type of what a function returns, where that is always a response of one shape."""
    found = [
        node.value
        for node in ast.walk(function)
        if isinstance(node, ast.Return) and plan.text.function_of(node) is function and node.value is not None
    ]
    shapes = {value.shape if isinstance(value := plan.value(one), Response) else "" for one in found}
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call) and is_model(plan.value(node))]
    if len(shapes) != 1 or not all(_is_object(plan, one) for one in found) or any(map(plan.is_left, calls)):
        return None
    shape = shapes.pop()
    return next((path for path in TYPES.values() if path.rpartition(".")[2] == shape), None)
