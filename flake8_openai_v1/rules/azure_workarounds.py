"""OAI309 and OAI312: what programs built around Azure's API when the SDK did not know it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ..semantics.uses import BASE, CALL, Use
from ..semantics.values import Mapping, Object, Place
from ..syntax.diagnostics import Severity
from .azure import construction, settings_of, where
from .base import File, Finding, Rule
from .urls import url_of

DATA_SOURCES = 'extra_body={"data_sources": [...]}'
POLLED = "images/generations:submit"


class AzureExtensionsEndpoint(Rule):
    """Finds the `/extensions` endpoint of "use your data", its `dataSources`, and the adapter for it of 0.x.

    The adapter is a subclass of `requests.adapters.HTTPAdapter`, mounted on a session that becomes
    `openai.requestssession`: today's SDK does not use the session at all.

    ## Why it breaks

    `/extensions` answers for preview versions of 2023 alone. Since `2024-02-01` the plain endpoint of chat takes the
    sources, under the name `data_sources`:

        openai.NotFoundError: Error code: 404

    ## Example

    ```python
    from openai import AzureOpenAI

    client = AzureOpenAI(
        base_url="https://example.openai.azure.com/openai/deployments/my-deployment/extensions",
        api_version="2024-02-01",
    )
    ```

    ## Use instead

    ```python
    from openai import AzureOpenAI

    client = AzureOpenAI(azure_endpoint="https://example.openai.azure.com", api_version="2024-10-21")
    client.chat.completions.create(
        model="my-deployment",
        messages=[{"role": "user", "content": "What is in the handbook?"}],
        extra_body={"data_sources": [{"type": "azure_search", "parameters": {}}]},
    )
    ```

    The names within a source changed, too (`AzureCognitiveSearch` is `azure_search`, `indexName` is `index_name`).
    Microsoft has deprecated the whole feature: it ends with the models of the GPT-4.1 family.

    ## Not detected

    Addresses and bodies that come from another file.
    """

    code = "OAI309"
    name = "azure-extensions-endpoint"
    severity = Severity.WARNING
    roles = (BASE, CALL)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each address, body, or adapter."""
        if use.role == BASE:
            path = use.value.path if isinstance(use.value, Place) else ""
            if path == "requests.adapters.HTTPAdapter" and any(settings_of(file, "requestssession")):
                message = f"an adapter of requests is not used by openai since 1.0; use {DATA_SOURCES}"
                yield Finding(use.node, message, DATA_SOURCES)
            return
        made = construction(use.node, use.value)
        keyword = made.keywords.get("base_url") if made is not None else None
        if keyword is not None:
            value = file.model.value(keyword.value)
            url = url_of(value)
            if url is not None and "/deployments/" in url.path and url.ends.endswith("/extensions"):
                message = f"/extensions serves no version since 2024-02-01; use azure_endpoint= and {DATA_SOURCES}"
                yield Finding(where(keyword, value), message, DATA_SOURCES)
        elif isinstance(use.node, ast.Call):
            for argument in use.node.keywords:
                if argument.arg == "extra_body":
                    yield from self._body(argument, file)

    def _body(self, keyword: ast.keyword, file: File) -> Iterator[Finding]:
        body = file.model.value(keyword.value)
        if isinstance(body, Mapping):
            for name, node in body.entries:
                if name == "dataSources":
                    message = "dataSources is not known since api-version 2024-02-01; use data_sources"
                    yield Finding(node, message, "data_sources")


class AzureDalleWorkaround(Rule):
    """Finds the transport that polled for images, and the clients that are given it.

    Azure's guide for 1.x told people to put a subclass of `httpx.HTTPTransport` (or `AsyncHTTPTransport`) between
    client and service, which sent `images/generations` to `images/generations:submit` and asked until the image
    was there.

    ## Why it breaks

    Only preview versions of 2023 had that endpoint, and DALL-E 2, which it served, has been retired on Azure since
    2025-01-27.

    ## Example

    ```python
    import httpx
    from openai import AzureOpenAI


    class CustomHTTPTransport(httpx.HTTPTransport):
        def handle_request(self, request):
            if "images/generations" in request.url.path:
                request.url = request.url.copy_with(path="/openai/images/generations:submit")
            return super().handle_request(request)


    client = AzureOpenAI(
        azure_endpoint="https://example.openai.azure.com",
        api_version="2023-06-01-preview",
        http_client=httpx.Client(transport=CustomHTTPTransport()),
    )
    ```

    ## Use instead

    ```python
    from openai import AzureOpenAI

    client = AzureOpenAI(azure_endpoint="https://example.openai.azure.com", api_version="2025-04-01-preview")
    image = client.images.generate(model="my-images", prompt="A corgi")
    print(len(image.data[0].b64_json))
    ```

    The models that Azure still has for images (gpt-image) need that version, and give the image itself, no URL of it.

    ## Not detected

    A transport that is defined in another file.
    """

    code = "OAI312"
    name = "azure-dalle-workaround"
    roles = (BASE, CALL)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each class, and for each client that is given one."""
        instead = "client.images.generate(...) without it"
        if use.role == BASE:
            if isinstance(use.extra, ast.ClassDef) and "openai" in file.model.modules and polls(use.extra):
                message = f"the service no longer has {POLLED}, which this transport polls; remove it, use {instead}"
                yield Finding(use.node, message, instead)
            return
        made = construction(use.node, use.value)
        keyword = made.keywords.get("http_client") if made is not None else None
        if keyword is None:
            return
        for node in ast.walk(keyword.value):
            value = file.model.value(node)
            if isinstance(value, Object) and isinstance(node, ast.Call) and polls(value.cls.node):
                message = f"http_client= has a transport that polls {POLLED}; remove it, use {instead}"
                yield Finding(keyword, message, instead)


def polls(node: ast.ClassDef) -> bool:
    """Does a class name the endpoint that is polled?"""
    return any(
        isinstance(part, ast.Constant) and isinstance(part.value, str) and POLLED in part.value
        for part in ast.walk(node)
    )
