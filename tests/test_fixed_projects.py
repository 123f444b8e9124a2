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
    "pymemgpt==0.1.18",
]
"""Releases that were written for openai 0.x."""

CURRENT = [
    "aider-chat==0.86.2",
    "instructor==1.17.0",
    "langchain-openai==1.7.4",
]
"""Releases for the SDK of today."""

UNRELATED = "django==5.2"


def unpack(requirement: str, folder: Path) -> Path:
    """Unpack the Python files of a release."""
    with zipfile.ZipFile(sdks.wheel(requirement)) as archive:
        archive.extractall(folder, [name for name in archive.namelist() if name.endswith((".py", ".pyi", ".ipynb"))])
    return folder


@pytest.mark.index
@pytest.mark.parametrize("requirement", LEGACY)
def test_promises_are_kept(requirement, tmp_path):
    attempt = promises.attempt(unpack(requirement, tmp_path))
    assert attempt.broken == []
    assert attempt.changed


@pytest.mark.index
@pytest.mark.parametrize("requirement", CURRENT)
def test_what_is_current_keeps_its_bytes(requirement, tmp_path):
    attempt = promises.attempt(unpack(requirement, tmp_path))
    assert (attempt.broken, attempt.left, attempt.changed) == ([], [], [])


@pytest.mark.index
@pytest.mark.parametrize("comment", [b"", b"\n# openai"], ids=["as it is", "with the word in each file"])
def test_what_has_nothing_to_do_with_openai_keeps_its_bytes(comment, tmp_path):
    unpack(UNRELATED, tmp_path)
    for path in tmp_path.rglob("*.py"):  # without the word a file is not even parsed
        path.write_bytes(path.read_bytes() + comment)
    attempt = promises.attempt(tmp_path)
    assert len(attempt.before) > 800
    assert (attempt.broken, attempt.left, attempt.changed) == ([], [], [])
