"""Legacy programs, fixed: each behaves under today's SDK as it did under openai 0.28.1, or is left as it was.

Only safe fixes are made. A program of which some file is left must be left whole, with a reason for each finding: half
a migration runs with no SDK. Two programs are written for both SDKs, and need no fix.
"""

from __future__ import annotations

import functools
import json

import pytest
from behaviour import golden
from behaviour.golden import fixed
from behaviour.running import PROGRAMS, Program, run

from flake8_openai_v1.fixer import PROMISED, Fixed

ALL = golden.all_programs()
EACH = pytest.mark.parametrize("name", ALL, scope="module")  # all tests of a program follow each other
SUFFICIENT = 0.9
"""The share of programs that safe fixes alone must migrate."""
WRITTEN = golden.read()
OTHER_FORMS = ("module", "instance")
"""What ``--client`` can be told, beside ``auto``."""


def after(program: Program, results: list[Fixed]) -> Program:
    """The program with its fixed files."""
    return program._replace(files={**program.files, **{one.path: one.after for one in results}})


def is_changed(results: list[Fixed]) -> bool:
    return any(one.after != one.before for one in results)


def breaks(results: list[Fixed]) -> list[str]:
    """What is left of what would break the program; settings that do nothing may stay."""
    return [
        f"{one.path}:{left.finding.line} {left.finding.code} {left.reason}"
        for one in results
        for left in one.left
        if left.finding.code.startswith(PROMISED) and "changes nothing" not in left.reason
    ]


@functools.cache
def made(name: str, client: str = "auto") -> list[Fixed]:
    """What becomes of the program of a name, worked out once, when a test asks for it."""
    return fixed(ALL[name], client)


def different(name: str) -> dict[str, list[Fixed]]:
    """What becomes of an odd program with other forms of client, where that is not the same as in another form."""
    known, found = [texts(made(name))], {}
    for client in OTHER_FORMS if ALL[name].folder == PROGRAMS else ():
        results = made(name, client)
        if is_changed(results) and texts(results) not in known:
            known.append(texts(results))
            found[client] = results
    return found


def texts(results: list[Fixed]) -> list[bytes]:
    return [one.after for one in results]


def is_done(results: list[Fixed]) -> bool:
    """True if a program is ready for today's SDK, as far as the fixer says."""
    return not breaks(results)


@pytest.mark.index
@EACH
def test_behaves_as_before(name):
    cases = {"auto": made(name)} if is_done(made(name)) else {}
    for client, results in (cases | different(name)).items():
        did = run(after(ALL[name], results), "current")
        expected = json.loads(ALL[name].recorded.read_text("utf-8"))
        assert did.said() == expected, f"with --client {client}: {did.complaint}"


@EACH
def test_as_a_whole_or_not_at_all(name):
    results = made(name)
    assert not any(one.failure for one in results)
    if is_changed(results):
        assert not breaks(results)
        again = fixed(after(ALL[name], results))
        assert texts(again) == texts(results), "a second run changes something"
    else:
        assert all(left.reason for one in results for left in one.left)
        assert breaks(results) or ALL[name].name in ("both_sdks", "both_versions")


@EACH
def test_is_as_it_was_written_down(name):
    """After a change that was meant: ``python tests/behaviour/golden.py``, and read the difference."""
    assert golden.section(made(name), fixed(ALL[name], unsafe=True)) == WRITTEN.get(name)


@pytest.mark.parametrize("name", golden.examples())
def test_examples_are_as_they_were_written_down(name):
    example = golden.examples()[name]
    assert golden.section(fixed(example), fixed(example, unsafe=True)) == WRITTEN.get(name)


def test_each_is_written_down():
    assert list(WRITTEN) == [*ALL, *golden.examples()]


def test_enough_is_migrated():
    """As it is written down, which is what is made of each (see above)."""
    left = {name for name in ALL if any(breaks_it(line) for line in WRITTEN[name].splitlines())}
    assert len(left) <= (1 - SUFFICIENT) * len(ALL), sorted(left)


def breaks_it(line: str) -> bool:
    """True if a written line says that something is left which would break the program."""
    if not line.startswith("left: "):
        return False
    _, _, code, reason = line.split(maxsplit=3)
    return code.startswith(PROMISED) and "changes nothing" not in reason
