"""Where the requests of a client go: to OpenAI's own service, elsewhere, or where the file does not show."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from ..sdk.clients import CLIENTS
from ..sdk.httpx import LEAD_ELSEWHERE, PLAIN
from ..sdk.services import HOSTS
from .texts import parts_of
from .uses import Model
from .values import NONE, Either, Environ, Made, Value

if TYPE_CHECKING:
    from .expressions import Expressions

HOST = re.compile(r"\s*(?:\w+://)?(?:[^/?#@]*@)?([^/?#:]+)")
PROVIDER = "provider"
"""The argument of a client that has another company serve it: ``openai.providers.bedrock()``."""


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
        elif keyword.arg is None or (keyword.arg == "http_client" and not is_plain(on.model, value)):
            told.append(None)
    return False if False in told else None if None in told else True


def is_plain(model: Model, http_client: Value) -> bool:
    """True if an HTTP client, seen where it is made, sends requests where it is told: a proxy is no other address."""
    if isinstance(http_client, Either):
        return not http_client.maybe and all(is_plain(model, option) for option in http_client.options)
    if http_client == NONE:
        return True
    if not isinstance(http_client, Made) or http_client.path.removesuffix("()") not in PLAIN:
        return False
    return not http_client.node.args and all(_keeps_host(model, keyword) for keyword in http_client.node.keywords)


def _keeps_host(model: Model, keyword: ast.keyword) -> bool:
    """True if an argument of an HTTP client leaves it to the request where that goes."""
    if keyword.arg is None or keyword.arg not in LEAD_ELSEWHERE:
        return keyword.arg is not None
    parts = keyword.value.values if isinstance(keyword.value, ast.Dict) else [keyword.value]
    return all(is_plain(model, model.value(part)) for part in parts)
