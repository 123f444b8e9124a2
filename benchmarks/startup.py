"""What the plugin costs flake8 at every start: at most 5 ms.

The import is timed in fresh processes that have loaded flake8. The second figure is the whole start, of an
environment with the plugin against one without, on an empty file.
"""

from __future__ import annotations

import statistics
import subprocess
import sys
import tempfile
from pathlib import Path

from common import pairs, report, seconds, with_plugin, without_plugin

IMPORT = """
import sys, time
import flake8.main.cli, flake8.main.application, flake8.checker, flake8.style_guide, flake8.options.manager
before = set(sys.modules)
started = time.perf_counter()
import flake8_openai_v1.plugin
print(time.perf_counter() - started, len(set(sys.modules) - before))
"""
BOUND = 5.0


def main(turns: int) -> int:
    """Measure, print, and give the exit status."""
    ours, theirs = with_plugin(), without_plugin()
    answers = [
        subprocess.run([ours / "python", "-c", IMPORT], capture_output=True, text=True, check=True).stdout
        for _ in range(turns)
    ]
    cost = statistics.median(float(answer.split()[0]) for answer in answers) * 1000
    modules = answers[0].split()[1]
    print(f"import of the plugin: {cost:.2f} ms (at most {BOUND} ms; {modules} modules; {turns} processes)")
    with tempfile.TemporaryDirectory() as folder:
        empty = Path(folder) / "empty.py"
        empty.touch()
        measured = pairs(
            turns,
            lambda: seconds(ours / "flake8", "--isolated", empty),
            lambda: seconds(theirs / "flake8", "--isolated", empty),
        )
    more = statistics.median(turn.ours - turn.theirs for turn in measured) * 1000
    report(f"flake8 on an empty file, with and without ({more:+.1f} ms)", measured, float("inf"))
    return 0 if cost <= BOUND else 1


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else 31))
