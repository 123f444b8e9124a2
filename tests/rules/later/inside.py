"""Runs beside an installed openai, in a process of its own: what a program ends in, without a network."""

from __future__ import annotations

import asyncio
import contextlib
import gc
import importlib
import os
import pickle
import socket
import sys
import time
import traceback
import warnings

COMMON = ("openai", "openai.resources", "unittest.mock")
"""What programs import."""
RESOURCES = ("beta", "chat", "responses", "images", "files")
"""Those whose classes are loaded when a client is asked for them: they are, once."""


def outcomes(programs: list[str]) -> list[str]:
    """What each of these programs ends in: ``ok``, or the last line of its error; each in a process of its own."""
    for name in COMMON:
        with contextlib.suppress(ImportError):
            importlib.import_module(name)
    client = sys.modules["openai"].OpenAI(api_key="x") if "OpenAI" in dir(sys.modules["openai"]) else None
    for name in RESOURCES:
        getattr(client, name, None)
    gc.freeze()  # what is there is not looked through again in each process
    return [_outcome(program) for program in programs]


def _outcome(program: str) -> str:
    reader, writer = os.pipe()
    child = os.fork()
    if not child:
        os.close(reader)
        with os.fdopen(writer, "wb") as answer:
            answer.write(pickle.dumps(_run(program)))
        os._exit(0)
    os.close(writer)
    with os.fdopen(reader, "rb") as answer:
        text = answer.read()
    os.waitpid(child, 0)
    return pickle.loads(text) if text else "the process ended"


def _run(program: str) -> str:
    def refuse(*_: object, **__: object) -> None:
        raise ConnectionRefusedError("no network here")

    async def at_once(*_: object, **__: object) -> None:
        return None

    socket.socket.connect = refuse  # type: ignore[method-assign,assignment]
    address = (socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", 9))
    socket.getaddrinfo = lambda *_, **__: [address]  # type: ignore[assignment]
    asyncio.BaseEventLoop.create_connection = refuse_later  # type: ignore[method-assign,assignment]
    time.sleep = lambda seconds: None
    asyncio.sleep = at_once  # type: ignore[assignment]
    os.environ["PATH"] = "/usr/bin:/bin"
    sink = os.open(os.devnull, os.O_RDWR)
    for stream in (0, 1, 2):
        os.dup2(sink, stream)
    with warnings.catch_warnings(record=True) as caught:
        warnings.simplefilter("always")
        try:
            exec(compile(program, "<program>", "exec", dont_inherit=True), {"__name__": "program"})
            ended = "ok"
        except BaseException:
            kind, error, _ = sys.exc_info()
            ended = "".join(traceback.format_exception_only(kind, error)).strip()
    deprecated = [f"DeprecationWarning: {one.message}" for one in caught if one.category is DeprecationWarning]
    return "; ".join([*deprecated, ended])


async def refuse_later(*_: object, **__: object) -> None:
    """No connection."""
    raise ConnectionRefusedError("no network here")
