"""What the benchmarks share: things to measure on, kept in a cache, and pairs of measurements."""

from __future__ import annotations

import os
import statistics
import subprocess
import sys
import tarfile
import time
import zipfile
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.append(str(ROOT / "tools"))

from installs import cache  # noqa: E402

PLACE = cache() / "benchmarks"
PROGRAMS = "Scripts" if sys.platform == "win32" else "bin"


def run(*words: object) -> None:
    """Run a program and take its output away. Raises CalledProcessError."""
    subprocess.run([str(word) for word in words], check=True, stdout=subprocess.DEVNULL)


def source(requirement: str, *, sdist: bool = False) -> Path:
    """The folder with the unpacked wheel (or sdist) of one release, from the package index once."""
    folder = PLACE / requirement.replace("==", "-").lower()
    if not (folder / "ready").exists():
        what = ["--no-binary", ":all:"] if sdist else ["--only-binary", ":all:", "--ignore-requires-python"]
        run(sys.executable, "-m", "pip", "download", "-qq", "--no-deps", *what, "-d", folder, requirement)
        for archive in [*folder.glob("*.whl"), *folder.glob("*.tar.gz")]:
            if archive.suffix == ".whl":
                zipfile.ZipFile(archive).extractall(folder)
            else:
                with tarfile.open(archive) as opened:
                    opened.extractall(folder, filter="data")
        (folder / "ready").touch()
    return folder


def environment(name: str, *requirements: object) -> Path:
    """The folder of programs of a virtual environment with these requirements."""
    version = f"{sys.version_info.major}.{sys.version_info.minor}"
    folder = PLACE / f"environment-{name}-{version}"
    if not (folder / "ready").exists():
        run(sys.executable, "-m", "venv", "--clear", folder)
        run(folder / PROGRAMS / "python", "-m", "pip", "install", "-qq", *requirements)
        (folder / "ready").touch()
    return folder / PROGRAMS


def with_plugin() -> Path:
    """The programs of an environment with flake8 and this project as it is now."""
    programs = environment("with", "flake8==7.3.0", "ruff==0.14.0")
    run(programs / "python", "-m", "pip", "install", "-qq", "--no-deps", "--force-reinstall", ROOT)
    run(programs / "python", "-m", "compileall", "-q", programs.parent)
    return programs


def without_plugin() -> Path:
    """The programs of an environment with flake8 and nothing else."""
    programs = environment("without", "flake8==7.3.0")
    run(programs / "python", "-m", "compileall", "-q", programs.parent)
    return programs


def seconds(*words: object) -> float:
    """How long a program takes; what it prints and its exit status (0 or 1) do not matter."""
    started = time.perf_counter()
    done = subprocess.run([str(word) for word in words], capture_output=True, check=False)
    taken = time.perf_counter() - started
    if done.returncode not in (0, 1):
        raise RuntimeError(done.stderr.decode())
    return taken


class Turn(NamedTuple):
    """One pair of measurements: seconds, and seconds of processor time."""

    ours: float
    theirs: float
    our_processor: float
    their_processor: float


def pairs(number: int, ours: Callable[[], float], theirs: Callable[[], float]) -> list[Turn]:
    """Measure two things in turns, after one turn that does not count; who is first changes."""
    ours(), theirs()
    measured = []
    for turn in range(number):
        if turn % 2:
            first, second = with_processor(ours), with_processor(theirs)
        else:
            second, first = with_processor(theirs), with_processor(ours)
        measured.append(Turn(first[0], second[0], first[1], second[1]))
    return measured


def with_processor(measure: Callable[[], float]) -> tuple[float, float]:
    """What a measurement gives, and the processor time that it took, with its processes."""
    before = os.times()
    taken = measure()
    return taken, sum(os.times()[:4]) - sum(before[:4])


def report(what: str, measured: Sequence[Turn], bound: float) -> bool:
    """Print the medians and the median of the ratios, and tell whether it is within the bound."""
    ratios = sorted(turn.ours / turn.theirs for turn in measured)
    ratio = statistics.median(ratios)
    quarter = len(ratios) // 4
    limit = "" if bound == float("inf") else f", at most {bound} x"
    print(f"{what}: {ratio:.3f} x{limit}")
    print(f"  middle half of {len(ratios)} pairs: {ratios[quarter]:.3f} x to {ratios[-1 - quarter]:.3f} x")
    ours, theirs = (statistics.median(turn[side] for turn in measured) * 1000 for side in (0, 1))
    print(f"  medians: {ours:,.1f} ms against {theirs:,.1f} ms")
    ours, theirs = (min(turn[side] for turn in measured) * 1000 for side in (0, 1))
    print(f"  fastest: {ours:,.1f} ms against {theirs:,.1f} ms, {ours / theirs:.3f} x")
    if all(turn.their_processor for turn in measured):
        processor = statistics.median(turn.our_processor / turn.their_processor for turn in measured)
        print(f"  processor time: {processor:.3f} x", flush=True)
    return ratio <= bound
