"""OAI105, OAI106, OAI118: settings of the module and of the environment."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from typing import ClassVar

from ..sdk.clients import CLIENTS
from ..sdk.settings import ENVIRONMENT, READERS, Setting, Variable
from ..semantics.texts import parts_of
from ..semantics.uses import CALL, DELETE, LOAD, SETITEM, STORE, STRING, Use
from ..semantics.values import Const, Mapping, Place, Text, Value, alternatives
from .base import File, Finding, Rule
from .facts import SETTING, advice, is_rebound, removed
from .names import named
from .urls import url_of

VARIABLES: dict[str, Variable] = {variable.name: variable for variable in ENVIRONMENT}
ENVIRONMENTS = (Place("os.environ"), Const("os.environ"))
"""What ``patch.dict`` is given to change the environment."""
SETS_VARIABLE = {
    "os.environ.setdefault": 0,
    "os.environ.__setitem__": 0,
    "os.putenv": 0,
    "pytest.MonkeyPatch.setenv": 0,
    "pytest.MonkeyPatch.setitem": 1,
}
"""Functions that set one variable, and where they are given its name; behind the environment itself, if not first."""


class _SettingRule(Rule):
    """What the two rules on settings of the module share."""

    roles: ClassVar[tuple[str, ...]] = (LOAD, STORE, DELETE, CALL, STRING)
    renamed: ClassVar[bool]

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each assignment, read, or deletion."""
        found = removed(use.value)
        if found is None or found.kind != SETTING or is_rebound(use.value) or found.path in file.module.variables:
            return
        setting = found.row
        assert isinstance(setting, Setting)
        if setting.renamed is not self.renamed:
            return
        instead, note = setting.use, setting.note
        if setting.name == "api_base" and file.azure:
            url = url_of(use.extra) if use.role == STORE else None  # type: ignore[arg-type]
            if file.azure_module or (url is not None and url.azure):
                instead, note = "openai.azure_endpoint", "or AzureOpenAI(azure_endpoint=...)"
            else:
                # It may be on OpenAI as well.
                note = "with a trailing slash; on Azure openai.azure_endpoint, or AzureOpenAI(azure_endpoint=...)"
        if use.role == STORE and setting.name == "api_base" and file.module.addressed and not file.module.is_client:
            instead, note = None, "remove it, the clients have addresses of their own"
            what = "is ignored since openai 1.0"
        elif use.role == STORE:
            raises = setting.name == "api_base" and _has_azure_client(file)
            effect = "calls to Azure raise ValueError" if raises else setting.effect
            what = f"is ignored since openai 1.0, {effect}"
        else:
            what = "was renamed in openai 1.0" if self.renamed else "was removed in openai 1.0"
        yield Finding(use.node, f"{named(use, found)} {what}{advice(instead, note)}", instead)


def _has_azure_client(file: File) -> bool:
    """Has the module, for sure, today's client for Azure, which knows no ``api_base``?"""
    kinds = [
        use.extra
        for use in file.model.of(STORE)
        if isinstance(use.value, Place) and use.value.path == "openai.api_type"
    ]
    return bool(kinds) and all(kind == Const("azure") for kind in kinds)


class RenamedSetting(_SettingRule):
    """Finds settings of the module that have another name since 1.0: `openai.api_base`.

    ## Why it breaks

    Assigning it raises nothing. The attribute is set on the module, nobody reads it, and the request
    goes **with its key** to api.openai.com instead of to the gateway, the proxy or the Azure resource
    that the program names.

    Reading it before anything was assigned raises:

        AttributeError: module 'openai' has no attribute 'api_base'

    ## Example

    ```python
    import openai

    openai.api_base = "https://gateway.corp.example/v1"
    ```

    ## Use instead

    ```python
    import openai

    openai.base_url = "https://gateway.corp.example/v1/"
    ```

    Mind the slash at the end (OAI118), or give `base_url` to a client, which adds it. On Azure the
    setting is `openai.azure_endpoint`, or `AzureOpenAI(azure_endpoint=...)`.

    ## Not detected

    Settings written through an object that only holds the module at run time, and `getattr` with a
    default. A setting that is nothing but a variable of the program: set in the file, read there to make a client
    of today, where no call is made on the module.
    """

    code = "OAI105"
    name = "renamed-setting"
    renamed = True


class RemovedSetting(_SettingRule):
    """Finds settings of the module and environment variables that nothing reads any more.

    `openai.proxy`, `openai.api_key_path`, `openai.debug`, `openai.log`, `openai.requestssession`,
    `openai.aiosession`, … assigned, read, deleted or patched; and `OPENAI_API_BASE`,
    `OPENAI_API_KEY_PATH`, `OPENAI_ORGANIZATION`, `AZURE_OPENAI_API_VERSION` where the program sets
    them for the SDK to read.

    ## Why it breaks

    Assigning raises nothing and does nothing: requests go out without the proxy, the key file is not
    read, requests go to api.openai.com. Reading raises:

        AttributeError: module 'openai' has no attribute 'proxy'

    ## Example

    ```python
    import openai

    openai.proxy = "http://proxy.corp.example:8080"
    ```

    ## Use instead

    ```python
    from openai import DefaultHttpxClient, OpenAI

    client = OpenAI(http_client=DefaultHttpxClient(proxy="http://proxy.corp.example:8080"))
    ```

    Releases before 1.17.0 have no `DefaultHttpxClient`: give `httpx.Client` there.

    ## Not detected

    A variable that the program reads itself, also through a function that is given its name, or that another package
    imported in the file reads (litellm and langchain read `OPENAI_API_BASE`). A variable that a test sets for what it
    tests. Variables set outside of Python.
    """

    code = "OAI106"
    name = "removed-setting"
    roles = (LOAD, STORE, DELETE, CALL, STRING, SETITEM)
    renamed = False

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each use of a setting, or for each variable that is set."""
        yield from super().check(use, file)
        found = [(node, VARIABLES[name]) for node, name, _ in variables_set(use, file) if name in VARIABLES]
        if not found or not reads_environment(file):
            return
        if file.is_test and not _makes_calls(file):
            return  # what it is set for is elsewhere
        for node, variable in found:
            if read_by_program(file, variable.name, node):
                continue
            instead, note, reader = variable.use, variable.note, "openai since 1.0"
            if variable.name == "AZURE_OPENAI_API_VERSION":
                if _has_version(file):
                    continue  # settings of the program's own may read it
                reader, note = "any openai SDK", ""
            elif variable.name == "OPENAI_API_BASE" and file.azure:
                instead, note = "AZURE_OPENAI_ENDPOINT", ""
            yield Finding(node, f"{variable.name} is not read by {reader}{advice(instead, note)}", instead)


def _has_version(file: File) -> bool:
    """Is every client for Azure that the program makes given an ``api_version``?"""
    given = [
        bool({keyword.arg for keyword in use.node.keywords} & {"api_version", None})
        for use in file.model.of(CALL)
        if isinstance(use.node, ast.Call) and isinstance(use.value, Place)
        if use.value.path in CLIENTS and CLIENTS[use.value.path].azure
    ]
    return bool(given) and all(given)


def variables_set(use: Use, file: File) -> Iterator[tuple[ast.AST, str, Value]]:
    """The variables that a use puts into the environment: where, name, and value as far as it is known."""
    if not isinstance(use.value, Place):
        return
    path, model = use.value.path, file.model
    if use.role == SETITEM and path == "os.environ" and isinstance(use.node, ast.Subscript):
        yield from _variable(use.node, model.value(use.node.slice), use.extra)
    if use.role == STORE and path == "os.environ" and isinstance(use.extra, Mapping):
        yield from ((node, name, None) for name, node in use.extra.entries)
    if use.role != CALL or not isinstance(use.node, ast.Call):
        return
    arguments = use.node.args

    def on_environment(node: ast.expr) -> bool:
        return model.value(node) in ENVIRONMENTS

    at = SETS_VARIABLE.get(path)
    if at is not None and len(arguments) > at and (not at or on_environment(arguments[0])):
        value = model.value(arguments[at + 1]) if len(arguments) > at + 1 else None
        yield from _variable(use.node, model.value(arguments[at]), value)
    if path == "os.environ.update":
        mappings = arguments[:1]
    elif path.endswith(".patch.dict") and arguments and on_environment(arguments[0]):
        mappings = arguments[1:2]
    else:
        return
    for keyword in use.node.keywords:
        if keyword.arg:
            yield keyword, keyword.arg, model.value(keyword.value)
    for mapping in mappings:
        entries = model.value(mapping)
        if isinstance(entries, Mapping):
            yield from ((node, name, None) for name, node in entries.entries)


def _variable(node: ast.AST, key: Value, value: object) -> Iterator[tuple[ast.AST, str, Value]]:
    if isinstance(key, Const) and isinstance(key.value, str):
        yield node, key.value, value  # type: ignore[misc]


def reads_environment(file: File) -> bool:
    """Is the SDK what would read the variable in this program?"""
    return "openai" in file.model.modules and not (file.model.modules & READERS)


def _makes_calls(file: File) -> bool:
    """True if a file calls the SDK, or makes a client, itself."""
    made = (use.value for use in file.model.of(CALL))
    return file.module.is_client or any(isinstance(value, Place) and value.path in CLIENTS for value in made)


def read_by_program(file: File, name: str, node: ast.AST) -> bool:
    """True if the program reads a variable of the environment itself, which it sets at a node."""
    for use in file.model.of(CALL):
        if (
            isinstance(use.value, Place)
            and use.value.path in ("os.getenv", "os.environ.get")
            and isinstance(use.node, ast.Call)
        ):
            if use.node.args and file.model.value(use.node.args[0]) == Const(name):
                return True
    # What is put into it may be asked for by the same name elsewhere.
    own = {id(part) for part in ast.walk(node)}
    line = getattr(node, "lineno", 0)
    asked = (call for other, call in file.model.asked if other == name)
    return name in file.model.environment or any(id(call) not in own and call.lineno != line for call in asked)


class ModuleBaseUrlSlash(Rule):
    """Finds `openai.base_url` without a slash at its end.

    ## Why it breaks

    The module client puts path behind path without a slash, in every version since 1.0:
    `"http://h/v1"` and `chat/completions` become `http://h/v1chat/completions`, and the server answers

        openai.NotFoundError: Error code: 404

    `OpenAI(base_url=...)` adds the slash by itself.

    ## Example

    ```python
    import openai

    openai.base_url = "http://localhost:8000/v1"
    ```

    ## Use instead

    ```python
    import openai

    openai.base_url = "http://localhost:8000/v1/"
    ```

    ## Not detected

    A value that is not written in the file, and a placeholder (`"https://..."`). A setting that only serves to make
    clients, which add the slash.
    """

    code = "OAI118"
    name = "module-base-url-slash"
    remote = True
    roles = (STORE,)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each assignment."""
        if not any(
            isinstance(option, Place) and option.path == "openai.base_url" for option in alternatives(use.value)
        ):
            return
        if "openai.base_url" in file.module.given:
            return  # the clients that are made of it add the slash
        value = use.extra
        parts = parts_of(value) if isinstance(value, (Const, Text)) else None
        text = parts[-1] if parts else None
        if not text or text.endswith(("/", "...")):
            return
        shown = text if isinstance(value, Const) else f"...{text}"
        yield Finding(
            use.node,
            f"{use.spelled} needs a slash at its end, requests go to {shown}chat/completions; use {shown + '/'!r}",
            "a slash at the end",
        )
