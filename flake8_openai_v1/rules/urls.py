"""Addresses as a file shows them: whole, or put together of parts of which some are unknown."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..sdk.azure import HOSTS
from ..semantics.texts import parts_of
from ..semantics.values import Value

HOLE = "\0"
"""Stands for a part that the file does not show."""

URL = re.compile(r"(?:([A-Za-z][\w+.-]*)://)?([^/?#]*)([^?#]*)(\?[^#]*)?(?:#.*)?", re.DOTALL)
"""Scheme, host, path, query. It matches any text."""
HOSTNAME = re.compile(rf"[\w{HOLE}-]+(\.[\w{HOLE}-]+)+(:\d+)?")
V1 = re.compile(r"/openai/v1(/|$)")
PLACEHOLDER = re.compile(r"(?i)[<>{}\[\]…]|\.\.\.|your|xxx")


class Url(NamedTuple):
    """An address; ``HOLE`` stands in it where it is unknown."""

    shown: str
    """For messages."""
    scheme: bool | None
    """Has it one? None: unknown."""
    host: str
    """In lower case, without the port; empty where it is unknown."""
    path: str
    query: str
    """With its question mark; empty where there is none."""

    @property
    def azure(self) -> bool:
        """Is it, for sure, a host of Azure OpenAI?"""
        return self.host.endswith(HOSTS)

    @property
    def ends(self) -> str:
        """The path, without a slash at its end."""
        return self.path.rstrip("/")


def url_of(value: Value) -> Url | None:
    """Take an address apart; None where nothing of it is known."""
    parts = parts_of(value)
    if not parts or not any(parts):
        return None
    shown = "".join("{...}" if part is None else part for part in parts)
    text = "".join(HOLE if part is None else part for part in parts).strip()
    scheme, host, path, query = URL.fullmatch(text).groups()  # type: ignore[union-attr]
    if scheme is not None:
        return Url(shown, True, _name(host), path, query or "")
    if not text.startswith(HOLE):
        return Url(shown, False, _name(host), path, query or "")
    if "." in host:
        return Url(shown, None, _name(host), path, query or "")
    # The unknown part is all up to here, with or without a slash at its end.
    return Url(shown, None, "", "/" + (host[1:] + path).lstrip("/"), query or "")


def _name(host: str) -> str:
    name = host.rpartition("@")[2].partition(":")[0].lower()
    return "" if name == HOLE else name


def is_placeholder(text: str) -> bool:
    """Is a text one that the reader is to replace (``<your endpoint>``)?"""
    return bool(PLACEHOLDER.search(text))
