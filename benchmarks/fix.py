"""``fix --diff`` on real projects that were written for openai 0.x, against torchfix's codemod on the same files.

The files are those of the projects in ``corpus.py`` that have the word in them: those that `fix` has to parse. torchfix
parses them, runs its rules, which find nothing, and leaves them. So this is the whole work of ours, with what is
written anew and linted again, against the least that a codemod on libcst does. Both use all processors that they want.

The last figure is of all files of the projects, as a user would run `fix` on them.
"""

from __future__ import annotations

import ast
import statistics
import sys
import tempfile
import warnings
from pathlib import Path

from common import ROOT, environment, pairs, report, run, seconds, source
from corpus import RELEASES

from flake8_openai_v1 import MARKERS

THEIRS = Path(__file__).with_name("torchfix_nothing.py")


def main(turns: int) -> int:
    """Measure, and print."""
    ours, theirs = with_fixer(), environment("torchfix", "torchfix==0.7.0")
    with tempfile.TemporaryDirectory() as folder:
        number = gather(Path(folder))
        measured = pairs(
            turns,
            lambda: seconds(ours / "flake8-openai-v1", "fix", "--diff", folder),
            lambda: seconds(theirs / "python", "-W", "ignore", THEIRS, folder),
        )
    report(f"fix --diff against torchfix's codemod, {number} files", measured, float("inf"))
    for name, side in (("fix --diff", 0), ("torchfix", 1)):
        taken = statistics.median(turn[side] for turn in measured)
        print(f"  {name}: {taken / number * 1000:.2f} s per 1,000 files with the word")
    with tempfile.TemporaryDirectory() as folder:
        number = gather(Path(folder), everything=True)
        taken = seconds(ours / "flake8-openai-v1", "fix", "--diff", folder)  # once: what else runs does not matter here
    print(f"all {number:,} files: {taken:.2f} s, {taken / number * 1000:.3f} s per 1,000 files")
    return 0


def with_fixer() -> Path:
    """The programs of an environment with this project as it is now, and what its fixer needs."""
    programs = environment("fixer", "flake8==7.3.0", "ast-grep-py==0.51.0")
    run(programs / "python", "-m", "pip", "install", "-qq", "--no-deps", "--force-reinstall", ROOT)
    run(programs / "python", "-m", "compileall", "-q", programs.parent)
    return programs


def gather(folder: Path, *, everything: bool = False) -> int:
    """Copy the files that can be parsed, but for those that torchfix might change. Gives their number."""
    number = 0
    for release in RELEASES:
        origin = source(release)
        for path in sorted(origin.rglob("*.py")):
            data = path.read_bytes()
            relevant = any(marker.encode() in data for marker in MARKERS) and b"torch" not in data
            if (everything or relevant) and parses(data):
                place = folder / release / path.relative_to(origin)
                place.parent.mkdir(parents=True, exist_ok=True)
                place.write_bytes(data)
                number += 1
    return number


def parses(data: bytes) -> bool:
    """Is this Python?"""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(data)
    except (SyntaxError, ValueError):
        return False
    return True


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else 5))
