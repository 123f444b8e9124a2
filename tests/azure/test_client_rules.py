"""What the Azure clients do and what is found in the same lines: ``client_cases.py`` against both.

The real client of a release runs each program, with ``server.py`` for a network. What is found fails as the message
says, and what is not found works.
"""

from __future__ import annotations

import os
from typing import NamedTuple
from urllib.parse import urlsplit

import pytest
from azure.client_cases import SECTIONS, Case, Outcome
from azure.server import Server
from sdks import ask, installs

from flake8_openai_v1.lint.linter import lint_source
from flake8_openai_v1.project.config import Config


class Row(NamedTuple):
    """A case at a release."""

    section: str
    case: Case
    release: str
    outcome: Outcome


ROWS = [
    Row(section, case, release, outcome)
    for section, cases in SECTIONS.items()
    for case in cases
    for span, outcome in case.outcomes.items()
    for release in dict.fromkeys(span.split())
]
EACH = pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.section}: {row.case.name}-{row.release}")

RUNS = pytest.mark.skipif(not hasattr(os, "fork"), reason="each program runs in a child of the release's process")


@pytest.fixture(scope="module")
def service():
    """The port of the local service."""
    with Server() as server:
        yield server.port


def run(row: Row, environment: dict[str, str], port: int):
    return ask(row.release, "run_program", row.case.source, environment, port)


@RUNS
@pytest.mark.index
@EACH
def test_what_the_client_does(row, service):
    ran = run(row, row.case.env, service)
    outcome = row.outcome
    said = f"{ran['error'] and ran['error'][0]}: {ran['message']}"
    if outcome.error:
        assert ran["error"], ran
        assert ran["error"][0] == outcome.error, said
        assert outcome.message in ran["message"]
    else:
        assert not ran["error"], said
        assert ran["sent"][-1][0] == 200
    assert [row[2] for row in ran["sent"][-1:]] == [outcome.url] * bool(outcome.url)
    if outcome.headers is not None:
        assert ran["sent"][-1][3] == outcome.headers


CURED = [row for row in ROWS if row.case.cured_by is not None]


@RUNS
@pytest.mark.index
@pytest.mark.parametrize("row", CURED, ids=lambda row: f"{row.section}: {row.case.name}-{row.release}")
def test_what_the_environment_decides_works_with_it(row, service):
    ran = run(row, {**row.case.env, **row.case.cured_by}, service)
    assert not ran["error"], ran["message"]


@EACH
def test_what_is_found(row):
    target = installs.release_key(row.release)
    config = Config(target=target, **row.case.config)
    found = [one for one in lint_source(row.case.source, config=config) if config.shows(one.code)]
    assert tuple(one.code for one in found) == row.outcome.finds, "\n".join(one.message for one in found)
    for one in found:
        if one.code.startswith("OAI3"):
            assert tells(one.message, row.outcome), one.message


def tells(message: str, outcome: Outcome) -> bool:
    """Does a finding say what happens: the exception, the answer, or where the request goes?"""
    if outcome.says:
        return outcome.says in message
    if not outcome.error:
        return True
    parts = urlsplit(outcome.url)
    wanted = (outcome.error, outcome.message if outcome.url else "", parts.path, parts.hostname or "")
    return any(part and part in message for part in wanted)


def test_no_case_stands_twice():
    names = [(section, case.name) for section, cases in SECTIONS.items() for case in cases]
    assert len(names) == len(set(names))
    sources = [(case.source, tuple(case.env), tuple(case.config)) for cases in SECTIONS.values() for case in cases]
    assert len(sources) == len(set(sources))


@EACH
def test_what_is_found_fails_and_what_is_not_works(row):
    fails = bool(row.outcome.error) and not (row.case.cured_by and not row.outcome.finds)
    assert fails == bool(row.outcome.finds) or row.outcome.why


def test_the_releases_of_a_case_follow_each_other():
    for cases in SECTIONS.values():
        for case in cases:
            releases = [installs.release_key(release) for span in case.outcomes for release in span.split()]
            assert releases == sorted(releases), case.name


def test_credentials_of_two_branches_do_not_meet():
    source = (
        "import os\nimport openai\nopenai.api_type = 'azure'\nopenai.api_version = '2024-10-21'\n"
        "openai.azure_endpoint = 'https://example.openai.azure.com'\n"
        "if 'ENTRA' in os.environ:\n    openai.azure_ad_token = 'token'\nelse:\n    openai.api_key = 'key'\n"
        "openai.models.list()\n"
    )
    together = source.replace("if 'ENTRA' in os.environ:\n    ", "").replace("else:\n    ", "")
    for program, found in ((source, []), (together, ["OAI304"])):
        assert [one.code for one in lint_source(program, config=Config()) if one.code == "OAI304"] == found
