"""A baseline: a file that says which findings are known already, so that only new ones count.

A finding is known by its file, its code and what stands there, not by its line: it may move, also to another file where
the first one is gone. Of what stands in a file several times, as many are known as are written down.
"""

from __future__ import annotations

import json
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from .. import NAME
from ..project.config import Config
from ..project.infrastructure import folders_above
from ..syntax.diagnostics import Diagnostic
from ..syntax.source import SourceError, read
from .excerpts import fingerprints
from .settings import SettingsError

VERSION = 1

Known = dict[str, Counter[str]]
"""By the path of each file from the folder of the baseline: how often each finding, as `CODE FINGERPRINT`, is known."""


def nearest(path: str) -> str:
    """The baseline that is meant: that of the current folder, or of one above it in its repository."""
    if os.path.dirname(path) or os.path.lexists(path):
        return path
    above = (os.path.join(folder, path) for folder in folders_above(path))
    return next((os.path.relpath(one) for one in above if os.path.isfile(one)), path)


class Baseline:
    """What is known, and which of it was seen again in this run."""

    def __init__(self, path: str, known: Known) -> None:
        """Take what is known by the baseline at `path`."""
        self._folder = os.path.dirname(os.path.abspath(path))
        self._open = known
        self._seen: Known = {}
        self._gone = [name for name in known if not os.path.exists(self._path(name))]

    @classmethod
    def read(cls, path: str) -> Baseline:
        """Read a baseline. Raises SettingsError if there is none, or it is something else."""
        try:
            content = json.loads(read(path))
            if content["version"] != VERSION:
                raise SettingsError(f"{path}: a baseline of version {content['version']}, expected {VERSION}")
            known = {str(name): _counter(own) for name, own in content["files"].items()}
        except SourceError as error:
            if not os.path.lexists(path):
                raise SettingsError(f"{path}: there is no baseline; write one with: {NAME} baseline") from None
            raise SettingsError(f"{path}: {error}") from None
        except (ValueError, TypeError, KeyError, AttributeError, RecursionError):
            raise SettingsError(f"{path}: not a baseline") from None
        return cls(path, known)

    def new(self, path: str, data: bytes, findings: Sequence[Diagnostic]) -> list[Diagnostic]:
        """Give those findings in a file that are not known, and keep in mind which others were seen."""
        name = self._name(path)
        new = []
        for found, key in _keys(path, data, findings):
            if self._spend(name, key):
                self._seen.setdefault(name, Counter())[key] += 1
            else:
                new.append(found)
        return new

    def add(self, path: str, data: bytes, findings: Sequence[Diagnostic]) -> None:
        """Make all findings in a file known."""
        self._seen.setdefault(self._name(path), Counter()).update(key for _, key in _keys(path, data, findings))

    def _spend(self, name: str, key: str) -> bool:
        """Take one of a finding away from what is known of a file, or of one that is gone. True if there was one."""
        for source in (name, *(self._gone if name not in self._open else ())):
            own = self._open.get(source)
            if own is not None and own[key] > 0:
                own[key] -= 1
                return True
        return False

    @property
    def seen(self) -> int:
        """How many known findings were seen."""
        return sum(own.total() for own in self._seen.values())

    def settle(self, looked_at: Iterable[str], roots: Iterable[str], config: Config) -> Counter[str]:
        """Take out what was not seen again though it was looked for, and count it by code.

        `looked_at` are the files that were processed, `roots` the files and folders that were searched: a file that was
        there once is gone. What is not selected was not looked for.
        """
        names = {self._name(path) for path in looked_at}
        inside = [os.path.abspath(root) for root in roots]
        paid: Counter[str] = Counter()
        for name, own in self._open.items():
            path = self._path(name)
            if name in names or (name in self._gone and any(_is_within(path, root) for root in inside)):
                for key in own:
                    code = key.split(" ")[0]
                    if own[key] and config.shows(code, path):
                        paid[code] += own[key]
                        own[key] = 0
        return paid

    def text(self) -> str:
        """Write down what is known: seen, or not looked for."""
        files: Known = {}
        for part in (self._open, self._seen):
            for name, own in part.items():
                files.setdefault(name, Counter()).update(own)
        return _text(files)

    def _path(self, name: str) -> str:
        return os.path.normpath(os.path.join(self._folder, name))

    def _name(self, path: str) -> str:
        try:
            path = os.path.relpath(path, self._folder)
        except ValueError:  # another drive
            path = os.path.abspath(path)
        return path.replace(os.sep, "/")


def _keys(path: str, data: bytes, findings: Sequence[Diagnostic]) -> Iterator[tuple[Diagnostic, str]]:
    for found, own in zip(findings, fingerprints(path, data, findings), strict=True):
        yield found, f"{found.code} {own}"


def _counter(content: Any) -> Counter[str]:
    return Counter({str(key): int(number) for key, number in content.items()})


def _is_within(path: str, root: str) -> bool:
    return path == root or path.startswith(root.rstrip(os.sep) + os.sep)


def _text(files: Known) -> str:
    kept = {name: {key: n for key, n in sorted(own.items()) if n} for name, own in sorted(files.items())}
    content = {"version": VERSION, "files": {name: own for name, own in kept.items() if own}}
    return json.dumps(content, indent=1) + "\n"
