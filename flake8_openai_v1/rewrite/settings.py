"""Settings of the module and of the environment → those of today."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from ..linter import Examined
from ..rules.facts import COROUTINE, METHOD, SETTING, removed
from ..rules.hosts import PLAIN
from ..rules.settings import VARIABLES, variables_set
from ..rules.urls import url_of
from ..sdk.arguments import GONE
from ..sdk.settings import READ_ONCE, RENAMED, TOKENS, WITHOUT_EFFECT
from ..semantics.uses import CALL, DELETE, LOAD, STORE, STRING, Use
from ..semantics.values import NONE, Const, Environ, Place, Value
from ..semantics.values import Text as Known
from . import sessions
from .names import certain_path, is_own_name
from .plan import Plan, Settings
from .text import Span, Text

KEY_PATH = "openai_key_path"
"""The variable of the program that takes the place of ``openai.api_key_path``."""
MAKERS = ("openai_client", "make_openai_client", "new_openai_client")
"""Names for the function that makes a client for each call; the first that is free is taken."""


def address(settings: Settings) -> str:
    """The setting that carries the address as the program wrote it, where each call has a client of its own."""
    return "azure_endpoint" if settings.azure is True else "base_url"


def rewrite_setting(plan: Plan, use: Use) -> None:
    """Rewrite what is done with a setting that is gone."""
    if plan.carrier is not None and not plan.carrier.made:
        return
    found = removed(use.value)
    if found is None or found.kind != SETTING or is_own_name(use.value):
        return
    name = found.path.rpartition(".")[2]
    code = "OAI105" if name == "api_base" else "OAI106"
    if not plan.wants(code, use.node):
        return
    if id(use.node) not in plan.text.parents:
        plan.problem(use.node, "a setting is named in a comment on types")
    elif name == "api_base":
        _base(plan, use)
    elif (
        (use.role == STORE and name in WITHOUT_EFFECT)
        or (use.role == STORE and name == "debug" and isinstance(use.extra, Const) and not use.extra.value)
        or (use.role == LOAD and (name in WITHOUT_EFFECT or name == "debug") and name in plan.settings.stored)
    ):
        plan.tolerated.add(plan.line(use.node))
    elif use.role == STORE and name == "proxy":
        _proxy(plan, use)
    elif use.role == STORE and name == "api_key_path":
        _key_path(plan, use)
    elif name == "aiosession" and sessions.rewrite(plan, use):
        pass
    else:
        plan.problem(use.node, f"openai.{name} is gone{': ' + found.row.note if found.row.note else ''}")


def rewrite_kept(plan: Plan, use: Use) -> None:
    """Settings that still exist: what was read from the environment, and the kinds of API."""
    if plan.carrier is not None and not plan.carrier.made:
        return
    path = certain_path(use.value)
    if path == "openai.api_type" and use.role == STORE and plan.wants("OAI306", use.node):
        _kind(plan, use)
    if use.role == LOAD and _is_in_maker(plan, use.node):
        return
    if path == "openai.api_type" and use.role == LOAD:
        _kind_read(plan, use.node)
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


def rewrite_dynamic(plan: Plan) -> None:
    """``setattr(openai, name, value)``: which setting it is shows at run time."""
    for node in plan.text.nodes:
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Name) or len(node.args) < 2:
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
                plan.problem(node, "which name of the module this is shows at run time only")
        elif name.value == "api_base":
            if node.func.id == "getattr" and not any(use.node is node for use in plan.examined.uses):
                _as_it_was(plan, node, plan.text.span(node), plan.text.of(node.args[0]))
        elif name.value == "api_key" and node.func.id == "getattr" and "api_key" not in plan.settings.stored:
            if not any("OPENAI_API_KEY" in ast.unparse(one) for one in _alternatives(plan, node)):
                plan.imports.add("os")
                _or(
                    plan,
                    node,
                    plan.text.of(node),
                    f"os.environ.get({plan.quote(node)}OPENAI_API_KEY{plan.quote(node)})",
                )


def is_made_name(node: ast.Call, examined: Examined) -> bool:
    """Is it ``setattr(openai, name, value)``, whose name shows at run time?"""
    return (
        isinstance(node.func, ast.Name)
        and node.func.id == "setattr"
        and len(node.args) == 3
        and not isinstance(node.args[1], ast.Constant)
        and certain_path(examined.file.model.value(node.args[0])) == "openai"
    )


def _made_name(plan: Plan, name: ast.expr) -> None:
    """Where each call has a client of its own, only the address has another name."""
    quote = plan.quote(name)
    behind = f".replace({quote}api_base{quote}, {quote}{address(plan.settings)}{quote})"
    if ast.unparse(name).endswith(ast.unparse(ast.parse("x" + behind))[1:]):
        return  # an earlier pass wrote it
    loops = [around for around in plan.text.around(name) if isinstance(around, ast.For)]
    shown = [loop.iter for loop in loops if isinstance(loop.iter, (ast.Tuple, ast.List, ast.Dict))]
    words = {part.value for one in shown for part in ast.walk(one) if isinstance(part, ast.Constant)}
    if not words or any(gone in str(word) for word in words for gone in NAMED_OTHERWISE):
        plan.problem(name, "which settings of the module are assigned shows at run time only")
    else:
        plan.behind(name, behind)


NAMED_OTHERWISE = ("key_path", "proxy", "session", "debug", "log", "app_info", "verify", "ca_bundle", "telemetry")
"""Parts of the names of settings that are gone, and are not the address."""

# api_base


def _base(plan: Plan, use: Use) -> None:
    if plan.settings.each_call:
        _base_as_it_is(plan, use)
        return
    if plan.settings.switched:
        why = f"{plan.settings.switched}, and the module's client for Azure reads it once"
        plan.problem(use.node, why, about_settings=True)
        return
    azure = _base_on_azure(plan, use)
    if azure is None and use.role == STORE and _by_kind(plan, use):
        return
    if azure is None:
        plan.problem(use.node, "whether this address is one on Azure is decided at run time", about_settings=True)
        return
    name = "azure_endpoint" if azure else "base_url"
    node = use.node
    if use.role == CALL and isinstance(node, ast.Call):
        # openai.api_base.rstrip("/"): what is called is a method of the text.
        inner = _inner_base(plan, node)
        if isinstance(inner, ast.Attribute):
            _base_read(plan, inner, name)
            return
    if use.role == STRING:
        _patched(plan, use, name)
    elif isinstance(node, ast.Attribute):
        if not plan.placed(node):
            return
        if use.role == LOAD:
            _base_read(plan, node, name)
        else:
            plan.edits.replace(*plan.text.name(node), name)
            if use.role == STORE and not azure:
                _slash(plan, node)
    elif isinstance(node, ast.Call) and len(node.args) > 1 and isinstance(node.args[1], ast.Constant):
        if use.role == LOAD:
            _as_it_was(plan, node, plan.text.span(node), plan.text.of(node.args[0]))
            return
        text = plan.text.of(node.args[1])
        plan.replace(node.args[1], text[0] + name + text[0])
        if use.role == STORE and len(node.args) > 2 and not azure:
            _add_slash(plan, node.args[2])
    else:
        plan.problem(node, "it is not clear what to write here")


def _inner_base(plan: Plan, node: ast.AST) -> ast.AST:
    """``openai.api_base`` in the call of a method of it."""
    inner = node.func if isinstance(node, ast.Call) else node
    while isinstance(inner, ast.Attribute) and certain_path(plan.value(inner)) != "openai.api_base":
        inner = inner.value
    return inner


def _base_as_it_is(plan: Plan, use: Use) -> None:
    """The address, of which a client is made for each call: it needs no slash, and may be that of Azure."""
    node, name = use.node, address(plan.settings)
    if use.role == CALL:
        node = _inner_base(plan, node)
    if not isinstance(node, ast.Attribute):
        plan.problem(use.node, "it is not clear what to write here")
        return
    if not plan.placed(node):
        return
    is_set = _is_set_before(plan, node, "openai.api_base")
    if isinstance(plan.text.statement_of(node), ast.AugAssign) and use.role == STORE and not is_set:
        plan.problem(node, "openai.api_base is added to, and openai.base_url has no default")
    elif use.role in (STORE, DELETE) or is_set or _is_put_back(plan, node) or name == "azure_endpoint":
        plan.edits.replace(*plan.text.name(node), name)
    else:
        plan.imports.add("os")
        quote = plan.quote(node)
        default = f"os.environ.get({quote}OPENAI_BASE_URL{quote}, {quote}https://api.openai.com/v1{quote})"
        _or(plan, node, f"{plan.text.of(node.value)}.{name}", default)


def _is_in_maker(plan: Plan, node: ast.AST) -> bool:
    """Does a node stand in a function that an earlier pass wrote?"""
    function = plan.text.function_of(node)
    return plan.settings.each_call and getattr(function, "name", "").removeprefix("async_") in MAKERS


def _kind_read(plan: Plan, node: ast.AST) -> None:
    """0.x had a kind of API where none was set; today's module has None."""
    if "api_type" in plan.settings.stored and not plan.settings.each_call:
        return
    if not plan.settings.each_call or not isinstance(node, ast.Attribute):
        plan.problem(node, "openai.api_type is read, and has another default today")
    elif plan.settings.kinds & TOKENS:
        plan.problem(node, "the kind of API is read, and that of a token has another name now")
    elif not (
        _is_put_back(plan, node)
        or _is_set_before(plan, node, "openai.api_type")
        or _says_default(plan, node)
        or _is_compared_with_azure(plan, node)
    ) and plan.placed(node):
        _or(plan, node, plan.text.of(node), f"{plan.quote(node)}open_ai{plan.quote(node)}")


def _says_default(plan: Plan, node: ast.AST) -> bool:
    """``openai.api_type or "open_ai"``, as an earlier pass wrote it."""
    return any(ast.unparse(one) == "'open_ai'" for one in _alternatives(plan, node))


def _is_compared_with_azure(plan: Plan, node: ast.AST) -> bool:
    """``openai.api_type == "azure"``, which neither default is."""
    parent = plan.text.parents.get(id(node))
    return (
        isinstance(parent, ast.Compare)
        and len(parent.ops) == 1
        and isinstance(parent.ops[0], (ast.Eq, ast.NotEq))
        and all(one is node or ast.unparse(one) == "'azure'" for one in (parent.left, *parent.comparators))
    )


def _by_kind(plan: Plan, use: Use) -> bool:
    """Set one or the other, by the kind of API that was set before it."""
    node = use.node
    statement = plan.text.statement_of(node)
    if not isinstance(node, ast.Attribute) or not isinstance(statement, ast.Assign) or statement.targets != [node]:
        return False
    function = plan.text.function_of(node)
    before = [
        other
        for other in plan.model.of(STORE)
        if certain_path(other.value) == "openai.api_type"
        and plan.text.function_of(other.node) is function
        and plan.line(other.node) < statement.lineno
    ]
    start, end = plan.text.span(statement)
    alone = not plan.text.text[plan.text.line_start(start) : start].strip()
    alone = alone and not plan.text.text[end : plan.text.line_end(end)].partition("#")[0].strip()
    if not before or not alone or "\n" in plan.text.of(statement) or not plan.placed(node):
        return False
    indent, newline, step = plan.text.indentation(start), plan.text.newline, plan.text.indent
    quote = plan.quote(node)
    module, value = plan.text.of(node.value), plan.text.of(statement.value)
    test = f"if {module}.api_type == {quote}azure{quote}:{newline}{indent}{step}{module}.azure_endpoint = {value}"
    plan.edits.insert(start, f"{test}{newline}{indent}else:{newline}{indent}{step}")
    plan.edits.replace(*plan.text.name(node), "base_url")
    _slash(plan, node)
    return True


def _base_on_azure(plan: Plan, use: Use) -> bool | None:
    """Is an address one on Azure? None where that is decided at run time."""
    if plan.settings.azure is not None:
        return plan.settings.azure
    given = stored(use, plan.text)
    url = url_of(given) if use.role == STORE else None
    if url is not None and url.azure:
        return True
    # Beside it, in the same block, the kind of API is set.
    statement = plan.text.statement_of(use.node)
    beside = [
        other
        for other in plan.model.of(STORE)
        if certain_path(other.value) == "openai.api_type" and _is_beside(plan, use, other)
    ]
    kinds = {_kind_of(other, plan.text) for other in beside}
    if len(kinds) == 1 and None not in kinds:
        return kinds.pop()
    if not kinds and isinstance(given, Const) and url is not None and not url.azure:
        return False
    if not kinds and any(isinstance(around, ast.If) for around in plan.text.around(use.node)):
        return False if _other_branch_is_azure(plan, statement) else None
    return None


def _other_branch_is_azure(plan: Plan, statement: ast.stmt) -> bool:
    """Is the kind of API set to Azure in another branch of the test around a statement?"""
    parent = plan.text.parents.get(id(statement))
    if not isinstance(parent, ast.If):
        return False
    return any(
        certain_path(other.value) == "openai.api_type"
        and _kind_of(other, plan.text) is True
        and any(around is parent for around in plan.text.around(other.node))
        for other in plan.model.of(STORE)
    )


def _same_block(parent: ast.AST | None, one: ast.stmt, other: ast.stmt) -> bool:
    if parent is None:
        return False
    return any(isinstance(value, list) and one in value and other in value for _, value in ast.iter_fields(parent))


def stored(use: Use, text: Text) -> Value:
    """What a setting is assigned; None where a function is given it, of whose calls not all may be seen."""
    function = text.function_of(use.node)
    value = assigned_in(text, use.node) if isinstance(use.node, ast.expr) else None
    if function is None or value is None or isinstance(value, ast.Constant):
        return use.extra  # type: ignore[return-value]
    given = {one.arg for one in ast.walk(function.args) if isinstance(one, ast.arg)}
    for statement in ast.walk(function):
        if isinstance(statement, ast.Assign) and _names(statement.value) & given:
            given |= {name for target in statement.targets for name in _names(target)}
    return None if _names(value) & given else use.extra  # type: ignore[return-value]


def _names(node: ast.expr) -> set[str]:
    return {part.id for part in ast.walk(node) if isinstance(part, ast.Name)}


def _kind_named(use: Use, text: Text) -> str | None:
    """The kind of API that is assigned, in small letters; None where it does not show."""
    value = stored(use, text)
    return value.value.lower() if isinstance(value, Const) and isinstance(value.value, str) else None


def _kind_of(use: Use, text: Text) -> bool | None:
    """Is the kind of API that is assigned Azure? None where it does not show."""
    kind = _kind_named(use, text)
    return None if kind is None else True if kind.startswith("azure") else False if kind in PLAIN else None


def _base_read(plan: Plan, node: ast.Attribute, name: str) -> None:
    """Reading it: what is only put back later may be today's; anything else would show another text."""
    if _is_put_back(plan, node) and name == "azure_endpoint":
        plan.edits.replace(*plan.text.name(node), name)
        return
    if _is_put_back(plan, node):
        # The module's client takes None for what was set when it was made: the address itself must be put back.
        plan.imports.add("os")
        default = 'os.environ.get("OPENAI_BASE_URL", "https://api.openai.com/v1")'
        module = plan.text.of(node.value)
        plan.edits.replace(*plan.text.span(node), f'str({module}.base_url or {default}).rstrip("/") + "/"')
        return
    if name == "azure_endpoint" and "api_base" in plan.settings.stored:
        plan.edits.replace(*plan.text.name(node), name)
        return
    _as_it_was(plan, node, plan.text.span(node), plan.text.of(node.value))


def _as_it_was(plan: Plan, node: ast.AST, span: Span, module: str) -> None:
    """What ``openai.api_base`` was: without a slash at its end, and with a default."""
    if plan.settings.slashed or plan.settings.azure is not False:
        why = "openai.api_base is read, and openai.base_url may end otherwise, and has no default"
        plan.problem(node, why, about_settings=True)
        return
    plan.imports.add("os")
    quote = plan.quote(node)
    default = f"os.environ.get({quote}OPENAI_BASE_URL{quote}, {quote}https://api.openai.com/v1{quote})"
    plan.edits.replace(*span, f"str({module}.base_url or {default}).rstrip({quote}/{quote})")


def _is_put_back(plan: Plan, node: ast.Attribute) -> bool:
    """Is what is read only assigned to the setting again later?"""
    target = _keeper(plan, node)
    if target is None:
        return False
    spelled = ast.unparse(target)
    return all(
        _is_restored(plan, other)
        for other in plan.text.nodes
        if isinstance(other, (ast.Name, ast.Attribute))
        and isinstance(other.ctx, ast.Load)
        and ast.unparse(other) == spelled
    )


def _keeper(plan: Plan, node: ast.Attribute) -> ast.expr | None:
    """What a statement assigns a setting to that is read, alone or in a tuple."""
    statement = plan.text.statement_of(node)
    if not isinstance(statement, ast.Assign) or len(statement.targets) != 1:
        return None
    target, value = statement.targets[0], statement.value
    if value is node:
        return target
    if not isinstance(value, ast.Tuple) or node not in value.elts:
        return None
    if isinstance(target, ast.Tuple) and len(value.elts) == len(target.elts):
        return target.elts[value.elts.index(node)]
    return target if isinstance(target, (ast.Name, ast.Attribute)) else None


def _is_restored(plan: Plan, node: ast.AST) -> bool:
    """Is it what settings of the module are assigned?"""
    statement = plan.text.statement_of(node)
    if isinstance(statement, ast.Assign) and isinstance(statement.value, ast.Tuple) and node in statement.value.elts:
        at = statement.value.elts.index(node)
        return all(
            isinstance(target, ast.Tuple)
            and len(target.elts) == len(statement.value.elts)
            and _is_setting(plan, target.elts[at])
            for target in statement.targets
        )
    if not isinstance(statement, ast.Assign) or statement.value is not node:
        return False
    targets = [part for target in statement.targets for part in (getattr(target, "elts", None) or [target])]
    return all(_is_setting(plan, target) for target in targets)


def _is_setting(plan: Plan, target: ast.expr) -> bool:
    return isinstance(target, ast.Attribute) and certain_path(plan.value(target.value)) == "openai"


def _kept(plan: Plan) -> set[str]:
    """The names under which the program keeps what the setting was, to put it back."""
    keepers = (
        _keeper(plan, use.node)
        for use in plan.model.of(LOAD)
        if isinstance(use.node, ast.Attribute)
        and certain_path(use.value) == "openai.api_base"
        and _is_put_back(plan, use.node)
    )
    return {ast.unparse(keeper) for keeper in keepers if keeper is not None}


def _slash(plan: Plan, target: ast.Attribute) -> None:
    """The value that is assigned needs a slash at its end, but for one that is put back."""
    several = plan.text.statement_of(target)
    if isinstance(several, ast.AugAssign):
        why = "openai.api_base is added to, and openai.base_url has a slash at its end"
        plan.problem(target, why, about_settings=True)
        return
    if isinstance(several, ast.Assign) and len(several.targets) > 1:
        why = "what is assigned has other names, too, and would have a slash at its end there"
        plan.problem(target, why, about_settings=True)
        return
    value = assigned(plan, target)
    statement = plan.text.statement_of(target)
    whole = statement.value if isinstance(statement, ast.Assign) else None
    for part in (value, whole):
        if isinstance(part, (ast.Name, ast.Attribute)) and ast.unparse(part) in _kept(plan):
            return
    if value is None:
        plan.problem(target, "what is assigned to openai.api_base cannot be seen", about_settings=True)
        return
    _add_slash(plan, value)


def assigned(plan: Plan, target: ast.expr) -> ast.expr | None:
    """The expression that a target is assigned, where it can be told."""
    return assigned_in(plan.text, target)


def assigned_in(text: Text, target: ast.expr) -> ast.expr | None:
    """The same, in a text."""
    statement = text.statement_of(target)
    if isinstance(statement, (ast.AnnAssign, ast.AugAssign)):
        return statement.value
    if not isinstance(statement, ast.Assign):
        return None
    if target in statement.targets:
        return statement.value
    for each in statement.targets:
        if isinstance(each, ast.Tuple) and target in each.elts and isinstance(statement.value, ast.Tuple):
            if len(each.elts) == len(statement.value.elts):
                return statement.value.elts[each.elts.index(target)]
    return None


def _add_slash(plan: Plan, value: ast.expr) -> None:
    """Make a text end in a slash."""
    if isinstance(value, ast.Constant):
        if isinstance(value.value, str) and not value.value.endswith("/"):
            end = plan.text.span(value)[1]
            closing = _closing(plan.text.text[:end])
            plan.edits.insert(end - closing, "/")
        return
    if isinstance(value, ast.JoinedStr):
        last = value.values[-1] if value.values else None
        if isinstance(last, ast.Constant) and str(last.value).endswith("/"):
            return
        end = plan.text.span(value)[1]
        plan.edits.insert(end - _closing(plan.text.text[:end]), "/")
        return
    if isinstance(value, ast.IfExp):
        _add_slash(plan, value.body)
        _add_slash(plan, value.orelse)
        return
    known = plan.value(value)
    if isinstance(known, Const) and isinstance(known.value, str) and known.value.endswith("/"):
        return
    if _ends_in_slash(value):
        return
    if isinstance(value, ast.BoolOp):
        plan.edits.wrap(*plan.text.span(value), "(", ').rstrip("/") + "/"')
        return
    may_be_none = not (
        isinstance(known, (Const, Known)) or (isinstance(known, Environ) and (known.required or known.default != NONE))
    )
    simple = isinstance(value, (ast.Name, ast.Attribute, ast.Call, ast.Subscript))
    if simple and not may_be_none:
        plan.edits.wrap(*plan.text.whole(value), "", '.rstrip("/") + "/"')
    elif simple and isinstance(value, (ast.Name, ast.Attribute)):
        plan.edits.wrap(*plan.text.whole(value), "", f' and {plan.text.of(value)}.rstrip("/") + "/"')
    elif simple:
        plan.edits.wrap(*plan.text.whole(value), "(", ' or "").rstrip("/") + "/"')
    else:
        plan.edits.wrap(*plan.text.span(value), "(", ').rstrip("/") + "/"')


def _ends_in_slash(value: ast.expr) -> bool:
    return (
        isinstance(value, ast.BinOp)
        and isinstance(value.op, ast.Add)
        and isinstance(value.right, ast.Constant)
        and str(value.right.value).endswith("/")
    )


def _closing(text: str) -> int:
    """How many characters the closing quotes at the end of a text have."""
    return 3 if text.endswith(('"""', "'''")) else 1


def _patched(plan: Plan, use: Use, name: str) -> None:
    """``patch("openai.api_base", value)``."""
    node = use.node
    call = plan.text.parents.get(id(node))
    if isinstance(node, ast.Constant) and isinstance(call, ast.Call) and plan.placed(node):
        text = plan.text.of(node)
        plan.replace(node, re.sub(r"\bapi_base\b", name, text))
        at = call.args.index(node) + 1 if node in call.args else 0
        if name == "base_url" and at and len(call.args) > at:
            _add_slash(plan, call.args[at])
        return
    plan.problem(node, "it is not clear what to write here")


# Others


def _kind(plan: Plan, use: Use) -> None:
    """``openai.api_type = "azure_ad"``: the key is a token."""
    if _kind_named(use, plan.text) not in TOKENS:
        _lower(plan, use)
        return
    value = assigned(plan, use.node) if isinstance(use.node, ast.expr) else None
    if not isinstance(value, ast.Constant):
        plan.problem(use.node, "the kind of API is not written here")
        return
    text = plan.text.of(value)
    if plan.settings.each_call:
        if not plan.settings.kinds <= TOKENS | PLAIN:
            plan.problem(use.node, "the key is a token only sometimes")
        plan.replace(value, text[0] + "azure" + text[0])
        return
    stores = [
        other for other in plan.examined.uses if other.role == STORE and certain_path(other.value) == "openai.api_key"
    ]
    if not stores:
        why = "where the token comes from is not to be seen in this file"
        plan.problem(use.node, why, about_settings=True)
        return
    beside = [store for store in stores if _is_beside(plan, store, use)]
    if len(beside) == 1 and all(_is_beside_other_kind(plan, store) for store in stores if store not in beside):
        stores = beside
    if len(stores) > 1 or any(plan.text.function_of(store.node) is not None for store in stores):
        why = "the token is renewed, which needs openai.azure_ad_token_provider"
        plan.problem(use.node, why, about_settings=True)
        return
    if "api_type" in plan.settings.read:
        plan.problem(use.node, "the kind of API is read, and that of a token has another name now")
    if "api_key" in plan.settings.read:
        why = "the token is read again, and is openai.azure_ad_token now"
        plan.problem(use.node, why, about_settings=True)
        return
    plan.replace(value, text[0] + "azure" + text[0])
    for store in stores:
        if isinstance(store.node, ast.Attribute):
            plan.edits.replace(*plan.text.name(store.node), "azure_ad_token")


def _is_beside(plan: Plan, one: Use, other: Use) -> bool:
    """Do two uses stand in statements of the same block?"""
    statement, beside = plan.text.statement_of(one.node), plan.text.statement_of(other.node)
    parent = plan.text.parents.get(id(statement))
    return parent is plan.text.parents.get(id(beside)) and _same_block(parent, statement, beside)


def _is_beside_other_kind(plan: Plan, store: Use) -> bool:
    """Does a kind of API with which the key is none stand beside the assignment of a key?"""
    return any(
        _kind_of(other, plan.text) is not None
        and _kind_named(other, plan.text) not in TOKENS
        and _is_beside(plan, store, other)
        for other in plan.model.of(STORE)
        if certain_path(other.value) == "openai.api_type"
    )


def _lower(plan: Plan, use: Use) -> None:
    """``"Azure"``, ``"open_ai"``: today's module knows only ``"azure"`` and ``"openai"``."""
    value = assigned(plan, use.node) if isinstance(use.node, ast.expr) else None
    if not isinstance(value, ast.Constant) or not isinstance(value.value, str):
        return
    kind = value.value.lower().replace("open_ai", "openai")
    if kind in ("azure", "openai") and kind != value.value:
        if "api_type" in plan.settings.read:
            plan.problem(use.node, f'the kind of API is read, and is called "{kind}" today')
        plan.replace(value, plan.text.of(value).replace(value.value, kind))


def _key_read(plan: Plan, node: ast.Attribute) -> None:
    """0.x had the key of the environment from the import on; today's module has what the program assigned."""
    if not plan.settings.calls:
        return
    parent = plan.text.parents.get(id(node))
    call = plan.text.parents.get(id(parent))
    if isinstance(parent, ast.keyword) and isinstance(call, ast.Call) and ast.unparse(call.func).endswith("OpenAI"):
        return  # a client asks the environment itself
    asks = isinstance(parent, ast.BoolOp) and any("OPENAI_API_KEY" in ast.unparse(part) for part in parent.values)
    if asks or _is_set_before(plan, node, "openai.api_key") or not plan.placed(node):
        return
    plan.imports.add("os")
    quote = plan.quote(node)
    _or(plan, node, plan.text.of(node), f"os.environ.get({quote}OPENAI_API_KEY{quote})")


def _alternatives(plan: Plan, node: ast.AST) -> list[ast.expr]:
    """What an expression is an alternative of: the parts of ``a or b``."""
    parent = plan.text.parents.get(id(node))
    return parent.values if isinstance(parent, ast.BoolOp) and isinstance(parent.op, ast.Or) else []


def _or(plan: Plan, node: ast.expr, text: str, default: str) -> None:
    """Put ``text or default`` in the place of an expression, in brackets where that needs them."""
    parent = plan.text.parents.get(id(node))
    bare = isinstance(parent, (ast.Assign, ast.Return, ast.If, ast.While, ast.Call, ast.keyword, ast.Tuple, ast.List))
    text = f"{text} or {default}"
    plan.edits.replace(*plan.text.span(node), text if bare or _alternatives(plan, node) else f"({text})")


def _is_set_before(plan: Plan, node: ast.Attribute, path: str) -> bool:
    """Does a statement of the module assign a setting, whatever happens, before it is read?"""
    inside = plan.text.function_of(node)
    for store in plan.model.of(STORE):
        if certain_path(store.value) != path or not isinstance(store.node, ast.Attribute):
            continue
        statement = plan.text.statement_of(store.node)
        if plan.text.parents.get(id(statement)) is plan.text.tree and (
            inside is not None or statement.lineno < node.lineno
        ):
            return True
        if inside is not None and plan.text.parents.get(id(statement)) is inside and statement.lineno < node.lineno:
            return True
    return False


def _proxy(plan: Plan, use: Use) -> None:
    """``openai.proxy = "http://…"``."""
    value = assigned(plan, use.node) if isinstance(use.node, ast.Attribute) else None
    known = plan.value(value) if value is not None else None
    if value is None or not isinstance(use.node, ast.Attribute):
        plan.problem(use.node, "what openai.proxy is assigned cannot be seen")
        return
    if plan.settings.asynchronous:
        plan.problem(use.node, "calls are awaited, and their client needs the proxy, too")
        return
    if isinstance(known, Const) and known.value is None:
        plan.edits.replace(*plan.text.name(use.node), "http_client")
        return
    one = _only_value(value)
    if one is None and (isinstance(value, ast.Dict) or not isinstance(known, (Const, Known, Environ))):
        plan.problem(use.node, "openai.proxy may be a dict, which is openai.http_client with mounts now")
        return
    module = plan.text.of(use.node.value)
    plan.edits.replace(*plan.text.name(use.node), "http_client")
    if one is not None:
        plan.replace(value, f"{module}.DefaultHttpxClient(proxy={plan.text.of(one)})")
    else:
        plan.wrap(value, f"{module}.DefaultHttpxClient(proxy=", ")")


def _only_value(node: ast.expr) -> ast.expr | None:
    """The proxy in ``{"http": proxy, "https": proxy}``."""
    if not isinstance(node, ast.Dict) or len(node.values) != 2:
        return None
    keys = {key.value for key in node.keys if isinstance(key, ast.Constant)}
    first, second = map(ast.unparse, node.values)
    simple = isinstance(node.values[0], (ast.Constant, ast.Name, ast.Attribute, ast.Subscript, ast.JoinedStr))
    return node.values[0] if keys == {"http", "https"} and first == second and simple else None


def _key_path(plan: Plan, use: Use) -> None:
    """``openai.api_key_path``: the file was read again for each call."""
    value = assigned(plan, use.node) if isinstance(use.node, ast.Attribute) else None
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
    taken = any(isinstance(one, ast.Name) and one.id == KEY_PATH for one in plan.text.nodes)
    if len(stores) > 1 or taken or plan.settings.files > 1 or "api_key_path" in plan.settings.read:
        plan.problem(node, "openai.api_key_path is used in several places")
    elif not isinstance(statement, ast.Assign) or statement not in plan.text.tree.body or len(statement.targets) > 1:
        plan.problem(node, "openai.api_key_path is not set by a statement of the module")
    else:
        plan.edits.replace(*plan.text.span(node), KEY_PATH)


def rewrite_variables(plan: Plan, use: Use) -> None:
    """Variables that the program sets for the SDK to read."""
    for node, name, _ in variables_set(use, plan.examined.file):
        if name == "OPENAI_API_TYPE" and plan.wants("OAI306", node):
            plan.problem(node, "the variable decides whether calls go to Azure, where today's SDK reads others")
            continue
        if name not in VARIABLES or not plan.wants("OAI106", node):
            continue
        if name in RENAMED and name in _variables_read(plan):
            plan.problem(node, f"{name} is read by the program, too")
            continue
        if name not in RENAMED or plan.settings.azure is not False:
            plan.problem(node, f"{name} is not read any more")
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
    line = plan.line(node)
    for statement in plan.text.nodes:
        if isinstance(statement, (ast.Import, ast.ImportFrom)) and statement.lineno < line:
            names = (
                [alias.name for alias in statement.names]
                if isinstance(statement, ast.Import)
                else [statement.module or ""]
            )
            if any(name.partition(".")[0] == "openai" for name in names):
                return True
    return False


def store_of_place(use: Use) -> str | None:
    """The setting that a use stores."""
    if use.role in (STORE, DELETE) and isinstance(use.value, Place) and use.value.path.count(".") == 1:
        return use.value.path.partition(".")[2]
    return None


def _is_slashed(known: object, value: ast.expr | None) -> bool:
    if isinstance(known, Const) and isinstance(known.value, str) and known.value.endswith("/"):
        return True
    return value is not None and _ends_in_slash(value)


def gone_keys(text: Text) -> Iterator[int]:
    """Lines in which a dict, or a call, has a key that is the name of an argument that is gone."""
    for node in text.nodes:
        if isinstance(node, ast.Dict):
            for key in node.keys:
                if isinstance(key, ast.Constant) and key.value in GONE:
                    yield key.lineno
        elif isinstance(node, ast.keyword) and node.arg in GONE:
            yield node.value.lineno


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


def gathered(files: Sequence[tuple[Examined, Text]], paths: Sequence[str] = ()) -> Settings:
    """What the files of a run make of the settings of the module, taken together."""
    settings = Settings(files=len(files))
    if not any(examined.uses for examined, _ in files):
        return settings
    path_of = {id(text): path for (_, text), path in zip(files, paths or [""] * len(files), strict=True)}
    kinds: set[bool | None] = set()
    stores: list[tuple[Use, Text]] = []
    for examined, text in files:
        settings.script |= is_script(text.tree)
        settings.exported |= {
            alias.name
            for node in text.nodes
            if isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] != "openai"
            for alias in node.names
        }
        for line in gone_keys(text):
            settings.gone.setdefault(path_of[id(text)], line)
        settings.defined |= {node.name for node in text.nodes if isinstance(node, DEFINITIONS)}
        for use in examined.uses:
            path = certain_path(use.value)
            found = removed(use.value)
            if use.role == STORE and found is not None and found.kind in (METHOD, COROUTINE):
                settings.replaced.add(found.path)
            if use.role == CALL and found is not None:
                settings.calls |= found.kind in (METHOD, COROUTINE)
                settings.asynchronous |= found.kind == COROUTINE
            if path is None or not path.startswith("openai."):
                continue
            settings.current |= use.role == CALL and found is None and path.count(".") > 1
            if path.count(".") != 1:
                continue
            name = path.partition(".")[2]
            if use.role == STORE:
                settings.stored.add(name)
                if name == "api_base":
                    target = use.node if isinstance(use.node, ast.Attribute) else None
                    settings.slashed |= _is_slashed(
                        use.extra, assigned_in(text, target) if target is not None else None
                    )
                if name == "api_type":
                    kinds.add(_kind_of(use, text))
                    settings.kinds.add(_kind_named(use, text))
                    stores.append((use, text))
            elif use.role == LOAD:
                settings.read.add(name)
    if kinds == {True} and _is_always_set(stores):
        settings.azure = True
    elif kinds - {False}:
        settings.azure = None
    if settings.azure is not False:
        settings.switched = _switched(files)
    return settings


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
    for around, inner in _with_inner(use.node, text):
        if isinstance(around, ast.If) and inner is not around.test:
            test, taken = around.test, inner in around.body
            while isinstance(test, ast.UnaryOp) and isinstance(test.op, ast.Not):
                test, taken = test.operand, not taken
            found.add((ast.unparse(test), taken))
    return found


def _switched(files: Sequence[tuple[Examined, Text]]) -> str:
    """Does a program change settings that are read once? Says where."""
    seen: dict[str, list[tuple[Use, Text]]] = {}
    for examined, text in files:
        for use in examined.uses:
            path = certain_path(use.value)
            if use.role == STORE and path is not None and path.removeprefix("openai.") in READ_ONCE:
                seen.setdefault(path, []).append((use, text))
    texts = [one for _, one in files]
    for path, stores in seen.items():
        for number, (use, text) in enumerate(stores):
            others = stores[number + 1 :]
            if any(not _exclude_each_other(use, other, text) for other, where in others if where is text):
                return f"{path} is assigned more than once"
            if any(stored(use, text) != stored(other, where) for other, where in others) and _takes_turns(
                use, text, texts
            ):
                return f"{path} is assigned one value or another in a function that may run again"
            if _varies(use, text, texts):
                return f"{path} is assigned in a function that may run again with another value"
    return ""


def _exclude_each_other(one: Use, other: Use, text: Text) -> bool:
    """Are two assignments the same, or in different branches of a test?"""
    if isinstance(stored(one, text), Const) and stored(one, text) == stored(other, text):
        return True
    others = _branches(other, text)
    return any((test, not taken) in others for test, taken in _branches(one, text))


def _with_inner(node: ast.AST, text: Text) -> Iterator[tuple[ast.AST, ast.AST]]:
    inner = node
    for around in text.around(node):
        yield around, inner
        inner = around


def _varies(use: Use, text: Text, texts: Sequence[Text]) -> bool:
    """Is an assignment in a function that runs several times, with what it is given?"""
    function = text.function_of(use.node)
    if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return any(isinstance(around, (ast.For, ast.While)) for around in text.around(use.node)) and not isinstance(
            stored(use, text), Const
        )
    if isinstance(stored(use, text), (Const, Environ)):
        return False
    value = assigned_in(text, use.node) if isinstance(use.node, ast.expr) else None
    return _runs_again(function, text, texts, [value] if value is not None else [])


def _takes_turns(use: Use, text: Text, texts: Sequence[Text]) -> bool:
    """Is an assignment in a branch of a function that runs several times, and may go another way then?"""
    function = text.function_of(use.node)
    tests = [around.test for around in text.around(use.node) if isinstance(around, ast.If)]
    if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return any(isinstance(around, (ast.For, ast.While)) for around in text.around(use.node))
    return bool(tests) and _runs_again(function, text, texts, tests)


def _runs_again(
    function: ast.FunctionDef | ast.AsyncFunctionDef,
    text: Text,
    texts: Sequence[Text],
    decisive: Sequence[ast.expr],
    within: Sequence[ast.AST] = (),
) -> bool:
    """May a function run several times? Where nobody in this run calls it: do its parameters decide?"""
    names = {function.name}
    owner = text.parents.get(id(function))
    if isinstance(owner, ast.ClassDef) and function.name == "__init__":
        names = {owner.name}
    calls = [
        (node, where)
        for where in texts
        for node in where.nodes
        if isinstance(node, ast.Call)
        and (node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")) in names
    ]
    if not calls:
        given = {one.arg for one in ast.walk(function.args) if isinstance(one, ast.arg)} - {"self", "cls"}
        return any(isinstance(part, ast.Name) and part.id in given for value in decisive for part in ast.walk(value))
    loops = (ast.For, ast.While, ast.ListComp, ast.GeneratorExp, ast.DictComp)
    if len(calls) > 1 or any(isinstance(around, loops) for node, where in calls for around in where.around(node)):
        return True
    ((call, where),) = calls
    outer = where.function_of(call)
    if outer in (function, *within) or not isinstance(outer, (ast.FunctionDef, ast.AsyncFunctionDef)):
        return False
    passed = [*call.args, *(keyword.value for keyword in call.keywords)]
    return _runs_again(outer, where, texts, passed, [*within, function])


def for_each_call(settings: Sequence[Settings]) -> Settings | None:
    """What the files of a program make of the settings, where each call is to have a client of its own.

    None where the module's client is needed all the same, or nobody calls.
    """
    if any(one.current for one in settings) or not any(one.calls for one in settings):
        return None
    kinds = {kind for one in settings for kind in one.kinds}
    made = {"api_base", "api_type", "api_version", "organization"} if any(one.dynamic for one in settings) else set()
    kinds |= {None} if made else set()
    return replace(
        settings[0],
        each_call=True,
        files=max(one.files for one in settings),
        stored=made.union(*(one.stored for one in settings)),
        read=set().union(*(one.read for one in settings)),
        gone={path: line for one in settings for path, line in one.gone.items()},
        kinds=kinds,
        azure=True if all(one.azure is True for one in settings) and not made else None if kinds - PLAIN else False,
        script=any(one.script for one in settings),
        calls=True,
        asynchronous=any(one.asynchronous for one in settings),
    )
