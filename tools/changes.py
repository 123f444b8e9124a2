"""The page "What changed in openai, and what finds it", from the tables: by release, then by day; for ``docs.py``."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from installs import release_key

from flake8_openai_v1.rules.facts import classes_instead
from flake8_openai_v1.sdk import commands, deprecations, httpx, parameters, removals, retirements, services, versions
from flake8_openai_v1.sdk.arguments import ARGUMENTS
from flake8_openai_v1.sdk.exceptions import ATTRIBUTES, EXCEPTIONS
from flake8_openai_v1.sdk.names import HELPERS, METHODS, MODULES, Name
from flake8_openai_v1.sdk.settings import SETTINGS

FIRST = "1.0.0"
MOST = 12
"""Names that a line has before the rest is counted."""

HEAD = f"""\
# What changed in openai, and what finds it

By release of the SDK, then by day of the service. Written from the tables that the rules look things up in (`python
tools/docs.py`), which are proved with real releases: {", ".join(versions.PROBED)}; last checked on {versions.AS_OF}.

`--target-version` says which release the code must run on: what went later is not found.

## openai 1.0

A call returns an object, not a dict: [OAI112](rules/OAI112.md), [OAI113](rules/OAI113.md), [OAI114](rules/OAI114.md).
Arguments have names: [OAI111](rules/OAI111.md). What is imported, called, mentioned, set, caught and given has codes of
its own:

"""
SINCE = """\
## Since then

What breaks, or warns, from a release on.

"""
BY_DAY = f"""\
## The service, by day

What ends for every release of the SDK, as of {retirements.AS_OF}. The message of [OAI502](rules/OAI502.md) says what is
recommended instead of a model, and as of which day.

"""


def page() -> str:
    """The text of the page."""
    parts = [HEAD, *_first_release(), SINCE, *_releases(), BY_DAY, *_days()]
    return "".join(parts).rstrip() + "\n"


def _code(code: str) -> str:
    return f"[{code}](rules/{code}.md)"


def _table(head: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [head, tuple("---" for _ in head), *rows]
    return "".join(f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |\n" for row in lines) + "\n"


def _instead(use: str | None, note: str) -> str:
    """What to write instead: code, and a note."""
    if use is None:
        return note or "nothing"
    return f"`{use}`{f' ({note})' if note else ''}"


def _classes(row: Name) -> str | None:
    """The classes to catch instead of one."""
    return classes_instead(row, versions.NEWEST)


def _first_release() -> Iterator[str]:
    """What went with 1.0.0."""
    yield f"### Calls: {_code('OAI102')}, awaited {_code('OAI103')}\n\n"
    yield _table(("0.x", "Instead"), ((f"`{row.path}`", _instead(row.use, row.note)) for row in METHODS))
    yield f"### Exceptions: {_code('OAI107')}, in the order of clauses {_code('OAI109')}\n\n"
    yield _table(("0.x", "Instead"), ((f"`{row.path}`", _instead(_classes(row), row.note)) for row in EXCEPTIONS))
    yield f"### Attributes of exceptions: {_code('OAI108')}\n\n"
    yield _table(("0.x", "Instead"), ((f"`e.{row.name}`", _instead(row.use, row.note)) for row in ATTRIBUTES))
    yield f"### Settings of the module: {_code('OAI105')}, {_code('OAI106')}\n\n"
    yield _table(("0.x", "Instead"), ((f"`openai.{row.name}`", _instead(row.use, row.note)) for row in SETTINGS))
    yield f"### Arguments of all calls: {_code('OAI110')}\n\n"
    yield _table(("0.x", "Instead"), ((f"`{row.name}=`", _instead(row.use, row.note)) for row in ARGUMENTS))
    yield f"### Modules and helpers: {_code('OAI101')}, {_code('OAI104')}\n\n"
    gone = [row for row in (*MODULES, *HELPERS) if row.use is not None]
    yield _table(("0.x", "Instead"), ((f"`{row.path}`", _instead(row.use, row.note)) for row in gone))
    yield f"and {len(MODULES) + len(HELPERS) - len(gone)} that nothing took the place of.\n\n"


def _releases() -> Iterator[str]:
    """What breaks or warns from each later release on."""
    lines: dict[str, list[str]] = {}
    for since, line in (*_removed(), *_marked(), *_parameters(), *_others()):
        lines.setdefault(since, []).append(line)
    for release in sorted(lines, key=release_key):
        yield f"### {release}\n\n" + "".join(f"- {line}\n" for line in lines[release]) + "\n"


def _removed() -> Iterator[tuple[str, str]]:
    lost: dict[str, list[str]] = {}
    for row in removals.REMOVED:
        names = row.names.split()
        if row.use is None and not row.note:
            lost.setdefault(row.since, []).extend(names)
            continue
        owner = row.owner
        if names[0].startswith("("):
            shown = [f"`{name.strip('()')}=`" for name in names]
            text = f"{', '.join(shown)} of `{owner}`"
        else:
            text = ", ".join([f"`{owner}.{names[0]}`", *(f"`{name}`" for name in names[1:])])
        instead = row.use.replace("*", names[0]) if row.use and len(names) == 1 else row.use
        yield row.since, f"gone: {text}; instead: {_instead(instead, row.note)}. {_code('OAI201')}"
    for since, names in lost.items():
        shown = [f"`{name.strip('()')}{'=' * name.startswith('(')}`" for name in dict.fromkeys(names)]
        yield since, f"gone, and nothing took its place: {_some(shown)}. {_code('OAI201')}"


def _some(shown: list[str]) -> str:
    more = f" and {len(shown) - MOST} more" if len(shown) > MOST else ""
    return ", ".join(shown[:MOST]) + more


def _marked() -> Iterator[tuple[str, str]]:
    groups: dict[tuple[str, str], list[str]] = {}
    for path, (since, text) in deprecations.MARKED.items():
        groups.setdefault((since, text), []).append(path)
    for (since, text), paths in groups.items():
        code = "OAI501" if paths[0].startswith(deprecations.OTHER_CODES) else "OAI205"
        if not paths[0].startswith("edits."):
            said = f' ("{text.rstrip(".")}")' if text != "deprecated" else ""
            yield since, f"deprecated: {_some([f'`client.{path}`' for path in paths])}{said}. {_code(code)}"


def _parameters() -> Iterator[tuple[str, str]]:
    for row in (*parameters.PARAMETERS, parameters.MAX_TOKENS):
        if row.use is not None:
            what = "refused by newer models" if row is parameters.MAX_TOKENS else "deprecated"
            text = f"{what}: `{row.name}=` of `client.{row.calls[0]}`; instead: `{row.use}`"
            yield row.since, f"{text}. {_code('OAI503')}"


def _others() -> Iterator[tuple[str, str]]:
    words: dict[str, list[str]] = {}
    for word, about in commands.WORDS.items():
        words.setdefault(about.since, []).append(f"`openai {word}`")
    for since, shown in words.items():
        yield since, f"gone from the command: {', '.join(shown)}. {_code('OAI204')}"
    yield httpx.SINCE, f"httpx is httpx2, and httpx is no longer installed with it. {_code('OAI203')}"


def _days() -> Iterator[str]:
    """What ends, in the order of days: services, then the models of each day."""
    ends = (*services.SERVICES, services.PROMPTS)
    rows = [(one.day, one.name, _instead(one.use, one.note), _code("OAI501")) for one in ends]
    yield _table(("Day", "What", "Instead", "Code"), sorted(rows))
    models: dict[str, list[str]] = {}
    for name, end in retirements.ENDS.items():
        models.setdefault(end.day, []).append(f"`{name}`")
    days = ((day, ", ".join(names)) for day, names in sorted(models.items()))
    yield _table(("Day", f"Models: {_code('OAI502')}"), days)
