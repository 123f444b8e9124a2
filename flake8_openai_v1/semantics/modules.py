"""Which file of a run an import means, by the paths of the files alone."""

from __future__ import annotations

import os
from collections.abc import Sequence


class Modules:
    """The files of a run as modules."""

    def __init__(self, paths: Sequence[str]) -> None:
        """Paths of files as they are named in the run; only those that end with ``.py`` can be imported."""
        self._by_last: dict[str, list[tuple[tuple[str, ...], int]]] = {}
        for number, path in enumerate(paths):
            stem, extension = os.path.splitext(os.path.normpath(path))
            if extension != ".py":
                continue
            parts = tuple(stem.replace(os.sep, "/").split("/"))
            if parts[-1] == "__init__":
                parts = parts[:-1]
            if parts:
                self._by_last.setdefault(parts[-1], []).append((parts, number))

    def find(self, module: str, level: int, importer: str) -> int | None:
        """The number of the file that ``module`` is, imported with so many leading dots by a file; None for none."""
        names = tuple(module.split(".")) if module else ()
        folder = tuple(os.path.normpath(importer).replace(os.sep, "/").split("/"))[:-1]
        if level:
            base = folder[: len(folder) - level + 1] if level > 1 else folder
            wanted = base + names
            if not wanted:
                return None
            for parts, number in self._by_last.get(wanted[-1], ()):
                if parts == wanted:
                    return number
            return None
        if not names:
            return None
        best: tuple[int, int] | None = None
        for parts, number in self._by_last.get(names[-1], ()):
            root = parts[: -len(names)]
            if parts[-len(names) :] != names or folder[: len(root)] != root:
                continue  # a script imports what lies beside it, a package what lies in a folder above
            if best is None or len(root) > best[0]:
                best = len(root), number
        return best[1] if best is not None else None
