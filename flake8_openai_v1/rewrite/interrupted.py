"""Whether other code runs between the settings that a function makes and a call in it, and may make others."""

from __future__ import annotations

import ast
from collections.abc import Collection

from .again import LOOPS
from .text import Text

PAUSES = (ast.Await, ast.Yield, ast.YieldFrom)
"""Where a function waits, and others run."""


def is_interrupted(
    function: ast.AST, settings: Collection[ast.stmt], call: ast.AST, text: Text, setters: Collection[str]
) -> bool:
    """True if a call comes later than the settings of its function, and others may have been made since.

    ``settings`` are the statements that make them, ``setters`` the names of functions that make some.
    """
    if text.function_of(call) is not function:
        return True
    around = list(text.around(call))
    within = around[: around.index(function)]
    loops = [one for one in within if isinstance(one, LOOPS) and not any(one in text.around(s) for s in settings)]
    first, last = max(text.span(one)[1] for one in settings), text.span(call)[0]
    for node in ast.walk(function):
        if not isinstance(node, (*PAUSES, ast.Call, ast.AsyncFor, ast.AsyncWith)):
            continue
        if isinstance(node, ast.Call) and _name(node.func) not in setters:
            continue
        start, end = text.span(node)
        is_between = first <= start and end <= last
        if is_between or (start >= first and any(loop in text.around(node) for loop in loops)):
            return True
    return False


def _name(node: ast.expr) -> str:
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")
