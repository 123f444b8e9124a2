"""Whether a file may import another one of its program, and what that is called there.

It may where no circle comes of it, and nothing runs that did not. It is called as files there call each other.
"""

from __future__ import annotations

import os
from collections.abc import Collection, Iterator, Mapping

from ...lint.linter import Examined
from ...project.discovery import is_notebook
from ...semantics.factories import factories
from ...semantics.loading import Import, Loading
from ..plan import Elsewhere
from ..text.text import Text

Parts = tuple[str, ...]


def name_of(loading: Loading, importer: int, number: int, others: Collection[int]) -> str | None:
    """The name of a module as a file would import it, with the dots in front; None where that is not known for sure.

    ``others`` are files that may show how files are imported there.
    """
    if loading.has_choice(importer):
        return None
    own = [one for one in loading.imports(importer) if one.file is not None]
    relative = [one for one in own if one.level]
    absolute = [one for one in own if not one.level]
    if relative and len(relative) >= len(absolute):
        return _relative(loading, importer, number, max(one.level for one in relative))
    roots = [_root(loading, one) for one in absolute]
    if not absolute:
        named = [(other, one) for other in others for one in loading.imports(other) if one.file == importer]
        if any(one.level for _, one in named) and not loading.is_run(importer):
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
        # What is run itself finds what lies beside it.
        roots = [one for one in roots if not loading.is_run(importer) or one == _folder(loading, importer)]
    return next(filter(None, (_below(loading, importer, root, number) for root in roots)), None)


def elsewhere(files: Mapping[int, tuple[Examined, Text]]) -> dict[str, list[Elsewhere]]:
    """The path of each file → what makes clients in other files of its program, and may be imported there."""
    numbers = list(files)
    each = [files[number] for number in numbers]
    made = {at: list(factories(one.file.model, text.tree.body)) for at, (one, text) in enumerate(each)}
    loading = Loading([one.file.path for one, _ in each], lambda at: each[at][1].tree)
    found: dict[str, list[Elsewhere]] = {}
    for at, (one, text) in enumerate(each):
        for home, own in made.items() if not made[at] and not is_notebook(one.file.path) else ():
            module = name_of(loading, at, home, made) if own and home != at else None
            if module is None or not may_import(loading, at, home, made):
                continue
            there = {name for each_of in loading.imports(at) if each_of.file == home for name in each_of.names}
            for factory in own:
                name = factory.node.name
                if name in there or name not in text.names_used():
                    new = Elsewhere(factory, module, name in there, own_names(loading, at))
                    found.setdefault(one.file.path, []).append(new)
    return found


def may_import(loading: Loading, number: int, home: int, others: Collection[int]) -> bool:
    """True if a file may import another one: no circle comes of it, and nothing runs that did not.

    ``others`` are the files of the program.
    """
    if name_of(loading, number, home, others) is None:
        return False
    around = frozenset(loading.packages(number))
    if number in loading.run(home, later=True, beside=around):
        return False
    known = loading.run_before_end(number)
    if home in known:
        return True
    more = loading.run(home, beside=around) - known
    have = loading.from_outside({number, *known, *(one for pack in around for one in loading.run(pack))})
    is_there = loading.from_outside(more) <= have or _runs_always(loading, number, home, others)
    return is_there and all(loading.is_harmless(one, around | {number}) for one in more)


def _runs_always(loading: Loading, number: int, home: int, files: Collection[int]) -> bool:
    """True if each file that is run, and runs a file, runs another one, too."""
    others = {one: loading.run(one) for one in files}
    starts = [one for one in files if not any(one in ran for other, ran in others.items() if other != one)]
    reaching = [one for one in starts if number in others[one]]
    return bool(reaching) and number not in reaching and all(home in others[one] for one in reaching)


def own_names(loading: Loading, number: int) -> frozenset[str]:
    """The names with which a file begins to name others of the program, where it imports them."""
    own = (one for one in loading.imports(number) if one.file is not None and not one.level)
    return frozenset(one.module.partition(".")[0] for one in own)


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
