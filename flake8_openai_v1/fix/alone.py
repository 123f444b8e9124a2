"""One file of a run: its edits, those that they make visible, and what then is left; or why it stays."""

from __future__ import annotations

import ast
import os
import re
from collections import Counter
from collections.abc import Callable, Collection, Mapping, Sequence
from typing import NamedTuple

from ..project.line_length import line_length_of
from ..syntax.diagnostics import Diagnostic
from ..syntax.notebook_edits import EditError
from ..syntax.source import SourceError
from .causes import Cause, Code
from .files import PROMISED, File, Options, Reader, Source, bytes_after, comments, counted, is_written_back
from .migrate import unseen, with_helpers, worked_out
from .plan import Reason
from .remaining import Remaining, Row, with_lines
from .run import Member, is_current
from .text.alignment import aligned
from .text.edits import Conflict, lines_before
from .text.layout import Style, laid_out
from .units import Together

LATER = ("OAI2", "OAI5", "OAI6", "OAI9")
"""Beginnings of the codes of what came after 1.0."""
PASSES = 4
"""How often a file is looked at again after its edits: what one makes visible the next one mends."""
HELPERS = re.compile(r"\b(?:embeddings_utils|util)\b")
"""Modules of 0.x with helpers that a file can have itself."""


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
    each_call: bool = False
    """Are its settings those that clients are made of for each call?"""
    makes_clients: bool = False
    """Was a function put into it that makes such clients?"""
    beyond: Mapping[str, Sequence[Row]] = {}
    """What else of these units stands in other files, by path."""
    together: Mapping[ast.AST, Mapping[str, frozenset[ast.AST]]] = {}
    """Calls whose responses are dicts while those of others are objects."""
    place: Callable[[int], tuple[int | None, int]] | None = None
    """The cell, and the line, where a line of the file as it was is now."""
    needs: frozenset[str] = frozenset()
    """The paths of files from which it imports what makes its clients."""
    found: tuple[Diagnostic, ...] | None = None
    """What is found in its new text where that does not show alone what its clients are."""


def changes(file: File, outcome: Outcome) -> bool:
    """True if a file gets another text."""
    return outcome.data is not None and outcome.data != file.source.data


def failed(why: str) -> Outcome:
    """What comes of a file that cannot be processed."""
    return Outcome(None, [Reason(0, why, Code.FAILED)], failure=why)


def _doubtful(doubt: Reason) -> Reason:
    return doubt._replace(is_unsafe=True)


def having_helpers(file: File, others: Collection[Source], reader: Reader, options: Options) -> File:
    """A file with the helpers in it that 0.x had and that are gone; the same where it uses none, or may not change.

    ``others`` are all files of the run.
    """
    path = file.source.path
    if file.kept is not None or file.source.outside or not file.legacy or not HELPERS.search(file.text.text):
        return file
    examined = file.alone(reader.config)
    if examined is None:
        return file

    stem = os.path.splitext(os.path.basename(path))[0]
    module = "" if stem == "__init__" else stem  # which others name to import something from it

    def elsewhere(name: str) -> bool:
        words = name.encode(), module.encode()
        return any(all(word in other.data for word in words) for other in others if other.path != path)

    def cell(line: int) -> object:
        return file.notebook.place(line, 0)[0] if file.notebook is not None else None

    try:
        plan = with_helpers(path, examined, file.text, file.wants, elsewhere, cell)
        reasons = plan.problems or ([] if options.unsafe else [_doubtful(one) for one in plan.doubts])
        if reasons:
            return file._replace(kept=reasons[0])
        edits = plan.edits.finished()
        made = reader.read(file.source._replace(data=bytes_after(file, edits))) if edits else None
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


def outcome_of(
    file: File,
    member: Member,
    reader: Reader,
    options: Options,
    as_dicts: bool | None = None,
    beside: Sequence[Row] | None = None,
    dicts: Mapping[ast.AST, Mapping[str, frozenset[ast.AST]]] = {},
) -> Outcome:
    """What can be done to a file: its new text parses, and has no finding left that breaks it.

    ``beside``: not only as a whole. Units that cannot be migrated are left, and these parts of units that other files
    begin; they are findings, and nothing is done where one would be silent. ``dicts`` are calls whose responses become
    dicts then.
    """
    if member.cause is not None:
        return failed(member.cause) if member.is_failed else Outcome(None, [Reason(0, member.cause, Code.OTHER_FILE)])
    if member.examined is None:
        return Outcome(None, [])
    if not file.parses or file.source.outside:
        return Outcome(file.source.data, [])
    if not (member.examined.uses or member.settings.calls or any(member.travel.stand_ins())) and file.legacy:
        problems = unseen(file.source.path, member.examined, file.text, member.settings, file.wants).problems
        return _as_given(file, Outcome(None if problems else file.source.data, problems))
    if file.kept is not None:
        return Outcome(None, [file.kept])
    if member.held is not None and file.legacy:
        return Outcome(None, [member.held])
    outcome = _as_given(file, _migrated(file, member, reader, options, as_dicts, beside, dicts))
    if outcome.reasons and not file.findings and not member.legacy and is_current(member.examined, file.text):
        return Outcome(file.source.data, [])
    if outcome.data is None or outcome.data == file.source.data:
        return outcome
    if file.source.kept is not None:
        return failed(file.source.kept)
    if not is_written_back(file):
        return failed(f"cannot write: {file.encoding} does not encode its text to the same bytes")
    again = reader.read(file.source._replace(data=outcome.data))
    remaining = again.findings if again is not None else []
    broken = [
        found
        for found in remaining
        if found.code.startswith(PROMISED)
        and found.message not in outcome.tolerated
        and (found.code, found.message) not in outcome.partly
    ]
    if not broken:
        guessed = member.guessed if again is not None and _calls_on_module(again, reader) else None
        return outcome if guessed is None else Outcome(None, [guessed])
    first = broken[0]
    place = next((found.line for found in file.findings if (found.code, found.message) == first[4:6]), first.line)
    why = f"{first.code} {first.message}: it cannot be fixed together with the rest"
    return _as_given(file, Outcome(None, [Reason(place, why)]))


def _calls_on_module(file: File, reader: Reader) -> bool:
    """True if a file calls today's SDK on the module itself, whose client finds out by itself where requests go."""
    examined = file.alone(reader.config)
    return examined is not None and examined.file.module.is_client


def is_of_later(file: File, member: Member) -> bool:
    """True if nothing of 0.x is in a program, and a file is written for today's SDK, whatever looks like 0.x in it."""
    if member.legacy or member.examined is None or not is_current(member.examined, file.text):
        return False
    return all(found.code.startswith(LATER) for found in file.findings)


def _migrated(
    file: File,
    member: Member,
    reader: Reader,
    options: Options,
    as_dicts: bool | None,
    beside: Sequence[Row] | None,
    dicts: Together,
) -> Outcome:
    """Make all edits of a file, and those that they make visible."""
    tolerated: frozenset[str] = frozenset()
    notes: tuple[str, ...] = ()
    in_part = beside is not None
    left = Remaining(file.source.path, file.findings, beside or (), dicts)
    if not left.start(file.text):
        return Outcome(None, [row.reason for row in left.rows])
    legacy = file.legacy and not is_of_later(file, member)
    is_whole = are_dicts = makes_clients = False
    current, examined = file, member.examined
    for number in range(PASSES):
        if examined is None:
            break
        while True:
            client = "module" if number or left.rows else options.client
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
                () if number else left.dicts,
            )
            if not number and in_part and left.refuses(plan, member.units):
                if left.stuck is not None:
                    return Outcome(None, [left.stuck], tolerated)
                continue
            if options.trusting:
                plan.set_suspicions_aside()
            reasons = plan.problems or ([] if options.unsafe else [_doubtful(one) for one in plan.doubts])
            if not reasons:
                if not number and left.parts_setting(plan):
                    return Outcome(None, [row.reason for row in left.rows], tolerated)
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
        makes_clients = makes_clients or bool(plan.makers)
        is_whole = is_whole or plan.carrier is not None or are_dicts
        try:
            edits = aligned(current.text.text, plan.edits.finished(), left.spans)
            if not left.follow(current.text.text, edits):
                return Outcome(None, [Reason(1, "an edit would change a place that is left")], tolerated)
            data = bytes_after(current, edits)
            if data == current.source.data:
                break
            again = reader.read(file.source._replace(data=data))
            lost = counted(current.text) - counted(again.text) if again is not None else Counter()
            if lost:
                line = next((number for number, text in comments(file.text) if text in lost), 1)
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
        current, examined = again, again.alone(reader.config)
    if current is not file or file.given is not None:
        current = _laid_out(file, current, left, reader)
    broken = {found.line for found in current.findings if found.code.startswith(PROMISED)}
    if in_part and current is file:
        return Outcome(None, [row.reason for row in left.rows], tolerated)
    if not left.are_found(broken):
        return Outcome(None, [Reason(1, "what is left would no longer be found by check")], tolerated)

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
        each_call=member.settings.each_call and not member.settings.made,
        makes_clients=makes_clients,
        beyond=left.beyond,
        together=left.together,
        place=place,
    )


def _laid_out(file: File, current: File, left: Remaining, reader: Reader) -> File:
    """A fixed file without lines that are longer than the settings of its project permit, where that is possible."""
    path = file.source.path
    style = Style(line_length_of(path), current.text.indent, current.text.newline)
    before = file.text.text if file.given is None else file.given
    edits = laid_out(before, current.text.text, style, left.spans)
    try:
        made = reader.read(file.source._replace(data=bytes_after(current, edits))) if edits else None
    except (Conflict, EditError, SourceError):
        return current
    return current if made is None or not left.follow(current.text.text, edits) else made
