"""Responses: what calls return, the fields below, and what is done with them that only a dict allows."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple

from ..sdk import elsewhere, inference, shapes
from ..sdk.clients import CLIENTS, MODULE_RESOURCES, WRAPPERS
from ..sdk.deprecations import BINARY, CONTENT
from ..sdk.shapes import Return
from . import calls
from .places import CALLS, CLIENT_CLASSES, COROUTINES, COUNTERPARTS
from .questions import is_inference
from .uses import AWAIT, ITERATE, KIND, METHOD
from .values import (
    Client,
    Const,
    Coroutine,
    Either,
    Items,
    Made,
    Many,
    Mapping,
    Object,
    Page,
    Partial,
    Place,
    Response,
    Stream,
    Value,
    Version,
    alternatives,
    elements,
    join_all,
)

if TYPE_CHECKING:
    from .expressions import Expressions

DICT_METHODS = frozenset(
    {
        "get", "keys", "values", "items", "pop", "popitem", "update", "setdefault", "clear",
        "to_dict_recursive", "auto_paging_iter",
    }
)  # fmt: skip
"""Methods that a response of 0.x had and a model has not."""


FIELDS = {**shapes.FIELDS, **inference.FIELDS, **elsewhere.FIELDS}
RETURNS = {**shapes.RETURNS, **inference.RETURNS, **elsewhere.RETURNS}
PLACES = {**shapes.WIRE, **elsewhere.PLACES}


PLAIN = frozenset({"", "{", "?"})
"""Kinds of ``sdk.shapes`` that are no model."""


def is_model(value: Value) -> bool:
    """Is a value certainly an object that cannot be subscripted: a model, a page, a stream?"""
    options = alternatives(value)
    return bool(options) and all(isinstance(option, (Response, Page, Stream)) for option in options)


def legacy_parts(value: Value) -> Iterator[Response]:
    """The responses of calls of 0.x that a value is, or holds."""
    if isinstance(value, Response):
        if value.legacy:
            yield value
    elif isinstance(value, (Many, Stream, Page)):
        yield from legacy_parts(value.item)
    elif isinstance(value, Items):
        for element in value.elements:
            yield from legacy_parts(element)
    elif isinstance(value, Either):
        for option in value.options:
            yield from legacy_parts(option)


def holds_legacy(value: Value) -> bool:
    """True if a value is a response of a call of 0.x, holds one, or gives one where it is awaited."""
    return any(True for _ in legacy_parts(value.value if isinstance(value, Coroutine) else value))


METHODS = DICT_METHODS | inference.MODEL_METHODS.keys()
"""Names of methods of responses, of either package, that today's models have not."""


def is_dict_method(value: Value, name: str) -> bool:
    """Is it a method of a response that a model of openai has not?"""
    return is_model(value) and (name in DICT_METHODS or (name in inference.MODEL_METHODS and is_inference(value)))


@cache
def of_kind(kind: str, azure: bool | None, legacy: bool = False) -> Value:
    """The value of a field, from the notation of ``sdk.shapes``."""
    if kind.startswith("["):
        return Many(of_kind(kind[1:], azure, legacy))
    if kind in PLAIN:
        return None
    shapes = tuple(Response(shape, "", azure, legacy) for shape in kind.split("|"))
    return shapes[0] if len(shapes) == 1 else Either(shapes)


def has_field(value: Value, name: str) -> bool:
    """Has a model a field of this name?"""
    if isinstance(value, Response):
        return name in FIELDS.get(value.shape, ())
    if isinstance(value, Page):
        return name in ("data", "has_more", "object", "first_id", "last_id")
    if isinstance(value, Either):
        return any(has_field(option, name) for option in value.options)
    return False


def attribute_for(value: Value, key: str) -> str:
    """The attribute that holds what stood under a key (``hate/threatening`` is ``hate_threatening``).

    It may be one of a part (``message.content``), and is empty where the value itself has taken its place.
    """
    for option in alternatives(value):
        if isinstance(option, Response):
            key = PLACES.get(option.shape, {}).get(key, key)
        elif isinstance(option, Page) and isinstance(option.item, Response):
            key = PLACES.get(f"[{option.item.shape}", {}).get(key, key)
    return key


def field(value: Value, name: str) -> Value:
    """``value.name``, or ``value["name"]`` as it was."""
    if isinstance(value, Response):
        kind = FIELDS.get(value.shape, {}).get(name)
        return of_kind(kind, value.azure, value.legacy) if kind is not None else None
    if isinstance(value, Page):
        return Many(value.item) if name == "data" else None
    if isinstance(value, Either):
        kinds = {FIELDS.get(option.shape, {}).get(name, "") for option in value.options if isinstance(option, Response)}
        if len(kinds) == 1 and all(isinstance(option, Response) for option in value.options):
            return field(value.options[0], name)
        # A part that is a plain value, or missing, on one path is not known at all.
        return None if kinds & PLAIN else join_all(field(option, name) for option in value.options)
    return None


def parts_of(value: Response) -> Iterator[Value]:
    """Yield what the fields of a response are that are responses, or lists of them."""
    for kind in dict.fromkeys(FIELDS.get(value.shape, {}).values()):
        yield from alternatives(of_kind(kind, value.azure, value.legacy))


class Call(NamedTuple):
    """A call of the SDK, legacy or current."""

    path: str
    """Below a client: ``chat.completions.create``."""
    asynchronous: bool = False
    azure: bool | None = False
    """None: the settings of the module decide."""
    legacy: bool = False
    foreign: bool = False
    """Of azure-ai-inference."""
    has_counterpart: bool = True
    """Does today's call do the same? What another one gives is known where it is called, and followed no further."""


def call_of(value: Value) -> Call | None:
    """The call that a callee is."""
    if isinstance(value, Client):
        if not value.path or value.wrapped:
            return None
        row = CLIENTS.get(value.cls)
        return Call(value.path, CLIENT_CLASSES[value.cls], row is not None and row.azure, foreign=row is None)
    if isinstance(value, Place):
        path = COROUTINES.get(value.path, value.path)
        if path in CALLS:
            return Call(CALLS[path], path != value.path, azure=None, legacy=True, has_counterpart=path in COUNTERPARTS)
        parts = value.path.split(".")
        if ".".join(parts[:2]) in MODULE_RESOURCES and not WRAPPERS.intersection(parts):
            return Call(".".join(parts[1:]), azure=None)
    return None


def returned(on: Expressions, node: ast.Call, callee: Value) -> Value:
    """What a call of the SDK returns."""
    keywords: Iterable[ast.keyword] = node.keywords
    if isinstance(callee, Partial):
        keywords = (*callee.keywords, *node.keywords)
        callee = callee.function
    call = call_of(callee)
    if call is None or (isinstance(callee, (Place, Client)) and callee.path in on.replaced):
        return None
    if call.path in BINARY and not call.legacy:
        content = Made(CONTENT, node)
        return Coroutine(content, node) if call.asynchronous else content
    row = RETURNS.get(call.path)
    if row is None:
        return None
    if isinstance(callee, Place) and not call.legacy and "openai.api_type" in on.replaced:
        call = call._replace(azure=True)
    value = _result(on, keywords, row, call)
    if call.asynchronous:
        return Coroutine(value, None if call.legacy or call.foreign else node)
    return value


EXTENDED = frozenset({"dataSources", "data_sources", "extra_body"})
"""Arguments with which Azure answers from the user's data: every chunk of such a stream has choices."""


def _result(on: Expressions, keywords: Iterable[ast.keyword], row: Return, call: Call) -> Value:
    if row.page:
        return Page(of_kind(row.shape, call.azure, call.legacy), call.asynchronous)
    stream: Value = Const(False)
    shape = row.shape
    for keyword in keywords:
        value = on.model.value(keyword.value)
        if keyword.arg == "stream":
            stream = value
        elif keyword.arg == "response_format" and row.formats:
            shape = row.formats.get(str(value.value), shape) if isinstance(value, Const) else "?"
        elif keyword.arg is None and stream == Const(False):
            stream = None
        if keyword.arg in EXTENDED:
            call = call._replace(azure=False)  # what answers is the extension
    whole = of_kind(shape, call.azure, call.legacy)
    if not row.chunk or (isinstance(stream, Const) and not stream.value):
        return whole
    if isinstance(stream, Const):
        return Stream(of_kind(row.chunk, call.azure, call.legacy), call.asynchronous)
    return Response(whole.shape, row.chunk, call.azure, call.legacy) if isinstance(whole, Response) else None


class Misuse(NamedTuple):
    """What is wrong with iterating over a value."""

    role: str
    value: Value
    extra: object = None


def iterate(on: Expressions, node: ast.expr, value: Value, asynchronous: bool) -> Value:
    """What iterating over a value gives; a use where whatever it may be cannot be so iterated over."""
    item, misuse = _iterated(on, value, asynchronous)
    if misuse is not None:
        on.emit(misuse.role, node, misuse.value, misuse.extra)
    return item


def _iterated(on: Expressions, value: Value, asynchronous: bool) -> tuple[Value, Misuse | None]:
    if isinstance(value, (Items, Many)):
        return join_all(elements(value)), None
    if isinstance(value, Version):
        return value, None
    if isinstance(value, (Stream, Page)):
        wrong = value.asynchronous != asynchronous
        return value.item, Misuse(AWAIT, value, "async for" if asynchronous else "for") if wrong else None
    if isinstance(value, Response):
        if value.items:
            return of_kind(value.items, value.azure, value.legacy), None
        return None, Misuse(ITERATE, value) if value.legacy or is_inference(value) else None
    if isinstance(value, Coroutine):
        item, misuse = _iterated(on, value.value, asynchronous)
        # A page of an async client can be awaited and iterated over.
        forgotten = value.node is not None and not isinstance(value.value, Page)
        return item, misuse or (Misuse(AWAIT, value, "await") if forgotten else None)
    if isinstance(value, Object):
        method = calls.method_of(value, "__aiter__" if asynchronous else "__iter__")
        given = calls.called(method) if method is not None else None
        return _iterated(on, given, asynchronous) if isinstance(given, (Many, Items, Stream)) else (None, None)
    if isinstance(value, Either) and not value.maybe:
        found = [_iterated(on, option, asynchronous) for option in value.options]
        misuses = [misuse for _, misuse in found if misuse is not None]
        # Which of two clients it is, a parameter may decide: then it is meant so.
        broken = next((misuse for misuse in misuses if misuse.role != AWAIT), None)
        return join_all(item for item, _ in found), broken or (misuses[0] if len(misuses) == len(found) else None)
    return None, None


def not_awaited(on: Expressions, node: ast.AST, value: Value) -> None:
    """The result of an async client's call is used without ``await``."""
    if isinstance(value, Coroutine) and value.node is not None:
        on.emit(AWAIT, node, value, "await")


def awaited(on: Expressions, node: ast.Await, value: Value) -> Value:
    """``await value``."""
    if isinstance(value, Made):
        return value
    if isinstance(value, Client) and not value.path and value.cls.startswith(inference.PACKAGE):
        # An asynchronous project gives a coroutine for its client.
        return Client(f"{inference.PACKAGE}.aio.{value.cls.rpartition('.')[2]}", "", value.rebound, value.node)
    if isinstance(value, Coroutine):
        return value.value
    if isinstance(value, Either) and not value.maybe:
        options = [option.value for option in value.options if isinstance(option, Coroutine)]
        return join_all(options) if len(options) == len(value.options) else None
    if isinstance(value, (Response, Stream, Page)) and isinstance(node.value, ast.Call):
        callee = on.model.value(node.value.func)
        call = call_of(callee)
        if call is not None and not (call.asynchronous or call.legacy or call.foreign):
            on.emit(AWAIT, node, value, "sync")
    return None


def dict_method(on: Expressions, node: ast.Call, base: Value, arguments: list[Value]) -> Value:
    """``response.get("x")`` and the other methods of a dict."""
    assert isinstance(node.func, ast.Attribute)
    name = node.func.attr
    key = arguments[0] if arguments else None
    if name == "get" and isinstance(key, Const) and isinstance(key.value, str):
        on.extend(node.func.value, node, broken=True)
        on.model.gets.add(id(node))
        return field(base, key.value)
    on.drop(node.func.value)
    on.emit(METHOD, node, base, name)
    if name == "auto_paging_iter" and isinstance(base, Page):
        return Many(base.item)
    return None


OTHER_TYPES = inference.DATETIMES | inference.ENUMERATIONS
"""Fields of azure-ai-inference whose value is of another type in openai."""
OTHER_NAMES = frozenset(name.rpartition(".")[2] for name in OTHER_TYPES)


def of_other_type(on: Expressions, node: ast.Attribute) -> None:
    """``response.created.year``: what such a field has, and has no more."""
    field_node = node.value
    if isinstance(field_node, ast.Attribute) and field_node.attr in OTHER_NAMES:
        for option in alternatives(on.model.value(field_node.value)):
            if isinstance(option, Response) and f"{option.shape}.{field_node.attr}" in OTHER_TYPES:
                on.emit(KIND, node, option, field_node.attr)


def is_legacy_response(value: Value) -> bool:
    """Was a value certainly a dict under 0.x?"""
    options = alternatives(value)
    return bool(options) and all(isinstance(option, Response) and option.legacy for option in options)


def holds_models(value: Value) -> bool:
    """Does ``dict(value)`` keep objects inside?"""
    return any(
        isinstance(option, Page)
        or any(kind.startswith("[") and len(kind) > 1 for kind in FIELDS.get(option.shape, {}).values())
        for option in alternatives(value)
        if isinstance(option, (Response, Page))
    )


def spread(value: Value) -> bool:
    """Would ``**value`` fail?"""
    return is_model(value) and not isinstance(value, Mapping)
