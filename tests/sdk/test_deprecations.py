"""Each row of ``sdk/deprecations.py`` against real releases."""

from __future__ import annotations

import pytest
from sdks import NEWEST, NEXT, ask, installs

from flake8_openai_v1.sdk.deprecations import BINARY, CONTENT, MARKED, OF_CONTENT, OTHER_CODES, SUCCESSORS
from flake8_openai_v1.sdk.index import REMOVED

pytestmark = pytest.mark.index


def key(release: str) -> tuple[int, ...]:
    return installs.release_key(release)


@pytest.mark.parametrize("release", ["1.0.0", "1.30.0", "1.65.5", "1.109.1", "2.54.0", NEWEST])
def test_the_marks_of_a_release(release):
    methods = ask(release, "methods")
    expected = {path for path, (since, _) in MARKED.items() if key(since) <= key(release) and path in methods}
    assert set(ask(release, "marked")) == expected


def test_what_a_mark_says():
    said = ask(NEWEST, "marked")
    assert {path: text for path, (_, text) in MARKED.items() if path in said} == said


@pytest.mark.parametrize("path", [path for path in MARKED if not path.startswith(OTHER_CODES)])
def test_what_is_marked_has_a_successor_or_a_note(path):
    use, note = SUCCESSORS[path]
    assert use is not None or note
    if use is not None:
        assert ask(NEWEST, "resolves", use)


@pytest.mark.parametrize(("before", "release", "path"), [
    ("1.2.0", "1.2.1", "files.retrieve_content"),
    ("3.23.0", "3.24.0", "images.create_variation"),
    ("3.40.0", "3.41.0", "audio.translations.create"),
])  # fmt: skip
def test_since_when(before, release, path):
    assert NEXT[before] == release
    assert MARKED[path][0] == release
    assert path not in ask(before, "marked")
    assert path in ask(release, "marked")


def test_what_went_is_marked_no_more():
    assert "edits.create" in MARKED
    assert "client.edits" in REMOVED


@pytest.mark.parametrize("method", OF_CONTENT)
def test_marked_methods_of_what_comes_as_bytes(method):
    since, instead = OF_CONTENT[method]
    assert NEXT["1.7.2"] == since
    name = CONTENT.rpartition(".")[2]
    assert not ask("1.7.2", "deprecated", f"openai._base_client.{name}.{method}")
    assert ask(since, "deprecated", f"openai._legacy_response.{name}.{method}")
    assert ask(NEWEST, "deprecated", f"{CONTENT}.{method}")
    assert ask(NEWEST, "resolves", f"{CONTENT}.{instead}")


def test_what_comes_as_bytes():
    assert set(ask(NEWEST, "methods")) >= BINARY
