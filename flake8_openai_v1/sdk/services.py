"""Services of OpenAI that were switched off, or will be. One row a line.

``tests/sdk/test_services.py`` holds the paths and the marks against real releases.
"""

# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from typing import NamedTuple

AS_OF = "2026-11-30"
"""The day the rows were last checked. What is past is past as of this day: the clock of a machine is never asked."""

# Where a fact comes from.
DEPRECATIONS = "https://developers.openai.com/api/docs/deprecations (copy with entries up to 2026-08-26)"
SEEN = "; 404 seen: aallam/openai-kotlin#470 (2026-09-21)"
MARKED = "; @deprecated in the wheel of openai 3.57.0 names the day"
AGENTS = "; Azure: MicrosoftDocs/azure-ai-docs, agent-service.md @1630e2d8"
POSTPONED = "; no later day found on 2026-11-30 (dev.to/max_bob, copy of 2026-10-27)"
BETA = "; resources/beta/realtime/realtime.py of openai 3.57.0 still sends OpenAI-Beta: realtime=v1"


class Service(NamedTuple):
    """A service with an end."""

    name: str
    """For messages."""
    day: str
    """The day of its end."""
    paths: tuple[str, ...]
    """Where it is below a client; all that lies below is part of it."""
    routes: tuple[str, ...]
    """Where it is below ``/v1``, and on Azure below ``/openai``."""
    header: str
    """How the value of ``OpenAI-Beta`` begins that asks for it; empty where none does."""
    shared: tuple[str, ...]
    """Words of services that take the same header, and go on."""
    azure: bool
    """Did it end on Azure, too?"""
    answer: str
    """What a request is answered with since; empty where nobody has said so yet."""
    use: str | None
    """What to use instead."""
    note: str
    """A clause that follows the replacement, or stands for it."""
    source: str


SERVICES: tuple[Service, ...] = (
    Service("the Assistants API", "2026-08-26", ("beta.assistants", "beta.threads"), ("assistants", "threads"), "assistants=", ("vector_stores", "vector-stores"), True, "404", "client.responses", "and client.conversations; on Azure also the Foundry Agent Service", DEPRECATIONS + SEEN + MARKED.replace(" names the day", "") + AGENTS),
    Service("the Videos API", "2026-09-24", ("videos",), ("videos",), "", (), False, "", None, "OpenAI names no successor", DEPRECATIONS + MARKED),
    Service("the Evals API", "2026-11-30", ("evals",), ("evals",), "", (), False, "", None, "OpenAI points to Promptfoo", DEPRECATIONS + POSTPONED),
    Service("the beta of the Realtime API", "2026-05-12", ("beta.realtime",), (), "realtime=", (), False, "", "client.realtime", "its events have other names: response.output_text.delta", DEPRECATIONS + BETA),
)

PROMPTS = Service("a reusable prompt", "2026-11-30", ("responses",), ("prompts",), "", (), False, "", "instructions= and input=", "the text of the prompt in the code", DEPRECATIONS + POSTPONED)
"""``responses.create(prompt={"id": ...})``: the service that keeps the prompt ends, the call stays."""

HOSTS: tuple[str, ...] = ("api.openai.com",)
"""OpenAI's own service; regions stand before it: ``eu.api.openai.com``. Source: openai/_client.py; OpenAI's data controls page."""

HEADERS: frozenset[str] = frozenset({"api-key", "authorization", "openai-beta"})
"""Headers of requests by hand that say something of the service, in lower case."""
