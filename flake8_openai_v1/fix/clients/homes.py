"""Where clients are made in a program that sets what they are made of, and which of its calls are made on which.

A client is at home where its settings are made: in a module, which the files that call import; in a function that
calls; in a class that sets them when an object is made, and calls in its methods. A program has such clients if each
of its calls has a home, and each home sets all that is set anywhere, so that nobody uses what another one has set.
"""

from __future__ import annotations

import ast
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from ...semantics.uses import Use
from ...syntax.written import FUNCTIONS
from ..text.text import Text
from .conditions import anchor
from .entries import before, callers, calls_own, is_entry
from .families import Classes
from .interrupted import one_loop
from .links import Linked, Links, NotTheSame
from .program import setters
from .sites import Call, Source, all_calls, all_stores, place_of
from .unfit import (
    about_class,
    check_environment,
    check_kept,
    check_mocked,
    check_near,
    check_stores,
    check_turns,
    check_values,
)

NAMES = ("client", "openai_client")
"""Names for a client; the first one that is free is taken."""


class Home(NamedTuple):
    """Where one client is made."""

    path: str
    """The file."""
    owner: ast.AST
    """The module, the function or the class."""
    stores: tuple[Use, ...]
    names: dict[bool, str]
    """Is it asynchronous? → the variable, or the attribute, that holds the client."""
    object: str = ""
    """What the object is called where it is made that has the client."""
    shared: bool = False
    """Is it made in a function, for all of the module?"""


class Homes(NamedTuple):
    """The clients of a program."""

    homes: tuple[Home, ...]
    at: dict[int, str]
    """``id(node)`` of what names the SDK in a call → the expression for its client."""
    links: tuple[Linked, ...]
    """How files come by the clients of others."""
    notes: tuple[tuple[str, str, ast.AST], ...] = ()
    """What a person should know: the file, what, and of which place."""


def find(files: Sequence[Source], *, unsafe: bool, near: bool = False) -> Homes | None:
    """Find the homes of the clients of a program; None where it sets nothing. Raises NotTheSame.

    ``unsafe``: may objects have clients of their own that have the settings of the last one today? ``near``: only in
    functions that set and call, where a key that is missing is missed as it was?
    """
    stores, calls = all_stores(files), all_calls(files)
    if not stores or not calls:
        return None
    owners: dict[int, tuple[int, ast.AST, list[Use]]] = {}
    involved = {*(number for number, _ in stores), *(call.file for call in calls)}
    calling = {n: callers([call.use.node for call in calls if call.file == n], files[n].text) for n in involved}
    names_used = {number: files[number].text.names_used() for number in involved}
    entries = _entries(files, stores, calls, calling)
    for number, use in stores:
        owner = files[number].text.tree if number in entries else _owner(use.node, files[number].text)
        owners.setdefault(id(owner), (number, owner, []))[2].append(use)
    classes = Classes([file.text for file in files])
    for number, owner, own in owners.values():
        check_stores(files, number, owner, own, entries.get(number), calling[number])
    is_one = check_values(files, list(owners.values()))
    if not unsafe:
        check_kept(files, list(owners.values()))
    between = Links([(file.path, file.text.tree, file.imports) for file in files])
    finder = _Finder(files, owners, classes, between, entries, calling)
    served: dict[int, list[tuple[Call, str]]] = {}
    for call in calls:
        home, way = finder.home(call)
        served.setdefault(id(home), []).append((call, way))
    if near:
        check_near(files, owners, served)
    notes = []
    setting = frozenset[str]() if is_one else setters([(file.examined, file.text) for file in files])
    for key, (number, owner, own) in owners.items():
        if key not in served:
            raise NotTheSame(f"{place_of(files[number], own[0].node)} sets what nothing there uses")
        if isinstance(owner, ast.ClassDef):
            notes += list(about_class(files, classes, number, owner, own, unsafe=unsafe))
        elif isinstance(owner, FUNCTIONS) and not is_one and not unsafe:
            nodes = [call.use.node for call, _ in served[key]]
            check_turns(files, number, owner, own, nodes, setting, several=len(owners) > 1)
    check_mocked(files, owners.values())
    homes, at = [], {}
    links: list[Linked] = []
    for key, (number, owner, own) in owners.items():
        kinds = {call.asynchronous for call, _ in served[key]}
        if True in kinds and not isinstance(owner, FUNCTIONS) and not one_loop([file.text for file in files]):
            raise NotTheSame("whether there is one event loop is not known")
        used = sorted({number, *(call.file for call, _ in served[key])})
        names = {
            kind: _free([names_used[one] for one in used], owner, classes, kind=kind, kinds=kinds)
            for kind in sorted(kinds)
        }
        init = files[number].text.function_of(own[0].node) if isinstance(owner, ast.ClassDef) else None
        itself = [*init.args.posonlyargs, *init.args.args][0].arg if init is not None else ""
        shared = isinstance(owner, ast.Module) and number in entries
        homes.append(Home(files[number].path, owner, tuple(own), names, itself, shared))
        linked = {}
        for other in used if isinstance(owner, ast.Module) else ():
            if other != number:
                linked[other] = between.find(other, number)
                if linked[other].is_earlier:
                    check_environment(files, own)
                there = {names[call.asynchronous] for call, _ in served[key] if call.file == other}
                links.append(Linked(files[other].path, linked[other], tuple(sorted(there))))
        for call, way in served[key]:
            name = names[call.asynchronous]
            prefix = linked[call.file].prefix if call.file in linked else way
            at.update(dict.fromkeys(_parts(call.use), f"{prefix}{name}"))
    return Homes(tuple(homes), at, tuple(links), tuple(notes))


def _parts(use: Use) -> Iterator[int]:
    """``id(node)`` of all that a call of the SDK is named by."""
    node: ast.AST | None = use.node
    while node is not None:
        yield id(node)
        node = node.func if isinstance(node, ast.Call) else getattr(node, "value", None)


def _owner(node: ast.AST, text: Text) -> ast.AST:
    """The module, the function, or, of its ``__init__``, the class in which a setting is made."""
    function = text.function_of(node)
    if function is None:
        if any(isinstance(around, ast.ClassDef) for around in text.around(node)):
            raise NotTheSame("a setting is made by the body of a class")
        return text.tree
    parent = text.parents.get(id(function))
    is_init = isinstance(parent, ast.ClassDef) and isinstance(function, FUNCTIONS) and function.name == "__init__"
    return parent if is_init and parent is not None else function


def _entries(
    files: Sequence[Source],
    stores: Sequence[tuple[int, Use]],
    calls: Sequence[Call],
    calling: Mapping[int, frozenset[str]],
) -> dict[int, ast.AST]:
    """For each file that begins with a function which makes all settings, and not for itself alone: that function."""
    found: dict[int, ast.AST] = {}
    for number in {number for number, _ in stores}:
        text = files[number].text
        functions = {id(one): one for n, use in stores if n == number for one in [text.function_of(use.node)]}
        (function, *others) = functions.values()
        if others or function is None:
            continue
        if is_entry(function, text, calling[number]) and any(
            call.file == number and function not in text.around(call.use.node) for call in calls
        ):
            found[number] = function
    return found


class _Finder:
    """Knows for each call of a program on which client it is made."""

    def __init__(
        self,
        files: Sequence[Source],
        owners: dict[int, tuple[int, ast.AST, list[Use]]],
        classes: Classes,
        links: Links,
        entries: dict[int, ast.AST],
        calling: Mapping[int, frozenset[str]],
    ) -> None:
        self._files, self._owners, self._classes, self._links = files, owners, classes, links
        self._entries, self._calling = entries, calling

    def home(self, call: Call) -> tuple[ast.AST, str]:
        """The owner of the client of a call, and what stands before the name of that client."""
        file, text = self._files[call.file], self._files[call.file].text
        for around in text.around(call.use.node):
            if id(around) in self._owners and isinstance(around, FUNCTIONS):
                self._check_behind(text, around, call)
                return around, ""
            if isinstance(around, ast.ClassDef):
                home = next((one for one in self._classes.line(around) if id(one) in self._owners), None)
                if isinstance(home, ast.ClassDef):
                    return home, f"{self._object(text, call, around, home)}."
        if id(text.tree) in self._owners:
            entry = self._entries.get(call.file)
            if text.function_of(call.use.node) is None or any(one is entry for one in text.around(call.use.node)):
                self._check_behind(text, text.tree, call)
            return text.tree, ""
        modules = [(n, owner) for n, owner, _ in self._owners.values() if isinstance(owner, ast.Module)]
        for number, owner in modules:
            if len(modules) == 1 or self._links.has_imported(call.file, number):
                self._check_imported(text, call, self._links.find(call.file, number).statement)
                return owner, ""
        raise NotTheSame(f"{place_of(file, call.use.node)} uses settings that are made elsewhere")

    def _check_behind(self, text: Text, owner: ast.AST, call: Call) -> None:
        """Raise NotTheSame unless a call stands behind the settings of a home, in the same block or deeper."""
        statements = [anchor(text.statement_of(use.node), text) for use in self._owners[id(owner)][2]]
        statement = max(statements, key=lambda one: one.lineno)
        block = list(text.block_of(statement))
        above = [call.use.node, *text.around(call.use.node)]
        if not any(one in above for one in block[block.index(statement) + 1 :]):
            raise NotTheSame(f"{call.use.spelled} is named before all settings are made")

    def _check_imported(self, text: Text, call: Call, statement: ast.stmt | None) -> None:
        """Raise NotTheSame if a file may call before it imports the client."""
        if statement is None:
            if text.function_of(call.use.node) is None:
                raise NotTheSame(f"{call.use.spelled} is called where {self._files[call.file].path} is imported")
            return
        is_first = text.function_of(call.use.node) is None and text.span(call.use.node)[0] < text.span(statement)[0]
        if is_first or any(calls_own(one, self._calling[call.file]) for one in before(statement, text)):
            raise NotTheSame(f"{call.use.spelled} is named before the client is imported")

    def _object(self, text: Text, call: Call, cls: ast.ClassDef, home: ast.ClassDef) -> str:
        """The name of the object in the method that makes a call."""
        above = list(text.around(call.use.node))
        methods = [one for one in above if isinstance(one, FUNCTIONS) and text.parents.get(id(one)) is cls]
        taken = [*methods[0].args.posonlyargs, *methods[0].args.args] if methods else []
        static = {getattr(one, "id", "") for one in methods[0].decorator_list} if methods else set()
        if not taken or static & {"staticmethod", "classmethod"} or methods[0].name in ("__new__", "__init_subclass__"):
            raise NotTheSame(f"{cls.name} calls where there is no object of it")
        name = taken[0].arg
        inner = above[: above.index(methods[0])]
        if any(isinstance(one, (*FUNCTIONS, ast.Lambda)) and name in text.index.bound_in(one) for one in inner):
            raise NotTheSame(f"the name {name} is something else within a method of {cls.name}")
        if cls is home and methods[0].name == "__init__":
            self._check_behind(text, home, call)
        return name


def _free(used: Sequence[set[str]], owner: ast.AST, classes: Classes, *, kind: bool, kinds: set[bool]) -> str:
    """A name for a client that is free wherever it is used."""
    is_class = isinstance(owner, ast.ClassDef)
    taken = classes.attributes if is_class else set().union(*used)
    for name in NAMES:
        candidate = f"async_{name}" if kind and len(kinds) > 1 else name
        if candidate not in taken:
            return candidate
    raise NotTheSame(f"the name {NAMES[0]} is taken")
