"""Tests that the next one repeats: ``"content" in delta and delta["content"]`` asks today for one attribute twice."""

from __future__ import annotations

import ast
from collections.abc import Collection

from ..plan import Plan

TESTS = (ast.If, ast.While, ast.IfExp, ast.Assert)
"""What asks whether something is true, and nothing else."""


def repeats(plan: Plan, compare: ast.Compare, owner: ast.expr, names: Collection[str], *, absent: bool) -> bool:
    """Take out a test for a field, if the test behind it says the same of an attribute that may be None.

    ``names`` are those of the field; ``absent``: is it asked whether the field is not there? Returns whether that is
    done.
    """
    chain = plan.text.parents.get(id(compare))
    if not isinstance(owner, ast.Name) or not isinstance(chain, ast.BoolOp):
        return False
    if isinstance(chain.op, ast.Or) is not absent or compare is chain.values[-1]:
        return False
    behind = chain.values[chain.values.index(compare) + 1]
    read = _asked(behind, absent=absent, is_truth=_is_test(plan, chain))
    if read is None or not _reads(read, owner.id, names):
        return False
    start, end = plan.text.whole(compare)[0], plan.text.whole(behind)[0]
    if "#" in plan.text.text[start:end]:
        return False
    plan.edits.replace(start, end, "")
    return True


def _is_test(plan: Plan, chain: ast.expr) -> bool:
    """True if only the truth of a chain of tests counts."""
    parent = plan.text.parents.get(id(chain))
    if isinstance(parent, ast.comprehension):
        return chain in parent.ifs
    if isinstance(parent, ast.BoolOp):
        return _is_test(plan, parent)
    if isinstance(parent, ast.UnaryOp):
        return isinstance(parent.op, ast.Not)
    return isinstance(parent, TESTS) and parent.test is chain


def _asked(node: ast.expr, *, absent: bool, is_truth: bool) -> ast.expr | None:
    """What a test asks for that is false (``absent``: true) where it is None."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        is_none = isinstance(node.comparators[0], ast.Constant) and node.comparators[0].value is None
        return node.left if is_none and isinstance(node.ops[0], ast.Is if absent else ast.IsNot) else None
    if not is_truth:
        return None
    if absent:
        return node.operand if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not) else None
    return node


def _reads(node: ast.expr, owner: str, names: Collection[str]) -> bool:
    """True for ``delta["content"]``, ``delta.content`` and ``delta.get("content")``."""
    if isinstance(node, ast.Subscript):
        key, of = getattr(node.slice, "value", None), node.value
    elif isinstance(node, ast.Attribute):
        key, of = node.attr, node.value
    elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "get":
        key = getattr(node.args[0], "value", None) if len(node.args) == 1 and not node.keywords else None
        of = node.func.value
    else:
        return False
    return key in names and isinstance(of, ast.Name) and of.id == owner
