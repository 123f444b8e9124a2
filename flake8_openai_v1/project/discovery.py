"""Paths to files: recursion into folders and what is left out there."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence

from ..syntax.source import SourceError
from .config import Config, matcher

NOTEBOOK = ".ipynb"
SUFFIXES = (".py", ".pyi", NOTEBOOK)

# fmt: off
SKIPPED = frozenset((
    ".svn", "CVS", ".bzr", ".hg", ".git", "__pycache__", ".tox", ".nox", ".eggs",  # as flake8
    ".venv", "venv", "site-packages", "node_modules", "__pypackages__", ".direnv",  # other people's code
    ".mypy_cache", ".pytest_cache", ".ruff_cache", ".hypothesis", ".ipynb_checkpoints",
))
# fmt: on
"""Folders that are not entered (nor those called ``*.egg``), unless they are named."""

BUILT = frozenset(["build", "dist"])
"""Folders that are not entered, unless they are named or are packages."""

Excluded = Callable[[str], bool]
Failed = Callable[[str, SourceError], None]


def find(
    paths: Sequence[str], config: Config, failed: Failed, *, stdin: str = "stdin", force_exclude: bool = False
) -> list[str]:
    """List the files that paths stand for, sorted, each once.

    A file is taken whatever it is called, a folder is searched, ``-`` stands for standard input, whose name
    is `stdin`. The excludes of the config hold for what is found in folders; with `force_exclude` for the
    paths themselves, too. `failed` is called with a path that is not there or not accessible; others go on.
    """
    patterns = config.exclude + config.extend_exclude
    excluded = matcher(patterns) if patterns else _nothing
    files: list[str] = []
    for path in paths:
        if force_exclude and _within_excluded(stdin if path == "-" else path, excluded):
            continue
        if path != "-" and os.path.isdir(path):
            files.extend(_walk(path, excluded, failed))
        elif path == "-" or os.path.lexists(path):
            files.append(path)
        else:
            failed(path, SourceError("no such file or folder"))
    if len(paths) > 1:
        places: dict[str, str] = {}
        files = list({_place(path, places): path for path in reversed(files)}.values())
    return sorted(files)


def _place(path: str, known: dict[str, str]) -> str:
    """The one name of an entry of a folder, which may be reached over links: ``..`` behind one leads elsewhere."""
    folder, name = os.path.split(path)
    if name in ("", os.curdir, os.pardir) or path == "-":
        return path
    if folder not in known:
        known[folder] = os.path.realpath(folder)
    return os.path.join(known[folder], name)


def is_notebook(path: str) -> bool:
    """Tell by its name whether a file is a notebook."""
    return path.lower().endswith(NOTEBOOK)


def _nothing(path: str) -> bool:
    return False


def _walk(top: str, excluded: Excluded, failed: Failed) -> Iterator[str]:
    """Yield the Python files and notebooks below a folder. Links to folders are not followed, as in flake8."""
    stack = [top]
    while stack:
        folder = stack.pop()
        try:
            with os.scandir(folder) as listing:
                entries = list(listing)
        except OSError as error:
            failed(folder, SourceError(f"cannot read: {error.strerror}"))
            continue
        if folder is not top and _is_apart(os.path.basename(folder), entries):
            continue
        for entry in entries:
            name = entry.name
            if entry.is_dir(follow_symlinks=False):
                if name not in SKIPPED and not name.endswith(".egg") and not excluded(entry.path):
                    stack.append(entry.path)
            elif name.endswith(SUFFIXES) and _is_file(entry) and not excluded(entry.path):
                yield entry.path


def _is_apart(name: str, entries: Sequence[os.DirEntry[str]]) -> bool:
    """Is a folder a virtual environment of any name, or the output of a build?"""
    names = {entry.name for entry in entries}
    return "pyvenv.cfg" in names or (name in BUILT and "__init__.py" not in names)


def _is_file(entry: os.DirEntry[str]) -> bool:
    """Is an entry a file, and no folder, pipe or socket? A broken link is: reading it says what is wrong."""
    try:
        return entry.is_file() or (entry.is_symlink() and not os.path.exists(entry.path))
    except OSError:
        return True


def _within_excluded(path: str, excluded: Excluded) -> bool:
    """Is a path, or a folder on the way to it from the current one, excluded?"""
    path = os.path.relpath(path)
    while path not in ("", os.curdir, os.pardir):
        if excluded(path):
            return True
        path = os.path.dirname(path)
    return False
