"""Virtual environments with releases of flake8, made once and kept in the tests' cache."""

from __future__ import annotations

import functools
import hashlib
import os
import subprocess
import sys
from datetime import date
from importlib.metadata import version
from pathlib import Path

import sdks
from filelock import FileLock

PROJECT = Path(__file__).resolve().parents[2]


@functools.cache
def environment(requirement: str) -> Path:
    """Give the folder of programs of an environment with this project and what is required.

    What is required without a version is looked for anew each month. Without the package index the test is
    skipped, but fails in CI.
    """
    month = "" if "==" in requirement else f"{date.today():%Y-%m}"
    what = [sys.executable, str(PROJECT), (PROJECT / "pyproject.toml").read_text(), requirement, month]
    digest = hashlib.sha256("\0".join(what).encode()).hexdigest()[:12]
    folder = sdks.installs.cache() / f"environment-{requirement}-{sys.implementation.cache_tag}-{digest}"
    folder.parent.mkdir(parents=True, exist_ok=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    ready = folder / "ready"
    with FileLock(f"{folder}.lock"):
        if not ready.exists():
            _run(sys.executable, "-m", "venv", "--clear", "--without-pip", folder)
            pip = (sys.executable, "-m", "pip", "--python", programs / "python")
            _run(*pip, "install", "--quiet", "-e", PROJECT, requirement)
            ready.touch()
    return programs


@functools.cache
def is_newest(package: str) -> bool:
    """True if the release of a package that is installed here is the newest on the package index."""
    try:
        return sdks.installs.newest(package) == version(package)
    except sdks.installs.Unreachable as problem:
        sdks.unreachable(problem)
        raise


def _run(*words: object) -> None:
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)
    if done.returncode:
        sdks.unreachable(sdks.installs.Unreachable(done.stderr.strip()[-2000:]))
