"""What the analysis hands to the rules: each place where the code uses something known."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass, field

from .values import Era, Items, Value

IMPORT = "import"
"""``node`` is the ``ast.alias``."""
LOAD = "load"
"""Read or mentioned: passed on, subclassed, annotated with; ``extra`` may be ``MADE_THERE``."""
MADE_THERE = "made"
"""A class of exceptions is called where it stands, with no argument: ``raise RateLimitError``."""
STORE = "store"
"""Assigned, also by ``setattr``; ``extra`` is the assigned value."""
DELETE = "delete"
CALL = "call"
"""``node`` is the ``ast.Call``, ``value`` what is called."""
CATCH = "catch"
"""Stands for the class of an exception: in ``except``, ``isinstance``, a retry predicate."""
STRING = "string"
"""Named in a string that is resolved at run time: a patch target, ``import_module``."""
SETITEM = "setitem"
"""``value[…] = …``; ``node`` is the ``ast.Subscript``."""
ACCESS = "access"
"""A chain of accesses into a response of which at least one is a subscript or a ``get``."""
METHOD = "method"
"""A method of a dict called on a response; ``extra`` is its name."""
ITERATE = "iterate"
"""Iteration over a response; also ``len`` and ``in``, then ``extra`` says so."""
SPREAD = "spread"
"""``**response``, or a response given to what takes a dict; ``extra`` names it."""
SERIALISE = "serialise"
"""A response given to a serialiser; ``extra`` is its path."""
HOLDS = "holds"
"""A container with a response of 0.x in it is given to a serialiser; ``extra`` is its path."""
PARSE = "parse"
"""The text of a response is read as JSON; ``node`` gives it, ``extra`` is what reads it, and the response."""
POSSIBLE = "possible"
"""A chain of accesses as into a dict, of what may be a response of 0.x, or something else."""
ITEM = "item"
"""The same of each item of a list that has a response of 0.x among others."""
AWAIT = "await"
"""Sync and async mixed up; ``extra`` says how: ``"await"`` is missing, ``"sync"`` is awaited, the wrong ``for``."""
CHOICE = "choice"
"""``chunk.choices[0]`` of a stream on Azure, unguarded."""
KIND = "kind"
"""An attribute of a field that is of another type in openai (``response.created.year``); ``extra`` names the field."""
BASE = "base"
"""The base of a class, one of another package that rules ask for; ``extra`` is the ``ast.ClassDef``."""
REQUEST = "request"
"""A request by hand: ``node`` is the ``ast.Call``, ``value`` its address, ``extra`` where the address stands."""
HEADER = "header"
"""A header by hand: ``node`` is where its name stands, ``value`` what it is set to, ``spelled`` its name."""
SECRET = "secret"
"""A text in the shape of a key stands under a name of one; ``node`` is the text, ``spelled`` the name."""
LACK = "lack"
"""An attribute of a response that only those of 0.x had; ``extra`` is its name."""
RESPONSE_ROLES = frozenset({ACCESS, METHOD, ITERATE, SPREAD, SERIALISE, PARSE})
"""What is done with responses."""
TRY = "try"
"""``node`` is the ``ast.Try``, its clauses are in ``Model.clauses``; ``extra`` are the tries around it."""


DEFERRED = "lambda"
"""Whoever calls a lambda may catch anything."""


@dataclass(slots=True)
class Use:
    """One use of one value in one syntactic position."""

    role: str
    node: ast.AST
    value: Value
    spelled: str
    """The expression as the user wrote it, where it is a plain dotted name; else the canonical path."""
    era: Era = None
    extra: object = None
    anchor: ast.AST | None = None
    """Where to report, when ``node`` has no position of its own that can be trusted."""
    expected: bool = False
    """Where an exception is expected (``with pytest.raises(…)``)."""
    caught: frozenset[str] = frozenset()
    """Builtin exceptions that are caught around it, and dealt with; ``DEFERRED`` within a lambda."""
    inference: bool = False
    """Done with a response of azure-ai-inference, not of openai."""


@dataclass(slots=True)
class Model:
    """All uses of one file, in no particular order, and the values of expressions."""

    uses: list[Use] = field(default_factory=list)
    possible: list[Use] = field(default_factory=list)
    """What is done with what may be a response of 0.x on some path, or holds one."""
    guessed: set[int] = field(default_factory=set)
    """What reads a part of a response by a key, where only a name says that it is one: ``id(expression)``."""
    values: dict[int, Value] = field(default_factory=dict)
    """``id(expression)`` → value, for expressions that a rule may ask for."""

    modules: set[str] = field(default_factory=set)
    """Top-level names of the modules that the file imports."""
    imports: set[str] = field(default_factory=set)
    """Full names of the modules that the file imports, or imports from."""
    clauses: dict[int, tuple[tuple[tuple[ast.expr, str], ...], ...]] = field(default_factory=dict)
    """``id(try)`` → its clauses, each the classes that it names: (expression, path)."""
    entries: dict[int, Value] = field(default_factory=dict)
    """``id(key)`` of a dict display → the value beside it."""
    beside: dict[int, Items] = field(default_factory=dict)
    """``id(class)`` of an exception class in a tuple → all classes of the tuple."""
    gets: set[int] = field(default_factory=set)
    """``id(call)`` of each ``response.get("field")``."""
    environment: set[str] = field(default_factory=set)
    """Variables that the file requires: read with ``os.environ[…]``, or looked for in it."""
    optional: set[int] = field(default_factory=set)
    """``id(keyword)`` of arguments of clients that are a parameter of the program, which a caller may leave out."""
    asked: list[tuple[str, ast.Call]] = field(default_factory=list)
    """Calls of what is not known that are given the name of a variable, and may read it."""

    def of(self, role: str) -> Iterator[Use]:
        """The uses in one role."""
        return (use for use in self.uses if use.role == role)

    def value(self, node: ast.AST) -> Value:
        """What an expression denotes; None where that is unknown."""
        return self.values.get(id(node))
