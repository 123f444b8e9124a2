"""What Microsoft's guides show, as programs of our own in each form that it has had.

A folder of ``programs`` is a task. In it are ``legacy.py`` (openai 0.x), ``old.py`` and ``old_async.py`` (1.x, with
what was needed then), ``inference.py`` (azure-ai-inference), ``current.py`` (a dated api-version) and ``v1.py`` (the v1
endpoint). Where something is to be found, a line says so, as in ``examples.py``. All forms of a task are run, each with
its own SDK, against the local service: they print the same, and ask the same.
"""

from __future__ import annotations

import json
import os
import ssl
import subprocess
import sys
from pathlib import Path

import pytest
from azure.running import azure, run
from azure.server import Request, Server

from examples import Found, expected, lint

PROGRAMS = Path(__file__).with_name("programs")
TASKS = sorted(folder.name for folder in PROGRAMS.iterdir())
FORMS = {"legacy": "legacy", "old": "old", "old_async": "old", "inference": "inference", "v1": "current"}
"""A file beside ``current.py``, and the SDK it is for."""

CHAT = ("orders-chat", "languages", "stories", "eyes", "quiz", "library", "guide", "parser")
DEPLOYMENTS = {
    **dict.fromkeys(CHAT, "gpt-4o"),
    "gpt-35-turbo": "gpt-35-turbo",
    "text-embedding-ada-002": "text-embedding-ada-002",
    "continue": "gpt-35-turbo-instruct",
    "vectors": "text-embedding-3-small",
    "painter": "gpt-image-1-mini",
    "voice": "tts",
    "ears": "whisper",
}
SEARCH = {"AZURE_SEARCH_ENDPOINT": "https://example.search.windows.net", "AZURE_SEARCH_KEY": "key-of-the-search"}
RECORDING = b"ID3 not really a recording"
PICTURE = b"\x89PNG not really a picture"

APART = {("entra", "inference"), ("speech", "old")}
"""Forms that have a test of their own."""

# What is said in other words today.
SAID_NOW = {"functions", "function_call", "tools", "tool_choice", "dataSources", "data_sources"}
ONLY_SOME = {"encoding_format", "stream", "model"}


def files() -> list[Path]:
    return sorted(PROGRAMS.rglob("*.py"))


def name(path: Path) -> str:
    return path.relative_to(PROGRAMS).as_posix()


@pytest.mark.parametrize("path", files(), ids=name)
def test_findings(path):
    source = path.read_text("utf-8")
    diagnostics = lint(source)
    told = "\n".join(f"{d.line}:{d.column + 1} {d.code} {d.message}" for d in diagnostics)
    assert [Found(d.line, d.column + 1, d.code) for d in diagnostics] == expected(source), told


def test_marks_are_where_they_belong():
    """Old forms have findings, today's have none."""
    for path in files():
        codes = {found.code for found in expected(path.read_text("utf-8"))}
        if path.stem in ("current", "v1", "credential"):
            assert not codes, path
        else:
            assert path.stem in FORMS, path
            assert codes, path


@pytest.fixture
def here(tmp_path):
    """A folder with the files that programs read."""
    (tmp_path / "recording.mp3").write_bytes(RECORDING)
    (tmp_path / "picture.png").write_bytes(PICTURE)
    return tmp_path


@pytest.mark.index
@pytest.mark.parametrize("task", TASKS)
def test_all_forms_do_the_same(task, here):
    forms = [form for form in FORMS if (PROGRAMS / task / f"{form}.py").is_file()]
    assert forms
    with Server(DEPLOYMENTS) as server:
        today = run(PROGRAMS / task / "current.py", "current", server, here, **SEARCH)
        assert today.status == 0, today.complained
        assert today.printed.strip()
        assert today.requests
        for form in forms:
            if (task, form) in APART:
                continue
            ran = run(PROGRAMS / task / f"{form}.py", FORMS[form], server, here, **SEARCH)
            assert ran.status == 0, f"{form}: {ran.complained}"
            assert ran.printed == today.printed, form
            assert asked(ran.requests) == asked(today.requests), form
            assert credentials(ran.requests) == credentials(today.requests), form


@pytest.mark.index
def test_token_of_inference(here):
    """Its SDK sends no token without TLS, so the service has a certificate of its own here."""
    certificate = here / "certificate.pem"
    subprocess.run(
        [sys.executable, "-c", CERTIFICATE, certificate],
        env={**os.environ, "PYTHONPATH": os.pathsep.join(map(str, azure()))},
        check=True,
    )
    today = PROGRAMS / "entra" / "current.py"
    with Server(DEPLOYMENTS) as server:
        expected = run(today, "current", server, here)
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate)
    with Secure(DEPLOYMENTS, context) as server:
        ran = run(today.with_name("inference.py"), "inference", server, here, REQUESTS_CA_BUNDLE=str(certificate))
    assert ran.status == 0, ran.complained
    assert ran.printed == expected.printed
    assert asked(ran.requests) == asked(expected.requests)
    assert credentials(ran.requests) == credentials(expected.requests)


class Secure(Server):
    """The service with TLS."""

    def __init__(self, deployments: dict[str, str], context: ssl.SSLContext) -> None:
        super().__init__(deployments)
        self._http.socket = context.wrap_socket(self._http.socket, server_side=True)

    @property
    def url(self) -> str:
        return super().url.replace("http://", "https://")


CERTIFICATE = """
import datetime, ipaddress, sys
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec

key = ec.generate_private_key(ec.SECP256R1())
name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "127.0.0.1")])
now = datetime.datetime.now(datetime.timezone.utc)
builder = x509.CertificateBuilder().subject_name(name).issuer_name(name).public_key(key.public_key())
builder = builder.serial_number(1).not_valid_before(now - datetime.timedelta(days=1))
builder = builder.not_valid_after(now + datetime.timedelta(days=1))
alternative = x509.SubjectAlternativeName([x509.IPAddress(ipaddress.ip_address("127.0.0.1"))])
builder = builder.add_extension(alternative, critical=False)
builder = builder.add_extension(x509.BasicConstraints(ca=True, path_length=None), critical=True)
with open(sys.argv[1], "wb") as file:
    file.write(builder.sign(key, hashes.SHA256()).public_bytes(serialization.Encoding.PEM))
    encoding, form = serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8
    file.write(key.private_bytes(encoding, form, serialization.NoEncryption()))
"""
"""Writes a certificate for this machine, signed by itself, and its key."""


@pytest.mark.index
def test_what_an_old_version_does_not_serve(here):
    """Speech is in no GA version: what OAI308 says of it is what comes."""
    with Server(DEPLOYMENTS) as server:
        ran = run(PROGRAMS / "speech" / "old.py", "current", server, here)
    assert ran.status
    assert ran.complained.strip().splitlines()[-1].startswith("openai.NotFoundError: Error code: 404")


def asked(requests: list[Request]) -> list[tuple]:
    """What requests ask for, without how that is said: what, of which deployment, with which words."""
    told = []
    for request in requests:
        if request.operation.startswith("operations/"):
            continue  # looks whether a picture is ready
        body = {key: value for key, value in (request.body or {}).items() if key not in SAID_NOW | ONLY_SOME}
        if "messages" in body:
            body["messages"] = [message(one) for one in body["messages"]]
        if isinstance(body.get("input"), str):
            body["input"] = [body["input"]]
        operation = request.operation.removeprefix("extensions/").partition(":submit")[0]
        # The job for a picture had no deployment.
        deployment = request.deployment if operation != "images/generations" else None
        streamed = bool((request.body or {}).get("stream"))
        told.append((request.method, operation, deployment, streamed, words(request.body), body))
    # Requests that are sent at the same time come in any order.
    return sorted(told, key=json.dumps)


def message(sent: dict) -> dict:
    """A message, without how a call of a function and its result are said."""
    content = sent.get("content")
    if sent["role"] in ("tool", "function"):
        return {"role": "tool", "content": content}
    called = [call["function"] for call in sent.get("tool_calls") or ()]
    if sent.get("function_call"):
        called.append(sent["function_call"])
    return {"role": sent["role"], "content": content, "called": called}


def words(body: dict | None) -> list:
    """Functions and sources of data that a request names, in whichever words."""
    body = body or {}
    functions = body.get("functions") or [tool["function"] for tool in body.get("tools", ())]
    choice = body.get("function_call") or body.get("tool_choice")
    sources = []
    for source in [*body.get("dataSources", ()), *body.get("data_sources", ())]:
        given = source["parameters"]
        key = given.get("key") or given["authentication"]["key"]
        sources.append([given["endpoint"], given.get("indexName") or given["index_name"], key])
    return [functions, choice, sources]


def credentials(requests: list[Request]) -> set[str]:
    """The key or the tokens that requests carry, in whichever header."""
    found = set()
    for request in requests:
        token = request.headers.get("authorization", "").removeprefix("Bearer ")
        found.add(request.headers.get("api-key") or token)
    return found
