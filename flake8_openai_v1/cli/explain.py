"""The command ``explain``: the pages of rules, or what there is to say of a line."""

from __future__ import annotations

import os
import re
import shutil
import sys
from argparse import Namespace
from collections.abc import Iterator, Mapping, Sequence
from typing import Any, NamedTuple

from .. import NAME
from ..lint.check import Candidate, check_file
from ..lint.inputs import Input
from ..lint.programs import in_programs, together
from ..lint.settings import SettingsError, load
from ..lint.surroundings import Surroundings, surroundings
from ..project.config import OPINION, Config
from ..project.discovery import find
from ..report import Found, Run, place, renderer, rules
from ..report.causes import causes
from ..report.colour import is_wanted
from ..report.json import finding_rows
from ..report.page import rendered
from ..report.talk import Talk
from ..rules import RULES, Rule, page
from ..syntax.diagnostics import Diagnostic
from ..syntax.shown import as_json
from ..syntax.source import SourceError, read
from .inputs import read_all

PLACE = re.compile(r"(?P<path>.+?)(?::cell_(?P<cell>\d{1,9}))?:(?P<line>\d{1,9})(?::\d+)?:?")
"""A place as findings are named: ``bot.py:7``, ``bot.py:7:1:``, ``notebook.ipynb:cell_3:1``."""

VERSION = 1
"""Of the JSON."""
SHOWN = 12
"""Findings that are named of those that a place holds back."""


class Held(NamedTuple):
    """A place at which nothing is found, and what it holds back elsewhere."""

    place: str
    files: Sequence[Found]
    """The findings that it holds back, each with its cause."""


def explain(arguments: Namespace) -> None:
    """Print what there is to say. Raises SettingsError where there is nothing."""
    what: str | None = arguments.what
    chosen = _chosen(what)
    found = None
    if not chosen:
        there = _found(what or "")
        if isinstance(there, Held):
            _print_held(there, is_json=arguments.output_format == "json")
            return
        found = there
        codes = {finding.code for finding in found.findings}
        chosen = [rule for rule in RULES if rule.code in codes]
    if arguments.output_format == "json":
        sys.stdout.writelines(_json(chosen, found))
    elif what is None:
        sys.stdout.writelines(_index())
    else:
        _print(chosen, found, plain=arguments.no_color)


def _chosen(what: str | None) -> list[type[Rule]]:
    """The rules that a word means: all, one by its code or its name, those whose codes begin so."""
    if what is None or what.lower() == "all":
        return list(RULES)
    code = what.upper()
    return [rule for rule in RULES if rule.name == what.lower() or (code[:3] == "OAI" and rule.code.startswith(code))]


def _found(what: str) -> Found | Held:
    """What is found at a place, also what is not selected or silenced; else what the place holds back.

    Raises SettingsError where that is nothing.
    """
    named = PLACE.fullmatch(what)
    if named is None:
        expected = "a code, the beginning of one, a name, FILE:LINE, or all"
        raise SettingsError(f"unknown rule {what!r}: expected {expected}; list them with: {NAME} explain")
    path, line = named["path"], int(named["line"])
    cell = int(named["cell"]) if named["cell"] else None
    try:
        data = read(path)
    except SourceError as error:
        raise SettingsError(f"{path}: {error}") from None
    everything = {"extend_select": (OPINION,), "ignore": (), "extend_ignore": (), "per_file_ignores": ()}
    config = Config.of(*load(), everything, {"disable_noqa": True})
    own = Input(path, data)
    around = surroundings([own])
    files = [own, *around.inputs]
    findings = _findings(files, config).get(path, [])
    here = [one for one in findings if one.cell == cell and one.line <= line <= one.end_line]
    if not here and _is_below(path):
        # What is found in a file that does not name the SDK shows beside those that use it.
        files = [own, *_others(path, config)]
        findings = _findings(files, config).get(path, [])
        here = [one for one in findings if one.cell == cell and one.line <= line <= one.end_line]
    if not here:
        held = _held(files, around, config, cell, line)
        if held:
            return Held(what.rstrip(":"), held)
        lines = sorted({one.line for one in findings if one.cell == cell})
        others = f"; findings are on lines {', '.join(map(str, lines))}" if lines else ""
        raise SettingsError(f"nothing is found at {what.rstrip(':')}{others}")
    exact = [one for one in here if one.line == line] or here
    return _planned(Found(path, exact, data=data), files, around, config)


def _findings(files: Sequence[Input], config: Config) -> dict[str, list[Diagnostic]]:
    """What is found in some files by their paths, as `check` finds it: knowing what the others do."""
    given = [Candidate(file.path, file.data) for file in files if file.is_relevant]
    checked = [check_file(candidate, config) for candidate in given]
    results = together([file.path for file in files], given, in_programs(given, checked, config), config)
    mine = next((one for one in results if one.path == files[0].path), None)
    if mine is not None and mine.failure is not None:
        raise SettingsError(f"{mine.path}: {mine.failure}")
    return {one.path: one.findings for one in results}


def _held(
    files: Sequence[Input], around: Surroundings, config: Config, cell: int | None, line: int
) -> list[Found]:
    """The findings, in all files, whose cause is a line of the first one."""
    own = os.path.realpath(files[0].path)
    held = []
    for file in _all_planned(_findings(files, config), files, around, config):
        rows = [
            (found, cause)
            for found, cause, _ in file.rows()
            if cause is not None
            and cause.is_elsewhere
            and (cause.cell, cause.line) == (cell, line)
            and os.path.realpath(cause.path or file.path) == own
        ]
        if rows:
            held.append(file._replace(findings=[row[0] for row in rows], causes=[row[1] for row in rows], fixes=()))
    return held


def _all_planned(
    findings: Mapping[str, Sequence[Diagnostic]], files: Sequence[Input], around: Surroundings, config: Config
) -> list[Found]:
    """The findings of all files, each with its cause; none where what `fix` needs cannot be imported."""
    try:
        from ..fix.fixer import Source
        from ..fix.planning import plan
    except ImportError:
        return []
    sources = [
        *(Source(file.path, file.data) for file in files),
        *(Source(path, b"", outside=True, unreadable=True) for path in around.unreadable),
    ]
    rows = plan(sources, config, found=findings, variables=around.variables).findings
    return [
        Found(file.path, [row.finding for row in rows[file.path]], [row.cause for row in rows[file.path]], file.data)
        for file in files
        if rows[file.path]
    ]


def _is_below(path: str) -> bool:
    """True if a file is in the current folder, or below it."""
    return not os.path.relpath(path).startswith(os.pardir)


def _others(path: str, config: Config) -> Iterator[Input]:
    """Read the files in the current folder and below it, without one."""
    talk = Talk(quiet=True)
    own = os.path.realpath(path)
    paths = find([os.curdir], config, lambda name, error: None)
    return (file for file in read_all(paths, "", talk) if os.path.realpath(file.path) != own)


def _planned(found: Found, files: Sequence[Input], around: Surroundings, config: Config) -> Found:
    """Findings, each with what `fix` does about it, or why it does not; where what that needs can be imported."""
    try:
        from ..fix.fixer import Source
        from ..fix.planning import plan
    except ImportError:
        return found
    own, *others = files
    sources = [
        Source(own.path, own.data),
        *(Source(file.path, file.data, outside=True) for file in others),
        *(Source(path, b"", outside=True, unreadable=True) for path in around.unreadable),
    ]
    rows = plan(sources, config, found={own.path: found.findings}, variables=around.variables).findings[own.path]
    return found._replace(causes=[row.cause for row in rows], fixes=[row.fix for row in rows])


def _print(chosen: Sequence[type[Rule]], found: Found | None, *, plain: bool) -> None:
    coloured = is_wanted(sys.stdout, plain)
    if found is not None:
        sys.stdout.writelines(renderer("full")(Run([found], coloured=coloured)))
    pages = [page(rule).strip() for rule in chosen]
    if coloured:
        width = shutil.get_terminal_size().columns
        pages = ["\n".join(rendered(text, width)).rstrip() for text in pages]
    sys.stdout.write("\n\n".join(pages) + "\n")


def _print_held(held: Held, *, is_json: bool) -> None:
    """Say what a place holds back, why, and what a person does about it."""
    found = causes(held.files)
    if is_json:
        rows = [{**cause._asdict(), "code": cause.code.value, "url": cause.code.url} for cause in found]
        content = {"version": VERSION, "rules": [], "causes": rows, "findings": list(finding_rows(held.files))}
        sys.stdout.write(as_json(content) + "\n")
        return
    places = [f"{place(file.path, one.cell)}:{one.line} {one.code}" for file in held.files for one in file.findings]
    more = f" and {len(places) - SHOWN:,} more" if len(places) > SHOWN else ""
    sys.stdout.write(f"{held.place} holds back {len(places):,} finding{'s' if len(places) > 1 else ''}\n")
    for cause in found:
        sys.stdout.write(f"  why: {cause.reason} [{cause.code.value}]\n  to do: {cause.next}\n")
    sys.stdout.write(f"  held back: {', '.join(places[:SHOWN])}{more}\n  more: {found[0].code.url}\n")


def _index() -> Iterator[str]:
    """Yield a line per rule."""
    width = max(len(rule.name) for rule in RULES)
    for about in rules().values():
        yield f"{about.code} {about.name:{width}} {about.severity.value:7} {about.summary}\n"


def _json(chosen: Sequence[type[Rule]], found: Found | None) -> Iterator[str]:
    known = rules()
    pages: list[dict[str, Any]] = [
        {
            "code": rule.code,
            "name": rule.name,
            "severity": rule.severity.value,
            "default": not rule.opinion,
            "since": rule.since,
            "summary": known[rule.code].summary,
            "url": known[rule.code].url,
            "page": page(rule),
        }
        for rule in chosen
    ]
    content: dict[str, Any] = {"version": VERSION, "rules": pages}
    if found is not None:
        content["findings"] = list(finding_rows([found]))
    yield as_json(content) + "\n"
