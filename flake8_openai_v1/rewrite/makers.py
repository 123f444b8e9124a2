"""A function that makes a client of the settings that hold when a call is made: where the module's own would not do.

The module makes its client for Azure once. A program that changes kinds of API, addresses, versions or tokens while it
runs, or decides by a variable where its calls go, has each call made on a client of its own, as 0.x did.
"""

from __future__ import annotations

import ast
from collections.abc import Sequence
from typing import NamedTuple

from ..causes import Code
from ..rules.hosts import PLAIN
from ..sdk.arguments import PER_CALL
from ..sdk.settings import TOKENS
from .addresses import address
from .names import module_name
from .plan import Carrier, Plan, about
from .settings import KEY_PATH, MAKERS

OTHERS = "**others"
"""A parameter for what is in a dict beside options."""
LONGEST = 88
"""Characters of a line, from which on arguments stand on lines of their own."""


@about(Code.CLIENT)
def carry(plan: Plan) -> None:
    """Have the calls of a file made on clients that a function of it makes."""
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


def client_for(plan: Plan, given: Sequence[Given], asynchronous: bool) -> str:
    """The making of the client for one call."""
    assert plan.carrier is not None
    options = plan.makers.setdefault(asynchronous, set())
    options.update(*(one.names for one in given))
    if any(one.others for one in given):
        options.add(OTHERS)
    name = plan.carrier.names[asynchronous].partition("(")[0]
    return f"{name}({', '.join(one.text for one in given)})"


@about(Code.CLIENT)
def write(plan: Plan) -> None:
    """Write the functions that calls of the file ask for, behind its imports."""
    if not plan.makers:
        return
    place = _place(plan)
    if place is None:
        plan.problem(plan.text.tree, "clients would be made by a function, for which there is no place behind imports")
        return
    newline = plan.text.newline
    text = "".join(
        newline * 2 + newline.join(_function(plan, asynchronous, plan.makers[asynchronous])) + newline
        for asynchronous in sorted(plan.makers)
    )
    behind = plan.text.text[place : place + 3 * len(newline)]
    plan.edits.insert(place, text + newline * (2 - (len(behind) - len(behind.lstrip("\r\n"))) // len(newline)))


def _place(plan: Plan) -> int | None:
    """The offset of the line behind the imports with which the file begins."""
    last: ast.stmt | None = None
    named = False
    for statement in plan.text.tree.body:
        if isinstance(statement, (ast.Import, ast.ImportFrom)):
            last = statement
            named = named or "openai" in ast.unparse(statement)
        elif last is not None and named and not isinstance(statement, ast.Try):
            break
    if last is None:
        return None
    start, end = plan.text.span(last)
    line = plan.text.text[plan.text.line_start(start) : plan.text.line_end(end)]
    if ";" in line or not named:
        return None
    return plan.text.line_start_after(end)


def _function(plan: Plan, asynchronous: bool, names: set[str]) -> list[str]:
    settings = plan.settings
    assert plan.carrier is not None
    module = module_name(plan, plan.text.tree.body[0])
    step = plan.text.indent
    parameters = ", ".join([*(f"{name}=None" for name in PER_CALL if name in names), *(names & {OTHERS})])
    what = "what a call is given, or what the module has set" if names else "what the module has set"
    lines = [
        f"def {plan.carrier.names[asynchronous].partition('(')[0]}({parameters}):",
        f'{step}"""Make a client of {what} now."""',
    ]
    if "api_key_path" in settings.stored:
        lines += [f"{step}with open({KEY_PATH}) as file:", f"{step * 2}key = file.read().strip()"]
    prefix = f"{module}.Async" if asynchronous else f"{module}."

    def made(indent: str, azure: bool, token: bool = False) -> list[str]:
        name = f"{prefix}{'AzureOpenAI' if azure else 'OpenAI'}"
        return _call(indent, step, name, _options(plan, module, names, azure, token))

    kinds = {kind for kind in settings.kinds if kind not in PLAIN}
    tokens = bool(kinds & TOKENS)
    kind = f"api_type or {module}.api_type" if "api_type" in names else f"{module}.api_type"
    if settings.azure is True and "api_type" not in names:
        return lines + made(step, True, tokens)
    if "api_type" in names or None in kinds or (not kinds and "api_type" in settings.read):
        lines += [f"{step}kind = str({kind}).lower()", f'{step}if kind in ("azure_ad", "azuread"):']
        lines += made(step * 2, True, True)
        lines += [f'{step}if kind == "azure":', *made(step * 2, True)]
    elif kinds:
        lines += [f'{step}if {kind} == "azure":', *made(step * 2, True, tokens)]
    return lines + made(step, False)


def _options(plan: Plan, module: str, names: set[str], azure: bool, token: bool) -> list[str]:
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
            plan.problem(plan.text.tree, "the address on Azure is not known")
        result += [f"azure_endpoint=str({base})", f"api_version={value('api_version', 'api_version')}"]
    elif "api_base" in settings.stored | names or not settings.script:
        result.append(f"base_url={base}")
    if "proxy" in settings.stored:
        result.append(f"http_client={module}.http_client")
    return result


def _call(indent: str, step: str, name: str, arguments: list[str]) -> list[str]:
    line = f"{indent}return {name}({', '.join(arguments)})"
    if len(line) <= LONGEST:
        return [line]
    return [f"{indent}return {name}(", *(f"{indent}{step}{argument}," for argument in arguments), f"{indent})"]
