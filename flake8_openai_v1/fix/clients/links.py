"""How a file comes by the client that another file makes."""

from __future__ import annotations

import ast
import os
from collections.abc import Collection, Iterator, Sequence
from typing import NamedTuple

from ...semantics.modules import Modules

QUIET = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef)
"""Statements that do nothing but bind names."""


class NotTheSame(Exception):
    """A client would not be the same; the text says why."""


class Link(NamedTuple):
    """How a file names what another one has."""

    statement: ast.stmt | None
    """The import of the other file, or of names in it, which the file has already; None where it has none."""
    prefix: str
    """What stands before the name: that of the module and a dot; empty where the name itself is to be imported."""
    module: str = ""
    """What the file is called in an import that the other one has not."""
    is_earlier: bool = False
    """Does the file run earlier by that import than it did?"""


class Linked(NamedTuple):
    """A file that uses the clients of another one."""

    importer: str
    link: Link
    names: tuple[str, ...]
    """The clients that it uses."""


def is_run(tree: ast.Module) -> bool:
    """True if a module asks whether it is what is run."""
    return any(isinstance(one, ast.If) and "__name__" in ast.dump(one.test) for one in tree.body)


def is_quiet(tree: ast.Module) -> bool:
    """True if a module only imports, assigns and defines, and reads no more than the environment for that."""
    for statement in tree.body:
        if isinstance(statement, QUIET) or (
            isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
        ):
            continue
        if not isinstance(statement, (ast.Assign, ast.AnnAssign)):
            return False
        calls = [one for one in ast.walk(statement) if isinstance(one, ast.Call)]
        if not all(ast.unparse(one.func) in ("os.getenv", "os.environ.get") for one in calls):
            return False
    return True


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
            assert isinstance(statement, ast.ImportFrom)
            return Link(None, "", "." * statement.level + (statement.module or ""))
        if os.path.dirname(file) == os.path.dirname(home) and self._is_package(number) and self._is_imported(importer):
            return Link(None, "", ".")
        module = self._module(importer, number)
        if module is None or not self._runs_before(importer, number):
            raise NotTheSame(f"{file} does not import {home}, where the settings are made")
        return Link(None, "", module, is_earlier=True)

    def _is_imported(self, number: int) -> bool:
        """True if a file is not what is run itself, as far as the program shows."""
        others = (imports for one, (_, _, imports) in enumerate(self._files) if one != number)
        return any(number in imports for imports in others) and not is_run(self._files[number][1])

    def _module(self, importer: int, number: int) -> str | None:
        """What a file is called in an import, as another one does, so that this one may, too."""
        path = self._files[importer][0]
        for other, tree, _ in self._files:
            for statement in tree.body:
                if not isinstance(statement, ast.ImportFrom) or statement.level > 1:
                    continue
                beside = os.path.dirname(other) == os.path.dirname(path)
                module = statement.module or ""
                if (not statement.level or beside) and module:
                    if self._modules.find(module, statement.level, path) == number:
                        return "." * statement.level + module
        return None

    def _runs_before(self, importer: int, number: int) -> bool:
        """True if a file runs in each process in which another one does, and may as well do so a little earlier.

        It imports nothing of the program, and only assigns and defines. The other one is not what is run itself.
        """
        files = range(len(self._files))
        starts = [one for one in files if not any(one in self._files[other][2] for other in files if other != one)]
        reaching = [one for one in starts if importer in self._closure(one)]
        if not self._is_imported(importer) or not reaching:
            return False
        is_always = all(number in self._closure(one) for one in reaching)
        return is_always and not self._files[number][2] and is_quiet(self._files[number][1])

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
