"""Where the requests of a client go: to OpenAI's own service, elsewhere, or where the file does not show."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from ..sdk.clients import CLIENTS
from ..sdk.services import HOSTS
from .texts import parts_of
from .values import NONE, Environ, Place, Value

if TYPE_CHECKING:
    from .expressions import Expressions

HOST = re.compile(r"\s*(?:\w+://)?(?:[^/?#@]*@)?([^/?#:]+)")
PROVIDER = "provider"
"""The argument of a client that has another company serve it: ``openai.providers.bedrock()``."""
TRANSPORT = frozenset({"transport", "mounts"})
"""Arguments of an HTTP client with which it may send requests anywhere, or nowhere."""


def is_own_host(address: Value) -> bool | None:
    """True if an address is one of OpenAI's own service, False if it is another's, None where that is not known."""
    if isinstance(address, Environ):
        return is_own_host(address.default) if address.default != NONE else None
    parts = parts_of(address)
    found = HOST.match(parts[0]) if parts and parts[0] is not None else None
    if found is None or parts is None:
        return None
    if len(parts) > 1 and found.end() == len(parts[0] or ""):
        return None  # it goes on in a part that the file does not show
    host = found[1].strip().lower()
    return any(host == own or host.endswith(f".{own}") for own in HOSTS)


def is_own_class(path: str) -> bool:
    """True if a class of clients asks OpenAI's own service where it is told nothing else."""
    row = CLIENTS.get(path)
    return row is not None and not row.azure and "Bedrock" not in path


def is_own(on: Expressions, path: str, node: ast.Call) -> bool | None:
    """True if a client that a call makes asks OpenAI's own service, False if another, None where that is not shown.

    Variables of the environment are no matter of the call: who looks at a whole file asks for them.
    """
    if not is_own_class(path):
        return False
    if any(isinstance(argument, ast.Starred) for argument in node.args):
        return None
    told: list[bool | None] = []
    for keyword in node.keywords:
        value = on.model.value(keyword.value)
        if keyword.arg == "base_url" and value != NONE:
            told.append(is_own_host(value))
        elif keyword.arg == PROVIDER and value != NONE:
            told.append(False)
        elif keyword.arg is None or (keyword.arg == "http_client" and not _is_plain(on, keyword.value)):
            told.append(None)
    return False if False in told else None if None in told else True


def _is_plain(on: Expressions, node: ast.expr) -> bool:
    """True if an HTTP client, seen where it is made, sends requests where it is told."""
    if on.model.value(node) == NONE:
        return True
    if not isinstance(node, ast.Call) or not isinstance(on.model.value(node.func), Place):
        return False
    return not any(keyword.arg is None or keyword.arg in TRANSPORT for keyword in node.keywords)
