"""Findings, each with the fix that takes it away or the cause why there is none.

A fix is what `fix` does to one unit: a call with its arguments and all that is done with its response. What else
changes in a file, its settings, imports, handlers and mocks, is one more fix, which those of the calls need. Where
calls are made on a client object, a file is one fix: half of it would be wrong. All fixes that are safe, together, are
what `fix` writes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import NamedTuple

from ..project.config import Config
from ..project.environment import Variable
from ..syntax.diagnostics import Applicability, Diagnostic, Fix, TextEdit
from ..syntax.differences import with_needs
from .balance import Found, balanced, look_after
from .causes import NO_FIX, Cause, Code
from .division import Division
from .fixer import PROMISED, Source, fixed_in_both_ways
from .on_disk import on_disk
from .results import Fixed, with_true_claims

FINAL = (Code.NO_FIX, Code.HARMLESS, Code.FAILED)
"""Why something is left that unsafe fixes leave, too."""


class Planned(NamedTuple):
    """A finding, and what can be done about it."""

    finding: Diagnostic
    fix: Fix | None = None
    cause: Cause | None = None
    """Why `fix` leaves it. Where the fix is unsafe, there is a cause, too: what a person should look at."""


class Plan(NamedTuple):
    """What can be done to the files of a run."""

    findings: Mapping[str, Sequence[Planned]]
    """Path of a file → what is found in it, by place."""
    fixes: Mapping[str, Fix]
    """By their ids."""
    results: Sequence[Fixed]
    """What `fix` makes of the files, in their order."""

    def of(self, path: str, found: Diagnostic) -> Fix | None:
        """The fix of a finding; None where it has none."""
        known = (one for one in self.findings.get(path, ()) if _same(one.finding, found))
        return next((one.fix for one in known), None)

    def whole(self, fix: Fix) -> tuple[TextEdit, ...]:
        """The edits of a fix and of all that it needs, by file and place."""
        return with_needs(fix, self.fixes)


def fixes(
    source: str, filename: str = "<unknown>", config: Config | None = None, client: str = "auto"
) -> list[Planned]:
    """Find what is to be changed in one source text, seen alone, and what can be done about each finding.

    ``client`` is what calls are made on, as for the command: a client object, for which a file is one fix, the module,
    on which each call is one, or as the program permits. The text of a notebook is its JSON, and its name ends in
    ``.ipynb``.

    Raises ``SyntaxError`` where ``source`` is not Python.
    """
    data = source.encode("utf-8", "surrogatepass")
    made = plan([Source(filename, data)], config or Config(), client)
    if made.results[0].failure is not None:
        raise SyntaxError(made.results[0].failure)
    return list(made.findings[filename])


def plan(
    sources: Sequence[Source],
    config: Config,
    client: str = "auto",
    found: Mapping[str, Sequence[Diagnostic]] | None = None,
    progress: Callable[[int, int], None] = lambda done, total: None,
    variables: Sequence[Variable] = (),
    seen: Found | None = None,
    *,
    is_safe: bool = False,
) -> Plan:
    """Say of each finding in the files of a run which fix it has, or why it has none.

    ``found`` are the findings that are asked for, by the paths of files, where these are not those that each file shows
    alone. ``seen`` is all that is found in the files, seen together. ``is_safe``: only safe fixes are asked for, and
    nothing is asked of what unsafe ones would do.
    """

    def whole(results: list[Fixed]) -> list[Fixed]:
        own = [one for one, source in zip(results, sources, strict=True) if not source.outside]
        if seen is None or all(_is_known(each, one) for one in own for each in (found or {}).get(one.path, ())):
            return results
        known = {one.path: one for one in balanced(own, seen, look_after(own, seen, config), {})}
        return [known.get(one.path, one) for one in results]

    def is_asked(result: Fixed) -> bool:
        return not is_safe and any(left.cause.code not in FINAL for left in result.left)

    first, second = fixed_in_both_ways(sources, config, client, progress, variables, is_asked)
    safe = unsafe = whole(first)
    if first != second:
        unsafe = whole(second)
        safe = with_true_claims(safe, unsafe)
    sure, more = Division(safe, Applicability.SAFE), Division(unsafe, Applicability.UNSAFE)
    findings: dict[str, list[Planned]] = {}
    shown = on_disk(safe)
    for one, other in zip(safe, unsafe, strict=True):
        own = sorted([*one.fixed, *(left.was for left in one.left if left.was is not None)])
        findings[one.path] = [
            _planned(
                *(each, one._replace(left=shown[one.path]), other),
                *(partial(_fix, seen or {}, sure), partial(_fix, seen or {}, more)),
            )
            for each in (own if found is None else found.get(one.path, ()))
        ]
    used = {planned.fix.id for rows in findings.values() for planned in rows if planned.fix is not None}
    known = {fix.id: fix for fix in (*sure.all(), *more.all())}
    waiting = [*used, *sure.ids()]
    needed: dict[str, Fix] = {}
    for name in waiting:
        if name not in needed:
            needed[name] = known[name]
            waiting += needed[name].needs
    return Plan(findings, needed, safe)


Fixing = Callable[[str, Diagnostic], "Fix | None"]
"""Gives the fix of a finding in a file, by its path."""


def _planned(found: Diagnostic, one: Fixed, other: Fixed, sure: Fixing, more: Fixing) -> Planned:
    """What can be done about a finding by safe fixes, or by unsafe ones."""
    cause = _cause(found, one)
    if cause is None:
        return Planned(found, sure(one.path, found))
    fix = more(one.path, found) if cause.is_unsafe and _cause(found, other) is None else None
    return Planned(found, fix, cause)


def _fix(seen: Found, division: Division, path: str, found: Diagnostic) -> Fix | None:
    """The fix of a finding; where its file stays as it is, that of the call whose response is read there."""
    fix = division.of(path, found)
    if fix is None and path in seen:
        calls = [
            (giver.path, one)
            for giver in seen[path].givers.get(found.line, ())
            if giver.path in seen
            for one in seen[giver.path].findings
            if one.line == giver.number
        ]
        fix = next((fix for call in calls if (fix := division.of(*call)) is not None), None)
    return fix


def _is_known(found: Diagnostic, result: Fixed) -> bool:
    """True if the fixer lists a finding itself."""
    was = (left.was for left in result.left)
    return any(one is not None and _same(one, found) for one in (*result.fixed, *was))


def _same(one: Diagnostic, other: Diagnostic) -> bool:
    """True if two findings are one, whatever is said of it."""
    return (one[:4], one.code, one.cell) == (other[:4], other.code, other.cell)


def _cause(found: Diagnostic, result: Fixed) -> Cause | None:
    """Why a finding is left; None where it is not."""
    for left in result.left:
        if left.was is not None and _same(left.was, found):
            return left.cause
    if any(_same(one, found) for one in result.fixed):
        return None
    if result.after is result.before:
        # It shows only beside other files, which the fixer has looked at, too.
        if not found.code.startswith(PROMISED):
            return NO_FIX
        return result.left[0].cause if result.left else Cause(Code.ESCAPES, "what it reads comes from another file")
    return None
