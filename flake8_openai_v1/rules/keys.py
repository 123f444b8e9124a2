"""OAI601: keys in the source."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from itertools import pairwise

from ..sdk import keys
from ..sdk.azure import HOSTS
from ..sdk.clients import CLIENTS
from ..semantics.questions import client_class, literals
from ..semantics.uses import CALL, HEADER, SECRET, SETITEM, STORE, Use
from ..semantics.values import Class, Client, Partial, Place, Value
from .azure import construction
from .base import File, Finding, Rule
from .requests import Argument, arguments_of
from .settings import variables_set
from .urls import url_of

SHAPES = (
    ("OpenAI", re.compile(f"(?<!{keys.AROUND})(?:{keys.OPENAI})(?!{keys.AROUND})")),
    ("Azure AI", re.compile(f"(?<!{keys.AROUND})(?:{keys.AZURE})(?!{keys.AROUND})")),
)
"""Whose a key is, by its shape."""
OLD = re.compile(keys.AZURE_OLD)
ARGUMENTS = frozenset({"admin_api_key", "api_key"})
"""Arguments of clients and calls that are keys."""
HOLDERS = frozenset({"admin_api_key", "api_key"})
"""Settings of the module and attributes of clients that hold one."""
VARIABLE = re.compile(r"(?:AZURE_)?OPENAI\w*_KEY")
"""Variables of the environment that hold one."""
CREDENTIAL = "azure.core.credentials.AzureKeyCredential"
SEARCH = "azure.search"
"""Another service of Azure, whose keys go into the same class."""
INSTEAD = {"OpenAI": 'os.environ["OPENAI_API_KEY"]', "Azure AI": 'os.environ["AZURE_OPENAI_API_KEY"]'}
WORDS = re.compile(r"(?i)placeholder|example|dummy|redacted|sample|secret|(?:^|[-_])(?:fake|test|your|my)(?:$|[-_])")
"""Words that no key has by chance."""

FEWEST = 8
"""Different characters of a key: one of 32 digits has 14 of the 16 there are, on average."""


class HardCodedKey(Rule):
    """Finds keys of OpenAI and of Azure AI that stand in the source.

    Where a text in the shape of a key reaches a client, a setting of the module, a call, `AzureKeyCredential`, a header
    (`Authorization`, `api-key`) or a variable of the environment; and where it stands under the name of a key
    (`OPENAI_API_KEY = ...`, `api_key=...`). Through constants, defaults, attributes and functions; also in tests. The
    finding is at the text itself, which is shown in no output, not in part.

    ## Why it breaks

    Whoever reads the repository, a copy of it, or a log can use the key, and pays nothing. OpenAI revokes keys that it
    finds in public:

        openai.AuthenticationError: Error code: 401

    Revoke the key, make another one, and keep it out of the source. A commit that takes it away does not take it out of
    the history.

    ## Example

    ```python
    from openai import AzureOpenAI

    client = AzureOpenAI(
        api_key="7d0a3f6c5be94128" "a06fd2c4e81b953a",  # in two parts here: this page holds no key
        api_version="2024-10-21",
        azure_endpoint="https://example.openai.azure.com",
    )
    ```

    ## Use instead

    ```python
    import os

    from openai import AzureOpenAI

    client = AzureOpenAI(
        api_key=os.environ["AZURE_OPENAI_API_KEY"],
        api_version="2024-10-21",
        azure_endpoint="https://example.openai.azure.com",
    )
    ```

    `OpenAI()` reads `OPENAI_API_KEY` by itself.

    ## Not detected

    Placeholders (`sk-...`, `sk-xxxx`, repeated or counted characters), keys of other companies and of Azure's other
    services, whatever their beginning: only what has OpenAI's or Azure AI's own mark in it is a key for sure. Keys of
    Azure before 2024, which are 32 hexadecimal digits, are found where a client for Azure, `AzureKeyCredential`, the
    header `api-key` of a file with an address of Azure, or a variable named after Azure gets them. Keys in comments, in
    texts for people, in what another file imports under another name, and in files that are not Python.
    """

    code = "OAI601"
    name = "hard-coded-key"
    roles = (CALL, HEADER, SECRET, SETITEM, STORE)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each key, where it stands."""
        if use.role == CALL:
            yield from self._call(use, file)
        elif use.role == HEADER:
            is_key = use.spelled.lower() == "api-key"
            yield from _findings(Argument(use.spelled, use.node, use.value), is_key and _names_azure(file), file)
        elif use.role == SECRET:
            yield from _findings(Argument(use.spelled, use.node, use.value), False, file)
        elif use.role == STORE and _holds_key(use.value):
            yield from _findings(Argument("api_key", use.node, use.extra), _is_azure(use.value, use, file), file)  # type: ignore[arg-type]
        for node, name, value in variables_set(use, file):
            if VARIABLE.fullmatch(name):
                given = file.model.entries.get(id(node)) if value is None else value
                is_azure = name.startswith("AZURE_") or file.azure
                yield from _findings(Argument(name, node, given), is_azure, file, outside=True)

    def _call(self, use: Use, file: File) -> Iterator[Finding]:
        if not isinstance(use.node, ast.Call):
            return
        value: Value = use.value
        if isinstance(value, Place) and value.path == CREDENTIAL:
            given = [*use.node.args[:1], *(keyword.value for keyword in use.node.keywords if keyword.arg == "key")]
            is_azure = not any(module.startswith(SEARCH) for module in file.model.imports)
            for node in given:
                yield from _findings(Argument("key", node, file.model.value(node)), is_azure, file)
            return
        for argument in arguments_of(use.node.keywords, file):
            if argument.name in ARGUMENTS:
                yield from _findings(argument, _is_azure(value, use, file), file)


def _findings(argument: Argument, azure: bool, file: File, *, outside: bool = False) -> Iterator[Finding]:
    """The keys that an argument is, or may be; ``azure`` if it may be a key of Azure's old kind."""
    for literal in literals(argument.value):
        owner = owner_of(str(literal.value), azure)
        if owner is not None:
            instead = None if outside else INSTEAD[owner]
            what = f"use {instead}" if instead else "set it outside of the program"
            place = literal.node if id(literal.node) in file.model.values else argument.node
            yield Finding(place, f"a key of {owner} stands in the source; {what}, and revoke this one", instead)


def owner_of(text: str, azure: bool) -> str | None:
    """Whose key a text is, or holds; ``azure`` if it stands where a key of Azure's old kind may."""
    for owner, shape in SHAPES:
        found = shape.search(text)
        if found is not None:
            return None if is_placeholder(found[0]) else owner
    return "Azure AI" if azure and OLD.fullmatch(text) and not is_placeholder(text) else None


def is_placeholder(key: str) -> bool:
    """True if a text in the shape of a key is none: it repeats itself, counts, or says so."""
    parts = [part for part in re.split("|".join(keys.ANCHORS), key.partition("-")[2] or key) if len(part) > 3]
    text = "".join(parts)
    if WORDS.search(key) or len(set(parts)) < len(parts):
        return True
    counted = sum(-1 <= ord(after) - ord(before) <= 1 for before, after in pairwise(text))
    repeated = any(text[: len(text) - step] == text[step:] for step in range(1, len(text) // 2 + 1))
    return repeated or counted > len(text) // 2 or len(set(text)) < FEWEST


def _is_azure(value: Value, use: Use, file: File) -> bool:
    """True if a key that is given here goes to Azure."""
    if isinstance(value, Partial):
        value = value.function
    if isinstance(value, Place) and value.path == "functools.partial" and isinstance(use.node, ast.Call):
        value = file.model.value(use.node.args[0]) if use.node.args else None
    if isinstance(value, Class):
        value = Place(client_class(value) or "")
    if isinstance(value, Client):
        return value.cls in CLIENTS and CLIENTS[value.cls].azure
    if not isinstance(value, Place):
        return False
    made = construction(use.node, value)
    if made is None:
        row = CLIENTS.get(value.path)
        return value.path.startswith("openai.") and (file.azure or (row is not None and row.azure))
    url = url_of(made.value("base_url", file))
    return made.azure or (url is not None and url.azure)


def _holds_key(value: Value) -> bool:
    """True if what is assigned to is the key of the module, or of a client."""
    path = value.path if isinstance(value, (Client, Place)) else ""
    name = path.rpartition(".")[2]
    return name in HOLDERS and (isinstance(value, Client) or path == f"openai.{name}")


def _names_azure(file: File) -> bool:
    """True if a file has an address of Azure OpenAI in it, and none of another service that takes the same header."""
    named = [line for line in file.lines if "azure" in line or "microsoft" in line]
    return any(host in line for line in named for host in HOSTS) and not any("search" in line for line in named)
