"""What counts as fixed: what an edit changed, and never what is only found no more."""

from __future__ import annotations

import ast

import pytest
from behaviour.golden import all_programs, fixed, read

from examples import examples
from flake8_openai_v1.fix.balance import balanced, look, look_after
from flake8_openai_v1.fix.causes import NO_FIX, UNTOUCHED
from flake8_openai_v1.fix.files import Reader
from flake8_openai_v1.fix.fixer import Options, Source, fix_files
from flake8_openai_v1.fix.results import Fixed
from flake8_openai_v1.lint.check import Checked
from flake8_openai_v1.project.config import Config
from flake8_openai_v1.syntax.diagnostics import Diagnostic

from .given import run

STANDS = """
--- a proxy
import openai
openai.proxy = "http://10.0.0.1:3128"
print(openai.ChatCompletion.create(model="gpt-3.5-turbo-16k", messages=[])["choices"][0]["message"]["content"])
--- a setting that is read when a client is made
import openai
class Bot:
    def __init__(self, model="gpt-3.5-turbo-16k"):
        self.create = openai.ChatCompletion.acreate
        self.model = model
    async def ask(self):
        reply = await self.create(model=self.model, messages=[])
        return reply["choices"][0]["message"]["content"]
--- a client, and a time to wait
import openai
openai.api_key = "x"
def ask(text, model="gpt-3.5-turbo-16k"):
    reply = openai.ChatCompletion.create(model=model, messages=[text], request_timeout=9)
    return reply["choices"][0]["message"]["content"]
--- each call with a key of its own
import openai
def ask(text, key, model="gpt-3.5-turbo-16k"):
    reply = openai.ChatCompletion.create(api_key=key, model=model, messages=[text])
    return reply["choices"][0]["message"]["content"]
"""


@examples(STANDS)
@pytest.mark.parametrize("client", ["auto", "instance", "module"])
def test_a_model_that_has_ended_is_left(source, client):
    result = run({"a.py": source}, client=client)["a.py"]
    assert b"openai.ChatCompletion" not in result.after
    assert "OAI502" not in {found.code for found in result.fixed}
    ((found, cause, was),) = result.left
    assert (found.code, was.code, cause) == ("OAI502", "OAI502", NO_FIX)


@pytest.fixture
def shy(monkeypatch):
    """A rule that finds the word `here`, in text that is of 0.x, only."""
    read = Reader.read

    def with_more(self, source):
        file = read(self, source)
        if file is None or "openai.Moderation" not in file.text.text:
            return file
        texts = [one for one in ast.walk(file.text.tree) if isinstance(one, ast.Constant) and one.value == "here"]
        more = [
            Diagnostic(one.lineno, one.col_offset, one.end_lineno, one.end_col_offset, "OAI502", "it is here")
            for one in texts
        ]
        return file._replace(findings=sorted([*file.findings, *more]))

    monkeypatch.setattr(Reader, "read", with_more)


@pytest.mark.usefixtures("shy")
@pytest.mark.parametrize("unsafe", [False, True])
def test_what_is_found_no_more_is_not_fixed_by_that(unsafe):
    source = b"""import openai

result = openai.Moderation.create(input="here")["results"][0]["flagged"]
print(result, "here")
"""
    (result,) = fix_files([Source("a.py", source)], Config(), Options(unsafe=unsafe))
    assert b"openai.moderations.create" in result.after
    assert sorted(found.code for found in result.fixed) == ["OAI102", "OAI112"]
    lines = result.after.decode().splitlines()
    assert [(one.cause, one.was.line) for one in result.left] == [(UNTOUCHED, 3), (UNTOUCHED, 4)]
    for one in result.left:
        assert lines[one.finding.line - 1][one.finding.column : one.finding.end_column] == '"here"'


LOST = ("packages/azure_flag_cli", "ordinary/kept_requests")
"""Programs of which a flag says whether they are on Azure: a client of another file may be either, none comes in; and
of which a call gives a kept key its name of today, so that no model is seen under it."""


def test_no_rule_loses_sight_of_what_a_fix_leaves():
    """Where a file alone shows something no more, its program does: the client that it calls is in another file."""
    lost = [name for name, text in read().items() if UNTOUCHED.reason in text and name not in LOST]
    for name in lost:
        for unsafe in (False, True):
            results = fixed(all_programs()[name], unsafe=unsafe)
            seen = look({one.path: one.before for one in results}, Config())
            rows = balanced(results, seen, look_after(results, seen, Config()), {})
            assert UNTOUCHED not in {left.cause for one in rows for left in one.left}, name


def test_what_shows_beside_other_files_only():
    """It is held against the text, too: what stands there as it did is left, wherever it has moved."""
    before = b"import openai\nask(model=config.model)\nask(model=config.name)\n"
    after = b"import os\n\nimport openai\nask(model=config.model)\nask(model=other)\n"
    found = [Diagnostic(line, 4, line, 16, "OAI502", "it ends") for line in (2, 3)]
    seen = {"a.py": Checked("a.py", found)}
    (result,) = balanced([Fixed("a.py", before, after)], seen, {"a.py": Checked("a.py", [])}, {})
    assert [(one.cause, one.finding.line, one.was) for one in result.left] == [(UNTOUCHED, 4, found[0])]
    assert list(result.fixed) == [found[1]]
    moved = found[0]._replace(line=4, end_line=4, message="it ends (in another file)")
    (result,) = balanced([Fixed("a.py", before, after)], seen, {"a.py": Checked("a.py", [moved])}, {})
    assert [(one.cause, one.finding, one.was) for one in result.left] == [(NO_FIX, moved, found[0])]
