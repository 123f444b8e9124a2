"""Statements in order: what they bind, which paths meet, and which SDK a branch is meant for."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from typing import TypeAlias

from ..sdk.names import STAR
from . import calls, guards, quoted, responses
from .expressions import Expressions, about_sdk, class_paths, instance_of, summary_of, unpacked
from .narrowing import narrowing
from .places import FIXTURES, KEEPS_FUNCTION, PROPERTIES, TELLS_VERSION, VERSIONS, canonical, is_legacy, is_new
from .relevance import Relevance, Word
from .scopes import CLASS, FUNCTION, MODULE, Scope, merge
from .uses import ACCESS, DELETE, IMPORT, ITERATE, METHOD, SERIALISE, SETITEM, SPREAD, STORE, TRY, Use
from .values import (
    NONE,
    Class,
    Client,
    Const,
    Coroutine,
    Era,
    Function,
    Guard,
    Items,
    Many,
    Mapping,
    Object,
    Page,
    Place,
    Raised,
    Summary,
    Value,
    Version,
    attribute,
    elements,
    join,
    rebound,
)

IMPORT_ERRORS = frozenset({"builtins.ImportError", "builtins.ModuleNotFoundError"})
ATTRIBUTE_ERRORS = frozenset({"builtins.AttributeError"})
BROAD_ERRORS = frozenset({"builtins.Exception", "builtins.BaseException"})

INDEX_ERRORS = frozenset({"IndexError", "LookupError", "Exception", "BaseException"})
RESPONSE_ROLES = frozenset({ACCESS, METHOD, ITERATE, SPREAD, SERIALISE})

MOST_LOOKS = 2

Exits: TypeAlias = list[dict[str, Value]] | None
String: TypeAlias = ast.Constant | None
Formatted: TypeAlias = ast.JoinedStr | None
FunctionNode = ast.FunctionDef | ast.AsyncFunctionDef


def leaves(body: Sequence[ast.stmt]) -> bool:
    """Does a block always leave the function (``return``, ``raise``, ``sys.exit()``)?"""
    return _ends(body, (ast.Return, ast.Raise))


def breaks_off(body: Sequence[ast.stmt]) -> bool:
    """Does a block never reach the statement behind it?"""
    return _ends(body, (ast.Return, ast.Raise, ast.Continue, ast.Break))


def _ends(body: Sequence[ast.stmt], kinds: tuple[type, ...]) -> bool:
    while body:
        last = body[-1]
        if isinstance(last, kinds):
            return True
        if isinstance(last, ast.If) and last.orelse:
            if not _ends(last.body, kinds):
                return False
            body = last.orelse
        elif isinstance(last, (ast.With, ast.AsyncWith)):
            body = last.body
        elif isinstance(last, ast.Expr) and isinstance(last.value, ast.Call):
            function = last.value.func
            name = function.attr if isinstance(function, ast.Attribute) else getattr(function, "id", "")
            return name in ("exit", "_exit", "quit", "skipTest") or (
                # pytest.skip(..., allow_module_level=True)
                name == "skip" and isinstance(function, ast.Attribute) and getattr(function.value, "id", "") == "pytest"
            )
        else:
            return False
    return False


class Flow(Expressions):
    """Executes the relevant statements of a file, in order, on what is known of its names."""

    def __init__(self, relevance: Relevance) -> None:
        """Nothing executed yet."""
        super().__init__(relevance)
        self.summaries: dict[int, dict[str, Summary]] = {}
        self.functions: dict[int, Function] = {}
        self.classes: dict[int, Class] = {}
        self.pending: list[tuple[Function, Scope, Era]] = []
        self.pended: dict[tuple[int, int], int] = {}
        """A function and the function around it, by their ``id`` → its place in ``pending``."""
        self.looking_again = 0
        """How many of the loops around the present statement are looked at for the second time."""
        self.tries: tuple[ast.Try, ...] = ()
        """The ``try`` statements around the present one, the outermost first."""
        self.exits: Exits = None
        """For each loop around: what is known where it is left or gone on with."""
        self.standing_in = False
        """Within ``except ImportError``: what is bound here stands in for what could not be imported."""
        self.imported: dict[int, list[tuple[str, Value]]] = {}
        """``id(from … import)`` → what it binds."""
        self.promised: dict[int, Value] = {}
        """``id(parameter)`` → what its annotation promises."""
        self._statements: dict[type, Callable[..., None]] = {
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
            ast.Expr: self._expression,
        }
        self._handlers[ast.Yield] = self._yield
        self._handlers[ast.YieldFrom] = self._yield
        if hasattr(ast, "TryStar"):
            self._statements[ast.TryStar] = self._try

    # -- one round

    def round(self, tree: ast.Module) -> None:
        """Execute the module, then the functions it defines."""
        self.model.uses.clear()
        self.model.values.clear()
        self.model.clauses.clear()
        self.position.clear()
        self.keep.clear()
        self.pending.clear()
        self.progress.start()
        self.pended.clear()
        self.era = None
        self.star = False
        self.scope = Scope(MODULE, None, self.summaries.setdefault(id(tree), {}))
        self.body(tree.body)
        self.annotating = True
        for comment in quoted.type_comments(self.relevance.lines, self.relevance.numbers):
            self.keep.append(comment)
            with suppress(RecursionError):
                self.eval(comment)
        self.annotating = False
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
        if self.guarded:
            # Who calls them tells which SDK they are for.
            for function in using:
                self.follow(function.node.name)
                if function.owner is not None:
                    self.follow(function.owner.node.name)

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
            era: Era = "legacy" if item.eras and item.eras <= {"legacy", "either"} else None
            changed |= era != item.era
            item.era = era
            item.eras = set()
        return changed

    # -- blocks

    def body(self, statements: Sequence[ast.stmt]) -> None:
        """Execute a block. An early exit on a test of the version leaves the rest to the other SDK."""
        era = self.era
        within = self.relevance.statement
        state = self._state()
        for statement in statements:
            if within(statement):
                self.progress.line = statement.lineno
                present, names = self.era, self.scope.names
                try:
                    handler = self._statements.get(type(statement))
                    if handler is None:
                        self._generic(statement)
                    else:
                        handler(statement)
                except RecursionError:
                    # Nested deeper than Python can walk: nothing is known of this statement.
                    (
                        self.scope, self.exits, self.tries, self.catching_index, self.looking_again,
                        self.standing_in, self.annotating, self.taken, self.string, self.formatted,
                    ) = state  # fmt: skip
                    self.era, self.scope.names = present, names
        self.era = era

    def _state(self) -> tuple[Scope, Exits, tuple[ast.Try, ...], int, int, bool, bool, bool, String, Formatted]:
        """All that a statement changes and puts back at its end."""
        return (
            self.scope, self.exits, self.tries, self.catching_index, self.looking_again,
            self.standing_in, self.annotating, self.taken, self.string, self.formatted,
        )  # fmt: skip

    def _branch(self, statements: Sequence[ast.stmt], era: Era) -> dict[str, Value]:
        """Execute a block on a copy of the names; the names after it."""
        before = self.scope.names
        self.scope.names = dict(before)
        with self.during(era):
            self.body(statements)
        after, self.scope.names = self.scope.names, before
        return after

    # -- binding

    def bind(self, name: str, value: Value) -> None:
        """Bind a name; a stand-in for a failed import counts as nothing."""
        if self.standing_in and not about_sdk(value):
            # A flag that is set where nothing of that name was imported is only a flag.
            if not isinstance(value, Const) or about_sdk(self.scope.names.get(name)):
                value = NONE
        super().bind(name, value)
        if self.scope.kind is CLASS and self.scope.cls is not None and about_sdk(value):
            self.carry(self.scope.cls, name)

    def assign(self, target: ast.expr, value: Value, node: ast.expr | None = None) -> None:
        """Bind a target of any form to a value."""
        if isinstance(target, ast.Name):
            self.tested.discard(target.id)
            self.bind(target.id, rebound(value))
        elif isinstance(target, ast.Attribute):
            self._assign_attribute(target, value, node)
        elif isinstance(target, ast.Subscript):
            self._assign_item(target, value)
        elif isinstance(target, (ast.Tuple, ast.List)):
            for part, given in zip(target.elts, unpacked(target, value), strict=True):
                self.assign(part, given)
        elif isinstance(target, ast.Starred):
            self.assign(target.value, value)

    def _assign_attribute(self, target: ast.Attribute, value: Value, node: ast.expr | None) -> None:
        base = self.chain(target.value)
        self.close(target.value)
        if isinstance(base, (Object, Class)):
            cls = base.cls if isinstance(base, Object) else base
            if self.standing_in and not about_sdk(value):
                value = NONE
            summary_of(cls.attributes, target.attr).add(rebound(value), self.era)
            if about_sdk(value):
                self.carry(cls, target.attr)
        elif base is None:
            if about_sdk(value):
                self.want(target.value)
        else:
            place = attribute(base, target.attr)
            if place is not None:
                if value is None and node is not None and target.attr == "base_url":
                    self.want(node)
                self.emit(STORE, target, place, value)
                self._told(place, value)

    def _told(self, place: Value, value: Value) -> None:
        """What a store into the SDK means for its calls: another function is behind one, or all go to Azure."""
        if isinstance(place, (Place, Client)) and place.path not in self.replaced:
            if place.path == "openai.api_type":
                if not isinstance(value, Const) or not str(value.value).startswith("azure"):
                    return
            elif not about_call(place):
                return
            self.replaced.add(place.path)
            self.learned = True

    def _assign_item(self, target: ast.Subscript, value: Value) -> None:
        base = self.chain(target.value)
        if responses.is_model(base) or isinstance(base, Many):
            self._subscripted(target)
            if isinstance(base, Many) and isinstance(target.value, ast.Name):
                self.bind(target.value.id, Many(join(base.item, value)))
            return
        self.close(target.value)
        self.eval(target.slice)
        key = target.slice
        if isinstance(base, Mapping) and isinstance(target.value, ast.Name):
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                self.bind(target.value.id, base.with_entries(((key.value, key),)))
        elif base is not None:
            self.emit(SETITEM, target, base, value)

    # -- statements

    def _import(self, node: ast.Import) -> None:
        for alias in node.names:
            self.model.modules.add(alias.name.partition(".")[0])
            path = ""
            for part in alias.name.split("."):
                path = canonical(f"{path}.{part}") if path else part
            if alias.asname:
                self.bind(alias.asname, Place(path))
            else:
                self.bind(alias.name.partition(".")[0], Place(alias.name.partition(".")[0]))
            if alias.name.partition(".")[0] == "openai":
                self.emit(IMPORT, alias, Place(path), node, spelled=alias.name)

    def _import_from(self, node: ast.ImportFrom) -> None:
        if node.level or not node.module:
            for alias in node.names:
                if alias.name != "*":
                    self.bind(alias.asname or alias.name, self._told_elsewhere(alias.name))
            return
        package = node.module.partition(".")[0]
        self.model.modules.add(package)
        if package != "openai":
            self._import_from_elsewhere(node, node.module)
            return
        module = ""
        for part in node.module.split("."):
            module = canonical(f"{module}.{part}") if module else part
        for alias in node.names:
            if alias.name == "*":
                if node.module == "openai":
                    self.star = True
                    self.note(self.relevance.learn(map(Word, STAR)))
                self.emit(IMPORT, alias, Place(module), node, spelled=node.module)
                continue
            place = attribute(Place(module), alias.name)
            value: Value = place
            if isinstance(place, Place) and place.path in VERSIONS:
                value = Version()
            self.bind(alias.asname or alias.name, value)
            self.emit(IMPORT, alias, place, node, spelled=f"{node.module}.{alias.name}")

    def _import_from_elsewhere(self, node: ast.ImportFrom, module: str) -> None:
        # Most imports are of other packages, and mean the same in every round.
        bindings = self.imported.get(id(node))
        if bindings is None:
            bindings = self.imported[id(node)] = [
                (alias.asname or alias.name, self._told_elsewhere(alias.name) or attribute(Place(module), alias.name))
                for alias in node.names
                if alias.name != "*"
            ]
        for name, value in bindings:
            self.bind(name, value)

    @staticmethod
    def _told_elsewhere(name: str) -> Version | None:
        return Version(plain=False) if TELLS_VERSION.search(name) else None

    def _assign(self, node: ast.Assign) -> None:
        value = self.eval(node.value)
        for target in node.targets:
            self.assign(target, value, node.value)

    def _annotated_assign(self, node: ast.AnnAssign) -> None:
        promised = self.annotation(node.annotation)
        value = self.eval(node.value) if node.value is not None else None
        if node.value is not None or promised is not None:
            known = value is not None and value != NONE
            self.assign(node.target, value if known or promised is None else promised, node.value)
        elif isinstance(node.target, ast.Name):
            self.scope.declare(node.target.id)

    def _augmented_assign(self, node: ast.AugAssign) -> None:
        value = self.eval(node.value)
        target = node.target
        if isinstance(target, ast.Name):
            found, before = self.scope.lookup(target.id)
            if found and isinstance(before, Mapping) and isinstance(value, Mapping):
                self.bind(target.id, before.with_entries(value.entries))
            elif found:
                self.bind(target.id, None)
        else:
            self.assign(target, None if not isinstance(value, Mapping) else value)

    def _delete(self, node: ast.Delete) -> None:
        for target in node.targets:
            if isinstance(target, ast.Name):
                scope, here = self.scope.home(target.id)
                if here:
                    scope.names[target.id] = None
            elif isinstance(target, ast.Attribute):
                base = self.chain(target.value)
                place = attribute(base, target.attr) if base is not None else None
                if isinstance(place, Place):
                    self.emit(DELETE, target, place)
            elif isinstance(target, ast.Subscript):
                self._subscripted(target)
                base = self.model.value(target.value)
                key = target.slice
                if isinstance(base, Mapping) and isinstance(target.value, ast.Name):
                    if isinstance(key, ast.Constant) and isinstance(key.value, str):
                        self.bind(target.value.id, base.without(key.value))

    def _if(self, node: ast.If) -> None:
        # An ``elif`` ladder nests as deep as it is long: walk it in a loop.
        outer = self.era
        ends: list[dict[str, Value]] = []
        first: Guard | None = None
        afterwards: Era = None
        rung: ast.If | None = node
        while rung is not None:
            guard = self._condition(rung.test)
            first = first or guard
            end = self._knowing(narrowing(self, rung.test, True), rung.body, guard.true if guard else None)
            self._reaches(rung.body, end, ends)
            # ``if not isinstance(x, dict): return``: from here on it is one.
            otherwise = narrowing(self, rung.test, False)
            if otherwise:
                self.scope.names = dict(self.scope.names)
                self.narrow(otherwise)
            following = rung.orelse
            rung_below = following[0] if len(following) == 1 and isinstance(following[0], ast.If) else None
            if guard is not None:
                self._follow_flags(rung.body, following)
                if breaks_off(rung.body):
                    afterwards = guard.false
                elif following and rung_below is None and breaks_off(following):
                    afterwards = guard.true
                # The rest of the ladder runs where the test was false.
                self.enter(guard.false)
            if rung_below is None:
                end = self._branch(following, None) if following else self.scope.names
                self._reaches(following, end, ends)
            rung = rung_below
        self.era = outer
        if ends:
            names = ends[0]
            for end in ends[1:]:
                names = self._meet(names, end, first)
            self.scope.names = names
        self.enter(afterwards)

    def _reaches(self, body: Sequence[ast.stmt], end: dict[str, Value], ends: list[dict[str, Value]]) -> None:
        """What is known at the end of a block goes on behind it, or at the end of the loop, or nowhere."""
        if not breaks_off(body):
            ends.append(end)
        elif self.exits is not None and not leaves(body):
            self.exits.append(end)

    def _follow_flags(self, *blocks: Sequence[ast.stmt]) -> None:
        """Flags that a test of the version sets are tested in its stead later on."""
        self.guarded = True
        if self.scope.function is not None:
            # So does what is returned.
            self.follow_in("return", self.scope.function)
        for block in blocks:
            for statement in block:
                if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Constant):
                    for target in statement.targets:
                        if isinstance(target, ast.Name):
                            self.follow(target.id, self.scope)
                        elif isinstance(target, ast.Attribute):
                            self.follow(target.attr)

    def _knowing(self, narrowed: dict[str, Value], body: Sequence[ast.stmt], era: Era) -> dict[str, Value]:
        """Execute a block with what a test says of some names; behind it they are what they were."""
        before = self.scope.names
        if narrowed:
            self.scope.names = dict(before)
            self.narrow(narrowed)
        end = self._branch(body, era)
        self.scope.names = before
        for name, value in narrowed.items():
            if end.get(name) == value:
                end.pop(name)
                if name in before:
                    end[name] = before[name]
        return end

    def _condition(self, node: ast.expr) -> Guard | None:
        if not self.relevance.within(node.lineno, node.end_lineno or node.lineno):
            return None
        return self.test(node)

    def _meet(self, one: dict[str, Value], other: dict[str, Value], guard: Guard | None) -> dict[str, Value]:
        """Join two branches; a flag set differently in them remembers the test."""
        names = merge(one, other)
        if guard is not None:
            for name, value in one.items():
                against = other.get(name)
                if (
                    isinstance(value, Const)
                    and isinstance(against, Const)
                    and value is not against
                    and bool(value.value) != bool(against.value)
                ):
                    flag = guard if value.value else guards.inverted(guard)
                    names[name] = flag
                    self.follow(name, self.scope)
                    summary_of(self.scope.summaries, name).replace(flag)
        return names

    def _for(self, node: ast.For | ast.AsyncFor) -> None:
        element = self.element(node.iter, isinstance(node, ast.AsyncFor))
        before = dict(self.scope.names)
        self.assign(node.target, element)
        self._looped(node.body)
        self._again(before, node.body, lambda: self.assign(node.target, element))
        self.body(node.orelse)

    def _while(self, node: ast.While) -> None:
        guard = self._condition(node.test)
        before = dict(self.scope.names)
        with self.during(guard.true if guard else None), self.narrowed(narrowing(self, node.test, True)):
            self._looped(node.body)
        self._again(before, node.body, lambda: None)
        self.body(node.orelse)

    def _looped(self, body: Sequence[ast.stmt]) -> None:
        """A loop body once; what ``continue`` and ``break`` leave with is known behind it too."""
        ends: list[dict[str, Value]] = []
        outside, self.exits = self.exits, ends
        self.body(body)
        self.exits = outside
        for end in ends:
            self.scope.names = merge(self.scope.names, end)

    def _again(self, before: dict[str, Value], body: Sequence[ast.stmt], start: Callable[[], None]) -> None:
        """A loop body runs zero or more times: look a second time if the first changed a name."""
        names = merge(before, self.scope.names)
        changed = any(name in before and before[name] != value for name, value in names.items())
        self.scope.names = names
        # Each loop around doubles the work: the innermost ones are not looked at again for each of them.
        if changed and self.looking_again < MOST_LOOKS:
            self.looking_again += 1
            start()
            self._looped(body)
            self.looking_again -= 1
            self.scope.names = merge(names, self.scope.names)

    def _with(self, node: ast.With | ast.AsyncWith) -> None:
        mark = len(self.model.uses)
        suppressed: set[str] = set()
        for item in node.items:
            value = self.eval(item.context_expr)
            suppressed |= self._suppressed(item.context_expr)
            if item.optional_vars is not None:
                self.assign(item.optional_vars, calls.entered(value))
        index = bool(suppressed & INDEX_ERRORS)
        self.catching_index += index
        self.body(node.body)
        self.catching_index -= index
        self._serves_both(self.model.uses[mark:], {f"builtins.{name}" for name in suppressed})

    def _suppressed(self, node: ast.expr) -> set[str]:
        """The names of the exceptions of ``with suppress(…)``."""
        if isinstance(node, ast.Call) and self.model.value(node.func) == Place("contextlib.suppress"):
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

    def _match(self, node: ast.Match) -> None:
        subject = self.eval(node.subject)
        ends: list[dict[str, Value]] = []
        for case in node.cases:
            if isinstance(case.pattern, ast.MatchMapping) and responses.is_model(subject):
                self.emit(SPREAD, case.pattern, subject, "match")
            self._pattern(case.pattern)
            matched = self._matched(case.pattern, subject, self.spelled(node.subject))
            if case.guard is not None:
                with self.narrowed(matched):
                    self.eval(case.guard)
            end = self._knowing(matched, case.body, "either" if isinstance(subject, Version) else None)
            self._reaches(case.body, end, ends)
        for end in ends:
            self.scope.names = merge(self.scope.names, end)

    def _matched(self, pattern: ast.pattern, subject: Value, name: str | None) -> dict[str, Value]:
        """Bind what a whole pattern is called; what the name of the subject is where it matches."""
        as_name = pattern.name if isinstance(pattern, ast.MatchAs) else None
        inner = pattern.pattern if isinstance(pattern, ast.MatchAs) else pattern
        value = subject
        if isinstance(inner, ast.MatchClass):
            cls = self.model.value(inner.cls)
            value = subject if cls == Place("builtins.object") else instance_of(cls)
        elif inner is not None:
            value = None
        if as_name is not None:
            self.bind(as_name, rebound(value))
        if name is None or inner is None or not (about_sdk(value) or about_sdk(subject)):
            return {}
        self.follow(name.partition(".")[0], self.scope)
        return {name: value}

    def _pattern(self, pattern: ast.pattern) -> None:
        for part in ast.walk(pattern):
            name = getattr(part, "name", None) or getattr(part, "rest", None)
            if isinstance(name, str):
                self.bind(name, None)
            if isinstance(part, ast.MatchClass):
                self.exception_class(part.cls)
            elif isinstance(part, ast.MatchValue):
                self.eval(part.value)

    def _assert(self, node: ast.Assert) -> None:
        guard = self.test(node.test)
        if node.msg is not None:
            self.eval(node.msg)
        self.narrow(narrowing(self, node.test, True))
        if guard is not None and guard.true in ("new", "legacy"):
            self.enter(guard.true)

    def _return(self, node: ast.Return) -> None:
        if node.value is None:
            return
        # What is returned is followed in this file, it is not handed on.
        self.taken = isinstance(node.value, (ast.Name, ast.Attribute))
        value = self.eval(node.value)
        self.taken = False
        function = self.scope.function
        if function is not None:
            function.returns.add(rebound(value), self.era)
            if about_sdk(value):
                self.follow(function.node.name)
                self._of_class(function)
                for decorator in function.node.decorator_list:
                    self.want_function(decorator.func if isinstance(decorator, ast.Call) else decorator)
                # What else it returns counts too.
                self.follow_in("return", function)

    def _of_class(self, function: Function) -> None:
        """A method gives what matters: so does the object that it is called on."""
        if function.owner is not None:
            self.carried.add(function.node.name)
            if function.node.name.startswith("__"):
                self.follow(function.owner.node.name)

    def _expression(self, node: ast.Expr) -> None:
        if isinstance(node.value, (ast.Yield, ast.YieldFrom)):
            self._yield(node.value)
            return
        value = self.eval(node.value)
        if isinstance(value, Coroutine) and isinstance(node.value, ast.Call) and not isinstance(value.value, Page):
            # Made and dropped: nothing will ever run it.
            responses.not_awaited(self, node.value, value)

    def _yield(self, node: ast.Yield | ast.YieldFrom) -> Value:
        value = self.eval(node.value) if node.value is not None else None
        function = self.scope.function
        if function is not None:
            function.generates = True
            if isinstance(node, ast.YieldFrom):
                value = self.element_of(node, value)
            function.yields.add(rebound(value))
            if about_sdk(value):
                self.follow(function.node.name)
                self._of_class(function)
                self.follow_in("yield", function)
        return None

    def element_of(self, node: ast.YieldFrom, value: Value) -> Value:
        """What ``yield from value`` gives on."""
        return responses.iterate(self, node.value, value, False) if value is not None else None

    def _global(self, node: ast.Global) -> None:
        self.scope.global_names.update(node.names)

    def _nonlocal(self, node: ast.Nonlocal) -> None:
        self.scope.nonlocal_names.update(node.names)

    # -- try

    def _try(self, node: ast.Try) -> None:
        before = dict(self.scope.names)
        mark = len(self.model.uses)
        self.catching_index += _catches(node, INDEX_ERRORS)
        outside, self.tries = self.tries, (*self.tries, node)
        self.body(node.body)
        self.tries = outside
        self.catching_index -= _catches(node, INDEX_ERRORS)
        attempted = self.model.uses[mark:]
        names_new = any(_names_new(use) for use in attempted)
        imports_new = any(use.role == IMPORT and _names_new(use) for use in attempted)
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
            if caught is not None:
                self._serves_both(attempted, caught)
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

    def _caught(self, handler: ast.ExceptHandler) -> tuple[str, ...] | None:
        """The classes that a clause catches; None where one is unknown."""
        return class_paths(self.exception_class(handler.type)) if handler.type is not None else None

    def _clause(self, handler: ast.ExceptHandler) -> tuple[tuple[ast.expr, str], ...]:
        if handler.type is None:
            return ()
        nodes = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
        return tuple((node, path) for node in nodes for path in class_paths(self.model.value(node)) or ())

    # -- functions and classes

    def _decorated(self, node: FunctionNode | ast.ClassDef) -> tuple[set[str], Era]:
        """Evaluate decorators; the places that they denote (``""``: unknown), and the SDK that a mark asks for."""
        places = set()
        era: Era = None
        for decorator in node.decorator_list:
            self.taken = not isinstance(decorator, ast.Call)
            value = self.eval(decorator)
            self.taken = False
            if isinstance(value, Guard):
                era = era or value.true
                continue
            if isinstance(decorator, ast.Call):
                value = self.model.value(decorator.func)
            if not isinstance(value, Function):
                places.add(value.path if isinstance(value, Place) else "")
        return places, era

    def _function(self, node: FunctionNode) -> None:
        function = self.functions.get(id(node))
        if function is None:
            function = self.functions[id(node)] = Function(node)
        decorators, era = self._decorated(node)
        function.opaque = bool(decorators - KEEPS_FUNCTION - PROPERTIES)
        function.static = "builtins.staticmethod" in decorators
        function.owner = self.scope.cls if self.scope.kind is CLASS else None
        if self.relevance.within(node.lineno, max(node.lineno, node.body[0].lineno - 1)):
            self._signature(node, function)
        if about_sdk(function.promised):
            self.follow(node.name)
        if node.name in self.wanted:
            self.follow_range(node.lineno, node.end_lineno or node.lineno)
        if decorators & PROPERTIES:
            self.bind(node.name, calls.called(function))
        else:
            self.bind(node.name, self._behind_decorators(node, function))
        with self.during(era):
            self._pend(function)

    def _pend(self, function: Function) -> None:
        """Have a function run later: once, also where a loop defines it again."""
        around = self.scope
        while around.kind is CLASS and around.parent is not None:
            around = around.parent
        at = self.pended.setdefault((id(function), id(around)), len(self.pending))
        if at == len(self.pending):
            self.progress.wait(function.node.lineno, function.node.end_lineno or function.node.lineno)
        self.pending[at : at + 1] = [(function, self.scope, self.era)]

    def _signature(self, node: FunctionNode, function: Function) -> None:
        """Evaluate the defaults and annotations of a function."""
        args = node.args
        positional = [*args.posonlyargs, *args.args]
        defaults: list[tuple[ast.arg, ast.expr]] = list(
            zip(positional[len(positional) - len(args.defaults) :], args.defaults, strict=True)
        )
        defaults += [(arg, default) for arg, default in zip(args.kwonlyargs, args.kw_defaults, strict=True) if default]
        for arg, default in defaults:
            value = function.defaults[arg.arg] = self.eval(default)
            if about_sdk(value):
                self.give(function, arg.arg, value)
        for parameter in (*positional, *args.kwonlyargs, args.vararg, args.kwarg):
            if parameter is not None and parameter.annotation is not None:
                promised = self.annotation(parameter.annotation)
                if promised is not None:
                    self.follow_in(parameter.arg, function)
                    self.promised[id(parameter)] = promised
        function.promised = self.annotation(node.returns)

    def _behind_decorators(self, node: FunctionNode, function: Function) -> Value:
        """The function that a decorated name denotes, where the decorators are functions of this file."""
        value: Value = function
        for decorator in reversed(node.decorator_list):
            wrapper = self.model.value(decorator)
            if not isinstance(wrapper, Function):
                continue
            parameters = [*wrapper.node.args.posonlyargs, *wrapper.node.args.args]
            if parameters:
                summary_of(wrapper.parameters, parameters[0].arg).add(value)
            inner = wrapper.returns.read()
            if about_sdk(calls.called(function)):
                self.follow(wrapper.node.name)
                self.wanted.add(wrapper.node.name)
                self.follow(node.name)
            if isinstance(inner, Function):
                function.opaque = False
                value = inner
        return value

    def _run(self, function: Function, parent: Scope, era: Era) -> None:
        """Execute the body of a function."""
        node = function.node
        table = self.summaries.setdefault(id(node), {})
        scope = Scope(FUNCTION, parent, table, function, function.owner)
        self.scope = scope
        args = node.args
        named = [*args.posonlyargs, *args.args]
        for number, arg in enumerate((*named, *args.kwonlyargs)):
            value: Value = None
            if number == 0 and named and function.owner is not None and not function.static:
                is_class = any(isinstance(d, ast.Name) and d.id == "classmethod" for d in node.decorator_list)
                value = function.owner if is_class else Object(function.owner)
            else:
                value = summary_of(function.parameters, arg.arg).read() if not function.handed else None
                if value is None:
                    value = self.promised.get(id(arg))
                if value is None and arg.arg in FIXTURES:
                    value = Place(FIXTURES[arg.arg])
            if value is None:
                scope.declare(arg.arg)
            else:
                self.bind(arg.arg, value)
        if args.vararg is not None:
            scope.declare(args.vararg.arg)
        if args.kwarg is not None:
            value = summary_of(function.parameters, args.kwarg.arg).read()
            self.bind(args.kwarg.arg, value if isinstance(value, Mapping) else Mapping(()))
        self.era = era
        self.tested = set()
        self.tries = ()
        owner_era = function.owner.era if function.owner is not None else None
        with self.during(function.era or owner_era):
            self.body(node.body)

    def _class(self, node: ast.ClassDef) -> None:
        cls = self.classes.get(id(node))
        if cls is None:
            cls = self.classes[id(node)] = Class(node)
        cls.bases = tuple(self.eval(base) for base in node.bases)
        for keyword in node.keywords:
            self.eval(keyword.value)
        _, era = self._decorated(node)
        if node.name in self.wanted:
            for part in node.body:
                if isinstance(part, ast.FunctionDef) and part.name == "__init__":
                    self.follow_range(part.lineno, part.end_lineno or part.lineno)
        outer = self.scope
        self.scope = Scope(CLASS, outer, self.summaries.setdefault(id(node), {}), outer.function, cls)
        with self.during(era):
            self.body(node.body)
        self.scope = outer
        self.bind(node.name, cls)


def about_call(place: Place | Client) -> bool:
    """Is it a method of the SDK, legacy or current, that a store replaces?"""
    return responses.call_of(place) is not None


def _catches(node: ast.Try, names: frozenset[str]) -> bool:
    """Has a ``try`` a clause for one of these builtin exceptions, or for everything?"""
    for handler in node.handlers:
        kinds = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
        if any(kind is None or (isinstance(kind, ast.Name) and kind.id in names) for kind in kinds):
            return True
    return False


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
