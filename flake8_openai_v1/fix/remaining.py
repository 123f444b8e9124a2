"""The units of a file that stay as they are while the rest is migrated, and what is said of them."""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from ..semantics.responses import legacy_parts
from ..semantics.uses import STORE
from ..syntax.diagnostics import Diagnostic, Edit
from .causes import Cause, Code
from .plan import Plan, Reason, Settings
from .responses.dicts import shapes_of
from .text.edits import Conflict, lines_before
from .text.text import Text
from .units import Together, Units

LINES = re.compile(r"(?<!, )\bline (\d+)")
"""How a reason names another line of its file."""

NOT_SEEN = "this may be a response that is a dict, and where it comes from does not show"

SIMPLE = (ast.Raise, ast.Expr, ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Return, ast.Assert)
"""Statements that have no others in them."""

CLOSE = " \t()"
"""What may stand between an expression and what is said about it."""


class Row(NamedTuple):
    """What of a unit stands in one file."""

    nodes: frozenset[ast.AST]
    reason: Reason
    """Why it is left."""
    is_whole: bool = True
    """Does nothing of the unit stand in other files?"""


class Remaining:
    """Units that are left, followed through the edits of the rest."""

    def __init__(
        self,
        path: str,
        findings: Sequence[Diagnostic],
        rows: Sequence[Row],
        dicts: Together,
    ) -> None:
        """``findings`` are those of the file as it was; ``rows`` are parts of units that other files begin.

        ``dicts`` are calls whose responses become dicts in other files, too: these do here, or the calls are left.
        """
        self._path = path
        self._findings = findings
        self.rows = [*rows]
        self.beyond: dict[str, list[Row]] = {}
        """What stands of them in other files, by path."""
        self._nodes: set[ast.AST] = {node for row in rows for node in row.nodes}
        self.together = {call: more for call, more in dicts.items() if self._nodes.isdisjoint(more.get(path, ()))}
        """Calls whose responses become dicts."""
        self._asked = frozenset(call for call, more in self.together.items() if len(more) > 1)
        self.stuck: Reason | None = None
        """Why a call cannot be left that must be."""
        self._no_dicts: set[ast.AST] = set()
        """Calls of which it is known that this is not enough, or not possible."""
        self._before: list[list[int]] = []
        self.spans: list[tuple[int, int]] = []
        """Where they stand in the text that is worked on."""

    def add(self, plan: Plan, units: Units, doubtful: Callable[[Reason], Reason] | None) -> bool:
        """Leave the units that something stands against; False if that is not enough.

        ``doubtful`` words a doubt as a reason; None where doubts stand against nothing.
        """
        known = len(self._nodes), len(self._no_dicts), len(self.together)
        for node, reason, giver in plan.places:
            if reason not in plan.problems:
                if doubtful is None:
                    continue
                reason = doubtful(reason)
            if self._changes_dicts(plan, units, node, reason, giver):
                if self.stuck is not None:
                    return False
                continue
            alone = units.alone(self._path, node) if reason.is_loud and self._is_found(node) else None
            found = {self._path: alone} if alone is not None else None
            if found is None and giver is not None:
                found = units.of(self._path, giver)
            found = found or units.of(self._path, node)
            if found is None:
                return False
            self._leave(found, reason)
        is_more = (len(self._nodes), len(self._no_dicts), len(self.together)) != known
        return is_more and self.start(plan.text)

    def _leave(self, found: Mapping[str, frozenset[ast.AST]], reason: Reason) -> None:
        """Leave a unit, of which these nodes stand in the files of the program, by path."""
        for path, nodes in found.items():
            rows = self.rows if path == self._path else self.beyond.setdefault(path, [])
            rows.append(Row(nodes, reason, len(found) == 1))
        self._nodes |= found.get(self._path, frozenset())

    @property
    def dicts(self) -> frozenset[ast.AST]:
        """What may be responses that become dicts, while those of other calls become objects."""
        return frozenset[ast.AST]().union(*(more.get(self._path, ()) for more in self.together.values()))

    def refuses(self, plan: Plan, units: Units) -> bool:
        """True if responses that other files make dicts cannot be seen to be all of them here: they are left, then."""
        asked = {call: more for call, more in self.together.items() if call in self._asked}
        lost = [call for call, more in asked.items() if self._are_lost(plan, units, {call: more})]
        for call in lost:
            self._refuse(call, units, Reason(0, NOT_SEEN, Code.ESCAPES, about_responses=True))
        return bool(lost) and self.start(plan.text)

    def _refuse(self, call: ast.AST, units: Units, reason: Reason) -> None:
        """Leave a call whose responses other files make dicts, and that cannot be dicts here."""
        del self.together[call]
        found = units.of(self._path, call)
        if found is None:
            self.stuck = reason
        else:
            self._leave(found, reason)

    def _changes_dicts(
        self, plan: Plan, units: Units, node: ast.AST, reason: Reason, giver: ast.AST | None
    ) -> bool:
        """True if other responses become dicts than before, because of what stands against a place.

        Those do that cannot be objects there, and where that was tried in vain, they are left.
        """
        calls = {**units.together(self._path, node), **(units.together(self._path, giver) if giver is not None else {})}
        tried = [call for call in self.together if call in calls or node in plan.of_dicts]
        if tried:
            self._no_dicts.update(tried)
            for call in tried:
                if call in self._asked:
                    self._refuse(call, units, reason)
                else:
                    del self.together[call]
            return True
        if not reason.about_responses or not calls or not may_keep_dicts(plan.settings):
            return False
        if not self._no_dicts.isdisjoint(calls) or self._are_lost(plan, units, calls):
            return False
        self.together |= calls
        return True

    def _are_lost(self, plan: Plan, units: Units, calls: Together) -> bool:
        """True if something may be a response of some calls for all that its file shows, and is not seen to be one."""
        shapes: set[str] = set()
        for call, more in calls.items():
            own = shapes_of(plan.model.value(call))  # of a call in another file, nothing is known here
            shapes |= own.union(*(shapes_of(plan.model.value(one)) for one in more.get(self._path, ()) if not own))
        return any(
            isinstance(getattr(node, "ctx", None), ast.Load | None)
            and any(part.shape in shapes for part in legacy_parts(plan.model.value(node)))
            and not units.is_met(self._path, node)
            for node in plan.known
            if isinstance(node, ast.expr)
        )

    def parts_setting(self, plan: Plan) -> bool:
        """True if a call that is left stands in a statement that sets something.

        Where its error is caught, that would not be set, and the calls behind it would go elsewhere.
        """
        stores = {id(plan.text.statement_of(use.node)) for use in plan.model.of(STORE)}
        return any(isinstance(one, ast.Call) and id(plan.text.statement_of(one)) in stores for one in self._nodes)

    def widen(self, plan: Plan, units: Units) -> bool:
        """Leave the simple statements in which edits would touch what is left; False if there are none to be added.

        In small runs they are not, since what they raise may be another error then.
        """
        try:
            edits = [] if units.is_small else plan.edits.finished()
        except Conflict:
            return False
        added = False
        stores = {id(plan.text.statement_of(use.node)) for use in plan.model.of(STORE)} if edits else set()
        for nodes, reason, _ in [*self.rows]:
            for node in nodes:
                if not any(_touches(plan.text.text, edit, *plan.text.span(node)) for edit in edits):
                    continue
                statement = plan.text.statement_of(node)
                if id(statement) in stores:
                    return False  # a setting would not be made, and where the error is caught calls would go elsewhere
                if isinstance(statement, SIMPLE) and statement not in self._nodes and plan.text.is_placed(statement):
                    self.rows.append(Row(frozenset({statement}), reason, False))
                    self._nodes.add(statement)
                    added = True
        return added and self.start(plan.text)

    def _is_found(self, node: ast.AST) -> bool:
        """True if the file shows by itself what is wrong with a place."""
        return any(one.line in _lines([node]) for one in self._findings)

    def start(self, text: Text) -> bool:
        """Find what is left in the text of the file as it was; False where that is not known."""
        if not all(text.is_placed(node) for node in self._nodes):
            return False
        self.spans = [text.span(node) for node in self._nodes]
        return True

    def follow(self, text: str, edits: Sequence[Edit]) -> bool:
        """Move with a text that is edited; False if edits touch what is left."""
        if any(_touches(text, edit, start, end) for edit in edits for start, end in self.spans):
            return False
        self._before.append(lines_before(text, edits))
        self.spans = [(start + _grown(edits, start), end + _grown(edits, start)) for start, end in self.spans]
        return True

    def are_found(self, lines: Collection[int]) -> bool:
        """True if something of each unit stands on one of these lines (from 1, in the new text)."""
        return all(any(self.after(line) in lines for line in _lines(row.nodes)) for row in self.rows if row.is_whole)

    def findings(self, place: Callable[[int], tuple[int | None, int]]) -> dict[tuple[str, str], Cause]:
        """Code and message of what is left → why; ``place`` gives cell and line of a line of the new text."""
        found: dict[tuple[str, str], Cause] = {}
        for one in self._findings:
            for nodes, reason, _ in self.rows:
                if one.line in _lines(nodes):
                    cause = reason.cause
                    if reason.elsewhere is None:  # else its lines are those of another file
                        cause = cause._replace(reason=with_lines(reason.text, self.after))
                    if reason.line and one.line != reason.line:
                        cell, line = place(self.after(reason.line))
                        cause = cause._replace(cell=cell, line=line, is_elsewhere=True)
                    found.setdefault((one.code, one.message), cause)
        return found

    def after(self, line: int) -> int:
        """Where a line of the file as it was is now."""
        for before in self._before:
            line = before.index(line) + 1 if line in before else line
        return line


def may_keep_dicts(settings: Settings) -> bool:
    """True if the responses of one call of a program may become dicts, and those of others objects.

    Where the order of keys matters, all are as they came.
    """
    return not (has_stand_ins(settings) or settings.ordered)


def has_stand_ins(settings: Settings) -> bool:
    """True if something stands in for calls in a program: it gives objects, or dicts, for all of them."""
    return settings.mocked or settings.replaced_module or bool(settings.replaced)


def with_lines(text: str, moved: Callable[[int], int]) -> str:
    """A reason that names lines elsewhere."""
    return LINES.sub(lambda found: f"line {moved(int(found[1]))}", text)


def _touches(text: str, edit: Edit, start: int, end: int) -> bool:
    """True if an edit changes a stretch of text, or what stands close around it."""
    while start and text[start - 1] in CLOSE:
        start -= 1
    while end < len(text) and text[end] in CLOSE:
        end += 1
    return edit.start <= end and start <= edit.end and text[edit.start : edit.end] != edit.text


def _grown(edits: Iterable[Edit], at: int) -> int:
    """By how much the text before an offset has grown."""
    return sum(len(edit.text) - (edit.end - edit.start) for edit in edits if edit.end <= at)


def _lines(nodes: Iterable[ast.AST]) -> set[int]:
    """The lines on which nodes stand."""
    return {line for node in nodes for line in range(node.lineno, (node.end_lineno or 0) + 1)}  # type: ignore[attr-defined]
