"""Sources + fixes → sources: what `fix` makes of the files of one run, without touching the disk."""

from __future__ import annotations

import ast
import io
import warnings
from collections import Counter
from collections.abc import Callable, Sequence
from tokenize import detect_encoding
from typing import NamedTuple

from . import MARKERS
from .config import Config
from .diagnostics import Diagnostic
from .discovery import is_notebook
from .linter import Examined, examine, lint_tree
from .rewrite import Plan, work_out
from .rewrite.edits import Conflict, Edits, applied
from .rewrite.plan import Reason, Settings
from .rewrite.settings import gathered
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


class File(NamedTuple):
    """A file of the run that has to do with the SDK."""

    source: Source
    encoding: str
    text: Text
    examined: Examined | None
    findings: list[Diagnostic]
    """What is selected and not silenced."""
    wants: Callable[[str, ast.AST], bool]


def fix_files(
    sources: Sequence[Source],
    config: Config,
    options: Options = Options(),  # noqa: B008
    progress: Callable[[int, int], None] = lambda done, total: None,
) -> list[Fixed]:
    """Fix the files of one run, which are seen together. Gives one result for each, in their order.

    Files that have no word of the SDK in them may be left out of `sources`, but need not be.
    `progress` is called with the number of files done and of all. Never raises an Exception for what stands in a file.
    """
    files: dict[int, File] = {}
    results: list[Fixed] = []
    for number, source in enumerate(sources):
        result = Fixed(source.path, source.data, source.data)
        try:
            file = _read(source, config)
            if file is not None:
                files[number] = file
        except SourceError as error:
            result = result._replace(failure=str(error))
        except Exception as error:
            result = result._replace(failure=internal(error))
        results.append(result)
    settings = gathered([(file.examined, file.text) for file in files.values() if file.examined is not None])
    for done, (number, file) in enumerate(files.items()):
        progress(done, len(files))
        try:
            results[number] = _fix(file, settings, config, options)
        except Exception as error:
            results[number] = results[number]._replace(failure=internal(error))
    return results


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
    """Read and examine a file; None if nothing in it can be found. Raises SourceError."""
    if not any(marker.encode() in source.data for marker in MARKERS) or is_notebook(source.path):
        return None
    encoding, text = _decoded(source.data)
    return _examined(source, encoding, text, config)


def _examined(source: Source, encoding: str, text: str, config: Config) -> File | None:
    lines = io.StringIO(text, newline=None).readlines()
    if not config.disable_noqa and skips_file(lines):
        return None
    tree = parse(lines)
    findings = [found for found in lint_tree(tree, lines, source.path, config) if config.shows(found.code, source.path)]
    silences = silencer(lines, source.path) if not config.disable_noqa else _never
    findings = [found for found in findings if not silences(found.line, found.code)]

    def wants(code: str, node: ast.AST) -> bool:
        return config.shows(code, source.path) and not silences(getattr(node, "lineno", 1), code)

    placed = Text(text, tree)
    return File(source, encoding, placed, examine(tree, lines, source.path, config), findings, wants)


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


def _fix(file: File, settings: Settings, config: Config, options: Options) -> Fixed:
    """Fix one file; what comes out parses, and has no finding left that breaks it, or is what went in."""
    source = file.source
    unchanged = Fixed(source.path, source.data, source.data)
    if not file.findings or file.examined is None:
        return unchanged._replace(left=[Left(found, NO_FIX) for found in file.findings])
    text, reasons, tolerated, notes = _migrated(file, settings, config, options)
    if text is None or text == file.text.text:
        return unchanged._replace(left=_left(file.findings, reasons))
    data = text.encode(file.encoding)
    again = _examined(Source(source.path, data), file.encoding, text, config)
    remaining = again.findings if again is not None else []
    broken = [found for found in remaining if found.code.startswith(PROMISED) and found.message not in tolerated]
    if broken:
        first = broken[0]
        known = Counter((found.code, found.message) for found in file.findings)
        why = "it could not be fixed together with the rest" if known[first.code, first.message] else "a fix would lead to it"
        place = next((found.line for found in file.findings if (found.code, found.message) == first[4:6]), first.line)
        return unchanged._replace(left=_left(file.findings, [Reason(place, f"{first.code} {first.message}: {why}")]))
    gone = Counter((found.code, found.message) for found in remaining)
    fixed = []
    for found in file.findings:
        if gone[found.code, found.message]:
            gone[found.code, found.message] -= 1
        else:
            fixed.append(found)
    left = [Left(found, "it changes nothing, and may be deleted" if found.message in tolerated else NO_FIX) for found in remaining]
    return Fixed(source.path, source.data, data, fixed, left, None, notes)


def _migrated(
    file: File, settings: Settings, config: Config, options: Options
) -> tuple[str | None, list[Reason], set[str], list[str]]:
    """The text after all edits, None where it must stay; why; messages of what may stay; notes."""
    tolerated: set[str] = set()
    notes: list[str] = []
    text: str | None = None
    current: File | None = file
    for _ in range(PASSES):
        if current is None or current.examined is None:
            break
        plan = Plan(
            file.source.path, current.examined, current.text, settings, Edits(current.text.text), current.wants
        )
        work_out(plan)
        tolerated |= {found.message for found in current.findings if found.line in plan.tolerated}
        notes += [note for note in plan.notes if note not in notes]
        if plan.problems:
            return None, plan.problems, tolerated, notes
        if plan.doubts and not options.unsafe:
            unsafe = [Reason(one.line, f"{one.text}; --unsafe-fixes does it all the same") for one in plan.doubts]
            return None, unsafe, tolerated, notes
        try:
            edits = plan.edits.finished()
            made = applied(current.text.text, edits)
        except Conflict as conflict:
            return None, [Reason(1, f"two changes want the same text: {conflict}")], tolerated, notes
        if made == current.text.text:
            break
        problem = _parses(made)
        if problem:
            return None, [Reason(1, f"internal error, please report it: the fixed file does not parse: {problem}")], set(), []
        text = made
        current = _examined(file.source, file.encoding, made, config)
    return text, [], tolerated, notes


def _parses(text: str) -> str:
    """Why a text does not parse; empty where it does."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            ast.parse(text)
    except (SyntaxError, ValueError, RecursionError) as error:
        return one_line(error)
    return ""


def _left(findings: Sequence[Diagnostic], reasons: Sequence[Reason]) -> list[Left]:
    """Findings of a file that stays as it is, each with the reason that is its own, or that of the whole file."""
    own = {reason.line: reason.text for reason in reversed(reasons)}
    if not reasons:
        return [Left(found, NO_FIX) for found in findings]
    first = reasons[0]
    rest = f"it goes with line {first.line}: {first.text}"
    return [
        Left(found, own.get(found.line, rest if found.code.startswith(PROMISED) else NO_FIX)) for found in findings
    ]
