"""The table of the clients for Azure, row by row, against the releases."""

from __future__ import annotations

import pytest
from sdks import CURRENT, NEWEST, ask

from flake8_openai_v1.sdk import azure
from flake8_openai_v1.sdk.clients import CLIENTS
from flake8_openai_v1.sdk.signatures import SIGNATURES

pytestmark = pytest.mark.index

RELEASES = pytest.mark.parametrize("release", CURRENT)


@RELEASES
@pytest.mark.parametrize(
    ("table", "name"),
    [(azure.REFUSED_BY_AZURE, "AzureOpenAI"), (azure.REFUSED_BY_OPENAI, "OpenAI")],
    ids=["Azure", "OpenAI"],
)
def test_refused(release, table, name):
    options = ask(release, "options")
    assert {option for option in table if option in options[name]} == set()
    # What the messages name instead is taken by this class, or by the one that they name.
    for row in table.values():
        use = (row.use or "").removesuffix("=")
        assert not (row.use or "").endswith("=") or use in {*options[name], "model"}, row


@RELEASES
def test_keywords_of_openai_that_mean_azure_are_taken_there(release):
    options = ask(release, "options")
    current = {name for name, row in azure.REFUSED_BY_OPENAI.items() if not row.legacy}
    assert current <= set(options["AzureOpenAI"])
    # All that the one takes and the other does not.
    assert set(options["AzureOpenAI"]) - set(options["OpenAI"]) <= current


@RELEASES
def test_credentials_and_variables(release):
    assert set(azure.CREDENTIALS) | set(azure.VARIABLES) <= set(ask(release, "options")["AzureOpenAI"])
    read = ask(release, "azure")["variable"]
    assert set(azure.VARIABLES.values()) <= set(read)
    assert "AZURE_OPENAI_API_VERSION" not in read


def test_deployment_endpoints():
    assert sorted(azure.DEPLOYMENT_ENDPOINTS) == ask(NEWEST, "azure")["deployment endpoint"]
    for release in CURRENT:
        assert set(ask(release, "azure")["deployment endpoint"]) <= azure.DEPLOYMENT_ENDPOINTS


def test_calls_with_a_deployment_are_calls():
    for path in azure.DEPLOYMENT_CALLS | azure.BODY_CALLS:
        if path in SIGNATURES:
            assert "model" in SIGNATURES[path].keywords, path
        else:
            assert any(ask(release, "resolves", f"client.{path}") for release in CURRENT), path


def test_hosts_and_scopes():
    assert all(host.startswith(".") for host in azure.HOSTS)
    assert azure.SCOPE in azure.SCOPES
    assert all(scope.startswith("https://") and scope.endswith("/.default") for scope in azure.SCOPES)
    assert not any(host in scope for host in azure.OTHER_AUDIENCES for scope in azure.SCOPES)
    wrong, right = azure.TURNED_ROUND
    assert right in azure.HOSTS
    assert wrong not in azure.HOSTS


@RELEASES
def test_kinds_of_api(release):
    """What the module takes for Azure, and what it takes for OpenAI without a word."""
    known = {"api_version": "2024-10-21", "azure_endpoint": "https://x.openai.azure.com"}
    assert "azure" in azure.API_TYPES
    assert ask(release, "module_client_is", {"api_type": "azure", **known}, "AzureOpenAI")
    for other in ("azure_ad", "azuread", "Azure", "open_ai"):
        assert other not in azure.API_TYPES
        assert ask(release, "module_client_is", {"api_type": other, **known}, "OpenAI")


def test_both_kinds_of_client_are_known():
    names = {path.rpartition(".")[2] for path, row in CLIENTS.items() if row.azure}
    assert names == {"AzureOpenAI", "AsyncAzureOpenAI"}
