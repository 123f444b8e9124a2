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
from ..semantics.loading import Import, Loading
from ..semantics.modules import TEST
from ..semantics.uses import STORE
from ..syntax.diagnostics import Diagnostic
from ..syntax.notebook_edits import EditError
from ..syntax.source import SourceError, decode, parse
from .alone import Outcome, changes
from .causes import Cause
from .clients.copies import NAMES, Copy, copies, drop, import_from, is_used_first, put_in, take_out, unused
from .clients.mocked import replaces_module
from .clients.names_of_modules import name_of
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
    wider: dict[int, list[tuple[Copy, str]]] = field(default_factory=dict)
    """The number of a file → its functions that must take more than they do, each with the text of one that does."""
    put: dict[int, list[str]] = field(default_factory=dict)
    """The number of a file → the functions that are put there for others."""

    def outcomes(self) -> dict[int, Outcome]:
        """What becomes of the files."""
        for name in sorted({copy.name for own in self.own.values() for copy in own}):
            self._place(name)
        result = dict(self.before)
        moved: dict[str, list[int]] = {}
        made_of = {number: self._made(number) for number in {**self.put, **self.wider, **self.taken}}
        for number, made in made_of.items():
            if made is None and (number in self.wider or number in self.put):
                return dict(self.before)  # others count on it
            if made is not None:
                result[number], moved[self.new[number].source.path] = made
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

    @cached_property
    def setting(self) -> set[int]:
        """The files that make settings of the module, and may have what makes clients of these."""
        return {
            number
            for number, member in self.run.members.items()
            if member.examined is not None and self.before[number].data is not None
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
        waiting = {number: copy for number, own in self.own.items() for copy in own if copy.name == name}
        homes = {number: copy for number, own in self.all.items() for copy in own if copy.name == name}
        plain = [copy for copy in waiting.values() if not copy.imports]
        anew = {number: plain[0] for number in self.setting if number not in homes and len(plain) > 1}
        while waiting:
            served = {home: self._served(home, there, waiting) for home, there in {**anew, **homes}.items()}
            home = max(served, key=lambda one: (len(served[one]) + (one in waiting), self._rank(one), -one))
            if len(served[home]) < (2 if home in anew else 1):
                anew.pop(home, None)
                if anew:
                    continue
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
        is_set = home not in self.own or home in self.setting
        return has_others + is_set, word, -self.run.files[home].source.path.count(os.sep)

    def _served(self, home: int, there: Copy, waiting: Mapping[int, Copy]) -> list[int]:
        """The files that may have a function from another one, one by one."""
        path = self.run.files[home].source.path
        if TEST.fullmatch(os.path.basename(path)) or os.path.basename(path) == "__main__.py":
            return []
        found = [
            number
            for number, copy in waiting.items()
            if number != home and copy.makes == there.makes and self._may_import(number, home)
        ]
        # What is put there just now may as well be one that takes more.
        likes = [waiting[one] for one in found if waiting[one].imports == there.imports]
        may_grow = home in waiting or home in self.setting
        options = max((one.options for one in (there, *likes)), key=len) if may_grow else there.options
        options = options if there.options <= options or home not in waiting else there.options
        return [number for number in found if waiting[number].options <= options]

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

    def _import(self, number: int, homes: Mapping[int, Sequence[Copy]], edits: Edits) -> bool:
        """Import functions in the place of those that a file has; False where there is no place for that."""
        text, before = self.new[number].text, self.run.files[number].text
        path = self.new[number].source.path
        gone = [copy for own in homes.values() for copy in own]
        width = line_length(os.path.dirname(os.path.abspath(path))) if os.path.isfile(path) else DEFAULT
        if not take_out(text, edits, gone, before):
            return False
        own = list(_own_imports(self, number, text.tree))
        kept = set().union(*(member.settings.exported for member in self.run.members.values()))
        is_package = os.path.basename(path) == "__init__.py"
        useless = [] if is_package else unused(text, gone, before, kept)
        for home, copies_there in homes.items():
            names = sorted(copy.name for copy in copies_there)
            module = self._module(number, home)
            at = import_from(text, edits, module, names, own, width, useless) if module else None
            if at is None or is_used_first(text, names, at):
                return False
        for statement in useless:
            drop(text, edits, statement)
        return True


def _own_imports(sharing: _Sharing, number: int, tree: ast.Module) -> Iterator[Import]:
    loading = Loading([source.path for source in sharing.run.sources], lambda one: tree if one == number else None)
    yield from (one for one in loading.imports(number) if one.file is not None or one.level)


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
