"""The command ``check``: what is found in files is said."""

from __future__ import annotations

import shlex
import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .. import NAME
from ..lint.settings import SettingsError
from ..project.config import Config
from ..report import Found, Run
from ..report.causes import causes, lines
from ..report.migration import explain
from ..report.output import Output
from ..report.talk import Talk, count
from .inputs import STDIN
from .planned import MUCH, NOT_PLANNED, QUICK, Planned, size, with_fixes
from .search import Search

if TYPE_CHECKING:
    from ..lint.baseline import Baseline
    from ..lint.changed import Changes


def check(arguments: Namespace, config: Config, talk: Talk) -> bool:
    """Run the command. True if something is found."""
    baseline = _baseline(arguments)
    if arguments.add_noqa and STDIN in arguments.paths:
        raise SettingsError("--add-noqa changes files, and standard input is none")
    changes = _changes(arguments)
    output = Output(arguments.output_format, talk, plain=arguments.no_color)
    shows_fixes = output.shows_fixes and not arguments.add_noqa
    search = Search(arguments, config, talk, keep_all=shows_fixes)
    codes: Counter[str] = Counter()
    paid: Counter[str] = Counter()
    numbers: dict[str, int] = {} if changes is None else {"elsewhere": 0}
    replaceable = 0

    def found() -> Iterator[Found]:
        nonlocal replaceable
        for file, findings in search.findings():
            if baseline is not None and findings:
                findings = baseline.new(file.path, file.data, findings)
            if changes is not None and findings:
                shown = changes.on_changed_lines(file.path, file.data, findings)
                numbers["elsewhere"] += len(findings) - len(shown)
                findings = shown
            if findings:
                codes.update(finding.code for finding in findings)
                replaceable += sum(finding.replacement is not None for finding in findings)
                yield Found(file.path, findings, data=file.data)
        if baseline is not None:
            paid.update(baseline.settle(search.looked_at, search.roots, config))
            numbers.update(known=baseline.seen, paid_off=paid.total())

    if arguments.add_noqa:
        from .add_noqa import silence

        silence(found(), talk)
        return False
    run = Run(found(), talk.failures, len(search.paths), numbers)
    planned = None
    if shows_fixes:
        run = run._replace(files=list(run.files))
        files = [*run.files]
        if size(files) <= (QUICK if output.is_for_people else MUCH):
            planned = with_fixes(files, search, config, talk)
        elif not output.is_for_people:
            talk.remark(NOT_PLANNED)
    if planned is not None:
        numbers.update(planned.numbers)
        run = Run(planned.files, talk.failures, len(search.paths), numbers, planned.fixes)
    output.results(run)
    if arguments.statistics:
        output.statistics({"": codes})
    sys.stdout.flush()
    if planned is None:
        talk.last_line(len(search.paths), len(search.files), codes.total(), replaceable)
    else:
        for line in lines(causes(planned.files)) if output.is_for_people else ():
            talk.remark(line)
        talk.last_line_of_plan(len(search.paths), len(search.files), planned.numbers, planned.standing)
    if codes:
        talk.hint(_next_step(planned, search))
    if baseline is not None:
        from .baseline import remark

        talk.remark(remark(baseline.seen, paid, arguments.baseline))
    if numbers.get("elsewhere"):
        talk.remark(f"{count(numbers['elsewhere'], 'finding')} on lines that have not changed")
    return bool(codes)


def _next_step(planned: Planned | None, search: Search) -> str:
    """What a person does after a run that found something: what `fix` makes of it, or else the first that is left."""
    if planned is not None and not planned.numbers["safe"] and not planned.is_only_unsafe:
        first = next((file.path, found) for file in planned.files for found in file.findings)
        return f"next: by hand, what to do at the first: {explain(first)}"
    unsafe = "--unsafe-fixes " if planned is not None and planned.is_only_unsafe else ""
    return f"next: {NAME} fix {unsafe}--diff {shlex.join(search.roots)}"


def _changes(arguments: Namespace) -> Changes | None:
    if arguments.diff_base is None:
        return None
    from ..lint.changed import Changes
    from ..project.git import GitError

    try:
        return Changes(".", arguments.diff_base)
    except GitError as error:
        raise SettingsError(f"--diff-base {arguments.diff_base}: {error}") from None


def _baseline(arguments: Namespace) -> Baseline | None:
    if not arguments.baseline:
        return None
    from ..lint.baseline import Baseline

    return Baseline.read(arguments.baseline)
