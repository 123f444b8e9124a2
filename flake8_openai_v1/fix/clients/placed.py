"""Where the client of one call is made: in the expression, in a statement before it, or by a function of the file."""

from __future__ import annotations

import ast

from ..plan import Plan
from .assigned import may_set
from .clients import Client, module_of
from .kinds import MAKERS
from .makers import has_place, spelled

SHORT = 40
"""Characters of a client that may stand within an expression."""
NAMES = ("client", "openai_client")
"""Variables for a client; the first one that the file does not use is taken."""
TRANSPARENT = (
    *(ast.Await, ast.Call, ast.Attribute, ast.Subscript, ast.keyword, ast.Tuple, ast.List, ast.Dict, ast.Starred),
    *(ast.JoinedStr, ast.FormattedValue, ast.BinOp, ast.UnaryOp),
)
"""Expressions that evaluate each of their parts, once."""
STATEMENTS = (ast.Assign, ast.AnnAssign, ast.AugAssign, ast.Expr, ast.Return, ast.For, ast.AsyncFor)
PLAIN = (ast.Name, ast.Attribute, ast.Subscript, ast.Constant)
"""Expressions that may be evaluated a little earlier."""


def placed(
    plan: Plan, node: ast.expr, client: Client, options: list[ast.expr], *, asynchronous: bool, before: bool = True
) -> str:
    """The client on which a call is made, as it is written there.

    What stands by itself, and not behind the module, is a member of ``plan.standing``. ``options`` are the values
    that the call brings. ``before``: may the client be made in a statement before that of the call?
    """
    text = str(client)
    if len(text) <= SHORT:
        return text
    if asynchronous and not options:
        name = next((one for one in MAKERS if f"async_{one}" not in plan.text.names_used()), None)
        if name is not None and has_place(plan):
            plan.short[f"async_{name}"] = client
            plan.standing.add(f"async_{name}()")
            return f"async_{name}()"
    statement = _statement(plan, node) if before else None
    name = next((one for one in NAMES if one not in plan.text.names_used()), None)
    if statement is None or name is None or not all(isinstance(one, PLAIN) for one in options):
        return text
    start = plan.text.span(statement)[0]
    indent, newline = plan.text.indentation(start), plan.text.newline
    lines = spelled(indent, plan.text.indent, f"{name} = {module_of(plan, node)}.{client.name}", client.arguments)
    if any(one is statement and made != lines for one, made in plan.made_before):
        return text  # another client is made there already
    if not any(_holds_until(plan, one, statement, options) for one, made in plan.made_before if made == lines):
        plan.made_before.append((statement, lines))
        plan.edits.insert(start, f"{newline.join(lines).lstrip()}{newline}{indent}")
    plan.standing.add(name)
    return name


def _holds_until(plan: Plan, first: ast.stmt, statement: ast.stmt, options: list[ast.expr]) -> bool:
    """True if a client that is made before one statement is still the same before a later one of its block."""
    block = plan.text.block_of(first)
    if statement not in block or block.index(statement) < block.index(first):
        return False
    names = {one.id for value in options for one in ast.walk(value) if isinstance(one, ast.Name)}
    between = block[block.index(first) : block.index(statement)]
    return not any(
        may_set(plan, part) or (isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store) and part.id in names)
        for one in between
        for part in ast.walk(one)
    )


def _statement(plan: Plan, node: ast.expr) -> ast.stmt | None:
    """The statement before which what a call needs may be made; None where it may be evaluated otherwise there."""
    statement = plan.text.statement_of(node)
    if not isinstance(statement, STATEMENTS) or isinstance(plan.text.parents.get(id(statement)), ast.ClassDef):
        return None
    start = plan.text.span(statement)[0]
    if plan.text.text[plan.text.line_start(start) : start].strip():
        return None
    above: set[int] = set()
    inner: ast.AST = node
    around = plan.text.parents.get(id(node))
    while around is not None and around is not statement:
        if not isinstance(around, TRANSPARENT):
            return None
        above.add(id(around))
        inner, around = around, plan.text.parents.get(id(around))
    if isinstance(statement, (ast.For, ast.AsyncFor)) and inner is not statement.iter:
        return None
    own = {id(one) for one in ast.walk(node)} | above
    head = [inner] if isinstance(statement, (ast.For, ast.AsyncFor)) else [statement]
    others = (one for part in head for one in ast.walk(part) if id(one) not in own)
    return None if any(isinstance(one, (ast.Call, ast.Await, ast.NamedExpr)) for one in others) else statement
