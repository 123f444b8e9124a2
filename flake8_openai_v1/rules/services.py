"""OAI501: services of OpenAI that were switched off."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from ..sdk.services import AS_OF, PROMPTS, SERVICES, Service
from ..sdk.signatures import SIGNATURES
from ..semantics.addresses import is_own_host
from ..semantics.texts import parts_of
from ..semantics.uses import CALL, HEADER, LOAD, REQUEST, Use
from ..semantics.values import Client, Mapping, alternatives
from .azure import literal
from .base import File, Finding, Rule
from .facts import advice, current_path, is_rebound
from .later import gone
from .requests import Request, request_of
from .urls import HOLE, url_of

MOCKS = frozenset({"aioresponses", "httpretty", "pytest_httpx", "requests_mock", "respx", "responses", "vcr"})
"""Packages that answer requests in place of a service: what names an address there need not send one."""
OF_SDK = re.compile(r"(?:^|[/\\])openai[/\\](?:lib|resources)[/\\]")
"""A file of the SDK itself."""
VERBS = frozenset({"delete", "get", "get_api_list", "patch", "post", "put"})
"""Methods of a client that send a request to a path that they are given."""
ADDRESS = re.compile(r"""["'](?:https?|wss?)://([^/"'?]+)""")
"""An address that a text begins with, and its host."""
OWN_HOST = re.compile(r"openai|azure|[{%]")
"""A host of OpenAI or of Azure, or one that the file does not show."""
BELOW = re.compile(r"/?(\w+)(?:/|$)")
ROUTE = re.compile(r"/(?:v1|openai)/(\w+)(?:/|$)")


class RetiredService(Rule):
    """Finds calls of services that OpenAI has switched off, or will: Assistants, Videos, Evals, reusable prompts.

    `client.beta.assistants`, `client.beta.threads` (with messages and runs, on Azure too, whatever the api-version),
    `client.videos`, `client.evals`, `client.beta.realtime`, and `client.responses.create(prompt={"id": ...})`; and the
    same by hand: a request to `https://api.openai.com/v1/assistants`, a header `OpenAI-Beta: assistants=v2`.

    ## Why it breaks

    The methods are still in the SDK, some of them marked as deprecated. The service behind them is gone:

        openai.NotFoundError: Error code: 404

    | What | Ends | Instead |
    |---|---|---|
    | Realtime beta (`client.beta.realtime`, `OpenAI-Beta: realtime=v1`) | 2026-05-12 | `client.realtime` |
    | Assistants (`client.beta.assistants`, `client.beta.threads`) | 2026-08-26 | `client.responses` and `client.conversations` |
    | Videos (`client.videos`) | 2026-09-24 | no successor is named |
    | Evals (`client.evals`) | 2026-11-30 | no successor in the API |
    | reusable prompts (`prompt={"id": ...}`) | 2026-11-30 | the text in the code |

    Whether a day is past is said as of 2026-11-30, when this table was last checked, not by the clock of the machine.

    ## Example

    ```python
    from openai import OpenAI

    client = OpenAI()
    thread = client.beta.threads.create()
    ```

    ## Use instead

    ```python
    from openai import OpenAI

    client = OpenAI()
    conversation = client.conversations.create()
    ```

    ## Not detected

    Calls on a client whose `base_url` is another company's or a server of your own. On Azure only Assistants are found.
    Types and event handlers that are imported without a call, and addresses that a test gives to a package that
    answers in the service's place.
    """  # noqa: E501

    code = "OAI501"
    name = "retired-service"
    remote = True
    roles = (CALL, LOAD, REQUEST, HEADER)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each call, address or header."""
        if use.expected:
            return
        if use.role == CALL:
            yield from self._call(use, file)
        elif use.role == LOAD:
            yield from self._handed_on(use, file)
        elif use.role == REQUEST:
            yield from self._address(use, file)
        else:
            yield from self._header(use, file)

    def _call(self, use: Use, file: File) -> Iterator[Finding]:
        request = request_of(use, file)
        if request is not None and request.path in VERBS:
            yield from self._by_path(use, request, file)
            return
        if request is None or request.legacy or request.handed or is_rebound(use.value):
            return  # a variable that holds a method is found where it is bound
        if gone(use.value, file.target) is not None:
            return  # of what the SDK itself has no more, OAI201 says so
        service = service_at(request.path)
        if service is not None and (request.azure if request.own is False else True):
            if not request.azure or service.azure:
                yield _finding(use, f"{use.spelled} calls {service.name}, which", service)
        elif request.path.startswith(f"{PROMPTS.paths[0]}.") and request.own is not False:
            prompt = request.get("prompt")
            if prompt is not None and isinstance(prompt.value, Mapping):
                yield Finding(
                    prompt.node, f"prompt= names {PROMPTS.name}, which {ends(PROMPTS)}{told(PROMPTS)}", PROMPTS.use
                )

    def _by_path(self, use: Use, request: Request, file: File) -> Iterator[Finding]:
        """``client.post("/threads")``: a request that the client sends to a path of its own."""
        named = [keyword.value for keyword in request.node.keywords if keyword.arg == "path"]
        given = [*request.node.args[request.handed :], *named]
        path = parts_of(file.model.value(given[0])) if given else None
        found = BELOW.match(path[0] or "") if path else None
        for service in SERVICES:
            if found is None or found[1] not in service.routes or (request.own is False and not request.azure):
                continue
            if not request.azure or service.azure:
                yield _finding(use, f"{use.spelled} asks for {service.name}, which", service)

    def _handed_on(self, use: Use, file: File) -> Iterator[Finding]:
        """A method that something else will call; a variable that holds it is found where it is bound."""
        if isinstance(use.node, ast.Name):
            return
        for option in alternatives(use.value):
            path = current_path(option)
            service = service_at(path) if path in SIGNATURES and path is not None else None
            if service is None or (isinstance(option, Client) and option.own is False):
                return
            yield _finding(use, f"{use.spelled} calls {service.name}, which", service)
            return

    def _address(self, use: Use, file: File) -> Iterator[Finding]:
        url = url_of(use.value)
        found = ROUTE.match(url.path) if url is not None else None
        if url is None or found is None or file.model.modules & MOCKS:
            return
        for service in (*SERVICES, PROMPTS):
            if found[1] not in service.routes:
                continue
            if url.path.startswith("/v1/"):
                known = is_own_host(use.value)
            else:
                known = service.azure and (url.azure or not url.host)
            if known and isinstance(use.extra, ast.AST):
                path = url.path.partition("?")[0].replace(HOLE, "{...}")
                what = f"{path} is {service.name}, which"
                yield Finding(use.extra, f"{what} {ends(service)}{told(service, 'OpenAI()')}", service.use)

    def _header(self, use: Use, file: File) -> Iterator[Finding]:
        text = literal(use.value)
        if use.spelled.lower() != "openai-beta" or text is None or OF_SDK.search(file.path) or _is_of_another(file):
            return
        for service in SERVICES:
            if service.header and text.strip().startswith(service.header) and not _is_for_others(service, file):
                what = f'"{use.spelled}: {text.strip()}" asks for {service.name}, which'
                yield Finding(use.node, f"{what} {ends(service)}{told(service, 'OpenAI()')}", service.use)


def _is_for_others(service: Service, file: File) -> bool:
    """True if a file names a service that takes the same header and goes on, and not the one that ends."""
    if not any(other in line for line in file.lines for other in service.shared):
        return False
    return not any(f"/{route}" in line for line in file.lines for route in service.routes)


def _is_of_another(file: File) -> bool:
    """True if a file that has nothing to do with the SDK shows addresses, and none of them is OpenAI's or Azure's."""
    hosts = [host.lower() for line in file.lines for host in ADDRESS.findall(line)]
    return "openai" not in file.model.modules and bool(hosts) and not any(OWN_HOST.search(host) for host in hosts)


def service_at(path: str) -> Service | None:
    """The service with an end that a path below a client is part of."""
    for service in SERVICES:
        if any(path == own or path.startswith(f"{own}.") for own in service.paths):
            return service
    return None


def ends(service: Service) -> str:
    """When a service ends, or ended as of the day of the table."""
    if service.day >= AS_OF:
        return f"ends on {service.day}"
    return f"was switched off on {service.day}" + (f" ({service.answer})" if service.answer else "")


def told(service: Service, client: str = "") -> str:
    """What to write instead of a service, and how the client for it is made where the program need not have one."""
    return advice(service.use, service.note, client)


def _finding(use: Use, what: str, service: Service) -> Finding:
    return Finding(use.node, f"{what} {ends(service)}{told(service)}", service.use)
