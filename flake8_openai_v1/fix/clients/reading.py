"""Settings that are read: what 0.x had there where nothing was set, and what is only put back later."""

from __future__ import annotations

import ast

from ...semantics.uses import STORE
from ..names.paths import certain_path
from ..plan import Plan


def is_set_before(plan: Plan, node: ast.Attribute, path: str) -> bool:
    """Does a statement of the module assign a setting, whatever happens, before it is read?"""
    inside = plan.text.function_of(node)
    for store in plan.model.of(STORE):
        if certain_path(store.value) != path or not isinstance(store.node, ast.Attribute):
            continue
        statement = plan.text.statement_of(store.node)
        if plan.text.parents.get(id(statement)) is plan.text.tree and (
            inside is not None or statement.lineno < node.lineno
        ):
            return True
        if plan.text.function_of(statement) is inside and _comes_before(plan, statement, node):
            return True
    return False


def _comes_before(plan: Plan, statement: ast.stmt, node: ast.AST) -> bool:
    """True if a statement is run whenever a node of its function is, and before it."""
    block = plan.text.block_of(statement)
    later = {id(one) for one in block[block.index(statement) + 1 :]}
    return any(id(around) in later for around in (plan.text.statement_of(node), *plan.text.around(node)))


def is_put_back(plan: Plan, node: ast.Attribute) -> bool:
    """Is what is read only assigned to the setting again later?"""
    target = keeper(plan, node)
    if target is None:
        return False
    spelled = ast.unparse(target)
    return all(
        _is_restored(plan, other)
        for other in plan.text.nodes
        if isinstance(other, (ast.Name, ast.Attribute))
        and isinstance(other.ctx, ast.Load)
        and ast.unparse(other) == spelled
    )


def keeper(plan: Plan, node: ast.Attribute) -> ast.expr | None:
    """What a statement assigns a setting to that is read, alone or in a tuple."""
    statement = plan.text.statement_of(node)
    if not isinstance(statement, ast.Assign) or len(statement.targets) != 1:
        return None
    target, value = statement.targets[0], statement.value
    if value is node:
        return target
    if not isinstance(value, ast.Tuple) or node not in value.elts:
        return None
    if isinstance(target, ast.Tuple) and len(value.elts) == len(target.elts):
        return target.elts[value.elts.index(node)]
    return target if isinstance(target, (ast.Name, ast.Attribute)) else None


def _is_restored(plan: Plan, node: ast.AST) -> bool:
    """Is it what settings of the module are assigned?"""
    statement = plan.text.statement_of(node)
    if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Tuple) and node in statement.value.elts:
        at = statement.value.elts.index(node)
        return all(
            isinstance(target, ast.Tuple)
            and len(target.elts) == len(statement.value.elts)
            and _is_setting(plan, target.elts[at])
            for target in statement.targets
        )
    if not isinstance(statement, ast.Assign) or statement.value is not node:
        return False
    targets = [part for target in statement.targets for part in (getattr(target, "elts", None) or [target])]
    return all(_is_setting(plan, target) for target in targets)


def _is_setting(plan: Plan, target: ast.expr) -> bool:
    return isinstance(target, ast.Attribute) and certain_path(plan.value(target.value)) == "openai"


def alternatives(plan: Plan, node: ast.AST) -> list[ast.expr]:
    """What an expression is an alternative of: the parts of ``a or b``."""
    parent = plan.text.parents.get(id(node))
    return parent.values if isinstance(parent, ast.BoolOp) and isinstance(parent.op, ast.Or) else []


def put_or(plan: Plan, node: ast.expr, text: str, default: str) -> None:
    """Put ``text or default`` in the place of an expression, in brackets where that needs them."""
    parent = plan.text.parents.get(id(node))
    bare = isinstance(parent, (ast.Assign, ast.Return, ast.If, ast.While, ast.Call, ast.keyword, ast.Tuple, ast.List))
    text = f"{text} or {default}"
    plan.edits.replace(*plan.text.span(node), text if bare or alternatives(plan, node) else f"({text})")
