"""Streams on Azure: the first chunk has no choices, and is passed over where they are read."""

from __future__ import annotations

import ast

from ...semantics.uses import CHOICE, Use
from ...semantics.values import Many, Response
from ..plan import Plan


def guard_choices(plan: Plan) -> None:
    """Look whether a chunk has choices before the first of them is read."""
    guarded: set[int] = set()
    for use in plan.examined.uses:
        if use.role != CHOICE or not isinstance(use.node, ast.Subscript) or not _is_on_azure(plan, use):
            continue
        chunk = _chunk(use.node.value)
        if chunk is None or plan.is_set_aside(use.node) or not plan.wants("OAI117", use.node):
            continue
        for around, inner in plan.text.steps(use.node):
            if isinstance(around, (ast.For, ast.AsyncFor)) and _binds(around.target, chunk.id):
                if id(around) not in guarded and inner in around.body:
                    guarded.add(id(around))
                    _skip(plan, around, inner, chunk)
                break
            if isinstance(around, (ast.ListComp, ast.SetComp, ast.GeneratorExp, ast.DictComp)):
                own = [one for one in around.generators if _binds(one.target, chunk.id)]
                if own and id(around) not in guarded:
                    guarded.add(id(around))
                    _filter(plan, own[0], chunk)
                if own:
                    break
            if isinstance(around, (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)):
                break


def _is_on_azure(plan: Plan, use: Use) -> bool:
    item = use.value.item if isinstance(use.value, Many) else None
    return isinstance(item, Response) and bool(item.azure or plan.examined.file.azure_module)


def _chunk(choices: ast.expr) -> ast.Name | None:
    """The variable of a chunk of which the choices are read."""
    if isinstance(choices, ast.Call) and isinstance(choices.func, ast.Attribute):
        choices = choices.func  # chunk.get("choices")
    owner = choices.value if isinstance(choices, (ast.Attribute, ast.Subscript)) else None
    return owner if isinstance(owner, ast.Name) else None


def _binds(target: ast.expr, name: str) -> bool:
    return isinstance(target, ast.Name) and target.id == name


def _test(plan: Plan, chunk: ast.Name) -> str:
    return f'{chunk.id}["choices"]' if plan.as_dicts or chunk in plan.dicts else f"{chunk.id}.choices"


def _skip(plan: Plan, loop: ast.For | ast.AsyncFor, statement: ast.AST, chunk: ast.Name) -> None:
    """Go on with the next chunk before a statement of a loop."""
    assert isinstance(statement, ast.stmt)
    if statement.lineno == loop.lineno or not plan.placed(statement):
        return
    start, _ = plan.text.span(statement)
    line = plan.text.text.rfind("\n", 0, start) + 1
    indent = plan.text.text[line:start]
    step = " " * (statement.col_offset - loop.col_offset) if not indent.strip(" ") else "\t"
    if not indent.strip():
        plan.edits.replace(start, start, f"if not {_test(plan, chunk)}:\n{indent}{step}continue\n{indent}")


def _filter(plan: Plan, generator: ast.comprehension, chunk: ast.Name) -> None:
    """Leave chunks without choices out of a comprehension, before other conditions are looked at."""
    end = plan.text.whole(generator.iter)[1]
    plan.edits.replace(end, end, f" if {_test(plan, chunk)}")
