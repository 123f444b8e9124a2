"""Azure's api-versions, and what is served from which one on. One row a line.

What follows for a feature and a version, where *day* is the first ten characters of a version:

* the day of the version is before the day of ``floor``: it does not serve the feature;
* the version is a GA one from that day on, and ``ga`` is None or a later version: it does not, either;
* the version is a GA one from that day on, and ``ga`` is ``UNKNOWN``: nothing is known, a rule is silent;
* otherwise it serves the feature, as far as versions matter.

Of a version without a row in ``API_VERSIONS`` nothing follows. No date is known on which a version was switched off.

Left out for want of a source: the first version with Realtime; ``o1-preview``, ``o1-mini``, ``o3`` and the later
reasoning models by themselves; vision, JSON mode, ``seed`` and ``logprobs``; ``encoding_format`` of embeddings, which
the SDK adds to every call and older versions do not mind. ``data_sources`` and ``dataSources`` are no arguments of the
SDK's calls.

``tests/sdk/test_azure_tables.py`` holds the rows against each other and against the calls of the SDK.
"""

# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from typing import NamedTuple

AS_OF = "2026-11-21"
"""The day the rows were last checked with the lists that their sources name."""


class ApiVersion(NamedTuple):
    """One dated version of the data plane: a value of ``api_version=``."""

    version: str
    kind: str
    """``ga`` or ``preview``."""
    announced: tuple[str, ...]
    """Days for which its retirement was announced, in the order of the announcements. None was ever confirmed."""
    superseded_by: str | None
    """The version that Microsoft's pages name instead; ``v1`` is a path, see ``ALIASES``."""
    source: str
    """Where the fact comes from."""


class Feature(NamedTuple):
    """Something that a service answers only from some version on."""

    calls: tuple[str, ...]
    """Paths below a client: ``audio.speech.create``; one that ends in a dot is all calls below it."""
    argument: str
    """The argument that needs the version; empty: the call itself does."""
    values: tuple[str, ...]
    """The values of the argument that do; empty: any. Of a dict its ``type`` counts. ``A_CLASS`` is a class."""
    floor: str
    """The first version that serves it."""
    ga: str | None
    """The first GA version that serves it; None: none does; ``UNKNOWN``: no source says."""
    name: str
    """What messages call it."""
    answer: str
    """What the service answers below the floor, as people quote it; empty: not known."""
    source: str
    """Where the fact comes from."""
    use: str = ""
    """The version to go to, where the floor leads nowhere any more; empty: the floor."""
    retired: str = ""
    """The day on which Azure retired it, in all versions; empty: it did not."""


UNKNOWN = "unknown"
A_CLASS = "<class>"

SPECS = "Azure/azure-rest-api-specs, specification/cognitiveservices"
TAGS = SPECS + "/data-plane/AzureOpenAI/inference/readme.md @0d206cf8"
AUTHORING = SPECS + "/data-plane/AzureOpenAI/authoring (listing seen 2026-11-21)"
STABLE = SPECS + "/data-plane/AzureOpenAI/inference/stable (listing seen 2026-11-21)"
PREVIEW = SPECS + "/data-plane/AzureOpenAI/inference/preview (listing seen 2026-11-21)"
GA_2024_02_01 = SPECS + "/data-plane/AzureOpenAI/inference/stable/2024-02-01/inference.yaml @49183a62"
GA_2024_06_01 = SPECS + "/data-plane/AzureOpenAI/inference/stable/2024-06-01/inference.yaml @15f38e5b"
GA_2024_10_21 = SPECS + "/data-plane/AzureOpenAI/inference/stable/2024-10-21/inference.yaml @ea83a2a3"
LAST_BATCH_GA = SPECS + "/data-plane/AzureOpenAI/authoring/stable/2024-10-21 (listing seen 2026-11-21)"
ARM = SPECS + "/resource-manager/readme.md @0000bae4"
SURFACE = "MicrosoftDocs/azure-ai-docs, api-surface.md @de213cdb"

# Microsoft's page about the life of api-versions, as it was.
SPRING_2024 = "learn.microsoft.com, api-version-deprecation (copy of spring 2024)"
SUMMER_2024 = "MicrosoftDocs/azure-docs, api-version-deprecation.md @cccf5e99 (2024-07-09)"
AUTUMN_2024 = "MicrosoftDocs/azure-ai-docs, api-version-deprecation.md @07cad6a5 (2024-09-05)"
SPRING_2025 = "MicrosoftDocs/azure-ai-docs, api-version-deprecation.md @1bccdaa9 (2025-03-25)"
SUMMER_2025 = "MicrosoftDocs/azure-ai-docs, ai-foundry/openai/api-version-lifecycle.md @00f98cc3 (2025-08-26)"
WINTER_2026 = "MicrosoftDocs/azure-ai-docs, foundry/openai/api-version-lifecycle.md @a2a860fd (2026-02-06)"
MAIL = "weaviate/weaviate#4126, which quotes Azure's mail"
AGENTS = "MicrosoftDocs/azure-ai-docs, foundry-classic/openai/includes/agent-service.md @1630e2d8"
NET = "azure/azure-sdk-for-net#42512"
QUOTED = "quoted in public code and issues (seen 2026-11-21)"
V1_PAGES = SUMMER_2025 + "; " + WINTER_2026

# First the mail, then the page; in July 2024 the page said that only the latest three previews stay supported after the
# last of these days. From September 2024 on it names no day.
ANNOUNCED = ("2024-04-02", "2024-07-01", "2025-02-03")

API_VERSIONS: dict[str, ApiVersion] = {
    "2022-03-01-preview": ApiVersion("2022-03-01-preview", "preview", (), "2022-12-01", TAGS + "; " + AUTHORING),
    "2022-06-01-preview": ApiVersion("2022-06-01-preview", "preview", (), "2022-12-01", TAGS + "; " + AUTHORING),
    "2022-12-01": ApiVersion("2022-12-01", "ga", (), "2024-10-21", TAGS + "; " + STABLE),
    "2023-03-15-preview": ApiVersion("2023-03-15-preview", "preview", ANNOUNCED, "2024-10-21", TAGS + "; " + SPRING_2024 + "; " + MAIL),
    "2023-04-01-preview": ApiVersion("2023-04-01-preview", "preview", (), None, AUTHORING),
    "2023-04-15-preview": ApiVersion("2023-04-15-preview", "preview", (), None, AUTHORING),
    "2023-05-15": ApiVersion("2023-05-15", "ga", (), "2024-02-01", TAGS + "; " + STABLE + "; " + SPRING_2024),
    "2023-06-01-preview": ApiVersion("2023-06-01-preview", "preview", (), None, TAGS + "; " + AUTUMN_2024 + "; " + MAIL),
    "2023-07-01-preview": ApiVersion("2023-07-01-preview", "preview", ANNOUNCED, "2024-10-21", TAGS + "; " + SPRING_2024),
    "2023-08-01-preview": ApiVersion("2023-08-01-preview", "preview", ANNOUNCED, "2024-10-21", TAGS + "; " + SPRING_2024),
    "2023-09-01-preview": ApiVersion("2023-09-01-preview", "preview", ANNOUNCED, "2024-10-21", TAGS + "; " + SPRING_2024),
    "2023-10-01-preview": ApiVersion("2023-10-01-preview", "preview", (), None, TAGS + "; " + AUTUMN_2024),
    "2023-12-01-preview": ApiVersion("2023-12-01-preview", "preview", ANNOUNCED, "2024-10-21", SPRING_2024 + "; " + NET),
    "2024-02-01": ApiVersion("2024-02-01", "ga", (), "2024-06-01", TAGS + "; " + STABLE + "; " + SPRING_2024),
    "2024-02-15-preview": ApiVersion("2024-02-15-preview", "preview", (), None, TAGS + "; " + SPRING_2025),
    "2024-03-01-preview": ApiVersion("2024-03-01-preview", "preview", (), None, TAGS + "; " + SPRING_2025),
    "2024-04-01-preview": ApiVersion("2024-04-01-preview", "preview", (), None, TAGS + "; " + SPRING_2025),
    "2024-05-01-preview": ApiVersion("2024-05-01-preview", "preview", (), None, TAGS + "; " + SPRING_2025),
    "2024-06-01": ApiVersion("2024-06-01", "ga", (), "2024-10-21", TAGS + "; " + STABLE + "; " + SUMMER_2024),
    "2024-07-01-preview": ApiVersion("2024-07-01-preview", "preview", (), None, TAGS + "; " + SPRING_2025),
    "2024-08-01-preview": ApiVersion("2024-08-01-preview", "preview", (), None, TAGS + "; " + SPRING_2025),
    "2024-09-01-preview": ApiVersion("2024-09-01-preview", "preview", (), None, TAGS + "; " + SPRING_2025),
    "2024-10-01-preview": ApiVersion("2024-10-01-preview", "preview", (), None, TAGS + "; " + SPRING_2025),
    "2024-10-21": ApiVersion("2024-10-21", "ga", (), "v1", STABLE + "; " + SPRING_2025 + "; " + SUMMER_2025),
    "2024-12-01-preview": ApiVersion("2024-12-01-preview", "preview", (), None, SPRING_2025),
    "2025-01-01-preview": ApiVersion("2025-01-01-preview", "preview", (), None, SPRING_2025),
    "2025-02-01-preview": ApiVersion("2025-02-01-preview", "preview", (), None, SPRING_2025),
    "2025-03-01-preview": ApiVersion("2025-03-01-preview", "preview", (), None, SPRING_2025),
    "2025-04-01-preview": ApiVersion("2025-04-01-preview", "preview", (), "v1", SPRING_2025 + "; " + SUMMER_2025 + "; " + WINTER_2026),
}
"""Every dated version of the data plane."""

ALIASES: dict[str, str] = {
    "latest": "openai/openai-python#2766; 404 with AzureOpenAI, openai/openai-python#2584",
    "preview": SUMMER_2025 + "; 404 with AzureOpenAI, openai/openai-python#2584",
    "v1": V1_PAGES,
}
"""What is legal only on the path ``/openai/v1/``, with the plain client, with its source. ``AzureOpenAI`` builds a
deployment's path, where they give 404."""

CONTROL_PLANE: dict[str, str] = {
    "2016-02-01-preview": ARM,
    "2017-04-18": ARM,
    "2021-04-30": ARM,
    "2021-10-01": ARM,
    "2022-03-01": ARM,
    "2022-10-01": ARM,
    "2023-05-01": SURFACE + "; " + ARM,
    "2024-06-01-preview": ARM,
    "2024-10-01": ARM,
    "2025-06-01": SURFACE + "; " + ARM,
    "2025-07-01-preview": SURFACE + "; " + ARM,
    "2025-09-01": ARM,
    "2025-10-01-preview": ARM,
    "2025-12-01": ARM,
    "2026-01-15-preview": ARM,
    "2026-03-01": ARM,
    "2026-03-15-preview": ARM,
}
"""Versions of the API that makes resources and deployments, with their source: not of the one that models answer on.

Four more are versions of both: 2022-12-01, 2023-10-01-preview, 2024-04-01-preview, 2025-04-01-preview.
"""

CHAT = (
    "beta.chat.completions.create", "beta.chat.completions.parse", "beta.chat.completions.stream",
    "chat.completions.create", "chat.completions.parse", "chat.completions.stream",
)
STORED = (
    "beta.chat.completions.delete", "beta.chat.completions.list", "beta.chat.completions.messages.",
    "beta.chat.completions.retrieve", "beta.chat.completions.update", "chat.completions.delete",
    "chat.completions.list", "chat.completions.messages.", "chat.completions.retrieve", "chat.completions.update",
)
TRANSCRIPTION = ("audio.transcriptions.create", "audio.translations.create")
REASONING_MODELS = ("o1", "o1-2024-12-17", "o3-mini", "o3-mini-2025-01-31", "o4-mini", "o4-mini-2025-04-16")

# People quote it with the name of the model, and with the placeholder as it stands here.
REASONING_ANSWER = "Model {modelName} is enabled only for api versions 2024-12-01-preview and later"
SCHEMA_ANSWER = "response_format value as json_schema is enabled only for api versions 2024-08-01-preview and later"
REQUIRED_ANSWER = "tool_choice value as required is enabled only for api versions 2024-06-01 and later"
LENGTH_ANSWER = "Unrecognized request argument supplied: max_completion_tokens"
RESPONSES_ANSWER = "Azure OpenAI Responses API is enabled only for api-version 2025-03-01-preview and later"

FEATURES: tuple[Feature, ...] = (
    Feature(CHAT, "", (), "2023-03-15-preview", "2023-05-15", "chat completions", "", TAGS + "; " + SPRING_2024),
    Feature(CHAT, "function_call", (), "2023-07-01-preview", "2024-02-01", "function calling", "", SPRING_2024 + "; " + GA_2024_02_01),
    Feature(CHAT, "functions", (), "2023-07-01-preview", "2024-02-01", "function calling", "", SPRING_2024 + "; " + GA_2024_02_01),
    Feature(CHAT, "tool_choice", (), "2023-07-01-preview", "2024-02-01", "function calling", "", SPRING_2024 + "; " + GA_2024_02_01),
    Feature(CHAT, "tools", (), "2023-07-01-preview", "2024-02-01", "function calling", "", SPRING_2024 + "; " + GA_2024_02_01),
    Feature(TRANSCRIPTION, "", (), "2023-09-01-preview", "2024-02-01", "speech to text", "", SPRING_2024 + "; " + STABLE),
    Feature(("fine_tuning.jobs.",), "", (), "2023-10-01-preview", "2024-02-01", "fine-tuning jobs", "", AUTUMN_2024 + "; " + AUTHORING),
    Feature(("images.generate",), "", (), "2023-12-01-preview", "2024-02-01", "images without polling", "", SPRING_2024, use="2025-04-01-preview"),
    Feature(("audio.speech.create",), "", (), "2024-02-15-preview", None, "speech", "", SPRING_2025 + "; " + GA_2024_10_21),
    Feature(("beta.assistants.", "beta.threads."), "", (), "2024-02-15-preview", None, "the Assistants API", "", SPRING_2025 + "; " + GA_2024_10_21 + "; " + AGENTS, retired="2026-08-26"),
    Feature(("embeddings.create",), "dimensions", (), "2024-03-01-preview", "2024-06-01", "dimensions", "", SPRING_2025 + "; " + GA_2024_06_01),
    Feature(("audio.speech.create",), "response_format", ("pcm", "wav"), "2024-04-01-preview", None, "speech as wav or pcm", "", SPRING_2025 + "; " + GA_2024_10_21),
    Feature(("audio.transcriptions.create",), "timestamp_granularities", (), "2024-04-01-preview", UNKNOWN, "timestamp_granularities", "", SPRING_2025),
    Feature(("vector_stores.",), "", (), "2024-05-01-preview", None, "vector stores", "", SPRING_2025 + "; " + GA_2024_10_21 + "; " + LAST_BATCH_GA),
    Feature(("fine_tuning.jobs.checkpoints.",), "", (), "2024-05-01-preview", "2024-06-01", "checkpoints of fine-tuning", "", SPRING_2025 + "; " + AUTHORING),
    Feature(("images.generate",), "model", ("dall-e-2",), "2024-05-01-preview", UNKNOWN, "DALL-E 2 through a deployment", "", SPRING_2025),
    Feature(CHAT, "tool_choice", ("required",), "2024-06-01", "2024-06-01", 'tool_choice="required"', REQUIRED_ANSWER, QUOTED),
    Feature(("batches.",), "", (), "2024-07-01-preview", "2024-10-21", "the Batch API", "", SPRING_2025 + "; " + LAST_BATCH_GA),
    Feature(CHAT, "response_format", ("json_schema", A_CLASS), "2024-08-01-preview", "2024-10-21", "structured outputs", SCHEMA_ANSWER, SPRING_2025 + "; " + QUOTED + "; " + GA_2024_10_21),
    Feature(("uploads.",), "", (), "2024-08-01-preview", "2024-10-21", "uploads in parts", "", SPRING_2025 + "; " + LAST_BATCH_GA),
    Feature(CHAT, "max_completion_tokens", (), "2024-09-01-preview", "2024-10-21", "max_completion_tokens", LENGTH_ANSWER, SPRING_2025 + "; openai/openai-python#1724; " + GA_2024_10_21),
    Feature(CHAT, "parallel_tool_calls", (), "2024-09-01-preview", "2024-10-21", "parallel_tool_calls", "", SPRING_2025 + "; " + GA_2024_10_21),
    Feature((*CHAT, "completions.create"), "stream_options", (), "2024-09-01-preview", "2024-10-21", "stream_options", "", SPRING_2025 + "; " + GA_2024_10_21),
    Feature(CHAT, "metadata", (), "2024-12-01-preview", None, "metadata", "", SPRING_2025 + "; " + GA_2024_10_21),
    Feature(CHAT, "model", REASONING_MODELS, "2024-12-01-preview", None, "o1, o3-mini and o4-mini", REASONING_ANSWER, "microsoft/genaiscript#1121; langchain4j/langchain4j#2636"),
    Feature(CHAT, "reasoning_effort", (), "2024-12-01-preview", None, "reasoning_effort", "", SPRING_2025 + "; " + GA_2024_10_21),
    Feature(CHAT, "store", (), "2024-12-01-preview", None, "store", "", SPRING_2025 + "; " + GA_2024_10_21),
    Feature(CHAT, "model", ("gpt-4o-audio-preview",), "2025-01-01-preview", None, "gpt-4o-audio-preview", "", SPRING_2025),
    Feature(CHAT, "prediction", (), "2025-01-01-preview", None, "predicted outputs", "", SPRING_2025 + "; " + GA_2024_10_21),
    Feature(STORED, "", (), "2025-02-01-preview", None, "stored completions", "", SPRING_2025 + "; " + GA_2024_10_21),
    Feature(("responses.",), "", (), "2025-03-01-preview", None, "the Responses API", RESPONSES_ANSWER, SPRING_2025 + "; " + QUOTED),
    Feature(("evals.",), "", (), "2025-04-01-preview", None, "the Evals API", "", SPRING_2025),
    Feature(("images.edit",), "", (), "2025-04-01-preview", None, "image edits", "", PREVIEW + "; " + GA_2024_10_21),
    Feature(("images.generate",), "model", ("gpt-image-1",), "2025-04-01-preview", None, "gpt-image-1", "", SPRING_2025),
)
"""By floor. A call may be in several rows, the one with the latest floor says the most."""

# Source: V1_PAGES: chat/completions, embeddings, files, fine_tuning, models, responses, vector_stores.
V1_CALLS: frozenset[str] = frozenset({
    "beta.chat.completions.create", "beta.chat.completions.parse", "beta.chat.completions.stream",
    "chat.completions.create", "chat.completions.parse", "chat.completions.stream",
    "embeddings.create",
    "files.content", "files.create", "files.delete", "files.list", "files.retrieve", "files.wait_for_processing",
    "fine_tuning.jobs.cancel", "fine_tuning.jobs.checkpoints.list", "fine_tuning.jobs.create",
    "fine_tuning.jobs.list", "fine_tuning.jobs.list_events", "fine_tuning.jobs.retrieve",
    "models.list", "models.retrieve",
    "responses.cancel", "responses.create", "responses.delete", "responses.input_items.list", "responses.parse",
    "responses.retrieve", "responses.stream",
    "vector_stores.create", "vector_stores.delete", "vector_stores.file_batches.cancel",
    "vector_stores.file_batches.create", "vector_stores.file_batches.create_and_poll",
    "vector_stores.file_batches.list_files", "vector_stores.file_batches.poll", "vector_stores.file_batches.retrieve",
    "vector_stores.file_batches.upload_and_poll", "vector_stores.files.create", "vector_stores.files.create_and_poll",
    "vector_stores.files.delete", "vector_stores.files.list", "vector_stores.files.poll",
    "vector_stores.files.retrieve", "vector_stores.files.update", "vector_stores.files.upload",
    "vector_stores.files.upload_and_poll", "vector_stores.list", "vector_stores.retrieve", "vector_stores.search",
    "vector_stores.update",
})
"""Calls that lead to what ``/openai/v1/`` served when it became GA. What was added there later is left out: a rule is silent about it."""
