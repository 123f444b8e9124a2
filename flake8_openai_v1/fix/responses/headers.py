"""What objects of 0.x had from the headers of an answer: ``reply.response_ms``.

Where the call whose response a variable holds shows, it is made below ``with_raw_response``, and the header is read.
"""

from __future__ import annotations

import ast
import re

from ...sdk.shapes import LEGACY
from ...semantics.values import Coroutine, Page, Response, alternatives
from ..plan import Plan
from .dicts import is_call
from .empties import shows
from .forms import WHOLE

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
    names: dict[int, str] = {}
    for node in plan.text.each(ast.Attribute):
        if node.attr not in HEADERS or plan.is_set_aside(node) or not plan.wants("OAI113", node):
            continue
        statement = _statement(plan, node)
        call = _call(plan, statement) if statement is not None else None
        if statement is None or call is None:
            continue
        name = names.get(id(statement)) or _free(plan, NAMES, names)
        header = name and _header(plan, node, name)
        if not name or not header:
            continue
        if id(statement) not in names:
            names[id(statement)] = name
            plan.raw.add(id(call.func))
            _parse(plan, statement, name)
        plan.replace(node, header)
        plan.from_headers.add(id(node))


def _statement(plan: Plan, node: ast.Attribute) -> ast.Assign | None:
    """The statement that binds the variable whose attribute is read: the only one, in the same scope."""
    if not isinstance(node.value, ast.Name) or not isinstance(node.ctx, ast.Load) or not plan.text.is_placed(node):
        return None
    index, name = plan.text.index, node.value.id
    stored = index.stores.get(name, [])
    if len(stored) != 1 or index.arguments.get(name) or plan.text.function_of(stored[0]) != plan.text.function_of(node):
        return None
    statement = plan.text.parents.get(id(stored[0]))
    if not isinstance(statement, ast.Assign) or len(statement.targets) != 1:
        return None
    return statement if plan.text.stands_alone(statement) else None


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


def _free(plan: Plan, names: tuple[str, ...], taken: dict[int, str]) -> str:
    used = plan.text.names_used().union(taken.values())
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
    value = _free(plan, VALUES, {})
    is_plain = not any(isinstance(around, OWN_SCOPES) for around in plan.text.around(node))
    if not value or not is_plain:
        return ""
    text = f"round(float({value})) if ({value} := {asked}) else None"
    return text if isinstance(plan.text.parents.get(id(node)), (*WHOLE, ast.Call, ast.Dict)) else f"({text})"


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
