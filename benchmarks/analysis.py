"""Our analysis against ``ast.parse``, on files that use OpenAI: at most 1.0 x.

The files are those of some releases that have the word in them: six written for openai 0.x, one for the
current SDK. Reading and decoding count for neither side. What is loaded before is frozen, so that the garbage
collector does not go through it while one side or the other is measured.
"""

from __future__ import annotations

import ast
import gc
import statistics
import sys
import time
from pathlib import Path

from common import ROOT, pairs, report, source

sys.path.insert(0, str(ROOT))

from flake8_openai_v1 import MARKERS
from flake8_openai_v1.lint.linter import lint_tree
from flake8_openai_v1.syntax.source import SourceError, decode, parse

RELEASES = (
    "aider-chat==0.16.0",
    "crfm-helm==0.3.0",
    "instructor==1.17.0",
    "langchain==0.0.300",
    "llama-index==0.8.50",
    "metagpt==0.5.2",
    "pyautogen==0.1.14",
)


def main(turns: int) -> int:
    """Measure, print, and give the exit status."""
    files = [(path, lines, parse(lines)) for path, lines in relevant()]
    texts = ["".join(lines) for _, lines, _ in files]
    findings = sum(len(lint_tree(tree, lines, str(path))) for path, lines, tree in files)
    print(f"{len(files)} files, {sum(len(lines) for _, lines, _ in files):,} lines, {findings} findings")

    gc.collect()
    gc.freeze()

    def analysis() -> float:
        return sum(analysed(*file) for file in files)

    def parsing() -> float:
        return sum(parsed(text) for text in texts)

    good = report("analysis against ast.parse", pairs(turns, analysis, parsing), 1.0)
    slow(files, texts)
    return 0 if good else 1


def relevant() -> list[tuple[Path, list[str]]]:
    """The files with the word in them, that can be parsed."""
    files = []
    for release in RELEASES:
        for path in sorted(source(release).rglob("*.py")):
            data = path.read_bytes()
            if any(marker.encode() in data for marker in MARKERS):
                try:
                    lines = decode(data)
                    parse(lines)
                except SourceError:
                    continue
                files.append((path, lines))
    return files


def analysed(path: Path, lines: list[str], tree: ast.Module) -> float:
    """Seconds that the analysis of a file takes."""
    started = time.perf_counter()
    lint_tree(tree, lines, str(path))
    return time.perf_counter() - started


def parsed(text: str) -> float:
    """Seconds that parsing a file takes."""
    started = time.perf_counter()
    ast.parse(text)
    return time.perf_counter() - started


def slow(files: list[tuple[Path, list[str], ast.Module]], texts: list[str]) -> None:
    """Print the files where the analysis takes longest."""
    rows = []
    for file, text in zip(files, texts, strict=True):
        ours = statistics.median(analysed(*file) for _ in range(5))
        rows.append((ours, statistics.median(parsed(text) for _ in range(5)), file[0]))
    for ours, theirs, path in sorted(rows, reverse=True)[:5]:
        print(f"  {ours * 1000:6.1f} ms, {ours / theirs:5.2f} x: {'/'.join(path.parts[-3:])}")


if __name__ == "__main__":
    sys.exit(main(int(sys.argv[1]) if sys.argv[1:] else 15))
