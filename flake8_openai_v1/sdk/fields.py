"""What is known of single fields of responses, whatever their shape: those themselves are in ``shapes.py``."""

from __future__ import annotations

# Fields that are always there, of which a default in ``get`` says nothing.
ALWAYS: frozenset[str] = frozenset(
    {"categories", "choices", "data", "delta", "embedding", "id", "index", "message", "object", "results"}
)

# Fields that the service always sends, though they may be null.
NULLABLE: frozenset[str] = frozenset({"finish_reason", "logprobs"})

# Fields that may be missing.
OPTIONAL: frozenset[str] = frozenset(
    {"arguments", "error", "function_call", "logprobs", "name", "refusal", "tool_calls", "usage"}
)

# Shape -> its fields that are always there, though they may be missing in other shapes.
REQUIRED: dict[str, frozenset[str]] = {
    "ChatCompletionMessage.FunctionCall": frozenset({"arguments", "name"}),
    "ChatCompletionMessageFunctionToolCall.Function": frozenset({"arguments", "name"}),
}

# Attributes that objects of 0.28.1 had and that no service sent.
LEGACY_ONLY: frozenset[str] = frozenset(
    {"api_base_override", "openai_id", "organization", "response_ms", "typed_api_type"}
)

# Shapes whose values are often alike: each is true or false.
ALIKE: frozenset[str] = frozenset({"Moderation.Categories"})

# Shapes which the service sends in another form than the SDK gives them: numbers as base64.
ENCODED: frozenset[str] = frozenset({"CreateEmbeddingResponse"})

# Methods of today's classes, beside those that begin with ``model_``: a key of this name is no attribute.
OF_MODELS: frozenset[str] = frozenset(
    {
        *("construct", "copy", "dict", "from_orm", "json", "parse_file", "parse_obj", "parse_raw", "schema"),
        *("schema_json", "to_dict", "to_json", "update_forward_refs", "validate"),
    }
)
