"""The command ``check``: what is found in files is said."""

from __future__ import annotations

import sys
from argparse import Namespace
from collections import Counter
from collections.abc import Iterator

from ..check import Candidate, check_files, processors
from ..config import Config
from ..discovery import find
from ..inputs import STDIN, read_all
from ..report import Found, Run
from ..report.output import Output
from ..report.talk import Talk


def check(arguments: Namespace, config: Config, talk: Talk) -> bool:
    """Run the command. True if something is found."""
    stdin: str = arguments.stdin_filename
    paths = find(arguments.paths or ["."], config, talk.failed, stdin=stdin, force_exclude=arguments.force_exclude)
    candidates = [Candidate(file.path, file.data) for file in read_all(paths, stdin, talk) if file.is_relevant]
    jobs = 1 if STDIN in paths else arguments.jobs or processors()
    codes: Counter[str] = Counter()
    replaceable = 0

    def found() -> Iterator[Found]:
        nonlocal replaceable
        checks = check_files(candidates, config, jobs)
        for number, (candidate, checked) in enumerate(zip(candidates, checks, strict=True)):
            talk.progress(number, len(candidates), "checked")
            if checked.failure is not None:
                talk.failed(checked.path, checked.failure)
            if checked.unread:
                talk.unread(checked.path, checked.unread)
            if checked.findings:
                codes.update(finding.code for finding in checked.findings)
                replaceable += sum(finding.replacement is not None for finding in checked.findings)
                yield Found(checked.path, checked.findings, data=candidate.data)

    output = Output(arguments.output_format, talk, plain=arguments.no_color)
    output.results(Run(found(), talk.failures, len(paths)))
    if arguments.statistics:
        output.statistics({"": codes})
    sys.stdout.flush()
    talk.last_line(len(paths), len(candidates), codes.total(), replaceable)
    return bool(codes)
