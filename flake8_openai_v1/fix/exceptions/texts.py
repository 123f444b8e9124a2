"""Texts of exceptions that are tested."""

from __future__ import annotations

import ast

from ...sdk.exceptions import (
    SERVER,
    STATUSLESS,
    SUCCESSORS,
)
from ...semantics.values import Raised
from ...syntax.written import last_name
from ..causes import Code
from ..plan import Plan, about
from . import raising
from .attributes import BODY, said_text
from .class_names import ANY_ERROR
from .clauses import is_of_call

TESTS = frozenset(
    {"startswith", "endswith", "split", "find", "index", "partition", "match", "search", "fullmatch", "len"}
)
CHANGED = frozenset({"lower", "upper", "title", "capitalize", "casefold", "replace"})
"""Methods that make another text, in which it is seen how the first one begins."""
ANSWERED = frozenset(SUCCESSORS) - STATUSLESS - frozenset(SERVER)
"""Classes whose text was what the service said, and nothing else."""


@about(Code.CLAUSE)
def look_for_tested_texts(plan: Plan) -> None:
    """``str(e).startswith(…)``, ``e.args[0]``: the text of an exception begins with its status today."""
    for node in plan.text.each(ast.Attribute, ast.Subscript, ast.Call):
        error = _tested(plan, node)
        if error is None or plan.is_set_aside(node):
            continue
        value = plan.value(error)
        classes = value.classes if isinstance(value, Raised) else ()
        ours = any(path.startswith("openai") for path in classes)
        if ours and _says_the_same(plan, node, error, classes):
            continue
        if ours or is_of_call(plan, error):
            plan.doubt(node, "the text of an exception begins with its status today")


def _tested(plan: Plan, node: ast.expr) -> ast.expr | None:
    """The exception whose text is looked at so closely that it shows how it begins."""
    parent = plan.text.parents.get(id(node))
    if isinstance(node, ast.Attribute) and node.attr == "args" and isinstance(node.ctx, ast.Load):
        return None if _is_first(parent) else node.value
    if isinstance(node, ast.Subscript) and _is_first(node) and isinstance(node.ctx, ast.Load):
        assert isinstance(node.value, ast.Attribute)
        return node.value.value
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "str"):
        return None
    if len(node.args) != 1 or node.keywords:
        return None
    kept = isinstance(parent, ast.Assign) and len(parent.targets) == 1 and isinstance(parent.targets[0], ast.Name)
    if kept and isinstance(parent, ast.Assign) and isinstance(parent.targets[0], ast.Name):
        function = plan.text.function_of(node)
        loads = [one for one in plan.text.loads.get(parent.targets[0].id, ()) if isinstance(one, ast.Name)]
        tested = any(_is_tested(plan, one) for one in loads if plan.text.function_of(one) is function)
    else:
        tested = _is_tested(plan, node)
    return node.args[0] if tested else None


def _is_first(node: ast.AST | None) -> bool:
    """``e.args[0]``."""
    return (
        isinstance(node, ast.Subscript)
        and isinstance(node.value, ast.Attribute)
        and node.value.attr == "args"
        and isinstance(node.slice, ast.Constant)
        and node.slice.value == 0
    )


def _is_tested(plan: Plan, node: ast.expr) -> bool:
    """Does it show how a text begins?"""
    parent = plan.text.parents.get(id(node))
    called = parent.func if isinstance(parent, ast.Call) else parent
    name = last_name(called)
    if name in CHANGED and isinstance(parent, ast.Attribute):
        call = plan.text.parents.get(id(parent))
        shown = plan.text.parents.get(id(call))
        return isinstance(shown, (ast.Call, ast.FormattedValue)) or (
            isinstance(call, ast.expr) and shown is not None and _is_tested(plan, call)
        )
    equals = isinstance(parent, ast.Compare) and isinstance(parent.ops[0], (ast.Eq, ast.NotEq))
    return name in TESTS or equals or isinstance(parent, ast.Subscript)


def _says_the_same(plan: Plan, node: ast.expr, error: ast.expr, classes: tuple[str, ...]) -> bool:
    """Put what the service said in the place of a text, where that was the text; False where it may not have been."""
    if isinstance(node, ast.Attribute) or not plan.wants("OAI108", node):
        return False
    others = [path for path in classes if path.startswith("openai") and path not in ANSWERED]
    compare = plan.text.parents.get(id(node))
    compared = isinstance(compare, ast.Compare) and any(_is_message(part, error) for part in ast.walk(compare))
    if others and not compared and (isinstance(node, ast.Call) or _is_tested(plan, node)):
        return False
    if not ANY_ERROR.isdisjoint(classes):
        return False
    owner, quote = plan.text.of(error), plan.quote(node)
    answered = set(classes) <= ANSWERED
    made = isinstance(error, ast.Name) and raising.may_be_made(plan, error, classes)
    has_body = f"isinstance(getattr({owner}, {quote}body{quote}, None), dict)"
    said_text(plan, node, owner, "" if answered and not made else has_body)
    return True


def _is_message(node: ast.AST, error: ast.expr) -> bool:
    """Is an expression what the service said with an exception: ``e.error.message``, ``e.user_message``?"""
    if isinstance(node, ast.Attribute) and node.attr in ("user_message", "_message"):
        return ast.dump(node.value) == ast.dump(error)
    owner = node.value if isinstance(node, (ast.Attribute, ast.Subscript)) else None
    named = isinstance(node, ast.Attribute) and node.attr == "message"
    named = named or (isinstance(node, ast.Subscript) and _is_text(node.slice, "message"))
    if isinstance(owner, ast.Subscript) and _is_text(owner.slice, "error"):
        owner = owner.value
    of = owner.value if isinstance(owner, ast.Attribute) and owner.attr in BODY else None
    return named and of is not None and ast.dump(of) == ast.dump(error)


def _is_text(node: ast.AST, text: str) -> bool:
    return isinstance(node, ast.Constant) and node.value == text
