"""The strings of a TOML file with their keys and places, read without a library: layout must stay what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

SPACE = re.compile(r"(?:[ \t\r\n]|#[^\r\n]*)*")
BLANK = re.compile(r"[ \t]*")
BARE = re.compile(r"[A-Za-z0-9_-]+")
STRING = re.compile(r'"""(?:[^\\]|\\.)*?"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\r\n]|\\.)*"|\'[^\'\r\n]*\'', re.DOTALL)
OTHER = re.compile(r"[^\s,\[\]{}#\"'=]+(?:[ ][\d:.+Z-]+)?")
"""A number, a truth value, a date."""
DEEPEST = 64


class TomlError(ValueError):
    """A text that is no TOML."""


class TomlString(NamedTuple):
    """A string that is a value, or an item of an array."""

    keys: tuple[str, ...]
    start: int
    """Where its text begins, behind the quote."""
    end: int
    value: str
    in_array: bool


def strings(text: str) -> list[TomlString]:
    """The strings of a text on one line and without escapes, in order. Raises TomlError where it is no TOML."""
    return list(_Reader(text).read())


class _Reader:
    def __init__(self, text: str) -> None:
        self.text = text
        self.at = 1 if text.startswith("\ufeff") else 0

    def read(self) -> Iterator[TomlString]:
        table: tuple[str, ...] = ()
        self._skip()
        while self.at < len(self.text):
            if self._next("[["):
                table = self._keys()
                self._expect("]]")
            elif self._next("["):
                table = self._keys()
                self._expect("]")
            else:
                yield from self._pair(table, 0)
            self._line_end()
            self._skip()

    def _pair(self, table: tuple[str, ...], depth: int) -> Iterator[TomlString]:
        keys = self._keys()
        self._expect("=")
        self._blank()
        yield from self._value((*table, *keys), depth, in_array=False)

    def _value(self, keys: tuple[str, ...], depth: int, *, in_array: bool) -> Iterator[TomlString]:
        if depth > DEEPEST:
            raise TomlError("too deep")
        if self._next("["):
            yield from self._items("]", keys, depth)
        elif self._next("{"):
            yield from self._items("}", keys, depth)
        else:
            found = STRING.match(self.text, self.at)
            start = self.at
            self.at = self._matched(found or OTHER.match(self.text, self.at))
            whole = self.text[start : self.at]
            if found and not whole.startswith(('"""', "'''")) and "\\" not in whole:
                yield TomlString(keys, start + 1, self.at - 1, whole[1:-1], in_array)

    def _items(self, closing: str, keys: tuple[str, ...], depth: int) -> Iterator[TomlString]:
        self._skip()
        while not self._next(closing):
            if closing == "]":
                yield from self._value(keys, depth + 1, in_array=True)
            else:
                yield from self._pair(keys, depth + 1)
            self._skip()
            if not self._next(","):
                self._expect(closing)
                return
            self._skip()

    def _keys(self) -> tuple[str, ...]:
        keys = []
        while True:
            self._blank()
            start = self.at
            self.at = self._matched(BARE.match(self.text, start) or STRING.match(self.text, start))
            keys.append(self.text[start : self.at].strip("\"'"))
            self._blank()
            if not self._next("."):
                return tuple(keys)

    def _line_end(self) -> None:
        self._blank()
        rest = self.text[self.at : self.at + 1]
        if rest not in ("", "\n", "\r", "#"):
            raise TomlError("something behind a value")

    def _next(self, what: str) -> bool:
        found = self.text.startswith(what, self.at)
        self.at += len(what) if found else 0
        return found

    def _expect(self, what: str) -> None:
        self._blank()
        if not self._next(what):
            raise TomlError(f"expected {what}")

    def _blank(self) -> None:
        self.at = self._matched(BLANK.match(self.text, self.at))

    def _skip(self) -> None:
        self.at = self._matched(SPACE.match(self.text, self.at))

    def _matched(self, found: re.Match[str] | None) -> int:
        if found is None:
            raise TomlError("no key, or no value")
        return found.end()
