"""How many findings there were at commits of the past: read from git's objects, nothing is checked out."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from datetime import datetime, timezone
from typing import NamedTuple

from ..project.config import Config, matcher
from ..project.discovery import SKIPPED, SUFFIXES
from ..project.git import Repository
from .check import Candidate, Checked, check_file
from .programs import in_programs, together
from .relevant import names_sdk

MOST = 40
"""Commits that are looked at. Of a longer history, as many at equal distances."""


class Then(NamedTuple):
    """A commit, and what is found in its files."""

    commit: str
    day: str
    findings: int
    files: int
    """That have findings."""


class History:
    """The first parents of HEAD, from a commit on."""

    def __init__(self, folder: str, revision: str) -> None:
        """Take the history of a folder since a revision. Raises GitError if there is no such commit."""
        self._repository = Repository(folder)
        self._commits = self._repository.commits(self._repository.commit(revision))
        self._known: dict[tuple[str, str], tuple[Candidate, Checked] | None] = {}
        self._texts: dict[str, bytes] = {}

    def course(self, roots: Sequence[str], config: Config, progress: Callable[[int, int], None]) -> Iterator[Then]:
        """Yield commits, oldest first, with what is found below `roots`. Raises GitError."""
        chosen = _spread(self._commits, MOST)
        inside = [self._repository.name(root) for root in roots]
        is_wanted = _wanted(self._repository.root, [root for root in inside if root is not None], config)
        for number, (commit, time) in enumerate(chosen):
            progress(number, len(chosen))
            files = {name: content for name, content in self._repository.files(commit).items() if is_wanted(name)}
            self._look_at(files, config)
            there = [known for each in files.items() if (known := self._known[each]) is not None]
            given = [file for file, _ in there]
            texts = {self._path(name): self._texts[content] for name, content in files.items()}
            settled = in_programs(given, [checked for _, checked in there], config)
            results = together(sorted(texts), given, settled, config, texts)
            found = [len(checked.findings) for checked in results]
            day = datetime.fromtimestamp(time, timezone.utc).date().isoformat()
            yield Then(commit, day, sum(found), sum(map(bool, found)))

    def _look_at(self, files: dict[str, str], config: Config) -> None:
        """Check those files that were not at another commit with the same content."""
        new = [(name, content) for name, content in files.items() if (name, content) not in self._known]
        for (name, content), data in zip(new, self._repository.read(content for _, content in new), strict=True):
            self._known[name, content] = None
            self._texts[content] = data or b""
            if data is not None and names_sdk(data):
                file = Candidate(self._path(name), data)
                self._known[name, content] = file, check_file(file, config)

    def _path(self, name: str) -> str:
        """Where a file of the repository would be."""
        return os.path.join(self._repository.root, *name.split("/"))


def _spread(commits: Sequence[tuple[str, int]], most: int) -> list[tuple[str, int]]:
    """Choose some at equal distances, the first and the last among them."""
    if len(commits) <= most:
        return list(commits)
    return [commits[round(number * (len(commits) - 1) / (most - 1))] for number in range(most)]


def _wanted(root: str, inside: Sequence[str], config: Config) -> Callable[[str], bool]:
    """Make a test whether a file of the repository would be found, by its name."""
    patterns = config.exclude + config.extend_exclude
    excluded = matcher(patterns) if patterns else None

    def is_wanted(name: str) -> bool:
        if not name.endswith(SUFFIXES) or not SKIPPED.isdisjoint(name.split("/")):
            return False
        if not any(top == os.curdir or name == top or name.startswith(f"{top}/") for top in inside):
            return False
        if excluded is None:
            return True
        parts = name.split("/")
        return not any(excluded(os.path.join(root, *parts[: number + 1])) for number in range(len(parts)))

    return is_wanted
