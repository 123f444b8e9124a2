"""The files of a program, where they make settings, and where they call."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import NamedTuple

from ...lint.linter import Examined
from ...rules.facts import COROUTINE, METHOD, RESOURCE, removed
from ...sdk.settings import WITHOUT_EFFECT
from ...semantics.uses import CALL, IMPORT, LOAD, STORE, STRING, Use
from ..names.paths import certain_path, is_own_name
from ..text.text import Text
from .assigned import overwritten
from .links import NotTheSame
from .mocked import is_patched

CARRIED = frozenset({"api_key", "organization", "api_base", "api_type", "api_version"} | WITHOUT_EFFECT)
"""Settings that a client is made of, and those that change nothing."""


class Source(NamedTuple):
    """A file of the program."""

    path: str
    examined: Examined
    text: Text
    imports: frozenset[int]
    """The numbers of the files that it imports, among those of the program."""
    is_fixed: bool
    """False if the file may be read only."""


class Call(NamedTuple):
    """A call of the SDK of 0.x, or a method of it that is handed on."""

    file: int
    """The number of the file."""
    use: Use
    asynchronous: bool


def all_stores(files: Sequence[Source]) -> list[tuple[int, Use]]:
    """The settings that a program makes, each with the number of its file. Raises NotTheSame where one is read."""
    found = []
    for number, (_, examined, text, _, is_fixed) in enumerate(files):
        unread = {id(use.node) for use in overwritten(examined, text)}
        for use in examined.uses:
            path = certain_path(use.value) or ""
            name = path.removeprefix("openai.")
            if use.inference or not path.startswith("openai.") or "." in name or id(use.node) in unread:
                continue
            is_setting = name in CARRIED or (use.role == STORE and removed(use.value) is None)
            if use.role == STORE and (name not in CARRIED or not is_fixed):
                raise NotTheSame(f"{path} is set in {place_of(files[number], use.node)}")
            if is_setting and use.role != STORE and use.role != IMPORT:
                raise NotTheSame(f"{path} is read or changed in {place_of(files[number], use.node)}")
            if use.role == STORE:
                found.append((number, use))
    return found


def all_calls(files: Sequence[Source]) -> list[Call]:
    """What calls the SDK of 0.x, or hands a method on. Raises NotTheSame where it is something else."""
    found = []
    for number, (_, examined, text, _, is_fixed) in enumerate(files):
        for use in examined.uses:
            legacy = removed(use.value)
            is_call = legacy is not None and legacy.kind in (METHOD, COROUTINE, RESOURCE)
            if use.inference or not is_call or use.role in (IMPORT, STRING) or legacy is None:
                continue
            if is_patched(use, examined, text):
                continue
            where = place_of(files[number], use.node)
            if not is_fixed:
                raise NotTheSame(f"{where} calls the SDK, too, and is not to be changed")
            if use.role not in (CALL, LOAD) or legacy.kind == RESOURCE or is_own_name(use.value):
                raise NotTheSame(f"{where} has more of {legacy.path} than a call")
            found.append(Call(number, use, legacy.kind == COROUTINE))
    return found


def place_of(file: Source, node: ast.AST) -> str:
    """The file and the line of something, as people read it."""
    return f"{file.path}, line {getattr(node, 'lineno', 1)}"
