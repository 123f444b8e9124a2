"""Write what follows from the rules: their pages, the index of the pages, parts of README and of other documents.

``python tools/docs.py`` writes what is not current; with ``--check`` it writes nothing and exits 1 if
something is not.
"""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterable
from pathlib import Path

import changes

from flake8_openai_v1.cli.skill import skill
from flake8_openai_v1.lint.linter import lint_source
from flake8_openai_v1.rules import RULES, Rule, page

ROOT = Path(__file__).resolve().parents[1]
PAGES = ROOT / "docs" / "rules"
BEFORE, AFTER = "examples/before.py", "examples/after.py"
"""The example that the documents show, and what becomes of it."""


def generated() -> dict[Path, str]:
    """Give the text of each file that is generated, or has generated parts."""
    texts = {PAGES / f"{rule.code}.md": page(rule) for rule in RULES}
    texts[PAGES / "README.md"] = index()
    texts[ROOT / "docs" / "changes.md"] = changes.page()
    texts[ROOT / "docs" / "SKILL.md"] = skill()
    parts = {
        "README.md": {"diff": f"```diff\n{diff()}```\n"},
        "docs/fixing.md": {
            "before": f"```python\n{program(BEFORE)}```\n",
            "after": f"```python\n{program(AFTER)}```\n",
        },
        "docs/options.md": {"findings": f"```text\n{findings(BEFORE)}```\n"},
    }
    for name, own in parts.items():
        texts[ROOT / name] = fill((ROOT / name).read_text(encoding="utf-8"), own)
    return texts


def index() -> str:
    """Give the page that lists all pages."""
    return (
        "# Rules\n\n"
        "One page per code. `flake8-openai-v1 explain OAI102` shows the same page in the terminal, and\n"
        "`explain all` shows all of them. Each page says what is found, why it breaks (with the text of the\n"
        "error, as Python prints it), an example, what to use instead, and what is not detected.\n\n"
        f"{table('')}\n"
        "These pages are generated from the classes in `flake8_openai_v1/rules`. Change them there, then\n"
        "run `python tools/docs.py`.\n"
    )


def table(folder: str) -> str:
    """Give the table of codes as Markdown, with links to pages in a folder."""
    rows = [f"| [{rule.code}]({folder}{rule.code}.md) | {rule.name} | {summary(rule)} |" for rule in RULES]
    return "\n".join(["| Code | Name | What it finds |", "|---|---|---|", *rows, ""])


def summary(rule: type[Rule]) -> str:
    """Give the first paragraph of a rule's page as one line, without its leading verb."""
    first = " ".join((rule.__doc__ or "").split("\n\n")[0].split())
    first = first.removeprefix("Finds ").removesuffix(".").replace("|", "\\|")
    return first[:1].upper() + first[1:]


def program(path: str) -> str:
    """Give an example without the docstring that says what it is."""
    return (ROOT / path).read_text(encoding="utf-8").split('"""', 2)[2].lstrip()


def diff() -> str:
    """Give the changes from one example to the other, with a line of context."""
    before, after = (program(path).splitlines(keepends=True) for path in (BEFORE, AFTER))
    return "".join(list(difflib.unified_diff(before, after, n=1))[2:])


def findings(path: str) -> str:
    """Give the findings in a file as the command prints them."""
    source = (ROOT / path).read_text(encoding="utf-8")
    return "".join(
        f"{path}:{found.line}:{found.column + 1}: {found.code} {found.message}\n"
        for found in lint_source(source, path)
    )


def fill(text: str, parts: dict[str, str]) -> str:
    """Put each part between its marks in a text. Raises ValueError if a mark is missing."""
    for name, part in parts.items():
        begin, end = f"<!-- begin {name}: generated -->\n", f"<!-- end {name} -->"
        before, opened, rest = text.partition(begin)
        _, closed, after = rest.partition(end)
        if not opened or not closed:
            raise ValueError(f"the marks of {name} are missing")
        text = before + begin + part + end + after
    return text


def stale(texts: dict[Path, str]) -> list[Path]:
    """List the files that are not current: missing, different, or pages of codes that there are not."""
    different = [path for path, text in texts.items() if not path.exists() or path.read_text("utf-8") != text]
    return sorted([*different, *left_over(texts)])


def left_over(texts: Iterable[Path]) -> list[Path]:
    """List the pages of codes that no rule has."""
    return sorted(set(PAGES.glob("*.md")) - set(texts))


def main(arguments: list[str]) -> int:
    """Write the files, or check them, and give the exit status."""
    if arguments not in ([], ["--check"]):
        print("usage: python tools/docs.py [--check]", file=sys.stderr)
        return 2
    texts = generated()
    old = stale(texts)
    for path in old:
        name = path.relative_to(ROOT).as_posix()
        if arguments:
            print(f"{name} is not current: run python tools/docs.py", file=sys.stderr)
        elif path in texts:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(texts[path], encoding="utf-8", newline="\n")
            print(f"wrote {name}")
        else:
            path.unlink()
            print(f"removed {name}")
    return 1 if arguments and old else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
