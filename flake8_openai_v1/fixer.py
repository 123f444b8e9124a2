"""Sources + fixes → sources: what `fix` makes of the files of one run, without touching the disk."""

from __future__ import annotations

import ast
import codecs
import io
import os
import re
import tokenize
from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import suppress
from typing import NamedTuple

from .causes import HARMLESS, NO_FIX, UNTOUCHED, Cause, Code
from .config import Config
from .diagnostics import Diagnostic, Edit
from .discovery import is_notebook
from .environment import Variable
from .line_length import DEFAULT, line_length
from .linter import examine_alone, lint_tree
from .notebook import Notebook, read_notebook
from .notebook_edits import EditError, edited
from .relevant import names_sdk, relevant
from .results import Fixed, Left, Span, remaining, untouched
from .rewrite import unseen, with_helpers, worked_out
from .rewrite.alignment import aligned
from .rewrite.configuration import catches, holds_back, is_about_inference, named_in, reads_of_others
from .rewrite.edits import Conflict, applied, lines_before
from .rewrite.layout import Style, laid_out
from .rewrite.misread import LACKS, READ, Misread, misreads
from .rewrite.misread import Text as Misreadable
from .rewrite.plan import Reason
from .rewrite.program import for_each_call
from .rewrite.remaining import Remaining, Row, with_lines
from .rewrite.run import Member, Parsed, imported_by, in_one_process, is_current, look_at
from .rewrite.text import Text
from .rules import RULES
from .source import SourceError, decode, decoded, internal, parse, silencer, skips_file

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
    outside: bool = False
    """Is it there to be seen only, and not to be changed?"""
    unreadable: bool = False
    """Is it known that there is such a file, and no more?"""
    kept: str | None = None
    """Why nothing may be changed in it, though it could; one line."""


PROMISED = (
    *("OAI10", "OAI110", "OAI111", "OAI112", "OAI113", "OAI114", "OAI115", "OAI306"),
    *("OAI401", "OAI402", "OAI403", "OAI404"),
)
"""Beginnings of the codes whose findings break a program: a fix leaves none of them, or does nothing."""
LEGACY = tuple(rule.code for rule in RULES if rule.code.startswith("OAI1") and rule.code.startswith(PROMISED))
"""Those of openai 0.x. A fix of one of them needs the fixes of all others that are found in the file."""
LATER = ("OAI2", "OAI5", "OAI6", "OAI9")
"""Beginnings of the codes of what came after 1.0."""
BY_ITSELF = ("OAI3", "OAI5", "OAI6", "OAI9")
"""Beginnings of the codes of what is about a text or an argument: only a change of that is a fix.

What an exception or a type is follows from its import, and what a call needs from the settings.
"""
PASSES = 4
"""How often a file is looked at again after its edits: what one makes visible the next one mends."""
HELPERS = re.compile(r"\b(?:embeddings_utils|util)\b")
"""Modules of 0.x with helpers that a file can have itself."""


class File(NamedTuple):
    """A file of the run that has to do with the SDK."""

    source: Source
    encoding: str
    text: Text
    """Of a notebook, that of its virtual module."""
    findings: list[Diagnostic]
    """What is selected and not silenced; in a notebook, at its place in the virtual module."""
    wants: Callable[[str, ast.AST], bool]
    notebook: Notebook | None = None
    kept: Reason | None = None
    """Why nothing may change in the file, though it breaks: a comment, or the settings for this file, say so."""
    lines: Sequence[int] = ()
    """Where helpers of 0.x were put into it: for each of its lines that of the file as it was given."""
    given: str | None = None
    """Its text before that."""
    notes: tuple[str, ...] = ()
    """What a person should know of that."""
    legacy: bool = True
    """Is a code of openai 0.x selected?"""
    unread: Reason | None = None
    """What in it does not parse and may be about calls elsewhere: the whole file, or a cell."""
    parses: bool = True

    def place(self, line: int) -> tuple[int | None, int]:
        """The cell of a line, if the file is a notebook, and the line as a person would look for it."""
        if self.notebook is None:
            return None, line
        cell, inner, _ = self.notebook.place(line, 0)
        return cell.number, inner

    def where(self, line: int) -> str:
        """Name a line as a person would look for it."""
        cell, inner = self.place(line)
        return f"line {inner}" if cell is None else f"cell_{cell}, line {inner}"

    def span(self, node: ast.AST) -> Span:
        """Where a node is in the file."""
        start, end = self.text.span(node)
        line, end_line = self.text.line_of(start), self.text.line_of(end)
        column, end_column = start - self.text.offset(line, 0), end - self.text.offset(end_line, 0)
        if self.notebook is None:
            return Span(None, line, column, end_line, end_column)
        cell, line, column = self.notebook.place(line, column)
        return Span(cell.number, line, column, *self.notebook.place(end_line, end_column)[1:])

    def cause_of_others(self, reason: Reason) -> Cause:
        """A reason as the cause of findings elsewhere in the file."""
        if reason.elsewhere is not None or not reason.line:
            return reason.cause
        cell, line = self.place(reason.line)
        return reason.cause._replace(cell=cell, line=line, is_elsewhere=True)

    def shown(self, finding: Diagnostic) -> Diagnostic:
        """A finding at its place in the file."""
        return finding if self.notebook is None else self.notebook.in_cell(finding)


class Outcome(NamedTuple):
    """What can be done to a file, as far as that depends on it alone."""

    data: bytes | None
    """Its bytes after all edits; None where it must stay."""
    reasons: list[Reason]
    """Why it must stay."""
    tolerated: frozenset[str] = frozenset()
    """Messages of findings that may remain."""
    notes: tuple[str, ...] = ()
    failure: str | None = None
    """Why the file could not be processed."""
    partly: Mapping[tuple[str, str], Cause] = {}
    """Findings that stay though the file is changed, by code and message → why their units are left."""
    is_whole: bool = False
    """Are its calls made on a client, or their responses all dicts, so that its edits belong together?"""
    as_dicts: bool = False
    """Are they dicts?"""
    beyond: Mapping[str, Sequence[Row]] = {}
    """What else of these units stands in other files, by path."""
    place: Callable[[int], tuple[int | None, int]] | None = None
    """The cell, and the line, where a line of the file as it was is now."""


def fix_files(
    sources: Sequence[Source],
    config: Config,
    options: Options = Options(),  # noqa: B008
    progress: Callable[[int, int], None] = lambda done, total: None,
    variables: Sequence[Variable] = (),
    *,
    units: bool = False,
) -> list[Fixed]:
    """Fix the files of one run, which are seen together. Gives one result for each, in their order.

    Files that have no word of the SDK in them are needed where they use what others give: what a function of another
    file returns is followed there. `variables` are set outside of Python and may decide where requests go. `progress`
    is called with the number of files done and of all. `units`: also say where those are. Never raises an Exception
    for what stands in a file.
    """
    results = again = _fix_once(sources, config, options, progress, variables, units)
    for _ in range(PASSES if options.unsafe else 0):
        if all(one.after == one.before for one in again):
            break
        # Where some files are fixed without others, what they are then may let these be fixed, too.
        later = [source._replace(data=one.after) for source, one in zip(sources, results, strict=True)]
        again = _fix_once(later, config, options, progress, variables, False)
        if any(one.after != one.before for one in again):
            results = [first.then(later) for first, later in zip(results, again, strict=True)]
    return results


def _fix_once(
    sources: Sequence[Source],
    config: Config,
    options: Options,
    progress: Callable[[int, int], None],
    variables: Sequence[Variable],
    units: bool,
) -> list[Fixed]:
    results = [Fixed(source.path, source.data, source.data) for source in sources]
    files: dict[int, File] = {}
    unreadable = [number for number, source in enumerate(sources) if source.unreadable]
    for number in unreadable:
        files[number] = _without_text(sources[number], Reason(0, "the file cannot be read", Code.OTHER_FILE))
    for number in relevant([(source.path, source.data) for source in sources]):
        try:
            file = _read(sources[number], config)
            if file is not None:
                files[number] = file
        except SourceError as error:
            if names_sdk(sources[number].data):
                results[number] = results[number]._replace(failure=str(error))
                unread = _unread(sources[number], str(error))
                if unread is not None:
                    files[number] = unread
        except Exception as error:
            results[number] = results[number]._replace(failure=internal(error))
            unread = _unread(sources[number], internal(error))
            if unread is not None:
                files[number] = unread
    ready: dict[int, File] = {}
    failures: dict[int, str] = {}
    for number, file in list(files.items()):
        try:
            ready[number] = _with_helpers(file, list(files.values()), config, options)
        except Exception as error:
            failures[number] = internal(error)
            files[number] = ready[number] = file._replace(kept=Reason(0, failures[number], Code.FAILED))
    numbers = list(ready)
    packages = {os.path.dirname(one.path) for one in sources if os.path.basename(one.path) == "__init__.py"}
    parsed = [_parsed(ready[number], packages) for number in numbers]
    members = look_at(parsed, config, variables, len(sources) <= SMALL)
    outcomes: dict[int, Outcome] = {}
    for done, (number, member) in enumerate(zip(numbers, members, strict=True)):
        progress(done, len(numbers))
        try:
            outcomes[number] = _worked_out(ready[number], member, config, options)
        except Exception as error:
            outcomes[number] = _failed(internal(error))
    run = Run(numbers, members, ready, config, options, sources)
    for program in run.programs():
        try:
            outcomes.update(_of_program(run, program, {number: outcomes[number] for number in program}))
        except Exception as error:
            outcomes.update(dict.fromkeys(program, _failed(internal(error))))
    for number, outcome in _together(numbers, members, files, outcomes, options, config).items():
        if not files[number].parses or sources[number].outside:
            continue
        try:
            result = _result(files[number], outcome, config)
            results[number] = result._replace(failure=outcome.failure or failures.get(number))
        except Exception as error:
            results[number] = results[number]._replace(failure=internal(error))
    if units:
        results = _with_units(results, numbers, members, ready, outcomes)
    return results


def _with_units(
    results: Sequence[Fixed],
    numbers: Sequence[int],
    members: Sequence[Member],
    files: dict[int, File],
    outcomes: dict[int, Outcome],
) -> list[Fixed]:
    """Say where the units of files that are changed are, and which files these need."""
    spans: dict[str, list[tuple[int, Span]]] = {}
    known = {files[number].source.path: files[number] for number in numbers}
    changed = {at for at, number in enumerate(numbers) if results[number].after is not results[number].before}
    groups = {id(members[at].units): members[at].units for at in changed}
    for name, group in enumerate(group for units in groups.values() for group in units.groups()):
        for path, node in group:
            if not known[path].lines:
                spans.setdefault(path, []).append((name, known[path].span(node)))
    needed: dict[int, set[str]] = {at: set() for at in changed}
    for at, within in _holding(numbers, members, files):
        for other in within & changed - {at}:
            needed[other].add(files[numbers[at]].source.path)
    for at in changed:
        # Where the responses of one file are dicts, those of no file of its program may be objects.
        others = {other for other in changed - {at} if members[other].group == members[at].group}
        if any(outcomes[numbers[other]].as_dicts for other in others):
            needed[at] |= {files[numbers[other]].source.path for other in others}
    found = list(results)
    for at in changed:
        result = results[numbers[at]]
        found[numbers[at]] = result._replace(units=spans.get(result.path, ()), needs=frozenset(needed[at]))
    return found


def _holding(
    numbers: Sequence[int], members: Sequence[Member], files: dict[int, File]
) -> Iterator[tuple[int, set[int]]]:
    """Yield what would hold calls back if it stayed, and whose: by its settings and mocks, or by its clauses."""
    imported = [member.imports for member in members]
    for at, member in enumerate(members):
        if member.examined is not None:
            if holds_back(member.examined, files[numbers[at]].text) is not None:
                yield at, in_one_process(at, imported)
            elif catches(member.examined) is not None:
                yield at, imported_by([at], imported)


def _failed(why: str) -> Outcome:
    return Outcome(None, [Reason(0, why, Code.FAILED)], failure=why)


class Run(NamedTuple):
    """The files of a run that could be read, and how they are to be fixed."""

    numbers: Sequence[int]
    """Those of the files, in the order of `members`."""
    members: Sequence[Member]
    files: dict[int, File]
    config: Config
    options: Options
    sources: Sequence[Source]
    """All files of the run, also those that have nothing to do with the SDK."""

    def where(self, misread: Misread) -> str:
        """Name the line of a misread in the file as it is."""
        file = next((one for one in self.files.values() if one.source.path == misread.path), None)
        return f"line {misread.line}" if file is None else file.where(self.line(misread))

    def line(self, misread: Misread) -> int:
        """The line of a misread in the file as it is, if it is one that did not change."""
        file = next((one for one in self.files.values() if one.source.path == misread.path), None)
        lines = [] if file is None else file.text.lines
        return lines.index(misread.text) + 1 if misread.text in lines else misread.line

    def programs(self) -> list[dict[int, Member]]:
        """The files of each program: number of the file → what it is there."""
        groups: dict[int, dict[int, Member]] = {}
        for number, member in zip(self.numbers, self.members, strict=True):
            groups.setdefault(member.group, {})[number] = member
        return list(groups.values())

    def worked_out(self, program: dict[int, Member], *, as_dicts: bool | None = None) -> dict[int, Outcome]:
        """What can be done to the files of a program. Raises what an error of ours raises."""
        return {
            number: _worked_out(self.files[number], member, self.config, self.options, as_dicts)
            for number, member in program.items()
        }


def _of_program(run: Run, program: dict[int, Member], outcomes: dict[int, Outcome]) -> dict[int, Outcome]:
    """What becomes of the files of a program: on the module's client, or each call on one of its own."""
    each_call = _each_call(run, program, outcomes)
    if each_call is None:
        return _settled(run, program, outcomes)
    others = run.worked_out(each_call)
    if not any(other.reasons for other in others.values()):
        # Nothing is done in part: what is left would be taken for a program on the module's client later.
        return _settled(run, each_call, others, in_part=False)
    # What stands against that is what a person must see to.
    forbidden = {
        number: Outcome(None, other.reasons, other.tolerated)
        for number, other in others.items()
        if other.reasons and any(_settings_forbid(reason) for reason in outcomes[number].reasons)
    }
    return _settled(run, program, outcomes | forbidden)


def _each_call(run: Run, program: dict[int, Member], outcomes: dict[int, Outcome]) -> dict[int, Member] | None:
    """A program with clients for each call; None where the module's own client would follow its settings."""
    reasons = [reason for outcome in outcomes.values() for reason in outcome.reasons]
    if not any(reason.about_settings for reason in reasons):
        return None
    settings = for_each_call([member.settings for member in program.values()])
    if settings is None:
        return None
    return {number: member._replace(settings=settings) for number, member in program.items()}


def _settled(
    run: Run, program: dict[int, Member], outcomes: dict[int, Outcome], *, in_part: bool = True
) -> dict[int, Outcome]:
    """What becomes of the files of a program whose clients are decided."""
    outcomes = outcomes | _as_dicts(run, program, outcomes)
    outcomes |= _not_misread(run, program, outcomes)
    return outcomes | _in_part(run, program, outcomes) if in_part else outcomes


def _as_dicts(run: Run, program: dict[int, Member], outcomes: dict[int, Outcome]) -> dict[int, Outcome]:
    """Responses as dicts in all files of a program, if they cannot be objects in one of them."""
    reasons = [reason for number in program if outcomes[number].data is None for reason in outcomes[number].reasons]
    if len(program) == 1 or not reasons or not all(reason.about_responses for reason in reasons):
        return {}
    again = run.worked_out(program, as_dicts=True)
    return {} if any(one.reasons for one in again.values()) else again


def _not_misread(run: Run, program: dict[int, Member], outcomes: dict[int, Outcome]) -> dict[int, Outcome]:
    """Where a response would be read as a dict, as far as it may have travelled: dicts for all, else it is left."""
    wrong = _misreads(run, program, outcomes)
    if not wrong:
        return {}
    if all(misread.kind == READ for misread in wrong):
        again = run.worked_out(program, as_dicts=True)
        if not any(one.reasons for one in again.values()) and not _misreads(run, program, again):
            return again
    left: dict[int, Outcome] = {}
    for misread in wrong:
        text = misread.kind.format(f"{misread.path}, {run.where(misread)}")
        for number in program:
            file, outcome = run.files[number], outcomes[number]
            if _concerns(misread, file) and outcome.data not in (None, file.source.data):
                reason = Reason(0, text, misread.code, about_responses=misread.kind == READ)
                left.setdefault(number, outcome._replace(data=None, reasons=[reason]))
    return left


def _in_part(run: Run, program: dict[int, Member], outcomes: dict[int, Outcome]) -> dict[int, Outcome]:
    """Files that cannot be migrated as a whole, without the units that stand against it."""
    rows: dict[int, list[Row]] = {}
    parts = _across(run, program, outcomes, rows)
    wrong = _misreads(run, program, outcomes | parts)
    while _leave_misread(run, program, wrong, rows):
        parts = _across(run, program, outcomes, rows)
        wrong = _misreads(run, program, outcomes | parts)
    while wrong:
        concerned = {n for n, one in parts.items() if one.data and any(_concerns(w, run.files[n]) for w in wrong)}
        if not concerned:
            break
        text = wrong[0].kind.format(f"{wrong[0].path}, {run.where(wrong[0])}")
        parts |= {n: Outcome(None, outcomes[n].reasons or [Reason(0, text, wrong[0].code)]) for n in concerned}
        wrong = _misreads(run, program, outcomes | parts)
    return parts


def _leave_misread(run: Run, program: dict[int, Member], wrong: Sequence[Misread], rows: dict[int, list[Row]]) -> bool:
    """Add the units of what would be misread to the rows that are left; False if there is nothing new."""
    before = sum(map(len, rows.values()))
    numbers = {run.files[number].source.path: number for number in program}
    for misread in wrong:
        number = numbers.get(misread.path)
        if number is None:
            continue
        text = misread.kind.format(f"{misread.path}, {run.where(misread)}")
        reason = Reason(0, text, misread.code)
        for path, nodes in program[number].units.on(misread.path, run.line(misread)).items():
            known = rows.setdefault(numbers[path], [])
            if not any(nodes <= row.nodes for row in known):
                known.append(Row(nodes, reason, False))
    return sum(map(len, rows.values())) > before


def _across(
    run: Run, program: dict[int, Member], outcomes: dict[int, Outcome], rows: dict[int, list[Row]]
) -> dict[int, Outcome]:
    """Files without the units that stand against them, and others without what of these stands there.

    ``rows``: what is left of each file whatever is found; more is added.
    """
    numbers = {run.files[number].source.path: number for number in program}
    known = {number: {node for row in own for node in row.nodes} for number, own in rows.items()}
    parts: dict[int, Outcome] = {}
    waiting = [n for n in program if outcomes[n].data is None and outcomes[n].failure is None]
    waiting += [n for n in rows if n not in waiting]
    for number in waiting:
        file = run.files[number]
        part = _worked_out(file, program[number], run.config, run.options, beside=rows.get(number, ()))
        parts[number] = part
        beyond = part.beyond
        if part.data is None and part.reasons:
            others = program[number].units.beyond(file.source.path)
            beyond = {path: [Row(nodes, part.reasons[0], False)] for path, nodes in others.items()}
        for path, found in beyond.items():
            other = numbers[path]
            new = [one for one in found if not one.nodes <= known.setdefault(other, set())]
            if new and not run.files[other].source.outside:
                known[other].update(*(one.nodes for one in new))
                rows.setdefault(other, []).extend(one._replace(reason=_elsewhere(file, one.reason)) for one in new)
                waiting.append(other)
    places = {run.files[n].source.path: part.place or run.files[n].place for n, part in parts.items()}
    return {n: _told(part, places) for n, part in parts.items() if part.data is not None or n in rows}


def _elsewhere(file: File, reason: Reason) -> Reason:
    """A reason as that of another file; its line is that of the file as it was."""
    if reason.elsewhere is not None:
        return reason
    cause = reason.cause._replace(path=file.source.path, line=reason.line, is_elsewhere=True)
    return Reason(0, reason.text, reason.code, elsewhere=cause)


def _told(outcome: Outcome, places: Mapping[str, Callable[[int], tuple[int | None, int]]]) -> Outcome:
    """What is left with causes in other files where these are now."""

    def told(cause: Cause) -> Cause:
        if cause.path not in places or not cause.line:
            return cause
        cell, line = places[cause.path](cause.line)
        return cause._replace(cell=cell, line=line)

    return outcome._replace(partly={key: told(cause) for key, cause in outcome.partly.items()})


def _concerns(misread: Misread, file: File) -> bool:
    return not misread.givers or file.source.path in misread.givers


def _misreads(run: Run, program: dict[int, Member], outcomes: dict[int, Outcome]) -> list[Misread]:
    """The places of a program that would read responses as dicts."""
    changed = [number for number in program if outcomes[number].data not in (None, run.files[number].source.data)]
    if all(_is_of_later(run.files[number], program[number]) for number in changed):
        return []
    texts: list[Misreadable] = []
    told: set[tuple[str, int]] = set()
    for number in program:
        file, made_of = run.files[number], outcomes[number].data
        changes = made_of not in (None, file.source.data)
        made = _read(file.source._replace(data=made_of or b""), run.config) if changes else file
        if made is not None and made.parses:
            texts.append(Misreadable(file.source.path, made.text.tree, made.text.lines))
            told |= {(file.source.path, found.line) for found in made.findings if found.code == "OAI113"}
    known = {text.path for text in texts}
    others = {source.path: source for source in run.sources if source.path not in known}

    def opened(path: str) -> Misreadable | None:
        if is_notebook(path) or others[path].unreadable:
            return None
        try:
            lines = decode(others[path].data)
            return Misreadable(path, parse(lines), lines)
        except SourceError:
            return None

    new = {run.files[number].source.path: outcomes[number].data for number in program}

    def data(path: str) -> bytes:
        return new.get(path) or (others[path].data if path in others else b"")

    found = misreads(texts, list(others), opened, data)
    return [one for one in found if one.kind != LACKS or (one.path, one.line) not in told]


def _settings_forbid(reason: Reason) -> bool:
    return reason.about_settings and not reason.is_unsafe


def fix_source(
    source: str,
    filename: str = "<unknown>",
    config: Config | None = None,
    options: Options = Options(),  # noqa: B008
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
    """Read a file; None if nothing in it is to be looked at. Raises SourceError."""
    if is_notebook(source.path):
        notebook = read_notebook(source.data)
        if not notebook.lines:
            return None
        text, lines = Text("".join(notebook.lines), notebook.tree), notebook.lines
        skips = skips_file(notebook.text)
        file = _file(source, "utf-8", text, lines, config, skips)
        unread = _unread_cell(notebook)
        return file._replace(notebook=notebook, unread=unread, kept=file.kept or unread)
    encoding, written = decoded(source.data)
    lines = io.StringIO(written, newline=None).readlines()
    return _file(source, encoding, Text(written, parse(lines)), lines, config, skips_file(lines))


def _unread(source: Source, error: str) -> File | None:
    """A file that does not parse, in which something stands that calls elsewhere depend on; else None."""
    lines = source.data.decode("utf-8", "replace").splitlines()
    found = named_in(lines)
    if found is None:
        return None
    why = f"{found.text} stands there, and the file cannot be read: {error}"
    return _without_text(source, Reason(found.line, why, Code.OTHER_FILE))


def _without_text(source: Source, reason: Reason) -> File:
    empty = Text("", ast.Module([], []))
    return File(source, "utf-8", empty, [], lambda code, node: False, unread=reason, parses=False)


def _unread_cell(notebook: Notebook) -> Reason | None:
    """A cell that does not parse, in which something stands that calls depend on."""
    for number, _ in notebook.unread:
        for cell in notebook.cells:
            found = named_in("".join(cell.source).splitlines()) if cell.number == number else None
            if found is not None:
                why = f"{found.text} stands in a cell that cannot be parsed"
                return Reason(cell.first + found.line - 1, why, Code.OTHER_FILE)
    return None


def _parsed(file: File, packages: Collection[str]) -> Parsed:
    folder = os.path.dirname(file.source.path)
    is_packaged = folder in packages or os.path.exists(os.path.join(folder, "__init__.py"))
    return Parsed(file.source.path, file.text, file.source.data, is_packaged)


def _file(source: Source, encoding: str, text: Text, lines: list[str], config: Config, skips: bool) -> File:
    path = source.path
    every = lint_tree(text.tree, lines, path, config)
    silences = silencer(lines, path) if not config.disable_noqa else _never
    skips = skips and not config.disable_noqa
    findings = [
        found
        for found in every
        if config.shows(found.code, path) and not silences(found.line, found.code) and not skips
    ]
    kept = next((reason for found in every if (reason := _reason_to_keep(found, config, path, skips, silences))), None)

    def wants(code: str, node: ast.AST) -> bool:
        return config.shows(code, path) and not skips and not silences(getattr(node, "lineno", 1), code)

    legacy = any(config.shows(code, path) for code in LEGACY)
    return File(source, encoding, text, findings, wants, None, kept, legacy=legacy)


def _reason_to_keep(
    found: Diagnostic, config: Config, path: str, skips: bool, silences: Callable[[int, str], bool]
) -> Reason | None:
    """Why a finding that breaks the file is not to be touched, and the rest of the file with it."""
    if not found.code.startswith(PROMISED):
        return None
    if not config.shows(found.code):
        # The two SDKs have nothing to do with each other, and what is found of azure-ai-inference looks for itself.
        needed = found.code in LEGACY and any(config.shows(code, path) for code in LEGACY)
        why = f"{found.code} is not selected, and the rest needs it"
        return Reason(found.line, why, Code.NOT_SELECTED) if needed else None
    if skips:
        return Reason(0, "a comment takes the whole file out (# flake8: noqa)", Code.NOT_SELECTED)
    if silences(found.line, found.code):
        return Reason(found.line, f"{found.code} is silenced here, and the rest goes with it", Code.NOT_SELECTED)
    if not config.shows(found.code, path):
        return Reason(found.line, f"{found.code} is ignored in this file", Code.NOT_SELECTED)
    return None


def _doubtful(doubt: Reason) -> Reason:
    return doubt._replace(is_unsafe=True)


def _never(line: int, code: str) -> bool:
    return False


def _with_helpers(file: File, others: Sequence[File], config: Config, options: Options) -> File:
    """A file with the helpers in it that 0.x had and that are gone; the same where it uses none, or may not change."""
    path = file.source.path
    if file.kept is not None or file.source.outside or not file.legacy or not HELPERS.search(file.text.text):
        return file
    examined = examine_alone(file.text.tree, file.text.lines, path, config)
    if examined is None:
        return file

    def elsewhere(name: str) -> bool:
        return any(name in other.text.text for other in others if other is not file)

    def cell(line: int) -> object:
        return file.notebook.place(line, 0)[0] if file.notebook is not None else None

    try:
        plan = with_helpers(path, examined, file.text, file.wants, elsewhere, cell)
        reasons = plan.problems or ([] if options.unsafe else [_doubtful(one) for one in plan.doubts])
        if reasons:
            return file._replace(kept=reasons[0])
        edits = plan.edits.finished()
        made = _read(file.source._replace(data=_edited(file, edits)), config) if edits else None
    except (Conflict, EditError, SourceError) as error:
        return file._replace(kept=Reason(1, f"the helpers that it uses cannot be put into it: {error}"))
    return (
        file
        if made is None
        else made._replace(lines=lines_before(file.text.text, edits), given=file.text.text, notes=tuple(plan.notes))
    )


def _as_given(file: File, outcome: Outcome) -> Outcome:
    """What was said of a file that helpers were put into, with the lines of the file before."""
    if not file.lines:
        return outcome

    def before(line: int) -> int:
        return file.lines[line - 1] if 0 < line <= len(file.lines) else line

    def told(text: str) -> str:
        return with_lines(text, before)

    reasons = [one._replace(line=before(one.line), text=told(one.text)) for one in outcome.reasons]
    return outcome._replace(reasons=reasons, notes=(*file.notes, *map(told, outcome.notes)))


def _worked_out(
    file: File,
    member: Member,
    config: Config,
    options: Options,
    as_dicts: bool | None = None,
    beside: Sequence[Row] | None = None,
) -> Outcome:
    """What can be done to a file: its new text parses, and has no finding left that breaks it.

    ``beside``: not only as a whole. Units that cannot be migrated are left, and these parts of units that other files
    begin; they are findings, and nothing is done where one would be silent.
    """
    if member.cause is not None:
        return _failed(member.cause) if member.is_failed else Outcome(None, [Reason(0, member.cause, Code.OTHER_FILE)])
    if member.examined is None:
        return Outcome(None, [])
    if not file.parses or file.source.outside:
        return Outcome(file.source.data, [])
    if not member.examined.uses and not member.settings.calls and file.legacy:
        problems = unseen(file.source.path, member.examined, file.text, member.settings, file.wants).problems
        return _as_given(file, Outcome(None if problems else file.source.data, problems))
    if file.kept is not None:
        return Outcome(None, [file.kept])
    if member.held is not None and file.legacy:
        return Outcome(None, [member.held])
    outcome = _as_given(file, _migrated(file, member, config, options, as_dicts, beside))
    if outcome.reasons and not file.findings and not member.legacy and is_current(member.examined, file.text):
        return Outcome(file.source.data, [])
    if outcome.data is None or outcome.data == file.source.data:
        return outcome
    if file.source.kept is not None:
        return _failed(file.source.kept)
    if not _is_written_back(file):
        return _failed(f"cannot write: {file.encoding} does not encode its text to the same bytes")
    again = _read(file.source._replace(data=outcome.data), config)
    remaining = again.findings if again is not None else []
    broken = [
        found
        for found in remaining
        if found.code.startswith(PROMISED)
        and found.message not in outcome.tolerated
        and (found.code, found.message) not in outcome.partly
    ]
    if not broken:
        guessed = member.guessed if again is not None and _calls_on_module(again, config) else None
        return outcome if guessed is None else Outcome(None, [guessed])
    first = broken[0]
    place = next((found.line for found in file.findings if (found.code, found.message) == first[4:6]), first.line)
    why = f"{first.code} {first.message}: it cannot be fixed together with the rest"
    return _as_given(file, Outcome(None, [Reason(place, why)]))


def _calls_on_module(file: File, config: Config) -> bool:
    """True if a file calls today's SDK on the module itself, whose client finds out by itself where requests go."""
    examined = examine_alone(file.text.tree, file.text.lines, file.source.path, config)
    return examined is not None and examined.file.module.is_client


def _is_of_later(file: File, member: Member) -> bool:
    """True if nothing of 0.x is in a program, and a file is written for today's SDK, whatever looks like 0.x in it."""
    if member.legacy or member.examined is None or not is_current(member.examined, file.text):
        return False
    return all(found.code.startswith(LATER) for found in file.findings)


def _migrated(
    file: File,
    member: Member,
    config: Config,
    options: Options,
    as_dicts: bool | None,
    beside: Sequence[Row] | None,
) -> Outcome:
    """Make all edits of a file, and those that they make visible."""
    tolerated: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()
    in_part = beside is not None
    left = Remaining(file.source.path, file.findings, beside or ())
    if not left.start(file.text):
        return Outcome(None, [row.reason for row in left.rows])
    legacy = file.legacy and not _is_of_later(file, member)
    is_whole = are_dicts = False
    current, examined = file, member.examined
    for number in range(PASSES):
        if examined is None:
            break
        client = "module" if number or in_part else options.client
        while True:
            plan = worked_out(
                file.source.path,
                examined,
                current.text,
                member.settings,
                current.wants,
                client,
                False if in_part else as_dicts,
                number > 0,
                legacy,
                left.spans,
                None if number else member.travel,
            )
            reasons = plan.problems or ([] if options.unsafe else [_doubtful(one) for one in plan.doubts])
            if not reasons:
                if number or not in_part or not left.widen(plan, member.units):
                    break
                continue
            if number or not in_part or not left.add(plan, member.units, None if options.unsafe else _doubtful):
                tolerated |= {found.message for found in current.findings if found.line in plan.tolerated}
                return Outcome(None, reasons, tolerated)
        tolerated |= {found.message for found in current.findings if found.line in plan.tolerated}
        said = {note.partition(": ")[2] for note in notes}  # edits move what was said of a line
        notes += tuple(note for note in plan.notes if note.partition(": ")[2] not in said)
        are_dicts = are_dicts or plan.as_dicts
        is_whole = is_whole or plan.carrier is not None or are_dicts
        try:
            edits = aligned(current.text.text, plan.edits.finished(), left.spans)
            if not left.follow(current.text.text, edits):
                return Outcome(None, [Reason(1, "what is left would change")], tolerated)
            data = _edited(current, edits)
            if data == current.source.data:
                break
            again = _read(file.source._replace(data=data), config)
            lost = _counted(current.text) - _counted(again.text) if again is not None else Counter()
            if lost:
                line = next((number for number, text in _comments(file.text) if text in lost), 1)
                return Outcome(None, [Reason(line, "a comment stands within what would change")], tolerated)
        except Conflict as conflict:
            return Outcome(None, [Reason(1, f"two changes want the same text: {conflict}")], tolerated)
        except EditError as error:
            return Outcome(None, [Reason(1, f"the cells cannot be changed so: {error}")], tolerated)
        except SourceError as error:
            return Outcome(
                None, [Reason(1, f"internal error, please report it: what a fix makes does not parse: {error}")]
            )
        if again is None:
            return Outcome(data, [], tolerated, notes, is_whole=is_whole, as_dicts=are_dicts)
        current, examined = again, examine_alone(again.text.tree, again.text.lines, file.source.path, config)
    if current is not file or file.given is not None:
        current = _laid_out(file, current, left, config)
    broken = {found.line for found in current.findings if found.code.startswith(PROMISED)}
    if in_part and current is file:
        return Outcome(None, [row.reason for row in left.rows], tolerated)
    if not left.are_found(broken):
        return Outcome(None, [Reason(1, "what is left would be found no more")], tolerated)

    def place(line: int) -> tuple[int | None, int]:
        return current.place(left.after(line))

    return Outcome(
        current.source.data,
        [],
        tolerated,
        notes,
        partly=left.findings(current.place),
        is_whole=is_whole,
        as_dicts=are_dicts,
        beyond=left.beyond,
        place=place,
    )


def _laid_out(file: File, current: File, left: Remaining, config: Config) -> File:
    """A fixed file without lines that are longer than the settings of its project permit, where that is possible."""
    path = file.source.path
    width = line_length(os.path.dirname(os.path.abspath(path))) if os.path.isfile(path) else DEFAULT
    style = Style(width, current.text.indent, current.text.newline)
    before = file.text.text if file.given is None else file.given
    edits = laid_out(before, current.text.text, style, left.spans)
    try:
        made = _read(file.source._replace(data=_edited(current, edits)), config) if edits else None
    except (Conflict, EditError, SourceError):
        return current
    return current if made is None or not left.follow(current.text.text, edits) else made


def _counted(text: Text) -> Counter[str]:
    """The comments of a file, each as often as it stands there."""
    return Counter(comment for _, comment in _comments(text))


def _comments(text: Text) -> Iterator[tuple[int, str]]:
    """The comments of a file, with their lines."""
    lines = iter(text.lines)
    with suppress(tokenize.TokenError, SyntaxError):
        for token in tokenize.generate_tokens(lambda: next(lines, "")):
            if token.type == tokenize.COMMENT:
                yield token.start[0], token.string.rstrip()


def _edited(file: File, edits: Sequence[Edit]) -> bytes:
    """The bytes of a file after edits of its text. Raises Conflict or EditError where they cannot be made."""
    if not edits:
        return file.source.data
    if file.notebook is not None:
        return edited(file.source.data, file.notebook, edits)
    return applied(file.text.text, edits).encode(file.encoding)


def _is_written_back(file: File) -> bool:
    """True if the text of a file, encoded line by line, is the bytes that it came from."""
    if file.notebook is not None:
        return True  # its bytes are edited, not its text
    encoding, bom = (file.encoding, b"") if file.encoding != "utf-8-sig" else ("utf-8", codecs.BOM_UTF8)
    try:
        return bom + b"".join(line.encode(encoding) for line in file.text.raw_lines) == file.source.data
    except UnicodeError:
        return False


NOT_NAMED = " there; name that file, too"
SMALL = 10
"""Files of a run: in one with no more of them, nothing is left whose error could be caught, so that it goes on."""


def _together(
    numbers: Sequence[int],
    members: Sequence[Member],
    files: dict[int, File],
    outcomes: dict[int, Outcome],
    options: Options,
    config: Config,
) -> dict[int, Outcome]:
    """Leave files that others must go with, if these are left.

    Most hold nothing back, as what is left in them raises, and is found. Where something would catch that and go on,
    the files of a small program go with it. Where nothing is found, as it is silenced, those go with it that it
    imports, or that import it. A person who wants unsafe fixes wants what can be done, and no call that goes elsewhere.
    """
    outcomes = dict(outcomes)
    before: dict[int, Outcome] = {}
    while before != outcomes:
        before = dict(outcomes)
        _hold_calls(numbers, members, files, outcomes, config)
        if not options.unsafe:
            _hold_near(numbers, members, files, outcomes)
    return outcomes


def _hold_calls(
    numbers: Sequence[int],
    members: Sequence[Member],
    files: dict[int, File],
    outcomes: dict[int, Outcome],
    config: Config,
) -> None:
    """Leave files whose calls depend on a file that stays, by what it sets or mocks, or what it does with them."""
    imported = [member.imports for member in members]
    for at, number in enumerate(numbers):
        file, outcome, examined = files[number], outcomes.get(number), members[at].examined
        if outcome is not None and _changes(file, outcome):
            continue
        held = file.unread or (holds_back(examined, file.text) if examined is not None else None)
        within = in_one_process(at, imported)
        if held is None and examined is not None and (file.kept is not None or file.source.outside):
            alone = examine_alone(file.text.tree, file.text.lines, file.source.path, config)
            held = reads_of_others(examined, alone)
        if held is None and examined is not None:
            held, within = catches(examined), imported_by([at], imported)
        if held is None:
            continue
        why = outcome.reasons[0] if outcome is not None and outcome.reasons else held
        if file.source.outside and file.parses:
            why = held._replace(text=held.text + NOT_NAMED, code=Code.OTHER_FILE)
        for other_at in within:
            other, other_number = members[other_at], numbers[other_at]
            if other_number in outcomes and _changes(files[other_number], outcomes[other_number]):
                if other.examined is not None and not is_about_inference(other.examined):
                    outcomes[other_number] = _with(file, why)


def _hold_near(
    numbers: Sequence[int], members: Sequence[Member], files: dict[int, File], outcomes: dict[int, Outcome]
) -> None:
    """Leave the files of a small program, if one is left quietly, and those that are close to one that is silenced."""
    quiet = {
        at
        for at, number in enumerate(numbers)
        if number in outcomes and outcomes[number].data is None and outcomes[number].reasons
        if members[at].examined is None
        or outcomes[number].failure is not None
        or files[number].kept is not None  # nothing is said of it
        or (members[at].units.is_small and not members[at].units.is_loud(files[number].source.path))
    }
    for at, number in enumerate(numbers):
        if number not in outcomes or not _changes(files[number], outcomes[number]):
            continue
        for other_at, other_number in enumerate(numbers):
            near = other_at in members[at].neighbours
            if members[other_at].group != members[at].group or not (near or members[at].units.is_small):
                continue
            if other_at in quiet:
                outcomes[number] = _with(files[other_number], outcomes[other_number].reasons[0])
                break


def _with(file: File, reason: Reason) -> Outcome:
    """A file that is left together with another one."""
    cause = file.cause_of_others(reason)
    if reason.elsewhere is None:
        cause = cause._replace(path=file.source.path, is_elsewhere=True)
    return Outcome(None, [Reason(0, reason.text, reason.code, elsewhere=cause)])


def _changes(file: File, outcome: Outcome) -> bool:
    return outcome.data is not None and outcome.data != file.source.data


def _result(file: File, outcome: Outcome, config: Config) -> Fixed:
    """What became of a file, for those who asked."""
    source = file.source
    unread = file.notebook.unread if file.notebook is not None else ()
    if outcome.data is None or outcome.data == source.data:
        same = {found: file.shown(found) for found in file.findings}
        left = _left(file, outcome.reasons, outcome.tolerated, {}, same)
        # What nothing is found of, and yet may break: it is said all the same.
        silent = bool(file.findings) or file.kept is not None
        notes = [f"{file.where(one.line)}: {one.cause.own}" for one in outcome.reasons if one.line and not silent]
        return Fixed(source.path, source.data, source.data, left=left, unread=unread, notes=notes, doubtful=bool(notes))
    again = _read(source._replace(data=outcome.data), config)
    if again is None:
        fixed = [_as_it_was(file, found) for found in file.findings]
        return Fixed(
            *(source.path, source.data, outcome.data, fixed, (), None, outcome.notes, unread), is_whole=outcome.is_whole
        )
    known = remaining(file.findings, file.text.lines, again.findings, again.text.lines)
    gone = Counter(file.findings) - Counter(known.values())
    stands = untouched(filter(_is_by_itself, gone), file.text.text, again.text.text)
    at_places = {(found.code, found[:4]): found for found in again.findings if found not in known}
    for one, found in stands.items():
        # What is around it may change what is said of it.
        known[at_places.get((found.code, found[:4]), found)] = one
    was = {found: _as_it_was(file, one) for found, one in known.items()}
    left = _left(again, [], outcome.tolerated, outcome.partly, was)
    left += [Left(again.shown(found), UNTOUCHED, was[found]) for found in known if found not in again.findings]
    gone -= Counter(stands.keys())
    fixed = [_as_it_was(file, found) for found in gone.elements()]
    return Fixed(
        *(source.path, source.data, outcome.data, fixed, left, None, outcome.notes, unread), is_whole=outcome.is_whole
    )


def _is_by_itself(found: Diagnostic) -> bool:
    """True if only a change of what was found explains that it is found no more."""
    return found.code.startswith(BY_ITSELF) and not found.code.startswith(PROMISED)


def _as_it_was(file: File, found: Diagnostic) -> Diagnostic:
    """A finding at its place in the file as it was given: before helpers were put into it."""
    if file.lines:
        height = found.end_line - found.line
        line = file.lines[found.line - 1]
        return found._replace(line=line, end_line=line + height)
    return file.shown(found)


def _left(
    file: File,
    reasons: Sequence[Reason],
    tolerated: frozenset[str],
    partly: Mapping[tuple[str, str], Cause],
    was: Mapping[Diagnostic, Diagnostic],
) -> list[Left]:
    """The findings of a file, each with the cause that is its own, that of its unit, or that of the whole file.

    ``was`` gives what they were in the old text.
    """
    own = {reason.line: reason.cause for reason in reversed(reasons)}
    rest = file.cause_of_others(reasons[0]) if reasons else None
    result = []
    for found in file.findings:
        if found.line in own:
            cause = own[found.line]
        elif (found.code, found.message) in partly:
            cause = partly[found.code, found.message]
        elif found.message in tolerated:
            cause = HARMLESS
        else:
            cause = rest if rest is not None and found.code.startswith(PROMISED) else NO_FIX
        result.append(Left(file.shown(found), cause, was.get(found)))
    return result
