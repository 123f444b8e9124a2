"""What an expression can denote. Unknown is ``None``: nothing is ever guessed."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace
from itertools import takewhile
from typing import TYPE_CHECKING, TypeAlias

from ..sdk.clients import CLIENTS, WRAPPERS
from .places import SETTING_PLACES, canonical

if TYPE_CHECKING:
    from .following import Following

Era: TypeAlias = str | None
"""Which SDK a piece of code is meant for, or None where no test says.

``"legacy"`` is 0.x, ``"new"`` any later one, ``"either"`` one or the other; ``"older"`` is a release since 1.0 that has
what newer ones lack, or lacks what they have.
"""


@dataclass(frozen=True, slots=True)
class Place:
    """A place in a package: ``openai.ChatCompletion.create``, ``os.environ``."""

    path: str
    rebound: bool = field(default=False, compare=False)
    """Reached through a variable of the program: the name there is the program's own."""


@dataclass(frozen=True, slots=True)
class Client:
    """An instance of a client class and the path walked below it (``chat.completions``)."""

    cls: str
    path: str = ""
    rebound: bool = field(default=False, compare=False)
    node: ast.Call | None = field(default=None, compare=False)
    """The call that made it, where the file shows it."""
    wrapped: bool = False
    """Below ``with_raw_response`` or ``with_streaming_response``: its calls return something else."""
    own: bool | None = None
    """Do its requests go to OpenAI's own service? None: the file does not show it."""


@dataclass(frozen=True, slots=True)
class Raised:
    """An instance of one of these exception classes, as ``except … as e`` binds it."""

    classes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Response:
    """What a call returned, or a part of it: an object of a response model."""

    shape: str
    items: str = ""
    """The shape of what iterating over it gives, if it may be a stream."""
    azure: bool | None = False
    """Did a client on Azure send it? None: the settings of the module decide."""
    legacy: bool = False
    """Returned by a call of 0.x, where it was a dict too."""


@dataclass(frozen=True, slots=True)
class Many:
    """A list, or anything that is iterated over, of one kind of value."""

    item: Value
    first: tuple[Value, ...] = ()
    """What it begins with, where that is known and is text: the words of a command."""


@dataclass(frozen=True, slots=True)
class Stream:
    """The result of a call with ``stream=True``."""

    item: Value
    asynchronous: bool = False


@dataclass(frozen=True, slots=True)
class Page:
    """The result of a ``list`` call."""

    item: Value
    asynchronous: bool = False


@dataclass(frozen=True, slots=True)
class Coroutine:
    """What must be awaited."""

    value: Value
    node: ast.Call | None = field(default=None, compare=False)
    """The call of an async client that made it."""


@dataclass(frozen=True, slots=True)
class Member:
    """An attribute of an exception: ``e.http_status``."""

    of: Raised
    name: str


@dataclass(frozen=True, slots=True)
class Const:
    """A literal."""

    value: object


@dataclass(frozen=True, slots=True)
class Literal(Const):
    """A text that rules look for wherever it goes, and where it stands in its file."""

    node: ast.expr
    path: str = field(default="", compare=False)
    """Of that file, where it is looked at as one of several."""


@dataclass(frozen=True, slots=True)
class Text:
    """A text put together at run time, of which some parts stand in the file."""

    parts: tuple[str | None, ...]
    """In order, at least one of them known; None for a part that is not."""
    watched: bool = False
    """Is one of them a ``Literal``?"""


@dataclass(frozen=True, slots=True)
class Printed:
    """The text of a response, which was its JSON: ``str(response)``."""

    response: Response
    node: ast.expr = field(compare=False)
    """The expression that gives it."""
    of: ast.expr = field(compare=False)
    """The expression that gives the response."""


@dataclass(frozen=True, slots=True)
class Default:
    """A text that a parameter is where a call leaves it out."""

    value: Const | Text


@dataclass(frozen=True, slots=True)
class Made:
    """What calls of another package gave, and what is reached from there: a credential, a token."""

    path: str
    """With brackets for each call: ``azure.identity.DefaultAzureCredential().get_token().token``."""
    node: ast.Call = field(compare=False)
    """The last of these calls."""
    maybe: bool = field(default=False, compare=False)
    """May it be None instead?"""


@dataclass(frozen=True, slots=True)
class Environ:
    """A variable of the environment."""

    name: str
    required: bool = False
    """Read so that the program ends where it is not set (``os.environ["X"]``)."""
    default: Value = None
    """What it is where it is not set."""
    maybe: bool = field(default=False, compare=False)
    """May it be None whether it is set or not?"""


@dataclass(frozen=True, slots=True)
class Items:
    """A tuple or list display, element by element."""

    elements: tuple[Value, ...]


@dataclass(frozen=True, slots=True)
class Mapping:
    """A dict whose literal keys are visible: key → the node that names it."""

    entries: tuple[tuple[str, ast.expr | ast.keyword], ...]
    mixed: bool = field(default=False, compare=False)
    """Is it one of several dicts, of which each has some of the keys only?"""
    clients: bool = field(default=False, compare=False)
    """Is one of its values a client?"""

    def with_entries(self, more: tuple[tuple[str, ast.expr | ast.keyword], ...]) -> Mapping:
        """The same dict after ``update(more)``; a key may be named in several places."""
        known = {(key, id(node)) for key, node in self.entries}
        new = tuple(entry for entry in more if (entry[0], id(entry[1])) not in known)
        return replace(self, entries=self.entries + new)

    def without(self, key: str) -> Mapping:
        """The same dict after ``pop(key)``."""
        return replace(self, entries=tuple(entry for entry in self.entries if entry[0] != key))


@dataclass(frozen=True, slots=True)
class Partial:
    """``functools.partial`` of something."""

    function: Value
    keywords: tuple[ast.keyword, ...] = field(default=(), compare=False)
    """What every call is given."""


@dataclass(frozen=True, slots=True)
class Getter:
    """``operator.itemgetter`` of these keys."""

    keys: tuple[Value, ...]
    node: ast.Call = field(compare=False)


@dataclass(frozen=True, slots=True)
class Lambda:
    """A function without a name, and what it returns."""

    value: Value


@dataclass(frozen=True, slots=True)
class Guard:
    """A truth value that tells which SDK runs: what it means when true, and when false."""

    true: Era
    false: Era


@dataclass(frozen=True, slots=True)
class Version:
    """The version of the installed SDK, or something computed from it."""

    plain: bool = True
    """Its numbers can be compared as they stand: it does not come from a function that compares."""


@dataclass(frozen=True, slots=True)
class Names:
    """The names that an object has, as ``dir()`` gives them."""

    of: Value


@dataclass(eq=False, slots=True)
class Function:
    """A function of this file. One object per ``def`` in all rounds of the analysis."""

    node: ast.FunctionDef | ast.AsyncFunctionDef
    home: Following | None = None
    """The analysis of the file that it stands in."""
    owner: Class | None = None
    static: bool = False
    opaque: bool = False
    """Behind a decorator that may return something else."""
    returns: Summary = field(default_factory=lambda: Summary())
    yields: Summary = field(default_factory=lambda: Summary())
    generates: bool = False
    """Does it ``yield``?"""
    promised: Value = None
    """What the annotation of its result promises."""
    parameters: dict[str, Summary] = field(default_factory=dict)
    defaults: dict[str, Value] = field(default_factory=dict)
    """What parameters are where a call leaves them out."""
    handed: bool = False
    """Handed on as a value: it may be called with anything."""
    eras: set[Era] = field(default_factory=set)
    """The eras of the code that mentions it, in this round."""
    era: Era = None
    """``"legacy"`` when only code for the old SDK mentioned it in the last round."""


@dataclass(eq=False, slots=True)
class Class:
    """A class of this file and what its attributes (also those set on ``self``) can be."""

    node: ast.ClassDef
    bases: tuple[Value, ...] = ()
    attributes: dict[str, Summary] = field(default_factory=dict)
    eras: set[Era] = field(default_factory=set)
    era: Era = None


@dataclass(frozen=True, slots=True)
class Object:
    """An instance of a class of this file."""

    cls: Class


@dataclass(frozen=True, slots=True)
class Either:
    """One of several; ``maybe`` when it may also be something unknown."""

    options: tuple[Value, ...]
    maybe: bool = False


Value: TypeAlias = (
    Place | Client | Response | Many | Stream | Page | Coroutine | Raised | Member | Const | Literal | Text | Printed
    | Default | Made | Environ | Items | Mapping | Partial | Getter | Lambda | Guard | Version | Names | Function
    | Class | Object | Either | None
)  # fmt: skip

CONTAINERS = (Items, Either, Many, Stream, Page, Coroutine, Lambda, Partial)
NONE = Const(None)
DENIED = Const(object())
"""What a name is where a test says that it is not what it was: unknown, and nobody knows better."""
BARE = (Place("abc.ABC"), Place("builtins.object"), Place("typing.Protocol"))
"""Bases that have no attributes of their own."""
MOST_OPTIONS = 8
MOST_FIRST = 8
"""How many words of the beginning of a list are kept."""
MOST_CONTAINERS = 1000
DEEPEST = 12


def alternatives(value: Value) -> tuple[Value, ...]:
    """All that a value can be, or nothing where it may be something unknown."""
    if value is None:
        return ()
    if isinstance(value, Either):
        return () if value.maybe else value.options
    return (value,)


def join(one: Value, other: Value) -> Value:
    """What a name is after two paths meet. ``None`` as a stand-in changes nothing; unknown makes it maybe."""
    if one is other or other == NONE:
        return one if one is other else _or_none(one)
    if one == other:
        return _or_none(one) if getattr(other, "maybe", False) else one
    if isinstance(one, Client) and isinstance(other, Client) and _is_same_but_for_host(one, other):
        return Client(one.cls, one.path, one.rebound, one.node, one.wrapped)
    if one == NONE:
        return _or_none(other)
    if isinstance(one, Mapping) and isinstance(other, Mapping):
        keys, others = ({(key, id(node)) for key, node in side.entries} for side in (one, other))
        both = one.with_entries(other.entries)
        mixed = one.mixed or other.mixed or not (keys <= others or others <= keys)
        return Mapping(both.entries, mixed, one.clients or other.clients)
    if (one is None and isinstance(other, Mapping)) or (other is None and isinstance(one, Mapping)):
        # What is known of a dict are keys that it may have: whatever else it may be, these stay.
        known = one or other
        return Mapping(known.entries, True) if isinstance(known, Mapping) else None
    if isinstance(one, Response) and isinstance(other, Response) and one.shape == other.shape:
        azure = one.azure or (other.azure if other.azure is not False else one.azure)
        return Response(one.shape, one.items or other.items, azure, one.legacy or other.legacy)
    if isinstance(one, Items) and isinstance(other, Items) and len(one.elements) == len(other.elements):
        return Items(tuple(map(join, one.elements, other.elements)))
    if isinstance(one, (Many, Items)) and isinstance(other, (Many, Items)):
        return Many(join_all(elements(one) + elements(other)), _common(beginning(one), beginning(other)))
    if isinstance(one, Raised) and isinstance(other, Raised) and about_openai(one) and about_openai(other):
        return Raised(one.classes + tuple(path for path in other.classes if path not in one.classes))
    options: list[Value] = []
    maybe = False
    for side in (one, other):
        if isinstance(side, Default) and isinstance(side.value, Literal):
            side = side.value
        if isinstance(side, Literal):
            options += [side] if side not in options else []
        elif side is None or isinstance(side, (Const, Text, Default, Mapping)):
            maybe = True
        elif isinstance(side, Either):
            maybe = maybe or side.maybe
            options += [option for option in side.options if option not in options]
        elif side not in options:
            options.append(side)
    if not options or len(options) > MOST_OPTIONS:
        return None
    if not maybe and len(options) == 1:
        return options[0]
    return Either(tuple(options), maybe)


def _is_same_but_for_host(one: Client, other: Client) -> bool:
    """True if two clients are told apart only by where their requests go."""
    return (one.cls, one.path, one.wrapped) == (other.cls, other.path, other.wrapped)


def _or_none(value: Value) -> Value:
    """What is given on one path only: of a credential, or a variable, that matters."""
    return replace(value, maybe=True) if isinstance(value, (Made, Environ)) else value


def about_openai(raised: Raised) -> bool:
    """Are all of these exceptions the SDK's?"""
    return all(path.startswith("openai") for path in raised.classes)


def elements(value: Many | Items) -> tuple[Value, ...]:
    """All that a list may contain."""
    return (value.item,) if isinstance(value, Many) else value.elements


def beginning(value: Many | Items) -> tuple[Value, ...]:
    """The words that a list begins with, up to the first element that is not known to be one."""
    return value.first if isinstance(value, Many) else tuple(takewhile(_is_word, value.elements[:MOST_FIRST]))


def _is_word(value: Value) -> bool:
    """True if a value may be a word of a command."""
    return isinstance(value, (Const, Text)) or value == Place("sys.executable")


def _common(one: tuple[Value, ...], other: tuple[Value, ...]) -> tuple[Value, ...]:
    """What both begin with."""
    return tuple(mine for mine, _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def lengthened(value: Many | Items, more: Value) -> Many | Items:
    """A list with more behind it: after ``+`` or ``extend``."""
    if isinstance(value, Items) and isinstance(more, Items):
        if len(value.elements) + len(more.elements) <= MOST_CONTAINERS:
            return Items(value.elements + more.elements)
    added = elements(more) if isinstance(more, (Many, Items)) else (None,)
    return Many(join_all((*elements(value), *added)), beginning(value))


def join_all(values: Iterable[Value]) -> Value:
    """The join of several values; unknown if there is none."""
    result: Value = None
    for number, value in enumerate(values):
        result = join(result, value) if number else value
    return result


def rebound(value: Value) -> Value:
    """The value as a variable of the program holds it; unknown where it outgrows what can be compared in short time."""
    return None if isinstance(value, CONTAINERS) and _is_overgrown(value) else _rebound(value)


def _is_overgrown(value: Value) -> bool:
    """Has ``x = (x, x)``, again and again, made a value too large or too deep?"""
    level: list[Value] = [value]
    containers = 0
    for _ in range(DEEPEST):
        below: list[Value] = []
        for part in level:
            if isinstance(part, Items):
                below += part.elements
            elif isinstance(part, Either):
                below += part.options
            elif isinstance(part, (Many, Stream, Page)):
                below.append(part.item)
            elif isinstance(part, (Coroutine, Lambda)):
                below.append(part.value)
            elif isinstance(part, Partial):
                below.append(part.function)
            else:
                continue
            containers += 1
            if containers > MOST_CONTAINERS:
                return True
        if not below:
            return False
        level = below
    return True


def _rebound(value: Value) -> Value:
    if isinstance(value, Place):
        if value.path in SETTING_PLACES:
            # What a setting holds is a text, or another thing of the program's own.
            return None
        return value if value.rebound else Place(value.path, True)
    if isinstance(value, Client):
        return value if value.rebound else Client(value.cls, value.path, True, value.node, value.wrapped, value.own)
    if isinstance(value, Either):
        return Either(tuple(_rebound(option) for option in value.options), value.maybe)
    if isinstance(value, Items):
        return Items(tuple(_rebound(element) for element in value.elements))
    return value


def merged(left: Value, right: Mapping) -> Mapping:
    """``left | right``: a dict has the keys of the right one, whatever the left one is."""
    if not isinstance(left, Mapping):
        return right
    over = set() if right.mixed else {name for name, _ in right.entries}
    kept = tuple(entry for entry in left.entries if entry[0] not in over)
    return replace(left, entries=kept + right.entries, mixed=left.mixed or right.mixed)


def attribute(value: Value, name: str) -> Value:
    """``value.name``."""
    if isinstance(value, Place):
        return Place(canonical(f"{value.path}.{name}"))
    if isinstance(value, Client):
        if name in WRAPPERS:
            return Client(value.cls, value.path, False, value.node, True, value.own)
        path = f"{value.path}.{name}" if value.path else name
        return Client(value.cls, path, False, value.node, value.wrapped, value.own)
    if isinstance(value, Raised):
        return Member(value, name)
    if isinstance(value, Made):
        return Made(f"{value.path}.{name}", value.node)
    if isinstance(value, Object):
        return class_attribute(value.cls, name, of_object=True)
    if isinstance(value, Class):
        return class_attribute(value, name)
    if isinstance(value, Version) or (isinstance(value, Literal) and name == "value"):
        return value  # that of a member of an enumeration
    if isinstance(value, Either):
        options = [attribute(option, name) for option in value.options]
        result = options[0]
        for option in options[1:]:
            result = join(result, option)
        return join(result, None) if value.maybe else result
    return None


def class_attribute(cls: Class, name: str, of_object: bool = False) -> Value:
    """An attribute of a class of this file, or of its objects, also inherited: of a client class, too."""
    return _class_attribute(cls, name, of_object, set())[1]


def _class_attribute(cls: Class, name: str, of_object: bool, tried: set[Class]) -> tuple[bool, Value]:
    """Whether an attribute is bound, and what it is. ``tried`` are the classes that were looked at."""
    summary = cls.attributes.get(name)
    if summary is None:
        # Made now, so that a later binding is seen to have come after a reader.
        summary = cls.attributes[name] = Summary()
    value = summary.read()
    if summary.bound or summary.settled:
        return True, value
    tried.add(cls)
    for base in cls.bases:
        if not isinstance(base, Class):
            if of_object and isinstance(base, Place) and base.path in CLIENTS:
                return True, attribute(Client(base.path), name)
            if base not in BARE:
                # A class of another file may have it.
                return True, None
        elif base not in tried:
            bound, value = _class_attribute(base, name, of_object, tried)
            if bound:
                return True, value
    return False, None


def told(answers: Sequence[tuple[Era, bool]]) -> Guard | None:
    """What constants say of the SDK that are given, or bound, in code for one SDK only (``return True``)."""
    eras = {truth: {era for era, answer in answers if answer is truth} for truth in (True, False)}
    if "either" in eras[True] | eras[False]:
        return Guard("either", "either")
    for truth in (True, False):
        for era, other in (("new", "legacy"), ("legacy", "new")):
            if eras[truth] == {era} and eras[not truth] and era not in eras[not truth]:
                return Guard(era, other) if truth else Guard(other, era)
    return None


class Summary:
    """The join of all that was ever bound to something, kept from round to round.

    Readers see the last complete round: what this round has not yet reached is not lost.
    """

    __slots__ = ("answers", "bound", "last", "now", "seen", "settled", "was_read")

    def __init__(self) -> None:
        """Nothing bound yet."""
        self.now: Value = None
        self.bound = False
        self.last: Value = None
        self.settled = False
        self.seen: Value = None
        self.was_read = False
        self.answers: list[tuple[Era, bool]] | None = []
        """The constants that it is bound to, and in code for which SDK; None if it is also something else."""

    def add(self, value: Value, era: Era = None) -> None:
        """One more thing that it is bound to in this round."""
        if type(value) is not Const:
            self.answers = None
        elif self.answers is not None:
            self.answers.append((era, bool(value.value)))
        self.now = join(self.now, value) if self.bound else value
        self.bound = True

    def replace(self, value: Value) -> None:
        """Say better what all the bindings so far amount to."""
        self.now = value
        self.bound = True

    def read(self) -> Value:
        """What it denotes, as far as is known."""
        if self.settled:
            return self.last
        if not self.was_read:
            self.was_read, self.seen = True, self.now
        return self.now

    def turn(self) -> bool:
        """End a round; True if a reader was told something else than what the round came to."""
        if not self.bound:
            return False
        if self.answers and not isinstance(self.now, Guard):
            self.now = told(self.answers) or self.now
        changed = self.last != self.now if self.settled else self.was_read and self.seen != self.now
        self.last, self.settled = self.now, True
        self.now, self.bound, self.was_read, self.seen = None, False, False, None
        self.answers = []
        return changed
