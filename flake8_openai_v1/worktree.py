"""What git knows of files that are to be changed: whether their owner could get them back as they are."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator, Sequence

PATIENCE = 10
"""Seconds that git is given for one call."""

AT_ONCE = 200
"""Files that git is asked about in one call: a command line has a limit."""

OPTIONS = (
    "--no-optional-locks",  # others may be at work there
    "--literal-pathspecs",
    "-c",
    "core.fsmonitor=false",  # may name a program of the repository, which would be run
)

OF_A_HOOK = frozenset(["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"])
"""Variables that lead git to the repository whose hook we run in, which need not be that of a file."""


def warning(paths: Sequence[str]) -> str | None:
    """Say in one line which files have changes that are not committed, or are in no git repository.

    None if git has them all as they are. Nothing is said of what git does not tell: where it is missing, does not
    trust the owner of the folder, or takes too long.
    """
    names = {os.path.realpath(path): path for path in paths}
    known: dict[str, str | None] = {}
    by_root: dict[str | None, list[str]] = {}
    for target in names:
        by_root.setdefault(_root(os.path.dirname(target), known), []).append(target)
    outside = by_root.pop(None, [])
    changed = [target for root, targets in by_root.items() if root for target in _changed(root, targets)]
    parts = []
    for what, targets in (("uncommitted changes in", changed), ("no git repository around", outside)):
        if targets:
            one = names.get(targets[0], targets[0])
            parts.append(f"{what} {one if len(targets) == 1 else f'{len(targets):,} files'}")
    return "; ".join(parts) or None


def _root(folder: str, known: dict[str, str | None]) -> str | None:
    """Find the root of the work tree that a folder is in, and keep it in `known`."""
    if folder not in known:
        above = os.path.dirname(folder)
        if os.path.exists(os.path.join(folder, ".git")):  # a folder, or a file that names one
            known[folder] = folder
        else:
            known[folder] = None if above == folder else _root(above, known)
    return known[folder]


def _changed(root: str, targets: Sequence[str]) -> Iterator[str]:
    """Yield those files of a work tree that are not as they are in its last commit."""
    environment = {name: value for name, value in os.environ.items() if name not in OF_A_HOOK}
    for first in range(0, len(targets), AT_ONCE):
        some = [os.path.relpath(target, root) for target in targets[first : first + AT_ONCE]]
        status = ["status", "--porcelain", "-z", "--no-renames", "--untracked-files=all", "--ignored", "--", *some]
        try:
            done = subprocess.run(
                ["git", *OPTIONS, *status], cwd=root, env=environment, capture_output=True, timeout=PATIENCE, check=True
            )
        except (OSError, subprocess.SubprocessError):
            return
        for entry in filter(None, done.stdout.split(b"\0")):
            yield os.path.join(root, os.fsdecode(entry[len(b"XY ") :]))
