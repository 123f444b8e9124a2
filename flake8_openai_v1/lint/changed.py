"""Which lines of a file have changed since a commit, so that only findings on them are shown."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from ..project.git import Repository
from ..syntax.diagnostics import Diagnostic
from .excerpts import Excerpts

Line = tuple[int | None, int]
"""A cell of a notebook, else None, and a line of it."""


class Changes:
    """What has changed between a commit and the files as they are."""

    def __init__(self, folder: str, revision: str) -> None:
        """Compare with where the work at hand left `revision`. Raises GitError if there is no such commit."""
        self._repository = Repository(folder)
        base = self._repository.merge_base(self._repository.commit(revision))
        self._files = self._repository.files(base)

    def on_changed_lines(self, path: str, data: bytes, findings: Sequence[Diagnostic]) -> list[Diagnostic]:
        """Give those findings in a file that span a line which is new or another one. All, where the file is new."""
        name = self._repository.name(path)
        content = self._files.get(name) if name is not None else None
        before = None if content is None else next(self._repository.read([content]))
        if before is None:
            return list(findings)
        changed = set(changed_lines(path, before, data))
        return [
            found
            for found in findings
            if any((found.cell, line) in changed for line in range(found.line, found.end_line + 1))
        ]


def changed_lines(path: str, before: bytes, after: bytes) -> Iterator[Line]:
    """Yield the lines of a file's new bytes that its old bytes have not at that place."""
    old = [text for _, text in Excerpts(path, before).all_lines()]
    new = list(Excerpts(path, after).all_lines())
    texts = [text for _, text in new]
    first = _common(old, texts)
    last = _common(old[first:][::-1], texts[first:][::-1])
    middle = SequenceMatcher(None, old[first : len(old) - last], texts[first : len(texts) - last])
    for way, _, _, start, end in middle.get_opcodes():
        if way != "equal":
            yield from (place for place, _ in new[first + start : first + end])


def _common(one: Sequence[str], other: Sequence[str]) -> int:
    """How many lines are the same at the beginning of both."""
    number = 0
    for left, right in zip(one, other, strict=False):
        if left != right:
            break
        number += 1
    return number
