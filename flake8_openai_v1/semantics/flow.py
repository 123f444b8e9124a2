"""The whole of a file in order, in rounds: the module, then the functions that it defines."""

from __future__ import annotations

import ast
from collections.abc import Iterable
from contextlib import suppress

from . import quoted
from .definitions import Definitions
from .relevance import Relevance
from .scopes import MODULE, Scope
from .values import (
    Class,
    Era,
    Function,
    Guard,
    Items,
    Many,
    Value,
    elements,
)

MOST_ROUNDS = 10


class Flow(Definitions):
    """Executes the relevant statements of a file, in order, on what is known of its names."""

    def __init__(self, relevance: Relevance) -> None:
        """Nothing executed yet."""
        super().__init__(relevance)
        self._statements |= {
            ast.Import: self._import,
            ast.ImportFrom: self._import_from,
            ast.Assign: self._assign,
            ast.AnnAssign: self._annotated_assign,
            ast.AugAssign: self._augmented_assign,
            ast.Delete: self._delete,
            ast.If: self._if,
            ast.For: self._for,
            ast.AsyncFor: self._for,
            ast.While: self._while,
            ast.With: self._with,
            ast.AsyncWith: self._with,
            ast.Try: self._try,
            ast.Match: self._match,
            ast.FunctionDef: self._function,
            ast.AsyncFunctionDef: self._function,
            ast.ClassDef: self._class,
            ast.Return: self._return,
            ast.Global: self._global,
            ast.Nonlocal: self._nonlocal,
            ast.Assert: self._assert,
            ast.Raise: self._raise,
            ast.Expr: self._expression,
        }
        self._handlers[ast.Yield] = self._yield
        self._handlers[ast.YieldFrom] = self._yield
        if hasattr(ast, "TryStar"):
            self._statements[ast.TryStar] = self._try

    def round(self, tree: ast.Module) -> None:
        """Execute the module, then the functions it defines."""
        self.model.uses.clear()
        self.model.values.clear()
        self.model.clauses.clear()
        self.model.entries.clear()
        self.model.beside.clear()
        self.model.asked.clear()
        self.position.clear()
        self.keep.clear()
        self.pending.clear()
        self.progress.start()
        self.pended.clear()
        self.set_aside.clear()
        self.era = None
        self.star = False
        shared = self.shared.setdefault(id(tree), set())
        self.scope = Scope(MODULE, None, self.summaries.setdefault(id(tree), {}), shared=shared)
        self.body(tree.body)
        module = self.scope
        marks = self.scope.names.get("pytestmark")
        parts = elements(marks) if isinstance(marks, (Many, Items)) else (marks,)
        mark = next((part.true for part in parts if isinstance(part, Guard)), None)
        using: list[Function] = []
        for number, (function, scope, era) in enumerate(self.pending):  # grows while it runs
            uses = len(self.model.uses)
            self.progress.run(number)
            self._run(function, scope, era or mark)
            if len(self.model.uses) > uses:
                using.append(function)
        self.progress.end()
        self.scope, self.era = module, None
        self._type_comments()
        if self.guarded:
            # Who calls them tells which SDK they are for.
            for function in using:
                self.follow(function.node.name)
                if function.owner is not None:
                    self.follow(function.owner.node.name)

    def _type_comments(self) -> None:
        """Evaluate the comments that are annotations; their names are those of the module."""
        self.annotating = True
        for comment in quoted.type_comments(self.relevance.lines, self.relevance.numbers):
            self.keep.append(comment)
            aside = any(first <= comment.lineno <= last for first, last in self.set_aside)
            with suppress(RecursionError), self.during("legacy" if aside else None):
                self.eval(comment)
        self.annotating = False

    def tell(self, values: dict[int, Value], nodes: Iterable[ast.AST], tree: ast.Module) -> None:
        """Say what expressions denote that this analysis does not know, and look at the file again.

        ``values`` is all that was ever told, ``nodes`` are the expressions of which it is new.
        """
        self.told = values
        for node in nodes:
            self.follow_range(node.lineno, node.lineno)  # type: ignore[attr-defined]
        self.rounds(tree)

    def rounds(self, tree: ast.Module) -> None:
        """Execute a file until nothing new is learned. Rounds are few and bounded."""
        for _ in range(MOST_ROUNDS):
            self.round(tree)
            if not self.turn():
                break

    def turn(self) -> bool:
        """End a round; True if another one would know more."""
        changed = False
        for table in self.summaries.values():
            for summary in table.values():
                changed |= summary.turn()
        for function in self.functions.values():
            changed |= function.returns.turn()
            if isinstance(function.returns.last, Guard):
                self.follow(function.node.name)
            changed |= function.yields.turn()
            for summary in function.parameters.values():
                changed |= summary.turn()
        for cls in self.classes.values():
            for summary in cls.attributes.values():
                changed |= summary.turn()
        if self.guarded:
            changed |= self._turn_eras()
        changed, self.learned = changed or self.learned, False
        return changed

    def _turn_eras(self) -> bool:
        changed = False
        items: Iterable[Function | Class] = (*self.functions.values(), *self.classes.values())
        for item in items:
            era: Era = None
            if item.eras and item.eras <= {"legacy", "either", "older"}:
                era = "older" if "older" in item.eras else "legacy"
            changed |= era != item.era
            item.era = era
            item.eras = set()
        return changed
