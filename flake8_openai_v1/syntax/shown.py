"""Names of files and texts of the program, made fit to be shown. Every face that shows one asks here.

What stands in a file was written by anybody: a line end would begin a line of its own, an escape sequence would drive
the terminal, ``::error::`` the service that runs the checks. And a key that stands in a program belongs in no log.
"""

from __future__ import annotations

import re
from functools import lru_cache

from ..sdk.keys import ANCHORS

MASK = "***"
"""What stands in the place of a secret."""
MOST = 400
"""Characters of a text that are shown. Messages of ours that quote what is usual have at most 250."""

CONTROL = re.compile(
    "[\0-\x1f\x7f-\x9f\xad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ud800-\udfff"
    "\U000e0000-\U000e0fff]"
)
"""What ends a line, drives a terminal, turns the direction of writing, cannot be seen, or cannot be encoded."""
COMMAND = re.compile(r"^(\s*):(?=:)|##(?=\w*\[)")
"""What GitHub (at the beginning of a line) and Azure Pipelines (anywhere) take for a command."""

USER = re.compile(r"(?<=://)[^\s/?#\"'@]*@(?:[^\s/?#\"'@]*@)*")
"""A user and a password before the host of an address."""
QUERY = re.compile(r"(?<=[?&;])((?!(?:api-version|utm_\w+)=)[\w.\-\[\]%]+=)[^\s&;#\"'`,)]+")
"""A parameter of an address. The version of an interface is none that anybody hides."""
KEY = re.compile(
    rf"""(?x)
    (?<![\w-])[\w-]*(?:{"|".join(ANCHORS)})[\w-]*={{0,2}}                           # the mark of OpenAI, or of Azure
    | \b(?:sk|pk|rk|sess|key|xai|glpat|pypi|xox[a-z])-(?=[\w-]*\d)[\w-]{{12,}}
    | \b(?:sk|pk|rk|gsk|hf|gh[a-z]|github_pat)_(?=\w*\d)(?=\w*[A-Z])\w{{20,}}
    | \b(?:AIza|AKIA|ASIA)(?=\w*\d)\w{{12,}}
    | \beyJ[\w-]{{8,}}(?:\.[\w-]+)*                                            # a token of three parts
    | \b(?=[0-9a-f]*\d)[0-9a-f]{{32,}}\b | \b(?=[0-9A-F]*\d)[0-9A-F]{{32,}}\b      # a key of Azure before 2024
    | (?<![\w+])(?=(?:\w*?\d){{4}})(?=\w*[a-z])(?=\w*[A-Z])\w{{36,}}={{0,2}}       # one of today
    | (?i:\bbearer\s+)(?=\S*\d)[\w.\-+/=]{{8,}}
    """
)
"""What has the shape of a key."""


def name(path: str) -> str:
    """Name of a file on one line: `path` with all escaped that is no plain character of a name."""
    return COMMAND.sub(_disarmed, CONTROL.sub(_escaped, path))


def text(message: str) -> str:
    """Text that may quote the program, on one line: secrets of `message` masked, its end left out where it is long."""
    masked = _masked(message[: 2 * MOST])
    if len(masked) > MOST or len(message) > 2 * MOST:
        masked = masked[: MOST - 4] + " ..."
    return name(masked)


def code(expression: str | None) -> str | None:
    """Code to write instead, None where it would show a secret."""
    return expression if expression is None or _masked(expression[:MOST]) == expression[:MOST] else None


def masked(line: str) -> str:
    """Line of a program with a star for each character of a secret, so that all others stay in their columns."""
    line = USER.sub(_starred, line)
    line = QUERY.sub(lambda found: found[1] + "*" * (len(found[0]) - len(found[1])), line)
    return KEY.sub(_starred, line)


def as_json(value: object) -> str:
    """JSON of a value, all of it as it is, in characters that no terminal and no service obeys."""
    import json  # a run that finds nothing does without

    return json.dumps(value).replace("##", "#\\u0023")


def source_line(line: bytes) -> bytes:
    """Line of a file as people see it: what no editor would show is escaped, the end of the `line` is kept."""
    body = line.removesuffix(b"\n").removesuffix(b"\r")
    parts = body.decode("utf-8", "surrogateescape").split("\t")
    return "\t".join(CONTROL.sub(_escaped, part) for part in parts).encode() + line[len(body) :]


def holds_key(source: str) -> bool:
    """True if a text has a key in it, or a password."""
    return _masked(source) != source


@lru_cache(maxsize=1024)  # the same is said in many places of a file, and again after each edit
def _masked(message: str) -> str:
    message = USER.sub(f"{MASK}@", message)
    message = QUERY.sub(rf"\1{MASK}", message)
    return KEY.sub(MASK, message)


def _starred(found: re.Match[str]) -> str:
    return "*" * len(found[0])


def _escaped(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode()


def _disarmed(found: re.Match[str]) -> str:
    return f"{found[1] or ''}\\x3a" if found[0].endswith(":") else "#\\x23"
