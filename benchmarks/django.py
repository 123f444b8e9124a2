"""The Django source tree, which has nothing to do with OpenAI.

``check`` against ``ruff check --no-cache`` with its rule for the removals of NumPy 2: at most 3 x. The same on
langchain, which is full of OpenAI, for comparison. Then flake8 with the plugin against flake8 without: at most
1.02 x. That is measured on Django's package without its tests, with which a run takes minutes (``--all`` takes them
in), and in one process: two that share the machine with other programs differ by more than what is looked for.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from common import pairs, report, seconds, source, with_plugin, without_plugin

CALLS = """
import cProfile, contextlib, pstats, sys
from flake8.main.cli import main
profile = cProfile.Profile()
with contextlib.suppress(SystemExit), profile:
    main(["--isolated", "--jobs=1", sys.argv[1]])
print(pstats.Stats(profile).total_calls, file=sys.stderr)
"""


def main(turns: int, *, everything: bool) -> int:
    """Measure, print, and give the exit status."""
    tree = source("Django==5.2", sdist=True)
    ours, theirs = with_plugin(), without_plugin()
    good = report(
        "check against ruff on Django",
        pairs(
            3 * turns,
            lambda: seconds(ours / "flake8-openai-v1", "check", tree),
            lambda: seconds(ours / "ruff", "check", "--isolated", "--no-cache", "--select", "NPY201", tree),
        ),
        3,
    )
    full = source("langchain==0.0.300")
    report(
        "check against ruff on langchain 0.0.300",
        pairs(
            3 * turns,
            lambda: seconds(ours / "flake8-openai-v1", "check", full),
            lambda: seconds(ours / "ruff", "check", "--isolated", "--no-cache", "--select", "NPY201", full),
        ),
        float("inf"),
    )
    folder = tree if everything else tree / "Django-5.2" / "django"
    good &= report(
        "flake8 on Django, with and without the plugin",
        pairs(
            turns,
            lambda: seconds(ours / "flake8", "--isolated", "--jobs=1", folder),
            lambda: seconds(theirs / "flake8", "--isolated", "--jobs=1", folder),
        ),
        1.02,
    )
    part = tree / "Django-5.2" / "django" / "db" / "models"
    more, base = calls(ours, part), calls(theirs, part)
    print(f"calls that flake8 makes on django/db/models: {more:,} against {base:,}, {more / base:.4f} x")
    return 0 if good else 1


def calls(programs: Path, folder: Path) -> int:
    """How many calls flake8 makes for a folder: the same in each run, however busy the machine is."""
    words = [programs / "python", "-c", CALLS, folder]
    done = subprocess.run([str(word) for word in words], capture_output=True, text=True, check=True)
    return int(done.stderr)


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    sys.exit(main(*(numbers or [15]), everything="--all" in sys.argv))
