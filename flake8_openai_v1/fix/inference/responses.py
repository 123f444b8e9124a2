"""Responses of azure-ai-inference, which were objects and dicts at once → objects of openai."""

from __future__ import annotations

import ast

from ...rules.inference import ENUM_ATTRIBUTES
from ...rules.responses import known_attribute
from ...sdk.inference import DATETIMES, ENUMERATIONS, MODEL_METHODS, SHAPES
from ...sdk.shapes import FIELDS
from ...semantics.responses import attribute_for, is_model
from ...semantics.uses import ACCESS, CHOICE, ITERATE, KIND, METHOD, SERIALISE, SPREAD, Use
from ...semantics.values import Response, Stream, Value, alternatives
from ...syntax.written import is_none, last_name
from ..causes import Code
from ..plan import Plan, about
from ..responses.forms import TO_DICT, is_falsy, links, stay_dict
from ..responses.gets import write_behind
from .messages import compare

DELTA = "inference.StreamingChatResponseMessageUpdate"
"""The shape that may have no field at all, and is false then."""
TEXTS = frozenset({"inference.ChatCompletions", "inference.EmbeddingsResult"})
"""Shapes whose text is their JSON."""


@about(Code.RESPONSE)
def rewrite(plan: Plan, use: Use) -> None:
    """Rewrite what is done with a response there, and fails on one of openai."""
    if use.role == ACCESS:
        _access(plan, use.node)
    elif use.role == METHOD:
        _method(plan, use)
    elif use.role == ITERATE:
        _iterated(plan, use)
    elif use.role in (SPREAD, SERIALISE):
        _spread(plan, use)
    elif use.role == CHOICE:
        _choice(plan, use.node)
    elif use.role == KIND and isinstance(use.node, ast.Attribute) and use.extra != "created":
        _member(plan, use.node)


def _has_field(value: Value, name: str) -> bool:
    """Has what takes the place of a response a field of this name?"""
    options = alternatives(value)
    return bool(options) and all(
        isinstance(option, Response) and name in FIELDS.get(SHAPES.get(option.shape, ""), ()) for option in options
    )


# Reads


def _access(plan: Plan, node: ast.AST) -> None:
    for link in reversed(list(links(node))):
        if id(link) in plan.frozen or not plan.placed(link):
            continue
        if isinstance(link, ast.Subscript) and is_model(plan.value(link.value)):
            _subscript(plan, link)
        elif isinstance(link, ast.Call) and id(link) in plan.model.gets:
            _get(plan, link)


def _subscript(plan: Plan, node: ast.Subscript) -> None:
    value = plan.value(node.value)
    start, end = plan.text.suffix(node)
    key = node.slice.value if isinstance(node.slice, ast.Constant) else None
    name = attribute_for(value, key) if isinstance(key, str) else ""
    if not isinstance(node.ctx, ast.Load):
        plan.problem(node, "a response is changed as a dict")
    elif name and _has_field(value, name):
        plan.edits.replace(start, end, f".{name}")
    else:
        plan.edits.wrap(start, start, "", TO_DICT)
        stay_dict(plan, node)


def _get(plan: Plan, node: ast.Call) -> None:
    assert isinstance(node.func, ast.Attribute)
    owner = node.func.value
    key = node.args[0] if node.args else None
    start, _ = plan.text.suffix(node.func)
    end = plan.text.span(node)[1]
    if not isinstance(key, ast.Constant) or node.keywords:
        plan.problem(node, "there is no edit for this get(): read the attribute, with your default")
        return
    name = known_attribute(plan.value(owner), str(key.value))
    default = node.args[1] if len(node.args) > 1 else None
    parent = plan.text.parents.get(id(node))
    if name is None or not _has_field(plan.value(owner), name):
        plan.edits.wrap(start, start, "", TO_DICT)
    elif default is None or is_none(default):
        plan.edits.replace(start, end, f".{name}")
    elif isinstance(parent, (ast.Attribute, ast.Subscript)) or not is_falsy(default):
        plan.edits.wrap(start, start, "", TO_DICT)
        stay_dict(plan, node)
    else:
        plan.edits.replace(start, end, f".{name}")
        write_behind(plan, node, f" or {plan.text.of(default)}")


def _method(plan: Plan, use: Use) -> None:
    node = use.node
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute) or not plan.placed(node):
        return
    name = node.func.attr
    start, end = plan.text.suffix(node.func)
    _access(plan, node.func.value)
    if name == "as_dict" and not node.args and not node.keywords:
        plan.edits.replace(start, end, ".to_dict")
    elif name == "copy" and not node.args:
        plan.edits.replace(start, end, ".model_copy")
    elif MODEL_METHODS.get(name):
        plan.edits.wrap(start, start, "", TO_DICT)
    elif name in MODEL_METHODS:
        plan.problem(node, f"{name}() of a response has no counterpart in openai", Code.NO_COUNTERPART)


def _iterated(plan: Plan, use: Use) -> None:
    node = use.node
    if not isinstance(node, ast.expr) or not plan.placed(node):
        return
    kind, around = use.extra if isinstance(use.extra, tuple) else ("", None)
    if kind == "in" and isinstance(around, ast.Compare):
        left = around.left
        name = known_attribute(use.value, str(left.value)) if isinstance(left, ast.Constant) else None
        start, right = plan.text.span(around)[0], plan.text.whole(node)
        plain = len(around.ops) == 1 and "#" not in plan.text.text[start : right[0]]
        if name and _has_field(use.value, name) and plain:
            absent = isinstance(around.ops[0], ast.NotIn)
            plan.edits.replace(start, right[0], "")
            plan.edits.wrap(*right, "", f".{name} is {'' if absent else 'not '}None")
            return
    plan.wrap(node, "", TO_DICT)


def _spread(plan: Plan, use: Use) -> None:
    node = use.node
    if use.extra in ("**", "dict", "str.format_map") and isinstance(node, ast.expr) and plan.placed(node):
        plan.wrap(node, "", TO_DICT)
    else:
        plan.problem(node, "a response is taken apart as a dict")


# Types of fields


def _member(plan: Plan, node: ast.Attribute) -> None:
    """``choice.finish_reason.value``: the text itself."""
    if node.attr == "value":
        if plan.placed(node):
            plan.edits.replace(*plan.text.suffix(node), "")
    elif node.attr in ENUM_ATTRIBUTES:
        plan.problem(node, f"a text has no {node.attr}")


@about(Code.RESPONSE)
def rewrite_kinds(plan: Plan) -> bool:
    """``created`` was a time; an enumeration is a text; an empty difference was false. Gives whether there is any."""
    any_found = False
    for node in plan.text.nodes:
        if not isinstance(node, ast.expr):
            continue
        if isinstance(node, ast.Attribute):
            fields = {f"{option.shape}.{node.attr}" for option in _responses(plan.value(node.value))}
            if fields & DATETIMES and isinstance(node.ctx, ast.Load):
                any_found = True
                _created(plan, node)
            elif fields & ENUMERATIONS:
                any_found = True
                _enumeration(plan, node)
        if isinstance(node, ast.Call) and node.args and ast.unparse(node.func) in ("next", "anext"):
            if _is_stream(plan.value(node.args[0])):
                plan.problem(node, "the first chunk of a stream has no choices on Azure, and was passed over")
        found = _responses(plan.value(node))
        parent = plan.text.parents.get(id(node))
        if found and isinstance(parent, ast.Call) and parent.args == [node] and ast.unparse(parent.func) == "dict":
            if plan.placed(node):
                plan.wrap(node, "", TO_DICT)  # of an object of openai come all fields, also those that were not sent
        if found and all(option.shape == DELTA for option in found):
            any_found = _truth(plan, node) or any_found
        elif found and all(option.shape in TEXTS for option in found):
            any_found = _printed(plan, node) or any_found
    return any_found


def _responses(value: Value) -> list[Response]:
    options = alternatives(value)
    found = [option for option in options if isinstance(option, Response) and option.shape.startswith("inference.")]
    return found if len(found) == len(options) else []


def _created(plan: Plan, node: ast.Attribute) -> None:
    """A number of seconds, of which the same time is made again."""
    if not plan.placed(node):
        return
    for statement in plan.text.tree.body:
        if isinstance(statement, ast.ImportFrom) and statement.module == "datetime":
            bound = {alias.name: alias.asname or alias.name for alias in statement.names}
            if {"datetime", "timezone"} <= bound.keys():
                plan.wrap(node, f"{bound['datetime']}.fromtimestamp(", f", {bound['timezone']}.utc)")
                return
            if "datetime" in bound.values():
                plan.problem(node, "created is a number in openai: datetime.fromtimestamp(..., timezone.utc)")
                return
    plan.imports.add("datetime")
    plan.wrap(node, "datetime.datetime.fromtimestamp(", ", datetime.timezone.utc)")


def _enumeration(plan: Plan, node: ast.Attribute) -> None:
    parent = plan.text.parents.get(id(node))
    if isinstance(parent, ast.Compare) and plan.placed(parent):
        compare(plan, parent)
    printed = isinstance(parent, ast.FormattedValue)
    if isinstance(parent, ast.Call) and node in parent.args:
        name = last_name(parent.func)
        printed = name in ("print", "str", "repr", "format", "info", "debug", "warning", "error")
    if printed:
        plan.doubt(node, f"{ast.unparse(node)} is a text in openai, and is written without the name of its class")


def _truth(plan: Plan, node: ast.expr) -> bool:
    """What has no field was false, and is an object today."""
    if not isinstance(node, (ast.Name, ast.Attribute, ast.Subscript)):
        return False
    parent = plan.text.parents.get(id(node))
    tested = isinstance(parent, (ast.If, ast.While, ast.IfExp, ast.Assert)) and parent.test is node
    if isinstance(parent, ast.comprehension):
        tested = node in parent.ifs
    if not tested and not isinstance(parent, ast.BoolOp):
        tested = isinstance(parent, ast.UnaryOp) and isinstance(parent.op, ast.Not)
        if not tested:
            return False
    if plan.placed(node):
        plan.wrap(node, "", TO_DICT)
    return True


def _printed(plan: Plan, node: ast.expr) -> bool:
    """The text of a whole response was its JSON."""
    parent = plan.text.parents.get(id(node))
    printed = isinstance(parent, ast.FormattedValue) and parent.conversion in (-1, 115)
    if isinstance(parent, ast.Call) and node in parent.args and isinstance(parent.func, ast.Name):
        printed = parent.func.id in ("print", "str")
    if printed and plan.placed(node):
        plan.wrap(node, "", ".to_json()")
        plan.doubt(node, "the JSON of a response may look otherwise")
    return printed


# Streams


def _choice(plan: Plan, node: ast.AST) -> None:
    """The first chunk of a stream on Azure has no choices; these were passed over."""
    loops = _loops(plan, node)
    if not loops:
        plan.problem(node, "a chunk without choices comes first on Azure, and the loop over the stream is not seen")
    for loop in loops:
        _guard(plan, loop)


def _loops(plan: Plan, node: ast.AST) -> list[ast.For | ast.AsyncFor | ast.comprehension]:
    """The loop over a stream whose item an expression reads; of what a function is given, all loops of the file."""
    root: ast.AST = node
    while isinstance(root, (ast.Attribute, ast.Subscript)):
        root = root.value
    every: list[ast.For | ast.AsyncFor | ast.comprehension] = [
        loop
        for loop in plan.text.nodes
        if isinstance(loop, (ast.For, ast.AsyncFor, ast.comprehension)) and _is_stream(plan.value(loop.iter))
    ]
    inside = list(plan.text.around(node))
    for around in inside:
        own = [around] if isinstance(around, (ast.For, ast.AsyncFor)) else getattr(around, "generators", [])
        for loop in own:
            if isinstance(loop.target, ast.Name) and isinstance(root, ast.Name) and loop.target.id == root.id:
                return [loop]
            counted = _counted(loop)
            if counted is not None and isinstance(root, ast.Name) and ast.unparse(counted[1]) == root.id:
                return [loop]
    return [loop for loop in every if isinstance(loop.target, ast.Name)]


def _counted(loop: ast.For | ast.AsyncFor | ast.comprehension) -> tuple[ast.expr, ast.expr] | None:
    """The stream, and the name of its items, in ``for number, update in enumerate(stream)``."""
    if not isinstance(loop.target, ast.Tuple) or len(loop.target.elts) != 2 or not isinstance(loop.iter, ast.Call):
        return None
    call = loop.iter
    return (call.args[0], loop.target.elts[1]) if ast.unparse(call.func) == "enumerate" and call.args else None


def _is_stream(value: Value) -> bool:
    options = alternatives(value)
    return bool(options) and all(
        isinstance(option, Stream)
        or (isinstance(option, Response) and option.items == "inference.StreamingChatCompletionsUpdate")
        for option in options
    )


def _guard(plan: Plan, loop: ast.For | ast.AsyncFor | ast.comprehension) -> None:
    target = plan.text.of(loop.target)
    counted = _counted(loop)
    if counted is not None:
        target = plan.text.of(counted[1])
        plan.wrap(counted[0], f"({target} for {target} in ", f" if {target}.choices)")
        return
    if isinstance(loop, ast.comprehension):
        last = loop.iter
        plan.edits.wrap(*plan.text.whole(last), "", f" if {target}.choices")
        return
    first = loop.body[0]
    start = plan.text.span(first)[0]
    if getattr(first, "decorator_list", None):
        start = plan.text.span(first.decorator_list[0])[0] - 1  # type: ignore[attr-defined]
    if plan.text.text[plan.text.line_start(start) : start].strip():
        # In one line: the stream itself passes over them.
        kind = "async for" if isinstance(loop, ast.AsyncFor) else "for"
        plan.wrap(loop.iter, f"({target} {kind} {target} in ", f" if {target}.choices)")
        return
    indent = plan.text.indentation(start)
    step = plan.text.indent
    newline = plan.text.newline
    plan.edits.insert(start, f"if not {target}.choices:{newline}{indent}{step}continue{newline}{indent}")
