"""Legacy programs of our own, in the many styles of real code: what is found in them, and what they do.

The programs are in ``programs`` (how one says how it is started: ``running.py``). Each line that must change is marked
as in ``examples.py``. A mark behind ``# missed:`` is of a line that must change too, which the linter does not find: as
it stands there, because the file does not show enough, or because it should learn to. One behind ``# disputed:`` is
found and should not be.

Beside them, in ``recorded``, is what each did under openai 0.28.1 against the local service: exit status, standard
output, and requests, in the form of ``recording.py``. A program that was migrated must do the same under today's SDK.
Some were migrated with care by a person: in ``by_hand``. They show that the recordings can be met.

The programs of ``ordinary`` were written, by somebody who had not read the fixer, as what anybody would expect it to
migrate. Those of ``packages`` were written so, too, to be hard: what is made in one file is read in another one. They
have no marks: ``test_fixed.py`` is what they are for. Those of ``projects`` are given to the command in part, or with
options: ``test_parts.py``.
"""

from __future__ import annotations

import json
import re

import nurseries
import pytest
from behaviour import running
from behaviour.running import ORDINARY, PACKAGES, PROJECTS, RECORDED, Program, programs, run
from behaviour.running import PROGRAMS as FOLDER

from examples import Found, expected, lint

DISPUTED = re.compile(r"# disputed: ((?:OAI\d{3}:\d+ *)+)")
MISSED = re.compile(r"# missed: ((?:OAI\d{3}:\d+ *)+)")
PROGRAMS = programs()
BY_HAND = [
    Program(path.stem, {path.name: path.read_bytes()}, path.name)
    for path in sorted(FOLDER.with_name("by_hand").iterdir())
]
OF_THE_SERVICE = frozenset({"OAI502", "OAI503"})
"""These programs are about the SDK: which models and parameters the service has still is left out."""
EACH = pytest.mark.parametrize("program", PROGRAMS, ids=[program.name for program in PROGRAMS])
ALL = [*PROGRAMS, *programs(ORDINARY), *programs(PACKAGES), *programs(PROJECTS)]


def sources(program: Program) -> dict[str, str]:
    """The Python files of a program."""
    return {name: text.decode("utf-8-sig") for name, text in program.files.items() if name.endswith(".py")}


@EACH
def test_findings(program):
    for name, source in sources(program).items():
        diagnostics = [one for one in lint(source) if one.code not in OF_THE_SERVICE]
        found = [Found(d.line, d.column + 1, d.code) for d in diagnostics]
        told = "\n".join(f"{name}:{d.line}:{d.column + 1} {d.code} {d.message}" for d in diagnostics)
        assert found == sorted([*expected(source), *marked(source, DISPUTED)]), told
        assert not set(found) & set(marked(source, MISSED)), "found today"


def marked(source: str, kind: re.Pattern[str]) -> list[Found]:
    """What is marked apart."""
    return [
        Found(number, int(column), code)
        for number, line in enumerate(source.splitlines(), 1)
        for marks in kind.findall(line)
        for code, column in re.findall(r"(OAI\d{3}):(\d+)", marks)
    ]


@pytest.mark.index
@pytest.mark.parametrize("program", ALL, ids=[f"{program.folder.name}-{program.name}" for program in ALL])
def test_behaviour(program):
    did = run(program)
    assert did.said() == json.loads(program.recorded.read_text("utf-8")), did.complaint


@pytest.mark.index
@pytest.mark.parametrize("program", BY_HAND, ids=[program.name for program in BY_HAND])
def test_migrated_by_hand(program):
    # A method that is deprecated does the same still, and may have no successor.
    found = [one for one in lint(sources(program)[program.main]) if one.code not in {"OAI205", *OF_THE_SERVICE}]
    assert not found
    did = run(program, "current")
    assert did.said() == json.loads(program.recorded.read_text("utf-8")), did.complaint


@pytest.mark.index
def test_a_process_of_its_own_does_the_same(monkeypatch):
    """Where there is no fork, programs are run so."""
    program = next(one for one in PROGRAMS if one.name == "errors_text")
    monkeypatch.setattr(running, "in_nursery", lambda form: nurseries.alone)
    assert run(program).said() == json.loads(program.recorded.read_text("utf-8"))


def test_there_are_enough_that_say_something():
    assert len(PROGRAMS) >= 80
    for folder, recorded in RECORDED.items():
        assert {path.stem for path in recorded.iterdir()} == {program.name for program in programs(folder)}
    for program in ALL:
        recorded = json.loads(program.recorded.read_text("utf-8"))
        assert recorded["printed"], program.name
        # What ends with an error of its own has not been thought of.
        assert recorded["status"] != 1, program.name


def test_each_must_change_in_some_place():
    """But for the one that is written for both SDKs."""
    assert [program.name for program in PROGRAMS if not any(map(expected, sources(program).values()))] == ["both_sdks"]
