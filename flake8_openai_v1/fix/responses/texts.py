"""Texts that are made of responses: those of 0.x were their JSON.

A text that a person is shown may be another one. What else is done with it does not show, so it stays JSON.
"""

from __future__ import annotations

import ast

from ...semantics.values import Const, Many, Value, elements
from ..causes import Code
from ..names.paths import certain_path
from ..plan import Plan, about
from . import empties
from .forms import TO_DICT, TO_JSON, is_cell, is_legacy
from .templates import CONVERSION, fields


@about(Code.RESPONSE)
def rewrite_texts(plan: Plan) -> None:
    """Write what was written by ``str``, by a format, or to a file."""
    for node in plan.text.each(ast.BinOp, ast.FormattedValue, ast.Call):
        if plan.is_set_aside(node):
            continue
        if isinstance(node, ast.BinOp):
            if isinstance(node.op, ast.Mod):
                _filled(plan, node)
        elif isinstance(node, ast.FormattedValue):
            if node.format_spec is None and node.conversion in (-1, ord("s")) and not _is_shown(plan, node):
                _as_json(plan, node.value)
        elif isinstance(node.func, ast.Attribute):
            if node.func.attr == "__str__" and not node.args:
                if is_legacy(plan.value(node.func.value)) and plan.wants("OAI114", node) and plan.placed(node):
                    plan.edits.replace(plan.text.suffix(node.func)[0], plan.text.span(node)[1], TO_JSON)
            elif node.func.attr == "format":
                _formatted(plan, node, node.func.value)
        elif isinstance(node.func, ast.Name):
            _called(plan, node, node.func.id)
    for part in plan.known:
        if isinstance(part, ast.expr) and is_legacy(plan.value(part)) and is_cell(plan, part):
            _as_json(plan, part)


def _called(plan: Plan, node: ast.Call, name: str) -> None:
    """Write what ``print``, ``str``, ``format`` and ``map`` of ``str`` are given."""
    if name == "print" and not empties.shows(node, captured=plan.settings.captured):
        for argument in node.args:
            _as_json(plan, argument)
    elif name in ("str", "format") and len(node.args) == 1:
        if is_legacy(plan.value(node.args[0])) and plan.wants("OAI114", node) and plan.placed(node):
            start, end = plan.text.span(node)
            inner = plan.text.whole(node.args[0])
            plan.edits.replace(start, inner[0], "")
            plan.edits.replace(inner[1], end, TO_JSON)
    elif name == "map" and len(node.args) == 2 and certain_path(plan.value(node.args[0])) == "builtins.str":
        value = plan.value(node.args[1])
        if isinstance(value, Many) and all(map(is_legacy, elements(value))) and plan.placed(node):
            start, end = plan.text.span(node)
            inner = plan.text.whole(node.args[1])
            parent = plan.text.parents.get(id(node))
            is_alone = isinstance(parent, ast.Call) and parent.args == [node] and not parent.keywords
            plan.edits.replace(start, inner[0], f"{'' if is_alone else '('}item{TO_JSON} for item in ")
            plan.edits.replace(inner[1], end, "" if is_alone else ")")


def _filled(plan: Plan, node: ast.BinOp) -> None:
    """Write what ``%`` puts into a text."""
    template = _template(plan.value(node.left), node.left)
    places = [match for match in CONVERSION.finditer(template) if match["kind"] != "%"]
    right = node.right
    if is_legacy(plan.value(right)):
        if any(match["key"] is not None for match in places):
            plan.behind(right, TO_DICT)
        elif [match["kind"] for match in places] == ["s"]:
            if not _is_shown(plan, node):
                _as_json(plan, right)
        elif not template:
            text = "whether this text takes a response as a whole, or looks into it, does not show"
            plan.problem(node, text, about_responses=True)
    elif isinstance(right, ast.Tuple) and len(right.elts) == len(places) and not _is_shown(plan, node):
        for match, part in zip(places, right.elts, strict=True):
            if match["kind"] == "s":
                _as_json(plan, part)
    elif isinstance(right, ast.Dict) and not _is_shown(plan, node):
        written = {match["key"] for match in places if match["kind"] == "s"}
        for key, part in zip(right.keys, right.values, strict=True):
            if isinstance(key, ast.Constant) and key.value in written:
                _as_json(plan, part)


def _formatted(plan: Plan, node: ast.Call, text: ast.expr) -> None:
    """Write what ``format`` of a text puts into it: some looks inside of what it is given."""
    written = fields(_template(plan.value(text), text))
    given: list[tuple[str, ast.expr]] = [(str(at), argument) for at, argument in enumerate(node.args)]
    given += [(str(keyword.arg), keyword.value) for keyword in node.keywords]
    for key, argument in given:
        if not is_legacy(plan.value(argument)):
            continue
        if any(name == key and rest.startswith("[") for name, rest, _ in written):
            if plan.placed(argument):
                plan.behind(argument, TO_DICT)
        elif (key, "", True) in written and not _is_shown(plan, node):
            _as_json(plan, argument)


def _template(value: Value, node: ast.expr) -> str:
    """The text that is filled, where that shows."""
    text = node.value if isinstance(node, ast.Constant) else value.value if isinstance(value, Const) else ""
    return text if isinstance(text, str) else ""


def _as_json(plan: Plan, node: ast.expr) -> None:
    if is_legacy(plan.value(node)) and plan.placed(node):
        plan.behind(node, TO_JSON)


def _is_shown(plan: Plan, node: ast.AST) -> bool:
    """True if a text is made for a function that shows it to a person."""
    around = next((one for one in plan.text.around(node) if isinstance(one, ast.Call)), None)
    return around is not None and empties.shows(around, captured=plan.settings.captured)
