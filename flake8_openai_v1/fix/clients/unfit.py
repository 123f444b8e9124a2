"""What forbids that a client is made where settings are made: it would not be the same. Raises NotTheSame."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping, Sequence

from ...sdk.settings import WITHOUT_EFFECT
from ...semantics.uses import Use
from ...semantics.values import NONE, Const, Environ, Value
from ...syntax.written import FUNCTIONS
from ..names.handed import PROCESSES
from ..names.paths import certain_path
from ..text.text import Text
from .again import varies
from .assigned import assigned_in, stored
from .conditions import OPTIONAL, anchor, condition
from .entries import before, calls_own, is_main
from .environs import loads_environment, sets_environment
from .families import Classes, imported_names
from .interrupted import is_interrupted
from .links import NotTheSame
from .mocked import is_mocked, replaces_module
from .sites import Call, Source, place_of


def check_stores(
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
        blocks.append(text.block_of(statement))
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


def check_values(files: Sequence[Source], owners: Sequence[tuple[int, ast.AST, list[Use]]]) -> bool:
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


def check_environment(files: Sequence[Source], stores: Sequence[Use]) -> None:
    """Raise NotTheSame if a program may change what its settings are made of before they are."""
    variables = {use.extra.name for use in stores if isinstance(use.extra, Environ)}
    for file in files:
        if variables and (sets_environment(file.text, variables) or loads_environment(file.text)):
            raise NotTheSame(f"{file.path} sets the environment, which the settings are made of")


def check_turns(
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
                raise NotTheSame(f"others may set something before {place_of(files[number], call)} calls")


def check_kept(files: Sequence[Source], owners: Sequence[tuple[int, ast.AST, list[Use]]]) -> None:
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


def check_mocked(files: Sequence[Source], owners: Collection[tuple[int, ast.AST, list[Use]]]) -> None:
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


def check_near(
    files: Sequence[Source],
    owners: Mapping[int, tuple[int, ast.AST, list[Use]]],
    served: Mapping[int, Sequence[tuple[Call, str]]],
) -> None:
    """Raise NotTheSame unless each function that sets calls as well, and catches what the client raises as before."""
    for key, (number, owner, own) in owners.items():
        text = files[number].text
        if not isinstance(owner, FUNCTIONS):
            raise NotTheSame(f"{place_of(files[number], own[0].node)} sets what others use")
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


def about_class(
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
