"""What later SDKs took away, and have elsewhere or under another name: OAI201, OAI202, OAI203, OAI205, OAI503.

Each finding is a unit of its own: where it cannot be mended it stays as it is, and holds nothing back.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Sequence

from ...rules.base import Finding, Rule
from ...rules.facts import is_rebound
from ...rules.httpx import HttpxObject
from ...rules.later import DeprecatedMethod, Gone, RemovedSince, UnknownClientOption, gone
from ...rules.parameters import DeprecatedParameter
from ...sdk.clients import CLIENTS
from ...sdk.httpx import MAKERS
from ...sdk.options import ADVICE, SAME
from ...semantics.uses import CALL, STRING, Use
from ...semantics.values import NONE, Client, Const, Made, Place, Value, alternatives
from ..plan import Plan
from .imports import write_import
from .scopes import module_name

RULES: tuple[Rule, ...] = (RemovedSince(), UnknownClientOption(), DeprecatedMethod(), DeprecatedParameter())
RENAMED = {"max_tokens": "max_completion_tokens"}
"""Parameters that mean the same under another name."""
FROM = re.compile(r"from\s+([\w.]+)\s+import\b")


def rewrite(plan: Plan) -> None:
    """Mend what can be mended without a change of what is meant."""
    imports: list[tuple[ast.alias, Gone]] = []
    for use in plan.examined.uses:
        if use.inference or plan.is_left(use.node) or use.anchor is not None:
            continue
        for rule in RULES:
            if use.role not in rule.roles or (rule.remote and plan.examined.file.is_test):
                continue
            for finding in rule.check(use, plan.examined.file):
                if plan.wants(rule.code, finding.node):
                    _mend(plan, rule.code, use, finding, imports)
    _move_imports(plan, imports)
    _rename_httpx(plan)


def _mend(plan: Plan, code: str, use: Use, finding: Finding, imports: list[tuple[ast.alias, Gone]]) -> None:
    node = finding.node
    if code == "OAI201" and node is use.node:
        found = gone(use.value, plan.examined.file.target)
        if found is None or found.use is None or found.row.note:
            return
        if isinstance(node, ast.alias):
            imports.append((node, found))
        else:
            _move_path(plan, use, found)
    elif code == "OAI202" and isinstance(node, ast.keyword) and isinstance(use.node, ast.Call):
        _give_option(plan, use.node, node)
    elif code == "OAI205" and isinstance(use.node, ast.Call) and use.role == CALL:
        if isinstance(use.value, Made):
            _write_file(plan, use.node)
        else:
            _read_text(plan, use.node)
    elif code == "OAI503" and isinstance(node, ast.keyword) and isinstance(use.node, ast.Call):
        _give_parameter(plan, use.node, node)


# OAI201


def _move_path(plan: Plan, use: Use, found: Gone) -> None:
    """``client.beta.vector_stores.create`` → ``client.vector_stores.create``; the same in the target of a patch."""
    new = found.row.use or ""
    node: ast.AST | None = use.node.func if isinstance(use.node, ast.Call) else use.node
    if use.role == STRING:
        if isinstance(node, ast.Constant) and node.value == found.path and new.startswith("openai."):
            start, end = plan.text.span(node)
            inner = plan.text.text[start:end]
            if inner.count(found.path) == 1:
                plan.replace(node, inner.replace(found.path, found.use or ""))
        return
    common = _common(found.prefix, new)
    top: ast.Attribute | None = None
    while isinstance(node, ast.Attribute):
        value = plan.value(node)
        if top is None and found.prefix in _names(value) and not is_rebound(value):
            top = node
        if top is not None and common in _names(plan.value(node.value)):
            start, end = plan.text.name(node)[0], plan.text.span(top)[1]
            if "#" not in plan.text.text[start:end] and plan.placed(top):
                plan.edits.replace(start, end, new.removeprefix(f"{common}."))
            return
        node = node.value


def _names(value: Value) -> set[str]:
    """The paths that a value certainly has in the table."""
    names: list[set[str]] = []
    for option in alternatives(value):
        if isinstance(option, Client) and not option.wrapped:
            names.append({f"client.{option.path}".rstrip(".")})
        elif isinstance(option, Place):
            names.append({option.path, re.sub(r"^openai\b", "client", option.path)})
        else:
            return set()
    return set.intersection(*names) if names else set()


def _common(one: str, other: str) -> str:
    """``client`` of ``client.beta.vector_stores`` and ``client.vector_stores``."""
    parts = []
    for left, right in zip(one.split("."), other.split("."), strict=False):
        if left != right:
            break
        parts.append(left)
    return ".".join(parts)


def _move_imports(plan: Plan, imports: Sequence[tuple[ast.alias, Gone]]) -> None:
    """``from openai.types.beta import VectorStore`` → ``from openai.types import VectorStore``."""
    homes: dict[int, ast.Import | ast.ImportFrom] = {}
    for alias, _ in imports:
        statement = plan.text.parents.get(id(alias))
        if isinstance(statement, (ast.Import, ast.ImportFrom)):
            homes[id(statement)] = statement
    for statement in homes.values():
        moved = {id(alias): found for alias, found in imports if alias in statement.names}
        if isinstance(statement, ast.Import):
            _move_modules(plan, statement, moved)
        elif statement.level == 0 and statement.module:
            _move_names(plan, statement, moved)


def _move_modules(plan: Plan, statement: ast.Import, moved: dict[int, Gone]) -> None:
    """``import openai.types.beta.vector_stores as stores``; without a name of its own its uses are to change, too."""
    for alias in statement.names:
        found = moved.get(id(alias))
        if found is not None and alias.asname and found.use and found.use.startswith("openai."):
            plan.replace(alias, f"{found.use} as {alias.asname}")


def _move_names(plan: Plan, statement: ast.ImportFrom, moved: dict[int, Gone]) -> None:
    targets: dict[str, list[str]] = {}
    for alias in statement.names:
        found = moved.get(id(alias))
        if found is None:
            owner, name = statement.module or "", alias.name
        elif found.use is None or not found.use.startswith("openai."):
            return
        else:
            owner, _, name = found.use.rpartition(".")
        asname = alias.asname or alias.name
        targets.setdefault(owner, []).append(name if asname == name else f"{name} as {asname}")
    start, end = plan.text.span(statement)
    if len(targets) == 1 and all(
        found.use and found.use.rpartition(".")[2] == found.path.rpartition(".")[2] for found in moved.values()
    ):
        match = FROM.match(plan.text.text, start)
        if match:
            plan.edits.replace(*match.span(1), next(iter(targets)))
    elif "#" not in plan.text.text[start:end]:
        write_import(plan, statement, [f"from {owner} import {', '.join(names)}" for owner, names in targets.items()])


# OAI202


def _give_option(plan: Plan, call: ast.Call, keyword: ast.keyword) -> None:
    """``OpenAI(proxies=…)`` → ``OpenAI(http_client=DefaultHttpxClient(proxy=…))``; an option under its own name."""
    name = keyword.arg or ""
    instead, _ = ADVICE.get(name, (None, ""))
    given = {one.arg for one in call.keywords}
    if keyword not in call.keywords or instead is None or None in given or instead.removesuffix("=") in given:
        return
    if name in ("proxies", "proxy"):
        cls = _class(plan, call)
        proxy = keyword.value if name == "proxy" else _proxy(plan, keyword.value)
        if plan.value(keyword.value) == NONE:
            plan.cut(call, keyword)
        elif proxy is not None and cls is not None and len([one for one in given if one in ("proxies", "proxy")]) == 1:
            client = "DefaultAsyncHttpxClient" if CLIENTS[cls].asynchronous else "DefaultHttpxClient"
            if plan.placed(keyword):
                text = f"http_client={_imported(plan, call, client)}(proxy={plan.text.of(proxy)})"
                plan.edits.replace(*plan.text.span(keyword), text)
    elif name in SAME and plan.placed(keyword):
        plan.edits.replace(*plan.text.keyword_name(keyword), instead.removesuffix("="))


def _imported(plan: Plan, call: ast.Call, name: str) -> str:
    """A name of the SDK where the class of a call is named: beside it in its import, else on the module."""
    function = call.func
    for statement in plan.text.tree.body if isinstance(function, ast.Name) else ():
        if not isinstance(statement, ast.ImportFrom) or statement.module != "openai":
            continue
        bound = {alias.asname or alias.name: alias for alias in statement.names}
        if isinstance(function, ast.Name) and function.id in bound:
            if name not in bound and name in plan.text.names_used():
                break
            if name not in bound:
                first = next((alias for alias in statement.names if alias.name > name), bound[function.id])
                plan.edits.insert(plan.text.span(first)[0], f"{name}, ")
            return name
    return f"{module_name(plan, call)}.{name}"


def _class(plan: Plan, call: ast.Call) -> str | None:
    """The client class that a call certainly makes an object of."""
    value = plan.value(call.func)
    return value.path if isinstance(value, Place) and value.path in CLIENTS else None


def _proxy(plan: Plan, node: ast.expr) -> ast.expr | None:
    """The one proxy for all that is sent, of what ``proxies=`` is given."""
    if isinstance(node, ast.Dict):
        texts = {plan.text.of(value) for value in node.values}
        keys = {key.value if isinstance(key, ast.Constant) else None for key in node.keys}
        for_all = bool(keys & {"https", "https://", "all://"}) and None not in keys
        return node.values[0] if len(texts) == 1 and for_all else None
    return node if isinstance(node, (ast.Constant, ast.JoinedStr)) and isinstance(plan.value(node), Const) else None


# OAI205


def _read_text(plan: Plan, call: ast.Call) -> None:
    """``client.files.retrieve_content(id)`` → ``client.files.content(id).text``."""
    function, value = call.func, plan.value(call.func)
    if not isinstance(function, ast.Attribute) or function.attr != "retrieve_content":
        return
    if isinstance(value, Client) and (value.wrapped or value.cls not in CLIENTS):
        return
    at: ast.expr = call
    if isinstance(value, Client) and CLIENTS[value.cls].asynchronous:
        parent = plan.text.parents.get(id(call))
        if not isinstance(parent, ast.Await):
            return
        at = parent
    if plan.placed(function):
        plan.edits.replace(*plan.text.name(function), "content")
        plan.behind(at, ".text")


def _write_file(plan: Plan, call: ast.Call) -> None:
    """``response.stream_to_file(path)`` → ``response.write_to_file(path)``, which waits as long and writes the same."""
    function = call.func
    given = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg == "file")]
    alone = len(given) == len(call.args) + len(call.keywords) == 1 and not isinstance(given[0], ast.Starred)
    if isinstance(function, ast.Attribute) and function.attr == "stream_to_file" and alone and plan.placed(function):
        plan.edits.replace(*plan.text.name(function), "write_to_file")


# OAI503


def _give_parameter(plan: Plan, call: ast.Call, keyword: ast.keyword) -> None:
    """``max_tokens=`` → ``max_completion_tokens=``; a form of pictures that is the only one goes."""
    name = keyword.arg or ""
    if keyword not in call.keywords:
        return
    new = RENAMED.get(name)
    if new is not None:
        if all(one.arg not in (None, new) for one in call.keywords) and plan.placed(keyword):
            plan.edits.replace(*plan.text.keyword_name(keyword), new)
    elif name == "response_format" and plan.value(keyword.value) == Const("b64_json") and _refuses_form(plan, call):
        plan.cut(call, keyword)


def _refuses_form(plan: Plan, call: ast.Call) -> bool:
    """True if a call names a model that gives pictures in one form only: others may still take the argument."""
    models = [plan.value(keyword.value) for keyword in call.keywords if keyword.arg == "model"]
    return any(isinstance(one, Const) and str(one.value).startswith("gpt-image-") for one in models)


# OAI203


def _rename_httpx(plan: Plan) -> None:
    """``httpx`` → ``httpx2`` in a file that has it for nothing but the SDK."""
    rule = HttpxObject()
    found = [
        finding
        for use in plan.examined.uses
        if use.role in rule.roles
        for finding in rule.check(use, plan.examined.file)
        if plan.wants(rule.code, finding.node)
    ]
    if not found:
        return
    names: list[ast.Name] = []
    aliases: list[ast.alias] = []
    for node in plan.text.nodes:
        if isinstance(node, ast.Name) and node.id == "httpx":
            if not isinstance(node.ctx, ast.Load) or not _is_for_sdk(plan, node, found):
                return
            names.append(node)
        elif isinstance(node, ast.Import):
            aliases += [alias for alias in node.names if alias.name.partition(".")[0] == "httpx"]
        elif _names_httpx(node):
            return
    if len(aliases) != 1 or aliases[0].asname or aliases[0].name != "httpx" or plan.is_left(aliases[0]):
        return
    if all(plan.text.is_placed(node) and not plan.is_left(node) for node in names):
        plan.replace(aliases[0], "httpx2")
        for node in names:
            plan.replace(node, "httpx2")


def _names_httpx(node: ast.AST) -> bool:
    """True if something has a part of httpx in another form."""
    if isinstance(node, ast.ImportFrom):
        return (node.module or "").partition(".")[0] == "httpx"
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and "httpx." in node.value


def _is_for_sdk(plan: Plan, node: ast.Name, found: Sequence[Finding]) -> bool:
    """True if ``httpx`` stands there to make, name or test an object of the SDK."""
    parent = plan.text.parents.get(id(node))
    if not isinstance(parent, ast.Attribute):
        return False
    if any(parent is part for finding in found for part in ast.walk(finding.node)):
        return True
    around = plan.text.parents.get(id(parent))
    if isinstance(around, ast.Call) and around.func is parent:
        return f"httpx.{parent.attr}" in MAKERS
    # A parameter may be given what another file makes.
    return isinstance(around, ast.AnnAssign) and around.annotation is parent
