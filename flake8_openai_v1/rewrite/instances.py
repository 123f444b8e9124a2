"""A client object in the place of the module's settings: where the file proves that it is the same.

It is the same where all settings are made by statements of the module, one each, before anything is called, and
nobody reads or changes them later: what they are then is what the client is made of.
"""

from __future__ import annotations

import ast
import re
from dataclasses import dataclass, field

from ..rules.facts import COROUTINE, METHOD, RESOURCE, removed
from ..sdk.arguments import OPTIONS
from ..sdk.settings import TODAY, TOKENS, WITHOUT_EFFECT
from ..sdk.wrappers import ONE_LOOP
from ..semantics.uses import DELETE, IMPORT, LOAD, STORE, STRING, Use
from ..semantics.values import NONE, Const, Environ, Value
from .names import certain_path, is_annotation, is_own_name
from .plan import Carrier, Plan
from .settings import only_proxy

LONGEST = 88
"""Characters of a line, from which on arguments stand on lines of their own."""
QUIET = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Assign, ast.AnnAssign)
"""Statements that call nothing of the SDK, if they make no call."""


class NotTheSame(Exception):
    """A client would not be the same; the text says why."""


@dataclass
class Found:
    """The settings of a file, as a client needs them."""

    stores: list[Use] = field(default_factory=list)
    options: dict[str, str] = field(default_factory=dict)
    """Name of the option → text of its value."""
    azure: bool = False
    proxy: str = ""
    """The text of the address of the proxy."""
    read_anew: bool = False
    """Is the key read from a file for each call?"""


CARRIED = frozenset(
    {"api_key", "api_key_path", "organization", "api_base", "api_type", "api_version", "proxy"} | WITHOUT_EFFECT
)
"""Settings that a client is made of, and those that change nothing."""
FIXED = frozenset({"os", "pathlib", "Path", "str", "__file__"})
"""Names that mean the same throughout a program."""


def _is_fixed(node: ast.expr) -> bool:
    """Is an expression the same whenever it is evaluated?"""
    return all(part.id in FIXED for part in ast.walk(node) if isinstance(part, ast.Name)) and not any(
        isinstance(part, ast.Attribute) and part.attr in ("environ", "getenv", "cwd", "getcwd")
        for part in ast.walk(node)
    )


def carry(plan: Plan, asked: bool) -> None:
    """Have a file's calls made on a client, if it is the same; `asked`: a person asked for it.

    Raises NotTheSame.
    """
    if not asked and (plan.settings.files != 1 or not plan.settings.script):
        raise NotTheSame("others may import the file, and set what it does not")
    if plan.settings.files != 1 and plan.settings.stored:
        raise NotTheSame("several files share the settings")
    if plan.settings.stored.intersection({*TODAY, "http_client"}):
        raise NotTheSame("the module has settings of today's SDK")
    uses = [use for use in plan.examined.uses if not use.inference]
    calls = [use for use in uses if is_call(use)]
    if not calls:
        if asked and not any(use.role == STORE for use in uses):
            return  # nothing for a client to do here
        raise NotTheSame("the file makes no call")
    found = _settings(plan, uses, asked)
    if not found.stores and any(_is_conditional(plan, use) for use in uses if use.role == IMPORT):
        raise NotTheSame("the SDK is imported under a condition, and a client is made under none")
    imports = [plan.text.function_of(use.node) for use in uses if use.role == IMPORT]
    if not found.stores and imports and None not in imports:
        raise NotTheSame("the SDK is imported within a function, and a client is made outside of it")
    if not found.stores and not asked:
        raise NotTheSame("the file sets nothing: a client asks for a key when it is made")
    if "api_key" not in found.options and any(
        keyword.arg == "api_key" for use in calls if isinstance(use.node, ast.Call) for keyword in use.node.keywords
    ):
        raise NotTheSame("calls have keys of their own, and a client asks for one when it is made")
    line = max((plan.line(use.node) for use in found.stores), default=_last_import(plan))
    _check_order(plan, found, uses, line)
    both = {removed(use.value).kind == COROUTINE for use in calls if removed(use.value)}  # type: ignore[union-attr]
    if found.read_anew and (found.azure or True in both):
        raise NotTheSame("the key is read from a file for each call")
    if True in both:
        _check_loop(plan)
    names = {kind: _free_name(plan, "async_client" if kind and len(both) > 1 else "client") for kind in sorted(both)}
    plan.carrier = Carrier(names, found.azure)
    _write(plan, found, uses, line)


def is_call(use: Use) -> bool:
    """True if something of 0.x is called, or named, that a client has today."""
    found = removed(use.value)
    return found is not None and found.kind in (METHOD, COROUTINE, RESOURCE)


def _settings(plan: Plan, uses: list[Use], asked: bool) -> Found:
    found = Found()
    seen: set[str] = set()
    for use in uses:
        path = certain_path(use.value) or ""
        name = path.removeprefix("openai.")
        if id(use.node) in plan.settings.overwritten:
            continue
        if use.role == STORE and is_call(use):
            raise NotTheSame(f"{path} is assigned")
        if name not in CARRIED:
            if use.role == STORE and path.startswith("openai.") and path.count(".") == 1:
                raise NotTheSame(f"{path} is set")
            continue
        if use.role in (LOAD, DELETE, STRING):
            raise NotTheSame(f"{path} is read or changed")
        if use.role != STORE:
            continue
        node = use.node
        statement = plan.text.statement_of(node)
        alone = isinstance(statement, ast.Assign) and statement.targets == [node]
        if name in seen or not alone or plan.text.parents.get(id(statement)) is not plan.text.tree:
            raise NotTheSame(f"{path} is not set once, by the module")
        seen.add(name)
        assert isinstance(statement, ast.Assign)
        _check_statement(plan, statement)
        found.stores.append(use)
        value = plan.value(statement.value)
        if name in WITHOUT_EFFECT:
            if any(isinstance(part, ast.Call) for part in ast.walk(statement.value)):
                raise NotTheSame(f"{path} is set")
            continue
        if name == "proxy":
            address = only_proxy(statement.value) or statement.value
            if isinstance(address, ast.Dict) or not is_certain(plan.value(address), address):
                raise NotTheSame(f"{path} may be a dict")
            found.proxy = plan.text.of(address)
            continue
        if name == "api_key_path":
            if not _is_fixed(statement.value) or "api_key" in seen:
                raise NotTheSame("which file has the key may change")
            seen.add("api_key")
            found.read_anew = True
            found.options["api_key"] = f"lambda: open({plan.text.of(statement.value)}).read().strip()"
            continue
        if name == "api_type":
            kind = str(use.extra.value).lower() if isinstance(use.extra, Const) else ""
            if kind not in ("azure", "open_ai", "openai", *TOKENS):
                raise NotTheSame("the kind of API is not written")
            found.azure = kind not in ("open_ai", "openai")
            if kind in TOKENS:
                seen.add("token")
            continue
        if not asked and name != "organization" and not is_certain(value, statement.value):
            raise NotTheSame(f"{path} may be None, which a client takes for what the environment says")
        found.options[OPTIONS[name]] = plan.text.of(statement.value)
    if found.azure:
        if "base_url" in found.options:
            found.options["azure_endpoint"] = found.options.pop("base_url")
        if "token" in seen and "api_key" in found.options:
            found.options["azure_ad_token"] = found.options.pop("api_key")
        if not {"azure_endpoint", "api_version"} <= set(found.options) or not {"api_key", "azure_ad_token"} & set(
            found.options
        ):
            raise NotTheSame("what a client for Azure needs is not all set here")
    elif "api_key" not in found.options and not asked:
        raise NotTheSame("the file sets no key: a client asks for one when it is made")
    elif "api_version" in found.options:
        raise NotTheSame("a version without Azure")
    return found


def _check_statement(plan: Plan, statement: ast.Assign) -> None:
    """Stands a setting on lines of its own, and can its value be moved to a later line?"""
    start, end = plan.text.span(statement)
    before = plan.text.text[plan.text.line_start(start) : start]
    after = plan.text.text[end : plan.text.line_end(end)]
    if before.strip() or after.strip() or "#" in plan.text.of(statement) or statement.lineno != statement.end_lineno:
        raise NotTheSame("a setting does not stand on a line of its own")


def is_certain(value: Value, node: ast.expr) -> bool:
    """Is a value a text, for sure?"""
    if isinstance(value, Const):
        return isinstance(value.value, str) and bool(value.value)
    if isinstance(value, Environ):
        return value.required or (value.default is not None and value.default != NONE)
    return isinstance(node, (ast.JoinedStr, ast.BinOp))


def _is_conditional(plan: Plan, use: Use) -> bool:
    """True if an import of the file itself stands in a block."""
    return plan.text.function_of(use.node) is None and plan.text.statement_of(use.node) not in plan.text.tree.body


def _last_import(plan: Plan) -> int:
    """The line in which the last import of the file ends, and all else that begins there; 0 where there is none."""
    line = 0
    for statement in plan.text.tree.body:
        if isinstance(statement, (ast.Import, ast.ImportFrom)) or statement.lineno <= line:
            line = int(statement.end_lineno or 0)
    return line


def _check_order(plan: Plan, found: Found, uses: list[Use], line: int) -> None:
    """Is nothing called before the client is made, and nothing done between the settings that could matter?"""
    for use in uses:
        legacy = removed(use.value)
        if legacy is None or legacy.kind not in (METHOD, COROUTINE, RESOURCE) or is_own_name(use.value):
            continue
        if plan.text.function_of(use.node) is None and plan.line(use.node) <= line:
            raise NotTheSame("something of the SDK is named before all settings are made")
    first = min((plan.line(use.node) for use in found.stores), default=line)
    for statement in plan.text.tree.body:
        if first <= statement.lineno < line and not isinstance(statement, QUIET):
            raise NotTheSame("something runs between the settings")
        if first < statement.lineno <= line and isinstance(statement, (ast.Assign, ast.AnnAssign)):
            changed = {
                part.id
                for part in ast.walk(statement)
                if isinstance(part, ast.Name) and isinstance(part.ctx, ast.Store)
            }
            if any(re.search(rf"\b{re.escape(name)}\b", text) for name in changed for text in found.options.values()):
                raise NotTheSame("what a setting is made of changes between the settings")
        # A function that is defined, and called before the client is made, would not find it.
        if statement.lineno < line and any(
            isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and _calls_sdk(plan, part.func.id)
            for part in ast.walk(statement)
            if not isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
        ):
            raise NotTheSame("a function that calls the SDK is called before all settings are made")


def _calls_sdk(plan: Plan, name: str) -> bool:
    return any(
        isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef)) and node.name == name for node in plan.text.nodes
    )


def _check_loop(plan: Plan) -> None:
    """Is there one event loop? The connections of an async client belong to the one in which they were opened."""
    loops = 0
    for node in plan.text.nodes:
        if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
            continue
        name = node.func.attr
        if name == "run" and isinstance(node.func.value, ast.Name) and node.func.value.id == "asyncio":
            inside = [
                a
                for a in plan.text.around(node)
                if isinstance(a, (ast.For, ast.While, ast.FunctionDef, ast.comprehension))
            ]
            loops += 2 if inside else 1
        elif name in ("run_until_complete", "new_event_loop", "run_coroutine_threadsafe"):
            loops += 2
    packages = {
        name.partition(".")[0]
        for node in plan.text.nodes
        if isinstance(node, (ast.Import, ast.ImportFrom))
        for name in ([alias.name for alias in node.names] if isinstance(node, ast.Import) else [node.module or ""])
    }
    if loops != 1 and (loops or packages.isdisjoint(ONE_LOOP)):
        raise NotTheSame("whether there is one event loop is not known")


def _free_name(plan: Plan, name: str) -> str:
    """A name that the file does not use."""
    used = plan.text.names_used()
    for candidate in (name, f"openai_{name}"):
        if candidate not in used:
            return candidate
    raise NotTheSame(f"the name {name} is taken")


def _write(plan: Plan, found: Found, uses: list[Use], line: int) -> None:
    """Make the client in the place of the last setting; the others go."""
    carrier = plan.carrier
    assert carrier is not None
    classes = {kind: f"{'Async' if kind else ''}{'AzureOpenAI' if found.azure else 'OpenAI'}" for kind in carrier.names}
    connections = {kind: f"Default{'Async' if kind else ''}HttpxClient" for kind in carrier.names if found.proxy}
    module = _module(plan, found, uses, sorted({*classes.values(), *connections.values()}))
    prefix = f"{module}." if module else ""
    plan.carrier = carrier._replace(alone=not module)
    order = ("api_key", "azure_ad_token", "organization", "base_url", "azure_endpoint", "api_version")
    arguments = [f"{name}={found.options[name]}" for name in order if name in found.options]
    newline, step = plan.text.newline, plan.text.indent
    if not {"api_key", "azure_ad_token"} & set(found.options):
        plan.note(plan.text.tree, "the client asks for the key when the file is imported: OPENAI_API_KEY must be set")
    made = []
    for kind, name in carrier.names.items():
        proxied = [f"http_client={prefix}{connections[kind]}(proxy={found.proxy})"] if found.proxy else []
        text = f"{name} = {prefix}{classes[kind]}({', '.join([*arguments, *proxied])})"
        if len(text) > LONGEST:
            inner = "".join(f"{step}{argument},{newline}" for argument in [*arguments, *proxied])
            text = f"{name} = {prefix}{classes[kind]}({newline}{inner})"
        made.append(text)
    text = newline.join(made)
    if not found.stores:
        end = plan.text.line_end(plan.text.offset(line, 0)) if line else 0
        plan.edits.insert(end, f"{newline * 2 if line else ''}{text}{'' if line else newline * 2}")
        return
    for use in found.stores:
        statement = plan.text.statement_of(use.node)
        start, end = plan.text.span(statement)
        if plan.line(use.node) == line:
            plan.edits.replace(start, end, text)
        else:
            plan.edits.replace(plan.text.line_start(start), plan.text.line_start_after(end), "")


def _module(plan: Plan, found: Found, uses: list[Use], classes: list[str]) -> str:
    """How the file names the module, where it still needs it; empty where the classes are imported by name."""
    imports = [
        (statement, alias)
        for statement in plan.text.tree.body
        if isinstance(statement, ast.Import)
        for alias in statement.names
        if alias.name == "openai"
    ]
    names = [alias.asname or alias.name for _, alias in imports]
    gone = _roots(plan, uses) | {id(use.node.value) for use in found.stores if isinstance(use.node, ast.Attribute)}
    overwritten = (use.node for use in uses if id(use.node) in plan.settings.overwritten)
    gone |= {id(node.value) for node in overwritten if isinstance(node, ast.Attribute)}
    still = [
        node for node in plan.text.nodes if isinstance(node, ast.Name) and node.id in names and id(node) not in gone
    ]
    taken = {node.id for node in plan.text.nodes if isinstance(node, ast.Name)} & set(classes)
    others = any(
        isinstance(node, ast.ImportFrom) and (node.module or "").partition(".")[0] == "openai"
        for node in plan.text.nodes
    )
    if len(imports) == 1 and not still and not taken and not others and len(imports[0][0].names) == 1:
        plan.edits.replace(*plan.text.span(imports[0][0]), f"from openai import {', '.join(classes)}")
        return ""
    if names:
        return names[0]
    plan.imports.add("openai")
    return "openai"


def _roots(plan: Plan, uses: list[Use]) -> set[int]:
    """``id(node)`` of the names of the module that become those of a client."""
    roots: set[int] = set()
    for use in uses:
        if not is_call(use) or is_own_name(use.value) or is_annotation(plan, use.node):
            continue
        node: ast.AST = use.node.func if isinstance(use.node, ast.Call) else use.node
        while isinstance(node, (ast.Attribute, ast.Call)):
            node = node.value if isinstance(node, ast.Attribute) else node.func
        if isinstance(node, ast.Name) and certain_path(plan.value(node)) == "openai":
            roots.add(id(node))
    return roots
