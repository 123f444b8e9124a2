"""The files of one run: which belong to one program, and what each must know of the others."""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ..lint.linter import Examined, examined, has_own_openai
from ..lint.relevant import concerns_sdk, run_otherwise
from ..lint.relevant import imported as told_by_text
from ..project.config import Config
from ..project.environment import Variable
from ..rules.facts import current_path, removed
from ..sdk.clients import CLIENTS
from ..sdk.settings import TAKEN_FOR_AZURE
from ..sdk.shapes import FIELDS
from ..semantics import analyse_together
from ..semantics.flow import Flow
from ..semantics.keys import Keys
from ..semantics.local import Local
from ..semantics.looks import Looks
from ..semantics.modules import Modules
from ..semantics.responses import legacy_parts
from ..semantics.tracking import File, Program
from ..semantics.travel import Travel
from ..semantics.values import Client
from ..syntax.source import internal
from .clients.assigned import is_made_name
from .clients.importing import elsewhere
from .clients.outside import Part, is_within, not_carried, set_by
from .clients.program import for_each_call, gathered
from .loudness import Part as OfUnits
from .plan import Reason, Settings
from .responses.misread import may_concern
from .responses.orders import depends_on_order
from .text.text import Text
from .units import Units


class Parsed(NamedTuple):
    """A file of the run."""

    path: str
    text: Text
    """Empty if it does not parse."""
    data: bytes
    looks: Looks
    """Its analysis."""
    is_packaged: bool = False
    """Does it lie in a package, so that others may import it whatever it does?"""
    may_change: bool = True
    """Is it one of those that are fixed, and not only read?"""

    @property
    def tree(self) -> ast.Module:
        """What it is parsed to."""
        return self.text.tree


def _followed(files: Sequence[File]) -> Program:
    """The files of a program, each of which is told what travels into it."""
    program = Program([file.path for file in files], lambda number: files[number])
    for number in range(len(files)):
        program.open(number)
    program.follow()
    return program


class Member(NamedTuple):
    """A file of a run, looked at together with those that it has to do with."""

    examined: Examined | None
    """None where its `openai` is not the SDK."""
    settings: Settings
    """Those of the program that it belongs to."""
    neighbours: frozenset[int]
    """The numbers of the files that it imports, or that import it."""
    imports: frozenset[int]
    """Those that it imports."""
    legacy: bool
    """Is anything of 0.x found in that program?"""
    units: Units
    """The calls of that program, and what belongs to each."""
    travel: Local
    """Where values of that program go to, and come from."""
    is_touched: bool
    """Has it to do with the SDK, or gets something of it, or of a file that has?"""
    held: Reason | None
    """Which variable that is set outside of the program decides where its calls go, and does not with today's SDK."""
    guessed: Reason | None = None
    """Which variable makes today's module guess that calls on it go to Azure."""
    cause: str | None = None
    """Why nothing is known of it."""
    is_failed: bool = False
    """Is it the file itself that cannot be followed?"""


def is_current(examined: Examined, text: Text) -> bool:
    """Is a file written for today's SDK, by what it calls or by the clients that it names?"""
    names = {path.rpartition(".")[2] for path in CLIENTS}
    return any(isinstance(use.value, Client) or current_path(use.value) is not None for use in examined.uses) or any(
        not names.isdisjoint((getattr(node, "id", ""), getattr(node, "attr", ""), getattr(node, "name", "")))
        for node in text.nodes
        if isinstance(node, (ast.Name, ast.Attribute, ast.alias))
    )


STANDS_IN = re.compile(r"\b(?:ChatCompletion|Completion|Embedding|Moderation|Image|Audio)\b")
"""A name of 0.x that something has which stands for the SDK."""


def programs(files: Mapping[int, Parsed]) -> list[dict[int, set[int]]]:
    """Of each program its files, by number: those that are connected by imports. Each with those that it imports."""
    imported = _imports(files) if len(files) > 1 else {number: set[int]() for number in files}
    return [{number: imported[number] for number in group} for group in _groups(imported)]


def _imports(files: Mapping[int, Parsed]) -> dict[int, set[int]]:
    """For each file the numbers of those that it imports."""
    numbers, given = list(files), list(files.values())
    modules = Modules([file.path for file in given])
    result: dict[int, set[int]] = {}
    for number, file in files.items():
        # What a package does when it is imported concerns all of it, if that is about the SDK.
        found = {one for one in modules.run_before(file.path) if concerns_sdk(given[one].data)}
        found.update((run_otherwise if file.text.text else told_by_text)(file.path, file.data, modules))
        for node in file.text.each(ast.Import, ast.ImportFrom):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    found.update(modules.run_by(alias.name, 0, file.path))
            else:
                found.update(modules.run_by(node.module or "", node.level, file.path))
                for alias in node.names:
                    inner = f"{node.module}.{alias.name}" if node.module else alias.name
                    found.update(modules.run_by(inner, node.level, file.path))
        result[number] = {numbers[one] for one in found} - {number}
    return result


def look_at(
    files: Mapping[int, Parsed],
    imported: Mapping[int, set[int]],
    config: Config,
    variables: Sequence[Variable] = (),
    is_small: bool = True,
    *,
    names_stream: bool = True,
) -> dict[int, Member]:
    """Examine the files of one program, of which ``imported`` says which import which.

    ``variables`` are set outside of Python. ``is_small``: is all that is left to be loud? ``names_stream``: may a
    response be a stream that is read like one? Where a file cannot be examined, its program is left.
    """
    try:
        members = _look_at(files, imported, config, variables, is_small)
        for member in members.values():
            member.settings.names_stream = names_stream
        return members
    except Exception as error:
        failed = dict(_failing(files, config)) or dict.fromkeys(files, internal(error))
    first = next(number for number in files if number in failed)
    why = f"{files[first].path} cannot be followed: {failed[first]}"
    empty = {number: _empty(file) for number, file in files.items()}
    return {
        number: one._replace(cause=failed.get(number, why), is_failed=number in failed)
        for number, one in _look_at(empty, imported, config, variables, is_small).items()
    }


def _empty(file: Parsed) -> Parsed:
    """A file of which nothing is known."""
    text = Text("", ast.Module([], []))
    return file._replace(text=text, looks=Looks(file.path, text.tree, []))


def _failing(files: Mapping[int, Parsed], config: Config) -> Iterator[tuple[int, str]]:
    """The files that cannot be looked at even alone, and why."""
    for number, file in files.items():
        try:
            _look_at({number: file}, {number: set()}, config, (), True)
        except Exception as error:
            yield number, internal(error)


def _analysed(files: Sequence[Parsed]) -> tuple[list[Flow], Program]:
    """The analyses of the files of a program, each of which is told what travels into it, and that."""
    if len(files) == 1:
        flow, program = files[0].looks.program()
        return [flow], program
    for file in files:
        file.looks.forget()
    flows = analyse_together([(file.path, file.tree, file.text.lines) for file in files])
    return flows, _followed([File(file.path, file.tree, flow) for file, flow in zip(files, flows, strict=True)])


def _look_at(
    files: Mapping[int, Parsed],
    imported: Mapping[int, set[int]],
    config: Config,
    variables: Sequence[Variable],
    is_small: bool,
) -> dict[int, Member]:
    """Examine the files of one program. Raises what an error of ours raises."""
    group = list(files)
    flows, program = _analysed(list(files.values()))
    travel = Travel(program)
    keys = Keys(travel, [file.text.index for file in files.values()])
    seen = {
        number: examined(flow, files[number].text.lines, files[number].path, config)
        for number, flow in zip(group, flows, strict=True)
    }
    seen = {number: _within(one, seen.values()) for number, one in seen.items()}
    pairs = {number: (one, files[number].text) for number, one in seen.items() if one is not None}
    whole = gathered(list(pairs.values()))
    parts = {number: Part(*files[number][:3], one) for number, (one, _) in pairs.items()}
    ordered = frozenset(
        part.shape
        for one, text in pairs.values()
        for use in one.uses
        if depends_on_order(text, use)
        for part in legacy_parts(use.value)
    )
    legacy = any(removed(use.value) is not None for one, _ in pairs.values() for use in one.uses)
    unknown = next(iter(_unknown(seen, files)), "")
    returning = _returning([one for one, _ in pairs.values()])
    dynamic = next(iter(_made_names(seen, files)), "")
    parsed = [
        OfUnits(files[n].path, files[n].tree, one.flow, text.index, files[n].may_change)
        for n, (one, text) in pairs.items()
    ]
    units = Units(parsed, is_small, *((program, keys) if len(parsed) == len(group) else ()))
    touched = program.touched({at for at, number in enumerate(group) if may_concern(files[number].data)})
    members: dict[int, Member] = {}
    known = {tuple(pairs): whole}
    for at, number in enumerate(group):
        own = gathered([pairs[number]]) if number in pairs else Settings()
        settings = whole
        if own.stored and len(group) > 1:
            near = tuple(n for n in sorted(in_one_process(number, imported)) if n in pairs)
            if near not in known:
                known[near] = gathered([pairs[n] for n in near])
            settings = known[near]
        if files[number].is_packaged:
            settings = replace(settings, script=False)
        if settings.azure is not False:
            settings.switched = settings.switched or whole.switched
        settings.alone = len(group) == 1
        settings.ordered = ordered
        settings.returning = returning
        settings.unknown = unknown
        settings.dynamic = dynamic
        neighbours = imported[number] | {n for n in group if number in imported[n]}
        links = frozenset(neighbours), frozenset(imported[number])
        held = _held(number, imported, parts, variables, settings) if number in parts else (None, None)
        local = Local(travel, keys, at)
        members[number] = Member(seen[number], settings, *links, legacy, units, local, at in touched, *held)
    return _on_clients_that_are_made(members, whole, pairs) if whole.made and legacy else members


def _on_clients_that_are_made(
    members: dict[int, Member], whole: Settings, pairs: Mapping[int, tuple[Examined, Text]]
) -> dict[int, Member]:
    """Tell the files of a program that makes clients of its settings that what is left is called on these."""
    each_call = for_each_call([member.settings for member in members.values()])
    made, there = whole.made, elsewhere(pairs)
    return {
        number: member._replace(
            settings=replace(each_call or member.settings, made=made, made_of=whole.made_of, elsewhere=there)
        )
        for number, member in members.items()
    }


def _held(
    number: int,
    imported: Mapping[int, set[int]],
    parts: Mapping[int, Part],
    variables: Sequence[Variable],
    settings: Settings,
) -> tuple[Reason | None, Reason | None]:
    """Why a variable from outside stands against changes in a file that has to do with 0.x.

    The first of the reasons stands against all, the second against calls on the module of today's SDK.
    """
    if not any(removed(use.value) is not None for use in parts[number].examined.uses):
        return None, None
    process = in_one_process(number, imported)
    own = [one for other in sorted(process) if other in parts for one in set_by(parts[other])]
    seen = [*own, *(one for one in variables if is_within(one, parts[number].path))]
    if not seen:
        return None, None
    importers = {other for one in process for other in imported[one]}
    starts = [imported_by([one], imported) for one in sorted(process - importers)]
    starts = [one for one in starts if number in one] or [{number}]
    together = [[parts[other] for other in one if other in parts] for one in starts]
    whole, azure = [parts[one] for one in process if one in parts], settings.azure is True
    return (
        not_carried(seen, together, whole, azure),
        not_carried(seen, together, whole, azure, TAKEN_FOR_AZURE),
    )


def _within(one: Examined | None, program: Collection[Examined | None]) -> Examined | None:
    """Tell a file what the files of its program do with the module."""
    if one is None:
        return None
    module = one.file.module.within([other.file.module for other in program if other is not None])
    return one._replace(file=one.file._replace(module=module))


def _unknown(seen: Mapping[int, Examined | None], files: Mapping[int, Parsed]) -> Iterator[str]:
    """Why it is not known what calls of a program do."""
    for number, one in seen.items():
        path, text = files[number].path, files[number].text
        if one is None and not has_own_openai(path) and STANDS_IN.search(text.text):
            yield f"{path} puts something else in the place of the SDK"


def _returning(files: Sequence[Examined]) -> dict[str, frozenset[str]]:
    """The names of methods that return responses, and the fields of these."""
    found: dict[str, frozenset[str]] = {}
    for file in files:
        for function in file.flow.functions.values():
            if function.owner is not None:
                parts = [*legacy_parts(function.returns.read()), *legacy_parts(function.yields.read())]
                fields = frozenset(name for part in parts for name in FIELDS.get(part.shape, ()))
                if fields:
                    found[function.node.name] = found.get(function.node.name, frozenset()) | fields
    return found


def _made_names(seen: Mapping[int, Examined | None], files: Mapping[int, Parsed]) -> Iterator[str]:
    """Where there is ``setattr(openai, name, value)``, whose name shows at run time."""
    for number, one in seen.items():
        path, text = files[number].path, files[number].text
        for node in text.each(ast.Call) if one is not None and "setattr" in text.text else ():
            if is_made_name(node, one):  # type: ignore[arg-type]
                yield f"a setting of the module is assigned under a name made at run time: {path}, line {node.lineno}"


def in_one_process(number: int, imported: Mapping[int, Collection[int]]) -> set[int]:
    """The files that may run in one process with a file: all that those import that import it, and itself."""
    importing: dict[int, list[int]] = {}
    for one, others in imported.items():
        for other in others:
            importing.setdefault(other, []).append(one)
    return imported_by(_closure([number], importing), imported)


def imported_by(numbers: Collection[int], imported: Mapping[int, Collection[int]]) -> set[int]:
    """Files, and all that they import."""
    return _closure(numbers, imported)


def _closure(numbers: Collection[int], links: Mapping[int, Collection[int]]) -> set[int]:
    """Files, and all that links lead to from them."""
    found: set[int] = set()
    stack = list(numbers)
    while stack:
        one = stack.pop()
        if one not in found:
            found.add(one)
            stack.extend(links.get(one, ()))
    return found


def _groups(imported: Mapping[int, set[int]]) -> list[list[int]]:
    """Files that are connected by imports."""
    group = {number: number for number in imported}

    def top(number: int) -> int:
        while group[number] != number:
            group[number] = number = group[group[number]]
        return number

    for number, others in imported.items():
        for other in others:
            group[top(number)] = top(other)
    found: dict[int, list[int]] = {}
    for number in imported:
        found.setdefault(top(number), []).append(number)
    return list(found.values())
