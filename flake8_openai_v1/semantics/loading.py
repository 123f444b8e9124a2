"""What runs when a module is imported: which files of the run, in whose packages, and what from outside of it."""

from __future__ import annotations

import ast
import os
import sys
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from .modules import Modules

FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
PLAIN_CALLS = frozenset(
    {"getLogger", "get_logger", "getenv", "get", "TypeVar", "NewType", "namedtuple", "compile", "Path", "ContextVar"}
    | {"int", "float", "str", "bool", "set", "frozenset", "dict", "list", "tuple", "join", "dirname", "abspath", "Lock"}
)
"""Functions, by their last names, that do nothing but give a value."""


class Import(NamedTuple):
    """A module that a statement of a file imports."""

    statement: ast.Import | ast.ImportFrom
    module: str
    """As it is written, without dots in front."""
    level: int
    file: int | None
    """The number of the file that it is; None where it is none of the run."""
    names: tuple[str, ...] = ()
    """What is taken from it that is no module."""


class Loading:
    """The files of a run, as one runs others by its imports."""

    def __init__(self, paths: Sequence[str], tree: Callable[[int], ast.Module | None]) -> None:
        """``paths`` of all files; ``tree`` gives that of one, or None where there is none."""
        self.paths = paths
        self.modules = Modules(paths)
        self.tree = tree
        self._found: dict[tuple[int, bool], list[Import]] = {}
        self._added: dict[int, set[int]] = {}

    def add(self, importer: int, number: int) -> None:
        """Have a file import another one, too."""
        self._added.setdefault(importer, set()).add(number)

    def packages(self, number: int) -> set[int]:
        """The files of the packages that a file lies in, which run before it."""
        around = self.modules.run_before(self.paths[number])
        return {one for one in around if os.path.basename(self.paths[one]) == "__init__.py"} - {number}

    def imports(self, number: int, *, later: bool = False) -> list[Import]:
        """What a file imports when it is imported; ``later``: or when its functions are called."""
        key = number, later
        if key not in self._found:
            tree = self.tree(number)
            path = self.paths[number]
            self._found[key] = [] if tree is None else list(self._imports(path, tree, later=later))
        return self._found[key]

    def is_run(self, number: int) -> bool:
        """True if a file may be what is run itself: it asks for that."""
        tree = self.tree(number)
        return tree is not None and any(isinstance(one, ast.If) and _is_main(one.test) for one in tree.body)

    def has_choice(self, number: int) -> bool:
        """True if a file imports others of the run in one way or another, as it can: in a ``try``."""
        tree = self.tree(number)
        at_top = set() if tree is None else {id(one) for one in tree.body}
        return any(one.file is not None and id(one.statement) not in at_top for one in self.imports(number))

    def run(self, number: int, *, later: bool = False, beside: frozenset[int] = frozenset()) -> set[int]:
        """The files that run when one is imported, and itself. Those in ``beside`` run already, with all they need."""
        found: set[int] = set()
        waiting = [number]
        while waiting:
            one = waiting.pop()
            if one in found or one in beside:
                continue
            found.add(one)
            waiting += self.packages(one)
            waiting += self._added.get(one, ())
            for each in self.imports(one, later=later):
                waiting += self._run_by(one, each)
        return found

    def run_before_end(self, number: int) -> set[int]:
        """The files that have run when all imports of a file are done, without its packages, which run around it."""
        beside = frozenset({*self.packages(number), number})
        found: set[int] = set()
        for each in self.imports(number):
            for one in self._run_by(number, each):
                found |= self.run(one, beside=beside)
        return found

    def from_outside(self, numbers: set[int]) -> set[str]:
        """The packages that files import which are neither of the run nor of the standard library."""
        found = {
            each.module.partition(".")[0] if not each.level else f".{each.module}"
            for one in numbers
            for each in self.imports(one)
            if each.file is None and not self._is_folder(one, each)
        }
        return found - sys.stdlib_module_names

    def is_harmless(self, number: int, beside: frozenset[int]) -> bool:
        """True if a file only imports, assigns and defines when it runs, so that it may as well run earlier.

        It takes nothing from a file in ``beside`` that may not have come to its end.
        """
        tree = self.tree(number)
        takes = any(each.file in beside and each.names for each in self.imports(number))
        return tree is not None and not takes and all(map(_is_plain, tree.body))

    def _run_by(self, importer: int, each: Import) -> Iterator[int]:
        yield from self.modules.run_by(each.module, each.level, self.paths[importer])

    def _is_folder(self, importer: int, each: Import) -> bool:
        return not each.level and self.modules.has_package(each.module, self.paths[importer])

    def _imports(self, path: str, tree: ast.Module, *, later: bool) -> Iterator[Import]:
        for node in _statements(tree, later=later):
            if isinstance(node, ast.Import):
                for alias in node.names:
                    yield Import(node, alias.name, 0, self.modules.find(alias.name, 0, path))
            elif isinstance(node, ast.ImportFrom):
                module = node.module or ""
                inner = {
                    alias.name: self.modules.find(f"{module}.{alias.name}" if module else alias.name, node.level, path)
                    for alias in node.names
                }
                names = tuple(name for name, file in inner.items() if file is None)
                yield Import(node, module, node.level, self.modules.find(module, node.level, path), names)
                for name, file in inner.items():
                    if file is not None:
                        yield Import(node, f"{module}.{name}" if module else name, node.level, file)


def _statements(tree: ast.AST, *, later: bool) -> Iterator[ast.AST]:
    """Yield the statements that run when a module is imported; ``later``: those of functions, too."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.expr) or (isinstance(node, FUNCTIONS) and not later):
            continue
        yield node
        if isinstance(node, ast.If) and _names_type_checking(node.test):
            for other in node.orelse:
                yield other
                yield from _statements(other, later=later)
        else:
            yield from _statements(node, later=later)


def _names_type_checking(test: ast.expr) -> bool:
    return getattr(test, "id", getattr(test, "attr", "")) == "TYPE_CHECKING"


def _is_main(test: ast.expr) -> bool:
    return "__name__" in {one.id for one in ast.walk(test) if isinstance(one, ast.Name)}


def _is_plain(statement: ast.stmt) -> bool:
    """True if a statement only imports, assigns or defines."""
    if isinstance(statement, ast.Try):
        parts = [*statement.body, *statement.orelse, *statement.finalbody]
        return all(map(_is_plain, [*parts, *(one for handler in statement.handlers for one in handler.body)]))
    if isinstance(statement, ast.If):
        return _is_main(statement.test) or _names_type_checking(statement.test)
    if isinstance(statement, ast.Expr):
        return isinstance(statement.value, ast.Constant)
    if isinstance(statement, (ast.Assign, ast.AnnAssign)):
        calls = [one.func for one in ast.walk(statement) if isinstance(one, ast.Call)]
        names = [getattr(one, "attr", getattr(one, "id", "")) for one in calls]
        return all(name in PLAIN_CALLS for name in names)
    return isinstance(
        statement, (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Pass)
    )
