"""The names of classes of exceptions: ``type(e).__name__`` gives another one today for most of them.

In a line of a log, or where a clause for all exceptions shows what it caught, the name is for people: a note says so.
Where the program tells classes by names that are gone, nothing shows that the test fails: it holds back its calls.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TypeGuard

from ...rules.facts import is_exception
from ...sdk.exceptions import SUCCESSORS
from ...semantics.values import Raised, Value
from ...syntax.written import last_name
from ..causes import Code
from ..names.paths import certain_path
from ..plan import Plan, about
from .clauses import covers, handler_of, is_of_call

NAMES = ("__name__", "__module__", "__qualname__")
OTHER_NAME = "the name of the class of an exception is another one today"
TOLD_BY_NAME = "exceptions are told by the names of their classes, and {} is none of today's"
RENAMED = frozenset(path for path, classes in SUCCESSORS.items() if classes != (path.rpartition(".")[2],)) | {
    "openai.error.OpenAIError"
}
"""Exceptions whose class has another name today, or children of which have."""
OLD_NAMES = frozenset(path.rpartition(".")[2] for path in RENAMED)
SHARED = frozenset({"OpenAIError", "Timeout"})
"""Old names that other classes have as well, or that are a word of texts."""
OLD_MODULE = "openai.error"
CAUSES = frozenset({"__cause__", "__context__"})
ANY_ERROR = frozenset({"builtins.Exception", "builtins.BaseException"})
"""Classes of which exceptions of the SDK are."""
LOGS = frozenset({"debug", "info", "warning", "warn", "error", "exception", "critical", "log"})
"""Methods of loggers."""


@about(Code.CLAUSE)
def look_for_class_names(plan: Plan) -> None:
    """Look at each name of a class of an exception that is read."""
    for node, error in _reads(plan):
        if plan.is_set_aside(node):
            continue
        value = plan.value(error)
        if isinstance(value, Raised) and any(map(is_exception, value.classes)):
            if isinstance(node, ast.Attribute) and not _is_compared_well(plan, node):
                _look_at_known(plan, node, value)
        elif may_be_any(value) or _is_cause(error) or (value is None and not _is_foreign(plan, error)):
            _look_at_any(plan, node, error)


def _reads(plan: Plan) -> Iterator[tuple[ast.expr, ast.expr]]:
    """``type(e).__name__``, ``e.__class__.__name__``, and ``repr(e)`` that is compared, each with ``e``."""
    for node in plan.text.each(ast.Attribute, ast.Call):
        if isinstance(node, ast.Attribute) and node.attr in NAMES:
            owner = node.value
            if _is_call(owner, "type"):
                yield node, owner.args[0]
            elif isinstance(owner, ast.Attribute) and owner.attr == "__class__":
                yield node, owner.value
        elif _is_call(node, "repr") and isinstance(plan.text.parents.get(id(node)), ast.Compare):
            yield node, node.args[0]


def _is_call(node: ast.AST, name: str) -> TypeGuard[ast.Call]:
    return isinstance(node, ast.Call) and getattr(node.func, "id", "") == name and len(node.args) == 1


def _look_at_known(plan: Plan, node: ast.Attribute, value: Raised) -> None:
    """The name of a class of the SDK."""
    parent = plan.text.parents.get(id(node))
    package = isinstance(parent, ast.Attribute) and parent.attr in ("split", "partition", "startswith")
    if (node.attr == "__module__" and not package) or (node.attr != "__module__" and set(value.classes) & RENAMED):
        say_other_name(plan, node)


def _look_at_any(plan: Plan, node: ast.expr, error: ast.expr) -> None:
    """The name of a class that may be one of the SDK."""
    is_module = isinstance(node, ast.Attribute) and node.attr == "__module__"
    old = [text for text in _old_names(plan, node) if (text == OLD_MODULE) is is_module]
    if old:
        plan.problem(node, TOLD_BY_NAME.format(old[0]), step="write the names that these classes have today")
    elif isinstance(node, ast.Attribute) and not is_module:
        if _is_cause(error):
            say_other_name(plan, node)
        elif is_of_call(plan, error):
            plan.note(node, OTHER_NAME)


def _old_names(plan: Plan, node: ast.expr) -> list[str]:
    """The texts of a file that name classes that are gone; shared names count where the name itself is compared."""
    compare = plan.text.parents.get(id(node))
    near = {id(part) for part in ast.walk(compare)} if isinstance(compare, ast.Compare) else set()
    return [
        text.value
        for text in plan.text.each(ast.Constant)
        if isinstance(text.value, str)
        and (text.value == OLD_MODULE or text.value in OLD_NAMES - (frozenset() if id(text) in near else SHARED))
    ]


def _is_foreign(plan: Plan, error: ast.expr) -> bool:
    """True if a clause for other exceptions alone caught it."""
    handler = handler_of(plan, error)
    return handler is not None and not covers(handler)


def _is_cause(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr in CAUSES


def may_be_any(value: Value) -> bool:
    """True for an exception that a clause for all of them caught."""
    if not isinstance(value, Raised) or any(map(is_exception, value.classes)):
        return False
    return not ANY_ERROR.isdisjoint(value.classes)


def say_other_name(plan: Plan, node: ast.expr) -> None:
    """The name of a class: in a line of a log it is for people, elsewhere something may depend on it."""
    if _is_logged(plan, node):
        plan.note(node, OTHER_NAME)
    else:
        plan.doubt(node, OTHER_NAME)


def _is_logged(plan: Plan, node: ast.AST) -> bool:
    """True if an expression is a value, or part of a text, that a call of a logger is given."""
    for around, inner in plan.text.steps(node):
        if isinstance(around, ast.Call):
            return (
                inner in around.args
                and isinstance(around.func, ast.Attribute)
                and around.func.attr in LOGS
                and _is_logger(plan, around.func.value)
            )
        if not isinstance(around, (ast.FormattedValue, ast.JoinedStr, ast.BinOp, ast.Tuple)):
            return False
    return False


def _is_logger(plan: Plan, node: ast.expr) -> bool:
    """True for the module ``logging``, and for a name that is only ever bound to ``getLogger(…)``."""
    if certain_path(plan.value(node)) == "logging":
        return True
    stores = plan.text.index.stores.get(node.id, ()) if isinstance(node, ast.Name) else ()
    bound = [plan.text.parents.get(id(one)) for one in stores]
    return bool(bound) and all(
        isinstance(one, ast.Assign) and isinstance(one.value, ast.Call) and last_name(one.value.func) == "getLogger"
        for one in bound
    )


def _is_compared_well(plan: Plan, node: ast.AST) -> bool:
    """True if a name is only compared with others that no class has lost."""
    compare = plan.text.parents.get(id(node))
    if not isinstance(compare, ast.Compare):
        return False
    texts = [part.value for part in ast.walk(compare) if isinstance(part, ast.Constant)]
    return bool(texts) and not OLD_NAMES.intersection(map(str, texts))
