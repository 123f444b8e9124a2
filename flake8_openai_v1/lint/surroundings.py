"""The project around the files of a run: what belongs to one program with them. It is read, never written.

A module that sets the address of all calls need not be among the files that a person names, nor a test that patches
them, nor an ``.env``. They are looked for from the root of the project down, by the texts of files alone: nothing is
imported, no program is started, no link leads out of the root, and what is large ends somewhere.
"""

from __future__ import annotations

import os
import tempfile
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import lru_cache
from typing import NamedTuple

from ..pins.files import says_what_is_installed
from ..project.discovery import BUILT, NOTEBOOK, SKIPPED, is_notebook
from ..project.environment import Variable, may_set, variables_in
from ..semantics.modules import SOURCES, Modules
from ..syntax.source import SourceError, read
from .inputs import Input
from .relevant import BORROWED, imported

REPOSITORIES = (".git", ".hg")
"""What stands at the root of a project for sure."""
MARKERS = ("pyproject.toml", "setup.py", "setup.cfg")
"""What stands there where no repository is around."""
PARTS = (*MARKERS, "requirements.txt", "Pipfile", "package.json")
"""What shows that a folder of a project is one of its own, so that its settings are its own."""
MOST_FILES = 20_000
"""Python files and notebooks of a project that are looked at, the nearest first."""
MOST_FOLDERS = 20_000
LARGEST = 10_000_000
"""Bytes of a file of the project that is looked at. What is longer was not written by people."""


class Project(NamedTuple):
    """What lies in a project, whatever of it a run is about."""

    python: Sequence[str]
    """Paths of its Python files and notebooks."""
    pins: Sequence[str]
    """Paths of files that may say what is installed, notebooks included."""
    is_whole: bool
    """Is that all?"""
    shown: Callable[[str], str]
    """What its paths are called in what is said."""


class Surroundings(NamedTuple):
    """What is around the files of a run."""

    inputs: list[Input]
    """Python files and notebooks that may run in one process with them."""
    unreadable: list[str]
    """Such files of which nothing can be said."""
    variables: list[Variable]
    """Variables that are set outside of Python and decide where requests go."""
    remarks: list[str]
    """What a person should know of how it was looked for, one line each."""
    projects: list[Project]
    """The projects that the files belong to."""


def text_of(path: str) -> bytes | None:
    """The bytes of a file; None where it cannot be read, or is too large."""
    try:
        return read(path) if os.path.getsize(path) <= LARGEST else None
    except (OSError, SourceError):
        return None


def surroundings(files: Sequence[Input], text: Callable[[str], bytes | None] = text_of) -> Surroundings:
    """Find what is around files that are to be checked or fixed. Never raises an Exception for what stands there.

    ``text`` gives the bytes of a file by its path, as `text_of` does.
    """
    named = [file for file in files if not file.is_stdin or file.path.endswith((".py", NOTEBOOK))]
    seeds = [file for file in named if file.is_relevant]
    shown = str if any(os.path.isabs(file.path) for file in seeds) else os.path.relpath
    result = Surroundings([], [], [], [], [])
    for root, own in _by_root(seeds).items():
        listing = _list(root, own)
        notebooks = filter(is_notebook, listing.python)
        result.projects.append(Project(listing.python, [*listing.pins, *notebooks], not listing.is_cut, shown))
        for path, data in _connected(own, named, listing, text):
            if data is None:
                result.unreadable.append(shown(path))
            else:
                result.inputs.append(Input(shown(path), data))
        result.variables.extend(one._replace(path=shown(one.path)) for one in _variables(root, listing, text))
        if listing.is_cut:
            what = f"only {MOST_FILES:,} of its Python files were looked at for what belongs to those that are named"
            result.remarks.append(f"{shown(root)}: the project is large, {what}")
    return result


def _by_root(files: Iterable[Input]) -> dict[str, list[Input]]:
    """Files by the root of their project. A project within one of the others belongs to that."""
    roots: dict[str, str] = {}
    found: dict[str, list[Input]] = {}
    for file in files:
        folder = os.path.dirname(os.path.abspath(file.path))
        if folder not in roots:
            roots[folder] = root_of(folder)
        found.setdefault(roots[folder], []).append(file)
    for root in sorted(found, key=len, reverse=True):
        around = next((other for other in found if other != root and root.startswith(os.path.join(other, ""))), None)
        if around is not None:
            found[around].extend(found.pop(root))
    return found


# The root


def root_of(folder: str) -> str:
    """The folder in which the project begins that a folder belongs to.

    It is the nearest repository, or where there is none the nearest folder that Python's packaging knows; else the
    current folder, if that is above; else the folder itself. Never a folder that all projects of a machine are in.
    """
    nearest = None
    for above in _upwards(folder):
        if any(os.path.lexists(os.path.join(above, name)) for name in REPOSITORIES):
            return above
        if nearest is None and any(os.path.isfile(os.path.join(above, name)) for name in MARKERS):
            nearest = above
    current = os.getcwd()
    return nearest or (current if current in _upwards(folder) else folder)


def _upwards(folder: str) -> list[str]:
    """A folder and those above it, up to one that is no project's."""
    found: list[str] = []
    while not is_common(folder):
        found.append(folder)
        folder = os.path.dirname(folder)
    return found


@lru_cache(maxsize=4096)
def is_common(folder: str) -> bool:
    """True if a folder is one in which projects of all kinds lie: the root, a home folder, one for temporary files."""
    if os.path.dirname(folder) == folder:
        return True
    home = os.path.realpath(os.path.expanduser("~"))
    common = (home, os.path.dirname(home), tempfile.gettempdir(), "/tmp", "/var/tmp", "/home", os.sep)
    place = _place(folder)  # a link leads to it, and what its path is costs too much to ask for each on a long way
    return place is not None and place in map(_place, common)


def _place(folder: str) -> tuple[int, int] | None:
    """What tells a folder from all others, whatever its names; None where it cannot be asked."""
    try:
        status = os.stat(folder)
    except OSError:
        return None
    return status.st_dev, status.st_ino


# What lies there


class Listing(NamedTuple):
    """The files of a project that may matter."""

    python: list[str]
    settings: list[str]
    pins: list[str]
    parts: set[str]
    """Folders that are projects of their own within it."""
    is_cut: bool
    """Is there more?"""


def _list(root: str, near: Iterable[Input]) -> Listing:
    """List a project, the folders of some files and those above them first. A folder that all share has no depth."""
    shallow = is_common(root)
    folders = {os.path.dirname(os.path.abspath(file.path)) for file in near}
    first = sorted({one for folder in folders for one in _between(root, folder)}, key=lambda one: (-len(one), one))
    todo, seen = deque(first), set[str]()
    listing = Listing([], [], [], set(), False)
    while todo:
        folder = todo.popleft()
        if folder in seen:
            continue
        seen.add(folder)
        if len(seen) > MOST_FOLDERS or len(listing.python) > MOST_FILES:
            return listing._replace(is_cut=True)
        below = _list_folder(root, folder, listing)
        if not shallow:
            todo.extend(below)
    return listing


def _between(root: str, folder: str) -> Iterator[str]:
    """A folder and those above it, up to the root."""
    while True:
        yield folder
        if folder == root or len(folder) <= len(root):
            return
        folder = os.path.dirname(folder)


def _list_folder(root: str, folder: str, listing: Listing) -> list[str]:
    """Add what lies in a folder to a listing. Gives the folders in it that are to be listed, too."""
    try:
        with os.scandir(folder) as entries:
            found = sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return []
    names = {entry.name for entry in found}
    if folder != root and "pyvenv.cfg" in names:
        return []
    if not names.isdisjoint(PARTS):
        listing.parts.add(folder)
    below = []
    for entry in found:
        name = entry.name
        try:
            if entry.is_dir(follow_symlinks=False):
                built = name in BUILT and not os.path.isfile(os.path.join(entry.path, "__init__.py"))
                if name not in SKIPPED and not name.endswith(".egg") and not built:
                    below.append(entry.path)
            elif entry.is_file() and not (entry.is_symlink() and _leads_out(root, entry.path)):
                if name.endswith(".py") or is_notebook(name):
                    listing.python.append(entry.path)
                elif may_set(name):
                    listing.settings.append(entry.path)
                if says_what_is_installed(os.path.join(os.path.basename(folder), name)):
                    listing.pins.append(entry.path)
        except OSError:
            continue
    return below


def _leads_out(root: str, path: str) -> bool:
    """True if a link leads out of a folder."""
    target, base = os.path.realpath(path), os.path.realpath(root)
    return os.path.commonpath([target, base]) != base


# What of it belongs to the program


def _connected(
    seeds: Sequence[Input], named: Sequence[Input], listing: Listing, text: Callable[[str], bytes | None]
) -> Iterator[tuple[str, bytes | None]]:
    """Yield the files that may run in one process with some: those that import them, and all that these import.

    The bytes of one are None where it cannot be read.
    """
    known = {os.path.realpath(file.path) for file in named}
    outside = [(path, text(path)) for path in listing.python if os.path.realpath(path) not in known]
    if not outside:
        return
    links = Links([*((os.path.abspath(file.path), file.data) for file in named), *outside])
    start = {number for number, file in enumerate(named) if file in seeds or BORROWED.search(file.data)}
    reached = links.downwards(links.upwards(start))
    yield from (one for number, one in enumerate(outside, len(named)) if number in reached)


class Links:
    """Which files import which, told by their bytes. Only those are taken apart that may matter."""

    def __init__(self, files: Sequence[tuple[str, bytes | None]]) -> None:
        """Files by absolute path and bytes."""
        self._files = [(path, data or b"") for path, data in files]
        self._modules = Modules([path for path, _ in files])
        self._known: dict[int, set[int]] = {}

    def of(self, number: int) -> set[int]:
        """The files that one imports, or that run before it."""
        if number not in self._known:
            path, data = self._files[number]
            before = set(self._modules.run_before(path))
            self._known[number] = (before | set(imported(path, data, self._modules))) - {number}
        return self._known[number]

    def downwards(self, start: set[int]) -> set[int]:
        """Files, and all that they import."""
        found: set[int] = set()
        todo = list(start)
        while todo:
            number = todo.pop()
            if number not in found:
                found.add(number)
                todo.extend(self.of(number) - found)
        return found

    def upwards(self, start: set[int]) -> set[int]:
        """Files, and all that import them."""
        found, latest = set(start), set(start)
        while latest:
            marks = {_mark(self._files[number][0]) for number in latest}
            latest = {
                number
                for number, (path, data) in enumerate(self._files)
                if number not in found
                and any(mark.may_be_in(path, data) for mark in marks)
                and not self.of(number).isdisjoint(latest)
            }
            found |= latest
        return found


class Mark(NamedTuple):
    """What a file shows that imports another one: its name, and beside or below it no more, else that of its folder."""

    folder: str
    name: bytes
    package: bytes
    unnamed: str
    """The folder of which files need not name it; empty for none."""

    def may_be_in(self, path: str, data: bytes) -> bool:
        """True if a file may import the one that this is of."""
        if self.unnamed and path.startswith(self.unnamed):
            return True
        return self.name in data and (path.startswith(self.folder) or self.package in data)


def _mark(path: str) -> Mark:
    folder, name = os.path.split(os.path.splitext(path)[0])
    unnamed = os.path.join(folder, "") if name in ("__init__", "conftest") else ""
    if name == "__init__":
        folder, name = os.path.split(folder)
    package = os.path.basename(folder)
    return Mark(
        os.path.join(folder, ""), os.fsencode(name), os.fsencode("" if package == SOURCES else package), unnamed
    )


# What is set outside of Python


def _variables(root: str, listing: Listing, text: Callable[[str], bytes | None]) -> Iterator[Variable]:
    """Yield the variables that files of a project set, each with the part of the project that may see it."""
    for path in listing.settings:
        data = text(path)
        if data is None:
            continue
        part = next((one for one in _between(root, os.path.dirname(path)) if one in listing.parts), root)
        scope = "" if part == root else part
        yield from (one._replace(scope=scope) for one in variables_in(path, data))
