"""Attributes of exceptions of 0.x → those of today."""

from __future__ import annotations

import ast

from ...rules.facts import is_exception
from ...sdk.exceptions import (
    INVALID_REQUEST,
    OF_RESPONSE,
    SERVER,
    STATUSLESS,
    STILL_THERE,
    SUCCESSORS,
    UNANSWERED,
)
from ...semantics.uses import Use
from ...semantics.values import Member
from ..causes import Code
from ..names.paths import ERRORS, certain_path
from ..names.scopes import module_name
from ..plan import Plan, about
from ..text.precedence import AND, CHOICE, COMPARE, FIRM, fitted
from . import raising

BODY = ("json_body", "error")
"""Attributes that hold the answer of the service: today ``body`` is what was under ``"error"``."""
TEXT = ("user_message", "_message")
ORGANISATION = 'response.headers.get("openai-organization")'


@about(Code.CLAUSE)
def rewrite_attribute(plan: Plan, use: Use) -> None:
    """Rewrite ``e.http_status`` and its like."""
    member = use.value
    if not isinstance(member, Member) or not isinstance(use.node, ast.Attribute) or not plan.wants("OAI108", use.node):
        return
    classes = [path for path in member.of.classes if not path.startswith("builtins.")]
    if not classes or not all(map(is_exception, classes)) or not plan.placed(use.node):
        return
    if plan.is_legacy:
        classes = [STILL_THERE.get(path, path) for path in classes]
    are_all = len(classes) == len(member.of.classes)
    has_status = not set(classes) & STATUSLESS and are_all
    rewrite_read(plan, use.node, tuple(classes), has_status, are_all=are_all)


def rewrite_read(
    plan: Plan, node: ast.Attribute, classes: tuple[str, ...], has_status: bool, *, are_all: bool = True
) -> None:
    """Rewrite an attribute of an exception of these classes; none where it does not show of which.

    ``are_all``: may it be of no other class?
    """
    owner, name = plan.text.of(node.value), node.attr
    made = raising.may_be_made(plan, node.value, classes)
    answered = has_status and not made and not set(classes) & set(SERVER)
    if not isinstance(node.ctx, ast.Load):
        plan.problem(node, "an attribute of an exception is assigned")
    elif made and name in ("http_status", "organization", *OF_RESPONSE):
        plan.problem(node, f"the program makes such an exception itself, which had no {name}")
    elif name == "http_status":
        if has_status:
            plan.edits.replace(*plan.text.name(node), "status_code")
        else:
            quote = plan.quote(node)
            plan.replace(node, f"getattr({owner}, {quote}status_code{quote}, None)")
    elif name in TEXT:
        said_text(plan, node, owner, _has_body(plan, node, has_status) if not answered else "")
    elif name in BODY:
        _body(plan, node, owner, _has_body(plan, node, has_status) if not answered else "")
    elif name in OF_RESPONSE and has_status:
        plan.edits.replace(*plan.text.name(node), OF_RESPONSE[name])
    elif name == "organization" and has_status:
        quote = plan.quote(node)
        plan.edits.replace(*plan.text.name(node), ORGANISATION.replace('"', quote))
    elif name in (*OF_RESPONSE, "organization") and are_all:
        quote = plan.quote(node)
        today = OF_RESPONSE.get(name) or ORGANISATION.replace('"', quote)
        test = f"isinstance({owner}, {module_name(plan, node)}.APIStatusError)"
        choice = f"{owner}.{today} if {test} else {'{}' if name == 'headers' else None}"
        plan.replace(node, fitted(plan.text, node, choice, CHOICE))
    elif name in (*OF_RESPONSE, "organization", "should_retry"):
        plan.problem(node, f"today's exceptions have no {name}", Code.NO_COUNTERPART, is_loud=True)
    elif name == "code":
        _code(plan, node, owner, classes)
    elif name == "request_id" and any(map(_is_legacy, classes)) and not set(classes) <= UNANSWERED:
        plan.note(node, "nothing to do: request_id is that of the header x-request-id today, where it was None")


def _code(plan: Plan, node: ast.Attribute, owner: str, classes: tuple[str, ...]) -> None:
    """``e.code``, which 0.x set for one class alone."""
    parent = plan.text.parents.get(id(node))
    chosen = isinstance(parent, ast.IfExp) and "isinstance(" in plan.text.of(parent.test)
    if chosen or set(classes) <= UNANSWERED | {INVALID_REQUEST} or not any(map(_is_legacy, classes)):
        return
    if not set(classes) & {INVALID_REQUEST, raising.OPENAI_ERROR}:
        plan.doubt(node, "code of this exception was None, and is what the service says today")
        return
    module = module_name(plan, node)
    named = ", ".join(f"{module}.{name}" for name in SUCCESSORS[INVALID_REQUEST])
    plan.replace(node, f"({owner}.code if isinstance({owner}, ({named})) else None)")


def _is_legacy(path: str) -> bool:
    return path.startswith(ERRORS)


def said_text(plan: Plan, node: ast.expr, owner: str, has_body: str) -> None:
    """The bare text of the service, which today's ``message`` puts behind the status."""
    quote = plan.quote(node)
    text = f"{owner}.body[{quote}message{quote}]"
    if has_body:
        text = fitted(plan.text, node, f"{text} if {has_body} else str({owner})", CHOICE)
    plan.replace(node, text)


def _has_body(plan: Plan, node: ast.Attribute, has_status: bool) -> str:
    """A test whether the service said what is wrong, and not what stands before it: that sends pages of HTML."""
    owner, quote = plan.text.of(node.value), plan.quote(node)
    body = f"{owner}.body" if has_status else f"getattr({owner}, {quote}body{quote}, None)"
    return f"isinstance({body}, dict)"


def _body(plan: Plan, node: ast.Attribute, owner: str, has_body: str) -> None:
    """``e.json_body["error"]["message"]``, ``e.error.message``, ``e.error["message"]``."""
    part: ast.AST = node
    parent = plan.text.parents.get(id(node))
    if node.attr == "json_body":
        if not _is_key(parent, part, "error"):
            _whole_body(plan, node, parent, owner, has_body)
            return
        assert parent is not None
        part, parent = parent, plan.text.parents.get(id(parent))
    body = f"{owner}.body"
    if isinstance(parent, ast.Attribute) and parent.value is part and parent.attr != "get":
        quote = plan.quote(node)
        plan.replace(parent, f"{body}[{quote}{parent.attr}{quote}]")
    elif isinstance(parent, ast.Call) and parent.args[:1] == [part] and _asks_by_name(plan, parent):
        _asked_by_name(plan, parent, body, has_body)
    else:
        plan.replace(part, body)


def _asks_by_name(plan: Plan, call: ast.Call) -> bool:
    """True for ``getattr(…, name, default)`` and ``hasattr(…, name)``."""
    function = certain_path(plan.value(call.func))
    return len(call.args) > 1 and function in ("builtins.getattr", "builtins.hasattr")


def _asked_by_name(plan: Plan, call: ast.Call, body: str, has_body: str) -> None:
    """``getattr(e.error, "type", None)``: what had attributes is a dict, which answers with the default."""
    name, *default = (plan.text.of(one) for one in call.args[1:])
    if certain_path(plan.value(call.func)) == "builtins.hasattr":
        text, level = f"{name} in {body}", COMPARE
        if has_body:
            text, level = f"{has_body} and {text}", AND
    elif not default:
        text, level = f"{body}[{name}]", FIRM
    else:
        text, level = f"{body}.get({name}, {default[0]})", FIRM
        if has_body:
            text, level = f"{text} if {has_body} else {default[0]}", CHOICE
    plan.replace(call, fitted(plan.text, call, text, level))


def _whole_body(plan: Plan, node: ast.Attribute, parent: ast.AST | None, owner: str, has_body: str) -> None:
    """``e.json_body`` as a whole: what was under ``"error"``, under that key again."""
    is_tested = isinstance(parent, (ast.If, ast.IfExp, ast.While)) and parent.test is node
    if is_tested or (isinstance(parent, ast.UnaryOp) and isinstance(parent.op, ast.Not)):
        plan.replace(node, has_body or f"{owner}.body")
        return
    quote = plan.quote(node)
    whole = f"{{{quote}error{quote}: {owner}.body}}"
    if has_body:
        whole = fitted(plan.text, node, f"{whole} if {has_body} else None", CHOICE)
    plan.replace(node, whole)


def _is_key(parent: ast.AST | None, node: ast.AST, key: str) -> bool:
    return (
        isinstance(parent, ast.Subscript)
        and parent.value is node
        and isinstance(parent.slice, ast.Constant)
        and parent.slice.value == key
    )
