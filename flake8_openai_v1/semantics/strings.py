"""Names in strings: attributes by name, targets of patches, modules to import."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from ..sdk import inference
from ..syntax.written import value_given
from . import guards
from .places import PATCH, PATCH_ATTRIBUTE, VERSIONS, canonical, is_legacy
from .questions import path_of, summary_of
from .uses import DELETE, LOAD, STORE, STRING
from .values import Client, Const, Guard, Object, Place, Value, Version, attribute, rebound

if TYPE_CHECKING:
    from .expressions import Expressions


def attribute_named(on: Expressions, node: ast.Call, arguments: list[Value]) -> tuple[Value, str] | None:
    """The object and attribute of ``getattr(object, "attribute")`` and its like."""
    if len(arguments) < 2:
        return None
    owner, name = arguments[:2]
    if isinstance(name, Const) and isinstance(name.value, str):
        return owner, name.value
    if name is None and isinstance(node.args[1], ast.Name) and on.about_sdk(owner):
        on.want(node.args[1])
    return None


def _is_finding(owner: Value) -> bool:
    """Must the mention of an object be changed anyway? Then what is reached through it is no second mistake."""
    return isinstance(owner, Place) and is_legacy(owner.path) and not owner.rebound


def get_attribute(on: Expressions, node: ast.Call, arguments: list[Value], base: bool) -> Value:
    """``getattr(object, "attribute")``; ``base``: something is done with it, so that it is no use by itself."""
    named = attribute_named(on, node, arguments)
    if named is None:
        return None
    if named[1] == "choices" and isinstance(node.args[0], ast.Name):
        on.tested.add(node.args[0].id)
    value = attribute(*named)
    if isinstance(value, Place) and value.path in VERSIONS:
        return Version()
    if len(arguments) > 2:
        # With a default it breaks on no SDK: code that serves both.
        return value if guards.as_guard(value) else None
    if _is_finding(named[0]):
        return rebound(value)
    if base or value is None:
        return value
    on.emit(LOAD, node, value)
    return rebound(value)


def set_attribute(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    """``setattr(object, "attribute", value)``."""
    named = attribute_named(on, node, arguments)
    value = arguments[2] if len(arguments) > 2 else None
    if named is not None and isinstance(named[0], Object):
        summary_of(named[0].cls.attributes, named[1]).add(rebound(value))
    elif named is not None and isinstance(named[0], (Place, Client)) and not _is_finding(named[0]):
        on.emit(STORE, node, attribute(*named), value)
    return None


def delete_attribute(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    """``delattr(object, "attribute")``."""
    named = attribute_named(on, node, arguments)
    if named is not None and isinstance(named[0], (Place, Client)) and not _is_finding(named[0]):
        on.emit(DELETE, node, attribute(*named))
    return None


def has_attribute(on: Expressions, node: ast.Call, arguments: list[Value]) -> Guard | None:
    """``hasattr(object, "attribute")``: what it tells of the SDK."""
    named = attribute_named(on, node, arguments)
    return guards.has_attribute(*named) if named else None


def patch(on: Expressions, node: ast.Call, callee: Place, arguments: list[Value]) -> None:
    """``patch("openai.X")``, ``patch.object(openai, "X")``, ``monkeypatch.setattr`` in both forms."""
    first = value_given(node, "target", 0)
    if first is None:
        return
    name = on.model.value(first)
    if callee.path in PATCH and isinstance(name, Const) and isinstance(name.value, str):
        path = target(name.value)
        if path is not None:
            on.emit(STRING, first, Place(path), spelled=name.value)
        return
    named = attribute_named(on, node, arguments)
    if callee.path in PATCH_ATTRIBUTE and named is not None and isinstance(named[0], Place):
        value = attribute(*named)
        if isinstance(value, Place) and is_legacy(value.path) and not _is_finding(named[0]):
            on.emit(STRING, node.args[1], value, spelled=value.path)


def target(text: str) -> str | None:
    """The place that a patch target names, reached directly or through another module's ``openai``.

    ``app.client.openai.ChatCompletion.create`` patches the SDK too. A class alone could be one of the
    other module's own, so below another module only what has a second part counts.
    """
    if text.startswith(("openai.", f"{inference.PACKAGE}.", "httpx.")):
        return canonical(_canonical_prefix(text))
    _, found, tail = text.partition(".openai.")
    if not found or "." not in tail:
        return None
    path = _canonical_prefix(f"openai.{tail}")
    return path if is_legacy(path) else None


def _canonical_prefix(path: str) -> str:
    parts = path.split(".")
    result = parts[0]
    for part in parts[1:]:
        result = canonical(f"{result}.{part}")
    return result


def import_named(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    """``import_module("openai.error")`` and its like."""
    if not arguments or not isinstance(arguments[0], Const) or not isinstance(arguments[0].value, str):
        return None
    name = arguments[0].value
    if name == "openai" or name.startswith(("openai.", inference.PACKAGE)):
        on.emit(STRING, node.args[0], Place(_canonical_prefix(name)), path_of(on.model.value(node.func)), name)
    if isinstance(node.func, ast.Name) and node.func.id == "__import__":
        name = name.partition(".")[0]
    return Place(_canonical_prefix(name))


def find_spec(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    """``find_spec("openai.error")``: is there such a module?"""
    name = arguments[0].value if arguments and isinstance(arguments[0], Const) else None
    owner, _, part = name.partition(".") if isinstance(name, str) else ("", "", "")
    return guards.has_attribute(Place(owner), part) if part else None
