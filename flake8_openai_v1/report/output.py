"""Where the results of a run go: the format that was asked for, to stdout or to stderr."""

from __future__ import annotations

import os
import sys
from collections import Counter
from collections.abc import Callable, Mapping
from contextlib import suppress

from . import Run, renderer, statistics
from .colour import is_wanted
from .talk import Talk, say

FOR_PEOPLE = ("text", "full")
"""Formats beside which there may be other lines."""

JOB_SUMMARY = "GITHUB_STEP_SUMMARY"
"""The variable that names the file which GitHub Actions shows as the summary of a job."""


class Output:
    """The results of one run of a command."""

    def __init__(self, name: str, talk: Talk, *, plain: bool = False, stdout_is_taken: bool = False) -> None:
        """Choose a format by its name. `plain` refuses colours; results go to stderr where stdout is taken."""
        self._name = name
        self._talk = talk
        self._plain = plain
        self._stdout_is_taken = stdout_is_taken

    def results(self, run: Run) -> None:
        """Write what was found."""
        name = self._name
        if name == "github":
            run = run._replace(files=list(run.files))  # its summary needs them again
        stream = sys.stderr if self._stdout_is_taken else sys.stdout
        coloured = name == "text" and is_wanted(stream, self._plain)
        try:
            for piece in renderer("colour" if coloured else name)(run):
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
