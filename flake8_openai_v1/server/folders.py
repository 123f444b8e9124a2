"""Folders that an editor has open, and the settings that hold for a file in them."""

from __future__ import annotations

import os
import time
from typing import NamedTuple

from ..lint.settings import SettingsError, load
from ..lint.surroundings import REPOSITORIES
from ..project.config import Config

STALE = 2.0
"""Seconds after which settings are read again."""


class Settled(NamedTuple):
    """Settings, and of which folder."""

    base: str
    """Where a person would run `check`."""
    config: Config
    problem: str | None = None
    """Why they could not be read, one line: those that were there before hold, or none."""


class Folders:
    """The folders of a workspace."""

    def __init__(self) -> None:
        """None yet."""
        self.paths: list[str] = []
        self._known: dict[str, tuple[float, Settled]] = {}

    def changed(self) -> None:
        """Read all settings again when they are asked for."""
        self._known = {base: (-STALE, settled) for base, (_, settled) in self._known.items()}

    def settled(self, path: str) -> Settled:
        """The settings that hold for a file."""
        base = self.base(path)
        then, known = self._known.get(base, (-STALE, Settled(base, Config())))
        now = time.monotonic()
        if now - then >= STALE or base not in self._known:
            try:
                known = Settled(base, Config.of(*load(folder=base)))
            except SettingsError as error:
                known = known._replace(problem=str(error))
            self._known[base] = (now, known)
        return known

    def base(self, path: str) -> str:
        """Where a person would run `check` on a file: its workspace folder, or a repository that is within that."""
        if not os.path.isabs(path):
            return self.paths[0] if self.paths else os.getcwd()
        around = [folder for folder in self.paths if path.startswith(os.path.join(folder, ""))]
        workspace = max(around, key=len, default=None)
        folder = os.path.dirname(path)
        while folder != workspace:
            if any(os.path.lexists(os.path.join(folder, name)) for name in REPOSITORIES):
                return folder
            above = os.path.dirname(folder)
            if above == folder:
                break
            folder = above
        return workspace or os.path.dirname(path)
