"""Assignments that may be made again, with another value: in loops, in functions that run again, in files that do."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterable, Iterator, Sequence

from ...sdk.wrappers import COMMAND_LINES, ONCE, ONCE_THERE, RERUN
from ...semantics.uses import Use
from ...semantics.values import Const, Environ
from ...syntax.written import FUNCTIONS, last_name
from ..text.text import Text
from .assigned import assigned_in, stored

LOOPS = (ast.For, ast.AsyncFor, ast.While)
COMPREHENSIONS = (ast.ListComp, ast.GeneratorExp, ast.DictComp, ast.SetComp)
Function = ast.FunctionDef | ast.AsyncFunctionDef
ASKED = frozenset({"input", "getpass"})
"""Functions that ask the person who runs a cell of a notebook once more."""
HELD = frozenset({"session_state", "session", "query_params"})
"""What holds things that a person chose."""


def varies(use: Use, text: Text, texts: Sequence[Text], names: Collection[str] = ()) -> bool:
    """True if a setting may be assigned again, and not what it was.

    ``names`` are those by which the function is called in which that is done, if it is more than its own.
    """
    if isinstance(stored(use, text), (Const, Environ)):
        return False
    value = assigned_in(text, use.node) if isinstance(use.node, ast.expr) else None
    function = text.function_of(use.node)
    if not isinstance(function, FUNCTIONS):
        return _is_in_loop(use.node, text) or (value is not None and _is_asked_again(value, text))
    if value is None:
        return _runs_again(function, text, texts, [], called=names)
    return _runs_again(function, text, texts, [value], itself=_changes(value, function, text), called=names)


def takes_turns(use: Use, text: Text, texts: Sequence[Text]) -> bool:
    """True if an assignment is in a branch of what runs several times, and may go another way then."""
    function = text.function_of(use.node)
    tests = [around.test for around in text.around(use.node) if isinstance(around, ast.If)]
    if not isinstance(function, FUNCTIONS):
        return _is_in_loop(use.node, text) or any(_is_asked_again(test, text) for test in tests)
    changing = any(_changes(test, function, text) for test in tests)
    return bool(tests) and _runs_again(function, text, texts, tests, itself=changing)


def _is_in_loop(node: ast.AST, text: Text) -> bool:
    return any(isinstance(around, LOOPS) for around in text.around(node))


def _runs_again(
    function: Function,
    text: Text,
    texts: Sequence[Text],
    decisive: Sequence[ast.expr],
    within: Sequence[ast.AST] = (),
    *,
    itself: bool = False,
    called: Collection[str] = (),
) -> bool:
    """True if a function may run several times, and what is decisive there may be something else then.

    ``itself``: it changes, whatever the function is given. Of a function that nobody in this run calls, and that is not
    handed on, it is not known how often it runs.
    """
    names = set(called) or _names(function, text)
    calls = [
        (node, where)
        for where in texts
        for node in where.nodes
        if isinstance(node, ast.Call) and last_name(node.func) in names
    ]
    named = [one for where in texts for one in _named(function, names, text, where)]
    if _is_decorated(function, text) or not all(named):
        return itself or any(not _is_constant(part) for part in decisive)
    if not calls:
        given = {one.arg for one in ast.walk(function.args) if isinstance(one, ast.arg)}
        return not named and (itself or any(_reads(part, given - {"self", "cls"}) for part in decisive))
    if len(calls) > 1 or any(
        isinstance(around, (*LOOPS, *COMPREHENSIONS)) for node, where in calls for around in where.around(node)
    ):
        return True
    ((call, where),) = calls
    outer = where.function_of(call)
    if outer in (function, *within) or not isinstance(outer, FUNCTIONS):
        return False
    passed = [*call.args, *(keyword.value for keyword in call.keywords)]
    itself = itself or any(_changes(part, outer, where) for part in passed)
    return _runs_again(outer, where, texts, passed, [*within, function], itself=itself)


def _names(function: Function, text: Text) -> set[str]:
    """The names by which a function is called."""
    owner = text.parents.get(id(function))
    return {owner.name} if isinstance(owner, ast.ClassDef) and function.name == "__init__" else {function.name}


def _is_decorated(function: Function, text: Text) -> bool:
    """True if a decorator may hand a function on to what calls it as often as it likes."""
    once = ONCE | ONCE_THERE if _modules(text) & COMMAND_LINES else ONCE
    return any(last_name(one.func if isinstance(one, ast.Call) else one) not in once for one in function.decorator_list)


def _named(function: Function, names: set[str], text: Text, where: Text) -> Iterator[bool]:
    """For each place in a file where a function is named: is it only called there, or given to what calls it once?"""
    if function.name != "__init__":  # a class is named for many reasons
        method = isinstance(text.parents.get(id(function)), ast.ClassDef)
        for name in names:
            for node in where.loads.get(name, ()):
                if _may_mean(node, method, where is text, where):
                    yield _is_only_called(node, where)


def _may_mean(node: ast.Name | ast.Attribute, method: bool, same: bool, text: Text) -> bool:
    """True if a name, or one of an attribute, may be that of a function, or of a method, of this file or another."""
    if isinstance(node, ast.Attribute):
        return method or (isinstance(node.value, ast.Name) and node.value.id in _modules(text))
    return not method and (same or node.id in _imported(text))


def _is_only_called(node: ast.AST, text: Text) -> bool:
    """True where a function is called, or given to what calls it once."""
    parent = text.parents.get(id(node))
    if isinstance(parent, ast.keyword):
        parent = text.parents.get(id(parent))
    if not isinstance(parent, ast.Call):
        return False
    return parent.func is node or last_name(parent.func) in ONCE


def _modules(text: Text) -> set[str]:
    """The modules that a file imports, under the names that they have there, or imports from."""
    found = set()
    for node in text.nodes:
        if isinstance(node, ast.Import):
            found |= {alias.asname or alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add((node.module or "").partition(".")[0])
    return found


def _imported(text: Text) -> set[str]:
    return {
        alias.asname or alias.name for node in text.nodes if isinstance(node, ast.ImportFrom) for alias in node.names
    }


# What changes


def _changes(node: ast.expr, function: Function, text: Text, seen: frozenset[str] = frozenset()) -> bool:
    """True if an expression may be something else when a function runs again, whatever the function is given.

    It may if something is called for it, or read of the object whose method this is.
    """
    for part in ast.walk(node):
        if isinstance(part, (ast.Await, ast.Yield)) or (
            isinstance(part, ast.Call) and not _is_read_of_environment(part)
        ):
            return True
        if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Load):
            if part.id in ("self", "cls"):
                return True
            if part.id not in seen and any(
                _changes(value, function, text, seen | {part.id}) for value in _assigned_to(part.id, ast.walk(function))
            ):
                return True
    return False


def _assigned_to(name: str, nodes: Iterable[ast.AST]) -> Iterator[ast.expr]:
    """What a name is assigned by some of these."""
    for node in nodes:
        if isinstance(node, ast.Assign):
            targets = [part for target in node.targets for part in ast.walk(target)]
        elif isinstance(node, (ast.AnnAssign, ast.NamedExpr)):
            targets = [node.target]
        else:
            continue
        if node.value is not None and any(isinstance(one, ast.Name) and one.id == name for one in targets):
            yield node.value


def _is_read_of_environment(call: ast.Call) -> bool:
    """``os.getenv("X")``, ``os.environ.get("X")``, ``str(…)`` of it: the same each time."""
    spelled = ast.unparse(call.func)
    return spelled in ("os.getenv", "getenv", "os.environ.get", "environ.get", "str") or spelled.endswith(
        (".rstrip", ".strip", ".format", ".lower")
    )


def _is_constant(node: ast.expr) -> bool:
    """True if an expression is made of what is written there, and of names and attributes of constants."""
    return all(
        not isinstance(part, (ast.Call, ast.Await, ast.Subscript))
        and (not isinstance(part, ast.Attribute) or part.attr.isupper())
        and (not isinstance(part, ast.Name) or part.id.isupper() or _is_below_constant(part, node))
        for part in ast.walk(node)
    )


def _is_below_constant(name: ast.Name, node: ast.expr) -> bool:
    """``config.ENDPOINT``: the name before it says nothing."""
    return any(
        isinstance(part, ast.Attribute) and part.attr.isupper() and any(one is name for one in ast.walk(part.value))
        for part in ast.walk(node)
    )


def _reads(node: ast.expr, names: set[str]) -> bool:
    return any(isinstance(part, ast.Name) and part.id in names for part in ast.walk(node))


def _is_asked_again(value: ast.expr, text: Text, seen: frozenset[str] = frozenset()) -> bool:
    """True if a file runs again in one process, as a page or a cell, and a person is asked for a value then."""
    reruns = not RERUN.isdisjoint(text.packages)
    for part in ast.walk(value):
        if isinstance(part, ast.Call) and last_name(part.func) in ASKED:
            return True
        if reruns and isinstance(part, ast.Call) and not _is_read_of_environment(part):
            return True
        if reruns and isinstance(part, ast.Attribute) and part.attr in HELD:
            return True
        if isinstance(part, ast.Name) and part.id not in seen:
            values = _assigned_to(part.id, text.tree.body)
            if any(_is_asked_again(one, text, seen | {part.id}) for one in values):
                return True
    return False
