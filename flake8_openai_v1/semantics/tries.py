"""``try`` and ``with``: what they catch, and what is code for both SDKs."""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Sequence

from ..syntax.written import value_given
from . import calls, guards
from .branches import Branches
from .places import ASSERT_RAISES, is_legacy, is_new, is_removed
from .questions import class_paths
from .scopes import merge
from .uses import IMPORT, METHOD, RESPONSE_ROLES, TRY, Use
from .values import (
    Client,
    Const,
    Era,
    Guard,
    Place,
    Raised,
    Value,
)

IMPORT_ERRORS = frozenset({"builtins.ImportError", "builtins.ModuleNotFoundError"})
ATTRIBUTE_ERRORS = frozenset({"builtins.AttributeError"})
REMOVED_IN_V1 = "openai.lib._old_api.APIRemovedInV1"
"""What the stubs of removed names raise: who catches it serves both SDKs."""
BROAD_ERRORS = frozenset({"builtins.Exception", "builtins.BaseException"})
ENDS = frozenset({"exit", "_exit", "quit"})
"""Functions that end the program."""
WARNS = (Place("pytest.warns"), Place("pytest.deprecated_call"))
INDEX_ERRORS = frozenset({"IndexError", "LookupError", "Exception", "BaseException"})


def _catches(node: ast.Try, names: frozenset[str]) -> bool:
    """Has a ``try`` a clause for one of these builtin exceptions, or for everything?"""
    for handler in node.handlers:
        kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
        if any(kind is None or (isinstance(kind, ast.Name) and kind.id in names) for kind in kinds):
            return True
    return False


def _dealt_with(node: ast.Try) -> Iterator[str]:
    """The names of the builtin exceptions that the clauses of a ``try`` catch and do not end the program on."""
    for handler in node.handlers:
        if _gives_up(handler.body):
            continue
        kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
        for kind in kinds:
            if kind is None:
                yield "BaseException"
            elif isinstance(kind, ast.Name):
                yield kind.id


def _gives_up(body: Sequence[ast.stmt]) -> bool:
    """True if a block ends with an error, or ends the program."""
    last = body[-1]
    if isinstance(last, ast.Expr) and isinstance(last.value, ast.Call):
        function = last.value.func
        return (function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")) in ENDS
    return isinstance(last, ast.Raise)


def _interrupted(before: dict[str, Value], after: dict[str, Value]) -> dict[str, Value]:
    """The names in a clause of a ``try``: a flag set in the attempt is not set yet."""
    names = merge(before, after)
    names.update((name, value) for name, value in before.items() if isinstance(value, Const))
    return names


def _names_new(use: Use) -> bool:
    """Is a use one of a name that only newer SDKs have, on the module?"""
    return isinstance(use.value, Place) and is_new(use.value.path) and not is_legacy(use.value.path)


def _names_old(use: Use) -> bool:
    """Is a use one of a name that only the old SDK has?"""
    return isinstance(use.value, Place) and is_legacy(use.value.path)


def _names_removed(use: Use) -> bool:
    """True if a use is one of what went with a release since 1.0."""
    if isinstance(use.value, Client):
        return is_removed(f"client.{use.value.path}")
    return isinstance(use.value, Place) and is_removed(use.value.path)


class Tries(Branches):
    """Attempts, and what stands in for what failed."""

    def _try(self, node: ast.Try) -> None:
        before = dict(self.scope.names)
        mark = len(self.model.uses)
        self.catching_index += _catches(node, INDEX_ERRORS)
        outside, self.tries = self.tries, (*self.tries, node)
        around, self.caught = self.caught, self.caught.union(_dealt_with(node))
        self.body(node.body)
        self.tries, self.caught = outside, around
        self.catching_index -= _catches(node, INDEX_ERRORS)
        attempted = self.model.uses[mark:]
        names_new = any(_names_new(use) for use in attempted)
        imports_new = any(use.role == IMPORT and _names_new(use) for use in attempted)
        imports_sdk = any(use.role == IMPORT for use in attempted)
        removed = not attempted or any(_names_removed(use) for use in attempted)
        imports_old = any(use.role == IMPORT and _names_old(use) for use in attempted)
        after_body = self.scope.names
        self.scope.names = dict(after_body)
        self.body(node.orelse)
        ends: list[dict[str, Value]] = []
        self._reaches(node.orelse or node.body, self.scope.names, ends)
        clauses: list[tuple[tuple[ast.expr, str], ...]] = []
        flag: Guard | None = None
        for handler in node.handlers:
            self.scope.names = _interrupted(before, after_body)
            caught = self._caught(handler)
            clauses.append(self._clause(handler))
            imports = caught is not None and bool(set(caught) & IMPORT_ERRORS)
            attributes = caught is not None and bool(set(caught) & ATTRIBUTE_ERRORS)
            broad = handler.type is None or bool(caught and set(caught) & BROAD_ERRORS)
            era: Era = None
            if (imports and imports_new) or (attributes and names_new) or (broad and imports_new):
                era, flag = "legacy", guards.NEW_IF_TRUE
            if era is None and (imports or attributes or (broad and imports_sdk)) and not removed:
                era = "older"
            if caught is not None:
                self._serves_both(attempted, caught)
                if REMOVED_IN_V1 in caught:
                    for use in attempted:
                        use.era = "legacy"
            if handler.name is not None:
                # ``except*`` gives a group of them.
                self.bind(handler.name, Raised(caught) if caught and isinstance(node, ast.Try) else None)
            mark = len(self.model.uses)
            outer, self.standing_in = self.standing_in, self.standing_in or imports
            with self.during(era):
                self.body(handler.body)
            self.standing_in = outer
            handled = self.model.uses[mark:]
            news = any(_names_new(use) for use in handled)
            # ``except ImportError: import openai as errors``
            stays = imports_old and any(use.role == IMPORT and not _names_old(use) for use in handled)
            fallback = (imports or attributes or (broad and imports_old)) and news
            if not names_new and (fallback or ((imports or broad) and stays)):
                # ``try: <old> except ImportError: <new>``: the attempt is meant for the old SDK.
                flag = guards.LEGACY_IF_TRUE
                for use in attempted:
                    use.era = "legacy"
            if handler.name is not None:
                self.scope.names.pop(handler.name, None)
            self._reaches(handler.body, self.scope.names, ends)
        if flag is not None:
            self._follow_flags(node.body, node.orelse, *(handler.body for handler in node.handlers))
        if any(clauses):
            self.model.clauses[id(node)] = tuple(clauses)
            self.emit(TRY, node, None, self.tries, spelled="try")
        names = ends[0] if ends else merge(before, after_body)
        for end in ends[1:]:
            names = self._meet(names, end, flag)
        self.scope.names = names
        self.body(node.finalbody)

    def _raise(self, node: ast.Raise) -> None:
        self._generic(node)
        if node.exc is not None:
            self.made_there(node.exc)

    def _caught(self, handler: ast.ExceptHandler) -> tuple[str, ...] | None:
        """The classes that a clause catches; None where one is unknown."""
        return class_paths(self.exception_class(handler.type)) if handler.type is not None else None

    def _clause(self, handler: ast.ExceptHandler) -> tuple[tuple[ast.expr, str], ...]:
        if handler.type is None:
            return ()
        nodes = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
        return tuple((node, path) for node in nodes for path in class_paths(self.model.value(node)) or ())

    def _with(self, node: ast.With | ast.AsyncWith) -> None:
        mark = len(self.model.uses)
        suppressed: set[str] = set()
        for item in node.items:
            value = self.eval(item.context_expr)
            suppressed |= self._suppressed(item.context_expr)
            if item.optional_vars is not None:
                self.assign(item.optional_vars, calls.entered(value))
        expecting = [item.context_expr for item in node.items if self._expects(item.context_expr)]
        index = bool(suppressed & INDEX_ERRORS)
        self.catching_index += index
        around, self.caught = self.caught, self.caught | suppressed
        self.body(node.body)
        self.caught = around
        self.catching_index -= index
        self._serves_both(self.model.uses[mark:], {f"builtins.{name}" for name in suppressed})
        removed = any(self._expects_removal(call) for call in expecting)
        if expecting:
            for use in self.model.uses[mark:]:
                use.expected = True
                use.era = "legacy" if removed else use.era

    def _expects(self, node: ast.expr) -> bool:
        """``pytest.raises(…)``, ``self.assertRaises(…)``."""
        if not isinstance(node, ast.Call):
            return False
        named = isinstance(node.func, ast.Attribute) and node.func.attr in ASSERT_RAISES
        return named or self.model.value(node.func) == Place("pytest.raises")

    def _expects_removal(self, node: ast.expr) -> bool:
        """Is it what the old names raise today that is expected (``raises(APIRemovedInV1)``)?"""
        if not isinstance(node, ast.Call):
            return False
        classes = value_given(node, "expected_exception", 0)
        return classes is not None and REMOVED_IN_V1 in (class_paths(self.model.value(classes)) or ())

    def _suppressed(self, node: ast.expr) -> set[str]:
        """The names of the exceptions of ``with suppress(…)``, and of the warnings that a test expects."""
        function = self.model.value(node.func) if isinstance(node, ast.Call) else None
        if function in WARNS:
            return {"DeprecationWarning"}
        if isinstance(node, ast.Call) and function == Place("contextlib.suppress"):
            return {argument.id for argument in node.args if isinstance(argument, ast.Name)}
        return set()

    @staticmethod
    def _serves_both(uses: Iterable[Use], caught: Iterable[str]) -> None:
        """``try: r["x"] except TypeError: r.x``: code for both SDKs."""
        caught = set(caught)
        for use in uses:
            missing = use.role == METHOD or isinstance(use.node, ast.Call)
            errors = {"builtins.TypeError", "builtins.AttributeError"} if missing else {"builtins.TypeError"}
            if use.role in RESPONSE_ROLES and not errors.isdisjoint(caught):
                use.era = "either"
