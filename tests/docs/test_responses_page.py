"""The page about the Responses API: each pair of programs runs with today's SDK, and prints the same."""

from __future__ import annotations

import re

import pytest
from azure.running import run
from azure.server import DEPLOYMENTS, Server
from documents import ROOT, Block, blocks

from examples import lint
from flake8_openai_v1.sdk.responses_api import CALLS, NOT_SERVED, SERVED

PAGE = (ROOT / "docs" / "responses.md").read_text("utf-8")
PROGRAMS = [block for block in blocks("python") if block.document == "docs/responses.md"]
PAIRS = list(zip(PROGRAMS[::2], PROGRAMS[1::2], strict=True))
EACH = pytest.mark.parametrize(("before", "after"), PAIRS, ids=[str(after) for _, after in PAIRS])
AZURE = "https://example.openai.azure.com"
KEY = "sk-" + "for-tests"


@pytest.fixture
def ran(tmp_path):
    """Run a program of the page; what it prints, and the paths that it asked."""
    with Server(deployments={**DEPLOYMENTS, "gpt-6-luna": "gpt-4o"}) as server:

        def ran(block: Block) -> tuple[str, set[str]]:
            path = tmp_path / "program.py"
            path.write_text(block.text.replace(AZURE, server.url), "utf-8")
            told = {"OPENAI_API_KEY": KEY, "OPENAI_BASE_URL": f"{server.url}/v1"}
            done = run(path, "current", server, tmp_path, **told)
            assert done.status == 0, done.complained
            return done.printed, {request.path.rpartition("/v1/")[2] for request in done.requests}

        yield ran


@pytest.mark.index
@EACH
def test_before_and_after_print_the_same(before, after, ran):
    printed, asked = ran(before)
    assert printed.strip()
    assert asked == {"chat/completions"}
    assert ran(after) == (printed, {"responses"})


@EACH
def test_findings(before, after):
    found = {one.code for one in lint(before.text, extend_select=("OAI903",))}
    assert found == {"OAI903"}
    assert lint(after.text, extend_select=("OAI903",)) == []


def test_each_is_before_or_after():
    kinds = re.findall(r"(?m)^(Before|After):\n\n```python$", PAGE)
    assert kinds == ["Before", "After"] * len(PAIRS)
    assert len(PAIRS) >= 8


def test_the_page_has_each_row_of_the_table():
    table = PAGE[PAGE.index("## What is called what") : PAGE.index("## A question")]
    assert [name for name, use in SERVED.items() if use and f"`{name}=" not in table] == []
    assert [path for path in CALLS if not path.startswith("beta.") and f"`client.{path}`" not in table] == []
    told = set(re.findall(r"`(\w+)=`", table[table.index("There is nothing for") :]))
    assert told <= NOT_SERVED
