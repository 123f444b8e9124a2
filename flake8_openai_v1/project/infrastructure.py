"""What the project's own templates deploy on Azure: Bicep, Terraform, ARM and azd, beside a file or above it."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator
from functools import lru_cache
from itertools import islice

FOLDERS = ("infra", "infrastructure", "iac", "bicep", "terraform", "deploy", "deployment", ".azure")
"""Folders of a project in which such templates are."""
ALWAYS = (".bicep", ".bicepparam", ".tf", ".tfvars")
INSIDE = (".json", ".yaml", ".yml")
"""Ends of the names of templates: anywhere, and within one of the folders."""
AZD = ("azure.yaml", "azure.yml", "azuredeploy.json", "azuredeploy.parameters.json")
MOST_FOLDERS = 1_000
MOST_FILES = 300
MOST_BYTES = 1_000_000
HIGHEST = 12
"""How many folders up templates are looked for, where none is the root of a repository."""


def is_deployed(path: str, name: str) -> bool:
    """True if a template of the project that a file belongs to names a deployment, or anything else, so."""
    if not os.path.isfile(path):
        return False
    word = re.compile(rf"(?<![\w.-]){re.escape(name)}(?![\w.-])")
    return any(word.search(_templates(folder)) for folder in folders_above(path))


def folders_above(path: str) -> Iterator[str]:
    """The folder of a file and those above it, up to the root of its repository."""
    folder = os.path.dirname(os.path.abspath(path))
    for _ in range(HIGHEST):
        yield folder
        above = os.path.dirname(folder)
        if above == folder or os.path.exists(os.path.join(folder, ".git")):
            return
        folder = above


@lru_cache(maxsize=256)
def _templates(folder: str) -> str:
    """The text of all templates of a folder."""
    texts: list[str] = []
    for path in _paths(folder):
        if not os.path.isfile(path):
            continue
        try:
            with open(path, encoding="utf-8", errors="replace") as file:
                texts.append(file.read(MOST_BYTES))
        except OSError:
            continue
        if len(texts) == MOST_FILES:
            break
    return "\n".join(texts)


def _paths(folder: str) -> Iterator[str]:
    for name in names_in(folder):
        if name.endswith(ALWAYS) or name in AZD:
            yield os.path.join(folder, name)
    for inner in FOLDERS:
        for root, folders, names in islice(os.walk(os.path.join(folder, inner)), MOST_FOLDERS):
            folders[:] = sorted(one for one in folders if one != "node_modules")
            yield from (os.path.join(root, name) for name in sorted(names) if name.endswith(ALWAYS + INSIDE))


def names_in(folder: str) -> list[str]:
    """The names of what is in a folder, in order; none where it cannot be read."""
    try:
        return sorted(os.listdir(folder))
    except OSError:
        return []
