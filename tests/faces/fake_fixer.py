"""``flake8-openai-v1 fix`` with a fixer that knows a few words: for tests that are not about what a fix looks like.

It fixes ``openai.ChatCompletion.create``, with ``--unsafe-fixes`` also ``openai.Completion.create``; it leaves all
else. It fails for ``fails.py``, notes what it was called with for ``notes.py``, and runs what stands in ``DURING``.
"""

from __future__ import annotations

import os
import sys

import flake8_openai_v1.cli.fix as command
from flake8_openai_v1.fix.causes import Cause, Code
from flake8_openai_v1.fix.fixer import Options
from flake8_openai_v1.fix.results import Fixed, Left
from flake8_openai_v1.lint.check import Candidate, check_file

SAFE = {b"openai.ChatCompletion.create": b"openai.chat.completions.create"}
UNSAFE = {b"openai.Completion.create": b"openai.completions.create"}


def fix_files(sources, config, options=Options(), progress=None, variables=(), units=False):  # noqa: B008
    results = []
    for number, source in enumerate(sources, 1):
        results.append(fix_file(source, config, options))
        progress(number, len(sources))
        name = os.path.basename(source.path)
        if name == "notes.py":
            note = f"{options.client}, {len(sources)} files"
            results[-1] = results[-1]._replace(notes=[note])
    exec(os.environ.get("DURING", ""), {**globals(), **locals()})
    return results


def fix_file(source, config, options):
    path, data = source.path, source.data
    if path.endswith("fails.py"):
        return Fixed(path, data, data, failure="the fixer does not like it")
    before = check_file(Candidate(path, data), config)
    after = data
    if any(finding.code == "OAI102" for finding in before.findings):
        for old, new in (SAFE | (UNSAFE if options.unsafe else {})).items():
            after = after.replace(old, new)
    why = Cause(Code.FORM, "nobody knows how")
    left = [Left(finding, why) for finding in check_file(Candidate(path, after), config).findings]
    kept = {finding[:2] for finding, *_ in left}
    gone = [finding for finding in before.findings if finding[:2] not in kept]
    if source.kept is not None and after != data:
        left = [Left(finding, Cause(Code.OTHER_FILE, source.kept)) for finding in before.findings]
        return Fixed(path, data, data, (), left, source.kept)
    return Fixed(path, data, data if after == data else after, gone, left, before.failure, unread=before.unread)


if __name__ == "__main__":
    command.fix_files = fix_files
    from flake8_openai_v1.cli import main

    sys.exit(main(["fix", *sys.argv[1:]]))
