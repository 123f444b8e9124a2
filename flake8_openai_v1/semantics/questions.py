"""What is asked of values and expressions, with no state: what they are about, promise, and look like."""

from __future__ import annotations

import ast
import sys
from collections.abc import Iterator, Sequence

from ..sdk import inference, shapes
from ..sdk.clients import CLIENTS
from .places import (
    AWAITABLES,
    CLIENT_CLASSES,
    COMMAND,
    EXCEPTION_CLASSES,
    FOLLOWED,
    GENERIC,
    LISTS,
    MENTIONED,
    STREAMS,
    UNIONS,
)
from .texts import parts_of
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
    Guard,
    Items,
    Lambda,
    Literal,
    Made,
    Many,
    Mapping,
    Member,
    Object,
    Page,
    Partial,
    Place,
    Printed,
    Raised,
    Response,
    Stream,
    Summary,
    Text,
    Value,
    Version,
    alternatives,
    join_all,
)

EXPORTS = {**shapes.EXPORTS, **inference.EXPORTS}
"""Public classes of responses → their shape."""
MOST_BASES = 10
INFERENCE = "inference."
"""How the names of shapes of azure-ai-inference begin."""
OPENAI = Place("openai")
NAMESPACE = Place("argparse.Namespace")
GETATTR = Place("builtins.getattr")
ISINSTANCE = "builtins.isinstance"
MAYBE_SETTINGS = "isinstance"
"""``isinstance`` of what may be no exception: ``openai.Timeout`` is a class of settings there, and right."""
CHUNK_CHOICES = frozenset({"ChatCompletionChunk.Choice", "inference.StreamingChatChoiceUpdate"})
EMPTY: tuple[Value, ...] = (NONE, Mapping(()), Items(()), Const(""))
EXACT = sys.version_info >= (3, 12)
ABOUT_SDK = frozenset({Client, Guard, Version, Made, Member, Response, Stream, Page, Coroutine, Literal, Printed})


def about_sdk(value: Value) -> bool:
    """Does a value have to do with the SDK, so that its name must be followed?"""
    kind = type(value)
    if kind is Place:
        return value.path.startswith(FOLLOWED)  # type: ignore[union-attr]
    if kind in ABOUT_SDK:
        return True
    if isinstance(value, Many):
        return about_sdk(value.item) or is_command(value)
    if isinstance(value, Mapping):
        return value.clients
    if isinstance(value, Object):
        return is_followed(value.cls)
    if isinstance(value, Text):
        return value.watched
    if isinstance(value, Environ):
        return about_sdk(value.default)
    if isinstance(value, Default):
        return isinstance(value.value, Literal)
    if isinstance(value, Raised):
        return any(path.startswith(FOLLOWED) for path in value.classes)
    if isinstance(value, Partial):
        return about_sdk(value.function)
    if isinstance(value, Lambda):
        return True
    if isinstance(value, Items):
        return any(about_sdk(element) for element in value.elements) or is_command(value)
    if kind is Const or kind is Text:
        return is_command(value)
    if isinstance(value, Either):
        return any(about_sdk(option) for option in value.options)
    return False


def literals(value: Value) -> Iterator[Literal]:
    """The watched literals that a value is, or may be."""
    if isinstance(value, Literal):
        yield value
    elif isinstance(value, Either):
        for option in value.options:
            yield from literals(option)
    elif isinstance(value, Environ):
        yield from literals(value.default)
    elif isinstance(value, Default):
        yield from literals(value.value)


def is_mention(value: Value) -> bool:
    """Is the expression itself a mention of something that rules look at?"""
    if isinstance(value, Either):
        return any(is_mention(option) for option in value.options)
    return isinstance(value, (Client, Member)) or (isinstance(value, Place) and value.path.startswith(MENTIONED))


def instance_of(value: Value) -> Value:
    """What an annotation with a class promises of the value."""
    if isinstance(value, Place):
        if value.path in EXPORTS:
            return Response(EXPORTS[value.path])
        if value.path in inference.STREAMS:
            return Stream(Response(inference.STREAMS[value.path]), "Async" in value.path)
        if value.path in CLIENT_CLASSES:
            return Client(value.path, rebound=True)
        if value.path in EXCEPTION_CLASSES:
            return Raised((value.path,))
    if isinstance(value, Class):
        return Object(value)
    if isinstance(value, (Many, Stream, Coroutine)):
        return value
    if isinstance(value, Either) and not value.maybe:
        instances = [instance_of(option) for option in value.options]
        return None if None in instances else join_all(instances)
    return None


def promised_by(path: str, index: Value) -> Value:
    """What a generic annotation of this name stands for: a class, or a value that contains some of one."""
    arguments: tuple[Value, ...] = index.elements if isinstance(index, Items) and index.elements else (index,)
    if path in GENERIC:
        return arguments[0]
    if path in UNIONS:
        return join_all(arguments)
    if path in LISTS or path in STREAMS:
        item = instance_of(arguments[0])
        if item is None:
            return None
        return Many(item) if path in LISTS else Stream(item, STREAMS[path])
    if path in AWAITABLES:
        value = instance_of(arguments[-1])
        return Coroutine(value) if value is not None else None
    return None


def spell(node: ast.AST) -> str | None:
    """A dotted name as the user wrote it; None for any other expression."""
    parts: list[str] = []
    while True:
        if isinstance(node, ast.Attribute):
            parts.append(node.attr)
            node = node.value
        elif isinstance(node, ast.Call) and not isinstance(node.func, ast.Name):
            spelled = spell(node.func)
            if spelled is None:
                return None
            parts.append(spelled + "()")
            break
        elif isinstance(node, ast.Name):
            parts.append(node.id)
            break
        else:
            return None
    return ".".join(reversed(parts))


def is_inference(value: Value) -> bool:
    """Does a value come from a call of azure-ai-inference, whose models are dicts too?"""
    if isinstance(value, (Stream, Page)):
        return is_inference(value.item)
    return any(isinstance(option, Response) and option.shape.startswith(INFERENCE) for option in alternatives(value))


def path_of(value: Value) -> str:
    """A dotted path to show for a value that the user did not spell as a dotted name."""
    if isinstance(value, Place):
        return value.path
    if isinstance(value, Client):
        return f"client.{value.path}" if value.path else "client"
    if isinstance(value, Either):
        return path_of(value.options[0])
    if isinstance(value, Partial):
        return path_of(value.function)
    return ""


def unpacked(target: ast.Tuple | ast.List, value: Value) -> Sequence[Value]:
    """What each part of ``a, *b = value`` gets."""
    number = len(target.elts)
    if isinstance(value, Version):
        # Its first number compares as it stands, the others tell something only beside it.
        return [value, *[Version(False)] * (number - 1)]
    starred = next((at for at, part in enumerate(target.elts) if isinstance(part, ast.Starred)), None)
    if isinstance(value, Many):
        return [value if at == starred else value.item for at in range(number)]
    if isinstance(value, Items):
        elements = value.elements
        if starred is None:
            return elements if len(elements) == number else [None] * number
        behind = number - starred - 1
        if len(elements) >= number - 1:
            middle = Items(elements[starred : len(elements) - behind])
            return [*elements[:starred], middle, *elements[len(elements) - behind :]]
    return [None] * number


def client_class(cls: Class) -> str | None:
    """The client class whose constructor a class of this file has."""
    for _ in range(len(cls.bases) and MOST_BASES):
        constructor = cls.attributes.get("__init__")
        if (constructor is not None and (constructor.bound or constructor.settled)) or len(cls.bases) != 1:
            return None
        base = cls.bases[0]
        if isinstance(base, Place):
            return base.path if base.path in CLIENTS else None
        if not isinstance(base, Class):
            return None
        cls = base
    return None


def is_followed(cls: Class) -> bool:
    """True if what objects of a class of this file have matters by its bases: it is one of clients, or of options."""
    seen = [cls]
    for one in seen:
        for base in one.bases:
            if isinstance(base, Place) and (base.path in CLIENTS or base == NAMESPACE):
                return True
            if isinstance(base, Class) and base not in seen and len(seen) < MOST_BASES:
                seen.append(base)
    return False


def is_command(value: Value) -> bool:
    """True if a value may be a call of the old command ``openai``, as a list or as a text for the shell."""
    if isinstance(value, (Items, Many)):
        words = value.elements[:6] if isinstance(value, Items) else value.first
        return Const("openai") in words
    parts = parts_of(value)
    return parts is not None and COMMAND.match(" ".join(part for part in parts if part)) is not None


def is_exception_class(value: Value) -> bool:
    """Is a value certainly a class of exceptions, and no class of settings of the same name?"""
    return isinstance(value, Place) and value.path in EXCEPTION_CLASSES


def summary_of(table: dict[str, Summary], name: str) -> Summary:
    """The summary of a name, made on first demand."""
    if name not in table:
        table[name] = Summary()
    return table[name]


def names_of(function: Function) -> set[str]:
    """The names of a function's parameters."""
    args = function.node.args
    return {arg.arg for arg in (*args.posonlyargs, *args.args, *args.kwonlyargs)}


def class_paths(value: Value) -> tuple[str, ...] | None:
    """The paths of the classes that an ``except`` names; None where one is unknown."""
    if isinstance(value, Items):
        paths: list[str] = []
        for element in value.elements:
            more = class_paths(element)
            if more is None:
                return None
            paths += more
        return tuple(paths)
    options = alternatives(value)
    if not options or not all(isinstance(option, Place) for option in options):
        return None
    return tuple(option.path for option in options if isinstance(option, Place))
