"""The summary of a job on GitHub Actions, as Markdown: what is found by code, what was not processed, what to do."""

from __future__ import annotations

import string
from collections import Counter
from collections.abc import Iterator, Sequence

from .. import NAME
from . import About, Failure, Found, Run, rules
from .paths import from_root
from .talk import count

MOST = 20
"""Files, and failures, that are listed. The rest is counted: a summary is for reading."""


def render(run: Run) -> Iterator[str]:
    """Yield the summary, whose `run` has all its files by now."""
    files = list(run.files)
    number = sum(len(file.findings) for file in files)
    yield f"### {NAME}\n\n"
    yield f"{count(number, 'finding')} in {count(len(files), 'file')}, {count(run.searched, 'file')} looked at.\n\n"
    if files:
        yield from _codes(files)
        yield from _files(files)
        yield f"Next: `{NAME} fix --diff` shows what can be changed by itself, `{NAME} fix` changes it.\n\n"
    if run.failures:
        yield from _failures(run.failures)


def code(text: str) -> str:
    """Show a text of others as it is: nothing in it is Markdown, HTML, a link or a person's name."""
    kept = string.ascii_letters + string.digits + " /"
    inner = "".join(c if c in kept or (c > "\x7f" and c.isprintable()) else f"&#{ord(c)};" for c in text)
    return f"<code>{inner}</code>"


def _codes(files: Sequence[Found]) -> Iterator[str]:
    known = rules()
    found = Counter(finding.code for file in files for finding in file.findings)
    within = Counter(name for file in files for name in {finding.code for finding in file.findings})
    yield "| | Rule | Findings | Files |\n|---|---|---:|---:|\n"
    for name in sorted(found, key=lambda name: (-found[name], name)):
        about = known.get(name, About(name))
        rule = f"[{name}]({about.url}) {about.name}"
        yield f"| {about.severity.value} | {rule} | {found[name]:,} | {within[name]:,} |\n"
    yield "\n"


def _files(files: Sequence[Found]) -> Iterator[str]:
    yield "| File | Findings |\n|---|---:|\n"
    most = sorted(files, key=_by_number)
    for file in most[:MOST]:
        yield f"| {code(from_root(file.path))} | {len(file.findings):,} |\n"
    if len(most) > MOST:
        rest = most[MOST:]
        yield f"| {count(len(rest), 'more file')} | {sum(len(file.findings) for file in rest):,} |\n"
    yield "\n"


def _by_number(file: Found) -> int:
    return -len(file.findings)


def _failures(failures: Sequence[Failure]) -> Iterator[str]:
    yield "Not processed:\n\n"
    for failure in failures[:MOST]:
        where = from_root(failure.path) + ("" if failure.cell is None else f":cell_{failure.cell}")
        yield f"* {code(where)}: {code(failure.reason)}\n"
    if len(failures) > MOST:
        yield f"* and {len(failures) - MOST:,} more\n"
    yield "\n"
