"""OAI306: configuration for Azure as 0.x had it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ..sdk.azure import API_TYPES
from ..semantics.uses import CALL, LOAD, SETITEM, STORE, Use
from ..semantics.values import Place, Value
from .arguments import called, named_arguments
from .azure import construction, literal, refused
from .base import File, Finding, Rule
from .facts import COROUTINE, METHOD, SETTING, removed
from .hosts import PLAIN
from .settings import reads_environment, variables_set

VARIABLE = "OPENAI_API_TYPE"
CLIENT = "AzureOpenAI(azure_endpoint=..., api_key=..., api_version=...)"
ENTRA = "AzureOpenAI(azure_endpoint=..., azure_ad_token_provider=..., api_version=...)"
ENDPOINT = Place("openai.azure_endpoint")
GIVEN = frozenset({"openai.azure_endpoint", "openai.base_url"})
"""Addresses of the module that clients of today are made of."""
TOKENS = frozenset({"azure_ad", "azuread"})


def wrong(text: str, file: File) -> tuple[str, str] | None:
    """What is wrong with a kind of API, and what to write; None where it is right."""
    kind = text.lower()
    if kind == "azure" and text in API_TYPES:
        if not is_legacy(file) or _has_endpoint(file):
            return None
        harm = "makes calls on the openai module raise ValueError until openai.azure_endpoint is set"
        return harm, f"{CLIENT}, or openai.azure_endpoint"
    if text in API_TYPES or not text or "<" in text:
        return None
    if kind in TOKENS:
        harm = "is no longer known: requests go to api.openai.com, with the token"
        return harm, f'{ENTRA}, or "azure" with openai.azure_ad_token'
    if kind in PLAIN:
        return "is no longer known", 'OpenAI(), or "openai"'
    instead = f'{CLIENT}, or "azure"' if "azure" in kind else 'OpenAI(), or "openai"'
    return "is no longer known: requests go to api.openai.com, with the key", instead


def is_legacy(file: File) -> bool:
    """Does the program also configure, or call, the 0.x way?"""
    for use in file.model.uses:
        if use.era in ("legacy", "either") or use.role not in (CALL, LOAD, STORE):
            continue
        found = removed(use.value)
        if found is not None and found.kind in (METHOD, COROUTINE, SETTING):
            if found.path not in file.module.variables:
                return True
    return False


def _has_endpoint(file: File) -> bool:
    """True if a file sets the endpoint as today's module reads it."""
    return any(use.value == ENDPOINT for use in file.model.of(STORE))


def _is_given(file: File) -> bool:
    """True if a program makes its clients of what the module has, and calls nothing of today on the module."""
    return file.module.azure and not file.module.is_called and not GIVEN.isdisjoint(file.module.read)


class AzureLegacySettings(Rule):
    """Finds configuration for Azure that today's SDK takes for something else, or refuses.

    * `openai.api_type = "azure_ad"`, `"azuread"`, `"open_ai"`, `"Azure"`; `OPENAI_API_TYPE` set to one of these;
    * `openai.api_type = "azure"` in a program that also configures or calls the 0.x way: it is right today alone,
      and beside `openai.azure_endpoint`;
    * `api_type=` in a call of 0.x;
    * `api_type=`, `api_base=`, `engine=`, `deployment_id=` given to a client.

    `engine=` and `deployment_id=` of a call are OAI110, `openai.api_base` is OAI105.

    ## Why it breaks

    A kind that the SDK does not know raises nothing. **Requests go to api.openai.com, with the token or key of your
    Azure resource.** `"azure"` beside `openai.api_base` raises on the first call:

        ValueError: Must provide one of the `base_url` or `azure_endpoint` arguments, or the `AZURE_OPENAI_ENDPOINT` environment variable

    and arguments of 0.x raise when the client is made:

        TypeError: AzureOpenAI.__init__() got an unexpected keyword argument 'api_base'

    ## Example

    ```python
    import openai

    openai.api_type = "azure_ad"
    ```

    ## Use instead

    ```python
    from azure.identity import DefaultAzureCredential, get_bearer_token_provider
    from openai import AzureOpenAI

    client = AzureOpenAI(
        azure_endpoint="https://example.openai.azure.com",
        azure_ad_token_provider=get_bearer_token_provider(
            DefaultAzureCredential(), "https://cognitiveservices.azure.com/.default"
        ),
        api_version="2024-10-21",
    )
    ```

    For a key, and to stay on the level of the module, see docs/azure.md.

    ## Not detected

    A kind that comes from the environment or from another file, and one in a file that makes a client for Azure and
    no call on the module: it decides nothing there.
    """  # noqa: E501

    code = "OAI306"
    name = "azure-legacy-settings"
    roles = (CALL, STORE, SETITEM)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each setting or argument."""
        if use.role == STORE and isinstance(use.value, Place) and use.value.path == "openai.api_type":
            yield from self._kind(use.node, use.spelled, use.extra, file)  # type: ignore[arg-type]
        if reads_environment(file):
            for node, name, value in variables_set(use, file):
                if name == VARIABLE:
                    yield from self._kind(node, name, value, file)
        made = construction(use.node, use.value)
        if made is not None:
            yield from refused(made, legacy=True)
        elif use.role == CALL:
            yield from self._call(use, file)

    def _kind(self, node: ast.AST, name: str, value: Value, file: File) -> Iterator[Finding]:
        text = literal(value)
        is_moot = file.module.is_moot or _is_given(file)
        found = wrong(text, file) if text is not None and not is_moot else None
        if found is not None:
            yield Finding(node, f'{name} "{text}" {found[0]}; use {found[1]}', found[1])

    def _call(self, use: Use, file: File) -> Iterator[Finding]:
        reached = called(use, file)
        if reached is None:
            return
        for name, node, value in named_arguments(reached[2], file):
            if name == "api_type":
                text = literal(value) or ""
                instead = ENTRA if text.lower() in TOKENS else CLIENT if text.lower() == "azure" else "a client"
                yield Finding(node, f"api_type= is refused by today's calls (TypeError); use {instead}", instead)
