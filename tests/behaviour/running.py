"""The programs of ``programs``, ``ordinary``, ``packages``, ``projects``: how one is run, against the local service.

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

import functools
import os
import re
import shlex
import tempfile
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import nurseries
import sdks
from azure.running import FOREIGN, OPENAI, TENACITY
from azure.server import Server
from behaviour import recording
from sdks import installs

PROGRAMS = Path(__file__).with_name("programs")
ORDINARY = Path(__file__).with_name("ordinary")
PACKAGES = Path(__file__).with_name("packages")
PROJECTS = Path(__file__).with_name("projects")
RECORDED = {
    PROGRAMS: Path(__file__).with_name("recorded"),
    ORDINARY: Path(__file__).with_name("recorded_ordinary"),
    PACKAGES: Path(__file__).with_name("recorded_packages"),
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
    "legacy": ["asyncio", "unittest.mock", "requests", "aiohttp", "tqdm", "+openai"],
    "current": ["unittest.mock", *OPENAI],
}
"""What an SDK or many programs import."""


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
        own = head.get("process") == "own"
        ended = (nurseries.alone if own else in_nursery(form))(
            [program.main, *words],
            folder=folder,
            environment=environment(program, server) | importable(form),
            given=head.get("input", "").replace("|", "\n").encode(),
        )
        told, complaint = ended.printed.decode(), ended.complained.decode(errors="backslashreplace")
        asked = recording.requests(server.requests)
    if head.get("order") == "any":
        asked.sort(key=repr)
    return Did(ended.status, recording.printed(told), asked, complaint)


def in_nursery(form: str) -> Callable[..., nurseries.Ended]:
    """Run programs in processes that begin where an SDK is imported."""
    return functools.partial(nurseries.run, modules=COMMON[form])


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
        **installs.NO_CERTIFICATES,
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
