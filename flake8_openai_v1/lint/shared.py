"""What a file asks of a client that another file of its program has, and names of models that another one has.

A file is looked at alone first. Once more, knowing what it imports, it is looked at only where it has a word in it of
what later SDKs or the service no longer have, and imports a file that makes a client or names a model.
"""

from __future__ import annotations

import ast
import os
import re
from collections.abc import Iterator, Sequence, Set
from typing import TYPE_CHECKING

from ..project.config import Config
from ..project.discovery import is_notebook
from ..sdk.deprecations import MARKED
from ..sdk.parameters import MAX_TOKENS, PARAMETERS
from ..sdk.removals import REMOVED
from ..sdk.retirements import BEGINNINGS
from ..sdk.services import SERVICES
from ..semantics.modules import TEST
from ..syntax.diagnostics import Diagnostic
from ..syntax.source import SourceError, decode, parse, skips_file
from .check import Checked, selected
from .relevant import LONGEST_CHAIN, imported_names

if TYPE_CHECKING:
    from ..semantics.flow import Flow
    from ..semantics.values import Value
    from .importers import Imports

FAMILIES = ("OAI2", "OAI5")
ABOUT_SERVICE = ("OAI502", "OAI503")
"""Rules that ask where the requests of a client go."""

CLIENT = re.compile(rb"\b(?:Async)?(?:Azure|Bedrock)?OpenAI\(")
"""What a file has in it that makes a client."""
MODEL = rb"""["'](?:%s)[\w.:-]*["']""" % BEGINNINGS.encode()
CONSTANT = re.compile(rb"(?m)^[ \t]*\w+(?:[ \t]*:[^=\n]+)?[ \t]*=[^=\n]*" + MODEL)
"""A name of a model that a file has for others."""
NAMES_MODEL = re.compile(MODEL)
MODEL_FROM = re.compile(rb"\bmodel=[A-Za-z_]")
REQUEST = re.compile(rb"\.(?:create|edit|generate|parse|stream)\(")
ADDRESS = re.compile(rb"OPENAI_BASE_URL|OPENAI_API_BASE|\.base_url\b")
"""What decides in another file where requests go."""


INIT = "__init__.py"
DEFINES = re.compile(rb"(?m)^(?:async def|def|class)\b")
STAR = b"*"


def _gone() -> Iterator[str]:
    """Yield the names below a client of what is gone, ends, or is deprecated."""
    for row in REMOVED:
        if row.owner in ("client", "client.beta"):
            yield from row.names.split()
    for service in SERVICES:
        yield from (path.rpartition(".")[2] for path in service.paths)
    yield from (path.rpartition(".")[2] for path in MARKED if path.count(".") == 1)


def _arguments() -> Iterator[str]:
    """Yield the arguments that are gone, or deprecated."""
    yield from (row.name for row in (*PARAMETERS, MAX_TOKENS))
    for row in REMOVED:
        if row.owner.startswith("client."):
            yield from re.findall(r"\((\w+)\)", row.names)


GONE = re.compile(rb"\.(?:%s)\b" % "|".join(sorted(set(_gone()))).encode())
ARGUMENT = re.compile(rb"\b(?:%s)\s*=" % "|".join(sorted(set(_arguments()))).encode())


def asked_elsewhere(imports: Imports, checked: Sequence[Checked], config: Config) -> list[Checked]:
    """Tell what became of files, knowing what they ask of clients that other files of the run have."""
    paths, data = imports.paths, imports.data
    results = {one.path: one for one in checked}
    making = {number for number, path in enumerate(paths) if path in results and CLIENT.search(data(number))}
    if not making:
        return list(checked)
    files = _Files(imports, making)
    for number, path in enumerate(paths):
        if is_notebook(path) or not _asks(path, data(number)):
            continue
        before = results.get(path, Checked(path, []))
        if before.failure is None and files.giving(number):
            places = {(one.line, one.column, one.code) for one in before.findings}
            moved = any(ADDRESS.search(data(other)) for other in files.reached(number))
            new = [
                one
                for one in files.findings(number, config)
                if (one.line, one.column, one.code) not in places
                and one.code.startswith(FAMILIES)
                and not (moved and one.code in ABOUT_SERVICE)
            ]
            if new:
                results[path] = before._replace(findings=sorted([*before.findings, *new]))
    return [results[path] for path in paths if path in results]


def _asks(path: str, text: bytes) -> bool:
    """True if a file may ask a client for what has ended; a test asks no service."""
    if GONE.search(text):
        return True
    if TEST.fullmatch(os.path.basename(path)):
        return False
    return REQUEST.search(text) is not None and any(word.search(text) for word in (MODEL_FROM, ARGUMENT, NAMES_MODEL))


class _Handed:
    """Names that a file has of one that makes a client, for who imports them from there.

    Such a file is the ``__init__.py`` of a package, or one in which nothing is defined.
    """

    def __init__(self, imports: Imports, making: Set[int]) -> None:
        """``making`` are the files that make a client."""
        self._imports = imports
        self._making = making
        self._names: dict[int, frozenset[bytes]] = {}
        self._known: dict[int, list[tuple[int, bytes, bytes]]] = {}
        waiting = [number for number in range(len(imports.paths)) if number not in making and self._may(number)]
        for _ in range(LONGEST_CHAIN):
            named = names_of(imports, making | self._names.keys())
            found = {number: self._taken(number) for number in waiting if named.search(imports.data(number))}
            found = {number: names for number, names in found.items() if names}
            if found == self._names:
                break
            self._names = found

    @property
    def files(self) -> Set[int]:
        """The files that hand something on."""
        return self._names.keys()

    def reaches(self, number: int, other: int) -> bool:
        """True if a file imports something from one that hands it on."""
        return any(at == other and self._hands_on(at, name) for at, name, _ in self._imported(number))

    def _may(self, number: int) -> bool:
        path = self._imports.paths[number]
        return path.endswith(INIT) or (path.endswith(".py") and not DEFINES.search(self._imports.data(number)))

    def _taken(self, number: int) -> frozenset[bytes]:
        imported = self._imported(number)
        return frozenset(bound for at, name, bound in imported if at in self._making or self._hands_on(at, name))

    def _hands_on(self, number: int, name: bytes) -> bool:
        names = self._names.get(number, frozenset())
        return name in names or STAR in names or (name == STAR and bool(names))

    def _imported(self, number: int) -> list[tuple[int, bytes, bytes]]:
        if number not in self._known:
            path, data = self._imports.paths[number], self._imports.data(number)
            self._known[number] = list(imported_names(path, data, self._imports.modules))
        return self._known[number]


class _Files:
    """The files of a run, each looked at with what it imports: once, and only if it matters to one that asks."""

    def __init__(self, imports: Imports, making: Set[int]) -> None:
        """``making`` are the files that make a client."""
        self._imports = imports
        self._paths = imports.paths
        self._data = imports.data
        self._making = making
        self._handed = _Handed(imports, making)
        self._named = names_of(imports, making | self._handed.files)
        self._constants: dict[int, bool] = {}
        self._giving: dict[int, frozenset[int]] = {}
        self._names: dict[int, dict[str, Value]] = {}
        self._carried: dict[int, set[str]] = {}
        self._kept: list[tuple[Flow, ast.Module]] = []
        """What is known by the ``id`` of nodes holds as long as these live."""

    def giving(self, number: int) -> frozenset[int]:
        """The files that one imports, and that make a client or name a model."""
        if number not in self._giving:
            text = self._data(number)
            named = MODEL_FROM.search(text) is not None
            asks = self._named.search(text) or (named and CLIENT.search(text))
            links = self._imports.of(number) - {number} if asks else ()
            self._giving[number] = frozenset(
                other for other in links if self._gives(other, number) or (named and self._has_constant(other))
            )
        return self._giving[number]

    def _gives(self, other: int, number: int) -> bool:
        """True if a file makes a client, or has one that it hands on to another file."""
        return other in self._making or (other in self._handed.files and self._handed.reaches(number, other))

    def _has_constant(self, number: int) -> bool:
        """True if a file names a model."""
        if number not in self._constants:
            self._constants[number] = CONSTANT.search(self._data(number)) is not None
        return self._constants[number]

    def reached(self, number: int) -> list[int]:
        """Those, and what they import of the kind."""
        found = sorted(self.giving(number))
        for one in found:
            found += sorted(self.giving(one).difference(found))
        return found

    def findings(self, number: int, config: Config) -> list[Diagnostic]:
        """What is found in a file, knowing what it imports. Never raises an Exception."""
        try:
            return self._findings(number, config)
        except Exception:  # what the file says alone has been found
            return []

    def _findings(self, number: int, config: Config) -> list[Diagnostic]:
        from .linter import examined, findings

        read = self._read(number)
        if read is None or (not config.disable_noqa and skips_file(read[1])):
            return []
        tree, lines = read
        looked_at = examined(self._flow(number, tree, lines), lines, self._paths[number], config)
        return selected(findings(looked_at, lines), lines, self._paths[number], config)

    def _read(self, number: int) -> tuple[ast.Module, Sequence[str]] | None:
        try:
            lines = decode(self._data(number))
            return parse(lines), lines
        except SourceError:  # which has been said
            return None

    def _flow(self, number: int, tree: ast.Module, lines: Sequence[str]) -> Flow:
        from ..semantics.flow import Flow
        from ..semantics.relevance import Relevance

        flow = Flow(Relevance(lines))
        flow.path = self._paths[number]
        giving = self.giving(number)

        def elsewhere(module: str, level: int) -> dict[str, Value] | None:
            found = self._imports.modules.find(module, level, self._paths[number])
            return self.names(found) if found in giving else None

        flow.elsewhere = elsewhere
        for other in sorted(giving):
            self.names(other)
            for name in sorted(self._carried.get(other, ())):
                flow.carried.add(name)  # of objects of classes that are there
                flow.follow(name)
        if self._has_constant(number):
            for at, line in enumerate(lines, 1):
                if NAMES_MODEL.search(line.encode("utf-8", "replace")):
                    flow.follow_range(at, at)
        flow.rounds(tree)
        return flow

    def names(self, number: int) -> dict[str, Value]:
        """What the names of a file denote for those that import them."""
        if number not in self._names:
            self._names[number] = {}  # where files import each other, the second knows nothing of the first
            read = self._read(number)
            if read is not None:
                flow = self._flow(number, *read)
                table = flow.summaries.get(id(read[0]), {})
                self._names[number] = {name: summary.read() for name, summary in table.items()}
                self._carried[number] = flow.carried
                self._kept.append((flow, read[0]))
        return self._names[number]


def names_of(imports: Imports, files: Set[int]) -> re.Pattern[bytes]:
    """What is found in each file that imports one of these."""
    return re.compile(rb"\b(?:%s)\b" % "|".join(sorted({_name(imports.paths[one]) for one in files})).encode())


def _name(path: str) -> str:
    """The word that an import of a file has."""
    folder, name = os.path.split(os.path.splitext(os.path.abspath(path))[0])
    return re.escape(os.path.basename(folder) if name == "__init__" else name)
