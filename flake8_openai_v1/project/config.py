"""What a user can set: `Config`, one dataclass that every face fills, and how its values are written."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from fnmatch import translate
from typing import Any

from ..sdk.versions import LATEST, NEWEST

OPINION = "OAI9"
"""The family that is off until it is named."""


@dataclass(frozen=True)
class Config:
    """The settings that decide what is found.

    Codes may be the beginnings of codes, as in flake8. Patterns of files are as `anchored` makes them.
    """

    target: tuple[int, ...] = NEWEST
    select: tuple[str, ...] = ("OAI",)
    extend_select: tuple[str, ...] = ()
    ignore: tuple[str, ...] = ()
    extend_ignore: tuple[str, ...] = ()
    per_file_ignores: tuple[tuple[str, tuple[str, ...]], ...] = ()
    exclude: tuple[str, ...] = ()
    extend_exclude: tuple[str, ...] = ()
    disable_noqa: bool = False
    azure_deployments: tuple[str, ...] = ()
    """Names of deployments on Azure that look like names of models."""

    @classmethod
    def of(cls, *layers: Mapping[str, Any]) -> Config:
        """Make a Config of settings by field name; a later layer wins, None stands for not set."""
        return cls(**{key: value for layer in layers for key, value in layer.items() if value is not None})

    def shows(self, code: str, filename: str | None = None) -> bool:
        """Tell whether findings of a code are shown (in a file, where per-file ignores count).

        As in flake8 the longer beginning wins between select and ignore, and ignore wins a tie. An opinion
        is shown only if it is selected as such: by ``OAI9`` or ``OAI901``, but not by ``OAI``.
        """
        selects = [start for start in self.select + self.extend_select if code.startswith(start)]
        if code.startswith(OPINION):
            selects = [start for start in selects if start.startswith(OPINION)]
        ignores = [start for start in self._ignored(filename) if code.startswith(start)]
        return max(map(len, selects), default=-1) > max(map(len, ignores), default=-1)

    def _ignored(self, filename: str | None) -> tuple[str, ...]:
        ignored = self.ignore + self.extend_ignore
        if filename is None or not self.per_file_ignores:
            return ignored
        # flake8 lets one pattern decide: the longest that matches, the first of equals.
        rows = [row for row in self.per_file_ignores if matcher((row[0],))(filename)]
        return ignored + max(rows, key=lambda row: len(row[0]), default=("", ()))[1]


def parse_target(text: str) -> tuple[int, ...]:
    """Read a release of the SDK: "3" is the newest known 3.x, "1.30" is 1.30.0.

    Raises ValueError if it is no release, or one that nothing is known about.
    """
    if not re.fullmatch(r"\d{1,4}(\.\d{1,4}){0,2}", text, re.ASCII):
        raise ValueError(f"{text!r} is not a release of openai: expected 3, 2, 1.30, ...")
    numbers = [int(part) for part in text.split(".")]
    if numbers[0] not in LATEST:
        known = ", ".join(map(str, sorted(LATEST)))
        raise ValueError(f"openai {text} is not a target: known majors are {known}")
    return LATEST[numbers[0]] if len(numbers) == 1 else tuple([*numbers, 0][:3])


def split(text: str) -> tuple[str, ...]:
    """Split a list as flake8 does: at commas and white space."""
    return tuple(part for part in re.split(r"[,\s]", text) if part)


def anchored(pattern: str, folder: str) -> str:
    """Anchor a pattern of files to a folder if it has a slash, as flake8 does; a bare name stays as it is."""
    separators = os.sep + (os.altsep or "")
    if pattern == "." or any(separator in pattern for separator in separators):
        pattern = os.path.abspath(os.path.join(folder, pattern))
    return pattern.rstrip(separators)


def matcher(patterns: Iterable[str]) -> Callable[[str], bool]:
    """Make a test whether a pattern matches a path's last part or its absolute form, as in flake8."""
    match = re.compile("|".join(translate(os.path.normcase(pattern)) for pattern in patterns)).match

    def matches(path: str) -> bool:
        name = os.path.basename(path)
        if name not in (".", "..") and match(os.path.normcase(name)):
            return True
        return match(os.path.normcase(os.path.abspath(path))) is not None

    return matches
