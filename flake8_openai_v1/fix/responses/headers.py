"""What objects of 0.x had from the headers of an answer: ``reply.response_ms``.

Where the call whose response a variable holds shows, it is made below ``with_raw_response``, and the header is read.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence

from ...sdk.shapes import LEGACY
from ...semantics.values import Coroutine, Page, Response, alternatives
from ..plan import Plan
from ..text.precedence import CHOICE, fitted
from .dicts import is_call
from .empties import shows

HEADERS = {name: header for name, header in LEGACY.items() if header is not None}
"""Attributes of objects of 0.x → the headers that have their values."""
NUMBERS = frozenset({"response_ms"})
"""Attributes whose values were rounded numbers. (`OpenAIResponse` of 0.28.1.)"""
COMPUTED = (ast.BinOp, ast.AugAssign, ast.UnaryOp)
"""Where None raised."""
ONLY_NUMBERS = re.compile(r"%[^%s]*[a-rt-zA-Z]")
"""A place in a format that takes no text."""
NAMES = ("raw", "raw_response")
VALUES = ("ms", "header")
OWN_SCOPES = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp, ast.Lambda)


def prepare(plan: Plan) -> None:
    """Find the calls whose headers are read, before calls are rewritten."""
    names: dict[tuple[int, str], str] = {}
    for node in plan.text.each(ast.Attribute):
        if node.attr not in HEADERS or plan.is_set_aside(node) or not plan.wants("OAI113", node):
            continue
        statements = _statements(plan, node)
        calls = [_call(plan, statement) for statement in statements]
        if not isinstance(node.value, ast.Name) or not calls or None in calls:
            continue
        scope = id(plan.text.function_of(node) or plan.text.tree)
        variable = scope, node.value.id
        taken = [name for (where, _), name in names.items() if where == scope]
        name = names.get(variable) or _free(plan, NAMES, taken)
        header = name and _header(plan, node, name)
        if not name or not header:
            continue
        if variable not in names:
            names[variable] = name
            plan.raw.update(id(call.func) for call in calls if call is not None)
            for statement in statements:
                _parse(plan, statement, name)
        plan.replace(node, header)
        plan.from_headers.add(id(node))


def _statements(plan: Plan, node: ast.Attribute) -> list[ast.Assign]:
    """The statements that bind the variable whose attribute is read, all in the same scope; empty where others do."""
    if not isinstance(node.value, ast.Name) or not isinstance(node.ctx, ast.Load) or not plan.text.is_placed(node):
        return []
    name, function = node.value.id, plan.text.function_of(node)
    scope = function or plan.text.tree
    shared = {one for statement in plan.text.each(ast.Global, ast.Nonlocal) for one in statement.names}
    owners = [plan.text.parents.get(id(one)) for one in plan.text.index.parameters_in(scope, name)]
    if name in shared or any(plan.text.parents.get(id(one)) is function for one in owners):
        return []
    stored = [one for one in plan.text.index.stores_in(scope, name) if plan.text.function_of(one) is function]
    statements = [plan.text.parents.get(id(one)) for one in stored]
    found = [one for one in statements if isinstance(one, ast.Assign) and len(one.targets) == 1]
    return found if len(found) == len(stored) and all(map(plan.text.stands_alone, found)) else []


def _call(plan: Plan, statement: ast.Assign) -> ast.Call | None:
    """The call of 0.x itself whose response a statement binds, no stream."""
    is_awaited = isinstance(statement.value, ast.Await)
    call = statement.value.value if isinstance(statement.value, ast.Await) else statement.value
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute):
        return None
    if plan.is_left(call) or not is_call(plan, call):
        return None
    value = plan.value(call)
    if isinstance(value, Coroutine) != is_awaited:
        return None
    options = alternatives(value.value if isinstance(value, Coroutine) else value)
    is_whole = all(isinstance(one, Page) or (isinstance(one, Response) and not one.items) for one in options)
    return call if is_whole else None


def _free(plan: Plan, names: Sequence[str], taken: Sequence[str] = ()) -> str:
    used = plan.text.names_used().union(taken)
    return next((name for name in names if name not in used), "")


def _parse(plan: Plan, statement: ast.Assign, name: str) -> None:
    """``raw = …`` and ``reply = raw.parse()`` in the place of ``reply = …``."""
    target = statement.targets[0]
    start, end = plan.text.span(statement)
    plan.edits.replace(*plan.text.span(target), name)
    line = f"{plan.text.newline}{plan.text.indentation(start)}{plan.text.of(target)} = {name}.parse()"
    plan.edits.insert(plan.text.line_end(end), line)


def _header(plan: Plan, node: ast.Attribute, name: str) -> str:
    """What gives the value that an attribute had; empty where that cannot be written."""
    quote = plan.quote(node)
    key = f"{quote}{HEADERS[node.attr]}{quote}"
    asked = f"{name}.headers.get({key})"
    if node.attr not in NUMBERS or _is_shown(plan, node):
        return asked
    if isinstance(plan.text.parents.get(id(node)), COMPUTED):
        return f"round(float({name}.headers[{key}]))"
    value = _free(plan, VALUES)
    is_plain = not any(isinstance(around, OWN_SCOPES) for around in plan.text.around(node))
    if not value or not is_plain:
        return ""
    text = f"round(float({value})) if ({value} := {asked}) else None"
    return fitted(plan.text, node, text, CHOICE)


def _is_shown(plan: Plan, node: ast.Attribute) -> bool:
    """True if a value is only made a text, for a person to read."""
    parent = plan.text.parents.get(id(node))
    if isinstance(parent, ast.FormattedValue):
        return parent.format_spec is None and parent.conversion in (-1, ord("s"))
    if not isinstance(parent, ast.Call) or node not in parent.args:
        return False
    texts = [one.value for one in parent.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
    makes_text = isinstance(parent.func, ast.Name) and parent.func.id == "str"
    return makes_text or (shows(parent) and not any(ONLY_NUMBERS.search(text) for text in texts))
