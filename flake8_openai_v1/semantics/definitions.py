"""Functions and classes: when they run, what they are given, what they return."""

from __future__ import annotations

import ast

from ..sdk.clients import CLIENTS
from . import calls, responses
from .blocks import FunctionNode
from .places import FIXTURES, KEEPS_BY_NAME, KEEPS_FUNCTION, PROPERTIES, TRANSPORTS
from .questions import about_sdk, summary_of
from .scopes import CLASS, FUNCTION, Scope
from .texts import parts_of
from .tries import Tries
from .uses import BASE
from .values import (
    Class,
    Const,
    Coroutine,
    Default,
    Either,
    Era,
    Function,
    Guard,
    Mapping,
    Object,
    Page,
    Place,
    Text,
    Value,
    join_all,
    rebound,
)

ACCESSOR = "builtins.property.setter"


class Definitions(Tries):
    """Functions and classes of the file."""

    def _decorated(self, node: FunctionNode | ast.ClassDef) -> tuple[set[str], Era]:
        """Evaluate decorators; the places that they denote (``""``: unknown), and the SDK that a mark asks for."""
        places = set()
        era: Era = None
        for decorator in node.decorator_list:
            if _is_accessor(decorator, node.name):
                places.add(ACCESSOR)
                continue
            self.taken = not isinstance(decorator, ast.Call)
            value = self.eval(decorator)
            self.taken = False
            if isinstance(value, Guard):
                era = era or value.true
                continue
            if isinstance(decorator, ast.Call):
                value = self.model.value(decorator.func)
            if value is None and _last_name(decorator) in KEEPS_BY_NAME:
                continue
            if not isinstance(value, Function):
                places.add(value.path if isinstance(value, Place) else "")
        return places, era

    def _function(self, node: FunctionNode) -> None:
        function = self.functions.get(id(node))
        if function is None:
            function = self.functions[id(node)] = Function(node, self)
        decorators, era = self._decorated(node)
        function.opaque = bool(decorators - KEEPS_FUNCTION - PROPERTIES)
        function.static = "builtins.staticmethod" in decorators
        function.owner = self.scope.cls if self.scope.kind is CLASS else None
        if function.owner is not None:
            self.methods.add(node.name)
        if self.relevance.within(node.lineno, max(node.lineno, node.body[0].lineno - 1)):
            self._signature(node, function)
        if about_sdk(function.promised):
            self.follow(node.name)
        if node.name in self.wanted:
            self.follow_range(node.lineno, node.end_lineno or node.lineno)
        if ACCESSOR in decorators:
            pass  # the name stays that of the property
        elif decorators & PROPERTIES:
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
        scope = Scope(FUNCTION, parent, table, function, function.owner, self.shared.setdefault(id(node), set()))
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
                    value = self.told.get(id(arg)) or self.promised.get(id(arg))
                elif isinstance(value, Either) and value.maybe and id(arg) in self.promised:
                    # What some call gives is not known, but for what its annotation says.
                    value = join_all((*value.options, self.promised[id(arg)]))
                if value is None and arg.arg in FIXTURES:
                    value = Place(FIXTURES[arg.arg])
                default = function.defaults.get(arg.arg)
                if value is None and isinstance(default, (Const, Text)) and any(parts_of(default) or ()):
                    value = Default(default)
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
        self.sides = ()
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
        for base, value in zip(node.bases, cls.bases, strict=True):
            if isinstance(value, Place) and value.path in TRANSPORTS:
                self.emit(BASE, base, value, node)
            if isinstance(value, Place) and value.path in CLIENTS:
                # What its constructor hands up matters, and what it has that clients have not.
                self.follow(node.name)
                self.follow_range(node.lineno, node.end_lineno or node.lineno)
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
        self._share(self.scope.module(), node.names)

    def _nonlocal(self, node: ast.Nonlocal) -> None:
        self.scope.nonlocal_names.update(node.names)
        for name in node.names:
            self._share(self.scope.home(name)[0], [name])

    def _share(self, scope: Scope, names: list[str]) -> None:
        """Names of a scope are bound by a function that runs who knows when."""
        if scope is not self.scope and not scope.shared.issuperset(names):
            scope.shared.update(names)
            self.learned = True


def _last_name(decorator: ast.expr) -> str:
    """``b`` of ``@a.b`` and of ``@a.b(…)``."""
    node = decorator.func if isinstance(decorator, ast.Call) else decorator
    return node.attr if isinstance(node, ast.Attribute) else ""


def _is_accessor(node: ast.expr, name: str) -> bool:
    """``@name.setter`` above a ``def name``."""
    return (
        isinstance(node, ast.Attribute)
        and node.attr in ("getter", "setter", "deleter")
        and isinstance(node.value, ast.Name)
        and node.value.id == name
    )
