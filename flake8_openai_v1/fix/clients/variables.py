"""Variables of the environment that a program sets for the SDK to read."""

from __future__ import annotations

import ast

from ...rules.settings import VARIABLES, variables_set
from ...sdk.settings import OUTSIDE, RENAMED
from ...semantics.uses import Use
from ...semantics.values import Environ
from ..causes import Code
from ..plan import Plan, about
from .environs import removes
from .outside import assigns, is_said_again


@about(Code.CONFIGURATION)
def rewrite_variables(plan: Plan, use: Use) -> None:
    """Variables that the program sets for the SDK to read."""
    for node, name, value in variables_set(use, plan.examined.file):
        if name in OUTSIDE and assigns(plan.examined, plan.text, OUTSIDE[name].setting or "", name):
            continue  # the variable is for others: the program assigns the setting itself
        if is_said_again(plan.settings, name, value) and not (name in RENAMED and _imports_sdk(plan)):
            continue  # the variable is for others
        if name == "OPENAI_API_TYPE":
            plan.problem(node, "the variable decides whether calls go to Azure, where today's SDK reads others")
            continue
        if name not in VARIABLES or not plan.wants("OAI106", node):
            continue
        if name in RENAMED and name in _variables_read(plan):
            plan.problem(node, f"{name} is read by the program, too")
            continue
        if name in RENAMED and removes(plan.text, RENAMED[name]):
            plan.problem(node, f"the program takes {RENAMED[name]}, which today's SDK reads, out of the environment")
            continue
        if name not in RENAMED or plan.settings.azure is not False:
            plan.problem(node, f"{name} is not read any more")
            continue
        if not _imports_sdk(plan):
            plan.problem(node, f"whether {name} is set before openai is imported, and read, does not show here")
            continue
        if _imports_sdk_before(plan, node):
            plan.problem(node, f"{name} is set behind the import of openai, where 0.x did not read it any more")
            continue
        key = _key_of(node)
        if key is None:
            plan.problem(node, f"{name} is {RENAMED[name]} now")
        elif isinstance(key, ast.keyword):
            plan.edits.replace(*plan.text.keyword_name(key), RENAMED[name])
        else:
            text = plan.text.of(key)
            plan.replace(key, text.replace(name, RENAMED[name]))


def _variables_read(plan: Plan) -> set[str]:
    """Variables that the program reads itself."""
    return {value.name for value in plan.model.values.values() if isinstance(value, Environ)} | plan.model.environment


def _key_of(node: ast.AST) -> ast.expr | ast.keyword | None:
    if isinstance(node, ast.Subscript) and isinstance(node.slice, ast.Constant):
        return node.slice
    if isinstance(node, ast.keyword):
        return node
    if isinstance(node, ast.Constant):
        return node
    if isinstance(node, ast.Call):
        return next((argument for argument in node.args if isinstance(argument, ast.Constant)), None)
    return None


def _imports_sdk_before(plan: Plan, node: ast.AST) -> bool:
    if plan.text.function_of(node) is not None:
        return True
    return any(line < plan.line(node) for line in _imports_sdk(plan))


def _imports_sdk(plan: Plan) -> list[int]:
    """The lines in which the file imports the SDK."""
    found = []
    for statement in plan.text.each(ast.Import, ast.ImportFrom):
        if isinstance(statement, ast.Import):
            names = [alias.name for alias in statement.names]
        else:
            names = [statement.module or ""]
        if any(name.partition(".")[0] == "openai" for name in names):
            found.append(statement.lineno)
    return found
