"""Each row of ``sdk/settings.py`` against the real releases: what is read, what a request looks like."""

from __future__ import annotations

import json
import re
import zipfile

import pytest
from sdks import CURRENT, LEGACY, NEXT, ask, wheel

from flake8_openai_v1.sdk.settings import ENVIRONMENT, KEPT, READERS, SETTINGS

pytestmark = pytest.mark.index

EACH_SETTING = pytest.mark.parametrize("row", SETTINGS, ids=lambda row: row.name)
EACH_RELEASE = pytest.mark.parametrize("release", CURRENT)
EACH_VARIABLE = pytest.mark.parametrize("row", ENVIRONMENT, ids=lambda row: row.name)

# A value that changes something in 0.28.1, and what it changes there: a part of the request, and how it shows.
VALUES = {
    "aiosession": ("x", None, None),
    "api_base": ("https://gateway.corp/v1", "url", "gateway.corp"),
    "api_key_path": ("sk-from-file", "headers", "sk-from-file"),
    "app_info": ({"name": "my-app", "version": "1", "url": "https://h"}, "headers", "my-app"),
    "ca_bundle_path": ("/nowhere", None, None),
    "debug": (True, "headers", "openai-debug"),
    "enable_telemetry": (True, None, None),
    "log": ("debug", "log", "True"),
    "proxy": ("http://127.0.0.1:9", "proxies", "127.0.0.1:9"),
    "requestssession": ("x", "session", "Mine"),
    "verify_ssl_certs": (False, None, None),
}

# ruff: noqa: E501
# What shows in which file of which wheel that a reader reads; two bring litellm, which does.
# fmt: off
EVIDENCE = {
    "aider": ("aider-chat==0.86.2", "METADATA", r"Requires-Dist: litellm==[\d.]+\n"),
    "crewai": ("crewai==1.15.30", "crewai/utilities/llm_utils.py", r'os\.environ\.get\("OPENAI_API_BASE"\)'),
    "dspy": ("dspy==3.4.1", "METADATA", r"Requires-Dist: litellm>=[\d.]+; python_version"),
    "embedchain": ("embedchain==0.1.125", "embedchain/llm/openai.py", r'os\.environ\.get\("OPENAI_API_BASE"'),
    "langchain": ("langchain==0.0.300", "langchain/chat_models/openai.py", '"OPENAI_API_BASE",'),
    "langchain_azure_ai": (
        "langchain-azure-ai==1.2.12",
        "langchain_azure_ai/_resources.py",
        r'os\.environ\.get\("AZURE_OPENAI_API_VERSION"\)',
    ),
    "langchain_community": ("langchain-community==0.4.2", "langchain_community/llms/openai.py", r'os\.getenv\("OPENAI_ORGANIZATION"\)'),
    "langchain_openai": ("langchain-openai==1.7.4", "langchain_openai/llms/base.py", r'from_env\("OPENAI_API_BASE"'),
    "litellm": ("litellm==1.0.0", "litellm/main.py", r'get_secret\("OPENAI_API_BASE"\)'),
    "llama_index": ("llama-index-llms-openai==0.8.3", "llama_index/llms/openai/utils.py", '"OPENAI_API_BASE"'),
    "mem0": ("mem0ai==2.2.1", "mem0/embeddings/openai.py", r'os\.getenv\("OPENAI_API_BASE"\)'),
    "semantic_kernel": (
        "semantic-kernel==1.45.0",
        "semantic_kernel/connectors/ai/open_ai/settings/azure_open_ai_settings.py",
        r'env_prefix: ClassVar\[str\] = "AZURE_OPENAI_"(?s:.*)\n    api_version: str',
    ),
}
# fmt: on


def test_the_tables_have_every_setting():
    legacy = set(ask(LEGACY, "legacy_settings"))
    assert legacy == {row.name for row in SETTINGS} | KEPT


def test_the_tables_have_every_variable():
    legacy, later = (
        {name for release in releases for name in ask(release, "variables")} for releases in ([LEGACY], CURRENT)
    )
    unread = {row.name for row in ENVIRONMENT if row.note != "no release of the SDK ever read it"}
    assert {name for name in legacy - later if name.startswith("OPENAI_")} == unread
    assert {row.use for row in ENVIRONMENT if row.use} <= later


@EACH_SETTING
def test_the_legacy_release_obeys_the_setting(row):
    value, key, expected = VALUES[row.name]
    plain = ask(LEGACY, "legacy_call", "openai.Model.list", [], {})
    if row.name == "aiosession":
        assert ask(LEGACY, "legacy_aiosession")
        return
    request = ask(LEGACY, "legacy_call", "openai.Model.list", [], {}, {row.name: value})
    if key:
        assert expected not in str(plain[key])
        assert expected in str(request[key])
    else:
        assert "nor did it in 0.28" in row.effect or "as in 0.28" in row.effect
        assert {**request, "log": False} == plain  # it may warn
    if row.name == "debug":  # what stands for it sends the same header
        assert {name.lower(): value for name, value in json.loads(row.note).items()}.items() <= request[key].items()


@EACH_RELEASE
@EACH_SETTING
def test_later_releases_ignore_it_silently(row, release):
    assert ask(release, "fate", f"openai.{row.name}") == "gone"
    plain = ask(release, "module_call", {})
    assert ask(release, "module_call", {row.name: VALUES[row.name][0]}) == plain
    assert plain["url"] == "https://api.openai.com/v1/models"
    assert not plain["log"]


@EACH_RELEASE
def test_what_does_it_now(release):
    plain = ask(release, "module_call", {})
    for row in SETTINGS:
        assert row.use or row.note
        if row.use == "openai.base_url":
            assert ask(release, "module_call", {"base_url": "http://h/v1/"})["url"] == "http://h/v1/models"
        elif row.use == "openai.default_headers":
            name = row.note.split('"')[1]
            request = ask(release, "module_call", {"default_headers": {name: "mine"}})
            assert plain["headers"].get(name.lower()) != "mine"
            assert request["headers"][name.lower()] == "mine"
        elif row.use == "openai.http_client":
            assert row.note.startswith("openai.DefaultHttpxClient(")
            assert release == "1.0.0" or ask(release, "http_client_is_used")
        elif row.use == "AsyncOpenAI(http_client=...)":
            assert row.note.startswith("openai.DefaultAsyncHttpxClient(")
            assert release == "1.0.0" or ask(release, "asynchronous_http_client_is_used")
        else:
            assert row.use is None


@EACH_RELEASE
def test_only_the_module_needs_the_slash(release):
    assert ask(release, "url_of", "module") == "http://h/v1models"
    assert ask(release, "url_of", "client") == "http://h/v1/models"


@EACH_RELEASE
def test_the_environment_still_turns_logging_on(release):
    expression = '__import__("logging").getLogger("openai").level'
    assert ask(release, "with_environment", expression, {}) == 0
    assert ask(release, "evaluate", expression, {"OPENAI_LOG": "debug"}) == 10


@EACH_RELEASE
def test_what_is_kept_still_works(release):
    assert {ask(release, "fate", f"openai.{name}") for name in KEPT} == {"there"}
    headers = ask(release, "module_call", {"api_key": "mine", "organization": "org"})["headers"]
    assert (headers["authorization"], headers["openai-organization"]) == ("Bearer mine", "org")
    azure = {"api_type": "azure", "api_version": "2024-10-21", "azure_endpoint": "https://x.openai.azure.com"}
    assert ask(release, "module_client_is", azure, "AzureOpenAI")


VARIABLE_IS_READ = {
    "AZURE_OPENAI_API_VERSION": "openai.AzureOpenAI(api_key='x', azure_endpoint='https://h')._custom_query['api-version']",
    "OPENAI_API_VERSION": "openai.AzureOpenAI(api_key='x', azure_endpoint='https://h')._custom_query['api-version']",
    "OPENAI_API_BASE": "str(openai.OpenAI(api_key='x').base_url)",
    "OPENAI_BASE_URL": "str(openai.OpenAI(api_key='x').base_url)",
    "OPENAI_API_KEY_PATH": "openai.OpenAI().api_key",
    "OPENAI_ORGANIZATION": "openai.OpenAI(api_key='x').organization",
    "OPENAI_ORG_ID": "openai.OpenAI(api_key='x').organization",
}
SET_TO = "https://h/v1/"


@EACH_RELEASE
@EACH_VARIABLE
def test_later_releases_do_not_read_the_variable(row, release):
    expression = VARIABLE_IS_READ[row.name]
    assert ask(release, "with_environment", expression, {row.name: SET_TO}) == ask(
        release, "with_environment", expression, {}
    )
    if row.use and (row.use != "OPENAI_BASE_URL" or release != "1.0.0"):
        assert SET_TO in ask(release, "with_environment", VARIABLE_IS_READ[row.use], {row.use: SET_TO})
        assert VARIABLE_IS_READ[row.use] == expression


@EACH_VARIABLE
def test_the_legacy_release_reads_the_variable(row):
    expressions = {
        "OPENAI_API_BASE": "openai.api_base",
        "OPENAI_API_KEY_PATH": "openai.api_key_path",
        "OPENAI_ORGANIZATION": "openai.organization",
    }
    if row.name in expressions:
        assert ask(LEGACY, "evaluate", expressions[row.name], {row.name: SET_TO}) == SET_TO
    else:
        assert row.note == "no release of the SDK ever read it"
        assert ask(LEGACY, "sources_with", row.name) == []


def test_since_when_the_base_url_is_read():
    row = next(row for row in ENVIRONMENT if row.use == "OPENAI_BASE_URL")
    since = row.note.removeprefix("read since ")
    last = next(last for last, following in NEXT.items() if following == since)
    expression = VARIABLE_IS_READ["OPENAI_BASE_URL"]
    assert ask(since, "with_environment", expression, {"OPENAI_BASE_URL": SET_TO}) == SET_TO
    assert ask(last, "with_environment", expression, {"OPENAI_BASE_URL": SET_TO}) != SET_TO


@pytest.mark.parametrize("package", sorted(READERS))
def test_a_reader_reads(package):
    requirement, member, pattern = EVIDENCE[package]
    with zipfile.ZipFile(wheel(requirement)) as archive:
        name = next(name for name in archive.namelist() if name.endswith(member))
        assert any(known.split("/")[0] == package for known in archive.namelist())
        assert re.search(pattern, archive.read(name).decode())
