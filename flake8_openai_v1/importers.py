"""Which files of a run import which."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Sequence

from .relevant import imported
from .semantics.modules import Modules
from .semantics.tracking import Export


class Importers:
    """Who imports a file, told by the bytes of all files of a run; nothing is parsed."""

    def __init__(self, paths: Sequence[str], data: Callable[[int], bytes]) -> None:
        """Nothing looked at yet; ``data`` gives the bytes of a file by its number."""
        self._paths = paths
        self._data = data
        self._modules: Modules | None = None
        self._naming: dict[int, list[int]] = {}
        self._imports: dict[int, set[int]] = {}

    def of(self, number: int, exports: Iterable[Export]) -> Iterator[int]:
        """Yield the numbers of the files that import one, and have the words of one of its exports in them."""
        wanted = {(one.name.encode(), one.attribute.encode(), one.fields) for one in exports}
        for other in self._that_name(number) if wanted else ():
            data = self._data(other)
            if any(name in data and attribute in data and _reads(data, fields) for name, attribute, fields in wanted):
                if number in self._imported(other):
                    yield other

    def _that_name(self, number: int) -> list[int]:
        """The numbers of the files that may import one: they name it, or lie in the package that it is."""
        if number not in self._naming:
            folder, name = os.path.split(os.path.splitext(os.path.abspath(self._paths[number]))[0])
            word = (os.path.basename(folder) if name == "__init__" else name).encode()
            within = os.path.join(folder, "") if name == "__init__" else None
            self._naming[number] = [
                other
                for other, path in enumerate(self._paths)
                if other != number
                and (word in self._data(other) or (within and os.path.abspath(path).startswith(within)))
            ]
        return self._naming[number]

    def _imported(self, number: int) -> set[int]:
        if self._modules is None:
            self._modules = Modules(self._paths)
        if number not in self._imports:
            self._imports[number] = set(imported(self._paths[number], self._data(number), self._modules))
        return self._imports[number]


def _reads(data: bytes, fields: frozenset[str]) -> bool:
    """True if a file may read one of these fields as a key, or nothing is known of what is read."""
    return not fields or any(b'"%b"' % field in data or b"'%b'" % field in data for field in map(str.encode, fields))
