"""OAI307, OAI308 and OAI902: versions of Azure's API."""

from __future__ import annotations

import ast
import difflib
import re
from collections.abc import Iterator

from ..sdk.api_versions import (
    A_CLASS,
    ALIASES,
    API_VERSIONS,
    AS_OF,
    CONTROL_PLANE,
    FEATURES,
    UNKNOWN,
    V1_CALLS,
    Feature,
)
from ..sdk.azure import VARIABLES
from ..sdk.models import MODEL_VERSIONS
from ..semantics.uses import CALL, SETITEM, STORE, Use
from ..semantics.values import NONE, Class, Client, Mapping, Place, Value
from ..syntax.diagnostics import Severity
from .azure import Construction, calls_on, construction, literal, made_by, settings_of, where, written
from .azure_endpoints import v1_of
from .base import File, Finding, Rule
from .facts import callee, current_path, named
from .services import service_at
from .settings import reads_environment, variables_set
from .urls import V1, is_placeholder, url_of

VERSION = VARIABLES["api_version"]
LAST_GA = max(version for version, row in API_VERSIONS.items() if row.kind == "ga")
LAST = max(API_VERSIONS)
DATED = re.compile(r"\d{4}\W?\d\d?\W?\d\d?.*", re.DOTALL)
"""What was meant for a date."""


def day(version: str) -> str:
    """The day in the name of a version."""
    return version[:10]


def wrong(text: str) -> tuple[str, str] | None:
    """What is wrong with a version, and what to write; None where nothing is, or nothing is known."""
    row = API_VERSIONS.get(text)
    instead = f'"{LAST_GA}"'
    if row is not None:
        if not row.announced:
            return None
        return f"was announced for retirement (latest date {row.announced[-1]}), and may still answer", instead
    if text in ALIASES:
        return (
            "is none of AzureOpenAI's (404); it belongs to the v1 endpoint",
            f'OpenAI(base_url=".../openai/v1/"), or "{LAST_GA}"',
        )
    if text in CONTROL_PLANE:
        return "is a version of the API that makes resources, not of the one that models answer on (404)", instead
    models = MODEL_VERSIONS.get(text.removesuffix("-preview"))
    if models:
        return f"is a version of a model ({models[0]}), not of the API (404)", instead
    if not text:
        return "is empty (404)", instead
    if not DATED.fullmatch(text) or is_placeholder(text) or day(text) > AS_OF:
        return None
    near = [other for other in (f"{text}-preview", text.removesuffix("-preview")) if other in API_VERSIONS]
    near = near or difflib.get_close_matches(text, API_VERSIONS, 1, 0.8)
    if near:
        instead = f'"{near[0]}"'
    return f"is not among the versions of the API known on {AS_OF} (404)", instead


class AzureApiVersionUnknown(Rule):
    """Finds versions of Azure's API that there are not, or that were announced for retirement.

    In `api_version=` of a client for Azure, in `openai.api_version`, in `OPENAI_API_VERSION` where the
    program sets it, and in `api_version=` of calls of 0.x: typing errors, versions of the API that makes
    resources (control plane), versions of models, and `preview`, `latest` and `v1`, which belong to the
    v1 endpoint and so to `OpenAI`.

    ## Why it breaks

    The service answers

        openai.NotFoundError: Error code: 404

    Of some previews a retirement was announced, more than once and for other days; on which day they were
    switched off, if they were, is published nowhere. The message says what is known.

    ## Example

    ```python
    from openai import AzureOpenAI

    client = AzureOpenAI(azure_endpoint="https://example.openai.azure.com", api_version="2024-05-13")
    ```

    ## Use instead

    ```python
    from openai import AzureOpenAI

    client = AzureOpenAI(azure_endpoint="https://example.openai.azure.com", api_version="2024-10-21")
    ```

    `2024-10-21` is the last one with a date that is no preview. The v1 endpoint needs none at all.

    ## Not detected

    Versions newer than the table of this release. Texts that are to be replaced (`"<version>"`).
    """

    code = "OAI307"
    name = "azure-api-version-unknown"
    remote = True
    severity = Severity.WARNING
    roles = (CALL, STORE, SETITEM)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each version."""
        for node, name, value in _versions(use, file):
            text = literal(written(value))
            found = wrong(text) if text is not None else None
            if found is not None:
                yield Finding(node, f'{name} "{text}" {found[0]}; use {found[1]}', found[1])


def _versions(use: Use, file: File) -> Iterator[tuple[ast.AST, str, Value]]:
    """The versions that a use names: where, what, value."""
    if use.role == STORE and isinstance(use.value, Place) and use.value.path == "openai.api_version":
        yield use.node, use.spelled, use.extra  # type: ignore[misc]
    if reads_environment(file):
        yield from (row for row in variables_set(use, file) if row[1] == VERSION)
    if use.role != CALL or not isinstance(use.node, ast.Call):
        return
    made = construction(use.node, use.value)
    method = callee(use.value, file.target) if made is None else None
    if (made is not None and made.azure) or (method is not None and method.legacy is not None):
        for keyword in use.node.keywords:
            value = file.model.value(keyword.value)
            if keyword.arg == "api_version" and not (literal(value) in ALIASES and _on_v1(made, file)):
                yield where(keyword, value), "api_version", value


def _on_v1(made: Construction | None, file: File) -> bool:
    """Is the address the v1 endpoint (OAI310 knows whether that is wrong), or unknown?"""
    if made is not None and "base_url" in made.keywords:
        url = url_of(made.value("base_url", file))
        return url is None or bool(V1.search(url.path)) or not url.azure
    return False


class AzureApiVersionTooOld(Rule):
    """Finds calls, arguments and models that the version of a client for Azure does not serve.

    Speech, the Responses API, structured outputs, `max_completion_tokens`, o-series models, image edits, … each is
    served from some version on, and the versions that are no preview (GA) serve few of them.

    ## Why it breaks

    The service answers 404 where it does not know the path, and 400 else, for example with "response_format value as
    json_schema is enabled only for api versions 2024-08-01-preview and later":

        openai.BadRequestError: Error code: 400

    ## Example

    ```python
    from openai import AzureOpenAI

    client = AzureOpenAI(azure_endpoint="https://example.openai.azure.com", api_version="2024-10-21")
    client.responses.create(model="my-deployment", input="Hello")
    ```

    ## Use instead

    ```python
    from openai import AzureOpenAI

    client = AzureOpenAI(azure_endpoint="https://example.openai.azure.com", api_version="2025-03-01-preview")
    client.responses.create(model="my-deployment", input="Hello")
    ```

    or the v1 endpoint: `OpenAI(base_url="https://example.openai.azure.com/openai/v1/", api_key=...)`.

    ## Not detected

    Clients that are made in another file, versions that are not written in the file, and what no source says
    of a version. The table of features names its sources.
    """

    code = "OAI308"
    name = "azure-api-version-too-old"
    remote = True
    severity = Severity.WARNING
    roles = (CALL,)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each call: what needs the newest version."""
        path = current_path(use.value)
        if path is None or not isinstance(use.node, ast.Call):
            yield from self._legacy(use, file)
            return
        service = service_at(path)
        if service is not None and service.azure:
            return  # OAI501 says that no version serves it any more
        version = version_of(use.value, file)
        if path == "images.generate" and isinstance(use.value, Client) and _polls(use.value):
            return
        if version not in API_VERSIONS or any(keyword.arg == "extra_query" for keyword in use.node.keywords):
            return
        unserved = [
            (feature.floor, number, feature, node)
            for number, feature in enumerate(FEATURES)
            if _is_of(feature, path) and not _is_served(feature, version)
            for node in _needing(feature, use.node, file)
        ]
        if unserved:
            *_, feature, node = max(unserved, key=lambda row: row[:2])
            yield Finding(node, _message(feature, version, path), "a later api_version")

    def _legacy(self, use: Use, file: File) -> Iterator[Finding]:
        """``openai.api_version`` of a program of 0.x, for what takes the place of one of its calls."""
        method = callee(use.value, file.target) if file.azure_module else None
        if method is None or method.legacy is None:
            return
        path = named(method)
        stores = list(settings_of(file, "api_version"))
        version = literal(stores[0].extra) if len(stores) == 1 else None  # type: ignore[arg-type]
        for feature in FEATURES if version in API_VERSIONS else ():
            if version and not feature.argument and _is_of(feature, path) and not _is_served(feature, version):
                message = _message(feature, version, path)
                yield Finding(stores[0].node, message, "a later api_version")


def version_of(value: Value, file: File) -> str:
    """The version that the file shows for the client of a call; empty where it shows none."""
    if isinstance(value, Client):
        made = made_by(value)
        if made is None or not made.azure or not made.complete or _on_v1(made, file):
            return ""
        given = made.value("api_version", file)
        if given != NONE:
            return literal(given) or ""
    elif not file.azure_module:
        return ""
    else:
        stored = {literal(use.extra) for use in settings_of(file, "api_version")}  # type: ignore[arg-type]
        if stored:
            return stored.pop() or "" if len(stored) == 1 else ""
    set_to = (row for use in file.model.uses for row in variables_set(use, file))
    named = {literal(found) for _, name, found in set_to if name == VERSION}
    return named.pop() or "" if len(named) == 1 else ""


def _polls(client: Client) -> bool:
    """May the client have the transport that OAI312 is about, with which old versions made images?"""
    made = made_by(client)
    return made is None or "http_client" in made.keywords


def _is_of(feature: Feature, path: str) -> bool:
    return any(path.startswith(call) if call.endswith(".") else path == call for call in feature.calls)


def _is_served(feature: Feature, version: str) -> bool:
    """Does a version serve a feature, as far as is known?"""
    if day(version) < day(feature.floor):
        return False
    if API_VERSIONS[version].kind != "ga" or feature.ga == UNKNOWN:
        return True
    return feature.ga is not None and day(version) >= day(feature.ga)


def _first(feature: Feature, version: str) -> str:
    """The version to go to: no preview where the version is none and one serves it."""
    if feature.use:
        return feature.use
    if API_VERSIONS[version].kind == "ga" and feature.ga not in (None, UNKNOWN):
        return feature.ga or feature.floor
    return feature.floor


def _needing(feature: Feature, node: ast.Call, file: File) -> Iterator[ast.AST]:
    """What of a call needs a feature: the call, or an argument."""
    if not feature.argument:
        yield node
        return
    for keyword in node.keywords:
        if keyword.arg == feature.argument:
            value = file.model.value(keyword.value)
            if feature.values:
                if _kind(value, file) in feature.values:
                    yield keyword
            elif value != NONE and not (isinstance(value, Place) and value.path.startswith("openai.")):
                # openai.NOT_GIVEN and openai.omit leave it out.
                yield keyword


def _kind(value: Value, file: File) -> str | None:
    """What the table compares: a text, the ``type`` of a dict, ``A_CLASS`` for a class."""
    if isinstance(value, Mapping):
        types = [file.model.entries.get(id(key)) for name, key in value.entries if name == "type"]
        return literal(types[0]) if len(types) == 1 else None
    return A_CLASS if isinstance(value, Class) else literal(value)


def _message(feature: Feature, version: str, path: str) -> str:
    first = _first(feature, version)
    what = f'api_version "{version}" does not serve {feature.name}'
    if feature.retired:
        return f"{what}, which Azure retired on {feature.retired}; use the Responses API"
    none = " (no version without preview does)" if feature.ga is None and API_VERSIONS[version].kind == "ga" else ""
    newest = LAST if feature.ga is None else first
    since = f" ({first} is the first)" if newest != first else ""
    v1 = ", or the v1 endpoint" if path in V1_CALLS else ""
    return f'{what}{none}; use "{newest}"{since}{v1}'


class DatedAzureApi(Rule):
    """Finds a dated `api_version` where the v1 endpoint of Azure serves all calls that the file makes.

    An opinion, off unless it is selected: `--extend-select OAI9`.

    ## Why it breaks

    It does not: dated versions are served, and no day of retirement is published. But the last of them is of
    April 2025, what came later is on the v1 endpoint only, and there the same class and the same code serve
    OpenAI and Azure.

    ## Example

    ```python
    from openai import AzureOpenAI

    client = AzureOpenAI(azure_endpoint="https://example.openai.azure.com", api_version="2024-10-21")
    client.chat.completions.create(model="my-deployment", messages=[])
    ```

    ## Use instead

    ```python
    import os

    from openai import OpenAI

    client = OpenAI(
        base_url="https://example.openai.azure.com/openai/v1/",
        api_key=os.environ["AZURE_OPENAI_API_KEY"],
    )
    client.chat.completions.create(model="my-deployment", messages=[])
    ```

    ## Not detected

    Files that make no call on the client, or one that is not known to be served there.
    """

    code = "OAI902"
    name = "dated-azure-api"
    severity = Severity.HINT
    roles = (CALL,)
    opinion = True

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each client."""
        made = construction(use.node, use.value)
        keyword = made.keywords.get("api_version") if made is not None else None
        if made is None or keyword is None or not made.azure:
            return
        value = file.model.value(keyword.value)
        address = url_of(made.value("azure_endpoint", file))
        if literal(value) not in API_VERSIONS or (address is not None and address.host and not address.azure):
            return
        calls = list(calls_on(made, file))
        if not calls or any(path not in V1_CALLS or _has_more(call.node) for call, path in calls):
            return
        instead = f'{made.plain}(base_url="{v1_of(address)}")'
        note = ", with the deployment as model= of the calls" if "azure_deployment" in made.keywords else ""
        message = f"{made.name} with a dated api_version, where the v1 endpoint serves these calls; use {instead}{note}"
        yield Finding(where(keyword, value), message, instead)


def _has_more(node: ast.AST) -> bool:
    """Has a call something in its body that the SDK does not know?"""
    return isinstance(node, ast.Call) and any(keyword.arg == "extra_body" for keyword in node.keywords)
