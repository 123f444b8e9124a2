"""The services that end: what of them is in the newest release, and what it says of them."""

from __future__ import annotations

import re

import pytest
from sdks import NEWEST, ask

from flake8_openai_v1.sdk.services import AS_OF, HOSTS, PROMPTS, SERVICES

EACH = pytest.mark.parametrize("service", [*SERVICES, PROMPTS], ids=lambda service: service.name)
DAYS = {"the Videos API": "September 24, 2026"}
"""What the release itself says of the end of a service."""


@EACH
def test_a_row_is_whole(service):
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", service.day)
    assert service.source
    assert service.use or service.note
    assert service.routes or service.header
    assert service.day <= AS_OF or not service.answer


@pytest.mark.index
@EACH
def test_its_paths_are_still_in_the_newest_release(service):
    assert all(ask(NEWEST, "resolves", f"client.{path}") for path in service.paths)


@pytest.mark.index
def test_what_the_newest_release_marks_as_deprecated():
    for path in ("beta.assistants.create", "beta.threads.runs.create", "videos.create"):
        assert ask(NEWEST, "deprecated", f"client.{path}")
    for service in SERVICES:
        if service.name in DAYS:
            assert f"resources/{service.paths[0]}.py" in ask(NEWEST, "sources_with", DAYS[service.name])


@pytest.mark.index
def test_headers_that_the_newest_release_still_sends():
    sending = ask(NEWEST, "sources_with", '"OpenAI-Beta": "assistants=v2"')
    assert "resources/beta/threads/threads.py" in sending
    assert "resources/vector_stores/vector_stores.py" in sending  # which goes on
    assert "resources/beta/realtime/realtime.py" in ask(NEWEST, "sources_with", "realtime=v1")


@pytest.mark.index
def test_the_address_of_the_service():
    assert any(ask(NEWEST, "sources_with", f"https://{host}/v1") for host in HOSTS)
