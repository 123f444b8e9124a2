"""The tables of api-versions, of what needs them, and of names of models: against each other and against real SDKs."""

from __future__ import annotations

import datetime
import re

import pytest
from rows import each
from sdks import CURRENT, NEWEST, ask

from flake8_openai_v1.sdk import api_versions, models, versions
from flake8_openai_v1.sdk.api_versions import (
    A_CLASS,
    ALIASES,
    API_VERSIONS,
    CONTROL_PLANE,
    FEATURES,
    UNKNOWN,
    V1_CALLS,
)
from flake8_openai_v1.sdk.models import AZURE, AZURE_SPELLINGS, FAMILY, MODEL_VERSIONS, MODELS, OPENAI, OPENAI_ONLY

import refresh  # isort: skip

VERSION = re.compile(r"\d{4}-\d\d-\d\d(-preview)?")
DAY = re.compile(r"\d{4}-\d\d-\d\d")
DATED = re.compile(r"(.+)-(\d{4}-\d\d-\d\d)")

SUPERSEDED = [row for row in API_VERSIONS.values() if row.superseded_by]
NAMES = [(name, source) for table in (OPENAI, AZURE) for name, source in table.items()]

# No probed release has them.
WITH_BETA_VECTOR_STORES = "1.30.0"

# Names that people give deployments, and that no model has.
DEPLOYMENTS = ["chat", "gpt4", "gpt-4o-prod", "my-gpt-4", "gpt-4-1", "gpt-4o-eus", "gpt-4o:blue", "text-embedding-prod"]
NEWER = ["gpt-7", "gpt-7.5-mini-2027-01-31", "o5-mini", "text-embedding-4-large", "gpt-image-3", "ft:gpt-7:us:name:1"]


def identify(row):
    return f"{row.calls[0]}-{row.argument}-{row.floor}"


# ------------------------------------------------------------------------------------------ as-of dates


def days_in(*texts):
    return [day for text in texts for day in DAY.findall(text)]


def test_the_versions_are_not_older_than_what_they_were_checked_with():
    """Not than the day of the newest version, nor than the newest list that a source names."""
    sources = [row.source for row in (*API_VERSIONS.values(), *FEATURES)]
    checked = days_in(*API_VERSIONS, *sources, *ALIASES.values(), *CONTROL_PLANE, *CONTROL_PLANE.values())
    assert max(checked) <= api_versions.AS_OF


def test_the_models_are_not_older_than_what_they_were_checked_with():
    """Not than the newest dated name or page, and not than the check of all tables with the newest release.

    ``tools/refresh.py --write`` sets the last of these: then a person looks at the names, and sets ours.
    """
    checked = days_in(*MODELS, *MODEL_VERSIONS, *(source for _, source in NAMES))
    assert max(*checked, versions.AS_OF) <= models.AS_OF


@pytest.mark.parametrize("day", [api_versions.AS_OF, models.AS_OF])
def test_an_as_of_date_is_a_day(day):
    assert datetime.date.fromisoformat(day).isoformat() == day


# ----------------------------------------------------------------------------------------- api-versions


@pytest.mark.parametrize("row", API_VERSIONS.values(), ids=lambda row: row.version)
def test_a_version_is_of_one_form_and_has_a_source(row):
    assert VERSION.fullmatch(row.version)
    assert (row.kind == "preview") == row.version.endswith("-preview")
    assert row.kind in ("ga", "preview")
    assert row.source
    assert list(row.announced) == sorted(row.announced)
    assert all(DAY.fullmatch(day) and day > row.version[:10] for day in row.announced)


@pytest.mark.parametrize("row", SUPERSEDED, ids=lambda row: row.version)
def test_what_supersedes_a_version_is_a_later_one_or_the_path(row):
    assert row.superseded_by == "v1" or API_VERSIONS[row.superseded_by].version > row.version


def test_the_versions_have_their_names_for_keys_and_are_in_order():
    assert [row.version for row in API_VERSIONS.values()] == list(API_VERSIONS) == sorted(API_VERSIONS)


@pytest.mark.parametrize("table", [ALIASES, CONTROL_PLANE, MODEL_VERSIONS])
def test_what_is_taken_for_a_version_is_none(table):
    assert not API_VERSIONS.keys() & table.keys()


def test_versions_that_are_not_of_the_data_plane_have_a_form_and_a_source():
    assert all(VERSION.fullmatch(version) and source for version, source in CONTROL_PLANE.items())
    assert list(CONTROL_PLANE) == sorted(CONTROL_PLANE)
    assert all(ALIASES.values())
    assert not any(VERSION.fullmatch(alias) for alias in ALIASES)


# --------------------------------------------------------------------------------------------- features


@pytest.mark.parametrize("row", FEATURES, ids=identify)
def test_a_feature_starts_at_known_versions_and_has_a_source(row):
    assert row.floor in API_VERSIONS
    assert row.source
    assert row.name
    assert "\n" not in row.name + row.answer
    assert row.argument or not row.values
    if row.ga not in (None, UNKNOWN):
        assert API_VERSIONS[row.ga].kind == "ga"
        assert row.ga[:10] >= row.floor[:10]


@pytest.mark.parametrize("row", [row for row in FEATURES if API_VERSIONS[row.floor].kind == "ga"], ids=identify)
def test_a_feature_that_starts_with_a_ga_version_is_served_by_it(row):
    assert row.ga == row.floor


@pytest.mark.parametrize("row", [row for row in FEATURES if "later" in row.answer], ids=identify)
def test_the_service_names_the_same_floor(row):
    assert f" {row.floor} and later" in row.answer


def test_no_feature_has_two_rows():
    keys = [(call, row.argument, value) for row in FEATURES for call in row.calls for value in row.values or ("",)]
    assert len(keys) == len(set(keys))
    assert [row.floor for row in FEATURES] == sorted(row.floor for row in FEATURES)


def serves(name, version):
    """What the docstring of the table says of a feature and a version; None: nothing."""
    row = next(row for row in FEATURES if row.name == name)
    if version[:10] < row.floor[:10]:
        return False
    if API_VERSIONS[version].kind == "preview" or row.ga == version:
        return True
    return None if row.ga == UNKNOWN else row.ga is not None and row.ga < version


@pytest.mark.parametrize(
    ("name", "version", "served"),
    [
        ("chat completions", "2022-12-01", False),
        ("chat completions", "2023-05-15", True),
        ("function calling", "2023-05-15", False),
        ("speech", "2024-02-15-preview", True),
        ("speech", "2024-10-21", False),
        ("image edits", "2024-10-21", False),
        ("structured outputs", "2024-06-01", False),
        ("structured outputs", "2024-10-21", True),
        ("max_completion_tokens", "2024-08-01-preview", False),
        ('tool_choice="required"', "2024-05-01-preview", False),
        ('tool_choice="required"', "2024-06-01", True),
        ("o1, o3-mini and o4-mini", "2024-10-21", False),
        ("the Responses API", "2025-02-01-preview", False),
        ("the Responses API", "2025-03-01-preview", True),
        ("timestamp_granularities", "2024-06-01", None),
        ("timestamp_granularities", "2024-02-01", False),
    ],
)
def test_what_people_met_follows_from_the_rows(name, version, served):
    assert serves(name, version) is served


def test_models_that_need_a_version_are_known():
    named = {value for row in FEATURES if row.argument == "model" for value in row.values}
    assert named <= MODELS
    assert named


@pytest.mark.index
@pytest.mark.parametrize("row", FEATURES, ids=identify)
def test_the_calls_of_a_feature_and_its_argument_are_those_of_some_release(row):
    released = [ask(release, "methods") for release in (*CURRENT, WITH_BETA_VECTOR_STORES)]
    for call in row.calls:
        if call.endswith("."):
            resources = {path for methods in released for path in methods if path.startswith(call)}
            assert resources, call
        else:
            taken = {name for methods in released if call in methods for name, *_ in methods[call]["parameters"]}
            assert taken, call
            assert not row.argument or row.argument in taken, call


@pytest.mark.index
def test_a_class_is_what_the_sdk_sends_as_a_schema():
    """``A_CLASS`` stands beside ``json_schema`` alone, and the calls that take a class send one."""
    assert [row.name for row in FEATURES if A_CLASS in row.values] == ["structured outputs"]
    assert ask(NEWEST, "format_of_a_class") == "json_schema"


@pytest.mark.index
def test_the_calls_of_the_v1_path_are_those_of_the_newest_release():
    assert V1_CALLS - ask(NEWEST, "methods").keys() == set()
    assert {call.partition(".")[0] for call in V1_CALLS} >= {"chat", "embeddings", "files", "models", "responses"}


# ---------------------------------------------------------------------------------------------- models


@each(NAMES)
def test_a_name_has_a_source_and_no_space(name, source):
    assert source
    assert re.fullmatch(r"[a-z0-9][a-z0-9.-]*", name)


@pytest.mark.parametrize("table", [OPENAI, AZURE, AZURE_SPELLINGS, MODEL_VERSIONS])
def test_the_names_are_in_order(table):
    assert list(table) == sorted(table)


def test_a_spelling_is_azures_and_its_counterpart_is_openais():
    assert set(AZURE_SPELLINGS) <= set(AZURE) - set(OPENAI)
    assert set(AZURE_SPELLINGS.values()) <= set(OPENAI) - set(AZURE)
    assert all(re.fullmatch(OPENAI_ONLY, name) for name in AZURE_SPELLINGS.values())


@each(AZURE)
def test_a_name_of_azure_is_no_spelling_of_openai_alone(name):
    assert not re.fullmatch(OPENAI_ONLY, name)


@pytest.mark.parametrize(
    "name", ["gpt-3.5-turbo", "gpt-3.5-turbo-0125", "whisper-1", "tts-1-hd", "gpt-4o-2024-08-06", "gpt-4-0613",
             "chatgpt-4o-latest", "gpt-4-1106-preview", "ft:gpt-4o-mini:openai:name:7p4"]
)  # fmt: skip
def test_these_spellings_are_openais_alone(name):
    assert re.fullmatch(OPENAI_ONLY, name)


KNOWN = sorted(name for name in MODELS if "-" in name and name not in ("model-router", "tts-hd"))


@each(KNOWN)
def test_the_pattern_for_newer_names_knows_those_of_the_table(name):
    assert re.fullmatch(FAMILY, name)


@pytest.mark.parametrize("name", NEWER)
def test_the_pattern_knows_names_that_are_to_come(name):
    assert name not in MODELS
    assert re.fullmatch(FAMILY, name)


@pytest.mark.parametrize("name", DEPLOYMENTS)
def test_a_name_of_a_deployment_is_no_model(name):
    assert name not in MODELS
    assert not re.fullmatch(FAMILY, name)


def test_the_date_of_a_dated_name_is_a_version_of_its_model():
    dated = [found for name in OPENAI if (found := DATED.fullmatch(name))]
    assert dated
    assert [found[0] for found in dated if found[1] not in MODEL_VERSIONS.get(found[2], ())] == []


def test_models_with_versions_are_known():
    versioned = {model for row in MODEL_VERSIONS.values() for model in row}
    assert versioned - MODELS == {"omni-moderation"}  # it has no undated name
    assert all(len(row) == len(set(row)) for row in MODEL_VERSIONS.values())


@pytest.mark.index
@pytest.mark.parametrize("release", CURRENT)
def test_every_model_in_the_types_of_a_release_is_known(release):
    named = set(ask(release, "model_names"))
    assert named - MODELS <= refresh.NO_MODELS
    assert len(named) > 30


@pytest.mark.index
def test_the_newest_release_names_its_models_where_the_check_looks():
    """If the SDK moved them, nothing would be missing: each kind of model has at least its best known name."""
    named = set(ask(NEWEST, "model_names"))
    aliases = ["shared.chat_model.ChatModel", "EmbeddingModel", "AudioModel", "ImageModel", "ModerationModel"]
    aliases += ["audio.speech_model.SpeechModel", "VideoModel", "shared.all_models.AllModels"]
    for alias in aliases:
        of_alias = set(ask(NEWEST, "literals_at", f"openai.types.{alias}"))
        assert of_alias, alias
        assert of_alias <= named, alias


@pytest.mark.index
def test_a_name_that_is_said_to_be_in_the_sdk_is():
    named = {name for release in CURRENT for name in ask(release, "model_names")}
    assert {name for name, source in OPENAI.items() if source == models.SDK} <= named
