"""What calls give: of functions that hand values on, of clients, and of functions of the same file."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING

from ..sdk import httpx, inference
from ..sdk.clients import CLIENTS, HARMLESS, SAME_CLIENT
from ..sdk.deprecations import CONTENT
from . import addresses, library, options, responses, strings, texts
from .places import (
    ALL_ITEMS,
    APPLIERS,
    ASKS_VERSION,
    ASSERT_RAISES,
    CALLED,
    CLIENT_ARGUMENTS,
    CLIENT_CLASSES,
    COMPARES,
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
    PARSERS,
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
)
from .questions import client_class, spell
from .uses import CALL, PARSE, SECRET, SERIALISE, SPREAD
from .values import (
    NONE,
    Class,
    Client,
    Const,
    Coroutine,
    Either,
    Function,
    Getter,
    Items,
    Lambda,
    Literal,
    Made,
    Many,
    Mapping,
    Object,
    Partial,
    Place,
    Printed,
    Raised,
    Stream,
    Value,
    Version,
    beginning,
    class_attribute,
    elements,
    join,
    join_all,
    lengthened,
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
    if isinstance(callee, Class):
        return client_class(callee) is not None
    if isinstance(callee, Made):
        return callee.path.startswith(CONTENT)
    return isinstance(callee, (Client, Partial, Either))


def is_instantiation(callee: Value) -> bool:
    """Does calling it make an object of 0.x on which a method is then called? The two are one use."""
    return isinstance(callee, Place) and callee.path in RESOURCE_CLASSES


NO_ARGUMENTS: frozenset[str] = frozenset()
PROMPT = frozenset({"prompt"})


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
    if isinstance(callee, Client) and callee.path.startswith("responses."):
        return PROMPT
    return INFERENCE_ARGUMENTS if cls in inference.CLIENTS else NO_ARGUMENTS


def result(on: Expressions, node: ast.Call, callee: Value, arguments: list[Value]) -> Value:
    """What a call gives; the uses that it makes by way of strings are recorded."""
    if isinstance(callee, Place):
        return _place(on, node, callee, arguments)
    if isinstance(callee, Client):
        if callee.path in SAME_CLIENT:
            # Where it is told more than how long to wait, the call that made the first one does not say all.
            same = all(keyword.arg in HARMLESS for keyword in node.keywords)
            return Client(callee.cls, "", True, callee.node if same else None, own=callee.own if same else None)
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
        version = of_version(node, arguments)
        if version is not None:
            return version
        value = _passed_through(on, callee, node, arguments) or called(callee, recursive=callee is on.scope.function)
        if isinstance(value, Mapping):
            # It may return others, which nothing but its other lines shows.
            on.want_function(node.func)
        return value
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
        values = [
            responses.returned(on, node, option)
            if isinstance(option, Place) and option.path not in CLIENT_CLASSES
            else result(on, node, option, arguments)
            for option in callee.options
        ]
        value = values[0]
        for other in values[1:]:
            value = join(value, other)
        return value if not callee.maybe else None
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
    elif isinstance(value, Either) and value.maybe and function.promised is not None:
        value = join_all((*value.options, function.promised))  # the rest is what the annotation says
    return Coroutine(value) if isinstance(function.node, ast.AsyncFunctionDef) else value


def _passed_through(on: Expressions, function: Function, node: ast.Call, arguments: list[Value]) -> Value:
    """What a function gives that calls what it is given with all else, and gives what that gives: a retry."""
    args = function.node.args
    names = [arg.arg for arg in (*args.posonlyargs, *args.args)]
    if function.owner is not None and not function.static:
        names = names[1:]
    given = list(zip(names, arguments, strict=False))
    given += [(keyword.arg, on.model.value(keyword.value)) for keyword in node.keywords if keyword.arg is not None]
    for name, value in given:
        if isinstance(value, (Place, Partial)) and not function.opaque and _gives_what(function.node, name):
            result = responses.returned(on, node, value)
            asynchronous = isinstance(function.node, ast.AsyncFunctionDef)
            return result if isinstance(result, Coroutine) or not asynchronous else None
    return None


def _gives_what(function: ast.FunctionDef | ast.AsyncFunctionDef, name: str) -> bool:
    """Does a function return nothing but what calling a parameter gives, with ``*args`` and ``**kwargs``?"""

    def is_call(node: ast.expr | None) -> bool:
        node = node.value if isinstance(node, ast.Await) else node
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or node.func.id != name:
            return False
        passed = all(isinstance(argument, ast.Starred) for argument in node.args)
        return passed and all(keyword.arg is None for keyword in node.keywords)

    nodes = list(ast.walk(function))
    made = [node.targets for node in nodes if isinstance(node, ast.Assign) and is_call(node.value)]
    stores = [node.id for node in nodes if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]
    results = {targets[0].id for targets in made if len(targets) == 1 and isinstance(targets[0], ast.Name)}
    own = sum(len(targets) for targets in made) == sum(stores.count(one) for one in results)
    returned = [node.value for node in nodes if isinstance(node, ast.Return) and node.value is not None]
    return (
        bool(returned)
        and own
        and name not in stores
        and all(
            is_call(value)
            or (isinstance(value, ast.Name) and value.id in results)
            or (isinstance(value, ast.Constant) and value.value is None)
            for value in returned
        )
    )


TAKERS = frozenset({"run_in_executor", "submit", "map"})
"""Methods, of executors and loops, that call what they are given with the arguments behind it."""


def takes_function(node: ast.Call, callee: Value) -> bool:
    """Does a call call its argument, with arguments that it shows?"""
    if isinstance(callee, Place):
        return callee.path in THREADS or callee.path in APPLIERS
    return callee is None and isinstance(node.func, ast.Attribute) and node.func.attr in TAKERS


def of_function(on: Expressions, node: ast.Call, arguments: list[Value], position: int) -> Value:
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
    """What ``itemgetter`` gives; of a response it gives nothing, whatever the key."""
    if not responses.is_model(item):
        return None
    on.emit(SPREAD, getter.node, item, "itemgetter")
    parts = [responses.field(item, str(key.value)) if isinstance(key, Const) else None for key in getter.keys]
    return parts[0] if len(parts) == 1 else Items(tuple(parts))


def by_method_name(on: Expressions, node: ast.Call, arguments: list[Value]) -> Value:
    """Methods of objects that nothing is known of, by their name: event loops, lists."""
    function = node.func
    if not isinstance(function, ast.Attribute):
        return None
    name = function.attr
    if name == "run_in_executor" and len(arguments) > 1:
        return Coroutine(of_function(on, node, arguments, 1))
    if name == "submit" and arguments:
        value = of_function(on, node, arguments, 0)
        return Coroutine(value) if value is not None else None
    if name == "__str__" and not node.args:
        return library.printed(on, node, function.value)
    if name == "format_map" and arguments and responses.is_model(arguments[0]):
        on.emit(SERIALISE, node.args[0], arguments[0], "str.format_map")
        return None
    if name == options.ADD:
        options.added(on, node, arguments)
        return None
    if name in options.PARSE:
        return options.parsed(on, name)
    if name == "map" and arguments:
        return library.mapped(on, node, arguments)
    if name in ADDS and len(arguments) == 1 + (name == "insert"):
        _add(on, function.value, arguments[-1], name)
        return None
    if name in ("run_until_complete", "run") and arguments and isinstance(arguments[0], Coroutine):
        return arguments[0].value
    if name == "create_task" and arguments and isinstance(arguments[0], Coroutine):
        return Coroutine(arguments[0].value)
    owner = on.model.value(function.value)
    if name == "split" and not node.keywords and arguments in ([], [NONE], [Const(" ")]):
        return texts.split(owner)
    if name == "format" and isinstance(owner, Const) and isinstance(owner.value, str):
        named = {keyword.arg: on.model.value(keyword.value) for keyword in node.keywords if keyword.arg}
        return texts.with_format(owner.value, arguments, named)
    if name in FACTORIES and isinstance(function.value, ast.Attribute) and function.value.attr == "inference":
        on.emit(CALL, node, Place(f"{inference.PROJECT}.inference.{name}"))
        return Client(f"{inference.PACKAGE}.{inference.FACTORIES[name]}")
    if name in ("set_env", "system") and isinstance(function.value, ast.Call):
        starter = function.value.func
        if isinstance(starter, ast.Name) and starter.id == "get_ipython":
            if name == "system":
                on.emit(CALL, node, Place("IPython.system"))
            elif len(arguments) == 2 and isinstance(arguments[1], Literal):
                # The line of the notebook is another one: its beginning is what stays where it is.
                on.emit(SECRET, node, Literal(arguments[1].value, node))
        return None
    if name == "get_token" and arguments and texts.parts_of(arguments[0]):
        # A credential that came in from elsewhere.
        return Made("azure.core.credentials.TokenCredential().get_token()", node)
    if name == "result" and isinstance(owner, Coroutine) and owner.node is None:
        return owner.value
    if owner is None and name == "copy" and isinstance(function.value, ast.Name):
        on.want(function.value)
    if isinstance(owner, Mapping) and name == "copy":
        return owner
    if isinstance(owner, Mapping) and owner.clients and library.is_filled(on, function.value):
        return None
    if isinstance(owner, Mapping) and owner.clients and name == "values":
        return Many(library.client_in(on, owner))
    if isinstance(owner, Mapping) and name == "get" and arguments and isinstance(arguments[0], Const):
        return library.entry(on, owner, str(arguments[0].value))
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
    longer = lengthened(owner, more if method == "extend" else Items((more,)))
    value = rebound(Many(join_all((*elements(owner), item)), () if method == "insert" else beginning(longer)))
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
        return Client(path, "", False, node, own=addresses.is_own(on, path, node))
    if path in inference.LOADERS:
        module = path.rpartition(".")[0]
        made = Either(tuple(Client(cls) for cls in inference.CLIENTS if cls.rpartition(".")[0] == module))
        return Coroutine(made) if inference.LOADERS[path] else made
    if path in RESOURCE_CLASSES:
        return Place(path)
    if path in EXCEPTION_CLASSES:
        return Raised((path,))
    if path.startswith(MAKERS) or path in httpx.MAKERS or path in httpx.TIMES or path in httpx.PLAIN:
        for argument, value in zip(node.args[1:], arguments[1:], strict=False):
            on.want_text(argument, value)
        return Made(f"{path}()", node)
    if path in PATCH or path in PATCH_ATTRIBUTE:
        strings.patch(on, node, callee, arguments)
        return None
    if path in IMPORTERS:
        return strings.import_named(on, node, arguments)
    if path in VERSION_OF:
        return Version() if arguments and arguments[0] == Const("openai") else None
    handler = library.HANDLERS.get(path)
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
        library.serialise(on, node, path)
        return None
    if path in PARSERS and isinstance(first, Printed):
        on.emit(PARSE, first.node, first.response, (path, first.of))
        return None
    if path in TASKS:
        return Coroutine(first.value) if isinstance(first, Coroutine) else None
    if path in RUNNERS:
        return first.value if isinstance(first, Coroutine) else None
    if path in GATHERERS:
        return Coroutine(library.gathered(on, node, arguments))
    if path in THREADS:
        return Coroutine(of_function(on, node, arguments, 0))
    found = responses.returned(on, node, callee)
    if found is not None:
        return found
    if path in VERSION_PARSERS:
        return first
    return None


def of_version(node: ast.Call, arguments: list[Value]) -> Version | None:
    """What a function makes of the version of the SDK, or tells of it by what it is called."""
    name = (spell(node.func) or "").rpartition(".")[2]
    if arguments and arguments[0] == Const("openai") and ASKS_VERSION.search(name):
        return Version()
    given = [value for value in arguments if isinstance(value, Version)]
    if not given:
        return None
    return Version(given[0].plain and len(node.args) + len(node.keywords) == 1)


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
