"""What the Responses API calls the parameters of a chat: against the signatures of real releases."""

from __future__ import annotations

import re

import pytest
from sdks import NEWEST, ask, installs

from flake8_openai_v1.sdk.responses_api import CALLS, DIFFERS, NOT_SERVED, OF_PARSE, SERVED, SINCE, SOURCE
from flake8_openai_v1.sdk.signatures import SIGNATURES

pytestmark = pytest.mark.index
BEFORE = "1.65.5"
"""The last release without it."""


def parameters(path: str) -> set[str]:
    return {name for name, *_ in ask(NEWEST, "methods")[path]["parameters"]}


def test_each_parameter_of_a_chat_stands_in_one_table():
    assert SOURCE
    assert not SERVED.keys() & NOT_SERVED
    assert SERVED.keys() | NOT_SERVED == parameters("chat.completions.create")
    assert parameters("chat.completions.parse") <= SERVED.keys() | NOT_SERVED
    assert DIFFERS.keys() <= SERVED.keys()


@pytest.mark.parametrize(("name", "use"), [*SERVED.items(), *OF_PARSE.items()])
def test_there_is_what_to_write_instead(name, use):
    path = "responses.parse" if (name, use) in OF_PARSE.items() else "responses.create"
    assert re.match(r"\w+", use or name)[0] in parameters(path)


@pytest.mark.parametrize("name", ["frequency_penalty", "logit_bias", "modalities", "n", "seed", "stop", "prediction"])
def test_what_is_not_served_has_no_parameter(name):
    assert name in NOT_SERVED
    assert name not in parameters("responses.create")


@pytest.mark.parametrize("path", [*CALLS, *CALLS.values()])
def test_the_methods_are_there(path):
    assert ask(NEWEST, "resolves", f"client.{path}")
    assert path.startswith("beta.") or path in SIGNATURES


def test_since_when():
    assert installs.release_key(BEFORE) < installs.release_key(SINCE)
    assert not ask(BEFORE, "resolves", "client.responses")
    assert ask("1.81.0", "resolves", "client.responses")
