"""Findings as the protocol has them: diagnostics, and what is said of one when it is pointed at."""

from __future__ import annotations

import re
from functools import cache

from lsprotocol import types

from .. import NAME
from ..report import About, rules
from ..syntax.diagnostics import Diagnostic, Severity
from .documents import BOM
from .positions import Places, Units

SEVERITIES = {
    Severity.ERROR: types.DiagnosticSeverity.Error,
    Severity.WARNING: types.DiagnosticSeverity.Warning,
    Severity.HINT: types.DiagnosticSeverity.Hint,
}
DEPRECATED = ("OAI205", "OAI307", "OAI4", "OAI5", "OAI902")
"""Beginnings of the codes about what is still there, or was until lately, and goes."""
HEAD = re.compile(r"[^\s(\[{#]+")
SECTION = re.compile(r"(?ms)^## (.+?)\n\n(.*?)(?=^## |^---$|\Z)")


@cache
def about(code: str) -> About:
    """What is known of a code."""
    return rules().get(code, About(code))


class Shown:
    """A part of a document and what is found in it, with places as its client counts them."""

    def __init__(self, text: str, units: Units) -> None:
        """Take the text that is open."""
        self.places = Places(text, units)
        self._mark = len(BOM) if text.startswith(BOM) else 0
        """A byte order mark is no part of a text for the linter; for an editor it is."""

    def range(self, found: Diagnostic) -> types.Range:
        """Where a finding is."""
        return types.Range(
            self._position(found.line - 1, found.column), self._position(found.end_line - 1, found.end_column)
        )

    def mark(self, found: Diagnostic) -> types.Range:
        """What of it is marked: of what is more than a line long, what stands before its bracket on the first one."""
        if found.end_line == found.line:
            return self.range(found)
        mark = self._mark if found.line == 1 else 0
        head = HEAD.match(self.places.line(found.line - 1), found.column + mark)
        end = head.end() if head is not None and head[0] else found.column + mark + 1
        return self.range(found._replace(end_line=found.line, end_column=end - mark))

    def _position(self, line: int, column: int) -> types.Position:
        return types.Position(line, self.places.column(line, column + (self._mark if line == 0 else 0)))

    def diagnostic(self, found: Diagnostic) -> types.Diagnostic:
        """A finding as a diagnostic."""
        rule = about(found.code)
        return types.Diagnostic(
            range=self.mark(found),
            message=found.message,
            severity=SEVERITIES[rule.severity],
            code=found.code,
            code_description=types.CodeDescription(rule.url),
            source=NAME,
            tags=[types.DiagnosticTag.Deprecated] if found.code.startswith(DEPRECATED) else None,
        )


def hover(found: Diagnostic, why_left: str | None = None) -> str:
    """What is said of a finding, as Markdown: its message, the rule's code before and after, and where its page is.

    ``why_left`` is why no safe fix takes it away.
    """
    rule = about(found.code)
    sections = dict(SECTION.findall(rule.page))
    parts = [f"**{rule.title}**", found.message]
    if why_left is not None:
        parts.append(f"No safe fix: {why_left}")
    for title, name in (("Before", "Example"), ("After", "Use instead")):
        if name in sections:
            parts += [f"{title}:", sections[name].strip()]
    return "\n\n".join([*parts, f"[{rule.url}]({rule.url})"])


def overlap(one: types.Range, other: types.Range) -> bool:
    """True if two ranges touch."""
    first, second = ((each.start.line, each.start.character) for each in (one, other))
    last, end = ((each.end.line, each.end.character) for each in (one, other))
    return first <= end and second <= last
