"""What looks like something of the SDK, and may be what a test puts in its place."""

from __future__ import annotations

import ast

from ...semantics.uses import STORE
from ..causes import Code
from ..names.paths import certain_path
from ..plan import Plan, about

LOOKALIKES = frozenset(
    {"ChatCompletion", "Completion", "Embedding", "Moderation", "FineTune", "FineTuningJob", "Audio", "Image"}
)
METHODS_OF_ALL = frozenset({"create", "acreate", "transcribe", "atranscribe", "create_edit", "create_variation"})


def _stands_in(plan: Plan, node: ast.AST) -> bool:
    """``class Fake: ChatCompletion = …``, ``SimpleNamespace(ChatCompletion=…)``: something with a name of the SDK."""
    if isinstance(node, ast.keyword):
        return node.arg in LOOKALIKES
    if isinstance(node, ast.Assign) and isinstance(plan.text.parents.get(id(node)), ast.ClassDef):
        return any(isinstance(target, ast.Name) and target.id in LOOKALIKES for target in node.targets)
    return False


@about(Code.FORM)
def look_for_lookalikes(plan: Plan) -> None:
    """``mock_openai.ChatCompletion.create``: what may stand for the module is used as that of 0.x."""
    stored = {id(use.node) for use in plan.model.of(STORE)}
    patching = _patching(plan)
    for node in plan.text.each(ast.Attribute, ast.keyword, ast.Assign):
        if plan.settings.calls and _stands_in(plan, node):
            plan.problem(node, "this may be what a test puts in the place of the SDK", Code.MOCK)
        if not isinstance(node, ast.Attribute) or node.attr not in METHODS_OF_ALL or plan.is_set_aside(node):
            continue
        if id(node) in stored or id(node) in plan.mocked:
            continue  # what is assigned, or stands for a method, is seen to elsewhere
        owner = node.value
        if not isinstance(owner, ast.Attribute) or owner.attr not in LOOKALIKES:
            continue
        if certain_path(plan.value(node)) is None and ast.unparse(node) not in patching:
            plan.problem(
                node, f"{owner.attr}.{node.attr} may be that of the SDK, or of what a test puts in its place", Code.MOCK
            )


def _patching(plan: Plan) -> set[str]:
    """What patches put in the place of methods of today's SDK, as it is written."""
    return {
        ast.unparse(one)
        for node in plan.text.each(ast.Call)
        if node.args and isinstance(node.args[0], ast.Constant)
        if str(node.args[0].value).startswith("openai.resources.")
        for one in (*node.args[1:], *(keyword.value for keyword in node.keywords))
    }
