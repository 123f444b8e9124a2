"""What a requirement asks for: its name, where its versions stand, and whether they are all before 1.0."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from ..sdk.holders import HOLDERS, Holder
from ..sdk.versions import LATEST

OPENAI = "openai"
HOLDING: dict[str, Holder] = {row.name: row for row in HOLDERS}
"""Other packages that need the old SDK up to some release, by name."""
NAMES = "|".join([OPENAI, *HOLDING]).replace("-", "[-_.]")
NAME = rf"(?<![\w.@/-])(?:{NAMES})(?![\w.-])"
"""A package by itself: no part of another name or of an address."""
EXTRAS = r"(?:[ \t]*\[[\w ,.-]*\])?"
CLAUSE = r"(?:===|==|~=|!=|<=|>=|<|>|=)[ \t]*v?[\w.*+!-]+"
CLAUSES = rf"{CLAUSE}(?:[ \t]*,[ \t]*{CLAUSE})*"
REQUIREMENT = re.compile(
    rf"(?P<name>(?i:{NAME})){EXTRAS}[ \t]*(?P<open>\([ \t]*)?(?P<versions>{CLAUSES})(?P<close>[ \t]*\))?"
    r"(?P<rest>[ \t]*(?:;[^#\r\n]*)?)"
)
"""``openai[datalib] (>=0.27, <1) ; python_version > "3.7"``."""
ADDRESS = re.compile(rf"(?i:(?<![\w.@/-])openai(?![\w.-])){EXTRAS}[ \t]*@[ \t]*(?P<address>\S*[@/=]v?0\.\d[\w.]*\S*)")
"""``openai @ git+https://github.com/openai/openai-python@v0.28.1``."""
OLD_PYTHON = re.compile(r"python(?:_full)?_version\s*(?:<=?|==)")
"""A marker that takes a requirement for old Pythons only."""
ONE = re.compile(r"(?P<operator>===|==|~=|!=|<=|>=|<|>|=|\^|~|)[ \t]*v?(?P<version>[\w.*+!-]*)")
LATER = [(1, 0, 0), *((major, 0, 0) for major in LATEST), *LATEST.values()]
"""Releases that an asker for the old SDK does not take."""


class Requirement(NamedTuple):
    """A requirement of `openai`, or of what may need an old one, with places in the text that it was found in."""

    name: str
    begin: int
    """Where its name begins."""
    shown: str
    start: int
    """Where its versions begin."""
    end: int
    versions: str
    marker: str

    def obstacle(self, target: int) -> str | None:
        """Why it holds today's SDK back, though it is none of the old one; empty where it is that, None for others."""
        return obstacle(self.name, self.versions, target)

    def raised(self, target: int) -> str:
        """What to write in the place of its versions."""
        operator = re.match(r"[=~!<>]+([ \t]*)", self.versions)
        return f">={operator[1] if operator else ''}{target}"


def requirements(text: str, start: int = 0, end: int | None = None) -> Iterator[Requirement]:
    """Yield the requirements with versions in a stretch of text, of `openai` and of what may need an old one."""
    for found in REQUIREMENT.finditer(text, start, len(text) if end is None else end):
        shown = text[found.start() : found.end("versions")].replace(" ", "") + (")" if found["open"] else "")
        name, marker = normalised(found["name"]), found["rest"].strip(" \t;")
        yield Requirement(name, found.start(), shown, *found.span("versions"), found["versions"], marker)


def normalised(name: str) -> str:
    """The name of a package as the package index knows it."""
    return re.sub(r"[-_.]+", "-", name).lower()


def obstacle(name: str, versions: str, target: int, *, caret: bool = False) -> str | None:
    """Why versions of a package hold today's SDK back, of ``target``; empty where they are of the old SDK itself.

    None where they do not, or where that is not understood.
    """
    row = HOLDING.get(name)
    if row is not None:
        later = [row.since, *((major, 0, 0) for major in range(row.since[0] + 1, row.newest[0] + 1)), row.newest]
        since = ".".join(map(str, row.since))
        text = f"{row.name} before {since} needs {row.needs}: raise it, too, to {row.name}>={row.made}"
        return text if is_old(versions, later, caret=caret) else None
    if name != OPENAI:
        return None
    if is_old(versions, caret=caret):
        return ""
    later = [one for major, newest in LATEST.items() if major >= target for one in ((major, 0, 0), newest)]
    if not is_old(versions, later, caret=caret):
        return None
    own = re.search(r"\d+(?:\.\d+)*", versions)
    return (
        f"the code is fixed for openai {target}: raise it to openai>={target}, or look with "
        f"check --target-version {own[0] if own else 1} whether the code runs on it"
    )


def is_old(versions: str, later: Sequence[tuple[int, ...]] = LATER, *, caret: bool = False) -> bool:
    """True if clauses of versions take something, and nothing from 1.0 on; False where that is not understood.

    ``later`` are releases from that on, the first one first. ``caret``: are they those of Poetry, where a bare version
    is that one?
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
    named = [(*one, 0, 0, 0)[:3] for one in own if one >= later[0]]
    candidates = [*later, *named, *((one[0], one[1] + 1, 0) for one in (*later, *named))]
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
