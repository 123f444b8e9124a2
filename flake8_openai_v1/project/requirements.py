"""What a project says that it needs: its files of requirements, beside a file or above it."""

from __future__ import annotations

import os
import re
from functools import lru_cache

from .infrastructure import folders_above, names_in

NAMES = re.compile(
    r"requirements[\w.-]*\.(?:txt|in)|[\w-]*requirements\.(?:txt|in)|pyproject\.toml|setup\.(?:py|cfg)|Pipfile"
    r"|environment\.ya?ml|noxfile\.py|tox\.ini"
)
"""Files that say what is to be installed."""
INSTALLED = re.compile(r".*\.dist-info")
MOST_BYTES = 1_000_000


def needs(path: str, package: str) -> bool:
    """True if the project of a file says that it needs a package itself."""
    if not os.path.isfile(path):
        return False
    word = re.compile(rf"(?<![\w.-]){re.escape(package)}(?![\w-])")
    return any(word.search(_requirements(folder)) for folder in folders_above(path))


@lru_cache(maxsize=256)
def _requirements(folder: str) -> str:
    """The text of all files of requirements in a folder, and of what is installed there."""
    texts = []
    for name in names_in(folder):
        if NAMES.fullmatch(name):
            texts.append(_text(os.path.join(folder, name)))
        elif INSTALLED.fullmatch(name):
            text = _text(os.path.join(folder, name, "METADATA"))
            texts.append("\n".join(line for line in text.splitlines() if line.startswith("Requires-Dist:")))
    return "\n".join(texts)


def _text(path: str) -> str:
    try:
        with open(path, encoding="utf-8", errors="replace") as file:
            return file.read(MOST_BYTES)
    except OSError:
        return ""
