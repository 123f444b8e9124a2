"""What openai 3 does with objects of httpx, where it speaks httpx2 itself. One row a line.

``tests/sdk/test_httpx.py`` runs every row with openai 3, with and without httpx beside it.
"""

# ruff: noqa: E501
# fmt: off

from __future__ import annotations

SINCE = "3.0.0"
"""The first release that speaks httpx2, and does not install httpx."""

RUN = "run with openai 2.54.0 and 3.57.0, httpx 0.28.1 beside it, without a network"

# What makes an object that may be given to the SDK -> what to write instead. Source: RUN.
MAKERS: dict[str, str] = {
    "httpx.ASGITransport": "httpx2.ASGITransport",
    "httpx.AsyncClient": "openai.DefaultAsyncHttpxClient",
    "httpx.AsyncHTTPTransport": "httpx2.AsyncHTTPTransport",
    "httpx.BasicAuth": "httpx2.BasicAuth",
    "httpx.Client": "openai.DefaultHttpxClient",
    "httpx.Cookies": "httpx2.Cookies",
    "httpx.DigestAuth": "httpx2.DigestAuth",
    "httpx.HTTPTransport": "httpx2.HTTPTransport",
    "httpx.Headers": "a dict",
    "httpx.Limits": "httpx2.Limits",
    "httpx.MockTransport": "httpx2.MockTransport",
    "httpx.NetRCAuth": "httpx2.NetRCAuth",
    "httpx.Proxy": "httpx2.Proxy",
    "httpx.QueryParams": "a dict",
    "httpx.Timeout": "openai.Timeout",
    "httpx.URL": "a text",
    "httpx.WSGITransport": "httpx2.WSGITransport",
}

# Classes of httpx that a transport may be derived from. Source: RUN.
TRANSPORTS: frozenset[str] = frozenset({
    "httpx.ASGITransport", "httpx.AsyncBaseTransport", "httpx.AsyncHTTPTransport", "httpx.BaseTransport",
    "httpx.HTTPTransport", "httpx.MockTransport", "httpx.WSGITransport",
})
CLIENTS: frozenset[str] = frozenset({"httpx.AsyncClient", "httpx.Client"})

# Clients of the SDK that are clients of httpx2.
DEFAULTS: frozenset[str] = frozenset({
    "openai.DefaultAsyncHttpxClient", "openai.DefaultAsyncHttpx2Client",
    "openai.DefaultHttpxClient", "openai.DefaultHttpx2Client",
})

# What makes an object that sends a request to where it is told, through a proxy, with other limits, or not: clients, and
# the transports that they may be given.
PLAIN: frozenset[str] = DEFAULTS | {"openai.DefaultAioHttpClient"} | {
    f"{package}.{cls}"
    for package in ("httpx", "httpx2")
    for cls in ("AsyncClient", "AsyncHTTPTransport", "Client", "HTTPTransport")
}

# Arguments of such an object that may have it send requests anywhere, or nowhere, unless they are plain themselves.
LEAD_ELSEWHERE: frozenset[str] = frozenset({"app", "mounts", "transport", "uds"})

# What such a client does with an object of httpx, by argument; what is not here works. Source: RUN.
BROKEN: dict[str, str] = {
    "auth": "raises TypeError",
    "base_url": "raises TypeError",
    "cookies": "raises AttributeError on the first request",
    "mounts": "raises AssertionError on the first request",
    "timeout": "raises TypeError on the first request",
    "transport": "raises AssertionError on the first request",
}

# Functions of httpx that send a request themselves.
SENDERS: frozenset[str] = frozenset({
    "httpx.delete", "httpx.get", "httpx.head", "httpx.options", "httpx.patch", "httpx.post", "httpx.put",
    "httpx.request", "httpx.stream",
})

# Times and limits of the SDK, which are those of httpx2: given to httpx as a timeout they raise TypeError. Source: RUN.
TIMES: frozenset[str] = frozenset({"openai.DEFAULT_TIMEOUT", "openai.Timeout", "openai.error.Timeout"})

# Attributes of exceptions and clients of the SDK that hold objects of httpx2. Source: RUN.
OF_EXCEPTIONS: frozenset[str] = frozenset({"__cause__", "__context__", "request", "response"})
OF_CLIENTS: frozenset[str] = frozenset({"_client", "base_url", "timeout"})

# Methods by which respx and pytest-httpx say what is answered; they stand between httpx and its network.
ROUTES: frozenset[str] = frozenset({
    "respx.delete", "respx.get", "respx.head", "respx.options", "respx.patch", "respx.post", "respx.put",
    "respx.request", "respx.route",
    "respx.mock.add", "respx.mock.delete", "respx.mock.get", "respx.mock.head", "respx.mock.options",
    "respx.mock.patch", "respx.mock.post", "respx.mock.put", "respx.mock.request", "respx.mock.route",
    "respx.mock", "respx.MockRouter",
    "pytest_httpx.HTTPXMock.add_callback", "pytest_httpx.HTTPXMock.add_exception",
    "pytest_httpx.HTTPXMock.add_response",
})

# Targets of a patch that stand between httpx and its network.
SENDING: frozenset[str] = frozenset(
    f"httpx.{client}.{method}"
    for client in ("AsyncClient", "Client")
    for method in ("delete", "get", "patch", "post", "put", "request", "send", "stream")
) | {"httpx.AsyncHTTPTransport.handle_async_request", "httpx.HTTPTransport.handle_request", "httpx.AsyncClient", "httpx.Client"}
