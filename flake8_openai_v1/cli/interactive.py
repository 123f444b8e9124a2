"""``fix --interactive``: each fix is shown as a diff, and made if a person says so, as with ``git add -p``.

Nothing is written while questions are asked. What was said yes to is given at the end, or where the person quits.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import NamedTuple

from ..fix.causes import Cause, Code
from ..fix.division import Division
from ..fix.results import Fixed, Left, remaining
from ..lint.check import Candidate, check_file
from ..lint.settings import SettingsError
from ..project.config import Config
from ..project.discovery import is_notebook
from ..syntax.diagnostics import Applicability, Fix
from ..syntax.differences import with_edits
from ..syntax.source import decode, decoded
from .patch import patch

KEYS = "y, n, a, q or ?"
HELP = """\
y - make this fix
n - do not make it
a - make this fix and all that follow
q - do not make it, nor any that follows; write those that were made
? - say this
"""
DECLINED = Cause(Code.NOT_SELECTED, "you said no")


class Question(NamedTuple):
    """A fix that is asked for, and what it takes along."""

    fix: Fix
    needs: tuple[Fix, ...]

    @property
    def paths(self) -> list[str]:
        """The files that it changes, its own first."""
        return list(dict.fromkeys(edit.path for one in (self.fix, *self.needs) for edit in one.edits))


def check_terminal(paths: Sequence[str], *, is_diff: bool) -> None:
    """Raise SettingsError where nobody can be asked."""
    if is_diff:
        raise SettingsError("--interactive writes what you say yes to, and --diff writes nothing: give one of them")
    if "-" in paths:
        raise SettingsError("--interactive asks on the terminal, and cannot take a file from standard input as well")
    if not (sys.stdin is not None and sys.stdin.isatty() and sys.stdout.isatty()):
        raise SettingsError("--interactive asks on a terminal, and there is none: leave it out, or use fix --diff")


def questions(results: Sequence[Fixed], *, unsafe: bool) -> list[Question]:
    """The fixes that results are made of, in the order of files and places.

    What several need is asked with the first of them. A notebook is one fix.
    """
    known = {one.id: one for one in Division(results, _applicability(unsafe)).all()}
    needed = {name for one in known.values() for name in one.needs}
    found: list[Question] = []
    seen: set[str] = set()
    for one in sorted(known.values(), key=lambda fix: fix.edits[0][:4]):
        if one.id in needed:
            continue
        needs = tuple(known[name] for name in _all_needed(one, known))
        notebooks = {edit.path for fix in (one, *needs) for edit in fix.edits if is_notebook(edit.path)}
        if not notebooks & seen:
            seen |= notebooks
            beside = [other for other in known.values() if other.id != one.id and other not in needs]
            needs += tuple(other for other in beside if any(edit.path in notebooks for edit in other.edits))
            found.append(Question(one, needs))
    return found


def _applicability(unsafe: bool) -> Applicability:
    return Applicability.UNSAFE if unsafe else Applicability.SAFE


def _all_needed(fix: Fix, known: dict[str, Fix]) -> list[str]:
    """The ids of all that a fix needs, and of what that needs."""
    found: dict[str, None] = {}
    waiting = [*fix.needs]
    for name in waiting:
        if name not in found and name != fix.id:
            found[name] = None
            waiting += known[name].needs
    return [*found]


class Chosen:
    """The fixes that a person wants, and what files are with them."""

    def __init__(self, results: Sequence[Fixed]) -> None:
        """Nothing yet."""
        self._results = {one.path: one for one in results}
        self._fixes: dict[str, Fix] = {}

    def add(self, question: Question) -> None:
        """Make a fix, and what it needs."""
        self._fixes.update((one.id, one) for one in (question.fix, *question.needs))

    def text(self, path: str, more: Iterable[Fix] = ()) -> bytes:
        """The bytes of a file with the fixes that were chosen, and with some more."""
        result = self._results[path]
        fixes = {**self._fixes, **{one.id: one for one in more}}
        edits = [edit for one in fixes.values() for edit in one.edits if edit.path == path]
        if not edits or is_notebook(path):
            return result.after if edits else result.before
        encoding, text = decoded(result.before)
        made = with_edits(text, edits).encode(encoding)
        return result.after if made == result.after else made


def ask(results: Sequence[Fixed], *, unsafe: bool, colour: bool, answers: Callable[[str], str]) -> tuple[Chosen, bool]:
    """Ask for each fix. Gives what was chosen, and whether Ctrl-C ended it.

    ``answers`` shows a question and gives the line that was typed; raises EOFError where there is none.
    """
    chosen = Chosen(results)
    rows = questions(results, unsafe=unsafe)
    try:
        for number, question in enumerate(rows):
            answer = _answer(f"({number + 1}/{len(rows)})", question, chosen, colour, answers)
            if answer == "q":
                break
            for one in rows[number:] if answer == "a" else [question] if answer == "y" else []:
                chosen.add(one)
            if answer == "a":
                break
    except KeyboardInterrupt:
        return chosen, True
    return chosen, False


def _answer(count: str, question: Question, chosen: Chosen, colour: bool, answers: Callable[[str], str]) -> str:
    """Show a fix, and ask until there is an answer."""
    for line in _diff(question, chosen, colour):
        sys.stdout.buffer.write(line)
    sys.stdout.flush()
    while True:
        try:
            typed = answers(f"{count} {question.fix.title} [y,n,a,q,?]? ").strip().lower()[:1]
        except EOFError:
            return "q"
        if typed and typed in "ynaq":
            return typed
        sys.stdout.write(HELP if typed == "?" else f"answer {KEYS}\n")
        sys.stdout.flush()


def _diff(question: Question, chosen: Chosen, colour: bool) -> Iterator[bytes]:
    sys.stdout.flush()
    for path in question.paths:
        before, after = chosen.text(path), chosen.text(path, (question.fix, *question.needs))
        yield from patch(path, before, after, colour=colour, for_people=True)


def typed(question: str) -> str:
    """Show a question on the terminal, and read a line. Raises EOFError where there is none."""
    sys.stdout.write(question)
    sys.stdout.flush()
    line = sys.stdin.readline()
    if not line:
        raise EOFError
    return line


def result_of(result: Fixed, chosen: Chosen, config: Config) -> Fixed:
    """What became of a file with the fixes that were chosen."""
    data = chosen.text(result.path)
    if data == result.after:
        return result
    known = {(left.finding.code, left.finding.message): left.cause for left in result.left}
    found = check_file(Candidate(result.path, data), config).findings
    if data == result.before:
        rows = [Left(one, known.get((one.code, one.message), DECLINED)) for one in found]
        return Fixed(result.path, result.before, result.before, left=rows)
    before = check_file(Candidate(result.path, result.before), config).findings
    stays = remaining(before, decode(result.before), found, decode(data))
    gone = [one for one in before if one not in stays.values()]
    rows = [Left(one, known.get((one.code, one.message), DECLINED), stays.get(one)) for one in found]
    return Fixed(result.path, result.before, data, gone, rows, notes=result.notes)
