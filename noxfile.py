"""What may differ from Python to Python, on each one from 3.10 on that this machine has, the newest last: ``nox``.

That is what reads syntax trees: analysis, rules, fixes, notebooks. What starts processes, and what asks the package
index (marked ``index``), says the same on each Python: it runs where the whole suite does. ``nox -- tests`` runs all.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from pathlib import Path

import nox

OLDEST = (3, 10)
ASK = "import sys; v = sys.version_info; print(v.major, v.minor, v.micro, v.releaselevel == 'final')"


def folders() -> Iterator[Path]:
    """Yield the folders where interpreters are: those of pyenv and uv, then those of the path."""
    for words, pattern in (
        (("pyenv", "root"), "versions/*/bin"),
        (("uv", "python", "dir"), "*/bin"),
    ):
        program = shutil.which(words[0])
        if program:
            done = subprocess.run([program, *words[1:]], capture_output=True, text=True, check=False)
            if done.returncode == 0:
                yield from Path(done.stdout.strip()).glob(pattern)
    yield from map(Path, os.get_exec_path())


def interpreters() -> dict[tuple[int, int], Path]:
    """Map each minor release to the interpreter with its newest patch, oldest release first."""
    found: dict[tuple[int, int], tuple[int, Path]] = {}
    for folder in folders():
        for path in folder.glob("python3.*"):
            name = re.fullmatch(r"python3\.(\d+)(\.exe)?", path.name)
            if not name or (3, int(name[1])) < OLDEST:
                continue
            # A shim of pyenv whose Python is not switched on has the name, but does not run.
            done = subprocess.run([path, "-c", ASK], capture_output=True, text=True, check=False)
            if done.returncode or not done.stdout.endswith("True\n"):
                continue
            major, minor, micro = map(int, done.stdout.split()[:3])
            if found.get((major, minor), (-1, path))[0] < micro:
                found[major, minor] = micro, path
    return {release: path for release, (_, path) in sorted(found.items())}


READING = ("semantics", "values", "rules", "fix", "behaviour/test_fixed.py", "syntax")
"""The tests of what reads syntax trees."""
NEEDED = ("pytest", "pytest-xdist", "filelock", "hypothesis", "hypothesmith")
"""What these tests need of the extra [test]."""


def suite(session: nox.Session) -> None:
    """Run the tests of what reads syntax trees, or those that are named."""
    if session.posargs:
        session.install("-q", "-e", ".[test]")
        session.run("pytest", *session.posargs)
    else:
        session.install("-q", "--no-compile", "-e", ".", *NEEDED)
        session.run("pytest", "-q", "-m", "not index", *(f"tests/{name}" for name in READING))


# ``.ci/run`` names the Python on which it has run all tests: the others are left, if there are any.
FOUND = {f"{major}.{minor}": path for (major, minor), path in interpreters().items()}
OTHERS = {release: path for release, path in FOUND.items() if release != os.environ.get("SUITE_RAN_ON")}
if "SUITE_RAN_ON" in os.environ:
    # CI is to be quick: what holds on the oldest and on the newest holds between them.
    OTHERS = {release: path for release, path in OTHERS.items() if release in (min(OTHERS), max(OTHERS))}
for release, interpreter in (OTHERS or FOUND).items():
    nox.session(suite, python=str(interpreter), name=f"tests-{release}")
