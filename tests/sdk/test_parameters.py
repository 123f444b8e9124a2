"""The parameters on their way out: against the documentation of real releases."""

from __future__ import annotations

import re
import zipfile

import pytest
from sdks import NEWEST, ask, wheel

from flake8_openai_v1.rules.parameters import DeprecatedParameter
from flake8_openai_v1.sdk import models
from flake8_openai_v1.sdk.parameters import CHATS, MAX_TOKENS, PARAMETERS, REFUSING, TOOLS_ON_AZURE
from flake8_openai_v1.sdk.retirements import BEGINNINGS

ROWS = [*PARAMETERS, MAX_TOKENS]
EACH = pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row.calls[0]}({row.name}=)")
TYPES = {
    "chat/completions": "chat/completion_create_params.py",
    "fine_tuning/jobs": "fine_tuning/job_create_params.py",
    "images/generations": "image_generate_params.py",
    "responses": "responses/response_create_params.py",
}
"""Route → where its parameters are documented, below ``openai/types``."""
BEFORE = {"1.1.0": "1.0.1", "1.45.0": "1.44.1", "1.58.0": "1.57.4", "2.45.0": "2.44.0"}
"""The release before the one that has what to write instead."""


def documentation(release: str, row, name: str) -> str | None:
    """What a release says of a parameter on one line; None where it has no such parameter."""
    with zipfile.ZipFile(wheel(f"openai=={release}")) as archive:
        text = archive.read(f"openai/types/{TYPES[row.route]}").decode("utf-8")
    found = re.search(rf'(?m)^    {name}: .*\n    """((?:.|\n)*?)"""', text)
    return " ".join(found[1].split()) if found else None


@EACH
def test_a_row_is_whole(row):
    assert row.source
    assert row.use or row.note
    assert row.route in TYPES


@pytest.mark.index
@EACH
def test_the_newest_release_says_so(row):
    said = documentation(NEWEST, row, row.name)
    assert re.search(r"(?i)\bdeprecated\b|Unsupported for GPT image models", said or "")
    if row.use:
        assert row.use.removesuffix("=") in (said or "")


@pytest.mark.index
@EACH
def test_the_methods_still_take_it(row):
    assert all(ask(NEWEST, "takes", f"client.{path}", [], {row.name: "x"}) for path in row.calls)


@pytest.mark.index
@EACH
def test_what_to_write_instead_came_with_a_release(row):
    name = (row.use or "").removesuffix("=")
    if row.use is None:
        assert row.since == "1.0.0"
        return
    assert documentation(BEFORE[row.since], row, name) is None
    assert documentation(row.since, row, name) is not None


@pytest.mark.index
def test_there_is_no_other_deprecated_parameter_in_a_chat():
    """But those that merely have a newer form, and those that a service, not a method, takes."""
    with zipfile.ZipFile(wheel(f"openai=={NEWEST}")) as archive:
        text = archive.read(f"openai/types/{TYPES['chat/completions']}").decode("utf-8")
    parts = re.findall(r'(?m)^    (\w+): .*\n    """((?:.|\n)*?)"""', text)
    said = {name for name, words in parts if re.search(r"(?i)^\W*deprecated|now deprecated", " ".join(words.split()))}
    found = {row.name for row in ROWS if row.calls[0] == CHATS[0]}
    assert said - {"user"} == found


def test_the_names_that_refuse_it_are_names_of_models():
    assert not REFUSING - models.MODELS
    assert all(re.match(BEGINNINGS, name) for name in REFUSING)
    assert not any("chat" in name for name in REFUSING)


def test_the_version_of_azure_has_tools():
    from flake8_openai_v1.sdk.api_versions import FEATURES

    assert {row.ga for row in FEATURES if row.argument == "tools"} == {TOOLS_ON_AZURE}


def test_the_page_has_each_row():
    page = DeprecatedParameter.__doc__ or ""
    assert [row.name for row in ROWS if f"`{row.name}=" not in page or (row.use and row.since not in page)] == []
