"""How soon the language server answers: from what an editor sends to the diagnostics that come back, over its streams.

A number of rounds may be given. The bound is one of the server's processor time until then, of which other programs
take none. The wall clock's figures have what the server waits for the next edit, too. What is done after that, in all
of the program, is in the last figure.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

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
BOUNDS = {"first": 300}
"""Milliseconds."""
BOUND = 100
"""The same, of all others."""
KEY = 0.25
"""Seconds from one key to the next: longer than the server waits before it looks at the whole program."""
KEYS = "print(answer)"
"""What is typed, a key an edit."""


class Round(NamedTuple):
    """Milliseconds of one edit."""

    wall: float
    processor: float
    """Of the server, until its diagnostics came."""
    in_all: float
    """Of the server, with what it did after that."""


def lines_of(number: int, every: int) -> str:
    """A program of some lines, in which one function of so many asks."""
    text = "import openai\n"
    for at in range(1000):
        if text.count("\n") >= number:
            break
        text += (ASK if at % every == 0 else ORDINARY).format(at)
    return text


def processor(editor: Editor) -> float:
    """Milliseconds of processor time that the server has taken."""
    number = editor.process.pid
    with suppress(OSError, AttributeError):  # Linux has a clock for each process
        return 1000 * time.clock_gettime((~number << 3) | 2)
    return float("nan")


def measured(editor: Editor, tell: Callable[[], str], pause: float | None = None) -> Round:
    """What it takes until the diagnostics of a document as it is now come.

    ``pause`` is how long somebody who types waits from one edit to the next; None: until the server is at rest.
    """
    before, began = processor(editor), time.perf_counter()
    uri = tell()
    editor.diagnostics(uri)
    shown, now = processor(editor), editor.versions[uri]
    wall = 1000 * (next(when for when, version, _ in editor.published[uri] if version == now) - began)
    last = shown
    if pause is not None:
        time.sleep(max(0, began + pause - time.perf_counter()))
        last = processor(editor)
    while pause is None:
        time.sleep(0.3)
        if processor(editor) - last < 1:
            break
        last = processor(editor)
    return Round(wall, shown - before, last - before)


def first(folder: Path, rounds: int) -> Iterator[Round]:
    """Open the example of README."""
    editor = Editor(folder, RESOLVING)
    for number in range(rounds):
        path = folder / f"example{number}.py"
        path.write_text(EXAMPLE)
        yield measured(editor, lambda path=path: editor.open(path))
    editor.close()


def typed(text: str, rounds: int) -> Iterator[str]:
    """Yield a text after each key that is typed into it, at each edit in another function."""
    lines = text.splitlines(keepends=True)
    places = [at for at, line in enumerate(lines) if line.startswith("    return ")]
    for number in range(rounds):
        at = places[number * 7 % len(places)]
        keys = KEYS[: number % len(KEYS)]
        yield "".join([*lines[:at], f'    x{number} = "{keys}"\n', *lines[at:]])


def broken(text: str, rounds: int) -> Iterator[str]:
    """Yield a text that does not parse where something is typed, and each second time one that does."""
    for number, now in enumerate(typed(text, rounds)):
        yield now.replace(f"    x{number} = ", f"    x{number} = (") if number % 2 == 0 else now


def edits(folder: Path, texts: Sequence[str], pause: float | None = None) -> Iterator[Round]:
    """Edit a file: its text at first, and after each edit."""
    editor = Editor(folder, RESOLVING)
    path = folder / "edited.py"
    path.write_text(texts[0])
    uri = editor.open(path)
    editor.settled(uri)
    for text in texts[1:]:
        yield measured(editor, lambda text=text: (editor.change(uri, text), uri)[1], pause)
    editor.close()


def program(folder: Path, every: int) -> str:
    """Write forty files that use each other, and give one that uses them."""
    for number in range(40):
        others = range(max(0, number - 10), number)
        imports = "".join(f"from part{other} import ask{other % 20 * 2}\n" for other in others)
        (folder / f"part{number}.py").write_text(imports + lines_of(200, 2))
    return "from part39 import ask38\n" + lines_of(500, every)


def main() -> int:
    """Measure, print, and give the exit status."""
    rounds = int(sys.argv[1]) if len(sys.argv) > 1 else 30
    missed = False

    def typing(text: str, texts: Callable[[str, int], Iterator[str]] = typed) -> list[str]:
        return [text, *texts(text, rounds)]

    measures: dict[str, Callable[[Path], Iterator[Round]]] = {
        "first": lambda folder: first(folder, rounds),
        "ordinary": lambda folder: edits(folder, typing(lines_of(500, 6))),
        "dense": lambda folder: edits(folder, typing(lines_of(500, 1))),
        "ordinary, broken": lambda folder: edits(folder, typing(lines_of(500, 6), broken)),
        "dense, broken": lambda folder: edits(folder, typing(lines_of(500, 1), broken)),
        "ordinary, of 41 files": lambda folder: edits(folder, typing(program(folder, 6))),
        "dense, of 41 files": lambda folder: edits(folder, typing(program(folder, 1))),
        "the same, typed": lambda folder: edits(folder, typing(program(folder, 1)), KEY),
    }
    for name, measure in measures.items():
        with tempfile.TemporaryDirectory() as folder:
            rows = list(measure(Path(folder)))
        bound = BOUNDS.get(name, BOUND)
        walls, own, in_all = (sorted(column) for column in zip(*rows, strict=True))
        missed |= statistics.median(own) > bound
        slow = int(len(rows) * 0.9)
        own_text = f"processor {statistics.median(own):4.0f} ms {own[slow]:4.0f} ms bound {bound} ms"
        wall_text = f"wall {statistics.median(walls):4.0f} ms {walls[slow]:4.0f} ms"
        print(f"{name:22} {own_text}, {wall_text}, in all {statistics.median(in_all):4.0f} ms")
    return int(missed)


if __name__ == "__main__":
    sys.exit(main())
