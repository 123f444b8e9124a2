"""What holds for all tables without any SDK: form, style, cost."""

from __future__ import annotations

import ast
import os
import subprocess
import sys

import pytest
from rows import each
from sdks import NEXT, ROOT, installs

from flake8_openai_v1.sdk import arguments, clients, exceptions, names, settings

SDK = ROOT / "flake8_openai_v1" / "sdk"
MODULES = ["api_versions", "arguments", "clients", "exceptions", "models", "names", "settings", "signatures"]
MODULES += ["commands", "deprecations", "httpx", "options", "removals"]
MODULES += ["fields", "helpers", "keys", "methods", "parameters", "retirements", "services", "versions"]

NAMES = [*names.RESOURCES, *names.METHODS, *names.HELPERS, *names.MODULES, *exceptions.EXCEPTIONS]
OTHERS = [*exceptions.ATTRIBUTES, *settings.SETTINGS, *settings.ENVIRONMENT, *arguments.ARGUMENTS]
OTHERS += [row for rows in arguments.OF_METHOD.values() for row in rows]

# Milliseconds of processor time for importing all of these modules. It takes 3 to 4; the limit is wide
# because a test machine may be busy.
LIMIT = 12


@each([*NAMES, *OTHERS])
def test_a_row_says_what_to_do_in_one_line_and_names_its_source(row):
    assert row.source
    assert row.use or row.note
    assert row.use is None or row.use.strip() == row.use != ""
    assert "\n" not in row.note
    assert not row.note.endswith(".")
    assert not row.note[:1].isupper() or row.note.startswith("OpenAI")


@pytest.mark.parametrize("row", [row for row in (*NAMES, *exceptions.ATTRIBUTES) if row.until])
def test_the_releases_of_a_row_are_in_order_and_known(row):
    keys = [installs.release_key(last) for last, _ in row.until]
    assert keys == sorted(keys)
    assert {last for last, _ in row.until} <= NEXT.keys()


@each(NAMES)
def test_a_replacement_starts_at_a_client_or_at_the_module(row):
    for use in (row.use, *(old for _, old in row.until)):
        assert use is None or use == "openai" or use.startswith(("client.", "openai."))


def test_no_name_has_two_rows():
    for table in (NAMES, settings.SETTINGS, exceptions.ATTRIBUTES, settings.ENVIRONMENT, arguments.ARGUMENTS):
        keys = [getattr(row, "path", None) or row.name for row in table]
        assert len(keys) == len(set(keys))


@pytest.mark.parametrize("table", ["RESOURCES", "METHODS", "HELPERS", "MODULES"])
def test_the_tables_are_in_order(table):
    paths = [row.path for row in getattr(names, table)]
    assert paths == sorted(paths)


@pytest.mark.parametrize("module", MODULES)
def test_a_module_is_data(module):
    tree = ast.parse((SDK / f"{module}.py").read_text(encoding="utf-8"))
    imported = {node.module for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert imported <= {"__future__", "typing", "flake8_openai_v1.sdk.names"}
    logic = (ast.Import, ast.FunctionDef, ast.For, ast.If, ast.While, ast.Lambda, ast.ListComp, ast.DictComp)
    assert not [node for node in ast.walk(tree) if isinstance(node, logic)]


def test_importing_all_of_it_is_fast(tmp_path):
    program = (
        "import sys, time, typing, __future__, flake8_openai_v1.sdk\n"
        "class Warm(typing.NamedTuple): one: 'int'\n"  # what any first NamedTuple of a process costs
        "before = time.process_time()\n"
        f"for name in {MODULES!r}: __import__('flake8_openai_v1.sdk.' + name)\n"
        "print((time.process_time() - before) * 1000)"
    )
    command = [sys.executable, "-X", f"pycache_prefix={tmp_path}", "-c", program]
    compiled = {**os.environ, "PYTHONDONTWRITEBYTECODE": ""}
    runs = [subprocess.run(command, capture_output=True, check=True, env=compiled) for _ in range(8)]
    times = [float(run.stdout) for run in runs]
    assert min(times) < LIMIT


def test_a_client_row_names_its_source():
    assert all(row.source for row in clients.CLIENTS.values())
