"""Where clients are made in a program that sets what they are made of, and which of its calls are made on which.

A client is at home where its settings are made: in a module, which the files that call import; in a function that
calls; in a class that sets them when an object is made, and calls in its methods. A program has such clients if each
of its calls has a home, and each home sets all that is set anywhere, so that nobody uses what another one has set.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping, Sequence
from typing import NamedTuple

from ...lint.linter import Examined
from ...rules.facts import COROUTINE, METHOD, RESOURCE, removed
from ...sdk.settings import WITHOUT_EFFECT
from ...semantics.uses import CALL, IMPORT, LOAD, STORE, STRING, Use
from ...semantics.values import NONE, Const, Environ, Value
from ..names.handed import PROCESSES
from ..names.paths import certain_path, is_own_name
from ..text.text import Text, block_of
from .again import varies
from .assigned import assigned_in, overwritten, stored
from .conditions import OPTIONAL, anchor, condition
from .entries import before, callers, calls_own, is_entry, is_main
from .environs import loads_environment, sets_environment
from .families import Classes, imported_names
from .interrupted import is_interrupted, one_loop
from .links import Linked, Links, NotTheSame
from .mocked import is_mocked, is_patched, replaces_module
from .program import setters

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
CARRIED = frozenset({"api_key", "organization", "api_base", "api_type", "api_version"} | WITHOUT_EFFECT)
"""Settings that a client is made of, and those that change nothing."""
NAMES = ("client", "openai_client")
"""Names for a client; the first one that is free is taken."""


class Source(NamedTuple):
    """A file of the program."""

    path: str
    examined: Examined
    text: Text
    imports: frozenset[int]
    """The numbers of the files that it imports, among those of the program."""
    is_fixed: bool
    """False if the file may be read only."""


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


class _Call(NamedTuple):
    file: int
    use: Use
    asynchronous: bool


def find(files: Sequence[Source], *, unsafe: bool, near: bool = False) -> Homes | None:
    """Find the homes of the clients of a program; None where it sets nothing. Raises NotTheSame.

    ``unsafe``: may objects have clients of their own that have the settings of the last one today? ``near``: only in
    functions that set and call, where a key that is missing is missed as it was?
    """
    stores, calls = _stores(files), _calls(files)
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
        _check_stores(files, number, owner, own, entries.get(number), calling[number])
    is_one = _check_values(files, list(owners.values()))
    if not unsafe:
        _check_kept(files, list(owners.values()))
    between = Links([(file.path, file.text.tree, file.imports) for file in files])
    finder = _Finder(files, owners, classes, between, entries, calling)
    served: dict[int, list[tuple[_Call, str]]] = {}
    for call in calls:
        home, way = finder.home(call)
        served.setdefault(id(home), []).append((call, way))
    if near:
        _check_near(files, owners, served)
    notes = []
    setting = frozenset[str]() if is_one else setters([(file.examined, file.text) for file in files])
    for key, (number, owner, own) in owners.items():
        if key not in served:
            raise NotTheSame(f"{_where(files[number], own[0].node)} sets what nothing there uses")
        if isinstance(owner, ast.ClassDef):
            notes += list(_about_class(files, classes, number, owner, own, unsafe=unsafe))
        elif isinstance(owner, FUNCTIONS) and not is_one and not unsafe:
            nodes = [call.use.node for call, _ in served[key]]
            _check_turns(files, number, owner, own, nodes, setting, several=len(owners) > 1)
    _check_mocked(files, owners.values())
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
                    _check_environment(files, own)
                there = {names[call.asynchronous] for call, _ in served[key] if call.file == other}
                links.append(Linked(files[other].path, linked[other], tuple(sorted(there))))
        for call, way in served[key]:
            name = names[call.asynchronous]
            prefix = linked[call.file].prefix if call.file in linked else way
            at.update(dict.fromkeys(_parts(call.use), f"{prefix}{name}"))
    return Homes(tuple(homes), at, tuple(links), tuple(notes))


def _stores(files: Sequence[Source]) -> list[tuple[int, Use]]:
    """The settings that a program makes, each with the number of its file. Raises NotTheSame where one is read."""
    found = []
    for number, (_, examined, text, _, is_fixed) in enumerate(files):
        unread = {id(use.node) for use in overwritten(examined, text)}
        for use in examined.uses:
            path = certain_path(use.value) or ""
            name = path.removeprefix("openai.")
            if use.inference or not path.startswith("openai.") or "." in name or id(use.node) in unread:
                continue
            is_setting = name in CARRIED or (use.role == STORE and removed(use.value) is None)
            if use.role == STORE and (name not in CARRIED or not is_fixed):
                raise NotTheSame(f"{path} is set in {_where(files[number], use.node)}")
            if is_setting and use.role != STORE and use.role != IMPORT:
                raise NotTheSame(f"{path} is read or changed in {_where(files[number], use.node)}")
            if use.role == STORE:
                found.append((number, use))
    return found


def _calls(files: Sequence[Source]) -> list[_Call]:
    """What calls the SDK of 0.x, or hands a method on. Raises NotTheSame where it is something else."""
    found = []
    for number, (_, examined, text, _, is_fixed) in enumerate(files):
        for use in examined.uses:
            legacy = removed(use.value)
            is_call = legacy is not None and legacy.kind in (METHOD, COROUTINE, RESOURCE)
            if use.inference or not is_call or use.role in (IMPORT, STRING) or legacy is None:
                continue
            if is_patched(use, examined, text):
                continue
            where = _where(files[number], use.node)
            if not is_fixed:
                raise NotTheSame(f"{where} calls the SDK, too, and is not to be changed")
            if use.role not in (CALL, LOAD) or legacy.kind == RESOURCE or is_own_name(use.value):
                raise NotTheSame(f"{where} has more of {legacy.path} than a call")
            found.append(_Call(number, use, legacy.kind == COROUTINE))
    return found


def _parts(use: Use) -> Iterator[int]:
    """``id(node)`` of all that a call of the SDK is named by."""
    node: ast.AST | None = use.node
    while node is not None:
        yield id(node)
        node = node.func if isinstance(node, ast.Call) else getattr(node, "value", None)


def _where(file: Source, node: ast.AST) -> str:
    return f"{file.path}, line {getattr(node, 'lineno', 1)}"


# Where settings are made


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
    calls: Sequence[_Call],
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


def _check_stores(
    files: Sequence[Source],
    number: int,
    owner: ast.AST,
    stores: Sequence[Use],
    entry: ast.AST | None,
    calling: frozenset[str],
) -> None:
    """Raise NotTheSame unless the settings of a home are made in a row, once each, whenever it is come by."""
    text = files[number].text
    names = [certain_path(use.value) for use in stores]
    if len(set(names)) < len(names):
        raise NotTheSame(f"{names[0]} is set several times in one place")
    blocks = []
    init = text.function_of(stores[0].node) if isinstance(owner, ast.ClassDef) else None
    last = max(use.node.lineno for use in stores)  # type: ignore[attr-defined]
    if init is not None and any(isinstance(one, ast.Return) and one.lineno < last for one in ast.walk(init)):
        raise NotTheSame(f"{names[0]} is set under a condition")
    for use in stores:
        name = (certain_path(use.value) or "").removeprefix("openai.")
        statement = text.statement_of(use.node)
        statement = anchor(statement, text) if name in OPTIONAL else statement
        blocks.append(block_of(statement, text.parents.get(id(statement))))
        parent = text.parents.get(id(statement))
        is_direct = parent is owner or (init is not None and parent is init) or (entry is not None and parent is entry)
        if isinstance(owner, ast.Module) and (is_main(parent) or (is_direct and entry is not None)):
            is_direct = True
            if not PROCESSES.isdisjoint(imported_names(text)):
                raise NotTheSame(f"{certain_path(use.value)} is set where the file is run, and not in other processes")
            if any(number in file.imports for file in files):
                raise NotTheSame(f"{certain_path(use.value)} is set where the file is run, and others import it")
            if any(calls_own(one, calling) for one in _run_before(statement, text, entry)):
                raise NotTheSame("a function of the file is called before all settings are made")
        if isinstance(owner, ast.Lambda) or (not isinstance(owner, FUNCTIONS) and not is_direct):
            raise NotTheSame(f"{certain_path(use.value)} is set under a condition")
    if any(block is not blocks[0] and list(block) != list(blocks[0]) for block in blocks):
        raise NotTheSame(f"{names[0]} and others are set under different conditions")


def _run_before(statement: ast.stmt, text: Text, entry: ast.AST | None) -> Sequence[ast.stmt]:
    """The statements that run before a setting where a file is run: of `entry`, or of the module."""
    if isinstance(entry, FUNCTIONS):
        return entry.body[: entry.body.index(statement)]
    return list(before(statement, text))


def _check_values(files: Sequence[Source], owners: Sequence[tuple[int, ast.AST, list[Use]]]) -> bool:
    """Raise NotTheSame if a home uses what another one may have set; True if all set the same, always."""
    made = [{certain_path(use.value): (use, files[number].text) for use in own} for number, _, own in owners]
    without = {f"openai.{name}" for name in WITHOUT_EFFECT}
    if any(set(one) - without != set(made[0]) - without for one in made):
        raise NotTheSame("settings are made in several places, and not all of them in each")
    are_functions = all(isinstance(owner, FUNCTIONS) for _, owner, _ in owners)
    is_one = True
    for path in set(made[0]) - without:
        values = [_value(*one[path]) for one in made if path in one]
        if any(value is None or value != values[0] for value in values):
            if len(owners) > 1 and not are_functions:
                raise NotTheSame(f"{path} is set in several places, and may be another one in each")
            is_one = False
    if len(owners) == 1 or not is_one:
        return is_one
    every = [_value(use, text) for one in made for use, text in one.values()]
    variables = {value.name for value in every if isinstance(value, Environ)}
    homes = {number for number, _, _ in owners}
    loading = {number for number, file in enumerate(files) if loads_environment(file.text)}
    if variables and (any(sets_environment(file.text, variables) for file in files) or loading not in (set(), homes)):
        raise NotTheSame("the environment is set by the program, and read in several places")
    return True


def _check_environment(files: Sequence[Source], stores: Sequence[Use]) -> None:
    """Raise NotTheSame if a program may change what its settings are made of before they are."""
    variables = {use.extra.name for use in stores if isinstance(use.extra, Environ)}
    for file in files:
        if variables and (sets_environment(file.text, variables) or loads_environment(file.text)):
            raise NotTheSame(f"{file.path} sets the environment, which the settings are made of")


def _check_turns(
    files: Sequence[Source],
    number: int,
    function: ast.AST,
    stores: Sequence[Use],
    calls: Sequence[ast.AST],
    others: frozenset[str],
    *,
    several: bool,
) -> None:
    """Raise NotTheSame if another function, or another call of this one, may set something before a call is made."""
    text, texts = files[number].text, [file.text for file in files]
    settings = [anchor(text.statement_of(use.node), text) for use in stores]
    for call in calls:
        if is_interrupted(function, settings, call, text, others):
            if several or any(varies(use, text, texts) for use in stores):
                raise NotTheSame(f"others may set something before {_where(files[number], call)} calls")


def _check_kept(files: Sequence[Source], owners: Sequence[tuple[int, ast.AST, list[Use]]]) -> None:
    """Raise NotTheSame if a function that sets something where it is given it may leave what it was given before."""
    texts = [file.text for file in files]
    for number, owner, own in owners:
        for use in own if isinstance(owner, FUNCTIONS) else ():
            text = files[number].text
            if condition(text.statement_of(use.node), text) is not None and varies(use, text, texts):
                raise NotTheSame(f"{certain_path(use.value)} stays what it was set to where it is not set again")


def _value(use: Use, text: Text) -> Value:
    """The value that a setting has each time that it is made; None where that is not known."""
    value = stored(use, text)
    return value if isinstance(value, (Const, Environ)) else None


def _check_mocked(files: Sequence[Source], owners: Collection[tuple[int, ast.AST, list[Use]]]) -> None:
    """Raise NotTheSame if tests put something in the place of calls, and there may be no key to make a client with."""
    if any(replaces_module(file.text) for file in files):
        raise NotTheSame("tests put something in the place of the module")
    if not any(is_mocked(file.examined, file.text) for file in files):
        return
    for number, owner, own in owners:
        keys = [use for use in own if certain_path(use.value) == "openai.api_key"]
        texts = [assigned_in(files[number].text, use.node) for use in keys if isinstance(use.node, ast.expr)]
        given = not isinstance(owner, ast.Module) and any(isinstance(one, ast.Name) for one in texts)
        if not given and not any(is_certain(use.extra, node) for use, node in zip(keys, texts, strict=True) if node):
            raise NotTheSame("tests may have no key, and a client asks for one when it is made")


def _check_near(
    files: Sequence[Source],
    owners: Mapping[int, tuple[int, ast.AST, list[Use]]],
    served: Mapping[int, Sequence[tuple[_Call, str]]],
) -> None:
    """Raise NotTheSame unless each function that sets calls as well, and catches what the client raises as before."""
    for key, (number, owner, own) in owners.items():
        text = files[number].text
        if not isinstance(owner, FUNCTIONS):
            raise NotTheSame(f"{_where(files[number], own[0].node)} sets what others use")
        keys = [use for use in own if certain_path(use.value) == "openai.api_key"]
        given = [(use, assigned_in(text, use.node)) for use in keys if isinstance(use.node, ast.expr)]
        if any(node is not None and is_certain(use.extra, node) for use, node in given):
            continue
        caught = {one for one in text.around(own[0].node) if isinstance(one, ast.Try)}
        calls = [call for call, _ in served.get(key, ())]
        tries = (one for call in calls for one in text.around(call.use.node) if isinstance(one, ast.Try))
        if not caught.issuperset(tries):
            raise NotTheSame("the key may be missing, and a client asks for one when it is made")


def is_certain(value: object, node: ast.expr) -> bool:
    """True if a value is a text, for sure."""
    if isinstance(value, Const):
        return isinstance(value.value, str) and bool(value.value)
    if isinstance(value, Environ):
        return value.required or (value.default is not None and value.default != NONE)
    return isinstance(node, (ast.JoinedStr, ast.BinOp))


def _about_class(
    files: Sequence[Source], classes: Classes, number: int, owner: ast.ClassDef, stores: Sequence[Use], *, unsafe: bool
) -> Iterator[tuple[str, str, ast.AST]]:
    """Look whether the objects of a class can have clients; yield what a person should know. Raises NotTheSame."""
    text, texts = files[number].text, [file.text for file in files]
    why = classes.not_attributes(owner)
    if why:
        raise NotTheSame(f"an object of {owner.name} cannot have a client: {why}")
    names = {one.name for one in classes.derived(owner)}
    if not any(varies(use, text, texts, names) for use in stores):
        return
    if classes.is_called(owner) and not unsafe:
        raise NotTheSame(f"objects of {owner.name} may have settings of their own, and had those of the last one")
    note = f"each object of {owner.name} has the settings that it is given, no longer those of the last one"
    yield files[number].path, note, owner


# Where calls are made


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

    def home(self, call: _Call) -> tuple[ast.AST, str]:
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
        raise NotTheSame(f"{_where(file, call.use.node)} uses settings that are made elsewhere")

    def _check_behind(self, text: Text, owner: ast.AST, call: _Call) -> None:
        """Raise NotTheSame unless a call stands behind the settings of a home, in the same block or deeper."""
        statements = [anchor(text.statement_of(use.node), text) for use in self._owners[id(owner)][2]]
        statement = max(statements, key=lambda one: one.lineno)
        block = list(block_of(statement, text.parents.get(id(statement))))
        above = [call.use.node, *text.around(call.use.node)]
        if not any(one in above for one in block[block.index(statement) + 1 :]):
            raise NotTheSame(f"{call.use.spelled} is named before all settings are made")

    def _check_imported(self, text: Text, call: _Call, statement: ast.stmt | None) -> None:
        """Raise NotTheSame if a file may call before it imports the client."""
        if statement is None:
            if text.function_of(call.use.node) is None:
                raise NotTheSame(f"{call.use.spelled} is called where {self._files[call.file].path} is imported")
            return
        is_first = text.function_of(call.use.node) is None and text.span(call.use.node)[0] < text.span(statement)[0]
        if is_first or any(calls_own(one, self._calling[call.file]) for one in before(statement, text)):
            raise NotTheSame(f"{call.use.spelled} is named before the client is imported")

    def _object(self, text: Text, call: _Call, cls: ast.ClassDef, home: ast.ClassDef) -> str:
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
