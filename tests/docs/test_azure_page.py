"""The page about Azure: each program on it runs, with the SDK that it names, and what its tables tell is so.

The programs have an address at Azure, as those of readers do. The tests put that of the local service in its place,
and nothing else.
"""

from __future__ import annotations

import http.server
import json
import os
import re
import threading

import pytest
import sdks
from azure.running import run
from azure.server import KEY, TOKEN, Server
from documents import ROOT, Block, blocks

from examples import lint
from flake8_openai_v1.rules import RULES
from flake8_openai_v1.sdk.api_versions import FEATURES

PAGE = (ROOT / "docs" / "azure.md").read_text("utf-8")
PROGRAMS = [block for block in blocks("python") if block.document == "docs/azure.md"]
EACH = pytest.mark.parametrize("block", PROGRAMS, ids=str)

ADDRESSES = ("https://example.openai.azure.com", "https://example.services.ai.azure.com")
FORMS = {
    "# openai 0.28": "legacy",
    "# openai 1": "old",
    "# openai 3": "current",
    "# azure-ai-inference": "inference",
}
"""The first line of a program, and the SDK that runs it."""

FOUND = {
    "legacy": {"OAI102", "OAI105", "OAI107", "OAI108", "OAI110", "OAI112", "OAI306"},
    "old": {"OAI307", "OAI309"},
    "current": set(),
    "inference": {"OAI401", "OAI402", "OAI403", "OAI404"},
}


def form(block: Block) -> str:
    """Which SDK a program is for."""
    return FORMS[block.text.splitlines()[0]]


@pytest.fixture
def ran(tmp_path):
    """Run a program of the page; what it prints."""
    with Server() as server, Identity() as identity:

        def ran(block: Block) -> str:
            text = block.text
            for address in ADDRESSES:
                text = text.replace(address, server.url)
            (tmp_path / "program.py").write_text(text, "utf-8")
            done = run(
                tmp_path / "program.py", form(block), server, tmp_path, AZURE_SEARCH_KEY="k", **identity.environment
            )
            assert done.status == 0, done.complained
            assert done.requests
            return done.printed

        yield ran


class Identity:
    """What an app on Azure asks for tokens. ``DefaultAzureCredential`` finds it by variables of the environment."""

    def __init__(self) -> None:
        self.http = http.server.HTTPServer(("127.0.0.1", 0), GivesTokens)
        url = f"http://127.0.0.1:{self.http.server_port}/token"
        self.environment = {"IDENTITY_ENDPOINT": url, "IDENTITY_HEADER": "header"}

    def __enter__(self) -> Identity:
        threading.Thread(target=self.http.serve_forever, args=(0.02,), daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self.http.shutdown()
        self.http.server_close()


class GivesTokens(http.server.BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        answer = {"access_token": TOKEN, "expires_on": "4102444800", "token_type": "Bearer", "resource": "r"}
        content = json.dumps(answer).encode()
        self.send_response(200)
        self.send_header("content-type", "application/json")
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        pass


def test_all_sdks_are_there():
    assert {form(block) for block in PROGRAMS} == set(FORMS.values())


@pytest.mark.index
@EACH
def test_program_runs(block, ran):
    assert ran(block).strip()


@EACH
def test_findings(block):
    assert {found.code for found in lint(block.text)} == FOUND[form(block)]


@pytest.mark.index
def test_before_and_after_print_the_same(ran):
    pairs = re.findall(r"(?ms)^Before:\n\n```python\n(.*?)^```\n\nAfter:\n\n```python\n(.*?)^```", PAGE)
    assert len(pairs) == 3
    by_text = {block.text: block for block in PROGRAMS}
    for before, after in pairs:
        assert ran(by_text[before]) == ran(by_text[after])


def rows(title: str, text: str = PAGE) -> list[list[str]]:
    """The rows of the last table of a section, without its head."""
    found = re.findall(r"(?m)^\| (.*) \|$", text[text.index(f"# {title}\n") :].partition("\n#")[0])
    return [[cell.strip() for cell in row.split(" | ")] for row in found[1:]]


CHILDREN = pytest.mark.skipif(not hasattr(os, "fork"), reason="a program runs in a child of the release's process")
ENDPOINTS = pytest.mark.parametrize("row", rows("Endpoints"), ids=lambda row: row[0])


def chat(given: str) -> str:
    """A program that asks for a chat with a client of the table, or with such an argument of one."""
    expression = given.strip("`") if "OpenAI(" in given else f"AzureOpenAI({given.strip('`')})"
    extra = 'api_version="2024-10-21", max_retries=0)' if "Azure" in expression else "max_retries=0)"
    source = "from openai import AzureOpenAI, OpenAI\n"
    source += f"client = {expression.removesuffix(')')}, {extra}\n"
    return source + 'client.chat.completions.create(model="chat", messages=[{"role": "user", "content": "Hello"}])\n'


@CHILDREN
@pytest.mark.index
@ENDPOINTS
def test_endpoints(row):
    given, path, verdict = row
    environment = {"AZURE_OPENAI_API_KEY": KEY, "OPENAI_API_KEY": KEY}
    with Server() as server:
        answer = sdks.ask(sdks.NEWEST, "run_program", chat(given), environment, int(server.url.rpartition(":")[2]))
    if path.startswith("`"):
        [[status, _, url, _]] = answer["sent"]
        sent, _, version = url.removeprefix("https://example.openai.azure.com").partition("?")
        assert sent == path.strip("`").partition("?")[0]
        assert version == ("api-version=2024-10-21" if "AzureOpenAI" in chat(given).splitlines()[1] else "")
        assert status == 404 or "404" not in verdict
        assert (status == 200) == ("right" in verdict)
    else:
        assert "APIConnectionError" in answer["error"]


@ENDPOINTS
def test_findings_of_endpoints(row):
    assert {found.code for found in lint(chat(row[0]))} == set(re.findall(r"\[(OAI\d{3})\]", row[2]))


def test_api_versions():
    about = {(feature.name, feature.floor, feature.ga or "none") for feature in FEATURES}
    told = rows("api-versions")
    assert len(told) > 10
    for row in told:
        assert tuple(cell.strip("`") for cell in row) in about


@CHILDREN
@pytest.mark.index
def test_names_of_today_exist():
    today = "\n".join(row[1] for title in ("Calls", "Exceptions", "From azure-ai-inference") for row in rows(title))
    names = set(re.findall(r"openai\.[A-Z]\w+", today)) | set(re.findall(r"client\.[a-z_]+(?:\.[a-z_]+)+", today))
    assert len(names) > 10
    source = "import openai\nclient = openai.OpenAI(api_key='k')\n" + "\n".join(sorted(names))
    assert sdks.ask(sdks.NEWEST, "run_program", source, {}, 1)["error"] is None


def test_links_within_the_page():
    titles = [title.lower() for title in re.findall(r"(?m)^#+ (.*)$", PAGE)]
    anchors = {re.sub(r"[^a-z0-9 -]", "", title).replace(" ", "-") for title in titles}
    links = set(re.findall(r"\]\(#([^)]+)\)", PAGE))
    assert links
    assert links <= anchors


def test_each_code_leads_to_its_page():
    told = re.findall(r"\[(OAI\d{3})\]\(rules/(OAI\d{3})\.md\)", PAGE)
    assert {code for code, _ in told} == {page for _, page in told} == set(re.findall(r"OAI\d{3}", PAGE))
    assert {rule.code for rule in RULES if rule.code[3] in "34"} <= {code for code, _ in told}
