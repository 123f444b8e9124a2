"""Where a program that is run begins: under ``if __name__ == "__main__":``, or in a function that is called there."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Sequence

from ...sdk.wrappers import ONCE
from ...syntax.written import FUNCTIONS, last_name
from ..text.text import Text

Function = ast.FunctionDef | ast.AsyncFunctionDef


def is_main(node: ast.AST | None) -> bool:
    """True for ``if __name__ == "__main__":`` without another branch."""
    return isinstance(node, ast.If) and not node.orelse and ast.unparse(node.test) == "__name__ == '__main__'"


def callers(nodes: Sequence[ast.AST], text: Text) -> frozenset[str]:
    """The functions and classes of a module that have one of these nodes in them, or name one that has."""
    own = {one.name: one for one in text.tree.body if isinstance(one, (*FUNCTIONS, ast.ClassDef))}
    above = {id(around) for node in nodes for around in text.around(node)}
    found = {name for name, one in own.items() if id(one) in above}
    names = {name: {part.id for part in ast.walk(one) if isinstance(part, ast.Name)} for name, one in own.items()}
    while more := {name for name, used in names.items() if name not in found and not found.isdisjoint(used)}:
        found |= more
    return frozenset(found)


def is_entry(function: ast.AST, text: Text, own: Collection[str]) -> bool:
    """True if a function of a module is called once, by a statement of it, before what else is in ``own``."""
    if not isinstance(function, FUNCTIONS) or function not in text.tree.body or function.decorator_list:
        return False
    loads = [one for one in text.loads.get(function.name, ()) if isinstance(one, ast.Name)]
    if len(loads) != 1 or text.function_of(loads[0]) is not None:
        return False
    parent = text.parents.get(id(loads[0]))
    is_called = isinstance(parent, ast.Call) and (parent.func is loads[0] or last_name(parent.func) in ONCE)
    statement = text.statement_of(loads[0])
    around = text.parents.get(id(statement))
    is_direct = around is text.tree or is_main(around)
    if not is_called or not is_direct or not isinstance(statement, (ast.Expr, ast.Assign)):
        return False
    return not any(calls_own(one, own) for one in before(statement, text))


def before(statement: ast.stmt, text: Text) -> Iterator[ast.stmt]:
    """Yield the statements of a module that run before one of it, or one of its `is_main`."""
    around = text.parents.get(id(statement))
    first: ast.stmt = around if isinstance(around, ast.If) else statement
    for block, last in ((text.tree.body, first), (around.body if isinstance(around, ast.If) else [], statement)):
        for one in block:
            if one is last:
                break
            yield one


def calls_own(statement: ast.stmt, own: Collection[str]) -> bool:
    """True if a statement calls one of these functions or classes, or hands one on, outside of definitions."""
    if isinstance(statement, FUNCTIONS):
        return False
    if isinstance(statement, ast.ClassDef):
        inner: Sequence[ast.AST] = [one for one in statement.body if not isinstance(one, FUNCTIONS)]
    else:
        inner = [statement]
    loads = (one for part in inner for one in ast.walk(part) if isinstance(one, ast.Name))
    return any(one.id in own for one in loads)
