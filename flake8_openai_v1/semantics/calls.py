"""What calls give: of functions that hand values on, of clients, and of functions of the same file."""

from __future__ import annotations

import ast
from collections.abc import Callable
from typing import TYPE_CHECKING

from ..sdk import inference
from ..sdk.clients import CLIENTS, SAME_CLIENT
from . import guards, responses, texts
from .places import (
    ALL_ITEMS,
    APPLIERS,
    ASSERT_RAISES,
    CALLED,
    CLIENT_ARGUMENTS,
    CLIENT_CLASSES,
    COMPARES,
    DEFAULT_SECOND,
    DEFAULTS,
    EXCEPTION_ARGUMENTS,
    EXCEPTION_CLASSES,
    FACTORIES,
    GATHERERS,
    IMPORTERS,
    INFERENCE_ARGUMENTS,
    KEEPS_ITEMS,
    KEEPS_VALUE,
    MAKERS,
    PATCH,
    PATCH_ATTRIBUTE,
    PICKS_ITEM,
    RESOURCE_CLASSES,
    RUNNERS,
    SERIALISERS,
    TASKS,
    THREADS,
    VERSION_OF,
    VERSION_PARSERS,
    VERSIONS,
    canonical,
    is_legacy,
)
from .questions import is_inference, summary_of
from .uses import CALL, DELETE, ITERATE, LOAD, SERIALISE, SPREAD, STORE, STRING
from .values import (
    NONE,
    Class,
    Client,
    Const,
    Coroutine,
    Either,
    Environ,
    Function,
    Getter,
    Guard,
    Items,
    Lambda,
    Made,
    Many,
    Mapping,
    Names,
    Object,
    Partial,
    Place,
    Raised,
    Stream,
    Value,
    Version,
    attribute,
    class_attribute,
    elements,
    join,
    join_all,
    rebound,
)

if TYPE_CHECKING:
    from .expressions import Expressions

ALL = -1
"""Every argument."""


def exception_argument(node: ast.Call, callee: Value) -> int | None:
    """The position of the argument that names exception classes to compare with, ``ALL``, or None."""
    if isinstance(callee, Place) and callee.path in EXCEPTION_ARGUMENTS:
        position = EXCEPTION_ARGUMENTS[callee.path]
        return ALL if position is None else position
    if callee is None and isinstance(node.func, ast.Attribute) and node.func.attr in ASSERT_RAISES:
        return 0
    return None


def is_use(callee: Value) -> bool:
    """Can a rule have to do with a call of this?"""
    if isinstance(callee, Place):
        return callee.path.startswith(CALLED)
    return isinstance(callee, (Client, Partial, Either))


def is_instantiation(callee: Value) -> bool:
    """Does calling it make an object of 0.x on which a method is then called? The two are one use."""
    return isinstance(callee, Place) and callee.path in RESOURCE_CLASSES


NO_ARGUMENTS: frozenset[str] = frozenset()


def text_arguments(callee: Value) -> frozenset[str]:
    """The arguments of a class of clients, or of a call on Azure, whose text has rules of its own."""
    if isinstance(callee, Place):
        cls, concerned = callee.path, callee.path in CLIENTS
    elif isinstance(callee, Client):
        cls, concerned = callee.cls, bool(callee.path) and callee.cls in CLIENTS and CLIENTS[callee.cls].azure
    else:
        return NO_ARGUMENTS
    if concerned:
        return CLIENT_ARGUMENTS
    return INFERENCE_ARGUMENTS if cls in inference.CLIENTS else NO_ARGUMENTS


def result(on: Expressions, node: ast.Call, callee: Value, arguments: list[Value]) -> Value:
    """What a call gives; the uses that it makes by way of strings are recorded."""
    if isinstance(callee, Place):
        return _place(on, node, callee, arguments)
    if isinstance(callee, Client):
        if callee.path in SAME_CLIENT:
            return Client(callee.cls, "", True, callee.node)
        return responses.returned(on, node, callee)
    if isinstance(callee, Made):
        return Made(f"{callee.path}()", node)
    if isinstance(callee, Partial):
        if isinstance(callee.function, Function):
            return called(callee.function)
        return responses.returned(on, node, callee)
    if isinstance(callee, (Lambda, Getter)):
        return applied(on, node, callee, arguments[:1])
    if isinstance(callee, Function):
        bind_arguments(on, callee, node, arguments)
        return called(callee, recursive=callee is on.scope.function)
    if isinstance(callee, Object):
        method = method_of(callee, "__call__")
        return result(on, node, method, arguments) if method is not None else None
    if isinstance(callee, Class):
        constructor = callee.attributes.get("__init__")
        if constructor is not None:
            function = constructor.read()
            if isinstance(function, Function):
                bind_arguments(on, function, node, arguments)
        else:
            _fill_fields(on, callee, node, arguments)
        return Object(callee)
    if isinstance(callee, Either):
        values = [result(on, node, option, arguments) for option in callee.options if not isinstance(option, Place)]
        value = values[0] if values else None
        for other in values[1:]:
            value = join(value, other)
        return value if len(values) == len(callee.options) and not callee.maybe else None
    return None


def _fill_fields(on: Expressions, cls: Class, node: ast.Call, arguments: list[Value]) -> None:
    """What a call gives to the fields of a class that has no constructor to be seen (a dataclass, a model)."""
    if any(on.about_sdk(value) for value in arguments):
        on.want_function(node.func)
    fields = [
        part.target.id
        for part in cls.node.body
        if isinstance(part, ast.AnnAssign) and isinstance(part.target, ast.Name)
    ]
    given = list(zip(fields, arguments, strict=False))
    given += [(keyword.arg, on.model.value(keyword.value)) for keyword in node.keywords if keyword.arg in fields]
    for name, value in given:
        if name in cls.attributes:
            cls.attributes[name].add(rebound(value))


def called(function: Function, recursive: bool = False) -> Value:
    """What calling a function of this file gives.

    A call from within itself gives nothing that the other returns do not give.
    """
    if function.opaque:
        return None
    if function.generates:
        return Many(function.yields.read())
    value = function.returns.read()
    if value is None:
        value = NONE if recursive else function.promised
    return Coroutine(value) if isinstance(function.node, ast.AsyncFunctionDef) else value


TAKERS = frozenset({"run_in_executor", "submit", "map"})
"""Methods, of executors and loops, that call what they are given with the arguments behind it."""


def takes_function(node: ast.Call, callee: Value) -> bool:
    """Does a call call its argument, with arguments that it shows?"""
    if isinstance(callee, Place):
        return callee.path in THREADS or callee.path in APPLIERS
    return callee is None and isinstance(node.func, ast.Attribute) and node.func.attr in TAKERS


def _of_function(on: Expressions, node: ast.Call, arguments: list[Value], position: int) -> Value:
    """What a function gives that another one calls (``to_thread``, an executor), with the arguments behind it."""
    value = arguments[position] if position < len(arguments) else None
    if isinstance(value, Function):
        bind_arguments(on, value, node, arguments, position + 1)
        return called(value)
    if isinstance(value, Lambda):
        return value.value
    if isinstance(value, Partial) and isinstance(value.function, Function):
        return called(value.function)
    return responses.returned(on, node, value)


def applied(on: Expressions, node: ast.Call, function: Value, items: list[Value]) -> Value:
    """What a function gives that another one calls with these (``map``, ``sorted(key=…)``)."""
    if isinstance(function, Function):
        names = [arg.arg for arg in (*function.node.args.posonlyargs, *function.node.args.args)]
        if function.owner is not None and not function.static:
            names = names[1:]
        for name, item in zip(names, items, strict=False):
            on.give(function, name, item)
        return called(function)
    if isinstance(function, Lambda):
        return function.value
    if isinstance(function, Getter):
        return _got(on, function, items[0] if items else None)
    return responses.returned(on, node, function)


def _got(on: Expressions, getter: Getter, item: Value) -> Value:
    """What ``itemgetter`` gives; of a response it gives nothing."""
    if not responses.is_model(item):
        return None
    if any(isinstance(key, Const) and isinstance(key.value, str) for key in getter.keys):
        on.emit(SPREAD, getter.node, item, "itemgetter")
    parts = [responses.field(item, str(key.value)) if isinstance(key, Const) else None for key in getter.keys]
    return parts[0] if len(parts) == 1 else Items(tuple(parts))


def _mapped(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    """``map(function, items)``: what the function gives for each."""
    function = arguments[0] if arguments else None
    if any(isinstance(value, Version) for value in arguments):
        return Version()
    given = zip(node.args[1:], arguments[1:], strict=True)
    items = [responses.iterate(on, argument, value, False) for argument, value in given]
    if function is None and any(on.about_sdk(item) for item in items):
        on.want_function(node.args[0])
    value = applied(on, node, function, items)
    return Many(value) if value is not None else None


def by_method_name(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    """Methods of objects that nothing is known of, by their name: event loops, lists."""
    function = node.func
    if not isinstance(function, ast.Attribute):
        return None
    name = function.attr
    if name == "run_in_executor" and len(arguments) > 1:
        return Coroutine(_of_function(on, node, arguments, 1))
    if name == "submit" and arguments:
        value = _of_function(on, node, arguments, 0)
        return Coroutine(value) if value is not None else None
    if name == "format_map" and arguments and responses.is_model(arguments[0]):
        on.emit(SERIALISE, node.args[0], arguments[0], "str.format_map")
        return None
    if name == "map" and arguments:
        return _mapped(on, node, arguments)
    if name in ADDS and len(arguments) == 1 + (name == "insert"):
        _add(on, function.value, arguments[-1], name)
        return None
    if name in ("run_until_complete", "run") and arguments and isinstance(arguments[0], Coroutine):
        return arguments[0].value
    if name == "create_task" and arguments and isinstance(arguments[0], Coroutine):
        return Coroutine(arguments[0].value)
    owner = on.model.value(function.value)
    if name == "format" and isinstance(owner, Const) and isinstance(owner.value, str):
        named = {keyword.arg: on.model.value(keyword.value) for keyword in node.keywords if keyword.arg}
        return texts.with_format(owner.value, arguments, named)
    if name in FACTORIES and isinstance(function.value, ast.Attribute) and function.value.attr == "inference":
        on.emit(CALL, node, Place(f"{inference.PROJECT}.inference.{name}"))
        return Client(f"{inference.PACKAGE}.{inference.FACTORIES[name]}")
    if name == "get_token" and arguments and texts.parts_of(arguments[0]):
        # A credential that came in from elsewhere.
        return Made("azure.core.credentials.TokenCredential().get_token()", node)
    if name == "result" and isinstance(owner, Coroutine) and owner.node is None:
        return owner.value
    if isinstance(owner, Mapping) and name == "copy":
        return owner
    if isinstance(owner, (Many, Items)):
        if name == "pop":
            return join_all(elements(owner))
        elif name == "copy":
            return owner
    return None


ADDS = frozenset({"append", "insert", "extend"})
"""Methods of lists that add to them."""


def _add(on: Expressions, target: ast.expr, more: Value, method: str) -> None:
    """``rows.append(x)``: what the list is from now on."""
    owner = on.model.value(target)
    if not isinstance(owner, (Many, Items)):
        if on.about_sdk(more):
            on.want(target)
        return
    item = join_all(elements(more)) if method == "extend" and isinstance(more, (Many, Items)) else more
    value = rebound(Many(join_all((*elements(owner), item))))
    if isinstance(target, ast.Name):
        on.bind(target.id, value)
    elif isinstance(target, ast.Attribute):
        holder = on.model.value(target.value)
        if isinstance(holder, Object):
            holder.cls.attributes[target.attr].add(value)
            if on.about_sdk(value):
                on.carry(holder.cls, target.attr)


def method_of(value: Value, name: str) -> Function | None:
    """A method that an object of a class of this file has under a name."""
    method = class_attribute(value.cls, name) if isinstance(value, Object) else None
    return method if isinstance(method, Function) else None


def entered(value: Value) -> Value:
    """What ``with value as x`` binds."""
    if isinstance(value, (Client, Made, Stream)) or value == Place("pytest.MonkeyPatch"):
        return value
    if isinstance(value, Many):
        # The function behind ``@contextmanager`` is a generator.
        return value.item
    if isinstance(value, Object):
        method = method_of(value, "__enter__") or method_of(value, "__aenter__")
        given = called(method) if method is not None else value
        return given.value if isinstance(given, Coroutine) else given
    return None


def _place(on: Expressions, node: ast.Call, callee: Place, arguments: list[Value]) -> Value:
    path = callee.path
    if path in CLIENT_CLASSES:
        return Client(path, "", False, node)
    if path in inference.LOADERS:
        module = path.rpartition(".")[0]
        made = Either(tuple(Client(cls) for cls in inference.CLIENTS if cls.rpartition(".")[0] == module))
        return Coroutine(made) if inference.LOADERS[path] else made
    if path in RESOURCE_CLASSES:
        return Place(path)
    if path in EXCEPTION_CLASSES:
        return Raised((path,))
    if path.startswith(MAKERS):
        for argument, value in zip(node.args[1:], arguments[1:], strict=False):
            on.want_text(argument, value)
        return Made(f"{path}()", node)
    if path in PATCH or path in PATCH_ATTRIBUTE:
        _patch(on, node, callee, arguments)
        return None
    if path in IMPORTERS:
        return _import(on, node, arguments)
    if path in VERSION_OF:
        return Version() if arguments and arguments[0] == Const("openai") else None
    handler = _BUILTINS.get(path)
    if handler is not None:
        return handler(on, node, arguments)
    version = of_version(node, arguments)
    if version is not None:
        return version
    first = arguments[0] if arguments else None
    if path in KEEPS_ITEMS:
        every = node.args if path in ALL_ITEMS else node.args[:1]
        parts = [responses.iterate(on, part, value, False) for part, value in zip(every, arguments, strict=False)]
        return Many(join_all(parts)) if any(part is not None for part in parts) else None
    if path in COMPARES and len(node.args) > 1:
        return join_all(arguments)
    if path in PICKS_ITEM:
        item = responses.iterate(on, node.args[0], first, path == "builtins.anext") if first is not None else None
        return join_all((item, *arguments[1:])) if path in DEFAULTS else item
    if path in KEEPS_VALUE:
        return first
    if path in SERIALISERS:
        _serialise(on, node, path)
        return None
    if path in TASKS:
        return Coroutine(first.value) if isinstance(first, Coroutine) else None
    if path in RUNNERS:
        return first.value if isinstance(first, Coroutine) else None
    if path in GATHERERS:
        return Coroutine(_gathered(on, node, arguments))
    if path in THREADS:
        return Coroutine(_of_function(on, node, arguments, 0))
    found = responses.returned(on, node, callee)
    if found is not None:
        return found
    if path in VERSION_PARSERS:
        return first
    return None


def of_version(node: ast.Call, arguments: list[Value]) -> Version | None:
    """What a function makes of the version of the SDK."""
    given = [value for value in arguments if isinstance(value, Version)]
    if not given:
        return None
    return Version(given[0].plain and len(node.args) + len(node.keywords) == 1)


def _attribute_named(on: Expressions, node: ast.Call, arguments: list[Value]) -> tuple[Value, str] | None:
    """The object and attribute of ``getattr(object, "attribute")`` and its like."""
    if len(arguments) < 2:
        return None
    owner, name = arguments[:2]
    if isinstance(name, Const) and isinstance(name.value, str):
        return owner, name.value
    if name is None and isinstance(node.args[1], ast.Name) and on.about_sdk(owner):
        on.want(node.args[1])
    return None


def _is_finding(owner: Value) -> bool:
    """Must the mention of an object be changed anyway? Then what is reached through it is no second mistake."""
    return isinstance(owner, Place) and is_legacy(owner.path) and not owner.rebound


def get_attribute(on: Expressions, node: ast.Call, arguments: list[Value], base: bool) -> Value:
    """``getattr(object, "attribute")``; ``base``: something is done with it, so that it is no use by itself."""
    named = _attribute_named(on, node, arguments)
    if named is None:
        return None
    value = attribute(*named)
    if isinstance(value, Place) and value.path in VERSIONS:
        return Version()
    if len(arguments) > 2:
        # With a default it breaks on no SDK: code that serves both.
        return value if guards.as_guard(value) else None
    if _is_finding(named[0]):
        return rebound(value)
    if base or value is None:
        return value
    on.emit(LOAD, node, value)
    return rebound(value)


def _setattr(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    named = _attribute_named(on, node, arguments)
    value = arguments[2] if len(arguments) > 2 else None
    if named is not None and isinstance(named[0], Object):
        summary_of(named[0].cls.attributes, named[1]).add(rebound(value))
    elif named is not None and isinstance(named[0], (Place, Client)) and not _is_finding(named[0]):
        on.emit(STORE, node, attribute(*named), value)
    return None


def _delattr(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    named = _attribute_named(on, node, arguments)
    if named is not None and isinstance(named[0], (Place, Client)) and not _is_finding(named[0]):
        on.emit(DELETE, node, attribute(*named))
    return None


def _getenv(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    name = arguments[0].value if arguments and isinstance(arguments[0], Const) else None
    if not isinstance(name, str):
        return None
    given = node.args[1] if len(node.args) > 1 else _keyword(node, "default")
    default = on.model.value(given) if given is not None else NONE
    # A default that is not known may be anything.
    return Environ(name, default=default) if default is not None else None


def _dir(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    return Names(arguments[0]) if arguments and arguments[0] == Place("openai") else None


def _find_spec(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    """``find_spec("openai.error")``: is there such a module?"""
    name = arguments[0].value if arguments and isinstance(arguments[0], Const) else None
    owner, _, part = name.partition(".") if isinstance(name, str) else ("", "", "")
    return guards.has_attribute(Place(owner), part) if part else None


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


def _hasattr(on: Expressions, node: ast.Call, arguments: list[Value]) -> Guard | None:
    named = _attribute_named(on, node, arguments)
    return guards.has_attribute(*named) if named else None


def _dict(on: Expressions, node: ast.Call, arguments: list[Value]) -> Mapping:
    first = arguments[0] if arguments else None
    was_dict = responses.is_legacy_response(first) or is_inference(first)
    if first is not None and was_dict and responses.holds_models(first):
        on.emit(SPREAD, node.args[0], first, "dict")
    entries = first.entries if isinstance(first, Mapping) else ()
    for keyword in node.keywords:
        if keyword.arg is not None:
            entries += ((keyword.arg, keyword),)
        else:
            value = on.model.value(keyword.value)
            if isinstance(value, Mapping):
                entries += value.entries
    return Mapping(entries)


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
        if key is not None and on.model.value(key) is None:
            on.want(key)
        more = _dict(on, node, [on.model.value(key) if key is not None else None])
        on.bind(name, before.with_entries(more.entries))
    elif isinstance(key, ast.Constant) and isinstance(key.value, str):
        if function.attr == "setdefault":
            on.bind(name, before.with_entries(((key.value, key),)))
        elif function.attr == "pop":
            on.bind(name, before.without(key.value))


def _gathered(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    if any(keyword.arg == "return_exceptions" for keyword in node.keywords):
        return None
    if len(node.args) == 1 and isinstance(node.args[0], ast.Starred):
        tasks = on.model.value(node.args[0].value)
        item = join_all(elements(tasks)) if isinstance(tasks, (Many, Items)) else None
        return Many(item.value) if isinstance(item, Coroutine) else None
    return Items(tuple(value.value if isinstance(value, Coroutine) else None for value in arguments))


def _serialise(on: Expressions, node: ast.Call, path: str) -> None:
    """A response within what is to be serialised, unless the call says how."""
    if any(keyword.arg in ("default", "cls", "Dumper", None) for keyword in node.keywords) or not node.args:
        return
    if path in DEFAULT_SECOND and len(node.args) > 1:
        return
    parts: list[ast.expr] = [node.args[0]]
    for part in parts:
        value = on.model.value(part)
        if responses.is_model(value) or (isinstance(value, Many) and responses.is_model(value.item)):
            on.emit(SERIALISE, part, value, path)
        elif isinstance(part, ast.Dict):
            parts += part.values
        elif isinstance(part, (ast.List, ast.Tuple)):
            parts += part.elts


def _enumerate(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    item = responses.iterate(on, node.args[0], arguments[0], False) if arguments else None
    return Many(Items((None, item))) if item is not None else None


def _zip(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    items = tuple(
        responses.iterate(on, argument, value, False) for argument, value in zip(node.args, arguments, strict=True)
    )
    return Many(Items(items)) if any(item is not None for item in items) else None


def _filter(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    if len(arguments) < 2:
        return None
    item = responses.iterate(on, node.args[1], arguments[1], False)
    applied(on, node, arguments[0] if isinstance(arguments[0], (Function, Getter)) else None, [item])
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
    return None


def _cast(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    if len(arguments) != 2:
        return None
    return arguments[1] if arguments[1] is not None else on.annotation(node.args[0])


def _field(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    """``dataclasses.field(default_factory=…)``."""
    for keyword in node.keywords:
        value = on.model.value(keyword.value)
        if keyword.arg == "default":
            return value
        if keyword.arg == "default_factory":
            if isinstance(value, Place) and value.path in CLIENT_CLASSES:
                return Client(value.path)
            if isinstance(value, Lambda):
                return value.value
            return called(value) if isinstance(value, Function) else None
    return None


def _super(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    cls = on.scope.cls
    base = cls.bases[0] if cls is not None and len(cls.bases) == 1 else None
    return Object(base) if isinstance(base, Class) else None


def _partial(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    function = rebound(arguments[0]) if arguments else None
    if function is None:
        return None
    if isinstance(function, Partial):
        return Partial(function.function, (*function.keywords, *node.keywords))
    if isinstance(function, Function):
        bind_arguments(on, function, node, arguments, 1)
        return Partial(function, tuple(node.keywords)) if len(arguments) == 1 else Lambda(called(function))
    return Partial(function, tuple(node.keywords))


DICTS = (Place("builtins.dict"), Place("collections.abc.Mapping"), Place("typing.Mapping"), Place("typing.Dict"))

_BUILTINS: dict[str, Callable[[Expressions, ast.Call, list[Value]], Value]] = {
    "builtins.setattr": _setattr,
    "builtins.delattr": _delattr,
    "builtins.hasattr": _hasattr,
    "builtins.dict": _dict,
    "builtins.dir": _dir,
    "builtins.vars": _dir,
    "builtins.enumerate": _enumerate,
    "builtins.zip": _zip,
    "builtins.filter": _filter,
    "builtins.map": _mapped,
    "builtins.len": _len,
    "builtins.isinstance": _isinstance,
    "builtins.super": _super,
    "dataclasses.field": _field,
    "functools.partial": _partial,
    "importlib.util.find_spec": _find_spec,
    "itertools.groupby": _groupby,
    "operator.itemgetter": _itemgetter,
    "os.environ.get": _getenv,
    "os.getenv": _getenv,
    "pytest.mark.skipif": _skipped_if,
    "unittest.skipIf": _skipped_if,
    "unittest.skipUnless": _skipped_unless,
    "pytest.MonkeyPatch": _monkeypatch,
    "pytest.MonkeyPatch.context": _monkeypatch,
    "sys.modules.get": _module_loaded,
    "typing.cast": _cast,
    "typing_extensions.cast": _cast,
}


def _patch(on: Expressions, node: ast.Call, callee: Place, arguments: list[Value]) -> None:
    """``patch("openai.X")``, ``patch.object(openai, "X")``, ``monkeypatch.setattr`` in both forms."""
    first = node.args[0] if node.args else _keyword(node, "target")
    if first is None:
        return
    name = on.model.value(first)
    if callee.path in PATCH and isinstance(name, Const) and isinstance(name.value, str):
        path = target(name.value)
        if path is not None:
            on.emit(STRING, first, Place(path), spelled=name.value)
        return
    named = _attribute_named(on, node, arguments)
    if callee.path in PATCH_ATTRIBUTE and named is not None and isinstance(named[0], Place):
        value = attribute(*named)
        if isinstance(value, Place) and is_legacy(value.path) and not _is_finding(named[0]):
            on.emit(STRING, node.args[1], value, spelled=value.path)


def _keyword(node: ast.Call, name: str) -> ast.expr | None:
    return next((keyword.value for keyword in node.keywords if keyword.arg == name), None)


def target(text: str) -> str | None:
    """The place that a patch target names, reached directly or through another module's ``openai``.

    ``app.client.openai.ChatCompletion.create`` patches the SDK too. A class alone could be one of the
    other module's own, so below another module only what has a second part counts.
    """
    if text.startswith(("openai.", f"{inference.PACKAGE}.")):
        return canonical(_canonical_prefix(text))
    _, found, tail = text.partition(".openai.")
    if not found or "." not in tail:
        return None
    path = _canonical_prefix(f"openai.{tail}")
    return path if is_legacy(path) else None


def _canonical_prefix(path: str) -> str:
    parts = path.split(".")
    result = parts[0]
    for part in parts[1:]:
        result = canonical(f"{result}.{part}")
    return result


def _import(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    if not arguments or not isinstance(arguments[0], Const) or not isinstance(arguments[0].value, str):
        return None
    name = arguments[0].value
    if name == "openai" or name.startswith(("openai.", inference.PACKAGE)):
        on.emit(STRING, node.args[0], Place(_canonical_prefix(name)), spelled=name)
    if isinstance(node.func, ast.Name) and node.func.id == "__import__":
        name = name.partition(".")[0]
    return Place(_canonical_prefix(name))


def bind_arguments(on: Expressions, function: Function, node: ast.Call, arguments: list[Value], start: int = 0) -> None:
    """Tell a function of this file what one call gives it, by position from the argument ``start`` on."""
    args = function.node.args
    names = [arg.arg for arg in (*args.posonlyargs, *args.args)]
    if function.owner is not None and not function.static:
        names = names[1:]
    given: set[str] = set()
    starred = False
    for name, argument, value in zip(names, node.args[start:], arguments[start:], strict=False):
        if isinstance(argument, ast.Starred):
            starred = True
            break
        on.give(function, name, value)
        given.add(name)
    known = {*names, *(arg.arg for arg in args.kwonlyargs)}
    extra: list[tuple[str, ast.expr | ast.keyword]] = []
    for keyword in node.keywords:
        value = on.model.value(keyword.value)
        if keyword.arg is None:
            starred = True
            if isinstance(value, Mapping):
                extra += [entry for entry in value.entries if entry[0] not in known]
        elif keyword.arg in known:
            on.give(function, keyword.arg, value)
            given.add(keyword.arg)
        else:
            extra.append((keyword.arg, keyword))
    for name in function.parameters:
        # Only what some call gives needs to be asked for.
        if name in known and name not in given:
            if starred:
                on.give(function, name, None)
            elif name in function.defaults:
                on.give(function, name, function.defaults[name])
    if args.kwarg is not None and extra:
        on.give(function, args.kwarg.arg, Mapping(tuple(extra)))
