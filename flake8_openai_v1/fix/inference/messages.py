"""Objects of azure-ai-inference that programs make, messages, tools and formats → dicts; enumerations → texts."""

from __future__ import annotations

import ast

from ...rules.inference import ENUMS, MESSAGE, find
from ...sdk.inference import DICTS, TYPES, Written
from ...semantics.uses import CALL, CATCH, IMPORT, LOAD, Use
from ...semantics.values import Response, alternatives
from ...syntax.written import FUNCTIONS, is_none, root_of
from ..causes import Code
from ..names.annotations import is_annotation
from ..names.paths import certain_path, is_own_name
from ..plan import Plan, about
from .names import Names
from .variables import definition

SPECIFIC = frozenset({"role", "tool_call_id", "tool_calls"})
"""Fields of messages that few other things have."""
MESSAGE_FIELDS = frozenset({"content", "role", "tool_calls"})
"""Fields of a message of a response."""
FIELDS = frozenset(name for written in DICTS.values() for name in written.fields) | {"role"}


@about(Code.FORM)
def rewrite_mention(plan: Plan, names: Names, use: Use) -> None:
    """Rewrite a use of a class, or of a member of an enumeration."""
    path = certain_path(use.value)
    found = find(path) if path else None
    if path is None or found is None or found.row.family != MESSAGE or use.role == IMPORT:
        return
    node = use.node
    if not isinstance(node, ast.expr):
        plan.problem(node, f"it is not clear what to write for {use.spelled} here")
    elif found.path.rpartition(".")[0] in ENUMS and use.role in (CALL, LOAD):
        if found.row.use is None:
            plan.problem(node, f"{use.spelled} has no counterpart: {found.row.note}", Code.NO_COUNTERPART)
        else:
            _member(plan, names, node, path[len(found.path) + 1 :].split("."), found.row.use)
    elif use.role == CALL and isinstance(node, ast.Call):
        _made(plan, names, node, found.path)
    elif use.role == LOAD and (is_annotation(plan, node) or id(node) not in plan.text.parents):
        _annotated(plan, names, use, node, found.path)
    elif use.role == CATCH:
        plan.problem(node, f"{use.spelled} is told apart by its class, and is a dict in openai")
    else:
        plan.problem(node, f"{use.spelled} is a dict in openai, and the class is used in another way here")


# Objects


def _made(plan: Plan, names: Names, node: ast.Call, path: str) -> None:
    """``UserMessage("…")`` → ``{"role": "user", "content": "…"}``."""
    if path in ENUMS and len(node.args) == 1 and not node.keywords:
        # The member for a text: the text.
        names.take(node.func)
        start, end = plan.text.span(node)
        inner = plan.text.whole(node.args[0])
        plan.edits.replace(start, inner[0], "")
        plan.edits.replace(inner[1], end, "")
        return
    written = DICTS.get(path)
    if written is None:
        plan.problem(node, f"{path} is made by hand here: it is a part of a response")
        return
    if not plan.placed(node) or is_own_name(plan.value(node.func)):
        if plan.text.is_placed(node):
            plan.problem(node, "a class under a name of the program's own is a dict in openai")
        return
    names.take(node.func)
    quote = plan.quote(node)
    start, end = plan.text.span(node)
    after = plan.text.span(node.func)[1]
    opening = plan.text.text.index("(", after)
    if "#" in plan.text.text[after:opening]:
        plan.problem(node, "a comment stands before the arguments")
        return
    entries = [f"{quote}{key}{quote}: {quote}{value}{quote}" for key, value in written.fixed]
    close = "}"
    if written.inside:
        entries.append(f"{quote}{written.inside}{quote}: {{")
        close = "}}"
    arguments = sorted((*node.args, *node.keywords), key=plan.text.span)
    first = plan.text.span(arguments[0])[0] if arguments else end
    if isinstance(arguments[0] if arguments else None, ast.expr):
        first = plan.text.whole(arguments[0])[0]  # type: ignore[arg-type]
    gap = plan.text.text[opening + 1 : first]
    head = ", ".join(entries)
    if arguments and "\n" in gap and not written.inside:
        separator = f",{plan.text.newline}{plan.text.indentation(first)}"
        plan.edits.replace(start, opening + 1, "{")
        plan.edits.insert(first, "".join(f"{entry}{separator}" for entry in entries))
    else:
        comma = ", " if entries and arguments and not written.inside else ""
        plan.edits.replace(start, opening + 1, f"{{{head}{comma}")
    plan.edits.replace(end - 1, end, close)
    for argument in node.args:
        _positional(plan, node, argument, written, quote)
    for keyword in node.keywords:
        _keyword(plan, node, keyword, quote)


def _positional(plan: Plan, node: ast.Call, argument: ast.expr, written: Written, quote: str) -> None:
    if isinstance(argument, ast.Starred) or len(node.args) > 1:
        plan.problem(node, "it is not clear what the arguments are")
    elif isinstance(argument, ast.Dict) or isinstance(definition(plan, argument), ast.Dict):
        plan.edits.wrap(*plan.text.whole(argument), "**", "")
    elif written.positional is None:
        plan.problem(node, "an argument without a name is a whole object")
    else:
        plan.edits.wrap(*plan.text.whole(argument), f"{quote}{written.positional}{quote}: ", "")


def _keyword(plan: Plan, node: ast.Call, keyword: ast.keyword, quote: str) -> None:
    if keyword.arg is None:
        return  # ``**entries`` is the same in a dict
    if is_none(keyword.value):
        plan.cut(node, keyword)  # None was not sent
        return
    name_start = plan.text.span(keyword)[0]
    value_start, value_end = plan.text.whole(keyword.value)
    if "#" in plan.text.text[name_start:value_start]:
        plan.problem(keyword, "a comment stands between the name of an argument and its value")
        return
    if keyword.arg == "tool_calls" and _may_be_absent(plan, node, keyword.value):
        # The service refuses null here; an object without them did not send it.
        inner = plan.text.of(keyword.value)
        plan.edits.replace(name_start, value_start, f"**({{{quote}tool_calls{quote}: ")
        plan.edits.wrap(value_start, value_end, "", f"}} if {inner} else {{}})")
        return
    plan.edits.replace(name_start, value_start, f"{quote}{keyword.arg}{quote}: ")


def _may_be_absent(plan: Plan, node: ast.AST, value: ast.expr) -> bool:
    """May calls of tools be None, as far as the file shows?"""
    if isinstance(value, (ast.List, ast.ListComp, ast.BinOp)):
        return False
    spelled = ast.unparse(value)
    for around in plan.text.around(node):
        if isinstance(around, (ast.If, ast.While, ast.IfExp)):
            test = ast.unparse(around.test)
            if spelled in test or "tool_calls" in test.lower():
                return False
        if isinstance(around, FUNCTIONS):
            break
    for part in ast.walk(plan.text.function_of(node) or plan.text.tree):
        # if not message.tool_calls: return
        if isinstance(part, ast.If) and "tool_calls" in ast.unparse(part.test) and plan.line(part) < plan.line(node):
            if isinstance(part.body[-1], (ast.Return, ast.Break, ast.Continue, ast.Raise)):
                return False
    return isinstance(value, (ast.Name, ast.Attribute, ast.Subscript))


# Enumerations


def _member(plan: Plan, names: Names, node: ast.expr, behind: list[str], text: str) -> None:
    """``ChatRole.USER`` → ``"user"``; ``is`` a member → ``==`` a text; its ``value`` is the text itself.

    ``behind`` are the attributes that are read of the member, which was a text, too, and has the methods of one.
    """
    if is_own_name(plan.value(node)) or not plan.placed(node):
        return
    read = [name for name in behind if name]
    if read and read[0] != "value" and not hasattr(str, read[0]):
        plan.problem(node, f"a text has no {read[0]}")
        return
    node = node.func if isinstance(node, ast.Call) else node
    for _ in read[1:] if read[:1] == ["value"] else read:
        assert isinstance(node, ast.Attribute)
        node = node.value
    quote = plan.quote(node)
    text = text.replace('"', quote)
    names.take(node)
    parent = plan.text.parents.get(id(node))
    plan.replace(node, text)
    if isinstance(parent, ast.Compare):
        compare(plan, parent)


@about(Code.FORM)
def compare(plan: Plan, node: ast.Compare) -> None:
    """Texts are compared by ``==``, where members were by ``is``."""
    operands = [node.left, *node.comparators]
    for number, op in enumerate(node.ops):
        if not isinstance(op, (ast.Is, ast.IsNot)):
            continue
        one, other = operands[number], operands[number + 1]
        if any(is_none(side) for side in (one, other)):
            continue
        start, end = plan.text.whole(one)[1], plan.text.whole(other)[0]
        between = plan.text.text[start:end]
        if "#" in between:
            plan.problem(node, "a comment stands within a test that changes")
            return
        plan.edits.replace(start, end, " == " if isinstance(op, ast.Is) else " != ")


# Annotations


def _annotated(plan: Plan, names: Names, use: Use, node: ast.expr, path: str) -> None:
    """A class that names a type."""
    found = find(path)
    row = found.row.use if found is not None else None
    new = TYPES.get(path) or (row if row and row.startswith("openai.") else None)
    if new is None:
        plan.problem(node, f"{path} has no counterpart as a type", Code.NO_COUNTERPART)
        return
    if id(node) not in plan.text.parents:
        _quoted(plan, names, use, node, new)
        return
    names.rename(node, new)


def _quoted(plan: Plan, names: Names, use: Use, node: ast.expr, new: str) -> None:
    """An annotation in quotes, whose names ast does not have."""
    if use.anchor is not None or not plan.text.is_placed(node):
        plan.problem(use.anchor or node, f"{use.spelled} is named in a text that cannot be edited")
        return
    text = quoted_text(plan, names, node, new)
    if text:
        plan.replace(node, text)


@about(Code.FORM)
def quoted_text(plan: Plan, names: Names, node: ast.expr, new: str) -> str:
    """What to write in an annotation in quotes; an import is added for it."""
    root = root_of(node)
    if isinstance(root, ast.Name):
        for binding in names.bindings:
            if binding.bound == root.id:
                # Where the name stands matters to no one but the import that brings it.
                return names.quoted(binding, isinstance(node, ast.Name), new)
    plan.problem(node, f"{ast.unparse(node)} is not brought by an import that the file shows")
    return ""


# What is done with them


@about(Code.FORM)
def look_for_reads(plan: Plan) -> None:
    """A message was an object, whose fields were attributes, too: of a dict they are not."""
    held = _holders(plan)
    for node in plan.text.nodes:
        if not isinstance(node, ast.Attribute) or node.attr not in FIELDS or plan.is_set_aside(node):
            continue
        if any(isinstance(option, Response) for option in alternatives(plan.value(node.value))):
            continue
        root = _root(node.value)
        if root is None or plan.value(node.value) is not None:
            continue
        of_message = root in held or (node.attr in SPECIFIC and not _is_self(node.value))
        if of_message:
            plan.problem(node, f"{ast.unparse(node)} may be that of a message that is made here: a dict in openai")


@about(Code.FORM)
def look_for_mixed(plan: Plan) -> None:
    """A message of a response was a dict, too: in a list with others it may be read as one."""
    every = [node for node in plan.text.nodes if isinstance(node, ast.expr)]
    if not any(_is_message(plan, node) and _is_put_away(plan, node) for node in every):
        return
    for node in every:
        if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
            owner, key = node.value, node.slice.value
        elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args:
            if node.func.attr != "get":
                continue
            owner, key = node.func.value, getattr(node.args[0], "value", None)
        else:
            continue
        if key in MESSAGE_FIELDS and plan.value(owner) is None and not plan.is_set_aside(node):
            plan.problem(node, f"{ast.unparse(node)} may be of a message of a response, which is no dict in openai")


def _is_message(plan: Plan, node: ast.expr) -> bool:
    options = alternatives(plan.value(node))
    return any(isinstance(one, Response) and one.shape == "inference.ChatResponseMessage" for one in options)


def _is_put_away(plan: Plan, node: ast.expr) -> bool:
    """Is an expression put into a list?"""
    parent = plan.text.parents.get(id(node))
    if isinstance(parent, ast.Call) and isinstance(parent.func, ast.Attribute) and node in parent.args:
        return parent.func.attr in ("append", "insert", "extend", "add", "put")
    return isinstance(parent, (ast.List, ast.Tuple, ast.Dict))


def _is_self(node: ast.expr) -> bool:
    return isinstance(node, ast.Name) and node.id in ("self", "cls")


def _root(node: ast.expr) -> str | None:
    """The variable, or the attribute of ``self``, that an expression begins with."""
    while isinstance(node, (ast.Subscript, ast.Attribute)):
        if isinstance(node, ast.Attribute) and _is_self(node.value):
            return f"self.{node.attr}"
        node = node.value
    return node.id if isinstance(node, ast.Name) else None


def _holders(plan: Plan) -> set[str]:
    """Variables that hold objects that the file makes, and those that go through them."""
    made = {
        id(use.node)
        for use in plan.model.of(CALL)
        if (path := certain_path(use.value)) and path in DICTS and isinstance(use.node, ast.Call)
    }
    held: set[str] = set()
    for _ in range(3):
        before = len(held)
        for node in plan.text.nodes:
            if isinstance(node, (ast.Assign, ast.AnnAssign, ast.AugAssign)) and node.value is not None:
                if _holds(node.value, made, held):
                    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
                    held |= {root for target in targets if (root := _root(target))}
            elif isinstance(node, (ast.For, ast.AsyncFor, ast.comprehension)) and _root(node.iter) in held:
                held |= {part.id for part in ast.walk(node.target) if isinstance(part, ast.Name)}
            elif isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
                adds = node.func.attr in ("append", "extend", "insert")
                if adds and any(_holds(argument, made, held) for argument in node.args):
                    held |= {root for root in [_root(node.func.value)] if root}
        if len(held) == before:
            break
    return held


def _holds(node: ast.expr, made: set[int], held: set[str]) -> bool:
    """Is an expression one of these objects, or a list of them?"""
    if id(node) in made:
        return True
    if isinstance(node, (ast.Name, ast.Subscript, ast.Attribute)) and _root(node) in held:
        return not isinstance(node, ast.Attribute) or _root(node) == f"self.{node.attr}"
    if isinstance(node, (ast.List, ast.Tuple, ast.Set)):
        return any(_holds(element, made, held) for element in node.elts)
    if isinstance(node, (ast.ListComp, ast.GeneratorExp)):
        return _holds(node.elt, made, held)
    if isinstance(node, ast.BinOp):
        return _holds(node.left, made, held) or _holds(node.right, made, held)
    if isinstance(node, ast.IfExp):
        return _holds(node.body, made, held) or _holds(node.orelse, made, held)
    return False
