"""Helpers of 0.x that are gone → the same in the file itself, as one would have written it for 0.x.

That is done before anything else, as then all that holds for functions of the program holds for them, too.
"""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterator, Sequence
from string import Template

from ...rules.facts import find
from ...sdk.helpers import HELPERS, UTILS, Helper
from ...semantics.uses import CALL, IMPORT, LOAD, Use
from ...semantics.values import Const
from ..causes import Code
from ..plan import Plan, about
from ..text.imports import add_imports
from .imports import module_is_imported, shown, write_import
from .paths import certain_path
from .scopes import module_name, unshadowed

Import = ast.Import | ast.ImportFrom

ROWS: dict[str, Helper] = {row.path: row for row in HELPERS}
MODULES = frozenset(row.path.rpartition(".")[0] for row in HELPERS)
PRESENT = frozenset({"logging", "openai"})
"""Modules that nobody needs to install for a helper."""
QUIETER = frozenset({"WARN", "WARNING", "ERROR", "FATAL", "CRITICAL"})
"""Levels from which on a logger says less than it would."""


@about(Code.NO_COUNTERPART)
def rewrite_helpers(plan: Plan, elsewhere: Callable[[str], bool], cell: Callable[[int], object]) -> None:
    """Put the helpers that a file uses into it, where there is one for each use of their modules.

    ``elsewhere`` tells whether another file has a name in it, ``cell`` which cell of a notebook a line is in.
    """
    uses = [use for use in plan.examined.uses if _row(use) is not None]
    other = next((use for use in plan.examined.uses if _is_other(use)), None)
    if other is not None:
        found = find(_path(other))
        plan.problem(other.node, f"{_path(other)} has no counterpart: {found.row.note if found else ''}")
        return
    if not uses:
        return
    wanted: dict[str, Helper] = {}
    for use in uses:
        row = _row(use)
        assert row is not None
        if use.role == IMPORT and isinstance(use.node, ast.alias):
            name = use.node.asname or use.node.name
            if _is_wanted(plan, use.node, name, uses, elsewhere):
                wanted[name] = row
        elif use.role in (CALL, LOAD):
            _rewrite_name(plan, use, row, wanted)
        else:
            plan.problem(use.node, f"{_path(use)} is gone, and is changed or patched here", Code.MOCK)
    statements = [node for node in plan.text.nodes if isinstance(node, Import) and any(_gone(plan, node))]
    home = statements[0] if statements else plan.text.tree.body[0]
    if any(plan.text.parents.get(id(one)) is not plan.text.tree for one in statements):
        plan.problem(home, "helpers of 0.x are imported within a function or a block", Code.FORM)
        return
    names = sorted(wanted, key=lambda name: ([*ROWS].index(wanted[name].path), name))
    last = _last_import(plan, home, cell) if names else None
    made = [_made(plan, home, last or home, wanted[name], name, elsewhere) for name in names]
    for statement in statements:
        if statement is not last or _kept(plan, statement):
            write_import(plan, statement, _kept(plan, statement))
    add_imports(plan)  # in front of what is put behind the same line
    if last is not None:
        _put(plan, last, made, gone=last in statements and not _kept(plan, last))
    brought = sorted({module.partition(".")[0] for row in wanted.values() for module in row.modules} - PRESENT)
    if brought:
        plan.note(home, f"the file needs {' and '.join(brought)}: install it, as openai[embeddings] had brought it")


def _is_wanted(
    plan: Plan, alias: ast.alias, name: str, uses: Sequence[Use], elsewhere: Callable[[str], bool]
) -> bool:
    """True if somebody reads the name that an import binds to a helper: the file, or another one that imports it."""
    parts = (part for use in uses if use.role != IMPORT for part in _parts(use))
    if any(isinstance(part, ast.Name) and part.id == name for part in parts):
        return True
    if any(isinstance(node, ast.Constant) and node.value == name for node in plan.text.nodes):
        return True  # as in __all__
    home = plan.text.statement_of(alias)
    is_bound_again = any(plan.text.statement_of(one) is not home for one in plan.text.bound_at_top(name))
    return not is_bound_again and elsewhere(name)


def _parts(use: Use) -> Iterator[ast.AST]:
    """Yield the expressions of which one names what a use is about."""
    node: ast.AST | None = use.node
    while node is not None:
        yield node
        node = getattr(node, "func", None) or getattr(node, "value", None)


def _path(use: Use) -> str:
    return certain_path(use.value) or ""


def _row(use: Use) -> Helper | None:
    """The helper that a use is about: itself, or something of it, as a method of the logger."""
    path = _path(use)
    while path and path not in ROWS:
        path = path.rpartition(".")[0]
    return ROWS.get(path)


def _is_other(use: Use) -> bool:
    """Is it something else of these modules, which the file cannot have itself?"""
    found = find(_path(use))
    return found is not None and _row(use) is None and found.path.startswith(f"{UTILS}.")


# Where they are used


def _rewrite_name(plan: Plan, use: Use, row: Helper, wanted: dict[str, Helper]) -> None:
    """An expression that names a helper: by its module, or by a name that the file keeps."""
    node: ast.AST = use.node.func if isinstance(use.node, ast.Call) else use.node
    while isinstance(node, ast.Attribute) and certain_path(plan.value(node)) != row.path:
        node = node.value
    if row.inline:
        _look_at_logger(plan, use)
    if isinstance(node, ast.Name):
        return
    if not isinstance(node, ast.Attribute):
        plan.problem(use.node, f"{_path(use)} is named in a way for which there is no edit: call it plainly", Code.FORM)
    elif row.inline:
        plan.replace(node, _filled(plan, node, row, row.inline))
    else:
        name = row.path.rpartition(".")[2]
        if name not in wanted and name in plan.text.names_used():
            plan.problem(node, f"the name {name} is taken", Code.FORM)
        wanted[name] = row
        plan.replace(node, name)


def _look_at_logger(plan: Plan, use: Use) -> None:
    """Today's SDK logs other texts: what only makes the logger quieter is the same."""
    call = use.node
    if isinstance(call, ast.Call) and isinstance(call.func, ast.Attribute) and call.func.attr == "setLevel":
        value = plan.value(call.args[0]) if call.args else None
        level = value.value if isinstance(value, Const) else (certain_path(value) or "").removeprefix("logging.")
        if level in QUIETER or (isinstance(level, int) and level >= 30):
            return
    plan.doubt(call, "what the SDK logs has other texts today")


# What they become


def _made(plan: Plan, home: ast.stmt, last: ast.stmt, row: Helper, name: str, elsewhere: Callable[[str], bool]) -> str:
    """The statements that make a helper."""
    if any(plan.text.statement_of(one) is not home for one in plan.text.bound_at_top(name)):
        plan.problem(home, f"the name {name} is taken", Code.FORM)
    text = _filled(plan, last, row, row.text, name, elsewhere(name) or _takes_more(plan, row))
    return text.rstrip("\n").replace("\n", plan.text.newline).replace("    ", plan.text.indent)


def _takes_more(plan: Plan, row: Helper) -> bool:
    """May a function be given arguments that it does not name itself?"""
    for use in plan.examined.uses:
        if _path(use) == row.path and use.role != IMPORT:
            given = [keyword.arg for keyword in use.node.keywords] if isinstance(use.node, ast.Call) else [None]
            if not set(given) <= set(row.parameters):
                return True
    return False


def _filled(plan: Plan, node: ast.stmt | ast.expr, row: Helper, text: str, name: str = "", more: bool = False) -> str:
    names = {module.rpartition(".")[2]: _module(plan, node, module) for module in row.modules}
    kwargs = {"more": ", **kwargs", "given": ", **kwargs"} if more else {"more": "", "given": ""}
    return Template(text).substitute(names, name=name, **kwargs)


def _module(plan: Plan, node: ast.stmt | ast.expr, module: str) -> str:
    """What the file calls a module; an import is added if it has none."""
    if module == "openai":
        return module_name(plan, node)
    for statement in plan.text.tree.body:
        for alias in statement.names if isinstance(statement, ast.Import) and statement.lineno <= node.lineno else ():
            if alias.name == module and alias.asname:
                return unshadowed(plan, node, alias.asname, None)
    plan.imports.add(module)
    unshadowed(plan, node, module.partition(".")[0], None)
    return module


# Imports


def _gone(plan: Plan, statement: Import) -> list[bool]:
    """Of each name of an import: is it, or does it bring, nothing but helpers?"""
    prefix = "" if isinstance(statement, ast.Import) else f"{statement.module}."
    paths = [f"{prefix}{alias.name}" for alias in statement.names]
    needed = {found.path for use in plan.examined.uses if (found := find(_path(use))) and not _row(use)}
    return [
        path in ROWS or (path in MODULES and not any(other.startswith(f"{path}.") for other in needed))
        for path in paths
    ]


def _kept(plan: Plan, statement: Import) -> list[str]:
    """What becomes of an import: one line, or none."""
    kept = [
        shown(alias.name, alias.asname)
        for alias, gone in zip(statement.names, _gone(plan, statement), strict=True)
        if not gone
    ]
    if isinstance(statement, ast.ImportFrom):
        return [f"from {statement.module} import {', '.join(kept)}"] if kept else []
    if any(gone and not alias.asname for alias, gone in zip(statement.names, _gone(plan, statement), strict=True)):
        if not module_is_imported(plan, statement, set()):
            kept.append("openai")  # which import openai.util binds
    return [f"import {', '.join(dict.fromkeys(kept))}"] if kept else []


def _last_import(plan: Plan, home: ast.stmt, cell: Callable[[int], object]) -> ast.stmt:
    """The last of the imports that follow an import without anything between them."""
    last = home
    for statement in plan.text.tree.body[plan.text.tree.body.index(home) + 1 :]:
        if not isinstance(statement, Import) or cell(statement.lineno) != cell(home.lineno):
            break
        last = statement
    return last


def _put(plan: Plan, last: ast.stmt, made: list[str], *, gone: bool) -> None:
    """Put statements behind an import, or in its place."""
    start, end = plan.text.span(last)
    newline, text = plan.text.newline, plan.text.text
    before, after = text[plan.text.line_start(start) : start], text[end : plan.text.line_end(end)]
    comment = after.strip()
    if before.strip() or (comment and not comment.startswith("#")) or (gone and "#" in text[start:end]):
        plan.problem(last, "helpers of 0.x are to stand behind this line, which has more in it", Code.FORM)
        return
    gap = newline * (3 if any("def " in one for one in made) else 2)
    several = gap.join(made)
    following = text[plan.text.line_end(end) :]
    blank = len(following) - len(following.lstrip("\r\n"))
    behind = gap[: max(0, len(gap) - blank)] if following.strip() else ""
    if gone:
        opens = plan.text.tree.body[0] is last and not plan.imports and not comment
        ahead = comment + (gap if comment else "" if opens else gap[len(newline) :])
        plan.edits.replace(start, plan.text.line_end(end), f"{ahead}{several}{behind}")
    else:
        at = plan.text.behind_line(end)
        if at > plan.text.line_end(end):
            plan.edits.insert(at, f"{gap[len(newline) :]}{several}{behind}{newline}")
        else:
            plan.edits.insert(at, f"{gap}{several}{behind}")
