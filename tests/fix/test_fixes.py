"""Findings with their fixes: what each is, and that all of them are what `fix` writes, each by itself too."""

from __future__ import annotations

import json
import re
from collections import Counter

import pytest
from behaviour.golden import all_programs, examples

import flake8_openai_v1
from flake8_openai_v1.fix.fixer import Options, Source, fix_files
from flake8_openai_v1.fix.planning import Plan, fixes, plan
from flake8_openai_v1.lint.check import Candidate, check_file
from flake8_openai_v1.project.config import Config
from flake8_openai_v1.syntax.diagnostics import Applicability, Scope, TextEdit
from flake8_openai_v1.syntax.differences import with_edits
from flake8_openai_v1.syntax.source import decoded

ALL = {name: one for name, one in all_programs().items() if name.startswith("ordinary/")}
PROGRAMS = {**examples(), **dict([*ALL.items()][::4])}
"""All of them have passed; a part of them, for time."""
EACH = pytest.mark.parametrize("program", PROGRAMS.values(), ids=list(PROGRAMS))
CLIENTS = pytest.mark.parametrize("client", ["auto", "module"])
CONFIG = Config()


def sources(program) -> list[Source]:
    return [Source(path, data) for path, data in program.files.items() if path.endswith(".py")]


def made(given: list[Source], edits) -> list[Source]:
    """Files with edits made in them."""
    result = []
    for source in given:
        encoding, text = decoded(source.data)
        after = with_edits(text, [edit for edit in edits if edit.path == source.path])
        result.append(source._replace(data=after.encode(encoding) if after != text else source.data))
    return result


def safe(known: Plan):
    return [fix for fix in known.fixes.values() if fix.applicability is Applicability.SAFE]


def counted(given: list[Source]) -> Counter[tuple[str, str, str]]:
    found = ((one.path, check_file(Candidate(one.path, one.data), CONFIG).findings) for one in given)
    return Counter((path, one.code, one.message) for path, findings in found for one in findings)


@EACH
@CLIENTS
def test_all_safe_fixes_are_what_fix_writes(program, client):
    given = sources(program)
    known = plan(given, CONFIG, client)
    everything = [edit for fix in safe(known) for edit in fix.edits]
    assert len(everything) == len(set(everything))
    expected = fix_files(given, CONFIG, Options(client))
    assert [one.data for one in made(given, everything)] == [one.after for one in expected]
    for one in expected:
        rows = known.findings[one.path]
        assert Counter(row.finding for row in rows if row.cause is None) == Counter(one.fixed)
        assert all(row.fix is not None or row.cause is not None for row in rows)
        assert all(row.fix is None or row.fix.id in known.fixes for row in rows)


@EACH
def test_each_fix_by_itself(program):
    """What one unit becomes leads to what `fix` makes of the program, and the findings in others are still there."""
    given = sources(program)
    known = plan(given, CONFIG, "module")
    rows = [(path, row) for path, planned in known.findings.items() for row in planned]
    for fix in [one for one in safe(known) if one.scope is not Scope.FILE]:
        applied = {fix.id, *fix.needs}
        after = made(given, known.whole(fix))
        again = fix_files(after, CONFIG, Options("module"))
        assert [one.after for one in again] == [one.after for one in known.results], fix.id
        gone = counted(given) - counted(after)
        mine = Counter(
            (path, row.finding.code, row.finding.message)
            for path, row in rows
            if row.fix is not None and row.fix.id in applied
        )
        assert gone <= mine, fix.id


# Their shape

TWO = """\
import openai
openai.api_base = "https://gateway.corp.example/v1"
one = openai.Completion.create(model="m", prompt="x")
print(one["choices"][0]["text"], one["usage"])
two = openai.Image.create(prompt="x")
print(two["data"])
def use(key):
    openai.api_key = key
"""


def test_a_fix_of_one_call():
    found = fixes(TWO, "bot.py")
    by_line: dict[int, list] = {}
    for row in found:
        by_line.setdefault(row.finding.line, []).append(row.fix)
    (call,), reads, (rest,) = by_line[3], by_line[4], by_line[2]
    assert (call.title, call.scope, call.applicability) == (
        *("Migrate this call and its 2 reads", Scope.CALL),
        Applicability.SAFE,
    )
    assert reads == [call, call]
    assert (rest.title, rest.scope, rest.needs) == (
        "Migrate the rest of this file: settings, imports, handlers",
        Scope.REST,
        (),
    )
    assert call.needs == (rest.id,)
    assert by_line[5] == by_line[6] != [call]
    assert call.edits[0] == TextEdit("bot.py", None, 3, 13, 3, 23, "completions")
    assert TWO.splitlines()[2][13:23] == "Completion"


def test_on_a_client_a_file_is_one_fix():
    text = TWO.partition("def use")[0].replace("openai.api_base", "openai.api_key")
    (fix,) = {row.fix for row in fixes(text)}
    assert fix.scope is Scope.FILE
    assert with_edits(text, fix.edits) == flake8_openai_v1.fix_source(text)
    by_call = {row.fix for row in fixes(text, client="module") if row.fix is not None}
    assert {fix.scope for fix in by_call} == {Scope.CALL}


def test_what_binds_names_that_go_is_one_fix():
    text = (
        "from openai import Completion, Image\nprint(Completion.create(model='m', prompt='x')['choices'])\n"
        "print(Image.create(prompt='x')['data'])\n"
    )
    (fix,) = {row.fix for row in fixes(text, client="module")}
    assert fix.scope is Scope.FILE


def test_what_is_left_and_what_is_unsafe():
    text = (
        "import openai\nopenai.Edit.create()\nfor name in openai.Embedding.create(model='m', input='x').keys():\n"
        "    print(name)\nprint(openai.Image.create(prompt='x')['data'])\n"
    )
    rows = {(row.finding.line, row.finding.code): row for row in fixes(text)}
    gone = rows[2, "OAI102"]
    assert (gone.fix, gone.cause.code.value) == (None, "no-counterpart")
    unsafe = rows[3, "OAI102"]
    assert unsafe.fix.applicability is Applicability.UNSAFE
    assert unsafe.cause.is_unsafe
    assert rows[5, "OAI102"].fix.applicability is Applicability.SAFE
    assert rows[5, "OAI102"].cause is None


def test_one_of_two_that_say_the_same():
    """The one that stays is left, and not the first of them."""
    call = "openai.Completion.create(model='m', prompt='x')"
    text = f"import openai\nprint({call}.choices)\nprint({call}.response_ms)\n"
    first, second = (row for row in fixes(text, client="module") if row.finding.code == "OAI102")
    assert first.finding.message == second.finding.message
    assert (first.cause, second.fix) == (None, None), (first, second)


def test_cells():
    cells = [
        "import openai\n\n",
        "%time r = openai.Image.create(n=1, prompt='x')\nr['data']",
        "openai.Image.create(prompt='y')",
    ]
    content = {
        "cells": [{"cell_type": "code", "metadata": {}, "outputs": [], "source": cell} for cell in cells],
        **{"metadata": {}, "nbformat": 4, "nbformat_minor": 5},
    }
    rows = fixes(json.dumps(content), "a.ipynb", client="module")
    (call,) = {row.fix for row in rows if row.finding.cell == 2}
    assert {edit.cell for edit in call.edits} == {2}
    assert with_edits(cells[1], call.edits) == "%time r = openai.images.generate(n=1, prompt='x')\nr.data"


def test_files_of_a_program():
    """What decides where calls go is needed, wherever it stands; a response that travels is one unit."""
    texts = {
        "config.py": "import openai\nopenai.api_base = 'https://gateway.corp.example/v1'\n",
        "ask.py": (
            "import config\nimport openai\ndef ask():\n    return openai.Completion.create(model='m', prompt='x')\n"
            "print(openai.Image.create(prompt='x')['data'])\n"
        ),
        "show.py": "from ask import ask\nprint(ask()['choices'])\n",
    }
    known = plan([Source(path, text.encode()) for path, text in texts.items()], CONFIG)
    (setting,) = {row.fix for row in known.findings["config.py"]}
    assert (setting.id, setting.scope) == ("config.py", Scope.REST)
    travels, image = (next(row.fix for row in known.findings["ask.py"] if row.finding.line == line) for line in (4, 5))
    assert {edit.path for edit in travels.edits} == {"ask.py", "show.py"}
    assert {edit.path for edit in known.whole(image)} == {"ask.py", "config.py"}
    assert travels.needs == image.needs == ("config.py",)


@pytest.mark.parametrize(
    "data",
    [
        b"\xef\xbb\xbfimport openai\r\nopenai.Image.create(prompt='x')\r\n",
        "# -*- coding: latin-1 -*-\nimport openai\nprint('é', openai.Image.create(prompt='x'))".encode("latin-1"),
    ],
)
def test_bytes(data):
    given = [Source("a.py", data)]
    known = plan(given, CONFIG)
    assert made(given, [edit for fix in safe(known) for edit in fix.edits])[0].data == known.results[0].after != data


def test_no_python():
    with pytest.raises(SyntaxError, match="never closed"):
        fixes("import openai\n(")
    assert fixes("print(1)\n") == []


def test_an_address_that_was_renamed_before_counts():
    """A file that is fixed in part, mended, and fixed again: its awaited call goes where the others go."""
    text = (
        'import asyncio\nimport openai\nopenai.base_url = "https://gateway.corp.example/v1/"\nasync def ask():\n'
        '    return await openai.ChatCompletion.acreate(model="m", messages=[])\nprint(asyncio.run(ask()))\n'
    )
    assert "base_url=openai.base_url" in flake8_openai_v1.fix_source(text)


# What a message tells to write

TAILS = {
    "OAI102": r"\w+\.\w+(?=\(|$| )",
    "OAI103": r"\w+\.\w+(?=\(|$| )",
    "OAI107": r"\w+(?=\(|$| )",
    "OAI108": r"\.\w+(?=\(|$| )",
    "OAI110": r"\w+=$",
    "OAI112": r"(?:\.\w+|\[\d+\])+$",
}
"""The part of a replacement that does not depend on what calls are made on: how it ends."""
OTHERWISE = {
    "openai.APIError": "what 0.28 raised under this name is openai.InternalServerError and others; the message says so",
    "e.message": "where a text was made of it, fix writes what the service said: e.body",
}
AS_DATA = (".to_dict()", ".json()", "model_dump")
"""What a response becomes where its reads stay as they are."""


@EACH
def test_what_a_message_tells_to_write_is_what_is_written(program):
    known = plan(sources(program), CONFIG, "module")
    for result in known.results:
        after = re.sub(r"#.*|[\s\\]", "", result.after.decode("utf-8", "replace"))
        for row in known.findings[result.path]:
            told = row.finding.replacement
            tail = re.search(TAILS.get(row.finding.code, "$^"), told or "")
            if row.cause is None and told not in OTHERWISE and tail and not any(one in after for one in AS_DATA):
                # In a dict of arguments, or as the name of an attribute, it is a text.
                assert tail[0] in after or f'"{tail[0].strip(".=")}"' in after, row.finding
