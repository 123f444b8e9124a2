"""Sources + fixes → sources: what `fix` makes of the files of one run, without touching the disk."""

from __future__ import annotations

import ast
import io
import re
import warnings
from collections import Counter
from collections.abc import Callable, Sequence
from tokenize import detect_encoding
from typing import NamedTuple

from . import MARKERS
from .config import Config
from .diagnostics import Diagnostic
from .discovery import is_notebook
from .linter import examine, lint_tree
from .rewrite import Plan, work_out
from .rewrite.edits import Conflict, Edits, applied
from .rewrite.plan import Reason
from .rewrite.run import Member, Parsed, look_at, stems
from .rewrite.text import Text
from .source import SourceError, internal, one_line, parse, silencer, skips_file

CLIENTS = ("auto", "instance", "module")
"""How configuration is carried: by a client object, by the module's own client, or as the program allows."""


class Options(NamedTuple):
    """What a user can decide about fixes."""

    client: str = "auto"
    """One of `CLIENTS`."""
    unsafe: bool = False
    """Also apply fixes that a person should look at."""


class Source(NamedTuple):
    """A file of the run: its name, which may be shown, and its bytes."""

    path: str
    data: bytes


class Left(NamedTuple):
    """A finding that remains, at its place in the new text, and why it was left."""

    finding: Diagnostic
    reason: str
    """One line."""


class Fixed(NamedTuple):
    """What became of one file. Plain values, so that they can come out of other processes."""

    path: str
    before: bytes
    after: bytes
    """The same object as `before` where nothing was changed."""
    fixed: Sequence[Diagnostic] = ()
    """What had been found and is gone, at its place in the old text."""
    left: Sequence[Left] = ()
    failure: str | None = None
    """Why the file could not be processed, one line; it is as it was."""
    notes: Sequence[str] = ()
    """What a person should know of what was done, one line each."""
    unread: Sequence[tuple[int, str]] = ()
    """Cells of a notebook that could not be processed: their number among the code cells, and why."""


PROMISED = ("OAI10", "OAI110", "OAI111", "OAI112", "OAI113", "OAI114", "OAI115", "OAI306")
"""Beginnings of the codes whose findings break a program: a fix leaves none of them, or does nothing."""
PASSES = 4
"""How often a file is looked at again after its edits: what one makes visible the next one mends."""
NO_FIX = "there is no fix for this rule, a person must decide"
HARMLESS = "it changes nothing, and may be deleted"


class File(NamedTuple):
    """A file of the run that has to do with the SDK."""

    source: Source
    encoding: str
    text: Text
    findings: list[Diagnostic]
    """What is selected and not silenced."""
    wants: Callable[[str, ast.AST], bool]


class Outcome(NamedTuple):
    """What can be done to a file, as far as that depends on it alone."""

    text: str | None
    """Its text after all edits; None where it must stay."""
    reasons: list[Reason]
    """Why it must stay."""
    tolerated: set[str] = set()
    """Messages of findings that may remain."""
    notes: list[str] = []


def fix_files(
    sources: Sequence[Source],
    config: Config,
    options: Options = Options(),  # noqa: B008
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> list[Fixed]:
    """Fix the files of one run, which are seen together. Gives one result for each, in their order.

    Files that have no word of the SDK in them are needed where they use what others give: what a function of another
    file returns is followed there. `progress` is called with the number of files done and of all. Never raises an
    Exception for what stands in a file.
    """
    results = [Fixed(source.path, source.data, source.data) for source in sources]
    files: dict[int, File] = {}
    for number in _relevant(sources):
        try:
            file = _read(sources[number], config)
            if file is not None:
                files[number] = file
        except SourceError as error:
            results[number] = results[number]._replace(failure=str(error))
        except Exception as error:
            results[number] = results[number]._replace(failure=internal(error))
    numbers = list(files)
    members = look_at([Parsed(files[number].source.path, files[number].text) for number in numbers], config)
    outcomes: dict[int, Outcome] = {}
    for done, (number, member) in enumerate(zip(numbers, members, strict=True)):
        progress(done, len(numbers))
        try:
            outcomes[number] = _worked_out(files[number], member, config, options)
        except Exception as error:
            results[number] = results[number]._replace(failure=internal(error))
    for number, outcome in _together(numbers, members, files, outcomes, options).items():
        results[number] = _result(files[number], outcome, config)
    return results


def _relevant(sources: Sequence[Source]) -> list[int]:
    """The numbers of the files that name the SDK, that import one that does, and that these import beside it."""
    naming = {number for number, source in enumerate(sources) if any(marker.encode() in source.data for marker in MARKERS)}
    importing = _with(sources, stems([sources[number].path for number in naming]))
    imported = b" ".join(IMPORTS.findall(b"\n".join(sources[number].data for number in importing)))
    words = set(re.findall(rb"\w+", imported))
    beside = {
        number
        for number, source in enumerate(sources)
        if source.path.endswith(".py") and set(re.findall(rb"\w+", source.path.encode("utf-8", "replace"))[-3:]) & words
    }
    return sorted(naming | importing | (beside & _with(sources, re.compile(RESPONSE))))


IMPORTS = re.compile(rb"(?m)^[ \t]*(?:import|from)[ \t][^\n]*")
RESPONSE = r"choices|usage|message|embedding|content|data|text|http_status|id"
"""What a file may read of a response, or of an error, that another one gives it."""


def _with(sources: Sequence[Source], pattern: re.Pattern[str]) -> set[int]:
    """Python files in which a pattern is found."""
    search = re.compile(pattern.pattern.encode()).search
    return {number for number, source in enumerate(sources) if source.path.endswith(".py") and search(source.data)}


def fix_source(
    source: str, filename: str = "<unknown>", config: Config | None = None, options: Options = Options()  # noqa: B008
) -> str:
    """Fix one source text, seen alone. Gives the same text where nothing can be done.

    Raises ``SyntaxError`` where ``source`` is not Python.
    """
    (fixed,) = fix_files([Source(filename, source.encode("utf-8", "surrogatepass"))], config or Config(), options)
    if fixed.failure is not None:
        raise SyntaxError(fixed.failure)
    return fixed.after.decode("utf-8", "surrogatepass")


# One file


def _read(source: Source, config: Config) -> File | None:
    """Read a file; None if nothing in it may be found. Raises SourceError."""
    if is_notebook(source.path):
        return None
    encoding, text = _decoded(source.data)
    return _file(source, encoding, text, config)


def _file(source: Source, encoding: str, text: str, config: Config) -> File | None:
    lines = io.StringIO(text, newline=None).readlines()
    if not config.disable_noqa and skips_file(lines):
        return None
    tree = parse(lines)
    findings = [found for found in lint_tree(tree, lines, source.path, config) if config.shows(found.code, source.path)]
    silences = silencer(lines, source.path) if not config.disable_noqa else _never
    findings = [found for found in findings if not silences(found.line, found.code)]

    def wants(code: str, node: ast.AST) -> bool:
        return config.shows(code, source.path) and not silences(getattr(node, "lineno", 1), code)

    return File(source, encoding, Text(text, tree), findings, wants)


def _never(line: int, code: str) -> bool:
    return False


def _decoded(data: bytes) -> tuple[str, str]:
    """The encoding of a file and its text with its own line ends. Raises SourceError."""
    try:
        encoding, _ = detect_encoding(io.BytesIO(data.replace(b"\r\n", b"\n").replace(b"\r", b"\n")).readline)
        text = data.decode(encoding)
    except (SyntaxError, LookupError, ValueError) as error:
        raise SourceError(f"cannot decode: {one_line(error)}") from None
    return encoding, text


def _worked_out(file: File, member: Member, config: Config, options: Options) -> Outcome:
    """What can be done to a file: its new text parses, and has no finding left that breaks it."""
    if member.examined is None:
        return Outcome(None, [])
    outcome = _migrated(file, member, config, options)
    if outcome.text is None or outcome.text == file.text.text:
        return outcome
    again = _file(file.source, file.encoding, outcome.text, config)
    remaining = again.findings if again is not None else []
    broken = [found for found in remaining if found.code.startswith(PROMISED) and found.message not in outcome.tolerated]
    if not broken:
        return outcome
    first = broken[0]
    place = next((found.line for found in file.findings if (found.code, found.message) == first[4:6]), first.line)
    why = f"{first.code} {first.message}: it cannot be fixed together with the rest"
    return Outcome(None, [Reason(place, why)])


def _migrated(file: File, member: Member, config: Config, options: Options) -> Outcome:
    """Make all edits of a file, and those that they make visible."""
    tolerated: set[str] = set()
    notes: list[str] = []
    text = file.text.text
    current, examined = file, member.examined
    for _ in range(PASSES):
        if examined is None:
            break
        plan = Plan(file.source.path, examined, current.text, member.settings, Edits(text), current.wants)
        work_out(plan)
        tolerated |= {found.message for found in current.findings if found.line in plan.tolerated}
        notes += [note for note in plan.notes if note not in notes]
        if plan.problems:
            return Outcome(None, plan.problems, tolerated)
        if plan.doubts and not options.unsafe:
            return Outcome(None, [Reason(one.line, f"{one.text}; --unsafe-fixes does it") for one in plan.doubts], tolerated)
        try:
            made = applied(text, plan.edits.finished())
        except Conflict as conflict:
            return Outcome(None, [Reason(1, f"two changes want the same text: {conflict}")], tolerated)
        if made == text:
            break
        problem = _parses(made)
        if problem:
            return Outcome(None, [Reason(1, f"internal error, please report it: what a fix makes does not parse: {problem}")])
        text = made
        again = _file(file.source, file.encoding, text, config)
        if again is None:
            break
        current, examined = again, examine(again.text.tree, again.text.lines, file.source.path, config)
    return Outcome(text, [], tolerated, notes)


SMALL = 8
"""Files that need a change: a program with no more of them is migrated as a whole, or not at all."""


def _together(
    numbers: Sequence[int],
    members: Sequence[Member],
    files: dict[int, File],
    outcomes: dict[int, Outcome],
    options: Options,
) -> dict[int, Outcome]:
    """Leave files that others must go with, if these are left.

    These are the files of a small program, which would run with no SDK else, and in a larger one those that a file
    imports, or that import it. A person who wants unsafe fixes wants what can be done.
    """
    outcomes = dict(outcomes)
    sizes = Counter(
        members[at].group for at, number in enumerate(numbers) if number in outcomes and _needs_change(files[number], outcomes[number])
    )
    changed = not options.unsafe
    while changed:
        changed = False
        for at, number in enumerate(numbers):
            outcome = outcomes.get(number)
            if outcome is None or outcome.text is None or outcome.text == files[number].text.text:
                continue
            for other_at, other_number in enumerate(numbers):
                near = other_at in members[at].neighbours
                if members[other_at].group != members[at].group or not (near or sizes[members[at].group] <= SMALL):
                    continue
                other = outcomes.get(other_number)
                if other is not None and other.text is None and other.reasons:
                    path, first = files[other_number].source.path, other.reasons[0]
                    outcomes[number] = Outcome(None, [Reason(0, f"it goes with {path}:{first.line}: {first.text}")])
                    changed = True
                    break
    return outcomes


def _needs_change(file: File, outcome: Outcome) -> bool:
    return bool(outcome.reasons) or (outcome.text is not None and outcome.text != file.text.text)


def _result(file: File, outcome: Outcome, config: Config) -> Fixed:
    """What became of a file, for those who asked."""
    source = file.source
    unchanged = Fixed(source.path, source.data, source.data)
    if outcome.text is None or outcome.text == file.text.text:
        return unchanged._replace(left=_left(file.findings, outcome.reasons, outcome.tolerated))
    again = _file(source, file.encoding, outcome.text, config)
    remaining = again.findings if again is not None else []
    gone = Counter((found.code, found.message) for found in remaining)
    fixed = []
    for found in file.findings:
        if gone[found.code, found.message]:
            gone[found.code, found.message] -= 1
        else:
            fixed.append(found)
    left = _left(remaining, [], outcome.tolerated)
    return Fixed(source.path, source.data, outcome.text.encode(file.encoding), fixed, left, None, outcome.notes)


def _parses(text: str) -> str:
    """Why a text does not parse; empty where it does."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(text)
    except (SyntaxError, ValueError, RecursionError) as error:
        return one_line(error)
    return ""


def _left(findings: Sequence[Diagnostic], reasons: Sequence[Reason], tolerated: set[str]) -> list[Left]:
    """Findings that stay, each with the reason that is its own, or that of the whole file."""
    own = {reason.line: reason.text for reason in reversed(reasons)}
    first = reasons[0] if reasons else None
    rest = "" if first is None else f"it goes with line {first.line}: {first.text}" if first.line else first.text
    result = []
    for found in findings:
        if found.line in own:
            reason = own[found.line]
        elif found.message in tolerated:
            reason = HARMLESS
        else:
            reason = rest if rest and found.code.startswith(PROMISED) else NO_FIX
        result.append(Left(found, reason))
    return result
