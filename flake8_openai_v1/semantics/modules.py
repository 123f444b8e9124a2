"""Which file of a run an import means, by the paths of the files alone."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator, Sequence

TEST = re.compile(r"(?:test_.*|.*_test|conftest)\.py")
"""How pytest tells tests by their name."""
SOURCES = "src"
"""A folder of which what lies in it is imported by its name, wherever that is."""
OTHERS = frozenset(sys.stdlib_module_names) | {
    *("attr", "attrs", "azure", "click", "dotenv", "httpx", "langchain", "loguru", "numpy", "openai", "pandas"),
    *("pydantic", "pytest", "redis", "requests", "rich", "sqlalchemy", "tenacity", "tiktoken", "typer"),
    *("typing_extensions", "yaml"),
}
"""Modules and packages that a file of a package means by these names, though the package has one of the same name."""


class Modules:
    """The files of a run as modules."""

    def __init__(self, paths: Sequence[str]) -> None:
        """Paths of files as they are named in the run; only those that end with ``.py`` can be imported."""
        self._numbers: dict[tuple[str, ...], int] = {}
        self._packages: set[tuple[str, ...]] = set()
        self._folders: set[tuple[str, ...]] | None = None
        self._found: dict[tuple[str, int, str], int | None] = {}
        self._paths = {os.path.abspath(path): number for number, path in enumerate(paths)}
        for number, path in enumerate(paths):
            stem, extension = os.path.splitext(path)
            if extension != ".py":
                continue
            parts = _parts(stem)
            if parts[-1] == "__init__":
                parts = parts[:-1]
                self._packages.add(parts)
            self._numbers.setdefault(parts, number)

    def find(self, module: str, level: int, importer: str) -> int | None:
        """The number of the file that ``module`` is, imported with so many leading dots by a file; None for none."""
        asked = module, level, os.path.dirname(importer)
        if asked not in self._found:
            self._found[asked] = self._find(*asked)
        return self._found[asked]

    def _find(self, module: str, level: int, importing: str) -> int | None:
        names = tuple(module.split(".")) if module else ()
        folder = _parts(importing)
        if level:
            return self._numbers.get(folder[: len(folder) - level + 1] + names)
        if not names:
            return None
        # A script imports what lies beside it, a package what lies in a folder above, a test what lies in src.
        above = [folder[:length] for length in range(len(folder), -1, -1)]
        roots = [*above, *((*one, SOURCES) for one in above)]
        if names[0] in OTHERS:
            roots = [root for root in roots if not self._is_package(root)]
        return next((self._numbers[root + names] for root in roots if root + names in self._numbers), None)

    def _is_package(self, folder: tuple[str, ...]) -> bool:
        """True if a folder has an ``__init__.py``, also one that is no file of the run, as nothing is in it."""
        return folder in self._packages or os.path.isfile("/".join((*folder, "__init__.py")))

    def has_package(self, module: str, importer: str) -> bool:
        """True if a folder of the run is a package of this name, as ``importer`` would find it."""
        if self._folders is None:
            self._folders = {parts[:length] for parts in self._numbers for length in range(1, len(parts))}
        folder = _parts(importer)[:-1]
        names = tuple(module.split("."))
        return any(folder[:length] + names in self._folders for length in range(len(folder), -1, -1))

    def run_by(self, module: str, level: int, importer: str) -> Iterator[int]:
        """Yield the numbers of the files that run when a module is imported: of the packages around it, and its own."""
        parts = module.split(".") if module else []
        for length in range(0 if level else 1, len(parts) + 1):
            number = self.find(".".join(parts[:length]), level, importer)
            if number is not None:
                yield number

    def run_before(self, path: str) -> Iterator[int]:
        """Yield the numbers of the files that run before one does, unnamed.

        They are each ``__init__.py`` of the packages in which it lies, and each ``conftest.py`` over a test.
        """
        *folder, name = _parts(path)
        around = [tuple(folder[:length]) for length in range(len(folder), 0, -1)]
        yield from (self._numbers[one] for one in around if one in self._packages)
        if TEST.fullmatch(name):
            tests = ((*one, "conftest") for one in around)
            yield from (self._numbers[one] for one in tests if one in self._numbers)

    def at(self, path: str) -> int | None:
        """The number of the file that a path leads to."""
        return self._paths.get(os.path.abspath(path))


def _parts(path: str) -> tuple[str, ...]:
    """The names on the way to a file, of which a relative path does not show all."""
    return tuple(os.path.abspath(path).replace(os.sep, "/").split("/"))
