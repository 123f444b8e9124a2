"""Literals that rules look for wherever they go: names of models that have an end, keys, the service's address."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..sdk.keys import ANCHORS, AZURE_OLD
from ..sdk.parameters import PARAMETERS, REFUSING
from ..sdk.retirements import BEGINNINGS, ENDS, TUNED
from ..sdk.services import HOSTS, PROMPTS, SERVICES

USES = ("import openai", "from openai", "api.openai.com")
"""A file without any of these asks no model."""
NAMES = re.compile(rf"""["']((?:{BEGINNINGS})[\w.:-]*)["']""")
MODELS = REFUSING.union(ENDS)
ROUTES = tuple(route for service in (*SERVICES, PROMPTS) for route in service.routes)
KEYS = tuple(f"{quote}{row.name}{quote}" for row in PARAMETERS for quote in "\"'")
"""Parameters that end, as they are written in the body of a request."""
DIGEST = 32
"""Characters of a key of Azure's old kind."""


def is_watched(text: str) -> bool:
    """True if a text is the name of a model that rules know, or may be or hold a key."""
    if text in MODELS or text.startswith(TUNED):
        return True
    if len(text) < DIGEST:
        return False
    if len(text) == DIGEST:
        return re.fullmatch(AZURE_OLD, text) is not None
    return any(anchor in text for anchor in ANCHORS)


def is_address(text: str) -> bool:
    """True if a text is an address of OpenAI's own service."""
    return any(host in text for host in HOSTS)


def asks_by_hand(text: str) -> bool:
    """True if a file may send what ends to the service, without the SDK: addresses in it matter then."""
    return is_address(text) and (any(f"/{route}" in text for route in ROUTES) or any(key in text for key in KEYS))


def watched_in(text: str) -> Iterator[int]:
    """Where such a literal stands in the text of a file, as far as its quotes tell."""
    if any(use in text for use in USES):
        for found in NAMES.finditer(text):
            if is_watched(found[1]):
                yield found.start()
    for anchor in ANCHORS:
        at = text.find(anchor)
        while at >= 0:
            yield at
            at = text.find(anchor, at + 1)
