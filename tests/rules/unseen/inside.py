"""Runs beside an installed openai, in a process of its own: programs, against a service that this process plays.

No request leaves the process: each is answered here, below the clients of HTTP, and written down.
"""

from __future__ import annotations

import contextlib
import gc
import importlib
import json
import os
import pickle
import re
import runpy
import socket
import sys
import tempfile
import time
import traceback
import warnings
from pathlib import Path
from typing import Any

COMMON = ("openai", "openai.resources", "openai.types", "unittest.mock", "httpx", "httpx2", "respx", "requests")
"""What programs import."""
RESOURCES = ("audio", "beta", "chat", "completions", "embeddings", "files", "images", "models", "responses")
"""Those whose classes are loaded when a client is asked for them: they are, once."""
VARIABLES = {"OPENAI_API_KEY": "test", "KEY": "test"}
COMMAND = """#!/bin/sh
case "$1" in api|tools|migrate|grit|wandb) echo "unknown command" >&2; exit 2;; esac
"""
"""OpenAI's own command, which has none of the old words."""

CHAT = {
    "id": "c",
    "object": "chat.completion",
    "created": 1,
    "model": "gpt-6-sol",
    "choices": [{"index": 0, "finish_reason": "stop", "message": {"role": "assistant", "content": "hi"}}],
}
RESPONSE = {
    "id": "resp_1",
    "object": "response",
    "created_at": 1,
    "model": "gpt-6-sol",
    "output": [],
    "parallel_tool_calls": True,
    "tool_choice": "auto",
    "tools": [],
}
OTHER = {"id": "one_1", "object": "list", "data": [], "choices": [], "text": "hi", "model": "m", "results": []}
"""The service's answer to the rest of what is asked."""


def ends(cases: list[dict[str, str]]) -> list[dict[str, object]]:
    """What comes of programs, given as files by their names, the last or ``main.py`` being run: each in a process."""
    for name in COMMON:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    client = sys.modules["openai"].OpenAI(api_key="x")
    for name in RESOURCES:
        getattr(client, name, None)
    gc.freeze()  # what is there is not looked through again in each process
    return [_ended(files) for files in cases]


def _ended(files: dict[str, str]) -> dict[str, object]:
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.close(reader)
        with os.fdopen(writer, "wb") as answer:
            answer.write(pickle.dumps(_run(files)))
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as answer:
        text = answer.read()
    os.waitpid(child, 0)
    return pickle.loads(text) if text else {"ended": "the process ended", "warned": [], "sent": []}


def _run(files: dict[str, str]) -> dict[str, object]:
    sent: list[str] = []
    _play_the_service(sent)
    sink = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(sink, stream)
    with tempfile.TemporaryDirectory() as folder, warnings.catch_warnings(record=True) as caught:
        program = _written(files, Path(folder))
        os.chdir(folder)
        sys.path.insert(0, folder)
        sys.argv = [str(program)]
        for name in [name for name in os.environ if "OPENAI" in name]:
            del os.environ[name]
        os.environ.update(VARIABLES)
        os.environ["PATH"] = f"{folder}/bin:/usr/bin:/bin" if "CLI" in files else "/usr/bin:/bin"
        warnings.simplefilter("always")
        try:
            runpy.run_path(str(program), run_name="__main__")
            ended = "runs"
        except BaseException:
            kind, error, _ = sys.exc_info()
            ended = "".join(traceback.format_exception_only(kind, error)).strip()
        os.chdir("/")
    warned = [str(one.message) for one in caught if one.category is DeprecationWarning]
    return {"ended": ended, "warned": warned, "sent": sent}


def _written(files: dict[str, str], folder: Path) -> Path:
    """The program to run, with its files in a folder."""
    command = folder / "bin" / "openai"
    command.parent.mkdir()
    command.write_text(COMMAND)
    command.chmod(0o755)
    names = [name for name in files if name != "CLI"]
    for name in names:
        text = files[name]
        if name.endswith(".ipynb"):
            text = re.sub(r"(?m)^!(.*?)(?: +# OAI.*)?$", r"import os; os.system(\1)", text)
            text = re.sub(r"os\.system\((.*)\)$", lambda match: f"os.system({match[1]!r})", text, flags=re.MULTILINE)
        (folder / name).with_suffix(".py").write_text(text, "utf-8")
    run = "main.py" if "main.py" in names else names[-1]
    return (folder / run).with_suffix(".py")


def _play_the_service(sent: list[str]) -> None:
    """Answer what goes out, below the clients of HTTP, and write it down; let nothing else out but to this machine."""
    connect = socket.socket.connect

    def only_here(self: socket.socket, address: Any) -> Any:
        if isinstance(address, tuple) and address[0] not in ("127.0.0.1", "::1"):
            raise ConnectionRefusedError("no network here")
        return connect(self, address)

    socket.socket.connect = only_here  # type: ignore[method-assign,assignment]
    time.sleep = lambda seconds: None
    for name in ("httpcore", "httpcore2"):
        module = sys.modules.get(name)
        if module is not None:
            _answer_in(module, sent)
    requests = sys.modules.get("requests")
    if requests is not None:

        def send(self: object, request: Any, **_: object) -> object:
            status, kind, body = _answer(sent, request.method, request.url, request.body or b"")
            answer = requests.Response()
            answer.status_code, answer._content, answer.url = status, body, request.url
            answer.headers["content-type"] = kind
            return answer

        requests.adapters.HTTPAdapter.send = send


def _answer_in(module: Any, sent: list[str]) -> None:
    """Have the pools of connections of ``httpcore`` or ``httpcore2`` answer by themselves, but for this machine."""
    sync, later = module.ConnectionPool.handle_request, module.AsyncConnectionPool.handle_async_request

    def url(request: Any) -> str:
        parts = request.url
        return f"{parts.scheme.decode()}://{parts.host.decode()}{parts.target.decode()}"

    def answered(request: Any, body: bytes) -> object:
        status, kind, text = _answer(sent, request.method.decode(), url(request), body)
        return module.Response(status, headers=[(b"content-type", kind.encode())], content=text)

    def handle(self: Any, request: Any) -> object:
        if "//127.0.0.1" in url(request):
            return sync(self, request)
        return answered(request, b"".join(request.stream))

    async def handle_later(self: Any, request: Any) -> object:
        if "//127.0.0.1" in url(request):
            return await later(self, request)
        return answered(request, b"".join([part async for part in request.stream]))

    handle.__name__, handle_later.__name__ = sync.__name__, later.__name__  # which respx goes by
    module.ConnectionPool.handle_request = handle
    module.AsyncConnectionPool.handle_async_request = handle_later


def _answer(sent: list[str], method: str, url: str, body: bytes | str) -> tuple[int, str, bytes]:
    """Status, kind and text of the service's answer; the request is written down as its address and its arguments."""
    if isinstance(body, str):
        body = body.encode()
    try:
        given = json.loads(body)
    except ValueError:
        named = dict(re.findall(rb'name="(\w+)"\r\n\r\n([^\r]*)', body))
        given = {name.decode(): value.decode(errors="replace") for name, value in named.items()}
    given = given if isinstance(given, dict) else {}
    sent.append(" ".join([method, url, str(given.get("model", "")), *sorted(given)]))
    if given.get("stream"):
        chunk = CHAT | {"object": "chat.completion.chunk", "choices": []}
        return 200, "text/event-stream", f"data: {json.dumps(chunk)}\n\ndata: [DONE]\n\n".encode()
    answer = CHAT if "/chat/completions" in url else RESPONSE if url.endswith("/responses") else OTHER
    return 200, "application/json", json.dumps(answer).encode()
