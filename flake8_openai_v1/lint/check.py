"""Files to findings: one file's whole way, and many files over several processes where that pays."""

from __future__ import annotations

import ast
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from itertools import zip_longest
from typing import TYPE_CHECKING, NamedTuple

from ..project.config import Config
from ..project.discovery import is_notebook
from ..syntax.diagnostics import Diagnostic
from ..syntax.source import SourceError, decode, internal, parse, read, silencer, skips_file
from .processes import can_be_started, starting

if TYPE_CHECKING:
    from ..rules.module import ModuleUse
    from ..semantics.flow import Flow
    from ..syntax.notebook import Unread

WORTH_A_PROCESS = 400_000
"""Bytes of relevant source per process: what is analysed in the time that starting a process takes."""

CHUNK = 4
"""Files that a process is given at a time. Ctrl-C waits for those in work."""


class Candidate(NamedTuple):
    """A file that has the word in it."""

    path: str
    data: bytes


class Line(NamedTuple):
    """A line of a file of the run."""

    path: str
    number: int
    """From 1."""


class Checked(NamedTuple):
    """What became of one file. Plain values: they come out of other processes."""

    path: str
    findings: list[Diagnostic]
    failure: str | None = None
    """Why the file could not be processed, one line."""
    unread: Sequence[Unread] = ()
    """Cells of a notebook that could not be processed; the others were."""
    module: ModuleUse | None = None
    """What it does with the module itself; None where it has nothing to do with the SDK."""
    is_legacy: bool = False
    """Does it call the SDK of 0.x, so that what it gets may travel to other files?"""
    is_current: bool = False
    """Has it a client of today's SDK, or what one gives? That may travel, too."""
    givers: Mapping[int, Sequence[Line]] = {}
    """Line of a finding that shows beside other files only → the calls whose responses may be read there."""


class Opened(NamedTuple):
    """A file that was looked at, by itself."""

    tree: ast.Module
    lines: Sequence[str]
    flow: Flow


Later = dict[str, Opened]
"""Files that are to be followed together, by path."""


def check_file(
    candidate: Candidate, config: Config, module: ModuleUse | None = None, later: Later | None = None
) -> Checked:
    """Check one file: what flake8 would show of ours for it, in flake8's order. Never raises an Exception.

    ``module`` is what its program does with the module, where more is known of it than the file. ``later``
    is given a file that calls the SDK, to be followed with others: what travels through it is not followed here.
    """
    path = candidate.path
    try:
        if is_notebook(path):
            return _check_notebook(candidate, config, module)
        lines = decode(candidate.data)
        if not config.disable_noqa and skips_file(lines):
            return Checked(path, [])
        found, used, legacy, current = _shown(parse(lines), lines, path, config, module, later)
        return Checked(path, found, module=used, is_legacy=legacy, is_current=current)
    except SourceError as error:
        return Checked(path, [], str(error))
    except Exception as error:
        return Checked(path, [], internal(error))


def _check_notebook(candidate: Candidate, config: Config, module: ModuleUse | None) -> Checked:
    from ..syntax.notebook import read_notebook

    path = candidate.path
    notebook = read_notebook(candidate.data)
    if not config.disable_noqa and skips_file(notebook.text):
        return Checked(path, [])
    if not notebook.lines:
        return Checked(path, [], None, notebook.unread)
    found, used, *_ = _shown(notebook.tree, notebook.lines, path, config, module, None)
    return Checked(path, [notebook.in_cell(finding) for finding in found], None, notebook.unread, used)


def _shown(
    tree: ast.Module,
    lines: Sequence[str],
    path: str,
    config: Config,
    module: ModuleUse | None,
    later: Later | None,
) -> tuple[list[Diagnostic], ModuleUse | None, bool, bool]:
    """The findings that are shown; what is done with the module; and whether the file has to do with either SDK."""
    from ..semantics import analyse, analyse_alone
    from ..semantics.tracking import is_current, is_legacy
    from .linter import examined, findings

    flow = (analyse if later is None else analyse_alone)(tree, lines)
    looked_at = examined(flow, lines, path, config, module)
    if looked_at is None:
        return [], None, False, False
    found = selected(findings(looked_at, lines), lines, path, config)
    legacy, current = is_legacy(looked_at.flow), is_current(looked_at.flow)
    if (legacy or current) and later is not None:
        later[path] = Opened(tree, lines, looked_at.flow)
    return found, looked_at.file.module, legacy, current


def selected(found: list[Diagnostic], lines: Sequence[str], path: str, config: Config) -> list[Diagnostic]:
    """The findings that are selected and not silenced by a comment on their line."""
    found = [one for one in found if config.shows(one.code, path)]
    if not found or config.disable_noqa:
        return found
    silences = silencer(lines, path)
    return [one for one in found if not silences(one.line, one.code)]


def check_files(
    candidates: Sequence[Candidate], config: Config, jobs: int, later: Later | None = None
) -> Iterator[Checked]:
    """Check files, in their order, in as many processes as pay but not more than `jobs`.

    ``later`` is as in `check_file`; what other processes look at has to be opened again.

    With more than one, each reads its files again: what stands in a pipe when a process ends blocks it.
    """
    jobs = min(jobs, len(candidates), sum(len(candidate.data) for candidate in candidates) // WORTH_A_PROCESS)
    if jobs < 2 or not can_be_started():
        for candidate in candidates:
            yield check_file(candidate, config, later=later)
    else:
        yield from _check_parallel(candidates, config, jobs, later is None)


def _check_parallel(candidates: Sequence[Candidate], config: Config, jobs: int, are_alone: bool) -> Iterator[Checked]:
    from concurrent.futures import Future, ProcessPoolExecutor
    from concurrent.futures.process import BrokenProcessPool

    with starting():
        pool = ProcessPoolExecutor(jobs, initializer=_start_worker, initargs=(config, are_alone))
    paths = [candidate.path for candidate in candidates]
    chunks = [paths[first : first + CHUNK] for first in range(0, len(paths), CHUNK)]
    futures: list[Future[list[Checked]]] = []
    try:
        with suppress(BrokenProcessPool), starting():
            futures.extend(pool.submit(_check_in_worker, chunk) for chunk in chunks)
        for chunk, future in zip_longest(chunks, futures):
            try:
                if future is None:
                    raise BrokenProcessPool
                yield from future.result()
            except BrokenProcessPool:  # the interpreter itself died over one of the files
                died = "internal error: a process that checked files died"
                yield from (Checked(path, [], died) for path in chunk)
    finally:
        pool.shutdown(cancel_futures=True)


_config = Config()
_are_alone = True


def _start_worker(config: Config, are_alone: bool) -> None:
    import signal

    global _config, _are_alone
    _config, _are_alone = config, are_alone
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C is the parent's: it gives out no more files


def _check_in_worker(paths: Sequence[str]) -> list[Checked]:
    return [_read_and_check(path) for path in paths]


def _read_and_check(path: str) -> Checked:
    try:
        return check_file(Candidate(path, read(path)), _config, later=None if _are_alone else {})
    except SourceError as error:
        return Checked(path, [], str(error))


def processors() -> int:
    """Count the processors that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
