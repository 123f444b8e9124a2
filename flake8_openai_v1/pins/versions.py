"""What a requirement asks for: its name, where its versions stand, and whether they are all before 1.0."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ..sdk.versions import LATEST

NAME = r"(?<![\w.@/-])openai(?![\w.-])"
"""The package by itself: no part of another name or of an address."""
EXTRAS = r"(?:[ \t]*\[[\w ,.-]*\])?"
CLAUSE = r"(?:===|==|~=|!=|<=|>=|<|>|=)[ \t]*v?[\w.*+!-]+"
CLAUSES = rf"{CLAUSE}(?:[ \t]*,[ \t]*{CLAUSE})*"
REQUIREMENT = re.compile(
    rf"(?P<name>(?i:{NAME})){EXTRAS}[ \t]*(?P<open>\([ \t]*)?(?P<versions>{CLAUSES})(?P<close>[ \t]*\))?"
    r"(?P<rest>[ \t]*(?:;[^#\r\n]*)?)"
)
"""``openai[datalib] (>=0.27, <1) ; python_version > "3.7"``."""
ADDRESS = re.compile(rf"(?i:{NAME}){EXTRAS}[ \t]*@[ \t]*(?P<address>\S*[@/=]v?0\.\d[\w.]*\S*)")
"""``openai @ git+https://github.com/openai/openai-python@v0.28.1``."""
OLD_PYTHON = re.compile(r"python(?:_full)?_version\s*(?:<=?|==)")
"""A marker that takes a requirement for old Pythons only."""
ONE = re.compile(r"(?P<operator>===|==|~=|!=|<=|>=|<|>|=|\^|~|)[ \t]*v?(?P<version>[\w.*+!-]*)")
LATER = [(1, 0, 0), *((major, 0, 0) for major in LATEST), *LATEST.values()]
"""Releases that an asker for the old SDK does not take."""


class Requirement(NamedTuple):
    """A requirement of `openai`, with places in the text that it was found in."""

    shown: str
    start: int
    """Where its versions begin."""
    end: int
    versions: str
    marker: str

    @property
    def is_old(self) -> bool:
        """True if it takes nothing from 1.0 on."""
        return is_old(self.versions)

    def raised(self, target: int) -> str:
        """What to write in the place of its versions."""
        operator = re.match(r"[=~!<>]+([ \t]*)", self.versions)
        return f">={operator[1] if operator else ''}{target}"


def requirements(text: str, start: int = 0, end: int | None = None) -> Iterator[Requirement]:
    """Yield the requirements of `openai` with versions that stand in a stretch of text."""
    for found in REQUIREMENT.finditer(text, start, len(text) if end is None else end):
        shown = text[found.start() : found.end("versions")].replace(" ", "") + (")" if found["open"] else "")
        yield Requirement(shown, *found.span("versions"), found["versions"], found["rest"].strip(" \t;"))


def is_old(versions: str, *, caret: bool = False) -> bool:
    """True if clauses of versions take something, and nothing from 1.0 on; False where that is not understood.

    ``caret``: are they those of Poetry, where a bare version is that one?
    """
    clauses = [part.strip() for part in versions.split(",") if part.strip()]
    rows = [ONE.fullmatch(part) for part in clauses]
    if not rows or any(row is None or not row["version"] for row in rows):
        return False
    pairs = [(row["operator"] or ("==" if caret else ""), row["version"]) for row in rows if row is not None]
    own = [numbers for _, version in pairs if (numbers := _numbers(version)) is not None]
    if len(own) < len(pairs) or any(not operator for operator, _ in pairs):
        return False
    if all(operator in ("!=", ">", ">=") for operator, _ in pairs):
        return False
    named = [(*one, 0, 0, 0)[:3] for one in own if one >= (1,)]
    candidates = [*LATER, *named, *((major, minor + 1, 0) for major, minor, _ in (*LATER, *named))]
    return not any(all(_takes(operator, version, one) for operator, version in pairs) for one in candidates)


def _numbers(version: str) -> tuple[int, ...] | None:
    """The numbers of a version, those before a star or a letter; None where it is none."""
    found = re.match(r"v?(\d+(?:\.\d+)*)(?:\.\*|[-.]?(?:a|b|rc|dev|post|alpha|beta)[\w.]*|\+[\w.]+)?$", version)
    return tuple(map(int, found[1].split("."))) if found and len(found[1]) < 40 else None


def _takes(operator: str, version: str, candidate: tuple[int, ...]) -> bool:
    """True if a clause takes a release."""
    numbers = _numbers(version) or ()
    prefix = candidate[: len(numbers)] == numbers
    padded = (*numbers, 0, 0, 0)[:3]
    if operator in ("==", "===", "="):
        return prefix if version.endswith("*") or operator == "=" else candidate == padded
    if operator == "!=":
        return candidate != padded
    if operator == "~=":
        return candidate >= padded and candidate[: max(1, len(numbers) - 1)] == numbers[: max(1, len(numbers) - 1)]
    if operator == "^":
        fixed = next((place + 1 for place, one in enumerate(numbers) if one), len(numbers))
        return candidate >= padded and candidate[:fixed] == padded[:fixed]
    if operator == "~":
        return candidate >= padded and candidate[: min(2, len(numbers))] == numbers[:2]
    if operator == "<":
        return candidate < padded
    if operator == "<=":
        return candidate <= padded
    return candidate >= padded if operator == ">=" else candidate > padded
