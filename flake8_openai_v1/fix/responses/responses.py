"""Responses and what is read of them: dicts → objects."""

from __future__ import annotations

import ast

from ...rules.responses import has_attribute, is_walk, known_attribute
from ...semantics.responses import attribute_for, is_model
from ...semantics.uses import ACCESS, ITERATE, LACK, METHOD, SERIALISE, SPREAD, Use
from ...semantics.values import Page, Value, alternatives
from ..causes import Code
from ..plan import Plan, about
from .asked import is_asked_for
from .forms import TO_DICT, has_field, is_always_sent, is_stored, links, stay_dict
from .gets import rewrite_get
from .missing import misses_are_caught
from .orders import OTHER_ORDER, depends_on_order
from .repeated import repeats
from .wholes import rewrite_copy, write_plain

MUTATES = frozenset({"pop", "popitem", "update", "setdefault", "clear"})


@about(Code.RESPONSE)
def rewrite_response(plan: Plan, use: Use) -> None:
    """Rewrite what is done with a response as if it were a dict."""
    if use.role == ACCESS:
        code = "OAI112" if any(isinstance(link, ast.Subscript) for link in links(use.node)) else "OAI113"
        if plan.wants(code, use.node):
            _access(plan, use.node)
    elif use.role == METHOD and plan.wants("OAI115" if use.extra == "auto_paging_iter" else "OAI113", use.node):
        _method(plan, use)
    elif use.role == ITERATE and plan.wants("OAI113", use.node):
        _iterated(plan, use)
    elif use.role == SPREAD:
        _spread(plan, use)
    elif use.role == LACK and id(use.node) not in plan.from_headers:
        text = f"today's objects have no {use.extra}"
        plan.problem(use.node, text, Code.NO_COUNTERPART, about_responses=True, is_loud=True)
    elif use.role == SERIALISE and plan.wants("OAI114", use.node):
        assert isinstance(use.node, ast.expr)
        if plan.placed(use.node):
            write_plain(plan, use.node, use.value)


def _access(plan: Plan, node: ast.AST) -> None:
    """A chain: each subscript and each ``get`` in it becomes an attribute."""
    if is_walk(node, plan.model):
        plan.problem(node, "a loop goes from a response to its parts by subscripts", about_responses=True)
    for link in reversed(list(links(node))):
        if id(link) in plan.frozen:
            continue
        if id(link) in plan.model.guessed:
            plan.doubt(
                link, "this may be something else than a response, and is read as one today", about_responses=True
            )
        if isinstance(link, ast.Subscript) and is_model(plan.value(link.value)):
            _subscript(plan, link)
        elif isinstance(link, ast.Call) and id(link) in plan.model.gets:
            rewrite_get(plan, link)


def _subscript(plan: Plan, node: ast.Subscript) -> None:
    if not plan.placed(node):
        return
    value = plan.value(node.value)
    start, end = plan.text.suffix(node)
    key = node.slice.value if isinstance(node.slice, ast.Constant) else None
    if isinstance(key, str):
        name = attribute_for(value, key)
        known = name.isidentifier() and any(has_field(option, name) for option in alternatives(value))
        stored = not isinstance(node.ctx, ast.Load)
        if known and not (not stored and misses_are_caught(plan, node, value, key)):
            plan.edits.replace(start, end, f".{name}")
            return
        if stored or is_stored(plan, key) or _is_extra(plan, node, key):
            if not name.isidentifier():
                plan.problem(node, f"no attribute can be called {name!r}", about_responses=True)
                return
            plan.edits.replace(start, end, f".{name}")
            return
    elif isinstance(value, Page):
        plan.edits.wrap(start, start, "", ".data")
        return
    if not isinstance(node.ctx, ast.Load):
        plan.problem(node, "a field is assigned under a name that the file does not show", about_responses=True)
        return
    if any(True for _ in alternatives(plan.value(node))):
        why, code, step = _unsure(plan, node, key, value)
        plan.problem(node, why, code, step=step, about_responses=True)
        return
    plan.edits.wrap(start, start, "", TO_DICT)
    stay_dict(plan, node)


def _unsure(plan: Plan, node: ast.Subscript, key: object, value: Value) -> tuple[str, Code, str]:
    """Why a key whose value is used as an object is left, the code of that, and what a person does about it."""
    if isinstance(key, str) and misses_are_caught(plan, node, value, key):
        why = f"a KeyError for {key!r} is caught here, and the attribute is None today where the service sent none"
        return why, Code.RESPONSE, "read the attribute, and ask whether it is None; then run fix again"
    why = "the call that gives this has no exact counterpart, and what takes its place decides how this is read"
    return why, Code.NO_COUNTERPART, "write the call anew, and this with it"


def _is_extra(plan: Plan, node: ast.Subscript, key: str) -> bool:
    """True if a key is read only where a test says that it is there, which asks for an attribute today."""
    test = has_attribute(plan.value(node.value), key)
    return test is not None and test.startswith("hasattr") and is_asked_for(plan, node, key)


def _method(plan: Plan, use: Use) -> None:
    node = use.node
    assert isinstance(node, ast.Call)
    assert isinstance(node.func, ast.Attribute)
    if not plan.placed(node):
        return
    name = str(use.extra)
    start, end = plan.text.suffix(node.func)
    whole_end = plan.text.span(node)[1]
    _access(plan, node.func.value)
    if name == "auto_paging_iter":
        plan.edits.replace(start, whole_end, "")
    elif name == "to_dict_recursive":
        plan.edits.replace(start, end, ".to_dict")
    elif name in MUTATES:
        plan.problem(node, f"{name}() changes a response, which is no dict any more", about_responses=True)
    else:
        plan.edits.wrap(start, start, "", TO_DICT)
        if depends_on_order(plan.text, use):
            plan.doubt(node, OTHER_ORDER, about_responses=True)


def _iterated(plan: Plan, use: Use) -> None:
    node = use.node
    assert isinstance(node, ast.expr)
    if not plan.placed(node):
        return
    kind, around = use.extra if isinstance(use.extra, tuple) else ("", None)
    if kind == "in":
        assert isinstance(around, ast.Compare)
        _contains(plan, around, node, use.value)
    elif kind == "len" and all(isinstance(option, Page) for option in alternatives(use.value)):
        plan.problem(node, "len() of what a list call returned was the number of its fields", about_responses=True)
    else:
        plan.behind(node, TO_DICT)
        if depends_on_order(plan.text, use):
            plan.doubt(node, OTHER_ORDER, about_responses=True)


def _contains(plan: Plan, compare: ast.Compare, node: ast.expr, value: Value) -> None:
    """``"usage" in response``."""
    left = compare.left
    if len(compare.ops) != 1 or not isinstance(left, ast.Constant) or not plan.placed(compare):
        plan.problem(compare, "there is no edit for this test: ask whether the attribute is None", about_responses=True)
        return
    key = str(left.value)
    name = known_attribute(value, key)
    absent = isinstance(compare.ops[0], ast.NotIn)
    start, right = plan.text.span(compare)[0], plan.text.whole(node)
    if "#" in plan.text.text[start : right[0]]:
        plan.problem(compare, "a comment stands within a test that changes", about_responses=True)
        return
    if name is not None and has_field(value, name) and name.isidentifier() and not is_always_sent(value, name):
        if repeats(plan, compare, node, (key, name), absent=absent):
            return
        plan.edits.replace(start, right[0], "")
        plan.behind(node, f".{name} is {'' if absent else 'not '}None")
        return
    test = None if name is not None and is_always_sent(value, name) else has_attribute(value, key)
    if is_stored(plan, key):
        test = "hasattr"
    if test is None:
        plan.behind(node, TO_DICT)
    elif test.startswith("hasattr"):
        plan.edits.replace(start, right[0], f"{'not ' if absent else ''}hasattr(")
        plan.edits.wrap(*right, "", f", {plan.text.of(left)})")
    else:
        plan.edits.replace(start, right[0], "getattr(")
        plan.edits.wrap(*right, "", f", {plan.text.of(left)}, None) is {'' if absent else 'not '}None")


def _spread(plan: Plan, use: Use) -> None:
    node = use.node
    if use.extra == "match":
        case = plan.text.parents.get(id(node))
        matched = plan.text.parents.get(id(case))
        if isinstance(matched, ast.Match) and not plan.is_hidden(matched.subject) and plan.wants("OAI112", node):
            plan.behind(matched.subject, TO_DICT)
        return
    assert isinstance(node, ast.expr)
    code = "OAI113" if use.extra in ("dict", "isinstance") else "OAI112"
    if not plan.wants(code, node) or not plan.placed(node):
        return
    if (
        use.extra in ("**", "dict")
        and id(node) in plan.model.gets
        and isinstance(node, ast.Call)
        and len(node.args) > 1
    ):
        pass  # a dict is made before the key is looked for
    elif use.extra == "dict":
        rewrite_copy(plan, node)
    elif use.extra == "**":
        plan.behind(node, TO_DICT)
    elif use.extra == "isinstance":
        plan.problem(
            node, "a response was a dict: what is meant for others is told apart in another way", about_responses=True
        )
    else:
        plan.problem(node, f"{use.extra} takes no response any more", about_responses=True)
