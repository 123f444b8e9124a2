"""Whether other code runs between the settings of a function and a call in it; how many event loops there are."""

from __future__ import annotations

import ast
from collections.abc import Collection, Sequence

from ...sdk.wrappers import ONE_LOOP
from ...syntax.written import last_name
from ..text.text import Text
from .again import LOOPS

PAUSES = (ast.Await, ast.Yield, ast.YieldFrom)
"""Where a function waits, and others run."""
EVENT_LOOPS = ("run_until_complete", "new_event_loop", "run_coroutine_threadsafe")
"""Methods of event loops that there may be several of."""


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
        if isinstance(node, ast.Call) and last_name(node.func) not in setters:
            continue
        start, end = text.span(node)
        is_between = first <= start and end <= last
        if is_between or (start >= first and any(loop in text.around(node) for loop in loops)):
            return True
    return False


def one_loop(texts: Sequence[Text]) -> bool:
    """True if a program has one event loop: connections of an async client belong to that where they were opened."""
    loops = 0
    for text in texts:
        for node in text.nodes:
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                name = node.func.attr
                if name == "run" and isinstance(node.func.value, ast.Name) and node.func.value.id == "asyncio":
                    again = (ast.For, ast.While, ast.FunctionDef, ast.comprehension)
                    loops += 2 if any(isinstance(one, again) for one in text.around(node)) else 1
                elif name in EVENT_LOOPS:
                    loops += 2
    return loops == 1 or (not loops and any(not text.packages.isdisjoint(ONE_LOOP) for text in texts))
