"""What a run has found, as text for stdout: one module per format, each with `render`.

A renderer takes a `Run` and yields pieces of text that end with a line end.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from importlib import import_module
from itertools import zip_longest
from typing import NamedTuple

from .. import rule_url
from ..fix.causes import Cause
from ..syntax import shown
from ..syntax.diagnostics import Applicability, Diagnostic, Fix, Severity


class Failure(NamedTuple):
    """A file, a folder or a cell of a notebook that could not be processed."""

    path: str
    reason: str
    """One line."""
    cell: int | None = None

    @property
    def where(self) -> str:
        """Its name, as findings in it would be named."""
        return place(self.path, self.cell)


class Found(NamedTuple):
    """A file and its findings."""

    path: str
    findings: Sequence[Diagnostic]
    causes: Sequence[Cause | None] = ()
    """Why the fixer leaves each of them; empty where nothing was to be fixed."""
    data: bytes = b""
    """The file as the findings see it."""
    fixes: Sequence[Fix | None] = ()
    """What takes each of them away; empty where that was not asked."""

    def rows(self) -> Iterator[tuple[Diagnostic, Cause | None, Fix | None]]:
        """Yield each finding with the cause why it is left, and its fix, if there are any."""
        return zip_longest(self.findings, self.causes, self.fixes)


class Asked(NamedTuple):
    """A place outside of the code that asks for the old SDK, and what becomes of it."""

    path: str
    line: int
    shown: str
    """What stands there: ``openai==0.28.1``."""
    new: str = ""
    """What asks for today's SDK there now; empty where it stays."""
    why: str = ""
    """Why it stays, though it was to be raised, or cannot be."""

    @property
    def where(self) -> str:
        """Its place and text, as one names them."""
        return f"{self.path}:{self.line} {self.shown}"


class Run(NamedTuple):
    """What a renderer is given."""

    files: Iterable[Found]
    """The files that have findings, as they come."""
    failures: Sequence[Failure] = ()
    """What could not be processed. It is whole once `files` has come to its end."""
    searched: int = 0
    """How many files were looked at."""
    numbers: Mapping[str, int] = {}
    """What else there is to count: ``fixed`` by `fix`, ``known`` by the baseline. Whole when `files` has ended, too."""

    fixes: Mapping[str, Fix] = {}
    """The fixes of findings, and what they need, by their ids."""
    pins: Sequence[Asked] = ()
    """What asks for the old SDK, after `fix`."""
    coloured: bool = False
    """May the text have the colours of a terminal?"""


Renderer = Callable[[Run], Iterator[str]]

FORMATS = ("full", "text", "json", "github", "gitlab", "sarif", "rdjson")


def renderer(name: str) -> Renderer:
    """Give the renderer of a format; only its module is loaded."""
    render: Renderer = import_module(f".{name}", __name__).render
    return render


def place(path: str, cell: int | None) -> str:
    """Name a file, or a cell of a notebook, as nbQA does."""
    name = shown.name(path)
    return name if cell is None else f"{name}:cell_{cell}"


def mark(fix: Fix | None) -> str:
    """Say behind a finding that it has a fix."""
    if fix is None:
        return ""
    return " [*]" if fix.applicability is Applicability.SAFE else " [*unsafe]"


def left(cause: Cause | None, path: str = "", told: set[Cause] | None = None) -> str:
    """Say behind a message why the finding was left; nothing where no cause is given.

    ``told`` are the causes at other places that were told: of these only the place is named again. ``path`` is the
    file of the finding.
    """
    if cause is None:
        return ""
    text = cause.text
    if told is not None and cause.is_elsewhere:
        known = cause._replace(path=cause.path or path)
        text = cause.place if known in told else text
        told.add(known)
    return f" [not fixed: {shown.text(text)}]"


# What is known of a code


class About(NamedTuple):
    """A rule, as far as reports name it."""

    code: str
    name: str = ""
    severity: Severity = Severity.ERROR

    @property
    def title(self) -> str:
        """Its code and its name."""
        return f"{self.code} {self.name}".rstrip()

    @property
    def page(self) -> str:
        """Its page, as Markdown; empty where there is no such rule."""
        from ..rules import RULES, page

        return next((page(rule) for rule in RULES if rule.code == self.code), "")

    @property
    def summary(self) -> str:
        """What it finds, as one line."""
        paragraphs = self.page.split("\n\n")
        return " ".join(paragraphs[1].split()) if len(paragraphs) > 1 else self.title

    @property
    def url(self) -> str:
        """The address of its page."""
        return rule_url(self.code)


def rules() -> dict[str, About]:
    """Map each code to what is known of its rule. Loads the rules, so it is asked where there are findings."""
    from ..rules import RULES

    return {rule.code: About(rule.code, rule.name, rule.severity) for rule in RULES}


def statistics(counts: Mapping[str, Counter[str]]) -> Iterator[str]:
    """Yield a line per code: its number in each count, with the count's name if it has one, and its rule's name."""
    known = rules()
    for code in sorted(set().union(*counts.values())):
        numbers = [part for what, count in counts.items() for part in (f"{count[code]:<5}", what)]
        yield " ".join(filter(None, (*numbers, known.get(code, About(code)).title))) + "\n"
