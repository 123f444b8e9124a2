"""What git knows of files that are to be changed: whether their owner could get them back as they are."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator, Sequence

from ..project.git import GitError, Repository, root_of


def warning(paths: Sequence[str]) -> str | None:
    """Say in one line which files have changes that are not committed, or are in no git repository.

    None if git has them all as they are. Nothing is said of what git does not tell: where it is missing, does not
    trust the owner of the folder, or takes too long.
    """
    names = {os.path.realpath(path): path for path in paths}
    roots: dict[str, str | None] = {}
    by_root: dict[str | None, list[str]] = {}
    for target in names:
        folder = os.path.dirname(target)
        if folder not in roots:
            roots[folder] = root_of(folder)
        by_root.setdefault(roots[folder], []).append(target)
    outside = by_root.pop(None, [])
    changed = [target for root, targets in by_root.items() if root for target in _changed(root, targets)]
    parts = []
    for what, targets in (("uncommitted changes in", changed), ("no git repository around", outside)):
        if targets:
            one = names.get(targets[0], targets[0])
            parts.append(f"{what} {one if len(targets) == 1 else f'{len(targets):,} files'}")
    return "; ".join(parts) or None


def _changed(root: str, targets: Sequence[str]) -> Iterator[str]:
    """Yield those files of a work tree that are not as they are in its last commit.

    Git is asked what it has, and the files are compared here: to compare them itself it may run what the repository
    names for it.
    """
    try:
        repository = Repository(root)
        stored = repository.newest([repository.name(target) or "" for target in targets])
    except GitError:
        return
    for target in targets:
        if not _is_stored(target, stored.get(repository.name(target) or "")):
            yield target


def _is_stored(path: str, content: str | None) -> bool:
    """True if a file is the content of this name, but for line ends, which git may store as others."""
    if content is None:
        return False
    try:
        with open(path, "rb") as file:
            data = file.read()
    except OSError:
        return False
    return content in (_name(data, len(content)), _name(data.replace(b"\r\n", b"\n"), len(content)))


def _name(data: bytes, digits: int) -> str:
    """The name that git gives to a content."""
    algorithm = "sha1" if digits == 40 else "sha256"
    return hashlib.new(algorithm, b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()
