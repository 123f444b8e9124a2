"""What the rules about services, models and parameters share: which request a call sends, with what, and to whom."""

from __future__ import annotations

import ast
from collections.abc import Iterator, Sequence
from functools import reduce
from typing import NamedTuple

from ..sdk.arguments import POSITIONAL
from ..sdk.clients import CLIENTS
from ..sdk.names import Name
from ..semantics.addresses import PROVIDER, is_own_host, is_plain
from ..semantics.uses import CALL, STORE, Use
from ..semantics.values import NONE, Client, Const, Mapping, Partial, Place, Value, alternatives
from .arguments import FORWARDERS
from .azure import is_on_v1, made_by
from .base import File
from .facts import COROUTINE, METHOD, current_path, removed, replacement
from .hosts import PLAIN
from .urls import url_of

ADDRESSES = ("OPENAI_BASE_URL", "OPENAI_API_BASE")
"""Variables of the environment that hold an address, for this SDK or for 0.x."""
SETTINGS = frozenset({"openai.api_base", "openai.base_url", "openai.azure_endpoint"})
"""Settings of the module that hold an address."""
BODIES = frozenset({"data", "json"})
"""Arguments of requests by hand that hold what is sent."""
PER_CALL = frozenset({"api_base", "api_type", "deployment_id"})
"""Arguments of calls of 0.x that may lead them elsewhere."""


class Argument(NamedTuple):
    """An argument of a call, by keyword or as a key of a dict that is spread into it."""

    name: str
    node: ast.AST
    """The keyword, the key, or what is given by position."""
    value: Value
    mixed: bool = False
    """Is it a key of one of several dicts, and may be missing?"""


class Request(NamedTuple):
    """A call of the SDK that sends a request."""

    node: ast.Call
    path: str
    """Below a client: ``chat.completions.create``."""
    spelled: str
    """The call as the user wrote it."""
    arguments: Sequence[Argument]
    complete: bool
    """Are these all of its arguments?"""
    own: bool | None
    """Does it go to OpenAI's own service? None: the program does not show it, or it may."""
    azure: bool
    """Does it go to Azure?"""
    legacy: bool
    """A call of 0.x."""
    handed: bool
    """Handed on, with its arguments, to what calls it (``partial``, ``to_thread``)."""

    def get(self, name: str) -> Argument | None:
        """The argument of this name, the last one where there are several."""
        return next((one for one in reversed(self.arguments) if one.name == name), None)


def request_of(use: Use, file: File) -> Request | None:
    """Read a call of the SDK, legacy or current; None for any other, and for one that is not certain."""
    # Several rules ask.
    return file.once(("request", id(use)), lambda: _read(use, file))


def _read(use: Use, file: File) -> Request | None:
    node = use.node
    if use.role != CALL or not isinstance(node, ast.Call):
        return None
    value: Value = use.value
    handed = isinstance(value, Place) and value.path in FORWARDERS and bool(node.args)
    if handed:
        value = file.model.value(node.args[0])
    if isinstance(value, Partial):
        value = value.function
    paths = {_path(option, file) for option in alternatives(value)}
    path = paths.pop() if len(paths) == 1 else None
    if path is None:
        return None
    arguments = list(arguments_of(node.keywords, file))
    old = removed(value)
    legacy = old is not None
    if old is not None and isinstance(old.row, Name):
        given = zip(POSITIONAL.get(old.row.path, ()), node.args[handed:], strict=False)
        arguments += [Argument(name, one, file.model.value(one)) for name, one in given]
    complete = all(keyword.arg is not None for keyword in node.keywords)
    owns = [_own(option, arguments, file) for option in alternatives(value)]
    own = reduce(lambda one, other: one if one is other else None, owns)
    azure = any(_is_azure(option, file) for option in alternatives(value))
    return Request(node, path, use.spelled, arguments, complete, own, azure, legacy, handed)


def arguments_of(keywords: Sequence[ast.keyword], file: File) -> Iterator[Argument]:
    """The arguments by keyword, also the keys of a dict that is spread."""
    for keyword in keywords:
        value = file.model.value(keyword.value)
        if keyword.arg is not None:
            yield Argument(keyword.arg, keyword, value)
        elif isinstance(value, Mapping):
            yield from _entries(value, file)


def sent_by_hand(use: Use, file: File) -> Iterator[Argument]:
    """What stands in the body of a request by hand."""
    for keyword in use.node.keywords if isinstance(use.node, ast.Call) else ():
        if keyword.arg in BODIES:
            body = keyword.value
            value = file.model.value(body)
            if isinstance(body, ast.Call) and body.args and not isinstance(value, Mapping):
                value = file.model.value(body.args[0])  # json.dumps({...})
            if isinstance(value, Mapping):
                yield from _entries(value, file)


def _entries(mapping: Mapping, file: File) -> Iterator[Argument]:
    """The keys of a dict that become arguments."""
    return (Argument(name, node, entry_value(node, file), mapping.mixed) for name, node in mapping.entries)


def entry_value(node: ast.expr | ast.keyword, file: File) -> Value:
    """What stands in a dict beside a key."""
    return file.model.value(node.value) if isinstance(node, ast.keyword) else file.model.entries.get(id(node))


def _path(value: Value, file: File) -> str | None:
    """The path below a client of what a call calls."""
    found = removed(value)
    if found is None:
        return current_path(value)
    if found.kind not in (METHOD, COROUTINE):
        return None
    use = replacement(found.row, file.target)  # type: ignore[arg-type]
    return use.removeprefix("client.") if use else None


def _own(value: Value, arguments: Sequence[Argument], file: File) -> bool | None:
    """Does a call of this go to OpenAI's own service?"""
    if isinstance(value, Client):
        if _has_address_of_module(value, file):
            return module_own(file)
        if value.own and any(map(file.count, ADDRESSES)):
            made = made_by(value)
            # An address that is given is not asked of the environment.
            return value.own if made is not None and "base_url" in made.keywords else None
        moved = _moved(file)
        return value.own if not moved else False if value.node in moved or not value.own else None
    given = {argument.name for argument in arguments} & PER_CALL
    own = module_own(file)
    return None if given and (own or given != {"deployment_id"}) else own


def _has_address_of_module(client: Client, file: File) -> bool:
    """True if a client was made with the address that the module has, and all else that leads it is plain."""
    made = made_by(client)
    if made is None or made.azure or made.value("base_url", file) != Place("openai.base_url"):
        return False
    return made.complete and is_plain(file.model, made.value("http_client", file)) and PROVIDER not in made.keywords


def _moved(file: File) -> list[ast.Call | None]:
    """Where the clients are made whose address the program sets; None where the file does not show that."""
    return file.once("requests: whose address is set?", lambda: list(_led_elsewhere(file)))


def _led_elsewhere(file: File) -> Iterator[ast.Call | None]:
    for use in file.model.of(STORE):
        client = use.value
        if isinstance(client, Client) and client.path == "base_url" and not is_own_host(use.extra):  # type: ignore[arg-type]
            yield client.node


def module_own(file: File) -> bool | None:
    """True if the module's own client asks OpenAI's service, False if another, None where that is not shown."""
    return file.once("requests: the module's own client", lambda: _module_own(file))


def _module_own(file: File) -> bool | None:
    if file.azure_module:
        return False
    if file.azure or any(map(file.count, ADDRESSES)):
        return None
    told = [_told(use, file) for use in file.model.of(STORE) if isinstance(use.value, Place)]
    return False if False in told else None if None in told else True


def _told(use: Use, file: File) -> bool | None:
    """What an assignment to a setting says of where the module's client sends its requests."""
    path = use.value.path if isinstance(use.value, Place) else ""
    if path in SETTINGS and use.extra != NONE:
        return is_own_host(use.extra)  # type: ignore[arg-type]
    if path == "openai.api_type":
        plain = isinstance(use.extra, Const) and use.extra.value in (*PLAIN, None)
        return True if plain else None
    if path == "openai.http_client":
        return True if is_plain(file.model, use.extra) else None  # type: ignore[arg-type]
    return True


def _is_azure(value: Value, file: File) -> bool:
    """Is it a call on a client for Azure, or on the v1 endpoint of Azure?"""
    if isinstance(value, Place):
        return file.azure_module
    if not isinstance(value, Client):
        return False
    row = CLIENTS.get(value.cls)
    if row is None or row.azure:
        return row is not None
    made = made_by(value)
    url = url_of(made.value("base_url", file)) if made is not None else None
    return made is not None and ((url is not None and url.azure) or is_on_v1(made, file))
