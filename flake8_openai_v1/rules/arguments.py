"""OAI110 and OAI111: arguments that today's calls refuse."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from ..sdk.arguments import ON_AZURE, POSITIONAL
from ..sdk.wrappers import WRAPPERS
from ..semantics.uses import CALL, Use
from ..semantics.values import Mapping, Place, Value
from .base import File, Finding, Rule
from .facts import GENERAL, Callee, advice, argument_of, callee, named

FORWARDERS = frozenset({"functools.partial", "asyncio.to_thread"})
"""Functions that pass all but their first argument on to it."""
QUERIES = frozenset({"list", "list_events", "retrieve", "content"})
"""Methods whose request has no body: what it is about stands in its URL."""
WRAPPING = frozenset(wrapper.package for wrapper in WRAPPERS)


def called(use: Use, file: File) -> tuple[Callee, list[ast.expr], list[ast.keyword]] | None:
    """The known method that a call reaches, with the arguments that reach it."""
    node = use.node
    if not isinstance(node, ast.Call):
        return None
    value: Value = use.value
    positional = node.args
    if isinstance(value, Place) and value.path in FORWARDERS and node.args:
        value = file.model.value(node.args[0])
        positional = node.args[1:]
    method = callee(value, file.target)
    return (method, positional, node.keywords) if method is not None else None


def named_arguments(keywords: list[ast.keyword], file: File) -> Iterator[tuple[str, ast.AST, Value]]:
    """The arguments by keyword, also the keys of a dict given as ``**kwargs``: name, where it stands, value."""
    for keyword in keywords:
        value = file.model.value(keyword.value)
        if keyword.arg is not None:
            yield keyword.arg, keyword, value
        elif isinstance(value, Mapping):
            yield from ((name, node, None) for name, node in value.entries)


class RemovedArgument(Rule):
    """Finds keyword arguments that 0.x took and today's calls refuse.

    `engine=`, `deployment_id=`, `request_timeout=`, `headers=`, per-call `api_key=`, `api_base=`,
    `api_version=`, `organization=`, `request_id=`, and those of single methods; on legacy
    calls and on current ones, also when they come in by `**kwargs` from a dict whose keys the file
    shows. On a legacy call also what 0.x sent on to the server unseen: today that goes into
    `extra_body`, or into `extra_query` where the request has no body.

    ## Why it breaks

    The call raises before any request is sent:

        TypeError: Completions.create() got an unexpected keyword argument 'request_timeout'
        TypeError: Embeddings.create() got an unexpected keyword argument 'engine'

    and where `engine=` or `deployment_id=` stood for `model=` in a chat or a completion:

        TypeError: Missing required arguments; Expected either ('messages' and 'model') or ('messages', 'model' and 'stream') arguments to be given
        TypeError: Missing required arguments; Expected either ('model' and 'prompt') or ('model', 'prompt' and 'stream') arguments to be given

    ## Example

    ```python
    from openai import AzureOpenAI

    client = AzureOpenAI(api_version="2024-10-21", azure_endpoint="https://example.openai.azure.com")
    client.chat.completions.create(engine="my-deployment", messages=[])
    ```

    ## Use instead

    ```python
    from openai import AzureOpenAI

    client = AzureOpenAI(api_version="2024-10-21", azure_endpoint="https://example.openai.azure.com")
    client.chat.completions.create(model="my-deployment", messages=[])
    ```

    ## Not detected

    Keys that the file does not show; arguments that the SDK does not know in a file that imports a
    package which wraps its calls (instructor, langfuse, …); and `timeout=`: it is accepted, but was then the time to wait for
    a model to load and is now that of the request.
    """  # noqa: E501

    code = "OAI110"
    name = "removed-argument"
    roles = (CALL,)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each argument, where it is written."""
        reached = called(use, file)
        if reached is None:
            return
        method, _, keywords = reached
        wrapped = bool(WRAPPING & file.model.modules)
        names = {keyword.arg for keyword in keywords}
        for name, node, _ in named_arguments(keywords, file):
            # A dict may be filled for several calls: only what every call refuses is certain.
            if name in GENERAL or (isinstance(node, ast.keyword) and node in keywords and not wrapped):
                yield from self._argument(method, name, node, file, "model" in names)

    def _argument(self, method: Callee, name: str, node: ast.AST, file: File, model: bool) -> Iterator[Finding]:
        row = argument_of(method, name)
        if row is not None and row.kind:
            return  # what OAI306 is about
        if row is not None:
            if file.azure:
                row = ON_AZURE.get(name, row)
            if model and row.use == "model=":
                what = "the deployment" if file.azure else "its value"
                told = f"; delete it and put {what} in model="
            else:
                told = advice(row.use, row.note, "OpenAI()" if method.legacy else "")
            gone = "was removed in openai 1.0" if method.legacy else f"is refused by {named(method)} (TypeError)"
            yield Finding(node, f"{name}= {gone}{told}", row.use)
        elif method.legacy and method.signature is not None and name not in method.signature.keywords:
            refused = f"{name}= is refused by {named(method)} (TypeError)"
            if not method.legacy.exact:
                told = f"{method.legacy.path} has no exact counterpart, so write the call anew"
                yield Finding(node, f"{refused}; {told}", None)
                return
            asks = method.shown.rpartition(".")[2] in QUERIES
            instead = f'{"extra_query" if asks else "extra_body"}={{"{name}": ...}}'
            yield Finding(node, f"{refused}; use {instead}", instead)


class PositionalArgument(Rule):
    """Finds positional arguments where today's call takes keywords only.

    ## Why it breaks

        TypeError: create() takes 1 argument(s) but 3 were given
        TypeError: Files.create() takes 1 positional argument but 3 were given

    The first is that of `audio.transcriptions`, `chat.completions` and other methods that can stream.

    ## Example

    ```python
    from openai import OpenAI

    client = OpenAI()
    with open("talk.mp3", "rb") as file:
        client.audio.transcriptions.create("gpt-transcribe", file)
    ```

    ## Use instead

    ```python
    from openai import OpenAI

    client = OpenAI()
    with open("talk.mp3", "rb") as file:
        client.audio.transcriptions.create(model="gpt-transcribe", file=file)
    ```

    ## Not detected

    Arguments passed as `*args`.
    """

    code = "OAI111"
    name = "positional-argument"
    roles = (CALL,)

    def check(self, use: Use, file: File) -> Iterator[Finding]:
        """One finding for each call, at the first argument that needs a name."""
        reached = called(use, file)
        if reached is None:
            return
        method, arguments, _ = reached
        if method.signature is None or any(isinstance(argument, ast.Starred) for argument in arguments):
            return
        allowed = len(method.signature.positional)
        if len(arguments) <= allowed:
            return
        names = POSITIONAL.get(method.legacy.path, ())[allowed : len(arguments)] if method.legacy else ()
        keywords = [name for name in names if name not in GENERAL]
        instead = ", ".join(f"{name}=..." for name in keywords) or None
        what = (
            "takes keyword arguments only"
            if not allowed
            else f"takes {allowed} positional argument{'s' * (allowed > 1)}"
        )
        yield Finding(
            arguments[allowed],
            f"{named(method)} {what} since openai 1.0 (TypeError); use {instead or 'keywords'}",
            instead or "keyword arguments",
        )
