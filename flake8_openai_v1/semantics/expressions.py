"""What each expression denotes, and the uses of known things that it makes."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import CoroutineType

from ..sdk.fields import LEGACY_ONLY
from ..sdk.names import STAR, STAR_SINCE
from . import by_hand, calls, guards, library, quoted, responses, strings, texts
from .following import Following
from .narrowing import narrowing
from .places import (
    BUILTINS,
    EXCEPTION_KEYWORDS,
    MAPPING_METHODS,
    VARIABLES,
    VERSIONS,
)
from .questions import (
    CHUNK_CHOICES,
    EMPTY,
    EXACT,
    GETATTR,
    ISINSTANCE,
    MAYBE_SETTINGS,
    OPENAI,
    about_sdk,
    instance_of,
    is_exception_class,
    is_inference,
    is_mention,
    path_of,
    promised_by,
    spell,
    unpacked,
)
from .relevance import Relevance
from .scopes import INNER, Scope, exclude
from .uses import CALL, CATCH, CHOICE, DEFERRED, ITERATE, LACK, LOAD, MADE_THERE, SPREAD
from .values import (
    DENIED,
    NONE,
    Class,
    Client,
    Const,
    Coroutine,
    Either,
    Environ,
    Era,
    Function,
    Getter,
    Guard,
    Items,
    Lambda,
    Literal,
    Many,
    Mapping,
    Member,
    Page,
    Partial,
    Place,
    Raised,
    Response,
    Value,
    Version,
    attribute,
    beginning,
    join,
    join_all,
    lengthened,
    merged,
    rebound,
)
from .watched import is_address, is_watched

OF_COROUTINES = frozenset(dir(CoroutineType))
"""What an object has that is still to be awaited."""
KNOWN = ("builtins.", "os.", "pytest.MonkeyPatch.", "unittest.mock.", "mock.")
"""Beginnings of functions of which is known what they do with the name of a variable."""


class Expressions(Following):
    """Evaluates expressions in the scope and era of the moment. The statements are in ``Flow``."""

    def __init__(self, relevance: Relevance) -> None:
        """Nothing evaluated yet."""
        super().__init__(relevance)
        self._handlers: dict[type, Callable[..., Value]] = {
            ast.Name: self._load,
            ast.Attribute: self._load,
            ast.Call: self._called,
            ast.Constant: self._constant,
            ast.Tuple: self._items,
            ast.List: self._items,
            ast.Set: self._items,
            ast.Dict: self._dict,
            ast.BoolOp: self._boolop,
            ast.BinOp: self._binop,
            ast.UnaryOp: self._unaryop,
            ast.Compare: self._compare,
            ast.IfExp: self._ifexp,
            ast.Await: self._await,
            ast.NamedExpr: self._namedexpr,
            ast.Lambda: self._lambda,
            ast.ListComp: self._comprehension,
            ast.SetComp: self._comprehension,
            ast.GeneratorExp: self._comprehension,
            ast.DictComp: self._comprehension,
            ast.Subscript: self._subscripted,
            ast.JoinedStr: self._joinedstr,
            ast.Starred: self._starred,
        }

    def eval(self, node: ast.AST) -> Value:
        """Evaluate an expression: its value, with all uses within it recorded."""
        handler = self._handlers.get(type(node))
        if handler is None:
            return self._generic(node)
        value = handler(node)
        if self.told:
            value = self._in_program(node, value)
        if value is not None:
            self.model.values[id(node)] = value
        else:
            self.model.values.pop(id(node), None)
        return value

    def chain(self, node: ast.expr) -> Value:
        """Evaluate an expression that something is about to be done with: it is no use by itself."""
        kind = type(node)
        if kind is ast.Name:
            value = self.name(node.id)  # type: ignore[attr-defined]
        elif kind is ast.Attribute:
            value = self._attribute(node)  # type: ignore[arg-type]
        elif kind is ast.Call:
            value = self._call(node, base=True)  # type: ignore[arg-type]
        elif kind is ast.Subscript:
            value = self._subscript(node)  # type: ignore[arg-type]
        else:
            return self.eval(node)
        if self.told:
            value = self._in_program(node, value)
        if value is not None:
            self.model.values[id(node)] = value
        else:
            self.model.values.pop(id(node), None)
        return value

    def _in_program(self, node: ast.AST, value: Value) -> Value:
        """What an expression denotes by what is known of it from the program; nothing where a test says otherwise."""
        base = node.func if isinstance(node, ast.Call) else getattr(node, "value", None)
        if value is DENIED or (isinstance(base, ast.AST) and self.model.values.get(id(base)) is DENIED):
            return DENIED
        return self.told.get(id(node), value)

    def name(self, name: str) -> Value:
        """What a name denotes here."""
        found, value = self.scope.lookup(name)
        if found:
            if isinstance(value, (Function, Class)):
                value.eras.add(self.era)
            return value
        if name == "openai":
            return OPENAI
        if self.star and (name in STAR or name in STAR_SINCE):
            return Place(f"openai.{name}")
        if name in BUILTINS:
            return Place(f"builtins.{name}")
        return None

    def _attribute(self, node: ast.Attribute) -> Value:
        base = self.chain(node.value)
        if node.attr in self.dotted and (text := spell(node)) in self.scope.names:
            return self.scope.names[text]
        if responses.has_field(base, node.attr) and responses.is_model(base):
            self.extend(node.value, node)
            return responses.field(base, node.attr)
        self.close(node.value)
        if node.attr in LEGACY_ONLY and responses.is_model(base) and not is_inference(base):
            self.emit(LACK, node, base, node.attr)
        if base is None:
            if node.attr in self.carried:
                self.want(node.value)
            responses.of_other_type(self, node)
            return None
        if isinstance(base, Coroutine) and node.attr not in OF_COROUTINES:
            responses.not_awaited(self, node.value, base)
            return None
        value = attribute(base, node.attr)
        if isinstance(base, Place) and isinstance(value, Place) and not base.path.startswith("openai"):
            value = self._of_module(base, node.attr, value)
        if isinstance(value, Place) and value.path in VERSIONS:
            return Version()
        if isinstance(value, (Function, Class)):
            value.eras.add(self.era)
        if value is None and is_mention(base):
            self.emit(LOAD, node.value, base)
        return value

    def _of_module(self, base: Place, name: str, place: Place) -> Value:
        """``module.name``, where the module is looked at together with this file."""
        path = base.path.lstrip(".")
        names = self.elsewhere(path, len(base.path) - len(path))
        return rebound(names[name]) if names is not None and name in names else place

    def _load(self, node: ast.expr) -> Value:
        value = self.chain(node)
        self.close(node)
        if isinstance(node, ast.Attribute) and node.attr == "choices" and isinstance(node.value, ast.Name):
            # Looked at as a whole, not by its first item.
            self.tested.add(node.value.id)
        if is_mention(value):
            self.emit(LOAD, node, value)
        elif isinstance(value, Function) and not value.handed and not self.taken:
            # Handed on: whoever gets it may call it with anything.
            value.handed = self.learned = True
        return value

    def _called(self, node: ast.Call) -> Value:
        value = self._call(node)
        self.close(node)
        return value

    def _subscripted(self, node: ast.Subscript) -> Value:
        value = self._subscript(node)
        self.close(node)
        if isinstance(node.slice, ast.Constant) and node.slice.value == "choices" and isinstance(node.value, ast.Name):
            self.tested.add(node.value.id)
        return value

    def _generic(self, node: ast.AST) -> Value:
        for name in node._fields:
            child = getattr(node, name, None)
            if isinstance(child, ast.AST):
                self.eval(child)
            elif isinstance(child, list):
                for item in child:
                    if isinstance(item, ast.AST):
                        self.eval(item)
        return None

    def _constant(self, node: ast.Constant) -> Value:
        if self.annotating and isinstance(node.value, str):
            return self.annotation_string(node)
        if isinstance(node.value, str):
            if is_watched(node.value) or (self.relevance.addresses and is_address(node.value)):
                return Literal(node.value, node, self.path)
        return NONE if node.value is None else Const(node.value)

    def annotation_string(self, node: ast.Constant) -> Value:
        """An annotation in quotes."""
        parsed = quoted.parse_annotation(node, self.relevance.lines)
        if parsed is None:
            return None
        tree, placed = parsed
        outer, self.string = self.string, None if placed and self.formatted is None else self.string or node
        value = self.eval(tree)
        self.string = outer
        self.keep.append(tree)
        return value

    def _skippable(self, node: ast.expr) -> bool:
        """Is a display of many lines free of anything relevant?"""
        last = node.end_lineno or node.lineno
        return (
            last - node.lineno > 3
            and self.formatted is None
            and self.string is None
            and not (self.relevance.within(node.lineno, last))
        )

    def _items(self, node: ast.Tuple | ast.List | ast.Set) -> Value:
        if self._skippable(node):
            return None
        return Items(tuple(self.eval(element) for element in node.elts))

    def _dict(self, node: ast.Dict) -> Value:
        if self._skippable(node):
            return None
        entries: list[tuple[str, ast.expr | ast.keyword]] = []
        mixed = clients = False
        for key, item in zip(node.keys, node.values, strict=True):
            value = self.eval(item)
            if key is None:
                if isinstance(value, Mapping):
                    entries += value.entries
                    mixed = mixed or value.mixed
                elif responses.spread(value):
                    self.emit(SPREAD, item, value, "**")
                elif value is None and isinstance(item, ast.Name):
                    self.want(item)
                continue
            self.eval(key)
            clients = clients or (isinstance(value, Client) and not value.path)
            if isinstance(key, ast.Constant) and isinstance(key.value, str):
                entries.append((key.value, key))
                if value is not None:
                    self.model.entries[id(key)] = value
                else:
                    self.under[id(key)] = item
                if not self.comparing:
                    by_hand.secret(self, key.value, item, value)
                    if by_hand.is_header(key.value):
                        by_hand.header(self, key, value)
        return Mapping(tuple(entries), mixed, clients)

    def _boolop(self, node: ast.BoolOp) -> Value:
        value: Value = None
        tests: list[Guard | None] = []
        era: Era = None
        known: dict[str, Value] = {}
        for number, operand in enumerate(node.values):
            with self.during(era), self.narrowed(known):
                one = self.eval(operand)
            known |= narrowing(self, operand, isinstance(node.op, ast.And))
            guard = guards.as_guard(one)
            tests.append(guard)
            if guard is not None:
                era = guard.true if isinstance(node.op, ast.And) else guard.false
            # ``not error and X``: what stands left of ``and`` is only a falsy stand-in for X.
            if not number or isinstance(node.op, ast.And):
                value = one
            elif isinstance(value, Environ) and value.default == NONE and isinstance(one, Const):
                # ``os.getenv("X") or "default"``
                value = Environ(value.name, default=one)
            elif one not in EMPTY:
                # ``response or {}``: an empty stand-in changes nothing.
                value = join(value, one)
        if isinstance(node.op, ast.Or) and isinstance(one, Client) and value is not None:
            return value  # ``client or OpenAI()`` is a client, and no test
        return guards.combined(node.op, tests) or value

    def _binop(self, node: ast.BinOp) -> Value:
        # Long sums nest to the left as deep as they are long.
        left: ast.expr = node
        operands: list[tuple[ast.operator, ast.expr]] = []
        while isinstance(left, ast.BinOp):
            operands.append((left.op, left.right))
            left = left.left
        value = self.eval(left)
        for operator, operand in reversed(operands):
            value = self._combined(value, operator, self.eval(operand))
        return value

    @staticmethod
    def _combined(left: Value, operator: ast.operator, right: Value) -> Value:
        """``left | right`` of classes and of dicts; ``+`` and ``%`` of texts."""
        if isinstance(operator, ast.Add):
            if isinstance(left, Items) and (isinstance(right, Items) or beginning(left)):
                return lengthened(left, right)
            return texts.added(left, right)
        if isinstance(operator, ast.Mod):
            return texts.with_percent(left, right, right.elements if isinstance(right, Items) else ())
        if isinstance(operator, ast.BitOr) and isinstance(right, Mapping):
            return merged(left, right)
        if isinstance(operator, ast.BitOr) and left is not None and right is not None:
            value = join(left, right)
            return value if isinstance(value, (Place, Either)) else None
        return None

    def _unaryop(self, node: ast.UnaryOp) -> Value:
        value = self.eval(node.operand)
        if isinstance(node.op, ast.Not):
            guard = guards.as_guard(value)
            return guards.inverted(guard) if guard else None
        if isinstance(node.op, ast.USub) and isinstance(value, Const) and type(value.value) is int:
            return Const(-value.value)
        return None

    def _compare(self, node: ast.Compare) -> Value:
        left_node = node.left
        self.comparing += 1
        left = self.eval(left_node)
        rights = [self.eval(right_node) for right_node in node.comparators]
        self.comparing -= 1
        found: list[Guard | None] = []
        for operator, right_node, right in zip(node.ops, node.comparators, rights, strict=True):
            for one, node_of_other, other in ((left, right_node, right), (right, left_node, left)):
                if isinstance(one, Version) and other is None and isinstance(node_of_other, ast.Name):
                    self.want(node_of_other)
            found.append(guards.compared(left, operator, right, left_node, right_node))
            if isinstance(operator, (ast.In, ast.NotIn)) and isinstance(left, Const) and responses.is_model(right):
                self.emit(ITERATE, right_node, right, ("in", node))
            if isinstance(left, Const) and right == Place("os.environ"):
                # ``"X" in os.environ``: the program makes sure of it.
                self.model.environment.add(str(left.value))
            left, left_node = right, right_node
        return guards.combined(ast.And(), found)

    def _ifexp(self, node: ast.IfExp) -> Value:
        guard = self.test(node.test)
        with self.during(guard.true if guard else None), self.narrowed(narrowing(self, node.test, True)):
            body = self.eval(node.body)
        with self.during(guard.false if guard else None), self.narrowed(narrowing(self, node.test, False)):
            orelse = self.eval(node.orelse)
        if guard and isinstance(body, Const) and isinstance(orelse, Const) and bool(body.value) != bool(orelse.value):
            return guard if body.value else guards.inverted(guard)
        return join(body, orelse)

    @contextmanager
    def narrowed(self, names: dict[str, Value]) -> Iterator[None]:
        """Where a test has told something of these names; what is bound meanwhile stays bound."""
        if not names:
            yield
            return
        before = {name: self.scope.names[name] for name in names if name in self.scope.names}
        self.narrow(names)
        try:
            yield
        finally:
            for name, value in names.items():
                if name in self.scope.names and self.scope.names[name] is value:
                    if name in before:
                        self.scope.names[name] = before[name]
                    else:
                        del self.scope.names[name]

    def narrow(self, names: dict[str, Value]) -> None:
        """From here on these names are something else."""
        for name, value in names.items():
            self.scope.names[name] = value
            if "." in name:
                self.dotted.add(name.rpartition(".")[2])

    @staticmethod
    def spelled(node: ast.expr) -> str | None:
        """A name or dotted name, as a test may narrow it."""
        return spell(node) if isinstance(node, (ast.Name, ast.Attribute)) else None

    @staticmethod
    def about_sdk(value: Value) -> bool:
        """Does a value have to do with the SDK?"""
        return about_sdk(value)

    @staticmethod
    def instance_of(value: Value) -> Value:
        """What an object of a class is."""
        return instance_of(value)

    def test(self, node: ast.expr) -> Guard | None:
        """Evaluate a condition; what it tells about the SDK."""
        guard = guards.as_guard(self.eval(node))
        if guard is not None:
            self.guarded = True
        return guard

    def _await(self, node: ast.Await) -> Value:
        return responses.awaited(self, node, self.eval(node.value))

    def _namedexpr(self, node: ast.NamedExpr) -> Value:
        value = self.eval(node.value)
        scope = self.scope
        while scope.kind is INNER and scope.parent is not None:
            scope.names[node.target.id] = rebound(value)
            scope = scope.parent
        inner, self.scope = self.scope, scope
        self.bind(node.target.id, rebound(value))
        self.scope = inner
        return value

    def _lambda(self, node: ast.Lambda, item: Value = None) -> Value:
        args = node.args
        for default in (*args.defaults, *args.kw_defaults):
            if default is not None:
                self.eval(default)
        with self.inner() as scope:
            for arg in (*args.posonlyargs, *args.args, *args.kwonlyargs, args.vararg, args.kwarg):
                if arg is not None:
                    scope.names[arg.arg] = None
            if args.args:
                scope.names[args.args[0].arg] = item
            around, self.caught = self.caught, self.caught | {DEFERRED}
            value = self.eval(node.body)
            self.caught = around
        return self._forwarded(node) or (Lambda(value) if about_sdk(value) else None)

    def _forwarded(self, node: ast.Lambda) -> Partial | None:
        """What ``lambda **given: client.method(**given)`` is: the method, asked for whenever it is called."""
        args, call = node.args, node.body
        if args.kwarg is None or args.posonlyargs or args.args or args.kwonlyargs or not isinstance(call, ast.Call):
            return None
        method = self.model.value(call.func)
        if not isinstance(method, Client) or not method.path:
            return None
        named = tuple(keyword for keyword in call.keywords if keyword.arg is not None)
        spread = [keyword.value for keyword in call.keywords if keyword.arg is None]
        starred = [argument.value for argument in call.args if isinstance(argument, ast.Starred)]
        names = [part.id for part in (*starred, *spread) if isinstance(part, ast.Name)]
        taken = [arg.arg for arg in (args.vararg, args.kwarg) if arg is not None]
        return Partial(method, named) if names == taken and len(starred) == len(call.args) else None

    def _comprehension(self, node: ast.ListComp | ast.SetComp | ast.GeneratorExp | ast.DictComp) -> Value:
        with self.inner() as scope:
            for generator in node.generators:
                value = self.element(generator.iter, bool(generator.is_async))
                self.unpack(scope, generator.target, rebound(value))
                for condition in generator.ifs:
                    self.test(condition)
                    self.narrow(narrowing(self, condition, True))
            if isinstance(node, ast.DictComp):
                self.eval(node.key)
                self.eval(node.value)
                return None
            element = self.eval(node.elt)
            return element if isinstance(element, Version) else Many(element)

    def unpack(self, scope: Scope, target: ast.expr, value: Value) -> None:
        """Bind the names of an inner scope's target."""
        if isinstance(target, ast.Name):
            self.tested.discard(target.id)
            scope.names[target.id] = value
        elif isinstance(target, (ast.Tuple, ast.List)):
            for part, given in zip(target.elts, unpacked(target, value), strict=True):
                self.unpack(scope, part, given)
        elif isinstance(target, ast.Starred):
            self.unpack(scope, target.value, value)

    def element(self, node: ast.expr, asynchronous: bool = False) -> Value:
        """Evaluate what is iterated over; what it gives."""
        return rebound(responses.iterate(self, node, self.eval(node), asynchronous))

    def _subscript(self, node: ast.Subscript) -> Value:
        tested = _owner(node.value) in self.tested
        value = self.chain(node.value)
        if isinstance(value, (Place, Member)) and not self.annotating and is_mention(value):
            self.emit(LOAD, node.value, value)
        if self.annotating:
            if is_mention(value):
                self.emit(LOAD, node.value, value)
            if isinstance(value, Place) and value.path.rpartition(".")[2] == "Literal":
                return None
        index = self.eval(node.slice)
        if responses.is_model(value):
            key = index.value if isinstance(index, Const) else None
            if isinstance(index, Const) and not isinstance(key, str) and not isinstance(value, Page):
                self.close(node.value)
                return None
            self.extend(node.value, node, broken=True)
            return (
                responses.field(value, key) if isinstance(key, str) else value.item if isinstance(value, Page) else None
            )
        if isinstance(value, Many):
            self.extend(node.value, node)
            if isinstance(node.slice, ast.Slice):
                return value
            self._first_choice(node, value, index, tested)
            return None if isinstance(index, Const) and isinstance(index.value, str) else value.item
        self.close(node.value)
        if isinstance(value, Version):
            return value
        if isinstance(value, Coroutine):
            responses.not_awaited(self, node.value, value)
            return None
        if isinstance(value, Mapping) and value.clients and library.is_filled(self, node.value):
            return None
        if isinstance(value, Mapping) and isinstance(index, Const) and isinstance(index.value, str):
            return library.entry(self, value, index.value)
        if isinstance(value, Mapping) and value.clients:
            return library.client_in(self, value)
        if isinstance(index, Const):
            length = len(value.elements) if isinstance(value, Items) else 0
            if isinstance(value, Items) and isinstance(index.value, int) and -length <= index.value < length:
                return rebound(value.elements[index.value])
            if isinstance(value, Place) and value.path == "sys.modules" and index.value == "openai":
                return OPENAI
            if isinstance(value, Place) and value.path == "os.environ" and isinstance(node.ctx, ast.Load):
                self.model.environment.add(str(index.value))
                return Environ(str(index.value), required=True)
        if self.annotating and isinstance(value, Place):
            return promised_by(value.path, index)
        if isinstance(value, Items) and not isinstance(node.slice, ast.Slice):
            return join_all(value.elements)
        return None

    def _first_choice(self, node: ast.Subscript, value: Many, index: Value, tested: bool) -> None:
        """``chunk.choices[0]`` of a stream on Azure, whose first chunk has no choices.

        ``tested`` if a condition had looked at the choices before.
        """
        item, chunk = value.item, _owner(node.value)
        if not isinstance(item, Response) or item.shape not in CHUNK_CHOICES or index != Const(0):
            return
        if item.azure is False and not is_inference(item):
            return
        if chunk is not None and not tested and not self.catching_index:
            # A condition that takes the first choice is no test of whether there is one.
            self.tested.discard(chunk)
            self.emit(CHOICE, node, value)

    def _joinedstr(self, node: ast.JoinedStr) -> Value:
        # Before 3.12 the nodes in an f-string do not know where they stand.
        outer, self.formatted = self.formatted, self.formatted or (None if EXACT else node)
        self._generic(node)
        self.formatted = outer
        first = node.values[0] if len(node.values) == 1 else None
        if isinstance(first, ast.FormattedValue) and first.conversion in (-1, 115) and first.format_spec is None:
            whole = library.printed(self, node, first.value)
            if whole is not None:
                return whole
        return texts.joined(self._piece(part) for part in node.values)

    def _piece(self, part: ast.expr) -> Value:
        """A part of an f-string, as it stands in the text."""
        if isinstance(part, ast.FormattedValue):
            return self.model.value(part.value) if part.conversion < 0 and part.format_spec is None else None
        return self.model.value(part)

    def _starred(self, node: ast.Starred) -> Value:
        self.eval(node.value)
        return None

    def annotation(self, node: ast.expr | None) -> Value:
        """Evaluate an annotation; what it promises of the value."""
        if node is None:
            return None
        outer, self.annotating = self.annotating, True
        try:
            value = self.eval(node)
        finally:
            self.annotating = outer
        return instance_of(value)

    def _call(self, node: ast.Call, base: bool = False) -> Value:
        method = node.func
        if isinstance(method, ast.Attribute) and method.attr in responses.METHODS:
            owner = self.chain(method.value)
            if responses.is_dict_method(owner, method.attr):
                return responses.dict_method(self, node, owner, self._arguments(node))
        callee = self.chain(node.func)
        if isinstance(callee, Version):
            return self._on_version(node, callee)
        name = getattr(method, "attr", "") or getattr(method, "id", "")
        if name.startswith("assert"):
            self.comparing += 1
            arguments = self._arguments(node, callee)
            self.comparing -= 1
        else:
            arguments = self._arguments(node, callee)
        if by_hand.sends(name, callee):
            by_hand.request(self, node)
        self._ask(node, callee, arguments)
        if callee is None:
            library.change_mapping(self, node)
            version = calls.of_version(node, arguments)
            if version is not None:
                return version
            given = calls.by_method_name(self, node, arguments)
            if given is not None:
                return given
            if any(about_sdk(value) for value in arguments) or any(
                about_sdk(self.model.value(keyword.value)) for keyword in node.keywords
            ):
                self.want(node)
                if isinstance(method, ast.Attribute):
                    self.want(method.value)  # of which class it is, says what is called
            return None
        if callee == GETATTR:
            return strings.get_attribute(self, node, arguments, base)
        if calls.is_use(callee) and not (base and calls.is_instantiation(callee)):
            self.emit(CALL, node, callee)
        return calls.result(self, node, callee, arguments)

    def _ask(self, node: ast.Call, callee: Value, arguments: list[Value]) -> None:
        """Remember a call of something of the program, or of another package, that is given the name of a variable."""
        named = {value.value for value in arguments if type(value) is Const and isinstance(value.value, str)}
        named.update(
            keyword.value.value
            for keyword in node.keywords
            if isinstance(keyword.value, ast.Constant) and isinstance(keyword.value.value, str)
        )
        named &= VARIABLES
        if not named or (isinstance(callee, Place) and callee.path.startswith(KNOWN)):
            return
        if not isinstance(node.func, ast.Attribute) or node.func.attr not in MAPPING_METHODS:
            self.model.asked += [(str(name), node) for name in sorted(named)]

    def _arguments(self, node: ast.Call, callee: Value = None) -> list[Value]:
        """Evaluate the arguments of a call; the values of the positional ones."""
        names_exceptions = calls.exception_argument(node, callee)
        taker = calls.takes_function(node, callee)
        arguments: list[Value] = []
        for number, argument in enumerate(node.args):
            if names_exceptions is not None and names_exceptions in (number, calls.ALL):
                within = path_of(callee)
                if within == ISINSTANCE and not (arguments and isinstance(arguments[0], Raised)):
                    within = MAYBE_SETTINGS
                arguments.append(self.exception_class(argument, within))
            elif isinstance(argument, ast.Lambda):
                given = arguments[0] if arguments else None
                arguments.append(self.applied(argument, given, node))
            else:
                self.taken = taker and number < 2 and isinstance(argument, (ast.Name, ast.Attribute))
                arguments.append(self.eval(argument))
                self.taken = False
        wanted = calls.text_arguments(callee)
        if arguments and "endpoint" in wanted:
            self.want_text(node.args[0], arguments[0])
        for keyword in node.keywords:
            if isinstance(keyword.value, ast.Lambda) and keyword.arg == "key":
                self.applied(keyword.value, arguments[0] if arguments else self._list_of_method(node), node)
                continue
            if names_exceptions is not None and keyword.arg in EXCEPTION_KEYWORDS:
                self.exception_class(keyword.value, path_of(callee))
                continue
            self.taken = keyword.arg == "key" and isinstance(keyword.value, (ast.Name, ast.Attribute))
            value = self.eval(keyword.value)
            self.taken = False
            by_hand.secret(self, keyword.arg, keyword.value, value)
            if keyword.arg == "side_effect":
                self.made_there(keyword.value)
            if keyword.arg == "key" and isinstance(value, (Function, Getter)):
                rows = arguments[0] if arguments else self._list_of_method(node)
                if isinstance(rows, (Many, Items, Page)):
                    calls.applied(self, node, value, [responses.iterate(self, node, rows, False)])
            if keyword.arg is None:
                if responses.spread(value):
                    self.emit(SPREAD, keyword.value, value, "**")
                if (value is None or isinstance(value, Mapping)) and callee is not None:
                    self.want(keyword.value)
                if isinstance(value, Mapping):
                    for name, key in value.entries:
                        if name in wanted and id(key) in self.under:
                            self.want_text(self.under[id(key)], None)
                if isinstance(value, Mapping) and isinstance(node.func, ast.Name):
                    self.model.values[id(keyword.value)] = self._reaching(value, node.func.id)
            elif keyword.arg in wanted:
                if self._may_be_left_out(keyword.value):
                    self.model.optional.add(id(keyword))
                self.want_text(keyword.value, value)
                if isinstance(value, Environ) and value.name.isidentifier():
                    # Whoever sets it decides.
                    self.follow(value.name)
        return arguments

    def _reaching(self, mapping: Mapping, name: str) -> Mapping:
        """A dict that a function is given, without keys that were put into it only where the name is another one's."""
        sides = self.scope.sides.get(name)
        if not sides:
            return mapping
        return Mapping(tuple(entry for entry in mapping.entries if not exclude(self.put.get(id(entry[1]), ()), sides)))

    def _may_be_left_out(self, node: ast.expr) -> bool:
        """True if an expression is a parameter of the function around it that is None where a call leaves it out."""
        function = self.scope.function
        return isinstance(node, ast.Name) and function is not None and function.defaults.get(node.id) == NONE

    def _list_of_method(self, node: ast.Call) -> Value:
        """The list of ``items.sort(key=…)``."""
        function = node.func
        if isinstance(function, ast.Attribute) and function.attr == "sort":
            return self.model.value(function.value)
        return None

    def applied(self, node: ast.Lambda, given: Value, call: ast.Call) -> Value:
        """Evaluate a lambda whose parameter is each item of a list (``sorted(data, key=lambda e: …)``)."""
        item = responses.iterate(self, call, given, False) if isinstance(given, (Many, Items, Page)) else None
        if item is None and call.args and isinstance(call.func, ast.Name) and call.func.id in ("map", "filter"):
            if len(call.args) > 1 and call.args[0] is node:
                item = self.element(call.args[1])
        return self._lambda(node, item)

    def _on_version(self, node: ast.Call, version: Version) -> Value:
        for argument in node.args:
            self.eval(argument)
        if isinstance(node.func, ast.Attribute) and node.func.attr == "startswith":
            return guards.starts_with(node)
        return version

    def made_there(self, node: ast.expr) -> None:
        """Tell the use of a class, if a node is one, that an exception is made of it with no argument."""
        at = self.position.get((id(node), LOAD))
        if at is not None and is_exception_class(self.model.value(node)):
            self.model.uses[at].extra = MADE_THERE

    def exception_class(self, node: ast.expr, within: str = "") -> Value:
        """Evaluate an expression that names exception classes: each class is a use as such.

        ``within`` is the function that is given them, empty for an ``except`` clause.
        """
        if isinstance(node, (ast.Tuple, ast.List)):
            if within == MAYBE_SETTINGS and any(is_exception_class(self.chain(element)) for element in node.elts):
                within = ISINSTANCE
            classes = Items(tuple(self.exception_class(element, within) for element in node.elts))
            self.model.values[id(node)] = classes
            self.model.beside.update((id(element), classes) for element in node.elts)
            return classes
        if isinstance(node, ast.Starred):
            return self.exception_class(node.value, within)
        value = self.chain(node)
        if isinstance(value, (Place, Either)) and about_sdk(value):
            settings = within == MAYBE_SETTINGS and not is_exception_class(value)
            self.emit(LOAD if settings else CATCH, node, value, within)
        return value


def _owner(node: ast.expr) -> str | None:
    """``chunk`` of ``chunk.choices`` or ``chunk["choices"]``."""
    owner = node.value if isinstance(node, (ast.Attribute, ast.Subscript)) else None
    return owner.id if isinstance(owner, ast.Name) else None
