"""Exceptions of 0.x → those of today: classes, attributes, and which clause comes first."""

from __future__ import annotations

import ast
import re

from ...rules.facts import is_exception
from ...sdk.exceptions import (
    CAUGHT_WITHOUT_KEY,
    INVALID_REQUEST,
    OF_RESPONSE,
    SERVER,
    STATUSLESS,
    STILL_THERE,
    SUCCESSORS,
    UNANSWERED,
    WIDER,
    WITHOUT_KEY,
)
from ...semantics.uses import CALL, CATCH, LOAD, STORE, Use
from ...semantics.values import Items, Member, Place, Raised, Value, alternatives
from ..causes import Code
from ..clients.homes import is_certain
from ..names.annotations import is_annotation
from ..names.imports import API_KEY
from ..names.paths import ERRORS, certain_path, exception_path, is_own_name
from ..names.scopes import module_name
from ..plan import Plan, about
from ..responses.forms import WHOLE
from . import raising, unraised
from .class_names import ANY_ERROR, CAUSES, NAMES, RENAMED, may_be_any, say_other_name
from .classes import rename_exception
from .clauses import Clause, Part, covers, is_of_call, told_apart

BODY = ("json_body", "error")
"""Attributes that hold the answer of the service: today ``body`` is what was under ``"error"``."""
TEXT = ("user_message", "_message")
ORGANISATION = 'response.headers.get("openai-organization")'


@about(Code.CLAUSE)
def rewrite_exception(plan: Plan, use: Use) -> None:
    """Rewrite the mention of an exception class."""
    path = raising.legacy_path(plan, use)
    if path is None or not plan.wants("OAI107", use.node):
        return
    if use.role == CALL:
        assert isinstance(use.node, ast.Call)
        raising.make(plan, use.node, path)
        return
    if use.role not in (CATCH, LOAD) or not isinstance(use.node, ast.expr):
        classes = " and ".join(f"openai.{name}" for name in SUCCESSORS.get(path, ()))
        plan.problem(use.node, f"{path} is named in a way for which there is no edit: write {classes} by hand")
        return
    parent = plan.text.parents.get(id(use.node))
    if isinstance(use.node, ast.Attribute) and use.node.attr in NAMES:
        _rewrite_named_class(plan, use.node, use.value)
    elif use.role == LOAD and isinstance(parent, ast.ClassDef):
        raising.make_base(plan, use.node, parent, path)
    elif (use.role == LOAD and raising.make_of_class(plan, use.node, path)) or unraised.goes(plan, use.node):
        return
    else:
        rename_exception(plan, use.node)
        raising.look_for_calls(plan, use.node)
        if use.role == CATCH and path in CAUGHT_WITHOUT_KEY:
            _say_what_no_key_raises(plan, use.node)
        if path in WIDENED and not (use.role == LOAD and is_annotation(plan, use.node)):
            _say_what_is_caught(plan, use.node, path)


def _rewrite_named_class(plan: Plan, node: ast.Attribute, value: Value) -> None:
    """``RateLimitError.__name__``, of a class or of what may be one of several."""
    paths = {option.path.rpartition(".")[0] for option in alternatives(value) if isinstance(option, Place)}
    if paths & RENAMED:
        say_other_name(plan, node)
    if not is_own_name(plan.value(node.value)):
        rename_exception(plan, node.value)


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
    has_status = not set(classes) & STATUSLESS and len(classes) == len(member.of.classes)
    _rewrite_read(plan, use.node, tuple(classes), has_status)


def _rewrite_read(plan: Plan, node: ast.Attribute, classes: tuple[str, ...], has_status: bool) -> None:
    """Rewrite an attribute of an exception of these classes; none where it does not show of which."""
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
        _text(plan, node, owner, _has_body(plan, node, has_status) if not answered else "")
    elif name in BODY:
        _body(plan, node, owner, _has_body(plan, node, has_status) if not answered else "")
    elif name in OF_RESPONSE and has_status:
        plan.edits.replace(*plan.text.name(node), OF_RESPONSE[name])
    elif name == "organization" and has_status:
        quote = plan.quote(node)
        plan.edits.replace(*plan.text.name(node), ORGANISATION.replace('"', quote))
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


def _text(plan: Plan, node: ast.expr, owner: str, has_body: str) -> None:
    """The bare text of the service, which today's ``message`` puts behind the status."""
    quote = plan.quote(node)
    text = f"{owner}.body[{quote}message{quote}]"
    if has_body:
        text = _bracketed(plan, node, f"{text} if {has_body} else str({owner})")
    plan.replace(node, text)


def _bracketed(plan: Plan, node: ast.expr, text: str) -> str:
    """A choice that takes the place of a node, in brackets where it would bind otherwise."""
    parent = plan.text.parents.get(id(node))
    is_argument = isinstance(parent, ast.Call) and node in parent.args
    return text if is_argument or isinstance(parent, WHOLE) else f"({text})"


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
    else:
        plan.replace(part, body)


def _whole_body(plan: Plan, node: ast.Attribute, parent: ast.AST | None, owner: str, has_body: str) -> None:
    """``e.json_body`` as a whole: what was under ``"error"``, under that key again."""
    is_tested = isinstance(parent, (ast.If, ast.IfExp, ast.While)) and parent.test is node
    if is_tested or (isinstance(parent, ast.UnaryOp) and isinstance(parent.op, ast.Not)):
        plan.replace(node, has_body or f"{owner}.body")
        return
    quote = plan.quote(node)
    whole = f"{{{quote}error{quote}: {owner}.body}}"
    if has_body:
        whole = _bracketed(plan, node, f"{whole} if {has_body} else None")
    plan.replace(node, whole)


def _is_key(parent: ast.AST | None, node: ast.AST, key: str) -> bool:
    return (
        isinstance(parent, ast.Subscript)
        and parent.value is node
        and isinstance(parent.slice, ast.Constant)
        and parent.slice.value == key
    )


WIDENED = {
    WIDER[0]: (
        WIDER[1],
        "this takes in timeouts today, which were openai.error.Timeout: look whether it suits them",
    ),
    SERVER[0]: (
        SERVER[1],
        "this takes in 503 today, which was openai.error.ServiceUnavailableError: look whether it suits it",
    ),
    SERVER[1]: (SERVER[0], "this takes in all of 5xx today, not only 503: look whether it suits them"),
}
"""Classes → the class that is caught with them today, and what a person should know of it."""
UNNAMED = (
    "nothing to do for usual errors; a status without a class (413) is openai.APIStatusError today, not caught here"
)


def _say_what_is_caught(plan: Plan, node: ast.AST, path: str) -> None:
    """Say where a class catches more than it did, or less."""
    other, note = WIDENED[path]
    if not _is_named_near(plan, node, other) and not _is_told_apart(plan, node):
        plan.note(node, note)
    if path == SERVER[0] and not any(one.endswith(UNNAMED) for one in plan.notes):
        plan.note(node, UNNAMED)


def _say_what_no_key_raises(plan: Plan, node: ast.expr) -> None:
    """Say that a clause does not see that there is no key, where there may be none."""
    clause = plan.text.parents.get(id(node))
    if isinstance(clause, ast.Tuple):
        clause = plan.text.parents.get(id(clause))
    if not isinstance(clause, ast.ExceptHandler) or not plan.settings.calls or plan.carrier is not None:
        return
    keys = [use for use in plan.model.of(STORE) if certain_path(use.value) == API_KEY]
    if not keys and "api_key" in plan.settings.stored:
        return
    if keys and all(_is_text_for_sure(plan, use) for use in keys):
        return
    target = plan.examined.file.target
    raised = next(name for since, name in WITHOUT_KEY if target >= since)
    note = f"nothing to do if there is a key; without one, a call raises {raised} today, not openai.AuthenticationError"
    if not any(one.endswith(note) for one in plan.notes):
        plan.note(node, note)


def _is_text_for_sure(plan: Plan, use: Use) -> bool:
    """Is what a setting is given certainly a text?"""
    statement = plan.text.statement_of(use.node)
    return isinstance(statement, ast.Assign) and is_certain(plan.value(statement.value), statement.value)


def _is_named_near(plan: Plan, node: ast.AST, path: str) -> bool:
    """Is another class caught by the same clauses, or named in the same statement, or tested in the same function?"""
    statement = plan.text.statement_of(node)
    unit: ast.AST = statement
    parent = plan.text.parents.get(id(node))
    if isinstance(parent, (ast.Tuple, ast.List)):
        parent = plan.text.parents.get(id(parent))
    if isinstance(parent, ast.Call) and not isinstance(statement, DEFINITIONS):
        unit = plan.text.function_of(node) or plan.text.tree
    inside = {id(one) for one in ast.walk(unit)}
    return any(
        id(use.node) in inside and exception_path(use.value) == path
        for use in plan.examined.uses
        if use.role in (CATCH, LOAD)
    )


def _is_told_apart(plan: Plan, node: ast.AST) -> bool:
    """Is a class named in a clause behind which, or around which, one catches all errors?"""
    inner = node
    for around in plan.text.around(node):
        if isinstance(around, ast.ExceptHandler) and around.type is not inner:
            return False  # in its body
        if isinstance(around, ast.ExceptHandler):
            attempt = plan.text.parents[id(around)]
            handlers: list[ast.ExceptHandler] = getattr(attempt, "handlers", [])
            behind = handlers[handlers.index(around) + 1 :]
            return any(map(covers, [*behind, *_further_out(plan, attempt)]))
        inner = around
    return False


def _further_out(plan: Plan, attempt: ast.AST) -> list[ast.ExceptHandler]:
    """The clauses of the tries in whose bodies one stands."""
    found: list[ast.ExceptHandler] = []
    inner = attempt
    for around in plan.text.around(attempt):
        if isinstance(around, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
            break
        if inner in getattr(around, "body", ()):
            found += getattr(around, "handlers", ())
        inner = around
    return found


DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


OWN_NAMES = ("http_status", "json_body", "http_body", "user_message")
"""Attributes that only exceptions of 0.x are likely to have."""


@about(Code.CLAUSE)
def look_for_unknown(plan: Plan) -> None:
    """Attributes of what may be an exception of the SDK, where the file does not show it."""
    for node in plan.text.each(ast.Attribute, ast.Call):
        if isinstance(node, ast.Attribute) and node.attr == "code" and isinstance(node.ctx, ast.Load):
            if plan.is_legacy and plan.value(node.value) is None and not plan.is_set_aside(node):
                if _is_handed(plan, node.value) and plan.placed(node):
                    _rewrite_read(plan, node, ("openai.error.OpenAIError",), False)
        elif isinstance(node, ast.Attribute) and node.attr in OWN_NAMES and isinstance(node.ctx, ast.Load):
            if plan.is_set_aside(node) or (isinstance(node.value, ast.Name) and node.value.id in ("self", "cls")):
                continue
            value = plan.value(node.value)
            if value is not None and not may_be_any(value):
                continue
            if value is None and _is_handed(plan, node.value) and plan.wants("OAI108", node) and plan.placed(node):
                _rewrite_read(plan, node, ("openai.error.OpenAIError",), False)
            else:
                plan.problem(node, f"{node.attr} may be that of an exception of the SDK, which has it no more")
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("getattr", "hasattr"):
            name = node.args[1] if len(node.args) > 1 else None
            if isinstance(name, ast.Constant) and name.value in OWN_NAMES and not plan.is_set_aside(node):
                _rewrite_named(plan, node, name)


def _rewrite_named(plan: Plan, node: ast.Call, name: ast.Constant) -> None:
    """``getattr(e, "http_status", None)``: where there is no status, it gives None with either SDK."""
    error = plan.value(node.args[0])
    default = node.args[2] if len(node.args) == 3 else None
    ours = isinstance(error, Raised) and all(is_exception(path) for path in error.classes)
    if name.value == "http_status" and ours and isinstance(default, ast.Constant) and default.value is None:
        quote = plan.text.of(name)[0]
        plan.replace(name, f"{quote}status_code{quote}")
    else:
        plan.problem(node, f"{name.value!s} may be that of an exception of the SDK, which has it no more")


PREDICATES = {"backoff.on_exception": "giveup", "tenacity.retry_if_exception": "predicate"}
"""What asks a function about an exception → the parameter that the function is."""
HANDLERS = frozenset({"errorhandler", "app_errorhandler", "exception_handler"})
"""Decorators of web frameworks that give a function the exceptions of a class, behind what else they give it."""


def _is_handed(plan: Plan, owner: ast.expr) -> bool:
    """Is something an exception of the SDK, since a retry asks about it, or since nothing else is a cause?"""
    if isinstance(owner, ast.Attribute):
        return owner.attr in CAUSES and _are_causes(plan)
    if not isinstance(owner, ast.Name):
        return False
    function = plan.text.function_of(owner)
    if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)) and _handles(plan, function):
        return (
            bool(function.args.args) and owner.id == function.args.args[-1].arg and owner.id not in _assigned(function)
        )
    if function is not None and function.args.args and function.args.args[0].arg == owner.id:
        return owner.id not in _assigned(function) and _is_predicate(plan, function)
    stored = [
        node
        for node in ast.walk(function or plan.text.tree)
        if isinstance(node, ast.Name) and node.id == owner.id and isinstance(node.ctx, ast.Store)
    ]
    if len(stored) != 1:
        return False
    statement = plan.text.parents.get(id(stored[0]))
    value = statement.value if isinstance(statement, (ast.Assign, ast.NamedExpr)) else None
    return isinstance(value, ast.Attribute) and value.attr in CAUSES and _are_causes(plan)


def _handles(plan: Plan, function: ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    """``@app.errorhandler(RateLimitError)``: is a function given exceptions of the SDK by a web framework?"""
    if len(function.decorator_list) != 1:
        return False
    call = function.decorator_list[0]
    if not isinstance(call, ast.Call) or not isinstance(call.func, ast.Attribute) or len(call.args) != 1:
        return False
    return call.func.attr in HANDLERS and _are_ours(plan, call.args[0])


def _assigned(function: ast.AST) -> set[str]:
    return {node.id for node in ast.walk(function) if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)}


def _is_predicate(plan: Plan, function: ast.AST) -> bool:
    """Is a function given to a retry that is for exceptions of the SDK alone?"""
    given: list[ast.AST] = [function]
    if isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
        given = list(plan.text.loads.get(function.name, ()))
    return bool(given) and all(_is_asked(plan, node) for node in given)


def _is_asked(plan: Plan, node: ast.AST) -> bool:
    parent = plan.text.parents.get(id(node))
    call = plan.text.parents.get(id(parent)) if isinstance(parent, ast.keyword) else parent
    path = certain_path(plan.value(call.func)) if isinstance(call, ast.Call) else None
    if not isinstance(call, ast.Call) or path not in PREDICATES:
        return False
    if isinstance(parent, ast.keyword):
        if parent.arg != PREDICATES[path]:
            return False
    elif path == "backoff.on_exception" or call.args[0] is not node:
        return False
    return path != "backoff.on_exception" or (len(call.args) > 1 and _are_ours(plan, call.args[1]))


def _are_ours(plan: Plan, node: ast.expr) -> bool:
    """Does an expression name exceptions of the SDK alone?"""
    value = plan.value(node)
    classes = value.elements if isinstance(value, Items) else (value,)
    return all(is_exception(certain_path(one) or "") for one in classes)


def _are_causes(plan: Plan) -> bool:
    """Is every exception from which the file raises another one of the SDK?"""
    causes = [node.cause for node in plan.text.each(ast.Raise) if node.cause is not None]
    values = [plan.value(cause) for cause in causes]
    return bool(values) and all(
        isinstance(value, Raised) and all(is_exception(path) for path in value.classes) for value in values
    )


TESTS = frozenset(
    {"startswith", "endswith", "split", "find", "index", "partition", "match", "search", "fullmatch", "len"}
)


CHANGED = frozenset({"lower", "upper", "title", "capitalize", "casefold", "replace"})
"""Methods that make another text, in which it is seen how the first one begins."""
ANSWERED = frozenset(SUCCESSORS) - STATUSLESS - frozenset(SERVER)
"""Classes whose text was what the service said, and nothing else."""


@about(Code.CLAUSE)
def look_for_tested_texts(plan: Plan) -> None:
    """``str(e).startswith(…)``, ``e.args[0]``: the text of an exception begins with its status today."""
    for node in plan.text.each(ast.Attribute, ast.Subscript, ast.Call):
        error = _tested(plan, node)
        if error is None or plan.is_set_aside(node):
            continue
        value = plan.value(error)
        classes = value.classes if isinstance(value, Raised) else ()
        ours = any(path.startswith("openai") for path in classes)
        if ours and _says_the_same(plan, node, error, classes):
            continue
        if ours or is_of_call(plan, error):
            plan.doubt(node, "the text of an exception begins with its status today")


def _tested(plan: Plan, node: ast.expr) -> ast.expr | None:
    """The exception whose text is looked at so closely that it shows how it begins."""
    parent = plan.text.parents.get(id(node))
    if isinstance(node, ast.Attribute) and node.attr == "args" and isinstance(node.ctx, ast.Load):
        return None if _is_first(parent) else node.value
    if isinstance(node, ast.Subscript) and _is_first(node) and isinstance(node.ctx, ast.Load):
        assert isinstance(node.value, ast.Attribute)
        return node.value.value
    if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "str"):
        return None
    if len(node.args) != 1 or node.keywords:
        return None
    kept = isinstance(parent, ast.Assign) and len(parent.targets) == 1 and isinstance(parent.targets[0], ast.Name)
    if kept and isinstance(parent, ast.Assign) and isinstance(parent.targets[0], ast.Name):
        function = plan.text.function_of(node)
        loads = [one for one in plan.text.loads.get(parent.targets[0].id, ()) if isinstance(one, ast.Name)]
        tested = any(_is_tested(plan, one) for one in loads if plan.text.function_of(one) is function)
    else:
        tested = _is_tested(plan, node)
    return node.args[0] if tested else None


def _is_first(node: ast.AST | None) -> bool:
    """``e.args[0]``."""
    return (
        isinstance(node, ast.Subscript)
        and isinstance(node.value, ast.Attribute)
        and node.value.attr == "args"
        and isinstance(node.slice, ast.Constant)
        and node.slice.value == 0
    )


def _is_tested(plan: Plan, node: ast.expr) -> bool:
    """Does it show how a text begins?"""
    parent = plan.text.parents.get(id(node))
    called = parent.func if isinstance(parent, ast.Call) else parent
    name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
    if name in CHANGED and isinstance(parent, ast.Attribute):
        call = plan.text.parents.get(id(parent))
        shown = plan.text.parents.get(id(call))
        return isinstance(shown, (ast.Call, ast.FormattedValue)) or (
            isinstance(call, ast.expr) and shown is not None and _is_tested(plan, call)
        )
    equals = isinstance(parent, ast.Compare) and isinstance(parent.ops[0], (ast.Eq, ast.NotEq))
    return name in TESTS or equals or isinstance(parent, ast.Subscript)


def _says_the_same(plan: Plan, node: ast.expr, error: ast.expr, classes: tuple[str, ...]) -> bool:
    """Put what the service said in the place of a text, where that was the text; False where it may not have been."""
    if isinstance(node, ast.Attribute) or not plan.wants("OAI108", node):
        return False
    others = [path for path in classes if path.startswith("openai") and path not in ANSWERED]
    compare = plan.text.parents.get(id(node))
    compared = isinstance(compare, ast.Compare) and any(_is_message(part, error) for part in ast.walk(compare))
    if others and not compared and (isinstance(node, ast.Call) or _is_tested(plan, node)):
        return False
    if not ANY_ERROR.isdisjoint(classes):
        return False
    owner, quote = plan.text.of(error), plan.quote(node)
    answered = set(classes) <= ANSWERED
    made = isinstance(error, ast.Name) and raising.may_be_made(plan, error, classes)
    has_body = f"isinstance(getattr({owner}, {quote}body{quote}, None), dict)"
    _text(plan, node, owner, "" if answered and not made else has_body)
    return True


def _is_message(node: ast.AST, error: ast.expr) -> bool:
    """Is an expression what the service said with an exception: ``e.error.message``, ``e.user_message``?"""
    if isinstance(node, ast.Attribute) and node.attr in ("user_message", "_message"):
        return ast.dump(node.value) == ast.dump(error)
    owner = node.value if isinstance(node, (ast.Attribute, ast.Subscript)) else None
    named = isinstance(node, ast.Attribute) and node.attr == "message"
    named = named or (isinstance(node, ast.Subscript) and _is_text(node.slice, "message"))
    if isinstance(owner, ast.Subscript) and _is_text(owner.slice, "error"):
        owner = owner.value
    of = owner.value if isinstance(owner, ast.Attribute) and owner.attr in BODY else None
    return named and of is not None and ast.dump(of) == ast.dump(error)


def _is_text(node: ast.AST, text: str) -> bool:
    return isinstance(node, ast.Constant) and node.value == text


# Clauses


@about(Code.CLAUSE)
def rewrite_clauses(plan: Plan, use: Use) -> None:
    """Put the clauses of a ``try`` into the order that they need today."""
    handlers = use.node.handlers  # type: ignore[attr-defined]
    clauses = plan.model.clauses.get(id(use.node), ())
    legacy = plan.is_legacy
    paths = [[STILL_THERE.get(path, path) if legacy else path for _, path in clause] for clause in clauses]
    server = [number for number, clause in enumerate(paths) if set(clause) & set(SERVER)]
    wide = next((number for number, clause in enumerate(paths) if WIDER[0] in clause), None)
    narrow = next(
        (number for number, clause in enumerate(paths) if WIDER[1] in clause and WIDER[0] not in clause), None
    )
    gone = unraised.clauses(plan, use.node)
    order = [number for number, handler in enumerate(handlers) if handler not in gone]
    if wide is not None and narrow is not None and wide < narrow and plan.wants("OAI109", handlers[wide]):
        if any(map(covers, handlers[wide + 1 : narrow + 1])):
            plan.problem(
                handlers[narrow], "the order of the clauses must change, and one of them catches more than these"
            )
            return
        order.remove(narrow)
        order.insert(order.index(wide), narrow)
    around = {path for outer in use.extra for clause in plan.model.clauses.get(id(outer), ()) for _, path in clause}  # type: ignore[attr-defined]
    if any(handler.type is None for handler in _further_out(plan, use.node)):
        around.add("builtins.BaseException")
    made = told_apart(plan, _clauses(plan, handlers, paths), around)
    if len(server) > 1 and plan.wants("OAI109", handlers[server[1]]):
        if _merge_server(plan, handlers, paths, server, order, made):
            return
    if made or order != list(range(len(handlers))):
        _reorder(plan, handlers, order, made)


def _merge_server(
    plan: Plan,
    handlers: list[ast.ExceptHandler],
    paths: list[list[str]],
    server: list[int],
    order: list[int],
    made: dict[int, list[Part]],
) -> bool:
    """Two clauses, for 503 and for what else is wrong with the server: one class is raised for both today."""
    first, second = (handlers[number] for number in server[:2])
    if _same(first, second) and len(server) == 2:
        return False
    text = plan.text
    alone = all(paths[number] in ([SERVER[0]], [SERVER[1]]) for number in server)
    named = {handler.name for handler in (first, second) if handler.name}
    name = named.pop() if len(named) == 1 else "error" if not named else ""
    used = name == "error" and any(node.id == name for node in plan.text.each(ast.Name))
    starts, ends = _extents(plan, handlers)
    bodies = [_lines_of_body(plan, handlers[number], ends[number]) for number in server[:2]]
    if len(server) > 2 or not alone or not name or used or None in bodies:
        plan.doubt(
            second,
            "openai.InternalServerError is raised both for openai.error.APIError and for "
            "openai.error.ServiceUnavailableError, and their clauses differ",
        )
        return False
    is_busy = paths[server[0]] == [SERVER[1]]
    busy, other = bodies if is_busy else reversed(bodies)
    said_of_busy, said_of_other = (_said(plan, one) for one in ((first, second) if is_busy else (second, first)))
    indent = text.indentation(starts[server[0]])
    step, newline = text.indent, text.newline
    assert busy is not None
    assert other is not None
    wider = (second if is_busy else first).type  # that of APIError, which is two classes today
    assert wider is not None
    merged: list[tuple[int, int] | str] = [f"{indent}except ", text.whole(wider), f" as {name}:{newline}"]
    for test, said, lines in ((f"if {name}.status_code == 503", said_of_busy, busy), ("else", said_of_other, other)):
        merged.append(f"{indent}{step}{test}:{said}{newline}")
        for line in lines:
            merged += [step, line] if text.text[slice(*line)].strip() else [line]
    parts: list[tuple[int, int] | str] = []
    for number in order:
        if number != server[1]:
            parts += merged if number == server[0] else made.get(number, [(starts[number], ends[number])])
    if not text.text[: ends[-1]].endswith(("\n", "\r")) and order[-1] != len(handlers) - 1:
        plan.problem(second, "the order of the clauses must change, and the last line has no end")
        return False
    plan.edits.rearrange(starts[0], ends[-1], parts)
    return True


def _extents(plan: Plan, handlers: list[ast.ExceptHandler]) -> tuple[list[int], list[int]]:
    """Where the lines of each clause begin, and where they end."""
    starts = [plan.text.line_start(plan.text.span(handler)[0]) for handler in handlers]
    return starts, [*starts[1:], _end_of_clause(plan, handlers[-1])]


def _clauses(plan: Plan, handlers: list[ast.ExceptHandler], paths: list[list[str]]) -> list[Clause]:
    """The clauses of a ``try``, and where they stand."""
    rows = zip(handlers, *_extents(plan, handlers), paths, strict=True)
    return [Clause(handler, start, end, _colon(plan, handler), of) for handler, start, end, of in rows]


def _said(plan: Plan, handler: ast.ExceptHandler) -> str:
    """The comment behind the colon of a clause."""
    colon = _colon(plan, handler)
    comment = re.match(r":[ \t]*(#.*)$", plan.text.text[colon : plan.text.line_end(colon)])
    return f"  {comment[1]}" if comment else ""


def _colon(plan: Plan, handler: ast.ExceptHandler) -> int:
    """Where the colon of a clause stands."""
    behind = plan.text.whole(handler.type)[1] if handler.type is not None else plan.text.span(handler)[0]
    return plan.text.text.index(":", behind)


def _lines_of_body(plan: Plan, handler: ast.ExceptHandler, end: int) -> list[tuple[int, int]] | None:
    """The lines of a clause behind its first, with their ends; None where they cannot be moved to the right."""
    text = plan.text
    start = text.behind_line(_colon(plan, handler))
    if start > text.line_start(text.span(handler.body[0])[0]):
        return None
    for node in ast.walk(handler):
        long = isinstance(node, (ast.Constant, ast.JoinedStr)) and node.end_lineno != node.lineno
        if long and isinstance(getattr(node, "value", ""), str):
            return None
    lines: list[tuple[int, int]] = []
    while start < end:
        stop = min(text.behind_line(start), end)
        lines.append((start, stop))
        start = stop
    while lines and not text.text[slice(*lines[-1])].strip():
        lines.pop()
    if lines and not text.text[lines[-1][0] : lines[-1][1]].endswith(("\n", "\r")):
        return None
    return lines


def _same(one: ast.ExceptHandler, other: ast.ExceptHandler) -> bool:
    return [ast.dump(part) for part in one.body] == [ast.dump(part) for part in other.body]


def _reorder(plan: Plan, handlers: list[ast.ExceptHandler], order: list[int], made: dict[int, list[Part]]) -> None:
    """Put clauses into another order, some of them as they were made anew."""
    text = plan.text
    starts, ends = _extents(plan, handlers)
    for handler, start in zip(handlers, starts, strict=True):
        if text.text[start : text.span(handler)[0]].strip():
            plan.problem(handler, "the order of the clauses must change, and they do not begin lines")
            return
    parts: list[Part] = [part for number in order for part in made.get(number, [(starts[number], ends[number])])]
    if order[-1] != len(handlers) - 1 and not text.text[: ends[-1]].endswith(("\n", "\r")):
        if made or len(order) < len(handlers):
            plan.problem(handlers[-1], "the order of the clauses must change, and the last line has no end")
            return
        # The clause that is the last of the file gets a line end, and the one that becomes it gives its own.
        parts.insert(order.index(len(handlers) - 1) + 1, text.newline)
        start, end = starts[order[-1]], ends[order[-1]]
        parts[-1] = (start, start + len(text.text[start:end].rstrip("\r\n")))
    plan.edits.rearrange(starts[0], ends[-1], parts)


def _end_of_clause(plan: Plan, handler: ast.ExceptHandler) -> int:
    """The end of the last line of a clause, with its line end."""
    return plan.text.behind_line(plan.text.span(handler)[1])


__all__ = ["Raised", "rewrite_attribute", "rewrite_clauses", "rewrite_exception"]
