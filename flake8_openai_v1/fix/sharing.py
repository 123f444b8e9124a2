"""A function that makes clients stands in one file of a program: the others that were given the same import it.

It stays where the most of them can import it as Python finds it, in the way in which they import others, without a
circle, and so that nothing runs which did not. Where that is not known for sure, a file keeps its own.
"""

from __future__ import annotations

import ast
import os
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from ..project.discovery import is_notebook
from ..project.line_length import DEFAULT, line_length
from ..semantics.loading import Loading
from ..semantics.modules import TEST
from ..syntax.diagnostics import Diagnostic
from ..syntax.notebook_edits import EditError
from ..syntax.source import SourceError, decode, parse
from .alone import Outcome, changes
from .causes import Cause
from .clients.copies import NAMES, Copy, copies, drop_unused, import_from, is_used_first, take_out
from .clients.mocked import replaces_module
from .clients.names_of_modules import name_of
from .files import PROMISED, File, bytes_after
from .program import Run
from .text.edits import Conflict, Edits, lines_before

WORDS = ("client", "openai", "api", "llm", "util", "common", "config", "settings", "helper", "base")
"""What modules are called in which such a function is looked for; the first the most."""


def with_one_maker(run: Run, outcomes: Mapping[int, Outcome]) -> dict[int, Outcome]:
    """The outcomes of the files of a program, without functions that another file has, too."""
    word = b"openai_client"
    given = [number for number in run.members if word in (outcomes[number].data or b"")]
    if not any(changes(run.files[number], outcomes[number]) for number in given) or len(run.members) == 1:
        return dict(outcomes)
    if any(replaces_module(file.text, alone=True) for file in run.files.values()):
        return dict(outcomes)  # a stand-in for the module of one file is none for that of another
    try:
        return _Sharing(run, dict(outcomes)).outcomes()
    except (Conflict, EditError, SourceError):
        return dict(outcomes)


@dataclass
class _Sharing:
    """Which file has the functions, and which import them."""

    run: Run
    before: dict[int, Outcome]
    taken: dict[int, dict[int, list[Copy]]] = field(default_factory=dict)
    """The number of a file → of another → what it imports from there."""

    def outcomes(self) -> dict[int, Outcome]:
        """What becomes of the files."""
        for name in sorted({copy.name for own in self.own.values() for copy in own}):
            self._place(name)
        result = dict(self.before)
        moved: dict[str, list[int]] = {}
        for number, homes in self.taken.items():
            made = self._without(number, homes)
            if made is not None:
                result[number], moved[self.new[number].source.path] = made
        return {number: _told(self.run.files[number], one, moved) for number, one in result.items()}

    @cached_property
    def new(self) -> dict[int, File]:
        """The files as they will be."""
        found: dict[int, File] = {}
        for number, file in self.run.files.items():
            data = self.before[number].data or file.source.data
            if is_notebook(file.source.path) or not file.parses or b"openai_client" not in data:
                continue
            new = self.run.reader.read(file.source._replace(data=data))
            if new is not None:
                found[number] = new
        return found

    @cached_property
    def all(self) -> dict[int, list[Copy]]:
        """The number of a file → what makes clients in it."""
        return {number: list(copies(file.text)) for number, file in self.new.items()}

    @cached_property
    def own(self) -> dict[int, list[Copy]]:
        """The same for those that were given a function: which were not there."""
        found = {}
        for number, all_of in self.all.items():
            there = {copy.name for copy in copies(self.run.files[number].text)}
            found[number] = [copy for copy in all_of if copy.name not in there]
        return found

    @cached_property
    def loading(self) -> Loading:
        """What runs when one of the files is imported."""
        return Loading([source.path for source in self.run.sources], self._tree)

    def _tree(self, number: int) -> ast.Module | None:
        if number in self.run.files:
            return self.run.files[number].text.tree
        source = self.run.sources[number]
        try:
            return None if is_notebook(source.path) else parse(decode(source.data))
        except SourceError:
            return None

    def _place(self, name: str) -> None:
        """Choose the file for the functions of a name, again for those that cannot import it from there."""
        waiting = {number: copy for number, own in self.own.items() for copy in own if copy.name == name}
        homes = {number: copy for number, own in self.all.items() for copy in own if copy.name == name}
        while waiting:
            served = {home: self._served(home, homes[home], waiting) for home in homes}
            home = max(homes, key=lambda one: (len(served[one]), self._rank(one), -one))
            if not served[home]:
                return
            for number in served[home]:
                self.taken.setdefault(number, {}).setdefault(home, []).append(waiting.pop(number))
                homes.pop(number)
                self.loading.add(number, home)
            waiting.pop(home, None)

    def _rank(self, home: int) -> tuple[int, int, int]:
        """What speaks for a file: it has such a function already, others import from it, and what it is called."""
        has_others = sum(home in others for others in self.taken.values())
        name = os.path.basename(self.run.files[home].source.path).lower()
        word = next((len(WORDS) - at for at, word in enumerate(WORDS) if word in name), 0)
        return has_others + (home not in self.own), word, -self.run.files[home].source.path.count(os.sep)

    def _served(self, home: int, there: Copy, waiting: Mapping[int, Copy]) -> list[int]:
        """The files that may have a function from another one, one by one."""
        path = self.run.files[home].source.path
        if TEST.fullmatch(os.path.basename(path)) or os.path.basename(path) == "__main__.py":
            return []
        return [
            number
            for number, copy in waiting.items()
            if number != home
            and copy.makes == there.makes
            and copy.options <= there.options
            and self._may_import(number, home)
        ]

    def _may_import(self, number: int, home: int) -> bool:
        """True if a file may import another one: no circle comes of it, and nothing runs that did not."""
        loading = self.loading
        if self._module(number, home) is None:
            return False
        around = frozenset(loading.packages(number))
        if number in loading.run(home, later=True, beside=around):
            return False
        known = loading.run_before_end(number)
        if home in known:
            return True
        more = loading.run(home, beside=around) - known
        have = loading.from_outside({number, *known, *(one for pack in around for one in loading.run(pack))})
        is_there = loading.from_outside(more) <= have or self._runs_always(number, home)
        return is_there and all(loading.is_harmless(one, around | {number}) for one in more)

    def _runs_always(self, number: int, home: int) -> bool:
        """True if each file that is run, and runs a file, runs another one, too."""
        files = self.run.members
        others = {one: self.loading.run(one) for one in files}
        starts = [one for one in files if not any(one in ran for other, ran in others.items() if other != one)]
        reaching = [one for one in starts if number in others[one]]
        return bool(reaching) and number not in reaching and all(home in others[one] for one in reaching)

    def _module(self, number: int, home: int) -> str | None:
        return name_of(self.loading, number, home, list(self.run.members))

    def _without(self, number: int, homes: Mapping[int, Sequence[Copy]]) -> tuple[Outcome, list[int]] | None:
        """A file without functions that it imports, and the lines that its lines had before; None where that is not so."""
        file, given = self.new[number], self.run.files[number]
        text, edits = file.text, Edits(file.text.text)
        path = file.source.path
        gone = [copy for own in homes.values() for copy in own]
        width = line_length(os.path.dirname(os.path.abspath(path))) if os.path.isfile(path) else DEFAULT
        if not take_out(text, edits, gone, given.text):
            return None
        own = [one for one in _own_imports(self, number, text.tree)]
        for home, own_copies in homes.items():
            names = sorted(copy.name for copy in own_copies)
            module = self._module(number, home)
            at = import_from(text, edits, module, names, own, width) if module else None
            if at is None or is_used_first(text, names, at):
                return None
        kept = set().union(*(member.settings.exported for member in self.run.members.values()))
        if os.path.basename(path) != "__init__.py":
            drop_unused(text, edits, gone, given.text, kept)
        done = edits.finished()
        data = bytes_after(file, done)
        again = self.run.reader.read(file.source._replace(data=data))
        if again is None or _breaking(again) != _breaking(file):
            return None
        needs = frozenset(self.run.files[home].source.path for home in homes)
        lines = lines_before(text.text, done)
        found = tuple(_moved(one, lines) for one in file.findings if one.line in lines)
        return self.before[number]._replace(data=data, needs=needs, found=found), lines


def _own_imports(sharing: _Sharing, number: int, tree: ast.Module) -> Iterator[ast.stmt]:
    loading = Loading([source.path for source in sharing.run.sources], lambda one: tree if one == number else None)
    yield from (one for one in loading.imports(number) if one.file is not None or one.level)


def _breaking(file: File) -> Counter[tuple[str, str]]:
    """What is found in a file that breaks it."""
    return Counter((one.code, one.message) for one in file.findings if one.code.startswith(PROMISED))


def _moved(found: Diagnostic, lines: Sequence[int]) -> Diagnostic:
    """A finding where it is now; ``lines`` are those that the lines had before."""
    line = lines.index(found.line) + 1
    return found._replace(line=line, end_line=line + found.end_line - found.line)


def _told(file: File, outcome: Outcome, moved: Mapping[str, Sequence[int]]) -> Outcome:
    """What is said of places in files, where these are now: ``moved`` has the lines that their lines had before."""
    if not moved:
        return outcome
    path = file.source.path

    def now(where: str, line: int) -> int:
        lines = moved.get(where, ())
        return lines.index(line) + 1 if line in lines else line

    def told(cause: Cause) -> Cause:
        return cause._replace(line=now(cause.path or path, cause.line)) if cause.line else cause

    before = outcome.place
    if before is not None and path in moved:
        known = before

        def place(line: int) -> tuple[int | None, int]:
            cell, at = known(line)
            return cell, now(path, at)

        outcome = outcome._replace(place=place)
    return outcome._replace(partly={key: told(cause) for key, cause in outcome.partly.items()})


__all__ = ["NAMES", "with_one_maker"]
