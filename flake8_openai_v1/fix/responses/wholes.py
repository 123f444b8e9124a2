"""Responses as a whole: rewrite_copy, compared, written as texts."""

from __future__ import annotations

import ast

from ...sdk.fields import ALWAYS, LEGACY_ONLY
from ...semantics.responses import attribute_for
from ...semantics.uses import SERIALISE, SPREAD
from ...semantics.values import Const, Either, Items, Many, Page, Response, alternatives, elements
from ..causes import Code
from ..names.paths import certain_path
from ..plan import Plan, about
from . import empties
from .forms import STANDS_IN, TO_DICT, TO_JSON, WHOLE, has_field, is_falsy, is_legacy

CHUNK_DELTA = "ChatCompletionChunk.ChoiceDelta"


OF_LEGACY = LEGACY_ONLY | {"get", "keys", "values", "items", "pop", "update", "setdefault", "copy", "to_dict_recursive"}
"""Attributes of the objects of 0.x, which were dicts, and not of today's."""


def look_for_copies(plan: Plan) -> None:
    """``response.copy()`` was a dict; today it is another object."""
    for node in plan.text.loads.get("copy", ()):
        if isinstance(node, ast.Attribute) and is_legacy(plan.value(node.value)):
            parent = plan.text.parents.get(id(node))
            if (
                isinstance(parent, ast.Call)
                and parent.func is node
                and not plan.is_set_aside(node)
                and plan.placed(node)
            ):
                start, _ = plan.text.suffix(node)
                plan.edits.wrap(start, start, "", TO_DICT)


def rewrite_copies(plan: Plan) -> None:
    """``dict(response)`` of a response without lists is not reported: today's has fields in it that nobody sent."""
    known = {id(use.node) for use in plan.model.of(SPREAD)}
    for call in plan.text.each(ast.Call):
        if isinstance(call.func, ast.Name) and call.func.id == "dict" and call.args and id(call.args[0]) not in known:
            given = call.args[0]
            if is_legacy(plan.value(given)) and not plan.is_set_aside(call) and plan.placed(given):
                rewrite_copy(plan, given)


def rewrite_copy(plan: Plan, node: ast.expr) -> None:
    """``dict(response)`` is ``response.to_dict()`` today: that is a copy."""
    plan.behind(node, TO_DICT)
    call = plan.text.parents.get(id(node))
    if isinstance(call, ast.Call) and not call.keywords and plan.text.whole(node) == plan.text.span(node):
        (start, end), (first, last) = plan.text.span(call), plan.text.span(node)
        if plan.text.text[start:first].strip() == "dict(" and plan.text.text[last:end] == ")":
            plan.edits.replace(start, first, "")
            plan.edits.replace(last, end, "")


@about(Code.RESPONSE)
def look_for_stand_ins(plan: Plan) -> None:
    """``response or {}``, of which the attributes are read elsewhere."""
    for node in plan.text.each(ast.BoolOp):
        if not empties.is_or_dict(node) or plan.is_set_aside(node) or not is_legacy(plan.value(node)):
            continue
        parent = plan.text.parents.get(id(node))
        if isinstance(parent, ast.Attribute) and parent.attr == "get":
            continue
        first, last = node.values[-2:]
        always = isinstance(first, (ast.Subscript, ast.Call)) and _key_of(first) in ALWAYS
        if len(node.values) == 2 and always and isinstance(last, ast.Dict) and not last.keys and plan.placed(node):
            plan.edits.replace(plan.text.whole(first)[1], plan.text.whole(last)[1], "")
        else:
            plan.problem(node, STANDS_IN, Code.ESCAPES, about_responses=True)


@about(Code.RESPONSE)
def rewrite_texts(plan: Plan) -> None:
    """What was written by ``str``, or by a format that looks inside."""
    for node in plan.text.each(ast.BinOp, ast.FormattedValue, ast.Call):
        if isinstance(node, ast.BinOp) and isinstance(node.op, ast.Mod) and is_legacy(plan.value(node.right)):
            left = node.left.value if isinstance(node.left, ast.Constant) else ""
            if isinstance(left, str) and "%(" in left and not plan.is_set_aside(node):
                plan.behind(node.right, TO_DICT)
        if isinstance(node, ast.FormattedValue) and not plan.is_set_aside(node):
            _formatted(plan, node)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "__str__":
            is_whole = not node.args and is_legacy(plan.value(node.func.value)) and not plan.is_set_aside(node)
            if is_whole and plan.wants("OAI114", node) and plan.placed(node):
                plan.edits.replace(plan.text.suffix(node.func)[0], plan.text.span(node)[1], TO_JSON)
        if not isinstance(node, ast.Call) or not (node.args or node.keywords) or plan.is_set_aside(node):
            continue
        if isinstance(node.func, ast.Name) and node.func.id == "print" and _is_printed_to_file(node):
            for argument in node.args:
                if is_legacy(plan.value(argument)) and plan.placed(argument):
                    plan.behind(argument, TO_JSON)
        if isinstance(node.func, ast.Name) and node.func.id == "str" and len(node.args) == 1:
            if is_legacy(plan.value(node.args[0])) and plan.wants("OAI114", node) and plan.placed(node):
                start, end = plan.text.span(node)
                inner = plan.text.whole(node.args[0])
                plan.edits.replace(start, inner[0], "")
                plan.edits.replace(inner[1], end, TO_JSON)
        elif isinstance(node.func, ast.Attribute) and node.func.attr == "format":
            text = node.func.value
            if isinstance(text, ast.Constant) and isinstance(text.value, str) and "[" in text.value:
                for argument in (*node.args, *(keyword.value for keyword in node.keywords)):
                    if is_legacy(plan.value(argument)) and plan.placed(argument):
                        plan.behind(argument, TO_DICT)


def _is_printed_to_file(node: ast.Call) -> bool:
    given = next((keyword.value for keyword in node.keywords if keyword.arg == "file"), None)
    return given is not None and not (isinstance(given, ast.Attribute) and given.attr in ("stdout", "stderr"))


def _key_of(node: ast.Subscript | ast.Call) -> object:
    """The key of ``x["key"]`` or ``x.get("key")``."""
    part: ast.AST | None = node.slice if isinstance(node, ast.Subscript) else node.args[0] if node.args else None
    return part.value if isinstance(part, ast.Constant) else None


def _formatted(plan: Plan, node: ast.FormattedValue) -> None:
    """A response in an f-string that is more than shown to a person: its text was JSON."""
    if node.format_spec is not None or node.conversion not in (-1, ord("s")) or not is_legacy(plan.value(node.value)):
        return
    for around in plan.text.around(node):
        if isinstance(around, ast.Call):
            if empties.shows(around):
                return
            break
    if plan.placed(node.value):
        plan.behind(node.value, TO_JSON)


@about(Code.RESPONSE)
def rewrite_truth(plan: Plan) -> None:
    """A difference in a stream that says nothing was an empty dict, which is false; and a dict equals a dict."""
    for node in plan.known:
        value = plan.value(node)
        if not isinstance(node, ast.expr) or not isinstance(value, Response) or not value.legacy:
            continue
        if plan.is_set_aside(node):
            continue
        parent = plan.text.parents.get(id(node))
        tested = (isinstance(parent, (ast.If, ast.While, ast.IfExp, ast.Assert)) and parent.test is node) or (
            isinstance(parent, (ast.BoolOp, ast.UnaryOp))
        )
        compared = isinstance(parent, ast.Compare) and any(
            isinstance(other, ast.Dict) for other in (parent.left, *parent.comparators)
        )
        if isinstance(parent, ast.Compare) and isinstance(parent.ops[0], (ast.In, ast.NotIn)):
            compared = node in parent.comparators and not isinstance(parent.left, ast.Constant)
        if isinstance(node, ast.Call) and id(node) in plan.model.gets:
            continue  # which may give something else
        if (tested and value.shape == CHUNK_DELTA) or compared:
            plan.behind(node, TO_DICT)
        elif isinstance(parent, ast.Compare) and not _compares_alike(plan, parent, node):
            plan.problem(node, "a response is compared with what may be a dict", Code.ESCAPES, about_responses=True)


def _compares_alike(plan: Plan, compare: ast.Compare, node: ast.AST) -> bool:
    """Is what a response is compared with an object as it is, or something that no response equals?"""
    if not isinstance(compare.ops[0], (ast.Eq, ast.NotEq, ast.In, ast.NotIn)) or node in compare.comparators[1:]:
        return True
    other = compare.comparators[0] if compare.left is node else compare.left
    value = plan.value(other)
    if isinstance(compare.ops[0], (ast.In, ast.NotIn)) and isinstance(value, (Many, Items)):
        return all(map(is_legacy, elements(value)))
    return is_legacy(value) or isinstance(value, Const)


@about(Code.RESPONSE)
def look_for_pages(plan: Plan) -> None:
    """``for x in openai.Model.list()`` went through the keys of a dict."""
    if "auto_paging_iter" in plan.text.loads:
        return  # which gave the items
    for node in plan.text.each(ast.For, ast.comprehension):
        if not plan.is_set_aside(node.iter):
            pages = (one for one in alternatives(plan.value(node.iter)) if isinstance(one, Page))
            if any(is_legacy(page.item) for page in pages):
                plan.problem(node.iter, "what a list call returned gave its keys, and gives its items today")


DUMPS = frozenset({"json.dumps", "json.dump"})


@about(Code.RESPONSE)
def rewrite_serialised(plan: Plan) -> None:
    """What the linter does not report: ``json.dumps(response, default=…)``, which wrote a dict; ``obj=response``."""
    known = {id(use.node) for use in plan.examined.uses if use.role == SERIALISE}
    for node in plan.text.each(ast.Call):
        if certain_path(plan.value(node.func)) not in DUMPS or plan.is_set_aside(node):
            continue
        given = node.args[0] if node.args else next((one.value for one in node.keywords if one.arg == "obj"), None)
        if given is None:
            continue
        value = plan.value(given)
        mixed = isinstance(value, Either) and any(map(is_legacy, value.options)) and not is_legacy(value)
        if id(given) in known and not mixed:
            continue
        if is_legacy(value) and not isinstance(given, (ast.IfExp, ast.BoolOp)):
            plan.behind(given, TO_DICT)
        elif mixed or (
            isinstance(given, (ast.IfExp, ast.BoolOp))
            and any(isinstance(part, ast.expr) and is_legacy(plan.value(part)) for part in ast.walk(given))
        ):
            plan.problem(
                given, "what is serialised may be a response, or something else", Code.ESCAPES, about_responses=True
            )


@about(Code.RESPONSE)
def rewrite_by_name(plan: Plan) -> None:
    """``hasattr(delta, "content")`` and ``getattr(delta, "content", "")``: the attribute is always there now."""
    for node in plan.text.each(ast.Call):
        if not isinstance(node.func, ast.Name) or len(node.args) < 2:
            continue
        value = plan.value(node.args[0])
        key = node.args[1]
        if node.func.id not in ("hasattr", "getattr") or plan.is_set_aside(node):
            continue
        named = plan.value(key)
        if not isinstance(named, Const) or named.value in OF_LEGACY:
            options = value.options if isinstance(value, Either) else (value,)
            if any(isinstance(one, Response) and one.legacy for one in options):
                gone = f"today's objects have no {named.value}" if isinstance(named, Const) else ""
                plan.problem(node, gone or "which attribute this asks for is not seen", about_responses=not gone)
            continue
        if not isinstance(key, ast.Constant) or not isinstance(value, Response) or not value.legacy:
            continue
        if not has_field(value, str(key.value)):
            continue
        if not plan.placed(node) or not plan.wants("OAI113", node):
            continue
        start, end = plan.text.span(node)
        inner = plan.text.whole(node.args[0])
        name = attribute_for(value, str(key.value))
        parent = plan.text.parents.get(id(node))
        if node.func.id == "hasattr":
            bare = isinstance(parent, (*WHOLE, ast.If, ast.While, ast.BoolOp, ast.UnaryOp, ast.IfExp))
            plan.edits.replace(start, inner[0], "" if bare else "(")
            plan.edits.replace(inner[1], end, f".{name} is not None" + ("" if bare else ")"))
        elif len(node.args) == 3 and not (isinstance(node.args[2], ast.Constant) and node.args[2].value is None):
            default = node.args[2]
            if not is_falsy(default):
                plan.problem(node, "the attribute is always there now, and may be None", about_responses=True)
                continue
            bare = isinstance(parent, WHOLE) or (isinstance(parent, ast.Call) and node in parent.args)
            plan.edits.replace(start, inner[0], "" if bare else "(")
            plan.edits.replace(inner[1], end, f".{name} or {plan.text.of(default)}" + ("" if bare else ")"))
