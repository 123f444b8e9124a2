"""Legacy programs, fixed: each behaves under today's SDK as it did under openai 0.28.1, or is left as it was.

Only safe fixes are made. A program of which some file is left must be left whole, with a reason for each finding: half
a migration runs with no SDK. Two programs are written for both SDKs, and need no fix.
"""

from __future__ import annotations

import json
import os
from concurrent.futures import Future, ThreadPoolExecutor

import pytest
from behaviour.running import ORDINARY, Did, Program, programs, run

from flake8_openai_v1.config import Config
from flake8_openai_v1.fixer import PROMISED, Fixed, Options, Source, fix_files

ODD = programs()
COMMON = programs(ORDINARY)
ALL = [*ODD, *COMMON]
SUFFICIENT = 0.9
"""The share of programs that safe fixes alone must migrate."""
OTHER_FORMS = ("module", "instance")
"""What ``--client`` can be told, beside ``auto``."""


def fixed(program: Program, client: str = "auto", *, unsafe: bool = False) -> list[Fixed]:
    """What becomes of the Python files of a program."""
    sources = [Source(name, content) for name, content in program.files.items() if name.endswith(".py")]
    return fix_files(sources, Config(), Options(client, unsafe))


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


RESULTS = {(program.folder.name, program.name): fixed(program) for program in ALL}


def variants() -> list[tuple[str, Program]]:
    """Programs that another form of client makes something else of."""
    found = []
    for client in OTHER_FORMS:
        for program in ODD:
            results = fixed(program, client)
            usual = RESULTS[program.folder.name, program.name]
            if is_changed(results) and [one.after for one in results] != [one.after for one in usual]:
                found.append((client, program))
    return found


def is_done(program: Program) -> bool:
    """Is a program ready for today's SDK, as far as the fixer says?"""
    return not breaks(RESULTS[program.folder.name, program.name])


CASES = [*(("auto", program) for program in ALL if is_done(program)), *variants()]
IDS = [f"{client}-{program.folder.name}-{program.name}" for client, program in CASES]


@pytest.fixture(scope="module")
def outcomes(request):
    """What the programs that were asked for do, fixed; they run while the first test waits."""
    wanted = [
        item.callspec.params["case"]
        for item in request.session.items
        if getattr(item, "function", None) is test_behaves_as_before
    ]
    with ThreadPoolExecutor((os.cpu_count() or 1) + 1) as pool:
        yield {
            (client, program.folder.name, program.name): pool.submit(
                run, after(program, fixed(program, client)), "current"
            )
            for client, program in wanted
        }
        pool.shutdown(cancel_futures=True)


@pytest.mark.index
@pytest.mark.parametrize("case", CASES, ids=IDS)
def test_behaves_as_before(case, outcomes: dict[tuple[str, str, str], Future[Did]]):
    client, program = case
    did = outcomes[client, program.folder.name, program.name].result()
    assert did.said() == json.loads(program.recorded.read_text("utf-8")), did.complaint


@pytest.mark.parametrize("program", ALL, ids=[f"{program.folder.name}-{program.name}" for program in ALL])
def test_as_a_whole_or_not_at_all(program):
    results = RESULTS[program.folder.name, program.name]
    assert not any(one.failure for one in results)
    if is_changed(results):
        assert not breaks(results)
        again = fixed(after(program, results))
        assert [one.after for one in again] == [one.after for one in results], "a second run changes something"
    else:
        assert all(left.reason for one in results for left in one.left)
        assert breaks(results) or program.name in ("both_sdks", "both_versions")


def test_enough_is_migrated():
    done = [program.name for program in ALL if is_done(program)]
    assert len(done) >= SUFFICIENT * len(ALL), sorted({program.name for program in ALL} - set(done))
