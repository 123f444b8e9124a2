"""How soon the language server answers: from what an editor sends to the diagnostics that come back, over its streams.

A number of rounds may be given. The first figures are of the wall clock, the median and the slowest of nine in ten; the
last is the processor time of the server, where the system tells it.
"""

from __future__ import annotations

import os
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT), str(ROOT / "tests")]

from server.client import RESOLVING, Editor  # noqa: E402

EXAMPLE = (ROOT / "examples" / "before.py").read_text()
ASK = """
def ask{0}(question):
    reply = openai.ChatCompletion.create(
        model="gpt-4",
        messages=[{{"role": "user", "content": question}}],
        request_timeout=60,
    )
    return reply["choices"][0]["message"]["content"]

"""
ORDINARY = """
def table{0}(rows, width={0}):
    lines = []
    for number, row in enumerate(rows):
        cells = [str(cell).ljust(width) for cell in row if cell is not None]
        if not cells:
            continue
        lines.append(f"{{number:3}} " + " | ".join(cells))
    return "\\n".join(lines)

"""
BOUNDS = {"first": 300, "edit": 100, "dense": 100, "broken": 100, "program": 100}
"""Milliseconds."""


def lines_of(number: int, every: int) -> str:
    """A program of some lines, in which one function of so many asks."""
    text = "import openai\n"
    for at in range(1000):
        if text.count("\n") >= number:
            break
        text += (ASK if at % every == 0 else ORDINARY).format(at)
    return text


def waited(editor: Editor, uri: str, began: float) -> float:
    """Milliseconds until the diagnostics of a document as it is now came."""
    editor.diagnostics(uri)
    now = editor.versions[uri]
    return 1000 * (next(when for when, version, _ in editor.published[uri] if version == now) - began)


def processor(editor: Editor) -> float:
    """Milliseconds of processor time that the server has taken."""
    try:
        fields = Path(f"/proc/{editor.process.pid}/stat").read_text().rpartition(")")[2].split()
        return 1000 * (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    except OSError:
        return float("nan")


def first(folder: Path, rounds: int) -> Iterator[tuple[float, float]]:
    """Open the example of README."""
    editor = Editor(folder, RESOLVING)
    for number in range(rounds):
        path = folder / f"example{number}.py"
        path.write_text(EXAMPLE)
        before, began = processor(editor), time.perf_counter()
        wall = waited(editor, editor.open(path), began)
        time.sleep(0.3)
        yield wall, processor(editor) - before
    editor.close()


def edits(folder: Path, text: str, changes: tuple[str, str], rounds: int) -> Iterator[tuple[float, float]]:
    """Edit a file."""
    editor = Editor(folder, RESOLVING)
    path = folder / "edited.py"
    path.write_text(text)
    uri = editor.open(path)
    editor.settled(uri)
    for number in range(rounds):
        before, began = processor(editor), time.perf_counter()
        editor.change(uri, text + changes[number % 2])
        wall = waited(editor, uri, began)
        time.sleep(0.3)
        yield wall, processor(editor) - before
    editor.close()


def program(folder: Path) -> None:
    """Write ten files that use each other."""
    for number in range(10):
        imports = "".join(f"from part{other} import ask{other * 2}\n" for other in range(number))
        (folder / f"part{number}.py").write_text(imports + lines_of(200, 2))
    (folder / "edited.py").write_text("from part9 import ask0\n")


def main() -> int:
    """Measure, print, and give the exit status."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    missed = False
    new = ("", "x = 1\n")
    measured = {
        "first": lambda folder: first(folder, rounds),
        "edit": lambda folder: edits(folder, lines_of(500, 6), new, rounds),
        "dense": lambda folder: edits(folder, lines_of(500, 1), new, rounds),
        "broken": lambda folder: edits(folder, lines_of(500, 6), ("", "x = (\n"), rounds),
        "program": lambda folder: (program(folder), edits(folder, lines_of(500, 6), new, rounds))[1],
    }
    for name, measure in measured.items():
        with tempfile.TemporaryDirectory() as folder:
            walls, processors = zip(*measure(Path(folder)), strict=True)
        median, slow = statistics.median(walls), sorted(walls)[int(len(walls) * 0.9)]
        missed |= median > BOUNDS[name]
        taken = statistics.mean(processors)
        print(f"{name:8} {median:6.0f} ms  {slow:6.0f} ms  bound {BOUNDS[name]} ms, processor {taken:.0f} ms")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
