"""The files that a command is to look at, and what is found in them."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Iterator
from functools import partial

from ..lint.check import Candidate, Checked, processors
from ..lint.inputs import Input
from ..lint.programs import found_in
from ..project.config import Config
from ..project.discovery import find
from ..report.talk import Talk
from ..syntax.diagnostics import Diagnostic
from ..syntax.source import read
from .inputs import STDIN, read_all


class Search:
    """The files of one run of a command that only looks."""

    def __init__(self, arguments: Namespace, config: Config, talk: Talk, *, keep_all: bool = False) -> None:
        """Find the files and read them; what fails is said. With `keep_all` the bytes of all of them are kept."""
        stdin: str = arguments.stdin_filename
        self.roots: list[str] = arguments.paths or ["."]
        self.paths = find(self.roots, config, talk.failed, stdin=stdin, force_exclude=arguments.force_exclude)
        self.inputs: list[Input] = []
        """All of them, where they are kept."""
        self.files: list[Candidate] = []
        """Those that have the word in them."""
        self.seen: dict[str, Checked] = {}
        """What was found in them, by their paths."""
        self._names: list[str] = []
        self._typed: dict[str, bytes] = {}
        """What came from standard input, by its name."""
        for file in read_all(self.paths, stdin, talk):
            self._names.append(file.path)
            if file.is_stdin:
                self._typed[file.path] = file.data
            if keep_all:
                self.inputs.append(file)
            if file.is_relevant:
                self.files.append(Candidate(file.path, file.data))
        self._config = config
        self._talk = talk
        self._jobs = 1 if STDIN in self.paths else arguments.jobs or processors()

    @property
    def looked_at(self) -> list[str]:
        """The files that could be processed, once all were."""
        failed = {failure.path for failure in self._talk.failures}
        return [path for path in self.paths if path not in failed]

    def findings(self) -> Iterator[tuple[Candidate, list[Diagnostic]]]:
        """Yield each file in which something may be found, with its findings; what fails is said.

        The files are looked at together: what one gets from another one counts.
        """
        talk = self._talk
        known = {file.path: file for file in self.files}
        progress = partial(talk.progress, what="checked")
        for checked in found_in(self._names, self.files, self._config, self._jobs, progress, self._typed):
            self.seen[checked.path] = checked
            if checked.failure is not None:
                talk.failed(checked.path, checked.failure)
            if checked.unread:
                talk.unread(checked.path, checked.unread)
            yield known.get(checked.path) or self._read(checked.path), checked.findings

    def _read(self, path: str) -> Candidate:
        """A file in which something is found though it has not the word in it."""
        return Candidate(path, self._typed[path] if path in self._typed else read(path))
