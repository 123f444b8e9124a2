"""Settings of the module and of the environment → those of today."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ...rules.facts import SETTING, removed
from ...rules.hosts import PLAIN
from ...rules.settings import VARIABLES, variables_set
from ...sdk.settings import NAMED_OTHERWISE, RENAMED, TOKENS, WITHOUT_EFFECT
from ...semantics.uses import LOAD, STORE, STRING, Use
from ...semantics.values import Const, Environ
from ...semantics.values import Text as Known
from ..causes import Code
from ..names.paths import certain_path, is_own_name
from ..plan import Plan, about
from . import sessions
from .addresses import address, as_it_was, rewrite_address
from .again import varies
from .assigned import assigned_in, is_beside, is_made_name, kind_named, kind_of
from .reading import alternatives, is_put_back, is_set_before, put_or

KEY_PATH = "openai_key_path"
"""The variable of the program that takes the place of ``openai.api_key_path``."""
PROXY = "openai_proxy"
"""The variable of the program that takes the place of ``openai.proxy`` where calls are awaited."""
MAKERS = ("openai_client", "make_openai_client", "new_openai_client")
"""Names for the function that makes a client for each call; the first that is free is taken."""


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
        _proxy(plan, use)
    elif use.role == STORE and name == "api_key_path":
        _key_path(plan, use)
    elif name == "aiosession" and sessions.rewrite(plan, use):
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
        _kind(plan, use)
    if use.role == LOAD and _is_in_maker(plan, use.node):
        return
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
def look_for_unwanted_kinds(plan: Plan) -> None:
    """A kind of API that has another name today, and may not be touched, is in the way of all else."""
    for use in plan.model.of(STORE):
        if certain_path(use.value) == "openai.api_type" and not plan.wants("OAI306", use.node):
            if kind_of(use, plan.text) and use.extra != Const("azure"):
                plan.problem(use.node, "OAI306 is not selected, and the rest needs it", Code.NOT_SELECTED)


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


def _is_in_maker(plan: Plan, node: ast.AST) -> bool:
    """Does a node stand in a function that an earlier pass wrote?"""
    function = plan.text.function_of(node)
    return plan.settings.each_call and getattr(function, "name", "").removeprefix("async_") in MAKERS


FROM_OUTSIDE = "if OPENAI_API_TYPE is set to azure, set AZURE_OPENAI_ENDPOINT and OPENAI_API_VERSION as well"


@about(Code.CONFIGURATION)
def rewrite_kinds(plan: Plan) -> None:
    """0.x had a kind of API where none was set; today's module has None."""
    if plan.carrier is not None and not plan.carrier.made:
        return
    if "api_type" in plan.settings.stored and not plan.settings.each_call:
        return
    for node in plan.text.each(ast.Attribute):
        is_read = node.attr == "api_type" and isinstance(node.ctx, ast.Load)
        if is_read and certain_path(plan.value(node)) == "openai.api_type" and not _is_in_maker(plan, node):
            _kind_read(plan, node)


def _kind_read(plan: Plan, node: ast.Attribute) -> None:
    if not plan.settings.kinds and not plan.settings.each_call:
        plan.note(node, FROM_OUTSIDE)
    if plan.settings.kinds & TOKENS and plan.settings.kinds <= TOKENS | PLAIN:
        plan.problem(node, "the kind of API is read, and that of a token has another name now")
    elif not (
        is_put_back(plan, node)
        or is_set_before(plan, node, "openai.api_type")
        or _says_default(plan, node)
        or _is_compared_with_azure(plan, node)
        or _is_compared_then(plan, node)
    ) and plan.placed(node):
        put_or(plan, node, plan.text.of(node), f"{plan.quote(node)}open_ai{plan.quote(node)}")


def _says_default(plan: Plan, node: ast.AST) -> bool:
    """``openai.api_type or "open_ai"``, as an earlier pass wrote it."""
    return any(
        ast.unparse(one) == "'open_ai'" or plan.value(one) == Const("open_ai") for one in alternatives(plan, node)
    )


def _is_compared_then(plan: Plan, node: ast.AST) -> bool:
    """``openai.api_type and openai.api_type == "azure"``, which is false for either default."""
    parent = plan.text.parents.get(id(node))
    if not isinstance(parent, ast.BoolOp) or not isinstance(parent.op, ast.And) or node not in parent.values:
        return False
    later = parent.values[parent.values.index(node) + 1 :]
    kinds = [one.left for one in later if isinstance(one, ast.Compare) and isinstance(one.ops[0], ast.Eq)]
    return any(
        certain_path(plan.value(kind)) == "openai.api_type" and _is_compared_with_azure(plan, kind) for kind in kinds
    )


def _is_compared_with_azure(plan: Plan, node: ast.AST) -> bool:
    """``openai.api_type == "azure"``, which neither default is."""
    parent = plan.text.parents.get(id(node))
    if not isinstance(parent, ast.Compare) or len(parent.ops) != 1:
        return False
    (other,) = parent.comparators if parent.left is node else (parent.left,)
    if isinstance(parent.ops[0], (ast.In, ast.NotIn)) and isinstance(other, (ast.Tuple, ast.List, ast.Set)):
        kinds = other.elts
    elif isinstance(parent.ops[0], (ast.Eq, ast.NotEq)):
        kinds = [other]
    else:
        return False
    return all(isinstance(kind, ast.Constant) and kind.value in TOKENS | {"azure"} for kind in kinds)


def _kind(plan: Plan, use: Use) -> None:
    """``openai.api_type = "azure_ad"``: the key is a token."""
    if kind_named(use, plan.text) not in TOKENS:
        _lower(plan, use)
        return
    value = assigned_in(plan.text, use.node) if isinstance(use.node, ast.expr) else None
    if not isinstance(value, ast.Constant):
        plan.problem(use.node, "the kind of API is not written here")
        return
    text = plan.text.of(value)
    if plan.settings.each_call:
        # Where the key is a token only sometimes, whoever makes a client asks.
        kind = "azure" if plan.settings.kinds <= TOKENS | PLAIN else str(value.value).lower()
        if kind != value.value:
            if kind != "azure" and "api_type" in plan.settings.read:
                plan.problem(use.node, f'the kind of API is read, and is called "{kind}" today')
            plan.replace(value, text[0] + kind + text[0])
        return
    stores = [
        other for other in plan.examined.uses if other.role == STORE and certain_path(other.value) == "openai.api_key"
    ]
    if not stores:
        why = "where the token comes from is not to be seen in this file"
        plan.problem(use.node, why, about_settings=True)
        return
    beside = [store for store in stores if is_beside(plan, store, use)]
    if len(beside) == 1 and all(_is_beside_other_kind(plan, store) for store in stores if store not in beside):
        stores = beside
    in_functions = any(plan.text.function_of(store.node) is not None for store in stores)
    if len(stores) > 1 or in_functions or any(varies(store, plan.text, [plan.text]) for store in stores):
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


def _is_beside_other_kind(plan: Plan, store: Use) -> bool:
    """Does a kind of API with which the key is none stand beside the assignment of a key?"""
    return any(
        kind_of(other, plan.text) is not None
        and kind_named(other, plan.text) not in TOKENS
        and is_beside(plan, store, other)
        for other in plan.model.of(STORE)
        if certain_path(other.value) == "openai.api_type"
    )


def _lower(plan: Plan, use: Use) -> None:
    """``"Azure"``, ``"open_ai"``: today's module knows only ``"azure"`` and ``"openai"``."""
    value = assigned_in(plan.text, use.node) if isinstance(use.node, ast.expr) else None
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


MAY_BE_DICT = "openai.proxy may be a dict here, with a proxy for each scheme, and today's client takes one text"
OF_TEXTS = frozenset({"format", "join", "lower", "rstrip", "strip"})
"""Methods of texts that give texts."""


def _proxy(plan: Plan, use: Use) -> None:
    """``openai.proxy = "http://…"``."""
    value = assigned_in(plan.text, use.node) if isinstance(use.node, ast.Attribute) else None
    known = plan.value(value) if value is not None else None
    if value is None or not isinstance(use.node, ast.Attribute):
        plan.problem(use.node, "what openai.proxy is assigned cannot be seen")
        return
    if plan.settings.asynchronous and not plan.settings.each_call:
        plan.problem(use.node, "calls are awaited, and their client needs the proxy, too", about_settings=True)
        return
    is_none = isinstance(known, Const) and known.value is None
    one = only_proxy(value)
    if one is None and isinstance(value, ast.Dict):
        plan.problem(use.node, MAY_BE_DICT)
        return
    if one is None and not isinstance(known, (Const, Known, Environ)) and not is_text(value):
        plan.doubt(use.node, MAY_BE_DICT)
    if plan.settings.asynchronous:
        _proxy_for_each_call(plan, use.node, value, one)
        return
    module = plan.text.of(use.node.value)
    plan.edits.replace(*plan.text.name(use.node), "http_client")
    if one is not None:
        plan.replace(value, f"{module}.DefaultHttpxClient(proxy={plan.text.of(one)})")
    elif not is_none:
        empty = " or None" if isinstance(value, ast.Call) and is_text(value) else ""
        plan.wrap(value, f"{module}.DefaultHttpxClient(proxy=", f"{_of_https(plan, value)}{empty})")


def is_text(node: ast.expr) -> bool:
    """True if an expression is a text by its form, whatever it is made of."""
    if isinstance(node, ast.Call):
        function = node.func
        if isinstance(function, ast.Attribute):
            return function.attr in OF_TEXTS and is_text(function.value)
        return isinstance(function, ast.Name) and function.id == "str"
    if isinstance(node, ast.BinOp) and isinstance(node.op, (ast.Add, ast.Mod)):
        return is_text(node.left) or (isinstance(node.op, ast.Add) and is_text(node.right))
    return isinstance(node, ast.JoinedStr) or (isinstance(node, ast.Constant) and isinstance(node.value, str))


def _of_https(plan: Plan, value: ast.expr) -> str:
    """What stands behind a value that is named as a dict of proxies is, to get the one for the service."""
    is_dict = isinstance(value, (ast.Name, ast.Attribute)) and plan.text.of(value).lower().endswith("proxies")
    return f".get({plan.quote(value)}https{plan.quote(value)}) or None" if is_dict else ""


def _proxy_for_each_call(plan: Plan, node: ast.Attribute, value: ast.expr, one: ast.expr | None) -> None:
    """The proxy becomes a variable of the program, of which who makes a client makes its connections."""
    function = plan.text.function_of(node)
    if plan.settings.callers != 1 or not plan.makers_are_here or PROXY in plan.text.names_used():
        plan.problem(node, "openai.proxy is set in another file than that of the calls")
        return
    if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)):
        if any(isinstance(around, ast.ClassDef) for around in plan.text.around(node)):
            plan.problem(node, "openai.proxy is set in the body of a class")
            return
    else:
        first = function.body[0]
        has_text = isinstance(first, ast.Expr) and isinstance(first.value, ast.Constant) and len(function.body) > 1
        start = plan.text.span(function.body[1] if has_text else first)[0]
        if plan.text.text[plan.text.line_start(start) : start].strip():
            plan.problem(node, "openai.proxy is set where there is no place for a global statement")
            return
        if function not in plan.globals:
            plan.globals.append(function)
            plan.edits.insert(start, f"global {PROXY}{plan.text.newline}{plan.text.indentation(start)}")
    plan.edits.replace(*plan.text.span(node), PROXY)
    if one is not None:
        plan.replace(value, plan.text.of(one))
    elif _of_https(plan, value):
        plan.wrap(value, "", _of_https(plan, value))


def only_proxy(node: ast.expr) -> ast.expr | None:
    """Return the proxy in ``{"http": proxy, "https": proxy}``."""
    if not isinstance(node, ast.Dict) or len(node.values) != 2:
        return None
    keys = {key.value for key in node.keys if isinstance(key, ast.Constant)}
    first, second = map(ast.unparse, node.values)
    simple = isinstance(node.values[0], (ast.Constant, ast.Name, ast.Attribute, ast.Subscript, ast.JoinedStr))
    return node.values[0] if keys == {"http", "https"} and first == second and simple else None


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


@about(Code.CONFIGURATION)
def rewrite_variables(plan: Plan, use: Use) -> None:
    """Variables that the program sets for the SDK to read."""
    for node, name, _ in variables_set(use, plan.examined.file):
        if name == "OPENAI_API_TYPE":
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
