"""Tests that tell which SDK runs: version comparisons, ``hasattr``, and what is computed from them."""

from __future__ import annotations

import ast
import re

from ..sdk.versions import NEWEST
from .places import is_legacy, is_new, is_removed
from .values import Client, Const, Either, Era, Guard, Items, Names, Place, Value, Version

NEW_IF_TRUE = Guard("new", "legacy")
LEGACY_IF_TRUE = Guard("legacy", "new")
TELLS_SOMETHING = Guard("either", "either")
OLDER_IF_TRUE = Guard("older", None)
OLDER_IF_FALSE = Guard(None, "older")

NUMBER = re.compile(r"\D*(\d+)(?:\.(\d+))?")


def inverted(guard: Guard) -> Guard:
    """``not guard``."""
    return Guard(guard.false, guard.true)


def as_guard(value: Value) -> Guard | None:
    """What the truth of a value tells about the SDK, if anything.

    A name that only newer SDKs have is true when they run (``try: from openai import OpenAI … except
    ImportError: OpenAI = None``).
    """
    if isinstance(value, Guard):
        return value
    if isinstance(value, Version):
        return TELLS_SOMETHING
    if isinstance(value, Client):
        # ``if client: … else: <old>``: what stands where there is no client of today is for the old SDK.
        # One of azure-ai-inference tells nothing of it.
        return Guard(None, "either") if value.cls.startswith("openai.") else None
    if isinstance(value, Place) and is_new(value.path):
        name = value.path.removeprefix("openai.")
        # A setting such as openai.base_url can be false on any SDK; a class cannot.
        return NEW_IF_TRUE if name.isidentifier() and name[0].isupper() else None
    if isinstance(value, Either):
        guards = [as_guard(option) for option in value.options]
        if guards and all(guard is not None and guard == guards[0] for guard in guards):
            return guards[0]
    return None


def has_attribute(value: Value, name: str) -> Guard | None:
    """``hasattr(openai, name)``, ``hasattr(client.beta, name)``."""
    if isinstance(value, Client) and value.cls.startswith("openai."):
        return OLDER_IF_TRUE if is_removed(f"client.{value.path}.{name}".replace("..", ".")) else OLDER_IF_FALSE
    if not isinstance(value, Place) or value.path.partition(".")[0] != "openai":
        return None
    path = f"{value.path}.{name}"
    if is_removed(path):
        return OLDER_IF_TRUE
    if value.path != "openai":
        return None if is_legacy(path) else OLDER_IF_FALSE
    if is_new(path):
        return NEW_IF_TRUE
    return LEGACY_IF_TRUE if is_legacy(path) else None


def combined(operator: ast.boolop, guards: list[Guard | None]) -> Guard | None:
    """``a and b``, ``a or b``: a part that tells nothing leaves the other outcome open."""
    found = [guard for guard in guards if guard is not None]
    if not found:
        return None
    if isinstance(operator, ast.Or):
        opposite = combined(ast.And(), [inverted(guard) if guard else None for guard in guards])
        return inverted(opposite) if opposite else None
    sure = len(found) == len(guards) and all(guard.false == found[0].false for guard in found)
    return Guard(_all({guard.true for guard in found}), found[0].false if sure else "either")


def _all(eras: set[Era]) -> Era:
    """What code is meant for that runs where all of these hold."""
    eras = eras - {None, "either"} or eras - {None}
    if eras == {"older", "new"}:
        return "older"
    return eras.pop() if len(eras) == 1 else "either" if eras else None


def compared(left: Value, operator: ast.cmpop, right: Value, left_node: ast.expr, right_node: ast.expr) -> Guard | None:
    """``left operator right`` where one side is a version or a name of one SDK."""
    if isinstance(operator, (ast.In, ast.NotIn)) and isinstance(right, Names):
        guard = has_attribute(right.of, str(left.value)) if isinstance(left, Const) else None
        return inverted(guard) if guard and isinstance(operator, ast.NotIn) else guard
    left, right = _of_numbers(left), _of_numbers(right)
    if isinstance(left, Version):
        return _versions(operator, _number(right, right_node), False) if left.plain else TELLS_SOMETHING
    if isinstance(right, Version):
        return _versions(operator, _number(left, left_node), True) if right.plain else TELLS_SOMETHING
    for value, other in ((left, right), (right, left)):
        guard = as_guard(value)
        if guard is not None and isinstance(other, Const):
            if isinstance(operator, (ast.Is, ast.Eq)):
                return guard if other.value else inverted(guard)
            if isinstance(operator, (ast.IsNot, ast.NotEq)):
                return inverted(guard) if other.value else guard
    return None


def _of_numbers(value: Value) -> Value:
    """``(major, minor)`` of a version is one."""
    return value.elements[0] if isinstance(value, Items) and value.elements[:1] == (Version(),) else value


def starts_with(node: ast.Call) -> Guard:
    """``version.startswith("0.")``."""
    number = _number(None, node.args[0]) if node.args else None
    return _versions(ast.Eq(), number, False)


def _versions(operator: ast.cmpop, number: tuple[int, int] | None, flipped: bool) -> Guard:
    if number is None:
        return TELLS_SOMETHING
    above: type | tuple[type, ...] = (ast.Gt, ast.GtE)
    below: type | tuple[type, ...] = (ast.Lt, ast.LtE)
    if flipped:
        above, below = below, above
    major, minor = number
    if isinstance(operator, (ast.Eq, ast.Is)):
        if major:
            return NEW_IF_TRUE if major >= NEWEST[0] else Guard("older", "legacy")
        return Guard("legacy", "new" if minor < 0 else "either")
    if isinstance(operator, (ast.NotEq, ast.IsNot)):
        return LEGACY_IF_TRUE if major else Guard("new" if minor < 0 else "either", "legacy")
    # A bound below 0.28 tells old from very old: nothing about what comes after.
    separates = major >= 1 or minor >= 28 or (minor < 0 and isinstance(operator, (ast.Gt, ast.LtE)))
    if isinstance(operator, above):
        return NEW_IF_TRUE if separates else Guard(None, "legacy")
    if isinstance(operator, below):
        return LEGACY_IF_TRUE if separates else Guard("legacy", None)
    return TELLS_SOMETHING


def _number(value: Value, node: ast.expr) -> tuple[int, int] | None:
    """The first version number in an expression; the minor is -1 where only a major is given."""
    constants = (part.value for part in ast.walk(node) if isinstance(part, ast.Constant))
    for constant in (value.value,) if isinstance(value, Const) else constants:
        if isinstance(constant, bool) or not isinstance(constant, (int, float, str)):
            continue
        match = NUMBER.match(str(constant))
        if match:
            return int(match[1]), int(match[2] or -1)
    return None
