"""Under which name something is found where a node stands."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ...rules.facts import COROUTINE, METHOD, RESOURCE, find
from ...sdk.exceptions import SUCCESSORS
from ...semantics.values import Place
from ...syntax.written import FUNCTIONS
from ..causes import Code
from ..plan import Plan, about
from .paths import ERRORS


@about(Code.FORM)
def module_name(plan: Plan, node: ast.AST) -> str:
    """An expression that denotes the module ``openai`` where a node stands; an import is added if there is none."""
    if plan.carrier is not None and plan.carrier.alone:
        plan.imports.add("openai")
        return unshadowed(plan, node, "openai", None)
    for scope in (*_functions(plan, node), None):
        from_import = False
        for statement in ast.walk(scope or plan.text.tree):
            if not isinstance(statement, (ast.Import, ast.ImportFrom)) or plan.text.function_of(statement) is not scope:
                continue
            for alias in statement.names:
                if isinstance(statement, ast.ImportFrom):
                    from_import = from_import or _brings_module(plan, statement, alias)
                elif alias.name == "openai" or (alias.name.startswith("openai.") and alias.asname is None):
                    return unshadowed(plan, node, alias.asname or "openai", scope)
        if from_import:
            return unshadowed(plan, node, "openai", scope)
    plan.imports.add("openai")
    return unshadowed(plan, node, "openai", None)


def _functions(plan: Plan, node: ast.AST) -> Iterator[ast.AST]:
    """The functions in whose bodies a node stands: an annotation is evaluated outside of that which it is of."""
    function = plan.text.function_of(node)
    while function is not None:
        yield function
        function = plan.text.function_of(function)


def is_bound(plan: Plan, node: ast.AST) -> bool:
    """True if the module is imported where a node stands, by an import of its own."""
    scopes = [*_functions(plan, node), None]
    return any(
        alias.name == "openai" and plan.text.function_of(statement) in scopes
        for statement in plan.text.each(ast.Import)
        for alias in statement.names
    )


@about(Code.FORM)
def imported(plan: Plan, node: ast.AST, name: str) -> str:
    """The name of a module of the standard library where a node stands; an import is added if there is none."""
    plan.imports.add(name)
    return unshadowed(plan, node, name, None)


@about(Code.FORM)
def unshadowed(plan: Plan, node: ast.AST, name: str, home: ast.AST | None) -> str:
    """A name of the module; a problem where a function between its home and a node means something else by it."""
    if home is None and not all(isinstance(one, ast.alias) for one in plan.text.bound_at_top(name)):
        plan.problem(node, f"the name {name} is something else here")
    for around in plan.text.around(node):
        if around is home:
            break
        if isinstance(around, (*FUNCTIONS, ast.Lambda)) and name in plan.text.index.bound_in(around):
            plan.problem(node, f"the name {name} is something else here")
    return name


def _brings_module(plan: Plan, statement: ast.ImportFrom, alias: ast.alias) -> bool:
    """Does ``import openai`` take the place of a name that is imported from it?"""
    if (statement.module or "").partition(".")[0] != "openai" or alias.name == "*":
        return False
    path = path_of(plan, statement, alias)
    found = find(path)
    return found is not None and (path == ERRORS or found.kind in (RESOURCE, METHOD, COROUTINE))


def imported_as(plan: Plan, node: ast.Name) -> str | None:
    """The name in the SDK of something that an import binds to this name."""
    for statement in plan.text.nodes:
        if isinstance(statement, ast.ImportFrom) and (statement.module or "").partition(".")[0] == "openai":
            for alias in statement.names:
                if (alias.asname or alias.name) == node.id:
                    return alias.name if alias.asname in (None, alias.name) else f"{alias.name} as {alias.asname}"
    return None


def keeps_its_name(plan: Plan, node: ast.Name, path: str) -> bool:
    """Is a class imported under a name of the program's own, which the import keeps?"""
    several = len(SUCCESSORS.get(path, ())) > 1
    return not several and imported_as(plan, node) not in (None, path.rpartition(".")[2])


def is_from_import(plan: Plan, node: ast.Name) -> bool:
    """True if a name is imported from the SDK."""
    return imported_as(plan, node) is not None


def path_of(plan: Plan, statement: ast.ImportFrom, alias: ast.alias) -> str:
    """Where that is in the SDK which a name is imported for."""
    for use in plan.examined.uses:
        if use.node is alias and isinstance(use.value, Place):
            return use.value.path
    return f"{statement.module}.{alias.name}"
