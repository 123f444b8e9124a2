"""The documents that are open among the files of their programs: what these tell, and what is to be fixed with what."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Sequence
from typing import NamedTuple

from ..fix.fixer import Options, Source, fix_files
from ..fix.planning import Plan, plan
from ..fix.results import Fixed
from ..lint.check import Candidate, Checked, check_file
from ..lint.inputs import Input
from ..lint.programs import in_programs, together
from ..lint.relevant import IMPORT
from ..lint.surroundings import Surroundings, surroundings, text_of
from ..project.config import Config, matcher
from ..project.discovery import SKIPPED
from ..project.environment import Variable
from .documents import Document
from .reading import Reading, Whole, by_part

Going = Callable[[], None]
"""Is called between two pieces of work. Raises where nobody wants the rest any more."""


class Disk:
    """The bytes of files, read again only where these have changed."""

    def __init__(self) -> None:
        """Nothing read yet."""
        self._known: dict[str, tuple[object, bytes | None]] = {}

    def text(self, path: str) -> bytes | None:
        """The bytes of a file; None where it cannot be read."""
        try:
            status = os.stat(path)
        except OSError:
            return None
        state = (status.st_mtime_ns, status.st_size, status.st_ino)
        if path not in self._known or self._known[path][0] != state:
            self._known[path] = (state, text_of(path))
        return self._known[path][1]


class _Around(NamedTuple):
    """What was found around documents, and for which."""

    what: object
    found: Surroundings


class Programs:
    """The programs of the documents that are open. One thread at a time may ask."""

    def __init__(self) -> None:
        """Nothing known yet."""
        self._disk = Disk()
        self._around: dict[str, _Around] = {}
        self._checked: dict[str, tuple[bytes, Config, Checked]] = {}

    def look(self, readings: Sequence[Reading], base: str, config: Config, changes: int, going: Going) -> list[Whole]:
        """Say what the files of their programs tell of documents that belong to one folder with settings.

        ``changes`` is how often files have changed on the disk, as far as was told.
        """
        inputs = [Input(reading.document.path, reading.data) for reading in readings]
        around = self._known_around(inputs, base, changes)
        excluded = is_excluded(config, base)
        others = [Input(one.path, self._disk.text(one.path) or b"") for one in around.inputs if not excluded(one.path)]
        given = [Candidate(file.path, file.data) for file in (*inputs, *others)]
        checked = [reading.checked for reading in readings]
        alone = {reading.document.path: reading.checked.findings for reading in readings}
        for file in others:
            going()
            if file.is_relevant:
                checked.append(self._check(Candidate(file.path, file.data), config))
        going()
        paths = {one.path for one in checked}
        settled = in_programs([one for one in given if one.path in paths], checked, config)
        going()
        followed = together([one.path for one in given], given, settled, config, going=going)
        found = {one.path: one.findings for one in followed}
        uses = {one.path: one.module for one in checked}
        return [
            Whole(
                reading.texts,
                by_part(reading.document, alone[path]),
                by_part(reading.document, found.get(path, [])),
                [use for other, use in uses.items() if other != path and use is not None],
            )
            for reading in readings
            for path in (reading.document.path,)
        ]

    def _known_around(self, inputs: Sequence[Input], base: str, changes: int) -> Surroundings:
        what = (changes, [(file.path, IMPORT.findall(file.data)) for file in inputs])
        known = self._around.get(base)
        if known is None or known.what != what:
            known = self._around[base] = _Around(what, surroundings(inputs, self._disk.text))
        return known.found

    def _check(self, file: Candidate, config: Config) -> Checked:
        data, settings, checked = self._checked.get(file.path, (None, None, None))
        if checked is None or data != file.data or settings != config:
            checked = check_file(file, config)
            self._checked[file.path] = (file.data, config, checked)
        return checked

    # Fixes

    def fixed(
        self, document: Document, others: Sequence[Document], config: Config, unsafe: bool, going: Going
    ) -> list[Fixed]:
        """What `fix` makes of one document."""
        return self._fix([Input(document.path, document.data)], others, config, Options(unsafe=unsafe), going)

    def plan(self, document: Document, others: Sequence[Document], config: Config, going: Going) -> Plan:
        """What is safe to do about each finding of a document. Calls are made on the module: each is one fix."""
        sources, variables = self._sources([Input(document.path, document.data)], others, going)
        return plan(sources, config, "module", progress=lambda done, total: going(), variables=variables, is_safe=True)

    def migrated(
        self, document: Document, others: Sequence[Document], base: str, config: Config, unsafe: bool, going: Going
    ) -> list[Fixed]:
        """What `fix` makes of all files of the program that a document belongs to."""
        excluded = is_excluded(config, base)
        files = [one for one in self._program(document, others) if not excluded(one.path)]
        return self._fix(sorted(files), others, config, Options(unsafe=unsafe), going)

    def _program(self, document: Document, others: Sequence[Document]) -> list[Input]:
        """The files of a document's program. One that does not name the SDK is in that of another one that is open."""
        own = Input(document.path, document.data)
        for one in (own, *(Input(other.path, other.data) for other in others)):
            if one.is_relevant and (own.is_relevant or one.path != own.path):
                files = [one, *surroundings([one], self._texts(others)).inputs]
                if any(file.path == own.path for file in files):
                    return files
        return [own]

    def _fix(
        self, files: Sequence[Input], others: Iterable[Document], config: Config, options: Options, going: Going
    ) -> list[Fixed]:
        sources, variables = self._sources(files, others, going)
        return fix_files(sources, config, options, lambda done, total: going(), variables)[: len(files)]

    def _sources(
        self, files: Sequence[Input], others: Iterable[Document], going: Going
    ) -> tuple[list[Source], Sequence[Variable]]:
        """Files with what is around them, as the fixer is given them."""
        going()
        around = surroundings(files, self._texts(others))
        sources = [
            *(Source(file.path, file.data) for file in files),
            *(Source(file.path, file.data, outside=True) for file in around.inputs),
            *(Source(path, b"", outside=True, unreadable=True) for path in around.unreadable),
        ]
        return sources, around.variables

    def _texts(self, documents: Iterable[Document]) -> Callable[[str], bytes | None]:
        """What gives the bytes of a file: as it is in the editor, where it is open."""
        opened = {document.path: document for document in documents}
        return lambda path: opened[path].data if path in opened else self._disk.text(path)


def is_excluded(config: Config, base: str) -> Callable[[str], bool]:
    """Make a test whether a file is left out where ``base`` is searched: by the settings, or as other people's code."""
    patterns = config.exclude + config.extend_exclude
    matches = matcher(patterns) if patterns else None

    def excluded(path: str) -> bool:
        inner = os.path.relpath(path, base) if os.path.isabs(path) else path
        parts = inner.split(os.sep)
        if not SKIPPED.isdisjoint(parts[:-1]):
            return True
        if matches is None:
            return False
        return any(matches(os.path.join(base, *parts[: number + 1])) for number in range(len(parts)))

    return excluded
