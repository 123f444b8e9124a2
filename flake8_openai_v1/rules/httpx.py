"""OAI203: objects and mocks of httpx, where the SDK speaks httpx2."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator

from ..project.requirements import needs
from ..sdk.clients import CLIENTS, MODULE_RESOURCES, SAME_CLIENT
from ..sdk.httpx import (
    BROKEN,
    DEFAULTS,
    MAKERS,
    OF_CLIENTS,
    OF_EXCEPTIONS,
    ROUTES,
    SENDERS,
    SENDING,
    SINCE,
    TIMES,
    TRANSPORTS,
)
from ..sdk.httpx import CLIENTS as HTTP_CLIENTS
from ..semantics.questions import client_class
from ..semantics.texts import parts_of
from ..semantics.uses import CALL, STORE, STRING, TRY, Use
from ..semantics.values import Class, Client, Made, Mapping, Member, Object, Partial, Place, Value, alternatives
from .azure_workarounds import polls
from .base import File, Finding, Rule
from .facts import version
from .later import serves_older
from .requests import Argument, arguments_of, entry_value

HOST = re.compile(r"(?i)\bapi\.openai\.com\b|\.openai\.azure\.(?:com|us|cn)\b")
QUIET = frozenset(
    {
        "append", "debug", "error", "exception", "extend", "format", "info", "join", "model_dump", "strip", "warning",
        "write",
    }
)  # fmt: skip
"""Methods that send nothing, whatever they are methods of."""
HARMLESS = frozenset(
    {"dict", "enumerate", "float", "getattr", "int", "isinstance", "len", "list", "print", "sorted", "str", "zip"}
)
INSTALLED = f"openai {SINCE} no longer installs httpx"


class HttpxObject(Rule):
    """Finds objects of httpx that openai 3 is given, and mocks of httpx around it.

    openai 3 speaks httpx2. Of httpx this is found:

    * what breaks: `base_url=httpx.URL(...)`; transports, mounts, credentials, cookies and times of httpx in
      `DefaultHttpxClient`; `openai.Timeout` given to httpx;
    * what is always false, or never reached: `isinstance(e.response, httpx.Response)`, `except httpx.TimeoutException`
      around nothing but calls of the SDK;
    * mocks that intercept nothing: routes of respx and pytest-httpx for OpenAI's address,
      `mock.patch("httpx.Client.send")`;
    * `httpx.Timeout`, `httpx.Client` and others that are given to the SDK alone: they work where httpx is installed,
      and openai no longer installs it.

    ## Why it breaks

        TypeError: Invalid type for url.  Expected str or httpx2.URL, got <class 'httpx.URL'>: URL('http://h/v1')
        TypeError: Invalid "auth" argument
        TypeError: 'Timeout' object cannot be interpreted as an integer
        ModuleNotFoundError: No module named 'httpx'

    A transport of httpx raises an `AssertionError` without a text on the first request. A mock raises nothing: the
    request goes on to the real service.

    ## Example

    ```python
    import httpx
    from openai import DefaultHttpxClient, OpenAI

    client = OpenAI(
        timeout=httpx.Timeout(60.0, connect=5.0),
        http_client=DefaultHttpxClient(transport=httpx.HTTPTransport(retries=3)),
    )
    ```

    ## Use instead

    ```python
    import httpx2
    from openai import DefaultHttpxClient, OpenAI, Timeout

    client = OpenAI(
        timeout=Timeout(60.0, connect=5.0),
        http_client=DefaultHttpxClient(transport=httpx2.HTTPTransport(retries=3)),
    )
    ```

    ## Not detected

    Targets below 3. What works where httpx is the program's own HTTP client, too, or where the project says that it
    needs it: `pyproject.toml`, `requirements.txt` and the like, beside the file or above it.
    `cast(Any, httpx.Client())`, which the SDK itself names as a way out for a while. Mocks of clients that another
    file makes.
    """

    code = "OAI203"
    name = "httpx-object"
    roles = (CALL, STORE, STRING, TRY)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each object, mock or class."""
        if file.target < version(SINCE) or "httpx2" in file.model.modules or serves_older(use, "TypeError"):
            return
        if use.role == TRY:
            yield from _clauses(use, file)
        elif use.role == STRING:
            path = use.value.path if isinstance(use.value, Place) else ""
            if path in SENDING and sends_by_sdk(file):
                yield Finding(use.node, f"a patch of {path} intercepts nothing of openai 3, which sends with httpx2")
        elif use.role == STORE:
            yield from _stored(use, file)
        elif isinstance(use.node, ast.Call):
            yield from _called(use, use.node, file)


def made_of(value: Value) -> str | None:
    """The name of httpx that made an object: ``httpx.Timeout``; None for any other object."""
    if isinstance(value, Made) and value.path.startswith("httpx."):
        maker = value.path.partition("(")[0]
        return maker if maker in MAKERS else None
    if isinstance(value, Object):
        seen = [value.cls]
        for cls in seen:
            for base in cls.bases:
                if isinstance(base, Place) and base.path in (TRANSPORTS | HTTP_CLIENTS):
                    return base.path
                if isinstance(base, Class) and base not in seen:
                    seen.append(base)
    return None


def _called(use: Use, call: ast.Call, file: File) -> Iterator[Finding]:
    value = use.value
    if isinstance(value, Place) and value.path in DEFAULTS:
        yield from _default_client(call, value.path, file)
    elif isinstance(value, Place) and value.path == "builtins.isinstance":
        yield from _isinstance(call, file)
    elif isinstance(value, Place) and value.path in ROUTES:
        if _names_openai(call, value.path, file) and sends_by_sdk(file):
            message = f"{use.spelled} intercepts nothing of openai 3, which sends with httpx2"
            yield _finding(call, message, "httpx2.MockTransport")
    elif isinstance(value, Place) and value.path.startswith("httpx."):
        yield from _time_of_sdk(call, value.path, file)
    elif _is_sdk(value):
        yield from _given(call, value, file)


def _is_sdk(value: Value) -> bool:
    """True if a call of something is one of the SDK, or makes a client of it."""
    if isinstance(value, Class):
        return client_class(value) is not None
    if isinstance(value, Partial):
        return _is_sdk(value.function)
    options = alternatives(value)
    return bool(options) and all(
        (isinstance(option, Client) and option.cls in CLIENTS)
        or (isinstance(option, Place) and (option.path in CLIENTS or _is_of_module(option.path)))
        for option in options
    )


def _is_of_module(path: str) -> bool:
    """True if a place is a call of the module's client."""
    return ".".join(path.split(".")[:2]) in MODULE_RESOURCES


def _given(call: ast.Call, value: Value, file: File) -> Iterator[Finding]:
    """The arguments of a call of the SDK that are objects of httpx."""
    arguments = list(arguments_of(call.keywords, file))
    names = {argument.name for argument in arguments}
    is_shown = all(keyword.arg or isinstance(file.model.value(keyword.value), Mapping) for keyword in call.keywords)
    makes = not isinstance(value, Client) and is_shown and "http_client" not in names
    for argument in arguments:
        maker = made_of(argument.value)
        node = argument.node.value if isinstance(argument.node, ast.keyword) else argument.node
        if maker is None or argument.mixed or _is_workaround(node, file):
            continue
        if maker == "httpx.URL" and argument.name == "base_url" and makes:
            yield _finding(node, f"base_url=httpx.URL(...) raises TypeError since openai {SINCE}", "a text")
        else:
            yield from _needed(node, f"{argument.name}=", maker, file)


def _is_workaround(node: ast.AST, file: File) -> bool:
    """True if OAI312 says that what a client is given is to be removed."""
    objects = (file.model.value(part) for part in ast.walk(node) if isinstance(part, ast.Call))
    return any(isinstance(value, Object) and polls(value.cls.node) for value in objects)


def _needed(node: ast.AST, what: str, maker: str, file: File) -> Iterator[Finding]:
    """What works where httpx is installed, unless the program has it for itself."""
    if not uses_httpx_itself(file) and not needs(file.path, "httpx"):
        instead = MAKERS.get(maker, f"httpx2.{maker.partition('.')[2]}")
        yield _finding(node, f"{what} needs {maker}, and {INSTALLED}", instead)


def _finding(node: ast.AST, message: str, instead: str) -> Finding:
    return Finding(node, f"{message}; use {instead}", instead)


def _default_client(call: ast.Call, path: str, file: File) -> Iterator[Finding]:
    """What a client of httpx2 is given of httpx."""
    shown = path.removeprefix("openai.")
    for argument in arguments_of(call.keywords, file):
        for node, value in _objects(argument, file):
            maker = made_of(value)
            if maker is None:
                continue
            if argument.name in BROKEN:
                instead = MAKERS.get(maker, f"httpx2.{maker.partition('.')[2]}")
                message = f"{maker} in {shown}({argument.name}=) {BROKEN[argument.name]} since openai {SINCE}"
                yield _finding(node, message, instead)
            else:
                yield from _needed(node, f"{argument.name}=", maker, file)


def _objects(argument: Argument, file: File) -> Iterator[tuple[ast.AST, Value]]:
    """What an argument is, or has in it where it is a dict, each with its place."""
    at = argument.node.value if isinstance(argument.node, ast.keyword) else argument.node
    if isinstance(at, ast.Dict):
        yield from ((part, file.model.value(part)) for part in at.values)
    elif isinstance(argument.value, Mapping):
        yield from ((node, entry_value(node, file)) for _, node in argument.value.entries)
    else:
        yield at, argument.value


def _isinstance(call: ast.Call, file: File) -> Iterator[Finding]:
    """``isinstance(e.response, httpx.Response)``."""
    subject = file.model.value(call.args[0])
    if isinstance(subject, Member):
        if subject.name not in OF_EXCEPTIONS or not all(path.startswith("openai") for path in subject.of.classes):
            return
    elif not (isinstance(subject, Client) and subject.cls in CLIENTS and subject.path in OF_CLIENTS):
        return
    if not sends_by_sdk(file, calls=False):
        return
    for node in call.args[1].elts if isinstance(call.args[1], ast.Tuple) else [call.args[1]]:
        value = file.model.value(node)
        if isinstance(value, Place) and value.path.startswith("httpx."):
            message = f"{value.path} is the class of no object of openai 3, which has those of httpx2: this is false"
            yield _finding(node, message, value.path.replace("httpx", "httpx2", 1))


def _names_openai(call: ast.Call, path: str, file: File) -> bool:
    """True if a mock is one of OpenAI's address, or of any."""
    nodes = [*call.args, *(keyword.value for keyword in call.keywords)]
    texts = [part for node in nodes for part in parts_of(file.model.value(node)) or () if part]
    if any(HOST.search(text) for text in texts):
        return True
    return path.startswith("pytest_httpx.") and not any(keyword.arg == "url" for keyword in call.keywords)


def _time_of_sdk(call: ast.Call, path: str, file: File) -> Iterator[Finding]:
    """``httpx.Client(timeout=openai.Timeout(5))``."""
    for keyword in call.keywords:
        value = file.model.value(keyword.value)
        made = value.path.removesuffix("()") if isinstance(value, (Made, Place)) else ""
        if keyword.arg == "timeout" and made in TIMES:
            message = f"a time of openai 3 is one of httpx2: {path} raises TypeError on the first request"
            yield _finding(keyword.value, message, "httpx.Timeout")


def _stored(use: Use, file: File) -> Iterator[Finding]:
    """``openai.timeout = httpx.Timeout(5)``."""
    if not isinstance(use.extra, Made) or not isinstance(use.value, Place):
        return
    maker = made_of(use.extra)
    if maker is None:
        return
    name = use.value.path.removeprefix("openai.")
    node = use.extra.node if use.extra.node.lineno == getattr(use.node, "lineno", 0) else use.node
    if name == "base_url" and maker == "httpx.URL":
        message = f"{use.spelled} = httpx.URL(...) raises TypeError on the first call since openai {SINCE}"
        yield _finding(node, message, "a text")
    elif name in ("http_client", "timeout"):
        yield from _needed(node, use.spelled, maker, file)


def _clauses(use: Use, file: File) -> Iterator[Finding]:
    """``except httpx.TimeoutException`` around nothing but calls of the SDK."""
    caught = [(node, path) for clause in file.model.clauses.get(id(use.node), ()) for node, path in clause]
    caught = [(node, path) for node, path in caught if path.startswith("httpx.")]
    if not caught or not isinstance(use.node, ast.Try) or not _calls_sdk_alone(use.node.body, file):
        return
    if not sends_by_sdk(file, calls=False):
        return
    for node, path in caught:
        message = f"{path} is raised by nothing of openai 3, which sends with httpx2: this clause is never reached"
        yield _finding(node, message, "openai.APIConnectionError or openai.APITimeoutError")


def _calls_sdk_alone(body: list[ast.stmt], file: File) -> bool:
    """True if a block calls the SDK, and nothing else that could send a request."""
    found = False
    for node in (part for statement in body for part in ast.walk(statement)):
        if isinstance(node, (ast.With, ast.AsyncWith, ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)):
            return False
        if not isinstance(node, ast.Call):
            continue
        function = node.func
        if _is_sdk(file.model.value(function)):
            found = True
        elif isinstance(function, ast.Attribute):
            if function.attr not in QUIET:
                return False
        elif not (isinstance(function, ast.Name) and function.id in HARMLESS):
            return False
    return found


def sends_by_sdk(file: File, calls: bool = True) -> bool:
    """True if the SDK sends requests in a file, by clients of its own choice, and nothing else sends any by httpx.

    Without ``calls`` it is enough that no client is given another one to send with.
    """
    found = not calls
    for use in file.model.of(CALL):
        value, node = use.value, use.node
        if not isinstance(node, ast.Call):
            continue
        if isinstance(value, Place) and (value.path in CLIENTS or value.path in HTTP_CLIENTS or value.path in SENDERS):
            if value.path not in CLIENTS:
                if calls:
                    return False
                continue
        elif not (isinstance(value, Client) and value.cls in CLIENTS) and not (
            isinstance(value, Place) and _is_of_module(value.path)
        ):
            continue
        if any(keyword.arg in ("http_client", None) for keyword in node.keywords) and not _is_default(node, file):
            return False
        found = found or not (isinstance(value, Client) and value.path in SAME_CLIENT)
    return found


def _is_default(call: ast.Call, file: File) -> bool:
    """True if a client is given one of the SDK's own clients to send with."""
    for keyword in call.keywords:
        if keyword.arg == "http_client" and isinstance(keyword.value, ast.Call):
            value = file.model.value(keyword.value.func)
            return isinstance(value, Place) and value.path in DEFAULTS
    return not any(keyword.arg == "http_client" for keyword in call.keywords)


def uses_httpx_itself(file: File) -> bool:
    """True if a program sends requests by httpx itself, or makes a client of it that it does not give to the SDK."""
    given = set()
    made = []
    for use in file.model.of(CALL):
        node, value = use.node, use.value
        if not isinstance(node, ast.Call):
            continue
        if isinstance(value, Place) and value.path in SENDERS:
            return True
        if isinstance(value, Place) and value.path in HTTP_CLIENTS:
            made.append(id(node))
        elif _is_sdk(value):
            for keyword in node.keywords:
                one = file.model.value(keyword.value)
                if isinstance(one, Made):
                    given.add(id(one.node))
    for use in file.model.of(STORE):
        if isinstance(use.extra, Made):
            given.add(id(use.extra.node))
    return not given.issuperset(made)
