"""The report as one HTML page that needs nothing else: no network, no other file. It is whole without its script, too.

Names and texts are escaped here, in one place, and what the page may load is nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from html import escape
from pathlib import Path

from ... import NAME, __version__
from ...syntax import shown
from ..talk import count
from . import Point, Standing, State
from .chart import chart

HERE = Path(__file__).parent
CLASSES = {State.DONE: "done", State.PART: "part", State.TO_DO: "todo"}
POLICY = (
    "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
)


def render(standing: Standing) -> str:
    """Give the page."""
    title = f"{standing.name}: migration to today's openai"
    style, script = ((HERE / name).read_text("utf-8") for name in ("page.css", "page.js"))
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{_text(title)}</title>\n<style>\n{style}</style>\n</head>\n<body>\n<main>\n"
        f"{''.join(_parts(standing))}</main>\n<script>\n{script}</script>\n</body>\n</html>\n"
    )


def _text(text: str) -> str:
    """Escape a text for the page."""
    return escape(shown.name(text))


def _code(text: str) -> str:
    return f"<code>{_text(text)}</code>"


def _parts(standing: Standing) -> Iterator[str]:
    yield f"<h1>{_text(standing.name)}: migration to today's openai</h1>\n"
    about = f"{standing.day}, {NAME} {__version__}, {count(standing.searched, 'file')} looked at"
    yield f'<p class="soft">{_text(about)}</p>\n'
    yield f'<p class="next">Next: {_code(standing.next_step())}</p>\n'
    yield from _files_in_all(standing)
    yield from _findings_in_all(standing)
    failures = [(_code(failure.where), _text(failure.reason)) for failure in standing.failures]
    yield from _section("Not processed", "What could not be looked at", ("File", "Why"), failures)
    if standing.course:
        yield from _course(standing.course)
    causes = [(_text(cause.told), cause.findings, cause.files) for cause in standing.causes]
    yield from _section("By hand", "Why fix leaves findings", ("Cause", "#Findings", "#Files"), causes)
    codes = [
        (f'<a href="{escape(about.url)}">{about.code}</a> {about.name}', about.severity.value, number, files)
        for about, number, files in standing.codes()
    ]
    yield from _section("Rules", "Findings by rule", ("Rule", "Severity", "#Findings", "#Files"), codes)
    folders = [(_code(folder), number, files) for folder, number, files in standing.folders()]
    yield from _section("Folders", "Findings by folder", ("Folder", "#Findings", "#Files"), folders)
    endings = [(one.day or "some day", one.code, _text(one.message), one.findings) for one in standing.endings()]
    yield from _section("Ends", "What is retired, by day", ("Day", "Code", "What", "#Findings"), endings)
    yield from _files(standing)


def _course(course: Sequence[Point]) -> Iterator[str]:
    yield f'<h2>Course</h2>\n<div class="scroll">{chart(course)}</div>\n<details><summary>By commit</summary>\n'
    yield from _table(
        "Findings and files that have some, by commit",
        ("Day", "Commit", "#Findings", "#Files"),
        [(one.day, _code(one.commit) if one.commit else "now", one.findings, one.files) for one in course],
    )
    yield "</details>\n"


def _files_in_all(standing: Standing) -> Iterator[str]:
    """Yield how many files are how far, as numbers and as a bar."""
    states = standing.states
    said = ", ".join(f"{states[state]:,} {state.value}" for state in State)
    yield f"<h2>{count(len(standing.files), 'file')} with OpenAI code</h2>\n"
    if standing.files:
        yield f'<div class="bar" role="img" aria-label="{said}">'
        yield "".join(
            f'<span class="{CLASSES[state]}" style="flex: {states[state]}"></span>' for state in State if states[state]
        )
        yield "</div>\n"
    cards = [(f'<b class="{CLASSES[state]}">{states[state]:,}</b>', state.value) for state in State]
    yield _cards(cards)


def _findings_in_all(standing: Standing) -> Iterator[str]:
    yield f"<h2>{count(standing.findings, 'finding')}</h2>\n"
    if standing.findings:
        cards = [
            (f"<b>{standing.safe:,}</b>", "fixed by <code>fix</code>"),
            (f"<b>{standing.unsafe:,}</b>", "more by <code>fix --unsafe-fixes</code>, to be looked at"),
            (f"<b>{standing.by_hand:,}</b>", "by hand"),
        ]
        yield _cards(cards)


def _cards(cards: Iterable[tuple[str, str]]) -> str:
    return f'<ul class="cards">{"".join(f"<li>{number} {what}</li>" for number, what in cards)}</ul>\n'


def _section(title: str, caption: str, head: Sequence[str], rows: Sequence[Sequence[str | int]]) -> Iterator[str]:
    if rows:
        yield f"<h2>{title}</h2>\n"
        yield from _table(caption, head, rows)


def _files(standing: Standing) -> Iterator[str]:
    if not standing.files:
        return
    yield "<h2>Files</h2>\n"
    yield '<div class="filter"><label>Name <input id="text" type="search"></label><label>State <select id="state">'
    yield '<option value="">all</option>'
    yield "".join(f'<option value="{CLASSES[state]}">{state.value}</option>' for state in State)
    yield '</select></label><span id="shown" role="status" class="soft"></span></div>\n'
    rows = [
        (
            _code(file.path),
            f'<span class="{CLASSES[file.state]}">{file.state.value}</span>',
            len(file.findings),
            file.safe,
            file.unsafe,
            file.by_hand,
        )
        for file in standing.files
    ]
    head = ("File", "State", "#Findings", "#fix", "#--unsafe-fixes", "#By hand")
    states = [CLASSES[file.state] for file in standing.files]
    yield from _table("Files that use OpenAI", head, rows, name="files", states=states)


def _table(
    caption: str,
    head: Sequence[str],
    rows: Sequence[Sequence[str | int]],
    *,
    name: str = "",
    states: Sequence[str] = (),
) -> Iterator[str]:
    """Yield a table. What is a number is sorted so; ``#`` begins the heads of such columns."""
    yield f'<div class="scroll"><table{f" id={name!r}" if name else ""}>\n<caption>{caption}</caption>\n<thead><tr>'
    for title in head:
        kind = ' class="number"' if title.startswith("#") else ""
        yield f'<th scope="col"{kind}><button type="button">{title.lstrip("#")}</button></th>'
    yield "</tr></thead>\n<tbody>\n"
    for number, row in enumerate(rows):
        yield f'<tr data-state="{states[number]}">' if states else "<tr>"
        for cell in row:
            yield (
                f'<td class="number" data-value="{cell}">{cell:,}</td>' if isinstance(cell, int) else f"<td>{cell}</td>"
            )
        yield "</tr>\n"
    yield "</tbody>\n</table></div>\n"
