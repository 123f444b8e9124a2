"""What methods of openai 0.28.1 did beside their request, which today's do otherwise.

``tests/fix/test_facts.py`` holds them against ``names.METHODS`` and real releases.
"""

from __future__ import annotations

# Methods whose successor is only the nearest one -> why.
DOUBTFUL: dict[str, str] = {
    "openai.Engine.list": "engines became models: another address is asked",
    "openai.Engine.retrieve": "engines became models: another address is asked",
}

# Methods that returned the bytes of what their successor returns as an object.
BYTES: frozenset[str] = frozenset({"openai.File.download"})

# Methods whose ``timeout`` never limited a request.
BUDGETS: frozenset[str] = frozenset(
    {"openai.ChatCompletion.create", "openai.Completion.create", "openai.Embedding.create"}
)

# Methods that take the name of a file beside it.
RAW: frozenset[str] = frozenset({"openai.Audio.transcribe_raw", "openai.Audio.translate_raw"})

# Methods that send files, which today must be opened in binary mode.
UPLOADS: frozenset[str] = frozenset(
    {"openai.Audio.transcribe", "openai.Audio.translate", "openai.File.create", "openai.Image.create_edit"}
    | {"openai.Image.create_variation"}
)
