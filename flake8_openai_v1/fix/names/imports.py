"""Imports of 0.x → those of today."""

from __future__ import annotations

import ast
import re

from ...rules.facts import COROUTINE, EXCEPTION, METHOD, RESOURCE, find
from ...sdk.exceptions import STILL_THERE, SUCCESSORS, UNRAISED
from ...sdk.names import CLASSES, METHODS_NOW
from ...semantics.uses import IMPORT, Use
from ...syntax.written import is_none
from ..causes import Code
from ..plan import Plan, about
from ..text.text import semicolon_at_end
from .names import is_tested
from .paths import ERRORS, certain_path, is_own_name
from .scopes import path_of

EMPTIED = frozenset({"openai.util", *(path.rpartition(".")[0] for path in CLASSES)})
"""Modules whose imports go: all that is used of them is written otherwise, or is left, and then they are."""


def separator(plan: Plan, node: ast.expr | ast.alias) -> str:
    """What stands between several names in the place of one of a list: each has a line where that one has."""
    start, end = plan.text.whole(node) if isinstance(node, ast.expr) else plan.text.span(node)
    first = plan.text.line_start(start)
    before, behind = plan.text.text[first:start], plan.text.text[end:].partition("\n")[0]
    is_alone = not before.strip() and re.fullmatch(r"\s*,?\s*(?:#.*)?", behind)
    return f",{plan.text.newline}{before}" if is_alone else ", "


API_KEY = "openai.api_key"
"""What 0.x had read from the environment when it was imported."""
API_ERROR = "openai.APIError"
"""A class that 0.x had under this name, too: for errors of the server alone."""


@about(Code.FORM)
def rewrite_imports(plan: Plan, uses: list[Use]) -> None:
    """Rewrite the imports of names and modules that are gone."""
    statements: dict[int, tuple[ast.Import | ast.ImportFrom, set[int]]] = {}
    for use in uses:
        if use.role != IMPORT or not plan.wants("OAI101", use.node):
            continue
        path = getattr(use.value, "path", "")
        key = path == API_KEY and "api_key" not in plan.settings.stored and plan.settings.calls
        if find(path) is None and not (path == API_ERROR and plan.is_legacy) and not key:
            continue
        statement = plan.text.parents.get(id(use.node))
        if isinstance(statement, (ast.Import, ast.ImportFrom)):
            statements.setdefault(id(statement), (statement, set()))[1].add(id(use.node))
    for statement, gone in statements.values():
        if isinstance(statement, ast.Import):
            _rewrite_import(plan, statement, gone)
        else:
            _rewrite_from(plan, statement, gone)


def _rewrite_import(plan: Plan, statement: ast.Import, gone: set[int]) -> None:
    """``import openai.error``, ``import openai.error as errors``."""
    kept: list[str] = []
    for alias in statement.names:
        if id(alias) not in gone:
            kept.append(shown(alias.name, alias.asname))
        elif alias.name != ERRORS and (alias.asname or alias.name not in EMPTIED):
            plan.problem(
                statement, f"{alias.name} has no counterpart", Code.NO_COUNTERPART, is_loud=len(statement.names) == 1
            )
            return
        elif alias.asname:
            kept.append(shown("openai", alias.asname))
        elif not module_is_imported(plan, statement, gone):
            kept.append("openai")
    write_import(plan, statement, [f"import {', '.join(dict.fromkeys(kept))}"] if kept else [])


def _rewrite_from(plan: Plan, statement: ast.ImportFrom, gone: set[int]) -> None:
    """``from openai import ChatCompletion``, ``from openai.error import RateLimitError as Limited``."""
    module = statement.module or ""
    kept: list[str] = []
    made: list[str] = []
    needs_module = False
    for alias in statement.names:
        path = path_of(plan, statement, alias)
        if alias.name == "*":
            if module == ERRORS:
                used = sorted(
                    {use.node.id for use in plan.examined.uses if isinstance(use.node, ast.Name) and _is_starred(use)}
                )
                kept += [name for one in used for name in SUCCESSORS.get(f"{ERRORS}.{one}", ())]
                continue
            plan.problem(statement, f"what from {module} import * binds is not the same any more")
            return
        found = find(path)
        if id(alias) not in gone:
            kept.append(shown(alias.name, alias.asname))
        elif path == API_KEY:
            plan.imports.add("os")
            made.append(f'{alias.asname or alias.name} = os.environ.get("OPENAI_API_KEY")')
        elif path == API_ERROR or (found is not None and found.kind == EXCEPTION and path in SUCCESSORS):
            names = SUCCESSORS[STILL_THERE.get(path, path)]
            for name in names:
                asname = alias.asname if len(names) == 1 and alias.asname not in (None, name, alias.name) else None
                kept.append(shown(name, asname))
        elif found is not None and (path == ERRORS or found.kind in (RESOURCE, METHOD, COROUTINE)):
            needs_module = True
        elif path in METHODS_NOW or path in UNRAISED or path in EMPTIED:
            continue
        elif path in CLASSES:
            kept.append(shown(CLASSES[path], alias.asname or alias.name))
        else:
            note = found.row.note if found is not None else ""
            text = f"{path} has no counterpart{': ' + note if note else ''}"
            plan.problem(statement, text, Code.NO_COUNTERPART, is_loud=len(statement.names) == 1)
            return
    present = {alias.asname or alias.name for alias in statement.names}
    gone_names = present - {name.rpartition(" as ")[2] for name in kept}
    if needs_module and not _rename_stand_ins(plan, statement, gone_names):
        others = " and ".join(sorted(gone_names))
        why = f"except ImportError gives {others} another value, and today that is a part of the module, not imported"
        plan.problem(statement, why, Code.MOCK, step="import openai in the try, and let the except set openai = None")
        return
    stays = {name.rpartition(" as ")[2] for name in kept}
    lost = sorted((present - stays) & plan.settings.exported)
    if lost:
        plan.problem(
            statement, f"another file imports {lost[0]} from here, and it is called otherwise today", Code.OTHER_FILE
        )
        return
    for name in kept:
        bound = name.rpartition(" as ")[2]
        if bound not in present and is_bound_otherwise(plan, bound, statement):
            plan.problem(statement, f"the name {bound} is taken")
            return
    if "#" in plan.text.of(statement) and not needs_module and len(plan.text.of(statement).splitlines()) > 1:
        _rewrite_names(plan, statement, gone)
        return
    lines = []
    needs_module = needs_module and (plan.carrier is None or plan.carrier.made)
    has_module = module_is_imported(plan, statement, set()) or _has_other_name(plan, statement)
    if needs_module and not has_module and not _becomes_module(plan, statement):
        lines.append("import openai")
    if kept:
        unique = list(dict.fromkeys(kept))
        before = [alias.name for alias in statement.names]
        if before == sorted(before):
            unique.sort()
        other = _other_from(plan, statement)
        if other is not None:
            present = {shown(alias.name, alias.asname) for alias in other.names}
            unique = [name for name in unique if name not in present]
        line = f"from openai import {', '.join(unique)}"
        if "(" in plan.text.of(statement) and "\n" in plan.text.of(statement) and len(unique) > 1:
            inner = f",{plan.text.newline}{{0}}".join(unique)
            indent = plan.text.indentation(plan.text.span(statement)[0])
            step, newline = indent + plan.text.indent, plan.text.newline
            line = f"from openai import ({newline}{step}{inner.replace('{0}', step)},{newline}{indent})"
        if unique:
            lines.append(line)
    lines += made
    write_import(plan, statement, lines)


def _rename_stand_ins(plan: Plan, statement: ast.ImportFrom, gone: set[str]) -> bool:
    """``except ImportError: ChatCompletion = None``: the module has that stand-in. False where it cannot have it."""
    attempt = next((one for one in plan.text.around(statement) if isinstance(one, ast.Try)), None)
    handlers = attempt.handlers if attempt is not None else []
    inner = [node for handler in handlers for part in handler.body for node in ast.walk(part)]
    stand_ins = [node for node in inner if isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)]
    if not {one.id for one in stand_ins} & gone:
        return True
    bound = [plan.text.parents.get(id(one)) for one in stand_ins if one.id in gone or one.id == "openai"]
    loads = [one for name in gone for one in plan.text.loads.get(name, ()) if isinstance(one, ast.Name)]
    if plan.carrier is not None or not all(
        isinstance(one, ast.Assign) and len(one.targets) == 1 and is_none(one.value) for one in bound
    ):
        return False
    if not all(is_tested(plan, one) or isinstance(plan.text.parents.get(id(one)), ast.Attribute) for one in loads):
        return False  # where it is handed on, it may be None
    first, *others = [one for one in bound if isinstance(one, ast.Assign)]
    has_own = any(isinstance(one, ast.Assign) and getattr(one.targets[0], "id", "") == "openai" for one in bound)
    for one in (first, *others):
        if getattr(one.targets[0], "id", "") in gone:
            if one is first and not has_own:
                plan.replace(one.targets[0], "openai")
            else:
                write_import(plan, one, [])
    return True


def _rewrite_names(plan: Plan, statement: ast.ImportFrom, gone: set[int]) -> None:
    """Rewrite an import name by name, so that comments in it stay."""
    start = plan.text.span(statement)[0]
    found = re.compile(r"from\s+([\w.]+)").match(plan.text.text, start)
    assert found is not None
    plan.edits.replace(*found.span(1), "openai")
    for alias in statement.names:
        names = SUCCESSORS.get(path_of(plan, statement, alias), ())
        if id(alias) in gone and names:
            asname = alias.asname if len(names) == 1 and alias.asname not in (names[0], alias.name) else None
            plan.replace(alias, separator(plan, alias).join(shown(name, asname) for name in names))


def _is_starred(use: Use) -> bool:
    """Is it an exception under its own name?"""
    path = certain_path(use.value) or ""
    return path.startswith(f"{ERRORS}.") and not is_own_name(use.value)


def shown(name: str, asname: str | None) -> str:
    """A name as it stands in an import."""
    return f"{name} as {asname}" if asname and asname != name else name


def _other_from(plan: Plan, statement: ast.ImportFrom) -> ast.ImportFrom | None:
    """Another ``from openai import`` of the same block."""
    for other in plan.text.block_of(statement):
        if other is not statement and isinstance(other, ast.ImportFrom) and other.module == "openai":
            return other
    return None


def _becomes_module(plan: Plan, statement: ast.stmt) -> bool:
    """Does ``import openai.error``, which becomes ``import openai``, stand beside a statement?"""
    block = plan.text.block_of(statement)
    return any(
        isinstance(other, ast.Import) and any(alias.name == ERRORS and alias.asname is None for alias in other.names)
        for other in block
    )


def module_is_imported(plan: Plan, statement: ast.stmt, gone: set[int]) -> bool:
    """Is ``openai`` imported under its own name in the block of a statement, or at the top of the file?"""
    for block in (plan.text.block_of(statement), plan.text.tree.body):
        for other in block:
            if other is statement or not isinstance(other, ast.Import):
                continue
            for alias in other.names:
                if alias.name == "openai" and alias.asname is None:
                    return True
    if isinstance(statement, ast.Import):
        return any(alias.name == "openai" and not alias.asname and id(alias) not in gone for alias in statement.names)
    return False


def _has_other_name(plan: Plan, statement: ast.stmt) -> bool:
    """True if ``import openai as ai`` stands in the scope of a statement: `module_name` takes that name there."""
    scope = plan.text.function_of(statement)
    return any(
        alias.name == "openai" and alias.asname is not None
        for other in plan.text.each(ast.Import)
        if plan.text.function_of(other) is scope
        for alias in other.names
    )


def is_bound_otherwise(plan: Plan, name: str, statement: ast.stmt) -> bool:
    """Does the file bind a name to something else?"""
    for node in plan.text.index.bindings.get(name, ()):
        if not isinstance(node, ast.alias):
            if not isinstance(getattr(node, "ctx", None), ast.Del):
                return True
            continue
        home = plan.text.parents[id(node)]
        modules = (getattr(home, "module", None) or "", node.name)
        if home is not statement and "openai" not in {module.partition(".")[0] for module in modules}:
            return True
    return False


BLANK_LINE = re.compile(r"[ \t]*(?:\r\n|\r|\n)")
BLANK_BEFORE = re.compile(r"(?:\r\n|\r|\n)[ \t]*(?:\r\n|\r|\n)\Z")


@about(Code.FORM)
def write_import(plan: Plan, statement: ast.stmt, lines: list[str]) -> None:
    """Put imports in the place of one; a statement that goes takes its line with it where it stands alone."""
    start, end = plan.text.span(statement)
    if "#" in plan.text.text[start:end]:
        plan.problem(statement, "a comment stands within an import that changes")
        return
    line_start, line_end = plan.text.line_start(start), plan.text.line_end(end)
    before, after = plan.text.text[line_start:start], plan.text.text[end:line_end]
    alone = not before.strip() and not after.strip()
    if lines:
        indent = plan.text.newline + before if not before.strip() else "; "
        if not alone and len(lines) > 1 and after.strip().startswith(";"):
            indent = "; "
        plan.edits.replace(start, end, indent.join(lines))
    elif len(plan.text.block_of(statement)) == 1:
        plan.edits.replace(start, end, "pass")
    elif alone:
        newline = re.compile(r"\r\n|\r|\n").match(plan.text.text, line_end)
        behind = newline.end() if newline else line_end
        blank = BLANK_LINE.match(plan.text.text, behind)
        if blank and (not line_start or BLANK_BEFORE.search(plan.text.text, 0, line_start)):
            behind = blank.end()  # the blank line in front of it is enough
        plan.edits.replace(line_start, behind, "")
    elif not before.strip() and after.lstrip().startswith("#"):
        plan.edits.replace(start, line_end - len(after.lstrip()), "")
    else:
        semicolon = re.compile(r"[ \t]*;[ \t]*").match(plan.text.text, end)
        if semicolon:
            plan.edits.replace(start, semicolon.end(), "")
        else:
            ahead = semicolon_at_end(plan.text.text[line_start:start])
            plan.edits.replace(start if ahead is None else line_start + ahead, end, "")
