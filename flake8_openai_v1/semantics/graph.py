"""The constraints of one file: where each value comes from, and where it is put.

A node stands for a value: of an expression, of a name between two assignments, of a parameter, of what a function
returns. Its edges say where the value goes: on unchanged, out of a container by a label, into one, or into a call.
Names of a function are followed in order (an assignment makes a new node, paths that meet make one that both lead to);
names that functions share, and those of a module seen from within functions, have one node for all that is ever bound
to them. A graph is a pure function of the file's text: what calls and attributes mean is found out by `solver`.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Sequence
from functools import cached_property
from typing import Any

from ..sdk.arguments import GONE
from ..syntax.index import statements, walked
from .facts import ANY_NAME, Handed, is_no_object, passes_test
from .nodes import (
    ANY,
    ANY_ITEM,
    ANY_KEY,
    ITS_KEY,
    BlockNames,
    Class,
    Function,
    Label,
    Node,
    Reach,
    Scope,
    Site,
    cell,
    is_polymorphic,
    link,
    merge,
    put,
    read,
    with_row,
)

ADD = frozenset({"append", "add", "appendleft", "put", "put_nowait", "push", "insert", "send_nowait"})
"""Methods of containers that put their last argument into them as an item."""
EXTEND = frozenset({"extend", "extendleft"})
MAPS = frozenset({"map", "imap", "imap_unordered", "starmap"})
"""Methods of pools that give what a function gives for each item."""
TAKE = frozenset({"get", "pop", "popleft", "get_nowait"})
"""Methods that give what is under a key, or an item where none is named."""


HANDED = ADD | TAKE | {"__getitem__"}
"""Methods of containers that are followed where they are handed on."""
BY_KEY = frozenset({"get", "items", "keys", "to_dict_recursive", "values"})
"""Methods of a dict, and of nothing that has no keys."""
READERS = {"get": 1, "pop": 1, "setdefault": 1, "getenv": 1, "getattr": 2, "hasattr": 2, "setattr": 2, "delattr": 2}
"""Functions that read or set what their first arguments name."""
VALIDATORS = frozenset({"root_validator", "model_validator"})
"""Decorators of pydantic: what their functions put into a dict are attributes of the object."""


class Graph:
    """The constraints of a file. Build with `build`."""

    def __init__(self, number: int, path: str, tree: ast.Module) -> None:
        """``number`` is that of the file in its program."""
        self.number = number
        self.path = path
        self.tree = tree
        self.nodes: dict[ast.AST, list[Node]] = {}
        """Expression → its nodes: more than one where a function is looked at for each call."""
        self.functions: list[tuple[Function, Node]] = []
        """With the node of the function itself."""
        self.classes: list[tuple[Class, Node, list[Node]]] = []
        """With the node of the class itself, and those of its bases."""
        self.imports: list[tuple[Node, str, int, str | None]] = []
        """Node, module, level, and the name that is imported from it; None: the module itself."""
        self.caught: list[tuple[Node, Node]] = []
        """The class in an ``except``, and the name of what is caught."""
        self.raised: list[Node] = []
        self.builtins: list[tuple[Node, str]] = []
        self.sites: list[Site] = []
        self.annotated: list[tuple[Node, Node]] = []
        """The annotation of a parameter, and the parameter."""
        self.supers: list[tuple[Node, Class]] = []
        self.handed: list[tuple[Node, Handed]] = []
        """Methods that are read and not called, as those of a container."""
        self.mappings: list[tuple[ast.MatchMapping, Node]] = []
        """Patterns for a dict, and what is matched."""
        self.displays: list[Node] = []
        """Dicts, lists and tuples that stand in the text and are not empty."""
        self._shares = any(isinstance(node, (ast.Global, ast.Nonlocal)) for node in statements(tree))
        self.keys: list[tuple[str, ast.expr | ast.keyword, Node]] = []
        """Keys that stand in the text, and the dict that gets them."""
        self.key_reads: dict[ast.expr, tuple[ast.expr, object]] = {}
        """What reads by a key, or calls a method of dicts → what it is done on, and the key, if it has one."""
        self.dropped: list[tuple[object, Node]] = []
        """Keys that are taken out of a dict."""
        self.module = Scope(None, set())
        self._later: list[Callable[[], None]] = []
        self._scope = self.module
        self._recorded: list[dict[str, list[Node]]] = []
        """For each ``try`` around: what its block has bound."""
        self._loops: list[tuple[list[dict[str, Node]], list[dict[str, Node]]]] = []
        """For each loop around: the names where a turn ends early, and where the loop is left."""
        self._dead = False
        self._copied: dict[Node, Reach] = {}
        self._callee: ast.expr | None = None

    def build(self) -> None:
        """Make all nodes and edges."""
        names = BlockNames(self.tree.body, self._shares)
        self.module.escaping = names.inner_shared
        self.module.bound = names.bound | names.inner_shared
        self._body(self.tree.body)
        self.run_later()

    @cached_property
    def has_names(self) -> bool:
        """True if an argument of 0.x that is gone is named by a text that is a value: no key, and not compared."""
        named = [
            node
            for node in walked(self.tree)
            if isinstance(node, ast.Constant) and isinstance(node.value, str) and node.value in GONE
        ]
        other = {id(at) for name, at, _ in self.keys if name != ANY_NAME}
        for node in walked(self.tree) if named else ():
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                other.update(id(one) for one in node.args[: READERS.get(name, 0)])
            elif isinstance(node, ast.Compare):
                other.update(id(part) for one in (node.left, *node.comparators) for part in walked(one))
            elif isinstance(node, ast.Subscript):
                other.add(id(node.slice))
        return any(id(node) not in other for node in named)

    def run_later(self) -> None:
        """Functions run after what stands around them."""
        while self._later:
            pending, self._later = self._later, []
            for one in pending:
                one()

    # Nodes and edges

    def node(self, at: ast.AST) -> Node:
        """A new node for an expression."""
        node = Node(at)
        self.nodes.setdefault(at, []).append(node)
        return node

    def _known(self, at: ast.AST, node: Node) -> Node:
        self.nodes.setdefault(at, []).append(node)
        return node

    def _load(self, at: ast.AST, base: Node, label: Label) -> Node:
        return read(base, label, self.node(at))

    @staticmethod
    def _part(base: Node, label: Label) -> Node:
        return read(base, label, Node())

    # Names

    def _read(self, name: str) -> Node | None:
        node = self._bound(name)
        if node is not None and node.facts:
            self._copied.setdefault(node, Reach.of(node))
        return node

    def _named_by(self, name: str) -> Node:
        """What a name is, in this file or as one of Python's own."""
        found = self._read(name)
        if found is None:
            found = Node()
            self.builtins.append((found, name))
        return found

    def _bound(self, name: str) -> Node | None:
        scope: Scope | None = self._scope
        first = True
        while scope is not None:
            if name in scope.globals:
                return self.module.variable(name)
            if scope.cls is not None and not first:
                scope = scope.parent
                continue
            if first and name in scope.bound and name not in scope.escaping and name not in scope.nonlocals:
                return scope.env.get(name) or Node()  # not bound yet
            if name in scope.bound and name not in scope.nonlocals:
                return scope.variable(name)
            if scope.function is not None and not isinstance(scope.function.at, ast.Lambda):
                first = False  # it runs later than what stands around it
            scope = scope.parent
        return None

    def _bind(self, name: str, value: Node) -> None:
        scope = self._scope
        if name in scope.globals:
            link(value, self.module.variable(name))
            return
        if name in scope.nonlocals:
            outer = scope.parent
            while outer is not None and (outer.cls is not None or name not in outer.bound):
                outer = outer.parent
            if outer is not None:
                link(value, outer.variable(name))
            return
        scope.env[name] = value
        for bound in self._recorded:
            bound.setdefault(name, []).append(value)
        link(value, scope.variable(name))
        if scope.cls is not None:
            link(value, cell(scope.cls, name))

    # Paths that meet

    def _merged(self, ends: Sequence[dict[str, Node]]) -> dict[str, Node]:
        """The names where paths meet."""
        if not ends:
            return self._scope.env
        if len(ends) == 1:
            return ends[0]
        result = dict(ends[0])
        for name in {name for end in ends for name in end}:
            found = [end[name] for end in ends if name in end]
            if any(one is not found[0] for one in found):
                meet = Node()
                for one in dict.fromkeys(found):
                    link(one, meet)
                result[name] = meet
            else:
                result[name] = found[0]
        return result

    def _branch(self, body: Sequence[ast.stmt], env: dict[str, Node]) -> dict[str, Node] | None:
        """The names behind a block that starts with these; None if it never ends."""
        before, dead = self._scope.env, self._dead
        self._scope.env, self._dead = dict(env), False
        self._body(body)
        after = None if self._dead else self._scope.env
        self._scope.env, self._dead = before, dead
        return after

    def _go_on(self, ends: Iterable[dict[str, Node] | None]) -> None:
        alive = [end for end in ends if end is not None]
        if alive:
            self._scope.env = self._merged(alive)
        else:
            self._dead = True

    def _loop_heads(self, body: Sequence[ast.stmt]) -> dict[str, Node]:
        """Nodes for the names that a loop binds: what they were before, or after a turn."""
        names = BlockNames(body, False).bound
        heads: dict[str, Node] = {}
        env = self._scope.env
        for name in names:
            head = heads[name] = Node()
            if name in env:
                link(env[name], head)
            env[name] = head
        return heads

    def _looped(
        self, node: ast.For | ast.AsyncFor | ast.While, heads: dict[str, Node], start: Callable[[], None]
    ) -> None:
        before = dict(self._scope.env)
        self._loops.append(([], []))
        self._scope.env = dict(before)
        start()
        end = self._branch(node.body, self._scope.env)
        turns, broken = self._loops.pop()
        ends = [*turns, *([end] if end is not None else [])]
        for one in (*ends, *broken):
            for name, head in heads.items():
                if name in one and one[name] is not head:
                    link(one[name], head)
        self._scope.env = self._merged([before, *ends])
        if node.orelse:
            self._go_on([self._branch(node.orelse, self._scope.env), *broken])
        else:
            self._scope.env = self._merged([self._scope.env, *broken])

    # Statements

    def _body(self, body: Sequence[ast.stmt]) -> None:
        for statement in body:
            handler = getattr(self, f"_{type(statement).__name__}", None)
            if handler is not None:
                handler(statement)
            else:
                for child in ast.iter_child_nodes(statement):
                    if isinstance(child, ast.expr):
                        self.eval(child)

    def _Assign(self, node: ast.Assign) -> None:
        value = self.eval(node.value)
        for target in node.targets:
            self._assign(target, value)

    def _AnnAssign(self, node: ast.AnnAssign) -> None:
        if node.value is not None:
            self._assign(node.target, self.eval(node.value))
        scope = self._scope
        if scope.cls is not None and isinstance(node.target, ast.Name):
            scope.cls.fields.append(node.target.id)
            names = {part.id for part in ast.walk(node.annotation) if isinstance(part, ast.Name)}
            scope.cls.annotated.append((node.annotation, {name: self._named_by(name) for name in sorted(names)}))
            cell(scope.cls, node.target.id)

    def _AugAssign(self, node: ast.AugAssign) -> None:
        value = self.eval(node.value)
        if isinstance(node.target, ast.Name):
            before = self._read(node.target.id)
            after = Node(node)
            for one in (before, value):
                if one is not None:
                    link(one, after)
            if before is not None:
                merge(value, before)
            self._bind(node.target.id, after)
        else:
            merge(value, self.eval(node.target))

    def _assign(self, target: ast.expr, value: Node) -> None:
        if isinstance(target, ast.Name):
            fresh = Node(target)
            link(value, fresh)
            self._bind(target.id, fresh)
        elif isinstance(target, ast.Attribute):
            put(value, ("a", target.attr), self.eval(target.value))
        elif isinstance(target, ast.Subscript):
            container = self.eval(target.value)
            self._put_under(target.slice, value, container)
            self._validate(target, value)
        elif isinstance(target, (ast.Tuple, ast.List)):
            starred = False
            for number, part in enumerate(target.elts):
                if isinstance(part, ast.Starred):
                    starred = True
                    rest = Node(part)
                    put(self._part(value, ANY_ITEM), ANY_ITEM, rest)
                    self._assign(part.value, rest)
                else:
                    self._assign(part, self._part(value, ANY_ITEM if starred else ("i", number)))
        elif isinstance(target, ast.Starred):
            self._assign(target.value, value)

    def _validate(self, target: ast.Subscript, value: Node) -> None:
        """``values["client"] = x`` in a validator of pydantic: the objects of its class have that as an attribute."""
        function = self._function()
        if function is None or function.owner is None or not isinstance(target.value, ast.Name):
            return
        names = {_last_name(one) for one in getattr(function.at, "decorator_list", ())}
        given = list(function.parameters)[1:2]
        key = target.slice.value if isinstance(target.slice, ast.Constant) else None
        if not names.isdisjoint(VALIDATORS) and target.value.id in given and isinstance(key, str):
            link(value, cell(function.owner, key))

    def _Return(self, node: ast.Return) -> None:
        function = self._function()
        if node.value is not None:
            value = self.eval(node.value)
            if function is not None and not function.is_generator:
                link(value, function.result)
        self._dead = True

    def _function(self) -> Function | None:
        scope: Scope | None = self._scope
        while scope is not None and scope.function is None:
            scope = scope.parent
        return scope.function if scope is not None else None

    def _Raise(self, node: ast.Raise) -> None:
        if node.exc is not None:
            self.raised.append(self.eval(node.exc))
        if node.cause is not None:
            self.eval(node.cause)
        self._dead = True

    def _Continue(self, node: ast.Continue | ast.Break) -> None:
        if self._loops:
            self._loops[-1][isinstance(node, ast.Break)].append(self._scope.env)
        self._dead = True

    _Break = _Continue

    def _If(self, node: ast.If) -> None:
        ends: list[dict[str, Node] | None] = []
        rung: ast.If | None = node
        while rung is not None:
            self.eval(rung.test)
            ends.append(self._branch(rung.body, self._narrowed(rung.test, True)))
            self._scope.env = self._narrowed(rung.test, False)
            rest = rung.orelse
            if len(rest) == 1 and isinstance(rest[0], ast.If):
                rung = rest[0]
            else:
                ends.append(self._branch(rest, self._scope.env) if rest else self._scope.env)
                rung = None
        self._go_on(ends)

    def _narrowed(self, test: ast.expr, outcome: bool) -> dict[str, Node]:
        """The names where a test has come out so."""
        env = self._scope.env
        while isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
            test, outcome = test.operand, not outcome
        tests = [test]
        if isinstance(test, ast.BoolOp) and isinstance(test.op, ast.And) is outcome:
            tests = test.values
        for one in tests:
            if (
                isinstance(one, ast.Call)
                and isinstance(one.func, ast.Name)
                and one.func.id == "isinstance"
                and len(one.args) == 2
                and isinstance(one.args[0], ast.Name)
                and one.args[0].id in env
            ):
                before = env[one.args[0].id]
                after = Node()
                after.refined = self._filter(one.args[1], outcome)
                link(before, after)
                env = {**env, one.args[0].id: after}
        return env

    def _filter(self, classes: ast.expr, outcome: bool) -> Callable[[Any], bool]:
        node = self.eval(classes)
        names = {part.id for part in ast.walk(classes) if isinstance(part, ast.Name)}
        return lambda fact: passes_test(fact, node, names, outcome)

    def _For(self, node: ast.For | ast.AsyncFor) -> None:
        items = self.eval(node.iter)
        heads = self._loop_heads([node])  # with its target
        self._looped(node, heads, lambda: self._assign(node.target, self._part(items, ANY_ITEM)))

    _AsyncFor = _For

    def _While(self, node: ast.While) -> None:
        heads = self._loop_heads([node])
        self.eval(node.test)
        self._looped(node, heads, lambda: None)

    def _With(self, node: ast.With | ast.AsyncWith) -> None:
        for item in node.items:
            value = self.eval(item.context_expr)
            if item.optional_vars is not None:
                entered = Node(item.optional_vars)
                link(value, entered)
                # What a function behind @contextmanager yields.
                link(self._part(value, ("i", None)), entered)
                name = "__aenter__" if isinstance(node, ast.AsyncWith) else "__enter__"
                link(self._site(item.context_expr, self._part(value, ("a", name)), Node()).node, entered)
                self._assign(item.optional_vars, entered)
        self._body(node.body)

    _AsyncWith = _With

    def _Try(self, node: ast.Try) -> None:
        before = dict(self._scope.env)
        bound: dict[str, list[Node]] = {}
        self._recorded.append(bound)
        end = self._branch(node.body, before)
        self._recorded.pop()
        # An exception may come before or after any assignment.
        caught = dict(before)
        for name, values in bound.items():
            meet = caught[name] = Node()
            for value in (*values, *([before[name]] if name in before else [])):
                link(value, meet)
        ends: list[dict[str, Node] | None] = []
        if end is not None:
            ends.append(self._branch(node.orelse, end) if node.orelse else end)
        for handler in node.handlers:
            env = dict(caught)
            if handler.type is not None:
                cls = self.eval(handler.type)
                if handler.name:
                    value = Node(handler)
                    value.is_keyless = True
                    env[handler.name] = value
                    link(value, self._scope.variable(handler.name))
                    self.caught.append((cls, value))
            ends.append(self._branch(handler.body, env))
        if node.finalbody:
            dead = all(one is None for one in ends)
            self._go_on([one for one in ends if one is not None] or [caught])
            self._body(node.finalbody)
            self._dead = self._dead or dead
        else:
            self._go_on(ends)

    _TryStar = _Try

    def _Match(self, node: ast.Match) -> None:
        subject = self.eval(node.subject)
        ends: list[dict[str, Node] | None] = [self._scope.env]
        for case in node.cases:
            before = dict(self._scope.env)
            if isinstance(node.subject, ast.Name):
                self._scope.env = self._matched(node.subject.id, case.pattern)
            self._pattern(case.pattern, subject)
            if case.guard is not None:
                self.eval(case.guard)
            ends.append(self._branch(case.body, self._scope.env))
            self._scope.env = before
        self._go_on(ends)

    def _matched(self, name: str, pattern: ast.pattern) -> dict[str, Node]:
        """The names where a subject of this name has matched."""
        env = self._scope.env
        while isinstance(pattern, ast.MatchAs) and pattern.pattern is not None:
            pattern = pattern.pattern
        if name not in env or isinstance(pattern, (ast.MatchAs, ast.MatchOr)):
            return env
        after = Node()
        if isinstance(pattern, ast.MatchClass):
            after.refined = self._filter(pattern.cls, True)
        else:  # a mapping, a sequence, a text: no object
            after.refined = is_no_object
        link(env[name], after)
        return {**env, name: after}

    def _pattern(self, pattern: ast.pattern, value: Node) -> None:
        if isinstance(pattern, ast.MatchAs):
            if pattern.pattern is not None:
                self._pattern(pattern.pattern, value)
            if pattern.name:
                self._bind(pattern.name, value)
        elif isinstance(pattern, ast.MatchOr):
            for one in pattern.patterns:
                self._pattern(one, value)
        elif isinstance(pattern, ast.MatchMapping):
            self.mappings.append((pattern, value))
            for key, one in zip(pattern.keys, pattern.patterns, strict=True):
                self._pattern(one, self._part(value, self._label(key)))
        elif isinstance(pattern, ast.MatchSequence):
            for number, one in enumerate(pattern.patterns):
                self._pattern(one, self._part(value, ("i", number)))
        elif isinstance(pattern, ast.MatchClass):
            self.eval(pattern.cls)
            for name, one in zip(pattern.kwd_attrs, pattern.kwd_patterns, strict=True):
                self._pattern(one, self._part(value, ("a", name)))

    def _Import(self, node: ast.Import) -> None:
        for alias in node.names:
            value = Node(alias)
            if alias.asname:
                self.imports.append((value, alias.name, 0, None))
                self._bind(alias.asname, value)
            else:
                top = alias.name.partition(".")[0]
                self.imports.append((value, top, 0, None))
                self._bind(top, value)

    def _ImportFrom(self, node: ast.ImportFrom) -> None:
        for alias in node.names:
            if alias.name == "*":
                continue
            value = Node(alias)
            self.imports.append((value, node.module or "", node.level, alias.name))
            self._bind(alias.asname or alias.name, value)

    def _Global(self, node: ast.Global) -> None:
        self._scope.globals.update(node.names)

    def _Nonlocal(self, node: ast.Nonlocal) -> None:
        self._scope.nonlocals.update(node.names)

    def _Delete(self, node: ast.Delete) -> None:
        for target in node.targets:
            if isinstance(target, ast.Name):
                self._scope.env[target.id] = Node()
            elif isinstance(target, ast.Subscript):
                self.dropped.append((self._label(target.slice)[1], self.eval(target.value)))

    # Functions and classes

    def _FunctionDef(self, node: ast.FunctionDef | ast.AsyncFunctionDef) -> None:
        function = Function(node, self, self._scope, self._scope.cls)
        value = Node(node)
        self.functions.append((function, value))
        accessors = {one.attr for one in node.decorator_list if isinstance(one, ast.Attribute)} & {"setter", "deleter"}
        if self._scope.cls is not None and "setter" in accessors:
            self._scope.cls.setters[node.name] = function
        elif self._scope.cls is not None and not accessors:
            self._scope.cls.methods[node.name] = function
        for decorator in reversed(node.decorator_list):
            value = self._decorated(function, decorator, value)
        if not accessors:
            self._bind(node.name, value)
        self._signature(function)
        function.is_polymorphic = is_polymorphic(node)
        self._pend(function)

    _AsyncFunctionDef = _FunctionDef

    def _decorated(self, function: Function, decorator: ast.expr, value: Node) -> Node:
        name = decorator.id if isinstance(decorator, ast.Name) else getattr(decorator, "attr", "")
        if name in ("staticmethod", "classmethod"):
            function.kind = name[:-6]
            return value
        if name in ("property", "cached_property"):
            function.kind = "property"
            return value
        if isinstance(decorator, ast.Attribute) and name in ("setter", "deleter"):
            return value
        site = self._site(decorator, self.eval(decorator), Node(decorator))
        site.args.append((value, False))
        value.given = with_row(value.given, (site, 0))
        return site.node

    def _signature(self, function: Function) -> None:
        args = function.at.args
        for names, table in (
            ((*args.posonlyargs, *args.args), function.parameters),
            (args.kwonlyargs, function.keyword_only),
        ):
            for arg in names:
                table[arg.arg] = self.node(arg)
                if arg.annotation is not None:
                    self.annotated.append((self.eval(arg.annotation), table[arg.arg]))
        positional = [function.parameters[arg.arg] for arg in (*args.posonlyargs, *args.args)]
        for node, default in zip(positional[len(positional) - len(args.defaults) :], args.defaults, strict=True):
            link(self.eval(default), node)
        for arg, one in zip(args.kwonlyargs, args.kw_defaults, strict=True):
            if one is not None:
                link(self.eval(one), function.keyword_only[arg.arg])
        function.vararg = self.node(args.vararg) if args.vararg else None
        function.kwarg = self.node(args.kwarg) if args.kwarg else None

    def _pend(self, function: Function) -> None:
        self._later.append(lambda: self.run(function))

    def run(self, function: Function) -> None:
        """Make the nodes of a function's body."""
        at = function.at
        statements = [ast.Return(at.body)] if isinstance(at, ast.Lambda) else at.body
        names = BlockNames(statements, self._shares)
        function.is_generator = names.yields
        args = at.args
        given = {**function.parameters, **function.keyword_only}
        if args.vararg and function.vararg is not None:
            given[args.vararg.arg] = function.vararg
        if args.kwarg and function.kwarg is not None:
            given[args.kwarg.arg] = function.kwarg
        scope = Scope(function.scope, names.bound | given.keys(), function)
        scope.globals, scope.nonlocals, scope.escaping = (
            names.globals,
            names.nonlocals,
            names.inner_shared,
        )
        outer = self._scope, self._dead, self._loops, self._recorded
        self._scope, self._dead, self._loops, self._recorded = scope, False, [], []
        for name, node in given.items():
            scope.env[name] = node
            link(node, scope.variable(name))
        if isinstance(at, ast.Lambda):
            link(self.eval(at.body), function.result)
        else:
            self._body(at.body)
        # It returns None, or raises, as a method does that others override.
        function.result.is_placeholder = not (function.result.into or function.is_generator)
        self._scope, self._dead, self._loops, self._recorded = outer

    def copy(self, function: Function) -> tuple[Function, dict[Node, Reach]]:
        """The same function once more, for one call; and the nodes around it that got new edges, with the old ones."""
        self._copied = {}
        other = Function(function.at, self, function.scope, function.owner)
        other.kind = function.kind
        outer, self._scope = self._scope, function.scope
        self._signature(other)
        self.run(other)
        self._scope = outer
        self.run_later()
        return other, self._copied

    def _ClassDef(self, node: ast.ClassDef) -> None:
        cls = Class(node, self)
        value = Node(node)
        bases = [self.eval(base) for base in node.bases]
        for keyword in node.keywords:
            self.eval(keyword.value)
        for decorator in node.decorator_list:
            self.eval(decorator)
        self.classes.append((cls, value, bases))
        scope = Scope(self._scope, BlockNames(node.body, False).bound)
        scope.cls = cls
        outer, self._scope = self._scope, scope
        self._body(node.body)
        self._scope = outer
        self._bind(node.name, value)

    # Expressions

    def eval(self, node: ast.expr) -> Node:
        """The node of an expression; those within it are made, too."""
        handler = getattr(self, f"_{type(node).__name__}", None)
        if handler is not None:
            result: Node = handler(node)
            return result
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                self.eval(child)
        return self.node(node)

    def _Name(self, node: ast.Name) -> Node:
        found = self._read(node.id)
        if found is None:
            found = Node(node)
            self.builtins.append((found, node.id))
        return self._known(node, found)

    def _Constant(self, node: ast.Constant) -> Node:
        value = self.node(node)
        value.is_placeholder = node.value is None or node.value == ""
        value.is_keyless = True
        return value

    def _keyless(self, node: ast.expr) -> Node:
        """A text, or a truth value."""
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.expr):
                self.eval(child)
        value = self.node(node)
        value.is_keyless = True
        return value

    _JoinedStr = _Compare = _keyless

    def _UnaryOp(self, node: ast.UnaryOp) -> Node:
        value = self._keyless(node)
        value.is_keyless = isinstance(node.op, ast.Not) or isinstance(node.operand, ast.Constant)
        return value

    def _Attribute(self, node: ast.Attribute) -> Node:
        if node.attr in BY_KEY:
            self.key_reads[node] = node.value, None
        owner = self.eval(node.value)
        value = self._load(node, owner, ("a", node.attr))
        if node.attr in HANDED and node is not self._callee:
            self.handed.append((value, Handed(owner, node.attr in ADD)))
        return value

    def _label(self, key: ast.expr) -> Label:
        if isinstance(key, ast.UnaryOp) and isinstance(key.op, ast.USub) and isinstance(key.operand, ast.Constant):
            return ANY_ITEM
        if isinstance(key, ast.Constant):
            if isinstance(key.value, str):
                return ("k", key.value)
            if isinstance(key.value, int):
                return ("i", key.value)
        self.eval(key)
        return ANY

    def _put_under(self, key: ast.expr, value: Node, container: Node, is_named: bool = True) -> None:
        """A value is put into a container under a key, which is an item of it: a future, for one.

        ``is_named``: is the key's name that of an argument here, not of what another dict has?
        """
        label = self._label(key)
        is_future = isinstance(key, ast.Call) and isinstance(key.func, ast.Attribute)  # nothing that counts items
        put(value, ANY_KEY if is_future else label, container)
        if label == ANY:
            for one in self.nodes.get(key, ())[-1:]:
                put(one, ITS_KEY, container)
        if is_named:
            self._key(key, container)

    def _key(self, key: ast.expr, container: Node) -> None:
        if isinstance(key, ast.Constant) and isinstance(key.value, str):
            self.keys.append((key.value, key, container))
        elif not isinstance(key, ast.Constant):
            self.keys.append((ANY_NAME, key, container))

    def _Subscript(self, node: ast.Subscript) -> Node:
        base = self.eval(node.value)
        if isinstance(node.slice, ast.Slice):
            for part in (node.slice.lower, node.slice.upper, node.slice.step):
                if part is not None:
                    self.eval(part)
            value = self.node(node)
            link(base, value)
            return value
        if isinstance(node.slice, ast.Constant) and isinstance(node.slice.value, str):
            self.key_reads[node] = node.value, node.slice.value
        return self._load(node, base, self._label(node.slice))

    def _Call(self, node: ast.Call) -> Node:
        self._callee = node.func
        function = self.eval(node.func)
        value = self.node(node)
        site = self._site(node, function, value)
        for number, argument in enumerate(node.args):
            starred = isinstance(argument, ast.Starred)
            one = self.eval(argument.value if isinstance(argument, ast.Starred) else argument)
            site.args.append((one, starred))
            one.given = with_row(one.given, (site, "*" if starred else number))
        for keyword in node.keywords:
            one = self.eval(keyword.value)
            site.keywords.append((keyword.arg, one))
            one.given = with_row(one.given, (site, keyword.arg or "**"))
        if isinstance(node.func, ast.Attribute):
            value.is_keyless = _is_text(node.func.value)
            self._method(node, node.func, site)
        elif isinstance(node.func, ast.Name) and node.func.id == "dict":
            self._named(node, value)
        elif isinstance(node.func, ast.Name) and node.func.id in ("locals", "vars"):
            self._local_names(node, value)
        elif isinstance(node.func, ast.Name) and node.func.id == "super" and not node.args:
            scope: Scope | None = self._scope
            while scope is not None and scope.cls is None:
                scope = scope.parent
            if scope is not None and scope.cls is not None:
                self.supers.append((value, scope.cls))
        return value

    def _site(self, at: ast.AST, function: Node, value: Node) -> Site:
        site = Site(at, self, function, value)
        value.site = site
        function.calls = with_row(function.calls, site)
        self.sites.append(site)
        return site

    def _method(self, node: ast.Call, function: ast.Attribute, site: Site) -> None:
        """What a method does if its object is a container of Python's own."""
        assert site.function.of is not None
        owner = site.function.of[1]
        name = function.attr
        arguments = [one for one, _ in site.args]
        key = self._label(node.args[0]) if node.args else ANY_ITEM
        if name in ADD and arguments:
            put(arguments[-1], ANY_ITEM, owner)
        elif name in EXTEND and arguments:
            put(self._part(arguments[0], ANY_ITEM), ANY_ITEM, owner)
        elif name == "update":
            for one in arguments:
                merge(one, owner)
            for keyword, one in site.keywords:
                if keyword is None:
                    merge(one, owner)
                else:
                    put(one, ("k", keyword), owner)
            self._named(node, owner)
        elif name == "setdefault" and len(arguments) == 2:
            self._key(node.args[0], owner)
            put(arguments[1], key, owner)
            link(arguments[1], site.node)
            link(self._part(owner, key), site.node)
        elif name in TAKE:
            if name == "get" and node.args and isinstance(node.args[0], ast.Constant):
                self.key_reads[node] = function.value, node.args[0].value
            site.is_container = True
            if name == "pop":
                self.dropped.append((key[1], owner))
            link(self._part(owner, key), site.node)
            if len(arguments) == 2:
                link(arguments[1], site.node)
        elif name == "sort":
            for keyword, one in site.keywords:
                if keyword == "key":
                    self._applied(node, one, [(self._part(owner, ANY_ITEM), False)], Node())
        elif name == "popitem":
            pair = Node()
            put(self._part(owner, ANY_KEY), ("i", 1), pair)
            site.is_container = True
            link(pair, site.node)
        elif name == "__getitem__" and arguments:
            link(self._part(owner, key), site.node)
        elif name == "__setitem__" and len(arguments) == 2:
            put(arguments[1], key, owner)
        elif name == "values":
            site.is_container = True
            put(self._part(owner, ANY_KEY), ANY_ITEM, site.node)
        elif name == "items":
            site.is_container = True
            pair = Node()
            put(self._part(owner, ANY_KEY), ("i", 1), pair)
            put(pair, ANY_ITEM, site.node)
        elif name in ("copy", "result") and not arguments:
            site.is_container = name == "result"  # the copy of a response is a dict
            link(owner, site.node)  # of a container; of a future
        elif name == "add_done_callback" and arguments:
            self._applied(node, arguments[0], [(owner, False)], Node())
        elif name in ("run_until_complete", "create_task") and arguments:
            site.is_container = True
            link(arguments[0], site.node)
        elif name == "submit" and arguments:
            site.is_container = True
            self._applied(node, arguments[0], site.args[1:], site.node, site.keywords)
        elif name == "run_in_executor" and len(arguments) > 1:
            site.is_container = True
            self._applied(node, arguments[1], site.args[2:], site.node)
        elif name in MAPS and len(arguments) > 1:
            site.is_container = True
            items = [(self._part(one, ANY_ITEM), name == "starmap") for one in arguments[1:]]
            value = Node()
            self._applied(node, arguments[0], items, value)
            put(value, ANY_ITEM, site.node)
        elif (name == "apply" and _are_given(node)) or (name == "apply_async" and arguments):
            site.is_container = True
            value = site.node if name == "apply" else Node()
            self._applied(node, arguments[0], [(one, True) for one in arguments[1:2]], value)
            if value is not site.node:
                put(value, ANY_ITEM, site.node)  # its get() gives it
            for keyword, one in site.keywords:
                if keyword == "callback":
                    self._applied(node, one, [(value, False)], Node())

    def _applied(
        self,
        at: ast.Call,
        function: Node,
        arguments: Sequence[tuple[Node, bool]],
        value: Node,
        keywords: Sequence[tuple[str | None, Node]] = (),
    ) -> None:
        """A function is called by another one with these arguments."""
        result = Node()
        inner = self._site(at, function, result)
        inner.args = list(arguments)
        inner.keywords = list(keywords)
        link(result, value)

    def _local_names(self, node: ast.Call, container: Node) -> None:
        """``locals()`` in a function: a dict of its names."""
        if self._scope.function is None or node.args:
            return
        for name in sorted(self._scope.bound - self._scope.globals - self._scope.nonlocals):
            one = self._bound(name)
            if one is not None:
                put(one, ("k", name), container)
                self.keys.append((name, node, container))

    def _named(self, node: ast.Call, container: Node) -> None:
        """Keywords that become keys of a dict."""
        self.keys += [(one.arg, one, container) for one in node.keywords if one.arg is not None]

    def _Dict(self, node: ast.Dict) -> Node:
        value = self.node(node)
        for key, item in zip(node.keys, node.values, strict=True):
            one = self.eval(item)
            if key is None:
                merge(one, value)
            else:
                self._put_under(key, one, value)
        value.is_placeholder = not node.keys
        if node.keys:
            self.displays.append(value)
        return value

    def _List(self, node: ast.List | ast.Tuple | ast.Set) -> Node:
        value = self.node(node)
        value.is_placeholder = not node.elts
        if node.elts:
            self.displays.append(value)
        ordered = True
        for number, element in enumerate(node.elts):
            if isinstance(element, ast.Starred):
                put(self._part(self.eval(element.value), ANY_ITEM), ANY_ITEM, value)
                ordered = False
            else:
                in_tuple = ordered and isinstance(node, ast.Tuple)
                put(self.eval(element), ("i", number) if in_tuple else ANY_ITEM, value)
        return value

    _Tuple = _Set = _List

    def _BinOp(self, node: ast.BinOp) -> Node:
        operands = self.eval(node.left), self.eval(node.right)
        value = self.node(node)
        if isinstance(node.op, (ast.Add, ast.BitOr, ast.Mult)):  # of lists and of dicts: what is in them
            for one in operands:
                link(one, value)
        value.is_keyless = any(map(_is_text, (node.left, node.right)))
        return value

    def _BoolOp(self, node: ast.BoolOp) -> Node:
        value = self.node(node)
        env = self._scope.env
        for number, operand in enumerate(node.values):
            one = self.eval(operand)
            if isinstance(node.op, ast.Or) or number == len(node.values) - 1:
                link(one, value)
            self._scope.env = self._narrowed(operand, isinstance(node.op, ast.And))
        self._scope.env = {**env, **{name: one for name, one in self._scope.env.items() if name not in env}}
        return value

    def _IfExp(self, node: ast.IfExp) -> Node:
        value = self.node(node)
        self.eval(node.test)
        env = self._scope.env
        self._scope.env = self._narrowed(node.test, True)
        link(self.eval(node.body), value)
        self._scope.env = env
        self._scope.env = self._narrowed(node.test, False)
        link(self.eval(node.orelse), value)
        self._scope.env = env
        return value

    def _NamedExpr(self, node: ast.NamedExpr) -> Node:
        value = self.eval(node.value)
        self._assign(node.target, value)
        return self._known(node, value)

    def _Await(self, node: ast.Await) -> Node:
        value = self.node(node)
        link(self.eval(node.value), value)
        return value

    def _Starred(self, node: ast.Starred) -> Node:
        return self._known(node, self.eval(node.value))

    def _Lambda(self, node: ast.Lambda) -> Node:
        function = Function(node, self, self._scope, None)
        value = self.node(node)
        self.functions.append((function, value))
        self._signature(function)
        self.run(function)  # it sees the names as they are now: most are called where they stand
        return value

    def _comprehension(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) -> Node:
        value = self.node(node)
        self.displays.append(value)
        before = dict(self._scope.env)
        for generator in node.generators:
            items = self.eval(generator.iter)
            bound = {part.id for part in ast.walk(generator.target) if isinstance(part, ast.Name)}
            self._inner_names(generator.target, self._part(items, ANY_ITEM), bound)
            for test in generator.ifs:
                self.eval(test)
                self._scope.env = self._narrowed(test, True)
        if isinstance(node, ast.DictComp):
            self._put_under(node.key, self.eval(node.value), value, not _is_of_items(node))
            copied = copied_by(node)
            for one in self.nodes.get(copied, ())[-1:] if copied is not None else ():
                merge(one, value)
        else:
            put(self.eval(node.elt), ANY_ITEM, value)
        self._scope.env = before
        return value

    _ListComp = _SetComp = _GeneratorExp = _DictComp = _comprehension

    def _inner_names(self, target: ast.expr, value: Node, bound: set[str]) -> None:
        """Bind the names of a comprehension: only within it."""
        if isinstance(target, ast.Name):
            fresh = Node(target)
            link(value, fresh)
            self._scope.env[target.id] = fresh
        elif isinstance(target, (ast.Tuple, ast.List)):
            for number, part in enumerate(target.elts):
                inner = part.value if isinstance(part, ast.Starred) else part
                self._inner_names(inner, self._part(value, ("i", number)), bound)

    def _Yield(self, node: ast.Yield) -> Node:
        function = self._function()
        if node.value is not None:
            value = self.eval(node.value)
            if function is not None:
                put(value, ANY_ITEM, function.result)
        return self.node(node)

    def _YieldFrom(self, node: ast.YieldFrom) -> Node:
        function = self._function()
        value = self.eval(node.value)
        if function is not None:
            put(self._part(value, ANY_ITEM), ANY_ITEM, function.result)
        return self.node(node)


def _is_text(node: ast.expr) -> bool:
    """True if an expression is a text that stands in the file, or one with gaps."""
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _last_name(node: ast.expr) -> str:
    """The last name of ``a.b.name`` or ``a.b.name(…)``."""
    node = node.func if isinstance(node, ast.Call) else node
    return node.attr if isinstance(node, ast.Attribute) else getattr(node, "id", "")


def _are_given(call: ast.Call) -> bool:
    """True if a function and its arguments are given to a pool: ``pool.apply(f, (a,))``."""
    return len(call.args) > 1 and isinstance(call.args[1], (ast.Tuple, ast.List))


def _is_of_items(node: ast.DictComp) -> bool:
    """True if the keys of a comprehension are those of another dict: ``{name: … for name, value in d.items()}``."""
    first = node.generators[0]
    names = first.target.elts[:1] if isinstance(first.target, ast.Tuple) else [first.target]
    is_key = isinstance(node.key, ast.Name) and node.key.id in {getattr(one, "id", None) for one in names}
    call = first.iter
    return is_key and isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "items"


def copied_by(node: ast.DictComp) -> ast.expr | None:
    """The dict of which a comprehension makes another one, with the same keys or some of them."""
    (first, *rest) = node.generators
    target, call = first.target, first.iter
    if (
        not rest
        and isinstance(target, ast.Tuple)
        and isinstance(target.elts[0], ast.Name)
        and isinstance(node.key, ast.Name)
        and node.key.id == target.elts[0].id
        and isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "items"
        and node.key.id not in {getattr(part, "id", "") for test in first.ifs for part in ast.walk(test)}
    ):
        return call.func.value
    return None
