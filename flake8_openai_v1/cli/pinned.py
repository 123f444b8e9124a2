"""What `fix` says and does about what a project installs: pins of the old SDK, and packages that new imports need."""

from __future__ import annotations

import ast
import os
import sys
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from ..fix.fixer import LEGACY
from ..fix.results import Fixed
from ..lint.check import Candidate, check_file
from ..lint.relevant import names_sdk
from ..lint.surroundings import Project, text_of
from ..pins import Pin, PinFile, read_pins
from ..project.config import Config
from ..project.requirements import needs
from ..report import Asked
from ..syntax.notebook import read_notebook
from ..syntax.source import SourceError

PACKAGES = {"azure": "azure-identity"}
"""Module that a fix imports → the package that has it, where that has another name."""
OURS = frozenset(["openai", "httpx2"])
"""Packages that come with today's SDK."""


class Raised(NamedTuple):
    """A file and what becomes of its pins."""

    file: PinFile
    after: bytes
    asked: Sequence[Asked]


def pins_of(
    projects: Iterable[Project], texts: Mapping[str, bytes], needed: Mapping[str, int], config: Config, raise_them: bool
) -> list[Raised]:
    """Find the pins of projects, and what becomes of them.

    ``texts`` are files of the run by real path, as they are now; ``needed`` are those in which something of 0.x is
    left, with its line. ``raise_them``: are they to be raised, where nothing of their project needs them?
    """
    found: list[Raised] = []
    for project in projects:
        files = list(_read(project, texts, config.target[0]))
        why = _needed_by(project, texts, needed) if raise_them and files else ""
        found += (_raised(file, config.target[0], why, raise_them=raise_them) for file in files)
    return found


def _read(project: Project, texts: Mapping[str, bytes], target: int) -> Iterator[PinFile]:
    for path in project.pins:
        real = os.path.realpath(path)
        data = texts[real] if real in texts else text_of(path)
        file = read_pins(path, data, target) if data is not None else None
        if file is not None:
            yield file._replace(path=project.shown(path))


def _raised(file: PinFile, target: int, why: str, *, raise_them: bool) -> Raised:
    asked = []
    free: list[Pin] = []
    for pin in file.pins:
        stays = pin.obstacle or why
        if raise_them and not stays:
            free.append(pin)
        new = f"openai>={target}" if pin in free else ""
        asked.append(Asked(file.path, file.line(pin), pin.shown, new, stays))
    return Raised(file, file.raised(free) if free else file.data, asked)


def _needed_by(project: Project, texts: Mapping[str, bytes], needed: Mapping[str, int]) -> str:
    """Say what of a project still needs the old SDK; empty where nothing is found that does."""
    if not project.is_whole:
        return "the project is too large to see that nothing needs it"
    everything = Config(disable_noqa=True)
    for path in project.python:
        real = os.path.realpath(path)
        if real in needed:
            return f"{project.shown(path)}:{needed[real]} needs it"
        data = texts.get(real, None if real in texts else text_of(path))
        if data is None:
            return f"{project.shown(path)} cannot be read, and may need it"
        if not names_sdk(data):
            continue
        checked = check_file(Candidate(path, data), everything)
        line = next((found.line for found in checked.findings if found.code in LEGACY), None)
        if line is not None:
            return f"{project.shown(path)}:{line} needs it"
        if checked.failure is not None:
            return f"{project.shown(path)} cannot be read, and may need it"
    return ""


SHOWN = 12
"""Pins that are told one by one."""


def pin_lines(asked: Sequence[Asked], *, written: bool) -> Iterator[str]:
    """Yield what is said of pins. ``written`` tells whether those that are raised are so in their files."""
    for one in asked[:SHOWN]:
        if one.new:
            yield f"pin {'raised' if written else 'would be raised'}: {one.where} to {one.new}"
        else:
            yield f"still pinned: {one.where}{f': {one.why}' if one.why else ' (fix --fix-pins)'}"
    if len(asked) > SHOWN:
        yield f"and {len(asked) - SHOWN:,} more pins"


# Packages


def packages(results: Sequence[Fixed]) -> dict[str, str]:
    """Map packages that changed files import, and no file did before nor their project names, to one such file."""
    found: dict[str, tuple[str, str]] = {}
    for one in results:
        if one.after is one.before:
            continue
        for module in sorted(_modules(one.path, one.after) - _modules(one.path, one.before)):
            package = PACKAGES.get(module, module)
            if module not in sys.stdlib_module_names and module not in OURS and not needs(one.path, package):
                found.setdefault(module, (package, one.path))
    known = {
        module
        for module in found
        if any(module.encode() in one.before and module in _modules(one.path, one.before) for one in results)
    }
    return {package: path for module, (package, path) in found.items() if module not in known}


def _modules(path: str, data: bytes) -> set[str]:
    """The first names of the modules that a file imports."""
    try:
        tree = read_notebook(data).tree if path.endswith(".ipynb") else ast.parse(data)
    except (SourceError, SyntaxError, ValueError, RecursionError, MemoryError):
        return set()
    found: set[str] = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            found.update(alias.name.partition(".")[0] for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.add(node.module.partition(".")[0])
    return found
