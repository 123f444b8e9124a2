"""Clients that a call is made on: where options belong to one call, and where the call is awaited."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from ...sdk.arguments import OPTIONS
from ...sdk.settings import TODAY, TOKENS
from ...semantics.uses import STORE
from ...semantics.values import Const
from ..causes import Code
from ..plan import Plan, about

if TYPE_CHECKING:
    from ..names.given import Argument


@about(Code.CLIENT)
def with_options(plan: Plan, options: list[Argument]) -> str:
    """The client with other options for one call; empty, and a problem, if it cannot have them."""
    given = []
    for option in options:
        assert isinstance(option.node, ast.keyword)
        if option.name not in ("api_key", "organization", "api_base") or plan.carrier is None or plan.carrier.azure:
            plan.problem(option.node, f"{option.name}= of one call needs a client of its own")
            return ""
        given.append(f"{OPTIONS[option.name]}={plan.text.of(option.node.value)}")
    return f"with_options({', '.join(given)})"


LOOSE = (ast.IfExp, ast.Lambda, ast.NamedExpr)
"""Expressions that bind looser than ``or``."""


class Client(NamedTuple):
    """The making of a client for one call."""

    name: str
    """Of its class."""
    arguments: tuple[str, ...]

    def __str__(self) -> str:
        return f"{self.name}({', '.join(self.arguments)})"


@about(Code.CLIENT)
def made_for_call(plan: Plan, node: ast.expr, options: list[Argument], asynchronous: bool) -> Client | None:
    """The making of a client for one call, as it stands behind the module; None, and a problem, if there is none.

    ``node`` is the call, or a method that is handed on.
    """
    given: dict[str, str] = {}
    certain: set[str] = set()
    empty: set[str] = set()
    kind = ""
    for option in options:
        assert isinstance(option.node, ast.keyword)
        value = plan.value(option.node.value)
        if option.name == "api_type":
            shown = isinstance(option.node.value, ast.Constant)  # a parameter may be given something else elsewhere
            if not shown or not isinstance(value, Const) or not isinstance(value.value, str):
                plan.problem(option.node, "the kind of API of this call is not known", about_settings=True)
                return None
            kind = value.value.lower()
        else:
            text = plan.text.of(option.node.value)
            given[OPTIONS[option.name]] = f"({text})" if isinstance(option.node.value, LOOSE) else text
            if isinstance(option.node.value, ast.JoinedStr) or (isinstance(value, Const) and value.value):
                certain.add(OPTIONS[option.name])
            elif _may_be_empty(plan, option.node.value):
                empty.add(OPTIONS[option.name])
    azure = _is_azure(plan, node, kind)
    if azure is None:
        return None
    tokens = plan.settings.kinds & TOKENS if azure and not kind else set()
    if tokens and "api_key" in given and not plan.settings.kinds <= TOKENS:
        why = "whether the key of this call is a token is decided at run time"
        plan.problem(node, why, about_settings=True)
        return None
    if azure:
        renamed = {"base_url": "azure_endpoint", "api_key": "azure_ad_token" if tokens or kind in TOKENS else "api_key"}
        given = {renamed.get(name, name): text for name, text in given.items()}
        certain, empty = ({renamed.get(name, name) for name in names} for names in (certain, empty))
    else:
        given.pop("api_version", None)
    module = module_of(plan, node)
    carried = _carried(plan, azure)
    if tokens and "azure_ad_token" in given:
        carried.pop("api_key", None)
    if tokens:
        carried["azure_ad_token"] = "azure_ad_token"
        if plan.settings.kinds <= TOKENS:
            carried.pop("api_key", None)
    for name, attribute in carried.items():
        own = given.get(name, "None")
        if own == "None":
            given[name] = f"{module}.{attribute}"
        elif name not in certain:
            given[name] = f"{own} or {module}.{attribute}"
    for name in empty & given.keys() - carried.keys():
        given[name] = f"{given[name]} or None"  # 0.x took an empty text for none
    if azure and not {"azure_endpoint", "base_url"} & set(given):
        plan.problem(node, "this call goes to Azure, and no address is set for it")
        return None
    cls = f"{'Async' if asynchronous else ''}{'AzureOpenAI' if azure else 'OpenAI'}"
    order = ("api_key", "azure_ad_token", "organization", "base_url", "azure_endpoint", "api_version")
    arguments = [f"{name}={given[name]}" for name in order if name in given]
    return Client(cls, (*arguments, *of_today(plan, node, module, asynchronous)))


def of_today(plan: Plan, node: ast.AST, module: str, asynchronous: bool) -> Iterator[str]:
    """The options that the program gives the module, and that a client needs, too: those that 0.x did not have.

    A problem where one does not suit.
    """
    from ..names.paths import certain_path
    from .proxies import PROXY

    stored = plan.settings.stored
    made = {"default_headers"} if "app_info" in stored else set()
    yield from (f"{name}={module}.{name}" for name in TODAY if name in stored | made)
    if "http_client" in stored:
        if asynchronous:
            plan.problem(node, "openai.http_client is not for awaited calls: a client for them needs another one")
        yield f"http_client={module}.http_client"
    elif "proxy" in stored and plan.settings.asynchronous:
        if not any(certain_path(use.value) == "openai.proxy" for use in plan.model.of(STORE)):
            plan.problem(plan.text.tree, "openai.proxy is set in another file than that of the calls")
        yield f"http_client={module}.Default{'Async' if asynchronous else ''}HttpxClient(proxy={PROXY})"
    elif "proxy" in stored:
        yield f"http_client={module}.http_client"


def _may_be_empty(plan: Plan, node: ast.expr) -> bool:
    """True if the file shows that an option may be an empty text: ``os.environ.get("KEY", "")``, or a name for that."""
    values: list[ast.expr] = [node]
    if isinstance(node, ast.Name):
        values += [*plan.text.index.assigned(node.id), *_defaults(plan.text.function_of(node), node.id)]
    return any(isinstance(one, ast.Constant) and one.value == "" for value in values for one in ast.walk(value))


def _defaults(function: ast.AST | None, name: str) -> Iterator[ast.expr]:
    """Yield the default of a parameter of a function, if it has one."""
    arguments = getattr(function, "args", None)
    if isinstance(arguments, ast.arguments):
        free = [*arguments.posonlyargs, *arguments.args]
        with_default = [
            *zip(reversed(free), reversed(arguments.defaults), strict=False),
            *zip(arguments.kwonlyargs, arguments.kw_defaults, strict=False),
        ]
        yield from (default for one, default in with_default if one.arg == name and default is not None)


def _is_azure(plan: Plan, node: ast.expr, kind: str) -> bool | None:
    if kind in ("azure", "azure_ad", "azuread"):
        return True
    if kind in ("open_ai", "openai"):
        return False
    if plan.settings.azure is None:
        why = "whether this call goes to Azure is decided at run time, and it needs a client of its own"
        plan.problem(node, why, about_settings=True)
    return plan.settings.azure


def _carried(plan: Plan, azure: bool) -> dict[str, str]:
    """Options that the settings of the module give: name of the option → name of the setting today."""
    stored = plan.settings.stored
    address = "azure_endpoint" if azure else "base_url"
    names = {"api_key": "api_key", "organization": "organization", "api_base": address}
    # What a fix of a part of the program has renamed is a setting all the same.
    result = {today: today for name, today in names.items() if {name, today} & stored or not plan.settings.script}
    if azure and "api_version" in stored:
        result["api_version"] = "api_version"
    return result


def module_of(plan: Plan, node: ast.expr) -> str:
    """The module as the function that is called or handed on names it."""
    from ..names.paths import certain_path
    from ..names.scopes import module_name

    function = node.func if isinstance(node, ast.Call) else node
    while isinstance(function, ast.Attribute):
        if certain_path(plan.value(function.value)) == "openai":
            return plan.text.of(function.value)
        function = function.value
    return module_name(plan, node)
