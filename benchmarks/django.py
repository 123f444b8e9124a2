"""The Django source tree, which has nothing to do with OpenAI.

flake8 with the plugin against flake8 without: at most 1.02 x, on the package without its tests, which take
minutes and have nothing to do with OpenAI either (``--all`` takes them in). ``check`` against ``ruff check --no-cache``
with its rule for the removals of NumPy 2: at most 3 x. The same on langchain, which is full of OpenAI, for
comparison.
"""

from __future__ import annotations

import sys

from common import pairs, report, seconds, source, with_plugin, without_plugin


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
    return 0 if good else 1


if __name__ == "__main__":
    numbers = [int(word) for word in sys.argv[1:] if word.isdecimal()]
    sys.exit(main(*(numbers or [15]), everything="--all" in sys.argv))
