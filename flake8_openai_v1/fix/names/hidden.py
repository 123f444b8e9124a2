"""The SDK of 0.x where no analysis follows it: names made at run time, code in texts. It stands against a fix."""

from __future__ import annotations

import ast
import re
import textwrap
from collections.abc import Iterator

from ...rules.facts import SETTING, find
from ...syntax.written import last_name
from ..causes import Code
from ..clients.settings import rewrite_dynamic
from ..mocks.lookalikes import look_for_lookalikes
from ..plan import Plan, about
from .paths import certain_path

PATH = re.compile(r"(?:^|(?<=[\"']))openai(?:\.[A-Za-z_]\w*)+(?=[\"']|$)")
"""The name of something of the SDK that is a text of its own, or quoted within one."""
NAME = re.compile(r"\bopenai(?:\.[A-Za-z_]\w*)+")
LOOKS_UP = frozenset({"getattr", "import_module", "__import__", "locate", "resolve_name", "import_string", "patch"})
"""Functions that look up what a text names."""
EXECUTES = frozenset({"exec", "eval", "compile"})
INSPECTS = frozenset({"signature", "getfullargspec", "getsource", "getmembers", "get_annotations", "getdoc"})
LISTS = frozenset({"vars", "dir"})
SHOWS = frozenset({"print", "debug", "info", "warning", "error", "exception"})


@about(Code.DYNAMIC)
def look_for_hidden(plan: Plan) -> None:
    """Say where something of 0.x is reached at run time."""
    for node in plan.text.each(ast.Call, ast.Attribute):
        if isinstance(node, ast.Call):
            _look_at_call(plan, node)
        elif node.attr == "__dict__" and _is_module(plan, node.value) and not plan.is_set_aside(node):
            plan.problem(node, "the names in the module are looked at, and are others today")
    for text, path in _named(plan):
        plan.problem(text, f"a text names {path}, and what texts name is looked up at run time")
    for text, path in _written(plan):
        plan.problem(text, f"a text has code with {path}, and texts are executed here")


@about(Code.DYNAMIC)
def look_at_nothing(plan: Plan) -> None:
    """The same in a file in which nothing of 0.x is found."""
    look_for_hidden(plan)
    rewrite_dynamic(plan)
    if any(alias.name.partition(".")[0] == "openai" for alias in _imports(plan)):
        look_for_lookalikes(plan)


def _imports(plan: Plan) -> Iterator[ast.alias]:
    for node in plan.text.each(ast.Import):
        yield from node.names


def _is_module(plan: Plan, node: ast.expr) -> bool:
    return certain_path(plan.value(node)) == "openai"


def _look_at_call(plan: Plan, node: ast.Call) -> None:
    """``vars(openai)``, ``inspect.signature(openai.Completion.create)``."""
    name = last_name(node.func)
    if name not in LISTS | INSPECTS or plan.is_set_aside(node):
        return
    if name in LISTS and isinstance(node.func, ast.Name) and node.args and _is_module(plan, node.args[0]):
        plan.problem(node, "the names in the module are looked at, and are others today")
    elif name in INSPECTS and any(_removed(certain_path(plan.value(one)) or "") for one in node.args):
        plan.problem(node, "how something of 0.x is made is looked at, and is another way today")


def _removed(path: str) -> str | None:
    """The part of a path that is gone, settings aside."""
    found = find(path)
    return found.path if found is not None and found.kind != SETTING else None


def _texts(plan: Plan) -> Iterator[tuple[ast.Constant, str]]:
    """Texts with the name of the SDK in them, without docstrings and what the analysis has read."""
    known = {id(use.node) for use in plan.examined.uses}
    for node in plan.text.each(ast.Constant):
        if isinstance(node.value, str) and "openai." in node.value:
            parent = plan.text.parents.get(id(node))
            if not isinstance(parent, ast.Expr) and id(node) not in known and not plan.is_set_aside(node):
                yield node, node.value


def _named(plan: Plan) -> Iterator[tuple[ast.Constant, str]]:
    """Texts that are the name of something that is gone, where texts are looked up."""
    found = [(node, path) for node, text in _texts(plan) for path in PATH.findall(text) if _removed(path)]
    if found and any(last_name(node.func) in LOOKS_UP and _is_open(node) for node in _calls(plan)):
        yield from ((node, path) for node, path in found if not _is_said(plan, node))


def _is_open(node: ast.Call) -> bool:
    """Is what a function looks up none that is written there?"""
    at = 1 if last_name(node.func) == "getattr" else 0
    return len(node.args) > at and not isinstance(node.args[at], ast.Constant)


def _is_said(plan: Plan, node: ast.AST) -> bool:
    """Is a text only printed?"""
    parent = plan.text.parents.get(id(node))
    return isinstance(parent, ast.Call) and last_name(parent.func) in SHOWS


def _written(plan: Plan) -> Iterator[tuple[ast.Constant, str]]:
    """Texts that are code with something that is gone, where code in texts is executed."""
    found = [(node, text, path) for node, text in _texts(plan) for path in NAME.findall(text) if _removed(path)]
    if found and any(isinstance(node.func, ast.Name) and node.func.id in EXECUTES for node in _calls(plan)):
        yield from ((node, path) for node, text, path in found if _is_code(text))


def _calls(plan: Plan) -> Iterator[ast.Call]:
    return plan.text.each(ast.Call)


def _is_code(text: str) -> bool:
    try:
        tree = ast.parse(textwrap.dedent(text))
    except (SyntaxError, ValueError, RecursionError, MemoryError):
        return False
    return any(isinstance(node, ast.Call) for node in ast.walk(tree))
