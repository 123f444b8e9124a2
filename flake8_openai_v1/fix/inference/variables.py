"""Variables of a program: where one is bound, where it is read, and whether it means the same elsewhere."""

from __future__ import annotations

import ast

from ..plan import Plan

Scope = ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda | None
"""A function, or None for the file itself."""


def scope_of(plan: Plan, node: ast.AST, name: str) -> Scope:
    """The function whose variable a name is where a node stands; None for one of the file."""
    function = plan.text.function_of(node)
    while function is not None and name not in plan.text.index.bound_in(function):
        function = plan.text.function_of(function)
    return function


def bound(plan: Plan, node: ast.Name) -> list[ast.AST]:
    """All that binds the variable which a name is."""
    scope = scope_of(plan, node, node.id)
    return [one for one in plan.text.index.bindings.get(node.id, ()) if plan.text.function_of(one) is scope]


def loads(plan: Plan, node: ast.Name) -> list[ast.Name]:
    """All places where the variable is read which a name is."""
    scope = scope_of(plan, node, node.id)
    named = (one for one in plan.text.loads.get(node.id, ()) if isinstance(one, ast.Name))
    return [one for one in named if scope_of(plan, one, one.id) is scope]


def definition(plan: Plan, node: ast.expr) -> ast.expr | None:
    """What a variable that is bound once is assigned."""
    if not isinstance(node, ast.Name):
        return None
    found = bound(plan, node)
    parent = plan.text.parents.get(id(found[0])) if len(found) == 1 else None
    if isinstance(parent, ast.Assign) and parent.targets == found:
        return parent.value
    if isinstance(parent, ast.AnnAssign) and parent.target is found[0]:
        return parent.value
    return None


PURE = (
    ast.Name, ast.Attribute, ast.Subscript, ast.Constant, ast.JoinedStr, ast.FormattedValue, ast.expr_context,
    ast.List, ast.Tuple, ast.Dict, ast.BoolOp, ast.boolop, ast.UnaryOp, ast.unaryop, ast.BinOp, ast.operator,
)  # fmt: skip
"""Parts of expressions that do nothing."""
READERS = ("os.getenv", "os.environ.get", "str")
"""Functions that give the same each time."""


def travels(plan: Plan, node: ast.expr, from_: ast.AST, to: ast.AST) -> bool:
    """Does an expression mean the same in another place of the file?"""
    home, away = plan.text.function_of(from_), plan.text.function_of(to)
    for part in ast.walk(node):
        if isinstance(part, ast.Call):
            if ast.unparse(part.func) not in READERS or part.keywords:
                return False
        elif not isinstance(part, PURE):
            return False
        elif isinstance(part, ast.Name) and part.id not in READERS:
            if part.id == "self" and home is not None and away is not None:
                if plan.text.parents.get(id(home)) is plan.text.parents.get(id(away)):
                    continue
                return False
            scope = scope_of(plan, part, part.id)
            if len(bound(plan, part)) != 1 or (scope is not None and scope is not away):
                return False
            if scope is None and away is not None and part.id in plan.text.index.bound_in(away):
                return False
    return True
