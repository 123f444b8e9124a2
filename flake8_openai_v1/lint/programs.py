"""What the files of a program do together: a setting is made in one and read in another, a response travels."""

from __future__ import annotations

import ast
import os
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from ..project.config import Config
from ..project.discovery import is_notebook
from ..syntax.source import SourceError, decode, parse, read, skips_file
from .check import Candidate, Checked, Later, Line, Opened, check_file, check_files, selected

if TYPE_CHECKING:
    from ..semantics.tracking import Program
    from .importers import Imports


def found_in(
    paths: Sequence[str],
    given: Sequence[Candidate],
    config: Config,
    jobs: int = 1,
    progress: Callable[[int, int], None] = lambda done, total: None,
    texts: Mapping[str, bytes] | None = None,
) -> list[Checked]:
    """Tell what is found in the files of a run: in each alone, and knowing what the others do. Whoever asks gets this.

    ``paths`` are all files of the run, in whose order the result is, ``given`` those that name the SDK. ``progress`` is
    called with the number of these that were looked at, and of all. ``texts`` has the bytes of files that are not as on
    the disk; ``jobs`` is 1 then.
    """
    checked: list[Checked] = []
    later: Later | None = None if len(paths) < 2 else {}
    for number, one in enumerate(check_files(given, config, jobs, later)):
        progress(number, len(given))
        checked.append(one)
    return together(paths, given, in_programs(given, checked, config), config, texts, later)


def in_programs(files: Sequence[Candidate], checked: Sequence[Checked], config: Config) -> list[Checked]:
    """Tell what became of files, knowing what the files of their programs do with the module.

    Only a file that sets the module up and makes no call on it depends on that: whether somebody reads what it sets, or
    makes the calls, stands in others.
    """
    used = [one.module for one in checked]
    unsettled = [number for number, one in enumerate(used) if one is not None and one.stored and not one.is_client]
    results = list(checked)
    if not unsettled or len(files) < 2:
        return results
    from .surroundings import Links

    links = Links([(os.path.abspath(file.path), file.data) for file in files])
    for number in unsettled:
        module = used[number]
        program = [used[other] for other in sorted(links.downwards(links.upwards({number})))]
        whole = module.within([one for one in program if one is not None]) if module is not None else None
        if whole is not None and whole != module:
            results[number] = check_file(files[number], config, whole)
    return results


def together(
    paths: Sequence[str],
    given: Sequence[Candidate],
    checked: Sequence[Checked],
    config: Config,
    texts: Mapping[str, bytes] | None = None,
    opened: Mapping[str, Opened] | None = None,
    going: Callable[[], None] = lambda: None,
) -> list[Checked]:
    """Tell what became of files, knowing what travels from one to another: responses, methods, arguments, clients.

    ``paths`` are all files of the run, ``given`` those that name the SDK and ``checked`` what became of these. Another
    file is in the result where something is found in it; the order is that of ``paths``. A program is looked at only
    where it calls the SDK of 0.x, may take a response of today's for a dict, or asks clients of another file for what
    has ended. ``texts`` has the bytes of files that are not as they are on the disk, ``opened`` has files that were
    looked at already. ``going`` is called between two pieces of work, and may end it all.
    """
    if len(paths) < 2 or not checked:
        return list(checked)
    known = dict(texts or {}) | {candidate.path: candidate.data for candidate in given}

    is_searched_often = any(one.is_legacy for one in checked)

    def data(number: int) -> bytes:
        path = paths[number]
        if path in known:
            return known[path]
        try:
            found = read(path)
        except SourceError:  # which has been said
            found = b""
        if is_searched_often:
            known[path] = found
        return found

    from .importers import Imports
    from .shared import asked_elsewhere

    imports = Imports(paths, data)
    try:
        followed = _followed(imports, checked, config, opened or {}, going)
    except Exception:  # each file is told by itself then, and which of them it is
        named = {one.path: one for one in given}
        followed = [
            check_file(named[one.path], config, one.module) if one.is_legacy or one.is_current else one
            for one in checked
        ]
    is_searched_often = False
    return asked_elsewhere(imports, followed, config)


def _followed(
    imports: Imports,
    checked: Sequence[Checked],
    config: Config,
    known: Mapping[str, Opened],
    going: Callable[[], None],
) -> list[Checked]:
    """Tell what became of files, knowing where what they have of the SDK gets to."""
    numbers = {path: number for number, path in enumerate(imports.paths)}
    legacy = [numbers[one.path] for one in checked if one.is_legacy] + _borrowing(imports, checked)
    current = _misread(imports, checked)
    if not legacy and not current:
        return list(checked)
    from ..semantics import analyse_alone
    from ..semantics.tracking import MOST_STEPS_OF_TODAY, File, Program
    from .importers import Importers
    from .linter import examined, findings

    paths = imports.paths
    lines: dict[int, Sequence[str]] = {}

    def opened(number: int) -> File | None:
        path = paths[number]
        if is_notebook(path):
            return None
        if path in known:
            tree, lines[number], flow = known[path]
            return File(path, tree, flow)
        try:
            lines[number] = decode(imports.data(number))
            tree = parse(lines[number])
        except SourceError:
            return None
        return File(path, tree, analyse_alone(tree, lines[number]))

    importers = Importers(imports).of
    results = {one.path: one for one in checked}

    def follow(program: Program, wanted: Sequence[int]) -> None:
        for number in wanted:
            program.open(number)
        program.follow()
        for number in program.changed:
            going()
            path, text = paths[number], lines[number]
            if config.disable_noqa or not skips_file(text):
                before = results.get(path, Checked(path, []))
                looked_at = examined(program.files[number].flow, text, path, config, before.module)
                found = selected(findings(looked_at, text), text, path, config)
                if found or path in results:
                    lines_found = {one.line for one in found} - {one.line for one in before.findings}
                    results[path] = before._replace(findings=found, givers=_givers(program, number, lines_found))

    first = Program(paths, opened, importers, going=going)
    if legacy:
        follow(first, legacy)
    # What has nothing to do with calls of 0.x has no arguments of 0.x either, and is followed less far.
    rest = [number for number in current if number not in first.files]
    if rest:
        follow(Program(paths, opened, importers, keys=(), steps=MOST_STEPS_OF_TODAY, going=going), rest)
    return [results[path] for path in paths if path in results]


def _borrowing(imports: Imports, checked: Sequence[Checked]) -> list[int]:
    """Files that use a resource of 0.x by the name of a module that they import from another file, and that file.

    ``from config import openai`` is nothing of the SDK to who sees this file alone.
    """
    from .relevant import BORROWED, SDK

    numbers = {path: number for number, path in enumerate(imports.paths)}
    found: set[int] = set()
    for one in checked:
        number = numbers[one.path]
        if not one.is_legacy and BORROWED.search(imports.data(number)):
            others = {other for other in imports.of(number) if SDK.search(imports.data(other))}
            found |= others and {number, *others}
    return sorted(found)


def _misread(imports: Imports, checked: Sequence[Checked]) -> list[int]:
    """Files that have something of today's SDK which may be taken for a dict, there or in a file beside them.

    That is one that they import, or that imports them, directly or through others.
    """
    from ..semantics.key_reads import may_read_as_dict
    from .relevant import LONGEST_CHAIN

    numbers = {path: number for number, path in enumerate(imports.paths)}
    current = {numbers[one.path] for one in checked if one.is_current}
    if not current:
        return []
    reading = {number for number in range(len(imports.paths)) if may_read_as_dict(imports.data(number))}
    found = {number for number in current if number in reading or not imports.of(number).isdisjoint(reading)}
    below = set(reading)
    for _ in range(LONGEST_CHAIN if current - found else 0):
        below = {other for number in below for other in imports.of(number)}
        found |= below & current
    return sorted(found)


def _givers(program: Program, number: int, lines: Collection[int]) -> dict[int, list[Line]]:
    """The calls whose responses may be read on some lines of a file, by the line."""
    from ..semantics.tracking import gives_response

    if not lines:
        return {}
    calls: dict[int, Line] = {}
    for other, graph in program.graphs.items():
        for site in graph.sites:
            if any(gives_response(fact.value) for fact in site.function.facts):
                calls[id(site.at)] = Line(program.files[other].path, _line(site.at))
    found: dict[int, set[Line]] = {}
    for expression, nodes in program.graphs[number].nodes.items():
        if _line(expression) in lines:
            units = [unit for node in nodes for unit in node.facts.values() if unit is not None]
            origins = {calls[id(one)] for unit in units for one in unit.top().origins if id(one) in calls}
            found.setdefault(_line(expression), set()).update(origins)
    return {line: sorted(some) for line, some in found.items() if some}


def _line(node: ast.AST) -> int:
    return getattr(node, "lineno", 0)
