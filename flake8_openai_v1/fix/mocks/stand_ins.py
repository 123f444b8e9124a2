"""What tests put in the place of a class of 0.x as a whole, and responses of it that are filled bit by bit."""

from __future__ import annotations

import ast
import os

from ...rules.facts import COROUTINE, METHOD, RESOURCE, find
from ...sdk.names import CLASSES
from ...semantics.places import PATCH, PATCH_ATTRIBUTE
from ...syntax.written import FUNCTIONS, root_of, value_given
from ..names.names import rename_helper
from ..names.paths import below_client, certain_path
from ..plan import Plan
from . import asked, fakes

OF_DICTS = frozenset({"update", "setdefault", "get", "pop", "keys", "values", "items", "copy", "clear", "refresh"})


def make_empty(plan: Plan, node: ast.Call, path: str) -> bool:
    """``OpenAIObject()``, whose fields are set one by one: a model without any; False where more is done with it."""
    statement = plan.text.parents.get(id(node))
    if path not in CLASSES or node.args or node.keywords or not isinstance(statement, ast.Assign):
        return False
    if not all(isinstance(target, ast.Name) and _is_filled(plan, target) for target in statement.targets):
        return False
    rename_helper(plan, node.func, path)
    plan.edits.replace(plan.text.whole(node.func)[1], plan.text.span(node)[1], ".construct()")
    return True


def _is_filled(plan: Plan, target: ast.Name) -> bool:
    """True if nothing is done with a name that only a dict can do."""
    function = plan.text.function_of(target)
    for load in plan.text.loads.get(target.id, ()):
        parent = plan.text.parents.get(id(load))
        if plan.text.function_of(load) is not function:
            continue
        if isinstance(parent, (ast.Subscript, ast.keyword, ast.Compare)) and getattr(parent, "slice", None) is not load:
            return False
        if isinstance(parent, ast.Attribute) and parent.attr in OF_DICTS:
            return False
    return True


def method_of(plan: Plan, call: ast.Call, path: str, at: int) -> tuple[str, str]:
    """The method that a patch of a class is about, and its name; the class and nothing where it is not about one.

    ``at``: where in the call stands what is put there. What is done with the mock is done with that of the method.
    """
    found = find(path)
    if found is None or found.kind != RESOURCE or found.path != path:
        return path, ""
    new = value_given(call, "new", at)
    if new is not None:
        name = _of_class(plan, new, path) or _of_mock(plan, new, path)
        if name:
            plan.wrap(new, "", f".{name}")
    else:
        name = _of_names(plan, call, path, at)
    others = {one for one in plan.settings.called if one.startswith(f"{path}.")} - {f"{path}.{name}"}
    return (f"{path}.{name}", name) if name and not others else (path, "")


def _of_names(plan: Plan, call: ast.Call, path: str, at: int) -> str:
    """The one method that a test uses of the mock of a class; the mock becomes that of the method."""
    uses: list[ast.Attribute] = []
    for key, scope in fakes.names_of(plan, call, at):
        for node in ast.walk(scope):
            if not isinstance(node, ast.Name) or node.id != key or not isinstance(node.ctx, ast.Load):
                continue
            parent = plan.text.parents.get(id(node))
            if not isinstance(parent, ast.Attribute):
                return ""
            uses.append(parent)
    called = {one.rpartition(".")[2] for one in plan.settings.called if one.startswith(f"{path}.")}
    names = {use.attr for use in uses} or called
    name = names.pop() if len(names) == 1 else ""
    if not _is_method(f"{path}.{name}"):
        return ""
    for use in uses:
        assert isinstance(use.value, ast.Name)
        plan.edits.replace(plan.text.whole(use.value)[1], plan.text.span(use)[1], "")
    return name


def _of_class(plan: Plan, new: ast.expr, path: str) -> str:
    """The one method of a class of the file which stands for one of the SDK, or for an object of such a class."""
    name = new.func if isinstance(new, ast.Call) and not new.args and not new.keywords else new
    classes = [
        node
        for node in plan.text.nodes
        if isinstance(node, ast.ClassDef) and isinstance(name, ast.Name) and node.name == name.id
    ]
    if len(classes) != 1:
        return ""
    methods = [one for one in classes[0].body if isinstance(one, FUNCTIONS) and _is_method(f"{path}.{one.name}")]
    if len(methods) != 1:
        return ""
    fakes.make_objects_of(plan, methods[0], f"{path}.{methods[0].name}")
    return methods[0].name


def _of_mock(plan: Plan, new: ast.expr, path: str) -> str:
    """The one method that a test tells a mock what to do as, which it puts in the place of a class."""
    uses = _told(plan, new)
    names = {use.attr for use in uses}
    if not isinstance(new, (ast.Name, ast.Attribute)) or len(names) != 1 or not fakes.is_mock(plan, root_of(new)):
        return ""
    name = names.pop()
    if not _is_method(f"{path}.{name}"):
        return ""
    plan.mocked.update(map(id, uses))
    return name


def _told(plan: Plan, new: ast.expr) -> list[ast.Attribute]:
    """Where a test names a method of what it puts in the place of a class."""
    key = ast.unparse(new)
    return [
        node
        for node in plan.text.nodes
        if isinstance(node, ast.Attribute) and node is not new and ast.unparse(node.value) == key
    ]


def methods_of(plan: Plan, call: ast.Call, path: str) -> list[str]:
    """The several methods of a class that a mock stands for which ``monkeypatch.setattr`` puts in its place.

    Those that the program calls, and those that the test tells what to do; empty where these are not all seen.
    """
    new = call.args[2] if len(call.args) == 3 and not call.keywords else None
    function = certain_path(plan.value(call.func)) or ""
    is_alone = isinstance(plan.text.parents.get(id(call)), ast.Expr) and function.startswith("pytest.MonkeyPatch")
    if not is_alone or not isinstance(new, (ast.Name, ast.Attribute)) or not fakes.is_mock(plan, root_of(new)):
        return []
    uses = _told(plan, new)
    called = {one.removeprefix(f"{path}.") for one in plan.settings.called if one.startswith(f"{path}.")}
    names = sorted(called.union(use.attr for use in uses))
    if len(names) < 2 or not all(_is_method(f"{path}.{name}") for name in names):
        return []
    plan.mocked.update(map(id, uses))
    scope = plan.text.function_of(new) or plan.text.tree
    for name in names:
        fakes.make_configured(plan, f"{plan.text.of(new)}.{name}", scope, f"{path}.{name}")
    return names


def _is_method(path: str) -> bool:
    found = find(path)
    return found is not None and found.path == path and found.kind in (METHOD, COROUTINE)


def rewrite_modules(plan: Plan) -> None:
    """``patch("bot.openai") as mock``: what is done with the mock of the module, ``mock.ChatCompletion.create``."""
    own = os.path.splitext(os.path.basename(plan.path))[0]
    for call in plan.text.each(ast.Call) if plan.settings.calls else ():
        if not plan.wants("OAI104", call):
            continue
        target = _patched_module(plan, call)
        if target is None or target.split(".")[-1] in ("__main__", own):
            continue  # nothing, or the mock is what this file names, too
        at = 2 if certain_path(plan.value(call.func)) in PATCH_ATTRIBUTE and len(call.args) > 1 else 1
        new = call.args[at] if len(call.args) > at else None
        names = [(new.id, plan.text.function_of(call) or plan.text.tree)] if isinstance(new, ast.Name) else []
        if new is not None and not fakes.is_mock(plan, new):
            continue
        for key, scope in names if new is not None else fakes.names_of(plan, call, at):
            for node in ast.walk(scope):
                if isinstance(node, ast.Name) and node.id == key and isinstance(node.ctx, ast.Load):
                    _rewrite_of_module(plan, node, scope)


def _patched_module(plan: Plan, call: ast.Call) -> str | None:
    """The module of the program in which a patch replaces that of the SDK: ``"bot.openai"``, ``bot, "openai"``."""
    function = certain_path(plan.value(call.func))
    texts = [one.value if isinstance(one, ast.Constant) else None for one in call.args[:2]]
    if function in PATCH_ATTRIBUTE and texts[1:] == ["openai"]:
        return ast.unparse(call.args[0])
    if function in PATCH and texts and isinstance(texts[0], str) and texts[0].endswith(".openai"):
        return texts[0].removesuffix(".openai")
    return None


def _rewrite_of_module(plan: Plan, node: ast.Name, scope: ast.AST) -> None:
    """Rewrite the longest chain of attributes of a mock that is something of 0.x in the module."""
    found: tuple[ast.Attribute, str] | None = None
    path, inner = "openai", plan.text.parents.get(id(node))
    while isinstance(inner, ast.Attribute):
        path = f"{path}.{inner.attr}"
        row = find(path)
        if row is not None and row.path == path and row.kind in (METHOD, COROUTINE, RESOURCE):
            found = inner, path
        inner = plan.text.parents.get(id(inner))
    if found is None:
        return
    one, path = found
    row, new = find(path), below_client(path, plan)
    others = plan.settings.each_call or plan.settings.keyed
    if new is None or others or (row is not None and row.kind == COROUTINE):
        return  # it is no method of the module today
    plan.mocked.update(id(part) for part in (one, one.value))
    if row is not None and row.kind == METHOD:
        fakes.make_configured(plan, ast.unparse(one), scope, path)
        asked.rename(plan, one, scope)
    plan.edits.replace(plan.text.whole(node)[1], plan.text.span(one)[1], f".{new}")
