"""Run a program as a user would: in a process of its own, with a release of an SDK, against the local service."""

from __future__ import annotations

import os
import re
from pathlib import Path
from typing import NamedTuple

import nurseries
import sdks
from azure.server import KEY, Request, Server
from sdks import installs

OLD = "1.109.1"
"""The SDK of programs that were written for 1.x and need httpx, which 3.x no longer uses."""
IDENTITY = ("azure-identity==1.27.0", "aiohttp==3.14.5")
TENACITY = "tenacity==9.1.2"
OPENAI = (
    *("asyncio", "json", "+openai", "openai.resources.chat.completions.completions"),
    *("openai.resources.chat.chat", "openai.resources.completions", "openai.resources.embeddings", "openai.pagination"),
    *("httpcore", "httpcore2", "h11", "anyio.streams.tls", "anyio._backends._asyncio", "truststore", "encodings.idna"),
    *("azure.identity", "azure.identity.aio"),
)
"""What current SDKs import, partly when a client is made, and what programs for them do."""
IMPORTED = {
    "legacy": ("asyncio", "json", "requests", "aiohttp", "tqdm", "+openai"),
    "old": (*OPENAI, "httpx"),
    "current": OPENAI,
    "inference": ("asyncio", "json", "azure.core", "azure.ai.inference", "azure.ai.inference.aio"),
}
"""What programs in a form import."""


class Ran(NamedTuple):
    """What came of a program."""

    status: int
    printed: str
    complained: str
    requests: list[Request]


def azure() -> list[Path]:
    """The folders with azure-ai-inference and azure-identity."""
    try:
        return [installs.package(*sdks.INFERENCE), installs.package(*IDENTITY)]
    except installs.Unreachable as problem:
        sdks.unreachable(problem)
        raise


def folders(form: str, source: str) -> list[Path]:
    """What must be on the path for a program in a form: ``legacy``, ``old``, ``current`` or ``inference``."""
    try:
        releases = {"legacy": sdks.LEGACY, "old": OLD, "current": sdks.NEWEST}
        found = installs.path(releases[form]) if form in releases else []
    except installs.Unreachable as problem:
        sdks.unreachable(problem)
    if "tenacity" in source:
        found = [*found, sdks.wheel(TENACITY)]
    # Last: what the SDK brings along goes before what azure-identity brings.
    return [*found, *azure()] if re.search(r"(?m)^(from|import) (azure\.|credential)", source) else found


def run(program: Path, form: str, server: Server, cwd: Path, **environment: str) -> Ran:
    """What a program prints and asks."""
    ours = {name: value for name, value in os.environ.items() if not any(word in name for word in FOREIGN)}
    ours |= {
        "PYTHONPATH": os.pathsep.join(map(str, folders(form, program.read_text("utf-8")))),
        "PYTHONDONTWRITEBYTECODE": "1",
        **installs.NO_CERTIFICATES,
        "NO_PROXY": "127.0.0.1",
        "AZURE_OPENAI_ENDPOINT": server.url,
        "AZURE_OPENAI_API_KEY": KEY,
        "AZURE_INFERENCE_ENDPOINT": f"{server.url}/models",
        "AZURE_INFERENCE_KEY": KEY,
        **environment,
    }
    server.forget()
    done = nurseries.run([program], folder=cwd, environment=ours, modules=IMPORTED[form])
    return Ran(done.status, done.printed.decode(), done.complained.decode(), list(server.requests))


FOREIGN = ("OPENAI", "AZURE", "_PROXY", "_proxy", "PYTHON")
"""Words in names of variables of whoever runs the tests that would change what a program does."""
