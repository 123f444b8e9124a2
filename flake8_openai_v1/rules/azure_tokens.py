"""OAI311: tokens of Microsoft Entra."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ..sdk.azure import OTHER_AUDIENCES, SCOPE, SCOPES
from ..semantics.uses import CALL, STORE, Use
from ..semantics.values import Made, Place, Value
from ..syntax.diagnostics import Severity
from .azure import ASYNC_PROVIDER, SYNC_PROVIDER, Construction, construction, literal
from .base import File, Finding, Rule
from .urls import url_of

PROVIDERS = (SYNC_PROVIDER, ASYNC_PROVIDER)
CALLED = tuple(f"{provider}()" for provider in PROVIDERS)
ONCE = ".get_token().token"
KEY = "azure.core.credentials.AzureKeyCredential()"
ARGUMENTS = ("azure_ad_token", "azure_ad_token_provider", "api_key")


class AzureTokenScope(Rule):
    """Finds tokens for another service, and tokens that are obtained once and never renewed.

    A scope that is plainly wrong, in `get_bearer_token_provider(credential, scope)` and `get_token(scope)` whose result
    a client is given: that of another service (`https://management.azure.com/.default`), or one without `/.default`.
    A token given as `azure_ad_token` or `api_key`, a provider that is called instead of passed, and a credential, or
    the result of `get_token()` without its `.token`, where a text or a function belongs.

    ## Why it breaks

    With a token for another service the answer is

        openai.AuthenticationError: Error code: 401

    and with one that is obtained once it is so as soon as the token has expired: the client cannot renew it.
    `api_key` of `AzureOpenAI` is sent as the header `api-key`, where a token does not belong.

    ## Example

    ```python
    from azure.identity import DefaultAzureCredential
    from openai import AzureOpenAI

    token = DefaultAzureCredential().get_token("https://cognitiveservices.azure.com/.default")
    client = AzureOpenAI(
        azure_endpoint="https://example.openai.azure.com", api_version="2024-10-21", azure_ad_token=token.token
    )
    ```

    ## Use instead

    ```python
    from azure.identity import DefaultAzureCredential, get_bearer_token_provider
    from openai import AzureOpenAI

    provider = get_bearer_token_provider(DefaultAzureCredential(), "https://cognitiveservices.azure.com/.default")
    client = AzureOpenAI(
        azure_endpoint="https://example.openai.azure.com", api_version="2024-10-21", azure_ad_token_provider=provider
    )
    ```

    On the v1 endpoint the provider is the key: `OpenAI(base_url=".../openai/v1/", api_key=provider)`.

    ## Not detected

    Tokens that come from other files or from the environment, those of a client with `websocket_base_url`, whose
    connection shows its token once, and scopes that no table knows: of the
    known ones `https://ai.azure.com/.default` is that of Microsoft's newest pages, the one above works as well.
    """

    code = "OAI311"
    name = "azure-token-scope"
    remote = True
    severity = Severity.WARNING
    roles = (CALL, STORE)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each token, and one for each scope."""
        if use.role == STORE:
            if isinstance(use.value, Place) and use.value.path == "openai.azure_ad_token":
                instead = "openai.azure_ad_token_provider = get_bearer_token_provider(...)"
                yield from self._token(use.node, use.spelled, use.extra, instead)  # type: ignore[arg-type]
                yield from self._scope(use.extra, file)  # type: ignore[arg-type]
            return
        made = construction(use.node, use.value)
        if made is None or "websocket_base_url" in made.keywords:
            # A connection shows its token once.
            return
        scoped = not _may_be_gateway(made, file)
        for name in ARGUMENTS:
            keyword = made.keywords.get(name)
            if keyword is not None:
                provider = "azure_ad_token_provider" if made.azure else "api_key"
                instead = f"{provider}=get_bearer_token_provider(...)"
                value = file.model.value(keyword.value)
                yield from self._token(keyword, f"{name}=", value, instead)
                if scoped:
                    yield from self._scope(value, file)

    def _token(self, node: ast.AST, name: str, value: Value, instead: str) -> Iterator[Finding]:
        if not isinstance(value, Made):
            return
        problem = _misplaced(name, value.path)
        if problem is None:
            if name == "azure_ad_token_provider=" and value.path in CALLED:
                harm = "TypeError: a text is called"
            else:
                harm = "it expires, then 401"
            is_token = value.path in CALLED or value.path.endswith(ONCE)
            if is_token and name == "api_key=" and instead.startswith("azure"):
                problem = "is given an Entra token, which is not an API key (401)"
            elif value.path in CALLED:
                problem = f"is given one token, and wants the function that gets tokens ({harm})"
            elif value.path.endswith(ONCE):
                problem = f"is a token that is obtained once ({harm})"
        if problem is not None:
            yield Finding(node, f"{name} {problem}; use {instead}", instead)

    def _scope(self, value: Value, file: File) -> Iterator[Finding]:
        if not isinstance(value, Made) or not (value.path in PROVIDERS or value.path.endswith(ONCE)):
            return
        scopes = value.node.args[1:] if value.path in PROVIDERS else value.node.args
        for node in scopes:
            text = literal(file.model.value(node))
            problem = _problem(text) if text is not None else None
            if text is not None and problem is not None:
                own = f"https://{_host(text)}/.default"
                instead = f'"{own if own in SCOPES else SCOPE}"'
                yield Finding(node, f'scope "{text}" {problem}; use {instead}', instead)


def _misplaced(name: str, path: str) -> str | None:
    """What is wrong with an object that is no token, provider or key at all; None where nothing is.

    What ``get_token()`` of any other object gives is not known: it may be a text.
    """
    if path in PROVIDERS:
        return "is a provider, not a token (401)" if name.rstrip("=").endswith("azure_ad_token") else None
    if path.startswith("azure.identity.") and path.endswith(".get_token()"):
        return "is a token with its end, not its text: it lacks .token (401)"
    if path == KEY:
        return "is an object of azure.core, not the key in it (TypeError or 401)"
    if path.startswith("azure.identity.") and path.endswith("()") and path.count("(") == 1:
        harm = "TypeError" if name == "azure_ad_token_provider=" else "401"
        return f"is a credential, which gives tokens through a provider ({harm})"
    return None


def _may_be_gateway(made: Construction, file: File) -> bool:
    """May the client talk to a gateway, which wants a token of its own?"""
    if "base_url" not in made.keywords:
        return False
    url = url_of(made.value("base_url", file))
    return url is None or not url.azure


def _problem(scope: str) -> str | None:
    if scope in SCOPES:
        return None
    host = _host(scope)
    if any(host == other or host.endswith(f".{other}") for other in OTHER_AUDIENCES):
        return "is that of another service (401)"
    if any(known.startswith(f"https://{host}/") for known in SCOPES):
        return "must end in one slash and .default"
    return None


def _host(scope: str) -> str:
    return scope.partition("://")[2].partition("/")[0].lower()
