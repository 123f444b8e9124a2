"""Functions of a program that make a client of what the module has set at that moment.

Where the module's own client would not follow the settings of a program, its calls are made on such clients, and any
call more has to be: the module's client would have another address, another version, or another kind of credential.
What is made of anything else, or under another test than the kind of API, is none of these.
"""

from __future__ import annotations

import ast
import copy
from collections.abc import Collection, Iterable, Iterator
from typing import NamedTuple

from ..sdk.clients import CLIENTS
from .uses import CALL, Model
from .values import Place

ADDRESSES = ("azure_endpoint", "base_url")
SETTINGS = {
    "api_key": ("api_key",),
    "azure_ad_token": ("azure_ad_token", "api_key"),
    "organization": ("organization",),
    "base_url": ("base_url",),
    "azure_endpoint": ("azure_endpoint", "base_url"),
    "api_version": ("api_version",),
    "http_client": ("http_client",),
}
"""Options of a client → the settings of the module that they are made of; the first is that of the module's client."""
VARIABLE = "OPENAI_API_KEY"
"""From where the module had its key before it was given one."""
KEYS = frozenset({"api_key", "azure_ad_token"})


class Factory(NamedTuple):
    """A function that makes a client of what the module has set."""

    node: ast.FunctionDef
    asynchronous: bool
    options: frozenset[str]
    """What it may be given."""
    address: str
    """The setting that has the address; empty if none has."""
    azure: bool | None
    """Are its clients for Azure? None: that is decided by the kind of API."""
    is_plain: bool
    """Is a client of it what the module's own client would be if that were made now?"""


def factories(model: Model, body: Iterable[ast.stmt]) -> Iterator[Factory]:
    """Yield the functions among the statements of a module that do nothing but make such clients."""
    made = {id(use.node): use for use in model.of(CALL) if isinstance(use.value, Place) and use.value.path in CLIENTS}
    for node in body if made else ():
        if isinstance(node, ast.FunctionDef) and not node.decorator_list and _needs_nothing(node):
            returned = [one.value for one in ast.walk(node) if isinstance(one, ast.Return)]
            calls = [one for one in returned if isinstance(one, ast.Call) and id(one) in made]
            if calls and len(calls) == len(returned):
                rows = [CLIENTS[getattr(made[id(call)].value, "path", "")] for call in calls]
                found = _factory(model, node, calls, {row.azure for row in rows}, {row.asynchronous for row in rows})
                if found is not None:
                    yield found


def _factory(
    model: Model, node: ast.FunctionDef, calls: list[ast.Call], azure: set[bool], asynchronous: set[bool]
) -> Factory | None:
    given = frozenset(one.arg for one in (*node.args.args, *node.args.kwonlyargs))
    keywords = [keyword for call in calls for keyword in call.keywords]
    if len(asynchronous) > 1 or any(call.args for call in calls) or not _asks_for_kind(model, node):
        return None
    names = [_setting(model, keyword, given) for keyword in keywords]
    if None in names or not all(KEYS & {keyword.arg for keyword in call.keywords} for call in calls):
        return None
    return Factory(
        node,
        asynchronous.pop(),
        given,
        next((name for name in ADDRESSES if name in names), ""),
        azure.pop() if len(azure) == 1 else None,
        len(calls) == 1
        and all(SETTINGS[keyword.arg or ""][0] == name for keyword, name in zip(keywords, names, strict=True)),
    )


def _needs_nothing(node: ast.FunctionDef) -> bool:
    """True if a function may be called without arguments."""
    args = node.args
    return len(args.defaults) == len(args.posonlyargs + args.args) and None not in args.kw_defaults


def _setting(model: Model, keyword: ast.keyword, given: frozenset[str]) -> str | None:
    """The setting of the module that an option of a client is, where it is given no other; None for anything else."""
    value = keyword.value
    if isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id == "str" and value.args:
        value = value.args[0]
    parts = value.values if isinstance(value, ast.BoolOp) and isinstance(value.op, ast.Or) else [value]
    found = None
    for part in parts:
        known = model.value(part)
        if isinstance(known, Place) and known.path.removeprefix("openai.") in SETTINGS.get(keyword.arg or "", ()):
            found = known.path.removeprefix("openai.")
        elif getattr(known, "name", "") != VARIABLE and getattr(part, "id", "") not in given:
            return None
    return found


def _asks_for_kind(model: Model, node: ast.FunctionDef) -> bool:
    """True if the tests of a function are all about the kind of API that the module has."""
    names = {
        target.id
        for one in ast.walk(node)
        if isinstance(one, ast.Assign) and _names_kind(model, one.value)
        for target in one.targets
        if isinstance(target, ast.Name)
    }
    tests = [one.test for one in ast.walk(node) if isinstance(one, (ast.If, ast.IfExp, ast.While))]
    return all(
        _names_kind(model, test) or any(isinstance(one, ast.Name) and one.id in names for one in ast.walk(test))
        for test in tests
    )


def _names_kind(model: Model, node: ast.expr) -> bool:
    return any(model.value(one) == Place("openai.api_type") for one in ast.walk(node) if isinstance(one, ast.Attribute))


def what_it_makes(node: ast.FunctionDef, modules: Collection[str]) -> str:
    """What a function makes where it is given nothing, in a form that is the same for functions that make the same.

    ``modules`` are the names that the SDK has where it stands.
    """
    given = {one.arg for one in (*node.args.args, *node.args.kwonlyargs)}
    body = [one for one in node.body if not isinstance(one, ast.Import) and not _is_docstring(one)]
    return ast.dump(_Bare(given, {*modules, "openai"}).visit(ast.Module(copy.deepcopy(body), [])))


def _is_docstring(statement: ast.stmt) -> bool:
    return isinstance(statement, ast.Expr) and isinstance(statement.value, ast.Constant)


class _Bare(ast.NodeTransformer):
    """Takes what a function may be given out of it, and names the SDK by its own name."""

    def __init__(self, given: Collection[str], modules: Collection[str]) -> None:
        self._given, self._modules = given, modules

    def visit_BoolOp(self, node: ast.BoolOp) -> ast.expr:
        self.generic_visit(node)
        if isinstance(node.op, ast.Or) and isinstance(node.values[0], ast.Name) and node.values[0].id in self._given:
            rest = node.values[1:]
            return ast.BoolOp(node.op, rest) if len(rest) > 1 else rest[0]
        return node

    def visit_Name(self, node: ast.Name) -> ast.Name:
        return ast.Name("openai", node.ctx) if node.id in self._modules else node
