"""Is a program on Azure? Several rules say other things there; the linter asks once for each file."""

from __future__ import annotations

import ast

from ..sdk.clients import CLIENTS
from ..semantics.uses import CALL, SETITEM, STORE, Model
from ..semantics.values import Const, Place
from .urls import url_of

PLAIN = frozenset({"open_ai", "openai"})
"""Kinds of API that are not Azure's, as 0.x and as today's SDK name it."""


def module_is_on_azure(model: Model) -> bool:
    """Does the program set ``openai.api_type`` to a kind of Azure?"""
    return any(
        isinstance(use.value, Place)
        and use.value.path == "openai.api_type"
        and isinstance(use.extra, Const)
        and str(use.extra.value).lower().startswith("azure")
        for use in model.of(STORE)
    )


def is_on_azure(model: Model) -> bool:
    """Does the program set a kind of API, or a host, of Azure, make a client for it, or name a deployment?"""
    for use in model.of(STORE):
        path = use.value.path if isinstance(use.value, Place) else ""
        if path == "openai.api_type" and not _is_plain(use.extra):
            # Nobody sets it for OpenAI alone.
            return True
        url = url_of(use.extra) if path == "openai.api_base" else None  # type: ignore[arg-type]
        if url is not None and url.azure:
            return True
    for use in model.of(CALL):
        if isinstance(use.value, Place) and use.value.path in CLIENTS and CLIENTS[use.value.path].azure:
            return True
        for keyword in use.node.keywords if isinstance(use.node, ast.Call) else ():
            kind = model.value(keyword.value) if keyword.arg == "api_type" else None
            if keyword.arg == "deployment_id" or (kind is not None and not _is_plain(kind)):
                return True
    return any(
        isinstance(use.node, ast.Subscript)
        and model.value(use.node.slice) == Const("OPENAI_API_TYPE")
        and not _is_plain(use.extra)
        for use in model.of(SETITEM)
    )


def _is_plain(kind: object) -> bool:
    return isinstance(kind, Const) and (kind.value is None or kind.value in PLAIN)
