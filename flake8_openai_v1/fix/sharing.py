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
from ..project.line_length import line_length_of
from ..semantics.loading import Loading
from ..semantics.modules import TEST
from ..semantics.uses import STORE
from ..syntax.diagnostics import Diagnostic
from ..syntax.notebook_edits import EditError
from ..syntax.source import SourceError, decode, parse
from .alone import Outcome, changes
from .causes import Cause
from .clients.copies import NAMES, Copy, copies, drop, import_from, is_used_first, put_in, take_out, unused
from .clients.importing import may_import, name_of, own_names
from .clients.mocked import replaces_module
from .files import File, bytes_after
from .names.paths import certain_path
from .program import Run
from .text.edits import Conflict, Edits, lines_before

WORDS = ("client", "openai", "api", "llm", "util", "common", "config", "settings", "helper", "base")
"""What modules are called in which such a function is looked for; the first the most."""

OF_CLIENTS = ("OAI2", "OAI5")
"""Beginnings of the codes that are found where a file shows with others alone what its clients are."""


def with_one_maker(run: Run, outcomes: Mapping[int, Outcome]) -> dict[int, Outcome]:
    """The outcomes of the files of a program, without functions that another file has, too."""
    word = b"openai_client"
    given = [number for number in run.members if word in (outcomes[number].data or b"")]
    if not any(changes(run.files[number], outcomes[number]) for number in given) or len(run.members) == 1:
        return dict(outcomes)
    if any(replaces_module(file.text, alone=True) for file in run.files.values()):
        return dict(outcomes)  # a stand-in for the module of one file is none for that of another
    apart: set[int] = set()
    while True:
        sharing = _Sharing(run, dict(outcomes), frozenset(apart))
        made = sharing.made()
        unfit = {number for number, one in made.items() if one is None}
        if not unfit - apart:
            return sharing.outcomes(made)
        apart |= unfit


@dataclass
class _Sharing:
    """Which file has the functions, and which import them."""

    run: Run
    before: dict[int, Outcome]
    apart: frozenset[int]
    """The numbers of files that keep what they have."""
    taken: dict[int, dict[int, list[Copy]]] = field(default_factory=dict)
    """The number of a file → of another → what it imports from there."""
    wider: dict[int, list[tuple[Copy, str]]] = field(default_factory=dict)
    """The number of a file → its functions that must take more than they do, each with the text of one that does."""
    put: dict[int, list[str]] = field(default_factory=dict)
    """The number of a file → the functions that are put there for others."""

    def made(self) -> dict[int, tuple[Outcome, list[int]] | None]:
        """What becomes of files that change for it, and the lines that their lines had before; None where it cannot."""
        names = Counter(copy.name for own in self.own.values() for copy in own)
        for name in sorted(names, key=lambda one: (-names[one], one)):
            self._place(name)
        found: dict[int, tuple[Outcome, list[int]] | None] = {}
        for number in (*self.put, *self.wider, *self.taken, *self._borrowing()):
            try:
                found[number] = self._made(number)
            except (Conflict, EditError, SourceError):
                found[number] = None
        return found

    def outcomes(self, made: Mapping[int, tuple[Outcome, list[int]] | None]) -> dict[int, Outcome]:
        """What becomes of all files, given what is made of those that change for it."""
        done = {number: one for number, one in made.items() if one is not None}
        moved = {self.new[number].source.path: lines for number, (_, lines) in done.items()}
        result = self.before | {number: outcome for number, (outcome, _) in done.items()}
        return {number: _told(self.run.files[number], one, moved) for number, one in result.items()}

    @cached_property
    def new(self) -> dict[int, File]:
        """The files as they will be."""
        found: dict[int, File] = {}
        for number, file in self.run.files.items():
            data = self.before[number].data or file.source.data
            is_concerned = b"openai_client" in data or number in self.setting
            if is_notebook(file.source.path) or not file.parses or not is_concerned:
                continue
            new = self.run.reader.read(file.source._replace(data=data))
            if new is not None:
                found[number] = new
        return found

    def _borrowing(self) -> Iterator[int]:
        """Yield the files that are changed to import such a function which was there."""
        for number, own in self.all.items():
            if not own and number not in self.apart and changes(self.run.files[number], self.before[number]):
                yield number

    @cached_property
    def setting(self) -> set[int]:
        """The files that make settings of the module, and may have what makes clients of these."""
        return {
            number
            for number, member in self.run.members.items()
            if number not in self.apart and member.examined is not None and self.before[number].data is not None
            if not self.run.files[number].source.outside and self.run.files[number].kept is None
            if not is_notebook(self.run.files[number].source.path)
            if any(
                use.role == STORE and (certain_path(use.value) or "").startswith("openai.")
                for use in member.examined.uses
            )
        }

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
        given = {number: copy for number, own in self.own.items() for copy in own if copy.name == name}
        waiting = {number: copy for number, copy in given.items() if number not in self.apart}
        homes = {number: copy for number, own in self.all.items() for copy in own if copy.name == name}
        plain = [copy for copy in waiting.values() if not copy.imports]
        others = {home for each in self.taken.values() for home in each} - self.apart
        anew = {number: plain[0] for number in self.setting | others if number not in homes and len(plain) > 1}
        while waiting:
            served = {
                home: self._served(home, there, waiting, grows=home in anew or home in waiting)
                for home, there in {**anew, **homes}.items()
            }
            home = max(served, key=lambda one: (len(served[one]) + (one in waiting), self._rank(one), -one))
            if home in anew and len(served[home]) < 2:
                del anew[home]
                continue
            if not served[home]:
                return
            widest = max(served[home], key=lambda one: len(waiting[one].options))
            function = self.new[widest].text.of(waiting[widest].node)
            if home in anew:
                self.put.setdefault(home, []).append(function)
                homes[home] = waiting[widest]
            elif not waiting[widest].options <= homes[home].options:
                self.wider.setdefault(home, []).append((homes[home], function))
            for number in served[home]:
                self.taken.setdefault(number, {}).setdefault(home, []).append(waiting.pop(number))
                homes.pop(number)
                self.loading.add(number, home)
            waiting.pop(home, None)
            anew.clear()

    def _rank(self, home: int) -> tuple[int, int, int]:
        """What speaks for a file: others import from it, it has such a function, sets, and what it is called."""
        has_others = sum(home in others for others in self.taken.values())
        name = os.path.basename(self.run.files[home].source.path).lower()
        word = next((len(WORDS) - at for at, word in enumerate(WORDS) if word in name), 0)
        is_set = not self.own.get(home) or home in self.setting
        return has_others + is_set, word, -self.run.files[home].source.path.count(os.sep)

    def _served(self, home: int, there: Copy, waiting: Mapping[int, Copy], *, grows: bool) -> list[int]:
        """The files that may have a function from another one; ``grows``: may it take more than it does?"""
        path = self.run.files[home].source.path
        if TEST.fullmatch(os.path.basename(path)) or os.path.basename(path) == "__main__.py":
            return []
        found = [
            number
            for number, copy in waiting.items()
            if number != home and copy.makes == there.makes and may_import(self.loading, number, home, self.run.members)
        ]
        likes = [waiting[one] for one in found if grows and waiting[one].imports == there.imports]
        options = max((one.options for one in (there, *likes)), key=len)
        options = options if there.options <= options or home not in waiting else there.options
        return [number for number in found if waiting[number].options <= options]

    def _module(self, number: int, home: int) -> str | None:
        return name_of(self.loading, number, home, self.run.members)

    def _made(self, number: int) -> tuple[Outcome, list[int]] | None:
        """A file with what it imports, or has for others; and the lines that its lines had before.

        None where that cannot be.
        """
        file, given = self.new[number], self.run.files[number]
        text, edits = file.text, Edits(file.text.text)
        homes = self.taken.get(number, {})
        for copy, wider in self.wider.get(number, ()):
            edits.replace(*text.span(copy.node), wider)
        if number in self.put and not put_in(text, edits, self.put[number]):
            return None
        if homes and not self._import(number, homes, edits):
            return None
        for statement in self._useless(number, ()) if not self.all[number] and number not in self.put else ():
            drop(text, edits, statement)
        done = edits.finished()
        data = bytes_after(file, done)
        again = self.run.reader.read(file.source._replace(data=data))
        if again is None or any(not one[0].startswith(OF_CLIENTS) for one in _found(file) - _found(again)):
            return None
        needs = frozenset(self.run.files[home].source.path for home in homes)
        lines = lines_before(text.text, done)
        found = tuple(_moved(one, lines) for one in file.findings if one.line in lines)
        outcome = self.before[number]._replace(data=data, needs=needs)
        return outcome._replace(found=found) if homes and given.findings else outcome, lines

    def _useless(self, number: int, gone: Sequence[Copy]) -> list[ast.stmt]:
        """The imports of a file that it needs no more."""
        if os.path.basename(self.run.files[number].source.path) == "__init__.py":
            return []
        kept = set().union(*(member.settings.exported for member in self.run.members.values()))
        return unused(self.new[number].text, gone, self.run.files[number].text, kept)

    def _import(self, number: int, homes: Mapping[int, Sequence[Copy]], edits: Edits) -> bool:
        """Import functions in the place of those that a file has; False where there is no place for that."""
        text = self.new[number].text
        path = self.new[number].source.path
        gone = [copy for own in homes.values() for copy in own]
        if not take_out(text, edits, gone, self.run.files[number].text):
            return False
        own = own_names(self.loading, number)
        useless = self._useless(number, gone)
        for home, copies_there in homes.items():
            names = sorted(copy.name for copy in copies_there)
            module = self._module(number, home)
            at = import_from(text, edits, module, names, own, line_length_of(path), useless) if module else None
            if at is None or is_used_first(text, names, at):
                return False
        for statement in useless:
            drop(text, edits, statement)
        return True


def _found(file: File) -> Counter[tuple[str, str]]:
    return Counter((one.code, one.message) for one in file.findings)


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
