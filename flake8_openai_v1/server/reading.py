"""What is found in a document by itself, also while it does not parse."""

from __future__ import annotations

import io
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..lint.check import Candidate, Checked, check_file
from ..project.config import Config
from ..rules.module import ModuleUse
from ..syntax.diagnostics import Diagnostic
from ..syntax.ipython import to_python
from ..syntax.notebook import cell_lines
from ..syntax.source import parse
from .documents import BOM, Document
from .drift import Drift
from .salvage import salvaged

Texts = dict[str, list[str]]
"""Lines by the address of their part of a document."""
Findings = dict[str, list[Diagnostic]]
"""Findings by the same, at their places in such lines."""


class Reading(NamedTuple):
    """A document as it was read."""

    document: Document
    data: bytes
    """Bytes that parse, which are the document's own where it does."""
    texts: Texts
    """The lines in them."""
    findings: Findings
    """What is found in these lines."""
    checked: Checked
    terms: object = None
    """What that depends on beside the document."""

    def with_whole(self, whole: Whole | None) -> Findings:
        """What is found in the document, with what its program told of it before its last edits."""
        result: Findings = {}
        actual = lines_of(self.document)
        for uri, lines in self.texts.items():
            found = self.findings[uri]
            if whole is not None and uri in whole.texts and whole.found[uri] != whole.alone[uri]:
                drift = Drift(whole.texts[uri], lines)
                gone = set(drift.all_moved(_without(whole.alone[uri], whole.found[uri])))
                more = set(drift.all_moved(_without(whole.found[uri], whole.alone[uri])))
                found = sorted((set(found) - gone) | more)
            now = actual.get(uri, [])
            result[uri] = found if lines == now else list(Drift(lines, now).all_moved(found))
        return result


class Whole(NamedTuple):
    """What the files of a program tell of a document together."""

    texts: Texts
    """What was looked at."""
    alone: Findings
    """What is found in it by itself."""
    found: Findings
    """What is found in it among the others."""
    others: Sequence[ModuleUse] = ()
    """What the others do with the module."""


def _without(some: Iterable[Diagnostic], others: Iterable[Diagnostic]) -> list[Diagnostic]:
    known = set(others)
    return [one for one in some if one not in known]


def lines_of(document: Document) -> Texts:
    """The lines of the parts of a document, as the linter sees them."""
    if document.metadata is not None:
        return {part.uri: cell_lines((part.text,)) for part in document.parts.values()}
    return {
        part.uri: io.StringIO(part.text.removeprefix(BOM), newline=None).readlines() for part in document.parts.values()
    }


def by_part(document: Document, findings: Iterable[Diagnostic]) -> Findings:
    """Findings by the address of the part of a document that they are in."""
    result: Findings = {part.uri: [] for part in document.parts.values()}
    for found in findings:
        result[document.parts[found.cell].uri].append(found)
    return result


class Reader:
    """Reads documents, and remembers how they were when they last parsed."""

    def __init__(self) -> None:
        """Nothing read yet."""
        self._parsed: Texts = {}
        self._last: dict[str, Reading] = {}

    def forget(self, document: Document) -> None:
        """Forget a document that is closed."""
        self._last.pop(document.uri, None)
        for part in document.parts.values():
            self._parsed.pop(part.uri, None)

    def read(self, document: Document, config: Config, others: Sequence[ModuleUse] = (), changes: int = 0) -> Reading:
        """Say what is found in a document.

        ``others`` is what the rest of its program does with the module; ``changes`` how often files have changed.
        """
        terms = (config, list(others), changes)
        texts = lines_of(document)
        data = document.data
        checked = self._checked(document, data, terms)
        broken = [number for number, part in document.parts.items() if _is_broken(document, number, checked)]
        lost = set()
        if broken:
            parser = parse if document.metadata is None else to_python
            for number in broken:
                uri = document.parts[number].uri
                made = salvaged(texts[uri], self._parsed.get(uri), parser)
                if made is not None:
                    texts[uri] = made
                elif document.metadata is None and document.uri in self._last:
                    return self._last[document.uri]._replace(document=document)
                else:
                    lost.add(uri)
            data = document.with_texts({number: "".join(texts[part.uri]) for number, part in document.parts.items()})
            checked = self._checked(document, data, terms)
        self._parsed.update((uri, lines) for uri, lines in texts.items() if uri not in lost)
        reading = Reading(document, data, texts, by_part(document, checked.findings), checked, terms)
        self._last[document.uri] = reading
        return reading

    def _checked(self, document: Document, data: bytes, terms: tuple[Config, list[ModuleUse], int]) -> Checked:
        """What is found in the bytes of a document; those that were looked at last are not looked at again."""
        last = self._last.get(document.uri)
        if last is not None and (last.data, last.terms) == (data, terms):
            return last.checked
        path, (config, others, _) = document.path, terms
        checked = check_file(Candidate(path, data), config)
        own = checked.module
        if own is None or not others or not own.stored or own.is_client:
            return checked
        whole = own.within([own, *others])
        return checked if whole == own else check_file(Candidate(path, data), config, whole)


def _is_broken(document: Document, number: int | None, checked: Checked) -> bool:
    """True if a part of a document does not parse."""
    if document.metadata is None:
        return checked.failure is not None
    return any(cell.number == number for cell in checked.unread)
