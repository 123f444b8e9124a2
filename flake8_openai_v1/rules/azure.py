"""What the rules about Azure share: how a client was made, what the program sets."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import NamedTuple

from ..sdk.azure import CREDENTIALS, REFUSED_BY_AZURE, REFUSED_BY_OPENAI
from ..sdk.clients import CLIENTS
from ..semantics.texts import parts_of
from ..semantics.uses import CALL, STORE, Use
from ..semantics.values import NONE, Client, Const, Default, Environ, Function, Lambda, Made, Place, Text, Value
from .base import File, Finding
from .facts import advice
from .urls import V1, url_of

SYNC_PROVIDER = "azure.identity.get_bearer_token_provider()"
ASYNC_PROVIDER = "azure.identity.aio.get_bearer_token_provider()"


class Construction(NamedTuple):
    """A call of a client class, with what the file shows of its arguments."""

    node: ast.Call
    name: str
    """Of the class, without its package."""
    azure: bool
    asynchronous: bool
    keywords: dict[str, ast.keyword]
    complete: bool
    """Are these all: is there no ``**kwargs``?"""

    @property
    def plain(self) -> str:
        """The class of openai for any other host."""
        return "AsyncOpenAI" if self.asynchronous else "OpenAI"

    def value(self, name: str, file: File) -> Value:
        """What an argument is; ``NONE`` where it is left out.

        A field that holds None is one that somebody else fills.
        """
        keyword = self.keywords.get(name)
        if keyword is not None:
            value = file.model.value(keyword.value)
            return None if value == NONE and isinstance(keyword.value, ast.Attribute) else value
        return NONE if self.complete else None

    def lacks(self, name: str, file: File) -> bool:
        """Is an argument certainly left out, or None?"""
        return self.value(name, file) == NONE

    def credentials(self) -> list[str]:
        """The arguments that are credentials, the one first that older releases prefer."""
        return [name for name in CREDENTIALS if name in self.keywords]


def construction(node: ast.AST, value: Value) -> Construction | None:
    """Read the call of a client class of openai; None for any other."""
    if not isinstance(node, ast.Call) or not isinstance(value, Place) or value.path not in CLIENTS:
        return None
    row = CLIENTS[value.path]
    keywords = {keyword.arg: keyword for keyword in node.keywords if keyword.arg is not None}
    # ``AzureOpenAI(...)`` stands for whatever the reader gives.
    vague = any(isinstance(argument, ast.Starred) or value_of(argument) is ... for argument in node.args)
    complete = len(keywords) == len(node.keywords) and not vague
    return Construction(node, value.path.rpartition(".")[2], row.azure, row.asynchronous, keywords, complete)


def value_of(node: ast.expr) -> object:
    """What stands there, of a literal."""
    return node.value if isinstance(node, ast.Constant) else None


def made_by(client: Client) -> Construction | None:
    """Read the call that made a client, where the file shows it."""
    return construction(client.node, Place(client.cls)) if client.node is not None else None


def calls_on(made: Construction, file: File) -> Iterator[tuple[Use, str]]:
    """The calls on a client that the file shows, with their paths below it."""
    for use in file.model.of(CALL):
        if isinstance(use.value, Client) and use.value.node is made.node and use.value.path:
            yield use, use.value.path


def literal(value: Value) -> str | None:
    """A text that stands in the file as a whole."""
    value = value.value if isinstance(value, Default) else value
    return value.value if isinstance(value, Const) and isinstance(value.value, str) else None


def written(value: Value) -> Value:
    """What stands in the file: a value, or the default of a variable of the environment."""
    return value.default if isinstance(value, Environ) and value.default != NONE else value


def is_given(value: Value) -> bool:
    """Is a value certainly something else than None?"""
    if isinstance(value, (Environ, Made)) and value.maybe:
        return False
    if isinstance(value, Environ):
        return value.required or is_given(value.default)
    if isinstance(value, (Made, Function, Lambda, Text, Default)):
        return True
    return isinstance(value, Const) and value.value is not None


def where(keyword: ast.keyword, value: Value) -> ast.AST:
    """What to report of an argument: the text itself where it stands there, else the keyword."""
    return keyword.value if isinstance(keyword.value, ast.Constant) and parts_of(value) else keyword


def is_provider(made: Construction, name: str, file: File) -> bool | None:
    """Is an argument a function that gives tokens, an asynchronous one (True) or not (False)? None: it is none."""
    value = made.value(name, file)
    if name in made.keywords and isinstance(made.keywords[name].value, ast.Lambda):
        return False
    if isinstance(value, Made) and value.path in (SYNC_PROVIDER, ASYNC_PROVIDER):
        return value.path == ASYNC_PROVIDER
    if isinstance(value, Function) and not value.opaque:
        return isinstance(value.node, ast.AsyncFunctionDef)
    return None


def is_on_v1(made: Construction, file: File) -> bool:
    """Is the address of a client the v1 endpoint?"""
    url = url_of(made.value("base_url", file)) if "base_url" in made.keywords else None
    return url is not None and V1.match(url.path) is not None


def refused(made: Construction, legacy: bool) -> Iterator[Finding]:
    """The arguments that a client class refuses, those of 0.x or the others."""
    table = REFUSED_BY_AZURE if made.azure else REFUSED_BY_OPENAI
    for name, keyword in made.keywords.items():
        option = table.get(name)
        if option is not None and option.legacy is legacy:
            message = f"{name}= is refused by {made.name} (TypeError){advice(option.use, option.note)}"
            yield Finding(keyword, message, option.use)


def settings_of(file: File, *names: str) -> Iterator[Use]:
    """The assignments to these settings of the module."""
    paths = {f"openai.{name}" for name in names}
    return (use for use in file.model.of(STORE) if isinstance(use.value, Place) and use.value.path in paths)
