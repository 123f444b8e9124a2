"""Files that are sent: as bytes, under a name."""

from __future__ import annotations

import ast

from ...syntax.written import value_given
from ..plan import Plan
from .given import Argument


def open_as_bytes(plan: Plan, node: ast.Call) -> None:
    """A file that is opened as text, which 0.x sent all the same."""
    given = [keyword.value for keyword in node.keywords if keyword.arg in ("file", "image", "mask")]
    for argument in (*given, *(argument for argument in node.args if isinstance(argument, (ast.Name, ast.Call)))):
        opened: ast.AST | None = argument
        if isinstance(argument, ast.Name):
            opened = _opened(plan, argument)
        if not isinstance(opened, ast.Call) or not isinstance(opened.func, ast.Name):
            if (
                isinstance(opened, ast.Call)
                and isinstance(opened.func, ast.Attribute)
                and opened.func.attr == "StringIO"
            ):
                plan.problem(argument, "a text is sent as a file, which must be bytes today")
            continue
        if opened.func.id != "open" or not opened.args:
            continue
        named = {keyword.arg for keyword in opened.keywords}
        mode = value_given(opened, "mode", 1)
        if mode is not None and not (
            isinstance(mode, ast.Constant) and isinstance(mode.value, str) and "b" not in mode.value
        ):
            continue
        shared = isinstance(argument, ast.Name) and _is_read_otherwise(plan, argument, node)
        if shared or named - {"mode"} or len(opened.args) > 2:
            plan.problem(argument, "a file that is opened as text is sent, which must be opened in binary mode today")
        elif mode is not None:
            plan.replace(mode, plan.text.of(mode).replace(str(mode.value), "rb"))
        else:
            quote = plan.quote(opened)
            plan.wrap(opened.args[0], "", f", {quote}rb{quote}")


def _opened(plan: Plan, name: ast.Name) -> ast.expr | None:
    """The call that a name is bound to, by ``with … as`` or by an assignment."""
    scope = plan.text.function_of(name) or plan.text.tree
    for node in ast.walk(scope):
        if (
            isinstance(node, ast.withitem)
            and isinstance(node.optional_vars, ast.Name)
            and node.optional_vars.id == name.id
        ):
            return node.context_expr
        if isinstance(node, ast.Assign) and any(
            isinstance(one, ast.Name) and one.id == name.id for one in node.targets
        ):
            return node.value
    return None


def _is_read_otherwise(plan: Plan, name: ast.Name, call: ast.Call) -> bool:
    """Is a file used for more than the call, but to be closed or rewound?"""
    scope = plan.text.function_of(name) or plan.text.tree
    for node in ast.walk(scope):
        if isinstance(node, ast.Name) and node.id == name.id and isinstance(node.ctx, ast.Load) and node is not name:
            parent = plan.text.parents.get(id(node))
            if not (isinstance(parent, ast.Attribute) and parent.attr in ("close", "seek", "name")):
                return True
    return False


def keep_name(plan: Plan, node: ast.Call) -> None:
    """A file without a name of its own was called ``file``; today it is called as on the disk."""
    given = {keyword.arg for keyword in node.keywords}
    if "user_provided_filename" in given:
        return
    file = value_given(node, "file", 0)
    if file is not None and plan.wants("OAI102", node) and not isinstance(file, (ast.Tuple, ast.Starred)):
        quote = plan.quote(node)
        plan.wrap(file, f"({quote}file{quote}, ", ")")


def file_name(plan: Plan, node: ast.Call, one: Argument) -> None:
    """The name of a file goes with the file: ``file=(name, file)``."""
    file = next((keyword for keyword in node.keywords if keyword.arg == "file"), None)
    if not isinstance(one.node, ast.keyword) or file is None:
        if isinstance(one.node, ast.keyword) and node.args and isinstance(node.func, ast.expr):
            first = node.args[0]
            plan.edits.wrap(*plan.text.whole(first), f"({plan.text.of(one.node.value)}, ", ")")
            plan.cut(node, one.node)
            return
        plan.problem(one.node, f"{one.name}= is file=(filename, file) now")
        return
    plan.edits.wrap(*plan.text.whole(file.value), f"({plan.text.of(one.node.value)}, ", ")")
    plan.cut(node, one.node)
