"""Targets of ``mock.patch`` and ``monkeypatch``: what is patched today, and what it is made to return."""

from __future__ import annotations

import ast

from ...rules.facts import COROUTINE, METHOD, RESOURCE, find
from ...sdk.clients import RESOURCE_CLASSES
from ...semantics.places import PATCH, PATCH_ATTRIBUTE
from ...semantics.uses import Use
from ...syntax.written import root_of, value_given
from ..causes import Code
from ..names.paths import below_client, certain_path
from ..plan import Plan, about
from .fakes import is_mock, rewrite_returned
from .stand_ins import method_of, methods_of


@about(Code.MOCK)
def rewrite_target(plan: Plan, use: Use) -> None:
    """Rewrite the target of a patch that is named in a string."""
    node = use.node
    if not plan.wants("OAI104", node):
        return
    call = plan.text.parents.get(id(node))
    path = certain_path(use.value) or ""
    if not isinstance(call, ast.Call) or not isinstance(node, ast.Constant):
        plan.problem(node, "a test patches something of 0.x that is gone")
        return
    if node in call.args and call.args.index(node) == 1:
        _rewrite_attribute(plan, call, path)
        return
    path, part = method_of(plan, call, path, 1)
    target = target_of(plan, node, path)
    if target is not None and _result(plan, call, path, 1, part):
        quote = plan.text.of(node).lstrip("rRuUbB")[0]
        plan.replace(node, f"{quote}{target}{quote}")


@about(Code.MOCK)
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
        plan.problem(node, "a test patches something of 0.x that is gone")
        return True
    _rewrite_attribute(plan, call, f"{certain_path(use.value)}.{call.args[1].value}")
    return True


def _rewrite_attribute(plan: Plan, call: ast.Call, path: str) -> None:
    """A class and the name of its method → one target in a string; a class → that of each method that is called."""
    found = find(path)
    several = methods_of(plan, call, path) if found is not None and found.kind == RESOURCE else []
    if several:
        targets = [target_of(plan, call, f"{path}.{name}") for name in several]
        setter, new = plan.text.of(call.func), plan.text.of(call.args[2])
        lines = [f'{setter}("{one}", {new}.{name})' for one, name in zip(targets, several, strict=True)]
        if None not in targets:
            plan.replace(call, f"{plan.text.newline}{' ' * call.col_offset}".join(lines))
        return
    path, part = method_of(plan, call, path, 2)
    target = target_of(plan, call, path)
    function = certain_path(plan.value(call.func)) or ""
    if target is None or not _result(plan, call, path, 2, part):
        return
    first, second = call.args[:2]
    start, end = plan.text.whole(first)[0], plan.text.whole(second)[1]
    if function.endswith(".object") and isinstance(call.func, ast.Attribute):
        plan.edits.replace(start, end, f'"{target}"')
        plan.edits.replace(plan.text.whole(call.func.value)[1], plan.text.span(call.func)[1], "")
    elif function.startswith("pytest.MonkeyPatch"):
        plan.edits.replace(start, end, f'"{target}"')
    else:
        plan.problem(call, "a test patches something of 0.x that is gone")


@about(Code.MOCK)
def target_of(plan: Plan, node: ast.AST, path: str) -> str | None:
    """What is to be patched in the place of a method of 0.x."""
    found = find(path)
    if found is None or found.kind not in (METHOD, COROUTINE) or found.path != path:
        if found is None or found.kind != RESOURCE:
            _problem_of_gone(plan, node, path)
        else:
            plan.problem(
                node, "a test replaces a class of 0.x as a whole, and today its methods are those of a client"
            )
        return None
    new = below_client(path, plan)
    resource, _, method = (new or "").rpartition(".")
    if resource not in RESOURCE_CLASSES:
        _problem_of_gone(plan, node, path)
        return None
    if plan.settings.each_call:
        plan.doubt(node, "a client is made for each call, which wants a key and an address under a patch, too")
    module, _, cls = RESOURCE_CLASSES[resource].rpartition(".")
    return f"{module}.{'Async' if found.kind == COROUTINE else ''}{cls}.{method}"


def _problem_of_gone(plan: Plan, node: ast.AST, path: str) -> None:
    """Say that what is patched is gone: that fails by itself, and keeps no call from the service that is made."""
    resource = ".".join(path.split(".")[:2])
    is_called = any(f"{one}.".startswith(f"{resource}.") for one in plan.settings.called)
    plan.problem(node, "a test patches something of 0.x that is gone", is_loud=not is_called)


def _result(plan: Plan, call: ast.Call, path: str, at: int, part: str) -> bool:
    """See to it that what is put there gives objects, and is given no ``self``. False, and a problem, if it may not.

    ``part`` is the method, where what is put there is a class.
    """
    found = find(path)
    names = {keyword.arg for keyword in call.keywords}
    if names & {"autospec", "spec", "spec_set", "wraps"} or None in names:
        plan.problem(call, "what a patch puts there is made after the old method")
        return False
    new = value_given(call, "new", at)
    name = certain_path(plan.value(call.func)) or ""
    if new is None and found is not None and found.kind == COROUTINE and "new_callable" not in names:
        plan.problem(
            call, "a patch of an async method made an AsyncMock, and would not today: name new_callable=AsyncMock"
        )
        return False
    if new is not None and name in PATCH | PATCH_ATTRIBUTE and not is_mock(plan, root_of(new)):
        if isinstance(new, (ast.Name, ast.Attribute, ast.Lambda)) or part:
            plan.wrap(new, "staticmethod(", ")")
        else:
            plan.problem(new, "what the test puts in the place of the method does not show")
            return False
    rewrite_returned(plan, call, path, at, part)
    return True
