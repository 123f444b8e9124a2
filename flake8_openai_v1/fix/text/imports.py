"""Imports that edits need, put where the file has its like, and in its order."""

from __future__ import annotations

import ast
import sys
from collections.abc import Sequence

from ...project.discovery import is_notebook
from ..plan import Plan
from .text import Text

Import = ast.Import | ast.ImportFrom


def add_imports(plan: Plan) -> None:
    """Add the imports that edits need, among the imports of the file."""
    wanted = sorted((name for name in plan.imports if not _has_import(plan, name)), key=str.lower)
    if not wanted:
        return
    head = [] if is_notebook(plan.path) else _head(plan.text)
    if not head or not all(_is_alone(plan.text, one) for one in head):
        _add_in_front(plan, wanted)
        return
    newline = plan.text.newline
    groups = _groups(plan.text, head)
    between = newline if len(groups) > 1 else ""
    standard = [name for name in wanted if _is_standard(name)]
    first_place: dict[int, str] = {}
    for names, others in ((standard, True), ([name for name in wanted if name not in standard], False)):
        group = next((one for one in groups if any(_is_like(each, others) for each in one)), None)
        for name in names:
            if group is not None:
                at, text = _among(plan.text, [one for one in group if _is_like(one, others)], name), f"import {name}"
                first_place[at] = first_place.get(at, "") + text + newline
        if group is None and names:
            block = "".join(f"import {name}{newline}" for name in names)
            if others:
                at = plan.text.line_start(plan.text.span(head[0])[0])
                first_place[at] = block + between + first_place.get(at, "")
            else:
                at = plan.text.behind_line(plan.text.span(_last_standard(head))[1])
                first_place[at] = first_place.get(at, "") + between + block
    for at, text in first_place.items():
        plan.edits.insert(at, text)


def _has_import(plan: Plan, name: str) -> bool:
    if name == "openai" and plan.carrier is not None and plan.carrier.alone:
        return False
    return any(
        isinstance(statement, ast.Import) and any(a.name == name and a.asname in (None, name) for a in statement.names)
        for statement in plan.text.tree.body
    )


def _head(text: Text) -> list[Import]:
    """The imports with which a file begins, without those of what is to come in the language."""
    found: list[Import] = []
    for number, statement in enumerate(text.tree.body):
        is_docstring = number == 0 and isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
        if is_docstring or (isinstance(statement, ast.ImportFrom) and statement.module == "__future__"):
            continue
        if not isinstance(statement, (ast.Import, ast.ImportFrom)):
            break
        found.append(statement)
    return found


def _is_alone(text: Text, statement: Import) -> bool:
    """True if no other statement stands on the lines of one."""
    end = text.span(statement)[1]
    return text.stands_alone(statement) and text.behind_line(end) > text.line_end(end)


def _groups(text: Text, head: Sequence[Import]) -> list[list[Import]]:
    """Imports that no empty line, nor anything else, stands between."""
    groups: list[list[Import]] = []
    for statement in head:
        if groups and (groups[-1][-1].end_lineno or 0) + 1 == statement.lineno:
            groups[-1].append(statement)
        else:
            groups.append([statement])
    return groups


def _module(statement: Import) -> str:
    return statement.names[0].name if isinstance(statement, ast.Import) else statement.module or ""


def _is_standard(module: str) -> bool:
    return module.partition(".")[0] in sys.stdlib_module_names


def _is_like(statement: Import, is_standard: bool) -> bool:
    """True if a statement imports from the standard library, or else from installed packages."""
    if isinstance(statement, ast.ImportFrom) and statement.level:
        return False
    return _is_standard(_module(statement)) is is_standard


def _among(text: Text, like: Sequence[Import], name: str) -> int:
    """Where an import is put among those of its kind: by its name, where these are in order, plain ones in front."""
    plain = [one for one in like if isinstance(one, ast.Import)]
    names = [_module(one).lower() for one in like]
    mixed = len(plain) not in (0, len(like)) and like[: len(plain)] != plain
    rows = list(like) if mixed and names == sorted(names) else plain
    after = next((one for one in rows if _module(one).lower() >= name.lower()), None)
    if after is None and rows:
        return text.behind_line(text.span(rows[-1])[1])
    return text.line_start(text.span(after or like[0])[0])


def _last_standard(head: Sequence[Import]) -> Import:
    """The import behind which those of packages begin."""
    return [one for one in head if _is_like(one, True)][-1] if any(_is_like(one, True) for one in head) else head[-1]


def _add_in_front(plan: Plan, wanted: Sequence[str]) -> None:
    """Add imports in a file that does not begin with imports, each on its lines."""
    body = plan.text.tree.body
    at = 0
    for statement in body:
        is_docstring = isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)
        is_future = isinstance(statement, ast.ImportFrom) and statement.module == "__future__"
        if (statement is body[0] and is_docstring) or is_future:
            at = plan.text.span(statement)[1]
            continue
        break
    imports = [one for one in body if isinstance(one, (ast.Import, ast.ImportFrom))]
    anchors = [one for one in imports if getattr(one, "module", None) != "__future__"]
    text = plan.text.newline.join(f"import {name}" for name in wanted)
    start = plan.text.span(anchors[0])[0] if anchors else 0
    if anchors and plan.text.text[plan.text.line_start(start) : start].strip():
        plan.edits.insert(start, text.replace(plan.text.newline, "; ") + "; ")
    elif anchors:
        plan.edits.insert(plan.text.line_start(start), text + plan.text.newline)
    elif at:
        plan.edits.insert(plan.text.line_end(at), plan.text.newline * 2 + text)
    elif body:
        first = body[0]
        line = min([first.lineno, *(one.lineno for one in getattr(first, "decorator_list", []))])
        plan.edits.insert(plan.text.offset(line, 0), text + plan.text.newline * 2)
