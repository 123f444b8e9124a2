"""The client classes of openai 1.0 and later, and what leads from them to a call. One row a line.

``tests/sdk/test_clients.py`` proves every row against the releases in ``versions.PROBED``.
"""

# fmt: off

from __future__ import annotations

from typing import NamedTuple

from flake8_openai_v1.sdk.names import PROBE


class Client(NamedTuple):
    """One client class."""

    asynchronous: bool
    azure: bool
    source: str
    """Where the fact comes from."""


BEDROCK = PROBE + "; in no release before 2.40.0"

CLIENTS: dict[str, Client] = {
    "openai.AsyncAzureOpenAI": Client(True, True, PROBE),
    "openai.AsyncBedrockOpenAI": Client(True, False, BEDROCK),
    "openai.AsyncClient": Client(True, False, PROBE),
    "openai.AsyncOpenAI": Client(True, False, PROBE),
    "openai.AzureOpenAI": Client(False, True, PROBE),
    "openai.BedrockOpenAI": Client(False, False, BEDROCK),
    "openai.Client": Client(False, False, PROBE),
    "openai.OpenAI": Client(False, False, PROBE),
    "openai.lib.azure.AsyncAzureOpenAI": Client(True, True, PROBE),
    "openai.lib.azure.AzureOpenAI": Client(False, True, PROBE),
}

# Resources reachable on the module, in some release since 1.0.0.
MODULE_RESOURCES: frozenset[str] = frozenset({
    "openai.admin", "openai.audio", "openai.batches", "openai.beta", "openai.chat", "openai.completions",
    "openai.containers", "openai.content_provenance_checks", "openai.conversations", "openai.decisions",
    "openai.edits", "openai.embeddings", "openai.evals", "openai.files", "openai.fine_tunes",
    "openai.fine_tuning", "openai.images", "openai.live", "openai.models", "openai.moderations",
    "openai.realtime", "openai.responses", "openai.safety", "openai.skills", "openai.uploads",
    "openai.vector_stores", "openai.videos", "openai.webhooks",
})

# Attributes of a resource that wrap its methods and keep their arguments.
WRAPPERS: frozenset[str] = frozenset({"with_raw_response", "with_streaming_response"})

# Options of these methods that leave the address, the version and the deployment as they were.
HARMLESS: frozenset[str] = frozenset({
    "api_key", "azure_ad_token", "azure_ad_token_provider", "default_headers", "max_retries", "organization",
    "project", "set_default_headers", "timeout", "webhook_secret",
})

# Methods of a client that return another client of its class.
SAME_CLIENT: frozenset[str] = frozenset({"with_options", "copy"})

# Resources below a client -> their class, which tests patch; the asynchronous one is called Async….
RESOURCE_CLASSES: dict[str, str] = {
    "audio.transcriptions": "openai.resources.audio.transcriptions.Transcriptions",
    "audio.translations": "openai.resources.audio.translations.Translations",
    "chat.completions": "openai.resources.chat.completions.Completions",
    "completions": "openai.resources.completions.Completions",
    "embeddings": "openai.resources.embeddings.Embeddings",
    "files": "openai.resources.files.Files",
    "fine_tuning.jobs": "openai.resources.fine_tuning.jobs.Jobs",
    "images": "openai.resources.images.Images",
    "models": "openai.resources.models.Models",
    "moderations": "openai.resources.moderations.Moderations",
}
