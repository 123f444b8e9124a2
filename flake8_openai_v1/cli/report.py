"""The command ``report``: where a migration stands, and how it got there."""

from __future__ import annotations

import os
import shlex
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import datetime, timezone

from ..lint.check import Candidate
from ..lint.history import History
from ..lint.linter import examine
from ..lint.settings import SettingsError
from ..project.config import Config
from ..project.discovery import is_notebook
from ..project.git import GitError
from ..report import Found
from ..report.causes import own, where
from ..report.colour import is_wanted
from ..report.migration import Cause, FileStanding, Point, Standing, State, renderer
from ..report.migration.text import render
from ..report.talk import Talk
from ..semantics.values import Client
from ..syntax.diagnostics import Diagnostic
from ..syntax.source import SourceError, decode, parse
from .planned import numbers_of, with_fixes
from .search import Search

FORMS = ("markdown", "json", "html")
"""What can be written to a file."""


def report(arguments: Namespace, config: Config, talk: Talk) -> bool:
    """Run the command. Never True: what is found is no reason to fail."""
    history = _history(arguments)
    search = Search(arguments, config, talk, keep_all=True)
    found = [(file, Found(file.path, findings, data=file.data)) for file, findings in search.findings()]
    planned = with_fixes([one for _, one in found if one.findings], search, config, talk)
    known = {one.path: one for one in planned.files} if planned is not None else {}
    files = []
    for file, one in found:
        state = _state(file, one.findings, config)
        if state is not None:
            numbers = numbers_of([known[one.path]] if one.path in known else [])
            files.append(FileStanding(one.path, state, one.findings, *numbers.values()))
    day = datetime.now(timezone.utc).date().isoformat()
    now = Point(day, "", sum(len(one.findings) for _, one in found), sum(bool(one.findings) for _, one in found))
    course = _course(history, search, config, talk, now)
    name = os.path.basename(os.path.abspath(search.roots[0])) or os.sep
    standing = Standing(
        name, shlex.join(search.roots), day, len(search.paths), files, _causes(known.values()), talk.failures, course
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


def _causes(files: Iterable[Found]) -> list[Cause]:
    """Why findings are left to a person, the reason of most first. What another place holds back has its reason."""
    number: Counter[str] = Counter()
    within: dict[str, set[str]] = {}
    places: dict[str, Counter[str]] = {}
    for file in files:
        for found, cause, fix in file.rows():
            if fix is None and cause is not None:
                reason = own(cause, found)
                number[reason] += 1
                within.setdefault(reason, set()).add(file.path)
                is_placed = cause.line or not cause.is_elsewhere
                places.setdefault(reason, Counter()).update([where(cause, file.path, found)] if is_placed else [])
    ordered = sorted(number, key=lambda reason: (-number[reason], reason))
    return [
        Cause(reason, number[reason], len(within[reason]), next((one for one, _ in places[reason].most_common(1)), ""))
        for reason in ordered
    ]


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
            from ..syntax.notebook import read_notebook

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
