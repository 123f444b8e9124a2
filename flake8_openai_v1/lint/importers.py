"""Which files of a run import which."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cached_property

from ..semantics.modules import Modules
from ..semantics.tracking import Export
from .relevant import imported

NAME = re.compile(r"\w+")
"""What a folder is called of which a module can be imported."""


class Imports:
    """What the files of a run import, told by their bytes; nothing is parsed. Each is looked at once, if it matters."""

    def __init__(self, paths: Sequence[str], data: Callable[[int], bytes]) -> None:
        """Nothing looked at yet; ``data`` gives the bytes of a file by its number."""
        self.paths = paths
        self.data = data
        self._known: dict[int, frozenset[int]] = {}

    @cached_property
    def modules(self) -> Modules:
        """The files as modules."""
        return Modules(self.paths)

    def of(self, number: int) -> frozenset[int]:
        """The numbers of the files that one imports, or runs otherwise."""
        if number not in self._known:
            self._known[number] = frozenset(imported(self.paths[number], self.data(number), self.modules))
        return self._known[number]


class Importers:
    """Who imports a file."""

    def __init__(self, imports: Imports) -> None:
        """Nothing looked at yet."""
        self._imports = imports
        self._places = [os.path.abspath(path) for path in imports.paths]
        self._data = imports.data
        self._naming: dict[int, list[int]] = {}

    def of(self, number: int, exports: Iterable[Export]) -> Iterator[int]:
        """Yield the numbers of the files that import one, and have the words of one of its exports in them."""
        wanted = {(one.name.encode(), one.attribute.encode(), one.fields) for one in exports}
        for other in self._that_name(number) if wanted else ():
            data = self._data(other)
            if any(name in data and attribute in data and _reads(data, fields) for name, attribute, fields in wanted):
                if number in self._imports.of(other):
                    yield other

    def _that_name(self, number: int) -> list[int]:
        """The numbers of the files that may import one: they name it, or lie in the package that it is."""
        if number not in self._naming:
            folder, name = os.path.split(os.path.splitext(self._places[number])[0])
            word = (os.path.basename(folder) if name == "__init__" else name).encode()
            within = os.path.join(folder, "") if name == "__init__" else None
            reach = os.path.join(_reach(folder), "")
            self._naming[number] = [
                other
                for other, place in enumerate(self._places)
                if other != number
                and place.startswith(reach)
                and (word in self._data(other) or (within and place.startswith(within)))
            ]
        return self._naming[number]


def _reach(folder: str) -> str:
    """The folder in or below which all lies that imports something of another one: what has a dash is no package."""
    while NAME.fullmatch(os.path.basename(folder)):
        folder = os.path.dirname(folder)
    return folder


def _reads(data: bytes, fields: frozenset[str]) -> bool:
    """True if a file may read one of these fields as a key, or nothing is known of what is read."""
    return not fields or any(b'"%b"' % field in data or b"'%b'" % field in data for field in map(str.encode, fields))
