"""Each row of ``sdk/removals.py``: there in the releases before, not there since, and what to write is there.

That each is found from that release on is in ``rules/test_generated.py``.
"""

from __future__ import annotations

import pytest
import sdks
from sdks import NEWEST, ask, installs

from flake8_openai_v1.sdk.index import REMOVED

import history  # isort: skip

RELEASES = ("1.0.0", "1.30.0", "1.65.5", "1.109.1", "2.54.0", NEWEST)
BOUNDARIES = {
    "1.7.2": "1.7.1",
    "1.66.0": "1.65.5",
    "1.92.0": "1.91.0",
    "2.35.0": "2.34.0",
    "3.38.0": "3.37.0",
    "3.55.0": "3.54.0",
}
"""Releases that took something away, each with the one before it."""

NAMES = [path for path in REMOVED if "(" not in path]
ARGUMENTS = [path for path in REMOVED if "(" in path]


def key(release: str) -> tuple[int, ...]:
    return installs.release_key(release)


def since(path: str) -> tuple[int, ...]:
    return key(REMOVED[path].since)


@pytest.mark.index
@pytest.mark.parametrize("release", RELEASES)
def test_what_went_is_not_there(release):
    assert ask(release, "resolving", [path for path in NAMES if since(path) <= key(release)]) == []


@pytest.mark.index
def test_what_went_was_there():
    """In one of these releases, unless it came and went between two of them."""
    seen = {path for release in RELEASES for path in ask(release, "resolving", NAMES)}
    assert {"client.edits", "client.beta.vector_stores", "openai.types.beta.VectorStore", "openai.cli"} <= seen
    assert len(seen) > 250
    bounds = list(map(key, RELEASES))
    came_and_went = [path for path in NAMES if path not in seen]
    assert not [path for path in came_and_went if since(path) in bounds]


@pytest.mark.index
def test_what_is_written_instead_is_there():
    uses = sorted({row.use for row in REMOVED.values() if row.use is not None})
    assert set(uses) - set(ask(NEWEST, "resolving", uses)) == set()


@pytest.fixture(scope="module")
def paths():
    """All paths of a release, read from its wheel."""

    def read(release: str) -> dict[str, str]:
        try:
            return history.paths(release)
        except installs.Unreachable as problem:
            sdks.unreachable(problem)

    return read


@pytest.mark.index
@pytest.mark.parametrize("release", BOUNDARIES)
def test_it_went_with_that_release(release, paths):
    went = [path for path in REMOVED if REMOVED[path].since == release]
    assert went
    assert [path for path in went if path not in paths(BOUNDARIES[release])] == []
    assert [path for path in went if path in paths(release)] == []


@pytest.mark.index
@pytest.mark.parametrize("release", BOUNDARIES)
def test_nothing_that_went_is_missing(release, paths):
    """What a release had, and the newest has not, is a row or lies below one; and what stands for it is there."""
    newest = paths(NEWEST)
    for path in paths(BOUNDARIES[release]):
        if path in newest or path in REMOVED:
            continue
        owner = path.partition("(")[0]
        while owner not in REMOVED:
            owner = owner.rpartition(".")[0]
            assert "." in owner, path
        use = REMOVED[owner].use
        own = history.read(BOUNDARIES[release]).names.get(path, path) == path
        if use is not None and own and "(" not in path:
            assert use + path[len(owner) :] in newest or REMOVED[owner].note, path


@pytest.mark.index
@pytest.mark.parametrize("path", ARGUMENTS)
def test_an_argument_is_not_taken(path):
    method, _, name = path.removesuffix(")").removeprefix("client.").partition("(")
    parameters = ask(NEWEST, "methods")[method]["parameters"]
    assert name not in [parameter for parameter, _, _ in parameters]


LATELY = [path for path in REMOVED if since(path) > (2, 54, 0)]


@pytest.mark.index
def test_such_a_program_breaks_with_3_and_runs_with_2():
    """Imports: those of names that neither release needs an extra for."""
    imports = [path for path in LATELY if "(" not in path and since(path) <= key(NEWEST)]
    there = ask("2.54.0", "resolving", imports)
    assert len(there) > 15
    assert ask(NEWEST, "resolving", there) == []
