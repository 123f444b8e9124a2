"""A client object in the place of the module's settings: where the file proves that it is the same.

It is the same where all settings are made by statements of the module, one each, before anything is called, and
nobody reads or changes them later: what they are then is what the client is made of.
"""

from __future__ import annotations

import ast
import re
from typing import Any

from ...rules.facts import COROUTINE, METHOD, RESOURCE, removed
from ...sdk.arguments import OPTIONS
from ...sdk.settings import TOKENS, WITHOUT_EFFECT
from ...semantics.uses import DELETE, IMPORT, LOAD, STORE, STRING, Use
from ...semantics.values import Const
from ..names.annotations import is_annotation
from ..names.imports import write_import
from ..names.paths import certain_path, is_own_name
from ..names.scopes import module_name
from ..plan import Carrier, Plan
from .assigned import is_empty_by_default
from .client_imports import import_anew, import_beside, last_import, line_of, take_out
from .client_text import Found, constructed, replace_settings
from .conditions import anchor, condition, given
from .homes import Home
from .interrupted import one_loop
from .links import NotTheSame
from .proxies import only_proxy
from .unfit import is_certain

QUIET = (ast.Import, ast.ImportFrom, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef, ast.Assign, ast.AnnAssign)
"""Statements that call nothing of the SDK, if they make no call."""
CARRIED = frozenset(
    {"api_key", "api_key_path", "organization", "api_base", "api_type", "api_version", "proxy"} | WITHOUT_EFFECT
)
"""Settings that a client is made of, and those that change nothing."""
FIXED = frozenset({"os", "pathlib", "Path", "str", "__file__"})
"""Names that mean the same throughout a program."""


def _has_key(found: Found) -> bool:
    """True if a client is given a key that is there for sure."""
    keys = [use for use in found.stores if certain_path(use.value) == "openai.api_key"]
    return any(is_certain(use.extra, use.node) for use in keys if isinstance(use.node, ast.expr))


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
        raise NotTheSame(plan.settings.apart or "several files share the settings")
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
    if not imports:
        raise NotTheSame("no statement of the file imports the SDK")
    if not found.stores and None not in imports:
        raise NotTheSame("the SDK is imported within a function, and a client is made outside of it")
    if not found.stores and not asked:
        raise NotTheSame("the file sets nothing: a client asks for a key when it is made")
    if "api_key" not in found.options and any(
        keyword.arg == "api_key" for use in calls if isinstance(use.node, ast.Call) for keyword in use.node.keywords
    ):
        raise NotTheSame("calls have keys of their own, and a client asks for one when it is made")
    if plan.settings.replaced_module:
        raise NotTheSame("tests put something in the place of the module")
    if plan.settings.mocked and not _has_key(found):
        raise NotTheSame("tests may have no key, and a client asks for one when it is made")
    line = max((plan.line(use.node) for use in found.stores), default=_last_import(plan))
    _check_order(plan, found, uses, line)
    both = {removed(use.value).kind == COROUTINE for use in calls if removed(use.value)}  # type: ignore[union-attr]
    if found.read_anew and (found.azure or True in both):
        raise NotTheSame("the key is read from a file for each call")
    if True in both:
        if not one_loop([plan.text]):
            raise NotTheSame("whether there is one event loop is not known")
    names = {kind: _free_name(plan, "async_client" if kind and len(both) > 1 else "client") for kind in sorted(both)}
    plan.carrier = Carrier(names, found.azure)
    _write(plan, found, uses, line)


def at_homes(plan: Plan) -> None:
    """Have the calls of a file made on the clients of its program, and make those that are at home in it.

    Raises NotTheSame.
    """
    homes = plan.settings.homes
    assert homes is not None
    uses = [use for use in plan.examined.uses if not use.inference]
    made = []
    for home in homes.homes:
        if home.path == plan.path:
            found, seen = Found(), set[str]()
            for use in home.stores:
                statement = plan.text.statement_of(use.node)
                if not isinstance(statement, ast.Assign) or statement.targets != [use.node]:
                    raise NotTheSame(f"{certain_path(use.value)} is assigned beside others")
                _take(plan, found, seen, use, statement, True)
            _complete(plan, found, seen, True)
            _check_moved(plan, found)
            if plan.text.statement_of(home.stores[0].node) in plan.text.tree.body:
                _check_order(plan, found, uses, max(plan.line(use.node) for use in found.stores))
            made.append((home, found))
    plan.carrier = Carrier({}, any(found.azure for _, found in made), at=homes.at)
    stores = [use for _, found in made for use in found.stores]
    classes = sorted({_class(kind, found) for home, found in made for kind in home.names})
    own = [linked for linked in homes.links if linked.importer == plan.path]
    anew = [line_of(linked) for linked in own if linked.link.module]
    module = _module(plan, uses, stores, classes, anew)
    plan.carrier = plan.carrier._replace(alone=module is None)
    for home, found in made:
        _make(plan, home, found, module)
    for line in anew:
        import_anew(plan, line)
    for linked in own:
        if not linked.link.module and not linked.link.prefix:
            import_beside(plan, linked)
    for path, text, node in homes.notes:
        if path == plan.path:
            plan.note(node, text)


def _class(asynchronous: bool, found: Found) -> str:
    return f"{'Async' if asynchronous else ''}{'AzureOpenAI' if found.azure else 'OpenAI'}"


def _check_moved(plan: Plan, found: Found) -> None:
    """Raise NotTheSame unless each setting is the same where the last one is made."""
    values = [plan.text.statement_of(use.node) for use in found.stores]
    statements = [anchor(statement, plan.text) for statement in values]
    last = max(statements, key=lambda one: one.lineno)
    block = plan.text.block_of(last)
    for assignment, statement in zip(values, statements, strict=True):
        assert isinstance(assignment, ast.Assign)
        names = {part.id for part in ast.walk(assignment.value) if isinstance(part, ast.Name)}
        is_plain = isinstance(assignment.value, (ast.Constant, ast.Name))
        for between in block[block.index(statement) + 1 : block.index(last)]:
            if between in statements:
                continue
            parts = list(ast.walk(between))
            stored = {p.id for p in parts if isinstance(p, ast.Name) and not isinstance(p.ctx, ast.Load)}
            changes = any(
                isinstance(p, (ast.Call, ast.Await))
                or (isinstance(p, (ast.Attribute, ast.Subscript)) and not isinstance(p.ctx, ast.Load))
                for p in parts
                if not isinstance(between, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
            )
            is_quiet = (isinstance(between, QUIET) and not changes) or (
                isinstance(between, ast.Expr) and isinstance(between.value, ast.Constant)
            )
            if stored & names or not (is_plain or is_quiet):
                raise NotTheSame("something runs between the settings")


def _make(plan: Plan, home: Home, found: Found, module: str | None) -> None:
    """Make the clients of a home in the place of its last setting; the others go."""
    arguments = _arguments(found)
    key = found.options.get("api_key") or found.options.get("azure_ad_token")
    if key is None or key.endswith(" or None"):
        plan.note(found.stores[0].node, "OPENAI_API_KEY must be set when the client is made: it asks for it")
    statement = max((plan.text.statement_of(use.node) for use in found.stores), key=lambda one: one.lineno)
    indent = plan.text.indentation(plan.text.span(anchor(statement, plan.text))[0])
    lines = [f"{indent}global {', '.join(home.names.values())}"] if home.shared else []
    for kind, name in home.names.items():
        prefix = "" if module is None else f"{module_name(plan, statement)}."
        variable = f"{home.object}.{name}" if home.object else name
        lines += constructed(plan, indent, f"{variable} = {prefix}{_class(kind, found)}", arguments, found)
    replace_settings(plan, found, plan.text.newline.join(lines).lstrip())


def _arguments(found: Found) -> list[str]:
    """What the class of a client is given."""
    order = ("api_key", "azure_ad_token", "organization", "base_url", "azure_endpoint", "api_version")
    return [f"{name}={found.options[name]}" for name in order if name in found.options]


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
        assert isinstance(statement, ast.Assign)
        _take(plan, found, seen, use, statement, asked)
    _complete(plan, found, seen, asked)
    return found


def _take(plan: Plan, found: Found, seen: set[str], use: Use, statement: ast.Assign, asked: bool) -> None:
    """Make an option of a client of what a statement assigns."""
    path = certain_path(use.value) or ""
    name = path.removeprefix("openai.")
    seen.add(name)
    comment = _check_statement(plan, statement)
    option = OPTIONS.get(name, name)
    found.above[option] = statement
    if comment:
        found.comments[option] = comment
    found.stores.append(use)
    value = plan.value(statement.value)
    if name in WITHOUT_EFFECT:
        if any(isinstance(part, ast.Call) for part in ast.walk(statement.value)):
            raise NotTheSame(f"{path} is set")
        return
    if name == "proxy":
        address = only_proxy(statement.value) or statement.value
        if isinstance(address, ast.Dict) or not is_certain(plan.value(address), address):
            raise NotTheSame(f"{path} may be a dict")
        found.proxy = plan.text.of(address)
        return
    if name == "api_key_path":
        if not _is_fixed(statement.value) or "api_key" in seen:
            raise NotTheSame("which file has the key may change")
        seen.add("api_key")
        found.read_anew = True
        found.options["api_key"] = f"lambda: open({plan.text.of(statement.value)}).read().strip()"
        return
    if name == "api_type":
        kind = str(use.extra.value).lower() if isinstance(use.extra, Const) else ""
        if kind not in ("azure", "open_ai", "openai", *TOKENS):
            raise NotTheSame("the kind of API is not written")
        found.azure = kind not in ("open_ai", "openai")
        if kind in TOKENS:
            seen.add("token")
        return
    if not asked and name != "organization" and not is_certain(value, statement.value):
        raise NotTheSame(f"{path} may be None, which a client takes for what the environment says")
    is_none = name == "organization" and is_empty_by_default(statement.value, value)  # 0.x took that for none
    found.options[OPTIONS[name]] = given(statement, plan.text) + (" or None" if is_none else "")


def _complete(plan: Plan, found: Found, seen: set[str], asked: bool) -> None:
    """Name the options as a client does; what it needs must be there."""
    if found.azure:
        for old, new in (
            ("base_url", "azure_endpoint"),
            ("api_key", "azure_ad_token" if "token" in seen else "api_key"),
        ):
            tables: tuple[dict[str, Any], ...] = (found.options, found.comments, found.above)
            for table in tables:
                if old in table:
                    table[new] = table.pop(old)
        if any(condition(plan.text.statement_of(use.node), plan.text) is not None for use in found.stores):
            raise NotTheSame("what a client for Azure needs is set under a condition")
        if not {"azure_endpoint", "api_version"} <= set(found.options) or not {"api_key", "azure_ad_token"} & set(
            found.options
        ):
            raise NotTheSame("what a client for Azure needs is not all set here")
    elif "api_key" not in found.options and not asked:
        raise NotTheSame("the file sets no key: a client asks for one when it is made")
    elif "api_version" in found.options:
        raise NotTheSame("a version without Azure")


def _check_statement(plan: Plan, statement: ast.Assign) -> str:
    """Return the comment behind a setting. Raises NotTheSame unless it stands on a line of its own."""
    if not plan.text.stands_alone(statement) or statement.lineno != statement.end_lineno:
        raise NotTheSame("a setting does not stand on a line of its own")
    end = plan.text.span(statement)[1]
    return plan.text.text[end : plan.text.line_end(end)].strip()


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
        is_early = plan.text.function_of(use.node) is None and plan.line(use.node) <= line
        if is_early and is_call(use) and not is_own_name(use.value):
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
            made = [text for option, text in found.options.items() if _is_made_before(found, option, statement)]
            if any(re.search(rf"\b{re.escape(name)}\b", text) for name in changed for text in made):
                raise NotTheSame("what a setting is made of changes between the settings")
        # A function that is defined, and called before the client is made, would not find it.
        if statement.lineno < line and any(
            isinstance(part, ast.Call) and isinstance(part.func, ast.Name) and plan.text.index.functions(part.func.id)
            for part in ast.walk(statement)
            if not isinstance(statement, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef))
        ):
            raise NotTheSame("a function that calls the SDK is called before all settings are made")


def _is_made_before(found: Found, option: str, statement: ast.stmt) -> bool:
    """True if an option is made of a setting that stands before a statement, as far as that is known."""
    setting = found.above.get(option)
    return setting is None or setting.lineno < statement.lineno


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
    classes = {kind: _class(kind, found) for kind in carrier.names}
    connections = {kind: f"Default{'Async' if kind else ''}HttpxClient" for kind in carrier.names if found.proxy}
    module = _module(plan, uses, found.stores, sorted({*classes.values(), *connections.values()}))
    plan.carrier = carrier._replace(alone=module is None)
    prefix = "" if module is None else f"{module_name(plan, plan.text.tree)}."
    arguments = _arguments(found)
    newline = plan.text.newline
    if not {"api_key", "azure_ad_token"} & set(found.options):
        plan.note(plan.text.tree, "OPENAI_API_KEY must be set when the file is imported: the client asks for it")
    lines: list[str] = []
    for kind, name in carrier.names.items():
        proxied = [f"http_client={prefix}{connections[kind]}(proxy={found.proxy})"] if found.proxy else []
        lines += constructed(plan, "", f"{name} = {prefix}{classes[kind]}", [*arguments, *proxied], found)
    text = newline.join(lines)
    if not found.stores:
        end = plan.text.line_end(plan.text.offset(line, 0)) if line else 0
        plan.edits.insert(end, f"{newline * 2 if line else ''}{text}{'' if line else newline * 2}")
        return
    replace_settings(plan, found, text)


def _module(
    plan: Plan, uses: list[Use], stores: list[Use], classes: list[str], instead: list[str] | None = None
) -> str | None:
    """How the file names the module, where it still needs it; None where the classes are imported by name.

    ``instead`` are imports that may take the place of that of the module; those that do are taken out.
    """
    imports = [
        (statement, alias)
        for statement in plan.text.tree.body
        if isinstance(statement, ast.Import)
        for alias in statement.names
        if alias.name == "openai"
    ]
    names = [alias.asname or alias.name for _, alias in imports]
    gone = _roots(plan, uses) | {id(use.node.value) for use in stores if isinstance(use.node, ast.Attribute)}
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
        if classes:
            write_import(plan, imports[0][0], [f"from openai import {', '.join(classes)}"])
        elif instead and imports[0][0] is last_import(plan):
            write_import(plan, imports[0][0], instead)
            instead.clear()
        else:
            take_out(plan, imports[0][0])
        return None
    return names[0] if names else "openai"


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
