"""The command ``fix``: files get their fixed text, or a diff is printed; what is left is said with its reason."""

from __future__ import annotations

import os
import shlex
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import partial
from typing import NamedTuple

from .. import NAME
from ..fix.balance import Found as Seen
from ..fix.balance import balanced, look, look_after
from ..fix.causes import Cause, Code
from ..fix.fixer import LEGACY, Options, Source, fix_files
from ..fix.on_disk import as_written, on_disk
from ..fix.results import Fixed
from ..lint.inputs import Input
from ..lint.surroundings import Surroundings, surroundings
from ..project.config import Config
from ..project.discovery import find
from ..report import Asked, Found, Run
from ..report.causes import causes, lines
from ..report.colour import is_wanted
from ..report.output import Output
from ..report.talk import Standing, Talk, Tally, count
from .inputs import read_all
from .interactive import ask, check_terminal, result_of, typed
from .patch import patch
from .pinned import packages, pin_lines, pins_of
from .worktree import warning
from .writing import StaleError, WriteError, obstacle, orderly_end, replace, sweep


class Outcome(NamedTuple):
    """What became of a file."""

    file: Input
    fixed: Fixed
    problem: WriteError | None = None
    """Why its new text could not be written."""

    @property
    def is_changed(self) -> bool:
        """Whether it has another text now, or would have."""
        return self.problem is None and self.fixed.failure is None and self.fixed.after != self.fixed.before

    @property
    def left(self) -> Found:
        """What is still found in it."""
        left = self.fixed.left
        data = self.fixed.after if self.is_changed else self.file.data
        return Found(self.file.path, [one.finding for one in left], [one.cause for one in left], data)


def fix(arguments: Namespace, config: Config, talk: Talk) -> bool:
    """Run the command. Tells whether something is left or, with ``--diff``, would be changed."""
    is_stopped = False
    if arguments.interactive:
        check_terminal(arguments.paths, is_diff=arguments.diff)
    stdin: str = arguments.stdin_filename
    paths = find(arguments.paths or ["."], config, talk.failed, stdin=stdin, force_exclude=arguments.force_exclude)
    files = _each_once(read_all(paths, stdin, talk))
    around = surroundings(files)
    for remark in around.remarks:
        talk.remark(remark)
    options = Options(arguments.client, arguments.unsafe_fixes)
    before = look({file.path: file.data for file in files}, config, partial(talk.progress, what="checked"))
    if arguments.diff:
        outcomes = _balanced(_fixed(files, around, config, options, talk), before, config)
        outcomes, pins, asked = _with_pins(outcomes, around, config, raise_them=arguments.fix_pins)
        _print_diff([*outcomes, *pins], colour=is_wanted(sys.stdout, arguments.no_color))
    else:
        roots = tuple(filter(os.path.isdir, arguments.paths))
        outcomes = _writable(files, roots, around, config, options, talk, units=arguments.interactive)
        if arguments.interactive:
            outcomes, is_stopped = _asked(outcomes, config, options, colour=is_wanted(sys.stdout, arguments.no_color))
        outcomes = _balanced(outcomes, before, config)
        outcomes, pins, asked = _with_pins(outcomes, around, config, raise_them=arguments.fix_pins)
        outcomes = _written(outcomes, roots, before, config, talk, quiet=arguments.quiet)
        pins, asked = _with_pins_written(outcomes, pins, asked, roots, talk)
        _print_stdin(outcomes)
    found = list(_left(outcomes, talk))
    found = _as_on_disk(found, outcomes, is_written=not arguments.diff)
    changed = [outcome.fixed for outcome in outcomes if outcome.is_changed]
    fixed = Counter(finding.code for outcome in outcomes for finding in outcome.fixed.fixed)
    left = Counter(finding.code for file in found for finding in file.findings)
    is_stdin = any(file.is_stdin for file in files)
    is_taken = arguments.diff or is_stdin
    output = Output(arguments.output_format, talk, plain=arguments.no_color, stdout_is_taken=is_taken)
    output.results(Run(found, talk.failures, len(paths), {"fixed": fixed.total()}, pins=asked))
    if arguments.statistics:
        output.statistics({"fixed": fixed, "left": left})
    sys.stdout.flush()
    for line in lines(causes(found)):
        talk.remark(line)
    tallies = Tally(fixed.total(), len(changed)), Tally(left.total(), len(found))
    talk.standing(Standing.of(standings(outcomes)))
    talk.last_line_of_fixes(len(paths), *tallies, written=not arguments.diff)
    for line in pin_lines(asked, written=not arguments.diff):
        talk.remark(line)
    for package, path in packages([outcome.fixed for outcome in outcomes]).items():
        talk.remark(f"to install: pip install {package} ({path} imports it now)")
    if not is_stdin:
        held = [cause for file in found for cause in file.causes if cause is not None]
        talk.hint(_next_step(arguments, bool(changed), held))
    if is_stopped:
        raise KeyboardInterrupt
    unsure = any(outcome.fixed.doubtful for outcome in outcomes)
    return bool(left) or unsure or (arguments.diff and bool(changed or pins))


def _as_on_disk(found: Iterable[Found], outcomes: Sequence[Outcome], *, is_written: bool) -> list[Found]:
    """What is left of files: at its places in them as they are, written or not."""
    left = (as_written if is_written else on_disk)(one.fixed for one in outcomes)
    data = {} if is_written else {one.file.path: one.file.data for one in outcomes}
    return [
        Found(
            one.path,
            [row.finding for row in left[one.path]],
            [row.cause for row in left[one.path]],
            data.get(one.path, one.data),
        )
        for one in found
    ]


def standings(outcomes: Iterable[Outcome]) -> Iterator[tuple[int, int]]:
    """Yield of each file with findings how many were fixed, and how many are left."""
    for outcome in outcomes:
        row = len(outcome.fixed.fixed), len(outcome.left.findings)
        if any(row):
            yield row


def _next_step(arguments: Namespace, is_changed: bool, causes: Sequence[Cause]) -> str:
    """What a person does after a run that left something for these causes."""
    roots = shlex.join(arguments.paths or ["."])
    if arguments.diff and is_changed:
        unsafe = " --unsafe-fixes" if arguments.unsafe_fixes else ""
        return f"next: {NAME} fix{unsafe} {roots}"
    if any(cause.is_unsafe for cause in causes):
        return f"next: {NAME} fix --unsafe-fixes --diff {roots}"
    if causes and all(cause.code in (Code.NO_FIX, Code.HARMLESS) for cause in causes):
        return "next: change by hand what is left, as its messages say; then pip install -U openai, and run your tests"
    if causes:
        return f"next: change by hand what the causes above name, then {NAME} fix {roots} again"
    return "next: pip install -U openai, and run your tests" if is_changed else ""


# From files to their new text


def _each_once(files: Iterable[Input]) -> list[Input]:
    """Leave links out whose file is there under its own name, too: it would be fixed twice."""
    by_target: dict[str, Input] = {}
    for file in files:
        target = "" if file.is_stdin else os.path.realpath(file.path)
        if target not in by_target or os.path.islink(by_target[target].path):
            by_target[target] = file
    return sorted(by_target.values())


def _fixed(
    files: Sequence[Input],
    around: Surroundings,
    config: Config,
    options: Options,
    talk: Talk,
    kept: Mapping[str, WriteError] | None = None,
    *,
    units: bool = False,
) -> list[Outcome]:
    """Fix files, without writing any. Those that do not name the SDK may use what the others give them.

    `kept` are the paths of files that must stay as they are, and why.
    """
    if not any(file.is_relevant for file in files):
        return [Outcome(file, _as_it_is(file)) for file in files]
    reasons = {path: str(problem) for path, problem in (kept or {}).items()}
    sources = [
        *(Source(file.path, file.data, kept=reasons.get(file.path)) for file in files),
        *(Source(file.path, file.data, outside=True) for file in around.inputs),
        *(Source(path, b"", outside=True, unreadable=True) for path in around.unreadable),
    ]
    results = fix_files(sources, config, options, partial(talk.progress, what="fixed"), around.variables, units=units)
    talk.clear()
    return [Outcome(file, fixed) for file, fixed in zip(files, results[: len(files)], strict=True)]


def _as_it_is(file: Input) -> Fixed:
    return Fixed(file.path, file.data, file.data)


def _balanced(outcomes: Sequence[Outcome], before: Seen, config: Config) -> list[Outcome]:
    """Outcomes with all that was found in the files `before`, seen together, and what is found in their new texts."""
    failed = {one.file.path: str(one.problem) for one in outcomes if one.problem is not None}
    results = [one.fixed if one.is_changed else one.fixed._replace(after=one.fixed.before) for one in outcomes]
    results = balanced(results, before, look_after(results, before, config), failed)
    return [
        one if isinstance(one.problem, StaleError) else one._replace(fixed=fixed)  # else who knows what is in it
        for one, fixed in zip(outcomes, results, strict=True)
    ]


def _writable(
    files: Sequence[Input],
    roots: Sequence[str],
    around: Surroundings,
    config: Config,
    options: Options,
    talk: Talk,
    *,
    units: bool,
) -> list[Outcome]:
    """Fix files that will be written. Where one could not be, the others are fixed as it permits.

    What one file sets and another one calls is fixed together, or not at all. So it is asked first.
    """
    relevant = [file for file in files if file.is_relevant and not file.is_stdin]
    sweep({os.path.dirname(os.path.realpath(file.path)) for file in relevant})
    kept = dict(_obstacles(relevant, roots))
    while True:
        outcomes = _fixed(files, around, config, options, talk, kept, units=units)
        more = dict(_obstacles((one.file for one in outcomes if one.is_changed), roots))
        if not more:
            return [_with_problem(outcome, kept) for outcome in outcomes]
        kept |= more


def _asked(
    outcomes: Sequence[Outcome], config: Config, options: Options, *, colour: bool
) -> tuple[list[Outcome], bool]:
    """Ask a person for each fix. Gives the outcomes with those that were chosen, and whether Ctrl-C ended it."""
    results = [one.fixed for one in outcomes if one.is_changed]
    chosen, is_stopped = ask(results, unsafe=options.unsafe, colour=colour, answers=typed)
    return [
        one._replace(fixed=result_of(one.fixed, chosen, config)) if one.is_changed else one for one in outcomes
    ], is_stopped


def _obstacles(files: Iterable[Input], roots: Sequence[str]) -> Iterator[tuple[str, WriteError]]:
    """The paths of those files that could not be written, and why."""
    for file in files:
        problem = None if file.is_stdin else obstacle(file.path, file.data, roots)
        if problem is not None:
            yield file.path, problem


def _with_problem(outcome: Outcome, kept: Mapping[str, WriteError]) -> Outcome:
    problem = kept.get(outcome.file.path)
    return outcome._replace(problem=problem) if outcome.fixed.failure == str(problem) else outcome


def _written(
    outcomes: Sequence[Outcome], roots: Sequence[str], before: Seen, config: Config, talk: Talk, *, quiet: bool
) -> list[Outcome]:
    """Write what is changed. `before` is what was found: where a file cannot be written, more of it is left."""
    changed = [outcome.file.path for outcome in outcomes if outcome.is_changed and not outcome.file.is_stdin]
    # pre-commit has put away what is not in the commit, and says what a hook changed.
    warned = warning(changed) if changed and not quiet and "PRE_COMMIT" not in os.environ else None
    if warned is not None:
        talk.remark(f"warning: {warned}")
    results: list[Outcome] = []
    done: list[Outcome] = []
    work: Outcome | None = None
    try:
        with orderly_end():
            for outcome in outcomes:
                result = outcome
                if outcome.is_changed and not outcome.file.is_stdin:
                    talk.progress(len(done), len(changed), "written")
                    work = outcome
                    result = _write(outcome, roots)
                    if result.problem is None:
                        done.append(outcome)
                results.append(result)
    except (KeyboardInterrupt, SystemExit):
        # It may have come between the writing of a file and our notice of it.
        unnoticed = work is not None and (not done or done[-1] is not work) and _is_written(work)
        talk.remark(f"{len(done) + unnoticed:,} of {len(changed):,} files were written")
        raise
    talk.clear()
    has_failed = any(one.problem is not planned.problem for one, planned in zip(results, outcomes, strict=True))
    return _balanced(results, before, config) if has_failed else results


def _is_written(outcome: Outcome) -> bool:
    """Has a file its new bytes?"""
    with suppress(OSError), open(outcome.file.path, "rb") as file:
        return file.read() == outcome.fixed.after
    return False


def _write(outcome: Outcome, roots: Sequence[str]) -> Outcome:
    file, fixed, _ = outcome
    try:
        names = replace(file.path, file.data, fixed.after, roots)
    except WriteError as problem:
        return Outcome(file, _as_it_is(file), problem)
    if names:
        note = f"it had {count(names, 'other name')} (hard links), which keep the old text"
        return outcome._replace(fixed=fixed._replace(notes=(*fixed.notes, note)))
    return outcome


# Pins


def _with_pins(
    outcomes: Sequence[Outcome], around: Surroundings, config: Config, *, raise_them: bool
) -> tuple[list[Outcome], list[Outcome], list[Asked]]:
    """Find what asks for the old SDK. Gives the outcomes, those of files that were not in the run, and what is said."""
    results = list(outcomes)
    numbers = {os.path.realpath(one.file.path): number for number, one in enumerate(results) if not one.file.is_stdin}
    texts = {real: results[number].fixed.after for real, number in numbers.items()}
    needed = {real: line for real, number in numbers.items() if (line := _needs_old(results[number])) is not None}
    others: list[Outcome] = []
    found = pins_of(around.projects, texts, needed, config, raise_them)
    for one in found:
        number = numbers.get(os.path.realpath(one.file.path))
        if number is None and one.after != one.file.data:
            others.append(Outcome(Input(one.file.path, one.file.data), Fixed(one.file.path, one.file.data, one.after)))
        elif number is not None and one.after != one.file.data:
            results[number] = results[number]._replace(fixed=results[number].fixed._replace(after=one.after))
    return results, others, [asked for one in found for asked in one.asked]


def _needs_old(outcome: Outcome) -> int | None:
    """Give the line of a file in which something of 0.x is left; 1 where that does not show."""
    if outcome.problem is not None or outcome.fixed.failure is not None or outcome.fixed.doubtful:
        return 1
    return next((one.finding.line for one in outcome.fixed.left if one.finding.code in LEGACY), None)


def _with_pins_written(
    outcomes: Sequence[Outcome], pins: Sequence[Outcome], asked: list[Asked], roots: Sequence[str], talk: Talk
) -> tuple[list[Outcome], list[Asked]]:
    """Write files in which pins are raised, if all else was written."""
    failed = next((one.file.path for one in outcomes if one.problem is not None), None)
    results = [_write(one, roots) if failed is None else one for one in pins]
    for one in results:
        if one.problem is not None:
            talk.failed(one.file.path, one.problem)
    why = "" if failed is None else f"{failed} could not be written"
    stays = {one.file.path: str(one.problem or why) for one in results}
    rows = [one._replace(new="", why=stays[one.path]) if one.new and stays.get(one.path) else one for one in asked]
    return results, rows


# What is said


def _print_diff(outcomes: Iterable[Outcome], *, colour: bool) -> None:
    for outcome in outcomes:
        if outcome.is_changed:
            file, after = outcome.file, outcome.fixed.after
            _print_bytes(patch(file.path, file.data, after, colour=colour, for_people=sys.stdout.isatty()))


def _print_stdin(outcomes: Iterable[Outcome]) -> None:
    """Print the text of standard input, which nobody else has: fixed, or as it came."""
    for outcome in outcomes:
        if outcome.file.is_stdin:
            _print_bytes([outcome.fixed.after if outcome.is_changed else outcome.file.data])


def _print_bytes(pieces: Iterable[bytes]) -> None:
    sys.stdout.flush()
    sys.stdout.buffer.writelines(pieces)
    sys.stdout.buffer.flush()


def _left(outcomes: Iterable[Outcome], talk: Talk) -> Iterator[Found]:
    """Yield the files with what is left in them; say failures, and what else is to be known."""
    for outcome in outcomes:
        file, fixed, problem = outcome
        if problem is not None:
            talk.failed(file.path, problem)
            if isinstance(problem, StaleError):
                continue
        elif fixed.failure is not None:
            talk.failed(file.path, fixed.failure)
        if fixed.unread:
            talk.unread(file.path, fixed.unread)
        for note in fixed.notes:
            talk.remark(note, file.path)
        if fixed.left:
            yield outcome.left
