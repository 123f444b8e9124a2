"""Responses as a whole: rewrite_copy, compared, written as texts."""

from __future__ import annotations

import ast

from ...sdk.fields import ALWAYS, LEGACY_ONLY
from ...semantics.library import parts_of
from ...semantics.responses import attribute_for, is_model
from ...semantics.uses import HOLDS, SERIALISE, SPREAD
from ...semantics.values import Const, Either, Items, Many, Page, Response, Value, alternatives, elements
from ...syntax.written import value_given
from ..causes import Code
from ..names.paths import certain_path
from ..plan import Plan, about
from ..text.precedence import COMPARE, OR, brackets
from . import empties
from .forms import STANDS_IN, TO_DICT, has_field, is_falsy, is_legacy
from .holes import holes

CHUNK_DELTA = "ChatCompletionChunk.ChoiceDelta"
EACH_TRUE = frozenset({"builtins.any", "builtins.all"})
"""Functions that ask each of several things whether it is true."""
SORTS = frozenset({"builtins.sorted", "builtins.min", "builtins.max"})
TAKES = (
    SORTS
    | {"builtins.filter", "builtins.map"}
    | {f"itertools.{name}" for name in ("takewhile", "dropwhile", "filterfalse", "groupby")}
)
"""Functions that ask so with another function, or with None."""
SERIALISES_EITHER = "what is serialised may be a response, or something else"
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


def _key_of(node: ast.Subscript | ast.Call) -> object:
    """The key of ``x["key"]`` or ``x.get("key")``."""
    part: ast.AST | None = node.slice if isinstance(node, ast.Subscript) else node.args[0] if node.args else None
    return part.value if isinstance(part, ast.Constant) else None


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
        tested = _is_tested(parent, node)
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

    for call in plan.text.each(ast.Call, ast.Compare):
        if not plan.is_set_aside(call) and _tests_each(plan, call):
            plan.problem(call, "which of these is empty, as a dict was, does not show", about_responses=True)


def _is_tested(parent: ast.AST | None, node: ast.expr) -> bool:
    """True if it matters whether an expression is true."""
    if isinstance(parent, (ast.If, ast.While, ast.IfExp, ast.Assert)):
        return parent.test is node
    if isinstance(parent, ast.comprehension):
        return node in parent.ifs
    if isinstance(parent, ast.Call):
        return isinstance(parent.func, ast.Name) and parent.func.id == "bool" and node in parent.args
    return isinstance(parent, (ast.BoolOp, ast.UnaryOp))


def _tests_each(plan: Plan, node: ast.Call | ast.Compare) -> bool:
    """True if differences of a stream are asked in a row whether they are true, or which of them equals a dict."""
    if isinstance(node, ast.Compare):
        given = node.comparators if isinstance(node.ops[0], (ast.In, ast.NotIn)) else []
        return isinstance(node.left, ast.Dict) and any(_are_deltas(plan.value(one)) for one in given)
    if isinstance(node.func, ast.Attribute) and node.func.attr in ("count", "index", "remove"):
        return bool(node.args) and isinstance(node.args[0], ast.Dict) and _are_deltas(plan.value(node.func.value))
    path = _function(plan, node.func)
    truth = [part.value for part in node.keywords if part.arg == "key"] if path in SORTS else node.args[:1]
    if path in EACH_TRUE or (path in TAKES and truth and _asks_for_truth(plan, truth[0])):
        return any(_are_deltas(plan.value(one)) for one in node.args)
    return False


def _asks_for_truth(plan: Plan, function: ast.expr) -> bool:
    if isinstance(function, ast.Lambda):
        names = {one.arg for one in function.args.args}
        return isinstance(function.body, ast.Name) and function.body.id in names
    is_none = isinstance(function, ast.Constant) and function.value is None
    return is_none or _function(plan, function) == "builtins.bool"


def _function(plan: Plan, node: ast.expr) -> str | None:
    """The path of a function; a name that nothing of the program binds is that of a builtin."""
    value = plan.value(node)
    return f"builtins.{node.id}" if value is None and isinstance(node, ast.Name) else certain_path(value)


def _are_deltas(value: Value) -> bool:
    """True if a value is several differences of a stream of 0.x."""
    parts = elements(value) if isinstance(value, (Many, Items)) else ()
    return any(isinstance(one, Response) and one.legacy and one.shape == CHUNK_DELTA for one in parts)


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
        given = value_given(node, "obj", 0)
        if given is None:
            continue
        value = plan.value(given)
        mixed = isinstance(value, Either) and any(map(is_legacy, value.options)) and not is_legacy(value)
        if id(given) in known and not mixed:
            continue
        if mixed or (
            isinstance(given, (ast.IfExp, ast.BoolOp))
            and any(isinstance(part, ast.expr) and is_legacy(plan.value(part)) for part in ast.walk(given))
        ):
            plan.problem(given, SERIALISES_EITHER, Code.ESCAPES, about_responses=True)
            continue
        for part, inner in parts_of(plan.model, given):
            if id(part) not in known and is_legacy(inner.item if isinstance(inner, Many) else inner):
                write_plain(plan, part, inner)


@about(Code.RESPONSE)
def rewrite_held(plan: Plan) -> None:
    """``box = {"reply": response}``, which is only serialised: a response becomes a dict where it is put there."""
    found = [use.node for use in plan.model.possible if use.role == HOLDS]
    serialised = set(map(id, found))
    left = {id(hole.node) for hole in holes(plan)} if found else set()
    for node in found:
        if not isinstance(node, ast.Name) or plan.is_set_aside(node) or not plan.wants("OAI114", node):
            continue
        scope = plan.text.function_of(node) or plan.text.tree
        if not all(id(load) in serialised for load in plan.text.index.loads_in(scope, node.id)):
            continue
        for target in plan.text.index.stores_in(scope, node.id):
            statement = plan.text.parents.get(id(target))
            parts = [statement.value] if isinstance(statement, (ast.Assign, ast.AnnAssign)) else []
            for part in parts:
                if isinstance(part, (ast.Dict, ast.List, ast.Tuple)):
                    parts += part.values if isinstance(part, ast.Dict) else part.elts
                elif part is not None and id(part) not in {*left, *plan.model.gets} and _is_put_whole(plan.value(part)):
                    left.add(id(part))
                    plan.behind(part, TO_DICT)


def _is_put_whole(value: Value) -> bool:
    """True if a value is a response of 0.x; one that may be a stream can be written in no way."""
    return isinstance(value, Response) and value.legacy


def write_plain(plan: Plan, node: ast.expr, value: Value) -> None:
    """Give a serialiser plain dicts in the place of a response, or of a list of them."""
    if is_model(value) and not isinstance(node, (ast.IfExp, ast.BoolOp)):
        plan.behind(node, TO_DICT)
    elif isinstance(value, Many) and not is_model(value):
        plan.wrap(node, "[item.to_dict() for item in ", "]")
    else:
        plan.problem(node, SERIALISES_EITHER, Code.ESCAPES, about_responses=True)


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
        if node.func.id == "hasattr":
            opening, closing = brackets(plan.text, node, COMPARE)
            plan.edits.replace(start, inner[0], opening)
            plan.edits.replace(inner[1], end, f".{name} is not None{closing}")
        elif len(node.args) == 3 and not (isinstance(node.args[2], ast.Constant) and node.args[2].value is None):
            default = node.args[2]
            if not is_falsy(default):
                plan.problem(node, "the attribute is always there now, and may be None", about_responses=True)
                continue
            opening, closing = brackets(plan.text, node, OR)
            plan.edits.replace(start, inner[0], opening)
            plan.edits.replace(inner[1], end, f".{name} or {plan.text.of(default)}{closing}")
