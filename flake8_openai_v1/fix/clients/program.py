"""What the files of a program make of the settings of the module, taken together."""

from __future__ import annotations

import ast
from collections.abc import Sequence
from dataclasses import replace

from ...lint.linter import Examined
from ...rules.facts import COROUTINE, METHOD, RESOURCE, current_path, removed
from ...rules.hosts import PLAIN
from ...sdk.arguments import DEPLOYMENTS, PER_CALL
from ...sdk.settings import READ_ONCE
from ...semantics.factories import ADDRESSES, factories
from ...semantics.uses import CALL, LOAD, STORE, Use
from ...semantics.values import Const
from ..names.paths import ERRORS, NOT_OURS, certain_path, is_had_elsewhere
from ..plan import Settings
from ..responses.written import captures
from ..text.text import Text
from .again import takes_turns, varies
from .assigned import assigned_in, is_slashed, kind_named, kind_of, overwritten, stored
from .mocked import is_mocked, replaces_module

DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)


def is_script(tree: ast.Module) -> bool:
    """Does a module do something of its own when it is run, beside defining and setting?"""
    for statement in tree.body:
        if isinstance(statement, ast.If) and "__name__" in ast.dump(statement.test):
            return True
        if isinstance(statement, (ast.For, ast.While, ast.With)):
            return True
        if isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Call):
            return True
    return False


def gathered(files: Sequence[tuple[Examined, Text]]) -> Settings:
    """What the files of a run make of the settings of the module, taken together."""
    settings = Settings(files=len(files))
    if not any(examined.uses for examined, _ in files):
        return settings
    kinds: set[bool | None] = set()
    stores: list[tuple[Use, Text]] = []
    undeployed = False
    settings.overwritten = {id(use.node) for examined, text in files for use in overwritten(examined, text)}
    for examined, text in files:
        settings.callers += any(
            use.role == CALL and (one := removed(use.value)) is not None and one.kind in (METHOD, COROUTINE)
            for use in examined.uses
        )
        settings.script |= is_script(text.tree)
        settings.mocked |= is_mocked(examined, text)
        settings.captured |= captures(text.index)
        settings.replaced_module |= replaces_module(text)
        settings.exported |= {
            alias.name
            for node in text.each(ast.ImportFrom)
            if node.level or (node.module or "").partition(".")[0] not in NOT_OURS
            for alias in node.names
        }
        settings.exported |= {
            node.attr
            for node in text.each(ast.Attribute)
            if is_had_elsewhere(examined, node) and not _is_of_exceptions(examined, text, node)
        }
        settings.defined |= {node.name for node in text.each(*DEFINITIONS)}
        for use in examined.uses:
            path = certain_path(use.value)
            found = removed(use.value)
            if id(use.node) in settings.overwritten:
                continue
            if use.role == STORE and found is not None and found.kind in (METHOD, COROUTINE):
                settings.replaced.add(found.path)
            if use.role in (CALL, LOAD) and found is not None and found.kind in (METHOD, COROUTINE):
                settings.called.add(found.path)
                settings.keyed |= use.role == CALL and _has_options(use.node)
            if use.role == CALL and found is not None and found.kind in (METHOD, COROUTINE):
                undeployed |= _names_no_deployment(use.node, found.path)
            if use.role == CALL and found is not None:
                settings.calls |= found.kind in (METHOD, COROUTINE)
                settings.asynchronous |= found.kind == COROUTINE
            if use.role == LOAD and found is not None:
                settings.handed |= found.kind in (METHOD, RESOURCE)
            if path is None or not path.startswith("openai."):
                continue
            settings.current |= use.role == CALL and found is None and current_path(use.value) is not None
            if path.count(".") != 1:
                continue
            name = path.partition(".")[2]
            if use.role == STORE:
                settings.stored.add(name)
                settings.changes |= text.function_of(use.node) is not None
                if name == "api_base":
                    target = use.node if isinstance(use.node, ast.Attribute) else None
                    settings.slashed |= is_slashed(use.extra, assigned_in(text, target) if target is not None else None)
                if name == "api_type":
                    kinds.add(kind_of(use, text))
                    settings.kinds.add(kind_named(use, text))
                    stores.append((use, text))
            elif use.role == LOAD:
                settings.read.add(name)
    if kinds == {True} and _is_always_set(stores):
        settings.azure = True
    elif kinds - {False}:
        settings.azure = None
    settings.setters = setters(files) if settings.stored else frozenset()
    if settings.azure is not False:
        settings.switched = _switched(files, settings.overwritten)
    undeployed |= all(any(_is_named(text, alone=alone) for _, text in files) for alone in (True, False))
    undeployed |= bool(_called_with(files, alone=True) & _called_with(files, alone=False))
    _look_for_factories(settings, files)
    if undeployed and settings.azure is not False:
        settings.azure, settings.undeployed = None, True
        settings.switched = settings.switched or "a call without a deployment goes to OpenAI, others go to Azure"
    return settings


def _look_for_factories(settings: Settings, files: Sequence[tuple[Examined, Text]]) -> None:
    """Find where the program makes the clients that take the place of the module's own, which is not the same."""
    stores = [
        is_slashed(use.extra, assigned_in(text, use.node) if isinstance(use.node, ast.Attribute) else None)
        for examined, text in files
        for use in examined.file.model.of(STORE)
        if certain_path(use.value) == "openai.base_url"
    ]
    has_address = not settings.stored.isdisjoint({"api_base", *ADDRESSES})
    for examined, text in files:
        for factory in factories(examined.file.model, text.tree.body):
            if has_address and not factory.address:
                continue  # its clients go elsewhere than the calls of 0.x did
            follows = not settings.switched if factory.azure else all(stores)
            if not (factory.is_plain and follows and factory.azure is settings.azure) and not settings.made:
                settings.made = f"{examined.file.path}, line {factory.node.lineno}"
                settings.made_of = factory.address


def setters(files: Sequence[tuple[Examined, Text]]) -> frozenset[str]:
    """Names of functions, and of classes whose ``__init__`` does it, that assign settings, or call one that does."""
    calls: dict[str, set[str]] = {}
    found: set[str] = set()
    for examined, text in files:
        for use in examined.uses:
            if use.role == STORE and (certain_path(use.value) or "").count(".") == 1:
                found |= _called_so(use.node, text)
        for node in text.nodes:
            if isinstance(node, ast.Call) and isinstance(node.func, (ast.Name, ast.Attribute)):
                name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr
                calls.setdefault(name, set()).update(_called_so(node, text))
    waiting = list(found)
    while waiting:
        more = calls.get(waiting.pop(), set()) - found
        found |= more
        waiting += more
    return frozenset(found)


def _called_so(node: ast.AST, text: Text) -> set[str]:
    """The names by which the functions are called that a node stands in."""
    names = set()
    for around in text.around(node):
        if isinstance(around, (ast.FunctionDef, ast.AsyncFunctionDef)):
            owner = text.parents.get(id(around))
            is_init = around.name in ("__init__", "__new__", "__post_init__") and isinstance(owner, ast.ClassDef)
            names.add(owner.name if is_init and isinstance(owner, ast.ClassDef) else around.name)
    return names


def _is_named(text: Text, *, alone: bool) -> bool:
    """Is there a dict that names a deployment, or (``alone``) a model without one?"""
    for node in text.each(ast.Dict):
        names = {key.value for key in node.keys if isinstance(key, ast.Constant)}
        deployed = bool(names & set(DEPLOYMENTS))
        if (deployed and not alone) or (alone and "model" in names and not deployed and "api_type" not in names):
            return True
    return False


def _called_with(files: Sequence[tuple[Examined, Text]], *, alone: bool) -> set[str]:
    """Functions that are given a deployment by keyword, or (``alone``) a model without one."""
    found = set()
    for _, text in files:
        for node in text.each(ast.Call):
            if isinstance(node.func, (ast.Name, ast.Attribute)):
                names = {keyword.arg for keyword in node.keywords}
                deployed = bool(names & set(DEPLOYMENTS))
                if (deployed and not alone) or (alone and "model" in names and not deployed):
                    found.add(node.func.id if isinstance(node.func, ast.Name) else ast.unparse(node.func))
    return found


def _names_no_deployment(node: ast.AST, path: str) -> bool:
    """Does a call name no deployment, without which 0.x sent nothing to Azure?"""
    if not isinstance(node, ast.Call) or path.split(".")[1] not in ("ChatCompletion", "Completion", "Embedding"):
        return False
    names = {keyword.arg for keyword in node.keywords}
    return bool(names) and not node.args and not names & {None, "api_type", *DEPLOYMENTS}


def _is_of_exceptions(examined: Examined, text: Text, node: ast.Attribute) -> bool:
    """True if an attribute is the module of exceptions, of which one is named there: it is named otherwise then."""
    is_errors = certain_path(examined.flow.model.value(node)) == ERRORS
    return is_errors and isinstance(text.parents.get(id(node)), ast.Attribute)


def _has_options(node: ast.AST) -> bool:
    """True if a call is given an option of a client."""
    return isinstance(node, ast.Call) and any(keyword.arg in PER_CALL for keyword in node.keywords)


def _is_always_set(stores: Sequence[tuple[Use, Text]]) -> bool:
    """Is one of these assignments made, whichever way the tests around them go?"""
    branches: set[tuple[str, bool]] = set()
    for use, text in stores:
        found = _branches(use, text)
        if not found:
            return True
        if len(found) == 1:
            branches |= found
    return any((test, not taken) in branches for test, taken in branches)


def _branches(use: Use, text: Text) -> set[tuple[str, bool]]:
    """The tests around a use, and how they go there."""
    found: set[tuple[str, bool]] = set()
    for around, inner in text.steps(use.node):
        if isinstance(around, ast.If) and inner is not around.test:
            test, taken = around.test, inner in around.body
            while isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
                test, taken = test.operand, not taken
            found.add((ast.unparse(test), taken))
    return found


def _switched(files: Sequence[tuple[Examined, Text]], unread: set[int]) -> str:
    """Does a program change settings that are read once? Says where.

    ``unread`` are the ``id`` of assignments that nobody can read.
    """
    seen: dict[str, list[tuple[Use, Text]]] = {}
    for examined, text in files:
        for use in examined.uses:
            path = certain_path(use.value)
            is_store = use.role == STORE and id(use.node) not in unread
            if is_store and path is not None and path.removeprefix("openai.") in (*READ_ONCE, *ADDRESSES):
                seen.setdefault(path, []).append((use, text))
    texts = [one for _, one in files]
    for path, stores in seen.items():
        for number, (use, text) in enumerate(stores):
            others = stores[number + 1 :]
            if any(not _exclude_each_other(use, other, text) for other, where in others if where is text):
                return f"{path} is assigned more than once"
            differ = any(stored(use, text) != stored(other, where) for other, where in others)
            if differ and takes_turns(use, text, texts):
                return f"{path} is assigned one value or another in a function that may run again"
            if varies(use, text, texts):
                return f"{path} may be assigned again, with another value"
    return ""


def _exclude_each_other(one: Use, other: Use, text: Text) -> bool:
    """Are two assignments the same, or in different branches of a test?"""
    if isinstance(stored(one, text), Const) and stored(one, text) == stored(other, text):
        return True
    others = _branches(other, text)
    return any((test, not taken) in others for test, taken in _branches(one, text))


def for_each_call(settings: Sequence[Settings]) -> Settings | None:
    """What the files of a program make of the settings, where each call is to have a client of its own.

    None where the module's client is needed all the same, or nobody calls.
    """
    if any(one.current for one in settings) or not any(one.calls or one.handed for one in settings):
        return None
    kinds = {kind for one in settings for kind in one.kinds}
    made = {"api_base", "api_type", "api_version", "organization"} if any(one.dynamic for one in settings) else set()
    kinds |= {None} if made else set()
    return replace(
        settings[0],
        each_call=True,
        files=max(one.files for one in settings),
        stored=made.union(*(one.stored for one in settings)),
        changes=any(one.changes for one in settings),
        called=set().union(*(one.called for one in settings)),
        keyed=any(one.keyed for one in settings),
        read=set().union(*(one.read for one in settings)),
        kinds=kinds,
        azure=True if all(one.azure is True for one in settings) and not made else None if kinds - PLAIN else False,
        script=all(one.script for one in settings),
        calls=True,
        callers=max(one.callers for one in settings),
        overwritten=set().union(*(one.overwritten for one in settings)),
        setters=frozenset().union(*(one.setters for one in settings)),
        asynchronous=any(one.asynchronous for one in settings),
    )
