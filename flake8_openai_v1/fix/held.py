"""Which files stay because another one does: by what it sets or mocks, by its clauses, or where it fails quietly."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from .alone import Outcome, changes
from .causes import Code
from .clients.configuration import catches, holds_back, is_about_inference, reads_of_others
from .files import File, Options, Reader
from .plan import Reason
from .run import Member, imported_by, in_one_process

STANDS_IN = "what is made here is called in the place of a method of 0.x"
NOT_NAMED = " there; name that file, too"


def with_what_holds(
    members: Mapping[int, Member],
    files: Mapping[int, File],
    outcomes: Mapping[int, Outcome],
    options: Options,
    reader: Reader,
) -> dict[int, Outcome]:
    """Leave files of a program that others must go with, if these are left.

    Most hold nothing back, as what is left in them raises, and is found. Where something would catch that and go on,
    the files of a small program go with it. Where nothing is found, as it is silenced, those go with it that it
    imports, or that import it. A person who wants unsafe fixes wants what can be done, and no call that goes elsewhere.
    """
    result = dict(outcomes)
    before: dict[int, Outcome] = {}
    while before != result:
        before = dict(result)
        _hold_calls(members, files, result, reader)
        _hold_settings(files, result)
        if not options.unsafe:
            _hold_near(members, files, result)
    return result


def _hold_calls(
    members: Mapping[int, Member], files: Mapping[int, File], outcomes: dict[int, Outcome], reader: Reader
) -> None:
    """Leave files whose calls depend on a file that stays, by what it sets or mocks, or what it does with them."""
    imported = {number: member.imports for number, member in members.items()}
    if not any(changes(files[number], outcome) for number, outcome in outcomes.items()):
        return
    for number, member in members.items():
        file, outcome, examined = files[number], outcomes[number], member.examined
        if changes(file, outcome):
            continue
        held = file.unread or (holds_back(examined, file.text, member.settings) if examined is not None else None)
        if held is None and examined is not None and (file.kept is not None or file.source.outside):
            held = reads_of_others(examined, file.alone(reader.config))
        if held is None and (outcome.reasons or file.kept is not None or file.source.outside):
            held = next((Reason(one.at.lineno, STANDS_IN, Code.MOCK) for one in member.travel.stand_ins()), None)
        within: Collection[int] = ()
        if held is not None:
            within = in_one_process(number, imported)
        elif examined is not None:
            held = catches(examined)
            within = imported_by([number], imported) if held is not None else ()
        if held is None:
            continue
        why = next((one for one in outcome.reasons if one.line == held.line), (outcome.reasons or [held])[0])
        if file.source.outside and file.parses:
            why = held._replace(text=held.text + NOT_NAMED, code=Code.OTHER_FILE)
        for other in within:
            looked_at = members[other].examined
            if changes(files[other], outcomes[other]) and looked_at is not None and not is_about_inference(looked_at):
                outcomes[other] = _with(file, why)


def _hold_settings(files: Mapping[int, File], outcomes: dict[int, Outcome]) -> None:
    """Leave settings that are for clients of each call where no file makes one: the next run would not know of them."""
    changed = [number for number, one in outcomes.items() if one.each_call and changes(files[number], one)]
    if not changed or any(outcomes[number].makes_clients for number in changed):
        return
    against = next((number for number, outcome in outcomes.items() if outcome.reasons), None)
    cause = next((row for number in changed for row in outcomes[number].partly.values()), None)
    for number in changed:
        if against is not None:
            outcomes[number] = _with(files[against], outcomes[against].reasons[0])
        elif cause is not None:
            outcomes[number] = Outcome(None, [Reason(0, cause.reason, cause.code, elsewhere=cause)])


def _hold_near(members: Mapping[int, Member], files: Mapping[int, File], outcomes: dict[int, Outcome]) -> None:
    """Leave the files of a small program, if one is left quietly, and those that are close to one that is silenced."""
    quiet = [
        number
        for number, member in members.items()
        if outcomes[number].data is None and outcomes[number].reasons
        if member.examined is None
        or outcomes[number].failure is not None
        or files[number].kept is not None  # nothing is said of it
        or (member.units.is_small and not member.units.is_loud(files[number].source.path))
    ]
    for number, member in members.items():
        if changes(files[number], outcomes[number]):
            near = (other for other in quiet if other in member.neighbours or member.units.is_small)
            first = next(near, None)
            if first is not None:
                outcomes[number] = _with(files[first], outcomes[first].reasons[0])


def holding(members: Mapping[int, Member], files: Mapping[int, File]) -> Iterator[tuple[int, set[int]]]:
    """Yield what would hold calls back if it stayed, and whose: by its settings and mocks, or by its clauses."""
    imported = {number: member.imports for number, member in members.items()}
    for number, member in members.items():
        if member.examined is not None:
            if holds_back(member.examined, files[number].text, member.settings) is not None:
                yield number, in_one_process(number, imported)
            elif catches(member.examined) is not None:
                yield number, imported_by([number], imported)


def _with(file: File, reason: Reason) -> Outcome:
    """A file that is left together with another one."""
    cause = file.cause_of_others(reason)
    if reason.elsewhere is None:
        cause = cause._replace(path=file.source.path, is_elsewhere=True)
    return Outcome(None, [Reason(0, reason.text, reason.code, elsewhere=cause)])
