"""The methods that the SDK itself marks as deprecated. Rows of ``MARKED`` by ``tools/history.py``; do not edit them.

``tests/sdk/test_deprecations.py`` proves them with real releases.
"""

# ruff: noqa: E501
# fmt: off

from __future__ import annotations

OTHER_CODES: tuple[str, ...] = ("beta.assistants.", "beta.threads.", "videos.")
"""Beginnings of the methods of services that were shut down: these are more than deprecated."""

# What to write instead, and a note. Source: the text of the mark, or of the docstring beside it, in the newest wheel.
SUCCESSORS: dict[str, tuple[str | None, str]] = {
    "audio.translations.create": (None, "the SDK names no successor; audio.transcriptions.create gives the text in its own language"),
    "edits.create": ("client.chat.completions.create", "other parameters"),
    "files.retrieve_content": ("client.files.content", "its text is .text"),
    "fine_tuning.checkpoints.permissions.retrieve": ("client.fine_tuning.checkpoints.permissions.list", "a page of them"),
    "images.create_variation": (None, "the SDK names no successor, and DALL-E 2 is gone; images.edit takes a prompt"),
}

CONTENT = "openai.HttpxBinaryResponseContent"
"""The class of what comes as bytes: sound, the content of a file."""
BINARY: frozenset[str] = frozenset({
    "audio.speech.create", "containers.files.content.retrieve", "files.content", "skills.content.retrieve",
    "skills.versions.content.retrieve", "videos.download_content",
})
"""The methods that return one."""

# A method of one: the first release that marks it, and the method that does the same. Source: the mark in the wheels.
OF_CONTENT: dict[str, tuple[str, str]] = {
    "astream_to_file": ("1.8.0", "write_to_file"),
    "stream_to_file": ("1.8.0", "write_to_file"),
}
STREAMED = "to stream it, .with_streaming_response"
"""What the mark recommends."""

# A method below a client: the first release that marks it, and what the mark says.
MARKED: dict[str, tuple[str, str]] = {
    "audio.translations.create": ("3.41.0", "deprecated"),
    "beta.assistants.create": ("2.16.0", "deprecated"),
    "beta.assistants.delete": ("2.16.0", "deprecated"),
    "beta.assistants.list": ("2.16.0", "deprecated"),
    "beta.assistants.retrieve": ("2.16.0", "deprecated"),
    "beta.assistants.update": ("2.16.0", "deprecated"),
    "beta.threads.create": ("1.83.0", "The Assistants API is deprecated in favor of the Responses API"),
    "beta.threads.create_and_run": ("1.83.0", "The Assistants API is deprecated in favor of the Responses API"),
    "beta.threads.create_and_run_poll": ("3.38.0", "The Assistants API is deprecated in favor of the Responses API"),
    "beta.threads.create_and_run_stream": ("3.38.0", "The Assistants API is deprecated in favor of the Responses API"),
    "beta.threads.delete": ("1.83.0", "The Assistants API is deprecated in favor of the Responses API"),
    "beta.threads.messages.create": ("1.83.0", "The Assistants API is deprecated in favor of the Responses API"),
    "beta.threads.messages.delete": ("1.83.0", "The Assistants API is deprecated in favor of the Responses API"),
    "beta.threads.messages.list": ("1.83.0", "The Assistants API is deprecated in favor of the Responses API"),
    "beta.threads.messages.retrieve": ("1.83.0", "The Assistants API is deprecated in favor of the Responses API"),
    "beta.threads.messages.update": ("1.83.0", "The Assistants API is deprecated in favor of the Responses API"),
    "beta.threads.retrieve": ("1.83.0", "The Assistants API is deprecated in favor of the Responses API"),
    "beta.threads.runs.cancel": ("1.83.0", "The Assistants API is deprecated in favor of the Responses API"),
    "beta.threads.runs.create": ("1.83.0", "The Assistants API is deprecated in favor of the Responses API"),
    "beta.threads.runs.create_and_poll": ("1.83.0", "The Assistants API is deprecated in favor of the Responses API"),
    "beta.threads.runs.create_and_stream": ("1.16.0", "The Assistants API is deprecated in favor of the Responses API"),
    "beta.threads.runs.list": ("1.83.0", "The Assistants API is deprecated in favor of the Responses API"),
    "beta.threads.runs.poll": ("1.83.0", "The Assistants API is deprecated in favor of the Responses API"),
    "beta.threads.runs.retrieve": ("1.83.0", "The Assistants API is deprecated in favor of the Responses API"),
    "beta.threads.runs.steps.list": ("1.83.0", "The Assistants API is deprecated in favor of the Responses API"),
    "beta.threads.runs.steps.retrieve": ("1.83.0", "The Assistants API is deprecated in favor of the Responses API"),
    "beta.threads.runs.stream": ("1.83.0", "The Assistants API is deprecated in favor of the Responses API"),
    "beta.threads.runs.submit_tool_outputs": ("1.83.0", "The Assistants API is deprecated in favor of the Responses API"),
    "beta.threads.runs.submit_tool_outputs_and_poll": ("1.83.0", "The Assistants API is deprecated in favor of the Responses API"),
    "beta.threads.runs.submit_tool_outputs_stream": ("1.83.0", "The Assistants API is deprecated in favor of the Responses API"),
    "beta.threads.runs.update": ("1.83.0", "The Assistants API is deprecated in favor of the Responses API"),
    "beta.threads.update": ("1.83.0", "The Assistants API is deprecated in favor of the Responses API"),
    "edits.create": ("1.0.0", "The Edits API is deprecated; please use Chat Completions instead."),
    "files.retrieve_content": ("1.2.1", "The `.content()` method should be used instead"),
    "fine_tuning.checkpoints.permissions.retrieve": ("2.25.0", "Retrieve is deprecated. Please swap to the paginated list method instead."),
    "images.create_variation": ("3.24.0", "deprecated"),
    "videos.create": ("3.1.0", "The Sora API is scheduled to permanently shut down on September 24, 2026."),
    "videos.create_and_poll": ("3.1.0", "The Sora API is scheduled to permanently shut down on September 24, 2026."),
    "videos.create_character": ("3.1.0", "The Sora API is scheduled to permanently shut down on September 24, 2026."),
    "videos.delete": ("3.1.0", "The Sora API is scheduled to permanently shut down on September 24, 2026."),
    "videos.download_content": ("3.1.0", "The Sora API is scheduled to permanently shut down on September 24, 2026."),
    "videos.edit": ("3.1.0", "The Sora API is scheduled to permanently shut down on September 24, 2026."),
    "videos.extend": ("3.1.0", "The Sora API is scheduled to permanently shut down on September 24, 2026."),
    "videos.get_character": ("3.1.0", "The Sora API is scheduled to permanently shut down on September 24, 2026."),
    "videos.list": ("3.1.0", "The Sora API is scheduled to permanently shut down on September 24, 2026."),
    "videos.poll": ("3.1.0", "The Sora API is scheduled to permanently shut down on September 24, 2026."),
    "videos.remix": ("3.1.0", "The Sora API is scheduled to permanently shut down on September 24, 2026."),
    "videos.retrieve": ("3.1.0", "The Sora API is scheduled to permanently shut down on September 24, 2026."),
}
