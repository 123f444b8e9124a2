"""The documents and what is in them."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]


class Block(NamedTuple):
    """One fenced block of a document."""

    document: str
    line: int
    language: str
    text: str

    def __str__(self) -> str:
        return f"{self.document}:{self.line}"


def documents() -> list[Path]:
    below = [path for top in ("docs", "examples", "benchmarks") for path in (ROOT / top).rglob("*.md")]
    return [*sorted(ROOT.glob("*.md")), *sorted(below)]


def blocks(*languages: str) -> list[Block]:
    """All fenced blocks in these languages."""
    found = []
    for path in documents():
        text = path.read_text(encoding="utf-8")
        for match in re.finditer(r"(?ms)^( *)```(\w*)\n(.*?)^\1```$", text):
            if match[2] in languages:
                line = text[: match.start()].count("\n") + 2
                found.append(Block(path.relative_to(ROOT).as_posix(), line, match[2], match[3]))
    return found


def section(page: str, title: str) -> str:
    """The text of a section of a page, without its title."""
    found = re.search(rf"(?ms)^## {re.escape(title)}\n(.*?)(?=^## |^---$|\Z)", page)
    assert found, f"no section {title}"
    return found[1]


def python(text: str) -> str:
    """The first Python block in a text."""
    found = re.search(r"(?ms)^```python\n(.*?)^```$", text)
    assert found, "no Python block"
    return found[1]
