"""The programs of ``programs``, ``ordinary``, ``projects``, and how one is run with an SDK against the local service.

A program is a file or a folder; the file that is started says in comments at its head how, if there is more to say::

    # run: --model gpt-4 "What is new?"       arguments
    # input: first line|second line           standard input
    # environment: AZURE_OPENAI_KEY=k X=y     variables beside those below; ``X=`` unsets one
    # order: any                              its requests are sent at the same time
    # process: own                            packages that the SDK looks for stand beside it
    # fix: --select OAI102 bot.py             what the command ``fix`` is given (in ``projects``)

``OPENAI_API_KEY`` is ``sk-for-tests``. ``OPENAI_API_BASE`` (0.x) and ``OPENAI_BASE_URL`` (today) lead to the service.
In the text of a program, in its arguments and variables, ``https://`` and a host of OpenAI, of Azure, of ``.example``
or ``.internal`` is replaced by the address of the service when the program is run: so nothing leaves the machine, and
requests still tell which host was meant. The proxy ``http://proxy.example:3128`` is the service as well.
"""

from __future__ import annotations

import atexit
import functools
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
import threading
from pathlib import Path
from typing import Any, ClassVar, NamedTuple

import sdks
from azure.running import FOREIGN, TENACITY
from azure.server import Server
from behaviour import recording
from sdks import installs

PROGRAMS = Path(__file__).with_name("programs")
ORDINARY = Path(__file__).with_name("ordinary")
PROJECTS = Path(__file__).with_name("projects")
RECORDED = {
    PROGRAMS: Path(__file__).with_name("recorded"),
    ORDINARY: Path(__file__).with_name("recorded_ordinary"),
    PROJECTS: Path(__file__).with_name("recorded_projects"),
}
"""The folders of programs, and of what they did under openai 0.28.1."""

BACKOFF = "backoff==2.2.1"
KEY = "sk-for-tests"
GPT = ("chat", "support", "writer", "west-chat", "east-chat", "helper", "planner", "agent", "docs-chat")
DEPLOYMENTS = {
    **dict.fromkeys(GPT, "gpt-4o"),
    "gpt-35-turbo": "gpt-35-turbo",
    "completer": "gpt-35-turbo-instruct",
    "vectors": "text-embedding-3-small",
    "ears": "whisper",
}
FILES = {
    "recording.mp3": b"ID3 not really a recording",
    "speech.wav": b"RIFF not really speech",
    "picture.png": b"\x89PNG not really a picture",
    "mask.png": b"\x89PNG not really a mask",
    "train.jsonl": b'{"messages": [{"role": "user", "content": "Hi"}]}\n',
}
"""What lies beside each program when it runs."""

HOST = re.compile(r"https://([\w.{}%-]*\.(?:openai\.com|openai\.azure\.com|example|internal))\b")
PROXY = "http://proxy.example:3128"
SERVED = (".py", ".env", ".ini", ".json", ".ipynb")
"""What the names of files end with in which addresses are replaced."""
HEAD = re.compile(r"^# (run|input|environment|order|process|fix): (.*)$", re.MULTILINE)
RELEASES = {"legacy": sdks.LEGACY, "current": sdks.NEWEST}
COMMON = {
    "legacy": ["asyncio", "unittest.mock", "requests", "aiohttp", "tqdm", "openai"],
    "current": ["asyncio", "unittest.mock", "openai.resources", "openai.resources.chat"],
}
"""What an SDK or many programs import."""
LONGEST = 60
"""Seconds that a program may take."""


class Program(NamedTuple):
    """A program: its files by their paths, and how it is started."""

    name: str
    files: dict[str, bytes]
    main: str
    folder: Path = PROGRAMS

    @property
    def head(self) -> dict[str, str]:
        """What the comments at the head of the file that is started say."""
        return dict(HEAD.findall(self.files[self.main].decode("utf-8-sig").replace("\r\n", "\n")))

    @property
    def recorded(self) -> Path:
        """The file that says what it does."""
        return RECORDED[self.folder] / f"{self.name}.json"


class Did(NamedTuple):
    """What came of a program, in the form of ``recording.py``; ``complaint`` is not compared."""

    status: int
    printed: list[str]
    requests: list[dict[str, Any]]
    complaint: str = ""

    def said(self) -> dict[str, Any]:
        """What is recorded."""
        return {"status": self.status, "printed": self.printed, "requests": self.requests}


def programs(folder: Path = PROGRAMS) -> list[Program]:
    """All programs of a folder. Of one that is a folder itself ``main.py`` is started."""
    found = []
    for path in sorted(folder.iterdir()):
        if path.is_dir() and path.name != "__pycache__":
            files = {file.relative_to(path).as_posix(): file for file in sorted(path.rglob("*")) if file.is_file()}
            kept = {name: file.read_bytes() for name, file in files.items() if "__pycache__" not in name}
            found.append(Program(path.name, kept, "main.py", folder))
        elif path.suffix == ".py":
            found.append(Program(path.stem, {path.name: path.read_bytes()}, path.name, folder))
    return found


def run(program: Program, form: str = "legacy") -> Did:
    """What a program does with the SDK of ``legacy`` or ``current``."""
    head = program.head
    with Server(DEPLOYMENTS, retries=False) as server, tempfile.TemporaryDirectory() as scratch:
        folder = Path(scratch, "here")
        for name, content in {**FILES, **program.files}.items():
            place = folder / name
            place.parent.mkdir(parents=True, exist_ok=True)
            place.write_bytes(served(content, server) if name.endswith(SERVED) else content)
        words = shlex.split(served(head.get("run", "").encode(), server).decode())
        given = Path(scratch, "input")
        given.write_text(head.get("input", "").replace("|", "\n"), "utf-8")
        job = {
            "words": [program.main, *words],
            "folder": str(folder),
            "environment": environment(program, server),
            "input": str(given),
            "output": str(given.with_name("output")),
            "complaint": str(given.with_name("complaint")),
        }
        own = head.get("process") == "own" or not hasattr(os, "fork")
        status = (in_process if own else in_nursery)(job, form)
        told, complaint = (Path(job[name]).read_text("utf-8") for name in ("output", "complaint"))
        asked = recording.requests(server.requests)
    if head.get("order") == "any":
        asked.sort(key=repr)
    return Did(status, recording.printed(told), asked, complaint)


def in_process(job: dict[str, Any], form: str) -> int:
    """Run a program in a process that is started for it."""
    with open(job["input"]) as given, open(job["output"], "w") as told, open(job["complaint"], "w") as complaint:
        return subprocess.run(
            [sys.executable, *job["words"]],
            cwd=job["folder"],
            env=job["environment"] | importable(form),
            stdin=given,
            stdout=told,
            stderr=complaint,
            timeout=LONGEST,
            check=False,
        ).returncode


class Nursery:
    """``nursery.py`` with an SDK: runs a program several times faster than a process that begins anew."""

    idle: ClassVar[dict[str, list[Nursery]]] = {"legacy": [], "current": []}

    def __init__(self, form: str) -> None:
        self.process = subprocess.Popen(
            [sys.executable, Path(__file__).with_name("nursery.py"), *COMMON[form]],
            env=clean() | importable(form),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        atexit.register(self.process.kill)

    def run(self, job: dict[str, Any]) -> int:
        """The exit status of a program. One that takes too long ends the process, and the test with it."""
        assert self.process.stdin
        assert self.process.stdout
        patience = threading.Timer(LONGEST, self.process.kill)
        patience.start()
        self.process.stdin.write(json.dumps(job) + "\n")
        self.process.stdin.flush()
        status = self.process.stdout.readline()
        patience.cancel()
        return int(status)


def in_nursery(job: dict[str, Any], form: str) -> int:
    """Run a program in a process that others have been run in, or will be."""
    idle = Nursery.idle[form]
    try:
        nursery = idle.pop()
    except IndexError:
        nursery = Nursery(form)
    status = nursery.run(job)
    idle.append(nursery)
    return status


def served(text: bytes, server: Server) -> bytes:
    """A text whose addresses are those of the service."""
    text = text.replace(PROXY.encode(), server.url.encode())
    return re.sub(HOST.pattern.encode(), server.url.encode() + rb"/at/\1", text)


def clean() -> dict[str, str]:
    """The variables of whoever runs the tests, without those that would change what a program does."""
    return {name: value for name, value in os.environ.items() if not any(word in name for word in FOREIGN)}


def environment(program: Program, server: Server) -> dict[str, str]:
    """The variables for a program."""
    base = f"{server.url}/at/api.openai.com/v1"
    own = dict(word.partition("=")[::2] for word in shlex.split(program.head.get("environment", "")))
    ours = clean() | {
        "NO_PROXY": "127.0.0.1",
        "HTTPS_PROXY": "http://127.0.0.1:9",  # nobody is there: what would leave the machine fails
        "OPENAI_API_KEY": KEY,
        "OPENAI_API_BASE": base,
        "OPENAI_BASE_URL": base,
        **{name: served(value.encode(), server).decode() for name, value in own.items()},
    }
    return {name: value for name, value in ours.items() if value}


@functools.cache
def importable(form: str) -> dict[str, str]:
    """The variables that make an SDK and the packages for retries importable."""
    try:
        found = [*installs.path(RELEASES[form]), sdks.wheel(TENACITY), sdks.wheel(BACKOFF)]
    except installs.Unreachable as problem:
        sdks.unreachable(problem)
    ours = {"PYTHONDONTWRITEBYTECODE": "1", "PYTHONUTF8": "1", "PYTHONHASHSEED": "0"}  # sets are printed in one order
    return ours | {"PYTHONPATH": os.pathsep.join(map(str, found))}
