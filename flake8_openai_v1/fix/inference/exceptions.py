"""Exceptions of azure.core around calls of azure-ai-inference → those of openai, and their attributes."""

from __future__ import annotations

import ast

from ...rules.inference import Around
from ...sdk.inference import ATTRIBUTES, EXCEPTIONS
from ...semantics.uses import CATCH, IMPORT, LOAD, TRY, Use
from ...semantics.values import Member, Place, Raised, alternatives
from ..causes import Code
from ..exceptions.order import do_the_same
from ..names.paths import certain_path
from ..plan import Plan, about
from .names import ERRORS, Names

ANSWERED = frozenset(
    {"openai.APIStatusError", "openai.AuthenticationError", "openai.ConflictError", "openai.NotFoundError"}
)
"""Classes that have an answer of the service."""
OF_RESPONSE = {"text": "text", "body": "content", "read": "content"}
"""Methods of a response of azure.core → attributes of one of today."""
SAME = frozenset({"status_code", "__cause__", "__class__", "__traceback__", "__context__"})


def concerns(around: Around, use: Use) -> bool:
    """Is a use about an exception that comes from azure-ai-inference?"""
    if isinstance(use.value, Member):
        classes = [path for path in use.value.of.classes if not path.startswith("builtins.")]
        return bool(classes) and all(path in EXCEPTIONS for path in classes) and around.concerns(use.node)
    options = alternatives(use.value)
    if not any(isinstance(option, Place) and option.path in (ERRORS, *EXCEPTIONS) for option in options):
        return False
    return around.concerns(use.node)


@about(Code.CLAUSE)
def rewrite(plan: Plan, names: Names, use: Use) -> None:
    """Rewrite the mention of a class, or an attribute."""
    if isinstance(use.value, Member):
        _attribute(plan, use, use.value)
        return
    path = certain_path(use.value)
    if use.role == IMPORT:
        if path != ERRORS or isinstance(plan.text.parents.get(id(use.node)), ast.Import):
            names.leave(use.node)
        return
    row = EXCEPTIONS.get(path or "")
    if row is None:
        return
    if use.role not in (CATCH, LOAD) or not isinstance(use.node, ast.expr):
        plan.problem(use.node, f"{use.spelled} is made or assigned here: exceptions of openai are made in another way")
    elif row.use is None:
        plan.problem(use.node, f"{use.spelled}: {row.note}", Code.NO_COUNTERPART)
    elif isinstance(plan.text.parents.get(id(use.node)), ast.ClassDef):
        plan.problem(use.node, "a class of the program's own is made of an exception, which is made in another way now")
    elif plan.placed(use.node) and not _is_repeated(plan, names, use.node, row.use):
        names.rename(use.node, row.use)


def _is_repeated(plan: Plan, names: Names, node: ast.expr, new: str) -> bool:
    """Is a class in a tuple the same today as the one before it? Then it goes."""
    parent = plan.text.parents.get(id(node))
    if not isinstance(parent, ast.Tuple) or node not in parent.elts[1:]:
        return False
    before = parent.elts[parent.elts.index(node) - 1]
    row = EXCEPTIONS.get(certain_path(plan.value(before)) or "")
    start, end = plan.text.whole(before)[1], plan.text.whole(node)[1]
    if row is None or row.use != new or "#" in plan.text.text[start:end]:
        return False
    names.take(node)
    plan.edits.replace(start, end, "")
    return True


def _attribute(plan: Plan, use: Use, member: Member) -> None:
    """``e.reason``, ``e.error.message``, ``e.response.text()``."""
    node = use.node
    row = ATTRIBUTES.get(member.name)
    if not isinstance(node, ast.Attribute) or row is None or not plan.placed(node):
        return
    if not isinstance(node.ctx, ast.Load):
        plan.problem(node, "an attribute of an exception is assigned")
        return
    if row.use is None:
        plan.problem(node, f"{use.spelled}: {row.note}", Code.NO_COUNTERPART)
        return
    owners = {EXCEPTIONS[path].use for path in member.of.classes if path in EXCEPTIONS}
    if member.name in ("reason", "error", "response") and not owners <= ANSWERED:
        plan.problem(node, f"not all of these exceptions have {row.use} in openai")
        return
    parent = plan.text.parents.get(id(node))
    if member.name == "error":
        _error(plan, node, parent)
    elif member.name == "response":
        _response(plan, node, parent)
    elif row.use != member.name:
        plan.edits.replace(*plan.text.name(node), row.use)
    if member.name == "message":
        plan.doubt(node, "the text of an exception is another one in openai")


def _error(plan: Plan, node: ast.Attribute, parent: ast.AST | None) -> None:
    """The error as the service says it, a dict today."""
    quote = plan.quote(node)
    owner = plan.text.of(node.value)
    if isinstance(parent, ast.Attribute):
        if parent.attr == "code":
            plan.replace(parent, f"{owner}.code")
        elif parent.attr in ("message", "target"):
            plan.replace(parent, f"{owner}.body[{quote}{parent.attr}{quote}]")
        else:
            plan.problem(parent, f"the error is a dict in openai, and has no {parent.attr}")
    elif isinstance(parent, (ast.If, ast.IfExp, ast.BoolOp, ast.UnaryOp, ast.Compare)):
        plan.edits.replace(*plan.text.name(node), "body")
    else:
        plan.edits.replace(*plan.text.name(node), "body")
        plan.doubt(node, "the error is a dict in openai, of which another text is made")


def _response(plan: Plan, node: ast.Attribute, parent: ast.AST | None) -> None:
    """The answer: its text was a method."""
    if not isinstance(parent, ast.Attribute):
        if not isinstance(parent, (ast.If, ast.IfExp, ast.BoolOp, ast.UnaryOp, ast.Compare)):
            plan.problem(node, "the answer is another object in openai")
        return
    call = plan.text.parents.get(id(parent))
    if parent.attr == "reason":
        plan.edits.replace(*plan.text.name(parent), "reason_phrase")
    elif parent.attr in OF_RESPONSE and isinstance(call, ast.Call) and call.func is parent and not call.args:
        plan.edits.replace(plan.text.name(parent)[0], plan.text.span(call)[1], OF_RESPONSE[parent.attr])
    elif parent.attr not in ("status_code", "headers", "json", "content", "url"):
        plan.problem(parent, f"the answer of openai has no {parent.attr}")


# Clauses


@about(Code.CLAUSE)
def look_at_clauses(plan: Plan, around: Around) -> None:
    """Two classes are one today: the clause that comes second would never be entered."""
    for use in plan.model.of(TRY):
        seen: dict[str, ast.ExceptHandler] = {}
        handlers = use.node.handlers  # type: ignore[attr-defined]
        clauses = plan.model.clauses.get(id(use.node), ())
        for handler, clause in zip(handlers, clauses, strict=False):
            for _, path in clause:
                row = EXCEPTIONS.get(path)
                if row is None or row.use is None or not around.concerns(handler):
                    continue
                first = seen.setdefault(row.use, handler)
                if first is not handler and not do_the_same(first, handler):
                    plan.problem(handler, f"{row.use} is raised for both of two clauses, and they differ")


@about(Code.CLAUSE)
def look_at_texts(plan: Plan, around: Around) -> None:
    """What is written of an exception is another text today."""
    for node in plan.text.nodes:
        value = plan.value(node) if isinstance(node, ast.Name) else None
        if not isinstance(value, Raised) or not all(path in EXCEPTIONS for path in value.classes):
            continue
        parent = plan.text.parents.get(id(node))
        if isinstance(parent, (ast.FormattedValue, ast.Call)) and node is not getattr(parent, "func", None):
            if around.concerns(node):
                plan.doubt(node, "the text of an exception is another one in openai")
