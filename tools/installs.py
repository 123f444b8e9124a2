"""Releases of openai side by side: installed into a cache, asked through a process each.

Used by ``tools/refresh.py`` and, through ``tests/sdks.py``, by the proofs in ``tests/sdk``.
"""

from __future__ import annotations

import contextlib
import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from flake8_openai_v1.sdk.versions import PROBED

INSIDE = Path(__file__).with_name("inside.py")

# Before 1.55.3 the SDK gave httpx an argument that httpx 0.28 no longer takes.
OLD_HTTPX = "httpx<0.28"
NEW_HTTPX = (1, 55, 3)

NO_CERTIFICATES = {"SSL_CERT_FILE": "", "SSL_CERT_DIR": str(INSIDE.parent)}
"""Variables for a process that speaks to this machine alone: a client reads no certificates, which takes it longest."""


class Unreachable(Exception):
    """The package index gave nothing: offline, or no such release."""


def release_key(release: str) -> tuple[int, ...]:
    """``"1.7.1"`` → ``(1, 7, 1)``."""
    return tuple(int(part) for part in release.split("."))


def cache() -> Path:
    """The folder for installed releases: ``OAI_TEST_CACHE``, else one in the user's cache folder."""
    chosen = os.environ.get("OAI_TEST_CACHE")
    if chosen:
        return Path(chosen)
    if sys.platform == "win32":
        base = os.environ.get("LOCALAPPDATA") or Path.home() / "AppData" / "Local"
    elif sys.platform == "darwin":
        base = Path.home() / "Library" / "Caches"
    else:
        base = os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache"
    return Path(base) / "flake8-openai-v1"


def newest(package: str = "openai") -> str:
    """The newest release of a package on the package index. Raises Unreachable."""
    answer = pip("install", "--dry-run", "--ignore-installed", "--no-deps", "--quiet", "--report=-", package)
    report = json.loads(answer[answer.index("{") :])
    return str(report["install"][0]["metadata"]["version"])


def path(release: str) -> list[Path]:
    """The folders that make a release importable by this Python, installed if need be. Raises Unreachable.

    A probed release, and one newer than all of them, has its dependencies beside it. Any other one only
    proves where something begins or ends: it borrows those of the next probed one in its major, which has
    what was new on the way; but an early one borrows those of the first, for its httpx.
    """
    key = release_key(release)
    family = [known for known in PROBED if release_key(known)[0] == key[0]]
    if release in PROBED or not family or key > release_key(PROBED[-1]):
        return [_install(release, with_dependencies=True)]
    later = [known for known in family if release_key(known) > key]
    lender = family[0] if key < NEW_HTTPX else (later or family[-1:])[0]
    return [_install(release, with_dependencies=False), *path(lender)]


def wheel(requirement: str) -> Path:
    """The wheel of some package ``name==version``, downloaded without what it needs. Raises Unreachable."""
    options = ("--no-deps", "--only-binary=:all:", "--python-version=3.11")
    return next(_made(f"wheel-{requirement}", "--dest", "download", requirement, *options).glob("*.whl"))


def wheels(requirement: str) -> Path:
    """The folder with the wheels of some package ``name==version`` and of what it needs. Raises Unreachable."""
    name = f"wheels-{requirement}-{sys.implementation.cache_tag}-{platform.system()}-{platform.machine()}".lower()
    return _made(name, "--dest", "download", "--only-binary=:all:", requirement)


def package(requirement: str, *more: str) -> Path:
    """The folder that makes other packages ``name==version``, and what they need, importable. Raises Unreachable."""
    name = f"{requirement}-{sys.implementation.cache_tag}-{platform.system()}-{platform.machine()}".lower()
    return _made(name, "--target", "install", "--no-compile", "--no-warn-conflicts", requirement, *more)


def _install(release: str, *, with_dependencies: bool) -> Path:
    """The folder of one release for this Python."""
    name = f"openai-{release}-{sys.implementation.cache_tag}-{platform.system()}-{platform.machine()}".lower()
    wanted = [f"openai=={release}"]
    if not with_dependencies:
        wanted.append("--no-deps")
    elif (1, 0) <= release_key(release) < NEW_HTTPX:
        wanted.append(OLD_HTTPX)
    return _made(name, "--target", "install", "--no-compile", "--no-warn-conflicts", *wanted)


def _made(name: str, into: str, *arguments: str) -> Path:
    """A folder of the cache that pip fills: once, under a lock, and moved into place when it is whole."""
    place = cache() / name
    if not place.is_dir():
        place.parent.mkdir(parents=True, exist_ok=True)
        with _locked(place.parent / f"{name}.lock"), tempfile.TemporaryDirectory(dir=place.parent) as scratch:
            if not place.is_dir():
                made = Path(scratch) / "made"
                pip(*arguments, "--quiet", into, str(made))
                made.rename(place)
    return place


@contextlib.contextmanager
def _locked(file: Path) -> Iterator[None]:
    """Hold a file lock against other processes, where the platform has one."""
    try:
        import fcntl
    except ImportError:
        yield
        return
    with file.open("w") as handle:
        fcntl.flock(handle, fcntl.LOCK_EX)
        yield


def pip(*arguments: str) -> str:
    """What pip of this Python prints. Raises Unreachable with the last line it complained with."""
    command = [sys.executable, "-m", "pip", "--disable-pip-version-check", *arguments]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        complaint = done.stderr.strip().splitlines() or [f"exit code {done.returncode}"]
        raise Unreachable(f"pip {' '.join(arguments)}: {complaint[-1]}")
    return done.stdout


class Probe:
    """A process with one release on its path that runs named functions and answers with their results.

    The functions are those of ``inside.py`` and of the scripts given. It answers in JSON.
    """

    def __init__(self, release: str, *scripts: Path, beside: tuple[Path, ...] = ()) -> None:
        """``beside`` are folders of other packages (see ``package``) that can be imported, too."""
        self.release = release
        environment = {key: value for key, value in os.environ.items() if "OPENAI" not in key}
        environment["PYTHONPATH"] = os.pathsep.join(map(str, (*path(release), *beside)))
        environment |= NO_CERTIFICATES
        self._process = subprocess.Popen(
            [sys.executable, str(INSIDE), *map(str, scripts)],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            env=environment,
        )

    def ask(self, function: str, *arguments: object) -> Any:
        """The result of one function. Raises RuntimeError with the traceback if it raised."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps([function, arguments]) + "\n")
        self._process.stdin.flush()
        answer = json.loads(self._process.stdout.readline() or '{"error": "the process ended"}')
        if "error" in answer:
            raise RuntimeError(f"{function} with openai {self.release}: {answer['error']}")
        return answer["result"]

    def close(self) -> None:
        """End the process."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait(timeout=10)
