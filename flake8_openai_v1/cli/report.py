"""The command ``report``: where a migration stands, and how it got there."""

from __future__ import annotations

import os
import shlex
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Sequence
from datetime import datetime, timezone

from ..check import Candidate
from ..config import Config
from ..diagnostics import Diagnostic
from ..discovery import is_notebook
from ..fixer import Options, Source, fix_files
from ..git import GitError
from ..history import History
from ..linter import examine
from ..report.causes import own
from ..report.colour import is_wanted
from ..report.migration import Cause, FileStanding, Point, Standing, State, renderer
from ..report.migration.text import render
from ..report.talk import Talk
from ..results import Fixed
from ..semantics.values import Client
from ..settings import SettingsError
from ..source import SourceError, decode, parse
from .search import Search

FORMS = ("markdown", "json", "html")
"""What can be written to a file."""


def report(arguments: Namespace, config: Config, talk: Talk) -> bool:
    """Run the command. Never True: what is found is no reason to fail."""
    history = _history(arguments)
    search = Search(arguments, config, talk, keep_all=True)
    found = {file.path: findings for file, findings in search.findings()}
    safe, unsafe = (_fixed(search, found, config, talk, unsafe=more) for more in (False, True))
    files = []
    for file in search.files:
        findings = found[file.path]
        state = _state(file, findings, config)
        if state is not None:
            sure, all_ = (len(results[file.path].fixed) if results else 0 for results in (safe, unsafe))
            by_hand = len(unsafe[file.path].left) if unsafe else 0
            files.append(FileStanding(file.path, state, findings, sure, max(0, all_ - sure), by_hand))
    day = datetime.now(timezone.utc).date().isoformat()
    now = Point(day, "", sum(map(len, found.values())), sum(map(bool, found.values())))
    course = _course(history, search, config, talk, now)
    name = os.path.basename(os.path.abspath(search.roots[0])) or os.sep
    standing = Standing(
        name, shlex.join(search.roots), day, len(search.paths), files, _causes(unsafe), talk.failures, course
    )
    talk.clear()
    _write(standing, arguments, talk)
    return False


def _history(arguments: Namespace) -> History | None:
    if arguments.since is None:
        return None
    try:
        return History(".", arguments.since)
    except GitError as error:
        raise SettingsError(f"--since {arguments.since}: {error}") from None


def _course(history: History | None, search: Search, config: Config, talk: Talk, now: Point) -> list[Point]:
    if history is None:
        return []
    try:
        past = history.course(
            search.roots, config, lambda done, total: talk.progress(done, total, "went through", "commits")
        )
        return [*(Point(then.day, then.commit[:9], then.findings, then.files) for then in past), now]
    except GitError as error:
        raise SettingsError(f"--since: {error}") from None


def _fixed(
    search: Search, found: dict[str, list[Diagnostic]], config: Config, talk: Talk, *, unsafe: bool
) -> dict[str, Fixed]:
    """What `fix` would make of the files, by path. Nothing is written."""
    if not any(found.values()):
        return {}
    sources = [Source(file.path, file.data) for file in search.inputs]
    results = fix_files(
        sources, config, Options(unsafe=unsafe), lambda done, total: talk.progress(done, total, "tried")
    )
    return {result.path: result for result in results}


def _causes(results: dict[str, Fixed]) -> list[Cause]:
    """Why findings are left, the reason of most of them first. What is held back by another place has its reason."""
    number: Counter[str] = Counter()
    files: dict[str, set[str]] = {}
    for path, one in results.items():
        for left in one.left:
            reason = own(left.cause, left.finding)
            number[reason] += 1
            files.setdefault(reason, set()).add(path)
    ordered = sorted(number, key=lambda reason: (-number[reason], reason))
    return [Cause(reason, number[reason], len(files[reason])) for reason in ordered]


def _state(file: Candidate, findings: Sequence[Diagnostic], config: Config) -> State | None:
    """How far a file is; None where it does not use the SDK, but only has its name in it."""
    uses = _uses(file, config)
    if not findings:
        return None if uses is None else State.DONE
    return State.PART if uses else State.TO_DO


def _uses(file: Candidate, config: Config) -> bool | None:
    """True if a file has a client of today's SDK; None where it has nothing of any SDK, or cannot be looked at."""
    try:
        if is_notebook(file.path):
            from ..notebook import read_notebook

            notebook = read_notebook(file.data)
            tree, lines = notebook.tree, notebook.lines
        else:
            lines = decode(file.data)
            tree = parse(lines)
        looked_at = examine(tree, lines, file.path, config)
    except SourceError:
        return None
    if looked_at is None or not looked_at.uses:
        return None
    return any(isinstance(use.value, Client) for use in looked_at.uses)


def _write(standing: Standing, arguments: Namespace, talk: Talk) -> None:
    """Write the files that were asked for, or print the report."""
    wanted = {form: getattr(arguments, form) for form in FORMS if getattr(arguments, form) is not None}
    for form, path in wanted.items():
        text = renderer(form)(standing)
        if path == "-":
            sys.stdout.write(text)
            continue
        try:
            with open(path, "w", encoding="utf-8", errors="backslashreplace", newline="\n") as file:
                file.write(text)
        except OSError as error:
            raise SettingsError(f"{path}: cannot write: {error.strerror}") from None
        talk.remark("written", path)
    if not wanted:
        sys.stdout.write(render(standing, coloured=is_wanted(sys.stdout, arguments.no_color)))
    sys.stdout.flush()
