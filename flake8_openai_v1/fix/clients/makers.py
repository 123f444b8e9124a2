"""A function that makes a client of the settings that hold when a call is made: where the module's own would not do.

The module makes its client for Azure once. A program that changes kinds of API, addresses, versions or tokens while it
runs, or decides by a variable where its calls go, has each call made on a client of its own, as 0.x did.
"""

from __future__ import annotations

import ast
from collections.abc import Collection, Sequence
from typing import NamedTuple

from ...project.line_length import line_length_of
from ...rules.hosts import PLAIN
from ...sdk.arguments import PER_CALL
from ...sdk.settings import TOKENS
from ...semantics.factories import Factory, factories
from ...semantics.uses import STORE
from ..causes import Code
from ..names.paths import certain_path
from ..names.scopes import module_name
from ..plan import Carrier, Elsewhere, Plan, about
from .addresses import address
from .clients import of_today
from .copies import import_from, is_used_first
from .kinds import MAKERS
from .proxies import PROXY
from .settings import KEY_PATH

OTHERS = "**others"
"""A parameter for what is in a dict beside options."""
LONGEST = 88
"""Characters of a line, from which on arguments stand on lines of their own."""


@about(Code.CLIENT)
def carry(plan: Plan) -> None:
    """Have the calls of a file made on clients that a function of it makes."""
    if plan.settings.made:
        names = {one.asynchronous: f"{one.node.name}()" for one in _there(plan)}
        plan.carrier = Carrier({kind: names.get(kind, "") for kind in (False, True)}, _is_on_azure(plan), made=True)
        return
    used = plan.text.names_used()
    for name in MAKERS:
        if not {name, f"async_{name}"} & used:
            plan.carrier = Carrier(
                {False: f"{name}()", True: f"async_{name}()"}, plan.settings.azure is True, made=True
            )
            return
    plan.problem(plan.text.tree, "the name openai_client is taken")


class Given(NamedTuple):
    """What one call gives the function that makes its client."""

    text: str
    """As it is written."""
    names: frozenset[str]
    """Of its options."""
    others: bool = False
    """Is there more in it, which is for the call?"""


@about(Code.CLIENT)
def client_for(plan: Plan, node: ast.AST, given: Sequence[Given], asynchronous: bool) -> str:
    """The making of the client for one call; empty, and a problem, if what makes clients does not make such a one."""
    assert plan.carrier is not None
    if plan.settings.made:
        names = {OTHERS for one in given if one.others}.union(*(one.names for one in given))
        fitting = [one for one in _there(plan) if one.asynchronous == asynchronous and names <= one.options]
        if not fitting:
            why = f"the program calls on clients that are made in {plan.settings.made}: make one so for this call"
            plan.problem(node, why)
            return ""
        borrowed = next((one for one in _elsewhere(plan) if one.factory is fitting[0]), None)
        if borrowed is not None and not borrowed.is_imported and borrowed not in plan.borrowed:
            plan.borrowed.append(borrowed)
        return f"{fitting[0].node.name}({', '.join(one.text for one in given)})"
    options = plan.makers.setdefault(asynchronous, set())
    options.update(*(one.names for one in given))
    if any(one.others for one in given):
        options.add(OTHERS)
    name = plan.carrier.names[asynchronous].partition("(")[0]
    return f"{name}({', '.join(one.text for one in given)})"


def _there(plan: Plan) -> list[Factory]:
    """The functions of the file, or that it may import, that make such clients as the program does."""
    found = [*factories(plan.model, plan.text.tree.body), *(one.factory for one in _elsewhere(plan))]
    settings = plan.settings
    return [one for one in found if one.address == settings.made_of and one.azure in (None, settings.azure)]


def _elsewhere(plan: Plan) -> Sequence[Elsewhere]:
    return plan.settings.elsewhere.get(plan.path, ())


def _is_on_azure(plan: Plan) -> bool:
    return all(one.azure is True for one in _there(plan))


@about(Code.CLIENT)
def write(plan: Plan) -> None:
    """Write the functions that calls of the file ask for, behind its imports, or import them."""
    for one in plan.borrowed:
        name = one.factory.node.name
        if name in plan.text.names_used():
            continue  # an earlier pass did it
        at = import_from(plan.text, plan.edits, one.module, [name], one.own, line_length_of(plan.path), [])
        if at is None or is_used_first(plan.text, {"openai"}, at):
            plan.problem(plan.text.tree, f"{name}() would be imported, for which there is no place")
    if not plan.makers and not plan.short:
        return
    place = _place(plan)
    if place is None:
        plan.problem(plan.text.tree, "clients would be made by a function, for which there is no place behind imports")
        return
    newline = plan.text.newline
    variable = f"{newline}{PROXY} = None{newline}" if _needs_proxy(plan) else ""
    text = variable + "".join(
        newline * 2 + newline.join(_function(plan, asynchronous, plan.makers[asynchronous])) + newline
        for asynchronous in sorted(plan.makers)
    )
    text += "".join(newline * 2 + newline.join(_short(plan, name)) + newline for name in sorted(plan.short))
    behind = plan.text.text[place : place + 3 * len(newline)]
    plan.edits.insert(place, text + newline * (2 - (len(behind) - len(behind.lstrip("\r\n"))) // len(newline)))


def has_place(plan: Plan) -> bool:
    """True if a function that makes clients has its place in the file."""
    return _place(plan) is not None


def _short(plan: Plan, name: str) -> list[str]:
    """A function that makes a client of what the module has set."""
    is_at_top, step, client = _is_imported_at_top(plan), plan.text.indent, plan.short[name]
    module = module_name(plan, plan.text.tree.body[0]) if is_at_top else "openai"
    own = [] if is_at_top else [f"{step}import openai", ""]
    call = spelled(step, step, f"return {module}.{client.name}", client.arguments)
    return [f"def {name}():", f'{step}"""Make a client of what the module has set now."""', *own, *call]


def _needs_proxy(plan: Plan) -> bool:
    """True if the variable for the proxy may be read where the program has assigned none."""
    if "proxy" not in plan.settings.stored or not plan.settings.asynchronous:
        return False
    stores = [use.node for use in plan.model.of(STORE) if certain_path(use.value) == "openai.proxy"]
    return not any(plan.text.statement_of(node) in plan.text.tree.body for node in stores)


def _place(plan: Plan) -> int | None:
    """The offset of the line behind the imports with which the file begins."""
    last: ast.stmt | None = None
    named = not _is_imported_at_top(plan)
    for statement in plan.text.tree.body:
        if isinstance(statement, (ast.Import, ast.ImportFrom)):
            last = statement
            named = named or _imports_sdk(statement)
        elif last is not None and named and not isinstance(statement, ast.Try):
            break
    if last is None:
        return None
    start, end = plan.text.span(last)
    line = plan.text.text[plan.text.line_start(start) : plan.text.line_end(end)]
    if ";" in line or not named:
        return None
    return plan.text.line_start_after(end)


def _is_imported_at_top(plan: Plan) -> bool:
    """True if the file imports the SDK outside of functions."""
    imports = (one for one in plan.text.nodes if isinstance(one, (ast.Import, ast.ImportFrom)))
    return any(_imports_sdk(one) for one in imports if plan.text.function_of(one) is None)


def _imports_sdk(statement: ast.Import | ast.ImportFrom) -> bool:
    modules = [statement.module or ""] if isinstance(statement, ast.ImportFrom) else [a.name for a in statement.names]
    return any(module.partition(".")[0] == "openai" for module in modules)


def _function(plan: Plan, asynchronous: bool, names: set[str]) -> list[str]:
    settings = plan.settings
    assert plan.carrier is not None
    is_at_top = _is_imported_at_top(plan)
    module = module_name(plan, plan.text.tree.body[0]) if is_at_top else "openai"
    step = plan.text.indent
    parameters = ", ".join([*(f"{name}=None" for name in PER_CALL if name in names), *(names & {OTHERS})])
    what = "what a call is given, or what the module has set" if names else "what the module has set"
    lines = [
        f"def {plan.carrier.names[asynchronous].partition('(')[0]}({parameters}):",
        f'{step}"""Make a client of {what} now."""',
    ]
    if not is_at_top:
        lines += [f"{step}import openai", ""]
    if "api_key_path" in settings.stored:
        lines += [f"{step}with open({KEY_PATH}) as file:", f"{step * 2}key = file.read().strip()"]
    prefix = f"{module}.Async" if asynchronous else f"{module}."

    def made(indent: str, azure: bool, token: bool = False) -> list[str]:
        name = f"{prefix}{'AzureOpenAI' if azure else 'OpenAI'}"
        return spelled(indent, step, f"return {name}", _options(plan, module, names, azure, token, asynchronous))

    kinds = {kind for kind in settings.kinds if kind not in PLAIN}
    tokens = kinds & TOKENS
    mixed = bool(tokens) and not kinds <= TOKENS
    kind = f"api_type or {module}.api_type" if "api_type" in names else f"{module}.api_type"
    if settings.azure is True and "api_type" not in names:
        if mixed:
            lines += [f"{step}if {kind} {_is_one_of(tokens)}:", *made(step * 2, True, True)]
        return lines + made(step, True, bool(tokens) and not mixed)
    if "api_type" in names or None in kinds or (not kinds and "api_type" in settings.read):
        lines += [f"{step}kind = str({kind}).lower()", f'{step}if kind in ("azure_ad", "azuread"):']
        lines += made(step * 2, True, True)
        lines += [f'{step}if kind == "azure":', *made(step * 2, True)]
    elif kinds:
        if mixed:
            lines += [f"{step}if {kind} {_is_one_of(tokens)}:", *made(step * 2, True, True)]
        lines += [f'{step}if {kind} == "azure":', *made(step * 2, True, bool(tokens) and not mixed)]
    return lines + made(step, False)


def _is_one_of(kinds: Collection[str | None]) -> str:
    """The test for kinds of API."""
    shown = [f'"{kind}"' for kind in sorted(filter(None, kinds))]
    return f"== {shown[0]}" if len(shown) == 1 else f"in ({', '.join(shown)})"


def _options(plan: Plan, module: str, names: set[str], azure: bool, token: bool, asynchronous: bool) -> list[str]:
    """The arguments of a client."""
    settings = plan.settings

    def value(name: str, today: str) -> str:
        return f"{name} or {module}.{today}" if name in names else f"{module}.{today}"

    key = value("api_key", "api_key")
    if "api_key_path" in settings.stored:
        key = "api_key or key" if "api_key" in names else "key"
    elif azure and "api_key" not in settings.stored:
        plan.imports.add("os")
        key += ' or os.environ.get("OPENAI_API_KEY")'
    result = [f"{'azure_ad_token' if token else 'api_key'}={key}"]
    if "organization" in settings.stored | names or not settings.script:
        result.append(f"organization={value('organization', 'organization')}")
    base = value("api_base", address(settings))
    if azure:
        if "api_base" not in settings.stored | names:
            plan.problem(plan.text.tree, "calls go to Azure, and no address (openai.api_base) is set in these files")
        result += [f"azure_endpoint=str({base})", f"api_version={value('api_version', 'api_version')}"]
    elif "api_base" in settings.stored | names or not settings.script:
        result.append(f"base_url={base}")
    return [*result, *of_today(plan, plan.text.tree, module, asynchronous)]


def spelled(indent: str, step: str, call: str, arguments: Sequence[str]) -> list[str]:
    """The lines of a call, which has an argument a line where one line is too long."""
    line = f"{indent}{call}({', '.join(arguments)})"
    if len(line) <= LONGEST:
        return [line]
    return [f"{indent}{call}(", *(f"{indent}{step}{argument}," for argument in arguments), f"{indent})"]
