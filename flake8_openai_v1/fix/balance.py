"""What is fixed and what is left of the files of a run, as `check` finds it: the files together, before and after.

The fixer lists what each file shows by itself. `check` finds more, as it knows what the files of a program do together:
a response that another file reads as a dict. What is left of that has a cause, too: mostly that of the call.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence

from ..lint.check import Candidate, Checked, Line
from ..lint.programs import found_in
from ..lint.relevant import names_sdk
from ..project.config import Config
from ..project.discovery import is_notebook
from ..syntax.diagnostics import Diagnostic
from ..syntax.source import SourceError, decode, decoded
from .causes import NO_FIX, UNTOUCHED, Cause, Code
from .files import PROMISED, is_by_itself
from .results import Fixed, Left, remaining, untouched

Found = Mapping[str, Checked]
"""What is found in the files of a run, by path."""


def look(
    texts: Mapping[str, bytes], config: Config, progress: Callable[[int, int], None] = lambda done, total: None
) -> Found:
    """Look at the files of a run, given by path and bytes, as `check` does."""
    given = [Candidate(path, data) for path, data in texts.items() if names_sdk(data)]
    return {one.path: one for one in found_in(list(texts), given, config, progress=progress, texts=texts)}


def look_after(results: Sequence[Fixed], before: Found, config: Config) -> Found:
    """Look at the files of a run as they are after its edits; ``before`` is what was found in them."""
    if all(one.after == one.before for one in results):
        return before
    return look({one.path: one.after for one in results}, config)


def balanced(results: Sequence[Fixed], before: Found, after: Found, failed: Mapping[str, str]) -> list[Fixed]:
    """What became of the files of a run, with all that was found ``before``: it is fixed, or it is found ``after``.

    ``failed`` are paths of files that could not be written, and why.
    """
    left = {one.path: {_place(row.finding): row for row in one.left} for one in results}
    known = {path: {row.finding.line: row.cause for row in reversed(rows.values())} for path, rows in left.items()}
    return [_balanced(one, before, after, left[one.path], known, failed.get(one.path, one.failure)) for one in results]


def _balanced(
    result: Fixed,
    before: Found,
    after: Found,
    left: Mapping[object, Left],
    known: Mapping[str, Mapping[int, Cause]],
    why: str | None,
) -> Fixed:
    """What became of one file; ``why`` it could not be processed, or written."""
    was = before[result.path].findings if result.path in before else []
    now = after[result.path].findings if result.path in after else []
    if not was and not now:
        return result._replace(fixed=(), left=())
    same = _same(result, was, now)
    stands = {_place(found): (found, one) for found, one in _standing(result, was, same).items()}
    # What is around it may change what is said of it.
    same |= {found: stands.pop(_place(found))[1] for found in now if found not in same and _place(found) in stands}
    givers = after[result.path].givers if result.path in after else {}
    rows = []
    for found in now:
        row = left.get(_place(found))
        if row is None and why is not None:
            cause = Cause(Code.FAILED, why)
        else:
            # What a file alone does not show any more, it shows beside the others.
            is_known = row is not None and row.cause != UNTOUCHED
            given_by = givers.get(found.line, ())
            cause = row.cause if row is not None and is_known else _cause(found, given_by, known, after)
            cause = cause.seen_from(result.path, found.line, found.cell)
        rows.append(Left(found, cause, same.get(found)))
    rows += [Left(found, UNTOUCHED, one) for found, one in stands.values()]
    gone = Counter(was) - Counter(row.was for row in rows if row.was is not None)
    return result._replace(fixed=list(gone.elements()), left=rows)


def _standing(
    result: Fixed, was: Sequence[Diagnostic], same: Mapping[Diagnostic, Diagnostic]
) -> dict[Diagnostic, Diagnostic]:
    """What was found in a file, stands there as it did, and is found no more: at its place in the new text → before."""
    known = {row.finding: row.was for row in result.left if row.cause == UNTOUCHED and row.was is not None}
    gone = [one for one in was if is_by_itself(one) and one not in same.values()]
    if result.after == result.before or is_notebook(result.path) or not gone:
        return {found: one for found, one in known.items() if one in gone}
    try:
        texts = decoded(result.before)[1], decoded(result.after)[1]
    except SourceError:
        return {}
    return {found: one for one, found in untouched(gone, *texts).items()}


def _place(found: Diagnostic) -> object:
    return found.cell, found.line, found.column, found.code


def _same(result: Fixed, was: Sequence[Diagnostic], now: Sequence[Diagnostic]) -> dict[Diagnostic, Diagnostic]:
    """What is found in a file after its edits → what it was before, as far as it was there."""
    at = {_place(found): found for found in was}
    if result.after == result.before:
        return {found: at[_place(found)] for found in now if _place(found) in at}
    # The fixer has followed what it knows through its edits.
    same = {
        row.finding: at[_place(row.was)]
        for row in result.left
        if row.was is not None and row.finding in now and _place(row.was) in at
    }
    rest = [found for found in was if found not in same.values()]
    new = [found for found in now if found not in same]
    more = remaining(rest, _lines(result, result.before), new, _lines(result, result.after))
    return same | more


def _lines(result: Fixed, data: bytes) -> Sequence[str]:
    """The lines of a file; those of a notebook are counted by cells, and nothing is followed there."""
    try:
        return () if is_notebook(result.path) else decode(data)
    except SourceError:
        return ()


def _cause(
    found: Diagnostic, givers: Iterable[Line], known: Mapping[str, Mapping[int, Cause]], after: Found
) -> Cause:
    """Why something is left that shows beside other files only."""
    if not found.code.startswith(PROMISED):
        return NO_FIX
    for giver in givers:
        cause = known.get(giver.path, {}).get(giver.number)
        if cause is not None:
            if not cause.is_elsewhere:
                cause = cause._replace(line=cause.line or giver.number, is_elsewhere=True)
            return cause._replace(path=cause.path or giver.path)
    for giver in givers:
        if giver.path in after and any(one.line == giver.number for one in after[giver.path].findings):
            text = "what it is called on comes from another file, and may be something else elsewhere"
            return Cause(Code.ESCAPES, text, giver.number, giver.path, is_elsewhere=True)
        # A call that is found is listed; this one is not.
        text = "the call whose response it reads is not selected, or silenced, and stays"
        return Cause(Code.NOT_SELECTED, text, giver.number, giver.path, is_elsewhere=True)
    return Cause(Code.ESCAPES, "what it reads comes from another file")
