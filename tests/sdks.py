"""Releases of openai for the proofs, which the tests install side by side and ask through a process each.

A test that asks one needs the package index once; mark it ``index``. The cache is ``OAI_TEST_CACHE``, by
default a folder in the user's cache folder. Without the index a test is skipped; in CI it fails.
"""

from __future__ import annotations

import atexit
import copy
import functools
import hashlib
import json
import os
import sys
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

import nurseries
import pytest

from flake8_openai_v1.sdk.versions import PROBED

ROOT = Path(__file__).parent.parent
sys.path.append(str(ROOT / "tools"))

import installs  # noqa: E402

INSIDE = [ROOT / "tests" / folder / "inside.py" for folder in ("sdk", "azure")]

LIVE = ("run_program",)
"""Functions whose answers depend on more than the release."""

LEGACY = PROBED[0]
CURRENT = PROBED[1:]
NEWEST = PROBED[-1]

NEXT = {"1.1.2": "1.2.0", "1.2.0": "1.2.1", "1.2.4": "1.3.0", "1.3.7": "1.3.8", "1.7.1": "1.7.2", "1.7.2": "1.8.0"}
NEXT |= {"1.10.0": "1.11.0", "2.34.0": "2.35.0", "2.39.0": "2.40.0", "3.23.0": "3.24.0", "3.40.0": "3.41.0"}
"""The release that followed one after which something changed."""


def probe(release: str) -> installs.Probe:
    """The process with a release; one for the whole session."""
    found = _probe(release)
    if isinstance(found, installs.Probe):
        return found
    unreachable(found)


def unreachable(problem: installs.Unreachable) -> None:
    """Skip the test for want of the package index, or fail it in CI."""
    message = f"needs the package index once: {problem}"
    if os.environ.get("CI") == "true":
        pytest.fail(message, pytrace=False)
    pytest.skip(message)


def ask(release: str, function: str, *arguments: object):
    """The answer of a function of ``tools/inside.py`` or of ``INSIDE`` in the process of a release."""
    return copy.deepcopy(_answer(release, function, json.dumps(arguments)))


def ask_apart(release: str, function: str, *arguments: object):
    """The same in a process that ``ask`` does not ask: for what leaves clients and settings in the module."""
    found = _probe(release, apart=True)
    if not isinstance(found, installs.Probe):
        unreachable(found)
    return found.ask(function, *arguments)


@functools.cache
def _answer(release: str, function: str, arguments: str):
    """The answer of a release."""
    given = json.loads(arguments)
    if function in LIVE:
        return probe(release).ask(function, *given)
    return kept(release, INSIDE, [function, given], lambda: probe(release).ask(function, *given))


def ended(release: str, script: Path, function: str, programs: object, beside: Iterable[tuple[str, ...]] = ()):
    """What came of programs: the answer of a function of a script, beside a release and other packages."""

    def answer():
        try:
            started = installs.Probe(release, script, beside=tuple(installs.package(*one) for one in beside))
        except installs.Unreachable as problem:
            unreachable(problem)
        try:
            return started.ask(function, programs)
        finally:
            started.close()

    return kept(release, [script], [function, programs, *beside], answer)


def kept(release: str, scripts: Iterable[Path], question: object, answer: Callable[[], Any]):
    """What scripts answer of a release. It is written down: neither the release nor the question changes."""
    place = _answers(release, *scripts) / hashlib.sha256(json.dumps(question).encode()).hexdigest()[:32]
    try:
        return json.loads(place.read_text("utf-8"))
    except (OSError, ValueError):
        found = answer()
    scratch = place.with_suffix(f".{os.getpid()}")
    scratch.write_text(json.dumps(found), "utf-8")
    scratch.replace(place)
    return found


@functools.cache
def _answers(release: str, *scripts: Path) -> Path:
    """The folder of the cache for answers of a release, as it is installed, to these questions, by this Python."""
    said = hashlib.sha256(repr((release, sys.version)).encode())
    for script in (installs.INSIDE, *scripts):
        said.update(script.read_bytes())
    for folder in folders(release):
        said.update(repr((str(folder), folder.stat().st_mtime_ns)).encode())
    place = installs.cache() / "answers" / f"{release}-{said.hexdigest()[:16]}"
    place.mkdir(parents=True, exist_ok=True)
    return place


@functools.cache
def _probe(release: str, *, apart: bool = False) -> installs.Probe | installs.Unreachable:
    try:
        started = installs.Probe(release, *INSIDE)
    except installs.Unreachable as problem:
        return problem
    atexit.register(started.close)
    return started


INFERENCE = ("azure-ai-inference==1.0.0b9", "azure-core==1.41.0")


def inference(function: str, *arguments: object):
    """The answer of a function of ``tests/sdk/inside_inference.py``: azure-ai-inference beside the newest openai."""
    return copy.deepcopy(_inference_answer(function, json.dumps(arguments)))


@functools.cache
def _inference_answer(function: str, arguments: str):
    found = _inference()
    if not isinstance(found, installs.Probe):
        unreachable(found)
    return found.ask(function, *json.loads(arguments))


@functools.cache
def _inference() -> installs.Probe | installs.Unreachable:
    try:
        beside = (installs.package(*INFERENCE),)
        started = installs.Probe(NEWEST, ROOT / "tests" / "sdk" / "inside_inference.py", beside=beside)
    except installs.Unreachable as problem:
        return problem
    atexit.register(started.close)
    return started


def fresh(release: str, expression: str, environment: dict[str, str] | None = None):
    """The value of an expression in a process of its own that has imported a release and no more; see ``nurseries``."""
    clean = {name: value for name, value in os.environ.items() if "OPENAI" not in name} | installs.NO_CERTIFICATES
    done = nurseries.run(
        [ROOT / "tests" / "sdk" / "expression.py", expression],
        folder=ROOT,
        environment=clean | {"PYTHONPATH": os.pathsep.join(map(str, folders(release)))} | (environment or {}),
        modules=["json", "inspect", "+openai"],
    )
    assert not done.status, done.complained.decode()
    return json.loads(done.printed)


def folders(release: str) -> list[Path]:
    """The folders that make a release importable."""
    try:
        return installs.path(release)
    except installs.Unreachable as problem:
        unreachable(problem)
        raise


def wheel(requirement: str) -> Path:
    """The wheel of another package, downloaded once."""
    try:
        return installs.wheel(requirement)
    except installs.Unreachable as problem:
        unreachable(problem)


def at(row, release: str) -> str | None:
    """What a row of a table says to write at a release."""
    key = installs.release_key(release)
    return next((use for last, use in row.until if key <= installs.release_key(last)), row.use)
