"""Variables that a project sets outside of Python: in ``.env`` files, for containers, in CI, in shell scripts.

0.x read some of them itself, today's SDK reads others. Which they are is told by the text alone, line by line; nothing
is run, and what a line really comes to is not asked.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from fnmatch import fnmatchcase
from typing import NamedTuple

from ..sdk.settings import OUTSIDE, TAKEN_FOR_AZURE

NAMES = OUTSIDE.keys() | TAKEN_FOR_AZURE.keys()

# fmt: off
FILES = (
    ".env*", "*.env", ".flaskenv",
    "dockerfile*", "*.dockerfile", "containerfile*", "*.yml", "*.yaml", "jenkinsfile*",
    "*.sh", "*.bash", "*.zsh", "*.bat", "*.cmd", "*.ps1", "makefile", "justfile", "procfile",
    "tox.ini", "pytest.ini", "setup.cfg", "pyproject.toml", "devcontainer.json", "launch.json", "local.settings.json",
)
# fmt: on
"""Names of files, in small letters, in which variables are set: compose and CI are YAML."""
NAME = re.compile(rf"(?<![\w$.\-])(?<!\$\{{)(?:{'|'.join(sorted(NAMES))})(?![\w\-])")
FAR = 300
"""Characters of a line that are looked at before a name and behind it."""
ASSIGNED = re.compile(r"""["']?[ \t]*(?:[:?+]?=(?!=)|:(?![:=\w-]))[ \t]*(?P<value>.*)$""")
"""What stands behind the name of a variable that is given a value: ``NAME=x``, ``NAME: x``, ``"NAME": "x"``."""
HANDED_ON = re.compile(r"""(?:^|[ \t])(?:-[ \t]+|-e[ \t]+|--env[ \t]+|export[ \t]+|-?[ \t]*name:[ \t]*)["']?$""")
"""What stands before one that is handed on from outside, or whose value stands elsewhere."""
AS_WORDS = re.compile(r"(?i)^[ \t]*(?:ENV|setx|setenv|%env|%set_env)[ \t]+(?:\S+=\S+[ \t]+)*$")
"""What stands before one whose value is the next word."""
COMMENT = re.compile(r"^[ \t]*(?:#|//|;|::|(?i:rem)[ \t])|[ \t]#")


class Variable(NamedTuple):
    """A variable of the environment, where a file of the project sets it."""

    path: str
    line: int
    """From 1."""
    name: str
    value: str
    """As it is written, without quotes; empty where that does not show."""
    scope: str = ""
    """The folder below which programs may see it; empty for all of them."""


def may_set(name: str) -> bool:
    """True if a file, by its name, is one in which variables are set."""
    name = name.lower()
    return any(fnmatchcase(name, pattern) for pattern in FILES)


def variables_in(path: str, data: bytes) -> Iterator[Variable]:
    """Yield the variables that a file sets and that decide where requests go, in order; `path` says where they are."""
    if b"OPENAI_" not in data:
        return
    text = data.decode("utf-8", "replace").replace("\r\n", "\n").replace("\r", "\n")
    line, at = 1, 0
    for found in NAME.finditer(text):
        start, end = found.span()
        line, at = line + text.count("\n", at, start), start
        before = text[max(start - FAR, text.rfind("\n", 0, start) + 1) : start]
        after = text[end : end + FAR].partition("\n")[0]
        value = None if COMMENT.search(before) else _value(before, after)
        if value is not None:
            yield Variable(path, line, found[0], value)


def _value(before: str, after: str) -> str | None:
    """The value that a line gives a variable; None where it gives none, but reads it."""
    if AS_WORDS.search(before) and after[:1] in (" ", "\t"):
        return _bare(after)
    assigned = ASSIGNED.match(after)
    if assigned is not None:
        return _bare(assigned["value"])
    if HANDED_ON.search(before) and not after.strip(" \t\"',"):
        return ""
    return None


def _bare(value: str) -> str:
    """A value without the quotes around it, and without what stands behind it."""
    value = value.strip().rstrip(",;").strip()
    if value[:1] in ("'", '"') and value[0] in value[1:]:
        return value[1 : value.index(value[0], 1)]
    return re.split(r"[ \t]#|\s", value, maxsplit=1)[0]
