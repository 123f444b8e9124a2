"""What a program does to the variables of its environment."""

from __future__ import annotations

import ast
from collections.abc import Collection

from ..text.text import Text

CHANGES = frozenset({"setdefault", "update", "putenv", "pop", "clear", "unsetenv"})
"""Functions and methods that change the environment."""
LOADS = frozenset({"load_dotenv", "dotenv_values", "read_env", "set_key"})
"""Functions that fill it from a file."""


def sets_environment(text: Text, names: Collection[str]) -> bool:
    """True if a file may set one of these variables."""
    for node in text.each(ast.Subscript):
        assert isinstance(node, ast.Subscript)
        if not isinstance(node.ctx, ast.Load) and _is_environment(node.value):
            if not isinstance(node.slice, ast.Constant) or node.slice.value in names:
                return True
    for call in text.each(ast.Call):
        assert isinstance(call, ast.Call)
        if isinstance(call.func, ast.Attribute) and call.func.attr in CHANGES and _is_environment(call.func.value):
            first = call.args[0] if call.args else None
            if not isinstance(first, ast.Constant) or first.value in names:
                return True
    return False


def removes(text: Text, name: str) -> bool:
    """True if a file takes a variable out of the environment."""
    for node in text.each(ast.Subscript):
        if isinstance(node.ctx, ast.Del) and isinstance(node.slice, ast.Constant) and node.slice.value == name:
            return True
    calls = (call for call in text.each(ast.Call) if isinstance(call.func, ast.Attribute) and call.args)
    named = (call for call in calls if isinstance(call.args[0], ast.Constant) and call.args[0].value == name)
    return any(call.func.attr in ("pop", "unsetenv", "delenv") for call in named)  # type: ignore[attr-defined]


def loads_environment(text: Text) -> bool:
    """True if a file fills the environment from another file."""
    return not LOADS.isdisjoint(text.loads)


def _is_environment(node: ast.expr) -> bool:
    return ast.unparse(node) in ("os.environ", "environ", "os")
