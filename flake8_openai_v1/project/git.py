"""What a git repository holds: read by git's plumbing, which runs nothing that the repository names.

A repository may come from anybody. Its configuration can name programs: to compare files, to convert them, to watch the
folder, to fetch what is missing. So files are read as they are stored, compared here, and nothing is fetched.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterable, Iterator, Sequence

PATIENCE = 120
"""Seconds that git is given for one call."""

OPTIONS = (
    "--no-pager",
    "--no-optional-locks",
    "--no-replace-objects",
    "-c",
    "core.fsmonitor=false",
    "-c",
    f"core.hooksPath={os.devnull}",
    "-c",
    "protocol.allow=never",
)

OF_A_HOOK = frozenset(["GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE", "GIT_PREFIX", "GIT_COMMON_DIR"])
"""Variables that lead git to the repository whose hook we run in, which need not be the one that is meant."""

ALONE = {"GIT_NO_LAZY_FETCH": "1", "GIT_ALLOW_PROTOCOL": "", "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C"}
"""Variables that keep git from fetching what a partial clone lacks, and from asking."""


AT_ONCE = 200
"""Paths that git is asked about in one call: a command line has a limit."""


class GitError(Exception):
    """What git could not do; the text is the reason, one line."""


def root_of(folder: str) -> str | None:
    """Find the root of the work tree that a folder is in; None where there is none."""
    folder = os.path.realpath(folder)
    while not os.path.exists(os.path.join(folder, ".git")):  # a folder, or a file that names one
        above = os.path.dirname(folder)
        if above == folder:
            return None
        folder = above
    return folder


class Repository:
    """A repository as it is stored: commits, and the files in each."""

    def __init__(self, folder: str) -> None:
        """Take the repository that a folder is in. Raises GitError if it is in none."""
        root = root_of(folder)
        if root is None:
            raise GitError("not in a git repository")
        self.root = root

    def commit(self, revision: str) -> str:
        """Give the name of the commit that a revision means. Raises GitError if it means none."""
        try:
            # Git takes what begins with a dash for an option.
            name = "" if revision.startswith("-") else self._git("rev-parse", "--verify", f"{revision}^{{commit}}")
        except GitError:
            name = ""
        if not name.strip():
            raise GitError("no such commit here; a shallow clone lacks most of them")
        return name.strip()

    def merge_base(self, commit: str) -> str:
        """Give the newest commit that HEAD has in common with another one; that one itself where there is none."""
        try:
            return self._git("merge-base", commit, "HEAD").strip() or commit
        except GitError:
            return commit

    def commits(self, since: str) -> list[tuple[str, int]]:
        """List the first parents of HEAD from a commit on, oldest first, with the second at which each was made.

        Where that commit is none of them, the list begins with the first one after.
        """
        words = ["rev-list", "--first-parent", "--reverse", "--timestamp"]
        listed = [*self._git(*words, "-1", since).splitlines(), *self._git(*words, f"{since}..HEAD").splitlines()]
        return [(name, int(time)) for time, name in (line.split() for line in listed)]

    def files(self, commit: str) -> dict[str, str]:
        """Map the path of each file of a commit, from the root and with slashes, to the name of its content."""
        return dict(_entries(self._git("ls-tree", "-r", "-z", "--full-tree", commit)))

    def newest(self, paths: Sequence[str]) -> dict[str, str]:
        """Map those of some paths that the last commit has to the names of their contents, as `files` does."""
        try:
            commit = self.commit("HEAD")
        except GitError:
            self._git("symbolic-ref", "HEAD")  # which a repository without a commit has, and none that is broken
            return {}
        found: dict[str, str] = {}
        for first in range(0, len(paths), AT_ONCE):
            some = paths[first : first + AT_ONCE]
            found.update(_entries(self._git("ls-tree", "-z", "--full-tree", commit, "--", *some)))
        return found

    def read(self, contents: Iterable[str]) -> Iterator[bytes | None]:
        """Yield the contents of these names; None for one that is not here."""
        names = list(contents)
        answer = self._run(["cat-file", "--batch"], "".join(f"{name}\n" for name in names).encode())
        at = 0
        for _ in names:
            end = answer.index(b"\n", at)
            head = answer[at:end].split()
            at = end + 1
            if len(head) != 3:  # "missing"
                yield None
                continue
            size = int(head[2])
            yield answer[at : at + size]
            at += size + 1

    def name(self, path: str) -> str | None:
        """Give the path of a file from the root; None where it is not below."""
        inner = os.path.relpath(os.path.realpath(path), self.root)
        return None if inner.split(os.sep)[0] == os.pardir else inner.replace(os.sep, "/")

    def _git(self, *words: str) -> str:
        return self._run(list(words)).decode("utf-8", "surrogateescape")

    def _run(self, words: list[str], given: bytes = b"") -> bytes:
        environment = {name: value for name, value in os.environ.items() if name not in OF_A_HOOK} | ALONE
        try:
            done = subprocess.run(
                [_program(), *OPTIONS, *words],
                cwd=self.root,
                env=environment,
                input=given,
                capture_output=True,
                timeout=PATIENCE,
                check=False,
            )
        except (OSError, subprocess.SubprocessError) as error:
            raise GitError(f"git cannot be run: {type(error).__name__}") from None
        if done.returncode:
            said = done.stderr.decode("utf-8", "replace").strip().splitlines()
            raise GitError(said[-1] if said else f"git {words[0]} failed")
        return done.stdout


def _entries(listing: str) -> Iterator[tuple[str, str]]:
    """Yield path and name of the content of each file in what ``ls-tree -z`` says."""
    for entry in listing.split("\0"):
        about, _, path = entry.partition("\t")
        kind, _, content = about.partition(" blob ")
        if content and kind != "120000":  # a link
            yield path, content


def _program() -> str:
    """The full path of git. A ``git`` in the current folder, which may be anybody's, is not looked at."""
    for folder in os.environ.get("PATH", os.defpath).split(os.pathsep):
        for name in ("git.exe",) if os.name == "nt" else ("git",):
            path = os.path.join(folder, name)
            if os.path.isabs(folder) and os.path.isfile(path) and os.access(path, os.X_OK):
                return path
    raise GitError("git is not installed")
