"""What functions of the standard library, and of its like, give for what they are given."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from ..sdk.clients import CLIENTS
from ..syntax.written import value_given
from . import addresses, calls, guards, responses, strings, texts
from .places import CLIENT_CLASSES, DEFAULT_SECOND
from .questions import is_inference
from .uses import CALL, ITERATE, SERIALISE, SPREAD, Model
from .values import (
    NONE,
    Class,
    Client,
    Const,
    Coroutine,
    Default,
    Either,
    Environ,
    Function,
    Getter,
    Items,
    Lambda,
    Literal,
    Made,
    Many,
    Mapping,
    Member,
    Names,
    Object,
    Partial,
    Place,
    Printed,
    Response,
    Text,
    Value,
    Version,
    elements,
    join_all,
    rebound,
)

if TYPE_CHECKING:
    from .expressions import Expressions

WITH_STR = " with default=str"
"""Behind the name of a serialiser that makes a text of what it refuses."""


def _getenv(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    name = arguments[0].value if arguments and isinstance(arguments[0], Const) else None
    if not isinstance(name, str):
        return None
    given = value_given(node, "default", 1)
    default = on.model.value(given) if given is not None else NONE
    # A default that is not known may be anything.
    return Environ(name, default=default) if default is not None else None


def _dir(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    return Names(arguments[0]) if arguments and arguments[0] == Place("openai") else None


def _skipped_if(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    """``pytest.mark.skipif(condition)``: true where the test runs."""
    guard = guards.as_guard(arguments[0]) if arguments else None
    return guards.inverted(guard) if guard else None


def _skipped_unless(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    return guards.as_guard(arguments[0]) if arguments else None


def _module_loaded(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    """``sys.modules.get("openai")``."""
    return Place("openai") if arguments and arguments[0] == Const("openai") else None


def _monkeypatch(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    return Place("pytest.MonkeyPatch")


def _dict(on: Expressions, node: ast.Call, arguments: list[Value]) -> Mapping:
    first = arguments[0] if arguments else None
    was_dict = responses.is_legacy_response(first) or is_inference(first)
    if first is not None and was_dict and responses.holds_models(first):
        on.emit(SPREAD, node.args[0], first, "dict")
    if node.keywords:
        _want_keys(on, node.args[0] if node.args else None)
    entries = first.entries if isinstance(first, Mapping) else ()
    mixed = isinstance(first, Mapping) and first.mixed
    for keyword in node.keywords:
        if keyword.arg is not None:
            entries += ((keyword.arg, keyword),)
        else:
            value = on.model.value(keyword.value)
            if isinstance(value, Mapping):
                entries += value.entries
                mixed = mixed or value.mixed
    return Mapping(entries, mixed)


def gathered(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    """``gather(…)``, once it is awaited: the results in order."""
    if any(keyword.arg == "return_exceptions" for keyword in node.keywords):
        return None
    if len(node.args) == 1 and isinstance(node.args[0], ast.Starred):
        tasks = on.model.value(node.args[0].value)
        item = join_all(elements(tasks)) if isinstance(tasks, (Many, Items)) else None
        return Many(item.value) if isinstance(item, Coroutine) else None
    return Items(tuple(value.value if isinstance(value, Coroutine) else None for value in arguments))


def serialise(on: Expressions, node: ast.Call, path: str) -> None:
    """A response within what is to be serialised, unless the call says how."""
    given = value_given(node, "default")
    text = as_text(on.model.value(given)) if given is not None else ""
    if not node.args or (is_told_how(node, path) and not text):
        return
    for part, value in parts_of(on.model, node.args[0]):
        if not text or responses.is_legacy_response(value.item if isinstance(value, Many) else value):
            on.emit(SERIALISE, part, value, f"{path}{text}")


def parts_of(model: Model, node: ast.expr) -> Iterator[tuple[ast.expr, Value]]:
    """Yield the responses, and the lists of them, that what is to be serialised is or shows to have in it."""
    parts = [node]
    for part in parts:
        value = model.value(part)
        if responses.is_model(value) or (isinstance(value, Many) and responses.is_model(value.item)):
            yield part, value
        elif isinstance(part, ast.Dict):
            parts += part.values
        elif isinstance(part, (ast.List, ast.Tuple)):
            parts += part.elts


def as_text(default: Value) -> str:
    """What is said of a serialiser whose ``default`` makes a text of an object; else empty."""
    return WITH_STR if default == Place("builtins.str") else ""


def is_told_how(node: ast.Call, path: str) -> bool:
    """True if a call of a serialiser says what becomes of objects, or nothing is given to it."""
    is_second = path in DEFAULT_SECOND and len(node.args) > 1
    return is_second or not node.args or any(one.arg in ("default", "cls", "Dumper", None) for one in node.keywords)


def _enumerate(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    item = responses.iterate(on, node.args[0], arguments[0], False) if arguments else None
    return Many(Items((None, item))) if item is not None else None


def _flattened(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    """``chain.from_iterable(lists)``"""
    lists = responses.iterate(on, node.args[0], arguments[0], False) if arguments else None
    return Many(join_all(elements(lists))) if isinstance(lists, (Many, Items)) else None


def _waited(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    """``asyncio.wait(tasks)``, once it is awaited: those that are done, and those that are not."""
    tasks = arguments[0] if arguments else None
    if not isinstance(tasks, (Many, Items)):
        return None
    task = join_all(elements(tasks))
    return Coroutine(Items((Many(task), Many(task)))) if isinstance(task, Coroutine) else None


def _zip(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    items = tuple(
        responses.iterate(on, argument, value, False) for argument, value in zip(node.args, arguments, strict=True)
    )
    return Many(Items(items)) if any(item is not None for item in items) else None


def _filter(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    if len(arguments) < 2:
        return None
    item = responses.iterate(on, node.args[1], arguments[1], False)
    calls.applied(on, node, arguments[0] if isinstance(arguments[0], (Function, Getter)) else None, [item])
    return Many(item)


def _groupby(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    item = responses.iterate(on, node.args[0], arguments[0], False) if arguments else None
    return Many(Items((None, Many(item)))) if item is not None else None


def _itemgetter(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    return Getter(tuple(arguments), node)


def _len(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    if arguments and responses.is_model(arguments[0]):
        on.emit(ITERATE, node.args[0], arguments[0], ("len", node))
    return None


def _isinstance(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    if len(arguments) == 2 and responses.is_legacy_response(arguments[0]):
        classes = arguments[1].elements if isinstance(arguments[1], Items) else (arguments[1],)
        if classes and all(value in DICTS for value in classes):
            on.emit(SPREAD, node.args[0], arguments[0], "isinstance")
    if len(arguments) == 2 and isinstance(arguments[0], (Client, Member)):
        classes = arguments[1].elements if isinstance(arguments[1], Items) else (arguments[1],)
        if any(isinstance(value, Place) and value.path.startswith("httpx.") for value in classes):
            on.emit(CALL, node, Place("builtins.isinstance"))
    return None


def _cast(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    if len(arguments) != 2:
        return None
    given = arguments[1]
    if isinstance(given, (Made, Place)) and given.path.partition(".")[0] == "httpx" and arguments[0] == ANYTHING:
        return None  # the way out that the SDK names
    return arguments[1] if arguments[1] is not None else on.annotation(node.args[0])


def _field(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    """``dataclasses.field(default_factory=…)``; pydantic's ``Field`` and typer's take a default by position, too."""
    if arguments:
        return arguments[0]
    for keyword in node.keywords:
        value = on.model.value(keyword.value)
        if keyword.arg == "default":
            return value
        if keyword.arg == "default_factory":
            if isinstance(value, Place) and value.path in CLIENT_CLASSES:
                return Client(value.path, own=addresses.is_own_class(value.path) or None)
            if isinstance(value, Lambda):
                return value.value
            return calls.called(value) if isinstance(value, Function) else None
    return None


def _str(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    if len(node.args) != 1:
        return None
    return arguments[0] if texts.parts_of(arguments[0]) is not None else printed(on, node, node.args[0])


def printed(on: Expressions, node: ast.expr, of: ast.expr) -> Value:
    """What an expression is that gives the text of what another one gives."""
    value = on.model.value(of)
    return Printed(value, node, of) if isinstance(value, Response) and value.legacy else None


def _super(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    cls = on.scope.cls
    base = cls.bases[0] if cls is not None and len(cls.bases) == 1 else None
    if isinstance(base, Place) and base.path in CLIENTS:
        return base
    return Object(base) if isinstance(base, Class) else None


def _partial(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    function = rebound(arguments[0]) if arguments else None
    if function is None:
        return None
    if isinstance(function, Partial):
        return Partial(function.function, (*function.keywords, *node.keywords))
    if isinstance(function, Function):
        calls.bind_arguments(on, function, node, arguments, 1)
        return Partial(function, tuple(node.keywords)) if len(arguments) == 1 else Lambda(calls.called(function))
    return Partial(function, tuple(node.keywords))


ANYTHING = Place("typing.Any")
PLAIN = (Place("builtins.str"), Place("builtins.list"), Place("builtins.tuple"), Place("builtins.set"))
"""Classes of Python of which no response is."""
DICTS = (Place("builtins.dict"), Place("collections.abc.Mapping"), Place("typing.Mapping"), Place("typing.Dict"))


def mapped(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    """``map(function, items)``: what the function gives for each."""
    function = arguments[0] if arguments else None
    if any(isinstance(value, Version) for value in arguments):
        return Version()
    given = zip(node.args[1:], arguments[1:], strict=True)
    items = [responses.iterate(on, argument, value, False) for argument, value in given]
    if function is None and any(on.about_sdk(item) for item in items):
        on.want_function(node.args[0])
    value = calls.applied(on, node, function, items)
    return Many(value) if value is not None else None


def entry(on: Expressions, mapping: Mapping, key: str) -> Value:
    """The text or dict under a key of a dict, where one display shows it: the dict may be filled elsewhere, too."""
    nodes = [node for name, node in mapping.entries if name == key]
    if len(nodes) != 1:
        return None
    node = nodes[0]
    value = on.model.value(node.value) if isinstance(node, ast.keyword) else on.model.entries.get(id(node))
    if isinstance(value, Mapping) or (isinstance(value, (Literal, Environ, Either, Client)) and on.about_sdk(value)):
        return rebound(value)
    return Default(value) if isinstance(value, (Const, Text)) and texts.parts_of(value) else None


def is_filled(on: Expressions, node: ast.expr) -> bool:
    """True if a dict may get values under keys that do not show."""
    name = node.attr if isinstance(node, ast.Attribute) else node.id if isinstance(node, ast.Name) else ""
    fills = re.compile(rf"\b{name}(?:\[(?![\"'])[^\]]*\]\s*=(?!=)|\.(?:update|setdefault)\(|\s*\|=)")
    return not name or any(name in line and fills.search(line) for line in on.relevance.lines)


def client_in(on: Expressions, mapping: Mapping) -> Value:
    """Any value of a dict, where all that are seen are clients."""
    values = [
        on.model.value(node.value) if isinstance(node, ast.keyword) else on.model.entries.get(id(node))
        for _, node in mapping.entries
    ]
    return rebound(join_all(values)) if all(isinstance(value, Client) for value in values) else None


def _want_keys(on: Expressions, node: ast.expr | None) -> None:
    """Ask for a dict whose keys go into one with visible keys."""
    if node is not None and (on.model.value(node) is None or isinstance(on.model.value(node), Mapping)):
        on.want(node)


def change_mapping(on: Expressions, node: ast.Call) -> None:
    """``kwargs.update(...)``, ``kwargs.setdefault(...)``, ``kwargs.pop(...)`` on a dict with visible keys."""
    function = node.func
    if not isinstance(function, ast.Attribute) or not isinstance(function.value, ast.Name):
        return
    name = function.value.id
    before = on.name(name)
    if not isinstance(before, Mapping):
        return
    key = node.args[0] if node.args else None
    if function.attr == "update":
        _want_keys(on, key)
        more = _dict(on, node, [on.model.value(key) if key is not None else None])
        on.bind(name, before.with_entries(more.entries))
    elif isinstance(key, ast.Constant) and isinstance(key.value, str):
        if function.attr == "setdefault":
            value = on.model.value(node.args[1]) if len(node.args) > 1 else None
            if value is not None:
                on.model.entries[id(key)] = value
            on.bind(name, before.with_entries(((key.value, key),)))
        elif function.attr == "pop":
            on.bind(name, before.without(key.value))


HANDLERS: dict[str, Callable[[Expressions, ast.Call, list[Value]], Value]] = {
    "asyncio.wait": _waited,
    "builtins.setattr": strings.set_attribute,
    "builtins.delattr": strings.delete_attribute,
    "builtins.hasattr": strings.has_attribute,
    "builtins.dict": _dict,
    "builtins.dir": _dir,
    "builtins.vars": _dir,
    "builtins.enumerate": _enumerate,
    "builtins.zip": _zip,
    "builtins.filter": _filter,
    "builtins.map": mapped,
    "builtins.len": _len,
    "builtins.isinstance": _isinstance,
    "builtins.str": _str,
    "builtins.super": _super,
    "dataclasses.field": _field,
    "functools.partial": _partial,
    "functools.partialmethod": _partial,
    "importlib.util.find_spec": strings.find_spec,
    "itertools.chain.from_iterable": _flattened,
    "itertools.groupby": _groupby,
    "operator.itemgetter": _itemgetter,
    "os.environ.get": _getenv,
    "os.getenv": _getenv,
    "pydantic.Field": _field,
    "typer.Argument": _field,
    "typer.Option": _field,
    "pytest.mark.skipif": _skipped_if,
    "unittest.skipIf": _skipped_if,
    "unittest.skipUnless": _skipped_unless,
    "pytest.MonkeyPatch": _monkeypatch,
    "pytest.MonkeyPatch.context": _monkeypatch,
    "sys.modules.get": _module_loaded,
    "typing.cast": _cast,
    "typing_extensions.cast": _cast,
}
