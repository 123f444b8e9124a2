"""Exceptions of 0.x that nothing raises today, and that have no counterpart: they go from where they are caught.

A name among others goes alone, a clause that catches nothing else with all that is in it.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence

from ...sdk.exceptions import UNRAISED
from ..names.paths import exception_path, is_own_name
from ..plan import Cuttable, Plan
from .classes import class_elements, takes_tuple


def is_unraised(plan: Plan, node: ast.expr | None) -> bool:
    """True if ``node`` names one of these classes, and by its own name."""
    if node is None or is_own_name(plan.value(node)):
        return False
    return exception_path(plan.value(node)) in UNRAISED


def is_unraised_clause(plan: Plan, handler: ast.ExceptHandler) -> bool:
    """True if ``handler`` catches nothing but these classes."""
    classes = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return bool(classes) and all(is_unraised(plan, one) for one in classes)


def goes(plan: Plan, node: ast.expr) -> bool:
    """True if what names one of these classes goes: with its clause, or, which is then done, from among others."""
    if not is_unraised(plan, node):
        return False
    for around in plan.text.around(node):
        if isinstance(around, ast.ExceptHandler):
            return around in clauses(plan, plan.text.parents[id(around)]) or _take_out(plan, node)
        if isinstance(around, ast.stmt):
            break
    return _take_out(plan, node)


def clauses(plan: Plan, attempt: ast.AST) -> list[ast.ExceptHandler]:
    """The clauses of a ``try`` that go; none where no clause would be left."""
    handlers: list[ast.ExceptHandler] = getattr(attempt, "handlers", [])
    gone = [one for one in handlers if is_unraised_clause(plan, one) and plan.wants("OAI107", one)]
    return gone if len(gone) < len(handlers) else []


def _take_out(plan: Plan, node: ast.expr) -> bool:
    """Take a name out of the classes among which it stands; False where that is not all, or none would be left."""
    elements = class_elements(plan, node)
    owner = plan.text.parents.get(id(node))
    if not isinstance(owner, Cuttable) or all(is_unraised(plan, one) for one in elements):
        return False
    plan.cut(owner, node)
    return True


def cut(plan: Plan, owner: ast.Tuple | ast.List | ast.Set, gone: Sequence[ast.expr | ast.keyword]) -> None:
    """Cut elements out; a tuple of which one class is left loses its brackets where a class does as well."""
    kept = [one for one in owner.elts if one not in gone]
    start, end = plan.text.span(owner)
    first, last = plan.text.whole(kept[0])
    becomes_several = isinstance(kept[0], ast.Starred) or "," in (plan.edits.replacement(first, last) or "")
    if isinstance(owner, ast.Tuple) and len(kept) == 1 and not becomes_several:
        opening, closing = ("", "") if takes_tuple(plan, owner) else ("(", ",)")
        plan.edits.replace(start, first, opening)
        plan.edits.replace(last, end, closing)
        return
    for span in plan.text.elements_cut(owner.elts, gone):
        plan.edits.replace(*span, "")
