"""The Django source tree, which has nothing to do with OpenAI.

``check`` against ``ruff check --no-cache`` with its rule for the removals of NumPy 2: at most 3 x. The same on
langchain, which is full of OpenAI, for comparison. Then flake8 with the plugin against flake8 without: at most
1.02 x. That is measured on Django's package without its tests, with which a run takes minutes; ``--all`` takes them
in.
"""

from __future__ import annotations

import ast
import sys
import time
from pathlib import Path

from common import ROOT, pairs, report, seconds, source, with_plugin, without_plugin

sys.path.insert(0, str(ROOT))

from flake8_openai_v1.plugin import Plugin


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
            lambda: seconds(ours / "flake8", "--isolated", folder),
            lambda: seconds(theirs / "flake8", "--isolated", folder),
        ),
        1.02,
    )
    own(folder)
    return 0 if good else 1


def own(folder: Path) -> None:
    """Print what the plugin itself takes in all these files, for where the noise of the pairs hides it."""
    files = [path.read_text("utf-8").splitlines(keepends=True) for path in folder.rglob("*.py")]
    tree = ast.parse("")
    started = time.process_time()
    for lines in files:
        list(Plugin(tree, lines).run())
    taken = time.process_time() - started
    print(f"the plugin's own time in these {len(files)} files: {taken * 1000:.1f} ms")


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    sys.exit(main(*(numbers or [15]), everything="--all" in sys.argv))
