"""The shapes of keys: parts that no other text has by chance, and what stands around them.

None of these patterns matches itself, and no key stands in this repository.
"""

# ruff: noqa: E501
# fmt: off

from __future__ import annotations

AS_OF = "2026-11-21"
"""The day the shapes were last compared with their sources."""

SOURCE = "the default rules of gitleaks (OpenAI); Microsoft's IdentifiableSecrets, and keys of Azure AI seen in public code (Azure)"

ANCHORS: tuple[str, ...] = ("T3BlbkFJ", "JQQJ99")
"""One of these stands in each key of these shapes: "OpenAI" in base64, and Microsoft's mark."""

OPENAI = r"sk-(?:(?:proj|svcacct|admin|service|None)-[\w-]{20,74}T3BlbkFJ[\w-]{20,74}|[A-Za-z0-9]{20}T3BlbkFJ[A-Za-z0-9]{20})"
"""Keys of OpenAI. ``sk-ant-`` is Anthropic's, ``sk-or-v1-`` OpenRouter's, ``sk-`` with 32 digits DeepSeek's: none has the anchor."""

AZURE = r"[A-Za-z0-9]{52}JQQJ99[A-Za-z0-9][A-L][A-Za-z0-9]{16}ACOG[A-Za-z0-9]{4}(?:[A-Za-z0-9]{2}==)?"
"""Keys of Azure AI, with the mark of Cognitive Services (``ACOG``). Those of Azure's other services have another one."""

AZURE_OLD = r"[0-9a-f]{32}"
"""Keys of Azure AI before 2024. So many other things look so that only the place tells a key.

Source: Microsoft Purview's definition of a 128-bit key of Azure Cognitive Services."""

AROUND = r"[\w=-]"
"""What stands beside a key is none of these."""
