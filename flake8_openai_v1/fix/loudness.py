"""Whether an error of 0.x that stays would be heard, or something catches it and the program goes on."""

from __future__ import annotations

import ast
import os
import sys
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import takewhile

from ..rules.facts import removed
from ..sdk.names import RESOURCES
from ..semantics.facts import Method, Type
from ..semantics.flow import Flow
from ..semantics.nodes import Node, Site
from ..semantics.solver import ancestors
from ..semantics.tracking import Program
from ..semantics.values import Place
from ..syntax.index import Index
from ..syntax.written import FUNCTIONS, last_name

ANY = frozenset({"Exception", "BaseException"})
OF_CALLS = ANY | {"OpenAIError"}
"""What catches the error of a call of a resource of 0.x: the SDK has something in its place, which raises it."""
OF_NAMES = OF_CALLS | {"AttributeError"}
"""What catches the error of another name that is gone."""
OF_IMPORTS = ANY | {"ImportError", "ModuleNotFoundError"}
HELD_IN_PLACE = tuple(f"{row.path}." for row in RESOURCES)
TRIES = (ast.Try, ast.TryStar) if sys.version_info >= (3, 11) else (ast.Try,)
YIELDS = (ast.Yield, ast.YieldFrom)
RUNNERS = frozenset({"run", "run_until_complete"})
"""What runs a coroutine, and raises what that raises."""
PLAIN_DECORATORS = frozenset(
    {"staticmethod", "classmethod", "abstractmethod", "override", "wraps", "fixture", "route", "get", "post", "put"}
    | {
        "delete",
        "patch",
        "command",
        "group",
        "option",
        "argument",
        "lru_cache",
        "cache",
        "cache_data",
        "cache_resource",
    }
)
"""Last names of decorators behind which errors come out as they are; a web framework answers with them."""
NAMES_CLASSES = (ast.ClassDef, ast.arg, ast.AnnAssign, ast.FunctionDef, ast.AsyncFunctionDef)
"""What names classes as bases and in annotations; decorators have a rule of their own."""
PASSIVE = frozenset(
    {"object", "ABC", "BaseModel", "Protocol", "Generic", "NamedTuple", "TypedDict", "Enum"} | {"TestCase"}
)
"""Bases that run no method of a class, or tell of each error."""
LET_THROUGH = (
    *("open", "lock", "semaphore", "session", "client", "executor", "pool", "connect", "spinner", "status", "tqdm"),
    *("temporarydirectory", "namedtemporaryfile", "temporaryfile", "patch", "object", "dict", "chdir", "cursor"),
    *("closing", "nullcontext", "catch_warnings", "redirect_stdout", "redirect_stderr", "no_grad", "zipfile"),
)
"""How the names of context managers end that let errors through."""


@dataclass(frozen=True)
class Part:
    """A file of a program."""

    path: str
    tree: ast.Module
    flow: Flow
    nodes: Index
    may_change: bool = True
    """Is it one of those that are fixed, and not only read?"""

    @cached_property
    def imports(self) -> list[ast.Import | ast.ImportFrom]:
        """The imports of names from the SDK, and of its modules under other names."""
        found: list[ast.Import | ast.ImportFrom] = []
        for node in self.nodes.nodes:
            if isinstance(node, ast.ImportFrom):
                found += [node] if (node.module or "").partition(".")[0] == "openai" else []
            elif isinstance(node, ast.Import):
                found += [node] if any(one.asname and one.name.startswith("openai.") for one in node.names) else []
        return found


class Loudness:
    """Knows for each place of a program whether an error that it raises with today's SDK may be caught."""

    def __init__(self, parts: Sequence[Part], program: Program, calls: Mapping[int, tuple[Site, list[Place]]]) -> None:
        """``calls``: ``id(call)`` → each call of what was removed, with all that it may call of that."""
        self._parts, self._program, self._calls = parts, program, calls

    def _index(self, number: int) -> Index:
        return self._parts[number].nodes

    def is_quiet(self, number: int, call: ast.AST, left: ast.AST | None = None) -> bool:
        """True if what a call of 0.x raises with today's SDK may be caught, so that the program goes on.

        ``left`` is a ``try`` whose clauses stay as they are: one that names a class of 0.x raises another error.
        """
        errors = OF_CALLS.union(*(errors_of(place.path) for place in self._calls[id(call)][1]))
        return self.is_swallowed(number, call, errors, set(), left)

    def are_quiet(self, number: int, node: ast.AST) -> Iterator[bool]:
        """Yield for all that is done with a method that a node hands on whether its error may be caught."""
        nodes = self._program.graphs[number].nodes.get(node, ())
        paths = tuple(f"{fact.value.path}." for one in nodes for fact in one.facts if isinstance(fact.value, Place))
        if not paths:
            return
        for site, places in self._calls.values():
            if any(f"{place.path}.".startswith(paths) for place in places):
                yield self.is_quiet(site.file.number, site.at)
        for home, graph in self._program.graphs.items():
            for expression, values in graph.nodes.items():
                facts = (fact.value for one in values for fact in one.facts)
                if any(isinstance(value, Place) and f"{value.path}.".startswith(paths) for value in facts):
                    yield self.is_given_away(home, expression)

    def is_given_away(self, number: int, node: ast.AST) -> bool:
        """True if something is an argument of a call that is not of a function of the program."""
        parents = self._index(number).parents
        call = parents.get(id(node))
        if isinstance(call, ast.keyword):
            call = parents.get(id(call))
        if not isinstance(call, ast.Call) or call.func is node or _last_name(call) == "partial":
            return False
        function = self._program.graphs[number].nodes.get(call.func, ())
        return not any(isinstance(fact.value, (Method, Type)) for one in function for fact in one.facts)

    def reaching(self, number: int, attempt: ast.AST) -> list[ast.AST]:
        """The calls of 0.x whose errors may come to the clauses of a ``try``, in its file of this number."""

        def is_there(home: int, around: ast.AST, inner: ast.AST) -> bool:
            return home == number and around is attempt and inner in getattr(around, "body", ())

        def is_hidden(home: int) -> bool:
            return home != number and self._is_imported_with_care(home)

        calls = (site for site, _ in self._calls.values())
        return [site.at for site in calls if self._comes_to(site.file.number, site.at, is_there, is_hidden, set())]

    def is_swallowed(
        self, number: int, node: ast.AST, errors: frozenset[str], seen: set[int], left: ast.AST | None = None
    ) -> bool:
        """True if an error that is raised at a node may be caught by one of these names, and the program goes on.

        What does not show counts as that: a context manager or a decorator that is not known, a function that is handed
        on, whose callers nobody sees. ``left``: as for a call (`is_quiet`).
        """
        caught = errors

        def is_caught(home: int, around: ast.AST, inner: ast.AST) -> bool:
            nonlocal caught
            if isinstance(around, TRIES):
                if self._is_passed_over(home, around, inner, caught, left):
                    return True
                caught |= OF_NAMES if around is left else frozenset()
            return isinstance(around, (ast.With, ast.AsyncWith)) and inner in around.body and not _lets_through(around)

        return self._comes_to(number, node, is_caught, self._is_imported_with_care, seen)

    def _comes_to(
        self,
        number: int,
        node: ast.AST,
        is_there: Callable[[int, ast.AST, ast.AST], bool],
        is_hidden: Callable[[int], bool],
        seen: set[int],
    ) -> bool:
        """True if an error that is raised at a node may come to a certain place, up to where its file is imported.

        ``is_there`` says whether it is one, of the number of a file, what stands around, and what in that the error
        comes from; ``is_hidden`` whether an import of a file counts as one. What hides who runs it counts as one.
        """
        parents = self._index(number).parents
        inner, around = node, parents.get(id(node))
        while around is not None:
            if is_there(number, around, inner) or isinstance(around, ast.Lambda):
                return True
            if isinstance(around, FUNCTIONS):
                if id(around) in seen:
                    return False
                seen.add(id(around))
                return self._is_hidden(number, around) or any(
                    (isinstance(around, ast.AsyncFunctionDef) and not self._is_awaited(*place))
                    or self._comes_to(*place, is_there, is_hidden, seen)
                    for place in self._places_of(number, around)
                )
            inner, around = around, parents.get(id(around))
        return is_hidden(number)

    def _places_of(self, number: int, function: ast.FunctionDef | ast.AsyncFunctionDef) -> list[tuple[int, ast.AST]]:
        """The calls that may be of a function, each with the number of its file."""
        owner = self._index(number).parents.get(id(function))
        name = owner.name if function.name == "__init__" and isinstance(owner, ast.ClassDef) else function.name
        return self._callers.get(id(function), []) + self._unresolved.get(name, [])

    def _is_passed_over(
        self, number: int, around: ast.AST, inner: ast.AST, errors: frozenset[str], left: ast.AST | None
    ) -> bool:
        """True if a ``try`` may catch what is raised in it, or ends without raising it."""
        assert isinstance(around, TRIES)
        leaves = (ast.Return, ast.Break, ast.Continue)
        if any(isinstance(part, leaves) for one in around.finalbody for part in ast.walk(one)):
            return True
        own = self._own_names(number)
        asked = takewhile(lambda handler: around is not left or not self._names_gone(number, handler), around.handlers)
        return inner in around.body and any(_goes_on(handler, errors, own) for handler in asked)

    def _names_gone(self, number: int, handler: ast.ExceptHandler) -> bool:
        """True if a clause asks for a class by a path of 0.x, which raises as soon as it is asked."""
        classes = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
        graph = self._program.graphs[number].nodes
        return any(
            isinstance(one, ast.Attribute) and isinstance(fact.value, Place) and removed(fact.value) is not None
            for one in classes
            if one is not None
            for node in graph.get(one, ())
            for fact in node.facts
        )

    def _own_names(self, number: int) -> frozenset[str]:
        """Names of a file that may stand for any class of errors: assigned ones, and those of imports from the SDK."""
        index = self._index(number)
        renamed = {name.asname for one in self._parts[number].imports for name in one.names if name.asname}
        return frozenset({*index.stores, *index.arguments, *renamed})

    def _is_hidden(self, number: int, function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
        """True if it does not show who runs a function, and what becomes of its errors."""
        own = self._own_names(number)
        if not all(_last_name(one) in PLAIN_DECORATORS or _tries_again(one, own) for one in function.decorator_list):
            return True
        is_special = function.name.startswith("__") and function.name != "__init__"
        if is_special or any(isinstance(part, YIELDS) for part in ast.walk(function)):
            return True
        return self._owner(number, function) in self._derived or id(function) in self._handed_on

    def _owner(self, number: int, function: ast.AST) -> int:
        """The ``id`` of the class that a method stands in."""
        return id(self._index(number).parents.get(id(function)))

    @cached_property
    def _derived(self) -> set[int]:
        """``id(class)`` of those that have a base which nobody sees, and which may run their methods."""
        return {
            id(cls.at)
            for graph in self._program.graphs.values()
            for cls, _, bases in graph.classes
            for base, node in zip(cls.at.bases, bases, strict=True)
            if _last_name(base) not in PASSIVE and not any(isinstance(fact.value, Type) for fact in node.facts)
        }

    @cached_property
    def _handed_on(self) -> set[int]:
        """``id(function)`` of those that are given to something that may run them."""
        found: set[int] = set()
        for number, graph in self._program.graphs.items():
            parents = self._index(number).parents
            for expression, nodes in graph.nodes.items():
                parent = parents.get(id(expression))
                is_called = isinstance(parent, ast.Call) and parent.func is expression
                is_named = isinstance(parent, NAMES_CLASSES) or _last_name(parent or expression) in (
                    "isinstance",
                    "issubclass",
                )
                if isinstance(expression, (ast.Name, ast.Attribute)) and not is_called and not is_named:
                    if isinstance(expression.ctx, ast.Load):
                        found.update(one for node in nodes for one in _functions(node))
        return found

    def _is_awaited(self, number: int, call: ast.AST) -> bool:
        """True if what an asynchronous function raises reaches the place where it is called."""
        parent = self._index(number).parents.get(id(call))
        return isinstance(parent, ast.Await) or (isinstance(parent, ast.Call) and last_name(parent.func) in RUNNERS)

    def _is_imported_with_care(self, number: int) -> bool:
        """True if an import of a file, which raises what it does at its top, stands where that may be caught."""
        stem = os.path.splitext(os.path.basename(self._parts[number].path))[0]
        word = (
            os.path.basename(os.path.dirname(os.path.abspath(self._parts[number].path))) if stem == "__init__" else stem
        )
        for other, part in enumerate(self._parts):
            if other == number:
                continue
            for node in part.nodes.nodes:
                if isinstance(node, TRIES):
                    for inner in (inner for one in node.body for inner in ast.walk(one)):
                        if isinstance(inner, (ast.Import, ast.ImportFrom)):
                            names = {part for alias in inner.names for part in alias.name.split(".")}
                            if word in names or word in (getattr(inner, "module", None) or "").split("."):
                                return True
                        elif isinstance(inner, ast.Call) and last_name(inner.func) in ("import_module", "__import__"):
                            return True
        return False

    @cached_property
    def _callers(self) -> dict[int, list[tuple[int, ast.AST]]]:
        """``id(function)`` → its calls, each with the number of its file."""
        callers: dict[int, list[tuple[int, ast.AST]]] = {}
        for number, graph in self._program.graphs.items():
            for site in graph.sites:
                for function in _functions(site.function):
                    callers.setdefault(function, []).append((number, site.at))
        return callers

    @cached_property
    def _unresolved(self) -> dict[str, list[tuple[int, ast.AST]]]:
        """The last name of what is called → the calls of which it does not show what they call."""
        calls: dict[str, list[tuple[int, ast.AST]]] = {}
        for number, graph in self._program.graphs.items():
            for site in graph.sites:
                if isinstance(site.at, ast.Call) and not site.function.facts:
                    calls.setdefault(last_name(site.at.func), []).append((number, site.at))
        return calls


def _goes_on(handler: ast.ExceptHandler, errors: frozenset[str], own: frozenset[str]) -> bool:
    """True if a clause may catch something by one of these names, and does not raise it again on every path."""
    if handler.type is not None:
        classes = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
        if not any(last_name(one) in errors or last_name(one) in own or not last_name(one) for one in classes):
            return False
    last = handler.body[-1]
    again = isinstance(last, ast.Raise) and (last.exc is None or last_name(last.exc) == handler.name)
    leaves = (ast.Return, ast.Break, ast.Continue)
    return not again or any(isinstance(part, leaves) for one in handler.body for part in ast.walk(one))


def errors_of(path: str) -> frozenset[str]:
    """What catches the error of something of 0.x."""
    return OF_CALLS if f"{path}.".startswith(HELD_IN_PLACE) else OF_NAMES


def _tries_again(decorator: ast.AST, own: frozenset[str]) -> bool:
    """True if a decorator tries again after certain errors, and none of them is what 0.x raises today."""
    if not isinstance(decorator, ast.Call) or _last_name(decorator) not in ("on_exception", "retry"):
        return False
    told = decorator.args[1:] if _last_name(decorator) == "on_exception" else [one.value for one in decorator.keywords]
    names = {last_name(part) for one in told for part in ast.walk(one)}
    classes = {name for name in names if name.endswith(("Error", "Exception", "Timeout", "Unavailable"))}
    is_told = all(one.arg != "retry_error_callback" for one in decorator.keywords)
    return bool(classes) and is_told and names.isdisjoint(OF_NAMES | own)


def _lets_through(node: ast.With | ast.AsyncWith) -> bool:
    """True if a ``with`` is known to let errors through."""
    return all(_last_name(item.context_expr).lower().endswith(LET_THROUGH) for item in node.items)


def _last_name(node: ast.AST) -> str:
    """The last name of ``a.b.name`` or ``a.b.name(…)``."""
    return last_name(node.func if isinstance(node, ast.Call) else node)


def _functions(node: Node) -> Iterator[int]:
    """Yield the ``id`` of each function that something may be; of a class that of its ``__init__``."""
    for fact in node.facts:
        if isinstance(fact.value, Method) and not fact.contents:
            yield id(fact.value.function.at)
        elif isinstance(fact.value, Type) and not fact.contents:
            classes = [fact.value.cls, *ancestors(fact.value.cls)]
            made = next((one.methods["__init__"] for one in classes if "__init__" in one.methods), None)
            if made is not None:
                yield id(made.at)
