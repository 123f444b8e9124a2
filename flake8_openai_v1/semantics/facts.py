"""What a node of a graph may be: the facts that `solver` works out, and what tests say of them."""

from __future__ import annotations

import ast
from typing import TYPE_CHECKING, Any, NamedTuple

from ..sdk.arguments import ARGUMENTS, OF_METHOD
from .values import Coroutine, Either, Many, Page, Response, Stream

if TYPE_CHECKING:
    from .nodes import Class, Function, Label, Node


class Method(NamedTuple):
    """A function, and how many of its first parameters are given already."""

    function: Function
    given: int = 0


class Object(NamedTuple):
    """An object of a class of the program."""

    cls: Class


class Type(NamedTuple):
    """A class of the program itself."""

    cls: Class


class Maker(NamedTuple):
    """A method of a model of pydantic that makes an object of it: ``Model.parse_obj``."""

    cls: Class


class Super(NamedTuple):
    """What ``super()`` is within a class."""

    cls: Class


class Module(NamedTuple):
    """A module of the program, or a package that has no file."""

    number: int | None
    name: str
    importer: str


class Known(NamedTuple):
    """Something of which no more is to be known than that it is nothing of the above."""

    kind: str


class Getter(NamedTuple):
    """A function that gives what its argument has under a label."""

    label: Label


class Handed(NamedTuple):
    """A method of what may be a container of Python's own, which is handed on: ``queue.get``, ``rows.append``."""

    owner: Node
    adds: bool
    """Does it put its argument into the container, or take something out?"""


class Key(NamedTuple):
    """A key of a dict that is the name of an argument of 0.x."""

    name: str
    """`ANY_NAME` where that shows at run time only."""
    at: ast.expr | ast.keyword
    number: int
    """The file that it stands in."""


RENAMED = frozenset(row.name for rows in (ARGUMENTS, *OF_METHOD.values()) for row in rows)
"""Arguments of 0.x that have another name now, or none."""
ANY_NAME = "?"
"""The name of a key that is one at run time, in a file that has the name of such an argument as a value."""
FOLLOWED = RENAMED | {ANY_NAME}
"""The names of keys that are followed."""
SOME = "*"
"""The name of an attribute that shows at run time only."""
DISPLAY = Known("display")
LISTED = Known("list")
"""A list, a tuple, a set that stands in the text, and is not empty."""
RAISED = Known("exception")
"""An exception that is given in the place of a result."""
SAME_FUNCTION = Known("same function")
"""A decorator: it gives a function that gives what the one behind it gives."""
FIXTURE = Known("same function, a fixture")
"""A decorator: what its function gives is given to parameters of its name."""


class Fact(NamedTuple):
    """What a node may be, or hold."""

    value: Any
    contents: tuple[Label, ...] = ()
    """Labels under which it is in the node, the outermost last."""
    is_weak: bool = False
    """Was it put under one key, and read under one that may be another?"""


class Unit:
    """Origins that meet somewhere."""

    __slots__ = ("origins", "parent")

    def __init__(self, origin: ast.AST) -> None:
        """One origin: the call that made it, or where it was seen first."""
        self.parent: Unit | None = None
        self.origins: list[ast.AST] = [origin]

    def top(self) -> Unit:
        """The unit that it has become part of."""
        unit = self
        while unit.parent is not None:
            unit = unit.parent
        return unit

    def join(self, other: Unit) -> None:
        """Two become one."""
        one, two = self.top(), other.top()
        if one is not two:
            if len(one.origins) < len(two.origins):
                one, two = two, one
            two.parent = one
            one.origins += two.origins


def is_response(value: object) -> bool:
    """True if a value is a response of openai, or holds some."""
    if type(value) not in GIVEN:
        return False
    if isinstance(value, Response):
        return not value.shape.startswith(INFERENCE)
    if isinstance(value, (Many, Stream, Page)):
        return is_response(value.item)
    if isinstance(value, Coroutine):
        return is_response(value.value)
    if isinstance(value, Either):
        return not value.maybe and all(is_response(option) for option in value.options)
    return False


def is_of_legacy(value: object) -> bool:
    """True if a value is a response that a call of 0.x gave, or holds some."""
    while isinstance(value, (Many, Stream, Page)):
        value = value.item
    value = value.value if isinstance(value, Coroutine) else value
    options = value.options if isinstance(value, Either) else (value,)
    return any(isinstance(one, Response) and one.legacy for one in options)


GIVEN = frozenset({Response, Many, Stream, Page, Coroutine, Either})
"""The kinds of values that a response is, or is in."""
INFERENCE = "inference."
"""How the names of shapes of azure-ai-inference begin: their responses are not followed."""
TEXTS = frozenset({"str", "int", "float", "bytes", "bool", "list", "tuple", "set", "Exception", "BaseException"})
"""Classes that no response is of."""


def passes_test(fact: Fact, classes: Node, names: set[str], outcome: bool) -> bool:
    """True if a value can be this where ``isinstance(value, classes)`` has this outcome; ``names`` are their names."""
    if fact.value == RAISED and not fact.contents:
        return outcome is (bool(names) and all(name.endswith(("Exception", "Error")) for name in names))
    if fact.contents or not is_response(fact.value):
        return True
    if names & {"dict", "Mapping", "Dict"}:
        return not outcome if not isinstance(fact.value, (Many, Stream)) else True
    if outcome and names and names <= TEXTS:
        return isinstance(fact.value, Many) and "list" in names
    return not (outcome and any(isinstance(one.value, Type) for one in classes.facts))


def has_no_keys(fact: Fact) -> bool:
    """True if a value that is this has nothing under a name: it is an exception, or a list, or what is in it."""
    if fact.contents:
        return fact.contents[-1][0] == "i"
    return fact.value in (LISTED, RAISED) or isinstance(fact.value, (Many, Stream))


def is_no_object(fact: Fact) -> bool:
    """True if a value can be this where it has matched a pattern for a mapping, a sequence or a text."""
    return bool(fact.contents) or not is_response(fact.value)
