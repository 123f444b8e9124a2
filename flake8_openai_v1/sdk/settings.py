"""Settings of the module and environment variables that openai 0.28.1 read and later SDKs do not. One row a line.

``tests/sdk/test_settings.py`` proves every row against the releases in ``versions.PROBED``.
"""

# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from typing import NamedTuple

from flake8_openai_v1.sdk.names import PROBE


class Setting(NamedTuple):
    """An attribute of the module that 0.28.1 read. Assigning it today raises nothing and does nothing."""

    name: str
    """As it stands behind ``openai.``: ``api_base``."""
    use: str | None
    """What does it now: ``openai.base_url``; None: nothing does."""
    effect: str
    """What silently happens when it is assigned."""
    source: str
    """Where the fact comes from."""
    renamed: bool = False
    """True: the same setting under another name (OAI105); False: removed (OAI106)."""
    note: str = ""
    """A clause that follows the replacement, or stands for it."""


class Variable(NamedTuple):
    """An environment variable that current SDKs do not read."""

    name: str
    use: str | None
    """The variable they read instead; None: none."""
    note: str
    """A clause that follows the replacement, or stands for it."""
    source: str
    """Where the fact comes from."""


RUN = PROBE + "; assigned, read back, and a request sent to a mock transport"
NO_EFFECT = RUN + "; 0.28.1 says of it in its source that it has no effect"

# Options of a client that the module has, too, and that 0.x did not have, beside `http_client`.
TODAY: tuple[str, ...] = ("default_headers", "default_query", "max_retries", "project", "timeout")

SETTINGS: tuple[Setting, ...] = (
    Setting("aiosession", "AsyncOpenAI(http_client=...)", "requests do not use the session", RUN, note="openai.DefaultAsyncHttpxClient(...)"),
    Setting("api_base", "openai.base_url", "requests go to api.openai.com", RUN, renamed=True, note="with a trailing slash, or OpenAI(base_url=...)"),
    Setting("api_key_path", None, "the file is not read", RUN, note="read the file and assign its content to openai.api_key"),
    Setting("app_info", "openai.default_headers", "the User-Agent does not name the application", RUN, note='{"User-Agent": ...}'),
    Setting("ca_bundle_path", None, "it changes nothing, nor did it in 0.28", NO_EFFECT, note="remove it"),
    Setting("debug", "openai.default_headers", "the OpenAI-Debug header is not sent", RUN, note='{"OpenAI-Debug": "true"}'),
    Setting("enable_telemetry", None, "it changes nothing, nor did it in 0.28", NO_EFFECT, note="remove it"),
    Setting("log", None, "nothing is logged", RUN, note='set OPENAI_LOG in the environment, or the level of logging.getLogger("openai")'),
    Setting("proxy", "openai.http_client", "requests bypass the proxy", RUN, note="openai.DefaultHttpxClient(proxy=...), or OpenAI(http_client=...)"),
    Setting("requestssession", "openai.http_client", "requests do not use the session", RUN, note="openai.DefaultHttpxClient(...), or OpenAI(http_client=...)"),
    Setting("verify_ssl_certs", None, "certificates are verified, as in 0.28", NO_EFFECT, note="remove it"),
)

# Settings of 0.28.1 that still work.
KEPT: frozenset[str] = frozenset({"api_key", "api_type", "api_version", "organization"})

ENVIRONMENT: tuple[Variable, ...] = (
    Variable("AZURE_OPENAI_API_VERSION", "OPENAI_API_VERSION", "no release of the SDK ever read it", PROBE),
    Variable("OPENAI_API_BASE", "OPENAI_BASE_URL", "read since 1.3.0", PROBE + "; OPENAI_BASE_URL is in the wheel of 1.3.0, not of 1.2.4"),
    Variable("OPENAI_API_KEY_PATH", None, "read the file and pass its content as the key", PROBE),
    Variable("OPENAI_ORGANIZATION", "OPENAI_ORG_ID", "", PROBE),
)

# Other packages that read such a variable themselves, as their wheels show: a file that imports one may set it.
READERS: frozenset[str] = frozenset({
    "aider",  # 0.86.2 requires litellm
    "crewai",  # 1.15.30 reads OPENAI_API_BASE
    "dspy",  # 3.4.1 requires litellm
    "embedchain",  # 0.1.125 reads OPENAI_API_BASE, OPENAI_ORGANIZATION
    "langchain",  # 0.0.300 reads OPENAI_API_BASE, OPENAI_ORGANIZATION
    "langchain_azure_ai",  # 1.2.12 reads AZURE_OPENAI_API_VERSION
    "langchain_community",  # 0.4.2 reads OPENAI_API_BASE, OPENAI_ORGANIZATION
    "langchain_openai",  # 1.7.4 reads OPENAI_API_BASE, OPENAI_ORGANIZATION
    "litellm",  # 1.0.0 and 1.109.1 read OPENAI_API_BASE
    "llama_index",  # 0.9.0 and llama-index-llms-openai 0.8.3 read OPENAI_API_BASE
    "mem0",  # 2.2.1 reads OPENAI_API_BASE
    "semantic_kernel",  # 1.45.0 reads AZURE_OPENAI_API_VERSION
})

# Settings that change no request and nothing that is printed.
WITHOUT_EFFECT: frozenset[str] = frozenset({"ca_bundle_path", "enable_telemetry", "log", "verify_ssl_certs"})

# Kinds of API with which the key is a token.
TOKENS: frozenset[str] = frozenset({"azure_ad", "azuread"})

# Settings that today's client for Azure reads when it is made, and never again.
READ_ONCE = ("api_base", "api_type", "api_version")

# Variables of the environment that have another name.
RENAMED: dict[str, str] = {"OPENAI_API_BASE": "OPENAI_BASE_URL", "OPENAI_ORGANIZATION": "OPENAI_ORG_ID"}

class Outside(NamedTuple):
    """A variable that one of the two SDKs reads and the other does not, or takes for something else."""

    setting: str | None
    """The setting of 0.x that it stands for: where the program assigns that itself, the variable decides nothing."""
    twin: str | None
    """The variable that the other SDK reads for the same."""
    new: bool
    """Does today's SDK read it, and 0.x did not?"""
    why: str
    """What that means, and what to do about it: a clause behind "sets OPENAI_API_BASE"."""


OUTSIDE: dict[str, Outside] = {
    "OPENAI_API_BASE": Outside("api_base", "OPENAI_BASE_URL", False, "which only openai 0.x reads: set OPENAI_BASE_URL to the same there, too"),
    "OPENAI_API_KEY_PATH": Outside("api_key_path", None, False, "which only openai 0.x reads: read the file in the program, and assign openai.api_key"),
    "OPENAI_API_TYPE": Outside("api_type", None, False, "which decides whether calls go to Azure: assign openai.api_type in the program"),
    "OPENAI_BASE_URL": Outside("api_base", "OPENAI_API_BASE", True, "which openai 0.x did not read: assign openai.api_base in the program, or take it out there"),
    "OPENAI_ORGANIZATION": Outside("organization", "OPENAI_ORG_ID", False, "which only openai 0.x reads: set OPENAI_ORG_ID to the same there, too"),
    "OPENAI_ORG_ID": Outside("organization", "OPENAI_ORGANIZATION", True, "which openai 0.x did not read: assign openai.organization in the program, or take it out there"),
}

# Variables by which today's module takes a program that sets no kind of API for one on Azure, or refuses to guess.
GUESSES = 'from which today\'s module guesses that calls go to Azure: assign openai.api_type = "open_ai" in the program, or use --client instance'
TAKEN_FOR_AZURE: dict[str, Outside] = {
    "AZURE_OPENAI_AD_TOKEN": Outside("api_type", None, True, GUESSES),
    "AZURE_OPENAI_API_KEY": Outside("api_type", None, True, GUESSES),
    "AZURE_OPENAI_ENDPOINT": Outside("api_type", None, True, GUESSES),
}

# Parts of the names of settings that are gone, and that no other setting took the place of.
NAMED_OTHERWISE = ("key_path", "proxy", "session", "debug", "log", "app_info", "verify", "ca_bundle", "telemetry")
