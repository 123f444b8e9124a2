"""Virtual environments with releases of flake8, made once and kept in the tests' cache."""

from __future__ import annotations

import functools
import hashlib
import os
import shutil
import subprocess
import sys
from importlib.metadata import distribution, version
from pathlib import Path

import sdks
from filelock import FileLock

PROJECT = Path(__file__).resolve().parents[2]
OURS = "flake8-openai-v1"


@functools.cache
def environment(requirement: str) -> Path:
    """Give the folder of programs of an environment with this project and a release of flake8; no version: the newest.

    flake8 is installed from wheels of the cache. This project, with its metadata, is borrowed from where it is: to
    build it again takes longer than all else. Without the package index the test is skipped, but fails in CI.
    """
    release = requirement if "==" in requirement else f"{requirement}=={newest(requirement)}"
    try:
        wheels = sdks.installs.wheels(release)
    except sdks.installs.Unreachable as problem:
        sdks.unreachable(problem)
        raise
    metadata = Path(str(distribution(OURS).locate_file(f"flake8_openai_v1-{version(OURS)}.dist-info")))
    what = [sys.executable, str(PROJECT), str(wheels), (metadata / "entry_points.txt").read_text("utf-8")]
    digest = hashlib.sha256("\0".join(what).encode()).hexdigest()[:12]
    folder = sdks.installs.cache() / f"environment-{release}-{sys.implementation.cache_tag}-{digest}"
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    with FileLock(f"{folder}.lock"):
        if not (folder / "ready").exists():
            _run(sys.executable, "-m", "venv", "--clear", "--without-pip", folder)
            pip = (sys.executable, "-m", "pip", "--disable-pip-version-check", "--python", programs / "python")
            _run(*pip, "install", "--quiet", "--no-compile", "--no-index", "--find-links", wheels, release)
            packages = next(folder.rglob("site-packages"))
            (packages / "ours.pth").write_text(f"{PROJECT}\n", "utf-8")
            shutil.copytree(metadata, packages / metadata.name)
            (folder / "ready").touch()
    return programs


@functools.cache
def newest(package: str) -> str:
    """The newest release of a package on the package index."""
    try:
        return sdks.installs.newest(package)
    except sdks.installs.Unreachable as problem:
        sdks.unreachable(problem)
        raise


@functools.cache
def is_newest(package: str) -> bool:
    """True if the release of a package that is installed here is the newest on the package index."""
    return newest(package) == version(package)


def _run(*words: object) -> None:
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=False)
    if done.returncode:
        sdks.unreachable(sdks.installs.Unreachable(done.stderr.strip()[-2000:]))
