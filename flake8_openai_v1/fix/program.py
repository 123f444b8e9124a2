"""The files of one program: whose client, whose dicts, and which units are left, decided for all of them together."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import replace
from typing import NamedTuple

from ..project.discovery import is_notebook
from ..semantics.looks import Looks
from ..semantics.uses import CALL
from ..semantics.values import Coroutine
from ..syntax.source import SourceError, decode, parse
from .alone import Outcome, changes, is_of_later, outcome_of
from .causes import Cause, Code
from .clients.homes import Homes, find
from .clients.links import NotTheSame
from .clients.program import for_each_call
from .clients.sites import Source as Home
from .files import PROMISED, File, Options, Reader, Source
from .plan import Reason
from .remaining import Row, has_stand_ins, may_keep_dicts, with_lines
from .responses.escapes import all_fields
from .responses.forms import STANDS_IN, TO_DICT
from .responses.misread import AS_OBJECT, LACKS, READ, Misread, misreads
from .responses.misread import Text as Misreadable
from .run import Member
from .units import Together

KEPT_ELSEWHERE = frozenset({"api_key_path", "proxy"})
"""Settings that are variables of the program where each call has a client: no run after that would know them again."""
LONG = 4
"""Lines that belong to a place that reads a dict, beside its first."""
Dicts = dict[int, dict[ast.AST, Mapping[str, frozenset[ast.AST]]]]
"""The number of a file → the calls whose responses become dicts in it, and where else."""


class Run(NamedTuple):
    """The files of a program, by their numbers, and how they are to be fixed."""

    members: Mapping[int, Member]
    files: Mapping[int, File]
    reader: Reader
    options: Options
    sources: Sequence[Source]
    """All files of the run, also those that have nothing to do with the SDK."""
    misread: dict[object, list[Misread]]
    """What would be misread, by what is made of the files, as far as somebody has asked."""
    parts: dict[object, Outcome]
    """What can be done to a file without some of its units, as far as somebody has asked."""

    def where(self, misread: Misread) -> str:
        """Name the line of a misread in the file as it is."""
        file = next((one for one in self.files.values() if one.source.path == misread.path), None)
        return f"line {misread.line}" if file is None else file.where(self.line(misread))

    def line(self, misread: Misread) -> int:
        """The line of a misread in the file as it is, if it is one that did not change."""
        file = next((one for one in self.files.values() if one.source.path == misread.path), None)
        lines = [] if file is None else file.text.lines
        return lines.index(misread.text) + 1 if misread.text in lines else misread.line

    def with_options(self, options: Options) -> Run:
        """The same program, of which something else is asked."""
        return self._replace(options=options, misread={}, parts={})

    def on_clients(self) -> Run | None:
        """The program with a client for each call; None where the module's own client is needed, or nobody calls."""
        settings = for_each_call([member.settings for member in self.members.values()])
        if settings is None:
            return None
        members = {n: member._replace(settings=settings) for n, member in self.members.items()}
        return self._replace(members=members, parts={})

    @property
    def has_homes(self) -> bool:
        """True if it is known where clients are made that have its settings."""
        return any(member.settings.homes is not None for member in self.members.values())

    def at_homes(self) -> Run:
        """The program with what is known of the places where its clients may be made, and why that is no other."""
        numbers = [number for number, member in self.members.items() if member.examined is not None]
        place = {number: at for at, number in enumerate(numbers)}
        homes: Homes | None = None
        why = ""
        settings = [one.settings for one in self.members.values()]
        if not any(one.current or one.each_call or one.dynamic or one.undeployed for one in settings):
            try:
                files = [self.as_source(number, place) for number in numbers]
                homes = find(files, unsafe=self.options.unsafe, near=self.options.client != "instance")
            except NotTheSame as reason:
                why = str(reason)
        return self.on_homes(homes, why)

    def as_source(self, number: int, place: Mapping[int, int]) -> Home:
        """A file as a place where clients may be made; ``place``: where each stands among those that are looked at."""
        file, member = self.files[number], self.members[number]
        assert member.examined is not None
        imports = frozenset(place[one] for one in member.imports if one in place)
        is_fixed = not file.source.outside and file.kept is None
        return Home(file.source.path, member.examined, file.text, imports, is_fixed)

    def on_homes(self, homes: Homes | None, why: str) -> Run:
        """The program with the places where its clients are made, or why there are none."""
        members = self.members.items()
        return self._replace(
            members={n: one._replace(settings=replace(one.settings, homes=homes, apart=why)) for n, one in members},
            parts={},
        )

    def on_module(self, outcomes: Mapping[int, Outcome]) -> Run:
        """The program without clients where its settings are, and why: what stands against them."""
        return self.on_homes(None, next((one.text for outcome in outcomes.values() for one in outcome.reasons), ""))

    def in_part(self, number: int, rows: Sequence[Row], dicts: Together) -> Outcome:
        """What can be done to a file without these parts of units, and with these calls whose responses are dicts."""
        key = number, tuple(rows), frozenset(dicts)
        if key not in self.parts:
            file, member = self.files[number], self.members[number]
            self.parts[key] = outcome_of(file, member, self.reader, self.options, beside=rows, dicts=dicts)
        return self.parts[key]

    def worked_out(self, before: Mapping[int, Outcome], *, as_dicts: bool | None = None) -> dict[int, Outcome]:
        """What can be done to each file by itself, otherwise than ``before``. Raises what an error of ours raises."""
        return {
            number: before[number]
            if not as_dicts and self._is_done(number, before[number])
            else outcome_of(self.files[number], member, self.reader, self.options, as_dicts)
            for number, member in self.members.items()
        }

    def _is_done(self, number: int, outcome: Outcome) -> bool:
        """True if nothing is to be done in a file whatever calls are made on: it does nothing with the SDK."""
        examined = self.members[number].examined
        is_same = outcome.data == self.files[number].source.data and not outcome.reasons
        return is_same and examined is not None and not examined.uses


def settled(run: Run, outcomes: dict[int, Outcome]) -> dict[int, Outcome]:
    """What becomes of the files of a program: on the module's client, or each call on one of its own.

    ``outcomes`` are what can be done to each file by itself. Raises what an error of ours raises.
    """
    if run.has_homes:
        clients = outcomes if _has_reasons(outcomes) else _settled(run, outcomes, in_part=False)
        if not _has_reasons(clients):
            return clients
        run = run.on_module(clients)
        outcomes = run.worked_out(outcomes)
    would_not_follow = any(reason.about_settings for one in outcomes.values() for reason in one.reasons)
    is_told = any(member.settings.each_call for member in run.members.values())
    each_call = run.on_clients() if would_not_follow and not is_told else None
    if each_call is None:
        return _settled(run, outcomes)
    near = _at_homes(run.at_homes(), outcomes) if run.options.client == "auto" else None
    if near is not None:
        return near
    others = each_call.worked_out(outcomes)
    if not _has_reasons(others):
        return _settled(each_call, others, in_part=False)
    stored = set().union(*(member.settings.stored for member in each_call.members.values()))
    if stored.isdisjoint(KEPT_ELSEWHERE):
        parts = _settled(each_call, others)
        if any(changes(run.files[number], part) for number, part in parts.items()):
            on_module = _settled(run, outcomes)
            is_less = left_over(run, parts) <= left_over(run, on_module)
            return parts if is_less or _are_unsafe(others) else on_module
    # What stands against that is what a person must see to.
    forbidden = {
        number: Outcome(None, other.reasons, other.tolerated)
        for number, other in others.items()
        if other.reasons and any(_settings_forbid(reason) for reason in outcomes[number].reasons)
    }
    return _settled(run, outcomes | forbidden)


def has_suspicions(run: Run, outcomes: Mapping[int, Outcome]) -> bool:
    """True if something of a program is left because of what may be a response somewhere."""
    causes = [reason.cause for one in outcomes.values() for reason in one.reasons]
    causes += [cause for one in outcomes.values() for cause in one.partly.values()]
    return left_over(run, outcomes) > 0 and any(cause.code is Code.ESCAPES for cause in causes)


def _at_homes(run: Run, outcomes: dict[int, Outcome]) -> dict[int, Outcome] | None:
    """What becomes of the files of a program with clients where its settings are; None where something is left."""
    if not run.has_homes:
        return None
    clients = run.worked_out(outcomes)
    if not _has_reasons(clients):
        clients = _settled(run, clients, in_part=False)
    return None if _has_reasons(clients) else clients


def _has_reasons(outcomes: Mapping[int, Outcome]) -> bool:
    """True if some file of a program stays as it is."""
    return any(outcome.reasons for outcome in outcomes.values())


def _are_unsafe(outcomes: Mapping[int, Outcome]) -> bool:
    """True if what stands against a program would be done where a person wants unsafe fixes."""
    return all(reason.is_unsafe for outcome in outcomes.values() for reason in outcome.reasons)


def left_over(run: Run, outcomes: Mapping[int, Outcome]) -> int:
    """How many findings that break a program are left."""
    return sum(
        len(outcome.partly)
        if changes(run.files[number], outcome)
        else sum(found.code.startswith(PROMISED) for found in run.files[number].findings)
        for number, outcome in outcomes.items()
    )


def _settled(run: Run, outcomes: dict[int, Outcome], *, in_part: bool = True) -> dict[int, Outcome]:
    """What becomes of the files of a program whose clients are decided."""
    by_unit = _by_unit(run, outcomes) if in_part else None
    if by_unit is not None:
        return by_unit
    outcomes = outcomes | _as_dicts(run, outcomes)
    outcomes |= _not_misread(run, outcomes)
    return outcomes | _in_part(run, outcomes) if in_part else outcomes


def _by_unit(run: Run, outcomes: dict[int, Outcome]) -> dict[int, Outcome] | None:
    """The files of a program with dicts where these are needed and nowhere else; None where something would be left."""
    if not any(one.as_dicts or any(reason.about_responses for reason in one.reasons) for one in outcomes.values()):
        return None
    if not all(may_keep_dicts(member.settings) for member in run.members.values()):
        return None
    single = {
        number: outcome_of(run.files[number], run.members[number], run.reader, run.options, as_dicts=False)
        for number, one in outcomes.items()
        if one.as_dicts
    }
    outcomes = outcomes | single
    outcomes |= _in_part(run, outcomes)
    return None if any(one.reasons or one.partly for one in outcomes.values()) else outcomes


def _as_dicts(run: Run, outcomes: dict[int, Outcome]) -> dict[int, Outcome]:
    """Responses as dicts in the files in which they cannot be objects, and in all where others read these."""
    stuck = [number for number in run.members if outcomes[number].data is None and outcomes[number].reasons]
    reasons = [reason for number in stuck for reason in outcomes[number].reasons]
    if len(run.members) == 1 or not reasons or not all(reason.about_responses for reason in reasons):
        return {}
    again = run.worked_out(outcomes, as_dicts=True)
    some = _where_needed(run, outcomes, again, {*stuck, *_may_give(run, outcomes, stuck)})
    if some or any(one.reasons for one in again.values()):
        return some
    return again


def _may_give(run: Run, outcomes: Mapping[int, Outcome], stuck: Collection[int]) -> set[int]:
    """Files whose responses may get, on ways that are not seen, to where these files read a dict."""
    keys: set[str] = set()
    for number in stuck:
        lines = run.files[number].text.lines
        for reason in outcomes[number].reasons:
            if reason.code is Code.ESCAPES and reason.text != STANDS_IN and 0 < reason.line <= len(lines):
                keys.update(re.findall(r"\w+", "".join(lines[reason.line - 1 : reason.line + LONG])))
    return {number for number, member in run.members.items() if keys and not keys.isdisjoint(_given(member))}


def _given(member: Member) -> set[str]:
    """The fields of all responses that calls of a file give."""
    examined = member.examined
    calls = [] if examined is None else [use.node for use in examined.uses if use.role == CALL]
    values = [examined.file.model.value(call) for call in calls if examined is not None]
    return {name for value in values for name in all_fields(value.value if isinstance(value, Coroutine) else value)}


def _where_needed(
    run: Run, outcomes: Mapping[int, Outcome], dicts: Mapping[int, Outcome], start: Collection[int]
) -> dict[int, Outcome]:
    """The outcomes with dicts of the files in ``start``, and of those that exchange responses with them.

    ``dicts`` are those of all files. Empty where one of them is none, or the rest does not fit.
    """
    if any(has_stand_ins(member.settings) for member in run.members.values()):
        return {}
    numbers = {run.files[number].source.path: number for number in run.members}
    some = set(start)
    while not any(dicts[number].reasons for number in some):
        wrong = _misreads(run, {**outcomes, **{number: dicts[number] for number in some}})
        if not wrong:
            return {number: dicts[number] for number in some}
        more = {numbers[path] for one in wrong for path in (one.path, *one.givers) if path in numbers} - some
        if not more:
            break
        some |= more
    return {}


def _not_misread(run: Run, outcomes: dict[int, Outcome]) -> dict[int, Outcome]:
    """Where a response would be read as a dict, as far as it may have travelled: dicts for all, else it is left."""
    wrong = _misreads(run, outcomes)
    if not wrong:
        return {}
    if all(misread.kind == READ for misread in wrong):
        again = run.worked_out(outcomes, as_dicts=True)
        numbers = {run.files[number].source.path: number for number in run.members}
        start = {numbers[path] for one in wrong for path in (one.path, *one.givers) if path in numbers}
        some = _where_needed(run, outcomes, again, start | _may_give(run, outcomes, start))
        if some:
            return some
        if not any(one.reasons for one in again.values()) and not _misreads(run, again):
            return again
    left: dict[int, Outcome] = {}
    for misread in wrong:
        text = misread.kind.format(f"{misread.path}, {run.where(misread)}")
        reason = Reason(0, text, misread.code, about_responses=misread.kind == READ)
        for number in _concerned(run, [misread], outcomes):
            left.setdefault(number, outcomes[number]._replace(data=None, reasons=[reason]))
    return left


def _in_part(run: Run, outcomes: dict[int, Outcome]) -> dict[int, Outcome]:
    """Files that cannot be migrated as a whole, without the units that stand against it."""
    rows: dict[int, list[Row]] = {}
    dicts: Dicts = {}
    parts = _across(run, outcomes, rows, dicts)
    wrong = _misreads(run, outcomes | parts)
    while _make_dicts(run, wrong, dicts) or _leave_misread(run, wrong, rows):
        parts = _across(run, outcomes, rows, dicts)
        wrong = _misreads(run, outcomes | parts)
    while wrong:
        concerned = _concerned(run, wrong, parts)
        if not concerned:
            break
        text = wrong[0].kind.format(f"{wrong[0].path}, {run.where(wrong[0])}")
        parts |= {n: Outcome(None, outcomes[n].reasons or [Reason(0, text, wrong[0].code)]) for n in concerned}
        wrong = _misreads(run, outcomes | parts)
    return parts


def _make_dicts(run: Run, wrong: Sequence[Misread], dicts: Dicts) -> bool:
    """Add the calls of what would be misread to those whose responses become dicts; False if there is nothing new."""
    before = sum(map(len, dicts.values()))
    numbers = {run.files[number].source.path: number for number in run.members}
    for misread in wrong:
        number = numbers.get(misread.path)
        if number is not None and misread.kind in (READ, AS_OBJECT) and may_keep_dicts(run.members[number].settings):
            _add_dicts(run.members[number].units.together_on(misread.path, run.line(misread)), numbers, dicts)
    return sum(map(len, dicts.values())) > before


def _add_dicts(found: Together, numbers: Mapping[str, int], dicts: Dicts) -> set[int]:
    """Add calls whose responses become dicts to those of each file that has to do with them; gives these files."""
    changed: set[int] = set()
    for call, more in found.items():
        for number in (numbers[path] for path in more):
            if call not in dicts.setdefault(number, {}):
                dicts[number][call] = more
                changed.add(number)
    return changed


def _leave_misread(run: Run, wrong: Sequence[Misread], rows: dict[int, list[Row]]) -> bool:
    """Add the units of what would be misread to the rows that are left; False if there is nothing new."""
    before = sum(map(len, rows.values()))
    numbers = {run.files[number].source.path: number for number in run.members}
    for misread in wrong:
        number = numbers.get(misread.path)
        if number is None:
            continue
        text = misread.kind.format(f"{misread.path}, {run.where(misread)}")
        reason = Reason(0, text, misread.code)
        for path, nodes in run.members[number].units.on(misread.path, run.line(misread)).items():
            known = rows.setdefault(numbers[path], [])
            if not any(nodes <= row.nodes for row in known):
                known.append(Row(nodes, reason, False))
    return sum(map(len, rows.values())) > before


def _across(
    run: Run,
    outcomes: dict[int, Outcome],
    rows: dict[int, list[Row]],
    dicts: Dicts,
) -> dict[int, Outcome]:
    """Files without the units that stand against them, and others without what of these stands there.

    ``rows``: what is left of each file whatever is found; more is added. ``dicts``: calls whose responses become dicts.
    """
    numbers = {run.files[number].source.path: number for number in run.members}
    known = {number: {node for row in own for node in row.nodes} for number, own in rows.items()}
    parts: dict[int, Outcome] = {}
    waiting = [n for n in run.members if outcomes[n].data is None and outcomes[n].failure is None]
    waiting += [n for n in {**rows, **dicts} if n not in waiting]
    for number in waiting:
        file = run.files[number]
        own, kept = rows.get(number, ()), dicts.get(number, {})
        part = run.in_part(number, own, kept)
        parts[number] = part
        waiting += sorted(_add_dicts(part.together, numbers, dicts) - {number})
        beyond = part.beyond
        if part.data is None and part.reasons:
            others = run.members[number].units.beyond(file.source.path)
            beyond = {path: [Row(nodes, part.reasons[0], False)] for path, nodes in others.items()}
        for path, found in beyond.items():
            other = numbers[path]
            new = [one for one in found if not one.nodes <= known.setdefault(other, set())]
            if new and not run.files[other].source.outside:
                known[other].update(*(one.nodes for one in new))
                rows.setdefault(other, []).extend(one._replace(reason=_elsewhere(file, one.reason)) for one in new)
                waiting.append(other)
    places = {run.files[n].source.path: one.place or run.files[n].place for n, one in {**outcomes, **parts}.items()}
    asked = {n for n, own in dicts.items() if any(len(more) > 1 for more in own.values())}
    return {n: _told(part, places) for n, part in parts.items() if part.data is not None or n in rows or n in asked}


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
        place = places[cause.path]
        cell, line = place(cause.line)
        return cause._replace(cell=cell, line=line, reason=with_lines(cause.reason, lambda one: place(one)[1]))

    reasons = [one._replace(elsewhere=told(one.elsewhere)) if one.elsewhere else one for one in outcome.reasons]
    return outcome._replace(partly={key: told(cause) for key, cause in outcome.partly.items()}, reasons=reasons)


def _concerned(run: Run, wrong: Sequence[Misread], outcomes: Mapping[int, Outcome]) -> set[int]:
    """The files whose changes may make something be misread: those of its calls, else all.

    A call that is as it was may be of a method that another file hands on.
    """
    changed = {n for n, one in outcomes.items() if one.data not in (None, run.files[n].source.data)}
    givers = {n for n in changed if any(_concerns(one, run.files[n]) for one in wrong)}
    return givers or changed


def _concerns(misread: Misread, file: File) -> bool:
    return not misread.givers or file.source.path in misread.givers


def _misreads(run: Run, outcomes: dict[int, Outcome]) -> list[Misread]:
    """The places of a program that would read responses as dicts."""
    made = {number: outcomes[number].data or file.source.data for number, file in run.files.items()}
    changed = [number for number, data in made.items() if data != run.files[number].source.data]
    if all(is_of_later(run.files[number], run.members[number]) for number in changed):
        return []
    key = tuple(made[number] for number in changed), tuple(changed)
    if key not in run.misread:
        run.misread[key] = _misreads_in(run, made)
    return run.misread[key]


def _misreads_in(run: Run, made: Mapping[int, bytes]) -> list[Misread]:
    """Look at a program whose files are made these."""
    texts: list[Misreadable] = []
    told: set[tuple[str, int]] = set()
    for number, file in run.files.items():
        is_same = made[number] == file.source.data
        new = file if is_same else run.reader.read(file.source._replace(data=made[number]))
        if new is not None and new.parses:
            is_touched = not is_same or run.members[number].is_touched
            is_more = new.text.text.count(TO_DICT) != file.text.text.count(TO_DICT)
            texts.append(Misreadable(file.source.path, new.text.lines, new.looks, is_touched, is_more))
            told |= {(file.source.path, found.line) for found in new.findings if found.code == "OAI113"}
    known = {text.path for text in texts}
    others = {source.path: source for source in run.sources if source.path not in known}
    bytes_of = {run.files[number].source.path: data for number, data in made.items()}

    def opened(path: str) -> Misreadable | None:
        if is_notebook(path) or others[path].unreadable:
            return None
        try:
            lines = decode(others[path].data)
            return Misreadable(path, lines, Looks(path, parse(lines), lines))
        except SourceError:
            return None

    def data(path: str) -> bytes:
        return bytes_of.get(path) or (others[path].data if path in others else b"")

    found = misreads(texts, list(others), opened, data)
    return [one for one in found if one.kind != LACKS or (one.path, one.line) not in told]


def _settings_forbid(reason: Reason) -> bool:
    return reason.about_settings and not reason.is_unsafe
