"""Which file of a run an import means, by the paths of the files alone."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence


class Modules:
    """The files of a run as modules."""

    def __init__(self, paths: Sequence[str]) -> None:
        """Paths of files as they are named in the run; only those that end with ``.py`` can be imported."""
        self._numbers: dict[tuple[str, ...], int] = {}
        self._packages: set[tuple[str, ...]] = set()
        around = _packages_around()
        for number, path in enumerate(paths):
            stem, extension = os.path.splitext(os.path.normpath(path))
            if extension != ".py":
                continue
            parts = tuple(stem.replace(os.sep, "/").split("/"))
            if parts[-1] == "__init__":
                parts = parts[:-1]
                self._packages.add(parts)
            if parts:
                self._numbers.setdefault(parts, number)
            if around and parts[:1] not in (("",), ("..",)):
                self._numbers.setdefault(around + parts, number)

    def find(self, module: str, level: int, importer: str) -> int | None:
        """The number of the file that ``module`` is, imported with so many leading dots by a file; None for none."""
        names = tuple(module.split(".")) if module else ()
        folder = tuple(os.path.normpath(importer).replace(os.sep, "/").split("/"))[:-1]
        if level:
            return self._numbers.get(folder[: len(folder) - level + 1] + names)
        if not names:
            return None
        # A script imports what lies beside it, a package what lies in a folder above.
        roots = (folder[:length] for length in range(len(folder), -1, -1))
        return next((self._numbers[root + names] for root in roots if root + names in self._numbers), None)

    def run_by(self, module: str, level: int, importer: str) -> Iterator[int]:
        """Yield the numbers of the files that run when a module is imported: of the packages around it, and its own."""
        parts = module.split(".") if module else []
        for length in range(0 if level else 1, len(parts) + 1):
            number = self.find(".".join(parts[:length]), level, importer)
            if number is not None:
                yield number

    def packages(self, path: str) -> Iterator[int]:
        """Yield the numbers of the ``__init__.py`` that run before a file does, as it lies in their packages."""
        folder = tuple(os.path.normpath(path).replace(os.sep, "/").split("/"))[:-1]
        around = (folder[:length] for length in range(len(folder), 0, -1))
        yield from (self._numbers[one] for one in around if one in self._packages)


def _packages_around() -> tuple[str, ...]:
    """The package in which the run was started, by the names that it and those around it have."""
    names: tuple[str, ...] = ()
    folder = os.getcwd()
    while os.path.isfile(os.path.join(folder, "__init__.py")):
        folder, name = os.path.split(folder)
        names = (name, *names)
    return names
