"""Exceptions of the SDK that a program makes itself: ``raise RateLimitError("slow")``.

In 0.x they were made of a text. Today those for a status are made of a response, those of a connection of a request.
"""

from __future__ import annotations

import ast
import builtins
import re
from collections.abc import Iterator

from ...rules.facts import EXCEPTION, removed
from ...sdk.exceptions import (
    EMPTY,
    HTTP_PACKAGES,
    INHERITED,
    MADE,
    PARAMETERS,
    PARAMETERS_OF,
    STILL_THERE,
    SUCCESSORS,
    Made,
)
from ...semantics.uses import CALL, LOAD, Use
from ...semantics.values import Raised
from ...syntax.written import is_none, last_name, root_of
from ..causes import Code
from ..names.paths import certain_path, exception_path, is_own_name
from ..names.scopes import keeps_its_name
from ..plan import Plan, about
from .classes import class_names

HOW: dict[str, Made] = {row.path: row for row in MADE}
"""How an exception of 0.x is made today, by its class."""
REQUEST = '{0}.Request("POST", "https://api.openai.com/v1")'
NOT_SAME = "this exception is made of more than a text, which today's is not"
MAY_BE_OURS = "this may be an exception of the SDK, which is made of a response today"
SET_TODAY = frozenset(
    {"message", "request", "response", "body", "code", "param", "type", "status_code", "request_id", "__init__"}
)
"""What an exception of today sets when it is made."""
OPENAI_ERROR = "openai.error.OpenAIError"
RAISES = frozenset({"set_exception", "throw"})
"""Functions that raise what they are given, also a class."""


def legacy_path(plan: Plan, use: Use) -> str | None:
    """The exception class of 0.x that a use is about."""
    found = removed(use.value)
    if found is not None:
        return found.path if found.kind == EXCEPTION else None
    path = STILL_THERE.get(certain_path(use.value) or "")
    return path if path is not None and plan.is_legacy else None


@about(Code.RAISED)
def make(plan: Plan, node: ast.Call, path: str) -> None:
    """``RateLimitError("slow")`` → the same, made of a response."""
    given = _given(node, path)
    row = HOW.get(path)
    if row is None or given is None or not _is_makeable(plan, given, row):
        plan.problem(node, NOT_SAME)
        return
    made = _arguments(plan, node, row, given)
    if made is None or not _name_one(plan, node.func, path, row):
        return
    _give(plan, node, made, given)


@about(Code.RAISED)
def make_of_class(plan: Plan, node: ast.expr, path: str) -> bool:
    """``raise RateLimitError``: a class that is raised as it is. False where it is not raised."""
    if not _is_raised(plan, node):
        return False
    row = HOW.get(path)
    made = _arguments(plan, node, row, {}) if row is not None else None
    if row is None:
        plan.problem(node, NOT_SAME)
    elif made is not None and _name_one(plan, node, path, row):
        plan.edits.wrap(*plan.text.whole(node), "", f"({made})")
    return True


def _is_raised(plan: Plan, node: ast.expr) -> bool:
    """Does a class stand where it is raised, or where a mock is told to raise it?"""
    parent = plan.text.parents.get(id(node))
    if isinstance(parent, ast.Raise):
        return parent.exc is node
    if isinstance(parent, ast.Call) and isinstance(parent.func, ast.Attribute):
        return parent.func.attr in RAISES and node in parent.args
    if isinstance(parent, (ast.List, ast.Tuple)):
        parent = plan.text.parents.get(id(parent))
    if isinstance(parent, ast.Assign):
        return any(isinstance(target, ast.Attribute) and target.attr == "side_effect" for target in parent.targets)
    return isinstance(parent, ast.keyword) and parent.arg == "side_effect"


@about(Code.RAISED)
def look_for_calls(plan: Plan, node: ast.expr) -> None:
    """One of several classes that a loop, or a parametrised test, calls under one name."""
    around: ast.AST = node
    parent = plan.text.parents.get(id(node))
    while isinstance(parent, (ast.List, ast.Tuple, ast.Set)):
        around, parent = parent, plan.text.parents.get(id(parent))
    called: set[str] = set()
    scope: ast.AST | None = parent
    if isinstance(parent, (ast.For, ast.AsyncFor)) and parent.iter is around:
        called = {part.id for part in ast.walk(parent.target) if isinstance(part, ast.Name)}
    elif isinstance(parent, ast.Call) and isinstance(parent.func, ast.Attribute) and parent.func.attr == "parametrize":
        first = parent.args[0] if parent.args else None
        called = set(re.findall(r"\w+", str(first.value))) if isinstance(first, ast.Constant) else set()
        scope = plan.text.parents.get(id(parent))
    for part in ast.walk(scope) if called and scope is not None else ():
        if isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and part.func.id in called:
            plan.problem(node, "exceptions of today are made of a response, and it shows at run time which one this is")


def _given(node: ast.Call, path: str) -> dict[str, ast.expr] | None:
    """The arguments by the names that they had in 0.x; None where that does not show."""
    parameters = PARAMETERS_OF.get(path, PARAMETERS)
    if len(node.args) > len(parameters) or any(isinstance(one, ast.Starred) for one in node.args):
        return None
    given = dict(zip(parameters, node.args, strict=False))
    for keyword in node.keywords:
        if keyword.arg is None:
            return None
        given[keyword.arg] = keyword.value
    return {name: value for name, value in given.items() if not is_none(value)}


def _is_makeable(plan: Plan, given: dict[str, ast.expr], row: Made) -> bool:
    """Can today's exception be made of these arguments, and nothing be missed?"""
    for name, value in given.items():
        if name == "message":
            continue
        if name == "http_status" and row.status:
            if not isinstance(value, ast.Constant) or not isinstance(value.value, int):
                return False
        elif name in ("param", "code"):
            if not isinstance(value, (ast.Constant, ast.Name)) or _is_read(plan, name):
                return False
        elif name != "headers" or not row.status:
            return False
    return True


def _is_read(plan: Plan, name: str) -> bool:
    """Is an attribute of this name read?"""
    return any(isinstance(node, ast.Attribute) for node in plan.text.loads.get(name, ()))


def _give(plan: Plan, call: ast.Call, made: str, given: dict[str, ast.expr]) -> None:
    """Put arguments in the place of those of a call; the message stays where it stands, as edits may be in it."""
    start, end = plan.text.whole(call.func)[1], plan.text.span(call)[1]
    message = given.get("message")
    before, found, behind = made.partition(plan.text.of(message)) if message is not None else ("", "", "")
    if message is None or not found:
        plan.edits.replace(start, end, f"({made})")
        return
    first, last = plan.text.span(message)
    plan.edits.replace(start, first, f"({before}")
    plan.edits.replace(last, end, f"{behind})")


def _arguments(plan: Plan, node: ast.AST, row: Made, given: dict[str, ast.expr]) -> str | None:
    """What today's class is made of; None, and a problem, where its text would be another one."""
    text = plan.text.of(given["message"]) if "message" in given else f'"{EMPTY}"'
    if row.text is None:
        if "message" in given and _text_is_read(plan):
            plan.doubt(node, "the text of today's exception for a timeout is always the same")
    elif not row.status and not row.request:
        return text
    mock = _mock(plan)
    package = _package(plan) if mock is None else ""
    request = f"{mock}()" if mock is not None else REQUEST.format(package)
    if row.request:
        return f"{row.text}={text}, request={request}" if row.text else f"request={request}"
    status = plan.text.of(given["http_status"]) if "http_status" in given else str(row.status)
    headers = plan.text.of(given["headers"]) if "headers" in given else ""
    if mock is not None:
        return f"{text}, response={mock}(status_code={status}, headers={headers or '{}'}), body=None"
    headers = f", headers={headers}" if headers else ""
    return f"{text}, response={package}.Response({status}{headers}, request={request}), body=None"


def _package(plan: Plan) -> str:
    """The package of requests and responses that the SDK uses."""
    target = plan.examined.file.target
    package = next(name for since, name in HTTP_PACKAGES if target >= since)
    plan.imports.add(package)
    return package


def _text_is_read(plan: Plan) -> bool:
    """May something look at the text of a timeout? Only clauses for other classes of the SDK do not."""
    if plan.settings.files > 1 or plan.text.loads.get("exception"):
        return True
    for handler in plan.text.handlers:
        if handler.name is None:
            continue
        for one in handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]:
            path = exception_path(plan.value(one)) if one is not None else None
            if path is None or path in (OPENAI_ERROR, "openai.error.Timeout"):
                return True
    return False


def _name_one(plan: Plan, node: ast.expr, path: str, row: Made) -> bool:
    """Name the one class of which an exception is made."""
    if exception_path(plan.value(node)) != path:
        plan.problem(node, MAY_BE_OURS)
        return False
    if is_own_name(plan.value(node)):
        if len(SUCCESSORS[path]) > 1:
            plan.problem(node, f"{path} is several classes now, and one is wanted here", Code.CLAUSE)
        elif not isinstance(node, ast.Name) or _varies(plan, node):
            plan.problem(node, MAY_BE_OURS)
        else:
            return True
        return False
    if isinstance(node, ast.Name) and keeps_its_name(plan, node, path):
        return True
    named = class_names(plan, node, (row.name,))
    if named is None or not plan.placed(node):
        plan.problem(node, f"this is written in a way for which there is no edit: the class is openai.{row.name} today")
        return False
    plan.replace(node, named[0])
    return True


def _varies(plan: Plan, node: ast.Name) -> bool:
    """May a name be another class at another time: as a parameter, or where it is assigned again?"""
    function = plan.text.function_of(node)
    if function is not None and node.id in plan.text.index.bound_in(function):
        return True
    return sum(1 for one in plan.text.index.stores.get(node.id, ()) if isinstance(one.ctx, ast.Store)) != 1


@about(Code.RAISED)
def look_for_raised(plan: Plan) -> None:
    """``raise KINDS[name](text)``: what is raised may be an exception of the SDK that is kept somewhere."""
    for call in plan.text.each(ast.Call):
        if _is_made_by_type(plan, call) and not plan.is_set_aside(call):
            plan.problem(call, MAY_BE_OURS)
    for statement in plan.text.each(ast.Import, ast.ImportFrom) if plan.settings.calls else ():
        if _imports_processes(statement):
            plan.note(statement, "catch these exceptions in the worker process: today's cannot be pickled")
    if not any(_is_kept(plan, use) for use in plan.examined.uses):
        return
    for node in plan.text.each(ast.Raise):
        if node.exc is None or plan.is_set_aside(node):
            continue
        cls = node.exc.func if isinstance(node.exc, ast.Call) else node.exc
        called = isinstance(cls, (ast.Name, ast.Attribute)) and cls is not node.exc and _is_variable(plan, cls)
        if (called or isinstance(cls, (ast.Subscript, ast.Call))) and plan.value(cls) is None:
            plan.problem(node, MAY_BE_OURS)


def _imports_processes(node: ast.Import | ast.ImportFrom) -> bool:
    """Is it an import of what runs functions in other processes, from where exceptions come pickled?"""
    if isinstance(node, ast.Import):
        return any(alias.name == "multiprocessing" for alias in node.names)
    names = {alias.name for alias in node.names}
    return "ProcessPoolExecutor" in names or (node.module == "multiprocessing" and "Pool" in names)


def _is_made_by_type(plan: Plan, node: ast.Call) -> bool:
    """``type(error)("text")``, ``error.__class__("text")``, of what a clause caught."""
    kind = node.func
    if isinstance(kind, ast.Call) and isinstance(kind.func, ast.Name) and kind.func.id == "type" and kind.args:
        inner = kind.args[0]
    elif isinstance(kind, ast.Attribute) and kind.attr == "__class__":
        inner = kind.value
    else:
        return False
    value = plan.value(inner)
    of_sdk = isinstance(value, Raised) and any(path.startswith("openai.") for path in value.classes)
    caught = {handler.name for handler in plan.text.handlers}
    return of_sdk or (plan.settings.calls and isinstance(inner, ast.Name) and inner.id in caught)


def _is_kept(plan: Plan, use: Use) -> bool:
    """Is an exception class put somewhere, or handed on?"""
    parent = plan.text.parents.get(id(use.node))
    kept = isinstance(parent, (ast.Dict, ast.List, ast.Tuple, ast.Call, ast.keyword, ast.Return, ast.Assign))
    return use.role == LOAD and kept and (legacy_path(plan, use) or OPENAI_ERROR) != OPENAI_ERROR


def _is_variable(plan: Plan, node: ast.Name | ast.Attribute) -> bool:
    """Is a name one of a parameter or a variable, or an attribute of such, and neither a method nor an exception?"""
    if isinstance(node, ast.Attribute) and node.attr in plan.settings.defined | {"with_traceback"}:
        return False
    root = root_of(node)
    function = plan.text.function_of(node)
    caught = {handler.name for handler in plan.text.handlers}
    if not isinstance(root, ast.Name) or root.id in caught:
        return False
    return function is not None and root.id in plan.text.index.bound_in(function)


def _mock(plan: Plan) -> str | None:
    """How the file names ``unittest.mock.Mock``, if it does."""
    for statement in plan.text.tree.body:
        if isinstance(statement, ast.ImportFrom) and statement.module == "unittest":
            for alias in statement.names:
                if alias.name == "mock":
                    return f"{alias.asname or 'mock'}.Mock"
        if isinstance(statement, ast.ImportFrom) and statement.module == "unittest.mock":
            for alias in statement.names:
                if alias.name in ("Mock", "MagicMock"):
                    return alias.asname or alias.name
        if isinstance(statement, ast.Import):
            for alias in statement.names:
                if alias.name == "unittest.mock":
                    return f"{alias.asname or alias.name}.Mock"
    return None


# Classes of the program's own


@about(Code.RAISED)
def make_base(plan: Plan, node: ast.expr, cls: ast.ClassDef, path: str) -> None:
    """``class Mine(openai.error.RateLimitError)``: its base, and the objects that are made of it."""
    row = HOW.get(path)
    why = _why_not(plan, node, cls, path) if row is not None and row.text is not None else NOT_SAME
    if why or row is None:
        plan.problem(node, why)
        return
    if not _name_one(plan, node, path, row):
        return
    if path == OPENAI_ERROR:
        for call in map(plan.text.parents.get, map(id, _mentions(plan, cls))):
            if isinstance(call, ast.Call) and not call.args and _initialiser(cls) is None:
                _make_again(plan, call, path, row)
        return
    for call in _supers(cls):
        _make_again(plan, call, path, row)
    if _initialiser(cls) is None:
        for mention in _mentions(plan, cls):
            parent = plan.text.parents.get(id(mention))
            if isinstance(parent, ast.Call) and parent.func is mention:
                _make_again(plan, parent, path, row)
            else:
                made = _arguments(plan, mention, row, {})
                plan.edits.wrap(*plan.text.whole(mention), "", f"({made})")


def _make_again(plan: Plan, call: ast.Call, path: str, row: Made) -> None:
    """Give a call that makes an exception what today's class is made of, under the name that it has."""
    given = _given(call, path)
    made = _arguments(plan, call, row, given) if given is not None and _is_makeable(plan, given, row) else None
    if made is None:
        plan.problem(call, NOT_SAME)
    else:
        _give(plan, call, made, given or {})


def _initialiser(cls: ast.ClassDef) -> ast.FunctionDef | None:
    return next((one for one in cls.body if isinstance(one, ast.FunctionDef) and one.name == "__init__"), None)


def _supers(cls: ast.ClassDef) -> list[ast.Call]:
    """The calls in ``__init__`` that make the exception itself."""
    function = _initialiser(cls)
    calls = [node for node in ast.walk(function) if isinstance(node, ast.Call)] if function is not None else []
    return [call for call in calls if isinstance(call.func, ast.Attribute) and call.func.attr == "__init__"]


def _mentions(plan: Plan, cls: ast.ClassDef) -> Iterator[ast.expr]:
    """Where a class is called or raised."""
    for node in plan.text.loads.get(cls.name, ()):
        parent = plan.text.parents.get(id(node))
        if (isinstance(parent, ast.Call) and parent.func is node) or _is_raised(plan, node):
            yield node


def _why_not(plan: Plan, base: ast.expr, cls: ast.ClassDef, path: str) -> str:
    """Why objects of a class cannot be made as they were; empty where they can."""
    stored = {
        node.attr for node in ast.walk(cls) if isinstance(node, ast.Attribute) and not isinstance(node.ctx, ast.Load)
    }
    for node in ast.walk(cls):
        if isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name) and node.value.id == "self":
            if node.attr in INHERITED - stored:
                return f"today's exceptions have no {node.attr} of this kind"
    function = _initialiser(cls)
    for call in _supers(cls):
        is_super = isinstance(call.func, ast.Attribute) and isinstance(call.func.value, ast.Call)
        if not is_super or (path == OPENAI_ERROR and (call.keywords or len(call.args) != 1)):
            return NOT_SAME
    if function is not None and not _supers(cls):
        return NOT_SAME
    if path == OPENAI_ERROR:
        made = [plan.text.parents.get(id(node)) for node in _mentions(plan, cls)]
        plain = all(isinstance(one, ast.Call) and len(one.args) < 2 and not one.keywords for one in made)
        return "" if function is not None or plain else NOT_SAME
    others = [node for node in plan.text.loads.get(cls.name, ()) if isinstance(node, ast.Attribute)]
    if function is None and (cls.name in plan.settings.exported or others):
        return "a class of the program's own is made of an exception, and where its objects are made does not show"
    if cls.bases[0] is not base or not all(_is_beside(plan, one) for one in cls.bases[1:]):
        return "a class of the program's own is made of an exception and of others"
    if function is None and any(_is_base(plan, node, cls) for node in plan.text.loads.get(cls.name, ())):
        return "another class is derived from this one, and where its objects are made does not show"
    return ""


def _is_beside(plan: Plan, base: ast.expr) -> bool:
    """True for a base that gets the text alone, from either SDK, and has no attribute that today's sets."""
    if not isinstance(base, ast.Name):
        return False
    if issubclass(getattr(builtins, base.id, int), BaseException):
        return True
    own = [one for one in plan.text.each(ast.ClassDef) if one.name == base.id]
    named = {getattr(part, "name", "") for one in own for part in one.body}
    return len(own) == 1 and named.isdisjoint(SET_TODAY) and not own[0].bases


def _is_base(plan: Plan, node: ast.AST, cls: ast.ClassDef) -> bool:
    """True for a base of another class: its own may be named as it is."""
    parent = plan.text.parents.get(id(node))
    return isinstance(parent, ast.ClassDef) and parent is not cls


# What is read of them


def may_be_made(plan: Plan, error: ast.expr, classes: tuple[str, ...]) -> bool:
    """May an exception be one that the program made, which had no status?"""
    if plan.makings is None:
        plan.makings = list(_makings(plan))
    return any(
        (path in classes or OPENAI_ERROR in classes) and _reaches(plan, made, error) for path, made in plan.makings
    )


def _makings(plan: Plan) -> Iterator[tuple[str, ast.AST]]:
    """Where the program makes an exception that has a status today: its class, and the expression."""
    for use in plan.examined.uses:
        if use.role not in (CALL, LOAD) or not isinstance(use.node, ast.expr):
            continue
        path = legacy_path(plan, use)
        if path is None or path not in HOW or not HOW[path].status:
            continue
        parent = plan.text.parents.get(id(use.node))
        if use.role == CALL:
            if not isinstance(use.node, ast.Call) or "http_status" not in (_given(use.node, path) or {}):
                yield path, use.node
        elif isinstance(parent, ast.ClassDef):
            yield from ((path, node) for node in _mentions(plan, parent))
        elif _is_raised(plan, use.node):
            yield path, use.node


def _reaches(plan: Plan, made: ast.AST, error: ast.expr) -> bool:
    """May an exception get to the clause that binds a name?"""
    statement = plan.text.statement_of(made)
    if not isinstance(statement, ast.Raise) or not isinstance(error, ast.Name):
        return True
    for around in plan.text.around(error):
        if isinstance(around, ast.ExceptHandler) and around.name == error.id:
            attempt: ast.AST | None = plan.text.parents.get(id(around))
            body: list[ast.stmt] = getattr(attempt, "body", [])
            return any(_may_raise(plan, node, statement) for part in body for node in ast.walk(part))
    return True


def _may_raise(plan: Plan, node: ast.AST, statement: ast.Raise) -> bool:
    """Is a node the statement that raises, or a call of what may come to it?"""
    if node is statement or not isinstance(node, ast.Call):
        return node is statement
    name = last_name(node.func)
    is_unknown = isinstance(node.func, ast.Name) and not hasattr(builtins, name)
    path = certain_path(plan.value(node.func)) or ""
    return not path.startswith("openai.") and (not name or name in plan.settings.defined or is_unknown)
