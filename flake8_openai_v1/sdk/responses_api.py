"""What the Responses API calls the parameters of a chat completion. One row a line.

``tests/sdk/test_responses_api.py`` holds the rows against the signatures of real releases: each parameter of
``chat.completions.create`` stands in one of the two tables.
"""

# ruff: noqa: E501
# fmt: off

from __future__ import annotations

AS_OF = "2026-11-30"
"""The day the rows were last checked."""

SOURCE = "https://developers.openai.com/api/docs/guides/migrate-to-responses (copy of 2026-11-09), the types of openai 3.57.0, and docs/responses.md, which runs"

SINCE = "1.66.0"
"""The first release with ``client.responses``."""

CALLS: dict[str, str] = {
    "chat.completions.create": "responses.create",
    "chat.completions.parse": "responses.parse",
    "beta.chat.completions.parse": "responses.parse",
}
"""Method → its counterpart."""

SERVED: dict[str, str] = {
    "extra_body": "",
    "extra_headers": "",
    "extra_query": "",
    "max_completion_tokens": "max_output_tokens=",
    "max_tokens": "max_output_tokens=",
    "messages": "input=",
    "metadata": "",
    "model": "",
    "moderation": "",
    "parallel_tool_calls": "",
    "prompt_cache_key": "",
    "prompt_cache_options": "",
    "prompt_cache_retention": "",
    "reasoning_effort": 'reasoning={"effort": ...}',
    "response_format": 'text={"format": ...}',
    "safety_identifier": "",
    "service_tier": "",
    "store": "",
    "stream": "",
    "temperature": "",
    "timeout": "",
    "tool_choice": "",
    "tools": "",
    "top_logprobs": "",
    "top_p": "",
    "user": "",
    "verbosity": 'text={"verbosity": ...}',
}
"""Parameter → what to write instead; empty where it has the same name."""

DIFFERS: dict[str, str] = {
    "stream": "chunks become events: response.output_text.delta",
    "tools": "a function of tools= has its name beside its type",
    "tool_choice": 'one tool is chosen as {"type": "function", "name": ...}',
    "top_logprobs": 'include=["message.output_text.logprobs"] asks for them',
}
"""Parameters of the same name whose values, or what comes of them, differ."""

OF_PARSE: dict[str, str] = {"response_format": "text_format="}
"""What ``parse`` calls parameters that it takes as a class."""

NOT_SERVED: frozenset[str] = frozenset({
    "audio", "frequency_penalty", "function_call", "functions", "logit_bias", "logprobs", "modalities", "n", "prediction",
    "presence_penalty", "seed", "stop", "stream_options", "web_search_options",
})
"""Parameters that it has not, or that say something else there: such a call stays."""

CHAT_ONLY: tuple[str, ...] = ("audio", "search-preview", "search-api")
"""Parts of the names of models that only chat completions serve."""
