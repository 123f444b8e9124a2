"""Where the results of a run go: the format that was asked for, to stdout or to stderr."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress

from . import Run, renderer, statistics
from .colour import is_terminal, is_wanted
from .talk import Talk, say

FOR_PEOPLE = ("text", "full")
"""Formats beside which there may be other lines."""

WITH_FIXES = ("full", "json", "rdjson", "sarif")
"""Formats that say which fix a finding has, for people and programs that apply it. Others are as quick as flake8."""

JOB_SUMMARY = "GITHUB_STEP_SUMMARY"
"""The variable that names the file which GitHub Actions shows as the summary of a job."""


class Output:
    """The results of one run of a command."""

    def __init__(self, name: str | None, talk: Talk, *, plain: bool = False, stdout_is_taken: bool = False) -> None:
        """Choose a format by its name; None is the one for people where they look, else the one for pipes.

        `plain` refuses colours. Results go to stderr where stdout is taken.
        """
        stream = sys.stderr if stdout_is_taken else sys.stdout
        self._name = name or ("full" if is_terminal(stream) else "text")
        self._talk = talk
        self._is_coloured = self._name in FOR_PEOPLE and is_wanted(stream, plain)
        self._stdout_is_taken = stdout_is_taken

    @property
    def shows_fixes(self) -> bool:
        """True if the format says which fix a finding has."""
        return self._name in WITH_FIXES

    @property
    def is_for_people(self) -> bool:
        """True if other lines may stand beside the results."""
        return self._name in FOR_PEOPLE

    def results(self, run: Run) -> None:
        """Write what was found."""
        name = self._name
        if name == "github":
            run = run._replace(files=list(run.files))  # its summary needs them again
        try:
            for piece in renderer(name)(run._replace(coloured=self._is_coloured)):
                self._talk.clear()
                self._write(piece)
        finally:
            self._talk.clear()
        if name == "github":
            _append_summary(run)

    def statistics(self, counts: Mapping[str, Counter[str]]) -> None:
        """Write how often each code was found; to stderr where stdout holds something for a program to read."""
        for line in statistics(counts):
            (self._write if self._name in FOR_PEOPLE else say)(line)

    @property
    def _write(self) -> Callable[[str], object]:
        return say if self._stdout_is_taken else sys.stdout.write


def _append_summary(run: Run) -> None:
    path = os.environ.get(JOB_SUMMARY)
    if path:
        with suppress(OSError), open(path, "a", encoding="utf-8", errors="backslashreplace") as file:
            file.writelines(renderer("summary")(run))
