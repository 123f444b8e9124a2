"""Targets of ``mock.patch`` and ``monkeypatch``: what is patched today, and what it is made to return."""

from __future__ import annotations

import ast
import re

from ..rules.facts import COROUTINE, METHOD, RESOURCE, find
from ..sdk.clients import RESOURCE_CLASSES
from ..sdk.names import TYPES
from ..semantics.places import PATCH, PATCH_ATTRIBUTE
from ..semantics.uses import Use
from .names import below_client, certain_path, module_name
from .plan import Plan

MOCKS = frozenset({"Mock", "MagicMock", "AsyncMock", "NonCallableMock", "PropertyMock", "create_autospec"})
"""What a patch may put there that is given no ``self``."""


def rewrite_target(plan: Plan, use: Use) -> None:
    """Rewrite the target of a patch that is named in a string."""
    node = use.node
    if not plan.wants("OAI104", node):
        return
    call = plan.text.parents.get(id(node))
    path = certain_path(use.value) or ""
    if not isinstance(call, ast.Call) or not isinstance(node, ast.Constant):
        plan.problem(node, "what is patched is gone")
        return
    if node in call.args and call.args.index(node) == 1:
        _rewrite_attribute(plan, call, path)
        return
    target = _target(plan, node, path)
    if target is not None and _result(plan, call, path, 1):
        quote = plan.text.of(node).lstrip("rRuUbB")[0]
        plan.replace(node, f"{quote}{target}{quote}")


def rewrite_object(plan: Plan, use: Use) -> bool:
    """``patch.object(openai.ChatCompletion, "create")``; False where it is something else."""
    node = use.node
    call = plan.text.parents.get(id(node))
    if not isinstance(call, ast.Call) or not call.args or call.args[0] is not node:
        return False
    function = certain_path(plan.value(call.func))
    if function not in PATCH_ATTRIBUTE:
        return False
    if len(call.args) < 2 or not isinstance(call.args[1], ast.Constant) or not isinstance(call.args[1].value, str):
        plan.problem(node, "what is patched is gone")
        return True
    _rewrite_attribute(plan, call, f"{certain_path(use.value)}.{call.args[1].value}")
    return True


def _rewrite_attribute(plan: Plan, call: ast.Call, path: str) -> None:
    """A class and the name of its method → one target in a string."""
    target = _target(plan, call, path)
    function = certain_path(plan.value(call.func)) or ""
    if target is None:
        return
    if not _result(plan, call, path, 2):
        return
    first, second = call.args[:2]
    start, end = plan.text.whole(first)[0], plan.text.whole(second)[1]
    if function.endswith(".object") and isinstance(call.func, ast.Attribute):
        plan.edits.replace(start, end, f'"{target}"')
        plan.edits.replace(plan.text.whole(call.func.value)[1], plan.text.span(call.func)[1], "")
    elif function.startswith("pytest.MonkeyPatch"):
        plan.edits.replace(start, end, f'"{target}"')
    else:
        plan.problem(call, "what is patched is gone")


def _target(plan: Plan, node: ast.AST, path: str) -> str | None:
    """What is to be patched in the place of a method of 0.x."""
    found = find(path)
    if found is None or found.kind not in (METHOD, COROUTINE) or found.path != path:
        plan.problem(
            node,
            "what is patched is gone"
            if found is None or found.kind != RESOURCE
            else "a class is patched that is none any more",
        )
        return None
    new = below_client(path, plan)
    resource, _, method = (new or "").rpartition(".")
    if resource not in RESOURCE_CLASSES:
        plan.problem(node, "what is patched is gone")
        return None
    module, _, cls = RESOURCE_CLASSES[resource].rpartition(".")
    return f"{module}.{'Async' if found.kind == COROUTINE else ''}{cls}.{method}"


def _result(plan: Plan, call: ast.Call, path: str, at: int) -> bool:
    """See to it that what is put there gives objects, and is given no ``self``. False, and a problem, if it may not."""
    found = find(path)
    names = {keyword.arg: keyword for keyword in call.keywords}
    if set(names) & {"autospec", "spec", "spec_set", "wraps"} or None in names:
        plan.problem(call, "what a patch puts there is made after the old method")
        return False
    new = call.args[at] if len(call.args) > at else names["new"].value if "new" in names else None
    name = certain_path(plan.value(call.func)) or ""
    if new is None and found is not None and found.kind == COROUTINE and "new_callable" not in names:
        plan.problem(
            call, "a patch of an async method made an AsyncMock, and would not today: name new_callable=AsyncMock"
        )
        return False
    if new is not None and name in PATCH | PATCH_ATTRIBUTE and not _is_mock(plan, new):
        if isinstance(new, (ast.Name, ast.Attribute, ast.Lambda)):
            plan.wrap(new, "staticmethod(", ")")
        else:
            plan.problem(new, "it is not clear what takes the place of the method")
            return False
    return _returned(plan, call, path)


def _is_mock(plan: Plan, node: ast.expr) -> bool:
    if isinstance(node, ast.Call):
        name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
        return name in MOCKS
    if isinstance(node, ast.Name):
        for other in plan.text.nodes:
            if isinstance(other, ast.Assign) and any(
                isinstance(t, ast.Name) and t.id == node.id for t in other.targets
            ):
                return isinstance(other.value, ast.Call) and _is_mock(plan, other.value)
    return False


LIKE_RESPONSE = re.compile(r"^(?:choices|data|usage|results|text)$")


def _returned(plan: Plan, call: ast.Call, path: str) -> bool:
    """Dicts that a test makes of a response become objects."""
    resource = path.rpartition(".")[0]
    for node in plan.text.nodes:
        if (
            isinstance(node, ast.Attribute)
            and node.attr in ("__getitem__", "get")
            and "return_value" in ast.unparse(node.value)
        ):
            plan.problem(node, "a test makes an object that is read as a dict")
            return False
        if not isinstance(node, ast.Dict) or not any(
            isinstance(key, ast.Constant) and LIKE_RESPONSE.match(str(key.value)) for key in node.keys
        ):
            continue
        if id(node) in plan.made:
            continue
        parent = plan.text.parents.get(id(node))
        given = (isinstance(parent, ast.keyword) and parent.arg == "return_value") or (
            isinstance(parent, ast.Assign)
            and all(isinstance(target, ast.Attribute) and target.attr == "return_value" for target in parent.targets)
        )
        if not given or resource not in TYPES or not _is_for(plan, node, call):
            plan.problem(node, "this may be a response that a test makes as a dict")
            return False
        plan.made.add(id(node))
        module = module_name(plan, node)
        plan.wrap(node, f"{module}.{TYPES[resource]}.construct(**", ")")
    return True


def _is_for(plan: Plan, node: ast.Dict, call: ast.Call) -> bool:
    """Is a dict what this patch, and no other, returns?"""
    if any(keyword.value is node for keyword in call.keywords):
        return True
    inside = plan.text.function_of(node)
    around = {id(inside)} if inside is not None else set()
    decorated = inside is not None and call in getattr(inside, "decorator_list", [])
    patches = [
        other
        for other in ast.walk(inside or plan.text.tree)
        if isinstance(other, ast.Call) and certain_path(plan.value(other.func)) in PATCH | PATCH_ATTRIBUTE
    ]
    return (decorated or id(plan.text.function_of(call)) in around) and len(patches) == 1
