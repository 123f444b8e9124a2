"""Legacy programs, fixed: each behaves under today's SDK as it did under openai 0.28.1, or is left, whole or in part.

Only safe fixes are made. A program that is fixed in part runs with neither SDK: it may do what it did up to a place
that is left, where it ends with an error, and `check` finds that place. Two programs are written for both SDKs.
"""

from __future__ import annotations

import ast
import functools
import json
import re

import pytest
from behaviour import golden
from behaviour.golden import fixed
from behaviour.running import PROGRAMS, Program, run

from flake8_openai_v1.fix.fixer import PROMISED
from flake8_openai_v1.fix.results import Fixed

ALL = golden.all_programs()
EACH = pytest.mark.parametrize("name", ALL, scope="module")  # all tests of a program follow each other
SUFFICIENT = 0.9
"""The share of programs that safe fixes alone must migrate."""
WRITTEN = golden.read()
FRAME = re.compile(r'File "(?:.*/here/)?([\w./]+)", line (\d+)')
"""A file of the program, and a line, in a traceback."""
OTHER_FORMS = ("module", "instance")
"""What ``--client`` can be told, beside ``auto``."""
AT_HOME = (
    *("async_service", "azure_package", "azure_wrapper", "clients_class_family", "clients_function_per_tenant"),
    *("clients_last_key_wins", "clients_main_sets_up", "clients_settings_module", "discord_guild_bot"),
    *("handler_wsgi", "images_bot_class", "local_imports", "main_function_everything", "mocks_of_module"),
    *("optional_import", "rag_store_class", "self_openai", "wrapper_llm_class"),
)
"""Ordinary programs that set up in classes, in functions, or in one file for others."""


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
    """What becomes of a program with other forms of client, where that is not the same as in another form."""
    known, found = [texts(made(name))], {}
    for client in OTHER_FORMS if ALL[name].folder == PROGRAMS or ALL[name].name in AT_HOME else ():
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
    for client, results in ({"auto": made(name)} | different(name)).items():
        if not is_done(results):
            continue
        did = run(after(ALL[name], results), "current")
        expected = json.loads(ALL[name].recorded.read_text("utf-8"))
        assert did.said() == expected, f"with --client {client}: {did.complaint}"


@pytest.mark.parametrize("name", AT_HOME)
def test_clients_are_made_where_settings_are(name):
    """Where that is the same; else calls stay on the module."""
    stays = name in ("clients_last_key_wins", "mocks_of_module")
    news = [one.after.decode() for one in made(f"ordinary/{name}", "instance")]
    assert any("OpenAI(" in text for text in news) is not stays


@pytest.mark.index
@EACH
def test_in_part_it_ends_where_something_is_left(name):
    for results in (made(name), *different(name).values()):
        if not is_changed(results) or is_done(results):
            continue
        did = run(after(ALL[name], results), "current")
        expected = json.loads(ALL[name].recorded.read_text("utf-8"))
        if did.said() != expected:
            assert did.requests == expected["requests"][: len(did.requests)]
            assert did.status == 1
            ended = {(path, int(line)) for path, line in FRAME.findall(did.complaint)}
            assert ended & left_lines(results), did.complaint


def left_lines(results: list[Fixed]) -> set[tuple[str, int]]:
    """The lines of all statements that hold something that is left."""
    lines = set()
    for one in results:
        found = {left.finding.line for left in one.left}
        for node in ast.walk(ast.parse(one.after)) if one.path.endswith(".py") else ():
            if isinstance(node, ast.stmt) and not hasattr(node, "body"):
                rows = range(node.lineno, (node.end_lineno or node.lineno) + 1)
                lines |= {(one.path, row) for row in rows if not found.isdisjoint(rows)}
        lines |= {(one.path, line) for line in found}
    return lines


@EACH
def test_all_that_is_left_has_a_reason(name):
    results = made(name)
    assert not any(one.failure for one in results)
    assert all(left.reason for one in results for left in one.left)
    if is_changed(results):
        again = fixed(after(ALL[name], results))
        assert texts(again) == texts(results), "a second run changes something"
    else:
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
