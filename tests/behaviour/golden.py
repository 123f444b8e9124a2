"""Write down anew what `fix` makes of the programs and the examples: ``python tests/behaviour/golden.py [name …]``.

``golden.txt`` has a section for each: the changes as a diff, then what is left, with the reason, and what is noted.
What `--unsafe-fixes` makes of it follows where that is something else. Read the difference before it is committed.
"""

from __future__ import annotations

import difflib
import re
import sys
from pathlib import Path

ROOT = Path(__file__).parents[2]
if __name__ == "__main__":
    sys.path[:0] = [str(ROOT / "tests"), str(ROOT)]

from behaviour.running import ORDINARY, PACKAGES, Program, programs  # noqa: E402

from flake8_openai_v1.fix.fixer import Options, Source, fix_files  # noqa: E402
from flake8_openai_v1.fix.results import Fixed  # noqa: E402
from flake8_openai_v1.project.config import Config  # noqa: E402

FILE = Path(__file__).with_name("golden.txt")
EXAMPLES = ROOT / "examples"
TITLE = re.compile(r"(?m)^==== (\S+)\n")
MARK = re.compile(r" *# OAI\d{3}:\d+(?: OAI\d{3}:\d+)*$")
"""What programs say of findings, for other tests."""
UNSAFE = "---- with unsafe fixes\n"


def all_programs() -> dict[str, Program]:
    """The programs of the tests by name."""
    found = [*programs(), *programs(ORDINARY), *programs(PACKAGES)]
    return {f"{program.folder.name}/{program.name}": program for program in found}


def examples() -> dict[str, Program]:
    """The examples, each by itself."""
    return {
        f"examples/{path.stem}": Program(path.stem, {path.name: path.read_bytes()}, path.name, EXAMPLES)
        for path in sorted(EXAMPLES.glob("*.py"))
    }


def fixed(program: Program, client: str = "auto", *, unsafe: bool = False) -> list[Fixed]:
    """What becomes of the Python files of a program."""
    sources = [Source(name, content) for name, content in program.files.items() if name.endswith(".py")]
    return fix_files(sources, Config(), Options(client, unsafe))


def section(safe: list[Fixed], unsafe: list[Fixed]) -> str:
    """What is written of a program."""
    text, other = written(safe), written(unsafe)
    return text if text == other else f"{text}{UNSAFE}{other}"


def written(results: list[Fixed]) -> str:
    """The changes, what is left, and what is noted."""
    lines: list[str] = []
    for one in results:
        texts = split(one.before), split(one.after)
        lines += (line.rstrip("\n") for line in difflib.unified_diff(*texts, one.path, one.path, n=1))
        lines += (
            f"left: {one.path}:{left.finding.line}:{left.finding.column + 1} {left.finding.code} {left.reason}"
            for left in one.left
        )
        lines += (f"note: {one.path}: {note}" for note in one.notes)
    return "".join(f"{line}\n" for line in lines)


def split(data: bytes) -> list[str]:
    """The lines of a file, without marks, and with carriage returns that can be seen."""
    lines = data.decode("utf-8", "backslashreplace").replace("\r", "␍").split("\n")
    return [MARK.sub("", line) for line in lines]


def read() -> dict[str, str]:
    """The sections of the file by name."""
    _, *parts = TITLE.split(FILE.read_text("utf-8"))
    return dict(zip(parts[::2], parts[1::2], strict=True))


def main(names: list[str]) -> None:
    """Write the sections that are named, or all."""
    known = read() if names else {}
    cases = all_programs() | examples()
    for name in names or cases:
        known[name] = section(fixed(cases[name]), fixed(cases[name], unsafe=True))
    FILE.write_text("".join(f"==== {name}\n{known[name]}" for name in cases), "utf-8")


if __name__ == "__main__":
    main(sys.argv[1:])
