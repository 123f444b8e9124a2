"""How a file comes by the client that another file makes."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from ..semantics.modules import Modules


class NotTheSame(Exception):
    """A client would not be the same; the text says why."""


class Link(NamedTuple):
    """How a file names what another one has."""

    statement: ast.stmt
    """The import of the other file, or of names in it, which the file has already."""
    prefix: str
    """What stands before the name: that of the module and a dot; empty where the name itself is to be imported."""


class Linked(NamedTuple):
    """A file that uses the clients of another one."""

    importer: str
    link: Link
    names: tuple[str, ...]
    """The clients that it uses."""


class Links:
    """The files of a program, as each may import the others."""

    def __init__(self, files: Sequence[tuple[str, ast.Module, Collection[int]]]) -> None:
        """``files``: path, tree, and the numbers of those that it imports."""
        self._files = files
        self._modules = Modules([path for path, _, _ in files])
        self._links: dict[tuple[int, int], Link] = {}

    def find(self, importer: int, number: int) -> Link:
        """How a file names the client of another one. Raises NotTheSame."""
        key = importer, number
        if key not in self._links:
            self._links[key] = self._linked(importer, number)
        return self._links[key]

    def has_imported(self, importer: int, number: int) -> bool:
        """True if a module imports another one, or something from it, at its top."""
        return any(True for _ in self._imports(importer, number))

    def _imports(self, importer: int, number: int) -> Iterator[tuple[ast.stmt, ast.alias, bool]]:
        """The statements of a module that import another one, and whether they import names from it."""
        path, tree, _ = self._files[importer]
        for statement in tree.body:
            if isinstance(statement, ast.Import):
                for alias in statement.names:
                    if self._modules.find(alias.name, 0, path) == number:
                        yield statement, alias, False
            elif isinstance(statement, ast.ImportFrom):
                module = statement.module or ""
                if self._modules.find(module, statement.level, path) == number and not self._is_package(number):
                    yield statement, statement.names[0], True
                for alias in statement.names:
                    inner = f"{module}.{alias.name}" if module else alias.name
                    if self._modules.find(inner, statement.level, path) == number:
                        yield statement, alias, False

    def _is_package(self, number: int) -> bool:
        return self._files[number][0].endswith("__init__.py")

    def _linked(self, importer: int, number: int) -> Link:
        file, home = self._files[importer][0], self._files[number][0]
        if file.endswith(".ipynb") or home.endswith(".ipynb"):
            raise NotTheSame("a notebook does not import another file's client")
        if importer in self._closure(number):
            raise NotTheSame(f"{home} imports {file}, which cannot import its client")
        for statement, alias, names in self._imports(importer, number):
            if not names:
                return Link(statement, f"{alias.asname or alias.name}.")
            if alias.name != "*":
                return Link(statement, "")
        raise NotTheSame(f"{file} does not import {home}, where the settings are made")

    def _closure(self, number: int) -> set[int]:
        """The files that run when one is imported."""
        found: set[int] = set()
        stack = [number]
        while stack:
            one = stack.pop()
            if one not in found:
                found.add(one)
                stack.extend(self._files[one][2])
        return found
