"""Parameters of calls that the service refuses for some models, or that the SDK documents as deprecated. One row a line.

``tests/sdk/test_parameters.py`` holds the rows against the documentation of the parameters in real releases.
"""

# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from typing import NamedTuple

AS_OF = "2026-11-30"
"""The day the rows were last checked."""

WHEEL = "documentation of the parameter in the wheel of openai 3.57.0"
REFUSED = WHEEL + "; 400 seen: opencode#37964, OpenHands sdk#1083"
TOOLS = WHEEL + "; in 1.0.0 there is no tools=, in 1.1.0 there is"


class Parameter(NamedTuple):
    """A parameter that is on its way out."""

    calls: tuple[str, ...]
    """Below a client."""
    name: str
    use: str | None
    """What to write instead."""
    since: str
    """The first release that has what to write instead."""
    what: str
    """What is wrong with it."""
    source: str
    route: str
    """Where the calls are below ``/v1``."""
    note: str = ""
    """A clause that follows the replacement, or stands for it."""
    own: bool = False
    """Is it OpenAI's own service alone that wants it to be replaced? Else the SDK says so, whoever answers."""


CHATS = ("chat.completions.create", "chat.completions.parse", "chat.completions.stream", "beta.chat.completions.parse", "beta.chat.completions.stream")
RESPONSES = ("responses.create", "responses.parse", "responses.stream")
CHAT = "chat/completions"
PICTURES = ("images.edit", "images.generate")
DEPRECATED = "is deprecated"
TOOLS_ON_AZURE = "2024-02-01"
"""The first version of Azure's API without preview that has ``tools``. Source: ``api_versions.FEATURES``."""

PARAMETERS: tuple[Parameter, ...] = (
    Parameter(CHATS, "function_call", "tool_choice=", "1.1.0", DEPRECATED, TOOLS, CHAT),
    Parameter(CHATS, "functions", "tools=", "1.1.0", DEPRECATED, TOOLS, CHAT, 'each {"type": "function", "function": ...}; answers come in message.tool_calls'),
    Parameter(("fine_tuning.jobs.create",), "hyperparameters", "method=", "1.58.0", DEPRECATED, WHEEL, "fine_tuning/jobs", own=True),
    Parameter(PICTURES, "response_format", None, "1.0.0", "is refused by all models that are left", WHEEL, "images/generations", "they always return b64_json, remove it", own=True),
    Parameter(CHATS, "prompt_cache_retention", "prompt_cache_options=", "2.45.0", DEPRECATED, WHEEL, CHAT, own=True),
    Parameter(RESPONSES, "prompt_cache_retention", "prompt_cache_options=", "2.45.0", DEPRECATED, WHEEL, "responses", own=True),
)

MAX_TOKENS = Parameter(CHATS, "max_tokens", "max_completion_tokens=", "1.45.0", "is refused by", REFUSED, CHAT, own=True)
"""For models of ``REFUSING``."""

REFUSING: frozenset[str] = frozenset({
    "o1", "o1-2024-12-17", "o1-mini", "o1-mini-2024-09-12", "o1-preview", "o1-preview-2024-09-12",
    "o3", "o3-2025-04-16", "o3-mini", "o3-mini-2025-01-31", "o4-mini", "o4-mini-2025-04-16",
    "gpt-5", "gpt-5-2025-08-07", "gpt-5-mini", "gpt-5-mini-2025-08-07", "gpt-5-nano", "gpt-5-nano-2025-08-07",
    "gpt-5.1", "gpt-5.1-2025-11-13", "gpt-5.2", "gpt-5.2-2025-12-11",
    "gpt-5.4", "gpt-5.4-mini", "gpt-5.4-mini-2026-03-17", "gpt-5.4-nano", "gpt-5.4-nano-2026-03-17",
    "gpt-5.5", "gpt-5.5-2026-04-23", "gpt-5.6-luna", "gpt-5.6-sol", "gpt-5.6-terra",
})
"""Models that refuse ``max_tokens``: the o series, and GPT-5 but for its chat models. Source: REFUSED."""

# Arguments that models of REFUSING refuse, which older ones take -> what is said of them. Source: REFUSED for the first;
# for the others public code that takes them out, 2026-11-21: with some settings of reasoning they are taken.
REFUSED_ARGUMENTS: dict[str, str] = {
    "max_tokens": "refuses max_tokens= (use max_completion_tokens=)",
    "temperature": "may refuse temperature=",
    "top_p": "may refuse top_p=",
    "logprobs": "may refuse logprobs=",
}
