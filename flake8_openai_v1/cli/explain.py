"""The command ``explain``: the pages of rules, or what there is to say of a line."""

from __future__ import annotations

import os
import re
import shutil
import sys
from argparse import Namespace
from collections.abc import Iterator, Sequence
from typing import Any

from .. import NAME
from ..lint.check import Candidate, check_file
from ..lint.inputs import Input
from ..lint.programs import in_programs, together
from ..lint.settings import SettingsError, load
from ..lint.surroundings import Surroundings, surroundings
from ..project.config import OPINION, Config
from ..project.discovery import find
from ..report import Found, Run, renderer, rules
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


def explain(arguments: Namespace) -> None:
    """Print what there is to say. Raises SettingsError where there is nothing."""
    what: str | None = arguments.what
    chosen = _chosen(what)
    found = None
    if not chosen:
        found = _found(what or "")
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


def _found(what: str) -> Found:
    """What is found at a place, also what is not selected or silenced. Raises SettingsError where that is nothing."""
    place = PLACE.fullmatch(what)
    if place is None:
        expected = "a code, the beginning of one, a name, FILE:LINE, or all"
        raise SettingsError(f"unknown rule {what!r}: expected {expected}; list them with: {NAME} explain")
    path, line = place["path"], int(place["line"])
    cell = int(place["cell"]) if place["cell"] else None
    try:
        data = read(path)
    except SourceError as error:
        raise SettingsError(f"{path}: {error}") from None
    everything = {"extend_select": (OPINION,), "ignore": (), "extend_ignore": (), "per_file_ignores": ()}
    config = Config.of(*load(), everything, {"disable_noqa": True})
    own = Input(path, data)
    around = surroundings([own])
    files = [own, *around.inputs]
    findings = _findings(files, config)
    here = [one for one in findings if one.cell == cell and one.line <= line <= one.end_line]
    if not here and _is_below(path):
        # What is found in a file that does not name the SDK shows beside those that use it.
        files = [own, *_others(path, config)]
        findings = _findings(files, config)
        here = [one for one in findings if one.cell == cell and one.line <= line <= one.end_line]
    if not here:
        lines = sorted({one.line for one in findings if one.cell == cell})
        others = f"; findings are on lines {', '.join(map(str, lines))}" if lines else ""
        raise SettingsError(f"nothing is found at {what.rstrip(':')}{others}")
    exact = [one for one in here if one.line == line] or here
    return _planned(Found(path, exact, data=data), files, around, config)


def _findings(files: Sequence[Input], config: Config) -> list[Diagnostic]:
    """What is found in the first of some files, as `check` finds it: knowing what the others do."""
    given = [Candidate(file.path, file.data) for file in files if file.is_relevant]
    checked = [check_file(candidate, config) for candidate in given]
    results = together([file.path for file in files], given, in_programs(given, checked, config), config)
    mine = next((one for one in results if one.path == files[0].path), None)
    if mine is not None and mine.failure is not None:
        raise SettingsError(f"{mine.path}: {mine.failure}")
    return mine.findings if mine is not None else []


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
