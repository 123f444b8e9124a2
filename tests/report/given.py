"""Findings for the formats to show, and hostile ones."""

from __future__ import annotations

from flake8_openai_v1.fix.causes import Cause, Code
from flake8_openai_v1.report import Failure, Found, Run, renderer
from flake8_openai_v1.syntax.diagnostics import Diagnostic


def causes(*reasons):
    """A cause for each of some reasons."""
    return [Cause(Code.FORM, reason) for reason in reasons]


ONE = Diagnostic(2, 0, 2, 28, "OAI102", "x was removed; use y", "y")
TWO = Diagnostic(3, 4, 5, 1, "OAI106", "50% of it, a: b", None)
SOON = Diagnostic(4, 0, 4, 3, "OAI302", "a deployment", None)
OPINION = Diagnostic(5, 0, 5, 3, "OAI902", "v1 would do", None)
IN_CELL = ONE._replace(cell=3)
FILES = [Found("./a b,c.py", [ONE, TWO]), Found("d:e.py", [ONE])]
LEFT = [Found("a.py", [ONE, TWO], causes("x: y", "50% of it"))]
FAILURES = [Failure("gone.py", "cannot read: no such file"), Failure("nb.ipynb", "cannot parse: x (line 1)", 2)]

HOSTILE = [
    "a::b,c%0A\r\n::error file=x::y",
    "</script><script>alert(1)</script>",
    "|x|`y`|[z](javascript:1)|<img src=x onerror=1>|@someone #1 https://evil.example",
    "\x1b[31mred\x1b]8;;http://evil.example\x07",
    "‮gnp.exe\u2028",
    "\udcff.py",
    "a\tb\x00",
]
"""Names and texts that mean something to one format or another."""


def rendered(name, files, failures=(), **more):
    return "".join(renderer(name)(Run(iter(files), failures, **more)))


def hostile():
    """A run in which everything is hostile that comes from files."""
    files = [
        Found(text, [ONE._replace(message=text, replacement=text)], causes(text), text.encode("utf-8", "replace"))
        for text in HOSTILE
    ]
    return files, [Failure(text, text) for text in HOSTILE]
