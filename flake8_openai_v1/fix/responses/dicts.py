"""Responses as plain dicts: ``to_dict()`` behind each call of 0.x, and subscripts for attributes.

Where the order of keys matters, what the service sent is taken as it came: ``with_raw_response``.
"""

from __future__ import annotations

import ast
import re

from ...sdk.fields import ALWAYS, ENCODED, LEGACY_ONLY, NULLABLE, OPTIONAL
from ...sdk.shapes import FIELDS
from ...semantics.graph import ADD
from ...semantics.questions import is_inference
from ...semantics.responses import has_field, is_model, legacy_parts
from ...semantics.uses import STRING
from ...semantics.values import (
    Client,
    Coroutine,
    Function,
    Items,
    Many,
    Page,
    Partial,
    Place,
    Response,
    Stream,
    Value,
    alternatives,
)
from ...syntax.written import last_name
from ..causes import Code
from ..names.paths import is_own_name
from ..names.scopes import imported
from ..plan import Plan, about
from ..text.precedence import COMPARE, brackets
from .escapes import OF_DICTS, STRONG, all_fields, called_unseen, look_at_spread
from .forms import TO_DICT, is_cell
from .holes import GIVEN, holes, is_sdk
from .missing import DELTA, names_in
from .orders import OTHER_ORDER
from .residues import Residues

CONVERTS = frozenset({"to_dict", "to_dict_recursive"})
"""Methods that gave a plain dict."""
RAW_DICT = ".http_response.json()"
"""What the service sent, behind a call below ``with_raw_response``."""
WRITERS = frozenset({"print", "str", "format"})
"""Functions that write what they are given as ``str`` does."""
FOLLOWED = (
    *(ast.Attribute, ast.Subscript, ast.Assign, ast.AnnAssign, ast.NamedExpr, ast.Return, ast.Await, ast.Expr),
    *(ast.Compare, ast.If, ast.While, ast.UnaryOp),
)
"""Where an expression stands that is not iterated over there."""
NO_DELETE = "0.x did not let a field be deleted"
NO_STREAM = "a stream gives objects, and the file reads them as dicts"
BY_NAME = frozenset({"getattr", "hasattr", "setattr", "delattr", "vars", "type"})
"""Functions that ask for attributes or the class of what they are given."""
CAUGHT = frozenset({"AttributeError", "KeyError", "LookupError"})


@about(Code.RESPONSE)
def prepare(plan: Plan) -> None:
    """Find the calls of which the order of keys matters."""
    ordered = plan.settings.ordered
    for node in plan.text.nodes if ordered else ():
        if isinstance(node, ast.Call) and not plan.is_set_aside(node) and is_call(plan, node):
            shapes = shapes_of(plan.value(node))
            if not shapes & ordered:
                continue
            if shapes & ENCODED or is_own_name(plan.value(node.func)) or isinstance(plan.value(node.func), Partial):
                plan.problem(node, OTHER_ORDER, about_responses=True)
            plan.raw.add(id(node.func))


@about(Code.RESPONSE)
def rewrite(plan: Plan) -> None:
    """Make all responses dicts; say so where that cannot be done."""
    for node in plan.text.nodes:
        if not isinstance(node, ast.expr) or plan.is_set_aside(node):
            continue
        if isinstance(node, ast.Call):
            if is_call(plan, node):
                _convert(plan, node, plan.value(node))
            elif not plan.again and _is_current(plan, node):
                plan.problem(node, "today's SDK is called, too, which gives objects")
            _by_name(plan, node)
        if isinstance(node, ast.Attribute):
            _attribute(plan, node)
        if isinstance(node, ast.Subscript) and isinstance(node.ctx, ast.Del) and _is_legacy(plan.value(node.value)):
            plan.problem(node, NO_DELETE)
        _streamed(plan, node)
        if _is_legacy(plan.value(node)):
            _written(plan, node)
    _look_at_names(plan)
    look_at_spread(plan)
    residues = Residues(plan)
    for hole in holes(plan):
        if hole.where == GIVEN:
            plan.problem(hole.node, "what a method gives that is handed on cannot be made a dict")
        found = residues.of_objects(frozenset(all_fields(hole.value)))
        if found is not None:
            plan.problem(found, "this may be a response, which is used as a dict elsewhere", Code.ESCAPES)
    if plan.settings.calls and not plan.again:
        fields = STRONG.union(*(more for _, more in called_unseen(plan)))
        found = residues.of_objects(fields, certain=True)
        if found is not None:
            plan.problem(found, "this may be a response, and where it comes from is not seen", Code.ESCAPES)


def rewrite_kept(plan: Plan) -> None:
    """Make dicts of those responses of which that is known to be needed, where the others become objects."""
    if plan.dicts:
        known = len(plan.places)
        plan.in_dicts = True
        rewrite(plan)
        plan.in_dicts = False
        plan.of_dicts = [node for node, _, _ in plan.places[known:]]


def _look_at_names(plan: Plan) -> None:
    for use in plan.examined.uses:
        if isinstance(use.value, Place) and use.value.path.startswith("openai.openai_object"):
            plan.problem(use.node, "a class is named of which responses are objects")
        elif use.role == STRING and isinstance(use.value, Place) and use.value.path.startswith("openai."):
            plan.problem(use.node, "a test makes the responses, which are dicts here")


def _is_legacy(value: Value) -> bool:
    """Is it certainly a response of a call of 0.x?"""
    return is_model(value) and any(True for _ in legacy_parts(value))


def _awaited(value: Value) -> Value:
    return value.value if isinstance(value, Coroutine) else value


def shapes_of(value: Value) -> set[str]:
    """The shapes of a response, or of what is awaited, and of all that is in it."""
    found: set[str] = set()
    shapes = [part.shape for part in legacy_parts(_awaited(value))]
    while shapes:
        shape = shapes.pop()
        if shape not in found:
            found.add(shape)
            shapes += [name for kind in FIELDS.get(shape, {}).values() for name in kind.lstrip("[").split("|") if name]
    return found


def is_call(plan: Plan, node: ast.Call) -> bool:
    """Is it a call of 0.x itself that gives a response?"""
    callee = plan.value(node.func)
    options = alternatives(callee.function if isinstance(callee, Partial) else callee)
    value = _awaited(plan.value(node))
    return bool(options) and all(map(is_sdk, options)) and any(True for _ in legacy_parts(value))


def _convert(plan: Plan, node: ast.Call, value: Value) -> None:
    whole: ast.expr = node
    each = "for"
    if isinstance(value, Coroutine):
        parent = plan.text.parents.get(id(node))
        if not isinstance(parent, ast.Await):
            plan.problem(node, "its response is read as a dict elsewhere, and where this is awaited does not show")
            return
        whole, value, each = parent, value.value, "async for"
    if isinstance(node.func, ast.Attribute) and node.func.attr == "auto_paging_iter":
        plan.problem(node, "what goes through pages gives objects")
        return
    raw = id(node.func) in plan.raw
    if isinstance(value, Stream) and not raw:
        plan.wrap(whole, f"(item.to_dict() {each} item in ", ")")
    elif isinstance(value, Stream) or (isinstance(value, Response) and value.items and _names_stream(node)):
        plan.problem(node, NO_STREAM)
    elif all(isinstance(option, (Response, Page)) for option in alternatives(value)) and plan.placed(whole):
        _behind(plan, whole, RAW_DICT if raw else TO_DICT)


def _behind(plan: Plan, whole: ast.expr, text: str) -> None:
    """Make a response a dict; where it is awaited over several lines, in a line of its own behind them."""
    statement = plan.text.parents.get(id(whole))
    target = statement.targets[0] if isinstance(statement, ast.Assign) and len(statement.targets) == 1 else None
    is_long = isinstance(whole, ast.Await) and whole.end_lineno != whole.lineno
    if is_long and isinstance(target, ast.Name) and plan.text.stands_alone(plan.text.statement_of(target)):
        start, end = plan.text.span(target)[0], plan.text.line_end(plan.text.span(whole)[1])
        line = f"{plan.text.newline}{plan.text.indentation(start)}{target.id} = {target.id}{text}"
        plan.edits.insert(end, line)
    else:
        plan.behind(whole, text)


def _is_current(plan: Plan, node: ast.Call) -> bool:
    """Is it a call of today's SDK that gives an object?"""
    value = _awaited(plan.value(node))
    options = alternatives(value.item if isinstance(value, (Stream, Page)) else value)
    return isinstance(plan.value(node.func), (Client, Place)) and any(
        isinstance(option, Response) and not option.legacy and not is_inference(option) for option in options
    )


def _names_stream(node: ast.Call) -> bool:
    return any(keyword.arg == "stream" for keyword in node.keywords)


def _streamed(plan: Plan, node: ast.expr) -> None:
    """What is a stream where ``**`` says so: whoever only reads its fields takes it for none."""
    value = _awaited(plan.value(node))
    if plan.settings.names_stream and isinstance(value, Response) and value.legacy and value.items:
        parent = plan.text.parents.get(id(node))
        takes = isinstance(parent, ast.Call) and (
            parent.func is node or isinstance(plan.value(parent.func), Function) or _adds(plan, parent)
        )
        if not takes and not isinstance(parent, FOLLOWED):
            plan.problem(node, NO_STREAM)


def _adds(plan: Plan, call: ast.Call) -> bool:
    """True if a call puts what it is given into a list, as it is."""
    return isinstance(call.func, ast.Attribute) and call.func.attr in ADD and plan.is_followed(call)


def _attribute(plan: Plan, node: ast.Attribute) -> None:
    """A field that is read, or set, as an attribute."""
    value = plan.value(node.value)
    if not any(True for _ in legacy_parts(value)) or isinstance(value, (Coroutine, Many)):
        return
    parent = plan.text.parents.get(id(node))
    called = isinstance(parent, ast.Call) and parent.func is node
    if node.attr in OF_DICTS and (called or _is_legacy(value)):
        return
    if not _is_legacy(value):
        if not isinstance(value, Stream):
            plan.problem(node, "this may be a response, or something else that has attributes", Code.ESCAPES)
    elif called and node.attr in CONVERTS and isinstance(parent, ast.Call) and not parent.args:
        _converted(plan, node, parent)
    elif called or node.attr in LEGACY_ONLY or node.attr.startswith("_") or isinstance(value, Stream):
        plan.problem(node, f"a dict has no {node.attr}")
    elif isinstance(node.ctx, ast.Del):
        plan.problem(node, NO_DELETE)
    elif _is_caught(plan, node, value):
        plan.problem(node, "what is caught where a field is missing is another exception for a dict")
    elif plan.placed(node):
        quote = plan.quote(node)
        plan.edits.replace(*plan.text.suffix(node), f"[{quote}{node.attr}{quote}]")


def _is_caught(plan: Plan, node: ast.Attribute, value: Value) -> bool:
    if node.attr in ALWAYS or not isinstance(node.ctx, ast.Load):
        return False
    delta = any(isinstance(option, Response) and option.shape in DELTA for option in alternatives(value))
    if not delta and node.attr not in OPTIONAL and has_field(value, node.attr):
        return False
    return any(names_in(handler.type) & CAUGHT for handler in plan.text.handlers)


def _converted(plan: Plan, node: ast.Attribute, call: ast.Call) -> None:
    """``response.to_dict()`` made another dict of it."""
    start, _ = plan.text.suffix(node)
    if isinstance(node.value, (ast.Call, ast.Await)):
        plan.edits.replace(start, plan.text.span(call)[1], "")
    elif node.attr == "to_dict":
        plan.edits.replace(start, plan.text.span(node)[1], ".copy")
    else:
        plan.edits.replace(start, plan.text.span(call)[1], "")
        plan.wrap(call, f"{imported(plan, node, 'copy')}.deepcopy(", ")")


def _by_name(plan: Plan, node: ast.Call) -> None:
    """``getattr(response, "usage", None)`` and its like."""
    if not isinstance(node.func, ast.Name) or node.func.id not in BY_NAME:
        return
    value = plan.value(node.args[0]) if node.args else None
    if isinstance(value, (Many, Items)) or not any(True for _ in legacy_parts(value)):
        return
    first, *rest = node.args
    if not _is_legacy(value) or node.func.id not in ("getattr", "hasattr") or not plan.placed(node):
        plan.problem(node, "an attribute of a response is named at run time")
        return
    start, end = plan.text.span(node)
    whole = plan.text.whole(first)
    names = [plan.text.whole(one) for one in rest]
    key = rest[0].value if isinstance(rest[0], ast.Constant) else None
    is_field = isinstance(key, str) and not key.startswith("_") and key not in OF_DICTS | CONVERTS | LEGACY_ONLY
    if not is_field or "#" in plan.text.text[start:end]:
        plan.problem(node, "an attribute of a response is named at run time")
    elif node.func.id == "hasattr":
        text = plan.text.text[slice(*names[0])]
        opening, closing = brackets(plan.text, node, COMPARE)
        plan.edits.replace(start, whole[0], f"{opening}{text} in ")
        plan.edits.replace(whole[1], end, closing)
    else:
        plan.edits.replace(start, whole[0], "")
        opening, closing = (".get(", ")") if len(rest) > 1 else ("[", "]")
        plan.edits.replace(whole[1], names[0][0], opening)
        plan.edits.replace(names[-1][1], end, closing)


def _is_plain_format(function: ast.expr) -> bool:
    """Is it ``"{}".format``, which looks into nothing that it is given?"""
    text = function.value if isinstance(function, ast.Attribute) else None
    return isinstance(text, ast.Constant) and isinstance(text.value, str) and not re.search(r"\{\w*[.\[]", text.value)


MAYBE_NONE = frozenset(
    part
    for fields in FIELDS.values()
    for name, kind in fields.items()
    if name in OPTIONAL | NULLABLE
    for part in kind.lstrip("[").split("|")
)
"""Shapes of what may be missing, or null."""


def _may_be_none(plan: Plan, node: ast.expr) -> bool:
    """May a response be None, or missing, where it is written?"""
    if isinstance(node, (ast.Subscript, ast.Attribute)):
        key = node.attr if isinstance(node, ast.Attribute) else getattr(node.slice, "value", None)
        if key == "usage":
            return False  # it is sent wherever it is read so
    return any(part.shape in MAYBE_NONE for part in legacy_parts(plan.value(node)))


def _written(plan: Plan, node: ast.expr) -> None:
    """The text of a response was JSON over several lines."""
    parent = plan.text.parents.get(id(node))
    plain = isinstance(parent, ast.FormattedValue) and parent.format_spec is None and parent.conversion in (-1, 115)
    if isinstance(parent, ast.Call) and node in parent.args:
        name = last_name(parent.func)
        plain = name in WRITERS
        if name != "repr" and not plain:
            return
        if name == "format" and not _is_plain_format(parent.func):
            plan.problem(node, "a format looks into a response")
            return
    elif is_cell(plan, node):
        plain = True
    elif not isinstance(parent, ast.FormattedValue) and not (
        isinstance(parent, ast.BinOp) and isinstance(parent.op, ast.Mod)
    ):
        return
    if _may_be_none(plan, node):
        return  # which is written as None: dicts that are written look otherwise, and that is all
    if plain and isinstance(node, (ast.Name, ast.Attribute, ast.Subscript, ast.Call, ast.Await)):
        plan.wrap(node, f"{imported(plan, node, 'json')}.dumps(", ", indent=2)")
    else:
        plan.problem(node, "a response is written as a whole, which a dict is in another form")
