"""OAI301, OAI303, OAI304: what the constructor of a client for Azure is given, and is not."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ..sdk.azure import CALLABLE_AZURE_KEY, CALLABLE_KEY, ONE_CREDENTIAL, VARIABLES
from ..semantics.uses import CALL, STORE, Use
from ..semantics.values import NONE, Const, Made, Place
from .azure import Construction, construction, is_given, is_on_v1, is_provider, refused, settings_of
from .azure_settings import is_legacy
from .base import File, Finding, Rule
from .facts import version

VERSION = VARIABLES["api_version"]
ADDRESSES = frozenset({"api_base", "endpoint"})
"""Refused by the class, and meant for the endpoint."""
ENDPOINT = VARIABLES["azure_endpoint"]
ADDRESSED = frozenset({"azure_endpoint", "base_url"})
"""Arguments that are the address."""


class AzureApiVersionMissing(Rule):
    """Finds `AzureOpenAI` and `AsyncAzureOpenAI` without an `api_version`.

    Also `api_version=None`, and `openai.api_type = "azure"` in a file that configures the module for Azure and
    leaves `openai.api_version` out: the default that 0.x had is gone.

    ## Why it breaks

    Unless `OPENAI_API_VERSION` is set where the program runs, the client cannot be made:

        ValueError: Must provide either the `api_version` argument or the `OPENAI_API_VERSION` environment variable

    `AZURE_OPENAI_API_VERSION`, which many samples set, is read by no release of the SDK.

    ## Example

    ```python
    from openai import AzureOpenAI

    client = AzureOpenAI(azure_endpoint="https://example.openai.azure.com")
    ```

    ## Use instead

    ```python
    from openai import AzureOpenAI

    client = AzureOpenAI(azure_endpoint="https://example.openai.azure.com", api_version="2024-10-21")
    ```

    The v1 endpoint of Azure needs no version at all, nor a class of its own:
    `OpenAI(base_url="https://example.openai.azure.com/openai/v1/", api_key=...)`.

    ## Not detected

    Where the file names `OPENAI_API_VERSION` anywhere, or loads a `.env` file; a value that the program reads from the
    environment, by any name; where the address is left to the environment, too; where arguments come in by
    `**kwargs`; in subclasses, which hand on what they are given.
    """

    code = "OAI301"
    name = "azure-api-version-missing"
    roles = (CALL, STORE)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each client, or for the setting that makes the module's client one for Azure."""
        if use.role == STORE:
            yield from _module_version(use, file)
            return
        made = construction(use.node, use.value)
        if made is None or not made.azure:
            return
        if is_on_v1(made, file):
            return  # OAI310 says what is wrong there
        value = made.value("api_version", file)
        instead = 'api_version="2024-10-21"'
        if value == NONE and not _may_be_set(VERSION, file) and not _is_left_to_environment(made, file):
            given = f"has api_version=None, which counts as none: it {_raises(VERSION)}"
            without = f"without api_version {_raises(VERSION)}"
            what = given if "api_version" in made.keywords else without
            yield Finding(made.node, f"{made.name} {what}; use {instead}", instead)


def _may_be_set(variable: str, file: File) -> bool:
    """True if a file names a variable of the environment, or loads a file of variables."""
    return file.count(variable) > 0 or "dotenv" in file.model.modules


def _has_alternative(node: ast.expr) -> bool:
    """True if it is None on one path: ``provider if not key else None``."""
    parts = (node.body, node.orelse) if isinstance(node, ast.IfExp) else ()
    return any(isinstance(part, ast.Constant) and part.value is None for part in parts)


def _is_left_to_environment(made: Construction, file: File) -> bool:
    """True if the address is left out, or is a parameter that may be: the environment has it then, and the version."""
    given = [keyword for keyword in made.keywords.values() if keyword.arg in ADDRESSED]
    return made.complete and not made.node.args and all(id(keyword) in file.model.optional for keyword in given)


def _raises(variable: str) -> str:
    return f"raises ValueError unless {variable} is set"


def _module_version(use: Use, file: File) -> Iterator[Finding]:
    """``openai.api_type = "azure"`` in a file that configures Azure and leaves the version out."""
    if not isinstance(use.value, Place) or use.value.path != "openai.api_type" or use.extra != Const("azure"):
        return
    if file.module.is_moot or is_legacy(file) or any(settings_of(file, "api_version")) or _may_be_set(VERSION, file):
        return
    if any(settings_of(file, "api_base", "azure_endpoint", "base_url")):
        instead = "openai.api_version"
        what = f'{use.spelled} = "azure" without openai.api_version raises ValueError on the first call'
        yield Finding(use.node, f"{what} unless {VERSION} is set; set {instead}", instead)


class AzureEndpointMissing(Rule):
    """Finds `AzureOpenAI` that is given a credential and no endpoint.

    ## Why it breaks

    Unless `AZURE_OPENAI_ENDPOINT` is set where the program runs, the client cannot be made:

        ValueError: Must provide one of the `base_url` or `azure_endpoint` arguments, or the `AZURE_OPENAI_ENDPOINT` environment variable

    `OPENAI_BASE_URL` does not count for this class.

    ## Example

    ```python
    import os

    from openai import AzureOpenAI

    client = AzureOpenAI(api_key=os.environ["AZURE_OPENAI_KEY"], api_version="2024-10-21")
    ```

    ## Use instead

    ```python
    import os

    from openai import AzureOpenAI

    client = AzureOpenAI(
        azure_endpoint="https://example.openai.azure.com",
        api_key=os.environ["AZURE_OPENAI_KEY"],
        api_version="2024-10-21",
    )
    ```

    ## Not detected

    A client that is left to the environment with its credential, too; where the file names
    `AZURE_OPENAI_ENDPOINT` anywhere, or loads a `.env` file; where arguments come in by `**kwargs`.
    """  # noqa: E501

    code = "OAI303"
    name = "azure-endpoint-missing"
    roles = (CALL,)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each client."""
        made = construction(use.node, use.value)
        if made is None or not made.azure or not made.credentials() or made.keywords.keys() & ADDRESSES:
            return
        if not (made.lacks("azure_endpoint", file) and made.lacks("base_url", file)):
            return
        if made.node.args or _may_be_set(ENDPOINT, file):
            return
        instead = "azure_endpoint=..."
        yield Finding(made.node, f"{made.name} without azure_endpoint {_raises(ENDPOINT)}; use {instead}", instead)


class AzureConflictingArguments(Rule):
    """Finds arguments of a client that exclude each other, or that its class does not take.

    * `base_url` with `azure_endpoint`, or with `azure_deployment`, which is ignored then;
    * two of `api_key`, `azure_ad_token` and `azure_ad_token_provider`;
    * `api_version`, `azure_endpoint`, `azure_deployment`, `azure_ad_token`, … given to `OpenAI`;
    * `endpoint`, `credential`, `deployment_name`, `proxies`, or anything by position, given to `AzureOpenAI`;
    * a function as `api_key` where the release does not take one, or takes the other kind: `AsyncOpenAI`
      wants one that is awaited, `OpenAI` and `AzureOpenAI` want one that is not.

    ## Why it breaks

    Making the client raises:

        ValueError: base_url and azure_endpoint are mutually exclusive
        openai.lib.azure.MutuallyExclusiveAuthError
        TypeError: OpenAI.__init__() got an unexpected keyword argument 'api_version'

    Releases before 3.4.0 take two credentials and use one of them without a word: the token before
    the provider, the provider before the key. A function that is no key yet is sent as the text
    `Bearer <function ...>`.

    ## Example

    ```python
    from openai import AzureOpenAI

    client = AzureOpenAI(
        azure_endpoint="https://example.openai.azure.com",
        base_url="https://example.openai.azure.com/openai",
        api_version="2024-10-21",
    )
    ```

    ## Use instead

    ```python
    from openai import AzureOpenAI

    client = AzureOpenAI(azure_endpoint="https://example.openai.azure.com", api_version="2024-10-21")
    ```

    ## Not detected

    Two credentials of which one may be None, arguments that come in by `**kwargs`, and settings of the module in
    branches or functions, of which one may be meant for the other case.
    """

    code = "OAI304"
    name = "azure-conflicting-arguments"
    roles = (CALL, STORE)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each argument that is too much."""
        if use.role == STORE:
            yield from self._settings(use, file)
            return
        made = construction(use.node, use.value)
        if made is None:
            return
        if made.azure and made.node.args and made.complete:
            what = f"{made.name} takes keyword arguments only (TypeError); use azure_endpoint=..., api_key=..."
            yield Finding(made.node.args[0], what, "keyword arguments")
        yield from refused(made, legacy=False)
        if made.azure:
            yield from self._addresses(made, file)
            yield from self._credentials(made, file)
        if not (made.azure and is_on_v1(made, file)):
            yield from self._function(made, file)

    def _addresses(self, made: Construction, file: File) -> Iterator[Finding]:
        if not is_given(made.value("base_url", file)):
            return
        for name, harm in (
            ("azure_endpoint", "beside base_url raises ValueError"),
            ("azure_deployment", "beside base_url is ignored"),
        ):
            if name == "azure_deployment" and file.is_test:
                continue  # a test may want to see that
            if name in made.keywords and is_given(made.value(name, file)):
                instead = (
                    "one of them"
                    if name == "azure_endpoint"
                    else "azure_endpoint= (the host alone) instead of base_url="
                )
                yield Finding(made.keywords[name], f"{name}= {harm}; use {instead}", instead)

    def _credentials(self, made: Construction, file: File) -> Iterator[Finding]:
        names = [
            name
            for name in made.credentials()
            if is_given(made.value(name, file)) and not _has_alternative(made.keywords[name].value)
        ]
        if len(names) < 2:
            return
        for name in names[1:]:
            message = f"{name}= beside {names[0]}= {_second(file)}; use one of them"
            yield Finding(made.keywords[name], message, "one of them")

    def _settings(self, use: Use, file: File) -> Iterator[Finding]:
        """``openai.api_key`` beside ``openai.azure_ad_token``, where the module's client is one for Azure."""
        if isinstance(use.value, Place) and use.value.path == "openai.api_key" and file.azure_module:
            tokens = [other for other in settings_of(file, "azure_ad_token") if _is_set(other)]
            certain = _is_unconditional(use) and any(map(_is_unconditional, tokens))
            if certain and _is_set(use) and not is_legacy(file):
                message = f"{use.spelled} beside {tokens[0].spelled} {_second(file)}; use one of them"
                yield Finding(use.node, message, "one of them")

    def _function(self, made: Construction, file: File) -> Iterator[Finding]:
        """A function that gives tokens, where it is not taken or is of the other kind."""
        key = is_provider(made, "api_key", file)
        since = CALLABLE_AZURE_KEY if made.azure else CALLABLE_KEY
        if key is not None and file.target < version(since):
            instead = "azure_ad_token_provider=" if made.azure else f"openai {since}, or a text"
            harm = "AttributeError, 401 or ValueError" if made.azure else "401: it is sent as a text"
            message = f"api_key= cannot be a function before openai {since} ({harm}); use {instead}"
            yield Finding(made.keywords["api_key"], message, instead)
        elif key is not None and made.azure and isinstance(made.value("api_key", file), Made):
            instead = "azure_ad_token_provider="
            message = f"api_key= of {made.name} is sent as a key, not as a token (401); use {instead}"
            yield Finding(made.keywords["api_key"], message, instead)
        elif key is not None and key is not made.asynchronous:
            yield self._wrong_kind(made, "api_key", key, file)
        if is_provider(made, "azure_ad_token_provider", file) and not made.asynchronous and made.azure:
            yield self._wrong_kind(made, "azure_ad_token_provider", True, file)

    def _wrong_kind(self, made: Construction, name: str, asynchronous: bool, file: File) -> Finding:
        if not asynchronous:
            harm = "TypeError: its result is awaited"
        elif name == "api_key":
            harm = "TypeError or 401: it is not awaited"
        else:
            harm = "ValueError: it is not awaited"
        if isinstance(made.value(name, file), Made):
            instead = f"that of azure.identity{'' if asynchronous else '.aio'}"
        else:
            instead = "a function that is not async" if asynchronous else "an async function"
        message = f"{name}= of {made.name} is given the wrong kind of function ({harm}); use {instead}"
        return Finding(made.keywords[name], message, instead)


def _is_set(use: Use) -> bool:
    """Is a setting certainly given a value?"""
    return is_given(use.extra)  # type: ignore[arg-type]


def _is_unconditional(use: Use) -> bool:
    """Does it stand at the left margin, in no branch and no function?"""
    return getattr(use.node, "col_offset", 0) == 0


def _second(file: File) -> str:
    """What a second credential does."""
    if file.target >= version(ONE_CREDENTIAL):
        return f"raises MutuallyExclusiveAuthError since openai {ONE_CREDENTIAL}"
    return f"counts for nothing, and raises from openai {ONE_CREDENTIAL} on"
