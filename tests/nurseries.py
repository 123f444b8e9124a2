"""Runs programs of Python in processes of their own that begin where what they import is there: see ``nursery.py``.

It is as if each process were started anew, several times faster. Where there is no fork, each is.
"""

from __future__ import annotations

import atexit
import json
import os
import subprocess
import sys
import tempfile
import threading
from collections import defaultdict
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import ClassVar, NamedTuple

SCRIPT = Path(__file__).with_name("nursery.py")
AT_THE_START = ("PYTHON", "LC_", "LANG")
"""Beginnings of the names of variables that Python itself reads, when it is started."""
BASE = ("PATH", "HOME", "TMPDIR", "SYSTEMROOT")
LONGEST = 120
"""Seconds that a program may take."""


class Ended(NamedTuple):
    """What came of a program."""

    status: int
    printed: bytes
    complained: bytes


def alone(
    words: Iterable[object],
    *,
    folder: Path,
    environment: Mapping[str, str],
    given: bytes = b"",
    python: Path | str = sys.executable,
) -> Ended:
    """Run a script, or ``-m`` and a module, with arguments, in a process that is started for it.

    ``python`` may be any program that takes these words.
    """
    done = subprocess.run(
        [python, *map(str, words)],
        cwd=folder,
        env=dict(environment),
        input=given,
        capture_output=True,
        timeout=LONGEST,
        check=False,
    )
    return Ended(done.returncode, done.stdout, done.stderr)


def run(
    words: Iterable[object],
    *,
    folder: Path,
    environment: Mapping[str, str],
    given: bytes = b"",
    python: Path | str = sys.executable,
    modules: Iterable[str] = (),
) -> Ended:
    """The same, where ``modules`` are imported already, those of them that are there.

    One with a ``+`` before it looks at the environment when it is imported: its own code runs again, when the program
    imports it.
    """
    if not hasattr(os, "fork"):
        return alone(words, folder=folder, environment=environment, given=given, python=python)
    with tempfile.TemporaryDirectory() as scratch:
        files = [Path(scratch, name) for name in ("input", "output", "complaint")]
        files[0].write_bytes(given)
        nursery = _idle(str(python), environment, tuple(modules))
        status = nursery.run([str(word) for word in words], folder, environment, files)
        nursery.idle[nursery.key].append(nursery)
        return Ended(status, *(file.read_bytes() for file in files[1:]))


Key = tuple[str, tuple[tuple[str, str], ...], tuple[str, ...]]


class _Nursery:
    """One such process, for programs that agree on the interpreter, on what it is told, and on modules."""

    idle: ClassVar[defaultdict[Key, list[_Nursery]]] = defaultdict(list)

    def __init__(self, key: Key, base: dict[str, str]) -> None:
        self.key = key
        python, told, modules = key
        self.process = subprocess.Popen(
            [python, str(SCRIPT), *modules],
            env=base | dict(told),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        atexit.register(self.process.communicate)  # its input ends, and so does it

    def run(self, words: list[str], folder: Path, environment: Mapping[str, str], files: list[Path]) -> int:
        """The exit status of a program. One that takes too long ends the process, and the test with it."""
        assert self.process.stdin
        assert self.process.stdout
        job = {"words": words, "folder": str(folder), "environment": dict(environment), "files": list(map(str, files))}
        patience = threading.Timer(LONGEST, self.process.kill)
        patience.start()
        self.process.stdin.write(json.dumps(job) + "\n")
        self.process.stdin.flush()
        status = self.process.stdout.readline()
        patience.cancel()
        return int(status)


def _idle(python: str, environment: Mapping[str, str], modules: tuple[str, ...]) -> _Nursery:
    """A process that nobody uses, or a new one. Modules that it imports see hardly more than what Python is told."""
    told = {name: value for name, value in environment.items() if name.startswith(AT_THE_START)}
    told.pop("PYTHONDONTWRITEBYTECODE", None)  # that is for the program; what is imported before is written down
    key = (python, tuple(sorted(told.items())), modules)
    if _Nursery.idle[key]:
        return _Nursery.idle[key].pop()
    return _Nursery(key, {name: environment[name] for name in BASE if name in environment})
