"""Where exceptions of 0.x are named, and what a clause catches today."""

from __future__ import annotations

import ast

from ...sdk.exceptions import (
    CAUGHT_WITHOUT_KEY,
    SERVER,
    SUCCESSORS,
    WIDER,
    WITHOUT_KEY,
)
from ...semantics.uses import CALL, CATCH, LOAD, STORE, Use
from ...semantics.values import Place, Value, alternatives
from ..causes import Code
from ..clients.unfit import is_certain
from ..names.annotations import is_annotation
from ..names.imports import API_KEY
from ..names.paths import certain_path, exception_path, is_own_name
from ..plan import Plan, about
from . import raising, unraised
from .class_names import NAMES, RENAMED, say_other_name
from .classes import rename_exception
from .clauses import covers
from .order import further_out


@about(Code.CLAUSE)
def rewrite_exception(plan: Plan, use: Use) -> None:
    """Rewrite the mention of an exception class."""
    path = raising.legacy_path(plan, use)
    if path is None or not plan.wants("OAI107", use.node):
        return
    if use.role == CALL:
        assert isinstance(use.node, ast.Call)
        raising.make(plan, use.node, path)
        return
    if use.role not in (CATCH, LOAD) or not isinstance(use.node, ast.expr):
        classes = " and ".join(f"openai.{name}" for name in SUCCESSORS.get(path, ()))
        plan.problem(use.node, f"{path} is named in a way for which there is no edit: write {classes} by hand")
        return
    parent = plan.text.parents.get(id(use.node))
    if isinstance(use.node, ast.Attribute) and use.node.attr in NAMES:
        _rewrite_named_class(plan, use.node, use.value)
    elif use.role == LOAD and isinstance(parent, ast.ClassDef):
        raising.make_base(plan, use.node, parent, path)
    elif (use.role == LOAD and raising.make_of_class(plan, use.node, path)) or unraised.goes(plan, use.node):
        return
    else:
        rename_exception(plan, use.node)
        raising.look_for_calls(plan, use.node)
        if use.role == CATCH and path in CAUGHT_WITHOUT_KEY:
            _say_what_no_key_raises(plan, use.node)
        if path in WIDENED and not (use.role == LOAD and is_annotation(plan, use.node)):
            _say_what_is_caught(plan, use.node, path)


def _rewrite_named_class(plan: Plan, node: ast.Attribute, value: Value) -> None:
    """``RateLimitError.__name__``, of a class or of what may be one of several."""
    paths = {option.path.rpartition(".")[0] for option in alternatives(value) if isinstance(option, Place)}
    if paths & RENAMED:
        say_other_name(plan, node)
    if not is_own_name(plan.value(node.value)):
        rename_exception(plan, node.value)


WIDENED = {
    WIDER[0]: (
        WIDER[1],
        "this takes in timeouts today, which were openai.error.Timeout: look whether it suits them",
    ),
    SERVER[0]: (
        SERVER[1],
        "this takes in 503 today, which was openai.error.ServiceUnavailableError: look whether it suits it",
    ),
    SERVER[1]: (SERVER[0], "this takes in all of 5xx today, not only 503: look whether it suits them"),
}
"""Classes → the class that is caught with them today, and what a person should know of it."""
UNNAMED = (
    "nothing to do for usual errors; a status without a class (413) is openai.APIStatusError today, not caught here"
)


def _say_what_is_caught(plan: Plan, node: ast.AST, path: str) -> None:
    """Say where a class catches more than it did, or less."""
    other, note = WIDENED[path]
    if not _is_named_near(plan, node, other) and not _is_told_apart(plan, node):
        plan.note(node, note)
    if path == SERVER[0] and not any(one.endswith(UNNAMED) for one in plan.notes):
        plan.note(node, UNNAMED)


def _say_what_no_key_raises(plan: Plan, node: ast.expr) -> None:
    """Say that a clause does not see that there is no key, where there may be none."""
    clause = plan.text.parents.get(id(node))
    if isinstance(clause, ast.Tuple):
        clause = plan.text.parents.get(id(clause))
    if not isinstance(clause, ast.ExceptHandler) or not plan.settings.calls or plan.carrier is not None:
        return
    keys = [use for use in plan.model.of(STORE) if certain_path(use.value) == API_KEY]
    if not keys and "api_key" in plan.settings.stored:
        return
    if keys and all(_is_text_for_sure(plan, use) for use in keys):
        return
    target = plan.examined.file.target
    raised = next(name for since, name in WITHOUT_KEY if target >= since)
    note = f"nothing to do if there is a key; without one, a call raises {raised} today, not openai.AuthenticationError"
    if not any(one.endswith(note) for one in plan.notes):
        plan.note(node, note)


def _is_text_for_sure(plan: Plan, use: Use) -> bool:
    """Is what a setting is given certainly a text?"""
    statement = plan.text.statement_of(use.node)
    return isinstance(statement, ast.Assign) and is_certain(plan.value(statement.value), statement.value)


def _is_named_near(plan: Plan, node: ast.AST, path: str) -> bool:
    """Is another class caught by the same clauses, or named in the same statement, or tested in the same function?"""
    statement = plan.text.statement_of(node)
    unit: ast.AST = statement
    parent = plan.text.parents.get(id(node))
    if isinstance(parent, (ast.Tuple, ast.List)):
        parent = plan.text.parents.get(id(parent))
    if isinstance(parent, ast.Call) and not isinstance(statement, DEFINITIONS):
        unit = plan.text.function_of(node) or plan.text.tree
    inside = {id(one) for one in ast.walk(unit)}
    return any(
        id(use.node) in inside and exception_path(use.value) == path
        for use in plan.examined.uses
        if use.role in (CATCH, LOAD)
    )


def _is_told_apart(plan: Plan, node: ast.AST) -> bool:
    """Is a class named in a clause behind which, or around which, one catches all errors?"""
    for around, inner in plan.text.steps(node):
        if isinstance(around, ast.ExceptHandler) and around.type is not inner:
            return False  # in its body
        if isinstance(around, ast.ExceptHandler):
            attempt = plan.text.parents[id(around)]
            handlers: list[ast.ExceptHandler] = getattr(attempt, "handlers", [])
            behind = handlers[handlers.index(around) + 1 :]
            return any(map(covers, [*behind, *further_out(plan, attempt)]))
    return False


DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
