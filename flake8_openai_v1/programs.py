"""What the files of a program do together: a setting is made in one and read in another, a response travels."""

from __future__ import annotations

import os
from collections.abc import Callable, Sequence

from .check import Candidate, Checked, check_file, selected
from .config import Config
from .discovery import is_notebook
from .source import SourceError, decode, parse, read, skips_file


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
    from .project import Links

    links = Links([(os.path.abspath(file.path), file.data) for file in files])
    for number in unsettled:
        module = used[number]
        program = [used[other] for other in sorted(links.downwards(links.upwards({number})))]
        whole = module.within([one for one in program if one is not None]) if module is not None else None
        if whole is not None and whole != module:
            results[number] = check_file(files[number], config, whole)
    return results


def together(
    paths: Sequence[str], given: Sequence[Candidate], checked: Sequence[Checked], config: Config
) -> list[Checked]:
    """Tell what became of files, knowing what travels from one to another: responses, methods, arguments, clients.

    ``paths`` are all files of the run, ``given`` those that name the SDK and ``checked`` what became of these. Another
    file is in the result where something is found in it; the order is that of ``paths``. A program is looked at only
    where it calls the SDK of 0.x, or asks clients of another file for what has ended.
    """
    if len(paths) < 2 or not checked:
        return list(checked)
    known = {candidate.path: candidate.data for candidate in given}

    def data(number: int) -> bytes:
        path = paths[number]
        if path not in known:
            try:
                known[path] = read(path)
            except SourceError:  # which has been said
                known[path] = b""
        return known[path]

    from .shared import asked_elsewhere

    return asked_elsewhere(paths, data, _followed(paths, data, checked, config), config)


def _followed(
    paths: Sequence[str], data: Callable[[int], bytes], checked: Sequence[Checked], config: Config
) -> list[Checked]:
    """Tell what became of files, knowing where what is of 0.x gets to."""
    legacy = [one.path for one in checked if one.is_legacy]
    if not legacy:
        return list(checked)
    from .importers import Importers
    from .linter import examined, findings
    from .semantics import analyse_alone
    from .semantics.tracking import File, Program

    numbers = {path: number for number, path in enumerate(paths)}
    lines: dict[int, Sequence[str]] = {}

    def opened(number: int) -> File | None:
        if is_notebook(paths[number]):
            return None
        try:
            lines[number] = decode(data(number))
            tree = parse(lines[number])
        except SourceError:
            return None
        return File(paths[number], tree, analyse_alone(tree, lines[number]))

    program = Program(paths, opened, Importers(paths, data).of)
    for path in legacy:
        program.open(numbers[path])
    program.follow()
    results = {one.path: one for one in checked}
    for number in program.changed:
        path, text = paths[number], lines[number]
        if config.disable_noqa or not skips_file(text):
            before = results.get(path, Checked(path, []))
            looked_at = examined(program.files[number].flow, text, path, config, before.module)
            found = selected(findings(looked_at, text), text, path, config)
            if found or path in results:
                results[path] = before._replace(findings=found)
    return [results[path] for path in paths if path in results]
