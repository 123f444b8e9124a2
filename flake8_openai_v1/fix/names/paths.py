"""What an expression denotes of the SDK, by its path."""

from __future__ import annotations

import ast
import sys

from ...lint.linter import Examined
from ...rules.facts import find, replacement
from ...sdk.exceptions import STILL_THERE
from ...sdk.names import Name
from ...semantics.values import Place, Value, alternatives
from ..plan import Plan

ERRORS = "openai.error"
NOT_OURS = sys.stdlib_module_names | {"openai"}
"""Modules that are no files of the program."""


def certain_path(value: Value) -> str | None:
    """The one place that a value is."""
    paths = {option.path if isinstance(option, Place) else None for option in alternatives(value)}
    return paths.pop() if len(paths) == 1 else None


def exception_path(value: Value) -> str | None:
    """The one exception class of 0.x that a value is."""
    path = certain_path(value) or ""
    return STILL_THERE.get(path, path) or None


def is_had_elsewhere(examined: Examined, node: ast.AST) -> bool:
    """True if an expression is something of the SDK that another module has: ``llm.error``."""
    if not isinstance(node, ast.Attribute):
        return False
    path, owner = certain_path(examined.flow.model.value(node)), examined.flow.model.value(node.value)
    is_module = isinstance(owner, Place) and owner.path.partition(".")[0] not in NOT_OURS
    return is_module and path is not None and path.startswith("openai.")


def is_own_name(value: Value) -> bool:
    """Is a value reached through a variable of the program?"""
    return any(isinstance(option, Place) and option.rebound for option in alternatives(value))


def below_client(path: str, plan: Plan) -> str | None:
    """Where something of 0.x is found below a client: ``chat.completions``; None where it has no exact counterpart."""
    found = find(path)
    if found is None or found.path != path or not isinstance(found.row, Name):
        return None
    use = replacement(found.row, plan.examined.file.target)
    return use.removeprefix("client.") if use and use.startswith("client.") else None
