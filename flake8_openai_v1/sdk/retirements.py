"""Models of OpenAI's own service that have an announced end. One row a line, in the order of their days.

A message says what the service recommended, and as of which day: successors change within weeks, days of ends hardly do.
What is past is past as of ``AS_OF``: the clock of a machine is never asked.

``tests/sdk/test_retirements.py`` holds the days against the documentation in the types of the newest release.
"""

# ruff: noqa: E501
# fmt: off

from __future__ import annotations

from typing import NamedTuple

AS_OF = "2026-11-30"
"""The day the rows were last checked."""


class Source(NamedTuple):
    """Where a fact comes from."""

    text: str
    day: str
    """As of when it names the successor."""


PAGE = Source("https://developers.openai.com/api/docs/deprecations (copy with entries up to 2026-08-26)", "2026-08-26")
NEWER = Source("the same page in its new form (copy read on 2026-11-30, its first rows)", "2026-11-30")
TRANSLATED = Source("https://www.w3cschool.cn/openai_api/openai_api-docs-deprecations.html (entries up to 2026-11-05)", "2026-11-05")
CATALOGUES = Source("llm-sunset 0.3.1 and depdesk 0.3.0 on the package index (secondary; last observed 2026-10-02)", "2026-10-02")
WHEEL = Source("documentation of the types in the wheel of openai 3.57.0", "2026-11-19")


class End(NamedTuple):
    """The end of a model."""

    day: str
    use: tuple[str, ...]
    """What the service recommended: one of these. A successor may have ended since, and has a row then."""
    source: Source
    note: str = ""
    """A clause that follows the successor, or stands for it."""


PRO = 'with reasoning={"mode": "pro"}'
SPEECH = "of the Realtime API, nothing takes its place in audio.speech.create"
CYBER = "the most capable cyber model that you have access to"
SORA = "the whole Videos API ended"

ENDS: dict[str, End] = {
    "code-cushman-001": End("2023-03-23", ("gpt-4o",), PAGE),
    "code-cushman-002": End("2023-03-23", ("gpt-4o",), PAGE),
    "code-davinci-001": End("2023-03-23", ("gpt-4o",), PAGE),
    "ada": End("2024-01-04", ("babbage-002",), PAGE),
    "babbage": End("2024-01-04", ("babbage-002",), PAGE),
    "code-davinci-002": End("2024-01-04", ("gpt-3.5-turbo-instruct",), PAGE),
    "code-davinci-edit-001": End("2024-01-04", ("gpt-4o",), PAGE),
    "code-search-ada-code-001": End("2024-01-04", ("text-embedding-3-small",), PAGE),
    "code-search-ada-text-001": End("2024-01-04", ("text-embedding-3-small",), PAGE),
    "code-search-babbage-code-001": End("2024-01-04", ("text-embedding-3-small",), PAGE),
    "code-search-babbage-text-001": End("2024-01-04", ("text-embedding-3-small",), PAGE),
    "curie": End("2024-01-04", ("davinci-002",), PAGE),
    "davinci": End("2024-01-04", ("davinci-002",), PAGE),
    "text-ada-001": End("2024-01-04", ("gpt-3.5-turbo-instruct",), PAGE),
    "text-babbage-001": End("2024-01-04", ("gpt-3.5-turbo-instruct",), PAGE),
    "text-curie-001": End("2024-01-04", ("gpt-3.5-turbo-instruct",), PAGE),
    "text-davinci-001": End("2024-01-04", ("gpt-3.5-turbo-instruct",), PAGE),
    "text-davinci-002": End("2024-01-04", ("gpt-3.5-turbo-instruct",), PAGE),
    "text-davinci-003": End("2024-01-04", ("gpt-3.5-turbo-instruct",), PAGE),
    "text-davinci-edit-001": End("2024-01-04", ("gpt-4o",), PAGE),
    "text-search-ada-doc-001": End("2024-01-04", ("text-embedding-3-small",), PAGE),
    "text-search-ada-query-001": End("2024-01-04", ("text-embedding-3-small",), PAGE),
    "text-search-babbage-doc-001": End("2024-01-04", ("text-embedding-3-small",), PAGE),
    "text-search-babbage-query-001": End("2024-01-04", ("text-embedding-3-small",), PAGE),
    "text-search-curie-doc-001": End("2024-01-04", ("text-embedding-3-small",), PAGE),
    "text-search-curie-query-001": End("2024-01-04", ("text-embedding-3-small",), PAGE),
    "text-search-davinci-doc-001": End("2024-01-04", ("text-embedding-3-small",), PAGE),
    "text-search-davinci-query-001": End("2024-01-04", ("text-embedding-3-small",), PAGE),
    "text-similarity-ada-001": End("2024-01-04", ("text-embedding-3-small",), PAGE),
    "text-similarity-babbage-001": End("2024-01-04", ("text-embedding-3-small",), PAGE),
    "text-similarity-curie-001": End("2024-01-04", ("text-embedding-3-small",), PAGE),
    "text-similarity-davinci-001": End("2024-01-04", ("text-embedding-3-small",), PAGE),
    "gpt-3.5-turbo-0301": End("2024-09-13", ("gpt-3.5-turbo",), PAGE),
    "gpt-3.5-turbo-0613": End("2024-09-13", ("gpt-3.5-turbo",), PAGE),
    "gpt-3.5-turbo-16k": End("2024-09-13", ("gpt-3.5-turbo",), PAGE),
    "gpt-3.5-turbo-16k-0613": End("2024-09-13", ("gpt-3.5-turbo",), PAGE),
    "gpt-4-1106-vision-preview": End("2024-12-06", ("gpt-4o",), PAGE),
    "gpt-4-vision-preview": End("2024-12-06", ("gpt-4o",), PAGE),
    "gpt-4-32k": End("2025-06-06", ("gpt-4o",), PAGE),
    "gpt-4-32k-0314": End("2025-06-06", ("gpt-4o",), PAGE),
    "gpt-4-32k-0613": End("2025-06-06", ("gpt-4o",), PAGE),
    "gpt-4.5-preview": End("2025-07-14", ("gpt-4.1",), PAGE),
    "gpt-4.5-preview-2025-02-27": End("2025-07-14", ("gpt-4.1",), PAGE),
    "o1-preview": End("2025-07-28", ("o3",), PAGE),
    "o1-preview-2024-09-12": End("2025-07-28", ("o3",), PAGE),
    "gpt-4o-audio-preview-2024-10-01": End("2025-10-10", ("gpt-audio-1.5",), PAGE),
    "gpt-4o-realtime-preview-2024-10-01": End("2025-10-10", ("gpt-realtime-1.5",), PAGE),
    "o1-mini": End("2025-10-27", ("o4-mini",), PAGE),
    "o1-mini-2024-09-12": End("2025-10-27", ("o4-mini",), PAGE),
    "text-moderation-007": End("2025-10-27", ("omni-moderation-latest",), PAGE),
    "text-moderation-latest": End("2025-10-27", ("omni-moderation-latest",), PAGE),
    "text-moderation-stable": End("2025-10-27", ("omni-moderation-latest",), PAGE),
    "codex-mini-latest": End("2026-02-12", (), PAGE),
    "chatgpt-4o-latest": End("2026-02-17", ("gpt-5.1-chat-latest",), PAGE),
    "gpt-4-0125-preview": End("2026-03-26", ("gpt-5", "gpt-4.1"), PAGE),
    "gpt-4-0314": End("2026-03-26", ("gpt-5", "gpt-4.1"), PAGE),
    "gpt-4-turbo-preview": End("2026-03-26", ("gpt-5", "gpt-4.1"), PAGE),
    "gpt-4-turbo-preview-completions": End("2026-03-26", ("gpt-5", "gpt-4.1"), PAGE),
    "gpt-4o-audio-preview": End("2026-05-07", ("gpt-audio-1.5",), PAGE),
    "gpt-4o-audio-preview-2024-12-17": End("2026-05-07", ("gpt-audio-1.5",), PAGE),
    "gpt-4o-audio-preview-2025-06-03": End("2026-05-07", ("gpt-audio-1.5",), PAGE),
    "gpt-4o-mini-audio-preview": End("2026-05-07", ("gpt-audio-mini",), PAGE),
    "gpt-4o-mini-audio-preview-2024-12-17": End("2026-05-07", ("gpt-audio-mini",), PAGE),
    "gpt-4o-mini-realtime-preview": End("2026-05-07", ("gpt-realtime-mini",), PAGE),
    "gpt-4o-mini-realtime-preview-2024-12-17": End("2026-05-07", ("gpt-realtime-mini",), PAGE),
    "gpt-4o-realtime-preview": End("2026-05-07", ("gpt-realtime-1.5",), PAGE),
    "gpt-4o-realtime-preview-2024-12-17": End("2026-05-07", ("gpt-realtime-1.5",), PAGE),
    "gpt-4o-realtime-preview-2025-06-03": End("2026-05-07", ("gpt-realtime-1.5",), PAGE),
    "dall-e-2": End("2026-05-12", ("gpt-image-2",), PAGE),
    "dall-e-3": End("2026-05-12", ("gpt-image-2",), PAGE),
    "computer-use-preview": End("2026-07-23", ("gpt-5.6-terra",), PAGE),
    "computer-use-preview-2025-03-11": End("2026-07-23", ("gpt-5.6-terra",), PAGE),
    "gpt-4o-mini-search-preview": End("2026-07-23", ("gpt-5.6-terra",), PAGE),
    "gpt-4o-mini-search-preview-2025-03-11": End("2026-07-23", ("gpt-5.6-terra",), PAGE),
    "gpt-4o-search-preview": End("2026-07-23", ("gpt-5.6-terra",), PAGE),
    "gpt-4o-search-preview-2025-03-11": End("2026-07-23", ("gpt-5.6-terra",), PAGE),
    "gpt-5-chat-latest": End("2026-07-23", ("gpt-5.6-sol",), PAGE),
    "gpt-5-codex": End("2026-07-23", ("gpt-5.6-sol",), PAGE),
    "gpt-5.1-chat-latest": End("2026-07-23", ("gpt-5.6-sol",), PAGE),
    "gpt-5.1-codex": End("2026-07-23", ("gpt-5.6-sol",), PAGE),
    "gpt-5.1-codex-max": End("2026-07-23", ("gpt-5.6-sol",), PAGE),
    "gpt-5.1-codex-mini": End("2026-07-23", ("gpt-5.6-terra",), PAGE),
    "gpt-5.2-codex": End("2026-07-23", ("gpt-5.6-sol",), PAGE),
    "gpt-audio-mini-2025-10-06": End("2026-07-23", ("gpt-audio-1.5",), PAGE),
    "gpt-realtime-mini-2025-10-06": End("2026-07-23", ("gpt-realtime-2.1-mini",), PAGE),
    "o3-deep-research": End("2026-07-23", ("gpt-5.6-sol",), PAGE),
    "o3-deep-research-2025-06-26": End("2026-07-23", ("gpt-5.6-sol",), PAGE),
    "o4-mini-deep-research": End("2026-07-23", ("gpt-5.6-sol",), PAGE),
    "o4-mini-deep-research-2025-06-26": End("2026-07-23", ("gpt-5.6-sol",), PAGE),
    "gpt-5.2-chat-latest": End("2026-08-10", ("gpt-5.6-sol",), PAGE),
    "gpt-5.3-chat-latest": End("2026-08-10", ("gpt-5.6-sol",), PAGE),
    "sora-2": End("2026-09-24", (), PAGE, SORA),
    "sora-2-2025-10-06": End("2026-09-24", (), PAGE, SORA),
    "sora-2-2025-12-08": End("2026-09-24", (), PAGE, SORA),
    "sora-2-pro": End("2026-09-24", (), PAGE, SORA),
    "sora-2-pro-2025-10-06": End("2026-09-24", (), PAGE, SORA),
    "babbage-002": End("2026-09-28", ("gpt-5.6-terra",), PAGE),
    "davinci-002": End("2026-09-28", ("gpt-5.6-terra",), PAGE),
    "gpt-3.5-turbo-1106": End("2026-09-28", ("gpt-5.6-terra",), PAGE),
    "gpt-3.5-turbo-instruct": End("2026-09-28", ("gpt-5.6-terra",), PAGE),
    "gpt-5.4-cyber": End("2026-10-01", ("gpt-5.6-cyber",), CATALOGUES),
    "gpt-3.5-turbo": End("2026-10-23", ("gpt-5.6-terra",), PAGE),
    "gpt-3.5-turbo-0125": End("2026-10-23", ("gpt-5.6-terra",), PAGE),
    "gpt-3.5-turbo-completions": End("2026-10-23", ("gpt-5.6-terra",), PAGE),
    "gpt-4": End("2026-10-23", ("gpt-5.6-sol",), PAGE),
    "gpt-4-0613": End("2026-10-23", ("gpt-5.6-sol",), PAGE),
    "gpt-4-0613-completions": End("2026-10-23", ("gpt-5.6-sol",), PAGE),
    "gpt-4-1106-preview": End("2026-10-23", ("gpt-5.6-sol",), PAGE),
    "gpt-4-completions": End("2026-10-23", ("gpt-5.6-sol",), PAGE),
    "gpt-4-turbo": End("2026-10-23", ("gpt-5.6-sol",), PAGE),
    "gpt-4-turbo-2024-04-09": End("2026-10-23", ("gpt-5.6-sol",), PAGE),
    "gpt-4-turbo-completions": End("2026-10-23", ("gpt-5.6-sol",), PAGE),
    "gpt-4.1-nano": End("2026-10-23", ("gpt-5.6-luna",), PAGE),
    "gpt-4.1-nano-2025-04-14": End("2026-10-23", ("gpt-5.6-luna",), PAGE),
    "gpt-4o-2024-05-13": End("2026-10-23", ("gpt-5.6-sol",), PAGE),
    "gpt-image-1": End("2026-10-23", ("gpt-image-2.5-sunburst", "gpt-image-2.5-flare"), WHEEL),
    "o1": End("2026-10-23", ("gpt-5.6-sol",), PAGE),
    "o1-2024-12-17": End("2026-10-23", ("gpt-5.6-sol",), PAGE),
    "o1-pro": End("2026-10-23", ("gpt-5.6-sol",), PAGE, PRO),
    "o1-pro-2025-03-19": End("2026-10-23", ("gpt-5.6-sol",), PAGE, PRO),
    "o3-mini": End("2026-10-23", ("gpt-5.6-sol",), PAGE),
    "o3-mini-2025-01-31": End("2026-10-23", ("gpt-5.6-sol",), PAGE),
    "o4-mini": End("2026-10-23", ("gpt-5.6-terra",), PAGE),
    "o4-mini-2025-04-16": End("2026-10-23", ("gpt-5.6-terra",), PAGE),
    "chatgpt-image-latest": End("2026-12-01", ("gpt-image-2.6-sunburst", "gpt-image-2.6-flare"), NEWER),
    "gpt-image-1-mini": End("2026-12-01", ("gpt-image-2.6-sunburst", "gpt-image-2.6-flare"), NEWER),
    "gpt-image-1.5": End("2026-12-01", ("gpt-image-2.6-sunburst", "gpt-image-2.6-flare"), NEWER),
    "gpt-image-1.5-2025-12-16": End("2026-12-01", ("gpt-image-2.6-sunburst", "gpt-image-2.6-flare"), NEWER),
    "gpt-5": End("2026-12-11", ("gpt-6.1-sol",), NEWER),
    "gpt-5-2025-08-07": End("2026-12-11", ("gpt-6.1-sol",), NEWER),
    "gpt-5-mini": End("2026-12-11", ("gpt-6.1-terra",), NEWER),
    "gpt-5-mini-2025-08-07": End("2026-12-11", ("gpt-6.1-terra",), NEWER),
    "gpt-5-nano": End("2026-12-11", ("gpt-5.6-luna",), PAGE),
    "gpt-5-nano-2025-08-07": End("2026-12-11", ("gpt-5.6-luna",), PAGE),
    "gpt-5-pro": End("2026-12-11", ("gpt-5.6-sol",), PAGE, PRO),
    "gpt-5-pro-2025-10-06": End("2026-12-11", ("gpt-5.6-sol",), PAGE, PRO),
    "o3": End("2026-12-11", ("gpt-5.6-sol",), PAGE),
    "o3-2025-04-16": End("2026-12-11", ("gpt-5.6-sol",), PAGE),
    "o3-pro": End("2026-12-11", ("gpt-5.6-sol",), PAGE, PRO),
    "o3-pro-2025-06-10": End("2026-12-11", ("gpt-5.6-sol",), PAGE, PRO),
    "gpt-4o-mini-tts": End("2027-01-06", ("gpt-realtime-2.1-mini",), CATALOGUES, SPEECH),
    "gpt-4o-mini-tts-2025-03-20": End("2027-01-06", ("gpt-realtime-2.1-mini",), CATALOGUES, SPEECH),
    "gpt-4o-mini-tts-2025-12-15": End("2027-01-06", ("gpt-realtime-2.1-mini",), CATALOGUES, SPEECH),
    "tts-1": End("2027-01-06", ("gpt-realtime-2.1-mini",), CATALOGUES, SPEECH),
    "tts-1-hd": End("2027-01-06", ("gpt-realtime-2.1-mini",), CATALOGUES, SPEECH),
    "gpt-4.1": End("2027-01-14", ("gpt-6-luna",), TRANSLATED),
    "gpt-4.1-2025-04-14": End("2027-01-14", ("gpt-6-luna",), TRANSLATED),
    "gpt-4.1-mini": End("2027-01-14", ("gpt-6-luna",), TRANSLATED),
    "gpt-4.1-mini-2025-04-14": End("2027-01-14", ("gpt-6-luna",), TRANSLATED),
    "gpt-4o": End("2027-01-14", ("gpt-6-luna",), TRANSLATED),
    "gpt-4o-2024-08-06": End("2027-01-14", ("gpt-6-luna",), TRANSLATED),
    "gpt-4o-2024-11-20": End("2027-01-14", ("gpt-6-luna",), TRANSLATED),
    "gpt-4o-mini": End("2027-01-14", ("gpt-6-luna",), TRANSLATED),
    "gpt-4o-mini-2024-07-18": End("2027-01-14", ("gpt-6-luna",), TRANSLATED),
    "gpt-4o-audio": End("2027-01-20", ("gpt-audio-1.5",), PAGE),
    "gpt-4o-mini-audio": End("2027-01-20", ("gpt-audio-1.5",), PAGE),
    "gpt-4o-mini-realtime": End("2027-01-20", ("gpt-realtime-2.1-mini",), PAGE),
    "gpt-4o-mini-transcribe-2025-03-20": End("2027-01-20", ("gpt-4o-mini-transcribe-2025-12-15",), PAGE),
    "gpt-4o-realtime": End("2027-01-20", ("gpt-realtime-2.1",), PAGE),
    "gpt-audio": End("2027-01-20", ("gpt-audio-1.5",), PAGE),
    "gpt-audio-mini": End("2027-01-20", ("gpt-audio-1.5",), PAGE),
    "gpt-audio-mini-2025-12-15": End("2027-01-20", ("gpt-audio-1.5",), PAGE),
    "gpt-realtime": End("2027-01-20", ("gpt-realtime-2.1",), PAGE),
    "gpt-realtime-2025-08-28": End("2027-01-20", ("gpt-realtime-2.1",), PAGE),
    "gpt-realtime-mini": End("2027-01-20", ("gpt-realtime-2.1-mini",), PAGE),
    "gpt-realtime-mini-2025-12-15": End("2027-01-20", ("gpt-realtime-2.1-mini",), PAGE),
    "gpt-5.5-cyber-preview": End("2027-02-01", (), TRANSLATED, CYBER),
    "gpt-4o-mini-transcribe": End("2027-02-26", ("gpt-transcribe", "gpt-live-transcribe"), PAGE),
    "gpt-4o-mini-transcribe-2025-12-15": End("2027-02-26", ("gpt-transcribe", "gpt-live-transcribe"), PAGE),
    "gpt-4o-transcribe": End("2027-02-26", ("gpt-transcribe", "gpt-live-transcribe"), PAGE),
    "gpt-4o-transcribe-diarize": End("2027-02-26", ("gpt-transcribe", "gpt-live-transcribe"), PAGE),
    "whisper-1": End("2027-02-26", ("gpt-transcribe", "gpt-live-transcribe"), PAGE),
    "gpt-5.1": End("2027-04-01", ("gpt-6-sol",), CATALOGUES),
    "gpt-5.1-2025-11-13": End("2027-04-01", ("gpt-6-sol",), CATALOGUES),
    "gpt-5.3-codex": End("2027-04-01", ("gpt-6-sol",), CATALOGUES),
    "gpt-5.4-nano": End("2027-04-01", ("gpt-6-luna",), CATALOGUES),
    "gpt-5.4-nano-2026-03-17": End("2027-04-01", ("gpt-6-luna",), CATALOGUES),
}

FINE_TUNED: dict[str, End] = {
    "gpt-3.5-turbo": End("2026-10-23", ("gpt-5.6-terra",), PAGE),
    "babbage-002": End("2026-10-23", ("gpt-5.6-terra",), PAGE),
    "davinci-002": End("2026-10-23", ("gpt-5.6-terra",), PAGE),
    "o4-mini-2025-04-16": End("2026-10-23", ("gpt-5.6-terra",), PAGE),
    "gpt-4": End("2026-10-23", ("gpt-5.6-sol",), PAGE),
    "gpt-4.1-nano-2025-04-14": End("2026-10-23", ("gpt-5.6-luna",), PAGE),
    "gpt-4o-2024-08-06": End("2027-01-14", ("gpt-6-luna",), TRANSLATED),
    "gpt-4o-mini-2024-07-18": End("2027-01-14", ("gpt-6-luna",), TRANSLATED),
    "gpt-4.1-2025-04-14": End("2027-01-14", ("gpt-6-luna",), TRANSLATED),
    "gpt-4.1-mini-2025-04-14": End("2027-01-14", ("gpt-6-luna",), TRANSLATED),
}
"""Models that were tuned (``ft:gpt-3.5-turbo-0125:acme::id``), by the model that they were made of, or the beginning of its name
up to a dash."""

TUNED = "ft:"
"""How the name of a model begins that was tuned."""

BEGINNINGS = r"gpt-|chatgpt-|o[134]|text-|code-|da(?:vinci|ll-e)|curie|babbage|ada|whisper|tts|sora|comp|codex|ft:"
"""A pattern for the beginnings of all these names, and of those in ``parameters.REFUSING``."""
