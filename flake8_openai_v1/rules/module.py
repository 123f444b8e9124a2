"""What the module serves for in a file: as a client, or only as a place where the program keeps values of its own."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from ..sdk.clients import CLIENTS
from ..semantics.questions import OPENAI
from ..semantics.uses import CALL, IMPORT, LOAD, STORE, STRING, Model, Use
from ..semantics.values import Place
from .facts import EXCEPTION, MODULE, SETTING, current_path, removed

NO_CLIENT = frozenset({EXCEPTION, MODULE, SETTING})
"""Kinds of removed names that say nothing of calls on the module."""
ADDRESSES = frozenset({"openai.api_base", "openai.azure_endpoint", "openai.base_url"})
"""Settings that are addresses."""
ADDRESS_ARGUMENTS = frozenset({"azure_endpoint", "base_url"})


class ModuleUse(NamedTuple):
    """What the module itself is used for, in a file or in all files of a program."""

    is_client: bool = False
    """Is a call made on the module, of 0.x or of today, or may one be: is it handed on?"""
    stored: frozenset[str] = frozenset()
    """Settings of the module that the file sets."""
    read: frozenset[str] = frozenset()
    """Settings of the module that are read to make clients of today."""
    azure: bool = False
    """Is a client of today made for Azure?"""
    addressed: bool = False
    """Are clients of today made, and each has an address of its own?"""
    is_called: bool = False
    """Is a call of today made on the module, or may one be? Those of 0.x raise, and nothing they need is read."""

    @property
    def variables(self) -> frozenset[str]:
        """Settings that are nothing but variables of the program: set, read to make a client, and nobody else asks."""
        return frozenset() if self.is_client else self.stored & self.read

    @property
    def given(self) -> frozenset[str]:
        """Settings that the program gives clients of today, and that the module's own client is not asked for."""
        return frozenset() if self.is_called else self.stored & self.read

    @property
    def is_moot(self) -> bool:
        """True if the kind of API decides nothing: clients for Azure are made, and no call on the module."""
        return self.azure and not self.is_client

    def within(self, program: Sequence[ModuleUse]) -> ModuleUse:
        """The same of this file, knowing what the files of its program do with the module."""
        return ModuleUse(
            any(other.is_client for other in program),
            self.stored,
            frozenset().union(*(other.read for other in program)),
            any(other.azure for other in program),
            self.addressed,
            any(other.is_called for other in program),
        )


def use_of_module(model: Model, uses: Iterable[Use]) -> ModuleUse:
    """Tell what a file does with the module, by its uses without those that are meant for the old SDK."""
    uses = [use for use in uses if use.role in (CALL, IMPORT, LOAD, STORE, STRING)]
    made = [use for use in uses if use.role == CALL and isinstance(use.value, Place) and use.value.path in CLIENTS]
    stored = frozenset(path for _, path in _settings(uses, STORE))
    named = dict(_settings(uses, LOAD, CALL)) if made else {}
    read = {named[id(part)] for use in made for part in ast.walk(use.node) if id(part) in named}
    if any(_may_take_address(use.node, model) for use in made):
        read |= ADDRESSES.intersection(named.values())
    azure = [CLIENTS[use.value.path].azure for use in made if isinstance(use.value, Place)]
    addressed = all(one or _has_address(use.node) for one, use in zip(azure, made, strict=True))
    called = any(map(_is_call, uses))
    is_client = called or any(map(_is_legacy, uses))
    return ModuleUse(is_client, stored, frozenset(read), any(azure), bool(made) and addressed, called)


def _is_legacy(use: Use) -> bool:
    """True if a use calls 0.x, or names something of it to call."""
    found = removed(use.value)
    return found is not None and found.kind not in NO_CLIENT


def _is_call(use: Use) -> bool:
    """True if a use makes calls of today on the module, names something to call, or hands the module on."""
    if use.role != IMPORT and use.value == OPENAI:
        return True
    return isinstance(use.value, Place) and removed(use.value) is None and current_path(use.value) is not None


def _settings(uses: Iterable[Use], *roles: str) -> Iterator[tuple[int, str]]:
    """The settings of the module that are used in these roles, also below them: ``id`` of the node, path."""
    for use in uses:
        if use.role in roles and isinstance(use.value, Place) and use.value.path.startswith("openai."):
            yield id(use.node), ".".join(use.value.path.split(".")[:2])


def _has_address(node: ast.AST) -> bool:
    """True if a client may be given an address."""
    assert isinstance(node, ast.Call)
    return any(keyword.arg is None or keyword.arg in ADDRESS_ARGUMENTS for keyword in node.keywords)


def _may_take_address(node: ast.AST, model: Model) -> bool:
    """True if a client may be given an address that the file does not show."""
    assert isinstance(node, ast.Call)
    return any(
        keyword.arg is None or (keyword.arg in ADDRESS_ARGUMENTS and model.value(keyword.value) is None)
        for keyword in node.keywords
    )
