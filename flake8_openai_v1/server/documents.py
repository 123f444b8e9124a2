"""What an editor has open: a file, or a notebook, as it is now. It need not be saved, nor parse."""

from __future__ import annotations

import io
import json
import re
import tokenize
from collections.abc import Iterable, Mapping
from typing import Any, NamedTuple

from ..syntax.diagnostics import TextEdit
from ..syntax.differences import with_edits
from ..syntax.notebook import all_cells, content_of, source_of

BOM = "\ufeff"

LONE = re.compile(r"[\ud800-\udfff]")
"""Half of a character, which an editor may send and no file can hold."""


class Part(NamedTuple):
    """A text of a document that has an address of its own: the file, or a cell of a notebook."""

    uri: str
    text: str
    version: int | None = None


class Document(NamedTuple):
    """A file or a notebook that is open. It never changes: an edit makes another one."""

    uri: str
    path: str
    """Absolute where there is such a file or may be one; else a name."""
    parts: Mapping[int | None, Part]
    """A file has one, under None; a notebook its code cells, by their number from 1."""
    metadata: Mapping[str, Any] | None = None
    """Of a notebook; None of a file."""
    version: int | None = None

    @property
    def data(self) -> bytes:
        """Its bytes, were it saved."""
        return self.with_texts({number: part.text for number, part in self.parts.items()})

    def with_texts(self, texts: Mapping[int | None, str]) -> bytes:
        """The bytes that it would have with other texts in its parts."""
        if self.metadata is None:
            return encoded(texts[None])
        cells = [
            {"cell_type": "code", "metadata": {}, "outputs": [], "source": LONE.sub("?", texts[number])}
            for number in self.parts
        ]
        content = {"cells": cells, "metadata": dict(self.metadata), "nbformat": 4, "nbformat_minor": 5}
        return json.dumps(content, ensure_ascii=False, default=str).encode()

    def after(self, changes: Iterable[TextEdit]) -> bytes:
        """The bytes that it would have with edits made in it."""
        own: dict[int | None, list[TextEdit]] = {}
        for change in changes:
            own.setdefault(change.cell, []).append(change)
        texts = {number: part.text for number, part in self.parts.items()}
        for number, edits in own.items():
            mark = BOM if texts[number].startswith(BOM) and number is None else ""
            texts[number] = mark + with_edits(texts[number].removeprefix(mark), edits)
        return self.with_texts(texts)

    def texts_of(self, data: bytes) -> dict[int | None, str]:
        """The texts of its parts in bytes that were made of it."""
        if self.metadata is None:
            return {None: decoded(data)}
        sources = map(source_of, all_cells(content_of(data)))
        return {number: "".join(source or ()) for number, source in zip(self.parts, sources, strict=True)}


def encoded(text: str) -> bytes:
    """The bytes of a file with a text: in the encoding that its comment names, if that is one that has it."""
    text = LONE.sub("?", text)
    data = text.encode()
    try:
        encoding = _encoding(data)
        return data if encoding == "utf-8-sig" else text.encode(encoding)
    except (SyntaxError, LookupError, UnicodeError):
        return data


def decoded(data: bytes) -> str:
    """The text of a file with its own line ends. Raises what Python raises where it is none."""
    encoding = _encoding(data)
    return data.decode("utf-8" if encoding == "utf-8-sig" else encoding)


def _encoding(data: bytes) -> str:
    # Python ends lines at a lone \r, its reader of the coding comment does not.
    head = data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")
    return tokenize.detect_encoding(io.BytesIO(head).readline)[0]
