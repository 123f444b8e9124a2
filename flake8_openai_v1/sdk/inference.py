"""What becomes of the names of azure-ai-inference 1.0.0b9, its last release, with openai. One row a line.

``tests/sdk/test_inference.py`` proves every row against both packages.
"""

# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from typing import NamedTuple

from flake8_openai_v1.sdk.shapes import Return


class Client(NamedTuple):
    """One client class of azure-ai-inference."""

    asynchronous: bool
    use: str | None
    """The class to write: ``openai.OpenAI``; None: no counterpart."""
    source: str
    """Where the fact comes from."""
    note: str = ""
    """A clause that follows the replacement, or stands for it."""


class Row(NamedTuple):
    """One other public name, by its full path."""

    use: str | None
    """What to write instead: a dict, a text, a class of openai, ``client.…``; None: no counterpart."""
    family: str
    """What it is, and so who reports it: ``"client"``, ``"message"``, ``"none"`` (no counterpart), ``"same"`` (nobody)."""
    source: str
    """Where the fact comes from."""
    note: str = ""
    """A clause that follows the replacement, or stands for it."""


class Keyword(NamedTuple):
    """What becomes of one keyword argument."""

    use: str | None
    """The keyword to write; the same name; ``""``: leave it out, nothing is lost; None: no counterpart."""
    source: str
    """Where the fact comes from."""
    note: str = ""
    """A clause that follows the replacement, or stands for it."""


class Method(NamedTuple):
    """What becomes of one method of a client."""

    use: str | None
    """What to call: ``client.chat.completions.create``; None: no counterpart."""
    keywords: dict[str, Keyword]
    positional: tuple[str, ...]
    """What its positional arguments are."""
    source: str
    """Where the fact comes from."""
    note: str = ""
    """A clause that follows the replacement, or stands for it."""
    required: tuple[str, ...] = ()
    """Keywords that the replacement requires, and this method does not."""


class Endpoint(NamedTuple):
    """Where an endpoint is found now."""

    ending: str
    """How the host ends; what stands before it is the name of the resource."""
    base_url: str
    """What to give to the client, with ``<resource>`` in place of that name."""
    source: str
    """Where the fact comes from."""
    gone: str = ""
    """Where there is nothing behind the old address any more: what to know, and the resource is another."""


class Written(NamedTuple):
    """How an object of a class is written as the dict that was sent for it."""

    fixed: tuple[tuple[str, str], ...]
    """Entries that the class stands for: key and text."""
    fields: tuple[str, ...]
    """Keywords of the constructor, which are the other keys."""
    source: str
    """Where the fact comes from."""
    positional: str | None = None
    """The field that a text, or a list of parts, is without a name."""
    inside: str = ""
    """The key under which the fields stand, where they do not stand beside ``fixed``."""


class Retirement(NamedTuple):
    """When the package was, or will be, retired."""

    date: str
    source: str
    """Where the date was published."""


PROBE = "azure-ai-inference 1.0.0b9 with azure-core 1.41.0, and openai 3.57.0, installed and introspected"
RUN = PROBE + "; requests answered by a mock transport"
GUIDE = RUN + "; Microsoft Foundry: model-inference-to-openai-migration.md, 2026-03-19"
GITHUB = "GitHub's changelog of 2026-07-01 and docs, as tidyverse/ellmer#1069 and tashfeenahmed/freellmapi#877 quote them"
SERVERLESS = "the model-inference migration page: one resource with deployments takes the place of an endpoint for each model"
CORE = PROBE + "; the policies of azure-core that read it"

PACKAGE = "azure.ai.inference"
RELEASE = "1.0.0b9"

# What the messages recommend.
BASE_URL = "https://<resource>.openai.azure.com/openai/v1/"
SCOPE = "https://ai.azure.com/.default"

RETIRED: tuple[Retirement, ...] = (
    Retirement("2026-05-30", "azure-ai-docs, includes/model-inference-migration, commit 1205cbf8 of 2026-02-23"),
    Retirement("2026-08-26", "azure-ai-docs, foundry-classic, supported-languages; the later page"),
)

# Functions that make one of these clients, which one is known at run time.
LOADERS: dict[str, bool] = {"azure.ai.inference.load_client": False, "azure.ai.inference.aio.load_client": True}

NO_IMAGES = "the OpenAI API has no image embeddings; call the endpoint with an HTTP client"

CLIENTS: dict[str, Client] = {
    "azure.ai.inference.ChatCompletionsClient": Client(False, "openai.OpenAI", GUIDE),
    "azure.ai.inference.EmbeddingsClient": Client(False, "openai.OpenAI", GUIDE),
    "azure.ai.inference.ImageEmbeddingsClient": Client(False, None, PROBE, NO_IMAGES),
    "azure.ai.inference.aio.ChatCompletionsClient": Client(True, "openai.AsyncOpenAI", GUIDE),
    "azure.ai.inference.aio.EmbeddingsClient": Client(True, "openai.AsyncOpenAI", GUIDE),
    "azure.ai.inference.aio.ImageEmbeddingsClient": Client(True, None, PROBE, NO_IMAGES),
}

# What made such a client of a project, in azure-ai-projects up to 1.0.0b10.
PROJECT = "azure.ai.projects.AIProjectClient"
PROJECTS = "azure-ai-projects: the wheels of 1.0.0b10, 1.0.0b12, 1.0.0 and 2.10.0"
PROJECT_USE = "get_openai_client()"
FACTORIES: dict[str, str] = {
    "get_chat_completions_client": "ChatCompletionsClient",
    "get_embeddings_client": "EmbeddingsClient",
    "get_image_embeddings_client": "ImageEmbeddingsClient",
}

ENDPOINTS: tuple[Endpoint, ...] = (
    Endpoint(".services.ai.azure.com", BASE_URL, GUIDE),
    Endpoint(".openai.azure.com", BASE_URL, GUIDE),
    Endpoint(".cognitiveservices.azure.com", BASE_URL, GUIDE),
    Endpoint(".models.ai.azure.com", BASE_URL, SERVERLESS, "deploy the model in a resource first"),
    Endpoint("models.github.ai", BASE_URL, GITHUB, "GitHub Models was shut down on 2026-07-30"),
    Endpoint("models.inference.ai.azure.com", BASE_URL, GITHUB, "GitHub Models was shut down on 2026-07-30"),
)

LOAD = "it asks the endpoint for the type of its model; make the client that you need: OpenAI(...)"
BASE64 = "put the file into a data URL: base64.b64encode(file.read()).decode()"
PROMPTS = "render the messages yourself, or with the prompty package"
TRACING = "use opentelemetry-instrumentation-openai-v2"
INFO = "the nearest is client.models.retrieve(model), which tells other things"
FORMATS = 'only "float" and "base64"'
INPUT_TYPE = 'not part of the OpenAI API; where the model takes it: extra_body={"input_type": ...}'

MODULES: tuple[str, ...] = (
    "azure.ai.inference", "azure.ai.inference.aio", "azure.ai.inference.models", "azure.ai.inference.prompts",
    "azure.ai.inference.tracing",
)

NAMES: dict[str, Row] = {
    "azure.ai.inference": Row("openai", "client", PROBE),
    "azure.ai.inference.load_client": Row(None, "none", PROBE, LOAD),
    "azure.ai.inference.aio": Row("openai", "client", PROBE),
    "azure.ai.inference.aio.load_client": Row(None, "none", PROBE, LOAD),
    "azure.ai.inference.models": Row("openai.types.chat", "message", PROBE, "messages and what they are made of are plain dicts"),
    "azure.ai.inference.prompts": Row(None, "none", PROBE, PROMPTS),
    "azure.ai.inference.tracing": Row(None, "none", PROBE, TRACING),

    # Messages and what they are made of.
    "azure.ai.inference.models.AssistantMessage": Row('{"role": "assistant", "content": ..., "tool_calls": [...]}', "message", RUN),
    "azure.ai.inference.models.ChatRequestMessage": Row('{"role": ..., "content": ...}', "message", RUN, "its type is openai.types.chat.ChatCompletionMessageParam"),
    "azure.ai.inference.models.DeveloperMessage": Row('{"role": "developer", "content": ...}', "message", RUN),
    "azure.ai.inference.models.SystemMessage": Row('{"role": "system", "content": ...}', "message", RUN),
    "azure.ai.inference.models.ToolMessage": Row('{"role": "tool", "content": ..., "tool_call_id": ...}', "message", RUN),
    "azure.ai.inference.models.UserMessage": Row('{"role": "user", "content": ...}', "message", RUN),
    "azure.ai.inference.models.AudioContentItem": Row('{"type": "input_audio", "input_audio": {"data": ..., "format": ...}}', "message", RUN),
    "azure.ai.inference.models.ContentItem": Row('{"type": ...}', "message", RUN, "its type is openai.types.chat.ChatCompletionContentPartParam"),
    "azure.ai.inference.models.ImageContentItem": Row('{"type": "image_url", "image_url": {"url": ...}}', "message", RUN),
    "azure.ai.inference.models.ImageUrl": Row('{"url": ..., "detail": ...}', "message", RUN),
    "azure.ai.inference.models.ImageUrl.load": Row(None, "none", RUN, BASE64),
    "azure.ai.inference.models.InputAudio": Row('{"data": ..., "format": ...}', "message", RUN),
    "azure.ai.inference.models.InputAudio.load": Row(None, "none", RUN, "encode the file: base64.b64encode(file.read()).decode()"),
    "azure.ai.inference.models.TextContentItem": Row('{"type": "text", "text": ...}', "message", RUN),

    # Tools and formats.
    "azure.ai.inference.models.ChatCompletionsNamedToolChoice": Row('{"type": "function", "function": {"name": ...}}', "message", RUN),
    "azure.ai.inference.models.ChatCompletionsNamedToolChoiceFunction": Row('{"name": ...}', "message", RUN),
    "azure.ai.inference.models.ChatCompletionsToolDefinition": Row('{"type": "function", "function": {...}}', "message", RUN),
    "azure.ai.inference.models.FunctionDefinition": Row('{"name": ..., "description": ..., "parameters": {...}}', "message", RUN),
    "azure.ai.inference.models.JsonSchemaFormat": Row('{"type": "json_schema", "json_schema": {"name": ..., "schema": ..., "description": ..., "strict": ...}}', "message", RUN),

    # What a response is made of.
    "azure.ai.inference.models.AsyncStreamingChatCompletions": Row("openai.AsyncStream", "message", PROBE),
    "azure.ai.inference.models.AsyncStreamingChatCompletions.aclose": Row("close", "same", PROBE, "openai has the same name, too"),
    "azure.ai.inference.models.ChatChoice": Row("openai.types.chat.chat_completion.Choice", "message", PROBE),
    "azure.ai.inference.models.ChatCompletions": Row("openai.types.chat.ChatCompletion", "message", PROBE),
    "azure.ai.inference.models.ChatCompletionsToolCall": Row("openai.types.chat.ChatCompletionMessageToolCall", "message", PROBE, 'in a message that you write: {"id": ..., "type": "function", "function": {...}}'),
    "azure.ai.inference.models.ChatResponseMessage": Row("openai.types.chat.ChatCompletionMessage", "message", PROBE),
    "azure.ai.inference.models.CompletionsUsage": Row("openai.types.CompletionUsage", "message", PROBE),
    "azure.ai.inference.models.EmbeddingItem": Row("openai.types.Embedding", "message", PROBE),
    "azure.ai.inference.models.EmbeddingsResult": Row("openai.types.CreateEmbeddingResponse", "message", PROBE),
    "azure.ai.inference.models.EmbeddingsUsage": Row("openai.types.create_embedding_response.Usage", "message", PROBE),
    "azure.ai.inference.models.FunctionCall": Row("openai.types.chat.chat_completion_message_tool_call.Function", "message", PROBE, 'in a message that you write: {"name": ..., "arguments": ...}'),
    "azure.ai.inference.models.StreamingChatChoiceUpdate": Row("openai.types.chat.chat_completion_chunk.Choice", "message", PROBE),
    "azure.ai.inference.models.StreamingChatCompletions": Row("openai.Stream", "message", PROBE),
    "azure.ai.inference.models.StreamingChatCompletions.close": Row("close", "same", PROBE),
    "azure.ai.inference.models.StreamingChatCompletionsUpdate": Row("openai.types.chat.ChatCompletionChunk", "message", PROBE),
    "azure.ai.inference.models.StreamingChatResponseMessageUpdate": Row("openai.types.chat.chat_completion_chunk.ChoiceDelta", "message", PROBE),
    "azure.ai.inference.models.StreamingChatResponseToolCallUpdate": Row("openai.types.chat.chat_completion_chunk.ChoiceDeltaToolCall", "message", PROBE),

    # Enumerations: the OpenAI SDK takes and gives plain texts.
    "azure.ai.inference.models.AudioContentFormat": Row('"wav" or "mp3"', "message", RUN),
    "azure.ai.inference.models.AudioContentFormat.MP3": Row('"mp3"', "message", RUN),
    "azure.ai.inference.models.AudioContentFormat.WAV": Row('"wav"', "message", RUN),
    "azure.ai.inference.models.ChatCompletionsToolChoicePreset": Row('"auto", "none" or "required"', "message", RUN),
    "azure.ai.inference.models.ChatCompletionsToolChoicePreset.AUTO": Row('"auto"', "message", RUN),
    "azure.ai.inference.models.ChatCompletionsToolChoicePreset.NONE": Row('"none"', "message", RUN),
    "azure.ai.inference.models.ChatCompletionsToolChoicePreset.REQUIRED": Row('"required"', "message", RUN),
    "azure.ai.inference.models.ChatRole": Row('"system", "user", "assistant", "tool" or "developer"', "message", RUN),
    "azure.ai.inference.models.ChatRole.ASSISTANT": Row('"assistant"', "message", RUN),
    "azure.ai.inference.models.ChatRole.DEVELOPER": Row('"developer"', "message", RUN),
    "azure.ai.inference.models.ChatRole.SYSTEM": Row('"system"', "message", RUN),
    "azure.ai.inference.models.ChatRole.TOOL": Row('"tool"', "message", RUN),
    "azure.ai.inference.models.ChatRole.USER": Row('"user"', "message", RUN),
    "azure.ai.inference.models.CompletionsFinishReason": Row('"stop", "length", "content_filter" or "tool_calls"', "message", RUN),
    "azure.ai.inference.models.CompletionsFinishReason.CONTENT_FILTERED": Row('"content_filter"', "message", RUN),
    "azure.ai.inference.models.CompletionsFinishReason.STOPPED": Row('"stop"', "message", RUN),
    "azure.ai.inference.models.CompletionsFinishReason.TOKEN_LIMIT_REACHED": Row('"length"', "message", RUN),
    "azure.ai.inference.models.CompletionsFinishReason.TOOL_CALLS": Row('"tool_calls"', "message", RUN),
    "azure.ai.inference.models.EmbeddingEncodingFormat": Row('"float" or "base64"', "message", RUN),
    "azure.ai.inference.models.EmbeddingEncodingFormat.BASE64": Row('"base64"', "message", RUN),
    "azure.ai.inference.models.EmbeddingEncodingFormat.BINARY": Row(None, "none", RUN, FORMATS),
    "azure.ai.inference.models.EmbeddingEncodingFormat.FLOAT": Row('"float"', "message", RUN),
    "azure.ai.inference.models.EmbeddingEncodingFormat.INT8": Row(None, "none", RUN, FORMATS),
    "azure.ai.inference.models.EmbeddingEncodingFormat.UBINARY": Row(None, "none", RUN, FORMATS),
    "azure.ai.inference.models.EmbeddingEncodingFormat.UINT8": Row(None, "none", RUN, FORMATS),
    "azure.ai.inference.models.EmbeddingInputType": Row(None, "none", PROBE, INPUT_TYPE),
    "azure.ai.inference.models.EmbeddingInputType.DOCUMENT": Row(None, "none", PROBE, INPUT_TYPE),
    "azure.ai.inference.models.EmbeddingInputType.QUERY": Row(None, "none", PROBE, INPUT_TYPE),
    "azure.ai.inference.models.EmbeddingInputType.TEXT": Row(None, "none", PROBE, INPUT_TYPE),
    "azure.ai.inference.models.ImageDetailLevel": Row('"auto", "low" or "high"', "message", RUN),
    "azure.ai.inference.models.ImageDetailLevel.AUTO": Row('"auto"', "message", RUN),
    "azure.ai.inference.models.ImageDetailLevel.HIGH": Row('"high"', "message", RUN),
    "azure.ai.inference.models.ImageDetailLevel.LOW": Row('"low"', "message", RUN),
    "azure.ai.inference.models.ModelType": Row(None, "none", PROBE, INFO),
    "azure.ai.inference.models.ModelType.AUDIO_GENERATION": Row(None, "none", PROBE, INFO),
    "azure.ai.inference.models.ModelType.CHAT_COMPLETION": Row(None, "none", PROBE, INFO),
    "azure.ai.inference.models.ModelType.EMBEDDINGS": Row(None, "none", PROBE, INFO),
    "azure.ai.inference.models.ModelType.IMAGE_EMBEDDINGS": Row(None, "none", PROBE, INFO),
    "azure.ai.inference.models.ModelType.IMAGE_GENERATION": Row(None, "none", PROBE, INFO),
    "azure.ai.inference.models.ModelType.TEXT_GENERATION": Row(None, "none", PROBE, INFO),

    # What has no counterpart.
    "azure.ai.inference.models.ImageEmbeddingInput": Row(None, "none", PROBE, NO_IMAGES),
    "azure.ai.inference.models.ImageEmbeddingInput.load": Row(None, "none", PROBE, NO_IMAGES),
    "azure.ai.inference.models.ModelInfo": Row(None, "none", PROBE, INFO),
    "azure.ai.inference.prompts.PromptTemplate": Row(None, "none", PROBE, PROMPTS),
    "azure.ai.inference.prompts.PromptTemplate.create_messages": Row(None, "none", PROBE, PROMPTS),
    "azure.ai.inference.prompts.PromptTemplate.from_prompty": Row(None, "none", PROBE, PROMPTS),
    "azure.ai.inference.prompts.PromptTemplate.from_string": Row(None, "none", PROBE, PROMPTS),
    "azure.ai.inference.tracing.AIInferenceInstrumentor": Row(None, "none", PROBE, TRACING),
    "azure.ai.inference.tracing.AIInferenceInstrumentor.instrument": Row(None, "none", PROBE, TRACING),
    "azure.ai.inference.tracing.AIInferenceInstrumentor.is_content_recording_enabled": Row(None, "none", PROBE, TRACING),
    "azure.ai.inference.tracing.AIInferenceInstrumentor.is_instrumented": Row(None, "none", PROBE, TRACING),
    "azure.ai.inference.tracing.AIInferenceInstrumentor.uninstrument": Row(None, "none", PROBE, TRACING),
}

FIRST = "1.0.0b1 to 1.0.0b3, by their __init__ and _models"
THEN = "1.0.0b4 to 1.0.0b6, by their __init__ and _models"

# Names that only earlier releases had.
EARLIER: dict[str, Row] = {
    "azure.ai.inference.models.ChatCompletionsFunctionToolCall": Row("openai.types.chat.ChatCompletionMessageToolCall", "message", FIRST, 'in a message that you write: {"id": ..., "type": "function", "function": {...}}'),
    "azure.ai.inference.models.ChatCompletionsFunctionToolDefinition": Row('{"type": "function", "function": {...}}', "message", FIRST),
    "azure.ai.inference.models.ChatCompletionsFunctionToolSelection": Row('{"name": ...}', "message", FIRST),
    "azure.ai.inference.models.ChatCompletionsNamedFunctionToolSelection": Row('{"type": "function", "function": {"name": ...}}', "message", FIRST),
    "azure.ai.inference.models.ChatCompletionsNamedToolSelection": Row('{"type": "function", "function": {"name": ...}}', "message", FIRST),
    "azure.ai.inference.models.ChatCompletionsResponseFormat": Row('{"type": "text"} or {"type": "json_object"}', "message", FIRST + "; " + THEN),
    "azure.ai.inference.models.ChatCompletionsResponseFormat.JSON_OBJECT": Row('{"type": "json_object"}', "message", FIRST),
    "azure.ai.inference.models.ChatCompletionsResponseFormat.TEXT": Row('{"type": "text"}', "message", FIRST),
    "azure.ai.inference.models.ChatCompletionsResponseFormatJSON": Row('{"type": "json_object"}', "message", THEN),
    "azure.ai.inference.models.ChatCompletionsResponseFormatText": Row('{"type": "text"}', "message", THEN),
    "azure.ai.inference.models.ChatCompletionsToolSelectionPreset": Row('"auto", "none" or "required"', "message", FIRST),
    "azure.ai.inference.models.ChatCompletionsToolSelectionPreset.AUTO": Row('"auto"', "message", FIRST),
    "azure.ai.inference.models.ChatCompletionsToolSelectionPreset.NONE": Row('"none"', "message", FIRST),
    "azure.ai.inference.models.ChatCompletionsToolSelectionPreset.REQUIRED": Row('"required"', "message", FIRST),
    "azure.ai.inference.models.EmbeddingInput": Row(None, "none", FIRST + "; " + THEN, NO_IMAGES),
    "azure.ai.inference.models.ModelType.CHAT": Row(None, "none", FIRST + "; " + THEN, INFO),
}

# What is sent for an object of these classes.
DICTS: dict[str, Written] = {
    "azure.ai.inference.models.AssistantMessage": Written((("role", "assistant"),), ("content", "tool_calls"), RUN, "content"),
    "azure.ai.inference.models.AudioContentItem": Written((("type", "input_audio"),), ("input_audio",), RUN),
    "azure.ai.inference.models.ChatCompletionsFunctionToolCall": Written((("type", "function"),), ("id", "function"), FIRST),
    "azure.ai.inference.models.ChatCompletionsFunctionToolDefinition": Written((("type", "function"),), ("function",), FIRST),
    "azure.ai.inference.models.ChatCompletionsFunctionToolSelection": Written((), ("name",), FIRST),
    "azure.ai.inference.models.ChatCompletionsNamedFunctionToolSelection": Written((("type", "function"),), ("function",), FIRST),
    "azure.ai.inference.models.ChatCompletionsNamedToolChoice": Written((("type", "function"),), ("function",), RUN),
    "azure.ai.inference.models.ChatCompletionsNamedToolChoiceFunction": Written((), ("name",), RUN),
    "azure.ai.inference.models.ChatCompletionsResponseFormatJSON": Written((("type", "json_object"),), (), THEN),
    "azure.ai.inference.models.ChatCompletionsResponseFormatText": Written((("type", "text"),), (), THEN),
    "azure.ai.inference.models.ChatCompletionsToolCall": Written((("type", "function"),), ("id", "function"), RUN),
    "azure.ai.inference.models.ChatCompletionsToolDefinition": Written((("type", "function"),), ("function",), RUN),
    "azure.ai.inference.models.ChatRequestMessage": Written((), ("role",), RUN),
    "azure.ai.inference.models.DeveloperMessage": Written((("role", "developer"),), ("content",), RUN, "content"),
    "azure.ai.inference.models.FunctionCall": Written((), ("name", "arguments"), RUN),
    "azure.ai.inference.models.FunctionDefinition": Written((), ("name", "description", "parameters"), RUN),
    "azure.ai.inference.models.ImageContentItem": Written((("type", "image_url"),), ("image_url",), RUN),
    "azure.ai.inference.models.ImageUrl": Written((), ("url", "detail"), RUN),
    "azure.ai.inference.models.InputAudio": Written((), ("data", "format"), RUN),
    "azure.ai.inference.models.JsonSchemaFormat": Written((("type", "json_schema"),), ("name", "schema", "description", "strict"), RUN, None, "json_schema"),
    "azure.ai.inference.models.SystemMessage": Written((("role", "system"),), ("content",), RUN, "content"),
    "azure.ai.inference.models.TextContentItem": Written((("type", "text"),), ("text",), RUN),
    "azure.ai.inference.models.ToolMessage": Written((("role", "tool"),), ("content", "tool_call_id"), RUN, "content"),
    "azure.ai.inference.models.UserMessage": Written((("role", "user"),), ("content",), RUN, "content"),
}

# The types of these dicts, for annotations. Where there is none here, the row in NAMES has the class.
TYPES: dict[str, str] = {
    "azure.ai.inference.models.AssistantMessage": "openai.types.chat.ChatCompletionAssistantMessageParam",
    "azure.ai.inference.models.AudioContentFormat": "str",
    "azure.ai.inference.models.AudioContentItem": "openai.types.chat.ChatCompletionContentPartInputAudioParam",
    "azure.ai.inference.models.ChatCompletionsNamedToolChoice": "openai.types.chat.ChatCompletionNamedToolChoiceParam",
    "azure.ai.inference.models.ChatCompletionsToolChoicePreset": "str",
    "azure.ai.inference.models.ChatCompletionsToolDefinition": "openai.types.chat.ChatCompletionFunctionToolParam",
    "azure.ai.inference.models.ChatRequestMessage": "openai.types.chat.ChatCompletionMessageParam",
    "azure.ai.inference.models.ChatRole": "str",
    "azure.ai.inference.models.CompletionsFinishReason": "str",
    "azure.ai.inference.models.ContentItem": "openai.types.chat.ChatCompletionContentPartParam",
    "azure.ai.inference.models.DeveloperMessage": "openai.types.chat.ChatCompletionDeveloperMessageParam",
    "azure.ai.inference.models.EmbeddingEncodingFormat": "str",
    "azure.ai.inference.models.FunctionDefinition": "openai.types.shared_params.FunctionDefinition",
    "azure.ai.inference.models.ImageContentItem": "openai.types.chat.ChatCompletionContentPartImageParam",
    "azure.ai.inference.models.ImageDetailLevel": "str",
    "azure.ai.inference.models.JsonSchemaFormat": "openai.types.shared_params.ResponseFormatJSONSchema",
    "azure.ai.inference.models.SystemMessage": "openai.types.chat.ChatCompletionSystemMessageParam",
    "azure.ai.inference.models.TextContentItem": "openai.types.chat.ChatCompletionContentPartTextParam",
    "azure.ai.inference.models.ToolMessage": "openai.types.chat.ChatCompletionToolMessageParam",
    "azure.ai.inference.models.UserMessage": "openai.types.chat.ChatCompletionUserMessageParam",
}

DEFAULTS = "OpenAI clients hold no defaults for requests; pass it in each call"
PIPELINE = "the OpenAI client has no policies; use http_client="
SECONDS = "in seconds, or an httpx2.Timeout"
LOGGING = "set OPENAI_LOG=debug"
RAW = "use client.chat.completions.with_raw_response"
WAITING = "the client waits as the service asks; see max_retries"
RETRIES = "use client.with_options(max_retries=...)"
OPTIONS = "use client.with_options(http_client=...)"
AGENT = 'default_headers={"User-Agent": ...}'

# The keywords of azure-core that each client takes, below those of its own.
CORE_KEYWORDS: dict[str, Keyword] = {
    "api_version": Keyword("", GUIDE, "the v1 endpoint needs none"),
    "authentication_policy": Keyword(None, CORE, PIPELINE),
    "connection_cert": Keyword("http_client", CORE),
    "connection_timeout": Keyword("timeout", CORE, SECONDS),
    "connection_verify": Keyword("http_client", CORE),
    "credential_scopes": Keyword("", GUIDE, "it is the second argument of get_bearer_token_provider"),
    "custom_hook_policy": Keyword(None, CORE, PIPELINE),
    "decompress": Keyword("http_client", CORE),
    "enable_cae": Keyword("", CORE, "the credential decides"),
    "headers": Keyword("default_headers", CORE),
    "headers_policy": Keyword("default_headers", CORE),
    "http_logging_policy": Keyword(None, CORE, LOGGING),
    "logging_enable": Keyword(None, CORE, LOGGING),
    "logging_policy": Keyword(None, CORE, LOGGING),
    "network_span_namer": Keyword(None, CORE, TRACING),
    "per_call_policies": Keyword(None, CORE, PIPELINE),
    "per_retry_policies": Keyword(None, CORE, PIPELINE),
    "permit_redirects": Keyword("http_client", CORE),
    "pipeline": Keyword(None, CORE, PIPELINE),
    "policies": Keyword(None, CORE, PIPELINE),
    "polling_interval": Keyword("", CORE, "it has no effect on these clients"),
    "proxies": Keyword("http_client", CORE),
    "proxy_policy": Keyword("http_client", CORE),
    "raw_request_hook": Keyword(None, CORE, PIPELINE),
    "raw_response_hook": Keyword(None, CORE, RAW),
    "read_timeout": Keyword("timeout", CORE, SECONDS),
    "redirect_max": Keyword("http_client", CORE),
    "redirect_on_status_codes": Keyword("http_client", CORE),
    "redirect_policy": Keyword("http_client", CORE),
    "redirect_remove_headers": Keyword("http_client", CORE),
    "retry_backoff_factor": Keyword(None, CORE, WAITING),
    "retry_backoff_max": Keyword(None, CORE, WAITING),
    "retry_connect": Keyword("max_retries", CORE),
    "retry_mode": Keyword(None, CORE, WAITING),
    "retry_on_status_codes": Keyword(None, CORE, "the client retries 408, 409, 429 and 5xx; see max_retries"),
    "retry_policy": Keyword("max_retries", CORE),
    "retry_read": Keyword("max_retries", CORE),
    "retry_status": Keyword("max_retries", CORE),
    "retry_total": Keyword("max_retries", CORE),
    "sdk_moniker": Keyword("default_headers", CORE, AGENT),
    "session": Keyword("http_client", CORE),
    "session_owner": Keyword("http_client", CORE),
    "timeout": Keyword("timeout", CORE, "for one request, not for all retries together"),
    "tracing_attributes": Keyword(None, CORE, TRACING),
    "transport": Keyword("http_client", CORE),
    "use_env_settings": Keyword("http_client", CORE),
    "user_agent": Keyword("default_headers", CORE, AGENT),
    "user_agent_overwrite": Keyword("default_headers", CORE, AGENT),
    "user_agent_policy": Keyword("default_headers", CORE, AGENT),
    "user_agent_use_env": Keyword("default_headers", CORE, AGENT),
}

# Keywords of each constructor: what the clients read themselves. Then those of azure-core.
CHAT_DEFAULTS: dict[str, Keyword] = {
    "frequency_penalty": Keyword(None, PROBE, DEFAULTS),
    "max_tokens": Keyword(None, PROBE, DEFAULTS),
    "model": Keyword(None, PROBE, DEFAULTS),
    "model_extras": Keyword(None, PROBE, "OpenAI clients hold no defaults for requests; pass extra_body= in each call"),
    "presence_penalty": Keyword(None, PROBE, DEFAULTS),
    "response_format": Keyword(None, PROBE, DEFAULTS),
    "seed": Keyword(None, PROBE, DEFAULTS),
    "stop": Keyword(None, PROBE, DEFAULTS),
    "temperature": Keyword(None, PROBE, DEFAULTS),
    "tool_choice": Keyword(None, PROBE, DEFAULTS),
    "tools": Keyword(None, PROBE, DEFAULTS),
    "top_p": Keyword(None, PROBE, DEFAULTS),
}
EMBEDDING_DEFAULTS: dict[str, Keyword] = {
    "dimensions": Keyword(None, PROBE, DEFAULTS),
    "encoding_format": Keyword(None, PROBE, DEFAULTS),
    "input_type": Keyword(None, PROBE, INPUT_TYPE),
    "model": Keyword(None, PROBE, DEFAULTS),
    "model_extras": Keyword(None, PROBE, "OpenAI clients hold no defaults for requests; pass extra_body= in each call"),
}
ADDRESS: dict[str, Keyword] = {
    "credential": Keyword("api_key", GUIDE, "a key, or get_bearer_token_provider(...)"),
    "endpoint": Keyword("base_url", GUIDE, BASE_URL),
}

# The positional arguments of the constructors.
CONSTRUCTOR_POSITIONAL: tuple[str, ...] = ("endpoint", "credential")

# By the name of the class; sync and async take the same.
CONSTRUCTORS: dict[str, dict[str, Keyword]] = {
    "ChatCompletionsClient": {**ADDRESS, **CHAT_DEFAULTS, **CORE_KEYWORDS},
    "EmbeddingsClient": {**ADDRESS, **EMBEDDING_DEFAULTS, **CORE_KEYWORDS},
    "ImageEmbeddingsClient": {**ADDRESS, **EMBEDDING_DEFAULTS, **CORE_KEYWORDS},
}

# The keywords of azure-core that each call takes.
CALL_KEYWORDS: dict[str, Keyword] = {
    "api_version": Keyword("", CORE, "the v1 endpoint needs none"),
    "cls": Keyword(None, CORE, RAW),
    "connection_cert": Keyword(None, CORE, OPTIONS),
    "connection_timeout": Keyword("timeout", CORE, SECONDS),
    "connection_verify": Keyword(None, CORE, OPTIONS),
    "content_type": Keyword("", CORE, "the body is always JSON"),
    "enforce_https": Keyword("", CORE, "the OpenAI client does not ask for https"),
    "error_map": Keyword(None, CORE, "catch the exceptions of openai"),
    "headers": Keyword("extra_headers", RUN),
    "http_logging_level": Keyword(None, CORE, LOGGING),
    "logger": Keyword(None, CORE, LOGGING),
    "logging_enable": Keyword(None, CORE, LOGGING),
    "params": Keyword("extra_query", RUN),
    "permit_redirects": Keyword(None, CORE, OPTIONS),
    "raw_request_hook": Keyword(None, CORE, PIPELINE),
    "raw_response_hook": Keyword(None, CORE, RAW),
    "read_timeout": Keyword("timeout", CORE, SECONDS),
    "redirect_max": Keyword(None, CORE, OPTIONS),
    "request_id": Keyword(None, CORE, 'use extra_headers={"x-ms-client-request-id": ...}'),
    "response_encoding": Keyword("", CORE, "answers are JSON"),
    "retry_backoff_factor": Keyword(None, CORE, WAITING),
    "retry_backoff_max": Keyword(None, CORE, WAITING),
    "retry_connect": Keyword(None, CORE, RETRIES),
    "retry_on_methods": Keyword(None, CORE, RETRIES),
    "retry_read": Keyword(None, CORE, RETRIES),
    "retry_status": Keyword(None, CORE, RETRIES),
    "retry_total": Keyword(None, CORE, RETRIES),
    "timeout": Keyword("timeout", CORE, "for one request, not for all retries together"),
}

SEND = "the nearest is client.post(path, cast_to=...)"
SENDING: dict[str, Keyword] = {"request": Keyword(None, PROBE, SEND), "stream": Keyword(None, PROBE, SEND)}

# By the name of the class; sync and async have the same.
METHODS: dict[str, dict[str, Method]] = {
    "ChatCompletionsClient": {
        "complete": Method("client.chat.completions.create", {
            "body": Keyword(None, RUN, "pass each of its entries as a keyword argument, or **body"),
            "frequency_penalty": Keyword("frequency_penalty", RUN),
            "max_tokens": Keyword("max_tokens", RUN, "reasoning models take max_completion_tokens"),
            "messages": Keyword("messages", RUN),
            "model": Keyword("model", RUN),
            "model_extras": Keyword("extra_body", RUN),
            "presence_penalty": Keyword("presence_penalty", RUN),
            "response_format": Keyword("response_format", RUN, 'a dict: {"type": "text"}, {"type": "json_object"}, {"type": "json_schema", "json_schema": {...}}'),
            "seed": Keyword("seed", RUN),
            "stop": Keyword("stop", RUN),
            "stream": Keyword("stream", RUN),
            "temperature": Keyword("temperature", RUN),
            "tool_choice": Keyword("tool_choice", RUN),
            "tools": Keyword("tools", RUN),
            "top_p": Keyword("top_p", RUN),
            **CALL_KEYWORDS,
        }, ("body",), GUIDE, required=("model",)),
        "close": Method("client.close", {}, (), PROBE),
        "get_model_info": Method(None, CALL_KEYWORDS, (), PROBE, INFO),
        "send_request": Method(None, SENDING, ("request",), PROBE, SEND),
    },
    "EmbeddingsClient": {
        "close": Method("client.close", {}, (), PROBE),
        "embed": Method("client.embeddings.create", {
            "body": Keyword(None, RUN, "pass each of its entries as a keyword argument, or **body"),
            "dimensions": Keyword("dimensions", RUN),
            "encoding_format": Keyword("encoding_format", RUN, FORMATS),
            "input": Keyword("input", RUN),
            "input_type": Keyword(None, RUN, INPUT_TYPE),
            "model": Keyword("model", RUN),
            "model_extras": Keyword("extra_body", RUN),
            **CALL_KEYWORDS,
        }, ("body",), GUIDE, required=("model",)),
        "get_model_info": Method(None, CALL_KEYWORDS, (), PROBE, INFO),
        "send_request": Method(None, SENDING, ("request",), PROBE, SEND),
    },
    "ImageEmbeddingsClient": {
        "close": Method("client.close", {}, (), PROBE),
        "embed": Method(None, {
            "body": Keyword(None, PROBE, NO_IMAGES),
            "dimensions": Keyword(None, PROBE, NO_IMAGES),
            "encoding_format": Keyword(None, PROBE, NO_IMAGES),
            "input": Keyword(None, PROBE, NO_IMAGES),
            "input_type": Keyword(None, PROBE, NO_IMAGES),
            "model": Keyword(None, PROBE, NO_IMAGES),
            "model_extras": Keyword(None, PROBE, NO_IMAGES),
            **CALL_KEYWORDS,
        }, ("body",), PROBE, NO_IMAGES),
        "get_model_info": Method(None, CALL_KEYWORDS, (), PROBE, INFO),
        "send_request": Method(None, SENDING, ("request",), PROBE, SEND),
    },
}

# What the methods return, in the notation of ``shapes``.
RETURNS: dict[str, Return] = {
    "complete": Return("inference.ChatCompletions", chunk="inference.StreamingChatCompletionsUpdate"),
    "embed": Return("inference.EmbeddingsResult"),
    "get_model_info": Return("inference.ModelInfo"),
}

# The fields of the models in a response. All of them are mappings, too: ``response["choices"]`` works.
FIELDS: dict[str, dict[str, str]] = {
    "inference.ChatChoice": {"finish_reason": "", "index": "", "message": "inference.ChatResponseMessage"},
    "inference.ChatCompletions": {"choices": "[inference.ChatChoice", "created": "", "id": "", "model": "", "usage": "inference.CompletionsUsage"},
    "inference.ChatCompletionsToolCall": {"function": "inference.FunctionCall", "id": "", "type": ""},
    "inference.ChatResponseMessage": {"content": "", "role": "", "tool_calls": "[inference.ChatCompletionsToolCall"},
    "inference.CompletionsUsage": {"completion_tokens": "", "prompt_tokens": "", "total_tokens": ""},
    "inference.EmbeddingItem": {"embedding": "?", "index": ""},
    "inference.EmbeddingsResult": {"data": "[inference.EmbeddingItem", "id": "", "model": "", "usage": "inference.EmbeddingsUsage"},
    "inference.EmbeddingsUsage": {"prompt_tokens": "", "total_tokens": ""},
    "inference.FunctionCall": {"arguments": "", "name": ""},
    "inference.ModelInfo": {"model_name": "", "model_provider_name": "", "model_type": ""},
    "inference.StreamingChatChoiceUpdate": {"delta": "inference.StreamingChatResponseMessageUpdate", "finish_reason": "", "index": ""},
    "inference.StreamingChatCompletionsUpdate": {"choices": "[inference.StreamingChatChoiceUpdate", "created": "", "id": "", "model": "", "usage": "inference.CompletionsUsage"},
    "inference.StreamingChatResponseMessageUpdate": {"content": "", "role": "", "tool_calls": "[inference.StreamingChatResponseToolCallUpdate"},
    "inference.StreamingChatResponseToolCallUpdate": {"function": "inference.FunctionCall", "id": ""},
}

# What stands in their place in a response of openai, as ``shapes`` names it.
SHAPES: dict[str, str] = {
    "inference.ChatChoice": "ChatCompletion.Choice",
    "inference.ChatCompletions": "ChatCompletion",
    "inference.ChatCompletionsToolCall": "ChatCompletionMessageFunctionToolCall",
    "inference.ChatResponseMessage": "ChatCompletionMessage",
    "inference.CompletionsUsage": "CompletionUsage",
    "inference.EmbeddingItem": "Embedding",
    "inference.EmbeddingsResult": "CreateEmbeddingResponse",
    "inference.EmbeddingsUsage": "CreateEmbeddingResponse.Usage",
    "inference.FunctionCall": "ChatCompletionMessageFunctionToolCall.Function",
    "inference.StreamingChatChoiceUpdate": "ChatCompletionChunk.Choice",
    "inference.StreamingChatCompletionsUpdate": "ChatCompletionChunk",
    "inference.StreamingChatResponseMessageUpdate": "ChatCompletionChunk.ChoiceDelta",
    "inference.StreamingChatResponseToolCallUpdate": "ChatCompletionChunk.ChoiceDeltaToolCall",
}

# The classes as annotations name them, and the shape of what they are.
EXPORTS: dict[str, str] = {
    "azure.ai.inference.models.ChatChoice": "inference.ChatChoice",
    "azure.ai.inference.models.ChatCompletions": "inference.ChatCompletions",
    "azure.ai.inference.models.ChatCompletionsToolCall": "inference.ChatCompletionsToolCall",
    "azure.ai.inference.models.ChatResponseMessage": "inference.ChatResponseMessage",
    "azure.ai.inference.models.CompletionsUsage": "inference.CompletionsUsage",
    "azure.ai.inference.models.EmbeddingItem": "inference.EmbeddingItem",
    "azure.ai.inference.models.EmbeddingsResult": "inference.EmbeddingsResult",
    "azure.ai.inference.models.EmbeddingsUsage": "inference.EmbeddingsUsage",
    "azure.ai.inference.models.FunctionCall": "inference.FunctionCall",
    "azure.ai.inference.models.ModelInfo": "inference.ModelInfo",
    "azure.ai.inference.models.StreamingChatChoiceUpdate": "inference.StreamingChatChoiceUpdate",
    "azure.ai.inference.models.StreamingChatCompletionsUpdate": "inference.StreamingChatCompletionsUpdate",
    "azure.ai.inference.models.StreamingChatResponseMessageUpdate": "inference.StreamingChatResponseMessageUpdate",
    "azure.ai.inference.models.StreamingChatResponseToolCallUpdate": "inference.StreamingChatResponseToolCallUpdate",
}

# Streams as annotations name them, and the shape of their items.
STREAMS: dict[str, str] = {
    "azure.ai.inference.models.AsyncStreamingChatCompletions": "inference.StreamingChatCompletionsUpdate",
    "azure.ai.inference.models.StreamingChatCompletions": "inference.StreamingChatCompletionsUpdate",
}

# Fields that are a ``datetime`` there and a number of seconds in openai.
DATETIMES: frozenset[str] = frozenset({"inference.ChatCompletions.created", "inference.StreamingChatCompletionsUpdate.created"})

# Fields that are a member of an enumeration of texts there and a plain text in openai.
ENUMERATIONS: frozenset[str] = frozenset({
    "inference.ChatChoice.finish_reason", "inference.ChatResponseMessage.role", "inference.ModelInfo.model_type",
    "inference.StreamingChatChoiceUpdate.finish_reason", "inference.StreamingChatResponseMessageUpdate.role",
})

# The methods of the models: what to write behind a response of openai. Empty: read the attributes.
MODEL_METHODS: dict[str, str] = {
    "as_dict": "to_dict()",
    "clear": "",
    "copy": "model_copy()",
    "get": "",
    "items": "to_dict().items()",
    "keys": "to_dict().keys()",
    "pop": "",
    "popitem": "",
    "setdefault": "",
    "update": "",
    "values": "to_dict().values()",
}

# What azure-core raises around such calls.
EXCEPTIONS: dict[str, Row] = {
    "azure.core.exceptions.AzureError": Row("openai.OpenAIError", "exception", RUN),
    "azure.core.exceptions.ClientAuthenticationError": Row("openai.AuthenticationError", "exception", RUN),
    "azure.core.exceptions.DecodeError": Row("openai.APIResponseValidationError", "exception", PROBE),
    "azure.core.exceptions.DeserializationError": Row("openai.APIResponseValidationError", "exception", PROBE),
    "azure.core.exceptions.HttpResponseError": Row("openai.APIStatusError", "exception", RUN, "for 429 openai.RateLimitError"),
    "azure.core.exceptions.IncompleteReadError": Row("openai.APIConnectionError", "exception", PROBE),
    "azure.core.exceptions.ODataV4Error": Row("openai.APIStatusError", "exception", PROBE),
    "azure.core.exceptions.ODataV4Format": Row(None, "exception", PROBE, "the error is a dict: e.body"),
    "azure.core.exceptions.ResourceExistsError": Row("openai.ConflictError", "exception", RUN),
    "azure.core.exceptions.ResourceModifiedError": Row(None, "exception", PROBE, "these calls never raise it; remove the clause"),
    "azure.core.exceptions.ResourceNotFoundError": Row("openai.NotFoundError", "exception", RUN),
    "azure.core.exceptions.ResourceNotModifiedError": Row(None, "exception", PROBE, "the service never answers 304; remove the clause"),
    "azure.core.exceptions.ResponseNotReadError": Row("openai.OpenAIError", "exception", PROBE),
    "azure.core.exceptions.SerializationError": Row(None, "exception", PROBE, "openai raises TypeError"),
    "azure.core.exceptions.ServiceRequestError": Row("openai.APIConnectionError", "exception", RUN),
    "azure.core.exceptions.ServiceRequestTimeoutError": Row("openai.APITimeoutError", "exception", RUN),
    "azure.core.exceptions.ServiceResponseError": Row("openai.APIConnectionError", "exception", RUN),
    "azure.core.exceptions.ServiceResponseTimeoutError": Row("openai.APITimeoutError", "exception", RUN),
    "azure.core.exceptions.StreamClosedError": Row("openai.OpenAIError", "exception", PROBE),
    "azure.core.exceptions.StreamConsumedError": Row("openai.OpenAIError", "exception", PROBE),
    "azure.core.exceptions.TooManyRedirectsError": Row("openai.APIConnectionError", "exception", PROBE),
}

# Attributes of these exceptions: what to write behind ``e.``. The same name where nothing changes.
ATTRIBUTES: dict[str, Row] = {
    "continuation_token": Row(None, "attribute", PROBE, "remove it"),
    "error": Row("body", "attribute", RUN, 'a dict; e.error.code is e.code, e.error.message is e.message'),
    "exc_msg": Row("message", "attribute", PROBE),
    "exc_traceback": Row("__traceback__", "attribute", PROBE),
    "exc_type": Row("__class__", "attribute", PROBE),
    "exc_value": Row("__cause__", "attribute", PROBE),
    "inner_exception": Row("__cause__", "attribute", PROBE),
    "message": Row("message", "attribute", RUN),
    "model": Row(None, "attribute", RUN, "it was never set for these calls"),
    "reason": Row("response.reason_phrase", "attribute", RUN),
    "response": Row("response", "attribute", RUN, "an httpx2.Response: text and headers are attributes, json() a method"),
    "status_code": Row("status_code", "attribute", RUN),
}
