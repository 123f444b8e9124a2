"""Virtual environments with releases of flake8, made once and kept in a cache."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

import pytest
from filelock import FileLock

PROJECT = Path(__file__).resolve().parents[2]


def cache() -> Path:
    """Give the folder for what tests download: OAI_TEST_CACHE, else one in the user's cache folder."""
    named = os.environ.get("OAI_TEST_CACHE")
    if named:
        return Path(named)
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "flake8-openai-v1-tests"


def environment(*requirements: str) -> Path:
    """Give the folder of programs of an environment with this project and some requirements in it.

    Without the package index the test is skipped, but fails in CI.
    """
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    what = [sys.executable, str(PROJECT), (PROJECT / "pyproject.toml").read_text(), *requirements]
    digest = hashlib.sha256("\0".join(what).encode()).hexdigest()[:12]
    folder = cache() / "environments" / f"{version}-{requirements[0]}-{digest}"
    folder.parent.mkdir(parents=True, exist_ok=True)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    ready = folder / "ready"
    with FileLock(f"{folder}.lock"):
        if not ready.exists():
            _run(sys.executable, "-m", "venv", "--clear", folder)
            _run(programs / "python", "-m", "pip", "install", "--quiet", "-e", PROJECT, *requirements)
            ready.touch()
    return programs


def _run(*words: object) -> None:
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)
    if done.returncode:
        reason = f"cannot make a test environment: {done.stderr.strip()[-2000:]}"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
