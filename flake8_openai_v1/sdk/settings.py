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

SETTINGS: tuple[Setting, ...] = (
    Setting("aiosession", "openai.http_client", "requests use the SDK's own session", RUN, note="an httpx client; AsyncOpenAI(http_client=...) for async calls"),
    Setting("api_base", "openai.base_url", "requests go to api.openai.com", RUN, renamed=True, note="with a trailing slash, or OpenAI(base_url=...)"),
    Setting("api_key_path", None, "the file is not read", RUN, note="read the file and assign openai.api_key"),
    Setting("app_info", "openai.default_headers", "the User-Agent does not name the application", RUN),
    Setting("ca_bundle_path", None, "it changes nothing, nor did it in 0.28", NO_EFFECT, note="remove it; a bundle goes to an httpx client passed as http_client"),
    Setting("debug", "openai.default_headers", "the OpenAI-Debug header is not sent", RUN, note='{"OpenAI-Debug": "true"}'),
    Setting("enable_telemetry", None, "it changes nothing, nor did it in 0.28", NO_EFFECT, note="remove it"),
    Setting("log", None, "nothing is logged", RUN, note='set the environment variable OPENAI_LOG, or the level of logging.getLogger("openai")'),
    Setting("proxy", "openai.http_client", "requests go out without the proxy", RUN, note="an httpx client made with proxy=..., or OpenAI(http_client=...)"),
    Setting("requestssession", "openai.http_client", "requests use the SDK's own session", RUN, note="an httpx client, or OpenAI(http_client=...)"),
    Setting("verify_ssl_certs", None, "certificates are verified, as in 0.28", NO_EFFECT, note="remove it; verification is set on an httpx client passed as http_client"),
)

# Settings of 0.28.1 that still work.
KEPT: frozenset[str] = frozenset({"api_key", "api_type", "api_version", "organization"})

ENVIRONMENT: tuple[Variable, ...] = (
    Variable("AZURE_OPENAI_API_VERSION", "OPENAI_API_VERSION", "no release of the SDK ever read it", PROBE),
    Variable("OPENAI_API_BASE", "OPENAI_BASE_URL", "read since 1.3.0", PROBE + "; OPENAI_BASE_URL is in the wheel of 1.3.0, not of 1.2.4"),
    Variable("OPENAI_API_KEY_PATH", None, "read the file and pass its content as the key", PROBE),
    Variable("OPENAI_ORGANIZATION", "OPENAI_ORG_ID", "", PROBE),
)

# Other packages that read such a variable themselves: a file that imports one may well set it.
READERS: frozenset[str] = frozenset({
    "aider",
    "crewai",
    "dspy",
    "embedchain",
    "langchain",
    "langchain_community",
    "langchain_openai",
    "litellm",
    "llama_index",
})
