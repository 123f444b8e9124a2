"""Texts in the shape of keys, made at run time: none of them is one, and none stands in a file."""

from __future__ import annotations

import random
import string

_LETTERS = string.ascii_letters + string.digits
_NUMBERS = random.Random(14)


def _some(count: int, of: str = _LETTERS) -> str:
    return "".join(_NUMBERS.choice(of) for _ in range(count))


_ANCHOR = "T3Blbk" + "FJ"
_MARK = "JQQJ" + "99"

KEYS = {
    "legacy": f"sk-{_some(20)}{_ANCHOR}{_some(20)}",
    "project": f"sk-proj-{_some(74)}{_ANCHOR}{_some(74)}",
    "service": f"sk-svcacct-{_some(58)}{_ANCHOR}{_some(58)}",
    "azure": f"{_some(52)}{_MARK}{_some(1)}B{_some(16)}AC" + f"OG{_some(4)}",
    "storage": f"{_some(52)}{_MARK}{_some(1)}B{_some(16)}AS" + f"tE{_some(4)}",
    "hex": _some(32, "0123456789abcdef"),
    "zeros": "0" * 32,
    "fake": f"sk-{'x' * 20}{_ANCHOR}{'x' * 20}",
    "counted": f"sk-1234567890abcdefghij{_ANCHOR}1234567890abcdefghij",
    "anthropic": f"sk-ant-api03-{_some(86)}AA",
    "openrouter": f"sk-or-v1-{_some(64, '0123456789abcdef')}",
}
"""What a case of the exam writes in braces → the text that stands for it."""
