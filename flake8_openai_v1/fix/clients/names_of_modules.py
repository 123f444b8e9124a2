"""What a file is called in an import of another one, in the way in which files there import each other."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence

from ...semantics.loading import Import, Loading

Parts = tuple[str, ...]


def name_of(loading: Loading, importer: int, number: int, others: Sequence[int]) -> str | None:
    """The name of a module as a file would import it, with the dots in front; None where that is not known for sure.

    ``others`` are files that may show how files are imported there.
    """
    own = [one for one in loading.imports(importer) if one.file is not None]
    relative = [one for one in own if one.level]
    absolute = [one for one in own if not one.level]
    if relative and len(relative) >= len(absolute):
        return _relative(loading, importer, number, max(one.level for one in relative))
    roots = [_root(loading, one) for one in absolute]
    if not absolute:
        named = [(other, one) for other in others for one in loading.imports(other) if one.file == importer]
        if any(one.level for _, one in named):
            return _relative(loading, importer, number, 1)
        beside = os.path.dirname(loading.paths[importer])
        shown = (
            each
            for other in others
            if os.path.dirname(loading.paths[other]) == beside
            for each in loading.imports(other)
            if each.file is not None
        )
        roots = [_root(loading, one) for _, one in named] or [_root(loading, one) for one in shown if not one.level]
    return next(filter(None, (_below(loading, importer, root, number) for root in roots)), None)


def _root(loading: Loading, one: Import) -> Parts:
    """The folder from which a module is imported by its name."""
    assert one.file is not None
    parts = _parts(loading, one.file)
    return parts[: len(parts) - len(one.module.split("."))]


def _below(loading: Loading, importer: int, root: Parts, number: int) -> str | None:
    """The name of a file as it is imported from a folder."""
    parts = _parts(loading, number)
    if parts[: len(root)] != root or len(parts) == len(root):
        return None
    names = parts[len(root) :]
    name = ".".join(names)
    is_name = all(one.isidentifier() for one in names)
    return name if is_name and loading.modules.find(name, 0, loading.paths[importer]) == number else None


def _relative(loading: Loading, importer: int, number: int, level: int) -> str | None:
    """The name of a file as it is imported from its own package, or from one around it that is known to be one."""
    here, there = _folder(loading, importer), _parts(loading, number)
    common = 0
    while common < min(len(here), len(there)) and here[common] == there[common]:
        common += 1
    dots = len(here) - common + 1
    names = there[common:]
    if dots > level and not all(_is_package(loading, here[: len(here) - up]) for up in range(1, dots)):
        return None
    if not all(one.isidentifier() for one in names):
        return None
    name = ".".join(names)
    if loading.modules.find(name, dots, loading.paths[importer]) != number:
        return None
    return "." * dots + name if names else None


def _is_package(loading: Loading, folder: Parts) -> bool:
    return any(_parts(loading, one) == folder for one in _packages(loading))


def _packages(loading: Loading) -> Iterator[int]:
    yield from (n for n, path in enumerate(loading.paths) if os.path.basename(path) == "__init__.py")


def _folder(loading: Loading, number: int) -> Parts:
    return _split(os.path.dirname(os.path.abspath(loading.paths[number])))


def _parts(loading: Loading, number: int) -> Parts:
    stem = os.path.splitext(os.path.abspath(loading.paths[number]))[0]
    parts = _split(stem)
    return parts[:-1] if parts[-1] == "__init__" else parts


def _split(path: str) -> Parts:
    return tuple(path.replace(os.sep, "/").split("/"))
