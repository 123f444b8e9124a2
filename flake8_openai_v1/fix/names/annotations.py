"""Names of 0.x where a type is named."""

from __future__ import annotations

import ast

from ...sdk.clients import RESOURCE_CLASSES
from ...sdk.names import TYPES
from ...syntax.written import FUNCTIONS
from ..causes import Code
from ..plan import Plan, about
from .paths import below_client, certain_path, is_own_name
from .scopes import module_name


def is_annotation(plan: Plan, node: ast.AST) -> bool:
    """Does a node stand where a type is named? In a text, which is no part of the tree, it does."""
    if id(node) not in plan.text.parents:
        return True
    for around, inner in plan.text.steps(node):
        if isinstance(around, (ast.arg, ast.AnnAssign)) and around.annotation is inner:
            return True
        if isinstance(around, FUNCTIONS) and around.returns is inner:
            return True
        if isinstance(around, ast.stmt):
            return False
        if isinstance(around, ast.Subscript) and around.slice is inner:
            base = certain_path(plan.value(around.value)) or ""
            if base.startswith(("typing.", "builtins.", "collections.")):
                return True
    return False


@about(Code.FORM)
def rename_type(plan: Plan, node: ast.AST, path: str) -> None:
    """A class of 0.x that is named as the type of a response, or ``Type[…]`` as that of what is handed on."""
    parent = plan.text.parents.get(id(node))
    kind = parent.value if isinstance(parent, ast.Subscript) else None
    is_in_text = parent is None and plan.text.text[: plan.text.span(node)[0]].endswith(("Type[", "type["))
    if is_in_text:
        plan.problem(node, f"{path} is not a class any more", Code.NO_COUNTERPART)
    elif kind is not None and "type" in (getattr(kind, "id", "").lower(), getattr(kind, "attr", "").lower()):
        _rename_kind(plan, node, path)
    elif path not in TYPES or not isinstance(node, ast.expr):
        plan.problem(node, f"{path} is not a class any more", Code.NO_COUNTERPART)
    elif isinstance(node, ast.Name) and is_own_name(plan.value(node)):
        return
    else:
        module = plan.text.of(node.value) if isinstance(node, ast.Attribute) else module_name(plan, node)
        package = TYPES[path].rpartition(".")[0]
        if package not in ("types", "types.chat"):
            plan.imports.add(f"openai.{package}")  # which nobody imports who imports openai
        plan.replace(node, f"{module}.{TYPES[path]}")


def _rename_kind(plan: Plan, node: ast.AST, path: str) -> None:
    """``Type[openai.Completion]``: what is handed on is an object today, of the class of a resource."""
    resource = RESOURCE_CLASSES.get(below_client(path, plan) or "")
    if resource is None or (isinstance(node, ast.Name) and is_own_name(plan.value(node))):
        plan.problem(node, f"{path} is not a class any more", Code.NO_COUNTERPART)
        return
    field = next((around for around in plan.text.around(node) if isinstance(around, ast.AnnAssign)), None)
    cls = plan.text.parents.get(id(field))
    if isinstance(cls, ast.ClassDef) and cls.bases:
        plan.doubt(node, "what the annotation of a field says may be looked at when the program runs")
    plan.replace(plan.text.parents[id(node)], f"{module_name(plan, node)}{resource.removeprefix('openai')}")
