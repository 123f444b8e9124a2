"""Settings of the module of 0.x → those of today's."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ...rules.facts import SETTING, removed
from ...sdk.settings import NAMED_OTHERWISE, WITHOUT_EFFECT
from ...semantics.uses import LOAD, STORE, STRING, Use
from ...semantics.values import Const
from ..causes import Code
from ..names.paths import certain_path, is_own_name
from ..plan import Plan, about
from ..text.precedence import OR, brackets
from . import app_info, sessions
from .addresses import address, as_it_was, rewrite_address
from .assigned import assigned_in, is_empty_by_default, is_made_name
from .kinds import is_in_maker, rewrite_kind
from .proxies import rewrite_proxy
from .reading import alternatives, is_set_before, put_or

KEY_PATH = "openai_key_path"
"""The variable of the program that takes the place of ``openai.api_key_path``."""


@about(Code.CONFIGURATION)
def rewrite_setting(plan: Plan, use: Use) -> None:
    """Rewrite what is done with a setting that is gone."""
    if plan.carrier is not None and not plan.carrier.made:
        return
    found = removed(use.value)
    if found is None or found.kind != SETTING or is_own_name(use.value):
        return
    if found.path in plan.examined.file.module.variables:
        return  # a variable of the program's own
    name = found.path.rpartition(".")[2]
    code = "OAI105" if name == "api_base" else "OAI106"
    if not plan.wants(code, use.node):
        return
    if id(use.node) not in plan.text.parents:
        plan.problem(use.node, "a setting is named in a comment on types")
    elif name == "api_base":
        rewrite_address(plan, use)
    elif (
        (use.role == STORE and name in WITHOUT_EFFECT)
        or (use.role == STORE and name == "debug" and isinstance(use.extra, Const) and not use.extra.value)
        or (use.role == LOAD and (name in WITHOUT_EFFECT or name == "debug") and name in plan.settings.stored)
    ):
        plan.tolerated.add(plan.line(use.node))
    elif use.role == STORE and name == "proxy":
        rewrite_proxy(plan, use)
    elif use.role == STORE and name == "api_key_path":
        _key_path(plan, use)
    elif (name == "aiosession" and sessions.rewrite(plan, use)) or (name == "app_info" and app_info.rewrite(plan, use)):
        pass
    else:
        plan.problem(
            use.node, f"openai.{name} is gone{': ' + found.row.note if found.row.note else ''}", Code.NO_COUNTERPART
        )


@about(Code.CONFIGURATION)
def rewrite_kept(plan: Plan, use: Use) -> None:
    """Settings that still exist: what was read from the environment, and the kinds of API."""
    if plan.carrier is not None and not plan.carrier.made:
        return
    path = certain_path(use.value)
    if path == "openai.api_type" and use.role == STORE:
        rewrite_kind(plan, use)
    if use.role == LOAD and is_in_maker(plan, use.node):
        return
    if path == "openai.organization" and use.role == STORE and isinstance(use.node, ast.Attribute):
        _or_none(plan, use.node)
    if path == "openai.api_type" and use.role == LOAD and not isinstance(use.node, ast.Attribute):
        plan.problem(use.node, "openai.api_type is read, and has another default today", about_settings=True)
    if path == "openai.api_key" and use.role == LOAD and isinstance(use.node, ast.Attribute):
        _key_read(plan, use.node)
    if (
        path == "openai.api_key"
        and use.role == STRING
        and "api_key" not in plan.settings.stored
        and _is_first(plan, use)
    ):
        _key_from_environment(plan, use.node)


def _is_first(plan: Plan, use: Use) -> bool:
    return next(other for other in plan.examined.uses if other.role == STRING and other.value == use.value) is use


def _key_from_environment(plan: Plan, node: ast.AST) -> None:
    """Give the module the key of the environment when it is imported, as 0.x did."""
    stores = [store.node for store in plan.model.of(STORE) if certain_path(store.value) == "openai.api_key"]
    if any(plan.text.function_of(store) is None for store in stores):
        return
    for statement in plan.text.tree.body:
        if isinstance(statement, ast.Import):
            for alias in statement.names:
                if alias.name == "openai":
                    name = alias.asname or "openai"
                    last = [one for one in plan.text.tree.body if isinstance(one, (ast.Import, ast.ImportFrom))][-1]
                    line = f'{name}.api_key = {name}.api_key or os.environ.get("OPENAI_API_KEY")'
                    end = plan.text.line_end(plan.text.span(last)[1])
                    if plan.text.text[plan.text.span(last)[1] : end].strip():
                        break
                    plan.imports.add("os")
                    plan.edits.insert(end, plan.text.newline * 2 + line)
                    return
    plan.problem(node, "when the patch ends the key is None again, and the module does not ask the environment twice")


@about(Code.CONFIGURATION)
def rewrite_dynamic(plan: Plan) -> None:
    """``setattr(openai, name, value)``: which setting it is shows at run time."""
    for node in plan.text.each(ast.Call):
        if not isinstance(node.func, ast.Name) or len(node.args) < 2:
            continue
        if node.func.id not in ("setattr", "getattr", "delattr") or plan.is_set_aside(node):
            continue
        if certain_path(plan.value(node.args[0])) != "openai":
            continue
        name = node.args[1]
        if plan.settings.each_call and is_made_name(node, plan.examined):
            _made_name(plan, name)
        elif not isinstance(name, ast.Constant):
            if not isinstance(plan.value(name), Const):
                plan.problem(node, "which name of the module this is shows at run time only", Code.DYNAMIC)
        elif name.value == "api_base":
            if node.func.id == "getattr" and not any(use.node is node for use in plan.examined.uses):
                as_it_was(plan, node, plan.text.span(node), plan.text.of(node.args[0]))
        elif name.value == "api_key" and node.func.id == "getattr" and "api_key" not in plan.settings.stored:
            if not any("OPENAI_API_KEY" in ast.unparse(one) for one in alternatives(plan, node)):
                plan.imports.add("os")
                put_or(
                    plan,
                    node,
                    plan.text.of(node),
                    f"os.environ.get({plan.quote(node)}OPENAI_API_KEY{plan.quote(node)})",
                )


def _or_none(plan: Plan, node: ast.Attribute) -> None:
    """0.x took an empty organization for none, and today's SDK sends it: a default that is empty is none."""
    value = assigned_in(plan.text, node)
    is_empty = value is not None and is_empty_by_default(value, plan.value(value))
    if value is not None and is_empty and plan.settings.calls and plan.placed(value):
        opening, closing = brackets(plan.text, value, OR)
        plan.wrap(value, opening, f"{closing} or None")


def _made_name(plan: Plan, name: ast.expr) -> None:
    """Where each call has a client of its own, only the address has another name."""
    quote = plan.quote(name)
    behind = f".replace({quote}api_base{quote}, {quote}{address(plan.settings)}{quote})"
    if ast.unparse(name).endswith(ast.unparse(ast.parse("x" + behind))[1:]):
        return  # an earlier pass wrote it
    loops = [around for around in plan.text.around(name) if isinstance(around, ast.For)]
    words = {part.value for loop in loops for part in _written(plan, loop, name) if isinstance(part, ast.Constant)}
    if not words or any(gone in str(word) for word in words for gone in NAMED_OTHERWISE):
        plan.problem(name, "which settings of the module are assigned shows at run time only", Code.DYNAMIC)
    else:
        plan.behind(name, behind)


def _written(plan: Plan, loop: ast.For, name: ast.expr) -> Iterator[ast.AST]:
    """Yield what may be the names of which a loop takes one after the other, where they stand in the file."""
    given, target = loop.iter, loop.target
    target = target.elts[0] if isinstance(target, ast.Tuple) else target
    is_key = isinstance(name, ast.Name) and isinstance(target, ast.Name) and target.id == name.id
    if isinstance(given, ast.Call) and isinstance(given.func, ast.Attribute) and given.func.attr in ("items", "keys"):
        given = given.func.value
    if isinstance(given, ast.Name) and len(plan.text.loads.get(given.id, ())) == 1:
        stores = plan.text.index.stores.get(given.id, ())
        statement = plan.text.parents.get(id(stores[0])) if len(stores) == 1 else None
        given = statement.value if isinstance(statement, ast.Assign) else given
    if isinstance(given, ast.Dict) and is_key and all(isinstance(key, ast.Constant) for key in given.keys):
        yield from (key for key in given.keys if key is not None)
    elif isinstance(given, (ast.Tuple, ast.List)):
        yield from ast.walk(given)


def _key_read(plan: Plan, node: ast.Attribute) -> None:
    """0.x had the key of the environment from the import on; today's module has what the program assigned."""
    if not plan.settings.calls:
        return
    parent = plan.text.parents.get(id(node))
    whole = plan.text.parents.get(id(parent)) if isinstance(parent, ast.BoolOp) else parent
    call = plan.text.parents.get(id(whole))
    if isinstance(whole, ast.keyword) and isinstance(call, ast.Call):
        name = ast.unparse(call.func)
        if name.endswith("OpenAI") and (whole is parent or not name.endswith("AzureOpenAI")):
            return  # a client asks the environment itself
    asks = isinstance(parent, ast.BoolOp) and any("OPENAI_API_KEY" in ast.unparse(part) for part in parent.values)
    if asks or is_set_before(plan, node, "openai.api_key") or not plan.placed(node):
        return
    plan.imports.add("os")
    quote = plan.quote(node)
    put_or(plan, node, plan.text.of(node), f"os.environ.get({quote}OPENAI_API_KEY{quote})")


def _key_path(plan: Plan, use: Use) -> None:
    """``openai.api_key_path``: the file was read again for each call."""
    value = assigned_in(plan.text, use.node) if isinstance(use.node, ast.Attribute) else None
    if value is None or not isinstance(use.node, ast.Attribute):
        plan.problem(use.node, "what openai.api_key_path is assigned cannot be seen")
        return
    if plan.settings.each_call:
        _key_path_for_each_call(plan, use.node)
        return
    why = "the file with the key was read again for each call; now it is read once"
    plan.doubt(use.node, why, about_settings=True)
    plan.edits.replace(*plan.text.name(use.node), "api_key")
    plan.wrap(value, "open(", ").read().strip()")


def _key_path_for_each_call(plan: Plan, node: ast.Attribute) -> None:
    """The path becomes a variable of the program; who makes a client for a call reads the file."""
    statement = plan.text.statement_of(node)
    stores = [store for store in plan.model.of(STORE) if certain_path(store.value) == "openai.api_key_path"]
    taken = any(one.id == KEY_PATH for one in plan.text.each(ast.Name))
    if len(stores) > 1 or taken or plan.settings.files > 1 or "api_key_path" in plan.settings.read:
        plan.problem(node, "openai.api_key_path is used in several places")
    elif not isinstance(statement, ast.Assign) or statement not in plan.text.tree.body or len(statement.targets) > 1:
        plan.problem(node, "openai.api_key_path is not set by a statement of the module")
    else:
        plan.edits.replace(*plan.text.span(node), KEY_PATH)
