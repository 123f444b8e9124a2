"""Which files of a run import which."""

from __future__ import annotations

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
        self._found: dict[int, list[int]] | None = None

    def of(self, number: int, exports: Iterable[Export]) -> Iterator[int]:
        """Yield the numbers of the files that import one, and have the words of one of its exports in them."""
        if self._found is None:
            self._found = self._all()
        others = self._found.get(number, ())
        wanted = list({(one.name.encode(), one.attribute.encode(), one.fields) for one in exports} if others else ())
        for other in others:
            data = self._data(other)
            for name, attribute, fields in wanted:
                if name in data and attribute in data and _reads(data, fields):
                    yield other
                    break

    def _all(self) -> dict[int, list[int]]:
        modules = Modules(self._paths)
        found: dict[int, list[int]] = {}
        for number, path in enumerate(self._paths):
            for other in set(imported(path, self._data(number), modules)):
                if other != number:
                    found.setdefault(other, []).append(number)
        return found


def _reads(data: bytes, fields: frozenset[str]) -> bool:
    """True if a file may read one of these fields as a key, or nothing is known of what is read."""
    return not fields or any(b'"%b"' % field in data or b"'%b'" % field in data for field in map(str.encode, fields))
