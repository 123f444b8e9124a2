"""Methods and resources of 0.x that are handed on, not called, where they belong to a client today.

0.x read its settings at each call, a client reads them when it is made: so it is made within a function that is
handed on in the place of the method, unless nothing can change between.
"""

from __future__ import annotations

import ast

from ...rules.facts import COROUTINE, METHOD, RESOURCE, callee, removed
from ...sdk.arguments import PER_CALL
from ...semantics.uses import Use
from ...semantics.values import Class
from ...syntax.written import last_name
from ..causes import Code
from ..clients import clients, makers
from ..clients.assigned import may_set
from ..clients.placed import placed
from ..plan import Plan, about
from ..text.precedence import CHOICE, fitted
from . import calls, names
from .given import values_of
from .imports import write_import
from .options import options_beside
from .paths import below_client, certain_path, is_own_name
from .scopes import module_name

PROCESSES = frozenset({"multiprocessing", "ProcessPoolExecutor", "pickle", "dill", "joblib", "ray", "dask", "pyspark"})
"""Names in a file that may send what is handed on to another process."""


@about(Code.HANDED_ON)
def rewrite(plan: Plan, use: Use) -> bool:
    """Give a method or resource a client of its own; False where the module's own does.

    ``use`` is the mention. Where it cannot be done, that is said.
    """
    node = use.node
    found = removed(use.value)
    if found is None or not isinstance(node, ast.expr) or is_own_name(use.value):
        return False
    asynchronous = found.kind == COROUTINE
    options = options_beside(plan, node)
    if plan.settings.each_call:
        if options:
            plan.problem(node, "each call needs a client of its own, and what is handed on here would keep one")
        elif found.kind == RESOURCE and _is_used_at_once(plan, node):
            root = makers.client_for(plan, node, [], asynchronous=False)
            if root and calls.is_exact(plan, node, found.path, called=False):
                names.rename(plan, node, root)
        elif found.kind == RESOURCE:
            _take_away(plan, node, found.path)
        else:
            root = makers.client_for(plan, node, [], asynchronous)
            if root:
                _as_function(plan, node, found.path, root, asynchronous)
                calls.rewrite_passed_on(plan, use)
        return True
    if plan.carrier is not None:
        if asynchronous and calls.is_exact(plan, node, found.path, called=False):
            names.rename(plan, node, asynchronous=True)
            calls.rewrite_passed_on(plan, use)
        return asynchronous
    made = _calls_on(plan, node, found.path) if found.kind == RESOURCE else []
    if made and all(_is_in_full(plan, one) for one in made):
        _take_away(plan, node, found.path)
        return True
    if not asynchronous and not options:
        return False
    if not calls.is_exact(plan, node, found.path, called=False):
        return True
    # What the call is given itself is not read of the module, whoever assigns that.
    own = {one.name for one in options}
    is_now = _is_called_soon(plan, node) and (not plan.settings.changes or plan.settings.stored <= own)
    if options and not is_now and (plan.settings.stored or plan.text.function_of(node) is None):
        plan.problem(options[0].node, "a method is kept beside options of its client, which has others by then")
        return True
    client = clients.made_for_call(plan, node, options, asynchronous)
    values, is_made = values_of(options), is_now or bool(options)
    root = "" if client is None else placed(plan, node, client, values, asynchronous=asynchronous, before=is_made)
    if root and is_made:
        names.rename(plan, node, root, asynchronous)
        calls.rewrite_passed_on(plan, use)
    elif root:
        _as_function(plan, node, found.path, root, asynchronous)
        calls.rewrite_passed_on(plan, use)
    return True


def _is_called_soon(plan: Plan, node: ast.expr) -> bool:
    """True if a function is given a method to call.

    An object or a partial may be called later, when the settings are others.
    """
    parent = plan.text.parents.get(id(node))
    if isinstance(parent, ast.keyword):
        parent = plan.text.parents.get(id(parent))
    if not isinstance(parent, ast.Call) or plan.text.function_of(node) is None:
        return False
    if certain_path(plan.value(parent.func)) == "functools.partial":
        return _is_called_soon(plan, parent)
    name = last_name(parent.func)
    return not name[:1].isupper() and not isinstance(plan.value(parent.func), Class)


def _as_function(plan: Plan, node: ast.expr, path: str, root: str, asynchronous: bool) -> None:
    """Put a function that makes the client and calls the method in the place of the method."""
    new = below_client(path, plan)
    parent = plan.text.parents.get(id(node))
    if _has_processes(plan):
        plan.problem(node, "a method is handed on, maybe to another process, which no function can be sent to")
        return
    if "iscoroutinefunction" in plan.text.loads or isinstance(parent, (ast.Compare, ast.Attribute)):
        plan.problem(node, "an async method is handed on to code that inspects it, and belongs to a client today")
        return
    if new is None or not calls.is_exact(plan, node, path, called=False):
        return
    method = callee(plan.value(node), plan.examined.file.target)
    taken = method.signature.positional if method is not None and method.signature is not None else ()
    given = "*args, **kwargs" if taken else "**kwargs"
    module = module_name(plan, node) if plan.carrier is None else ""
    call = f"{names.below(plan, node, module, root, new, asynchronous)}({given})"
    named = _names(plan, node)
    if named is not None:
        statement, name = named
        inner = plan.text.newline + plan.text.indentation(plan.text.span(statement)[0]) + plan.text.indent
        plan.replace(statement, f"def {name}({given}):{inner}return {call}")
        return
    text = f"lambda {given}: {call}"
    plan.replace(node, fitted(plan.text, node, text, CHOICE))


def _names(plan: Plan, node: ast.expr) -> tuple[ast.stmt, str] | None:
    """The statement that gives a method a name, and nothing else, on a line of its own; and the name."""
    statement = plan.text.parents.get(id(node))
    if not isinstance(statement, ast.Assign) or len(statement.targets) != 1:
        return None
    (target,) = statement.targets
    start, end = plan.text.span(statement)
    line = plan.text.text[plan.text.line_start(start) : plan.text.line_end(end)]
    is_alone = isinstance(target, ast.Name) and line.strip() == plan.text.text[start:end]
    return (statement, target.id) if is_alone and isinstance(target, ast.Name) else None


def _take_away(plan: Plan, node: ast.expr, path: str) -> None:
    """Take the statement out that keeps a resource under a name, where all calls on that name are written in full."""
    if _calls_on(plan, node, path):
        write_import(plan, plan.text.statement_of(node), [])
    else:
        plan.problem(node, "each call needs a client of its own, and what is handed on here would keep one")


def _is_in_full(plan: Plan, call: ast.Call) -> bool:
    """True if a call of a resource that has a name is not made on that name, but on a client of its own."""
    found = removed(plan.value(call.func))
    is_awaited = found is not None and found.kind == COROUTINE
    return is_awaited or any(keyword.arg in PER_CALL for keyword in call.keywords)


def _calls_on(plan: Plan, node: ast.expr, path: str) -> list[ast.Call]:
    """The calls on the variable, or the object's own attribute, that a resource is kept in; none if that is not all."""
    statement = plan.text.parents.get(id(node))
    if not isinstance(statement, ast.Assign) or len(statement.targets) != 1:
        return []
    (target,) = statement.targets
    if isinstance(target, ast.Name):
        name, home = target.id, plan.text.function_of(target)
        if home is None and (plan.settings.files > 1 or not (plan.settings.script or name.startswith("_"))):
            return []  # others may import it
        stores = [one for one in plan.text.index.stores.get(name, ()) if plan.text.function_of(one) is home]
        uses: list[ast.Name | ast.Attribute] = [*stores, *plan.text.loads.get(name, ())]
    elif isinstance(target, ast.Attribute):
        uses = _own_attributes(plan, target)
    else:
        return []
    found = [_call_of(plan, one, path) for one in uses if one is not target]
    made = [call for call in found if call is not None]
    return made if len(made) == len(found) else []


def _own_attributes(plan: Plan, target: ast.Attribute) -> list[ast.Name | ast.Attribute]:
    """Where an attribute of ``self`` is named in its class; empty where others may name it, too."""
    cls = next((around for around in plan.text.around(target) if isinstance(around, ast.ClassDef)), None)
    if cls is None or not _is_of_self(target) or (plan.settings.files > 1 and not target.attr.startswith("_")):
        return []
    if any(isinstance(plan.text.parents.get(id(one)), ast.ClassDef) for one in plan.text.loads.get(cls.name, ())):
        return []
    found: list[ast.Name | ast.Attribute] = []
    for node in plan.text.nodes:
        if isinstance(node, ast.Attribute) and node.attr == target.attr:
            if cls in plan.text.around(node):
                found.append(node)
            elif not _is_of_self(node):
                return []
    return found


def _is_of_self(node: ast.Attribute) -> bool:
    return isinstance(node.value, ast.Name) and node.value.id == "self"


def _call_of(plan: Plan, node: ast.expr, path: str) -> ast.Call | None:
    """The call of a method of what a node denotes; None where it is something else, or not certain."""
    function = plan.text.parents.get(id(node))
    call = plan.text.parents.get(id(function))
    if not isinstance(function, ast.Attribute) or not isinstance(call, ast.Call) or call.func is not function:
        return None
    found = removed(plan.value(function))
    is_method = found is not None and found.kind in (METHOD, COROUTINE)
    is_certain = (certain_path(plan.value(function)) or "").startswith(f"{path}.")
    return call if is_method and is_certain and isinstance(node.ctx, ast.Load) else None  # type: ignore[attr-defined]


def _has_processes(plan: Plan) -> bool:
    """True if the file may send what is handed on to another process."""
    sources = {one.module for one in plan.text.nodes if isinstance(one, ast.ImportFrom) and one.module}
    used = plan.text.names_used() | {one.partition(".")[0] for one in sources}
    return not used.isdisjoint(PROCESSES)


def _is_used_at_once(plan: Plan, node: ast.expr) -> bool:
    """True if a resource gets a name by a test, and is called in the same function before a setting changes."""
    statement, function = plan.text.statement_of(node), plan.text.function_of(node)
    if not isinstance(statement, ast.Assign) or not isinstance(function, ast.FunctionDef):
        return False  # while something is awaited, others may run
    inner: ast.AST | None = node
    while inner is not statement.value:
        around = plan.text.parents.get(id(inner))
        if not isinstance(around, ast.IfExp) or around.test is inner:
            return False
        inner = around
    (target, *more) = statement.targets
    if inner is node or more or not isinstance(target, ast.Name):
        return False  # a call of one resource that has a name is written in full
    for load in plan.text.loads.get(target.id, ()):
        home = plan.text.function_of(load) if isinstance(load, ast.Name) else None
        if home is not function and any(around is function for around in plan.text.around(load)):
            return False  # a function within it, which may be called later
        method = plan.text.parents.get(id(load))
        call = plan.text.parents.get(id(method))
        is_called = isinstance(call, ast.Call) and call.func is method
        if home is function and (not is_called or getattr(method, "attr", "").startswith("a")):
            return False
    inside = list(ast.walk(function))
    if any(target.id in one.names for one in inside if isinstance(one, (ast.Global, ast.Nonlocal))):
        return False
    return not any(may_set(plan, one) for one in inside if getattr(one, "lineno", 0) > statement.lineno)
