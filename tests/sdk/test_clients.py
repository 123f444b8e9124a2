"""Each row of ``sdk/clients.py`` and ``sdk/versions.py`` against the real releases."""

from __future__ import annotations

import pytest
from sdks import CURRENT, LEGACY, NEWEST, NEXT, ask

from flake8_openai_v1.sdk.clients import CLIENTS, MODULE_RESOURCES, SAME_CLIENT, WRAPPERS
from flake8_openai_v1.sdk.versions import LATEST, PROBED
from flake8_openai_v1.sdk.versions import NEWEST as NEWEST_KEY

pytestmark = pytest.mark.index

EACH_RELEASE = pytest.mark.parametrize("release", CURRENT)


@EACH_RELEASE
@pytest.mark.parametrize("path", CLIENTS)
def test_a_client_is_what_the_table_says(path, release):
    row = CLIENTS[path]
    assert ask(LEGACY, "fate", path) == "gone"
    if "in no release before" in row.source and release in ("1.0.0", "1.109.1"):
        assert ask(release, "fate", path) == "gone"
    else:
        assert ask(release, "client_class", path) == [row.asynchronous, row.azure]


def test_since_when_there_is_a_bedrock_client():
    source = CLIENTS["openai.BedrockOpenAI"].source
    since = source.rpartition(" ")[2]
    assert ask(since, "fate", "openai.BedrockOpenAI") == "there"
    last = next(last for last, following in NEXT.items() if following == since)
    assert ask(last, "fate", "openai.BedrockOpenAI") == "gone"


def test_every_client_class_has_a_row():
    assert {f"openai.{name}" for name in ask(NEWEST, "options")} <= CLIENTS.keys()


def test_every_resource_of_the_module_is_listed():
    assert {path for release in CURRENT for path in ask(release, "module_resources")} == MODULE_RESOURCES


@EACH_RELEASE
@pytest.mark.parametrize("wrapper", sorted(WRAPPERS))
def test_a_wrapper_keeps_the_method(wrapper, release):
    if release == "1.0.0" and wrapper == "with_streaming_response":
        assert not ask(release, "resolves", f"client.models.{wrapper}")
    else:
        assert ask(release, "wrapper_of", "client.chat.completions.create", wrapper)


@EACH_RELEASE
@pytest.mark.parametrize("method", sorted(SAME_CLIENT))
def test_a_copy_is_a_client_of_the_same_class(method, release):
    for name in ("OpenAI", "AsyncOpenAI"):
        assert ask(release, "copy_of", name, method)


@pytest.mark.parametrize("release", PROBED)
def test_the_probed_releases_are_those_installed(release):
    assert ask(release, "version") == release


def test_the_probed_releases_cover_each_major():
    keys = [tuple(map(int, release.split("."))) for release in PROBED]
    assert keys == sorted(keys)
    assert set(LATEST.values()) <= set(keys)
    assert max(LATEST.values()) == NEWEST_KEY == keys[-1]
    assert keys[0][0] == 0
    assert keys[1] == (1, 0, 0)
