"""OAI305 and OAI310: addresses of Azure in the wrong form, or given to the wrong class."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from ..sdk.api_versions import API_VERSIONS
from ..sdk.azure import DEPLOYMENT_CALLS, TURNED_ROUND, VARIABLES
from ..semantics.uses import CALL, SETITEM, STORE, Use
from ..semantics.values import NONE, Place, Value
from .azure import Construction, calls_on, construction, literal, settings_of, where, written
from .base import File, Finding, Rule
from .settings import reads_environment, variables_set
from .urls import HOLE, HOSTNAME, V1, Url, is_placeholder, url_of

OPERATION = re.compile(r"/(?:chat/completions|completions|embeddings|responses|images/\w+|audio/\w+)/?$")
DEPLOYMENT = re.compile(r"/openai/deployments/([^/]+)")
DASHED = re.compile(r"\.azure\.openai\.com$")


def root_of(url: Url | None) -> str:
    """The host of an address alone; one to fill in where it is not known."""
    known = url is not None and url.host and HOLE not in url.host
    return f"https://{url.host}" if url is not None and known else "https://<resource>.openai.azure.com"


def v1_of(url: Url | None) -> str:
    """The v1 endpoint on the host of an address."""
    return f"{root_of(url)}/openai/v1/"


def deployment_of(url: Url) -> str:
    """The name of the deployment in the path of an address; empty where there is none."""
    found = DEPLOYMENT.search(url.path)
    return found[1].replace(HOLE, "...") if found is not None else ""


def malformed(url: Url, name: str) -> tuple[str, str] | None:
    """What is wrong with an endpoint of Azure, and what to write; None where nothing is."""
    if url.scheme is False and HOSTNAME.fullmatch(url.host):
        return "has no scheme, so no request is ever sent", f'"https://{url.shown}"'
    if DASHED.search(url.host):
        wrong, right = TURNED_ROUND
        instead = root_of(url._replace(host=url.host.replace(wrong, right)))
        return f"is on a host that Azure does not have (it is {right})", f'"{instead}"'
    if V1.match(url.path):
        return "is the v1 endpoint: requests go to /openai/v1/openai/...", f'OpenAI(base_url="{v1_of(url)}")'
    if url.path.startswith("/openai/deployments/"):
        deployment = deployment_of(url)
        instead = f'{name}="{root_of(url)}"' + (f', azure_deployment="{deployment}"' if deployment else "")
        if url.query and OPERATION.search(url.path):
            return "is the address of one operation: every call goes there", f"{instead}, api_version=..."
        return "names a deployment: requests go to /openai/deployments/.../openai/...", instead
    if url.query:
        return "has a query, behind which the paths of requests are put", f'{name}="{root_of(url)}", api_version=...'
    if url.azure and url.ends in ("/openai", "/models"):
        return f"ends in {url.ends}: requests go to {url.ends}/openai/...", f'"{root_of(url)}"'
    return None


class AzureEndpointMalformed(Rule):
    """Finds addresses that `AzureOpenAI` and `openai.azure_endpoint` make wrong URLs of.

    `azure_endpoint` is the host alone, `https://example.openai.azure.com`: the class puts `/openai` and
    the deployment behind it. So `/openai`, `/openai/v1`, `/openai/deployments/x` and the "target URI"
    of the portal with its query are wrong there; `base_url` is the other way round and must have
    `/openai` in it. Addresses without `https://`, and the host `….azure.openai.com`, which the SDK's
    own documentation misspells so, are wrong in both.

    ## Why it breaks

    The server does not know the path, and answers

        openai.NotFoundError: Error code: 404

    or there is no such server, or no URL at all:

        openai.APIConnectionError: Connection error.

    ## Example

    ```python
    from openai import AzureOpenAI

    client = AzureOpenAI(azure_endpoint="https://example.openai.azure.com/openai", api_version="2024-10-21")
    ```

    ## Use instead

    ```python
    from openai import AzureOpenAI

    client = AzureOpenAI(azure_endpoint="https://example.openai.azure.com", api_version="2024-10-21")
    ```

    ## Not detected

    What comes from the environment (a default for it is looked at) or another file. `/openai` behind a host that is
    not Azure's: a gateway may want it twice. Addresses of `OpenAI`: OAI310.
    """

    code = "OAI305"
    name = "azure-endpoint-malformed"
    remote = True
    roles = (CALL, SETITEM, STORE)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each address."""
        if use.role == STORE and isinstance(use.value, Place) and use.value.path == "openai.azure_endpoint":
            yield from self._endpoint(use.node, written(use.extra), "openai.azure_endpoint")  # type: ignore[arg-type]
        if reads_environment(file):
            for node, name, value in variables_set(use, file):
                if name == VARIABLES["azure_endpoint"]:
                    yield from self._endpoint(node, value, name)
        made = construction(use.node, use.value)
        if made is None or not made.azure:
            return
        for name in ("azure_endpoint", "base_url"):
            keyword = made.keywords.get(name)
            if keyword is not None:
                value = written(file.model.value(keyword.value))
                check = self._endpoint if name == "azure_endpoint" else self._base
                yield from check(where(keyword, value), value, name)

    def _endpoint(self, node: ast.AST, value: Value, name: str) -> Iterator[Finding]:
        url = url_of(value)
        wrong = malformed(url, "azure_endpoint") if url is not None and not is_placeholder(url.host) else None
        if url is not None and wrong is not None:
            yield Finding(node, f"{name} {_shown(url)} {wrong[0]}; use {wrong[1]}", wrong[1])

    def _base(self, node: ast.AST, value: Value, name: str) -> Iterator[Finding]:
        url = url_of(value)
        if url is None or is_placeholder(url.host):
            return
        if (url.scheme is False and HOSTNAME.fullmatch(url.host)) or DASHED.search(url.host):
            wrong = malformed(url, name)
        elif url.azure and not url.ends:
            wrong = ("lacks /openai: requests go to /deployments/...", f'azure_endpoint="{root_of(url)}"')
        elif DEPLOYMENT.match(url.path) and OPERATION.search(url.path):
            instead = f'azure_endpoint="{root_of(url)}", azure_deployment="{deployment_of(url)}"'
            wrong = ("ends in an operation, which each call adds by itself", instead)
        else:
            return
        if wrong is not None:
            yield Finding(node, f"{name} {_shown(url)} {wrong[0]}; use {wrong[1]}", wrong[1])


def _shown(url: Url) -> str:
    return f'"{url.shown}"'


class AzureHostOnOpenAIClient(Rule):
    """Finds `OpenAI` on a host of Azure without the v1 endpoint, and `AzureOpenAI` on the v1 endpoint.

    `OpenAI` wants `base_url="https://example.openai.azure.com/openai/v1/"`, with no `api-version`.
    `AzureOpenAI` wants `azure_endpoint` and an `api_version`, and has no use for the v1 endpoint:
    it would put the deployment into the path.

    ## Why it breaks

    Requests go to `/chat/completions` or `/openai/v1/deployments/gpt-4o/chat/completions`, and the server answers

        openai.NotFoundError: Error code: 404

    ## Example

    ```python
    from openai import OpenAI

    client = OpenAI(base_url="https://example.openai.azure.com", api_key="...")
    ```

    ## Use instead

    ```python
    from openai import OpenAI

    client = OpenAI(base_url="https://example.openai.azure.com/openai/v1/", api_key="...")
    ```

    ## Not detected

    `AzureOpenAI` on the v1 endpoint with `api_version="preview"` where the file makes only calls that name no
    deployment in the path (`client.responses.create`): they work. `OpenAI` on a deployment's path with
    `default_query` or `default_headers`, which works, too. Hosts that are not Azure's.
    """

    code = "OAI310"
    name = "azure-host-on-openai-client"
    remote = True
    roles = (CALL, STORE)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each client, and for the address of the module."""
        if use.role == STORE:
            yield from self._module(use, file)
            return
        made = construction(use.node, use.value)
        keyword = made.keywords.get("base_url") if made is not None else None
        if made is None or keyword is None:
            return
        value = written(file.model.value(keyword.value))
        url = url_of(value)
        if url is None:
            return
        wrong = _v1_on_azure(made, url, file) if made.azure else _azure_without_v1(made, url)
        if wrong is not None:
            right = url._replace(host=url.host.replace(*TURNED_ROUND))
            deployment = deployment_of(url)
            note = f' and model="{deployment}" in the calls' if deployment and not made.azure else ""
            instead = f'{made.plain}(base_url="{v1_of(right)}"){note}'
            yield Finding(where(keyword, value), f"{made.name}(base_url={_shown(url)}) {wrong}; use {instead}", instead)

    def _module(self, use: Use, file: File) -> Iterator[Finding]:
        """``openai.base_url`` on a host of Azure, where the module's client is the plain one."""
        if (
            not isinstance(use.value, Place)
            or use.value.path != "openai.base_url"
            or any(settings_of(file, "api_type"))
        ):
            return
        url = url_of(use.extra)  # type: ignore[arg-type]
        if url is not None and url.azure and not V1.search(url.path) and not url.path.endswith(HOLE):
            instead = f'"{v1_of(url)}"'
            what = f"{use.spelled} {_shown(url)} lacks /openai/v1/ (404)"
            yield Finding(use.node, f"{what}; use {instead}", instead)


def _v1_on_azure(made: Construction, url: Url, file: File) -> str | None:
    if not V1.match(url.path) or url.query:
        return None
    version = made.value("api_version", file)
    if version == NONE:
        return "raises ValueError for want of an api_version, which the v1 endpoint does not take"
    if literal(version) in API_VERSIONS:
        return "sends an api-version that the v1 endpoint does not take, and names deployments in the path (400, 404)"
    paths = {path for _, path in calls_on(made, file)}
    if paths and not paths & DEPLOYMENT_CALLS:
        return None
    return "puts deployments behind the v1 endpoint: requests go to /openai/v1/deployments/... (404)"


def _azure_without_v1(made: Construction, url: Url) -> str | None:
    if DASHED.search(url.host):
        return f"is on a host that Azure does not have (it is {TURNED_ROUND[1]})"
    if url.azure and url.scheme is False:
        return "has no scheme, so no request is ever sent"
    if not url.azure or "/api/projects/" in url.path:
        return None
    if url.query:
        return "has a query, behind which the paths of requests are put"
    if V1.search(url.path):
        return "ends in an operation, which each call adds by itself" if OPERATION.search(url.path) else None
    if url.path.endswith(HOLE) or made.keywords.keys() & {"default_query", "default_headers"} or not made.complete:
        return None
    if DEPLOYMENT.search(url.path):
        return "sends no api-version (404)"
    return f"sends requests to {(url.ends + '/chat/completions').replace(HOLE, '...')} (404)"
