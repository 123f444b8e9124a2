"""What settings of the module are assigned, as far as it shows."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence

from ...lint.linter import Examined
from ...rules.facts import removed
from ...rules.hosts import PLAIN
from ...sdk.settings import READ_ONCE
from ...semantics.uses import STORE, Use
from ...semantics.values import Const, Environ, Made, Value
from ...syntax.written import last_name
from ..names.paths import certain_path
from ..plan import Plan
from ..text.text import Text

READS_ENVIRONMENT = ("os.getenv", "os.environ.get")
"""Functions that are called between settings, and read none of them."""
CREDENTIALS = ("azure.identity.", "azure.core.credentials.")
"""What is made of these packages reads none of them, either."""


def assigned_in(text: Text, target: ast.expr) -> ast.expr | None:
    """The expression that a target is assigned, where it can be told."""
    statement = text.statement_of(target)
    if isinstance(statement, (ast.AnnAssign, ast.AugAssign)):
        return statement.value
    if not isinstance(statement, ast.Assign):
        return None
    if target in statement.targets:
        return statement.value
    for each in statement.targets:
        if isinstance(each, ast.Tuple) and target in each.elts and isinstance(statement.value, ast.Tuple):
            if len(each.elts) == len(statement.value.elts):
                return statement.value.elts[each.elts.index(target)]
    return None


def stored(use: Use, text: Text) -> Value:
    """What a setting is assigned; None where a function is given it, of whose calls not all may be seen."""
    function = text.function_of(use.node)
    value = assigned_in(text, use.node) if isinstance(use.node, ast.expr) else None
    if function is None or value is None or isinstance(value, ast.Constant):
        return use.extra  # type: ignore[return-value]
    given = {one.arg for one in ast.walk(function.args) if isinstance(one, ast.arg)}
    for statement in ast.walk(function):
        if isinstance(statement, ast.Assign) and _names(statement.value) & given:
            given |= {name for target in statement.targets for name in _names(target)}
    return None if _names(value) & given else use.extra  # type: ignore[return-value]


def _names(node: ast.expr) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def kind_named(use: Use, text: Text) -> str | None:
    """The kind of API that is assigned, in small letters; None where it does not show."""
    value = stored(use, text)
    return value.value.lower() if isinstance(value, Const) and isinstance(value.value, str) else None


def kind_of(use: Use, text: Text) -> bool | None:
    """Is the kind of API that is assigned Azure? None where it does not show."""
    kind = kind_named(use, text)
    return None if kind is None else True if kind.startswith("azure") else False if kind in PLAIN else None


def is_made_name(node: ast.Call, examined: Examined) -> bool:
    """Is it ``setattr(openai, name, value)``, whose name shows at run time?"""
    return (
        isinstance(node.func, ast.Name)
        and node.func.id == "setattr"
        and len(node.args) == 3
        and not isinstance(node.args[1], ast.Constant)
        and certain_path(examined.file.model.value(node.args[0])) == "openai"
    )


def ends_in_slash(value: ast.expr) -> bool:
    """Is it ``something + "/"``?"""
    return (
        isinstance(value, ast.BinOp)
        and isinstance(value.op, ast.Add)
        and isinstance(value.right, ast.Constant)
        and str(value.right.value).endswith("/")
    )


def is_slashed(known: object, value: ast.expr | None) -> bool:
    """Does a text that is known, or the expression for it, end in a slash?"""
    if isinstance(known, Const) and isinstance(known.value, str) and known.value.endswith("/"):
        return True
    return value is not None and ends_in_slash(value)


def is_beside(plan: Plan, one: Use, other: Use) -> bool:
    """Do two uses stand in statements of the same block?"""
    statement, beside = plan.text.statement_of(one.node), plan.text.statement_of(other.node)
    return beside in plan.text.block_of(statement)


def overwritten(examined: Examined, text: Text) -> list[Use]:
    """The assignments of settings that another one follows in the same block, before anybody can read them.

    A key that is assigned twice is one of them only beside settings that the client for Azure reads once.
    """
    stores: dict[str, list[Use]] = {}
    if not any(removed(use.value) is not None for use in examined.uses):
        return []  # nothing else is to be done to the file
    for use in examined.uses:
        name = (certain_path(use.value) or "").removeprefix("openai.")
        if use.role == STORE and name in (*READ_ONCE, "api_key") and _is_plain_store(use, text):
            stores.setdefault(name, []).append(use)
    found = [(name, use) for name, several in stores.items() for use in _overwritten(name, several, examined, text)]
    return [use for _, use in found] if any(name != "api_key" for name, _ in found) else []


def _overwritten(name: str, several: Sequence[Use], examined: Examined, text: Text) -> Iterator[Use]:
    for use in several if len(several) > 1 else ():
        statement = text.statement_of(use.node)
        block = text.block_of(statement)
        others = [text.statement_of(other.node) for other in several]
        for between in block[block.index(statement) + 1 :]:
            if not _is_quiet(between, f"openai.{name}", examined):
                break
            if between in others:
                yield use
                break


def _is_plain_store(use: Use, text: Text) -> bool:
    """True for ``openai.api_version = "…"``: one target, and a value that is made without an effect."""
    statement = text.statement_of(use.node)
    plain = isinstance(statement, ast.Assign) and statement.targets == [use.node]
    caught = any(isinstance(around, ast.Try) for around in text.around(use.node))  # the later one may not be reached
    return plain and not caught and isinstance(use.extra, (Const, Environ))


def _is_quiet(statement: ast.stmt, path: str, examined: Examined) -> bool:
    """True if a statement neither reads a setting nor calls what may read it."""
    if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant):
        return True
    if not isinstance(statement, ast.Assign):
        return False
    model = examined.file.model
    for part in ast.walk(statement):
        is_read = isinstance(part, ast.Attribute) and isinstance(part.ctx, ast.Load)
        if is_read and certain_path(model.value(part)) == path:
            return False
        if isinstance(part, ast.Call) and not _reads_none(part, examined):
            return False
        if isinstance(part, (ast.Await, ast.Yield, ast.YieldFrom, ast.Lambda, ast.NamedExpr)):
            return False
    return True


def _reads_none(call: ast.Call, examined: Examined) -> bool:
    """True if a call is known not to read settings of the SDK."""
    path, made = certain_path(examined.file.model.value(call.func)) or "", examined.file.model.value(call)
    is_credential = isinstance(made, Made) and made.path.startswith(CREDENTIALS)
    return is_credential or path in READS_ENVIRONMENT or path.startswith(CREDENTIALS)


def may_set(plan: Plan, node: ast.AST) -> bool:
    """True if a node assigns a setting, or calls a function of the program that may."""
    if isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Store):
        return certain_path(plan.value(node.value)) == "openai"
    if isinstance(node, ast.Call):
        name = last_name(node.func)
        return name in plan.settings.setters or name == "setattr"
    return False


def is_empty_by_default(node: ast.expr, known: Value) -> bool:
    """True if an expression is an empty text, or a variable of the environment with that as its default."""
    default = known.default if isinstance(known, Environ) else known
    return default == Const("") and not isinstance(node, ast.BoolOp)
