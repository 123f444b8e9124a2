"""`fix` on whole packages, as they were released: what it promises of a tree holds for each (``tools/promises.py``)."""

from __future__ import annotations

import sys
import zipfile
from pathlib import Path

import pytest
import sdks

sys.path.append(str(sdks.ROOT / "tools"))

import promises

LEGACY = [
    "aider-chat==0.16.0",
    "embedchain==0.0.60",
    "instructor==0.2.11",
    "marvin==1.5.0",
    "phidata==2.0.0",
    "pymemgpt==0.1.18",
]
"""Releases that were written for openai 0.x."""

CHANGED = ["embedchain==0.0.60", "phidata==2.0.0"]
"""Those of them in which something plain is to be fixed."""

CURRENT = [
    "aider-chat==0.86.2",
    "instructor==1.17.0",
    "langchain-openai==1.7.4",
]
"""Releases for the SDK of today."""

UNRELATED = "django==5.2"


def unpack(requirement: str, folder: Path, part: str = "") -> Path:
    """Unpack the Python files of a release, or those of a part of it."""
    with zipfile.ZipFile(sdks.wheel(requirement)) as archive:
        names = [name for name in archive.namelist() if name.endswith((".py", ".pyi", ".ipynb"))]
        archive.extractall(folder, [name for name in names if name.startswith(part)])
    return folder


@pytest.mark.index
@pytest.mark.parametrize("requirement", LEGACY)
def test_promises_are_kept(requirement, tmp_path):
    attempt = promises.attempt(unpack(requirement, tmp_path))
    assert attempt.broken == []
    assert attempt.found
    assert attempt.changed or requirement not in CHANGED


@pytest.mark.index
@pytest.mark.parametrize("requirement", CURRENT)
def test_what_is_current_keeps_its_bytes(requirement, tmp_path):
    attempt = promises.attempt(unpack(requirement, tmp_path))
    assert (attempt.broken, attempt.changed) == ([], [])
    assert {row.code for row in attempt.left} <= {"OAI503"}


@pytest.mark.index
def test_what_has_nothing_to_do_with_openai_keeps_its_bytes(tmp_path):
    attempt = promises.attempt(unpack(UNRELATED, tmp_path))
    assert len(attempt.before) > 800
    assert (attempt.broken, attempt.left, attempt.changed) == ([], [], [])


@pytest.mark.index
def test_what_only_has_the_word_keeps_its_bytes(tmp_path):
    unpack(UNRELATED, tmp_path, "django/core/")
    for path in tmp_path.rglob("*.py"):  # without the word a file is not even parsed
        path.write_bytes(path.read_bytes() + b"\n# openai")
    attempt = promises.attempt(tmp_path)
    assert len(attempt.before) > 80
    assert (attempt.broken, attempt.left, attempt.changed) == ([], [], [])
