"""Requests that a program sends without the SDK, and the headers that it makes: to the service's own addresses."""

from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

from ..sdk.services import HEADERS
from .texts import parts_of
from .uses import HEADER, REQUEST, SECRET
from .values import Literal, Made, Place, Value

if TYPE_CHECKING:
    from .expressions import Expressions

METHODS = frozenset({"delete", "get", "patch", "post", "put", "request", "stream", "ws_connect"})
"""Methods of HTTP clients that send a request to the address that they are given."""
SENDERS = frozenset(
    {"urllib.request.Request", "urllib.request.urlopen", "websocket.create_connection", "websockets.connect"}
)
"""Functions that do the same, or prepare it."""
PACKAGES = ("aiohttp.", "httpx.", "httpx2.", "requests.", "urllib3.")
"""Beginnings of the places of HTTP clients."""

NAME_OF_KEY = re.compile(r"(?i)(?:^|_)api_?key$|openai\w*(?:key|token|secret)")
"""Names of variables, arguments and settings that hold a key: ``api_key``, ``OPENAI_KEY``."""


def sends(method: str, callee: Value) -> bool:
    """True if a call may send a request: one of an HTTP client, or a method of an object that nothing is known of."""
    if isinstance(callee, (Place, Made)):
        return callee.path in SENDERS or (method in METHODS and callee.path.startswith(PACKAGES))
    return callee is None and method in METHODS


def request(on: Expressions, node: ast.Call) -> None:
    """Record a call whose address stands in the file, and has to do with OpenAI."""
    addresses = [*node.args[:2], *(keyword.value for keyword in node.keywords if keyword.arg in ("url", "uri"))]
    for address in addresses:
        value = on.model.value(address)
        parts = parts_of(value)
        if parts and any(part and "openai" in part for part in parts):
            on.emit(REQUEST, node, value, address)
            return


def is_header(name: object) -> bool:
    """True if rules look at what a header of this name is set to."""
    return isinstance(name, str) and name.lower() in HEADERS


def header(on: Expressions, node: ast.Constant, value: Value) -> None:
    """Record a header that is set."""
    on.emit(HEADER, node, value, spelled=str(node.value))


def secret(on: Expressions, name: str | None, node: ast.AST, value: Value) -> None:
    """Record a text that stands under a name of a key, if it may be one."""
    if isinstance(value, Literal) and value.node is node and name and NAME_OF_KEY.search(name):
        on.emit(SECRET, node, value, spelled=name)
