"""Notebooks that no program has written: each is read or refused with a reason, and what is no code stays as it is."""

from __future__ import annotations

import json
import time

import pytest
from faces.runs import program, write

from flake8_openai_v1.fix.fixer import Options, Source, fix_files
from flake8_openai_v1.lint.check import Candidate, check_file
from flake8_openai_v1.project.config import Config

CODE = "import openai\nopenai.Model.list()"
CELL = {"cell_type": "code", "source": CODE, "metadata": {}, "outputs": [], "execution_count": None, "id": "a"}


def cell(**changes: object) -> dict:
    return CELL | changes


def notebook(**changes: object) -> str:
    return json.dumps({"cells": [CELL], "metadata": {}, "nbformat": 4, "nbformat_minor": 5} | changes)


def with_cell(**changes: object) -> str:
    """An odd cell before one as it should be."""
    return notebook(cells=[cell(**changes), CELL])


def said(text: str, old: object, new: str) -> str:
    """A text of JSON with something that ``json`` does not write."""
    assert json.dumps(old) in text
    return text.replace(json.dumps(old), new)


REFUSED = {
    "lists in lists": '{"openai":' + "[" * 100_000 + "]" * 100_000 + "}",
    "metadata in metadata": said(notebook(metadata="x"), "x", '{"a":' * 50_000 + "1" + "}" * 50_000),
    "an output in an output": said(with_cell(outputs=["x"]), "x", "[" * 50_000 + "]" * 50_000),
    "a list": '[1, "openai"]',
    "a text": '"openai"',
    "cells by name": notebook(cells={"openai": 1}),
    "cells that are null": notebook(cells=None, metadata={"openai": 1}),
    "a number of many digits": said(with_cell(execution_count="x"), "x", "9" * 10_000),
    "more behind it": notebook() + "x",
    "no end": notebook()[:-10],
    "surrogates as bytes": notebook().encode().replace(b"list()", b"list() #\xed\xa0\x80"),
    "UTF-16": notebook().encode("utf-16"),
    "bytes": bytes(range(256)) + b"openai",
}


def both(data: str | bytes):
    """What ``check`` and ``fix`` make of a notebook."""
    whole = data if isinstance(data, bytes) else data.encode("utf-8", "surrogatepass")
    start = time.process_time()
    checked = check_file(Candidate("a.ipynb", whole), Config())
    (fixed,) = fix_files([Source("a.ipynb", whole)], Config(), Options(unsafe=True))
    assert time.process_time() - start < 20
    for text in (checked.failure, fixed.failure, *(one.reason for one in checked.unread)):
        assert "internal error" not in (text or "")
        assert "\n" not in (text or "")
    return checked, fixed


@pytest.mark.parametrize("data", REFUSED.values(), ids=REFUSED)
def test_refused(data):
    checked, fixed = both(data)
    assert checked.failure
    assert not checked.findings
    assert fixed.after is fixed.before


def test_refused_by_the_command(tmp_path):
    write(tmp_path, {f"{number}.ipynb": data for number, data in enumerate(REFUSED.values())})
    write(tmp_path, {"good.ipynb": notebook()})
    done = program("flake8-openai-v1", "fix", cwd=tmp_path)
    assert done.returncode == 2
    refused = [line for line in done.stderr.splitlines() if line.startswith("./") and ".ipynb: " in line]
    assert len(refused) == len(REFUSED) - 1  # UTF-16 hides the word
    assert "models.list()" in (tmp_path / "good.ipynb").read_text()


READ = {
    "no number": notebook(metadata=float("nan")),
    "cells that are none": notebook(cells=[[], 1, None, "openai", CELL]),
    "no kind of cell": notebook(cells=[{"source": CODE}, CELL]),
    "a list for the kind of cell": with_cell(cell_type=["code"]),
    "metadata of other types": notebook(metadata=[], nbformat="x"),
    "a language of another type": notebook(metadata={"kernelspec": [1], "language_info": "python"}),
    "half a character in a comment of prose": with_cell(cell_type="markdown", source="\udfff"),
    "ids twice": notebook(cells=[CELL, CELL, cell(source="openai.Model.list()")]),
    "a huge output": with_cell(outputs=[{"output_type": "stream", "name": "stdout", "text": ["openai\n"] * 300_000}]),
    "a huge exponent": said(with_cell(execution_count="x"), "x", "1e999999"),
    "a mark at the beginning": "\ufeff" + notebook(),
    "an old format": json.dumps({"worksheets": [{"cells": [cell(input=CODE)]}], "nbformat": 3, "metadata": {}}),
    "lines that end within a line": with_cell(source=["import openai\r", "\nopenai.Model.list()\r\n"]),
    "characters by their numbers": notebook().replace("openai.M", "\\u006fpenai.M").replace("list()", "list()#<\\/x>"),
    "magics without end": notebook(
        cells=[
            cell(source=text)
            for text in ("%%bash\nopenai", "!openai " + "\\\n" * 2000, "%" * 5000, "?" * 3000, "%%x\n" * 999, CODE)
        ]
    ),
    "a key twice": notebook().replace('"source"', '"source": 1, "source"'),
}


@pytest.mark.parametrize("data", READ.values(), ids=READ)
def test_read(data):
    """What is odd about it changes nothing; all but the code is kept, byte by byte."""
    checked, fixed = both(data)
    assert checked.failure is None
    assert "OAI102" in [finding.code for finding in checked.findings]
    assert fixed.after != fixed.before
    place = fixed.before.rindex(b"penai.Model.list()")
    assert fixed.after.endswith(fixed.before[place + len(b"penai.Model.list()") :])
    assert fixed.after.startswith(fixed.before[: fixed.before.index(b"penai.Model.list()") - 10])
    assert not both(fixed.after)[0].findings
    again = both(fixed.after)[1]
    assert again.after == fixed.after


UNREAD = {
    "a number for a text": (with_cell(source=1), "its source is no text"),
    "a list of numbers": (with_cell(source=[1, None]), "its source is no text"),
    "a list of lists": (with_cell(source=[["import openai"]]), "its source is no text"),
    "no text": (notebook(cells=[{"cell_type": "code"}, CELL]), "its source is no text"),
    "half a character": (with_cell(source=CODE + "\n'\ud800'\n"), "surrogates"),
    "a null character": (with_cell(source=CODE + "\n\0"), "null bytes"),
    "a separator of lines": (with_cell(source=CODE + "\u2028openai"), "U+2028"),
    "brackets in brackets": (with_cell(source="(" * 5000), "cannot parse"),
}


@pytest.mark.parametrize(("data", "reason"), UNREAD.values(), ids=UNREAD)
def test_a_cell_is_refused(data, reason):
    """It is named with its reason, and the others are read."""
    checked, fixed = both(data)
    assert [one.number for one in checked.unread] == [1]
    assert reason in checked.unread[0].reason
    assert [finding.code for finding in checked.findings] == ["OAI102"]
    first = json.loads(fixed.before)["cells"][0]
    assert json.loads(fixed.after)["cells"][0] == first
