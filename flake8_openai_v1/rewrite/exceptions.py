"""Exceptions of 0.x → those of today: classes, attributes, and which clause comes first."""

from __future__ import annotations

import ast
import re

from ..rules.facts import EXCEPTION, is_exception, removed
from ..sdk.exceptions import OF_RESPONSE, SERVER, STATUS, STATUSLESS, SUCCESSORS, WIDER
from ..semantics.uses import CALL, CATCH, LOAD, Use
from ..semantics.values import Member, Raised
from . import names
from .plan import Plan

BODY = ("json_body", "error")
"""Attributes that hold the answer of the service: today ``body`` is what was under ``"error"``."""
TEXT = ("user_message", "_message")
ORGANISATION = 'response.headers.get("openai-organization")'


def rewrite_exception(plan: Plan, use: Use) -> None:
    """Rewrite the mention of an exception class."""
    found = removed(use.value)
    if found is None or found.kind != EXCEPTION or not plan.wants("OAI107", use.node):
        return
    if use.role == CALL:
        if names.is_own_name(use.value):
            return
        _make(plan, use.node, found.path)
        return
    if use.role not in (CATCH, LOAD) or not isinstance(use.node, ast.expr):
        plan.problem(use.node, "it is not clear what to write here")
        return
    names.rename_exception(plan, use.node)
    if use.role == CATCH and found.path in WIDER_NOTES:
        plan.note(use.node, WIDER_NOTES[found.path])
    if use.role == LOAD:
        parent = plan.text.parents.get(id(use.node))
        if isinstance(parent, ast.Raise) or (isinstance(parent, ast.keyword) and parent.arg == "side_effect"):
            plan.problem(use.node, "exceptions of today are made of a response")
        if isinstance(parent, ast.ClassDef):
            plan.problem(
                use.node, "a class of the program's own is made of an exception, which is made in another way now"
            )


def rewrite_current(plan: Plan, use: Use) -> None:
    """``openai.APIError`` in a file that is written for 0.x: it was no base class there."""
    if not isinstance(use.node, ast.expr) or not plan.wants("OAI107", use.node) or not names.is_legacy(plan):
        return
    if isinstance(use.node, ast.Attribute) and plan.placed(use.node):
        plan.edits.replace(*plan.text.name(use.node), "InternalServerError")
    elif isinstance(use.node, ast.Name) and not names.is_own_name(use.value):
        plan.problem(
            use.node, "openai.APIError was raised for errors of the server alone, and is the base of all today"
        )


def rewrite_attribute(plan: Plan, use: Use) -> None:
    """Rewrite ``e.http_status`` and its like."""
    member = use.value
    if not isinstance(member, Member) or not isinstance(use.node, ast.Attribute) or not plan.wants("OAI108", use.node):
        return
    classes = [path for path in member.of.classes if not path.startswith("builtins.")]
    if not classes or not all(map(is_exception, classes)) or not plan.placed(use.node):
        return
    node = use.node
    owner = plan.text.of(node.value)
    bare = not set(member.of.classes) & STATUSLESS and not any(
        path.startswith("builtins.") for path in member.of.classes
    )
    name = member.name
    if not isinstance(node.ctx, ast.Load):
        plan.problem(node, "an attribute of an exception is assigned")
    elif name == "http_status":
        if bare:
            plan.edits.replace(*plan.text.name(node), "status_code")
        else:
            quote = plan.quote(node)
            plan.replace(node, f"getattr({owner}, {quote}status_code{quote}, None)")
    elif name in TEXT:
        _text(plan, node, owner, bare)
    elif name in BODY:
        _body(plan, node, owner, bare)
    elif name in OF_RESPONSE and bare:
        plan.edits.replace(*plan.text.name(node), OF_RESPONSE[name])
    elif name == "organization" and bare:
        quote = plan.quote(node)
        plan.edits.replace(*plan.text.name(node), ORGANISATION.replace('"', quote))
    elif name in (*OF_RESPONSE, "organization", "should_retry"):
        plan.problem(node, f"today's exceptions have no {name}")


def _text(plan: Plan, node: ast.Attribute, owner: str, bare: bool) -> None:
    """The bare text of the service, which today's ``message`` puts behind the status."""
    quote = plan.quote(node)
    if bare:
        plan.replace(node, f"{owner}.body[{quote}message{quote}]")
    else:
        plan.replace(
            node,
            f"({owner}.body[{quote}message{quote}] if getattr({owner}, {quote}body{quote}, None) else str({owner}))",
        )


def _body(plan: Plan, node: ast.Attribute, owner: str, bare: bool) -> None:
    """``e.json_body["error"]["message"]``, ``e.error.message``, ``e.error["message"]``."""
    part: ast.AST = node
    parent = plan.text.parents.get(id(node))
    if node.attr == "json_body":
        if not _is_key(parent, part, "error"):
            _whole_body(plan, node, parent, owner, bare)
            return
        assert parent is not None
        part, parent = parent, plan.text.parents.get(id(parent))
    body = f"{owner}.body"
    if isinstance(parent, ast.Attribute) and parent.value is part and parent.attr != "get":
        quote = plan.quote(node)
        plan.replace(parent, f"{body}[{quote}{parent.attr}{quote}]")
    else:
        plan.replace(part, body)


def _whole_body(plan: Plan, node: ast.Attribute, parent: ast.AST | None, owner: str, bare: bool) -> None:
    """``e.json_body`` as a whole: what was under ``"error"``, under that key again."""
    tested = (isinstance(parent, (ast.If, ast.IfExp)) and parent.test is node) or isinstance(parent, ast.UnaryOp)
    if tested and bare:
        plan.edits.replace(*plan.text.name(node), "body")
        return
    quote = plan.quote(node)
    whole = f"{{{quote}error{quote}: {owner}.body}}"
    if not bare:
        whole = f"({whole} if getattr({owner}, {quote}body{quote}, None) else None)"
    plan.replace(node, whole)


def _is_key(parent: ast.AST | None, node: ast.AST, key: str) -> bool:
    return (
        isinstance(parent, ast.Subscript)
        and parent.value is node
        and isinstance(parent.slice, ast.Constant)
        and parent.slice.value == key
    )


def _make(plan: Plan, node: ast.AST, path: str) -> None:
    """``RateLimitError("slow")`` in a test: today an exception is made of a response, for which a mock will do."""
    assert isinstance(node, ast.Call)
    mock = _mock(plan)
    text = plan.text.of(node.args[0]) if len(node.args) == 1 else '""' if not node.args else ""
    if mock is None or node.keywords or not text or isinstance(node.args[0] if node.args else None, ast.Starred):
        plan.problem(node, "exceptions of today are made of a response")
        return
    start, end = plan.text.whole(node.func)[1], plan.text.span(node)[1]
    if path in STATUS:
        names.rename_exception(plan, node.func)
        plan.edits.replace(
            start, end, f"({text}, response={mock}(status_code={STATUS[path]}, headers={{}}), body=None)"
        )
    elif path == "openai.error.APIConnectionError":
        names.rename_exception(plan, node.func)
        plan.edits.replace(start, end, f"(message={text}, request={mock}())")
    elif path == "openai.error.Timeout":
        names.rename_exception(plan, node.func)
        plan.edits.replace(start, end, f"(request={mock}())")
    else:
        plan.problem(node, "exceptions of today are made of a response")


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


WIDER_NOTES = {
    "openai.error.APIConnectionError": "openai.APIConnectionError includes timeouts",
    "openai.error.APIError": "openai.InternalServerError is raised for all of 5xx, and for nothing else",
    "openai.error.ServiceUnavailableError": "openai.InternalServerError is raised for all of 5xx, not only for 503",
}


OWN_NAMES = ("http_status", "json_body", "http_body", "user_message")
"""Attributes that only exceptions of 0.x are likely to have."""


def look_for_unknown(plan: Plan) -> None:
    """Attributes of what may be an exception of the SDK, where the file does not show it."""
    for node in plan.text.nodes:
        if isinstance(node, ast.Attribute) and node.attr in OWN_NAMES and isinstance(node.ctx, ast.Load):
            if isinstance(node.value, ast.Name) and node.value.id in ("self", "cls"):
                continue
            if plan.value(node.value) is None and not plan.is_set_aside(node):
                plan.problem(node, f"{node.attr} may be that of an exception of the SDK, which has it no more")
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in ("getattr", "hasattr"):
            name = node.args[1] if len(node.args) > 1 else None
            if isinstance(name, ast.Constant) and name.value in OWN_NAMES and not plan.is_set_aside(node):
                plan.problem(node, f"{name.value} may be that of an exception of the SDK, which has it no more")


RENAMED = frozenset(path for path, classes in SUCCESSORS.items() if classes != (path.rpartition(".")[2],)) | {
    "openai.error.OpenAIError"
}
"""Exceptions whose class has another name today, or children of which have."""


def look_for_class_names(plan: Plan) -> None:
    """``type(e).__name__``: it is another name today."""
    for node in plan.text.nodes:
        if not isinstance(node, ast.Attribute) or node.attr not in ("__name__", "__module__", "__qualname__"):
            continue
        owner = node.value
        error: ast.expr | None = None
        if isinstance(owner, ast.Call) and isinstance(owner.func, ast.Name) and owner.func.id == "type" and owner.args:
            error = owner.args[0]
        elif isinstance(owner, ast.Attribute) and owner.attr == "__class__":
            error = owner.value
        value = plan.value(error) if error is not None else None
        if isinstance(value, Raised) and not plan.is_set_aside(node) and not _is_compared_well(plan, node):
            parent = plan.text.parents.get(id(node))
            package = isinstance(parent, ast.Attribute) and parent.attr in ("split", "partition", "startswith")
            if (node.attr == "__module__" and not package) or (
                node.attr != "__module__" and set(value.classes) & RENAMED
            ):
                plan.doubt(node, "the name of the class of an exception is another one today")


TESTS = frozenset(
    {"startswith", "endswith", "split", "find", "index", "partition", "match", "search", "fullmatch", "len"}
)


def look_for_tested_texts(plan: Plan) -> None:
    """``str(e).startswith(…)``, ``e.args[0]``: the text of an exception begins with its status today."""
    for node in plan.text.nodes:
        error: ast.expr | None = None
        if (
            isinstance(node, ast.Call)
            and isinstance(node.func, ast.Name)
            and node.func.id == "str"
            and len(node.args) == 1
        ):
            parent = plan.text.parents.get(id(node))
            called = parent.func if isinstance(parent, ast.Call) else parent
            name = called.attr if isinstance(called, ast.Attribute) else getattr(called, "id", "")
            equals = isinstance(parent, ast.Compare) and isinstance(parent.ops[0], (ast.Eq, ast.NotEq))
            if name in TESTS or equals or isinstance(parent, ast.Subscript):
                error = node.args[0]
        elif isinstance(node, ast.Attribute) and node.attr == "args" and isinstance(node.ctx, ast.Load):
            error = node.value
        value = plan.value(error) if error is not None else None
        if (
            isinstance(value, Raised)
            and not plan.is_set_aside(node)
            and any(p.startswith("openai") for p in value.classes)
        ):
            plan.doubt(node, "the text of an exception begins with its status today")


PAIRS = (
    ({"openai.error.APIError", "openai.error.ServiceUnavailableError"}, "are one class today"),
    ({"openai.error.APIConnectionError", "openai.error.Timeout"}, "are one a kind of the other today"),
)


def look_for_pairs(plan: Plan) -> None:
    """Two classes of 0.x that are told apart other than by the clauses of one ``try``."""
    told: dict[int, dict[str, ast.AST]] = {}
    for use in plan.examined.uses:
        path = names.certain_path(use.value) or ""
        parent = plan.text.parents.get(id(use.node))
        if isinstance(parent, ast.Dict):
            told.setdefault(id(parent), {})[path] = use.node
        elif isinstance(parent, (ast.Call, ast.Compare)) and use.role in (CATCH, LOAD):
            scope = plan.text.function_of(use.node)
            if getattr(getattr(parent, "func", None), "id", "") == "isinstance" or isinstance(parent, ast.Compare):
                told.setdefault(id(scope), {})[path] = use.node
    for group in told.values():
        for pair, what in PAIRS:
            if pair <= set(group):
                first, second = sorted(pair)
                plan.problem(group[second], f"{first} and {second} {what}, and are told apart here")


OLD_NAMES = frozenset(path.rpartition(".")[2] for path in RENAMED)


def _is_compared_well(plan: Plan, node: ast.AST) -> bool:
    """Is a name only compared with others that no class has lost?"""
    compare = plan.text.parents.get(id(node))
    if not isinstance(compare, ast.Compare):
        return False
    texts = [part.value for part in ast.walk(compare) if isinstance(part, ast.Constant)]
    return bool(texts) and not OLD_NAMES.intersection(map(str, texts))


# Clauses


def rewrite_clauses(plan: Plan, use: Use) -> None:
    """Put the clauses of a ``try`` into the order that they need today."""
    handlers = use.node.handlers  # type: ignore[attr-defined]
    clauses = plan.model.clauses.get(id(use.node), ())
    paths = [[path for _, path in clause] for clause in clauses]
    server = [number for number, clause in enumerate(paths) if set(clause) & set(SERVER)]
    wide = next((number for number, clause in enumerate(paths) if WIDER[0] in clause), None)
    narrow = next(
        (number for number, clause in enumerate(paths) if WIDER[1] in clause and WIDER[0] not in clause), None
    )
    order = list(range(len(handlers)))
    if wide is not None and narrow is not None and wide < narrow and plan.wants("OAI109", handlers[wide]):
        if any(map(_covers, handlers[wide + 1 : narrow + 1])):
            plan.problem(
                handlers[narrow], "the order of the clauses must change, and one of them catches more than these"
            )
            return
        order.insert(order.index(wide), order.pop(narrow))
    if len(server) > 1 and plan.wants("OAI109", handlers[server[1]]):
        if _merge_server(plan, handlers, paths, server, order):
            return
    around = [path for outer in use.extra for clause in plan.model.clauses.get(id(outer), ()) for _, path in clause]  # type: ignore[attr-defined]
    own = {path for clause in paths for path in clause}
    for one, other in (SERVER, SERVER[::-1], WIDER):
        number = next((at for at, clause in enumerate(paths) if one in clause), None)
        if number is not None and other not in own and other in around:
            raises = any(isinstance(part, ast.Raise) for part in ast.walk(handlers[number]))
            if not raises and plan.wants("OAI109", handlers[number]):
                plan.problem(handlers[number], f"it would catch {other} today, for which there is a clause further out")
    if order != sorted(order):
        _reorder(plan, handlers, order)


def _merge_server(
    plan: Plan, handlers: list[ast.ExceptHandler], paths: list[list[str]], server: list[int], order: list[int]
) -> bool:
    """Two clauses, for 503 and for what else is wrong with the server: one class is raised for both today."""
    first, second = (handlers[number] for number in server[:2])
    if _same(first, second) and len(server) == 2:
        return False
    text = plan.text
    alone = all(paths[number] in ([SERVER[0]], [SERVER[1]]) for number in server)
    named = {handler.name for handler in (first, second) if handler.name}
    name = named.pop() if len(named) == 1 else "error" if not named else ""
    used = any(isinstance(node, ast.Name) and node.id == name for node in plan.text.nodes) and name == "error"
    starts, ends = _extents(plan, handlers)
    bodies = [_lines_of_body(plan, handlers[number], ends[number]) for number in server[:2]]
    if len(server) > 2 or not alone or not name or used or None in bodies or first.type is None:
        plan.problem(
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
    merged: list[tuple[int, int] | str] = [f"{indent}except ", text.span(first.type), f" as {name}:{newline}"]
    for test, said, lines in ((f"if {name}.status_code == 503", said_of_busy, busy), ("else", said_of_other, other)):
        merged.append(f"{indent}{step}{test}:{said}{newline}")
        for line in lines:
            merged += [step, line] if text.text[slice(*line)].strip() else [line]
    parts: list[tuple[int, int] | str] = []
    for number in order:
        if number != server[1]:
            parts += merged if number == server[0] else [(starts[number], ends[number])]
    if not text.text[: ends[-1]].endswith(("\n", "\r")) and order[-1] != len(handlers) - 1:
        plan.problem(second, "the order of the clauses must change, and the last line has no end")
        return False
    plan.edits.rearrange(starts[0], ends[-1], parts)
    return True


def _extents(plan: Plan, handlers: list[ast.ExceptHandler]) -> tuple[list[int], list[int]]:
    """Where the lines of each clause begin, and where they end."""
    starts = [plan.text.line_start(plan.text.span(handler)[0]) for handler in handlers]
    return starts, [*starts[1:], _end_of_clause(plan, handlers[-1])]


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
    start = _after_line(text.text, text.line_end(_colon(plan, handler)))
    if start > text.line_start(text.span(handler.body[0])[0]):
        return None
    for node in ast.walk(handler):
        long = isinstance(node, (ast.Constant, ast.JoinedStr)) and node.end_lineno != node.lineno
        if long and isinstance(getattr(node, "value", ""), str):
            return None
    lines: list[tuple[int, int]] = []
    while start < end:
        stop = min(_after_line(text.text, text.line_end(start)), end)
        lines.append((start, stop))
        start = stop
    while lines and not text.text[slice(*lines[-1])].strip():
        lines.pop()
    if lines and not text.text[lines[-1][0] : lines[-1][1]].endswith(("\n", "\r")):
        return None
    return lines


def _after_line(text: str, end: int) -> int:
    """The offset behind the line end at an offset."""
    if text.startswith("\r\n", end):
        return end + 2
    return end + 1 if text[end : end + 1] in ("\r", "\n") else end


def _same(one: ast.ExceptHandler, other: ast.ExceptHandler) -> bool:
    return [ast.dump(part) for part in one.body] == [ast.dump(part) for part in other.body]


def _reorder(plan: Plan, handlers: list[ast.ExceptHandler], order: list[int]) -> None:
    """Put clauses into another order."""
    text = plan.text
    starts, ends = _extents(plan, handlers)
    for handler, start in zip(handlers, starts, strict=True):
        if text.text[start : text.span(handler)[0]].strip():
            plan.problem(handler, "the order of the clauses must change, and they do not begin lines")
            return
    parts: list[tuple[int, int] | str] = [(starts[number], ends[number]) for number in order]
    if order[-1] != len(handlers) - 1 and not text.text[: ends[-1]].endswith(("\n", "\r")):
        # The clause that is the last of the file gets a line end, and the one that becomes it gives its own.
        parts.insert(order.index(len(handlers) - 1) + 1, text.newline)
        start, end = starts[order[-1]], ends[order[-1]]
        parts[-1] = (start, start + len(text.text[start:end].rstrip("\r\n")))
    plan.edits.rearrange(starts[0], ends[-1], parts)


def _covers(handler: ast.ExceptHandler) -> bool:
    """Does a clause catch all errors of the SDK, or all there are?"""
    if handler.type is None:
        return True
    named = {
        part.attr if isinstance(part, ast.Attribute) else getattr(part, "id", "") for part in ast.walk(handler.type)
    }
    return bool(named & {"OpenAIError", "Exception", "BaseException"})


def _end_of_clause(plan: Plan, handler: ast.ExceptHandler) -> int:
    """The end of the last line of a clause, with its line end."""
    return _after_line(plan.text.text, plan.text.line_end(plan.text.span(handler)[1]))


__all__ = ["Raised", "rewrite_attribute", "rewrite_clauses", "rewrite_exception"]
