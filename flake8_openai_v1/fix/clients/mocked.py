"""What tests put something in the place of: calls of the SDK, or its module under the name that a file has for it."""

from __future__ import annotations

import ast

from ...lint.linter import Examined
from ...rules.facts import COROUTINE, METHOD, RESOURCE, removed
from ...semantics.places import PATCH_ATTRIBUTE
from ...semantics.uses import STRING, Use
from ...semantics.values import Place
from ...syntax.written import last_name
from ..names.paths import certain_path
from ..text.text import Text


def is_mocked(examined: Examined, text: Text) -> bool:
    """True if a file puts something in the place of calls of 0.x, or of those that come of them."""
    for use in examined.uses:
        found = removed(use.value)
        if use.role == STRING and isinstance(use.value, Place) and use.value.path.startswith("openai.resources."):
            return True
        if found is not None and found.kind in (METHOD, COROUTINE, RESOURCE):
            if use.role == STRING or is_patched(use, examined, text):
                return True
    return False


def is_patched(use: Use, examined: Examined, text: Text) -> bool:
    """True for ``patch.object(openai.ChatCompletion, "create")``."""
    call = text.parents.get(id(use.node))
    if not isinstance(call, ast.Call) or not call.args or call.args[0] is not use.node:
        return False
    return (certain_path(examined.file.model.value(call.func)) or "") in PATCH_ATTRIBUTE


def replaces_module(text: Text, *, alone: bool = False) -> bool:
    """True for ``patch("bot.openai")``, ``monkeypatch.setattr(bot, "openai", fake)``, ``bot.openai = fake``.

    Also for ``patch("bot.openai.Completion.create")``, which is for all files: not ``alone``.
    """
    for one in text.each(ast.Attribute):
        assert isinstance(one, ast.Attribute)
        if one.attr == "openai" and not isinstance(one.ctx, ast.Load) and getattr(one.value, "id", "") != "self":
            return True
    for node in text.each(ast.Call):
        assert isinstance(node, ast.Call)
        given = [part.value for part in node.args if isinstance(part, ast.Constant) and isinstance(part.value, str)]
        if any(".openai" in one and _is_member(one) and (one.endswith(".openai") or not alone) for one in given):
            return True
        name = last_name(node.func)
        if name in ("setattr", "object") and "openai" in given:
            return True
    return False


def _is_member(target: str) -> bool:
    """True for ``bot.openai`` and ``bot.openai.Completion``."""
    before, _, after = target.partition(".openai")
    return before.replace(".", "").isidentifier() and (not after or after.startswith("."))
