"""What of a project holds today's SDK back, in files that say what is installed: `openai`, and what needs an old one.

``versions`` reads what is asked for, ``toml`` finds strings in TOML, ``commands`` words of `pip install`, ``files``
knows what each kind of file looks like. Nothing is executed, and a file that is not understood says nothing.
"""

from __future__ import annotations

import codecs
import os
import re
from collections.abc import Sequence
from typing import NamedTuple


class Pin(NamedTuple):
    """One place that asks for an older SDK, or for what needs one."""

    start: int
    """Where what changes begins in the text of its file, in characters."""
    end: int
    new: str
    """What to write there."""
    shown: str
    """What stands there, as a person would name it: ``openai==0.28.1``."""
    obstacle: str = ""
    """Why it cannot be raised by an edit, and what to do instead; empty where it can."""


class PinFile(NamedTuple):
    """A file that has pins."""

    path: str
    data: bytes
    text: str
    encoding: str
    pins: Sequence[Pin]

    def line(self, pin: Pin) -> int:
        """The line of a pin, from 1."""
        return self.text.count("\n", 0, pin.start) + 1

    def raised(self, pins: Sequence[Pin]) -> bytes:
        """The bytes of the file after some of its pins are raised."""
        text = self.text
        for pin in sorted(pins, reverse=True):
            text = text[: pin.start] + pin.new + text[pin.end :]
        return _encoded(text, self.encoding)


MARKS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))


def read_pins(path: str, data: bytes, target: int = 3) -> PinFile | None:
    """Find the pins of a file by its path and bytes; None where it has none, or is not understood.

    ``target`` is the major release that is asked for instead.
    """
    from .files import reader
    from .versions import NAMES

    found = reader(path)
    decoded = _decoded(data)
    if found is None or decoded is None or not re.search(NAMES, decoded[0], re.IGNORECASE):
        return None
    text, encoding = decoded
    pins = tuple(found(os.path.basename(path), text, target))
    return PinFile(path, data, text, encoding, pins) if pins else None


def _decoded(data: bytes) -> tuple[str, str] | None:
    """The text of a file and its encoding, where the one can be made of the other again."""
    encoding = next((name for mark, name in MARKS if data.startswith(mark)), "utf-8")
    for one in (encoding, "latin-1"):
        try:
            text = data.decode(one)
            if _encoded(text, one) == data:
                return text, one
        except UnicodeError:
            continue
    return None


def _encoded(text: str, encoding: str) -> bytes:
    return text.encode(encoding)
