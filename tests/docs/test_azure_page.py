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
from flake8_openai_v1.sdk.api_versions import FEATURES, UNKNOWN, V1_CALLS

PAGE = (ROOT / "docs" / "azure.md").read_text("utf-8")
TEXT = re.sub(r"(?ms)^```.*?^```$", "", PAGE)
"""The page without its programs."""
PROGRAMS = [block for block in blocks("python") if block.document == "docs/azure.md"]
EACH = pytest.mark.parametrize("block", PROGRAMS, ids=str)

ADDRESSES = ("https://example.openai.azure.com", "https://example.services.ai.azure.com")
SCOPE = "https://cognitiveservices.azure.com/.default"
FORMS = {
    "# openai 0.28": "legacy",
    "# openai 1": "old",
    "# openai 3": "current",
    "# azure-ai-inference": "inference",
}
"""The first line of a program, and the SDK that runs it."""

CHAT = "OAI105 OAI110 OAI112 OAI306"
FOUND = {
    "From openai 0.x": f"OAI102 {CHAT} OAI107 OAI108",
    "Entra ID": f"OAI102 {CHAT}",
    "Async": f"OAI103 {CHAT}",
    "Your own data": "OAI307 OAI309",
    "Pictures": "OAI102 OAI105 OAI112 OAI306 OAI308",
    "Chat": "OAI401 OAI402 OAI403 OAI404",
    "Streaming": "OAI401 OAI402 OAI403",
    "Tools": "OAI401 OAI402 OAI403",
    "Images in chat": "OAI401 OAI402 OAI403",
    "Embeddings": "OAI401 OAI402",
    "Errors": "OAI401 OAI402 OAI403 OAI404",
    "Async with aio": "OAI401 OAI402 OAI403",
}
"""What is found in the old program of a section. In today's nothing is."""


def form(block: Block) -> str:
    """Which SDK a program is for."""
    return FORMS[block.text.splitlines()[0]]


def section(block: Block) -> str:
    """The title of the section in which a program is."""
    before = "\n".join(PAGE.splitlines()[: block.line - 2])
    return re.findall(r"(?m)^#+ (.*)$", re.sub(r"(?ms)^```.*?^```$", "", before))[-1]


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
    expected = set() if form(block) == "current" else set(FOUND[section(block)].split())
    assert {found.code for found in lint(block.text)} == expected


def test_each_old_program_has_one_of_today():
    old = [section(block) for block in PROGRAMS if form(block) != "current"]
    assert old == list(FOUND)


@pytest.mark.index
def test_before_and_after_print_the_same(ran):
    pairs = re.findall(r"(?ms)^Before:\n\n```python\n(.*?)^```\n\nAfter:\n\n```python\n(.*?)^```", PAGE)
    assert len(pairs) == len(FOUND)
    by_text = {block.text: block for block in PROGRAMS}
    for before, after in pairs:
        assert ran(by_text[before]) == ran(by_text[after])


def rows(title: str) -> list[list[str]]:
    """The rows of the table of a section, without its head."""
    found = re.findall(r"(?m)^\| (.*) \|$", TEXT[TEXT.index(f"# {title}\n") :].partition("\n#")[0])
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
    """The table holds each feature that OAI308 knows: by its versions, in the order of the table of the linter."""
    known: dict[tuple[str, str], list[str]] = {}
    for feature in FEATURES:
        last = {None: "none", UNKNOWN: "not known"}.get(feature.ga, feature.ga)
        names = known.setdefault((feature.floor, last), [])
        if feature.name not in names:
            names.append(feature.name)
    told = [[cell.replace("`", "") for cell in row] for row in rows("api-versions")]
    assert told == [["; ".join(names), *versions] for versions, names in known.items()]


def test_which_calls_v1_serves():
    told = {
        call: (v1, dated)
        for calls, v1, dated in rows("Which calls v1 serves")
        for call in re.findall(r"`([^`]+)`", calls)
    }
    known = {call.removeprefix("beta.") for call in V1_CALLS}
    assert all(call.startswith(tuple(f"{name}." for name in told)) for call in known)
    for name, (v1, dated) in told.items():
        assert (v1 == "yes") == any(call.startswith(f"{name}.") for call in known), name
        ga = [row.ga for row in FEATURES if not row.argument and any(f"{c}.".startswith(f"{name}.") for c in row.calls)]
        if ga and "no longer" not in dated:
            assert ("previews only" in dated) == (not any(ga)), name


@CHILDREN
@pytest.mark.index
@pytest.mark.parametrize(
    ("environment", "made", "error"),
    [
        ("AZURE_OPENAI_API_KEY AZURE_OPENAI_ENDPOINT OPENAI_API_VERSION", "AzureOpenAI()", None),
        ("AZURE_OPENAI_AD_TOKEN AZURE_OPENAI_ENDPOINT OPENAI_API_VERSION", "AzureOpenAI()", None),
        ("AZURE_OPENAI_API_KEY AZURE_OPENAI_ENDPOINT AZURE_OPENAI_API_VERSION", "AzureOpenAI()", "OPENAI_API_VERSION"),
        ("AZURE_OPENAI_KEY AZURE_OPENAI_ENDPOINT OPENAI_API_VERSION", "AzureOpenAI()", "AZURE_OPENAI_API_KEY"),
        ("OPENAI_API_KEY OPENAI_BASE_URL", "OpenAI()", None),
        ("AZURE_OPENAI_API_KEY OPENAI_BASE_URL", "OpenAI()", "OPENAI_API_KEY"),
    ],
)
def test_what_is_read_from_the_environment(environment, made, error):
    source = f"import openai\nopenai.{made}\n"
    given = dict.fromkeys(environment.split(), "https://example.openai.azure.com")
    answer = sdks.ask(sdks.NEWEST, "run_program", source, given, 1)
    if error:
        assert f"`{error}`" in answer["message"]
    else:
        assert answer["error"] is None
        [row] = [row for row in rows("Credentials") if f"`{made.removesuffix('()')}`" in row[0]]
        assert {f"`{name}`" for name in given} <= set(row[3].split(", "))


V1 = 'base_url="https://example.openai.azure.com/openai/v1/", api_key=provider'
DATED = 'azure_endpoint="https://example.openai.azure.com", api_version="2024-10-21", azure_ad_token_provider=provider'


@CHILDREN
@pytest.mark.index
@pytest.mark.parametrize(
    ("module", "made", "error"),
    [
        ("azure.identity.aio", f"AsyncOpenAI({V1})", None),
        ("azure.identity", f"AsyncOpenAI({V1})", ["TypeError"]),
        ("azure.identity.aio", f"AsyncAzureOpenAI({DATED})", None),
        ("azure.identity", f"AsyncAzureOpenAI({DATED})", None),
    ],
)
def test_which_provider_an_async_client_takes(module, made, error):
    source = f"""
import asyncio
from openai import AsyncAzureOpenAI, AsyncOpenAI
from {module} import DefaultAzureCredential, get_bearer_token_provider
provider = get_bearer_token_provider(DefaultAzureCredential(), "{SCOPE}")
client = {made}
asyncio.run(client.chat.completions.create(model="chat", messages=[{{"role": "user", "content": "Hello"}}]))
"""
    with Server() as server:
        answer = sdks.ask(sdks.NEWEST, "run_program", source, {}, int(server.url.rpartition(":")[2]))
    assert answer["error"] == error
    assert [row[0] for row in answer["sent"]] == ([] if error else [200])


def test_one_scope():
    assert {scope for block in PROGRAMS for scope in re.findall(r"https://[\w.]+/\.default", block.text)} == {SCOPE}


@CHILDREN
@pytest.mark.index
def test_names_of_today_exist():
    today = "\n".join(row[1] for title in ("Calls", "Exceptions", "All names") for row in rows(title))
    names = set(re.findall(r"openai\.[A-Z]\w+", today)) | set(re.findall(r"client\.[a-z_]+(?:\.[a-z_]+)+", today))
    names |= {f"client.{call}" for row in rows("Which calls v1 serves") for call in re.findall(r"`([^`]+)`", row[0])}
    assert len(names) > 20
    source = "import openai\nclient = openai.OpenAI(api_key='k')\n" + "\n".join(sorted(names))
    assert sdks.ask(sdks.NEWEST, "run_program", source, {}, 1)["error"] is None


def test_links_within_the_page():
    titles = [title.lower() for title in re.findall(r"(?m)^#+ (.*)$", TEXT)]
    assert len(set(titles)) == len(titles)
    anchors = {re.sub(r"[^a-z0-9 -]", "", title).replace(" ", "-") for title in titles}
    links = set(re.findall(r"\]\(#([^)]+)\)", PAGE))
    assert links
    assert links <= anchors


def test_each_code_leads_to_its_page():
    told = re.findall(r"\[(OAI\d{3})\]\(rules/(OAI\d{3})\.md\)", PAGE)
    assert {code for code, _ in told} == {page for _, page in told} == set(re.findall(r"OAI\d{3}", PAGE))
    assert {rule.code for rule in RULES if rule.code[3] in "34"} <= {code for code, _ in told}
