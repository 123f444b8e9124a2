"""What became of the exceptions of openai 0.28.1 and of their attributes. One row a line.

``tests/sdk/test_exceptions.py`` proves every row against the releases in ``versions.PROBED``.
"""

# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from typing import NamedTuple

from flake8_openai_v1.sdk.names import PROBE, Name


class Attribute(NamedTuple):
    """One attribute of a 0.28.1 exception that later exceptions do not have."""

    name: str
    """As it stands behind ``e.``: ``http_status``."""
    use: str | None
    """What to write behind ``e.`` instead: ``status_code``, ``response.text``; None: no counterpart."""
    source: str
    """Where the fact comes from."""
    note: str = ""
    """A clause that follows the replacement, or stands for it."""
    until: tuple[tuple[str, str | None], ...] = ()
    """Another replacement up to and including a release."""


class Made(NamedTuple):
    """How an exception is made today for which a text was enough in 0.28.1."""

    path: str
    """As it stood in 0.28.1: ``openai.error.RateLimitError``."""
    name: str
    """Today's class, of several the first."""
    status: int = 0
    """The status of the response that it is made of; 0: it is made of none."""
    request: bool = False
    """Is it made of a request alone?"""
    text: str | None = ""
    """The keyword of its text; empty: it comes first, by position; None: its text is always the same."""


MAPPED = PROBE + "; status codes answered by a local server to 0.28.1, by a mock transport to the others"
BODY = PROBE + "; e.body is set since 1.3.8"

EXCEPTIONS: tuple[Name, ...] = (
    Name("openai.error.APIConnectionError", "openai.APIConnectionError", PROBE, "it also catches timeouts now", exact=False),
    Name("openai.error.APIError", "openai.APIError", MAPPED, "openai.APIError is the base of all API errors now", exact=False),
    Name("openai.error.AuthenticationError", "openai.AuthenticationError", MAPPED),
    Name("openai.error.InvalidAPIType", None, PROBE, "nothing raises it any more; remove the clause", exact=False),
    Name("openai.error.InvalidRequestError", "openai.BadRequestError", MAPPED, "415 is openai.APIStatusError now", exact=False),
    Name("openai.error.OpenAIError", "openai.OpenAIError", PROBE),
    Name("openai.error.PermissionError", "openai.PermissionDeniedError", MAPPED),
    Name("openai.error.RateLimitError", "openai.RateLimitError", MAPPED),
    Name("openai.error.ServiceUnavailableError", "openai.InternalServerError", MAPPED, "raised for all of 5xx, not only 503", exact=False),
    Name("openai.error.SignatureVerificationError", None, PROBE + "; nothing in 0.28.1 raises it", "nothing ever raised it; remove the clause", exact=False),
    Name("openai.error.Timeout", "openai.APITimeoutError", PROBE, "not openai.Timeout, which is a setting; now a kind of openai.APIConnectionError"),
    Name("openai.error.TryAgain", "openai.ConflictError", MAPPED),
)

# Top-level spelling in 0.28.1 that is gone -> canonical place. openai.APIError and openai.OpenAIError still exist.
REEXPORTED: dict[str, str] = {
    "openai.InvalidRequestError": "openai.error.InvalidRequestError",
}

# The exception classes that openai 3.x exports -> their nearest exported base; None: a Python class.
PARENTS: dict[str, str | None] = {
    "openai.APIConnectionError": "openai.APIError",
    "openai.APIError": "openai.OpenAIError",
    "openai.APIResponseValidationError": "openai.APIError",
    "openai.APIStatusError": "openai.APIError",
    "openai.APITimeoutError": "openai.APIConnectionError",
    "openai.AuthenticationError": "openai.APIStatusError",
    "openai.BadRequestError": "openai.APIStatusError",
    "openai.ConflictError": "openai.APIStatusError",
    "openai.ContentFilterFinishReasonError": "openai.OpenAIError",
    "openai.InternalServerError": "openai.APIStatusError",
    "openai.InvalidWebhookSignatureError": None,
    "openai.LengthFinishReasonError": "openai.OpenAIError",
    "openai.NotFoundError": "openai.APIStatusError",
    "openai.OAuthError": "openai.AuthenticationError",
    "openai.OpenAIError": None,
    "openai.PermissionDeniedError": "openai.APIStatusError",
    "openai.RateLimitError": "openai.APIStatusError",
    "openai.UnprocessableEntityError": "openai.APIStatusError",
    "openai.WebSocketConnectionClosedError": "openai.OpenAIError",
    "openai.WebSocketQueueFullError": "openai.OpenAIError",
}

# Legacy class -> why its successor catches more than it did.
LEGACY_WIDENED: dict[str, str] = {
    "openai.error.APIConnectionError": "openai.APIConnectionError includes openai.APITimeoutError since 1.0",
    "openai.error.APIError": "openai.APIError is the base of all API errors since 1.0; for 5xx use openai.InternalServerError",
    "openai.error.ServiceUnavailableError": "openai.InternalServerError is raised for all of 5xx, not only for 503",
}

# The same where it is one class more: who names that class beside it catches what they did.
WIDENED_BY: dict[str, str] = {
    "openai.error.APIConnectionError": "openai.APITimeoutError",
}

ATTRIBUTES: tuple[Attribute, ...] = (
    Attribute("_message", "message", PROBE, 'it starts with the status; the bare text is e.body["message"]'),
    Attribute("error", "body", BODY, 'a dict; e.error.message is e.body["message"]', until=(("1.3.7", "response.json()"),)),
    Attribute("headers", "response.headers", PROBE, "on openai.APIStatusError only"),
    Attribute("http_body", "response.text", PROBE, "on openai.APIStatusError only"),
    Attribute("http_status", "status_code", PROBE, "on openai.APIStatusError only"),
    Attribute("json_body", "body", BODY, 'what was under "error"', until=(("1.3.7", "response.json()"),)),
    Attribute("organization", 'response.headers.get("openai-organization")', PROBE, "on openai.APIStatusError only"),
    Attribute("should_retry", None, PROBE, "the client retries by itself, see max_retries"),
    Attribute("user_message", "message", PROBE, 'it starts with the status; the bare text is e.body["message"]'),
)

# What takes the place of a class, for the same answers of the service.

# Exceptions of 0.x -> today's classes that are raised for what they were raised for. InvalidRequestError was raised
# for 415, too, and APIError for 413 and its like, which have no class of their own today.
SUCCESSORS: dict[str, tuple[str, ...]] = {
    "openai.error.APIConnectionError": ("APIConnectionError",),
    "openai.error.APIError": ("InternalServerError", "UnprocessableEntityError"),
    "openai.error.AuthenticationError": ("AuthenticationError",),
    "openai.error.InvalidRequestError": ("BadRequestError", "NotFoundError"),
    "openai.error.OpenAIError": ("OpenAIError",),
    "openai.error.PermissionError": ("PermissionDeniedError",),
    "openai.error.RateLimitError": ("RateLimitError",),
    "openai.error.ServiceUnavailableError": ("InternalServerError",),
    "openai.error.Timeout": ("APITimeoutError",),
    "openai.error.TryAgain": ("ConflictError",),
}

# Classes that nothing raises today, and that have no counterpart: who names them among others need not.
UNRAISED: frozenset[str] = frozenset(row.path for row in EXCEPTIONS if row.use is None)

# How exceptions are made today for which a text was enough.
MADE: tuple[Made, ...] = (
    Made("openai.error.APIConnectionError", "APIConnectionError", request=True, text="message"),
    Made("openai.error.APIError", "InternalServerError", 500),
    Made("openai.error.AuthenticationError", "AuthenticationError", 401),
    Made("openai.error.InvalidRequestError", "BadRequestError", 400),
    Made("openai.error.OpenAIError", "OpenAIError"),
    Made("openai.error.PermissionError", "PermissionDeniedError", 403),
    Made("openai.error.RateLimitError", "RateLimitError", 429),
    Made("openai.error.ServiceUnavailableError", "InternalServerError", 503),
    Made("openai.error.Timeout", "APITimeoutError", request=True, text=None),
    Made("openai.error.TryAgain", "ConflictError", 409),
)

# From which release on the SDK depends on which package for requests and responses; the newest first.
HTTP_PACKAGES: tuple[tuple[tuple[int, ...], str], ...] = (((3, 0, 0), "httpx2"), ((0,), "httpx"))

# Classes that, or some children of which, have no status and no answer today.
STATUSLESS: frozenset[str] = frozenset({
    "openai.APIConnectionError", "openai.APIError", "openai.APITimeoutError", "openai.OpenAIError",
    "openai.error.APIConnectionError", "openai.error.OpenAIError", "openai.error.Timeout",
})

# A class that may be left out, with a remark, where there is place for one class only.
RARE = "UnprocessableEntityError"

# Two classes of which one is made today.
SERVER = ("openai.error.APIError", "openai.error.ServiceUnavailableError")

# A class, and one that is a kind of it today.
WIDER = ("openai.error.APIConnectionError", "openai.error.Timeout")

# Attributes -> where the same is on exceptions with a status.
OF_RESPONSE: dict[str, str] = {"headers": "response.headers", "http_body": "response.text"}

# Classes behind which there is no answer of the service.
UNANSWERED: frozenset[str] = frozenset({"openai.error.APIConnectionError", "openai.error.Timeout"})

# The one class whose exceptions had a code.
INVALID_REQUEST = "openai.error.InvalidRequestError"

# Exceptions that 0.x also had on the module -> where they were.
STILL_THERE: dict[str, str] = {"openai.APIError": "openai.error.APIError", "openai.OpenAIError": "openai.error.OpenAIError"}

# The parameters with which exceptions were made, in their order; of one class others.
PARAMETERS = ("message", "http_body", "http_status", "json_body", "headers", "code")
PARAMETERS_OF: dict[str, tuple[str, ...]] = {
    INVALID_REQUEST: ("message", "param", "code", "http_body", "http_status", "json_body", "headers"),
}

# The text of an exception that was made without one.
EMPTY = "<empty message>"

# Attributes that exceptions had, whether the service had answered or not.
INHERITED: frozenset[str] = frozenset({row.name for row in ATTRIBUTES} | {"code", "param", "request_id"}) - {"should_retry"}

# From which release on a call raises which class where there is no key at all; the newest first. It was an
# AuthenticationError in 0.x.
WITHOUT_KEY: tuple[tuple[tuple[int, ...], str], ...] = (((2, 34, 0), "TypeError"), ((0,), "openai.OpenAIError"))

# Classes that caught it.
CAUGHT_WITHOUT_KEY: frozenset[str] = frozenset({"openai.error.AuthenticationError", "openai.error.OpenAIError"})
